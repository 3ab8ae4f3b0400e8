/* SPDX-License-Identifier: MIT */
/*
 * Values out of JSON that json_reader has checked already: here nothing can be malformed, so that
 * walking is little more than copying. cJSON would check and allocate everything a second time,
 * which was two thirds of an import's time. Private to src/exchange.
 */
#ifndef ROLLOUT_EXCHANGE_JSON_WALK_H
#define ROLLOUT_EXCHANGE_JSON_WALK_H

#include "rollout/base/memory.h"
#include "rollout/exchange/json_reader.h"

struct json_value {
	enum json_kind kind;
	const char *name; /* of a member, unescaped; NULL in an array */
	const char *text; /* a string unescaped, a number as it stands (both NUL-terminated, in the
			     arena); a container as it stands in the element (not terminated) */
	size_t length; /* of text */
};

struct json_walk {
	const char *at; /* behind the last value handed out */
	struct arena *arena;
	bool in_object;
};

/* The kind of a checked value, by its first byte. */
enum json_kind json_walk_kind(const char *text);
/* Into an object or array, whose text starts at its bracket. */
void json_walk_enter(struct json_walk *walk, const char *container, struct arena *arena);
/* The next member or element; false at the end. */
bool json_walk_next(struct json_walk *walk, struct json_value *value);

#endif
