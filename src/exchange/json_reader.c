/* SPDX-License-Identifier: MIT */
/*
 * The calls by which others walk a JSON text. Values are handed out as text, never as numbers or
 * trees: that is the caller's business. The first failure sticks, because nothing behind a fault
 * can be trusted to mean what it seems.
 */
#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "json_scan.h"

_Static_assert(
	(int)JSON_ELEMENT_LIMIT <= (int)SOURCE_KEEP_LIMIT, "an element must fit into the window");

/* Ends a call: at is where the reader stands now, or NULL after a failure. */
static enum status
settle(struct json_reader *reader, const char *at, struct error *error)
{
	if (at) {
		reader->at = at;
		return STATUS_OK;
	}
	reader->failed = true;
	*error = reader->failure;
	return reader->failure.status;
}

enum status
json_reader_open(struct source *source, struct json_reader **out, struct error *error)
{
	struct json_reader *reader = memory_new(1, sizeof *reader);
	const char *at;
	enum status status;

	*out = NULL;
	reader->source = source;
	json_names_init(&reader->names);
	at = json_skip_space(reader, source->at);
	if (at && json_at_end(reader, at))
		at = json_fail(reader, at, "no data");
	status = settle(reader, at, error);
	if (status == STATUS_OK)
		*out = reader;
	else
		json_reader_close(reader);
	return status;
}

void
json_reader_close(struct json_reader *reader)
{
	if (!reader)
		return;
	reader->source->at = reader->failed ? reader->source->end : reader->at;
	json_names_clear(&reader->names);
	buffer_clear(&reader->pointer);
	free(reader->numbers);
	free(reader);
}

/* To the first byte of the value that must come; NULL also after an earlier failure. */
static const char *
start_value(struct json_reader *reader)
{
	if (reader->failed)
		return NULL;
	assert(reader->state == JSON_AT_VALUE);
	reader->between = false;
	return json_skip_space(reader, reader->at);
}

static bool
kind_of(char byte, enum json_kind *kind)
{
	switch (byte) {
	case '{': *kind = JSON_OBJECT; return true;
	case '[': *kind = JSON_ARRAY; return true;
	case '"': *kind = JSON_STRING; return true;
	case 't': *kind = JSON_TRUE; return true;
	case 'f': *kind = JSON_FALSE; return true;
	case 'n': *kind = JSON_NULL; return true;
	default: *kind = JSON_NUMBER; return byte == '-' || (byte >= '0' && byte <= '9');
	}
}

enum status
json_reader_peek(struct json_reader *reader, enum json_kind *kind, struct error *error)
{
	const char *at = start_value(reader);

	if (at && !kind_of(*at, kind))
		at = json_fail_found(reader, at, "a value");
	return settle(reader, at, error);
}

struct place
json_reader_place(const struct json_reader *reader)
{
	return source_place(reader->source, reader->at);
}

enum status
json_reader_enter(struct json_reader *reader, struct error *error)
{
	const char *at = start_value(reader);

	if (at)
		at = *at == '{' || *at == '['
			     ? json_push(reader, at)
			     : json_fail_found(reader, at, "an object or an array");
	reader->state = JSON_AT_FIRST;
	return settle(reader, at, error);
}

enum status
json_reader_next(struct json_reader *reader, bool *more, const char **name, struct error *error)
{
	const char *at;

	*more = false;
	*name = NULL;
	if (reader->failed)
		return settle(reader, NULL, error);
	assert(reader->depth && reader->state != JSON_AT_VALUE);
	at = json_step(reader, reader->at, reader->state == JSON_AT_FIRST, more);
	if (at && *more && reader->frames[reader->depth - 1].object)
		*name = json_names_text(&reader->names, reader->names.count - 1);
	reader->state = *more ? JSON_AT_VALUE : JSON_BEHIND_VALUE;
	return settle(reader, at, error);
}

enum status
json_reader_element(struct json_reader *reader, const char **text, size_t *length,
	struct place *place, struct error *error)
{
	const char *at = start_value(reader);

	if (at) {
		*place = source_count_to(reader->source, at);
		reader->keep = at;
		reader->in_element = true;
		reader->number_order = 0;
		reader->number_count = 0;
		reader->element_depth = reader->depth;
		at = json_scan_value(reader, at);
	}
	if (at && at - reader->keep > JSON_ELEMENT_LIMIT)
		at = json_fail_large(reader);
	if (at) {
		*text = reader->keep;
		*length = (size_t)(at - reader->keep);
	}
	reader->keep = NULL;
	reader->in_element = false;
	reader->state = JSON_BEHIND_VALUE;
	return settle(reader, at, error);
}

enum status
json_reader_skip(struct json_reader *reader, struct error *error)
{
	const char *at = start_value(reader);

	if (at)
		at = json_scan_value(reader, at);
	reader->state = JSON_BEHIND_VALUE;
	return settle(reader, at, error);
}

/* Like json_skip_space, noticing line breaks. */
static const char *
skip_to_line(struct json_reader *reader, bool *line)
{
	const char *at = json_ensure(reader, reader->at, 1);

	while (at && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n')) {
		*line = *line || *at == '\n';
		at = json_ensure(reader, at + 1, 1);
	}
	return at;
}

enum status
json_reader_more(struct json_reader *reader, bool *more, struct error *error)
{
	enum json_kind kind;
	bool line = false;
	const char *at;

	*more = false;
	if (reader->failed)
		return settle(reader, NULL, error);
	assert(!reader->depth && reader->state == JSON_BEHIND_VALUE);
	at = skip_to_line(reader, &line);
	if (at && !json_at_end(reader, at)) {
		*more = line && kind_of(*at, &kind);
		if (!*more)
			at = json_fail_found(reader, at, "nothing behind the document");
		reader->state = JSON_AT_VALUE;
	}
	return settle(reader, at, error);
}

const char *
json_reader_pointer(struct json_reader *reader)
{
	json_pointer_build(reader, true, 0);
	return buffer_text(&reader->pointer);
}

struct place
json_locate(const char *text, size_t length, struct place start, const char *pointer)
{
	struct source *source;
	struct json_reader *reader = NULL;
	struct error error;
	bool more = *pointer != '\0', found = false;
	enum status status = source_open_memory("", text, length, &source, &error);

	if (status == STATUS_OK)
		status = json_reader_open(source, &reader, &error);
	if (status == STATUS_OK && more)
		status = json_reader_enter(reader, &error);
	while (status == STATUS_OK && more && !found) {
		const char *name, *here;
		enum json_kind kind;

		status = json_reader_next(reader, &more, &name, &error);
		if (status != STATUS_OK || !more)
			break;
		here = json_reader_pointer(reader);
		found = strcmp(here, pointer) == 0;
		if (found)
			status = json_reader_peek(reader, &kind, &error);
		else if (strncmp(here, pointer, strlen(here)) == 0 && pointer[strlen(here)] == '/')
			status = json_reader_enter(reader, &error);
		else
			status = json_reader_skip(reader, &error);
	}
	if (status == STATUS_OK && found)
		start = place_behind(start, text, (size_t)json_reader_place(reader).offset);
	json_reader_close(reader);
	source_close(source);
	return start;
}
