/* SPDX-License-Identifier: MIT */
/* baseline: freezes the dates promised today. */
#include <unistd.h>

#include "command.h"
#include "rollout/programme/baseline.h"
#include "rollout/programme/results.h"

enum status
cmd_baseline_take(struct call *call, struct error *error)
{
	int64_t id = 0;
	enum status status = call_open(call, error);

	for (size_t i = 0; !status && i < call->word_count; i++)
		status = call_check_text("a baseline", call->words[i], error);
	if (!status)
		status = programme_take_baseline(
			call->programme, call->words[0], call->words[1], &id, error);
	if (status)
		return status;
	if (call_wants_document(call))
		return call_write_record(call, type_find("baseline"), id, error);
	call_note(call, "baseline \"%s\" is taken", call->words[0]);
	return STATUS_OK;
}
