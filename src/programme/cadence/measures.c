/* SPDX-License-Identifier: MIT */
/*
 * From readings to measures: the last against the one before, the last eight as a line, all of them
 * as a chart. Whether something is beyond chance is asked of src/rules, as the signals do.
 */
#include "programme/cadence/measures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "programme/cadence/adoption.h"
#include "programme/document/document.h"
#include "rollout/rules/run_chart.h"

const char *
measure_name(enum measure_kind kind)
{
	switch (kind) {
	case MEASURE_ADOPTION: return "adoption";
	case MEASURE_PARTICIPATION: return "participation";
	case MEASURE_RESPONSE: return "response";
	case MEASURE_SENTIMENT: return "sentiment";
	case MEASURE_BLOCKERS: return "blockers";
	case MEASURE_DECISION_CHANGE: return "decision_change";
	case MEASURE_KINDS: break;
	}
	return "";
}

const char *
measure_cut_name(enum measure_cut cut)
{
	switch (cut) {
	case MEASURE_WHOLE: return "whole";
	case MEASURE_BY_FORUM: return "forum";
	case MEASURE_BY_TEAM: return "team";
	case MEASURE_BY_GROUP: return "group";
	case MEASURE_BY_WAVE: return "wave";
	case MEASURE_CUTS: break;
	}
	return "";
}

const char *
measure_unit(enum measure_kind kind)
{
	switch (kind) {
	case MEASURE_ADOPTION:
	case MEASURE_PARTICIPATION:
	case MEASURE_DECISION_CHANGE: return "percent";
	case MEASURE_RESPONSE: return "working days";
	case MEASURE_SENTIMENT: return "points";
	case MEASURE_BLOCKERS: return "blockers";
	case MEASURE_KINDS: break;
	}
	return "";
}

bool
measure_is_worse_high(enum measure_kind kind)
{
	return kind == MEASURE_RESPONSE || kind == MEASURE_BLOCKERS;
}

const char *
measure_text(enum measure_kind kind, int value, struct arena *arena)
{
	if (value == MEASURE_NONE)
		return "-";
	if (kind == MEASURE_SENTIMENT)
		return arena_format(arena, "%.1f", value / 100.0);
	return arena_format(arena, "%ld%s", lround(value / 100.0),
		kind == MEASURE_BLOCKERS   ? ""
		: kind == MEASURE_RESPONSE ? " d"
					   : " %");
}

static const char *
words_of(const struct measure *item, struct arena *arena)
{
	static const char *const labels[] = { "adoption", "participation", "response time",
		"sentiment", "blockers", "decision change" };
	const char *before = item->before == MEASURE_NONE || item->before == item->value
				     ? ""
				     : arena_format(arena, " (before %s)",
					       measure_text(item->kind, item->before, arena));

	return arena_format(arena, "%s %s%s%s", labels[item->kind],
		measure_text(item->kind, item->value, arena), before,
		item->beyond_chance   ? ", beyond chance"
		: item->early_warning ? ", early warning"
				      : "");
}

const char *
measures_words(const struct measures_report *report, struct arena *arena)
{
	const char *words = NULL;

	for (size_t i = 0; i < report->count; i++) {
		const struct measure *item = &report->items[i];

		if (item->by == MEASURE_WHOLE && item->value != MEASURE_NONE)
			words = arena_format(arena, "%s%s%s", words ? words : "", words ? "; " : "",
				words_of(item, arena));
	}
	return words;
}

static bool
is_worse(unsigned kind, int value, int other)
{
	return measure_is_worse_high(kind) ? value > other : value < other;
}

/* Of the windows that are over, those that have a value. */
static size_t
collect_values(struct measuring *measuring, const struct measure_series *series, double *values)
{
	size_t count = 0;

	for (int i = 0; i < measuring->windows - 1; i++)
		if (series->readings[i].value != MEASURE_NONE)
			values[count++] = series->readings[i].value;
	return count;
}

static int
setting_of(const struct measuring *measuring, const char *key)
{
	return (int)store_setting(measuring->programme->store, key);
}

static bool
is_worse_than_ever(struct measuring *measuring, const struct measure_series *series)
{
	int last = measuring->windows - 2, earlier = 0;

	if (last < 0 || series->readings[last].value == MEASURE_NONE)
		return false;
	for (int i = 0; i < last; i++) {
		int value = series->readings[i].value;

		if (value == MEASURE_NONE)
			continue;
		earlier++;
		if (!is_worse(series->kind, series->readings[last].value, value))
			return false;
	}
	return earlier + 1 >= setting_of(measuring, "early_warning_readings_min");
}

/* What is compared with the window before; the others are compared with their aim. */
static bool
is_beyond_chance(struct measuring *measuring, const struct measure_series *series, int last)
{
	const struct measure_reading *now = &series->readings[last], *before = now - 1;
	const struct fall_limits limits = { setting_of(measuring, "chance_percent"),
		setting_of(measuring, "sentiment_drop_tenths"),
		setting_of(measuring, "sentiment_drop_answers") };

	if (series->kind == MEASURE_SENTIMENT)
		return last > 0 && now->scores && before->scores &&
		       chance_has_fallen(before->scores, now->scores, &limits);
	if (series->kind == MEASURE_BLOCKERS)
		return last > 0 && chance_of_rise(before->n, now->n) * 100 <= limits.percent;
	return now->beyond_chance;
}

static struct measure_chart
draw_chart(struct measuring *measuring, const struct measure_series *series)
{
	size_t baseline = (size_t)setting_of(measuring, "run_chart_readings_min"), count;
	double *values = memory_new((size_t)measuring->windows + 1, sizeof *values);
	struct measure_chart chart = { 0 };
	struct run_chart run;

	count = collect_values(measuring, series, values);
	if (count >= baseline) {
		run = run_chart_read(values, count, baseline,
			setting_of(measuring, "run_chart_run_extra"),
			setting_of(measuring, "run_chart_crossings_percent"));
		chart = (struct measure_chart){ .readings = (int)count,
			.useful = run.useful,
			.median = (int)lround(run.median),
			.longest = run.longest,
			.longest_most = run.longest_most,
			.crossings = run.crossings,
			.crossings_least = run.crossings_least,
			.shifted = run.shifted,
			.mean = MEASURE_NONE,
			.lower = MEASURE_NONE,
			.upper = MEASURE_NONE };
	}
	if (chart.readings > 0 && count >= (size_t)setting_of(measuring, "limits_readings_min") &&
		(series->kind == MEASURE_PARTICIPATION || series->kind == MEASURE_RESPONSE)) {
		struct variation variation = variation_of(values, count);

		chart.mean = (int)lround(variation.mean);
		chart.lower = (int)lround(fmax(variation.lower, 0));
		chart.upper = (int)lround(series->kind == MEASURE_PARTICIPATION
						  ? fmin(variation.upper, 10000)
						  : variation.upper);
	}
	free(values);
	return chart;
}

struct measure
measuring_judge(struct measuring *measuring, const struct measure_series *series)
{
	static const struct measure_reading nothing = { .value = MEASURE_NONE,
		.p85 = MEASURE_NONE };
	int last = measuring->windows - 2, shown = setting_of(measuring, "windows_shown");
	const struct measure_reading *now = last >= 0 ? &series->readings[last] : &nothing;
	struct measure out = { .kind = series->kind,
		.by = series->by,
		.id = series->id,
		.of = *series->of ? series->of : NULL,
		.name = *series->of ? series->of : NULL,
		.value = now->value,
		.before = last > 0 ? series->readings[last - 1].value : MEASURE_NONE,
		.so_far = series->kind == MEASURE_SENTIMENT
				  ? MEASURE_NONE
				  : series->readings[measuring->windows - 1].value,
		.n = now->value == MEASURE_NONE && !now->open ? 0 : now->n,
		.suppressed = series->hidden,
		.p85 = series->kind == MEASURE_RESPONSE ? now->p85 : MEASURE_NONE,
		.open = series->kind == MEASURE_RESPONSE
				? series->readings[measuring->windows - 1].open
				: MEASURE_NONE,
		.oldest_days = MEASURE_NONE,
		.passing = MEASURE_NONE,
		.in_rhythm = MEASURE_NONE,
		.traded_off = MEASURE_NONE };

	if (shown < 1 || shown > MEASURE_SERIES_MOST)
		shown = MEASURE_SERIES_MOST;
	for (int i = last + 1 < shown ? 0 : last + 1 - shown; i <= last; i++)
		out.series[out.series_count++] = series->readings[i].value;
	out.beyond_chance = last >= 0 && is_beyond_chance(measuring, series, last);
	out.early_warning = !out.beyond_chance && is_worse_than_ever(measuring, series);
	out.chart = draw_chart(measuring, series);
	return out;
}

/* Names the forum or team. */
static void
name_measure(struct measuring *measuring, struct measure *item)
{
	const struct type *type = type_find(item->by == MEASURE_BY_FORUM ? "forum" : "team");

	if (item->id == 0)
		return;
	item->of = programme_identifier(measuring->programme, type, item->id, measuring->arena);
	item->name = programme_title(measuring->programme, type, item->id, measuring->arena);
}

static int
compare_measures(const void *a, const void *b)
{
	const struct measure *left = a, *right = b;
	int order = (left->by > right->by) - (left->by < right->by);

	if (order == 0)
		order = strcmp(left->name ? left->name : "", right->name ? right->name : "");
	if (order == 0)
		order = strcmp(left->of ? left->of : "", right->of ? right->of : "");
	return order ? order : (left->kind > right->kind) - (left->kind < right->kind);
}

/* How long blockers have been open, the oldest of each team and of all. */
static enum status
read_ages(struct measuring *measuring, struct measures_report *report, struct error *error)
{
	struct rows rows = rows_open(measuring->programme, NULL, error);
	struct value columns[FACT_COLUMNS_MAX];

	rows_facts(&rows, "measures",
		"SELECT \"team\", CAST(julianday(:today) - julianday(\"raised_on\") AS INTEGER) "
		"FROM \"hindrance\" WHERE \"resolved_on\" IS NULL",
		measuring->programme->today);
	while (rows_next_fact(&rows, columns)) {
		int days = (int)columns[1].integer;

		for (size_t i = 0; i < report->count; i++) {
			struct measure *item = &report->items[i];

			if (item->kind == MEASURE_BLOCKERS && days > item->oldest_days &&
				(item->by == MEASURE_WHOLE ||
					(columns[0].kind == VALUE_INTEGER &&
						item->id == columns[0].integer)))
				item->oldest_days = days;
		}
	}
	return rows_close(&rows);
}

static void
keep_comments(struct measuring *measuring, struct measures_report *out)
{
	size_t count = measuring->pulses->comment_count;

	out->comments = arena_alloc(measuring->arena, (count + 1) * sizeof *out->comments);
	out->comment_count = count;
	for (size_t i = 0; i < count; i++)
		out->comments[i] = arena_copy(measuring->arena, measuring->pulses->comments[i],
			strlen(measuring->pulses->comments[i]));
}

static void
judge_all(struct measuring *measuring, struct measures_report *out)
{
	const struct windows *windows = &measuring->pulses->windows;
	int running = measuring->windows - 1;

	out->ends = window_last(windows, running);
	if (running > 0) {
		out->from = window_first(windows, running - 1);
		out->to = window_last(windows, running - 1);
	}
	for (size_t i = 0; i < measuring->count; i++) {
		out->items =
			arena_grow(measuring->arena, out->items, out->count, sizeof *out->items);
		out->items[out->count] = measuring_judge(measuring, &measuring->series[i]);
		name_measure(measuring, &out->items[out->count++]);
	}
	keep_comments(measuring, out);
}

enum status
programme_measures(struct programme *programme, enum measure_cut by, struct arena *arena,
	struct measures_report *out, struct error *error)
{
	struct measuring measuring = { .programme = programme, .arena = arena };
	enum status status = programme_begin_read(programme, error);

	*out = (struct measures_report){ .from = NO_DAY, .to = NO_DAY, .ends = NO_DAY };
	if (status != STATUS_OK)
		return status;
	status = pulses_read(programme, &measuring.pulses, error);
	if (status == STATUS_OK)
		measuring.windows = measuring.pulses->running + 1;
	if (status == STATUS_OK && measuring.windows > 0)
		status = measuring_read(&measuring, MEASURE_WHOLE, error);
	if (status == STATUS_OK && measuring.windows > 0 && by != MEASURE_WHOLE)
		status = measuring_read(&measuring, by, error);
	if (status == STATUS_OK && measuring.windows > 0)
		judge_all(&measuring, out);
	if (status == STATUS_OK)
		status = read_ages(&measuring, out, error);
	if (status == STATUS_OK)
		status = adoption_read(programme, by == MEASURE_BY_WAVE, arena, out, error);
	if (out->count > 1)
		qsort(out->items, out->count, sizeof *out->items, compare_measures);
	programme_end_read(programme);
	return status;
}
