/* SPDX-License-Identifier: MIT */
/*
 * Drafts from elements of JSON: the strict reader has checked the text, cJSON turns it into values, and each member goes to its field. In a document of our own a value
 * must have its own JSON type; in other people's a text may stand for a number.
 */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "draft_build.h"

enum { NUMBER_SIZE = 32 };

/* One object being taken apart: the draft it becomes and where it stands. */
struct taking {
	struct draft_reader *reader;
	struct draft *draft;
	struct problems *problems;
	const char *pointer;	/* of the object, inside its element: "" or "/relationships/0" */
	const char *element;	/* the element's text, where places are looked for */
	size_t element_length;
	struct place start;	/* where the element starts */
	const char *element_pointer;
};

static void PRINTF_LIKE(3, 4)
complain(struct taking *taking, const char *member, const char *format, ...)
{
	struct arena arena = { 0 };
	const char *inner = *member ? arena_format(&arena, "%s/%s", taking->pointer, member) : taking->pointer;
	struct place place = json_locate(taking->element, taking->element_length, taking->start, inner);
	char message[ERROR_MESSAGE_SIZE];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	taking->draft->invalid = true;
	problems_add(taking->problems, source_name(taking->reader->source), place,
		arena_format(&arena, "%s%s", taking->element_pointer, inner), "%s", message);
	arena_clear(&arena);
}

static const char *
kind_name(const cJSON *value)
{
	return cJSON_IsString(value)    ? "a text"
		: cJSON_IsNumber(value) ? "a number"
		: cJSON_IsBool(value)   ? "true or false"
		: cJSON_IsArray(value)  ? "a list"
		: cJSON_IsObject(value) ? "an object"
					: "null";
}

/* A whole number, as far as a double holds it exactly, without a point; minus nought is nought. */
static const char *
format_number(double number, char out[NUMBER_SIZE])
{
	char *at = out + NUMBER_SIZE - 1;
	int64_t whole;

	if (number != floor(number) || fabs(number) > 9007199254740992.0) {
		snprintf(out, NUMBER_SIZE, "%.15g", number);
		return out;
	}
	whole = number < 0 ? -(int64_t)number : (int64_t)number;
	*at = '\0';
	do
		*--at = (char)('0' + whole % 10);
	while ((whole /= 10) > 0);
	if (number < 0)
		*--at = '-';
	return at;
}

/* Whether, in a document of our own, the value has the field's JSON type. */
static bool
has_own_kind(const struct field *field, const cJSON *value)
{
	switch (field->kind) {
	case FIELD_INTEGER:
		return cJSON_IsNumber(value);
	case FIELD_BOOLEAN:
		return cJSON_IsBool(value);
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_DATE:
	case FIELD_TIME:
	case FIELD_CHOICE:
	case FIELD_REFERENCE:
	case FIELD_RULE:
		return cJSON_IsString(value);
	}
	return false;
}

/* The value as text: a number's is written into number. NULL for a list or an object. */
static const char *
text_of(const cJSON *value, char number[NUMBER_SIZE])
{
	if (cJSON_IsString(value))
		return value->valuestring;
	if (cJSON_IsBool(value))
		return cJSON_IsTrue(value) ? "true" : "false";
	if (cJSON_IsNull(value))
		return "";
	return cJSON_IsNumber(value) ? format_number(value->valuedouble, number) : NULL;
}

static void
take_value(struct taking *taking, const struct column *column, const cJSON *value, const char *text)
{
	const struct field *field =
		column->target == COLUMN_FIELD ? &taking->draft->record.type->fields[column->field] : NULL;
	struct error error;

	if (!text) {
		complain(taking, value->string, "%s must be %s, not %s", field ? field->name : value->string,
			field ? field_kind_name(field->kind) : "a text", kind_name(value));
		return;
	}
	if (field && taking->reader->own && !cJSON_IsNull(value) && !has_own_kind(field, value)) {
		complain(taking, value->string, "%s must be %s, not %s", field->name, field_kind_name(field->kind),
			kind_name(value));
		return;
	}
	/* A number's text lives in the caller's frame. */
	if (cJSON_IsNumber(value))
		text = arena_copy(&taking->reader->arena, text, strlen(text));
	if (draft_take_column(taking->reader, taking->draft, column, text, strlen(text), &error) != STATUS_OK)
		complain(taking, value->string, "%s", error.message);
}

static void take_object(struct taking *taking, const cJSON *object);

/* The records inside this one; a bare text in the list is a reference ("relationships": ["ines"]). */
static void
take_nested(struct taking *taking, const struct column *column, const cJSON *list)
{
	const struct nested *nested = column->nested;
	const cJSON *item;
	size_t number = 0;

	if (cJSON_IsNull(list))
		return;
	if (!cJSON_IsArray(list)) {
		complain(taking, list->string, "%s must be a list, not %s", nested->member, kind_name(list));
		return;
	}
	cJSON_ArrayForEach(item, list) {
		struct taking inner = *taking;
		struct arena arena = { 0 };

		inner.pointer = arena_format(&arena, "%s/%s/%zu", taking->pointer, nested->member, number++);
		inner.draft = draft_add_child(taking->reader, taking->draft, nested);
		inner.draft->pointer = arena_format(&taking->reader->arena, "%s%s", taking->element_pointer, inner.pointer);
		if (cJSON_IsObject(item))
			take_object(&inner, item);
		else if (cJSON_IsString(item) && strcmp(nested->member, "relationships") == 0)
			complain(&inner, "", "must be an object such as {\"to\": \"%.40s\"}", item->valuestring);
		else
			complain(&inner, "", "%s must hold objects, not %s", nested->member, kind_name(item));
		if (inner.draft->invalid)
			taking->draft->invalid = true;
		arena_clear(&arena);
	}
}

/* A member's name inside a nested object may be an alias: depends_on says "milestone" for "from". */
static const char *
name_of(const struct draft *draft, const char *name)
{
	const struct nested *nested = draft->nested;

	return nested && nested->alias && strcmp(nested->alias, name) == 0 ? nested->alias_of : name;
}

static void
take_object(struct taking *taking, const cJSON *object)
{
	struct mapping *mapping = draft_mapping(taking->reader, taking->draft->record.type);
	const cJSON *member;

	cJSON_ArrayForEach(member, object) {
		const struct column *column = NULL;
		struct error error;
		char number[NUMBER_SIZE];
		const char *value = text_of(member, number);

		/* An empty value does not tell what a column is. */
		if (mapping_find(mapping, name_of(taking->draft, member->string), value && *value ? value : NULL, &column,
			    &error) != STATUS_OK)
			complain(taking, member->string, "%s", error.message);
		else if (column->target == COLUMN_NESTED)
			take_nested(taking, column, member);
		else if (column->target != COLUMN_IGNORED && column->target != COLUMN_COMPUTED)
			take_value(taking, column, member, value);
	}
}

enum status
draft_json_element(struct draft_reader *reader, const struct type *type, const char *text, size_t length,
	struct place place, const char *pointer, struct problems *problems, struct error *error)
{
	struct draft *draft = &reader->draft;
	struct taking taking = { reader, draft, problems, "", text, length, place, pointer };
	struct error inner;

	cJSON_Delete(reader->tree);
	reader->tree = cJSON_ParseWithLength(text, length);
	memset(draft, 0, sizeof *draft);
	record_init(&draft->record, type);
	draft->element = reader->element++;
	draft->place = place;
	draft->pointer = pointer;
	draft->text = text;
	draft->length = length;
	(void)error;
	if (!reader->tree) {
		complain(&taking, "", "holds a number that is too long");
		return STATUS_OK;
	}
	if (!cJSON_IsObject(reader->tree)) {
		complain(&taking, "", "a %s must be an object, not %s", type->label, kind_name(reader->tree));
		return STATUS_OK;
	}
	take_object(&taking, reader->tree);
	if (draft_complete(reader, draft, &inner) != STATUS_OK)
		complain(&taking, "", "%s", inner.message);
	return STATUS_OK;
}
