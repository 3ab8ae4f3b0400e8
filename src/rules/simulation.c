/* SPDX-License-Identifier: MIT */
/*
 * Drawing lateness and moving what waits for it. Must not use a generator that others could change.
 * What the runs need is copied into the order in which they need it, so that none jumps about in
 * memory, and several runs walk it side by side: while one waits for a number the others go on.
 */
#include "rollout/rules/simulation.h"

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

static uint64_t
draw_below(uint64_t *state, uint64_t limit)
{
	return draw(state) % limit;
}

enum { SIDE_BY_SIDE = 8 };

/* An item as the runs need it. */
struct stop {
	struct network_aim aim;
	day earliest;
	day starts[SIDE_BY_SIDE]; /* in the runs at hand: earliest, until moved by what is before */
	int32_t late, group;
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

static int
draw_lateness(const struct simulation *simulation, int late, uint64_t *state)
{
	if (late == 0) {
		*state += draw_step;
		return 0;
	}
	return late != LATE_FROM_HISTORY
		       ? (int)draw_below(state, (uint64_t)late + 1)
		       : simulation->slips[draw_below(state, simulation->slip_count)];
}

static day
reach(const struct simulation *simulation, const struct stop *stop, day start,
	const struct workdays *workdays, uint64_t *state)
{
	day reached = network_reach(&stop->aim, start, workdays);

	if (!stop->aim.open || stop->aim.undated)
		return reached;
	if (is_drawn(simulation, stop))
		reached += draw_lateness(simulation, stop->late, state);
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
run_some(const struct simulation *simulation, const struct network *network, struct stop *stops,
	const struct workdays *workdays, int run, uint64_t *states, day *ends)
{
	for (size_t i = 0; i < network->count; i++) {
		struct stop *stop = &stops[i];
		day reached[SIDE_BY_SIDE];

		for (int k = 0; k < SIDE_BY_SIDE; k++)
			reached[k] = reach(simulation, stop, stop->starts[k], workdays, &states[k]);
		/* Nothing behind it moves it: it stands ready for the next runs. */
		begin_runs(stop);
		for (size_t j = network->first[i]; j < network->first[i + 1]; j++) {
			const struct network_link link = network->links[j];
			day *starts = stops[link.to].starts;

			for (int k = 0; k < SIDE_BY_SIDE; k++)
				starts[k] = network_later(starts[k], reached[k] + link.lag);
		}
		if (!stop->aim.dropped && !stop->aim.undated)
			note_end(simulation, stop, reached, run, ends);
	}
}

static void
run_all(const struct simulation *simulation, const struct network *network, struct stop *stops,
	const struct workdays *workdays, day *ends)
{
	uint64_t states[SIDE_BY_SIDE], drawn = 0;

	for (int i = 0; i < (simulation->groups + 1) * simulation->runs; i++)
		ends[i] = NO_DAY;
	for (size_t i = 0; i < network->count; i++)
		drawn += is_drawn(simulation, &stops[i]) ? 1 : 0;
	for (int run = 0; run < simulation->runs; run += SIDE_BY_SIDE) {
		for (int k = 0; k < SIDE_BY_SIDE; k++)
			states[k] = simulation->seed +
				    ((uint64_t)run + (uint64_t)k) * drawn * draw_step;
		run_some(simulation, network, stops, workdays, run, states, ends);
	}
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

day
simulation_percentile(const day *ends, int runs, int percent)
{
	int64_t index = ((int64_t)runs * percent + 99) / 100 - 1;

	if (index < 0)
		index = 0;
	return ends[index < runs ? index : runs - 1];
}
