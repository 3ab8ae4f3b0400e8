/* SPDX-License-Identifier: MIT */
/*
 * Two passes over the items in the order in which they can happen. Must not look at a link twice
 * per pass: the links of each item lie side by side.
 */
#include <stdlib.h>

#include "network.h"
#include "rollout/base/memory.h"

static day
later(day a, day b)
{
	return a > b ? a : b;
}

static void
forwards(struct network *network, const struct workdays *workdays)
{
	for (size_t i = 0; i < network->count; i++)
		network->items[i].start = network->items[i].earliest;
	for (size_t i = 0; i < network->ordered; i++) {
		size_t index = (size_t)network->order[i];
		struct schedule_item *item = &network->items[index];

		if (item->accepted && item->actual != NO_DAY)
			item->forecast = item->actual;
		else
			item->forecast = later(item->entered,
				workdays_add(workdays, item->start, item->work_days));
		for (size_t j = network->first[index]; j < network->first[index + 1]; j++) {
			const struct schedule_link *link = &network->links[j];
			struct schedule_item *to = &network->items[link->to];

			to->start = later(to->start, item->forecast + link->lag);
		}
	}
}

static day
last_forecast(const struct network *network)
{
	day last = NO_DAY;

	for (size_t i = 0; i < network->count; i++)
		if (!network->items[i].dropped)
			last = later(last, network->items[i].forecast);
	return last;
}

/* Each item's latest start is worked out once, however many wait for it to be known. */
static void
backwards(struct network *network, const struct workdays *workdays)
{
	day end = last_forecast(network);
	day *starts = memory_new(network->count + 1, sizeof *starts);

	for (size_t i = network->ordered; i-- > 0;) {
		size_t index = (size_t)network->order[i];
		struct schedule_item *item = &network->items[index];

		item->latest = network->first[index] == network->first[index + 1] ? end : INT32_MAX;
		for (size_t j = network->first[index]; j < network->first[index + 1]; j++) {
			const struct schedule_link *link = &network->links[j];
			day by = starts[link->to] - link->lag;

			item->latest = by < item->latest ? by : item->latest;
		}
		if (!item->dropped)
			starts[index] =
				workdays_latest_start(workdays, item->latest, item->work_days);
		item->slack = item->latest - item->forecast;
		item->critical = item->slack <= 0 && !item->accepted && !item->dropped;
	}
	free(starts);
}

bool
schedule_reckon(struct schedule_item *items, size_t count, const struct schedule_link *links,
	size_t link_count, const struct workdays *workdays)
{
	struct network network;
	bool whole;

	network_init(&network, items, count, links, link_count);
	whole = network.ordered == count;
	if (whole) {
		forwards(&network, workdays);
		backwards(&network, workdays);
	}
	network_clear(&network);
	return whole;
}
