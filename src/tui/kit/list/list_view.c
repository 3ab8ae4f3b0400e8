/* SPDX-License-Identifier: MIT */
/*
 * Draws the rows of a list: a header, cells, marks of findings, and what to do with an empty one.
 * Must not read the file.
 */
#include "list_view.h"

#include "tui/kit/record/finding_mark.h"
#include "tui/kit/lines.h"
#include "tui/kit/label_words.h"

enum { MARGIN = 4 }; /* the pointer, the mark of a finding, a blank each */

int
list_view_rows(struct area area)
{
	return larger_of(area.rows - (area.rows > 2 ? 1 : 0), 1);
}

int
list_view_columns(struct area area)
{
	return area.columns - MARGIN - 1;
}

static void
draw_header(const struct list_rows *rows, struct area area, struct canvas *canvas)
{
	int column = area.column + MARGIN;

	for (int i = 0; i < rows->columns.count; i++) {
		struct list_column item = rows->columns.items[i];
		char label[WORDS_SIZE];
		int used;

		label_words_from_name(rows->type->fields[item.field].name, label);
		used = canvas_put(canvas, area.row, column, item.width, ROLE_HEADING, label);
		if (rows->order == item.field + 1 && used < item.width)
			canvas_put(canvas, area.row, column + used, 1, ROLE_HEADING,
				glyph_text(
					canvas->ascii, rows->descending ? GLYPH_DOWN : GLYPH_UP));
		column += item.width + COLUMN_GAP;
	}
}

int
list_view_column(const struct list *list, int cell, int otherwise)
{
	int column = list->area.column + MARGIN;

	for (int i = 0; i < list->rows.columns.count; i++) {
		if (cell >= column && cell < column + list->rows.columns.items[i].width)
			return i;
		column += list->rows.columns.items[i].width + COLUMN_GAP;
	}
	return otherwise;
}

static bool
is_number(const struct list_rows *rows, int column)
{
	int field = rows->columns.items[column].field;

	return rows->type->fields[field].kind == FIELD_INTEGER;
}

/* The cell that + - and c change; the cursor of the terminal stands on it. */
static void
draw_cursor(const struct list *list, struct canvas *canvas, int line)
{
	const struct list_columns *columns = &list->rows.columns;
	struct area area = list->area;
	int column = area.column + MARGIN;

	selection_mark(canvas, line, area.column, area.columns);
	for (int i = 0; i < list->panel.selection.column && i < columns->count; i++)
		column += columns->items[i].width + COLUMN_GAP;
	if (list->panel.selection.column < columns->count)
		canvas_mark(canvas, line, column,
			columns->items[list->panel.selection.column].width, ROLE_CELL);
	canvas_cursor(canvas, line, column, false);
}

static void
draw_row(const struct list *list, const struct session *session, struct canvas *canvas, int index,
	int line)
{
	const struct list_rows *rows = &list->rows;
	const struct row *row = &rows->items[index];
	struct area area = list->area;
	int column = area.column + MARGIN;

	for (int i = 0; i < rows->columns.count; i++) {
		int width = rows->columns.items[i].width;

		if (is_number(rows, i))
			canvas_put_right(canvas, line, column, smaller_of(width, 4), ROLE_TEXT,
				row->cells[i]);
		else
			canvas_put(canvas, line, column, width, ROLE_TEXT, row->cells[i]);
		column += width + COLUMN_GAP;
	}
	if (list_is_marked(list, row->id))
		canvas_put(canvas, line, area.column + 1, 1, ROLE_KEY, "*");
	finding_mark(canvas, line, area.column + 2, session, rows->type->name, row->identifier);
	if (index == rows->selected)
		draw_cursor(list, canvas, line);
}

/* Why it is empty, and what to do about it. */
static void
explain(const struct list *list, const struct session *session, struct lines *lines)
{
	const struct list_rows *rows = &list->rows;
	int width = smaller_of(list->area.columns - MARGIN, 70);
	char plural[WORDS_SIZE];

	label_words_from_name(rows->type->plural, plural);
	if (list->stale) {
		lines_add(lines, ROLE_MUTED, "Looking…");
		return;
	}
	if (list->filter[0] && rows->all > 0) {
		lines_wrap(lines, ROLE_TEXT, width, 0, "Nothing passes the filter.");
		lines_add(lines, ROLE_MUTED, "f changes it, Esc shows all again.");
		return;
	}
	lines_wrap(lines, ROLE_TEXT, width, 0,
		arena_format(&lines->arena,
			session->read_only ? "There are no %s in this programme."
					   : "There are no %s yet: a adds the first, I reads them "
					     "from a file.",
			plural));
	lines_add(lines, ROLE_TEXT, "");
	lines_wrap(lines, ROLE_MUTED, width, 0, rows->type->help);
}

static void
draw_empty(const struct list *list, const struct session *session, struct canvas *canvas)
{
	struct area area = list->area;
	struct lines lines = { 0 };

	explain(list, session, &lines);
	for (int i = 0; i < (int)lines.count && i < area.rows; i++)
		canvas_put(canvas, area.row + smaller_of(1, area.rows - 1) + i,
			area.column + smaller_of(2, area.columns / 8), area.columns - 2,
			lines.items[i].role, lines.items[i].text);
	canvas_cursor(canvas, area.row, area.column, false);
	lines_clear(&lines);
}

void
list_view_draw(const struct list *list, const struct session *session, struct canvas *canvas)
{
	struct area area = list->area;
	int head = area.rows - list_view_rows(area);

	if (area.rows <= 0)
		return;
	if (list->rows.count == 0) {
		draw_empty(list, session, canvas);
		return;
	}
	if (head > 0)
		draw_header(&list->rows, area, canvas);
	for (int i = 0; i < list->rows.count; i++)
		draw_row(list, session, canvas, i, area.row + head + i);
}
