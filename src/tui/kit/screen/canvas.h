/* SPDX-License-Identifier: MIT */
/*
 * The screen as a grid of cells, drawn by role and not by colour. Must not know curses: panels draw
 * into it, the terminal shows it, tests read it. All text goes through text_safe() here and is
 * clipped to the cells it was given, so that no panel can break another.
 */
#ifndef ROLLOUT_TUI_CANVAS_H
#define ROLLOUT_TUI_CANVAS_H

#include <stdbool.h>
#include <stdint.h>

#include "rollout/base/memory.h"

/* What a cell means; theme.h says how that looks. */
enum role {
	ROLE_TEXT,
	ROLE_TITLE,
	ROLE_TAB,
	ROLE_TAB_ACTIVE,
	ROLE_HEADING, /* of a column or a section */
	ROLE_SELECTED,
	ROLE_CELL, /* of the selected row: the one that is changed */
	ROLE_MUTED,
	ROLE_BORDER,
	ROLE_LABEL,
	ROLE_FIELD, /* a value that can be edited */
	ROLE_FIELD_ACTIVE,
	ROLE_KEY, /* a key in the footer or the help */
	ROLE_MESSAGE,
	ROLE_ERROR,
	ROLE_WARNING,
	ROLE_NOTICE,
	ROLE_GOOD,
	ROLE_COUNT,
};

enum glyph {
	GLYPH_HORIZONTAL,
	GLYPH_VERTICAL,
	GLYPH_TOP_LEFT,
	GLYPH_TOP_RIGHT,
	GLYPH_BOTTOM_LEFT,
	GLYPH_BOTTOM_RIGHT,
	GLYPH_POINTER, /* before the selected row */
	GLYPH_MORE, /* where text was cut */
	GLYPH_SQUARE, /* before a rating */
	GLYPH_DOT, /* between two facts */
	GLYPH_UP,
	GLYPH_DOWN,
	GLYPH_LEFT,
	GLYPH_RIGHT,
	GLYPH_BLANK, /* an empty cell of a field */
	GLYPH_COUNT,
};

enum { CELL_BYTES = 24 };

struct canvas_cell {
	char text[CELL_BYTES]; /* one grapheme cluster, NUL-terminated; "" in the second cell of a
				  wide one */
	uint8_t width; /* cells it takes; 0: covered by the one before it */
	uint8_t role;
};

/* Start from {0} and canvas_resize(). */
struct canvas {
	int rows, columns; /* at least 1 each */
	bool ascii; /* our own lines and marks */
	bool plain; /* data too: the terminal shows nothing else */
	struct canvas_cell *cells;
	struct buffer scratch;
	int cursor_row, cursor_column;
	bool cursor_visible;
};

struct area {
	int row, column;
	int rows, columns; /* 0: nothing to draw */
};

void canvas_resize(struct canvas *canvas, int rows, int columns); /* and clears it */
void canvas_wipe(struct canvas *canvas); /* blank cells, cursor at the top left, not visible */
void canvas_clear(struct canvas *canvas); /* frees it */

/*
 * Writes as much of length bytes as fits into columns cells from there on and returns the cells
 * used. What is outside the canvas is left out. more: where text was cut the last cell says so.
 */
int canvas_write(struct canvas *canvas, int row, int column, int columns, enum role role, bool more,
	const char *text, size_t length);
/* The same for a NUL-terminated text, cut with a mark. */
int canvas_put(
	struct canvas *canvas, int row, int column, int columns, enum role role, const char *text);
/* Ends at the last of columns cells. */
void canvas_put_right(
	struct canvas *canvas, int row, int column, int columns, enum role role, const char *text);
void canvas_fill(struct canvas *canvas, struct area area, enum role role, enum glyph glyph);
void canvas_blank(struct canvas *canvas, struct area area, enum role role);
/* Changes the role of cells that are there. */
void canvas_mark(struct canvas *canvas, int row, int column, int columns, enum role role);
/* A frame around the area, its inside blank. */
void canvas_box(struct canvas *canvas, struct area area, const char *title);
void canvas_cursor(struct canvas *canvas, int row, int column, bool visible);
const struct canvas_cell *canvas_get(const struct canvas *canvas, int row, int column);

bool area_has(struct area area, int row, int column);

const char *glyph_text(bool ascii, enum glyph glyph);
/* Cells that the text takes on a canvas. */
int canvas_width(struct canvas *canvas, const char *text);
int smaller_of(int a, int b);
int larger_of(int a, int b);

#endif
