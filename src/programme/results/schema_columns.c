/* SPDX-License-Identifier: MIT */
/*
 * The pieces of a schema, and the schema of what is described by columns. Must not know any result.
 */
#include "schema.h"

#include <string.h>

void
schema_put(struct json_writer *json, const char *name, const char *value)
{
	json_text(json, name, value, strlen(value));
}

void
schema_put_id(struct json_writer *json)
{
	schema_put(json, "type", "string");
	schema_put(json, "pattern", "^[A-Za-z0-9_-]{1,64}$");
}

void
schema_put_date(struct json_writer *json)
{
	schema_put(json, "type", "string");
	schema_put(json, "format", "date");
	schema_put(json, "pattern", "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$");
}

void
schema_put_words(struct json_writer *json, const char *words)
{
	while (*words) {
		size_t length = strcspn(words, " ");

		json_text(json, NULL, words, length);
		words += length + strspn(words + length, " ");
	}
}

static void
put_field(struct json_writer *json, const struct field *field)
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
		schema_put(json, "pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$");
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
put_preset(struct json_writer *json, const struct field *field)
{
	if (!field->preset)
		return;
	if (field->kind == FIELD_INTEGER || field->kind == FIELD_BOOLEAN)
		json_raw(json, "default", field->preset, strlen(field->preset));
	else
		schema_put(json, "default", field->preset);
}

static enum audience
audience_of(const struct result_column *column)
{
	return column->audience ? column->audience : AUDIENCE_LEAD;
}

static void
put_words(struct json_writer *json, const char *const *words)
{
	json_begin_array(json, "enum");
	for (; *words; words++)
		if (**words)
			schema_put(json, NULL, *words);
	json_end_array(json);
}

/* The members of the object that describes the column; of an object or list it is the kind alone.
 */
static void
put_kind(struct json_writer *json, const struct result_column *column)
{
	if (column->field) {
		put_field(json, column->field);
		return;
	}
	switch (column->kind) {
	case COLUMN_TEXT: schema_put(json, "type", "string"); break;
	case COLUMN_ID: schema_put_id(json); break;
	case COLUMN_WORD: put_words(json, column->words); break;
	case COLUMN_WHOLE:
	case COLUMN_CHANGE:
		schema_put(json, "type", "integer");
		json_integer(json, "minimum",
			column->kind == COLUMN_WHOLE ? column->minimum : INT32_MIN);
		break;
	case COLUMN_DECIMAL:
		if (column->optional && !*column->name) {
			json_begin_array(json, "type");
			schema_put_words(json, "number null");
			json_end_array(json);
		} else {
			schema_put(json, "type", "number");
		}
		json_integer(json, "minimum", 0);
		break;
	case COLUMN_BOOLEAN: schema_put(json, "type", "boolean"); break;
	case COLUMN_DAY: schema_put_date(json); break;
	case COLUMN_JSON:
	case COLUMN_OBJECT: schema_put(json, "type", "object"); break;
	case COLUMN_LIST: schema_put(json, "type", "array"); break;
	case COLUMN_END: break;
	}
}

/* What an object or the rows of a list are made of. */
static void
put_members(struct json_writer *json, const struct result_column *columns, enum audience audience)
{
	json_begin_object(json, "properties");
	schema_columns(json, columns, audience);
	json_end_object(json);
	json_begin_array(json, "required");
	schema_required_columns(json, columns, audience);
	json_end_array(json);
	json_boolean(json, "additionalProperties", false);
}

static void
write_column(struct json_writer *json, const char *name, const struct result_column *column,
	enum audience audience)
{
	enum audience own = audience_of(column) < audience ? audience_of(column) : audience;

	json_begin_object(json, name);
	put_kind(json, column);
	if (column->help)
		schema_put(json, "description", column->help);
	if (column->field) {
		put_preset(json, column->field);
		if (column->field->sensitive)
			json_boolean(json, "x-sensitive", true);
	}
	if (column->kind == COLUMN_OBJECT)
		put_members(json, column->columns, own);
	if (column->kind == COLUMN_LIST && result_is_plain(column))
		write_column(json, "items", column->columns, own);
	if (column->kind == COLUMN_LIST && !result_is_plain(column))
		schema_object(json, "items", column->columns, own);
	json_end_object(json);
}

void
schema_columns(
	struct json_writer *json, const struct result_column *columns, enum audience audience)
{
	for (const struct result_column *column = columns; column->kind != COLUMN_END; column++)
		if (column->name)
			write_column(json, column->name, column, audience);
}

void
schema_required_columns(
	struct json_writer *json, const struct result_column *columns, enum audience audience)
{
	for (const struct result_column *column = columns; column->kind != COLUMN_END; column++)
		if (column->name && !column->optional && audience <= audience_of(column))
			schema_put(json, NULL, column->name);
}

void
schema_object(struct json_writer *json, const char *name, const struct result_column *columns,
	enum audience audience)
{
	json_begin_object(json, name);
	schema_put(json, "type", "object");
	put_members(json, columns, audience);
	json_end_object(json);
}
