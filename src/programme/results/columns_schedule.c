/* SPDX-License-Identifier: MIT */
/* When what is expected, how that has moved, and when it is likely. Must not work out a date. */
#include "columns.h"
#include "rollout/programme/forecast.h"
#include "rollout/programme/milestone_now.h"
#include "rollout/programme/slip.h"

static bool
is_dated(const void *row)
{
	return ((const struct milestone_now *)row)->dates.expected != NO_DAY;
}

static bool
has_baseline(const void *row)
{
	return ((const struct milestone_now *)row)->baseline != NO_DAY;
}

static bool
has_current_baseline(const void *row)
{
	return ((const struct milestone_now *)row)->current_baseline != NO_DAY;
}

static const char *
schedule_state(const void *row, struct arena *arena)
{
	const struct milestone_now *item = row;

	(void)arena;
	if (item->dates.accepted)
		return "accepted";
	if (item->late)
		return item->dates.critical ? "late, critical" : "late";
	return item->dates.critical ? "critical" : "";
}

static enum tone
schedule_tone(const void *row)
{
	const struct schedule_item *dates = &((const struct milestone_now *)row)->dates;

	return dates->critical ? TONE_WARNING : dates->accepted ? TONE_MUTED : TONE_PLAIN;
}

/* Only where somebody has promised anew since the first time. */
static const char *
current_head(const void *whole, struct arena *arena)
{
	const struct schedule *report = whole;

	(void)arena;
	for (size_t i = 0; i < report->count; i++)
		if (report->milestones[i].current_baseline != report->milestones[i].baseline)
			return "current";
	return NULL;
}

/* clang-format off */

static const struct result_column schedule_columns[] = {
	{ "milestone", COLUMN_ID, "The milestone's id.", AT(struct milestone_now, identifier) },
	{ "name", COLUMN_TEXT, "Its title.", AT(struct milestone_now, title), .head = "milestone" },
	{ NULL, COLUMN_DAY, "The day it was first promised for.",
		AT(struct milestone_now, baseline), .head = "baseline" },
	{ "forecast_on", COLUMN_DAY,
		"When it is expected, given what it waits for; left out where nobody has dated it.",
		AT(struct milestone_now, dates.expected), .audience = AUDIENCE_TEAM,
		.head = "forecast", .optional = true },
	{ "due_on", COLUMN_DAY, "Promised last, else entered.", AT(struct milestone_now, due),
		.audience = AUDIENCE_TEAM, .optional = true },
	{ "late", COLUMN_BOOLEAN, "Open, and due before today.", AT(struct milestone_now, late),
		.audience = AUDIENCE_TEAM },
	{ "latest_on", COLUMN_DAY, "The last day that moves no end.",
		AT(struct milestone_now, dates.latest), .audience = AUDIENCE_TEAM, .head = "latest",
		.muted = true, .optional = true },
	{ "slack_days", COLUMN_WHOLE, "latest_on less forecast_on.",
		AT(struct milestone_now, dates.slack), .present = is_dated, .minimum = INT32_MIN,
		.audience = AUDIENCE_TEAM, .head = "slack", .optional = true },
	{ "critical", COLUMN_BOOLEAN, "Whether it has no slack, and is open.",
		AT(struct milestone_now, dates.critical), .audience = AUDIENCE_TEAM },
	{ "slip_days", COLUMN_CHANGE, "forecast_on less the first baseline.",
		AT(struct milestone_now, slip), .present = has_baseline, .audience = AUDIENCE_TEAM,
		.head = "slip", .optional = true },
	{ "current_slip_days", COLUMN_CHANGE, "forecast_on less the newest baseline.",
		AT(struct milestone_now, current_slip), .present = has_current_baseline,
		.audience = AUDIENCE_TEAM, .heading = current_head, .optional = true },
	{ NULL, COLUMN_TEXT, "Whether it is accepted or critical.", .text = schedule_state,
		.head = "" },
	{ 0 },
};

/* Behind what says which milestone it is. */
const struct result_column *const milestone_schedule = schedule_columns + 2;

static const struct result_column schedule_whole[] = {
	{ "milestones", COLUMN_LIST, "All but the dropped ones.",
		ROWS(struct schedule, milestones, count), .columns = schedule_columns,
		.one_line = true, .tone = schedule_tone },
	{ 0 },
};

const struct result result_schedule = { "schedule",
	"When each milestone is expected, and how long it may slip.", AUDIENCE_LEAD,
	sizeof(struct schedule), schedule_whole, NULL };

static const struct result_column pattern_columns[] = {
	{ "pattern", COLUMN_TEXT, "What it is called: sliding day for day, frozen and so on.",
		AT(struct slip_finding, name) },
	{ "reason", COLUMN_TEXT, "What shows it.", AT(struct slip_finding, reason) },
	{ "response", COLUMN_TEXT, "What to do next.", AT(struct slip_finding, response) },
	{ 0 },
};

static const struct result_column slip_columns[] = {
	{ "on", COLUMN_DAY, "The day of the report.", AT(struct slip_report, on) },
	{ "forecast_on", COLUMN_DAY, "What was expected then.", AT(struct slip_report, forecast) },
	{ 0 },
};

static const char *
gravest_pattern(const void *whole, struct arena *arena)
{
	const struct slip_chart *chart = whole;

	(void)arena;
	return chart->pattern_count > 0 ? chart->patterns[0].name : NULL;
}

static const char *
gravest_reason(const void *whole, struct arena *arena)
{
	const struct slip_chart *chart = whole;

	(void)arena;
	return chart->pattern_count > 0 ? chart->patterns[0].reason : chart->nothing;
}

static const struct result_column slip_whole[] = {
	{ "milestone", COLUMN_ID, "The milestone's id.", AT(struct slip_chart, identifier) },
	{ "pattern", COLUMN_TEXT, "The gravest; left out where there is none.",
		.text = gravest_pattern, .optional = true },
	{ "reason", COLUMN_TEXT, "Why it is that, or why there is none.", .text = gravest_reason },
	{ "patterns", COLUMN_LIST, "All that hold, the gravest first.",
		ROWS_INSIDE(struct slip_chart, patterns, pattern_count), .columns = pattern_columns,
		.one_line = true },
	{ "reports", COLUMN_LIST, "What was expected, from report to report.",
		ROWS(struct slip_chart, reports, count), .columns = slip_columns,
		.one_line = true },
	{ 0 },
};

const struct result result_slip = { "slip", "How the forecast of one milestone has moved.",
	AUDIENCE_LEAD, sizeof(struct slip_chart), slip_whole, "reports" };

static const char *
middle_head(const void *whole, struct arena *arena)
{
	return arena_format(arena, "P%d", ((const struct forecast_report *)whole)->middle_percent);
}

static const char *
safe_head(const void *whole, struct arena *arena)
{
	return arena_format(arena, "P%d", ((const struct forecast_report *)whole)->safe_percent);
}

static enum tone
safe_tone(const void *row)
{
	const struct forecast_line *line = row;

	return line->planned != NO_DAY && line->safe > line->planned ? TONE_WARNING : TONE_PLAIN;
}

static const struct result_column forecast_columns[] = {
	{ "phase", COLUMN_ID, "The phase's id.", AT(struct forecast_line, identifier),
		.optional = true },
	{ "name", COLUMN_TEXT, "Its name.", AT(struct forecast_line, name), .head = "phase" },
	{ "ends_on", COLUMN_DAY, "The last day of the phase.", AT(struct forecast_line, planned),
		.head = "ends", .muted = true, .optional = true },
	{ "forecast_on", COLUMN_DAY, "What of it is expected last.",
		AT(struct forecast_line, expected), .head = "expected" },
	{ "p50_on", COLUMN_DAY, "middle_percent of the courses have ended by then.",
		AT(struct forecast_line, middle), .heading = middle_head },
	{ "p80_on", COLUMN_DAY, "safe_percent have.", AT(struct forecast_line, safe),
		.heading = safe_head, .tone = safe_tone },
	{ "open", COLUMN_WHOLE, "Milestones not accepted.", AT(struct forecast_line, open),
		.head = "open" },
	{ 0 },
};

static const struct result_column outside_columns[] = {
	{ "p50_on", COLUMN_DAY, "middle_percent of the courses have ended by then; left out while "
		"four weeks, or an accepted milestone in them, are missing, and when all is done.",
		AT(struct outside_view, middle), .optional = true },
	{ "p80_on", COLUMN_DAY, "safe_percent have.", AT(struct outside_view, safe),
		.optional = true },
	{ "weeks", COLUMN_WHOLE, "Past weeks that are drawn from.", AT(struct outside_view, weeks) },
	{ "accepted", COLUMN_WHOLE, "Milestones accepted in them.",
		AT(struct outside_view, accepted) },
	{ "remaining", COLUMN_WHOLE, "Milestones still to be accepted.",
		AT(struct outside_view, remaining) },
	{ 0 },
};

static const struct result_column hit_columns[] = {
	{ "hits", COLUMN_WHOLE, "Settled milestones that came in by the day that was safe when "
		"they were promised.", AT(struct hit_rate, hits) },
	{ "judged", COLUMN_WHOLE, "All settled ones.", AT(struct hit_rate, judged) },
	{ 0 },
};

static const struct result_column basis_columns[] = {
	{ "settled", COLUMN_WHOLE, "Milestones reached whose slip is known.",
		AT(struct forecast_basis, settled) },
	{ "overdue", COLUMN_WHOLE, "Open ones past their first promise, by their slip so far.",
		AT(struct forecast_basis, overdue) },
	{ "estimated", COLUMN_WHOLE, "Open ones drawn from a likely lateness of their own.",
		AT(struct forecast_basis, estimated) },
	{ "by_history", COLUMN_WHOLE, "Open ones drawn from the slips so far.",
		AT(struct forecast_basis, by_history) },
	{ "scaled", COLUMN_WHOLE, "Of those, by a likely lateness of their own.",
		AT(struct forecast_basis, scaled) },
	{ "on_time", COLUMN_WHOLE, "Open ones taken as punctual: neither is known.",
		AT(struct forecast_basis, on_time) },
	{ 0 },
};

static bool
is_apart(const void *whole)
{
	return ((const struct forecast_report *)whole)->apart_days != 0;
}

static bool
is_dated_at_all(const void *whole)
{
	return ((const struct forecast_report *)whole)->dated;
}

static const struct result_column forecast_whole[] = {
	{ "runs", COLUMN_WHOLE, "Simulated courses.", AT(struct forecast_report, runs),
		.minimum = 1 },
	{ "middle_percent", COLUMN_WHOLE, "The share of them that p50_on stands for.",
		AT(struct forecast_report, middle_percent) },
	{ "safe_percent", COLUMN_WHOLE, "The share that p80_on stands for.",
		AT(struct forecast_report, safe_percent) },
	{ "phases", COLUMN_LIST, "Each phase with milestones.",
		ROWS(struct forecast_report, phases, count), .columns = forecast_columns,
		.one_line = true },
	{ "whole", COLUMN_OBJECT, "All milestones.", IN(struct forecast_report, whole),
		.present = is_dated_at_all, .columns = forecast_columns, .one_line = true, .optional = true },
	{ "outside", COLUMN_OBJECT, "The end at the pace of the past weeks.",
		IN(struct forecast_report, outside), .columns = outside_columns, .one_line = true },
	{ "apart_days", COLUMN_CHANGE, "The outside's p80_on less the whole's; rule P6 says when "
		"they are too far apart.", AT(struct forecast_report, apart_days),
		.present = is_apart, .optional = true },
	{ "hit_rate", COLUMN_OBJECT, "How past ones turned out.",
		IN(struct forecast_report, hit_rate), .columns = hit_columns, .one_line = true },
	{ "rests_on", COLUMN_OBJECT, "What the courses are drawn from.",
		IN(struct forecast_report, basis), .columns = basis_columns, .one_line = true },
	{ 0 },
};

const struct result result_forecast = { "forecast", "When each phase is likely to end.",
	AUDIENCE_LEAD, sizeof(struct forecast_report), forecast_whole, NULL };
