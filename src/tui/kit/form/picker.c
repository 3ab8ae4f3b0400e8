/* SPDX-License-Identifier: MIT */
/*
 * Choices and records to choose from, found by typing. Must not read all records: of a type with a
 * million it shows the first that match, and is interrupted by the next key.
 */
#include "picker.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chooser.h"
#include "picker_date.h"
#include "rollout/programme/filter.h"
#include "line.h"
#include "prompt.h"
#include "value_step.h"
#include "tui/kit/label_words.h"

enum { PICKER_WIDTH = 70, PICKER_ROWS = 15, RECORDS_MOST = 50, BEFORE_LIST = 2 };

struct picker {
	struct panel panel;
	struct callback callback;
	const struct field *field; /* NULL: of no field */
	char title[PICKER_TITLE];
	struct chooser chooser;
	struct line line;
	bool stale; /* records are to be looked for again */
	int64_t current; /* the record there is now, offered first; 0: none */
	struct area box, list, foot;
};

static void
picker_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct picker *picker = (struct picker *)panel;
	int columns = smaller_of(screen.columns, PICKER_WIDTH);
	int rows = larger_of(smaller_of(content.rows, PICKER_ROWS), 1);
	int width = larger_of(columns - 4, 0);
	int foot = chooser_foot_rows(&picker->chooser, rows - BEFORE_LIST - 1, width);

	(void)session;
	picker->box = (struct area){ content.row + content.rows - rows,
		(screen.columns - columns) / 2, rows, columns };
	picker->list = (struct area){ picker->box.row + BEFORE_LIST, picker->box.column + 2,
		larger_of(rows - BEFORE_LIST - 1 - foot, 0), width };
	picker->foot = (struct area){ picker->list.row + picker->list.rows, picker->list.column,
		foot, width };
	line_layout(&picker->line, larger_of(columns - 6, 1));
	chooser_move(&picker->chooser, 0, larger_of(picker->list.rows, 1));
}

static void
picker_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct picker *picker = (const struct picker *)panel;
	struct area box = picker->box;
	int row = box.row + (box.rows > 2 ? 1 : 0);

	(void)session;
	if (box.rows > 2)
		canvas_box(canvas, box, picker->title);
	else
		canvas_blank(canvas, box, ROLE_TEXT);
	chooser_draw(&picker->chooser, canvas, picker->list);
	chooser_draw_foot(&picker->chooser, canvas, picker->foot);
	line_draw(&picker->line, canvas, row, box.column + 2, larger_of(box.columns - 4, 1), true);
}

static void
add_nothing(struct picker *picker)
{
	if (!picker->field->required)
		chooser_add(&picker->chooser, "", "(none)", "leave it empty", NULL);
}

static void
add_choices(struct picker *picker)
{
	const struct field *field = picker->field;
	char words[WORDS_SIZE];

	for (int i = 0; values_get(field, i); i++) {
		words_from_name(values_get(field, i), words);
		chooser_add(&picker->chooser, values_get(field, i), words,
			field->kind == FIELD_CHOICE && field->choices[i].help
				? field->choices[i].help
				: "",
			NULL);
	}
	add_nothing(picker);
	chooser_add(&picker->chooser, NULL, "", "", NULL);
	chooser_add(&picker->chooser, NULL, "", field->help, NULL);
}

/* What tells people of one name apart. */
static const char *
describe(struct session *session, const struct record *record, struct arena *arena)
{
	struct buffer words = { 0 };
	char choice[WORDS_SIZE];
	const char *copy;
	int shown = 0;

	for (size_t i = 1; i < record->type->field_count && shown < 3; i++) {
		const struct field *field = &record->type->fields[i];
		const char *text =
			field->sensitive || field->kind == FIELD_NOTE ||
					(record->type->title &&
						strcmp(field->name, record->type->title) == 0)
				? ""
				: programme_format(session->programme, record, i, arena);

		if (!*text)
			continue;
		if (field->kind == FIELD_CHOICE)
			words_from_name(text, choice);
		buffer_format(&words, "%s%s", shown > 0 ? ", " : "",
			field->kind == FIELD_CHOICE ? choice : text);
		shown++;
	}
	copy = arena_copy(arena, buffer_text(&words), words.length);
	buffer_clear(&words);
	return copy;
}

static enum status
find_records(struct picker *picker, struct session *session, struct arena *arena,
	struct record *records, size_t *count, struct error *error)
{
	const struct type *type = field_target(picker->field);
	struct query query = { .type = type };
	const char *order = type->title ? type->title : type->order;
	enum status status = programme_filter_read(
		session->programme, line_text(&picker->line), arena, &query, error);

	query.order = order ? type_field_index(type, order) + 1 : 0;
	return status == STATUS_OK ? programme_page(session->programme, &query, arena, records,
					     RECORDS_MOST, count, error)
				   : status;
}

static void
add_record(struct picker *picker, struct session *session, const struct record *record,
	struct arena *arena)
{
	chooser_add(&picker->chooser, arena_format(arena, "%" PRId64, record->id),
		programme_title(session->programme, record->type, record->id, arena),
		describe(session, record, arena), NULL);
}

/* What is there now comes first, so that Enter alone changes nothing. */
static void
add_current(struct picker *picker, struct session *session, struct arena *arena)
{
	struct record *record = arena_alloc(arena, sizeof *record);
	struct error ignored = { 0 };

	if (picker->current == 0)
		add_nothing(picker);
	else if (programme_get(session->programme, field_target(picker->field), picker->current,
			 arena, record, &ignored) == STATUS_OK)
		add_record(picker, session, record, arena);
}

/* Answers are numbers, which no two records share. */
static void
read_records(struct picker *picker, struct session *session)
{
	struct arena arena = { 0 };
	struct record *records = arena_alloc(&arena, RECORDS_MOST * sizeof *records);
	struct error error = { 0 };
	size_t count = 0;
	bool searched = line_length(&picker->line) > 0;
	enum status status = find_records(picker, session, &arena, records, &count, &error);

	picker->stale = status == STATUS_STOPPED;
	if (picker->stale)
		goto out;
	chooser_clear(&picker->chooser);
	if (!searched)
		add_current(picker, session, &arena);
	for (size_t i = 0; i < count; i++)
		if (searched || records[i].id != picker->current)
			add_record(picker, session, &records[i], &arena);
	if (!searched && picker->current != 0)
		add_nothing(picker);
	chooser_filter(&picker->chooser, "");
out:
	arena_clear(&arena);
}

static bool
is_reference(const struct picker *picker)
{
	return picker->field && picker->field->kind == FIELD_REFERENCE;
}

static bool
picker_work(struct panel *panel, struct session *session)
{
	struct picker *picker = (struct picker *)panel;

	if (picker->stale)
		read_records(picker, session);
	return false;
}

static void
find(struct picker *picker)
{
	picker->stale = is_reference(picker);
	if (!picker->stale)
		chooser_filter(&picker->chooser, line_text(&picker->line));
	line_layout(&picker->line, larger_of(picker->box.columns - 6, 1));
}

static unsigned
accept(struct picker *picker, struct session *session)
{
	const struct chooser_item *item;

	if (picker->stale)
		read_records(picker, session);
	item = chooser_selected(&picker->chooser);
	if (!item)
		return EFFECT_NONE;
	return session_answer(session, &picker->callback, item->name);
}

static unsigned
picker_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct picker *picker = (struct picker *)panel;
	enum input_kind kind = press->input->kind;
	int rows = larger_of(picker->list.rows, 1);

	if (press->action == ACTION_CANCEL)
		return EFFECT_BACK;
	if (press->action == ACTION_ACCEPT)
		return accept(picker, session);
	if (kind == INPUT_UP || kind == INPUT_DOWN)
		chooser_move(&picker->chooser, kind == INPUT_UP ? -1 : 1, rows);
	else if (kind == INPUT_PAGE_UP || kind == INPUT_PAGE_DOWN)
		chooser_move(&picker->chooser, kind == INPUT_PAGE_UP ? -rows : rows, rows);
	else if (line_handle(&picker->line, press->input))
		find(picker);
	else
		return EFFECT_IGNORED;
	return EFFECT_NONE;
}

static unsigned
picker_point(struct panel *panel, struct session *session, const struct mouse *mouse)
{
	struct picker *picker = (struct picker *)panel;
	int rows = larger_of(picker->list.rows, 1), row = mouse->row - picker->list.row;

	if (mouse->kind != MOUSE_PRESS) {
		chooser_move(&picker->chooser, mouse->kind == MOUSE_WHEEL_UP ? -3 : 3, rows);
		return EFFECT_NONE;
	}
	if (row < 0 || row >= picker->list.rows || !chooser_point(&picker->chooser, row))
		return EFFECT_NONE;
	return mouse->twice ? accept(picker, session) : EFFECT_NONE;
}

static void
picker_free(struct panel *panel)
{
	struct picker *picker = (struct picker *)panel;

	callback_clear(&picker->callback);
	chooser_clear(&picker->chooser);
	line_clear(&picker->line);
	free(picker);
}

static const struct panel_class picker_class = {
	.scope = SCOPE_PROMPT | SCOPE_PICKER,
	.layout = picker_layout,
	.draw = picker_draw,
	.handle = picker_handle,
	.work = picker_work,
	.point = picker_point,
	.free = picker_free,
};

unsigned
picker_ask_items(
	struct session *session, struct callback callback, const char *title, struct chooser *items)
{
	struct picker *picker = memory_new(1, sizeof *picker);

	picker->panel.class = &picker_class;
	picker->callback = callback_copy(callback);
	snprintf(picker->title, sizeof picker->title, "%s", title);
	line_set(&picker->line, "", 0);
	picker->chooser = *items;
	*items = (struct chooser){ 0 };
	chooser_filter(&picker->chooser, "");
	return session_open(session, &picker->panel);
}

/* What cannot be read, or names several, is nobody. */
static void
find_current(struct picker *picker, struct session *session, const char *text)
{
	struct error ignored = { 0 };

	if (*text && programme_resolve(session->programme, field_target(picker->field), text,
			     strlen(text), &picker->current, &ignored) != STATUS_OK)
		picker->current = 0;
}

/* "owner", or "owner of all 12 marked". */
static void
name_title(const struct field *field, size_t count, char out[PICKER_TITLE])
{
	char words[WORDS_SIZE];

	words_from_name(field->name, words);
	if (count > 1)
		snprintf(out, PICKER_TITLE, "%s of all %zu marked", words, count);
	else
		snprintf(out, PICKER_TITLE, "%s", words);
}

unsigned
picker_ask(struct session *session, struct callback callback, const struct field *field,
	const char *text)
{
	return picker_ask_many(session, callback, field, text, 1);
}

unsigned
picker_ask_many(struct session *session, struct callback callback, const struct field *field,
	const char *text, size_t count)
{
	struct picker *picker;
	char title[PICKER_TITLE];

	name_title(field, count, title);
	if (field->kind == FIELD_DATE)
		return picker_date_ask(session, callback, field, title, text);
	if (field->kind != FIELD_CHOICE && field->kind != FIELD_BOOLEAN &&
		field->kind != FIELD_REFERENCE)
		return prompt_ask_text(session, callback, title, text);
	picker = memory_new(1, sizeof *picker);
	picker->panel.class = &picker_class;
	picker->callback = callback_copy(callback);
	picker->field = field;
	memcpy(picker->title, title, sizeof title);
	line_set(&picker->line, "", 0);
	if (is_reference(picker)) {
		find_current(picker, session, text);
		read_records(picker, session);
	} else {
		add_choices(picker);
		chooser_filter(&picker->chooser, "");
		chooser_select(&picker->chooser, text, PICKER_ROWS);
	}
	return session_open(session, &picker->panel);
}
