/* SPDX-License-Identifier: MIT */
/*
 * The pieces of JSON Schemas (2020-12), those of records read off the dictionary. Must not know any
 * document. Closed on purpose: a misspelt member is found. What is required of a record is only
 * what every audience gets.
 */
/*
 * JSON Schemas (2020-12), written from the dictionary for records and from schema_documents()
 * for the frames around them. Closed on purpose: a misspelt member is found. What is required
 * of a record is only what every audience gets.
 */
#include "report_schema.h"

#include <string.h>

static const char ID_PATTERN[] = "^[A-Za-z0-9_-]{1,64}$";
static const char DATE_PATTERN[] = "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$";
static const char TIME_PATTERN[] = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

void
schema_put(struct json_writer *json, const char *name, const char *value)
{
	json_text(json, name, value, strlen(value));
}

static void
begin(struct json_writer *json, const char *name, const char *kind, const char *description)
{
	json_begin_object(json, name);
	schema_put(json, "type", kind);
	if (description)
		schema_put(json, "description", description);
}

static void
pattern(struct json_writer *json, const char *name, const char *description, const char *expression)
{
	begin(json, name, "string", description);
	schema_put(json, "pattern", expression);
	json_end_object(json);
}

void
schema_dialect(struct json_writer *json)
{
	schema_put(json, "$schema", "https://json-schema.org/draft/2020-12/schema");
}

void
schema_text(struct json_writer *json, const char *name, const char *description)
{
	begin(json, name, "string", description);
	json_end_object(json);
}

void
schema_whole(struct json_writer *json, const char *name, int64_t minimum, const char *description)
{
	begin(json, name, "integer", description);
	json_integer(json, "minimum", minimum);
	json_end_object(json);
}

void
schema_decimal(struct json_writer *json, const char *name, const char *description)
{
	begin(json, name, "number", description);
	json_integer(json, "minimum", 0);
	json_end_object(json);
}

void
schema_boolean(struct json_writer *json, const char *name, const char *description)
{
	begin(json, name, "boolean", description);
	json_end_object(json);
}

void
schema_date(struct json_writer *json, const char *name, const char *description)
{
	begin(json, name, "string", description);
	schema_put(json, "format", "date");
	schema_put(json, "pattern", DATE_PATTERN);
	json_end_object(json);
}

void
schema_id(struct json_writer *json, const char *name, const char *description)
{
	pattern(json, name, description, ID_PATTERN);
}

void
schema_constant(struct json_writer *json, const char *name, const char *value)
{
	json_begin_object(json, name);
	schema_put(json, "const", value);
	json_end_object(json);
}

/* Each word of a list separated by spaces, as an element of the array that is open. */
static void
write_words(struct json_writer *json, const char *words)
{
	while (*words) {
		size_t length = strcspn(words, " ");

		json_text(json, NULL, words, length);
		words += length + strspn(words + length, " ");
	}
}

void
schema_words(struct json_writer *json, const char *name, const char *words)
{
	json_begin_object(json, name);
	json_begin_array(json, "enum");
	write_words(json, words);
	json_end_array(json);
	json_end_object(json);
}

void
schema_begin_object(struct json_writer *json, const char *name)
{
	begin(json, name, "object", NULL);
	json_begin_object(json, "properties");
}

void
schema_end_object(struct json_writer *json, const char *required)
{
	json_end_object(json);
	if (*required) {
		json_begin_array(json, "required");
		write_words(json, required);
		json_end_array(json);
	}
	json_boolean(json, "additionalProperties", false);
	json_end_object(json);
}

void
schema_begin_array(struct json_writer *json, const char *name)
{
	begin(json, name, "array", NULL);
}

void
schema_end_array(struct json_writer *json)
{
	json_end_object(json);
}

void
schema_reference(struct json_writer *json, const char *name, const char *type)
{
	struct buffer pointer = { 0 };

	buffer_format(&pointer, "#/$defs/%s", type);
	json_begin_object(json, name);
	schema_put(json, "$ref", buffer_text(&pointer));
	json_end_object(json);
	buffer_clear(&pointer);
}

static void
write_kind(struct json_writer *json, const struct field *field)
{
	switch (field->kind) {
	case FIELD_KEY:
		schema_put(json, "type", "string");
		schema_put(json, "pattern", ID_PATTERN);
		break;
	case FIELD_TEXT:
	case FIELD_NOTE:
		schema_put(json, "type", "string");
		json_integer(json, "minLength", 1);
		json_integer(
			json, "maxLength", field->kind == FIELD_TEXT ? TEXT_LIMIT : NOTE_LIMIT);
		break;
	case FIELD_INTEGER:
		schema_put(json, "type", "integer");
		json_integer(json, "minimum", field->minimum);
		json_integer(json, "maximum", field->maximum);
		break;
	case FIELD_BOOLEAN: schema_put(json, "type", "boolean"); break;
	case FIELD_DATE:
		schema_put(json, "type", "string");
		schema_put(json, "format", "date");
		schema_put(json, "pattern", DATE_PATTERN);
		break;
	case FIELD_TIME:
		schema_put(json, "type", "string");
		schema_put(json, "pattern", TIME_PATTERN);
		break;
	case FIELD_CHOICE:
		json_begin_array(json, "enum");
		for (const struct choice *choice = field->choices; choice->name; choice++)
			schema_put(json, NULL, choice->name);
		json_end_array(json);
		break;
	case FIELD_REFERENCE:
		schema_put(json, "type", "string");
		schema_put(json, "pattern", ID_PATTERN);
		schema_put(json, "x-target", field->target);
		break;
	case FIELD_RULE:
		schema_put(json, "type", "string");
		schema_put(json, "pattern",
			"^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$");
		break;
	}
}

static void
write_preset(struct json_writer *json, const struct field *field)
{
	if (!field->preset)
		return;
	if (field->kind == FIELD_INTEGER || field->kind == FIELD_BOOLEAN)
		json_raw(json, "default", field->preset, strlen(field->preset));
	else
		schema_put(json, "default", field->preset);
}

/* What a document calls the field; NULL where the nesting says it already. */
static const char *
member_name(const struct field *field, const struct nested *nested)
{
	if (field->kind == FIELD_KEY)
		return "id";
	if (nested && strcmp(nested->back, field->name) == 0)
		return NULL;
	if (nested && nested->alias && strcmp(nested->alias_of, field->name) == 0)
		return nested->alias;
	return field->name;
}

void
schema_fields(struct json_writer *json, const struct type *type, const struct nested *nested)
{
	for (size_t i = 0; i < type->field_count; i++) {
		const struct field *field = &type->fields[i];
		const char *name = member_name(field, nested);

		if (!name)
			continue;
		json_begin_object(json, name);
		write_kind(json, field);
		schema_put(json, "description", field->help);
		write_preset(json, field);
		if (field->sensitive)
			json_boolean(json, "x-sensitive", true);
		json_end_object(json);
	}
}

const char *
schema_required(const struct type *type, const struct nested *nested, struct arena *arena)
{
	struct buffer names = { 0 };
	const char *copy;

	for (size_t i = 0; i < type->field_count; i++) {
		const struct field *field = &type->fields[i];
		const char *name = member_name(field, nested);

		if (name && field->required && type_field_is_for(type, i, type->audience))
			buffer_format(&names, "%s%s", names.length ? " " : "", name);
	}
	copy = arena_copy(arena, buffer_text(&names), names.length);
	buffer_clear(&names);
	return copy;
}

void
schema_type(struct json_writer *json, const char *name, const struct type *type, bool strict)
{
	struct arena arena = { 0 };

	json_begin_object(json, name);
	if (!name)
		schema_dialect(json);
	schema_put(json, "title", type->label);
	schema_put(json, "description", type->help);
	schema_put(json, "type", "object");
	json_begin_object(json, "properties");
	schema_fields(json, type, NULL);
	schema_end_object(json, strict ? schema_required(type, NULL, &arena) : "");
	arena_clear(&arena);
}

static void
begin_nested(struct json_writer *json, const struct nested *nested)
{
	schema_begin_array(json, nested->member);
	schema_begin_object(json, "items");
	schema_fields(json, type_find(nested->child), nested);
}

static void
end_nested(struct json_writer *json, const struct nested *nested)
{
	struct arena arena = { 0 };

	schema_end_object(json, schema_required(type_find(nested->child), nested, &arena));
	schema_end_array(json);
	arena_clear(&arena);
}

/* What the roadmap document says of a record beside its fields. */
static void
write_computed(struct json_writer *json, const char *type)
{
	if (strcmp(type, "milestone") == 0)
		schema_milestone_schedule(json);
	if (strcmp(type, "team") == 0)
		schema_team_sequence(json);
}

/*
 * The lists nested in records of the type called that, without what those could hold in turn.
 */
static void
write_innermost(struct json_writer *json, const char *type)
{
	size_t count;
	const struct nested *nested = nested_list(&count);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(nested[i].parent, type) != 0)
			continue;
		begin_nested(json, &nested[i]);
		end_nested(json, &nested[i]);
	}
	write_computed(json, type);
}

void
schema_nested_lists(struct json_writer *json, const struct type *type)
{
	size_t count;
	const struct nested *nested = nested_list(&count);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(nested[i].parent, type->name) != 0)
			continue;
		begin_nested(json, &nested[i]);
		write_innermost(json, nested[i].child);
		end_nested(json, &nested[i]);
	}
	write_computed(json, type->name);
}
