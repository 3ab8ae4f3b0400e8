/* SPDX-License-Identifier: MIT */
/*
 * Feeds the simulation with the schedule, likely lateness and past slips, and the view from outside
 * with the weeks so far. Draws no number itself. What came out is kept until the file or the day is
 * another.
 */
#include "rollout/programme/forecast.h"

#include <stdlib.h>
#include <string.h>

#include "past_slips.h"
#include "programme/document/document.h"
#include "rollout/rules/simulation.h"

enum { PHASES_MAX = 64, WEEK = 7, WEEKS_LEAST = 4, WEEKS_MOST = 52 * 50 };

struct forecasting {
	struct programme *programme;
	struct arena *arena;
	struct forecast_report *report;
	const struct schedule *schedule;
	int64_t phases[PHASES_MAX]; /* by their start */
	struct forecast_line lines[PHASES_MAX];
	int phase_count;
	const struct workdays *workdays;
	day origin; /* the programme's start */
	struct past_slips past;
	int *late, *scale, *group;
	bool for_rules; /* they ask whether both views differ: there must be both */
};

static enum status
read_phases(struct forecasting *forecasting, struct error *error)
{
	struct rows rows = rows_open(forecasting->programme, NULL, error);
	struct record record;

	rows_of(&rows, "phase", "starts_on");
	while (forecasting->phase_count < PHASES_MAX && rows_next(&rows, &record)) {
		forecasting->lines[forecasting->phase_count] =
			(struct forecast_line){ .id = record.id,
				.identifier = record_identifier(&record, forecasting->arena),
				.name = programme_title(forecasting->programme, record.type,
					record.id, forecasting->arena),
				.planned = record_date(&record, "ends_on"),
				.expected = NO_DAY };
		forecasting->phases[forecasting->phase_count++] = record.id;
	}
	return rows_close(&rows);
}

static int
group_of(const struct forecasting *forecasting, int64_t phase)
{
	for (int i = 0; i < forecasting->phase_count; i++)
		if (forecasting->phases[i] == phase)
			return i;
	return NO_GROUP;
}

/* Enough of the programme's own slips stand in for what somebody has estimated, too: by them it
 * shows what such figures are worth. */
static void
prepare(struct forecasting *forecasting)
{
	struct forecast_basis *basis = &forecasting->report->basis;
	const struct past_slips *past = &forecasting->past;
	size_t count = forecasting->schedule->count;
	int least = (int)store_setting(forecasting->programme->store, "forecast_history_min");
	bool enough = past->settled >= least && past->count > 0;

	forecasting->late = arena_alloc(forecasting->arena, (count + 1) * sizeof(int));
	forecasting->scale = arena_alloc(forecasting->arena, (count + 1) * sizeof(int));
	forecasting->group = arena_alloc(forecasting->arena, (count + 1) * sizeof(int));
	basis->settled = past->settled;
	basis->overdue = past->overdue;
	for (size_t i = 0; i < count; i++) {
		const struct milestone_now *item = &forecasting->schedule->milestones[i];
		bool known = item->likely_late >= 0;

		forecasting->group[i] = group_of(forecasting, item->phase);
		forecasting->scale[i] = past_slips_scale(past, item->likely_late);
		forecasting->late[i] = enough ? LATE_FROM_HISTORY : known ? item->likely_late : 0;
		if (item->dates.accepted)
			continue;
		basis->by_history += enough ? 1 : 0;
		basis->scaled += enough && forecasting->scale[i] != 100 ? 1 : 0;
		basis->estimated += !enough && known ? 1 : 0;
		basis->on_time += !enough && !known ? 1 : 0;
	}
	forecasting->report->hit_rate = past_slips_hit_rate(forecasting->schedule, least,
		forecasting->report->safe_percent, forecasting->programme->today);
}

static void
note_line(struct forecasting *forecasting, struct forecast_line *line, int group)
{
	for (size_t i = 0; i < forecasting->schedule->count; i++) {
		const struct milestone_now *item = &forecasting->schedule->milestones[i];

		if (group != NO_GROUP && forecasting->group[i] != group)
			continue;
		line->open += item->dates.accepted ? 0 : 1;
		if (item->dates.expected > line->expected)
			line->expected = item->dates.expected;
	}
}

static void
fill_line(struct forecasting *forecasting, struct forecast_line *line, const day *ends, int group)
{
	const struct forecast_report *report = forecasting->report;

	note_line(forecasting, line, group);
	line->middle = simulation_percentile(ends, report->runs, report->middle_percent);
	line->safe = simulation_percentile(ends, report->runs, report->safe_percent);
}

static void
fill_lines(struct forecasting *forecasting, const day *ends)
{
	struct forecast_report *report = forecasting->report;
	int phases = forecasting->phase_count;
	const day *of_whole = ends + (ptrdiff_t)phases * report->runs;

	report->phases =
		arena_alloc(forecasting->arena, ((size_t)phases + 1) * sizeof *report->phases);
	for (int i = 0; i < phases; i++) {
		const day *of = ends + (ptrdiff_t)i * report->runs;

		if (of[0] == NO_DAY)
			continue;
		report->phases[report->count] = forecasting->lines[i];
		fill_line(forecasting, &report->phases[report->count++], of, i);
	}
	if (of_whole[0] == NO_DAY)
		return;
	report->dated = true;
	fill_line(forecasting, &report->whole, of_whole, NO_GROUP);
}

static enum status
simulate(struct forecasting *forecasting, struct error *error)
{
	struct store *store = forecasting->programme->store;
	struct forecast_report *report = forecasting->report;
	size_t count = forecasting->schedule->count;
	struct schedule_item *items = memory_new(count + 1, sizeof *items);
	day *ends = memory_new(
		(size_t)(forecasting->phase_count + 1) * (size_t)report->runs, sizeof *ends);
	const struct simulation simulation = { .runs = report->runs,
		.seed = (uint64_t)store_setting(store, "forecast_seed"),
		.today = forecasting->programme->today,
		.shared_percent = (int)store_setting(store, "forecast_shared_percent"),
		.late = forecasting->late,
		.slips = forecasting->past.slips,
		.slip_count = forecasting->past.count,
		.scale_percent = forecasting->scale,
		.group = forecasting->group,
		.groups = forecasting->phase_count };
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count; i++)
		items[i] = forecasting->schedule->milestones[i].dates;
	if (simulation_run(&simulation, items, count, forecasting->schedule->links,
		    forecasting->schedule->link_count, forecasting->workdays, ends))
		fill_lines(forecasting, ends);
	else
		status = circles_check(forecasting->programme, type_find("dependency"), error);
	free(items);
	free(ends);
	return status;
}

/* How many weeks back, from today on; -1: before the programme, or not yet. */
static int
weeks_ago(const struct forecasting *forecasting, day on)
{
	day today = forecasting->programme->today;

	return on > today || on <= forecasting->origin - 1 ? -1 : (today - on) / WEEK;
}

static bool
has_work(const struct forecasting *forecasting, day ends_on)
{
	return workdays_between(forecasting->workdays, ends_on - WEEK, ends_on) > 0;
}

/* The pace of each whole week so far in which somebody worked. */
static size_t
read_paces(struct forecasting *forecasting, int *paces, size_t weeks)
{
	const struct schedule *schedule = forecasting->schedule;
	struct outside_view *outside = &forecasting->report->outside;
	size_t kept = 0;

	for (size_t i = 0; i < schedule->count; i++) {
		const struct milestone_now *item = &schedule->milestones[i];
		int ago = item->dates.accepted ? weeks_ago(forecasting, item->dates.actual) : -1;

		if (item->task)
			continue;
		outside->remaining += item->dates.accepted ? 0 : 1;
		if (ago >= 0 && (size_t)ago < weeks)
			paces[ago]++;
	}
	for (size_t i = 0; i < weeks; i++)
		if (has_work(forecasting, forecasting->programme->today - (day)i * WEEK)) {
			outside->accepted += paces[i];
			paces[kept++] = paces[i];
		}
	return kept;
}

static day
after_weeks(const struct forecasting *forecasting, int weeks)
{
	day on = forecasting->programme->today;

	for (int passed = 0; weeks > 0 && passed < 2 * WEEKS_MOST; passed++) {
		on += WEEK;
		weeks -= has_work(forecasting, on) ? 1 : 0;
	}
	return on;
}

static void
look_from_outside(struct forecasting *forecasting)
{
	struct forecast_report *report = forecasting->report;
	struct outside_view *outside = &report->outside;
	int64_t days = (int64_t)forecasting->programme->today - forecasting->origin + 1;
	size_t weeks = days > 0 ? (size_t)(days / WEEK) : 0;
	int *paces = memory_new(weeks + 1, sizeof *paces);
	int32_t *ends = memory_new((size_t)report->runs, sizeof *ends);

	weeks = read_paces(forecasting, paces, weeks);
	outside->weeks = (int)weeks;
	if (weeks >= WEEKS_LEAST && outside->accepted > 0 && outside->remaining > 0) {
		simulation_resample(report->runs,
			(uint64_t)store_setting(forecasting->programme->store, "forecast_seed"),
			paces, weeks, outside->remaining, WEEKS_MOST, ends);
		outside->middle = after_weeks(forecasting,
			simulation_percentile(ends, report->runs, report->middle_percent));
		outside->safe = after_weeks(forecasting,
			simulation_percentile(ends, report->runs, report->safe_percent));
	}
	free(paces);
	free(ends);
}

/* Where both views have something to say. */
static void
compare_views(struct forecasting *forecasting)
{
	struct forecast_report *report = forecasting->report;
	day inside = report->dated ? report->whole.safe : NO_DAY;
	int most = (int)store_setting(forecasting->programme->store, "forecast_gap_days");

	if (inside == NO_DAY || report->outside.safe == NO_DAY)
		return;
	report->apart_days = report->outside.safe - inside;
	report->apart = abs(report->apart_days) > most;
}

static enum status
read_origin(struct forecasting *forecasting, struct error *error)
{
	struct rows rows = rows_open(forecasting->programme, NULL, error);
	struct record record;

	forecasting->origin = forecasting->programme->today;
	rows_of(&rows, "programme", NULL);
	while (rows_next(&rows, &record))
		forecasting->origin = record_date(&record, "starts_on");
	return rows_close(&rows);
}

static enum status
look(struct forecasting *forecasting, struct error *error)
{
	enum status status =
		milestone_now_read(forecasting->programme, &forecasting->schedule, error);

	if (status == STATUS_OK)
		status = read_phases(forecasting, error);
	if (status == STATUS_OK)
		status = read_origin(forecasting, error);
	if (status == STATUS_OK)
		status = working_days_get(forecasting->programme, &forecasting->workdays, error);
	if (status != STATUS_OK || forecasting->schedule->count == 0)
		return status;
	look_from_outside(forecasting);
	if (forecasting->for_rules && forecasting->report->outside.safe == NO_DAY)
		return STATUS_OK;
	past_slips_read(&forecasting->past, forecasting->schedule, forecasting->programme->today,
		forecasting->programme->today);
	prepare(forecasting);
	status = simulate(forecasting, error);
	if (status == STATUS_OK)
		compare_views(forecasting);
	free(forecasting->past.slips);
	return status;
}

void
forecast_forget(struct programme *programme)
{
	arena_clear(&programme->forecast.arena);
	programme->forecast.known = false;
}

static enum status
look_anew(struct programme *programme, bool for_rules, struct error *error)
{
	struct forecast_kept *kept = &programme->forecast;
	struct forecasting forecasting = { .programme = programme,
		.arena = &kept->arena,
		.report = &kept->report,
		.for_rules = for_rules };
	enum status status;

	forecast_forget(programme);
	kept->edition = store_edition(programme->store);
	kept->report = (struct forecast_report){
		.runs = (int)store_setting(programme->store, "forecast_runs"),
		.middle_percent = (int)store_setting(programme->store, "forecast_middle_percent"),
		.safe_percent = (int)store_setting(programme->store, "forecast_safe_percent"),
		.outside = { .middle = NO_DAY, .safe = NO_DAY },
		.whole = { .name = "the whole",
			.planned = NO_DAY,
			.expected = NO_DAY,
			.middle = NO_DAY,
			.safe = NO_DAY },
	};
	if (kept->report.runs < 1)
		kept->report.runs = 1;
	status = look(&forecasting, error);
	milestone_now_release(forecasting.schedule);
	kept->known = status == STATUS_OK && (kept->report.dated || !for_rules);
	return status;
}

static enum status
keep_forecast(struct programme *programme, bool for_rules, struct error *error)
{
	const struct forecast_kept *kept = &programme->forecast;
	enum status status = store_begin_read(programme->store, error);
	struct edition now;

	if (status != STATUS_OK)
		return status;
	now = store_edition(programme->store);
	if (!kept->known || !edition_equal(&kept->edition, &now))
		status = look_anew(programme, for_rules, error);
	store_end_read(programme->store);
	return status;
}

static void
copy_line(struct forecast_line *out, const struct forecast_line *line, struct arena *arena)
{
	*out = *line;
	out->name = arena_copy(arena, line->name, strlen(line->name));
	if (line->identifier)
		out->identifier = arena_copy(arena, line->identifier, strlen(line->identifier));
}

enum status
programme_forecast(struct programme *programme, struct arena *arena, struct forecast_report *out,
	struct error *error)
{
	const struct forecast_report *report = &programme->forecast.report;
	enum status status = keep_forecast(programme, false, error);

	*out = *report;
	if (status != STATUS_OK)
		return status;
	out->phases = arena_alloc(arena, (out->count + 1) * sizeof *out->phases);
	for (size_t i = 0; i < out->count; i++)
		copy_line(&out->phases[i], &report->phases[i], arena);
	return STATUS_OK;
}

enum forecast_fact { FACT_INSIDE, FACT_OUTSIDE, FACT_APART };

static const char *const names[] = {
	[FACT_INSIDE] = "inside", /* the safe end of the whole, simulated */
	[FACT_OUTSIDE] = "outside", /* the same at the pace of the past weeks */
	[FACT_APART] = "apart", /* 1 where they are further apart than the setting allows */
	NULL,
};

static enum status
prepare_facts(void *context, struct error *error)
{
	enum status status = keep_forecast(context, true, error);

	/* A circle has no expected dates, and rule M6 says so. */
	return status == STATUS_INVALID ? STATUS_OK : status;
}

static enum derived
find_fact(void *context, int fact, int64_t id, int64_t *out)
{
	const struct programme *programme = context;
	const struct forecast_report *report = &programme->forecast.report;

	(void)id;
	if (!programme->forecast.known)
		return DERIVED_NONE;
	switch ((enum forecast_fact)fact) {
	case FACT_INSIDE: *out = report->dated ? report->whole.safe : NO_DAY; break;
	case FACT_OUTSIDE: *out = report->outside.safe; break;
	case FACT_APART: *out = report->apart; return DERIVED_NUMBER;
	}
	return *out == NO_DAY ? DERIVED_NONE : DERIVED_DAY;
}

enum status
forecast_facts_offer(struct programme *programme, struct error *error)
{
	programme->forecast.facts =
		(struct derivation){ "forecast_now", names, prepare_facts, find_fact, programme };
	return rulebook_add_derivation(programme->store, &programme->forecast.facts, error);
}
