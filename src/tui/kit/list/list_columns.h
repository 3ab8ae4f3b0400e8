/* SPDX-License-Identifier: MIT */
/*
 * Which fields of a type a list shows in so many cells, and how wide: a pure function of the
 * dictionary and the width.
 */
#ifndef ROLLOUT_TUI_LIST_COLUMNS_H
#define ROLLOUT_TUI_LIST_COLUMNS_H

#include "rollout/model/type.h"

enum { COLUMNS_MAX = 24, COLUMN_GAP = 2 };

struct list_column {
	int field;
	int width;
};

struct list_columns {
	struct list_column items[COLUMNS_MAX];
	int count;
};

/*
 * The title comes first. Then, in the dictionary's order, what says much in little room
 * (references, choices, dates, numbers), then texts, then long texts, as long as they fit. What is
 * left over goes to the title and to columns that can use it. chosen: names of fields with commas
 * between, which come in that order instead, as many as fit; "" for none.
 */
void list_columns_choose(
	const struct type *type, int width, const char *chosen, struct list_columns *out);

#endif
