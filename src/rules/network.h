/* SPDX-License-Identifier: MIT */
/* The links of a schedule side by side and an order to walk them in; shared by what reckons with
 * them. Private to src/rules. */
#ifndef ROLLOUT_RULES_NETWORK_H
#define ROLLOUT_RULES_NETWORK_H

#include <stddef.h>

#include "rollout/rules/schedule.h"

struct network {
	struct schedule_item *items; /* borrowed */
	size_t count;
	struct schedule_link *links; /* grouped by from; between items that take part */
	size_t *first; /* of each item's links; count + 1 of them */
	int32_t *order; /* items so that each comes behind what it waits for */
	size_t ordered; /* fewer than count: the links make a circle */
};

/* items are looked at for what is dropped only. */
void network_init(struct network *network, struct schedule_item *items, size_t count,
	const struct schedule_link *links, size_t link_count);
void network_clear(struct network *network);

#endif
