/* SPDX-License-Identifier: MIT */
/*
 * The grid of cells. Must not decide where anything goes. A wide character is drawn whole or not at
 * all, and drawing over one half of one blanks the other, so that a row always has as many cells as
 * the terminal has columns.
 */
#include "canvas.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"

static const char *const glyphs[GLYPH_COUNT][2] = {
	[GLYPH_HORIZONTAL] = { "\u2500", "-" },
	[GLYPH_VERTICAL] = { "\u2502", "|" },
	[GLYPH_TOP_LEFT] = { "\u250c", "+" },
	[GLYPH_TOP_RIGHT] = { "\u2510", "+" },
	[GLYPH_BOTTOM_LEFT] = { "\u2514", "+" },
	[GLYPH_BOTTOM_RIGHT] = { "\u2518", "+" },
	[GLYPH_POINTER] = { "\u25b6", ">" },
	[GLYPH_MORE] = { "\u2026", "~" },
	[GLYPH_SQUARE] = { "\u25a0", "*" },
	[GLYPH_DOT] = { "\u00b7", "-" },
	[GLYPH_UP] = { "\u25b2", "^" },
	[GLYPH_DOWN] = { "\u25bc", "v" },
	[GLYPH_LEFT] = { "\u25c2", "<" },
	[GLYPH_RIGHT] = { "\u25b8", ">" },
	[GLYPH_BLANK] = { " ", " " },
};

bool
area_has(struct area area, int row, int column)
{
	return row >= area.row && row < area.row + area.rows && column >= area.column &&
	       column < area.column + area.columns;
}

int
smaller_of(int a, int b)
{
	return a < b ? a : b;
}

int
larger_of(int a, int b)
{
	return a > b ? a : b;
}

const char *
glyph_text(bool ascii, enum glyph glyph)
{
	return glyphs[glyph][ascii ? 1 : 0];
}

static struct canvas_cell *
cell_at(const struct canvas *canvas, int row, int column)
{
	return &canvas->cells[(size_t)row * (size_t)canvas->columns + (size_t)column];
}

static void
cell_set(struct canvas_cell *cell, const char *text, size_t length, int width, enum role role)
{
	memcpy(cell->text, text, length);
	cell->text[length] = '\0';
	cell->width = (uint8_t)width;
	cell->role = (uint8_t)role;
}

static void
cell_blank(struct canvas_cell *cell, enum role role)
{
	cell_set(cell, " ", 1, 1, role);
}

void
canvas_wipe(struct canvas *canvas)
{
	size_t count = (size_t)canvas->rows * (size_t)canvas->columns;

	memset(canvas->cells, 0, sizeof *canvas->cells);
	cell_blank(&canvas->cells[0], ROLE_TEXT);
	for (size_t done = 1; done < count; done *= 2)
		memcpy(canvas->cells + done, canvas->cells,
			(done < count - done ? done : count - done) * sizeof *canvas->cells);
	canvas_cursor(canvas, 0, 0, false);
}

void
canvas_resize(struct canvas *canvas, int rows, int columns)
{
	canvas->rows = larger_of(rows, 1);
	canvas->columns = larger_of(columns, 1);
	canvas->cells = memory_resize(canvas->cells, (size_t)canvas->rows * (size_t)canvas->columns,
		sizeof *canvas->cells);
	canvas_wipe(canvas);
}

void
canvas_clear(struct canvas *canvas)
{
	free(canvas->cells);
	buffer_clear(&canvas->scratch);
	*canvas = (struct canvas){ 0 };
}

/* Before cells from first to behind are written: no half of a wide character stays beside them. */
static void
split_wide(struct canvas *canvas, int row, int first, int behind)
{
	for (int column = first; column > 0 && cell_at(canvas, row, column)->width == 0; column--) {
		struct canvas_cell *before = cell_at(canvas, row, column - 1);

		if (before->width > 0) {
			cell_blank(before, before->role);
			for (int i = column; i < first; i++)
				cell_blank(cell_at(canvas, row, i), before->role);
		}
	}
	for (int i = behind; i < canvas->columns && cell_at(canvas, row, i)->width == 0; i++)
		cell_blank(cell_at(canvas, row, i), cell_at(canvas, row, i)->role);
}

/* One cluster; bytes that do not fit into a cell are left out at a character's start. */
static void
put_cluster(struct canvas *canvas, int row, int column, enum role role, const char *text,
	size_t length, int width)
{
	if (length >= CELL_BYTES) {
		length = CELL_BYTES - 1;
		while (length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80)
			length--;
	}
	split_wide(canvas, row, column, column + width);
	cell_set(cell_at(canvas, row, column), text, length, width, role);
	for (int i = 1; i < width; i++)
		cell_set(cell_at(canvas, row, column + i), "", 0, 0, role);
}

/* Printable ASCII, which needs no measuring and cannot harm a terminal. */
static bool
is_plain(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] < ' ' || text[i] > '~')
			return false;
	return true;
}

static int
write_plain(struct canvas *canvas, int row, int column, int columns, enum role role, bool more,
	const char *text, size_t length)
{
	const char *mark = glyph_text(canvas->ascii, GLYPH_MORE);
	bool cut = more && length > (size_t)columns;
	int used = length < (size_t)columns ? (int)length : columns;

	split_wide(canvas, row, column, column + used);
	for (int i = 0; i < used - (cut ? 1 : 0); i++) {
		struct canvas_cell *cell = cell_at(canvas, row, column + i);

		cell->text[0] = text[i];
		cell->text[1] = '\0';
		cell->width = 1;
		cell->role = (uint8_t)role;
	}
	if (cut)
		put_cluster(canvas, row, column + used - 1, role, mark, strlen(mark), 1);
	return used;
}

int
canvas_write(struct canvas *canvas, int row, int column, int columns, enum role role, bool more,
	const char *text, size_t length)
{
	struct buffer *safe = &canvas->scratch;
	const char *mark = glyph_text(canvas->ascii, GLYPH_MORE);
	int used = 0;
	size_t fits, i = 0;

	columns = smaller_of(columns, canvas->columns - column);
	if (row < 0 || row >= canvas->rows || column < 0 || columns <= 0)
		return 0;
	if (is_plain(text, length))
		return write_plain(canvas, row, column, columns, role, more, text, length);
	buffer_reset(safe);
	text_safe(safe, text, length, false, canvas->plain);
	fits = text_fit(buffer_text(safe), safe->length, columns, &used);
	more = more && fits < safe->length;
	if (more)
		fits = text_fit(buffer_text(safe), safe->length, columns - 1, &used);
	used = 0;
	while (i < fits) {
		size_t bytes = text_next_grapheme(safe->data + i, fits - i);
		int width = text_width(safe->data + i, bytes);

		if (width > 0)
			put_cluster(canvas, row, column + used, role, safe->data + i, bytes, width);
		used += width;
		i += bytes;
	}
	if (more) {
		put_cluster(canvas, row, column + used, role, mark, strlen(mark), 1);
		used++;
	}
	return used;
}

int
canvas_put(
	struct canvas *canvas, int row, int column, int columns, enum role role, const char *text)
{
	return canvas_write(canvas, row, column, columns, role, true, text, strlen(text));
}

int
canvas_width(struct canvas *canvas, const char *text)
{
	struct buffer *safe = &canvas->scratch;
	size_t length = strlen(text);

	if (is_plain(text, length))
		return (int)length;
	buffer_reset(safe);
	text_safe(safe, text, length, false, canvas->plain);
	return text_width(buffer_text(safe), safe->length);
}

void
canvas_put_right(
	struct canvas *canvas, int row, int column, int columns, enum role role, const char *text)
{
	int width = smaller_of(canvas_width(canvas, text), columns);

	canvas_put(canvas, row, column + columns - width, width, role, text);
}

void
canvas_fill(struct canvas *canvas, struct area area, enum role role, enum glyph glyph)
{
	const char *text = glyph_text(canvas->ascii, glyph);
	int behind_row = smaller_of(area.row + area.rows, canvas->rows);
	int behind_column = smaller_of(area.column + area.columns, canvas->columns);

	for (int row = larger_of(area.row, 0); row < behind_row; row++)
		for (int column = larger_of(area.column, 0); column < behind_column; column++)
			put_cluster(canvas, row, column, role, text, strlen(text), 1);
}

void
canvas_blank(struct canvas *canvas, struct area area, enum role role)
{
	canvas_fill(canvas, area, role, GLYPH_BLANK);
}

void
canvas_mark(struct canvas *canvas, int row, int column, int columns, enum role role)
{
	int behind = smaller_of(column + columns, canvas->columns);

	if (row < 0 || row >= canvas->rows)
		return;
	for (int i = larger_of(column, 0); i < behind; i++)
		cell_at(canvas, row, i)->role = (uint8_t)role;
}

static void
put_corner(struct canvas *canvas, int row, int column, enum glyph glyph)
{
	canvas_fill(canvas, (struct area){ row, column, 1, 1 }, ROLE_BORDER, glyph);
}

void
canvas_box(struct canvas *canvas, struct area area, const char *title)
{
	int bottom = area.row + area.rows - 1;
	int right = area.column + area.columns - 1;

	canvas_blank(canvas, area, ROLE_TEXT);
	canvas_fill(canvas, (struct area){ area.row, area.column, 1, area.columns }, ROLE_BORDER,
		GLYPH_HORIZONTAL);
	canvas_fill(canvas, (struct area){ bottom, area.column, 1, area.columns }, ROLE_BORDER,
		GLYPH_HORIZONTAL);
	canvas_fill(canvas, (struct area){ area.row, area.column, area.rows, 1 }, ROLE_BORDER,
		GLYPH_VERTICAL);
	canvas_fill(canvas, (struct area){ area.row, right, area.rows, 1 }, ROLE_BORDER,
		GLYPH_VERTICAL);
	put_corner(canvas, area.row, area.column, GLYPH_TOP_LEFT);
	put_corner(canvas, area.row, right, GLYPH_TOP_RIGHT);
	put_corner(canvas, bottom, area.column, GLYPH_BOTTOM_LEFT);
	put_corner(canvas, bottom, right, GLYPH_BOTTOM_RIGHT);
	if (area.columns > 8) {
		int used = canvas_put(
			canvas, area.row, area.column + 3, area.columns - 6, ROLE_HEADING, title);

		canvas_put(canvas, area.row, area.column + 2, 1, ROLE_TEXT, " ");
		canvas_put(canvas, area.row, area.column + 3 + used, 1, ROLE_TEXT, " ");
	}
}

void
canvas_cursor(struct canvas *canvas, int row, int column, bool visible)
{
	canvas->cursor_row = larger_of(0, smaller_of(row, canvas->rows - 1));
	canvas->cursor_column = larger_of(0, smaller_of(column, canvas->columns - 1));
	canvas->cursor_visible = visible;
}

const struct canvas_cell *
canvas_get(const struct canvas *canvas, int row, int column)
{
	return cell_at(canvas, row, column);
}
