/* SPDX-License-Identifier: MIT */
/* hand-over: lists what goes from one person to another, and hands it over. */
#include <string.h>

#include "command.h"
#include "result_table.h"
#include "rollout/base/text.h"
#include "rollout/programme/hand_over.h"

static enum status
print_hand_over(struct call *call, const struct hand_over *report, struct error *error)
{
	enum status status = STATUS_OK;

	if (report->count > 0)
		status = result_table_print(
			&call->paper, "hand_over", "records", report, NULL, error);
	if (report->count == 0)
		print_format(&call->paper, PRINT_PLAIN, "%s owns nothing that is still open",
			report->from_name);
	else
		print_format(&call->paper, PRINT_PLAIN, "%s %s from %s to %s",
			report->dry_run ? "would hand over" : "handed over",
			text_quantity(&call->arena, (int64_t)report->count, "record", NULL),
			report->from_name, report->to_name);
	print_end_line(&call->paper);
	return status;
}

static enum status
cmd_hand_over_run(struct call *call, struct error *error)
{
	const struct type *type = type_find("stakeholder");
	struct hand_over report;
	int64_t from = 0, to = 0;
	enum status status;

	if (strcmp(call->words[1], "to") != 0)
		return error_set(error, STATUS_USAGE, "say: hand-over PERSON to PERSON");
	status = call_open(call, error);
	if (!status)
		status = call_resolve(call, type, call->words[0], &from, error);
	if (!status)
		status = call_resolve(call, type, call->words[2], &to, error);
	if (!status)
		status = programme_hand_over(call->programme, from, to,
			!call_given(call, OPTION_DRY_RUN), &call->arena, &report, error);
	if (status)
		return status;
	if (call_wants_document(call))
		return call_write(call, "hand_over", &report, error);
	return print_hand_over(call, &report, error);
}

const struct command cmd_hand_over[] = {
	{
		.place = COMMANDS_RECORDS + 80,
		.name = "hand-over",
		.arguments = "PERSON to PERSON",
		.summary = "give all that somebody owns to somebody else",
		.help = "Lists what the first person still owns (relationships, milestones, "
			"actions, roles, forums, risks, workstreams, teams …) and hands it to the "
			"second, in one step. What is done, decided, closed or dropped stays with "
			"who did it.",
		.options = "dry-run " RESULT OPENING,
		.run = cmd_hand_over_run,
	},
	{ .name = NULL },
};
