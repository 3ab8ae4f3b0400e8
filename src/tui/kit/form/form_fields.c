/* SPDX-License-Identifier: MIT */
/*
 * Editing the fields of a form. Must not check a value itself: what is right is asked of the
 * programme, which knows the dictionary and the other records.
 */
#include "form_fields.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"
#include "value_step.h"

enum { CHARACTER_BYTES = 4 };

static void
init_field(struct form_field *out, struct programme *programme, const struct record *record,
	size_t index, struct arena *arena)
{
	const struct field *field = &record->type->fields[index];
	const char *text = programme_format(programme, record, index, arena);
	size_t length = strlen(text);

	out->field = field;
	out->line.lines = field->kind == FIELD_NOTE;
	out->line.limit = CHARACTER_BYTES;
	out->line.limit *= field->kind == FIELD_NOTE ? NOTE_LIMIT : TEXT_LIMIT;
	line_set(&out->line, text, length);
	out->original = memory_copy_text(text, length);
}

void
form_fields_init(
	struct form_fields *fields, struct programme *programme, const struct record *record)
{
	struct arena arena = { 0 };

	fields->type = record->type;
	for (size_t i = 1; i < record->type->field_count; i++)
		init_field(&fields->items[fields->count++], programme, record, i, &arena);
	init_field(&fields->items[fields->count++], programme, record, 0, &arena);
	for (int i = 0; i < fields->count; i++)
		fields->items[i].line.cuts = &fields->cuts;
	arena_clear(&arena);
}

void
form_fields_clear(struct form_fields *fields)
{
	for (int i = 0; i < fields->count; i++) {
		line_clear(&fields->items[i].line);
		free(fields->items[i].original);
		free(fields->items[i].message);
		free(fields->items[i].theirs);
	}
	buffer_clear(&fields->cuts);
	fields->count = 0;
}

bool
form_field_changed(const struct form_field *field)
{
	return strcmp(line_text(&field->line), field->original) != 0;
}

bool
form_fields_changed(const struct form_fields *fields)
{
	for (int i = 0; i < fields->count; i++)
		if (form_field_changed(&fields->items[i]))
			return true;
	return false;
}

bool
form_field_is_picked(const struct form_field *field)
{
	return field->field->kind == FIELD_CHOICE || field->field->kind == FIELD_BOOLEAN;
}

static void
pick(struct form_field *field, const char *text)
{
	line_set(&field->line, text, strlen(text));
}

static void
cycle(struct form_field *field, int way)
{
	char value[VALUE_SIZE];

	if (value_step_move(field->field, line_text(&field->line), way, value))
		pick(field, value);
}

/* Whether a value of the field begins so; it is picked then, the first behind the current one. */
static bool
pick_prefix(struct form_field *field, const char *prefix, bool go_on)
{
	int count = value_step_count(field->field),
	    start = value_step_find(field->field, line_text(&field->line)) + (go_on ? 1 : 0);

	if (start < 0)
		start = 0;
	for (int i = 0; i < count; i++) {
		const char *value = value_step_get(field->field, (start + i) % count);

		if (strncmp(value, prefix, strlen(prefix)) == 0) {
			pick(field, value);
			return true;
		}
	}
	return false;
}

static void
type_ahead(struct form_fields *fields, struct form_field *field, uint32_t code)
{
	size_t length = strlen(fields->prefix);

	if (code >= 'A' && code <= 'Z')
		code += 'a' - 'A';
	if (code < 'a' || code > 'z')
		code = '_';
	if (length + 1 < PREFIX_SIZE) {
		fields->prefix[length] = (char)code;
		fields->prefix[length + 1] = '\0';
		if (pick_prefix(field, fields->prefix, false))
			return;
	}
	fields->prefix[0] = (char)code;
	fields->prefix[1] = '\0';
	if (!pick_prefix(field, fields->prefix, true))
		fields->prefix[0] = '\0';
}

static bool
handle_picked(struct form_fields *fields, struct form_field *field, const struct input *input)
{
	bool character = input->kind == INPUT_CHARACTER;
	bool next = input->kind == INPUT_RIGHT ||
		    (character && (input->code == ' ' || input->code == '+'));
	bool previous = input->kind == INPUT_LEFT || (character && input->code == '-');

	if (next || previous)
		cycle(field, next ? 1 : -1);
	else if (input->kind == INPUT_BACKSPACE || input->kind == INPUT_DELETE)
		pick(field, "");
	else if (character)
		type_ahead(fields, field, input->code);
	else
		return false;
	if (!character || next || previous)
		fields->prefix[0] = '\0';
	return true;
}

/* + and - count a whole number up and down where a sign would make no sense. */
static bool
handle_number(struct form_field *field, const struct input *input)
{
	const char *text = line_text(&field->line);

	if (input->kind != INPUT_CHARACTER || (input->code != '+' && input->code != '-') ||
		field->field->minimum < 0)
		return false;
	if (text[strspn(text, "0123456789")] == '\0')
		cycle(field, input->code == '+' ? 1 : -1);
	return true;
}

bool
form_fields_handle(struct form_fields *fields, const struct input *input)
{
	struct form_field *field = &fields->items[fields->current];
	bool taken;

	if (form_field_is_picked(field))
		taken = handle_picked(fields, field, input);
	else if (field->field->kind == FIELD_INTEGER && handle_number(field, input))
		taken = true;
	else
		taken = line_handle(&field->line, input);
	if (taken && field->message && form_field_changed(field))
		form_field_blame(field, NULL);
	return taken;
}

void
form_field_set(struct form_field *field, const char *text)
{
	pick(field, text);
	form_field_blame(field, NULL);
}

void
form_field_fill(struct form_field *field, const char *text)
{
	form_field_set(field, text);
	free(field->original);
	field->original = memory_copy_text(line_text(&field->line), line_length(&field->line));
}

bool
form_field_take_theirs(struct form_field *field)
{
	if (!field->theirs)
		return false;
	form_field_set(field, field->theirs);
	free(field->theirs);
	field->theirs = NULL;
	return true;
}

static void
follow(struct form_field *field, const char *text)
{
	char message[512];
	bool mine = form_field_changed(field) && strcmp(line_text(&field->line), text) != 0;

	free(field->original);
	field->original = memory_copy_text(text, strlen(text));
	if (!mine) {
		form_field_set(field, text);
		form_field_blame(field, "another lead has just changed this");
		return;
	}
	free(field->theirs);
	field->theirs = memory_copy_text(text, strlen(text));
	snprintf(message, sizeof message,
		"another lead wrote \"%.*s\": Ctrl-G takes it, saving keeps yours",
		text_quote_length(text, strlen(text)), text);
	form_field_blame(field, message);
}

int
form_fields_follow(
	struct form_fields *fields, struct programme *programme, const struct record *record)
{
	struct arena arena = { 0 };
	int changed = 0;

	for (int i = 0; i < fields->count; i++) {
		struct form_field *field = &fields->items[i];
		size_t index = (size_t)type_field_index(record->type, field->field->name);
		const char *text = programme_format(programme, record, index, &arena);

		if (strcmp(text, field->original) == 0)
			continue;
		follow(field, text);
		changed++;
	}
	arena_clear(&arena);
	return changed;
}

void
form_fields_suggest(struct form_fields *fields)
{
	const char *title = NULL;

	for (int i = 0; i < fields->count && fields->type->title; i++)
		if (strcmp(fields->items[i].field->name, fields->type->title) == 0)
			title = line_text(&fields->items[i].line);
	for (int i = 0; i < fields->count; i++) {
		struct form_field *field = &fields->items[i];
		const char *suggested = programme_suggest(fields->type, field->field->name, title);

		if (!suggested && field->suggested)
			suggested = field->field->preset;
		if (!suggested || form_field_changed(field))
			continue;
		field->suggested = true;
		form_field_fill(field, suggested);
	}
}

void
form_field_blame(struct form_field *field, const char *message)
{
	free(field->message);
	field->message = message ? memory_copy_text(message, strlen(message)) : NULL;
}

bool
form_fields_check(struct form_fields *fields, struct programme *programme, int index)
{
	struct form_field *field = &fields->items[index];
	struct field_text text = { field->field->name, line_text(&field->line),
		line_length(&field->line) };
	struct error error = { 0 };

	if (text.length == 0 && field->field->required)
		form_field_blame(field, "this cannot be left empty");
	else if (form_field_changed(field) &&
		 programme_try(programme, fields->type, &text, &error) != STATUS_OK)
		form_field_blame(field, error.message);
	else
		form_field_blame(field, NULL);
	return !field->message;
}

bool
form_fields_check_all(struct form_fields *fields, struct programme *programme)
{
	int bad = -1;

	for (int i = fields->count - 1; i >= 0; i--)
		if (!form_fields_check(fields, programme, i))
			bad = i;
	if (bad >= 0)
		fields->current = bad;
	return bad < 0;
}

size_t
form_fields_collect(const struct form_fields *fields, bool all, struct field_text out[FIELDS_MAX])
{
	size_t count = 0;

	for (int i = 0; i < fields->count; i++) {
		const struct form_field *field = &fields->items[i];
		bool counts = all ? line_length(&field->line) > 0 || field->field->preset
				  : form_field_changed(field);

		if (counts)
			out[count++] = (struct field_text){ field->field->name,
				line_text(&field->line), line_length(&field->line) };
	}
	return count;
}
