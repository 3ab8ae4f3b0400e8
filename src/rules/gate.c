/* SPDX-License-Identifier: MIT */
/* One pass over the items in the order in which they can happen. */
#include "rollout/rules/gate.h"

#include "network.h"

bool
gate_find(const struct schedule_item *items, size_t count, const struct schedule_link *links,
	size_t link_count, const bool *shut, int32_t *gates)
{
	struct network network;
	bool whole;

	network_init(&network, items, count, links, link_count);
	whole = network.placed == count;
	for (size_t i = 0; i < count; i++)
		gates[i] = NO_GATE;
	for (size_t place = 0; whole && place < count; place++) {
		int32_t item = network.order[place];
		int32_t gate = shut[item] ? item : gates[item];

		if (gate == NO_GATE)
			continue;
		for (size_t i = network.first[place]; i < network.first[place + 1]; i++) {
			int32_t to = network.order[network.links[i].to];

			/* A gate right before it says more than one far off. */
			if (gates[to] == NO_GATE || gate == item)
				gates[to] = gate;
		}
	}
	network_clear(&network);
	return whole;
}
