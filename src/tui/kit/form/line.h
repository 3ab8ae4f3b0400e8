/* SPDX-License-Identifier: MIT */
/*
 * A line editor over UTF-8: it moves, deletes and scrolls by what a person sees as one character.
 * Must not check what a field accepts; that is the dictionary's. The curses form library is not
 * used because it corrupts combining accents.
 */
#ifndef ROLLOUT_TUI_LINE_H
#define ROLLOUT_TUI_LINE_H

#include "tui/kit/screen/canvas.h"
#include "tui/kit/screen/input.h"

/* Start from {0} and line_set(). */
struct line {
	struct buffer text;
	size_t cursor; /* bytes before it; always between two clusters */
	size_t first; /* where the part begins that is shown */
	size_t limit; /* most bytes; 0: no limit */
	bool lines; /* newlines are kept (shown as a mark); else they become spaces */
	struct buffer cut; /* what Ctrl-Y brings back */
	struct buffer *cuts; /* shared with other lines instead; NULL: its own */
	bool cutting, goes_on; /* the last key cut something; so did the one before it */
};

/* The cursor goes behind the last character. */
void line_set(struct line *line, const char *text, size_t length);
const char *line_text(const struct line *line);
size_t line_length(const struct line *line);
/*
 * Takes what edits a line: characters, pastes, arrows left and right, Home, End, Backspace, Delete,
 * Ctrl-A B D E F H K U W Y, Alt-B D F, and Alt-Enter for a newline where lines. False: not taken.
 * What Ctrl-K U W and Alt-D cut, several in a row together, Ctrl-Y puts in at the cursor.
 */
bool line_handle(struct line *line, const struct input *input);
/* Valid UTF-8 without control characters is inserted at the cursor; anything else is left out. */
void line_insert(struct line *line, const char *text, size_t length);
/* Settles which part is shown in columns cells, so that the cursor is among it. */
void line_layout(struct line *line, int columns);
/* Draws that part; active: with the hardware cursor in it. */
void line_draw(const struct line *line, struct canvas *canvas, int row, int column, int columns,
	bool active);
void line_clear(struct line *line);

#endif
