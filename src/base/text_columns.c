/* SPDX-License-Identifier: MIT */
/* Widths of columns. What a cell looks like, or where it is printed, is not known here. */
#include "rollout/base/text_columns.h"

#include <string.h>

#include "rollout/base/text.h"

enum { COLUMN_MIN = 6, COLUMN_MAX = 60 };

void
text_column_widen(struct text_column *column, const char *cell)
{
	int width = text_width(cell, strlen(cell));

	width = width > COLUMN_MAX ? COLUMN_MAX : width;
	column->width = width > column->width ? width : column->width;
}

int
text_columns_offset(const struct text_column *columns, size_t column)
{
	int offset = 0;

	for (size_t i = 0; i < column; i++)
		if (columns[i].width > 0)
			offset += columns[i].width + TEXT_COLUMNS_GAP;
	return offset;
}

/* The widest column that may become narrower; NULL when there is none. */
static struct text_column *
widest_column(struct text_column *columns, size_t count)
{
	struct text_column *widest = NULL;

	for (size_t i = 0; i < count; i++) {
		struct text_column *column = &columns[i];

		if (!column->whole && column->width > COLUMN_MIN &&
			(!widest || column->width > widest->width))
			widest = column;
	}
	return widest;
}

void
text_columns_fit(struct text_column *columns, size_t count, int cells)
{
	size_t last = count;

	while (text_columns_offset(columns, count) - TEXT_COLUMNS_GAP > cells) {
		struct text_column *widest = widest_column(columns, count);

		if (widest)
			widest->width--;
		else if (last > 1)
			columns[--last].width = 0;
		else
			break;
	}
}
