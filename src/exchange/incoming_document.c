/* SPDX-License-Identifier: MIT */
/*
 * Walking a JSON file from list to list: a bare array, JSON Lines, or one of our documents. Only
 * one record at a time is in memory; a phase of a roadmap, which holds thousands of milestones, is
 * walked member by member.
 */
#include <inttypes.h>
#include <string.h>

#include "incoming_build.h"
#include "source_window.h"

bool
incoming_is_wrapper(const char *name)
{
	static const char *const wrappers[] = { "results", "data", "items", "elements", "records" };

	for (size_t i = 0; i < sizeof wrappers / sizeof *wrappers; i++)
		if (strcmp(name, wrappers[i]) == 0)
			return true;
	return false;
}

/* What a member of the document is. */
static const struct type *
find_list(const struct incoming_reader *reader, const char *name)
{
	const struct type *type = type_find(name);

	if (reader->options.kind == INCOMING_TYPE)
		return (type == reader->options.type && strcmp(name, type->plural) == 0) ||
				       strcmp(name, "records") == 0 ||
				       (!reader->own && incoming_is_wrapper(name))
			       ? reader->options.type
			       : NULL;
	if (strcmp(name, "unphased") == 0 || (reader->options.kind == INCOMING_ROADMAP &&
						     !reader->own && incoming_is_wrapper(name)))
		return type_find("milestone");
	if (strcmp(name, "people") == 0)
		return type_find("stakeholder");
	if (type && (strcmp(name, type->plural) == 0 || type->single))
		return type;
	return NULL;
}

/* A member of the head of each document: what it must be, or what it tells. */
static void
take_head(struct incoming_reader *reader, const char *member, struct place place, const char *text)
{
	const struct type *type = reader->options.type;
	struct json_reader *json = reader->json;

	if (!text)
		json_reader_refuse(json, place, "must be a text or a number");
	else if (strcmp(member, "format") == 0) {
		reader->own = true;
		if (strcmp(text, reader->options.format) != 0)
			json_reader_refuse(json, place,
				"this is a document of format \"%.60s\", not %s", text,
				reader->options.format);
	} else if (strcmp(member, "version") == 0) {
		reader->versioned = true;
		if (strcmp(text, "1") != 0)
			json_reader_refuse(json, place,
				"version %.20s of this format is newer than this program reads (1)",
				text);
	} else if (strcmp(member, "audience") == 0)
		reader->audience = arena_copy(&reader->lasting, text, strlen(text));
	else if (strcmp(member, "type") == 0 && type && strcmp(text, type->name) != 0)
		json_reader_refuse(
			json, place, "holds records of type \"%.60s\", not %s", text, type->name);
}

/* Whether the member that comes was one of the head. */
static bool
read_head(struct incoming_reader *reader, const char *name)
{
	static const char *const heads[] = { "format", "version", "generated_on", "audience",
		"type" };
	const char *member = NULL, *element;
	size_t length;
	struct place place = { 0 };
	cJSON *value;

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (strcmp(name, heads[i]) == 0)
			member = heads[i];
	if (!member)
		return false;
	value = json_reader_tree(reader->json, &element, &length, &place);
	take_head(reader, member, place,
		cJSON_IsString(value) || cJSON_IsNumber(value)
			? json_tree_text(value, &reader->arena)
			: NULL);
	cJSON_Delete(value);
	return true;
}

static void
check_version(struct incoming_reader *reader)
{
	if (reader->own && !reader->versioned)
		json_reader_refuse(reader->json, json_reader_place(reader->json),
			"the document says its format but not its version, which must stand before "
			"the records");
}

/* A document or a bare array stands alone in its file. */
static void
check_end(struct incoming_reader *reader)
{
	if (json_reader_more(reader->json))
		json_reader_refuse(reader->json, json_reader_place(reader->json),
			"something follows the document");
}

/* One element of a list, or a record that stands alone ("programme": {…}); false after a fault. */
static bool
take_element(struct incoming_reader *reader, struct problems *problems)
{
	const char *text;
	size_t length;
	struct place place;

	reader->tree = json_reader_tree(reader->json, &text, &length, &place);
	if (!reader->tree)
		return false;
	incoming_json_element(reader, reader->list.type, text, length, place,
		json_reader_pointer(reader->json), problems);
	/* A milestone that stands inside a phase belongs to it. */
	if (reader->list.nested) {
		int back = type_field_index(reader->list.type, reader->list.nested->back);

		reader->incoming.record.values[back] = value_text(reader->list.parent);
		reader->incoming.present |= UINT32_C(1) << back;
	}
	return true;
}

/* The members of a phase before its first list: as text, with each value on the line and in the
 * column that it has in the file, so that its place can be found; as a tree in reader->tree. */
struct members {
	struct buffer text;
	struct place start, end;
};

static void
add_member(struct members *members, const cJSON *value, const char *text, size_t length,
	struct place place)
{
	struct buffer *all = &members->text;
	size_t before = all->length;
	cJSON *name = cJSON_CreateString(value->string);
	char *quoted = name ? cJSON_PrintUnformatted(name) : NULL;

	if (!quoted)
		memory_exhausted();
	buffer_format(all, "%s%s:", before > 1 ? "," : "", quoted);
	cJSON_free(quoted);
	cJSON_Delete(name);
	members->end = source_place_behind(members->end, all->data + before, all->length - before);
	for (; members->end.line < place.line; members->end.line++, members->end.column = 1)
		buffer_append_char(all, '\n');
	for (; members->end.column < place.column; members->end.column++)
		buffer_append_char(all, ' ');
	buffer_append(all, text, length);
	members->end = source_place_behind(place, text, length);
}

/* The next member joins the others; false behind the last, or before a list of records, which
 * *list names. */
static bool
read_member(struct incoming_reader *reader, struct members *members, const char **list)
{
	const char *name, *text;
	const struct nested *nested;
	size_t length;
	struct place place;
	cJSON *value;

	if (!json_reader_next(reader->json, &name))
		return false;
	nested = nested_find(type_find("phase"), name);
	if (nested) {
		*list = nested->member;
		return false;
	}
	name = arena_copy(&reader->arena, name, strlen(name));
	value = json_reader_tree(reader->json, &text, &length, &place);
	if (!value)
		return false;
	if (!cJSON_AddItemToObject(reader->tree, name, value))
		memory_exhausted();
	if (place.offset - members->start.offset + length > JSON_ELEMENT_LIMIT) {
		json_reader_refuse(reader->json, place, "the phase is larger than 1 MiB");
		return false;
	}
	add_member(members, value, text, length, place);
	return true;
}

/* A phase's own members are collected until its first list; then the phase is handed out, and the
 * list's records follow. */
static bool
collect_phase(struct incoming_reader *reader, struct problems *problems)
{
	struct place start = json_reader_place(reader->json);
	struct members members = { .start = start, .end = source_place_behind(start, "{", 1) };
	const struct record *record = &reader->incoming.record;
	const char *list = NULL, *pointer = json_reader_pointer(reader->json), *text;
	size_t length;
	struct error error;

	pointer = arena_copy(&reader->arena, pointer, strlen(pointer));
	json_reader_enter(reader->json);
	reader->tree = json_tree_parse("{}", 2);
	buffer_append_char(&members.text, '{');
	while (read_member(reader, &members, &list))
		;
	buffer_append_char(&members.text, '}');
	text = arena_copy(&reader->arena, members.text.data, members.text.length);
	length = members.text.length;
	buffer_clear(&members.text);
	if (json_reader_status(reader->json, &error) != STATUS_OK)
		return false;
	incoming_json_element(reader, type_find("phase"), text, length, start, pointer, problems);
	/* One without a list has ended, and the next phase follows. */
	reader->in_phase = list != NULL;
	reader->in_list = !list;
	reader->phase_list = list;
	reader->phase = record->values[0].kind == VALUE_TEXT
				? arena_copy(&reader->lasting, record->values[0].text,
					  record->values[0].length)
			: record->id ? arena_format(&reader->lasting, "%lld", (long long)record->id)
				     : NULL;
	return true;
}

/* Into one of a phase's lists. */
static void
enter_phase_list(struct incoming_reader *reader, const char *name)
{
	const struct nested *nested = nested_find(type_find("phase"), name);

	if (!nested) {
		incoming_ignore(reader, name);
		json_reader_skip(reader->json);
		return;
	}
	(void)json_reader_peek(reader->json);
	if (!reader->phase)
		json_reader_refuse(reader->json, json_reader_place(reader->json),
			"a phase with %s needs an \"id\" before them", name);
	json_reader_enter(reader->json);
	reader->in_list = true;
	reader->list = (struct incoming_list){ type_find(nested->child), nested, reader->phase };
}

/* To the next list of the document, or its end; true: to a record that stands alone. */
static bool
next_list(struct incoming_reader *reader, struct problems *problems)
{
	const char *name;
	enum json_kind kind;

	if (!json_reader_next(reader->json, &name)) {
		reader->ended = true;
		check_version(reader);
		check_end(reader);
		return false;
	}
	if (read_head(reader, name))
		return false;
	reader->list = (struct incoming_list){ find_list(reader, name), NULL, NULL };
	if (!reader->list.type) {
		if (strcmp(name, "findings") != 0 && strcmp(name, "confidence") != 0)
			incoming_ignore(reader, name);
		json_reader_skip(reader->json);
		return false;
	}
	if (!reader->own && incoming_is_wrapper(name))
		incoming_note(reader, "the list \"%s\" of the document was read", name);
	kind = json_reader_peek(reader->json);
	check_version(reader);
	reader->listed = true;
	if (kind == JSON_OBJECT && reader->list.type->single)
		return take_element(reader, problems);
	if (kind != JSON_ARRAY)
		json_reader_refuse(reader->json, json_reader_place(reader->json), "must be a list");
	json_reader_enter(reader->json);
	reader->in_list = true;
	return false;
}

static bool
step_document(struct incoming_reader *reader, struct problems *problems)
{
	struct json_reader *json = reader->json;
	const char *name = reader->phase_list;

	if (!reader->in_list && !reader->in_phase)
		return next_list(reader, problems);
	if (!reader->in_list && (name || json_reader_next(json, &name))) {
		reader->phase_list = NULL;
		enter_phase_list(reader, name);
		return false;
	}
	if (!reader->in_list) {
		reader->in_phase = false;
		reader->in_list = true;
		reader->list = (struct incoming_list){ type_find("phase"), NULL, NULL };
		return false;
	}
	if (!json_reader_next(json, &name)) {
		reader->in_list = false;
		return false;
	}
	if (reader->options.kind != INCOMING_ROADMAP || reader->list.nested ||
		reader->list.type != type_find("phase") || json_reader_peek(json) != JSON_OBJECT)
		return take_element(reader, problems);
	reader->in_list = false;
	return collect_phase(reader, problems);
}

/* The records of a bare array, or one a line. */
static bool
step_bare(struct incoming_reader *reader, struct problems *problems)
{
	const char *name;
	bool more = true;

	reader->list.type = reader->options.type;
	if (reader->form == FORM_ARRAY) {
		if (!reader->begun)
			json_reader_enter(reader->json);
		more = json_reader_next(reader->json, &name);
		if (!more)
			check_end(reader);
	} else if (reader->begun)
		more = json_reader_more(reader->json);
	reader->begun = true;
	reader->ended = !more;
	return more && take_element(reader, problems);
}

enum status
incoming_document_next(
	struct incoming_reader *reader, struct problems *problems, bool *found, struct error *error)
{
	enum status status;

	*found = false;
	if (reader->form == FORM_DOCUMENT && !reader->begun) {
		reader->begun = true;
		json_reader_enter(reader->json);
	}
	do {
		if (!reader->ended)
			*found = reader->form == FORM_DOCUMENT ? step_document(reader, problems)
							       : step_bare(reader, problems);
		status = json_reader_status(reader->json, error);
	} while (status == STATUS_OK && !*found && !reader->ended);
	if (status == STATUS_OK && !*found && reader->form == FORM_DOCUMENT && !reader->listed)
		return error_set(error, STATUS_INVALID, "%s: holds no list of %s",
			source_name(reader->source),
			reader->options.type ? reader->options.type->plural : "records");
	return status;
}
