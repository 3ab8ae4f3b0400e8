/* SPDX-License-Identifier: MIT */
/*
 * Circles in a graph of links: milestones that wait for each other, items that are parts of each
 * other. Rule M6 refuses them and names the whole circle.
 */
#ifndef ROLLOUT_RULES_CYCLE_H
#define ROLLOUT_RULES_CYCLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* to comes after from. */
struct link {
	int64_t from;
	int64_t to;
};

/*
 * Finds one circle among the links, if there is any: cycle gets the ids in the direction of the
 * links, each once, up to space of them; *length is how many there are in all. Sorts the links by
 * from. Takes time and memory in proportion to count (times its logarithm), whatever the shape; no
 * recursion.
 */
bool cycle_find(struct link *links, size_t count, int64_t *cycle, size_t space, size_t *length);

#endif
