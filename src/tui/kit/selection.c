/* SPDX-License-Identifier: MIT */
/*
 * Moves the cursor of a panel. Where rows cannot be stood on (headings, text), a step leads to the
 * next one that can; where that is more than a screen away the text between scrolls by, so that
 * nothing is passed unseen.
 */
#include "selection.h"

#include <stdio.h>

#include "panel.h"

enum { NOWHERE = -2 };

/* clang-format off */
const struct keys selection_keys = { "wherever there are rows", {
	{ "up", "Up k", selection_step, "up", .effect = MOVES, .by = -1 },
	{ "down", "Down j", selection_step, "down", .effect = MOVES, .by = 1 },
	{ "page-up", "PgUp Ctrl-U Ctrl-B", selection_page, "a screen up", .effect = MOVES,
	  .by = -1 },
	{ "page-down", "PgDn Ctrl-D Ctrl-F", selection_page, "a screen down", .effect = MOVES,
	  .by = 1 },
	{ "first", "Home g", selection_end, "the first row", .effect = MOVES, .by = -1 },
	{ "last", "End G", selection_end, "the last row", .effect = MOVES, .by = 1 },
} };

const struct keys selection_side_keys = { "wherever there are columns", {
	{ "left", "Left h", selection_side, "the cell to the left", .effect = MOVES, .by = -1 },
	{ "right", "Right l", selection_side, "the cell to the right", .effect = MOVES, .by = 1 },
} };

const struct keys selection_typed_keys = { "where there are rows, and letters are typed", {
	{ "up", "Up", selection_step, "up", .effect = MOVES, .by = -1 },
	{ "down", "Down", selection_step, "down", .effect = MOVES, .by = 1 },
	{ "page-up", "PgUp", selection_page, "a screen up", .effect = MOVES, .by = -1 },
	{ "page-down", "PgDn", selection_page, "a screen down", .effect = MOVES, .by = 1 },
} };
/* clang-format on */

static bool
can_stand(const struct panel *panel, int row)
{
	const struct selection *at = &panel->selection;

	return row >= at->least && row < at->rows && !at->text &&
	       (row < 0 || !panel->class->stands || panel->class->stands(panel, row));
}

/* The nearest row from there on that can be stood on. */
static int
find(const struct panel *panel, int from, int way)
{
	for (int row = from; row >= panel->selection.least && row < panel->selection.rows;
		row += way)
		if (can_stand(panel, row))
			return row;
	return NOWHERE;
}

static bool
is_in_sight(const struct selection *at)
{
	return at->row >= at->least &&
	       (at->row < 0 || (at->row >= at->first && at->row < at->first + at->shown));
}

static void
scroll_to(struct selection *at, int first)
{
	at->first = larger_of(0, smaller_of(first, at->rows - at->shown));
}

/* What stands above the first row that can be stood on comes into sight with it. */
static void
keep_in_sight(struct panel *panel)
{
	struct selection *at = &panel->selection;

	if (at->row < at->first)
		scroll_to(at, find(panel, at->row - 1, -1) == NOWHERE && at->row < at->shown
				      ? 0
				      : at->row);
	else if (at->row >= at->first + at->shown)
		scroll_to(at, at->row - at->shown + 1);
	if (at->column < at->first_column || at->shown_columns <= 0)
		at->first_column = at->shown_columns > 0 ? at->column : 0;
	else if (at->column >= at->first_column + at->shown_columns)
		at->first_column = at->column - at->shown_columns + 1;
}

/* The nearest row in sight, where one cannot stand on the row itself. */
static void
find_footing(struct panel *panel)
{
	struct selection *at = &panel->selection;
	int behind = find(panel, at->row, 1), before = find(panel, at->row, -1);

	if (behind != NOWHERE && behind < at->first + at->shown)
		at->row = behind;
	else if (before != NOWHERE && before >= at->first)
		at->row = before;
}

void
selection_fit_shown(struct panel *panel, int rows, struct area area, int shown)
{
	struct selection *at = &panel->selection;
	bool seen = at->area.rows <= 0 || is_in_sight(at), grown = shown > at->shown;

	at->rows = rows;
	at->area = area;
	at->shown = larger_of(shown, 1);
	at->row = larger_of(at->least, smaller_of(at->row, rows - 1));
	at->column = larger_of(0, smaller_of(at->column, at->columns - 1));
	/* What fits is shown from its beginning, also after the window was smaller. */
	scroll_to(at, grown && at->row < at->shown ? 0 : at->first);
	if (!can_stand(panel, at->row))
		find_footing(panel);
	if (seen && (can_stand(panel, at->row) || rows == 0))
		keep_in_sight(panel);
}

void
selection_fit(struct panel *panel, int rows, struct area area)
{
	selection_fit_shown(panel, rows, area, area.rows);
}

static void
tell(struct panel *panel, struct session *session, int before)
{
	if (panel->class->moved)
		panel->class->moved(panel, session, before);
}

/* What was put off is done before the way turns: it may end at an end of the rows. */
static void
turn(struct panel *panel, struct session *session, int way)
{
	const struct selection *at = &panel->selection;
	bool beyond = way < 0 ? at->row >= at->rows : at->row < at->least;

	if (beyond && panel->class->settle)
		panel->class->settle(panel, session);
}

/* Where each row can be stood on. */
static void
go(struct panel *panel, struct session *session, int row)
{
	struct selection *at = &panel->selection;

	if ((row < at->least || row >= at->rows) && panel->class->beyond &&
		panel->class->beyond(panel, session, row))
		return;
	at->row = larger_of(at->least, smaller_of(row, at->rows - 1));
	keep_in_sight(panel);
}

void
selection_stand(struct panel *panel, struct session *session, int row, int column)
{
	struct selection *at = &panel->selection;
	int before = at->row;

	at->column = larger_of(0, smaller_of(column, at->columns - 1));
	go(panel, session, row);
	tell(panel, session, before);
}

/* A cursor that was scrolled out of sight comes back where one looks. */
static int
begin(const struct selection *at, int way)
{
	if (is_in_sight(at))
		return at->row;
	return way > 0 ? at->first - 1 : at->first + at->shown;
}

static void
step(struct panel *panel, int way)
{
	struct selection *at = &panel->selection;
	int found = at->text ? NOWHERE : find(panel, begin(at, way) + way, way);
	bool near = found != NOWHERE && found > at->first - at->shown &&
		    found < at->first + 2 * at->shown;

	if (near) {
		at->row = found;
		keep_in_sight(panel);
	} else {
		scroll_to(at, at->first + way);
	}
}

void
selection_move(struct panel *panel, struct session *session, int by)
{
	struct selection *at = &panel->selection;
	int before, way = by < 0 ? -1 : 1;

	turn(panel, session, way);
	before = at->row;
	for (int i = 0; i != by; i += way) {
		if (at->text || panel->class->stands)
			step(panel, way);
		else
			go(panel, session, at->row + way);
	}
	tell(panel, session, before);
}

/* Scrolls, and stands as far on as can be in what came into sight. */
static void
scroll_page(struct panel *panel, int way, int rows)
{
	struct selection *at = &panel->selection;
	int found;

	scroll_to(at, at->first + way * rows);
	if (at->text)
		return;
	found = find(
		panel, way > 0 ? smaller_of(at->first + at->shown, at->rows) - 1 : at->first, -way);
	if (found >= at->first && found < at->first + at->shown)
		at->row = found;
}

unsigned
selection_step(struct panel *panel, struct session *session)
{
	selection_move(panel, session, session->press.action->by);
	return EFFECT_NONE;
}

unsigned
selection_page(struct panel *panel, struct session *session)
{
	struct selection *at = &panel->selection;
	int before, rows = larger_of(at->shown - 1, 1), way = session->press.action->by;

	turn(panel, session, way);
	before = at->row;
	if (at->text || panel->class->stands)
		scroll_page(panel, way, rows);
	else
		go(panel, session, at->row + way * rows);
	tell(panel, session, before);
	return EFFECT_NONE;
}

/* The first row, and from there the head above it. */
unsigned
selection_end(struct panel *panel, struct session *session)
{
	struct selection *at = &panel->selection;
	int before = at->row, way = session->press.action->by;

	if (at->text || panel->class->stands)
		scroll_page(panel, way, at->rows);
	else if (panel->class->beyond)
		go(panel, session, way * SELECTION_FAR);
	else
		go(panel, session, way > 0 ? at->rows - 1 : (at->row > 0 ? 0 : at->least));
	tell(panel, session, before);
	return EFFECT_NONE;
}

unsigned
selection_side(struct panel *panel, struct session *session)
{
	struct selection *at = &panel->selection;
	int by = session->press.action->by, column = at->column + by, before = at->row;

	if (at->columns <= 0)
		return EFFECT_NONE;
	if (at->sides == SIDE_FLOWS && (column < 0 || column >= at->columns))
		at->row += by;
	at->column = at->sides == SIDE_STOPS ? larger_of(0, smaller_of(column, at->columns - 1))
					     : (column + at->columns) % at->columns;
	keep_in_sight(panel);
	tell(panel, session, before);
	return EFFECT_NONE;
}

static bool
press(struct panel *panel, struct session *session, const struct mouse *mouse)
{
	struct selection *at = &panel->selection;
	int row = at->first + mouse->row - at->area.row, column = at->column, before;

	if (panel->class->settle)
		panel->class->settle(panel, session);
	before = at->row;
	if (panel->class->locate ? !panel->class->locate(panel, session, mouse, &row, &column)
				 : !area_has(at->area, mouse->row, mouse->column))
		return false;
	if (at->text)
		return true;
	if (!can_stand(panel, row))
		return false;
	at->row = row;
	at->column = column;
	keep_in_sight(panel);
	tell(panel, session, before);
	return true;
}

bool
selection_point(struct panel *panel, struct session *session, const struct mouse *mouse)
{
	if (mouse->kind == MOUSE_PRESS)
		return press(panel, session, mouse);
	selection_move(
		panel, session, mouse->kind == MOUSE_WHEEL_UP ? -SELECTION_WHEEL : SELECTION_WHEEL);
	return false;
}

void
selection_position(const struct panel *panel, char out[POSITION_SIZE])
{
	const struct selection *at = &panel->selection;

	snprintf(out, POSITION_SIZE, "%d of %d", at->rows > 0 ? at->row + 1 : 0, at->rows);
}

bool
selection_has_rows(const struct panel *panel)
{
	return panel->selection.rows > 0;
}

bool
selection_shows(const struct panel *panel, int row)
{
	const struct selection *at = &panel->selection;

	return row >= at->first && row < at->rows && row < at->first + at->shown &&
	       at->area.rows > 0;
}

bool
selection_is_cut(const struct panel *panel)
{
	return panel->selection.first + panel->selection.shown < panel->selection.rows;
}

int
selection_line(const struct panel *panel, int row)
{
	return panel->selection.area.row + row - panel->selection.first;
}

void
selection_mark(struct canvas *canvas, int line, int column, int columns)
{
	canvas_mark(canvas, line, column, columns, ROLE_SELECTED);
	canvas_put(
		canvas, line, column, 1, ROLE_SELECTED, glyph_text(canvas->ascii, GLYPH_POINTER));
	canvas_cursor(canvas, line, column, false);
}
