/* SPDX-License-Identifier: MIT */
/*
 * Pictures, drawn into an area of a canvas by role: Unicode blocks or plain ASCII as the canvas
 * says. Pure: values in, cells out. Each shows its numbers too, since a picture without them is a
 * guess; none draws outside its area, and what there is no room for is left out.
 */
#ifndef ROLLOUT_TUI_PICTURE_H
#define ROLLOUT_TUI_PICTURE_H

#include "rollout/base/date.h"
#include "tui/kit/screen/canvas.h"

/*
 * A bar of so many cells, value of most filled to an eighth of a cell ("██▌···"; ASCII "##-..."),
 * most > 0. Returns the cells it took.
 */
int picture_bar(struct canvas *canvas, int row, int column, int columns, enum role role, int value,
	int most);

enum { PICTURE_GAP = INT32_MIN };

/*
 * The newest of the values, one cell each, lowest to highest in eight steps ("▁▃▇"; ASCII
 * "._-=#" by height) between least and most, which the values may not leave; PICTURE_GAP leaves a
 * blank. least and most the same: as the values reach, and a line of middle height where all are
 * the same. Returns the cells it took.
 */
int picture_sparkline(struct canvas *canvas, int row, int column, int columns, enum role role,
	const int *values, size_t count, int least, int most);

/* A grid of counts: rows by columns cells, the more the darker (" ░▒▓█"; ASCII " .:+#"). */
struct picture_grid {
	int rows, columns;
	const int *counts; /* row by row, the top one first */
	const char *const *texts; /* in the cells instead of the numbers, without their
				     blanks where they would not fit; NULL: the numbers */
	const int *marked; /* the column of each row that has a pointer, -1: none; NULL: none has */
	const char *const *row_names, *const *column_names;
	const char *row_title, *column_title; /* what the names are about */
	int selected_row, selected_column; /* -1: none is */
};

/* Returns the rows it took; where not all fit, the rows up to the selected one. */
int picture_grid(struct canvas *canvas, struct area area, const struct picture_grid *grid);
/* The cell that is drawn at that line and cell of the screen; false: none is. */
bool picture_grid_at(struct area area, const struct picture_grid *grid, int line, int cell,
	int *row, int *column);

struct month_mark {
	day date;
	const char *text; /* one cell */
	enum role role;
};

struct picture_month {
	day month; /* any day of it */
	day today, selected; /* outside the month: not shown */
	const struct month_mark *marks; /* by day; the first of a day is shown, and how many more */
	size_t count;
};

enum { PICTURE_MONTH_ROWS = 8, PICTURE_MONTH_COLUMNS = 4 + 7 * 5 };

/*
 * A month by ISO weeks: its name, the weekdays, a row a week with its number. The cursor of the
 * canvas stands on the selected day.
 */
void picture_month(struct canvas *canvas, struct area area, const struct picture_month *month);
/* The day that is drawn at that line and cell of the screen; false: none is. */
bool picture_month_at(
	struct area area, const struct picture_month *month, int line, int cell, day *out);

#endif
