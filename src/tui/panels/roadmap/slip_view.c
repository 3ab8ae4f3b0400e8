/* SPDX-License-Identifier: MIT */
/* Draws the trend of forecasts over the days they were reported on. */
#include "slip_view.h"

#include <string.h>

enum { DATE_WIDTH = 11, AXIS_ROWS = 1, LEAST_ROWS = 3, LEAST_COLUMNS = 8 };

struct plot {
	struct canvas *canvas;
	struct area area; /* of the points */
	day left, right; /* reports */
	day bottom, top; /* forecasts */
};

static int
column_of(const struct plot *plot, day on)
{
	int64_t span = larger_of(plot->right - plot->left, 1);

	return (int)((int64_t)(on - plot->left) * (plot->area.columns - 1) / span);
}

static int
row_of(const struct plot *plot, day forecast)
{
	int64_t span = larger_of(plot->top - plot->bottom, 1);

	return plot->area.rows - 1 -
	       (int)((int64_t)(forecast - plot->bottom) * (plot->area.rows - 1) / span);
}

static void
put(const struct plot *plot, int row, int column, enum role role, const char *text)
{
	if (row >= 0 && row < plot->area.rows && column >= 0 && column < plot->area.columns)
		canvas_put(plot->canvas, plot->area.row + row, plot->area.column + column, 1, role,
			text);
}

/* What was expected stays expected until the next report. */
static void
draw_trend(const struct plot *plot, const struct trend *trend)
{
	const char letter[] = { trend->mark, '\0' };
	const char *line = plot->canvas->ascii ? "-" : "\u2500";
	enum role role = trend->main ? ROLE_TITLE : ROLE_MUTED;

	for (size_t i = 0; i < trend->count; i++) {
		int row = row_of(plot, trend->reports[i].forecast);
		day until = i + 1 < trend->count ? trend->reports[i + 1].on : plot->right;
		int column = column_of(plot, trend->reports[i].on);

		for (int at = column + 1; at <= column_of(plot, until); at++)
			put(plot, row, at, role, line);
		put(plot, row, column, role, letter);
	}
}

static void
find_span(struct plot *plot, const struct trend *trends, size_t count, day baseline)
{
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < trends[i].count; j++) {
			const struct slip_report *report = &trends[i].reports[j];

			plot->left = any && plot->left < report->on ? plot->left : report->on;
			plot->bottom = any && plot->bottom < report->forecast ? plot->bottom
									      : report->forecast;
			plot->top =
				any && plot->top > report->forecast ? plot->top : report->forecast;
			any = true;
		}
	}
	if (baseline != NO_DAY && baseline < plot->bottom)
		plot->bottom = baseline;
	if (baseline != NO_DAY && baseline > plot->top)
		plot->top = baseline;
	if (plot->right < plot->left)
		plot->right = plot->left;
}

static void
put_date(struct canvas *canvas, int row, int column, int columns, day date)
{
	char text[DATE_SIZE];

	date_format(date, text);
	canvas_put(canvas, row, column, columns, ROLE_MUTED, text);
}

static void
draw_axes(const struct plot *plot, day baseline)
{
	struct area area = plot->area;
	const char *dash = plot->canvas->ascii ? "." : "\u2508";

	put_date(plot->canvas, area.row, area.column - DATE_WIDTH, DATE_WIDTH, plot->top);
	if (plot->bottom != plot->top)
		put_date(plot->canvas, area.row + area.rows - 1, area.column - DATE_WIDTH,
			DATE_WIDTH, plot->bottom);
	put_date(plot->canvas, area.row + area.rows, area.column, DATE_WIDTH, plot->left);
	if (area.columns >= 2 * DATE_WIDTH + 2)
		put_date(plot->canvas, area.row + area.rows,
			area.column + area.columns - DATE_WIDTH + 1, DATE_WIDTH, plot->right);
	if (baseline == NO_DAY)
		return;
	for (int i = 0; i < area.columns; i++)
		put(plot, row_of(plot, baseline), i, ROLE_NOTICE, dash);
}

void
slip_view_draw(struct canvas *canvas, struct area area, const struct trend *trends, size_t count,
	day baseline, day today)
{
	struct plot plot = { .canvas = canvas,
		.area = { area.row, area.column + DATE_WIDTH, area.rows - AXIS_ROWS,
			area.columns - DATE_WIDTH - 1 },
		.left = today,
		.right = today,
		.bottom = today,
		.top = today };

	if (plot.area.rows < LEAST_ROWS || plot.area.columns < LEAST_COLUMNS || count == 0)
		return;
	find_span(&plot, trends, count, baseline);
	draw_axes(&plot, baseline);
	for (size_t i = 0; i < count; i++)
		if (!trends[i].main)
			draw_trend(&plot, &trends[i]);
	for (size_t i = 0; i < count; i++)
		if (trends[i].main)
			draw_trend(&plot, &trends[i]);
}
