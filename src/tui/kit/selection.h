/* SPDX-License-Identifier: MIT */
/*
 * The cursor of a panel among its rows and columns, and which of them are in sight: keys, wheel and
 * click move it in one way on every page, form and box. Must not know what stands in a row; what is
 * particular to a panel (rows that cannot be stood on, rows not read yet) it asks the panel's
 * class.
 */
#ifndef ROLLOUT_TUI_SELECTION_H
#define ROLLOUT_TUI_SELECTION_H

#include "keys.h"
#include "tui/kit/screen/canvas.h"
#include "tui/kit/screen/input.h"

struct panel;
struct session;

/* What comes beside the last column: nothing, the first one, or the first of the next row. */
enum selection_side { SIDE_STOPS, SIDE_WRAPS, SIDE_FLOWS };

/* FAR: beyond any row there can be. WHEEL: rows that it moves by. */
enum { SELECTION_FAR = 1 << 29, SELECTION_WHEEL = 3, POSITION_SIZE = 48 };

struct selection {
	int row, column; /* the cursor; -1: nobody stands anywhere, or on the head above the rows */
	int least; /* the first row: 0, or -1 where the head can be stood on */
	int rows, columns; /* that there are */
	int first, first_column; /* the first ones in sight */
	int shown, shown_columns; /* how many are; 0 columns: all */
	enum selection_side sides;
	bool text; /* nothing can be stood on: it scrolls */
	struct area area; /* of the rows in sight, without a head */
};

/*
 * Settles a selection after layout or reading: so many rows there are, in that area as many as it
 * has lines. The cursor stays, or goes to the nearest row that can be stood on; a cursor that was
 * in sight stays in sight. Columns are set beforehand.
 */
void selection_fit(struct panel *panel, int rows, struct area area);
/* The same where a row takes several lines, or lines of the area are not rows. */
void selection_fit_shown(struct panel *panel, int rows, struct area area, int shown);
/* To that row and column, the nearest that can be stood on; the class hears of it (moved). */
void selection_stand(struct panel *panel, struct session *session, int row, int column);
/* By so many rows, one after the other: what the arrows, and the wheel, do. */
void selection_move(struct panel *panel, struct session *session, int by);
/*
 * What the tables below do, for those of pages: by as many rows or columns as the action says; by a
 * screen, or to the end, that way (1 or -1).
 */
unsigned selection_step(struct panel *panel, struct session *session);
unsigned selection_side(struct panel *panel, struct session *session);
unsigned selection_page(struct panel *panel, struct session *session);
unsigned selection_end(struct panel *panel, struct session *session);
/* Up and down; left and right; up and down where letters are typed. */
extern const struct keys selection_keys, selection_side_keys, selection_typed_keys;
/* A press or turn of the wheel; true: there is something under the mouse, which is selected now. */
bool selection_point(struct panel *panel, struct session *session, const struct mouse *mouse);
/* "12 of 148", for the class. */
void selection_position(const struct panel *panel, char out[POSITION_SIZE]);
/* Whether there are rows: for actions that are about them. */
bool selection_has_rows(const struct panel *panel);
/* Whether there is such a row and it is in sight. */
bool selection_shows(const struct panel *panel, int row);
/* Whether rows come behind those in sight. */
bool selection_is_cut(const struct panel *panel);
/* Its line on the screen, where each takes one. */
int selection_line(const struct panel *panel, int row);
/* Marks a line as the selected one, with the pointer before it and the hardware cursor on it. */
void selection_mark(struct canvas *canvas, int line, int column, int columns);

#endif
