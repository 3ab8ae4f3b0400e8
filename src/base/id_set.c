/* SPDX-License-Identifier: MIT */
/* A hash table of 64-bit words, each for 64 neighbouring ids. A chunk without bits is a free place:
 * ids are never taken out one by one. */
#include "rollout/base/id_set.h"

#include <stdlib.h>

#include "rollout/base/memory.h"

struct id_chunk {
	uint64_t number; /* id / 64 */
	uint64_t bits;
};

static struct id_chunk *
find(struct id_chunk *chunks, size_t space, uint64_t number)
{
	size_t place = (size_t)(number * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (space - 1);

	while (chunks[place].bits && chunks[place].number != number)
		place = (place + 1) & (space - 1);
	return &chunks[place];
}

static void
grow(struct id_set *set)
{
	size_t space = set->space ? set->space * 2 : 256;
	struct id_chunk *chunks = memory_new(space, sizeof *chunks);

	for (size_t i = 0; i < set->space; i++)
		if (set->chunks[i].bits)
			*find(chunks, space, set->chunks[i].number) = set->chunks[i];
	free(set->chunks);
	set->chunks = chunks;
	set->space = space;
}

bool
id_set_add(struct id_set *set, int64_t id)
{
	uint64_t bit = UINT64_C(1) << ((uint64_t)id & 63);
	struct id_chunk *chunk;

	if (set->used * 4 >= set->space * 3)
		grow(set);
	chunk = find(set->chunks, set->space, (uint64_t)id >> 6);
	if (!chunk->bits)
		set->used++;
	if (chunk->bits & bit)
		return false;
	chunk->number = (uint64_t)id >> 6;
	chunk->bits |= bit;
	return true;
}

bool
id_set_has(const struct id_set *set, int64_t id)
{
	if (set->space == 0)
		return false;
	return find(set->chunks, set->space, (uint64_t)id >> 6)->bits >> ((uint64_t)id & 63) & 1;
}

void
id_set_reset(struct id_set *set)
{
	for (size_t i = 0; i < set->space; i++)
		set->chunks[i].bits = 0;
	set->used = 0;
}

void
id_set_clear(struct id_set *set)
{
	free(set->chunks);
	*set = (struct id_set){ 0 };
}
