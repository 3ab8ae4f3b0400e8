/* SPDX-License-Identifier: MIT */
/*
 * Changes a field that was shown a while ago. Must not decide between two leads: it compares what
 * stands in the file with what was shown, and lets the person choose where they differ.
 */
#include "field_edit.h"

#include <stdlib.h>
#include <string.h>

#include "picker.h"
#include "prompt.h"
#include "tui/kit/label_words.h"

/* SHOWN: columns of the question; MOST: bytes of either text that it shows. */
enum { SHOWN = 66, MOST = 300 };

static const struct question_choice note_choices[] = {
	{ 'm', "mine instead" },
	{ 'b', "both, theirs first" },
	{ 't', "theirs (Esc)" },
};

static const struct question_choice value_choices[] = {
	{ 'm', "mine instead" },
	{ 't', "theirs (Esc)" },
};

static const struct field *
edited_field(const struct field_edit *edit)
{
	return &edit->type->fields[edit->field];
}

static struct field_edit *
create(struct arena *arena, const struct type *type, int64_t id, int field, const char *text)
{
	size_t size = strlen(text) + 1;
	struct field_edit *edit = arena_alloc(arena, sizeof *edit + size);

	edit->type = type;
	edit->id = id;
	edit->field = field;
	memcpy(edit->text, text, size);
	return edit;
}

/* The record as it is in the file now, and the text in the field; NULL, and said: it is gone. */
static const char *
read_now(struct session *session, const struct field_edit *edit, struct arena *arena,
	struct record *record)
{
	struct error error = { 0 };

	if (programme_get(session->programme, edit->type, edit->id, arena, record, &error) ==
		STATUS_OK)
		return programme_format(session->programme, record, (size_t)edit->field, arena);
	session_say(session, ROLE_ERROR, "not changed: %s", error.message);
	return NULL;
}

struct field_edit *
field_edit_begin(struct session *session, const struct type *type, int64_t id, const char *field,
	struct arena *arena)
{
	int index = type_field_index(type, field);
	struct record *record = arena_alloc(arena, sizeof *record);
	const char *text = read_now(session, create(arena, type, id, index, ""), arena, record);

	return text ? create(arena, type, id, index, text) : NULL;
}

struct written
field_edit_written(const struct field_edit *edit)
{
	return (struct written){ edited_field(edit), edit->id };
}

/* As a person reads it: a picker answers with the number of a record, "" is nothing. */
static const char *
readable(struct session *session, const struct field *field, const char *text, struct arena *arena)
{
	int64_t id = field->kind == FIELD_REFERENCE ? strtoll(text, NULL, 10) : 0;

	if (id != 0)
		return programme_title(session->programme, field_target(field), id, arena);
	return *text ? text : "nothing";
}

static void
say_written(struct session *session, const struct field_edit *edit, const char *text, bool changed)
{
	const struct field *field = edited_field(edit);
	struct words words = label_words_of(field->name);
	struct arena arena = { 0 };

	writing_drop(session, field_edit_written(edit));
	if (!changed)
		session_say(session, ROLE_MESSAGE, "%s: nothing was changed", words.text);
	else if (field->kind == FIELD_NOTE)
		session_done(session, "%s changed", words.text);
	else
		session_done(session, "%s: %s", words.text, readable(session, field, text, &arena));
	arena_clear(&arena);
}

/* there: as it was read for the decision, so that nobody slips in between. */
static unsigned
write(struct session *session, const struct field_edit *edit, const char *text,
	const struct record *there)
{
	const struct field_text value = { edited_field(edit)->name, text, strlen(text) };
	struct error error = { 0 };
	bool changed = false;

	if (programme_set(session->programme, edit->type, edit->id, &value, 1, there, &changed,
		    &error) != STATUS_OK) {
		session_say(session, ROLE_ERROR, "not changed: %s", error.message);
		return EFFECT_REFUSED;
	}
	say_written(session, edit, text, changed);
	return changed ? EFFECT_RELOAD : EFFECT_NONE;
}

/* What was chosen and cannot be written is there to be mended, where a question cannot be. */
static unsigned
ask_again(struct session *session, struct field_edit *edit, const char *text)
{
	if (prompt_holds(text))
		return picker_ask(session, field_edit_callback(edit), edited_field(edit), text);
	writing_keep(session, "E", field_edit_written(edit), text, strlen(text));
	return EFFECT_NONE;
}

/* context: the edit with what was typed here. */
static unsigned
take_choice(struct session *session, const char *choice, void *context)
{
	const struct field_edit *mine = context;
	struct arena arena = { 0 };
	struct record *record = arena_alloc(&arena, sizeof *record);
	const char *now = read_now(session, mine, &arena, record), *text = mine->text;
	unsigned effects = EFFECT_NONE;

	if (now && strcmp(choice, "b") == 0)
		text = arena_format(&arena, "%s\n\n%s", now, mine->text);
	if (now)
		effects = write(session, mine, text, record);
	if (effects & EFFECT_REFUSED)
		effects = ask_again(
			session, create(&arena, mine->type, mine->id, mine->field, now), text);
	arena_clear(&arena);
	return effects;
}

static void
add_version(struct lines *lines, const char *whose, const char *text)
{
	size_t length = strlen(text);

	while (length > MOST || (length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80))
		length--;
	lines_add(lines, ROLE_MUTED, whose);
	lines_wrap(lines, ROLE_TEXT, SHOWN, 2,
		arena_format(&lines->arena, "%.*s%s", (int)length, text,
			text[length] ? " (and more)" : ""));
}

static unsigned
ask_which(struct session *session, struct field_edit *mine, const char *theirs)
{
	const struct field *field = edited_field(mine);
	struct callback callback = field_edit_callback(mine);
	struct lines lines = { 0 };
	bool note = field->kind == FIELD_NOTE;

	callback.take = take_choice;
	lines_wrap(&lines, ROLE_TEXT, SHOWN, 0,
		arena_format(&lines.arena, "Another lead has changed %s meanwhile.",
			label_words_of(field->name).text));
	add_version(&lines, "Theirs:", readable(session, field, theirs, &lines.arena));
	add_version(&lines, "Mine:", readable(session, field, mine->text, &lines.arena));
	return question_ask(session, callback, "Which shall stay", &lines,
		note ? note_choices : value_choices, note ? 3 : 2);
}

unsigned
field_edit_end(struct session *session, const struct field_edit *edit, const char *text)
{
	struct arena arena = { 0 };
	struct record *record = arena_alloc(&arena, sizeof *record);
	const char *now = read_now(session, edit, &arena, record);
	unsigned effects = EFFECT_NONE;

	if (now && (strcmp(now, edit->text) == 0 || strcmp(now, text) == 0))
		effects = write(session, edit, text, record);
	else if (now)
		effects = ask_which(
			session, create(&arena, edit->type, edit->id, edit->field, text), now);
	arena_clear(&arena);
	return effects;
}

static unsigned
take_text(struct session *session, const char *text, void *context)
{
	return field_edit_end(session, context, text);
}

struct callback
field_edit_callback(struct field_edit *edit)
{
	return callback_with(take_text, edit, sizeof *edit + strlen(edit->text) + 1);
}
