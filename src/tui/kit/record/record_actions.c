/* SPDX-License-Identifier: MIT */
/*
 * Editing, explaining and deleting the selected record. Must not delete unasked; the key that
 * agrees is not the key that asked, and Enter means no.
 */
#include "record_actions.h"

#include <inttypes.h>
#include <string.h>

#include "tui/kit/form/field_edit.h"
#include "tui/kit/form/form.h"
#include "why.h"
#include "tui/kit/form/prompt.h"
#include "tui/kit/label_words.h"

static const struct question_choice choices[] = {
	{ 'y', "delete" },
	{ 'n', "keep (Esc)" },
};

static void
describe(struct lines *lines, const struct removal_line *line)
{
	char words[WORDS_SIZE], field[WORDS_SIZE];

	words_from_name(line->count == 1 ? line->type->label : line->type->plural, words);
	if (line->field < 0) {
		lines_format(lines, ROLE_WARNING, "%" PRId64 " %s %s with it", line->count, words,
			line->count == 1 ? "goes" : "go");
		return;
	}
	words_from_name(line->type->fields[line->field].name, field);
	lines_format(lines, ROLE_TEXT, "%" PRId64 " %s %s left without \"%s\"", line->count, words,
		line->count == 1 ? "is" : "are", field);
}

unsigned
record_edit(struct session *session, const struct type *type, int64_t id)
{
	struct error error = { 0 };
	struct panel *form;

	if (session_refuses(session))
		return EFFECT_NONE;
	form = form_new_edit(session, type, id, &error);
	if (form)
		return session_open(session, form);
	session_fail(session, &error);
	return EFFECT_RELOAD;
}

unsigned
record_why(struct session *session, const struct type *type, int64_t id)
{
	struct arena arena = { 0 };
	struct error error = { 0 };
	struct panel *popup = NULL;
	const char *title = programme_title(session->programme, type, id, &arena);
	unsigned effects = EFFECT_NONE;

	if (why_new(session, type, id, title, &popup, &error) != STATUS_OK)
		session_fail(session, &error);
	else if (popup)
		effects = session_open(session, popup);
	else
		session_say(
			session, ROLE_MESSAGE, "the rule book has nothing to say about %s", title);
	arena_clear(&arena);
	return effects;
}

static void
doom(struct session *session, const struct type *type, const int64_t *ids, size_t count)
{
	session->doomed_ids = memory_resize(session->doomed_ids, count, sizeof *ids);
	memcpy(session->doomed_ids, ids, count * sizeof *ids);
	session->doomed_type = type;
	session->doomed_count = count;
}

/* The stakeholder "Mara Quist", or 12 stakeholders. */
static const char *
describe_doomed(struct session *session, struct arena *arena)
{
	const struct type *type = session->doomed_type;
	char words[WORDS_SIZE];

	words_from_name(session->doomed_count == 1 ? type->label : type->plural, words);
	if (session->doomed_count > 1)
		return arena_format(arena, "%zu %s", session->doomed_count, words);
	return arena_format(arena, "the %s \"%s\"", words,
		programme_title(session->programme, type, session->doomed_ids[0], arena));
}

unsigned
record_ask_delete(
	struct session *session, const struct type *type, const int64_t *ids, size_t count)
{
	struct removal *removal;
	struct arena arena = { 0 };
	struct lines lines = { 0 };
	struct error error = { 0 };
	unsigned effects = EFFECT_NONE;

	if (session_refuses(session))
		return EFFECT_NONE;
	doom(session, type, ids, count);
	removal = arena_alloc(&arena, sizeof *removal);
	*removal = (struct removal){ 0 };
	if (programme_plan_removal(session->programme, type, ids, count, removal, &error) !=
		STATUS_OK) {
		session_fail(session, &error);
		effects = EFFECT_RELOAD;
		goto out;
	}
	lines_wrap(&lines, ROLE_TEXT, 66, 0,
		arena_format(&arena, "Delete %s?", describe_doomed(session, &arena)));
	for (size_t i = 0; i < removal->line_count; i++)
		describe(&lines, &removal->lines[i]);
	lines_add(&lines, ROLE_MUTED, "It can be undone with u.");
	effects = session_open(session, question_new(ASK_DELETE, "Delete", &lines, choices,
						sizeof choices / sizeof choices[0]));
out:
	arena_clear(&arena);
	return effects;
}

unsigned
record_delete(struct session *session)
{
	struct arena arena = { 0 };
	struct error error = { 0 };
	const char *doomed = describe_doomed(session, &arena);

	if (programme_remove(session->programme, session->doomed_type, session->doomed_ids,
		    session->doomed_count, &error) != STATUS_OK)
		session_fail(session, &error);
	else
		session_say(session, ROLE_MESSAGE, "deleted %s; u brings %s back", doomed,
			session->doomed_count == 1 ? "it" : "them");
	arena_clear(&arena);
	return EFFECT_RELOAD;
}

static const struct field *
find_note(const struct type *type)
{
	for (size_t i = 0; i < type->field_count; i++)
		if (type->fields[i].kind == FIELD_NOTE)
			return &type->fields[i];
	return NULL;
}

unsigned
record_write(struct session *session, const struct type *type, int64_t id)
{
	const struct field *note = find_note(type);
	const char *text;

	if (session_refuses(session))
		return EFFECT_NONE;
	text = note ? field_edit_begin(session, type, id, note->name) : NULL;
	if (!note)
		session_say(session, ROLE_MESSAGE, "it has no long text; e edits it");
	else if (text)
		session_write(session, ASK_NOTE, note, id, text);
	return EFFECT_NONE;
}
