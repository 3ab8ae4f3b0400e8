/* SPDX-License-Identifier: MIT */
/*
 * How wide the columns of a table are, in terminal cells: what the command line prints and the
 * terminal's boxes show is laid out alike.
 */
#ifndef ROLLOUT_BASE_TEXT_COLUMNS_H
#define ROLLOUT_BASE_TEXT_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

enum { TEXT_COLUMNS_MAX = 36, TEXT_COLUMNS_GAP = 2 };

struct text_column {
	const char *head; /* borrowed */
	bool right; /* numbers stand at the right */
	bool whole; /* never cut: what a person copies */
	bool wraps; /* the last one: what has no room goes on in the lines below */
	int width; /* 0: it has no room at all */
};

/* Widens the column for a cell; one very long text does not push all others away. */
void text_column_widen(struct text_column *column, const char *cell);
/* Where the column begins: cells of those before it and of the gaps. */
int text_columns_offset(const struct text_column *columns, size_t column);
/* Narrows the widest columns until all fit into so many cells with the gaps between them; where
 * they are as narrow as is of use, the last ones go. */
void text_columns_fit(struct text_column *columns, size_t count, int cells);

#endif
