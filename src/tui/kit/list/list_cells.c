/* SPDX-License-Identifier: MIT */
/*
 * Marked rows and the cell under the cursor. Must not read a value itself: what may stand in a
 * field is the programme's to say. A change of many is one step of the history.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/kit/form/field_edit.h"
#include "list_state.h"
#include "tui/kit/record/record_actions.h"
#include "tui/kit/form/picker.h"
#include "tui/kit/form/value_step.h"
#include "tui/kit/label_words.h"
#include "rollout/programme/reading.h"

static int
find_mark(const struct list *list, int64_t id)
{
	for (size_t i = 0; i < list->mark_count; i++)
		if (list->marks[i] == id)
			return (int)i;
	return -1;
}

bool
list_is_marked(const struct list *list, int64_t id)
{
	return find_mark(list, id) >= 0;
}

static void
add_mark(struct list *list, int64_t id)
{
	list->marks = array_grow(list->marks, list->mark_count, sizeof *list->marks);
	list->marks[list->mark_count++] = id;
}

static void
count_marks(const struct list *list, struct session *session)
{
	const char *them = list->mark_count == 1 ? "it" : "them";

	if (list->mark_count == 0)
		session_say(session, ROLE_MESSAGE, "nothing is marked now");
	else
		session_say(session, ROLE_MESSAGE,
			"%s marked: d deletes %s, c + - change %s, y copies %s",
			label_words_count(list->rows.type, (int64_t)list->mark_count).text, them,
			them, list->mark_count == 1 ? "its name" : "their names");
}

unsigned
list_mark(struct panel *panel, struct session *session)
{
	struct list *list = (struct list *)panel;
	const struct row *row = list_row(list);
	int at = row ? find_mark(list, row->id) : -1;

	if (!row)
		return EFFECT_NONE;
	if (at >= 0)
		list->marks[at] = list->marks[--list->mark_count];
	else if (list->mark_count < MARKS_MOST)
		add_mark(list, row->id);
	count_marks(list, session);
	selection_move(panel, session, 1);
	return EFFECT_NONE;
}

unsigned
list_mark_all(struct panel *panel, struct session *session)
{
	struct list *list = (struct list *)panel;
	struct query query =
		list->rows.filter ? *list->rows.filter : (struct query){ .type = list->rows.type };
	struct error error = { 0 };
	struct rows rows;
	struct record record;
	bool unmarked = list->mark_count == 0;

	list->mark_count = 0;
	query.limit = MARKS_MOST;
	rows = rows_open(session->programme, unmarked ? &query : NULL, &error);
	while (rows_next(&rows, &record))
		add_mark(list, record.id);
	if (rows_close(&rows) != STATUS_OK)
		session_fail(session, &error);
	else if (unmarked && list->rows.total > MARKS_MOST)
		session_say(session, ROLE_WARNING, "the first %d are marked, which is the most",
			MARKS_MOST);
	else
		count_marks(list, session);
	return EFFECT_NONE;
}

void
list_prune_marks(struct list *list, struct session *session)
{
	struct arena arena = { 0 };
	struct record *record = arena_alloc(&arena, sizeof *record);
	struct error ignored = { 0 };
	size_t kept = 0;

	for (size_t i = 0; i < list->mark_count; i++)
		if (programme_get(session->programme, list->rows.type, list->marks[i], &arena,
			    record, &ignored) != STATUS_NOT_FOUND)
			list->marks[kept++] = list->marks[i];
	list->mark_count = kept;
	arena_clear(&arena);
}

static const struct field *
cell_field(const struct list *list)
{
	const struct list_columns *columns = &list->rows.columns;

	if (columns->count == 0 || list->panel.selection.column >= columns->count)
		return NULL;
	return &list->rows.type->fields[columns->items[list->panel.selection.column].field];
}

unsigned
list_open_cell(struct panel *panel, struct session *session)
{
	struct list *list = (struct list *)panel;
	const struct field *field = cell_field(list);
	const struct row *row = list_row(list);
	struct arena arena = { 0 };
	struct record *record = arena_alloc(&arena, sizeof *record);
	struct error error = { 0 };
	int64_t target = 0;

	if (row && field && field->kind == FIELD_REFERENCE && list->panel.selection.column > 0 &&
		programme_get(session->programme, list->rows.type, row->id, &arena, record,
			&error) == STATUS_OK)
		target = record_number(record, field->name);
	arena_clear(&arena);
	if (target != 0)
		return session_show(session, field_target(field), target);
	return row ? record_edit(session, list->rows.type, row->id) : (unsigned)EFFECT_NONE;
}

/* One value for the field of all that is marked. */
struct bulk {
	struct list *list;
	const struct field *field;
};

static unsigned
write_marked(struct session *session, const char *text, void *context)
{
	const struct bulk *bulk = context;
	const struct list *list = bulk->list;
	struct field_text value = { bulk->field->name, text, strlen(text) };
	struct error error = { 0 };
	size_t changed = 0;

	if (list->mark_count == 0) {
		session_say(session, ROLE_ERROR, "not changed: what was marked is gone");
		return EFFECT_NONE;
	}
	if (programme_set_each(session->programme, list->rows.type, list->marks, list->mark_count,
		    &value, 1, &changed, &error) != STATUS_OK) {
		session_say(session, ROLE_ERROR, "not changed: %s", error.message);
		return EFFECT_REFUSED;
	}
	if (changed > 0)
		return session_done(session, "%s of %zu changed",
			label_words_of(bulk->field->name).text, list->mark_count);
	session_say(session, ROLE_MESSAGE, "nothing was changed");
	return EFFECT_NONE;
}

/* What takes a new value of the cell: of all that is marked, else of the edit. */
static struct callback
cell_callback(const struct list *list, struct bulk *bulk, struct field_edit *edit)
{
	return list->mark_count > 0 ? callback_with(write_marked, bulk, sizeof *bulk)
				    : field_edit_callback(edit);
}

unsigned
list_change_cell(struct panel *panel, struct session *session)
{
	struct list *list = (struct list *)panel;
	struct bulk bulk = { list, cell_field(list) };
	const struct row *row = list_row(list);
	struct field_edit *edit;
	struct arena arena = { 0 };
	unsigned effects = EFFECT_RELOAD;

	if (!row || !bulk.field)
		return EFFECT_NONE;
	if (bulk.field->kind == FIELD_NOTE)
		return record_edit(session, list->rows.type, row->id);
	edit = field_edit_begin(session, list->rows.type, row->id, bulk.field->name, &arena);
	if (edit)
		effects = picker_ask_many(session, cell_callback(list, &bulk, edit), bulk.field,
			edit->text, list->mark_count);
	arena_clear(&arena);
	return effects;
}

unsigned
list_step_cell(struct panel *panel, struct session *session)
{
	struct list *list = (struct list *)panel;
	struct bulk bulk = { list, cell_field(list) };
	const struct row *row = list_row(list);
	struct field_edit *edit;
	struct callback callback;
	struct arena arena = { 0 };
	char value[VALUE_SIZE];
	int way = session->press.action->by;
	unsigned effects = EFFECT_NONE;

	if (!row || !bulk.field)
		return EFFECT_NONE;
	edit = field_edit_begin(session, list->rows.type, row->id, bulk.field->name, &arena);
	if (!edit)
		effects = EFFECT_RELOAD;
	else if (value_step_move(bulk.field, edit->text, way, value)) {
		callback = cell_callback(list, &bulk, edit);
		effects = callback.take(session, value, callback.context);
	} else
		session_say(session, ROLE_MESSAGE, "nothing comes %s that; press c to change it",
			way > 0 ? "behind" : "before");
	arena_clear(&arena);
	return effects;
}
