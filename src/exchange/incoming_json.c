/* SPDX-License-Identifier: MIT */
/*
 * Drafts from elements of JSON: the strict reader has checked the text, and each member goes to its
 * field. A text may stand for a number, in our own documents as in other people's: the same value
 * means the same in both.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "incoming_build.h"

/* One object being taken apart: the record it becomes and where it stands. */
struct taking {
	struct incoming_reader *reader;
	struct incoming *incoming;
	struct mapping *mapping; /* of the record's type */
	struct problems *problems;
	const struct nested
		*nested; /* of an object inside the element: which list it stands in, and where */
	size_t number;
	const char *element; /* the element's text, where places are looked for */
	size_t element_length;
	struct place start; /* where the element starts */
	const char *element_pointer;
};

/* The record is invalid: by its member of that name, or ("") as a whole. */
static void PRINTF_LIKE(3, 4)
	complain(struct taking *taking, const char *member, const char *format, ...)
{
	struct buffer pointer = { 0 };
	size_t inside;
	struct place place;
	char message[ERROR_MESSAGE_SIZE];
	va_list arguments;

	buffer_append_text(&pointer, taking->element_pointer);
	inside = pointer.length;
	if (taking->nested)
		buffer_format(&pointer, "/%s/%zu", taking->nested->member, taking->number);
	if (*member)
		json_pointer_add(&pointer, member);
	place = json_locate(taking->element, taking->element_length, taking->start,
		buffer_text(&pointer) + inside);
	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	taking->incoming->invalid = true;
	problems_add(taking->problems, source_name(taking->reader->source), place,
		buffer_text(&pointer), "%s", message);
	buffer_clear(&pointer);
}

static const char *
kind_name(const cJSON *value)
{
	return cJSON_IsObject(value)   ? "an object"
	       : cJSON_IsArray(value)  ? "a list"
	       : cJSON_IsString(value) ? "a text"
	       : cJSON_IsNumber(value) ? "a number"
	       : cJSON_IsBool(value)   ? "true or false"
				       : "null";
}

static bool
is_container(const cJSON *value)
{
	return cJSON_IsObject(value) || cJSON_IsArray(value);
}

static void
take_value(struct taking *taking, const struct column *column, const cJSON *value, const char *text)
{
	const struct field *field = column->target == COLUMN_FIELD
					    ? &taking->incoming->record.type->fields[column->field]
					    : NULL;
	const char *name = value->string;
	struct error error;

	if (is_container(value))
		complain(taking, name, "%s must be %s, not %s", field ? field->name : name,
			field ? field_kind_name(field->kind) : "a text", kind_name(value));
	else if (field && field->kind == FIELD_KEY && !cJSON_IsString(value) &&
		 text[strspn(text, "0123456789")] != '\0')
		complain(taking, name, "id must be a text or a whole number");
	else if (incoming_take_column(taking->reader, taking->incoming, column, text, strlen(text),
			 &error) != STATUS_OK)
		complain(taking, name, "%s", error.message);
}

/* A member's name inside a nested object may be an alias: depends_on says "milestone" for "from".
 */
static const char *
name_of(const struct incoming *incoming, const char *name)
{
	const struct nested *nested = incoming->nested;

	return nested && nested->alias && strcmp(nested->alias, name) == 0 ? nested->alias_of
									   : name;
}

/* A text with links; each stands where the text does. */
static void
take_link_text(struct taking *taking, const struct column *column, const char *member,
	const char *text, const char *pointer)
{
	struct incoming *incoming = taking->incoming;
	size_t first = incoming->child_count;
	struct error error;

	if (incoming_take_column(taking->reader, incoming, column, text, strlen(text), &error) !=
		STATUS_OK)
		complain(taking, member, "%s", error.message);
	for (; first < incoming->child_count; first++)
		incoming->children[first].pointer = pointer;
}

/* "reports_to": "ines; tomas", or ["ines", "tomas"]: one link an element. */
static void
take_links(struct taking *taking, const struct column *column, const cJSON *value, const char *text)
{
	struct arena *arena = &taking->reader->arena;
	struct buffer buffer = { 0 };
	const char *member = value->string, *pointer;
	const cJSON *item;
	size_t number = 0;

	buffer_append_text(&buffer, taking->element_pointer);
	json_pointer_add(&buffer, member);
	pointer = arena_copy(arena, buffer.data, buffer.length);
	buffer_clear(&buffer);
	if (cJSON_IsObject(value)) {
		complain(taking, member, "%s must be a text, not an object", member);
		return;
	}
	if (!cJSON_IsArray(value)) {
		take_link_text(taking, column, member, text, pointer);
		return;
	}
	cJSON_ArrayForEach (item, value) {
		if (cJSON_IsString(item))
			take_link_text(taking, column, member, item->valuestring,
				arena_format(arena, "%s/%zu", pointer, number));
		else
			complain(taking, member, "%s must hold texts, not %s", member,
				kind_name(item));
		number++;
	}
}

/* One member to where it belongs; the column of a list of records is handed back instead. */
static const struct column *
take_member(struct taking *taking, const cJSON *value)
{
	const char *text = json_tree_text(value, &taking->reader->arena);
	const struct column *column = NULL;
	struct error error;

	/* An empty value does not tell what a column is. */
	if (mapping_find(taking->mapping, name_of(taking->incoming, value->string),
		    *text ? text : NULL, &column, &error) != STATUS_OK) {
		complain(taking, value->string, "%s", error.message);
		return NULL;
	}
	if (column->target == COLUMN_NESTED)
		return column;
	if (column->target == COLUMN_LINKS)
		take_links(taking, column, value, text);
	else if (column->target != COLUMN_IGNORED && column->target != COLUMN_COMPUTED)
		take_value(taking, column, value, text);
	return NULL;
}

/* The records inside this one; a bare text in the list is a reference ("relationships": ["ines"]).
 * No type that is nested has lists of its own. */
static void
take_nested(struct taking *taking, const struct column *column, const cJSON *list)
{
	const struct nested *nested = column->nested;
	const cJSON *item, *value;
	size_t number = 0;

	if (cJSON_IsNull(list))
		return;
	if (!cJSON_IsArray(list)) {
		complain(taking, list->string, "%s must be a list, not %s", nested->member,
			kind_name(list));
		return;
	}
	cJSON_ArrayForEach (item, list) {
		struct taking inner = *taking;

		inner.nested = nested;
		inner.number = number;
		inner.incoming = incoming_add_child(taking->reader, taking->incoming, nested);
		inner.mapping = incoming_mapping(taking->reader, inner.incoming->record.type);
		inner.incoming->parent_pointer = taking->element_pointer;
		inner.incoming->list_number = number++;
		if (cJSON_IsString(item) && strcmp(nested->member, "relationships") == 0)
			complain(&inner, "", "must be an object such as {\"to\": \"%.40s\"}",
				item->valuestring);
		else if (!cJSON_IsObject(item))
			complain(&inner, "", "%s must hold objects, not %s", nested->member,
				kind_name(item));
		else
			cJSON_ArrayForEach (value, item)
				(void)take_member(&inner, value);
		if (inner.incoming->invalid)
			taking->incoming->invalid = true;
	}
}

void
incoming_json_element(struct incoming_reader *reader, const struct type *type, const char *text,
	size_t length, struct place place, const char *pointer, struct problems *problems)
{
	struct incoming *incoming = &reader->incoming;
	struct taking taking = { .reader = reader,
		.incoming = incoming,
		.mapping = incoming_mapping(reader, type),
		.problems = problems,
		.element = text,
		.element_length = length,
		.start = place,
		.element_pointer = pointer };
	const cJSON *value;
	struct error inner;

	memset(incoming, 0, sizeof *incoming);
	record_init(&incoming->record, type);
	incoming->element = reader->element++;
	incoming->place = place;
	incoming->pointer = pointer;
	incoming->text = text;
	incoming->length = length;
	if (!cJSON_IsObject(reader->tree)) {
		complain(&taking, "", "a %s must be an object, not %s", type->label,
			kind_name(reader->tree));
		return;
	}
	cJSON_ArrayForEach (value, reader->tree) {
		const struct column *list = take_member(&taking, value);

		if (list)
			take_nested(&taking, list, value);
	}
	if (incoming_complete(reader, incoming, &inner) != STATUS_OK)
		complain(&taking, "", "%s", inner.message);
}
