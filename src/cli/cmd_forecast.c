/* SPDX-License-Identifier: MIT */
/* forecast: when each phase is likely to end. Must not simulate. */
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "rollout/programme/report.h"
#include "table.h"

static void
add_day(struct table *table, enum role role, day date)
{
	char text[DATE_SIZE] = "";

	if (date != NO_DAY)
		date_format(date, text);
	table_add_cell(table, role, text);
}

static void
print_basis(struct call *call, const struct forecast_report *report)
{
	struct paper *paper = &call->paper;

	print_end_line(paper);
	print_lines(paper, 0,
		arena_format(&call->arena,
			"%d simulated courses. %d open milestone%s drawn from a likely lateness of "
			"%s own, %d from the %d slips so far, %d taken as punctual because neither "
			"is known.",
			report->runs, report->estimated, report->estimated == 1 ? " is" : "s are",
			report->estimated == 1 ? "its" : "their", report->by_history,
			report->history, report->on_time));
	print_end_line(paper);
}

static void
print_forecast(struct call *call, const struct forecast_report *report)
{
	struct table table;

	if (report->count == 0) {
		print_text(&call->paper, ROLE_MUTED, "there is no milestone to forecast");
		print_end_line(&call->paper);
		return;
	}
	table_init(&table, &call->paper);
	table_add_column(&table, "phase", false, false);
	table_add_column(&table, "ends", false, true);
	table_add_column(&table, "expected", false, true);
	table_add_column(
		&table, arena_format(&call->arena, "P%d", report->middle_percent), false, true);
	table_add_column(
		&table, arena_format(&call->arena, "P%d", report->safe_percent), false, true);
	table_add_column(&table, "open", true, false);
	for (size_t i = 0; i < report->count; i++) {
		const struct forecast_line *line = &report->lines[i];
		bool late = line->planned != NO_DAY && line->safe > line->planned;

		table_add_cell(&table, ROLE_PLAIN, line->name);
		add_day(&table, ROLE_MUTED, line->planned);
		add_day(&table, ROLE_PLAIN, line->expected);
		add_day(&table, ROLE_PLAIN, line->middle);
		add_day(&table, late ? ROLE_WARNING : ROLE_PLAIN, line->safe);
		table_add_cell(&table, ROLE_PLAIN, arena_format(&call->arena, "%d", line->open));
	}
	table_finish(&table);
	print_basis(call, report);
}

enum status
cmd_forecast_show(struct call *call, struct error *error)
{
	struct forecast_report report;
	enum status status = call_open(call, error);

	if (!status)
		status = programme_forecast(call->programme, &call->arena, &report, error);
	if (status)
		return status;
	if (call_given(call, OPTION_JSON))
		return report_write_forecast(call->programme, &report, STDOUT_FILENO, error);
	print_forecast(call, &report);
	return STATUS_OK;
}
