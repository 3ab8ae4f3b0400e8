/* SPDX-License-Identifier: MIT */
/*
 * The list panel: keys to rows. Must not know any type in particular.
 */
#include "rollout/tui/list.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "list_view.h"
#include "rollout/tui/form.h"
#include "rollout/tui/prompt.h"
#include "rows.h"
#include "words.h"

enum { ASK_SEARCH = ASK_PANEL };

struct list {
	struct panel panel;
	struct rows rows;
	struct area area; /* of the header and the rows */
	int64_t wanted; /* the record to stand on at the next load; 0: none */
	int pending; /* rows still to move the cursor by */
	struct buffer search;
};

static struct list *
list_of(struct panel *panel)
{
	return (struct list *)panel;
}

static const struct row *
selected_row(const struct list *list)
{
	return list->rows.count > 0 ? &list->rows.items[list->rows.selected] : NULL;
}

static void
tell(struct session *session, enum status status, const struct error *error)
{
	if (status != STATUS_OK)
		session_fail(session, error);
}

static void
list_settle(struct panel *panel, struct session *session)
{
	struct list *list = list_of(panel);
	int by = list->pending;
	struct error error = { 0 };

	list->pending = 0;
	tell(session, rows_move(&list->rows, session->programme, by, &error), &error);
}

/* Goes to that record, or the nearest of the rows that were there and still are, or the start. */
static void
load_near(struct list *list, struct session *session, const int64_t *ids, int count, int at)
{
	struct error error = { 0 };

	for (int distance = 0; distance < count; distance++) {
		for (int side = 0; side < (distance > 0 ? 2 : 1); side++) {
			int index = side == 0 ? at + distance : at - distance;

			if (index >= 0 && index < count &&
				rows_load_at(&list->rows, session->programme, ids[index],
					smaller_of(at, index), &error) == STATUS_OK)
				return;
		}
	}
	tell(session, rows_load_start(&list->rows, session->programme, &error), &error);
}

static void
list_reload(struct panel *panel, struct session *session)
{
	struct list *list = list_of(panel);
	int64_t *ids;
	struct error error = { 0 };
	int count, at;

	list_settle(panel, session);
	count = list->rows.count;
	at = list->rows.selected;
	ids = memory_new((size_t)count + 1, sizeof *ids);
	for (int i = 0; i < count; i++)
		ids[i] = list->rows.items[i].id;
	if (list->wanted == 0 || rows_load_at(&list->rows, session->programme, list->wanted,
					 list_view_rows(list->area) / 2, &error) != STATUS_OK)
		load_near(list, session, ids, count, at);
	list->wanted = 0;
	free(ids);
}

static void
list_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct list *list = list_of(panel);
	const struct row *row;
	struct list_columns columns;

	(void)screen;
	list_settle(panel, session);
	row = selected_row(list);
	if (row && list->wanted == 0)
		list->wanted = row->id;
	list->area = content;
	list_columns_choose(list->rows.type, list_view_columns(content), &columns);
	rows_resize(&list->rows, list_view_rows(list->area), &columns);
	list_reload(panel, session);
}

static void
list_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct list *list = (const struct list *)panel;

	list_view_draw(&list->rows, list->area, session, canvas);
}

static unsigned
start_add(struct list *list, struct session *session)
{
	char label[WORDS_SIZE];

	if (session_refuses(session))
		return EFFECT_NONE;
	if (!list->rows.type->single || list->rows.total == 0)
		return session_open(session, form_new_add(session, list->rows.type));
	words_from_name(list->rows.type->label, label);
	session_say(session, ROLE_WARNING, "there is one %s already; press e to edit it", label);
	return EFFECT_NONE;
}

/* At the next layout or reload if it has no rows yet. */
static void
stand_on(struct list *list, struct session *session, int64_t id)
{
	for (int i = 0; i < list->rows.count; i++) {
		if (list->rows.items[i].id == id) {
			list->rows.selected = i;
			return;
		}
	}
	list->wanted = id;
	if (list->rows.space > 0)
		list_reload(&list->panel, session);
}

static bool
list_go(struct panel *panel, struct session *session, const struct type *type, int64_t id)
{
	struct list *list = list_of(panel);

	if (type != list->rows.type)
		return false;
	stand_on(list, session, id);
	return true;
}

static void
search(struct list *list, struct session *session, bool backwards)
{
	const char *text = buffer_text(&list->search);
	struct error error = { 0 };
	int64_t id = 0;

	if (!*text) {
		session_say(session, ROLE_MESSAGE, "press / and type what to look for");
		return;
	}
	if (rows_search(&list->rows, session->programme, text, backwards, &id, &error) != STATUS_OK)
		session_fail(session, &error);
	else if (id == 0)
		session_say(session, ROLE_WARNING, "nothing %s here has \"%s\" in it",
			backwards ? "above" : "below", text);
	else
		stand_on(list, session, id);
}

/* The next column becomes the order; behind the last it is the order of adding. */
static void
sort_next(struct list *list, struct session *session)
{
	const struct list_columns *columns = &list->rows.columns;
	int next = 0;

	while (next < columns->count && columns->items[next].field + 1 != list->rows.order)
		next++;
	next = list->rows.order == 0 ? 0 : next + 1;
	list->rows.order = next < columns->count ? columns->items[next].field + 1 : 0;
	list->rows.descending = false;
	if (list->rows.order == 0)
		session_say(session, ROLE_MESSAGE, "in the order of adding");
}

/* The cursor stays on its record, unless finding its new neighbours means sorting a great many. */
static unsigned
sort_again(struct list *list, struct session *session)
{
	const struct row *row = selected_row(list);
	struct error error = { 0 };

	if (rows_is_cheap(&list->rows)) {
		list->wanted = row ? row->id : 0;
		list_reload(&list->panel, session);
	} else {
		tell(session, rows_load_start(&list->rows, session->programme, &error), &error);
	}
	return EFFECT_NONE;
}

/* Keys that wait are added up; a turn is not, because it may come at an end of the list. */
static unsigned
move(struct list *list, struct session *session, int by)
{
	if ((list->pending < 0) != (by < 0))
		list_settle(&list->panel, session);
	list->pending += by;
	return EFFECT_NONE;
}

static unsigned
list_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct list *list = list_of(panel);
	int page = larger_of(list->rows.space - 1, 1);
	struct error error = { 0 };

	if (press->action == ACTION_UP)
		return move(list, session, -1);
	if (press->action == ACTION_DOWN)
		return move(list, session, 1);
	if (press->action == ACTION_PAGE_UP)
		return move(list, session, -page);
	if (press->action == ACTION_PAGE_DOWN)
		return move(list, session, page);
	list_settle(panel, session);
	if (press->action == ACTION_ADD)
		return start_add(list, session);
	if (press->action == ACTION_SEARCH)
		return session_open(session, prompt_new(ASK_SEARCH, "/"));
	if (press->action == ACTION_FIRST)
		tell(session, rows_load_start(&list->rows, session->programme, &error), &error);
	else if (press->action == ACTION_LAST)
		tell(session, rows_load_end(&list->rows, session->programme, &error), &error);
	else if (press->action == ACTION_SEARCH_NEXT)
		search(list, session, false);
	else if (press->action == ACTION_SEARCH_PREVIOUS)
		search(list, session, true);
	else if (press->action == ACTION_SORT)
		sort_next(list, session);
	else if (press->action == ACTION_SORT_REVERSE)
		list->rows.descending = !list->rows.descending;
	else
		return EFFECT_IGNORED;
	if (press->action == ACTION_SORT || press->action == ACTION_SORT_REVERSE)
		return sort_again(list, session);
	return EFFECT_NONE;
}

static unsigned
list_answer(struct panel *panel, struct session *session)
{
	struct list *list = list_of(panel);

	if (session->asked == ASK_SEARCH) {
		buffer_reset(&list->search);
		buffer_append_text(&list->search, buffer_text(&session->answer));
		search(list, session, false);
	}
	return EFFECT_NONE;
}

static void
list_position(const struct panel *panel, char out[POSITION_SIZE])
{
	const struct rows *rows = &((const struct list *)panel)->rows;

	if (rows->total == 0)
		out[0] = '\0';
	else if (rows->first < 0)
		snprintf(out, POSITION_SIZE, "%" PRId64 " in all", rows->total);
	else
		snprintf(out, POSITION_SIZE, "%" PRId64 " of %" PRId64,
			rows->first + rows->selected + 1, rows->total);
}

static bool
list_selected(const struct panel *panel, const struct type **type, int64_t *id)
{
	const struct list *list = (const struct list *)panel;
	const struct row *row = selected_row(list);

	*type = list->rows.type;
	*id = row ? row->id : 0;
	return row != NULL;
}

static void
list_keep(const struct panel *panel, struct place *out)
{
	const struct list *list = (const struct list *)panel;
	const struct row *row = selected_row(list);

	*out = (struct place){ .known = true,
		.id = row ? row->id : 0,
		.order = list->rows.order,
		.descending = list->rows.descending };
}

static void
list_free(struct panel *panel)
{
	struct list *list = list_of(panel);

	rows_clear(&list->rows);
	buffer_clear(&list->search);
	free(list);
}

static const struct panel_class list_class = {
	.scope = SCOPE_LIST | SCOPE_RECORD | SCOPE_PAGE,
	.layout = list_layout,
	.draw = list_draw,
	.handle = list_handle,
	.settle = list_settle,
	.reload = list_reload,
	.answer = list_answer,
	.position = list_position,
	.selected = list_selected,
	.go = list_go,
	.keep = list_keep,
	.free = list_free,
};

/* A log ("on": the day of something) begins with its newest. */
static void
set_usual_order(struct rows *rows)
{
	const char *order = rows->type->order;

	rows->order = order ? type_field_index(rows->type, order) + 1 : 0;
	rows->descending = order && strcmp(order, "on") == 0;
}

struct panel *
list_new(const struct type *type, const struct place *place)
{
	struct list *list = memory_new(1, sizeof *list);

	list->panel.class = &list_class;
	list->rows.type = type;
	set_usual_order(&list->rows);
	list->wanted = place->id;
	if (place->known) {
		list->rows.order = place->order;
		list->rows.descending = place->descending;
	}
	return &list->panel;
}
