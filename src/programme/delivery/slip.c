/* SPDX-License-Identifier: MIT */
/*
 * Gathers the reports on a milestone, those on what it waits for, and the programme reviews: of all
 * of them what was known today.
 * Which pattern they show, rules/slip_pattern.h says.
 */
#include "rollout/programme/slip.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

struct series {
	struct slip_report *items;
	size_t count;
};

struct charting {
	struct programme *programme;
	struct error *error;
	struct arena *arena;
	struct slip_chart *chart;
	day *reviews;
	size_t review_count;
	bool predecessors_moved;
};

/* By day; of several on one day the last counts. */
static enum status
read_series(const struct charting *charting, int64_t milestone, struct series *series)
{
	struct rows rows = rows_open(charting->programme, NULL, charting->error);
	struct record record;

	rows_where(&rows, "forecast", "milestone", value_integer(milestone), "on");
	while (rows_next(&rows, &record)) {
		struct slip_report report = { .on = record_date(&record, "on"),
			.forecast = record_date(&record, "forecast_on") };

		if (report.on == NO_DAY || report.forecast == NO_DAY ||
			report.on > charting->programme->today)
			continue;
		if (series->count > 0 && series->items[series->count - 1].on == report.on)
			series->count--;
		series->items = array_grow(series->items, series->count, sizeof *series->items);
		series->items[series->count++] = report;
	}
	return rows_close(&rows);
}

static bool
has_moved_since(const struct series *series, day since)
{
	for (size_t i = 1; i < series->count; i++)
		if (series->items[i].on > since &&
			series->items[i].forecast != series->items[i - 1].forecast)
			return true;
	return false;
}

/* Whether what it waits for has a report of a move since its own last. */
static void
read_predecessors(struct charting *charting, struct rows *rows, day since)
{
	struct record record;

	rows_where(rows, "dependency", "to", value_integer(charting->chart->milestone), NULL);
	while (rows_next(rows, &record)) {
		struct series series = { 0 };

		rows->status = read_series(charting, record_number(&record, "from"), &series);
		if (has_moved_since(&series, since))
			charting->predecessors_moved = true;
		free(series.items);
	}
}

static enum status
read_reviews(struct charting *charting, int64_t forum)
{
	struct rows rows = rows_open(charting->programme, NULL, charting->error);
	struct record record;

	rows_where(&rows, "meeting", "forum", value_integer(forum), "on");
	while (rows_next(&rows, &record)) {
		if (!calendar_has_held(&record, charting->programme->today))
			continue;
		charting->reviews = array_grow(
			charting->reviews, charting->review_count, sizeof *charting->reviews);
		charting->reviews[charting->review_count++] = record_date(&record, "on");
	}
	return rows_close(&rows);
}

static const char *
reason_words(struct arena *arena, enum slip_pattern pattern, const struct slip_limits *limits)
{
	switch (pattern) {
	case SLIP_SURPRISE:
		return arena_format(arena,
			"the first move came with fewer than %d days to go and was longer than %d",
			limits->surprise_within, limits->surprise_days);
	case SLIP_ACCELERATING:
		return arena_format(
			arena, "the last %d slips grew each time", limits->accelerating_slips);
	case SLIP_SLIDING:
		return arena_format(arena,
			"between the last %d reports the forecast moved by at least %d %% of the "
			"time that passed",
			limits->slide_reports, limits->slide_percent);
	case SLIP_FROZEN:
		return arena_format(arena, "untouched for %d reviews while what it waits for moved",
			limits->frozen_reviews);
	case SLIP_PATTERNS: break;
	}
	return "";
}

static const char *
response_words(enum slip_pattern pattern)
{
	switch (pattern) {
	case SLIP_SURPRISE: return "ask who knew before";
	case SLIP_ACCELERATING: return "plan the rest of it anew";
	case SLIP_SLIDING: return "ask what would have to change for the date to hold";
	case SLIP_FROZEN: return "ask its owner for a forecast";
	case SLIP_PATTERNS: break;
	}
	return "";
}

static void
judge(struct charting *charting, const struct series *series)
{
	struct store *store = charting->programme->store;
	struct slip_chart *chart = charting->chart;
	const struct slip_limits limits = {
		(int)store_setting(store, "slide_rate_percent"),
		(int)store_setting(store, "slide_reports"),
		(int)store_setting(store, "accelerating_slips"),
		(int)store_setting(store, "late_surprise_days"),
		(int)store_setting(store, "late_surprise_within_days"),
		(int)store_setting(store, "frozen_reviews"),
	};

	bool holds[SLIP_PATTERNS];

	chart->count = series->count;
	chart->reports = arena_alloc(charting->arena, (series->count + 1) * sizeof *chart->reports);
	if (series->count > 0)
		memcpy(chart->reports, series->items, series->count * sizeof *chart->reports);
	slip_pattern_find(chart->reports, chart->count, charting->reviews, charting->review_count,
		charting->predecessors_moved, &limits, holds);
	for (enum slip_pattern i = 0; i < SLIP_PATTERNS; i++)
		if (holds[i])
			chart->patterns[chart->pattern_count++] =
				(struct slip_finding){ slip_pattern_name(i),
					reason_words(charting->arena, i, &limits),
					response_words(i) };
	chart->nothing =
		chart->count < 2 ? "fewer than two reports: nothing can be said yet" : "no pattern";
}

enum status
programme_slip(struct programme *programme, int64_t milestone, struct arena *arena,
	struct slip_chart *out, struct error *error)
{
	const struct type *type = type_find("milestone");
	struct charting charting = {
		.programme = programme, .error = error, .arena = arena, .chart = out
	};
	struct rows rows = rows_open(programme, NULL, error);
	struct series series = { 0 };
	struct record forum;

	*out = (struct slip_chart){ .milestone = milestone };
	out->identifier = programme_identifier(programme, type, milestone, arena);
	out->title = programme_title(programme, type, milestone, arena);
	if (rows.status == STATUS_OK)
		rows.status = read_series(&charting, milestone, &series);
	read_predecessors(&charting, &rows,
		series.count > 0 ? slip_pattern_unmoved_since(series.items, series.count) : 0);
	rows_where(&rows, "forum", "level", value_text("programme"), NULL);
	while (rows_next(&rows, &forum))
		rows.status = read_reviews(&charting, forum.id);
	if (rows.status == STATUS_OK)
		judge(&charting, &series);
	free(series.items);
	free(charting.reviews);
	return rows_close(&rows);
}
