/* SPDX-License-Identifier: MIT */
/* The axis of a picture over time. Must not draw outside the columns it was given. */
#include "scale.h"

#include <stdio.h>

enum { WEEK = 7, LABEL_SIZE = 24 };

/* Columns for days: of each unit, so many columns for so many days. */
static const struct {
	const char *name;
	int columns, days;
} units[SCALE_COUNT] = {
	[SCALE_WEEK] = { "week", 3, WEEK },
	[SCALE_MONTH] = { "month", 1, WEEK },
	[SCALE_QUARTER] = { "quarter", 1, 3 * WEEK },
};

static int64_t
floor_divide(int64_t a, int64_t b)
{
	return a >= 0 ? a / b : -((-a + b - 1) / b);
}

const char *
scale_name(enum scale_unit unit)
{
	return units[unit].name;
}

int
scale_column(const struct scale *scale, day date)
{
	return (int)floor_divide(((int64_t)date - scale->origin) * units[scale->unit].columns,
		units[scale->unit].days);
}

day
scale_day(const struct scale *scale, int column)
{
	int64_t days = (int64_t)column * units[scale->unit].days;

	/* The first whole day at or behind the column's beginning. */
	return (day)(scale->origin - floor_divide(-days, units[scale->unit].columns));
}

day
scale_monday(day date)
{
	return date - (day)(date_weekday(date) - MONDAY);
}

static void
put_label(struct canvas *canvas, int row, int column, int columns, int at, int *free_from,
	const char *text)
{
	if (at < *free_from || at >= columns)
		return;
	*free_from =
		at + canvas_put(canvas, row, column + at, columns - at, ROLE_HEADING, text) + 1;
}

/* The upper row: a year where one begins and at the left edge, months, or quarters of a year. */
static void
draw_upper(const struct scale *scale, struct canvas *canvas, int row, int column, int columns)
{
	int free_from = 0;
	struct civil before = { 0 };

	for (int i = 0; i < columns; i++) {
		struct civil civil = date_civil(scale_day(scale, i));
		char label[LABEL_SIZE] = "";

		if (scale->unit == SCALE_WEEK && civil.month != before.month)
			snprintf(label, sizeof label, civil.month == 1 || i == 0 ? "%s %d" : "%s",
				date_month_name(civil.month), civil.year);
		else if (scale->unit != SCALE_WEEK && civil.year != before.year)
			snprintf(label, sizeof label, "%d", civil.year);
		before = civil;
		if (label[0])
			put_label(canvas, row, column, columns, i, &free_from, label);
	}
}

static void
draw_lower(const struct scale *scale, struct canvas *canvas, int row, int column, int columns)
{
	int free_from = 0, before = -1;

	for (int i = 0; i < columns; i++) {
		day date = scale_day(scale, i);
		struct civil civil = date_civil(date);
		char label[LABEL_SIZE];
		int now;

		if (scale->unit == SCALE_WEEK) {
			now = date_iso_week(date).week;
			snprintf(label, sizeof label, "%02d", now);
		} else if (scale->unit == SCALE_MONTH) {
			now = civil.month;
			snprintf(label, sizeof label, "%s", date_month_name(now));
		} else {
			now = (civil.month - 1) / 3 + 1;
			snprintf(label, sizeof label, "Q%d", now);
		}
		if (now != before)
			put_label(canvas, row, column, columns, i, &free_from, label);
		before = now;
	}
}

void
scale_draw_axis(const struct scale *scale, struct canvas *canvas, int row, int column, int columns)
{
	draw_upper(scale, canvas, row, column, columns);
	draw_lower(scale, canvas, row + 1, column, columns);
}
