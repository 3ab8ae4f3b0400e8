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

#include "finder.h"
#include "picker_date.h"
#include "rollout/programme/filter.h"
#include "prompt.h"
#include "value_step.h"
#include "tui/kit/label_words.h"

enum { PICKER_WIDTH = 70, PICKER_ROWS = 15, RECORDS_MOST = 50 };

struct picker {
	struct finder finder;
	struct callback callback;
	const struct field *field; /* NULL: of no field */
	char title[PICKER_TITLE];
	bool stale; /* records are to be looked for again */
	int64_t current; /* the record there is now, offered first; 0: none */
};

static void
picker_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	int columns = smaller_of(screen.columns, PICKER_WIDTH);
	int rows = larger_of(smaller_of(content.rows, PICKER_ROWS), 1);

	(void)session;
	finder_place(
		(struct finder *)panel, (struct area){ content.row + content.rows - rows,
						(screen.columns - columns) / 2, rows, columns });
}

static void
picker_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct picker *picker = (const struct picker *)panel;

	(void)session;
	finder_draw(&picker->finder, canvas, picker->title);
}

static void
add_nothing(struct picker *picker)
{
	if (!picker->field->required)
		chooser_add(&picker->finder.chooser, "", "(none)", "leave it empty", NULL);
}

static void
add_choices(struct picker *picker)
{
	const struct field *field = picker->field;
	char words[WORDS_SIZE];

	for (int i = 0; value_step_get(field, i); i++) {
		label_words_from_name(value_step_get(field, i), words);
		chooser_add(&picker->finder.chooser, value_step_get(field, i), words,
			field->kind == FIELD_CHOICE && field->choices[i].help
				? field->choices[i].help
				: "",
			NULL);
	}
	add_nothing(picker);
	chooser_add(&picker->finder.chooser, NULL, "", "", NULL);
	chooser_add(&picker->finder.chooser, NULL, "", field->help, NULL);
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
			label_words_from_name(text, choice);
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
		session->programme, line_text(&picker->finder.line), arena, &query, error);

	query.order = order ? type_field_index(type, order) + 1 : 0;
	return status == STATUS_OK ? programme_page(session->programme, &query, arena, records,
					     RECORDS_MOST, count, error)
				   : status;
}

static void
add_record(struct picker *picker, struct session *session, const struct record *record,
	struct arena *arena)
{
	chooser_add(&picker->finder.chooser, arena_format(arena, "%" PRId64, record->id),
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
	bool searched = line_length(&picker->finder.line) > 0;
	enum status status = find_records(picker, session, &arena, records, &count, &error);

	picker->stale = status == STATUS_STOPPED;
	if (picker->stale)
		goto out;
	chooser_clear(&picker->finder.chooser);
	if (!searched)
		add_current(picker, session, &arena);
	for (size_t i = 0; i < count; i++)
		if (searched || records[i].id != picker->current)
			add_record(picker, session, &records[i], &arena);
	if (!searched && picker->current != 0)
		add_nothing(picker);
	chooser_filter(&picker->finder.chooser, "");
	finder_begin(&picker->finder);
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

static unsigned
accept(struct panel *panel, struct session *session)
{
	struct picker *picker = (struct picker *)panel;
	const struct chooser_item *item;

	if (picker->stale)
		read_records(picker, session);
	item = finder_item(&picker->finder);
	if (!item)
		return EFFECT_NONE;
	return session_answer(session, &picker->callback, item->name);
}

/* Records are looked for while nobody types. */
static unsigned
picker_type(struct panel *panel, struct session *session, const struct input *input)
{
	struct picker *picker = (struct picker *)panel;

	(void)session;
	if (!line_handle(&picker->finder.line, input))
		return EFFECT_NONE;
	picker->stale = is_reference(picker);
	if (picker->stale)
		finder_place(&picker->finder, picker->finder.box);
	else
		finder_show(&picker->finder);
	return EFFECT_NONE;
}

static void
picker_free(struct panel *panel)
{
	callback_clear(&((struct picker *)panel)->callback);
	finder_clear((struct finder *)panel);
	free(panel);
}

const struct panel_class picker_class = {
	.kind = PANEL_BOX,
	.keys = { &finder_keys, &selection_typed_keys },
	.layout = picker_layout,
	.draw = picker_draw,
	.type = picker_type,
	.work = picker_work,
	.stands = finder_stands,
	.free = picker_free,
};

static struct picker *
create(struct callback callback, const char *title)
{
	struct picker *picker = memory_new(1, sizeof *picker);

	picker->finder.panel.class = &picker_class;
	picker->finder.accept = accept;
	picker->callback = callback_copy(callback);
	snprintf(picker->title, sizeof picker->title, "%s", title);
	line_set(&picker->finder.line, "", 0);
	return picker;
}

unsigned
picker_ask_items(
	struct session *session, struct callback callback, const char *title, struct chooser *items)
{
	struct picker *picker = create(callback, title);

	picker->finder.chooser = *items;
	*items = (struct chooser){ 0 };
	finder_show(&picker->finder);
	return session_open(session, &picker->finder.panel);
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

	label_words_from_name(field->name, words);
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
	picker = create(callback, title);
	picker->field = field;
	if (is_reference(picker)) {
		find_current(picker, session, text);
		read_records(picker, session);
	} else {
		add_choices(picker);
		finder_show(&picker->finder);
		picker->finder.panel.selection.row = chooser_find(&picker->finder.chooser, text);
	}
	return session_open(session, &picker->finder.panel);
}
