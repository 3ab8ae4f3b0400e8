/* SPDX-License-Identifier: MIT */
/*
 * The order of a list, and the next row with some text.
 */
#include <stdlib.h>
#include <string.h>

#include "list_state.h"
#include "list_view.h"
#include "rollout/programme/filter.h"
#include "tui/kit/label_words.h"

void
list_search(struct list *list, struct session *session, bool backwards)
{
	const char *text = buffer_text(&list->search);
	struct error error = { 0 };
	enum status status;
	int64_t id = 0;

	if (!*text) {
		session_say(session, ROLE_MESSAGE, "press / and type what to look for");
		return;
	}
	session_take_time(session);
	status = list_rows_search(&list->rows, session->programme, text, backwards, &id, &error);
	session_hurry(session);
	if (status == STATUS_STOPPED)
		session_say(session, ROLE_WARNING, "stopped looking for \"%s\"", text);
	else if (status != STATUS_OK)
		session_fail(session, &error);
	else if (id == 0)
		session_say(session, ROLE_WARNING, "nothing %s here has \"%s\" in it",
			backwards ? "above" : "below", text);
	else
		list_stand_on(list, session, id);
}

unsigned
list_search_on(struct panel *panel, struct session *session)
{
	list_search((struct list *)panel, session, session->press.action->by < 0);
	return EFFECT_NONE;
}

/* By the column of the cell; again: turned round; a third time: the order of adding. */
static void
sort_by_cell(struct list *list, struct session *session)
{
	struct list_rows *rows = &list->rows;
	int order = rows->columns.count > 0
			    ? rows->columns.items[list->panel.selection.column].field + 1
			    : 0;

	if (rows->order == order && rows->descending)
		order = 0;
	rows->descending = rows->order == order && order != 0;
	rows->order = order;
	if (order == 0)
		session_say(session, ROLE_MESSAGE, "in the order of adding");
	else
		session_say(session, ROLE_MESSAGE, "sorted by %s%s",
			label_words_of(rows->type->fields[order - 1].name).text,
			rows->descending ? ", from the end" : "");
}

static void
sort_by_name(struct list *list, struct session *session, const char *name)
{
	int field;
	struct error error = { 0 };

	if (filter_field(list->rows.type, name, &field, &error) != STATUS_OK) {
		session_say(session, ROLE_WARNING, "%s", error.message);
		return;
	}
	list->rows.order = field + 1;
	list->rows.descending = false;
}

/* The cursor stays on its record, unless finding its new neighbours means sorting a great many. */
unsigned
list_sort(struct panel *panel, struct session *session)
{
	struct list *list = (struct list *)panel;
	const struct row *row = list_row(list);

	if (session->press.action->by < 0)
		list->rows.descending = !list->rows.descending;
	else if (session->press.argument)
		sort_by_name(list, session, session->press.argument);
	else
		sort_by_cell(list, session);
	list->wanted = row ? row->id : 0;
	list_read(list, session);
	return EFFECT_NONE;
}
