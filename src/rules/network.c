/* SPDX-License-Identifier: MIT */
/* Grouping and ordering links, in time proportional to them, and what each item goes by. */
#include "network.h"

#include <stdlib.h>

#include "rollout/base/memory.h"

/* Links side by side by the item they come from; to is an item here. */
struct groups {
	size_t *first; /* count + 1 of them */
	struct network_link *links;
};

static bool *
note_dropped(const struct schedule_item *items, size_t count)
{
	bool *dropped = memory_new(count + 1, sizeof *dropped);

	for (size_t i = 0; i < count; i++)
		dropped[i] = items[i].dropped;
	return dropped;
}

static void
group_links(struct groups *groups, const struct schedule_item *items, size_t count,
	const struct schedule_link *links, size_t link_count)
{
	bool *dropped = note_dropped(items, count);
	size_t *next = memory_new(count + 1, sizeof *next);

	groups->first = memory_new(count + 2, sizeof *groups->first);
	groups->links = memory_new(link_count + 1, sizeof *groups->links);
	for (size_t i = 0; i < link_count; i++)
		if (!dropped[links[i].from] && !dropped[links[i].to])
			groups->first[links[i].from + 1]++;
	for (size_t i = 0; i < count; i++) {
		groups->first[i + 1] += groups->first[i];
		next[i] = groups->first[i];
	}
	for (size_t i = 0; i < link_count; i++)
		if (!dropped[links[i].from] && !dropped[links[i].to])
			groups->links[next[links[i].from]++] =
				(struct network_link){ links[i].to, links[i].lag };
	free(next);
	free(dropped);
}

/* Items whose predecessors all have a place take the next ones, until none is left. */
static void
put_in_order(struct network *network, const struct groups *groups)
{
	int32_t *waits = memory_new(network->count + 1, sizeof *waits);

	for (size_t i = 0; i < groups->first[network->count]; i++)
		waits[groups->links[i].to]++;
	for (size_t i = 0; i < network->count; i++)
		if (waits[i] == 0)
			network->order[network->placed++] = (int32_t)i;
	for (size_t place = 0; place < network->placed; place++) {
		size_t item = (size_t)network->order[place];

		for (size_t i = groups->first[item]; i < groups->first[item + 1]; i++)
			if (--waits[groups->links[i].to] == 0)
				network->order[network->placed++] = groups->links[i].to;
	}
	free(waits);
}

static void
number_by_place(struct network *network, const struct groups *groups)
{
	int32_t *place_of = memory_new(network->count + 1, sizeof *place_of);
	size_t filled = 0;

	for (size_t place = 0; place < network->count; place++)
		place_of[network->order[place]] = (int32_t)place;
	for (size_t place = 0; place < network->count; place++) {
		size_t item = (size_t)network->order[place];

		network->first[place] = filled;
		for (size_t i = groups->first[item]; i < groups->first[item + 1]; i++)
			network->links[filled++] =
				(struct network_link){ place_of[groups->links[i].to],
					groups->links[i].lag };
	}
	network->first[network->count] = filled;
	free(place_of);
}

void
network_init(struct network *network, const struct schedule_item *items, size_t count,
	const struct schedule_link *links, size_t link_count)
{
	struct groups groups;

	*network = (struct network){ .count = count };
	network->order = memory_new(count + 1, sizeof *network->order);
	network->first = memory_new(count + 2, sizeof *network->first);
	network->links = memory_new(link_count + 1, sizeof *network->links);
	group_links(&groups, items, count, links, link_count);
	put_in_order(network, &groups);
	if (network->placed == count)
		number_by_place(network, &groups);
	free(groups.first);
	free(groups.links);
}

void
network_clear(struct network *network)
{
	free(network->order);
	free(network->first);
	free(network->links);
}

struct network_aim
network_aim(const struct schedule_item *item)
{
	bool settled = item->accepted && item->actual != NO_DAY;
	bool given = item->entered != NO_DAY || item->work_days >= 0;
	struct network_aim aim = { .date = given ? item->entered : item->promised,
		.work_days = item->work_days > 0 ? item->work_days : 0,
		.settled = settled,
		.open = !item->accepted && !item->dropped,
		.planned = item->planned && !item->accepted,
		.dropped = item->dropped };

	if (settled)
		aim.date = item->actual;
	aim.undated = !given && aim.date == NO_DAY;
	return aim;
}
