/* SPDX-License-Identifier: MIT */
/*
 * The items of a schedule in an order in which they can happen, what follows each, by place in that
 * order, and when one is reached: whoever walks it finds next to each other what is used one after
 * the other, however the items were numbered. Private to src/rules.
 */
#ifndef ROLLOUT_RULES_NETWORK_H
#define ROLLOUT_RULES_NETWORK_H

#include <stddef.h>

#include "rollout/rules/critical_path.h"

/* The item at place to waits for the one whose link this is. */
struct network_link {
	int32_t to;
	int32_t lag;
};

struct network {
	size_t count; /* of items */
	size_t placed; /* fewer than count: the links make a circle, and nothing below is whole */
	int32_t *order; /* the item at each place; all that it waits for stand before it */
	size_t *first; /* of the links of each place; count + 1 of them */
	struct network_link *links; /* grouped by place; between items that take part */
};

/* Of the items only what is dropped is looked at. */
void network_init(struct network *network, const struct schedule_item *items, size_t count,
	const struct schedule_link *links, size_t link_count);
void network_clear(struct network *network);

/* What decides when an item is reached, once its start is known. */
struct network_aim {
	day date; /* never before that; the only one where settled; NO_DAY: any */
	int32_t work_days;
	bool settled : 1; /* reached already */
	bool undated : 1; /* nobody has given anything to go by */
	bool open : 1; /* neither accepted nor dropped: not reached before today */
	bool planned : 1; /* open, and not begun: it does not start before today */
	bool dropped : 1;
};

struct network_aim network_aim(const struct schedule_item *item);

static inline day
network_later(day a, day b)
{
	return a > b ? a : b;
}

/* The day it is reached, before today counts; of what is undated the start. */
static inline day
network_reach(const struct network_aim *aim, day start, const struct workdays *workdays)
{
	return aim->settled
		       ? aim->date
		       : network_later(aim->date, workdays_add(workdays, start, aim->work_days));
}

#endif
