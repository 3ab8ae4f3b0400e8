/* SPDX-License-Identifier: MIT */
/*
 * Two passes over the items in the order in which they can happen. Must not look at a link twice
 * per pass: the links of each item lie side by side.
 */
#include "rollout/rules/schedule.h"

#include <stdlib.h>

#include "rollout/base/memory.h"

struct network {
	struct schedule_item *items;
	size_t count;
	const struct workdays *workdays;
	struct schedule_link *links; /* grouped by from; between items that take part */
	size_t *first; /* of each item's links; count + 1 of them */
	int32_t *order; /* items so that each comes behind what it waits for */
	size_t ordered;
};

static bool
takes_part(const struct network *network, const struct schedule_link *link)
{
	return !network->items[link->from].dropped && !network->items[link->to].dropped;
}

static void
group_links(struct network *network, const struct schedule_link *links, size_t link_count)
{
	size_t *next = memory_new(network->count + 1, sizeof *next);

	for (size_t i = 0; i < link_count; i++)
		if (takes_part(network, &links[i]))
			network->first[links[i].from + 1]++;
	for (size_t i = 0; i < network->count; i++) {
		network->first[i + 1] += network->first[i];
		next[i] = network->first[i];
	}
	for (size_t i = 0; i < link_count; i++)
		if (takes_part(network, &links[i]))
			network->links[next[links[i].from]++] = links[i];
	free(next);
}

/* Items whose predecessors are all in the order already follow, until none is left. */
static void
put_in_order(struct network *network)
{
	int32_t *waits = memory_new(network->count + 1, sizeof *waits);
	size_t taken = 0;

	for (size_t i = 0; i < network->first[network->count]; i++)
		waits[network->links[i].to]++;
	for (size_t i = 0; i < network->count; i++)
		if (waits[i] == 0)
			network->order[network->ordered++] = (int32_t)i;
	for (; taken < network->ordered; taken++) {
		size_t item = (size_t)network->order[taken];

		for (size_t i = network->first[item]; i < network->first[item + 1]; i++)
			if (--waits[network->links[i].to] == 0)
				network->order[network->ordered++] = network->links[i].to;
	}
	free(waits);
}

static day
later(day a, day b)
{
	return a > b ? a : b;
}

static void
forwards(struct network *network)
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
				workdays_add(network->workdays, item->start, item->work_days));
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

static void
backwards(struct network *network)
{
	day end = last_forecast(network);

	for (size_t i = network->ordered; i-- > 0;) {
		size_t index = (size_t)network->order[i];
		struct schedule_item *item = &network->items[index];

		item->latest = INT32_MAX;
		for (size_t j = network->first[index]; j < network->first[index + 1]; j++) {
			const struct schedule_link *link = &network->links[j];
			const struct schedule_item *to = &network->items[link->to];
			day by = workdays_latest_start(
					 network->workdays, to->latest, to->work_days) -
				 link->lag;

			item->latest = by < item->latest ? by : item->latest;
		}
		if (network->first[index] == network->first[index + 1])
			item->latest = end;
		item->slack = item->latest - item->forecast;
		item->critical = item->slack <= 0 && !item->accepted && !item->dropped;
	}
}

bool
schedule_reckon(struct schedule_item *items, size_t count, const struct schedule_link *links,
	size_t link_count, const struct workdays *workdays)
{
	struct network network = { .items = items, .count = count, .workdays = workdays };
	bool whole;

	network.links = memory_new(link_count + 1, sizeof *network.links);
	network.first = memory_new(count + 2, sizeof *network.first);
	network.order = memory_new(count + 1, sizeof *network.order);
	group_links(&network, links, link_count);
	put_in_order(&network);
	whole = network.ordered == count;
	if (whole) {
		forwards(&network);
		backwards(&network);
	}
	free(network.links);
	free(network.first);
	free(network.order);
	return whole;
}
