/* SPDX-License-Identifier: MIT */
/*
 * Finds members that an object has twice. The names of all open objects stand on one stack and in
 * one hash table with linear probing: taking away the one that came last leaves the table as it was
 * before, so that leaving an object costs as little as entering it. Nothing here depends on the
 * seed but time.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "bytes.h"
#include "json_scan.h"

enum {
	SLOTS_FIRST = 128,
	SLACK = 8, /* bytes that hash_name() may look at behind a name */
};

void
json_names_init(struct json_names *names)
{
	*names = (struct json_names){ 0 };
	if (getentropy(&names->seed, sizeof names->seed) != 0)
		names->seed = BYTES_ONES;
}

void
json_names_clear(struct json_names *names)
{
	free(names->list);
	free(names->slots);
	buffer_clear(&names->texts);
}

static uint64_t
mix(uint64_t hash)
{
	hash *= UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 32;
}

/* Looks at up to seven bytes behind the name, which must be there, whatever they hold. */
static uint32_t
hash_name(uint64_t seed, const char *text, size_t length)
{
	uint64_t hash = seed ^ length;

	for (; length > 8; text += 8, length -= 8)
		hash = mix(hash ^ bytes_load(text));
	if (length)
		hash ^= bytes_load(text) << (64 - 8 * length);
	return (uint32_t)mix(hash);
}

const char *
json_names_text(const struct json_names *names, size_t index)
{
	return names->texts.data + names->list[index].offset;
}

static bool
is_same(const struct json_names *names, const struct json_name *a, const struct json_name *b)
{
	return a->hash == b->hash && a->length == b->length &&
	       memcmp(names->texts.data + a->offset, names->texts.data + b->offset, a->length) == 0;
}

/* Puts the last name of the list into the table; whether an object whose names begin at first has
 * it already. */
static bool
place_last(struct json_names *names, size_t first)
{
	struct json_name *name = &names->list[names->count - 1];
	size_t mask = names->slot_count - 1, slot = name->hash & mask;
	bool twice = false;

	for (; names->slots[slot]; slot = (slot + 1) & mask) {
		size_t other = names->slots[slot] - 1;

		twice = twice || (other >= first && is_same(names, &names->list[other], name));
	}
	names->slots[slot] = (uint32_t)names->count;
	name->slot = (uint32_t)slot;
	return twice;
}

/* Makes room for another name, and a table of twice as many slots; all go into it in their order.
 */
static void
grow(struct json_names *names)
{
	size_t count = names->count;

	free(names->slots);
	names->slot_count = names->slot_count ? names->slot_count * 2 : SLOTS_FIRST;
	names->slots = memory_new(names->slot_count, sizeof *names->slots);
	names->space = names->slot_count / 2;
	names->list = memory_resize(names->list, names->space, sizeof *names->list);
	for (names->count = 0; names->count < count;) {
		names->count++;
		place_last(names, names->count);
	}
}

bool
json_names_add(struct json_names *names, size_t first, const char *text, size_t length, bool *twice)
{
	size_t offset = names->texts.length;
	char *out;

	if (names->count == JSON_MEMBERS_LIMIT || offset + length >= JSON_NAMES_LIMIT)
		return false;
	if (names->count == names->space)
		grow(names);
	out = buffer_reserve(&names->texts, length + SLACK);
	memcpy(out, text, length);
	out[length] = '\0';
	names->texts.length += length + 1;
	names->list[names->count++] = (struct json_name){
		.hash = hash_name(names->seed ^ first, out, length),
		.offset = (uint32_t)offset,
		.length = (uint32_t)length,
	};
	*twice = place_last(names, first);
	return true;
}

void
json_names_drop(struct json_names *names, size_t first)
{
	while (names->count > first) {
		const struct json_name *name = &names->list[--names->count];

		names->slots[name->slot] = 0;
		names->texts.length = name->offset;
	}
}
