/* SPDX-License-Identifier: MIT */
/*
 * Adding and changing one record from fields as typed. The record is checked whole before anything
 * is written; the label of the step names the record and the fields, never what stands in them.
 */
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/text.h"
#include "rollout/rules/wording.h"

static enum status
fail_field(const struct type *type, const char *name, struct error *error)
{
	const char *near = type_field_suggest(type, name);
	int quoted = text_quote_length(name, strlen(name));

	if (near)
		return error_set(error, STATUS_NOT_FOUND,
			"%s has no field \"%.*s\"; did you mean %s?", type->name, quoted, name,
			near);
	return error_set(error, STATUS_NOT_FOUND,
		"%s has no field \"%.*s\"; `rollout schema %s` lists them", type->name, quoted,
		name, type->name);
}

static enum status
parse_reference(struct programme *programme, const struct field *field,
	const struct field_text *text, struct value *out, struct error *error)
{
	struct error inner = { 0 };
	int64_t id;
	enum status status;

	if (text->length == 0) {
		*out = value_none();
		return STATUS_OK;
	}
	status = programme_resolve_typed(
		programme, field_target(field), text->text, text->length, &id, &inner);
	if (status != STATUS_OK)
		return error_set(error, status == STATUS_NOT_FOUND ? STATUS_INVALID : status,
			"%s: %s", field->name, inner.message);
	*out = value_integer(id);
	return STATUS_OK;
}

enum status
fields_apply(struct programme *programme, struct record *record, const struct field_text *texts,
	size_t count, uint32_t *touched, struct arena *arena, struct error *error)
{
	const struct type *type = record->type;
	int32_t today = programme->today;

	*touched = 0;
	for (size_t i = 0; i < count; i++) {
		const char *name = strcmp(texts[i].name, "id") == 0 ? "key" : texts[i].name;
		int index = type_field_index(type, name);
		const struct field *field;
		enum status status;

		if (index < 0)
			return fail_field(type, texts[i].name, error);
		if (*touched & UINT32_C(1) << index)
			return error_set(error, STATUS_INVALID, "%s is given twice", name);
		field = &type->fields[index];
		status = field->kind == FIELD_REFERENCE
				 ? parse_reference(programme, field, &texts[i],
					   &record->values[index], error)
				 : field_parse(field, texts[i].text, texts[i].length, &today, arena,
					   &record->values[index], error);
		if (status != STATUS_OK)
			return status;
		*touched |= UINT32_C(1) << index;
	}
	return STATUS_OK;
}

static const char *
label_of(struct programme *programme, const char *verb, const struct record *record,
	struct arena *arena)
{
	int title = record->type->title ? type_field_index(record->type, record->type->title) : -1;
	char identifier[RECORD_ID_SIZE];

	/* A title that is an opinion about somebody stays out of the log. */
	if (title >= 0 && record->values[title].kind == VALUE_TEXT &&
		!record->type->fields[title].sensitive)
		return arena_format(arena, "%s %s \"%s\"", verb, record->type->label,
			record->values[title].text);
	if (record->id == 0 && record->values[0].kind == VALUE_NONE)
		return arena_format(arena, "%s %s", verb, record->type->label);
	if (record->values[0].kind == VALUE_NONE)
		return arena_format(arena, "%s %s %s", verb, record->type->label,
			programme_title(programme, record->type, record->id, arena));
	record_identify(record, identifier);
	return arena_format(arena, "%s %s %s", verb, record->type->label, identifier);
}

const char *
programme_suggest(const struct type *type, const char *field, const char *title)
{
	if (!title || strcmp(type->name, "milestone") != 0 || strcmp(field, "kind") != 0)
		return NULL;
	return wording_suggest_kind(title, strlen(title));
}

static void
put_suggestions(struct record *record, uint32_t touched)
{
	const struct type *type = record->type;

	for (size_t i = 0; type->title && i < type->field_count; i++) {
		const char *suggested = touched & UINT32_C(1) << i
						? NULL
						: programme_suggest(type, type->fields[i].name,
							  record_text(record, type->title));

		if (suggested)
			record->values[i] = value_text(suggested);
	}
}

static enum status
refuse_second(struct programme *programme, const struct type *type, struct error *error)
{
	struct query query = { .type = type };
	int64_t count = 0;
	enum status status = store_count(programme->store, &query, &count, error);

	if (status == STATUS_OK && count > 0)
		return error_set(error, STATUS_CONFLICT,
			"a file holds one %s; change it with `rollout set %s`", type->label,
			type->name);
	return status;
}

enum status
programme_add(struct programme *programme, const struct type *type, const struct field_text *texts,
	size_t count, int64_t *id, struct error *error)
{
	struct arena arena = { 0 };
	struct record record;
	uint32_t touched;
	enum status status = store_begin(programme->store, "add", error);

	if (status != STATUS_OK)
		return status;
	record_init(&record, type);
	status = fields_apply(programme, &record, texts, count, &touched, &arena, error);
	if (status == STATUS_OK)
		put_suggestions(&record, touched);
	record_set_presets(&record);
	if (status == STATUS_OK && strcmp(type->name, "baseline_date") == 0)
		status = baseline_guard(type, "added to", error);
	if (status == STATUS_OK && type->single)
		status = refuse_second(programme, type, error);
	if (status == STATUS_OK)
		status = record_insert(programme, &record, &arena, error);
	if (status == STATUS_OK)
		store_set_label(programme->store, label_of(programme, "add", &record, &arena));
	*id = record.id;
	status = store_end(programme->store, status, error);
	arena_clear(&arena);
	return status;
}

/* "set influence, interest of" */
static const char *
set_verb(const struct record *before, const struct record *now, struct arena *arena)
{
	struct buffer names = { 0 };
	const char *verb;

	for (size_t i = 0; i < before->type->field_count; i++)
		if (!value_equal(&before->values[i], &now->values[i]))
			buffer_format(&names, "%s%s", names.length ? ", " : "",
				before->type->fields[i].name);
	verb = arena_format(arena, "set %s of", buffer_text(&names));
	buffer_clear(&names);
	return verb;
}

/* The fields to be changed must still be as the editor saw them. */
static enum status
check_seen(struct programme *programme, const struct record *seen, const struct record *there,
	uint32_t touched, const struct record *wanted, struct arena *arena, struct error *error)
{
	for (size_t i = 0; i < seen->type->field_count; i++) {
		if (!(touched & UINT32_C(1) << i) ||
			value_equal(&seen->values[i], &there->values[i]) ||
			value_equal(&wanted->values[i], &there->values[i]))
			continue;
		return error_set(error, STATUS_CONFLICT,
			"%s was changed by somebody else meanwhile, to \"%s\"",
			seen->type->fields[i].name, programme_format(programme, there, i, arena));
	}
	return STATUS_OK;
}

enum status
programme_set(struct programme *programme, const struct type *type, int64_t id,
	const struct field_text *texts, size_t count, const struct record *seen, bool *changed,
	struct error *error)
{
	struct arena arena = { 0 };
	struct record before, now;
	uint32_t touched = 0;
	enum status status = store_begin(programme->store, "set", error);

	*changed = false;
	if (status != STATUS_OK)
		return status;
	status = programme_get(programme, type, id, &arena, &before, error);
	if (status == STATUS_OK) {
		now = before;
		status = fields_apply(programme, &now, texts, count, &touched, &arena, error);
	}
	if (status == STATUS_OK && seen)
		status = check_seen(programme, seen, &before, touched, &now, &arena, error);
	if (status == STATUS_OK)
		status = record_change(programme, &before, &now, &arena, error);
	if (status == STATUS_OK) {
		*changed = record_differs(&before, &now);
		store_set_label(programme->store,
			label_of(programme, set_verb(&before, &now, &arena), &now, &arena));
	}
	status = store_end(programme->store, status, error);
	arena_clear(&arena);
	return status;
}

/* "change influence, interest of 12 stakeholders" */
static const char *
label_of_many(const struct type *type, size_t count, const struct field_text *texts,
	size_t text_count, struct arena *arena)
{
	struct buffer names = { 0 };
	const char *label;

	for (size_t i = 0; i < text_count; i++)
		buffer_format(&names, "%s%s", i ? ", " : "", texts[i].name);
	label = arena_format(
		arena, "change %s of %zu %s", buffer_text(&names), count, type->plural);
	buffer_clear(&names);
	return label;
}

enum status
programme_set_each(struct programme *programme, const struct type *type, const int64_t *ids,
	size_t count, const struct field_text *texts, size_t text_count, size_t *changed,
	struct error *error)
{
	struct arena arena = { 0 };
	struct error inner = { 0 };
	enum status status = store_begin(programme->store, "set", error);

	*changed = 0;
	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < count && status == STATUS_OK; i++) {
		bool differs = false;

		status = programme_set(
			programme, type, ids[i], texts, text_count, NULL, &differs, &inner);
		*changed += differs ? 1 : 0;
		if (status != STATUS_OK && count > 1)
			error_set(error, status, "%s: %s",
				programme_title(programme, type, ids[i], &arena), inner.message);
		else if (status != STATUS_OK)
			*error = inner;
	}
	if (count > 1 && status == STATUS_OK)
		store_set_label(
			programme->store, label_of_many(type, count, texts, text_count, &arena));
	status = store_end(programme->store, status, error);
	arena_clear(&arena);
	return status;
}

enum status
programme_try(struct programme *programme, const struct type *type, const struct field_text *text,
	struct error *error)
{
	struct arena arena = { 0 };
	struct record record;
	uint32_t touched;
	const struct field *field = type_field_find(type, text->name);
	enum status status;

	record_init(&record, type);
	status = fields_apply(programme, &record, text, 1, &touched, &arena, error);
	if (status == STATUS_OK && field && field->required &&
		record.values[type_field_index(type, text->name)].kind == VALUE_NONE)
		status = error_set(error, STATUS_INVALID, "%s is needed", field->name);
	arena_clear(&arena);
	return status;
}
