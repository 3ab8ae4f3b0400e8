/* SPDX-License-Identifier: MIT */
/* The box that is searched by typing; see finder.h. */
#include "finder.h"

enum { BEFORE_LIST = 2 };

static int
line_column(const struct finder *finder)
{
	return finder->box.column + (finder->label ? 4 : 2);
}

static int
line_columns(const struct finder *finder)
{
	return larger_of(finder->box.columns - (finder->label ? 6 : 4), 1);
}

void
finder_place(struct finder *finder, struct area box)
{
	int rows = larger_of(box.rows - FINDER_AROUND, 0), width = larger_of(box.columns - 4, 0);
	int foot = chooser_foot_rows(&finder->chooser, rows, width);
	struct area list = { box.row + BEFORE_LIST, box.column + 2, rows - foot, width };

	finder->box = box;
	finder->foot = (struct area){ list.row + list.rows, list.column, foot, width };
	line_layout(&finder->line, larger_of(line_columns(finder) - 2, 1));
	selection_fit(&finder->panel, finder->chooser.shown_count, list);
}

void
finder_draw(const struct finder *finder, struct canvas *canvas, const char *title)
{
	struct area box = finder->box;
	int row = box.row + (box.rows > BEFORE_LIST ? 1 : 0);

	if (box.rows > BEFORE_LIST)
		canvas_box(canvas, box, title);
	else
		canvas_blank(canvas, box, ROLE_TEXT);
	chooser_draw(&finder->chooser, canvas, &finder->panel.selection);
	chooser_draw_foot(finder_item(finder), canvas, finder->foot);
	if (selection_is_cut(&finder->panel) && box.rows > BEFORE_LIST)
		canvas_put_right(canvas, box.row + box.rows - 1, box.column, box.columns - 2,
			ROLE_MUTED, " more below ");
	if (finder->label)
		canvas_put(canvas, row, box.column + 2, 1, ROLE_KEY, finder->label);
	line_draw(&finder->line, canvas, row, line_column(finder), line_columns(finder), true);
}

void
finder_begin(struct finder *finder)
{
	finder->panel.selection.row = 0;
	finder->panel.selection.first = 0;
	finder_place(finder, finder->box);
}

void
finder_show(struct finder *finder)
{
	chooser_filter(&finder->chooser, line_text(&finder->line));
	finder_begin(finder);
}

const struct chooser_item *
finder_item(const struct finder *finder)
{
	return chooser_get(&finder->chooser, finder->panel.selection.row);
}

bool
finder_stands(const struct panel *panel, int row)
{
	return chooser_get(&((const struct finder *)panel)->chooser, row) != NULL;
}

static unsigned
accept(struct panel *panel, struct session *session)
{
	return ((struct finder *)panel)->accept(panel, session);
}

/* clang-format off */
const struct keys finder_keys = { "where one of several is chosen", {
	{ "accept", "Enter", accept, "choose the selected line", "accept", 1, .effect = READS },
	{ "cancel", "Esc Ctrl-C", keys_close, "leave it", "cancel", 2, .effect = READS },
} };
/* clang-format on */

void
finder_clear(struct finder *finder)
{
	chooser_clear(&finder->chooser);
	line_clear(&finder->line);
}
