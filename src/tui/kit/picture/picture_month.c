/* SPDX-License-Identifier: MIT */
/* The calendar of a month; see picture.h. */
#include <stdio.h>

#include "picture.h"

enum { WEEK_COLUMNS = 4, DAY_COLUMNS = 5, DAYS = 7, LONG_DAY = 40, HEAD_ROWS = 2 };

static bool
is_in(day date, struct civil month)
{
	struct civil civil = date_civil(date);

	return civil.year == month.year && civil.month == month.month;
}

static const struct month_mark *
find_mark(const struct picture_month *month, day date, int *count)
{
	const struct month_mark *found = NULL;

	*count = 0;
	for (size_t i = 0; i < month->count; i++) {
		if (month->marks[i].date != date)
			continue;
		found = found ? found : &month->marks[i];
		++*count;
	}
	return found;
}

/* "●12 " and "●12+" where there is more than one; today in brackets, so that it needs no colour. */
static void
draw_day(struct canvas *canvas, int row, int column, const struct picture_month *month, day date)
{
	int count;
	const struct month_mark *mark = find_mark(month, date, &count);
	char text[8];

	snprintf(text, sizeof text, "%2d", date_civil(date).day);
	if (mark)
		canvas_put(canvas, row, column, 1, mark->role, mark->text);
	canvas_put(canvas, row, column + 1, 2, date == month->today ? ROLE_TITLE : ROLE_TEXT, text);
	if (date == month->today)
		canvas_put(canvas, row, column + 3, 1, ROLE_TITLE, "<");
	else if (count > 1)
		canvas_put(canvas, row, column + 3, 1, ROLE_MUTED, "+");
	if (date != month->selected)
		return;
	canvas_mark(canvas, row, column, DAY_COLUMNS - 1, ROLE_SELECTED);
	canvas_cursor(canvas, row, column + 1, false);
}

static void
draw_week(struct canvas *canvas, int row, int column, const struct picture_month *month, day monday)
{
	struct civil civil = date_civil(month->month);
	char text[8];

	snprintf(text, sizeof text, "%02d", date_iso_week(monday).week);
	canvas_put(canvas, row, column, 2, ROLE_MUTED, text);
	for (int i = 0; i < DAYS; i++)
		if (is_in(monday + i, civil))
			draw_day(canvas, row, column + WEEK_COLUMNS + i * DAY_COLUMNS, month,
				monday + i);
}

/* The first day of the first week in sight: where all do not fit, that of the selected day is too.
 */
static day
first_monday(struct area area, const struct picture_month *month)
{
	struct civil civil = date_civil(month->month);
	day first = date_from_civil((struct civil){ civil.year, civil.month, 1 });
	day monday = first - (int)date_weekday(first) + 1;
	int weeks = larger_of(area.rows - HEAD_ROWS, 1);
	int selected = (month->selected - monday) / DAYS;

	if (!is_in(month->selected, civil))
		return monday;
	return monday + larger_of(selected - weeks + 1, 0) * DAYS;
}

void
picture_month(struct canvas *canvas, struct area area, const struct picture_month *month)
{
	struct civil civil = date_civil(month->month);
	day monday = first_monday(area, month);
	char text[LONG_DAY];
	int row = area.row;

	if (area.columns < PICTURE_MONTH_COLUMNS || area.rows < 1)
		return;
	snprintf(text, sizeof text, "%s %d", date_month_name(civil.month), civil.year);
	canvas_put(canvas, row++, area.column + WEEK_COLUMNS + 1, area.columns - WEEK_COLUMNS - 1,
		ROLE_TITLE, text);
	for (int i = 0; i < DAYS && row < area.row + area.rows; i++)
		canvas_put(canvas, row, area.column + WEEK_COLUMNS + i * DAY_COLUMNS + 1, 3,
			ROLE_HEADING, date_weekday_name((enum weekday)(i + 1)));
	for (row++; row < area.row + area.rows &&
		    (is_in(monday, civil) || is_in(monday + DAYS - 1, civil));
		row++, monday += DAYS)
		draw_week(canvas, row, area.column, month, monday);
}

bool
picture_month_at(struct area area, const struct picture_month *month, int line, int cell, day *out)
{
	int week = line - area.row - HEAD_ROWS, left = cell - area.column - WEEK_COLUMNS;

	*out = first_monday(area, month) + week * DAYS + left / DAY_COLUMNS;
	return week >= 0 && left >= 0 && left < DAYS * DAY_COLUMNS &&
	       area_has(area, line, area.column) && is_in(*out, date_civil(month->month));
}
