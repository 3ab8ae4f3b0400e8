/* SPDX-License-Identifier: MIT */
/*
 * schedule: the milestones in the order in which they are expected, or how what is expected of one
 * has moved.
 */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "rollout/programme/results.h"
#include "result_table.h"

/* What has no date comes last. */
static int
compare_expected(const void *a, const void *b)
{
	const struct milestone_now *left = a, *right = b;

	if (left->dates.expected != right->dates.expected)
		return right->dates.expected == NO_DAY ||
				       (left->dates.expected != NO_DAY &&
					       left->dates.expected < right->dates.expected)
			       ? -1
			       : 1;
	return (left->id > right->id) - (left->id < right->id);
}

static enum status
print_schedule(struct call *call, const struct schedule *schedule, struct error *error)
{
	size_t size = schedule->count * sizeof *schedule->milestones, critical = 0;
	struct milestone_now *sorted = arena_alloc(&call->arena, size + 1);
	struct schedule shown = *schedule;
	char ends[DATE_SIZE];
	enum status status;

	if (schedule->count == 0) {
		print_text(&call->paper, PRINT_MUTED, "there is no milestone to schedule");
		print_end_line(&call->paper);
		return STATUS_OK;
	}
	memcpy(sorted, schedule->milestones, size);
	qsort(sorted, schedule->count, sizeof *sorted, compare_expected);
	shown.milestones = sorted;
	status = result_table_print(&call->paper, "schedule", NULL, &shown, NULL, error);
	for (size_t i = 0; i < schedule->count; i++)
		critical += schedule->milestones[i].dates.critical ? 1 : 0;
	print_end_line(&call->paper);
	if (schedule->ends_on == NO_DAY) {
		print_text(&call->paper, PRINT_MUTED, "no milestone has a date yet");
	} else {
		date_format(schedule->ends_on, ends);
		print_format(&call->paper, PRINT_TITLE, "ends %s, %zu of %zu milestones critical",
			ends, critical, schedule->count);
	}
	print_end_line(&call->paper);
	return status;
}

static void
print_chart(struct call *call, const struct slip_chart *chart)
{
	struct paper *paper = &call->paper;
	char on[DATE_SIZE], forecast[DATE_SIZE];

	print_text(paper, PRINT_TITLE, chart->title);
	print_end_line(paper);
	for (size_t i = 0; i < chart->count; i++) {
		int moved = i > 0 ? chart->reports[i].forecast - chart->reports[i - 1].forecast : 0;

		date_format(chart->reports[i].on, on);
		date_format(chart->reports[i].forecast, forecast);
		print_format(paper, PRINT_PLAIN, "%s  expected %s", on, forecast);
		if (moved != 0)
			print_format(paper, PRINT_WARNING, "  %+d", moved);
		print_end_line(paper);
	}
	if (chart->pattern_count == 0) {
		print_text(paper, PRINT_MUTED, chart->nothing);
		print_end_line(paper);
	}
	for (size_t i = 0; i < chart->pattern_count; i++) {
		print_text(paper, PRINT_WARNING,
			arena_format(&call->arena, "%s: %s: %s", chart->patterns[i].name,
				chart->patterns[i].reason, chart->patterns[i].response));
		print_end_line(paper);
	}
}

static enum status
show_slip(struct call *call, struct error *error)
{
	struct slip_chart chart;
	int64_t id = 0;
	enum status status = call_resolve(call, type_find("milestone"), call->words[0], &id, error);

	if (!status)
		status = programme_slip(call->programme, id, &call->arena, &chart, error);
	if (status)
		return status;
	if (call_wants_document(call))
		return call_write(call, "slip", &chart, error);
	print_chart(call, &chart);
	return STATUS_OK;
}

static enum status
cmd_schedule_show(struct call *call, struct error *error)
{
	const struct schedule *schedule;
	enum status status = call_open(call, error);

	if (!status && call->word_count > 0)
		return show_slip(call, error);
	if (!status)
		status = milestone_now_read(call->programme, &schedule, error);
	if (status)
		return status;
	status = call_wants_document(call) ? call_write(call, "schedule", schedule, error)
					   : print_schedule(call, schedule, error);
	milestone_now_release(schedule);
	return status;
}

const struct command cmd_schedule[] = {
	{
		.place = COMMANDS_DERIVED + 20,
		.name = "schedule",
		.arguments = "[MILESTONE]",
		.summary = "when each milestone is expected, its slack, and what is critical",
		.help = "A milestone is expected when the days of work it takes have passed since "
			"all it waits for, or on the date its owner gave where that is later. "
			"Slack is how long it may slip without moving the end; a milestone "
			"without slack is critical. Slip is measured from the day first "
			"promised.\n"
			"With a milestone, shows what was expected of it from report to report, "
			"and whether that is a pattern: sliding, accelerating, a late surprise, "
			"frozen. A report is kept whenever a forecast changes and at every "
			"programme review.",
		.options = RESULT READING,
		.run = cmd_schedule_show,
	},
	{ .name = NULL },
};
