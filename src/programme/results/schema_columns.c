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
schema_put_dialect(struct json_writer *json)
{
	schema_put(json, "$schema", "https://json-schema.org/draft/2020-12/schema");
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
schema_begin_object(struct json_writer *json, const char *name)
{
	json_begin_object(json, name);
	schema_put(json, "type", "object");
	json_begin_object(json, "properties");
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

void
schema_end_object(struct json_writer *json, const char *required)
{
	json_end_object(json);
	json_begin_array(json, "required");
	schema_put_words(json, required);
	json_end_array(json);
	json_boolean(json, "additionalProperties", false);
	json_end_object(json);
}

void
schema_begin_array(struct json_writer *json, const char *name)
{
	json_begin_object(json, name);
	schema_put(json, "type", "array");
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
		schema_put(json, "type", "number");
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
	schema_put(json, "description", column->help);
	if (column->kind == COLUMN_OBJECT)
		put_members(json, column->columns, own);
	if (column->kind == COLUMN_LIST && result_is_plain(column))
		write_column(json, "items", column->columns, own);
	if (column->kind == COLUMN_LIST && !result_is_plain(column)) {
		json_begin_object(json, "items");
		schema_put(json, "type", "object");
		put_members(json, column->columns, own);
		json_end_object(json);
	}
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
schema_columns_object(struct json_writer *json, const char *name,
	const struct result_column *columns, enum audience audience)
{
	json_begin_object(json, name);
	schema_put(json, "type", "object");
	put_members(json, columns, audience);
	json_end_object(json);
}
