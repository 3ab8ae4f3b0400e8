/* SPDX-License-Identifier: MIT */
/*
 * schedule: the milestones in the order in which they are expected, or how what is expected of one
 * has moved. Must not work out a date.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "rollout/programme/report.h"
#include "table.h"

/* What has no date comes last. */
static int
compare_expected(const void *a, const void *b)
{
	const struct milestone_now *left = *(const struct milestone_now *const *)a;
	const struct milestone_now *right = *(const struct milestone_now *const *)b;

	if (left->dates.expected != right->dates.expected)
		return right->dates.expected == NO_DAY ||
				       (left->dates.expected != NO_DAY &&
					       left->dates.expected < right->dates.expected)
			       ? -1
			       : 1;
	return (left->id > right->id) - (left->id < right->id);
}

static void
add_day(struct table *table, enum role role, day date)
{
	char text[DATE_SIZE] = "";

	if (date != NO_DAY)
		date_format(date, text);
	table_add_cell(table, role, text);
}

static const char *
slip_words(struct call *call, int slip)
{
	return slip == 0 ? "0" : arena_format(&call->arena, "%+d", slip);
}

/* Whether somebody has promised anew since the first time. */
static bool
is_promised_anew(const struct schedule *report)
{
	for (size_t i = 0; i < report->count; i++)
		if (report->milestones[i].current_baseline != report->milestones[i].baseline)
			return true;
	return false;
}

static const char *
state_words(const struct milestone_now *item)
{
	if (item->dates.accepted)
		return "accepted";
	if (item->late)
		return item->dates.critical ? "late, critical" : "late";
	return item->dates.critical ? "critical" : "";
}

static void
add_row(struct call *call, struct table *table, const struct milestone_now *item, bool anew)
{
	const struct schedule_item *dates = &item->dates;
	enum role role =
		dates->critical ? ROLE_WARNING : (dates->accepted ? ROLE_MUTED : ROLE_PLAIN);

	table_add_cell(table, role, item->title);
	add_day(table, role, item->baseline);
	add_day(table, role, dates->expected);
	add_day(table, ROLE_MUTED, dates->latest);
	table_add_cell(table, role,
		dates->expected == NO_DAY ? "" : arena_format(&call->arena, "%d", dates->slack));
	table_add_cell(table, role, item->baseline == NO_DAY ? "" : slip_words(call, item->slip));
	if (anew)
		table_add_cell(table, role,
			item->current_baseline == NO_DAY ? ""
							 : slip_words(call, item->current_slip));
	table_add_cell(table, role, state_words(item));
}

static void
print_schedule(struct call *call, const struct schedule *report)
{
	const struct milestone_now **order =
		arena_alloc(&call->arena, (report->count + 1) * sizeof *order);
	struct table table;
	bool anew = is_promised_anew(report);
	size_t critical = 0;
	char ends[DATE_SIZE];

	if (report->count == 0) {
		print_text(&call->paper, ROLE_MUTED, "there is no milestone to schedule");
		print_end_line(&call->paper);
		return;
	}
	for (size_t i = 0; i < report->count; i++)
		order[i] = &report->milestones[i];
	qsort(order, report->count, sizeof *order, compare_expected);
	table_init(&table, &call->paper);
	table_add_column(&table, "milestone", false, false);
	table_add_column(&table, "baseline", false, true);
	table_add_column(&table, "forecast", false, true);
	table_add_column(&table, "latest", false, true);
	table_add_column(&table, "slack", true, false);
	table_add_column(&table, "slip", true, false);
	if (anew)
		table_add_column(&table, "current", true, false);
	table_add_column(&table, "", false, false);
	for (size_t i = 0; i < report->count; i++) {
		add_row(call, &table, order[i], anew);
		critical += order[i]->dates.critical ? 1 : 0;
	}
	table_finish(&table);
	print_end_line(&call->paper);
	if (report->ends_on == NO_DAY) {
		print_text(&call->paper, ROLE_MUTED, "no milestone has a date yet");
	} else {
		date_format(report->ends_on, ends);
		print_format(&call->paper, ROLE_TITLE, "ends %s, %zu of %zu milestones critical",
			ends, critical, report->count);
	}
	print_end_line(&call->paper);
}

static void
print_chart(struct call *call, const struct slip_chart *chart)
{
	struct paper *paper = &call->paper;
	char on[DATE_SIZE], forecast[DATE_SIZE];

	print_text(paper, ROLE_TITLE, chart->title);
	print_end_line(paper);
	for (size_t i = 0; i < chart->count; i++) {
		int moved = i > 0 ? chart->reports[i].forecast - chart->reports[i - 1].forecast : 0;

		date_format(chart->reports[i].on, on);
		date_format(chart->reports[i].forecast, forecast);
		print_format(paper, ROLE_PLAIN, "%s  expected %s", on, forecast);
		if (moved != 0)
			print_format(paper, ROLE_WARNING, "  %+d", moved);
		print_end_line(paper);
	}
	if (chart->pattern_count == 0) {
		print_text(paper, ROLE_MUTED, chart->nothing);
		print_end_line(paper);
	}
	for (size_t i = 0; i < chart->pattern_count; i++) {
		print_text(paper, ROLE_WARNING,
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
	if (call_given(call, OPTION_JSON))
		return report_write_slip(call->programme, &chart, STDOUT_FILENO, error);
	print_chart(call, &chart);
	return STATUS_OK;
}

enum status
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
	if (call_given(call, OPTION_JSON))
		status = report_write_schedule(call->programme, schedule, STDOUT_FILENO, error);
	else
		print_schedule(call, schedule);
	milestone_now_release(schedule);
	return status;
}
