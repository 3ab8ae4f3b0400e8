/* SPDX-License-Identifier: MIT */
/*
 * Chooses the columns of a list: which, and in which order. Must not change a record; the choice is
 * a preference of the person at the keys, and the list below follows it at once.
 */
#include "column_chooser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "list_columns.h"
#include "tui/kit/label_words.h"

enum { BOX_COLUMNS = 64 };

struct columns {
	struct panel panel;
	const struct type *type;
	int fields[FIELDS_MAX]; /* the chosen ones first, in their order */
	int count, chosen;
	struct area box;
};

static void
columns_layout(
	struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct columns *columns = (struct columns *)panel;
	int rows = smaller_of(content.rows, columns->count + 2);
	int width = smaller_of(screen.columns, BOX_COLUMNS);

	(void)session;
	columns->box = (struct area){ content.row + (content.rows - rows) / 2,
		(screen.columns - width) / 2, larger_of(rows, 1), width };
	selection_fit(panel, columns->count,
		(struct area){ columns->box.row + 1, columns->box.column + 1,
			larger_of(columns->box.rows - 2, 1), width - 2 });
}

static void
columns_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct columns *columns = (const struct columns *)panel;
	struct area box = columns->box;

	(void)session;
	canvas_box(canvas, box, "Columns");
	for (int i = panel->selection.first; selection_shows(panel, i); i++) {
		int row = selection_line(panel, i);
		const struct field *field = &columns->type->fields[columns->fields[i]];
		bool chosen = i < columns->chosen;
		char words[WORDS_SIZE];

		label_words_from_name(field->name, words);
		canvas_put(canvas, row, box.column + 2, 3, ROLE_KEY, chosen ? "[x]" : "[ ]");
		canvas_put(canvas, row, box.column + 6, 20, chosen ? ROLE_TEXT : ROLE_MUTED, words);
		canvas_put(canvas, row, box.column + 27, box.columns - 29, ROLE_MUTED, field->help);
		if (i != panel->selection.row)
			continue;
		canvas_mark(canvas, row, box.column + 1, box.columns - 2, ROLE_SELECTED);
		canvas_cursor(canvas, row, box.column + 2, false);
	}
}

static void
name_preference(const struct type *type, char out[PREFERENCE_KEY])
{
	snprintf(out, PREFERENCE_KEY, "columns.%s", type->name);
}

const char *
column_chooser_chosen(const struct session *session, const struct type *type)
{
	char key[PREFERENCE_KEY];

	name_preference(type, key);
	return preferences_get(&session->preferences, key);
}

static unsigned
keep(const struct columns *columns, struct session *session)
{
	char key[PREFERENCE_KEY], value[PREFERENCE_VALUE] = "";
	size_t used = 0;

	for (int i = 0; i < columns->chosen; i++) {
		const char *name = columns->type->fields[columns->fields[i]].name;

		if (used + strlen(name) + 2 < sizeof value)
			used += (size_t)snprintf(
				value + used, sizeof value - used, "%s%s", i > 0 ? "," : "", name);
	}
	name_preference(columns->type, key);
	preferences_set(&session->preferences, key, value);
	return EFFECT_RELOAD;
}

/* Puts the field from one place into another. */
static void
shift(struct columns *columns, int from, int to)
{
	int field = columns->fields[from];

	for (; from < to; from++)
		columns->fields[from] = columns->fields[from + 1];
	for (; from > to; from--)
		columns->fields[from] = columns->fields[from - 1];
	columns->fields[to] = field;
}

/* What is chosen moves behind the last chosen one; what is not, to the first that is not. */
static unsigned
switch_field(struct panel *panel, struct session *session)
{
	struct columns *columns = (struct columns *)panel;
	int row = columns->panel.selection.row;

	shift(columns, row, row < columns->chosen ? --columns->chosen : columns->chosen++);
	return keep(columns, session);
}

static unsigned
move_field(struct panel *panel, struct session *session)
{
	struct columns *columns = (struct columns *)panel;
	int from = panel->selection.row, to = from + session->press.action->by;

	if (from >= columns->chosen || to < 0 || to >= columns->chosen)
		return EFFECT_NONE;
	shift(columns, from, to);
	selection_stand(panel, session, to, 0);
	return keep(columns, session);
}

/* Back to what fits, which the list chooses by itself. */
static unsigned
forget(struct panel *panel, struct session *session)
{
	struct columns *columns = (struct columns *)panel;

	columns->chosen = 0;
	session_say(session, ROLE_MESSAGE, "the columns that fit");
	return keep(columns, session);
}

static void
columns_free(struct panel *panel)
{
	free(panel);
}

/* clang-format off */
static const struct keys columns_keys = { "while columns are chosen", {
	{ "show", "Space", switch_field, "show this column, or no longer", "show", 1,
	  .effect = READS },
	{ "further-left", "+ =", move_field, "further to the left", "- move", 2, .by = -1 },
	{ "further-right", "-", move_field, "further to the right", .by = 1 },
	{ "fitting", "Backspace Del", forget, "the columns that fit, as at first", "as at first", 3,
	  .effect = READS },
	{ "close", "Esc Enter q Ctrl-C", keys_close, "back to the list", "close", 1,
	  .effect = READS },
} };
/* clang-format on */

const struct panel_class column_chooser_class = {
	.kind = PANEL_BOX,
	.keys = { &columns_keys, &selection_keys },
	.layout = columns_layout,
	.draw = columns_draw,
	.free = columns_free,
};

static void
add_field(struct columns *columns, int field)
{
	for (int i = 0; i < columns->count; i++)
		if (columns->fields[i] == field)
			return;
	columns->fields[columns->count++] = field;
}

struct panel *
column_chooser_new(const struct type *type, const struct list_columns *shown)
{
	struct columns *columns = memory_new(1, sizeof *columns);

	columns->panel.class = &column_chooser_class;
	columns->type = type;
	for (int i = 0; i < shown->count; i++)
		add_field(columns, shown->items[i].field);
	columns->chosen = columns->count;
	for (size_t i = 0; i < type->field_count; i++)
		add_field(columns, (int)i);
	return &columns->panel;
}
