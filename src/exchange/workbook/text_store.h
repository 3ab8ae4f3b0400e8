/* SPDX-License-Identifier: MIT */
/*
 * The texts that the cells of a workbook share, by number. A few lie in memory; of many the most
 * lie in a scratch file without a name, because their number is what makes a workbook large.
 * Private to this folder.
 */
#ifndef ROLLOUT_EXCHANGE_WORKBOOK_TEXT_STORE_H
#define ROLLOUT_EXCHANGE_WORKBOOK_TEXT_STORE_H

#include "rollout/base/memory.h"

enum { TEXTS_MOST = 4000000 };

struct text_store;

struct text_store *text_store_new(void);
void text_store_free(struct text_store *store);
size_t text_store_count(const struct text_store *store);
/* Where the text at hand is appended; text_store_add() makes it the next one. */
struct buffer *text_store_end(struct text_store *store);
enum status STATUS_CHECKED text_store_add(struct text_store *store, struct error *error);
/* Appends the text of that number, which is below the count. */
enum status STATUS_CHECKED text_store_get(
	struct text_store *store, size_t number, struct buffer *into, struct error *error);

#endif
