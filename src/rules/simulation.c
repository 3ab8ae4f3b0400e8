/* SPDX-License-Identifier: MIT */
/* Drawing lateness and moving what waits for it. Must not use a generator that others could change.
 */
#include "rollout/rules/simulation.h"

#include <stdlib.h>

#include "network.h"

/* splitmix64 (Steele, Lea, Flood 2014): small, well mixed, and the same everywhere. */
static uint64_t
draw(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

static uint64_t
draw_below(uint64_t *state, uint64_t limit)
{
	return draw(state) % limit;
}

static int
draw_lateness(const struct simulation *simulation, size_t item, uint64_t *state)
{
	int late = simulation->late[item];

	if (late != LATE_FROM_HISTORY)
		return (int)draw_below(state, (uint64_t)late + 1);
	return simulation->slip_count == 0
		       ? 0
		       : simulation->slips[draw_below(state, simulation->slip_count)];
}

static day
later(day a, day b)
{
	return a > b ? a : b;
}

static day
reach(const struct simulation *simulation, const struct schedule_item *item, size_t index,
	const struct workdays *workdays, uint64_t *state)
{
	day planned;

	if (item->accepted && item->actual != NO_DAY)
		return item->actual;
	planned = later(item->entered, workdays_add(workdays, item->start, item->work_days));
	return later(planned + draw_lateness(simulation, index, state), simulation->today);
}

static void
run_once(const struct simulation *simulation, const struct network *network,
	struct schedule_item *items, const struct workdays *workdays, uint64_t *state)
{
	for (size_t i = 0; i < network->count; i++)
		items[i].start = items[i].earliest;
	for (size_t i = 0; i < network->count; i++) {
		size_t index = (size_t)network->order[i];
		struct schedule_item *item = &items[index];

		item->forecast = reach(simulation, item, index, workdays, state);
		for (size_t j = network->first[i]; j < network->first[i + 1]; j++) {
			const struct network_link *link = &network->links[j];
			struct schedule_item *to = &items[network->order[link->to]];

			to->start = later(to->start, item->forecast + link->lag);
		}
	}
}

static void
note_ends(const struct simulation *simulation, const struct schedule_item *items, size_t count,
	int run, day *ends)
{
	for (int i = 0; i <= simulation->groups; i++)
		ends[i * simulation->runs + run] = NO_DAY;
	for (size_t i = 0; i < count; i++) {
		const struct schedule_item *item = &items[i];
		int group = simulation->group[i];
		day *whole = &ends[simulation->groups * simulation->runs + run];

		if (item->dropped)
			continue;
		*whole = later(*whole, item->forecast);
		if (group != NO_GROUP)
			ends[group * simulation->runs + run] =
				later(ends[group * simulation->runs + run], item->forecast);
	}
}

static int
compare_days(const void *a, const void *b)
{
	day left = *(const day *)a, right = *(const day *)b;

	return (left > right) - (left < right);
}

bool
simulation_run(const struct simulation *simulation, struct schedule_item *items, size_t count,
	const struct schedule_link *links, size_t link_count, const struct workdays *workdays,
	day *ends)
{
	struct network network;
	uint64_t state = simulation->seed;
	bool whole;

	network_init(&network, items, count, links, link_count);
	whole = network.placed == count;
	for (int run = 0; whole && run < simulation->runs; run++) {
		run_once(simulation, &network, items, workdays, &state);
		note_ends(simulation, items, count, run, ends);
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
