/* SPDX-License-Identifier: MIT */
/* forecast: when each phase is likely to end. Must not simulate. */
#include "command.h"
#include "rollout/programme/results.h"
#include "result_table.h"

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

static enum status
print_forecast(struct call *call, const struct forecast_report *report, struct error *error)
{
	enum status status;

	if (report->count == 0) {
		print_text(&call->paper, PRINT_MUTED, "there is no milestone to forecast");
		print_end_line(&call->paper);
		return STATUS_OK;
	}
	status = result_table_print(&call->paper, "forecast", NULL, report, NULL, error);
	print_basis(call, report);
	return status;
}

static enum status
cmd_forecast_show(struct call *call, struct error *error)
{
	struct forecast_report report;
	enum status status = call_open(call, error);

	if (!status)
		status = programme_forecast(call->programme, &call->arena, &report, error);
	if (status)
		return status;
	return call_wants_document(call) ? call_write(call, "forecast", &report, error)
					 : print_forecast(call, &report, error);
}

const struct command cmd_forecast[] = {
	{
		.place = COMMANDS_DERIVED + 30,
		.name = "forecast",
		.summary = "when each phase is likely to end, and how much that rests on",
		.help = "Simulates the rest of the roadmap many times: each open milestone is "
			"late by anything up to its likely_late_days, or by one of the slips so "
			"far where nobody has estimated it, and what waits for it moves along. "
			"P50 and P80 are the days by which half and four fifths of the courses "
			"have ended. The same facts give the same dates; the settings "
			"forecast_runs, forecast_seed and forecast_history_min govern it.",
		.options = RESULT READING,
		.run = cmd_forecast_show,
	},
	{ .name = NULL },
};
