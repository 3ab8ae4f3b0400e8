/* SPDX-License-Identifier: MIT */
/* hand-over: lists what goes from one person to another, and hands it over. */
#include <string.h>

#include "command.h"
#include "rollout/programme/hand_over.h"
#include "table.h"

static void
print_items(struct call *call, const struct hand_over *report)
{
	struct table table;

	table_init(&table, &call->paper);
	table_add_column(&table, "type", false, true);
	table_add_column(&table, "field", false, true);
	table_add_column(&table, "of", false, false);
	table_add_column(&table, "", false, true);
	for (size_t i = 0; i < report->count; i++) {
		const struct owned *item = &report->items[i];

		table_add_cell(&table, PRINT_PLAIN, item->type->label);
		table_add_cell(&table, PRINT_PLAIN, item->field);
		table_add_cell(&table, PRINT_PLAIN, item->name);
		table_add_cell(&table, PRINT_MUTED, item->ends ? "ends" : "");
	}
	table_finish(&table);
}

static void
print_hand_over(struct call *call, const struct hand_over *report)
{
	if (report->count > 0)
		print_items(call, report);
	if (report->count == 0)
		print_format(&call->paper, PRINT_PLAIN, "%s owns nothing that is still open",
			report->from_name);
	else
		print_format(&call->paper, PRINT_PLAIN, "%s %zu %s from %s to %s",
			report->dry_run ? "would hand over" : "handed over", report->count,
			report->count == 1 ? "record" : "records", report->from_name,
			report->to_name);
	print_end_line(&call->paper);
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
	print_hand_over(call, &report);
	return STATUS_OK;
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
