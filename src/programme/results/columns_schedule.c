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
	{ "milestone", COLUMN_ID, AT(struct milestone_now, identifier), .always = true,
		.help = "The milestone's id." },
	{ NULL, COLUMN_TEXT, AT(struct milestone_now, title), .head = "milestone",
		.help = "Its title." },
	{ NULL, COLUMN_DAY, AT(struct milestone_now, baseline), .head = "baseline",
		.help = "The day it was first promised for." },
	{ "forecast_on", COLUMN_DAY, AT(struct milestone_now, dates.expected),
		.audience = AUDIENCE_TEAM, .head = "forecast",
		.help = "When it is expected, given what it waits for; left out where nobody has dated it." },
	{ "due_on", COLUMN_DAY, AT(struct milestone_now, due), .audience = AUDIENCE_TEAM,
		.help = "Promised last, else entered." },
	{ "late", COLUMN_BOOLEAN, AT(struct milestone_now, late), .always = true,
		.audience = AUDIENCE_TEAM, .help = "Open, and due before today." },
	{ "latest_on", COLUMN_DAY, AT(struct milestone_now, dates.latest),
		.audience = AUDIENCE_TEAM, .head = "latest", .muted = true,
		.help = "The last day that moves no end." },
	{ "slack_days", COLUMN_WHOLE, AT(struct milestone_now, dates.slack), .present = is_dated,
		.minimum = INT32_MIN, .audience = AUDIENCE_TEAM, .head = "slack",
		.help = "latest_on less forecast_on." },
	{ "critical", COLUMN_BOOLEAN, AT(struct milestone_now, dates.critical), .always = true,
		.audience = AUDIENCE_TEAM, .help = "Whether it has no slack, and is open." },
	{ "slip_days", COLUMN_CHANGE, AT(struct milestone_now, slip), .present = has_baseline,
		.audience = AUDIENCE_TEAM, .head = "slip",
		.help = "forecast_on less the first baseline." },
	{ "current_slip_days", COLUMN_CHANGE, AT(struct milestone_now, current_slip),
		.present = has_current_baseline, .audience = AUDIENCE_TEAM, .heading = current_head,
		.help = "forecast_on less the newest baseline." },
	{ NULL, COLUMN_TEXT, .text = schedule_state, .head = "",
		.help = "Whether it is accepted or critical." },
	{ 0 },
};

/* Behind what says which milestone it is. */
const struct result_column *const milestone_schedule = schedule_columns + 1;

static const struct result_column schedule_whole[] = {
	{ "milestones", COLUMN_LIST, ROWS(struct schedule, milestones, count),
		.columns = schedule_columns, .one_line = true, .always = true, .tone = schedule_tone,
		.help = "All but the dropped ones." },
	{ 0 },
};

const struct result result_schedule = { "schedule",
	"When each milestone is expected, and how long it may slip.", AUDIENCE_LEAD,
	sizeof(struct schedule), schedule_whole, NULL };

static const struct result_column pattern_columns[] = {
	{ "pattern", COLUMN_TEXT, AT(struct slip_finding, name), .always = true,
		.help = "What it is called: sliding day for day, frozen and so on." },
	{ "reason", COLUMN_TEXT, AT(struct slip_finding, reason), .always = true,
		.help = "What shows it." },
	{ "response", COLUMN_TEXT, AT(struct slip_finding, response), .always = true,
		.help = "What to do next." },
	{ 0 },
};

static const struct result_column slip_columns[] = {
	{ "on", COLUMN_DAY, AT(struct slip_report, on), .always = true,
		.help = "The day of the report." },
	{ "forecast_on", COLUMN_DAY, AT(struct slip_report, forecast), .always = true,
		.help = "What was expected then." },
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
	{ "milestone", COLUMN_ID, AT(struct slip_chart, identifier), .always = true,
		.help = "The milestone's id." },
	{ "pattern", COLUMN_TEXT, .text = gravest_pattern,
		.help = "The gravest; left out where there is none." },
	{ "reason", COLUMN_TEXT, .text = gravest_reason, .always = true,
		.help = "Why it is that, or why there is none." },
	{ "patterns", COLUMN_LIST, ROWS_INSIDE(struct slip_chart, patterns, pattern_count),
		.columns = pattern_columns, .one_line = true, .always = true,
		.help = "All that hold, the gravest first." },
	{ "reports", COLUMN_LIST, ROWS(struct slip_chart, reports, count), .columns = slip_columns,
		.one_line = true, .always = true, .help = "What was expected, from report to report." },
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
	{ "phase", COLUMN_ID, AT(struct forecast_line, identifier),
		.help = "The phase's id; left out for the whole." },
	{ "name", COLUMN_TEXT, AT(struct forecast_line, name), .always = true, .head = "phase",
		.help = "Its name." },
	{ "ends_on", COLUMN_DAY, AT(struct forecast_line, planned), .head = "ends", .muted = true,
		.help = "The last day of the phase." },
	{ "forecast_on", COLUMN_DAY, AT(struct forecast_line, expected), .always = true,
		.head = "expected", .help = "What of it is expected last." },
	{ "middle_on", COLUMN_DAY, AT(struct forecast_line, middle), .always = true,
		.heading = middle_head, .help = "middle_percent of the courses have ended by then." },
	{ "safe_on", COLUMN_DAY, AT(struct forecast_line, safe), .always = true,
		.heading = safe_head, .tone = safe_tone, .help = "safe_percent have." },
	{ "open", COLUMN_WHOLE, AT(struct forecast_line, open), .always = true, .head = "open",
		.help = "Milestones not accepted." },
	{ 0 },
};

static const struct result_column forecast_whole[] = {
	{ "runs", COLUMN_WHOLE, AT(struct forecast_report, runs), .always = true, .minimum = 1,
		.help = "Simulated courses." },
	{ "middle_percent", COLUMN_WHOLE, AT(struct forecast_report, middle_percent),
		.always = true, .help = "The share of them that middle_on stands for." },
	{ "safe_percent", COLUMN_WHOLE, AT(struct forecast_report, safe_percent), .always = true,
		.help = "The share that safe_on stands for." },
	{ "history", COLUMN_WHOLE, AT(struct forecast_report, history), .always = true,
		.help = "Milestones reached whose slip is known." },
	{ "estimated", COLUMN_WHOLE, AT(struct forecast_report, estimated), .always = true,
		.help = "Open ones with a likely lateness of their own." },
	{ "by_history", COLUMN_WHOLE, AT(struct forecast_report, by_history), .always = true,
		.help = "Open ones drawn from the history." },
	{ "on_time", COLUMN_WHOLE, AT(struct forecast_report, on_time), .always = true,
		.help = "Open ones taken as punctual: neither is known." },
	{ "ends", COLUMN_LIST, ROWS(struct forecast_report, lines, count),
		.columns = forecast_columns, .one_line = true, .always = true,
		.help = "Each phase with milestones, then the whole." },
	{ 0 },
};

const struct result result_forecast = { "forecast", "When each phase is likely to end.",
	AUDIENCE_LEAD, sizeof(struct forecast_report), forecast_whole, NULL };
