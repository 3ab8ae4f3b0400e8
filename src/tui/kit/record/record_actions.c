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
#include "record_details.h"
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
	struct words records = label_words_count(line->type, line->count);

	if (line->field < 0)
		lines_format(lines, ROLE_WARNING, "%s %s with it", records.text,
			line->count == 1 ? "goes" : "go");
	else
		lines_format(lines, ROLE_TEXT, "%s %s left without \"%s\"", records.text,
			line->count == 1 ? "is" : "are",
			label_words_of(line->type->fields[line->field].name).text);
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

/* What the question is about. */
struct deletion {
	const struct type *type;
	size_t count;
	int64_t ids[];
};

/* The stakeholder "Mara Quist", or 12 stakeholders. */
static const char *
describe_records(struct session *session, const struct deletion *deletion, struct arena *arena)
{
	const struct type *type = deletion->type;

	if (deletion->count > 1)
		return arena_format(
			arena, "%s", label_words_count(type, (int64_t)deletion->count).text);
	return arena_format(arena, "the %s \"%s\"", label_words_of(type->label).text,
		programme_title(session->programme, type, deletion->ids[0], arena));
}

static unsigned
delete_records(struct session *session, const char *answer, void *context)
{
	const struct deletion *deletion = context;
	struct arena arena = { 0 };
	struct error error = { 0 };
	const char *words = describe_records(session, deletion, &arena);

	(void)answer;
	if (programme_remove(session->programme, deletion->type, deletion->ids, deletion->count,
		    &error) != STATUS_OK)
		session_fail(session, &error);
	else
		session_say(session, ROLE_MESSAGE, "deleted %s; u brings %s back", words,
			deletion->count == 1 ? "it" : "them");
	arena_clear(&arena);
	return EFFECT_RELOAD;
}

unsigned
record_ask_delete(
	struct session *session, const struct type *type, const int64_t *ids, size_t count)
{
	struct arena arena = { 0 };
	size_t size = sizeof(struct deletion) + count * sizeof *ids;
	struct deletion *deletion = arena_alloc(&arena, size);
	struct removal *removal = arena_alloc(&arena, sizeof *removal);
	struct lines lines = { 0 };
	struct error error = { 0 };
	unsigned effects = EFFECT_NONE;

	if (session_refuses(session))
		goto out;
	deletion->type = type;
	deletion->count = count;
	memcpy(deletion->ids, ids, count * sizeof *ids);
	*removal = (struct removal){ 0 };
	if (programme_plan_removal(session->programme, type, ids, count, removal, &error) !=
		STATUS_OK) {
		session_fail(session, &error);
		effects = EFFECT_RELOAD;
		goto out;
	}
	lines_wrap(&lines, ROLE_TEXT, 66, 0,
		arena_format(&arena, "Delete %s?", describe_records(session, deletion, &arena)));
	for (size_t i = 0; i < removal->line_count; i++)
		describe(&lines, &removal->lines[i]);
	lines_add(&lines, ROLE_MUTED, "It can be undone with u.");
	effects = question_ask(session, callback_with(delete_records, deletion, size), "Delete",
		&lines, choices, sizeof choices / sizeof choices[0]);
out:
	arena_clear(&arena);
	return effects;
}

unsigned
record_ask_field(struct session *session, const struct type *type, int64_t id, const char *field,
	const char *label)
{
	struct arena arena = { 0 };
	struct field_edit *edit = field_edit_begin(session, type, id, field, &arena);
	unsigned effects = EFFECT_RELOAD;

	if (edit && prompt_holds(edit->text))
		effects = prompt_ask_text(session, field_edit_callback(edit), label, edit->text);
	else if (edit)
		effects = record_edit(session, type, id);
	arena_clear(&arena);
	return effects;
}

static const struct field *
find_note(const struct type *type)
{
	for (size_t i = 0; i < type->field_count; i++)
		if (type->fields[i].kind == FIELD_NOTE)
			return &type->fields[i];
	return NULL;
}

bool
record_is_selected(const struct panel *panel)
{
	const struct type *type;
	int64_t id;

	return panel->class->selected && panel->class->selected(panel, &type, &id);
}

struct record_at
record_at(const struct panel *panel)
{
	struct record_at at = { 0 };

	panel->class->selected(panel, &at.type, &at.id);
	return at;
}

unsigned
record_open(struct panel *panel, struct session *session)
{
	struct record_at at = record_at(panel);

	return session_show(session, at.type, at.id);
}

static unsigned
edit_selected(struct panel *panel, struct session *session)
{
	struct record_at at = record_at(panel);

	return record_edit(session, at.type, at.id);
}

/* The marked ones, where there are some. */
static unsigned
delete_selected(struct panel *panel, struct session *session)
{
	struct record_at at = record_at(panel);
	const int64_t *ids;
	size_t count = panel->class->marked ? panel->class->marked(panel, &ids) : 0;

	return count > 0 ? record_ask_delete(session, at.type, ids, count)
			 : record_ask_delete(session, at.type, &at.id, 1);
}

static unsigned
show_details(struct panel *panel, struct session *session)
{
	struct record_at at = record_at(panel);

	return session_open(session, record_details_new(session, at.type, at.id));
}

static unsigned
write_note(struct panel *panel, struct session *session)
{
	struct record_at at = record_at(panel);
	const struct field *note = find_note(at.type);
	struct field_edit *edit;
	struct arena arena = { 0 };

	edit = note ? field_edit_begin(session, at.type, at.id, note->name, &arena) : NULL;
	if (!note)
		session_say(session, ROLE_MESSAGE, "it has no long text; e edits it");
	else if (edit)
		writing_ask(session, field_edit_callback(edit), "E", field_edit_written(edit),
			edit->text);
	arena_clear(&arena);
	return EFFECT_NONE;
}

static unsigned
explain_selected(struct panel *panel, struct session *session)
{
	struct record_at at = record_at(panel);

	return record_why(session, at.type, at.id);
}

/* clang-format off */
const struct keys record_keys = { "with a record selected", {
	{ "edit", "e Enter", edit_selected, "edit the selected record", "edit", 2, .effect = WRITES,
	  .applies = record_is_selected },
	{ "delete", "d Del", delete_selected, "delete the selected record, after asking", "delete",
	  6, .effect = WRITES, .applies = record_is_selected },
	{ "details", "i", show_details, "every field, what refers to it, and its history",
	  .applies = record_is_selected },
	{ "editor", "E", write_note, "its long text in your editor ($VISUAL, $EDITOR)",
	  .effect = WRITES, .applies = record_is_selected },
} };

const struct keys why_keys = { "with a record selected", {
	{ "why", "w", explain_selected, "what the rule book says about the selected record", "why",
	  7, .applies = record_is_selected },
} };
/* clang-format on */
