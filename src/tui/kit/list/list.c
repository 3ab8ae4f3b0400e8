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
start_add(struct list *list, struct session *session)
{
	char label[WORDS_SIZE];

	if (session_refuses(session))
		return EFFECT_NONE;
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

static unsigned
change_rows(struct list *list, struct session *session, const struct press *press)
{
	if (press->action == ACTION_ADD)
		return start_add(list, session);
	if (press->action == ACTION_OPEN)
		return list_open_cell(list, session);
	if (press->action == ACTION_CHANGE)
		return list_change_cell(list, session);
	if (press->action == ACTION_NEXT_VALUE || press->action == ACTION_PREVIOUS_VALUE)
		return list_step_cell(list, session, press->action == ACTION_NEXT_VALUE ? 1 : -1);
	if (press->action == ACTION_MARK)
		list_mark(list, session);
	else if (press->action == ACTION_MARK_ALL)
		list_mark_all(list, session);
	else
		return EFFECT_IGNORED;
	return EFFECT_NONE;
}

/* Esc takes the filter off, then the marks, and only then leads back. */
static unsigned
let_go(struct list *list, struct session *session)
{
	if (list->filter[0])
		list_filter_set(list, session, "");
	else if (list->mark_count > 0)
		list->mark_count = 0;
	else
		return EFFECT_IGNORED;
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
start_filter(struct list *list, struct session *session, const char *text)
{
	if (!text)
		return prompt_ask_live(session, callback_to(take_filter, list), show_filtered,
			"filter:", list->filter);
	list_filter_set(list, session, text);
	return take_filter(session, text, list);
}

unsigned
list_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct list *list = (struct list *)panel;

	if (selection_act(panel, session, press->action))
		return EFFECT_NONE;
	list_settle(panel, session);
	if (press->action == ACTION_SEARCH)
		return prompt_ask_passing(session, callback_to(take_search, list), "/");
	if (press->action == ACTION_FILTER)
		return start_filter(list, session, press->argument);
	if (press->action == ACTION_COLUMNS)
		return session_open(
			session, column_chooser_new(list->rows.type, &list->rows.columns));
	if (press->action == ACTION_BACK)
		return let_go(list, session);
	if (press->action == ACTION_SORT || press->action == ACTION_SORT_REVERSE)
		return list_sort(list, session, press);
	if (press->action == ACTION_SEARCH_NEXT || press->action == ACTION_SEARCH_PREVIOUS)
		list_search(list, session, press->action == ACTION_SEARCH_PREVIOUS);
	else
		return change_rows(list, session, press);
	return EFFECT_NONE;
}

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

static const struct panel_class list_class = {
	.scope = SCOPE_LIST | SCOPE_RECORD | SCOPE_PAGE,
	.layout = list_layout,
	.draw = list_draw,
	.handle = list_handle,
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
