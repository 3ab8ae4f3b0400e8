/* SPDX-License-Identifier: MIT */
/*
 * A set of record ids. Ids of an import come in long runs, so the set keeps 64 of them in one word:
 * a million consecutive ones take a quarter of a megabyte, a million scattered ones sixteen.
 */
#ifndef ROLLOUT_BASE_ID_SET_H
#define ROLLOUT_BASE_ID_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct id_chunk;

/* Start from {0}. */
struct id_set {
	struct id_chunk *chunks; /* open addressing */
	size_t space, used;
};

/* Adds a positive id; false when it was in already. */
bool id_set_add(struct id_set *set, int64_t id);
bool id_set_has(const struct id_set *set, int64_t id);
void id_set_reset(struct id_set *set);
void id_set_clear(struct id_set *set);

#endif
