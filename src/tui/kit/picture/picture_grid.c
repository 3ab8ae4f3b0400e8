/* SPDX-License-Identifier: MIT */
/* A grid of counts with shades; see picture.h. */
#include <stdio.h>
#include <string.h>

#include "picture.h"
#include "rollout/base/text.h"

enum { SHADES = 5, CELL_MOST = 11, CELL_LEAST = 4, ROWS_OF_HEAD = 2 };

static const char *const shades[SHADES] = { " ", "░", "▒", "▓", "█" };
static const char *const ascii_shades[SHADES] = { " ", ".", ":", "+", "#" };

static int
highest(const struct picture_grid *grid)
{
	int most = 0;

	for (int i = 0; i < grid->rows * grid->columns; i++)
		most = larger_of(most, grid->counts[i]);
	return most;
}

/* None, and then a quarter of the highest count each. */
static int
shade_of(int count, int most)
{
	if (count <= 0 || most <= 0)
		return 0;
	return 1 + (int)((int64_t)(count - 1) * (SHADES - 1) / most);
}

/* Where the cells are: those of a row begin behind its name, a blank between them. */
struct placed {
	int label, left, width; /* width 0: no room for any */
	int first,
		rows; /* in sight; where there is no room for all, those up to the selected one */
};

static struct placed
place(struct area area, const struct picture_grid *grid)
{
	const char *title = grid->row_title ? grid->row_title : "";
	struct placed placed = { .label = text_width(title, strlen(title)),
		.rows = smaller_of(grid->rows, area.rows - ROWS_OF_HEAD) };

	for (int i = 0; i < grid->rows; i++)
		placed.label = larger_of(
			placed.label, text_width(grid->row_names[i], strlen(grid->row_names[i])));
	placed.left = area.column + placed.label + 1;
	placed.width = smaller_of(CELL_MOST,
		grid->columns > 0 ? (area.columns - placed.label - 1) / grid->columns - 1 : 0);
	if (placed.width < CELL_LEAST || area.rows < ROWS_OF_HEAD)
		placed.width = 0;
	placed.first = larger_of(
		0, smaller_of(grid->selected_row - placed.rows + 1, grid->rows - placed.rows));
	return placed;
}

bool
picture_grid_at(struct area area, const struct picture_grid *grid, int line, int cell, int *row,
	int *column)
{
	struct placed placed = place(area, grid);
	int at = line - area.row - 1;

	if (placed.width == 0 || at < 0 || at >= placed.rows || cell < placed.left)
		return false;
	*row = placed.first + at;
	*column = (cell - placed.left) / (placed.width + 1);
	return *column < grid->columns;
}

enum { CELL_TEXT = 64 };

/* Without its blanks where that makes it fit. */
static void
squeeze(char *text)
{
	char *to = text;

	for (const char *from = text; *from; from++)
		if (*from != ' ')
			*to++ = *from;
	*to = '\0';
}

/* "[12]" where the cursor is, so that it is seen without colour. */
static void
write_cell(const struct picture_grid *grid, int index, bool selected, char out[CELL_TEXT])
{
	if (grid->texts && (*grid->texts[index] || !selected))
		snprintf(out, CELL_TEXT, selected ? "[%s]" : "%s", grid->texts[index]);
	else
		snprintf(out, CELL_TEXT, selected ? "[%d]" : " %d ", grid->counts[index]);
}

static void
draw_cell(struct canvas *canvas, const struct picture_grid *grid, int index, int row, int column,
	int width)
{
	int count = grid->counts[index], shade = shade_of(count, highest(grid));
	bool selected = index == grid->selected_row * grid->columns + grid->selected_column &&
			grid->selected_row >= 0;
	bool marked = grid->marked && grid->marked[index / grid->columns] == index % grid->columns;
	char text[CELL_TEXT];
	int cells, start;

	for (int i = 0; i < width; i++)
		canvas_put(canvas, row, column + i, 1, ROLE_NOTICE,
			canvas->ascii ? ascii_shades[shade] : shades[shade]);
	write_cell(grid, index, selected, text);
	if (canvas_width(canvas, text) > width - marked)
		squeeze(text);
	cells = smaller_of(canvas_width(canvas, text), width - marked);
	start = column + larger_of((width - cells) / 2, marked);
	if (count > 0 || selected)
		canvas_put(canvas, row, start, cells, selected ? ROLE_SELECTED : ROLE_TEXT, text);
	else
		canvas_put(
			canvas, row, column + width / 2, 1, ROLE_MUTED, canvas->ascii ? "." : "·");
	if (marked)
		canvas_put(canvas, row, column, 1, ROLE_HEADING,
			glyph_text(canvas->ascii, GLYPH_POINTER));
	if (selected)
		canvas_cursor(canvas, row, start, false);
}

int
picture_grid(struct canvas *canvas, struct area area, const struct picture_grid *grid)
{
	struct placed placed = place(area, grid);
	int row = area.row + 1, width = placed.width;

	if (width == 0)
		return 0;
	canvas_put(canvas, area.row, area.column, placed.label, ROLE_HEADING,
		grid->row_title ? grid->row_title : "");
	canvas_put(canvas, area.row, placed.left + 1, area.column + area.columns - placed.left - 1,
		ROLE_HEADING, grid->column_title ? grid->column_title : "");
	for (int i = placed.first; i < placed.first + placed.rows; i++, row++) {
		canvas_put_right(
			canvas, row, area.column, placed.label, ROLE_LABEL, grid->row_names[i]);
		for (int j = 0; j < grid->columns; j++)
			draw_cell(canvas, grid, i * grid->columns + j, row,
				placed.left + j * (width + 1), width);
	}
	for (int j = 0; j < grid->columns; j++)
		canvas_put(canvas, row, placed.left + j * (width + 1) + width / 3, width,
			ROLE_LABEL, grid->column_names[j]);
	return row + 1 - area.row;
}
