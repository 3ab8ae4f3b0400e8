/* SPDX-License-Identifier: MIT */
/*
 * Drawing lateness and moving what waits for it. Must not use a generator that others could change.
 * What the runs need is copied into the order in which they need it, so that none jumps about in
 * memory, and several runs walk it side by side: while one waits for a number the others go on.
 */
#include "rollout/rules/simulation.h"

#include <math.h>
#include <stdlib.h>

#include "network.h"
#include "rollout/base/memory.h"

/* splitmix64 (Steele, Lea, Flood 2014): small, well mixed, and the same everywhere. Its state grows
 * by the same step with each number, so that it is known where a later run begins. */
static const uint64_t draw_step = UINT64_C(0x9E3779B97F4A7C15);

static uint64_t
draw(uint64_t *state)
{
	uint64_t z = *state += draw_step;

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

/*
 * The normal distribution in steps, by sums and products alone, so that it is the same everywhere:
 * what counts is a day of a lateness of weeks.
 */
enum {
	SIDE_BY_SIDE = 8,
	STEPS = 256, /* in one standard deviation */
	REACH = 8 * STEPS, /* the farthest that is told apart */
	QUANTILES_BITS = 12,
	QUANTILES = 1 << QUANTILES_BITS,
	WHOLE_BITS = 32, /* Phi in units of 2^-32 */
};

struct normal {
	uint64_t below[2 * REACH + 1]; /* Phi((i - REACH) / STEPS) */
	double quantiles[QUANTILES]; /* Phi inverted at (i + 1/2) / QUANTILES, in steps */
	int32_t own[QUANTILES]; /* the same, times sqrt(1 - v) */
	double shared; /* sqrt(v) */
};

/* Each density is the one before times a ratio that shrinks by the same factor. */
static void
sum_density(double *cumulated)
{
	const double step = 1.0 / STEPS, shrink = exp(-step * step);
	double density = 0.3989422804014327, ratio = exp(-step * step / 2), sum = 0.5;

	cumulated[REACH] = sum;
	for (int i = 1; i <= REACH; i++) {
		double next = density * ratio;

		sum += (density + next) / 2 * step;
		cumulated[REACH + i] = sum < 1 ? sum : 1;
		cumulated[REACH - i] = sum < 1 ? 1 - sum : 0;
		density = next;
		ratio *= shrink;
	}
}

static struct normal *
normal_new(int shared_percent)
{
	struct normal *normal = memory_new(1, sizeof *normal);
	double *cumulated = memory_new(2 * REACH + 1, sizeof *cumulated);
	int at = 0;

	normal->shared = sqrt(shared_percent / 100.0);
	sum_density(cumulated);
	for (int i = 0; i <= 2 * REACH; i++)
		normal->below[i] = (uint64_t)(cumulated[i] * (double)(UINT64_C(1) << WHOLE_BITS));
	for (int i = 0; i < QUANTILES; i++) {
		double wanted = (i + 0.5) / QUANTILES;

		while (cumulated[at + 1] < wanted)
			at++;
		normal->quantiles[i] =
			at - REACH + (wanted - cumulated[at]) / (cumulated[at + 1] - cumulated[at]);
		normal->own[i] =
			(int32_t)lround(normal->quantiles[i] * sqrt(1 - shared_percent / 100.0));
	}
	free(cumulated);
	return normal;
}

/* A run's share of everybody's lateness, in steps. */
static int32_t
draw_shared(const struct normal *normal, uint64_t *state)
{
	return (int32_t)lround(
		normal->shared * normal->quantiles[draw(state) >> (64 - QUANTILES_BITS)]);
}

/* Which place among so many the quantile takes. */
static uint64_t
draw_place(const struct normal *normal, int32_t shared, uint64_t limit, uint64_t *state)
{
	int32_t steps = shared + normal->own[draw(state) >> (64 - QUANTILES_BITS)];
	int32_t at = steps < -REACH ? 0 : steps > REACH ? 2 * REACH : steps + REACH;
	uint64_t place = normal->below[at] * limit >> WHOLE_BITS;

	return place < limit ? place : limit - 1;
}

/* An item as the runs need it. */
struct stop {
	struct network_aim aim;
	day earliest;
	day starts[SIDE_BY_SIDE]; /* in the runs at hand: earliest, until moved by what is before */
	int32_t late, scale_percent, group;
};

static void
begin_runs(struct stop *stop)
{
	for (int k = 0; k < SIDE_BY_SIDE; k++)
		stop->starts[k] = stop->earliest;
}

static struct stop *
collect(const struct simulation *simulation, const struct network *network,
	const struct schedule_item *items)
{
	struct stop *stops = memory_new(network->count + 1, sizeof *stops);

	for (size_t i = 0; i < network->count; i++) {
		int32_t index = network->order[i];
		const struct schedule_item *item = &items[index];

		stops[i] = (struct stop){ .aim = network_aim(item),
			.earliest = item->earliest,
			.late = simulation->late[index],
			.scale_percent =
				simulation->scale_percent ? simulation->scale_percent[index] : 100,
			.group = simulation->group[index] };
		if (stops[i].aim.planned)
			stops[i].earliest = network_later(item->earliest, simulation->today);
		begin_runs(&stops[i]);
	}
	return stops;
}

/* Whether its lateness is drawn, be it between 0 and 0. */
static bool
is_drawn(const struct simulation *simulation, const struct stop *stop)
{
	return stop->aim.open && !stop->aim.undated &&
	       (stop->late != LATE_FROM_HISTORY || simulation->slip_count > 0);
}

/* What the runs side by side share. */
struct courses {
	const struct simulation *simulation;
	const struct normal *normal;
	uint64_t states[SIDE_BY_SIDE];
	int32_t shared[SIDE_BY_SIDE];
};

static int
draw_lateness(struct courses *courses, const struct stop *stop, int course)
{
	const struct simulation *simulation = courses->simulation;
	uint64_t *state = &courses->states[course];
	uint64_t place;

	if (stop->late == 0) {
		*state += draw_step;
		return 0;
	}
	if (stop->late != LATE_FROM_HISTORY)
		return (int)draw_place(
			courses->normal, courses->shared[course], (uint64_t)stop->late + 1, state);
	place = draw_place(courses->normal, courses->shared[course], simulation->slip_count, state);
	return (int)((int64_t)simulation->slips[place] * stop->scale_percent / 100);
}

static day
reach(struct courses *courses, const struct stop *stop, int course, const struct workdays *workdays)
{
	const struct simulation *simulation = courses->simulation;
	day reached = network_reach(&stop->aim, stop->starts[course], workdays);

	if (!stop->aim.open || stop->aim.undated)
		return reached;
	if (is_drawn(simulation, stop))
		reached += draw_lateness(courses, stop, course);
	return network_later(reached, simulation->today);
}

static void
note_end(const struct simulation *simulation, const struct stop *stop, const day *reached, int run,
	day *ends)
{
	int whole = simulation->groups, group = stop->group == NO_GROUP ? whole : stop->group;

	for (int i = 0; i < SIDE_BY_SIDE && run + i < simulation->runs; i++) {
		day *of_group = &ends[group * simulation->runs + run + i];
		day *of_whole = &ends[whole * simulation->runs + run + i];

		*of_group = network_later(*of_group, reached[i]);
		*of_whole = network_later(*of_whole, reached[i]);
	}
}

/* So many runs from that one on; those behind the last are for nothing. */
static void
run_some(struct courses *courses, const struct network *network, struct stop *stops,
	const struct workdays *workdays, int run, day *ends)
{
	for (size_t i = 0; i < network->count; i++) {
		struct stop *stop = &stops[i];
		day reached[SIDE_BY_SIDE];

		for (int k = 0; k < SIDE_BY_SIDE; k++)
			reached[k] = reach(courses, stop, k, workdays);
		/* Nothing behind it moves it: it stands ready for the next runs. */
		begin_runs(stop);
		for (size_t j = network->first[i]; j < network->first[i + 1]; j++) {
			const struct network_link link = network->links[j];
			day *starts = stops[link.to].starts;

			for (int k = 0; k < SIDE_BY_SIDE; k++)
				starts[k] = network_later(starts[k], reached[k] + link.lag);
		}
		if (!stop->aim.dropped && !stop->aim.undated)
			note_end(courses->simulation, stop, reached, run, ends);
	}
}

static void
run_all(const struct simulation *simulation, const struct network *network, struct stop *stops,
	const struct workdays *workdays, day *ends)
{
	struct normal *normal = normal_new(simulation->shared_percent);
	struct courses courses = { .simulation = simulation, .normal = normal };
	uint64_t drawn = 1;

	for (int i = 0; i < (simulation->groups + 1) * simulation->runs; i++)
		ends[i] = NO_DAY;
	for (size_t i = 0; i < network->count; i++)
		drawn += is_drawn(simulation, &stops[i]) ? 1 : 0;
	for (int run = 0; run < simulation->runs; run += SIDE_BY_SIDE) {
		for (int k = 0; k < SIDE_BY_SIDE; k++) {
			courses.states[k] = simulation->seed +
					    ((uint64_t)run + (uint64_t)k) * drawn * draw_step;
			courses.shared[k] = draw_shared(normal, &courses.states[k]);
		}
		run_some(&courses, network, stops, workdays, run, ends);
	}
	free(normal);
}

static int
compare_days(const void *a, const void *b)
{
	day left = *(const day *)a, right = *(const day *)b;

	return (left > right) - (left < right);
}

bool
simulation_run(const struct simulation *simulation, const struct schedule_item *items, size_t count,
	const struct schedule_link *links, size_t link_count, const struct workdays *workdays,
	day *ends)
{
	struct network network;
	struct stop *stops;
	bool whole;

	network_init(&network, items, count, links, link_count);
	whole = network.placed == count;
	if (whole) {
		stops = collect(simulation, &network, items);
		run_all(simulation, &network, stops, workdays, ends);
		free(stops);
	}
	for (int i = 0; whole && i <= simulation->groups; i++)
		qsort(ends + i * simulation->runs, (size_t)simulation->runs, sizeof *ends,
			compare_days);
	network_clear(&network);
	return whole;
}

void
simulation_resample(int runs, uint64_t seed, const int *paces, size_t count, int remaining,
	int weeks_most, int32_t *ends)
{
	uint64_t state = seed;

	for (int run = 0; run < runs; run++) {
		int left = remaining;

		for (ends[run] = 0; left > 0 && ends[run] < weeks_most; ends[run]++)
			left -= paces[draw(&state) % count];
	}
	qsort(ends, (size_t)runs, sizeof *ends, compare_days);
}

day
simulation_percentile(const day *ends, int runs, int percent)
{
	int64_t index = ((int64_t)runs * percent + 99) / 100 - 1;

	if (index < 0)
		index = 0;
	return ends[index < runs ? index : runs - 1];
}
