/* SPDX-License-Identifier: MIT */
/* forecast: when each phase is likely to end, and what says so. Must not simulate. */
#include <stdlib.h>

#include "command.h"
#include "rollout/programme/results.h"
#include "result_table.h"

static const char *
day_text(struct call *call, day on)
{
	char text[DATE_SIZE];

	date_format(on, text);
	return arena_format(&call->arena, "%s", text);
}

static void
print_sentence(struct call *call, const char *text)
{
	print_end_line(&call->paper);
	print_lines(&call->paper, 0, text);
}

static void
print_whole(struct call *call, const struct forecast_report *report)
{
	const struct forecast_line *whole = &report->whole;

	print_sentence(call, arena_format(&call->arena,
				     "The whole: expected %s, even chance by %s (P%d), four in "
				     "five by %s (P%d); %d open.",
				     day_text(call, whole->expected), day_text(call, whole->middle),
				     report->middle_percent, day_text(call, whole->safe),
				     report->safe_percent, whole->open));
}

static void
print_outside(struct call *call, const struct forecast_report *report)
{
	const struct outside_view *outside = &report->outside;
	struct arena *arena = &call->arena;

	if (outside->remaining == 0)
		return;
	if (outside->safe == NO_DAY) {
		print_sentence(call,
			"No view from outside yet: it takes four weeks and an accepted milestone.");
		return;
	}
	print_sentence(
		call, arena_format(arena,
			      "From outside, at the pace of %d accepted in %d weeks, the %d that "
			      "are left "
			      "take until %s (P%d %s).%s",
			      outside->accepted, outside->weeks, outside->remaining,
			      day_text(call, outside->middle), report->safe_percent,
			      day_text(call, outside->safe),
			      report->apart ? arena_format(arena,
						      " P6: the two P%d are %d days apart; one of "
						      "them is an illusion.",
						      report->safe_percent, abs(report->apart_days))
					    : ""));
}

static void
print_basis(struct call *call, const struct forecast_report *report)
{
	const struct forecast_basis *basis = &report->basis;
	struct arena *arena = &call->arena;

	print_sentence(call,
		arena_format(arena,
			"%d simulated courses. Of the open milestones %d %s drawn from the %d "
			"slips "
			"so far (%d of them scaled by a likely lateness of their own), %d from a "
			"likely lateness of their own, %d taken as punctual because neither is "
			"known. Slips of %d settled and %d overdue milestones are known.",
			report->runs, basis->by_history, basis->by_history == 1 ? "is" : "are",
			basis->settled + basis->overdue, basis->scaled, basis->estimated,
			basis->on_time, basis->settled, basis->overdue));
	if (report->hit_rate.judged > 0)
		print_sentence(call, arena_format(arena,
					     "%d of %d settled milestones came in by the day that "
					     "was %d %% sure "
					     "when they were promised.",
					     report->hit_rate.hits, report->hit_rate.judged,
					     report->safe_percent));
	print_end_line(&call->paper);
}

static enum status
print_forecast(struct call *call, const struct forecast_report *report, struct error *error)
{
	enum status status = STATUS_OK;

	if (!report->dated) {
		print_text(&call->paper, PRINT_MUTED, "there is no milestone to forecast");
		print_end_line(&call->paper);
		return STATUS_OK;
	}
	if (report->count > 0)
		status = result_table_print(&call->paper, "forecast", NULL, report, NULL, error);
	print_whole(call, report);
	print_outside(call, report);
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
