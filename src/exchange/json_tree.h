/* SPDX-License-Identifier: MIT */
/*
 * JSON that the strict reader has checked, as the tree that cJSON makes of it. What cJSON by itself
 * would get wrong does not come to it (json_reader.h), or is mended here: the digits of a number
 * that a double does not hold as they are written hang on its node. Private to src/exchange.
 */
#ifndef ROLLOUT_EXCHANGE_JSON_TREE_H
#define ROLLOUT_EXCHANGE_JSON_TREE_H

#include <cjson/cJSON.h>

#include "rollout/base/memory.h"
#include "json_reader.h"

/* A checked text; its numbers are what a double holds. Never NULL; cJSON_Delete() it. */
cJSON *json_tree_parse(const char *text, size_t length);
/* The next value as a tree, its numbers exact, and as json_reader_element() gives it; NULL after a
 * fault. */
cJSON *json_reader_tree(
	struct json_reader *reader, const char **text, size_t *length, struct place *place);
/* A value as text: a string unescaped, a whole number without point and exponent ("4.0" and "1e2"
 * as "4" and "100", as far as a double holds it exactly), any other number as it is written, true
 * or false; "" for null and containers. Borrowed from the tree or in the arena. */
const char *json_tree_text(const cJSON *value, struct arena *arena);

#endif
