/* SPDX-License-Identifier: MIT */
/*
 * Drafts from elements of JSON: the strict reader has checked the text, and each member goes to its
 * field. In a document of our own a value must have its own JSON type; in other people's a text may
 * stand for a number.
 */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "incoming_build.h"
#include "json_walk.h"

/* One object being taken apart: the draft it becomes and where it stands. */
struct taking {
	struct draft_reader *reader;
	struct draft *draft;
	struct problems *problems;
	const struct nested
		*nested; /* of an object inside the element: which list it stands in, and where */
	size_t number;
	const char *element; /* the element's text, where places are looked for */
	size_t element_length;
	struct place start; /* where the element starts */
	const char *element_pointer;
};

static void PRINTF_LIKE(3, 4)
	complain(struct taking *taking, const char *member, const char *format, ...)
{
	struct arena arena = { 0 };
	const char *object = taking->nested ? arena_format(&arena, "/%s/%zu",
						      taking->nested->member, taking->number)
					    : "";
	const char *inner = *member ? arena_format(&arena, "%s/%s", object, member) : object;
	struct place place =
		json_locate(taking->element, taking->element_length, taking->start, inner);
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
kind_name(const struct json_value *value)
{
	switch (value->kind) {
	case JSON_OBJECT: return "an object";
	case JSON_ARRAY: return "a list";
	case JSON_STRING: return "a text";
	case JSON_NUMBER: return "a number";
	case JSON_TRUE:
	case JSON_FALSE: return "true or false";
	case JSON_NULL: return "null";
	}
	return "";
}

/* "4.0" and "1e2" are whole numbers too: written as such, as far as a double holds them exactly;
 * minus nought is nought. */
static void
write_whole(struct json_value *value, struct arena *arena)
{
	double number;

	if (strspn(value->text + (*value->text == '-'), "0123456789") ==
			value->length - (*value->text == '-') &&
		strcmp(value->text, "-0") != 0)
		return;
	number = strtod(value->text, NULL);
	if (number != floor(number) || fabs(number) > 9007199254740992.0)
		return;
	value->text = arena_format(arena, "%.0f", number == 0 ? 0.0 : number);
	value->length = strlen(value->text);
}

static bool
is_container(const struct json_value *value)
{
	return value->kind == JSON_OBJECT || value->kind == JSON_ARRAY;
}

/* Whether, in a document of our own, the value has the field's JSON type. */
static bool
has_own_kind(const struct field *field, const struct json_value *value)
{
	switch (field->kind) {
	case FIELD_INTEGER: return value->kind == JSON_NUMBER;
	case FIELD_BOOLEAN: return value->kind == JSON_TRUE || value->kind == JSON_FALSE;
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_DATE:
	case FIELD_TIME:
	case FIELD_CHOICE:
	case FIELD_REFERENCE:
	case FIELD_RULE: return value->kind == JSON_STRING;
	}
	return false;
}

static void
take_value(struct taking *taking, const struct column *column, const struct json_value *value)
{
	const struct field *field = column->target == COLUMN_FIELD
					    ? &taking->draft->record.type->fields[column->field]
					    : NULL;
	struct error error;

	if (is_container(value)) {
		complain(taking, value->name, "%s must be %s, not %s",
			field ? field->name : value->name,
			field ? field_kind_name(field->kind) : "a text", kind_name(value));
		return;
	}
	if (field && taking->reader->own && value->kind != JSON_NULL &&
		!has_own_kind(field, value)) {
		complain(taking, value->name, "%s must be %s, not %s", field->name,
			field_kind_name(field->kind), kind_name(value));
		return;
	}
	if (field && field->kind == FIELD_KEY && value->kind != JSON_STRING &&
		value->kind != JSON_NULL && strspn(value->text, "0123456789") != value->length) {
		complain(taking, value->name, "id must be a text or a whole number");
		return;
	}
	if (draft_take_column(taking->reader, taking->draft, column, value->text, value->length,
		    &error) != STATUS_OK)
		complain(taking, value->name, "%s", error.message);
}

/* A member's name inside a nested object may be an alias: depends_on says "milestone" for "from".
 */
static const char *
name_of(const struct draft *draft, const char *name)
{
	const struct nested *nested = draft->nested;

	return nested && nested->alias && strcmp(nested->alias, name) == 0 ? nested->alias_of
									   : name;
}

/* "reports_to": ["ines", "tomas"]: one link an element. */
static void
take_link_list(struct taking *taking, const struct column *column, const struct json_value *list)
{
	struct json_walk walk;
	struct json_value item;
	struct error error;

	json_walk_enter(&walk, list->text, &taking->reader->arena);
	while (json_walk_next(&walk, &item)) {
		if (item.kind != JSON_STRING)
			complain(taking, list->name, "%s must hold texts, not %s", list->name,
				kind_name(&item));
		else if (draft_take_column(taking->reader, taking->draft, column, item.text,
				 item.length, &error) != STATUS_OK)
			complain(taking, list->name, "%s", error.message);
	}
}

/* One member to where it belongs; the column of a list of records is handed back instead. */
static const struct column *
take_member(struct taking *taking, struct json_value *value)
{
	struct mapping *mapping = draft_mapping(taking->reader, taking->draft->record.type);
	const struct column *column = NULL;
	struct error error;

	if (value->kind == JSON_NUMBER)
		write_whole(value, &taking->reader->arena);
	/* An empty value does not tell what a column is. */
	if (mapping_find(mapping, name_of(taking->draft, value->name),
		    is_container(value) || value->length == 0 ? NULL : value->text, &column,
		    &error) != STATUS_OK) {
		complain(taking, value->name, "%s", error.message);
		return NULL;
	}
	if (column->target == COLUMN_NESTED)
		return column;
	if (column->target == COLUMN_LINKS && value->kind == JSON_ARRAY)
		take_link_list(taking, column, value);
	else if (column->target != COLUMN_IGNORED && column->target != COLUMN_COMPUTED)
		take_value(taking, column, value);
	return NULL;
}

/* A record inside another: no type that is nested has lists of its own. */
static void
take_child(struct taking *taking, const char *object)
{
	struct json_walk walk;
	struct json_value value;

	json_walk_enter(&walk, object, &taking->reader->arena);
	while (json_walk_next(&walk, &value))
		(void)take_member(taking, &value);
}

/* The records inside this one; a bare text in the list is a reference ("relationships": ["ines"]).
 */
static void
take_nested(struct taking *taking, const struct column *column, const struct json_value *list)
{
	const struct nested *nested = column->nested;
	struct json_walk walk;
	struct json_value item;

	if (list->kind == JSON_NULL)
		return;
	if (list->kind != JSON_ARRAY) {
		complain(taking, list->name, "%s must be a list, not %s", nested->member,
			kind_name(list));
		return;
	}
	json_walk_enter(&walk, list->text, &taking->reader->arena);
	for (size_t number = 0; json_walk_next(&walk, &item); number++) {
		struct taking inner = *taking;

		inner.nested = nested;
		inner.number = number;
		inner.draft = draft_add_child(taking->reader, taking->draft, nested);
		inner.draft->parent_pointer = taking->element_pointer;
		inner.draft->list_number = number;
		if (item.kind == JSON_OBJECT)
			take_child(&inner, item.text);
		else if (item.kind == JSON_STRING && strcmp(nested->member, "relationships") == 0)
			complain(&inner, "", "must be an object such as {\"to\": \"%.40s\"}",
				item.text);
		else
			complain(&inner, "", "%s must hold objects, not %s", nested->member,
				kind_name(&item));
		if (inner.draft->invalid)
			taking->draft->invalid = true;
	}
}

static void
take_object(struct taking *taking, const char *object)
{
	struct json_walk walk;
	struct json_value value;

	json_walk_enter(&walk, object, &taking->reader->arena);
	while (json_walk_next(&walk, &value)) {
		const struct column *list = take_member(taking, &value);

		if (list)
			take_nested(taking, list, &value);
	}
}

void
draft_json_element(struct draft_reader *reader, const struct type *type, const char *text,
	size_t length, struct place place, const char *pointer, struct problems *problems)
{
	struct draft *draft = &reader->draft;
	struct taking taking = { .reader = reader,
		.draft = draft,
		.problems = problems,
		.element = text,
		.element_length = length,
		.start = place,
		.element_pointer = pointer };
	struct json_value value;
	struct error inner;

	memset(draft, 0, sizeof *draft);
	record_init(&draft->record, type);
	draft->element = reader->element++;
	draft->place = place;
	draft->pointer = pointer;
	draft->text = text;
	draft->length = length;
	value.kind = json_walk_kind(text);
	if (value.kind != JSON_OBJECT) {
		complain(&taking, "", "a %s must be an object, not %s", type->label,
			kind_name(&value));
		return;
	}
	take_object(&taking, text);
	if (draft_complete(reader, draft, &inner) != STATUS_OK)
		complain(&taking, "", "%s", inner.message);
}
