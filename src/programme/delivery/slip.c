/* SPDX-License-Identifier: MIT */
/*
 * Gathers the reports on a milestone, those on what it waits for, and the programme reviews.
 * Which pattern they show, rules/slip_pattern.h says.
 */
#include "rollout/programme/slip.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

/* Reports that grow by doubling. */
struct series {
	struct slip_report *items;
	size_t count, space;
};

struct charting {
	struct programme *programme;
	struct arena *arena;
	struct slip_chart *chart;
	day *reviews;
	size_t review_count, review_space;
	bool predecessors_moved;
	day unmoved_since;
};

static enum status
take_report(void *context, const struct record *record, struct error *error)
{
	struct series *series = context;
	struct slip_report report;

	(void)error;
	if (!record_day(record, "on", &report.on) ||
		!record_day(record, "forecast_on", &report.forecast))
		return STATUS_OK;
	if (series->count > 0 && series->items[series->count - 1].on == report.on)
		series->count--;
	if (series->count == series->space) {
		series->space = series->space > 0 ? series->space * 2 : 16;
		series->items = memory_resize(series->items, series->space, sizeof *series->items);
	}
	series->items[series->count++] = report;
	return STATUS_OK;
}

/* By day; of several on one day the last counts. */
static enum status
read_series(
	struct charting *charting, int64_t milestone, struct series *series, struct error *error)
{
	const struct type *type = type_find("forecast");
	struct query query = {
		.type = type, .order = type_field_index(type, "on") + 1, .condition_count = 1
	};

	query.conditions[0] = (struct condition){ type_field_index(type, "milestone"),
		COMPARE_EQUAL, value_integer(milestone) };
	return programme_each(charting->programme, &query, take_report, series, error);
}

/* Whether what it waits for has a report of a move since its own last. */
static enum status
take_link(void *context, const struct record *record, struct error *error)
{
	struct charting *charting = context;
	struct series series = { 0 };
	enum status status =
		read_series(charting, record_get(record, "from")->integer, &series, error);

	for (size_t i = 1; status == STATUS_OK && i < series.count; i++)
		if (series.items[i].on > charting->unmoved_since &&
			series.items[i].forecast != series.items[i - 1].forecast)
			charting->predecessors_moved = true;
	free(series.items);
	return status;
}

static enum status
take_meeting(void *context, const struct record *record, struct error *error)
{
	struct charting *charting = context;
	const struct value *held = record_get(record, "held");
	day on;

	(void)error;
	if (held->kind != VALUE_INTEGER || held->integer == 0 || !record_day(record, "on", &on))
		return STATUS_OK;
	if (charting->review_count == charting->review_space) {
		charting->review_space =
			charting->review_space > 0 ? charting->review_space * 2 : 16;
		charting->reviews = memory_resize(
			charting->reviews, charting->review_space, sizeof *charting->reviews);
	}
	charting->reviews[charting->review_count++] = on;
	return STATUS_OK;
}

static enum status
take_forum(void *context, const struct record *record, struct error *error)
{
	struct charting *charting = context;
	const struct type *type = type_find("meeting");
	struct query query = {
		.type = type, .order = type_field_index(type, "on") + 1, .condition_count = 1
	};

	if (strcmp(record_get(record, "level")->text, "programme") != 0)
		return STATUS_OK;
	query.conditions[0] = (struct condition){ type_field_index(type, "forum"), COMPARE_EQUAL,
		value_integer(record->id) };
	return programme_each(charting->programme, &query, take_meeting, charting, error);
}

static enum status
read_surroundings(struct charting *charting, struct error *error)
{
	const struct type *type = type_find("dependency");
	struct query links = { .type = type, .condition_count = 1 };
	struct query forums = { .type = type_find("forum") };
	enum status status;

	links.conditions[0] = (struct condition){ type_field_index(type, "to"), COMPARE_EQUAL,
		value_integer(charting->chart->milestone) };
	status = programme_each(charting->programme, &links, take_link, charting, error);
	if (status != STATUS_OK)
		return status;
	return programme_each(charting->programme, &forums, take_forum, charting, error);
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
	struct charting charting = { .programme = programme, .arena = arena, .chart = out };
	struct series series = { 0 };
	enum status status = store_begin_read(programme->store, error);

	*out = (struct slip_chart){ .milestone = milestone };
	if (status != STATUS_OK)
		return status;
	out->identifier = programme_identifier(programme, type, milestone, arena);
	out->title = programme_title(programme, type, milestone, arena);
	status = read_series(&charting, milestone, &series, error);
	if (status == STATUS_OK && series.count > 0)
		charting.unmoved_since = slip_pattern_unmoved_since(series.items, series.count);
	if (status == STATUS_OK)
		status = read_surroundings(&charting, error);
	if (status == STATUS_OK)
		judge(&charting, &series);
	store_end_read(programme->store);
	free(series.items);
	free(charting.reviews);
	return status;
}
