/* SPDX-License-Identifier: MIT */
/*
 * Two passes over the items in the order in which they can happen. What the passes need is copied
 * into that order first, so that neither jumps about in memory.
 */
#include <stdlib.h>

#include "network.h"
#include "rollout/base/memory.h"

/* An item while it is reckoned. */
struct stop {
	day start;
	day forecast; /* at first what was entered, or the actual date where it is settled */
	day latest, latest_start;
	int32_t work_days;
	bool settled, dropped;
};

static day
later(day a, day b)
{
	return a > b ? a : b;
}

static struct stop *
collect(const struct network *network, const struct schedule_item *items)
{
	struct stop *stops = memory_new(network->count + 1, sizeof *stops);

	for (size_t i = 0; i < network->count; i++) {
		const struct schedule_item *item = &items[network->order[i]];
		bool settled = item->accepted && item->actual != NO_DAY;

		stops[i] = (struct stop){ .start = item->earliest,
			.forecast = settled ? item->actual : item->entered,
			.work_days = item->work_days,
			.settled = settled,
			.dropped = item->dropped };
	}
	return stops;
}

static void
forwards(const struct network *network, struct stop *stops, const struct workdays *workdays)
{
	for (size_t i = 0; i < network->count; i++) {
		struct stop *stop = &stops[i];

		if (!stop->settled)
			stop->forecast = later(stop->forecast,
				workdays_add(workdays, stop->start, stop->work_days));
		for (size_t j = network->first[i]; j < network->first[i + 1]; j++) {
			const struct network_link *link = &network->links[j];

			stops[link->to].start =
				later(stops[link->to].start, stop->forecast + link->lag);
		}
	}
}

static day
last_forecast(const struct stop *stops, size_t count)
{
	day last = NO_DAY;

	for (size_t i = 0; i < count; i++)
		if (!stops[i].dropped)
			last = later(last, stops[i].forecast);
	return last;
}

/* Each item's latest start is worked out once, however many wait for it to be known. */
static void
backwards(const struct network *network, struct stop *stops, const struct workdays *workdays)
{
	day end = last_forecast(stops, network->count);

	for (size_t i = network->count; i-- > 0;) {
		struct stop *stop = &stops[i];

		stop->latest = network->first[i] == network->first[i + 1] ? end : INT32_MAX;
		for (size_t j = network->first[i]; j < network->first[i + 1]; j++) {
			const struct network_link *link = &network->links[j];
			day by = stops[link->to].latest_start - link->lag;

			stop->latest = by < stop->latest ? by : stop->latest;
		}
		if (!stop->dropped)
			stop->latest_start =
				workdays_latest_start(workdays, stop->latest, stop->work_days);
	}
}

static void
hand_back(const struct network *network, const struct stop *stops, struct schedule_item *items)
{
	for (size_t i = 0; i < network->count; i++) {
		struct schedule_item *item = &items[network->order[i]];

		item->start = stops[i].start;
		item->forecast = stops[i].forecast;
		item->latest = stops[i].latest;
		item->slack = item->latest - item->forecast;
		item->critical = item->slack <= 0 && !item->accepted && !item->dropped;
	}
}

bool
schedule_reckon(struct schedule_item *items, size_t count, const struct schedule_link *links,
	size_t link_count, const struct workdays *workdays)
{
	struct network network;
	struct stop *stops;
	bool whole;

	network_init(&network, items, count, links, link_count);
	whole = network.placed == count;
	if (whole) {
		stops = collect(&network, items);
		forwards(&network, stops, workdays);
		backwards(&network, stops, workdays);
		hand_back(&network, stops, items);
		free(stops);
	}
	network_clear(&network);
	return whole;
}
