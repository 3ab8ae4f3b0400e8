/* SPDX-License-Identifier: MIT */
/*
 * The form panel. Must not lose what was typed: it is closed only by saving, by discarding after
 * the question, or where nothing was changed. A change by somebody else meanwhile is found by the
 * programme when the form is saved, which compares with the record as it was shown.
 */
#include "form.h"

#include <stdlib.h>
#include <string.h>

#include "form_fields.h"
#include "form_view.h"
#include "picker.h"
#include "prompt.h"
#include "tui/kit/label_words.h"

struct form {
	struct panel panel;
	struct form_fields fields;
	struct form_view view;
	struct arena arena;
	struct arena seen_arena;
	struct record *seen; /* as it was shown; NULL: a new record */
	bool filled; /* about what stands on the page below it, which one comes back to */
};

static const struct question_choice leave_choices[] = {
	{ 's', "save" },
	{ 'd', "discard" },
	{ 'k', "keep editing (Esc)" },
};

/* The fields know best which of them is the current one: the first bad one is. */
static void
fit(struct form *form)
{
	form_view_layout(&form->view, &form->fields, form->view.area);
	form->panel.selection.row = form->fields.current;
	selection_fit_shown(&form->panel, form->fields.count, form->view.area, form->view.rows);
}

static void
form_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	struct form *form = (struct form *)panel;

	(void)session;
	(void)screen;
	form->view.area = content;
	fit(form);
}

static void
form_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct form *form = (const struct form *)panel;

	form_view_draw(&form->view, &form->fields, programme_today(session->programme), canvas);
}

/* What was typed is checked as its field is left. */
static void
form_moved(struct panel *panel, struct session *session, int before)
{
	struct form *form = (struct form *)panel;

	form_fields_check(&form->fields, session->programme, before);
	if (!form->seen)
		form_fields_suggest(&form->fields);
	form->fields.current = panel->selection.row;
	form->fields.prefix[0] = '\0';
	fit(form);
}

static bool
form_locate(struct panel *panel, const struct session *session, const struct mouse *mouse, int *row,
	int *column)
{
	const struct form *form = (const struct form *)panel;

	(void)session;
	(void)column;
	*row = form_view_field(&form->view, &form->fields, mouse->row);
	return *row >= 0;
}

/* Puts the message beside the field it names. */
static void
blame(struct form *form, const struct error *error)
{
	for (int i = 0; i < form->fields.count; i++) {
		const char *name = form->fields.items[i].field->name;
		size_t length = strlen(name);

		if (strncmp(error->message, name, length) == 0 &&
			strchr(" :", error->message[length])) {
			form_field_blame(&form->fields.items[i], error->message);
			form->fields.current = i;
			return;
		}
	}
}

/* Another lead may have changed the record: what was not touched here follows, the rest is told. */
static void
form_reload(struct panel *panel, struct session *session)
{
	struct form *form = (struct form *)panel;
	struct arena arena = { 0 };
	struct record *now;
	struct error error = { 0 };

	if (!form->seen)
		return;
	now = arena_alloc(&arena, sizeof *now);
	if (programme_get(session->programme, form->fields.type, form->seen->id, &arena, now,
		    &error) != STATUS_OK) {
		session_say(session, ROLE_WARNING,
			"another lead has deleted this record; u in its list brings it back");
		arena_clear(&arena);
		return;
	}
	if (form_fields_follow(&form->fields, session->programme, now) > 0)
		session_say(session, ROLE_WARNING,
			"another lead has changed this record: look at what is marked");
	arena_clear(&form->seen_arena);
	form->seen_arena = arena;
	form->seen = now;
	fit(form);
}

static unsigned
say_saved(struct form *form, struct session *session, int64_t id, bool changed)
{
	const struct type *type = form->fields.type;
	struct arena arena = { 0 };

	if (changed)
		session_done(session, "%s the %s \"%s\"", form->seen ? "changed" : "added",
			label_words_of(type->label).text,
			programme_title(session->programme, type, id, &arena));
	else
		session_say(session, ROLE_MESSAGE, "nothing was changed");
	arena_clear(&arena);
	return EFFECT_BACK | EFFECT_RELOAD |
	       (form->seen || form->filled ? session_show_here(session, type, id)
					   : session_show(session, type, id));
}

static unsigned
save(struct panel *panel, struct session *session)
{
	struct form *form = (struct form *)panel;
	struct field_text texts[FIELDS_MAX];
	struct error error = { 0 };
	size_t count;
	int64_t id = form->seen ? form->seen->id : 0;
	bool changed = true;
	enum status status;

	if (!form->seen)
		form_fields_suggest(&form->fields);
	count = form_fields_collect(&form->fields, !form->seen, texts);
	if (form->seen && count == 0)
		return say_saved(form, session, id, false);
	if (!form_fields_check_all(&form->fields, session->programme)) {
		session_say(session, ROLE_ERROR, "not saved: look at what is marked");
		return EFFECT_NONE;
	}
	if (form->seen)
		status = programme_set(session->programme, form->fields.type, id, texts, count,
			form->seen, &changed, &error);
	else
		status = programme_add(
			session->programme, form->fields.type, texts, count, &id, &error);
	if (status == STATUS_OK)
		return say_saved(form, session, id, changed);
	if (status == STATUS_CONFLICT)
		form_reload(&form->panel, session);
	blame(form, &error);
	session_say(session, ROLE_ERROR, "not saved: %s", error.message);
	return EFFECT_NONE;
}

static unsigned
take_choice(struct session *session, const char *choice, void *context)
{
	struct form *form = context;

	if (strcmp(choice, "d") == 0)
		return EFFECT_BACK;
	return save(&form->panel, session);
}

static unsigned
leave(struct panel *panel, struct session *session)
{
	struct form *form = (struct form *)panel;
	struct lines lines = { 0 };

	if (!form_fields_changed(&form->fields))
		return EFFECT_BACK;
	lines_add(&lines, ROLE_TEXT, "What you typed is not saved yet.");
	return question_ask(session, callback_to(take_choice, form), "Leave the form", &lines,
		leave_choices, sizeof leave_choices / sizeof leave_choices[0]);
}

static unsigned
accept(struct panel *panel, struct session *session)
{
	struct form *form = (struct form *)panel;
	if (form->fields.current == form->fields.count - 1)
		return save(panel, session);
	selection_move(panel, session, 1);
	return EFFECT_NONE;
}

/* Into the field the cursor is on. A record is answered by its number; its name stands in the field
 * where it names nobody else. */
static unsigned
take_value(struct session *session, const char *answer, void *context)
{
	struct form *form = context;
	struct form_field *field = &form->fields.items[form->fields.current];
	struct arena arena = { 0 };
	struct error ignored = { 0 };
	int64_t id = strtoll(answer, NULL, 10), found = 0;
	const char *title;

	if (field->field->kind == FIELD_REFERENCE && id != 0) {
		title = programme_title(session->programme, field_target(field->field), id, &arena);
		if (programme_resolve(session->programme, field_target(field->field), title,
			    strlen(title), &found, &ignored) == STATUS_OK &&
			found == id)
			answer = title;
	}
	form_field_set(field, answer);
	arena_clear(&arena);
	return EFFECT_NONE;
}

/* Only texts: what else there is has a form of its own. */
static unsigned
edit_text(struct panel *panel, struct session *session)
{
	struct form *form = (struct form *)panel;
	const struct form_field *field = &form->fields.items[form->fields.current];

	if (field->field->kind == FIELD_NOTE || field->field->kind == FIELD_TEXT)
		writing_ask(session, callback_to(take_value, form), "the editor, opened again,",
			(struct written){ field->field, form->seen ? form->seen->id : 0 },
			line_text(&field->line));
	else
		session_say(session, ROLE_MESSAGE, "only a text goes into the editor");
	return EFFECT_NONE;
}

static unsigned
pick_value(struct panel *panel, struct session *session)
{
	struct form *form = (struct form *)panel;
	const struct form_field *field = &form->fields.items[form->fields.current];
	struct callback callback = callback_to(take_value, form);

	switch (field->field->kind) {
	case FIELD_CHOICE:
	case FIELD_BOOLEAN:
	case FIELD_DATE:
	case FIELD_REFERENCE:
		return picker_ask(session, callback, field->field, line_text(&field->line));
	case FIELD_NOTE: return edit_text(panel, session);
	case FIELD_RULE: return picker_ask_rule(session, callback);
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_INTEGER:
	case FIELD_TIME: break;
	}
	session_say(session, ROLE_MESSAGE, "this is typed: %s", field->field->help);
	return EFFECT_NONE;
}

static unsigned
take_theirs(struct panel *panel, struct session *session)
{
	struct form *form = (struct form *)panel;
	if (!form_field_take_theirs(&form->fields.items[form->fields.current]))
		session_say(session, ROLE_MESSAGE, "nobody else has changed this field");
	return EFFECT_NONE;
}

static unsigned
form_type(struct panel *panel, struct session *session, const struct input *input)
{
	(void)session;
	(void)form_fields_handle(&((struct form *)panel)->fields, input);
	return EFFECT_NONE;
}

static void
form_settle(struct panel *panel, struct session *session)
{
	(void)session;
	fit((struct form *)panel);
}

static void
form_free(struct panel *panel)
{
	struct form *form = (struct form *)panel;

	form_fields_clear(&form->fields);
	arena_clear(&form->arena);
	arena_clear(&form->seen_arena);
	free(form);
}

/* clang-format off */
static const struct keys form_keys = { "in a form", {
	{ "accept", "Enter", accept, "the next field; at the last one save", "next", 3,
	  .effect = READS },
	{ "save", "Ctrl-S", save, "save the record", "save", 1, .effect = WRITES },
	{ "next-field", "Down Tab Ctrl-N", selection_step, "the next field", .effect = MOVES,
	  .by = 1 },
	{ "previous-field", "Up Shift-Tab Ctrl-P", selection_step, "the field before it",
	  .effect = MOVES, .by = -1 },
	{ "page-up", "PgUp", selection_page, "a screen up", .effect = MOVES, .by = -1 },
	{ "page-down", "PgDn", selection_page, "a screen down", .effect = MOVES, .by = 1 },
	{ "pick", "Ctrl-O", pick_value, "choose the value: of a list, a month, or by a name",
	  "choose", 3, .effect = READS },
	{ "editor", "Ctrl-T", edit_text, "this text in your editor ($VISUAL, $EDITOR)", "editor", 5,
	  .effect = WRITES },
	{ "theirs", "Ctrl-G", take_theirs, "get what another lead has written here meanwhile",
	  .effect = READS },
	{ "cancel", "Esc Ctrl-C", leave, "leave without saving, after asking", "cancel", 2,
	  .effect = READS },
} };
/* clang-format on */

const struct panel_class form_class = {
	.kind = PANEL_FORM,
	.keys = { &form_keys },
	.layout = form_layout,
	.draw = form_draw,
	.type = form_type,
	.settle = form_settle,
	.reload = form_reload,
	.moved = form_moved,
	.locate = form_locate,
	.free = form_free,
};

static struct form *
form_new(void)
{
	struct form *form = memory_new(1, sizeof *form);

	form->panel.class = &form_class;
	return form;
}

struct panel *
form_new_add(struct session *session, const struct type *type)
{
	struct form *form = form_new();
	struct record *record = arena_alloc(&form->arena, sizeof *record);

	record_init(record, type);
	record_set_presets(record);
	form->view.title = arena_format(&form->arena, "New %s", label_words_of(type->label).text);
	form_fields_init(&form->fields, session->programme, record);
	/* What was written for the new record before this one is not for this one. */
	for (int i = 0; i < form->fields.count; i++)
		writing_drop(session, (struct written){ form->fields.items[i].field, 0 });
	return &form->panel;
}

struct panel *
form_new_filled(struct session *session, const struct type *type, const struct field_text *texts,
	size_t count)
{
	struct panel *panel = form_new_add(session, type);
	struct form *form = (struct form *)panel;

	form->filled = true;
	for (size_t i = 0; i < count; i++)
		for (int j = 0; j < form->fields.count; j++)
			if (strcmp(form->fields.items[j].field->name, texts[i].name) == 0)
				form_field_fill(&form->fields.items[j], texts[i].text);
	/* What is filled in already need not be gone through first. */
	while (form->fields.current + 1 < form->fields.count &&
		line_length(&form->fields.items[form->fields.current].line) > 0)
		form->fields.current++;
	return panel;
}

struct panel *
form_new_edit(struct session *session, const struct type *type, int64_t id, struct error *error)
{
	struct form *form = form_new();

	form->seen = arena_alloc(&form->seen_arena, sizeof *form->seen);
	if (programme_get(session->programme, type, id, &form->seen_arena, form->seen, error) !=
		STATUS_OK) {
		form_free(&form->panel);
		return NULL;
	}
	form->view.title =
		arena_format(&form->arena, "Edit %s: %s", label_words_of(type->label).text,
			programme_title(session->programme, type, id, &form->arena));
	form_fields_init(&form->fields, session->programme, form->seen);
	return &form->panel;
}
