/* SPDX-License-Identifier: MIT */
/*
 * Two passes over the items in the order in which they can happen. What the passes need is copied
 * into that order first, so that neither jumps about in memory.
 */
#include <stdlib.h>

#include "network.h"
#include "rollout/base/memory.h"

/* An item while it is worked on. */
struct stop {
	struct network_aim aim;
	day ready, reached;
	day ready_by_plan, by_plan; /* the same, if today counted for nothing */
	day latest, latest_start;
};

static struct stop *
collect(const struct network *network, const struct schedule_item *items)
{
	struct stop *stops = memory_new(network->count + 1, sizeof *stops);

	for (size_t i = 0; i < network->count; i++) {
		const struct schedule_item *item = &items[network->order[i]];

		stops[i] = (struct stop){ .aim = network_aim(item),
			.ready = item->earliest,
			.ready_by_plan = item->earliest };
	}
	return stops;
}

static day
start_of(const struct stop *stop, day today)
{
	return stop->aim.planned ? network_later(stop->ready, today) : stop->ready;
}

static void
reach(struct stop *stop, const struct workdays *workdays, day today)
{
	day start = start_of(stop, today);

	stop->reached = network_reach(&stop->aim, start, workdays);
	/* Mostly today makes no difference. */
	stop->by_plan = stop->ready_by_plan == start
				? stop->reached
				: network_reach(&stop->aim, stop->ready_by_plan, workdays);
	if (stop->aim.open && !stop->aim.undated)
		stop->reached = network_later(stop->reached, today);
}

static void
forwards(const struct network *network, struct stop *stops, const struct workdays *workdays,
	day today)
{
	for (size_t i = 0; i < network->count; i++) {
		struct stop *stop = &stops[i];

		reach(stop, workdays, today);
		for (size_t j = network->first[i]; j < network->first[i + 1]; j++) {
			const struct network_link *link = &network->links[j];
			struct stop *to = &stops[link->to];

			to->ready = network_later(to->ready, stop->reached + link->lag);
			to->ready_by_plan =
				network_later(to->ready_by_plan, stop->by_plan + link->lag);
		}
	}
}

static day
last_reached(const struct stop *stops, size_t count)
{
	day last = NO_DAY;

	for (size_t i = 0; i < count; i++)
		if (!stops[i].aim.dropped && !stops[i].aim.undated)
			last = network_later(last, stops[i].reached);
	return last;
}

/* Each item's latest start is worked out once, however many wait for it to be known. */
static void
backwards(
	const struct network *network, struct stop *stops, const struct workdays *workdays, day end)
{
	for (size_t i = network->count; i-- > 0;) {
		struct stop *stop = &stops[i];

		stop->latest = network->first[i] == network->first[i + 1] ? end : INT32_MAX;
		for (size_t j = network->first[i]; j < network->first[i + 1]; j++) {
			const struct network_link *link = &network->links[j];
			day by = stops[link->to].latest_start - link->lag;

			stop->latest = by < stop->latest ? by : stop->latest;
		}
		if (!stop->aim.dropped)
			stop->latest_start =
				workdays_latest_start(workdays, stop->latest, stop->aim.work_days);
	}
}

static void
hand_back(const struct network *network, const struct stop *stops, struct schedule_item *items,
	day today, bool any)
{
	for (size_t i = 0; i < network->count; i++) {
		struct schedule_item *item = &items[network->order[i]];
		bool undated = stops[i].aim.undated;

		item->ready = stops[i].ready;
		item->start = start_of(&stops[i], today);
		item->expected = undated ? NO_DAY : stops[i].reached;
		item->by_plan = undated ? NO_DAY : stops[i].by_plan;
		item->latest = any ? stops[i].latest : NO_DAY;
		item->slack = undated ? 0 : item->latest - item->expected;
		item->critical = !undated && item->slack <= 0 && !item->accepted && !item->dropped;
	}
}

bool
critical_path_compute(struct schedule_item *items, size_t count, const struct schedule_link *links,
	size_t link_count, const struct workdays *workdays, day today)
{
	struct network network;
	struct stop *stops;
	bool whole;
	day end;

	network_init(&network, items, count, links, link_count);
	whole = network.placed == count;
	if (whole) {
		stops = collect(&network, items);
		forwards(&network, stops, workdays, today);
		end = last_reached(stops, count);
		if (end != NO_DAY)
			backwards(&network, stops, workdays, end);
		hand_back(&network, stops, items, today, end != NO_DAY);
		free(stops);
	}
	network_clear(&network);
	return whole;
}
