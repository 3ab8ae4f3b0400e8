/* SPDX-License-Identifier: MIT */
/*
 * Changes a field that was shown a while ago. Must not decide between two leads: it compares what
 * stands in the file with what was shown, and lets the person choose where they differ.
 */
#include "field_edit.h"

#include <stdlib.h>
#include <string.h>

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
edited_field(const struct session *session)
{
	return &session->edit.type->fields[session->edit.field];
}

static void
keep_mine(struct session *session, const char *text)
{
	struct buffer *mine = &session->edit.mine;

	if (text == buffer_text(mine))
		return;
	buffer_reset(mine);
	buffer_append_text(mine, text);
}

/* The record as it is in the file now. */
static enum status
read_now(struct session *session, struct arena *arena, struct record **record, const char **text,
	struct error *error)
{
	const struct field_edit *edit = &session->edit;
	enum status status;

	*record = arena_alloc(arena, sizeof **record);
	status = programme_get(session->programme, edit->type, edit->id, arena, *record, error);
	if (status == STATUS_OK)
		*text = programme_format(session->programme, *record, (size_t)edit->field, arena);
	return status;
}

const char *
field_edit_begin(struct session *session, const struct type *type, int64_t id, const char *field)
{
	struct arena arena = { 0 };
	struct error error = { 0 };
	struct record *record;
	const char *text, *result = NULL;

	session->edit.type = type;
	session->edit.id = id;
	session->edit.field = type_field_index(type, field);
	if (read_now(session, &arena, &record, &text, &error) == STATUS_OK) {
		buffer_reset(&session->edit.seen);
		buffer_append_text(&session->edit.seen, text);
		result = buffer_text(&session->edit.seen);
	} else {
		session_fail(session, &error);
	}
	arena_clear(&arena);
	return result;
}

/* As a person reads it: a picker answers with the number of a record, "" is nothing. */
static const char *
readable(struct session *session, const char *text, struct arena *arena)
{
	const struct field *field = edited_field(session);
	int64_t id = field->kind == FIELD_REFERENCE ? strtoll(text, NULL, 10) : 0;

	if (id != 0)
		return programme_title(session->programme, field_target(field), id, arena);
	return *text ? text : "nothing";
}

static void
refuse(struct session *session, const char *text, const struct error *why)
{
	bool note = edited_field(session)->kind == FIELD_NOTE;

	if (note)
		session_keep_written(
			session, edited_field(session), session->edit.id, text, strlen(text));
	session_say(session, ROLE_ERROR, "not changed: %s%s", why->message,
		note ? "; E has what you wrote" : "");
}

static void
say_written(struct session *session, const char *text, bool changed)
{
	struct arena arena = { 0 };
	char words[WORDS_SIZE];

	session_drop_written(session, edited_field(session), session->edit.id);
	words_from_name(edited_field(session)->name, words);
	if (!changed)
		session_say(session, ROLE_MESSAGE, "%s: nothing was changed", words);
	else if (edited_field(session)->kind == FIELD_NOTE)
		session_say(session, ROLE_MESSAGE, "%s changed; u takes it back", words);
	else
		session_say(session, ROLE_MESSAGE, "%s: %s; u takes it back", words,
			readable(session, text, &arena));
	arena_clear(&arena);
}

/* there: as it was read for the decision, so that nobody slips in between. */
static unsigned
write(struct session *session, const char *text, const struct record *there)
{
	const struct field_text value = { edited_field(session)->name, text, strlen(text) };
	struct error error = { 0 };
	bool changed = false;

	if (programme_set(session->programme, session->edit.type, session->edit.id, &value, 1,
		    there, &changed, &error) != STATUS_OK)
		refuse(session, text, &error);
	else
		say_written(session, text, changed);
	return changed ? EFFECT_RELOAD : EFFECT_NONE;
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
ask_which(struct session *session, const char *theirs, const char *mine)
{
	bool note = edited_field(session)->kind == FIELD_NOTE;
	struct lines lines = { 0 };
	char words[WORDS_SIZE];

	keep_mine(session, mine);
	words_from_name(edited_field(session)->name, words);
	lines_wrap(&lines, ROLE_TEXT, SHOWN, 0,
		arena_format(&lines.arena, "Another lead has changed %s meanwhile.", words));
	add_version(&lines, "Theirs:", readable(session, theirs, &lines.arena));
	add_version(&lines, "Mine:", readable(session, mine, &lines.arena));
	return session_open(session, question_new(ASK_WHICH, "Which shall stay", &lines,
					     note ? note_choices : value_choices, note ? 3 : 2));
}

unsigned
field_edit_end(struct session *session, const char *text)
{
	struct arena arena = { 0 };
	struct error error = { 0 };
	struct record *record;
	const char *now;
	unsigned effects = EFFECT_NONE;

	if (read_now(session, &arena, &record, &now, &error) != STATUS_OK)
		session_say(session, ROLE_ERROR, "not changed: %s", error.message);
	else if (strcmp(now, buffer_text(&session->edit.seen)) == 0 || strcmp(now, text) == 0)
		effects = write(session, text, record);
	else
		effects = ask_which(session, now, text);
	arena_clear(&arena);
	return effects;
}

unsigned
field_edit_settle(struct session *session)
{
	const char *mine = buffer_text(&session->edit.mine);
	struct arena arena = { 0 };
	struct error error = { 0 };
	struct record *record;
	const char *now;
	unsigned effects = EFFECT_NONE;

	if (read_now(session, &arena, &record, &now, &error) != STATUS_OK)
		session_say(session, ROLE_ERROR, "not changed: %s", error.message);
	else if (strcmp(buffer_text(&session->answer), "b") == 0)
		effects = write(session, arena_format(&arena, "%s\n\n%s", now, mine), record);
	else
		effects = write(session, mine, record);
	arena_clear(&arena);
	return effects;
}
