/* SPDX-License-Identifier: MIT */
/* baseline: freezes the dates promised today. */
#include <unistd.h>

#include "command.h"
#include "rollout/programme/baseline.h"
#include "rollout/programme/results.h"

static enum status
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

const struct command cmd_baseline[] = {
	{
		.place = COMMANDS_PROGRAMME + 90,
		.name = "baseline",
		.arguments = "NAME REASON",
		.summary = "freeze the dates that are expected today as promises",
		.help = "Keeps the forecast of every milestone under a name and for a reason, as "
			"one step. A baseline is never changed afterwards, and nothing else moves "
			"what a milestone has promised (baseline_on); schedule tells slips from "
			"the first promise and from the newest.\n"
			"An import makes a baseline \"imported\" for what has no promise yet.",
		.options = RESULT OPENING,
		.run = cmd_baseline_take,
	},
	{ .name = NULL },
};
