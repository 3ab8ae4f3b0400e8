/* SPDX-License-Identifier: MIT */
/* Feeds the simulation with the schedule, likely lateness and past slips. Must not draw a number.
 */
#include "rollout/programme/forecast.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/rules/simulation.h"

enum { PHASES_MAX = 64 };

struct forecasting {
	struct programme *programme;
	struct arena *arena;
	struct forecast_report *report;
	const struct schedule *schedule;
	int64_t phases[PHASES_MAX]; /* by their start */
	struct forecast_line lines[PHASES_MAX];
	int phase_count;
	const struct workdays *workdays;
	int *late, *slips, *group;
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

/* What is known of how late each may run; enough of the programme's own slips stand in for what
 * nobody has estimated. */
static void
prepare(struct forecasting *forecasting)
{
	struct forecast_report *report = forecasting->report;
	size_t count = forecasting->schedule->count;
	int least = (int)store_setting(forecasting->programme->store, "forecast_history_min");

	forecasting->late = arena_alloc(forecasting->arena, (count + 1) * sizeof(int));
	forecasting->group = arena_alloc(forecasting->arena, (count + 1) * sizeof(int));
	forecasting->slips = arena_alloc(forecasting->arena, (count + 1) * sizeof(int));
	for (size_t i = 0; i < count; i++) {
		const struct milestone_now *item = &forecasting->schedule->milestones[i];

		if (item->dates.accepted && item->baseline != NO_DAY &&
			item->dates.actual != NO_DAY)
			forecasting->slips[report->history++] = item->slip;
	}
	for (size_t i = 0; i < count; i++) {
		const struct milestone_now *item = &forecasting->schedule->milestones[i];
		bool known = item->likely_late >= 0, enough = report->history >= least;

		forecasting->group[i] = group_of(forecasting, item->phase);
		forecasting->late[i] = known ? item->likely_late : (enough ? LATE_FROM_HISTORY : 0);
		if (item->dates.accepted)
			continue;
		report->estimated += known ? 1 : 0;
		report->by_history += !known && enough ? 1 : 0;
		report->on_time += !known && !enough ? 1 : 0;
	}
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
fill_lines(struct forecasting *forecasting, const day *ends)
{
	struct forecast_report *report = forecasting->report;
	int phases = forecasting->phase_count;

	report->lines =
		arena_alloc(forecasting->arena, ((size_t)phases + 1) * sizeof *report->lines);
	for (int i = 0; i <= phases; i++) {
		const day *of = ends + (ptrdiff_t)i * report->runs;
		struct forecast_line line = {
			.name = "the whole", .planned = NO_DAY, .expected = NO_DAY
		};

		if (of[0] == NO_DAY)
			continue;
		if (i < phases)
			line = forecasting->lines[i];
		note_line(forecasting, &line, i < phases ? i : NO_GROUP);
		line.middle = simulation_percentile(of, report->runs, report->middle_percent);
		line.safe = simulation_percentile(of, report->runs, report->safe_percent);
		report->lines[report->count++] = line;
	}
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
		.late = forecasting->late,
		.slips = forecasting->slips,
		.slip_count = (size_t)report->history,
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

enum status
programme_forecast(struct programme *programme, struct arena *arena, struct forecast_report *out,
	struct error *error)
{
	struct forecasting forecasting = { .programme = programme, .arena = arena, .report = out };
	enum status status = store_begin_read(programme->store, error);

	*out = (struct forecast_report){
		.runs = (int)store_setting(programme->store, "forecast_runs"),
		.middle_percent = (int)store_setting(programme->store, "forecast_middle_percent"),
		.safe_percent = (int)store_setting(programme->store, "forecast_safe_percent"),
	};
	if (out->runs < 1)
		out->runs = 1;
	if (status != STATUS_OK)
		return status;
	status = milestone_now_read(programme, &forecasting.schedule, error);
	if (status == STATUS_OK)
		status = read_phases(&forecasting, error);
	if (status == STATUS_OK)
		status = working_days_get(programme, &forecasting.workdays, error);
	if (status == STATUS_OK && forecasting.schedule->count > 0) {
		prepare(&forecasting);
		status = simulate(&forecasting, error);
	}
	milestone_now_release(forecasting.schedule);
	store_end_read(programme->store);
	return status;
}
