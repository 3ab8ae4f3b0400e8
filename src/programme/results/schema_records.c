/* SPDX-License-Identifier: MIT */
/*
 * The schema of records, read off the dictionary. Must not know any document. What is required of a
 * record is only what every audience gets.
 */
#include "schema.h"

#include <string.h>

#include "columns.h"

static const char TIME_PATTERN[] = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

static void
write_kind(struct json_writer *json, const struct field *field)
{
	switch (field->kind) {
	case FIELD_KEY: schema_put_id(json); break;
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
	case FIELD_DATE: schema_put_date(json); break;
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
		schema_put_id(json);
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
		schema_put_dialect(json);
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
		schema_columns_object(json, "schedule", milestone_schedule, AUDIENCE_TEAM);
	if (strcmp(type, "team") == 0)
		schema_columns_object(json, "sequence", team_sequence, AUDIENCE_TEAM);
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
