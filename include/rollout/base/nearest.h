/* SPDX-License-Identifier: MIT */
/*
 * "Did you mean": which of some words is nearest to one that was mistyped. The only idea of what is
 * near: at most two letters added, dropped, replaced or swapped, whatever the case, and fewer in a
 * short word.
 */
#ifndef ROLLOUT_BASE_NEAREST_H
#define ROLLOUT_BASE_NEAREST_H

#include <stdbool.h>
#include <stddef.h>

struct nearest {
	const char *word; /* borrowed */
	const char *best; /* the nearest so far, borrowed; NULL: none is near */
	size_t edits; /* fewer than so many are nearer than the best */
};

struct nearest nearest_to(const char *word);
/* Takes the candidate where it is nearer than those before; true: it was taken. */
bool nearest_take(struct nearest *nearest, const char *candidate);

#endif
