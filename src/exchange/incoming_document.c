/* SPDX-License-Identifier: MIT */
/*
 * Walking a JSON file from list to list: a bare array, JSON Lines, or one of our documents. Only
 * one record at a time is in memory; a phase of a roadmap, which holds thousands of milestones, is
 * walked member by member.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "incoming_build.h"
#include "source_window.h"

/* What a member of the document is. */
static const struct type *
find_list(const struct incoming_reader *reader, const char *name)
{
	const struct type *type = type_find(name);

	if (reader->options.kind == INCOMING_TYPE)
		return (type == reader->options.type && strcmp(name, type->plural) == 0) ||
				       strcmp(name, "records") == 0
			       ? reader->options.type
			       : NULL;
	if (strcmp(name, "unphased") == 0)
		return type_find("milestone");
	if (strcmp(name, "people") == 0)
		return type_find("stakeholder");
	if (type && (strcmp(name, type->plural) == 0 || type->single))
		return type;
	return NULL;
}

/* The text of a small member, and where it stands; NULL when it is no text. In the lasting arena.
 */
static enum status
read_text(
	struct incoming_reader *reader, const char **text, struct place *place, struct error *error)
{
	const char *element;
	size_t length;
	cJSON *value;
	enum status status =
		json_reader_tree(reader->json, &value, &element, &length, place, error);

	*text = NULL;
	if (status != STATUS_OK)
		return status;
	if (cJSON_IsString(value) || cJSON_IsNumber(value)) {
		*text = json_tree_text(value, &reader->lasting);
		*text = arena_copy(&reader->lasting, *text, strlen(*text));
	}
	cJSON_Delete(value);
	return STATUS_OK;
}

/* What is wrong with the head of the document, where it stands. */
static enum status PRINTF_LIKE(5, 6) fail_head(struct incoming_reader *reader,
	const struct place *place, const char *member, struct error *error, const char *format, ...)
{
	char message[256];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	return error_set(error, STATUS_INVALID, "%s:%" PRIu64 ":%" PRIu64 ": /%s: %s",
		source_name(reader->source), place->line, place->column, member, message);
}

/* One member of the head: what it must be, or what it tells. */
static enum status
take_head(struct incoming_reader *reader, const char *member, const char *text,
	const struct place *place, struct error *error)
{
	const struct type *type = reader->options.type;

	if (!text)
		return fail_head(reader, place, member, error, "must be a text or a number");
	if (strcmp(member, "format") == 0) {
		reader->own = true;
		if (strcmp(text, reader->options.format) != 0)
			return fail_head(reader, place, member, error,
				"this is a document of format \"%.60s\", not %s", text,
				reader->options.format);
	} else if (strcmp(member, "version") == 0) {
		reader->versioned = true;
		if (strcmp(text, "1") != 0)
			return fail_head(reader, place, member, error,
				"version %.20s of this format is newer than this program reads (1)",
				text);
	} else if (strcmp(member, "audience") == 0)
		reader->audience = text;
	else if (strcmp(member, "type") == 0 && type && strcmp(text, type->name) != 0)
		return fail_head(reader, place, member, error,
			"holds records of type \"%.60s\", not %s", text, type->name);
	return STATUS_OK;
}

/* format, version, generated_on, audience, type: what stands at the head of each document. *taken:
 * it was one of them. */
static enum status
read_head(struct incoming_reader *reader, const char *name, bool *taken, struct error *error)
{
	static const char *const heads[] = { "format", "version", "generated_on", "audience",
		"type" };
	const char *member = NULL, *text;
	struct place place;
	enum status status;

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (strcmp(name, heads[i]) == 0)
			member = heads[i];
	*taken = member != NULL;
	if (!member)
		return STATUS_OK;
	status = read_text(reader, &text, &place, error);
	return status == STATUS_OK ? take_head(reader, member, text, &place, error) : status;
}

static enum status
check_version(struct incoming_reader *reader, struct error *error)
{
	if (reader->own && !reader->versioned)
		return error_set(error, STATUS_INVALID,
			"%s: says its format but not its version, which must stand before the "
			"records",
			source_name(reader->source));
	return STATUS_OK;
}

/* A document or a bare array stands alone in its file. */
static enum status
check_end(struct incoming_reader *reader, struct error *error)
{
	bool more = false;
	enum status status = json_reader_more(reader->json, &more, error);

	if (status == STATUS_OK && more)
		return error_set(error, STATUS_INVALID, "%s: something follows the document",
			source_name(reader->source));
	return status;
}

/* One element of a list, or a record that stands alone ("programme": {…}). */
static enum status
take_element(struct incoming_reader *reader, struct problems *problems, struct error *error)
{
	const char *text;
	size_t length;
	struct place place;
	enum status status =
		json_reader_tree(reader->json, &reader->tree, &text, &length, &place, error);

	if (status != STATUS_OK)
		return status;
	incoming_json_element(reader, reader->list.type, text, length, place,
		json_reader_pointer(reader->json), problems);
	/* A milestone that stands inside a phase belongs to it. */
	if (reader->list.nested) {
		int back = type_field_index(reader->list.type, reader->list.nested->back);

		reader->incoming.record.values[back] = value_text(reader->list.parent);
		reader->incoming.present |= UINT32_C(1) << back;
	}
	return status;
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
	members->end = place_behind(members->end, all->data + before, all->length - before);
	for (; members->end.line < place.line; members->end.line++, members->end.column = 1)
		buffer_append_char(all, '\n');
	for (; members->end.column < place.column; members->end.column++)
		buffer_append_char(all, ' ');
	buffer_append(all, text, length);
	members->end = place_behind(place, text, length);
}

/* One member, unless it is a list of records (*list) or there is none (*more). */
static enum status
read_member(struct incoming_reader *reader, struct members *members, const char **list, bool *more,
	struct error *error)
{
	const char *name, *text;
	const struct nested *nested;
	size_t length;
	struct place place;
	cJSON *value;
	enum status status = json_reader_next(reader->json, more, &name, error);

	if (status != STATUS_OK || !*more)
		return status;
	nested = nested_find(type_find("phase"), name);
	if (nested) {
		*list = nested->member;
		return STATUS_OK;
	}
	name = arena_copy(&reader->arena, name, strlen(name));
	status = json_reader_tree(reader->json, &value, &text, &length, &place, error);
	if (status != STATUS_OK)
		return status;
	if (!cJSON_AddItemToObject(reader->tree, name, value))
		memory_exhausted();
	if (place.offset - members->start.offset + length > JSON_ELEMENT_LIMIT)
		return error_set(error, STATUS_INVALID,
			"%s:%" PRIu64 ":%" PRIu64 ": %s: the phase is larger than 1 MiB",
			source_name(reader->source), place.line, place.column,
			json_reader_pointer(reader->json));
	add_member(members, value, text, length, place);
	return STATUS_OK;
}

/* A phase's own members are collected until its first list; then the phase is handed out, and the
 * list's records follow. */
static enum status
collect_phase(
	struct incoming_reader *reader, struct problems *problems, bool *found, struct error *error)
{
	struct place start = json_reader_place(reader->json);
	struct members members = { .start = start, .end = place_behind(start, "{", 1) };
	const struct value *key = &reader->incoming.record.values[0];
	const char *list = NULL, *text;
	bool more = true;
	enum status status = json_reader_enter(reader->json, error);
	const char *pointer = arena_copy(&reader->lasting, json_reader_pointer(reader->json),
		strlen(json_reader_pointer(reader->json)));

	reader->tree = json_tree_parse("{}", 2);
	buffer_append_char(&members.text, '{');
	while (status == STATUS_OK && more && !list)
		status = read_member(reader, &members, &list, &more, error);
	buffer_append_char(&members.text, '}');
	if (status == STATUS_OK) {
		text = arena_copy(&reader->lasting, members.text.data, members.text.length);
		incoming_json_element(reader, type_find("phase"), text, members.text.length, start,
			pointer, problems);
		*found = true;
	}
	buffer_clear(&members.text);
	if (status != STATUS_OK)
		return status;
	/* One without a list has ended, and the next phase follows. */
	reader->in_phase = more;
	reader->in_list = !more;
	reader->phase_list = list;
	reader->phase =
		key->kind == VALUE_TEXT      ? arena_copy(&reader->lasting, key->text, key->length)
		: reader->incoming.record.id ? arena_format(&reader->lasting, "%lld",
						       (long long)reader->incoming.record.id)
					     : NULL;
	return STATUS_OK;
}

/* Into one of a phase's lists. */
static enum status
enter_phase_list(struct incoming_reader *reader, const char *name, struct error *error)
{
	const struct nested *nested = nested_find(type_find("phase"), name);
	enum status status;

	if (!nested) {
		incoming_ignore(reader, name);
		return json_reader_skip(reader->json, error);
	}
	if (!reader->phase)
		return error_set(error, STATUS_INVALID,
			"%s: %s: a phase with %s needs an \"id\" before them",
			source_name(reader->source), json_reader_pointer(reader->json), name);
	status = json_reader_enter(reader->json, error);
	reader->in_list = status == STATUS_OK;
	reader->list = (struct incoming_list){ type_find(nested->child), nested, reader->phase };
	return status;
}

/* To the next list of the document, or its end. */
static enum status
next_list(
	struct incoming_reader *reader, struct problems *problems, bool *found, struct error *error)
{
	const char *name;
	bool more, taken;
	enum json_kind kind;
	enum status status = json_reader_next(reader->json, &more, &name, error);

	if (status != STATUS_OK)
		return status;
	if (!more) {
		reader->ended = true;
		status = check_version(reader, error);
		return status == STATUS_OK ? check_end(reader, error) : status;
	}
	status = read_head(reader, name, &taken, error);
	if (status != STATUS_OK || taken)
		return status;
	reader->list = (struct incoming_list){ find_list(reader, name), NULL, NULL };
	name = arena_copy(&reader->arena, name, strlen(name));
	status = json_reader_peek(reader->json, &kind, error);
	if (status != STATUS_OK)
		return status;
	if (!reader->list.type ||
		(kind != JSON_ARRAY && !(kind == JSON_OBJECT && reader->list.type->single))) {
		if (reader->list.type)
			return error_set(error, STATUS_INVALID, "%s: /%s must be a list",
				source_name(reader->source), name);
		if (strcmp(name, "findings") != 0 && strcmp(name, "confidence") != 0)
			incoming_ignore(reader, name);
		return json_reader_skip(reader->json, error);
	}
	status = check_version(reader, error);
	if (status != STATUS_OK)
		return status;
	reader->listed = true;
	if (kind == JSON_OBJECT) {
		*found = true;
		return take_element(reader, problems, error);
	}
	reader->in_list = true;
	return json_reader_enter(reader->json, error);
}

static enum status
step_document(
	struct incoming_reader *reader, struct problems *problems, bool *found, struct error *error)
{
	const char *name;
	bool more = false;
	enum json_kind kind;
	enum status status;

	if (!reader->in_list && reader->in_phase) {
		if (reader->phase_list) {
			name = reader->phase_list;
			reader->phase_list = NULL;
			return enter_phase_list(reader, name, error);
		}
		status = json_reader_next(reader->json, &more, &name, error);
		if (status != STATUS_OK || more)
			return status != STATUS_OK ? status : enter_phase_list(reader, name, error);
		reader->in_phase = false;
		reader->in_list = true;
		reader->list = (struct incoming_list){ type_find("phase"), NULL, NULL };
		return STATUS_OK;
	}
	if (!reader->in_list)
		return next_list(reader, problems, found, error);
	status = json_reader_next(reader->json, &more, &name, error);
	if (status != STATUS_OK)
		return status;
	if (!more) {
		reader->in_list = false;
		return STATUS_OK;
	}
	status = json_reader_peek(reader->json, &kind, error);
	if (status != STATUS_OK)
		return status;
	if (reader->options.kind == INCOMING_ROADMAP && !reader->list.nested &&
		kind == JSON_OBJECT && strcmp(reader->list.type->name, "phase") == 0) {
		reader->in_list = false;
		return collect_phase(reader, problems, found, error);
	}
	*found = true;
	return take_element(reader, problems, error);
}

/* The records of a bare array, or one a line. */
static enum status
step_bare(
	struct incoming_reader *reader, struct problems *problems, bool *found, struct error *error)
{
	const char *name;
	bool more = true;
	enum status status = STATUS_OK;

	reader->list.type = reader->options.type;
	if (reader->form == FORM_ARRAY) {
		if (!reader->begun)
			status = json_reader_enter(reader->json, error);
		if (status == STATUS_OK)
			status = json_reader_next(reader->json, &more, &name, error);
		if (status == STATUS_OK && !more) {
			reader->ended = true;
			return check_end(reader, error);
		}
	} else if (reader->begun) {
		status = json_reader_more(reader->json, &more, error);
		if (status == STATUS_OK && !more) {
			reader->ended = true;
			return STATUS_OK;
		}
	}
	reader->begun = true;
	if (status != STATUS_OK)
		return status;
	*found = true;
	return take_element(reader, problems, error);
}

enum status
incoming_document_next(
	struct incoming_reader *reader, struct problems *problems, bool *found, struct error *error)
{
	enum status status = STATUS_OK;

	*found = false;
	if (reader->form == FORM_DOCUMENT && !reader->begun) {
		reader->begun = true;
		status = json_reader_enter(reader->json, error);
	}
	while (status == STATUS_OK && !*found && !reader->ended)
		status = reader->form == FORM_DOCUMENT
				 ? step_document(reader, problems, found, error)
				 : step_bare(reader, problems, found, error);
	if (status == STATUS_OK && !*found && reader->form == FORM_DOCUMENT && !reader->listed)
		return error_set(error, STATUS_INVALID, "%s: holds no list of %s",
			source_name(reader->source),
			reader->options.type ? reader->options.type->plural : "records");
	return status;
}
