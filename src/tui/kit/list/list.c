/* SPDX-License-Identifier: MIT */
/*
 * The list panel: keys to rows. Must not know any type in particular.
 */
#include "list.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "list_state.h"
#include "list_view.h"
#include "rollout/programme/filter.h"
#include "column_chooser.h"
#include "tui/kit/form/form.h"
#include "tui/kit/form/prompt.h"
#include "tui/kit/record/record_actions.h"
#include "tui/kit/label_words.h"

const struct row *
list_row(const struct list *list)
{
	return list->rows.count > 0 ? &list->rows.items[list->rows.selected] : NULL;
}

void
list_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct list *list = (struct list *)panel;
	const struct row *row;

	(void)screen;
	list_settle(panel, session);
	row = list_row(list);
	if (row && list->wanted == 0)
		list->wanted = row->id;
	list->area = content;
	list_choose_columns(list, session);
	if (list->filter[0] && !list->rows.filter)
		list_filter_set(list, session, list->filter);
	list_load(list, session);
}

void
list_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct list *list = (const struct list *)panel;

	list_view_draw(list, session, canvas);
}

static unsigned
start_add(struct panel *panel, struct session *session)
{
	struct list *list = (struct list *)panel;
	char label[WORDS_SIZE];

	if (!list->rows.type->single || list->rows.total == 0)
		return session_open(session, form_new_add(session, list->rows.type));
	label_words_from_name(list->rows.type->label, label);
	session_say(session, ROLE_WARNING, "there is one %s already; press e to edit it", label);
	return EFFECT_NONE;
}

/* At the next layout or reload if it has no rows yet. */
void
list_stand_on(struct list *list, struct session *session, int64_t id)
{
	for (int i = 0; i < list->rows.count; i++) {
		if (list->rows.items[i].id == id) {
			list->rows.selected = i;
			list_follow(list);
			return;
		}
	}
	list->wanted = id;
	if (list->rows.space > 0)
		list_reload(&list->panel, session);
}

bool
list_go(struct panel *panel, struct session *session, const struct type *type, int64_t id)
{
	struct list *list = (struct list *)panel;

	if (type != list->rows.type)
		return false;
	if (list->filter[0])
		list_filter_set(list, session, "");
	list_stand_on(list, session, id);
	return true;
}

/* The cursor runs ahead; the rows follow it once, before they are drawn. */
bool
list_beyond(struct panel *panel, struct session *session, int row)
{
	(void)session;
	panel->selection.row = row;
	return true;
}

bool
list_locate(struct panel *panel, const struct session *session, const struct mouse *mouse, int *row,
	int *column)
{
	const struct list *list = (const struct list *)panel;

	(void)session;
	(void)row;
	*column = list_view_column(list, mouse->column, *column);
	return area_has(panel->selection.area, mouse->row, mouse->column);
}

/* Esc takes the filter off, then the marks, and only then leads back. */
static bool
is_filtered(const struct panel *panel)
{
	return ((const struct list *)panel)->filter[0] != '\0';
}

static unsigned
show_all(struct panel *panel, struct session *session)
{
	list_filter_set((struct list *)panel, session, "");
	return EFFECT_NONE;
}

static bool
has_marks(const struct panel *panel)
{
	return ((const struct list *)panel)->mark_count > 0;
}

static unsigned
unmark(struct panel *panel, struct session *session)
{
	(void)session;
	((struct list *)panel)->mark_count = 0;
	return EFFECT_NONE;
}

static void
show_filtered(struct session *session, const char *text, void *list)
{
	list_filter_set(list, session, text);
}

static unsigned
take_filter(struct session *session, const char *text, void *context)
{
	const struct list *list = context;

	(void)text;
	if (list->fault[0])
		session_say(session, ROLE_WARNING, "%s", list->fault);
	return EFFECT_NONE;
}

static unsigned
take_search(struct session *session, const char *text, void *context)
{
	struct list *list = context;

	buffer_reset(&list->search);
	buffer_append_text(&list->search, text);
	list_search(list, session, false);
	return EFFECT_NONE;
}

static unsigned
start_filter(struct panel *panel, struct session *session)
{
	struct list *list = (struct list *)panel;
	const char *text = session->press.argument;

	if (!text)
		return prompt_ask_live(session, callback_to(take_filter, list), show_filtered,
			"filter:", list->filter);
	list_filter_set(list, session, text);
	return take_filter(session, text, list);
}

static unsigned
start_search(struct panel *panel, struct session *session)
{
	return prompt_ask_passing(session, callback_to(take_search, panel), "/");
}

static unsigned
choose_columns(struct panel *panel, struct session *session)
{
	const struct list *list = (const struct list *)panel;

	return session_open(session, column_chooser_new(list->rows.type, &list->rows.columns));
}

/* clang-format off */
const struct keys list_keys = { "in a list", {
	{ "show-all", "Esc", show_all, "take the filter off", "all", 1, .applies = is_filtered },
	{ "unmark", "Esc", unmark, "take all marks away", "unmark", 1, .applies = has_marks },
	{ "add", "a", start_add, "add a record to this list", "add", 1, .effect = WRITES },
	{ "open", "Enter", list_open_cell,
	  "go to the record that this cell names, else edit the row",
	  .applies = record_is_selected },
	{ "search", "/", start_search, "find the next row with some text", "search", 8,
	  .effect = READS },
	{ "search-next", "n", list_search_on, "the next row with that text", .by = 1 },
	{ "search-previous", "N", list_search_on, "the row with that text before this one",
	  .by = -1 },
	{ "filter", "f", start_filter,
	  "show only rows with these words, or with field=value, field>3 …", "filter", 3,
	  .effect = READS },
	{ "sort", "s", list_sort,
	  "sort by this column; again: turned round, then the order of adding", "sort", 9,
	  .by = 1 },
	{ "sort-reverse", "S", list_sort, "turn the order round", .by = -1 },
	{ "change", "c", list_change_cell,
	  "change this cell, of all marked rows where there are some", "change", 4,
	  .effect = WRITES, .applies = record_is_selected },
	{ "next-value", "+ =", list_step_cell, "the next value of this cell", .effect = WRITES,
	  .applies = record_is_selected, .by = 1 },
	{ "previous-value", "-", list_step_cell, "the value before it", .effect = WRITES,
	  .applies = record_is_selected, .by = -1 },
	{ "columns", "C", choose_columns, "choose the columns and their order", .effect = READS },
	{ "mark", "Space", list_mark, "mark this row, or no longer",
	  .applies = record_is_selected },
	{ "mark-all", "*", list_mark_all, "mark every row, or take all marks away",
	  .applies = record_is_selected },
} };
/* clang-format on */

size_t
list_marked(const struct panel *panel, const int64_t **ids)
{
	const struct list *list = (const struct list *)panel;

	*ids = list->marks;
	return list->mark_count;
}

/* The names of all that is marked, else what is in the cell. */
void
list_copy(const struct panel *panel, struct session *session, struct buffer *out)
{
	const struct list *list = (const struct list *)panel;
	const struct row *row = list_row(list);
	struct arena arena = { 0 };

	for (size_t i = 0; i < list->mark_count; i++)
		buffer_format(out, "%s%s", i > 0 ? "\n" : "",
			programme_title(
				session->programme, list->rows.type, list->marks[i], &arena));
	if (list->mark_count == 0 && row && panel->selection.column < list->rows.columns.count)
		buffer_append_text(out, row->cells[panel->selection.column]);
	arena_clear(&arena);
}

void
list_position(const struct panel *panel, char out[POSITION_SIZE])
{
	const struct list_rows *rows = &((const struct list *)panel)->rows;

	if (rows->total == 0)
		out[0] = '\0';
	else if (rows->total < 0)
		snprintf(out, POSITION_SIZE, "counting");
	else if (rows->first < 0)
		snprintf(out, POSITION_SIZE, "%" PRId64 " in all", rows->total);
	else
		snprintf(out, POSITION_SIZE, "%" PRId64 " of %" PRId64,
			rows->first + rows->selected + 1, rows->total);
}

const char *
list_notice(const struct panel *panel)
{
	return ((const struct list *)panel)->notice;
}

bool
list_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct list *list = (const struct list *)panel;
	const struct row *row = list_row(list);

	*type = list->rows.type;
	*id = row ? row->id : 0;
	return row != NULL;
}

void
list_keep(const struct panel *panel, struct place *out)
{
	const struct list *list = (const struct list *)panel;
	const struct row *row = list_row(list);

	out->id = row ? row->id : 0;
	out->order = list->rows.order;
	out->descending = list->rows.descending;
	snprintf(out->filter, sizeof out->filter, "%s", list->filter);
}

void
list_free(struct panel *panel)
{
	struct list *list = (struct list *)panel;

	list_rows_clear(&list->rows);
	buffer_clear(&list->search);
	arena_clear(&list->words);
	free(list->marks);
	free(list);
}

const struct panel_class list_class = {
	.keys = { &list_keys, &record_keys, &why_keys, &selection_keys, &selection_side_keys },
	.layout = list_layout,
	.draw = list_draw,
	.settle = list_settle,
	.beyond = list_beyond,
	.locate = list_locate,
	.work = list_work,
	.reload = list_reload,
	.marked = list_marked,
	.copy = list_copy,
	.position = list_position,
	.notice = list_notice,
	.selected = list_selected,
	.go = list_go,
	.keep = list_keep,
	.free = list_free,
};

/* A log ("on": the day of something) begins with its newest. */
static void
set_usual_order(struct list_rows *rows)
{
	const char *order = rows->type->order;

	rows->order = order ? type_field_index(rows->type, order) + 1 : 0;
	rows->descending = order && strcmp(order, "on") == 0;
}

void
list_init(struct list *list, const struct panel_class *class, const struct type *type,
	const struct place *place)
{
	list->panel.class = class;
	list->panel.selection.sides = SIDE_WRAPS;
	list->rows.type = type;
	set_usual_order(&list->rows);
	list->wanted = place->id;
	if (place->known) {
		list->rows.order = place->order;
		list->rows.descending = place->descending;
	}
	snprintf(list->filter, sizeof list->filter, "%s", place->filter);
}

struct panel *
list_new(const struct type *type, const struct place *place)
{
	struct list *list = memory_new(1, sizeof *list);

	list_init(list, &list_class, type, place);
	return &list->panel;
}
