/* SPDX-License-Identifier: MIT */
/* Bars and sparklines; see picture.h. */
#include "picture.h"

enum { EIGHTHS = 8 };

static const char *const parts[] = { " ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█" };
static const char *const heights[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
static const char *const ascii_heights[] = { "_", "_", ".", ".", "-", "-", "=", "#" };

static const char *
bar_cell(const struct canvas *canvas, int eighths)
{
	if (eighths <= 0)
		return canvas->ascii ? "." : "·";
	if (eighths >= EIGHTHS)
		return canvas->ascii ? "#" : parts[EIGHTHS];
	return canvas->ascii ? (eighths >= EIGHTHS / 2 ? "-" : ".") : parts[eighths];
}

int
picture_bar(struct canvas *canvas, int row, int column, int columns, enum role role, int value,
	int most)
{
	int64_t full = (int64_t)columns * EIGHTHS * larger_of(0, smaller_of(value, most)) / most;

	for (int i = 0; i < columns; i++)
		canvas_put(canvas, row, column + i, 1,
			full > (int64_t)i * EIGHTHS ? role : ROLE_MUTED,
			bar_cell(canvas, (int)(full - (int64_t)i * EIGHTHS)));
	return larger_of(columns, 0);
}

static const char *
height_of(const struct canvas *canvas, int value, int least, int most)
{
	int step = EIGHTHS / 2 - 1;

	if (value == PICTURE_GAP)
		return " ";
	if (most > least)
		step = (int)((int64_t)(value - least) * (EIGHTHS - 1) / ((int64_t)most - least));
	return canvas->ascii ? ascii_heights[step] : heights[step];
}

static void
find_range(const int *values, size_t count, int *least, int *most)
{
	*least = INT32_MAX;
	*most = INT32_MIN;
	for (size_t i = 0; i < count; i++) {
		if (values[i] == PICTURE_GAP)
			continue;
		*least = smaller_of(*least, values[i]);
		*most = larger_of(*most, values[i]);
	}
}

int
picture_sparkline(struct canvas *canvas, int row, int column, int columns, enum role role,
	const int *values, size_t count, int least, int most)
{
	if (columns <= 0)
		return 0;
	if (count > (size_t)columns) {
		values += count - (size_t)columns;
		count = (size_t)columns;
	}
	if (least == most)
		find_range(values, count, &least, &most);
	for (size_t i = 0; i < count; i++)
		canvas_put(canvas, row, column + (int)i, 1, role,
			height_of(canvas, values[i], least, most));
	return (int)count;
}
