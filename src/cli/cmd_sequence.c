/* SPDX-License-Identifier: MIT */
/* sequence: teams by wave with their reasons. Must not judge. */
#include <unistd.h>

#include "command.h"
#include "rollout/programme/report.h"
#include "table.h"

static const char *
wave_words(struct call *call, int wave)
{
	if (wave == NO_WAVE)
		return "none";
	return wave == 0 ? "0 pilot" : arena_format(&call->arena, "%d", wave);
}

static void
print_sequence(struct call *call, const struct sequence_report *report)
{
	struct paper *paper = &call->paper;
	struct table table;

	print_format(paper, ROLE_TITLE, "%s", report->capacity);
	print_end_line(paper);
	if (report->count == 0) {
		print_text(paper, ROLE_MUTED, "there is no team yet");
		print_end_line(paper);
		return;
	}
	if (report->pilot == 0) {
		print_text(paper, ROLE_WARNING,
			"no team qualifies for the pilot: it takes cross-functional work and a "
			"named, willing leader");
		print_end_line(paper);
	}
	print_end_line(paper);
	table_init(&table, paper);
	table_add_column(&table, "wave", false, true);
	table_add_column(&table, "team", false, false);
	table_add_column(&table, "now in", false, true);
	table_add_column(&table, "why", false, false);
	for (size_t i = 0; i < report->count; i++) {
		const struct sequenced *item = &report->teams[i];
		enum role role =
			item->team.order == ORDER_CALL && item->team.reason != REASON_PINNED
				? ROLE_WARNING
				: ROLE_PLAIN;

		table_add_cell(&table, role, wave_words(call, item->team.wave));
		table_add_cell(&table, role, item->team.name);
		table_add_cell(&table, ROLE_MUTED,
			item->stored == NO_WAVE ? "" : wave_words(call, item->stored));
		table_add_cell(&table, role, item->reason);
	}
	table_finish(&table);
}

enum status
cmd_sequence_show(struct call *call, struct error *error)
{
	struct sequence_report report;
	enum status status = call_open(call, error);

	if (!status)
		status = programme_sequence(call->programme, &call->arena, &report, error);
	if (status)
		return status;
	if (call_given(call, OPTION_JSON))
		return report_write_sequence(call->programme, &report, STDOUT_FILENO, error);
	print_sequence(call, &report);
	return STATUS_OK;
}
