/* SPDX-License-Identifier: MIT */
/* Grouping and ordering links, in time proportional to them. Must not reckon a date. */
#include "network.h"

#include <stdlib.h>

#include "rollout/base/memory.h"

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

void
network_init(struct network *network, struct schedule_item *items, size_t count,
	const struct schedule_link *links, size_t link_count)
{
	*network = (struct network){ .items = items, .count = count };
	network->links = memory_new(link_count + 1, sizeof *network->links);
	network->first = memory_new(count + 2, sizeof *network->first);
	network->order = memory_new(count + 1, sizeof *network->order);
	group_links(network, links, link_count);
	put_in_order(network);
}

void
network_clear(struct network *network)
{
	free(network->links);
	free(network->first);
	free(network->order);
}
