/* SPDX-License-Identifier: MIT */
/*
 * Days as columns of a picture, in one of three scales. Must not know what is drawn. A column holds
 * two or three days, a week, or three weeks.
 */
#ifndef ROLLOUT_TUI_SCALE_H
#define ROLLOUT_TUI_SCALE_H

#include "rollout/base/date.h"
#include "tui/kit/screen/canvas.h"

enum scale_unit { SCALE_WEEK, SCALE_MONTH, SCALE_QUARTER, SCALE_COUNT };

struct scale {
	enum scale_unit unit;
	day origin; /* a Monday: the day of the first column */
};

const char *scale_name(enum scale_unit unit); /* "week" "month" "quarter" */
/* Where the day stands, which may be left of 0. */
int scale_column(const struct scale *scale, day date);
/* The first day of that column. */
day scale_day(const struct scale *scale, int column);
/* The Monday of the day's week. */
day scale_monday(day date);
/* Two rows above a picture of that many columns: months or years, and weeks, months or quarters. */
void scale_draw_axis(
	const struct scale *scale, struct canvas *canvas, int row, int column, int columns);

#endif
