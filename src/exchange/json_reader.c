/* SPDX-License-Identifier: MIT */
/*
 * The calls by which others walk a JSON text. Values are handed out as text, never as numbers or
 * trees: that is the caller's business. The first failure sticks, because nothing behind a fault
 * can be trusted to mean what it seems.
 */
#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "json_scan.h"

_Static_assert(
	(int)JSON_ELEMENT_LIMIT <= (int)SOURCE_KEEP_LIMIT, "an element must fit into the window");

/* Ends a call: at is where the reader stands now, or NULL after a fault. */
static void
settle(struct json_reader *reader, const char *at)
{
	if (at)
		reader->at = at;
	else
		reader->failed = true;
}

struct json_reader *
json_reader_open(struct source *source)
{
	struct json_reader *reader = memory_new(1, sizeof *reader);
	const char *at;

	reader->source = source;
	json_names_init(&reader->names);
	/* JSON is UTF-8 and nothing else (RFC 8259); a sheet may be what it likes. */
	at = source->mark ? json_fail(reader, source->at,
				    "the text is UTF-16, expected UTF-8 (byte 0x%02X at offset 0)",
				    source->mark)
			  : json_skip_space(reader, source->at);
	if (at && json_at_end(reader, at))
		at = json_fail(reader, at, "no data");
	settle(reader, at);
	return reader;
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

enum status
json_reader_status(const struct json_reader *reader, struct error *error)
{
	if (!reader->failed)
		return STATUS_OK;
	*error = reader->failure;
	return reader->failure.status;
}

void
json_reader_refuse(struct json_reader *reader, struct place place, const char *format, ...)
{
	va_list arguments;

	if (reader->failed)
		return;
	reader->between = false;
	va_start(arguments, format);
	json_fail_at(reader, place, format, arguments);
	va_end(arguments);
	reader->failed = true;
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

enum json_kind
json_reader_peek(struct json_reader *reader)
{
	const char *at = start_value(reader);
	enum json_kind kind = JSON_NULL;

	if (at && !kind_of(*at, &kind))
		at = json_fail_found(reader, at, "a value");
	settle(reader, at);
	return at ? kind : JSON_NULL;
}

struct place
json_reader_place(const struct json_reader *reader)
{
	return source_place(reader->source, reader->at);
}

void
json_reader_enter(struct json_reader *reader)
{
	const char *at = start_value(reader);

	if (at)
		at = *at == '{' || *at == '['
			     ? json_push(reader, at)
			     : json_fail_found(reader, at, "an object or an array");
	reader->state = JSON_AT_FIRST;
	settle(reader, at);
}

bool
json_reader_next(struct json_reader *reader, const char **name)
{
	const char *at;
	bool more = false;

	*name = NULL;
	if (reader->failed)
		return false;
	assert(reader->depth && reader->state != JSON_AT_VALUE);
	at = json_step(reader, reader->at, reader->state == JSON_AT_FIRST, &more);
	settle(reader, at);
	more = more && at;
	if (more && reader->frames[reader->depth - 1].object)
		*name = json_names_text(&reader->names, reader->names.count - 1);
	reader->state = more ? JSON_AT_VALUE : JSON_BEHIND_VALUE;
	return more;
}

const char *
json_reader_element(struct json_reader *reader, size_t *length, struct place *place)
{
	const char *at = start_value(reader), *text = NULL;

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
		text = reader->keep;
		*length = (size_t)(at - text);
	}
	reader->keep = NULL;
	reader->in_element = false;
	reader->state = JSON_BEHIND_VALUE;
	settle(reader, at);
	return text;
}

void
json_reader_skip(struct json_reader *reader)
{
	const char *at = start_value(reader);

	if (at)
		at = json_scan_value(reader, at);
	reader->state = JSON_BEHIND_VALUE;
	settle(reader, at);
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

bool
json_reader_more(struct json_reader *reader)
{
	enum json_kind kind;
	bool line = false, more = false;
	const char *at;

	if (reader->failed)
		return false;
	assert(!reader->depth && reader->state == JSON_BEHIND_VALUE);
	at = skip_to_line(reader, &line);
	if (at && !json_at_end(reader, at)) {
		more = line && kind_of(*at, &kind);
		if (!more)
			at = json_fail_found(reader, at, "nothing behind the document");
		reader->state = JSON_AT_VALUE;
	}
	settle(reader, at);
	return more;
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
	struct json_reader *reader;
	struct error error;
	const char *name;

	if (!*pointer || source_open_memory("", text, length, &source, &error) != STATUS_OK)
		return start;
	reader = json_reader_open(source);
	json_reader_enter(reader);
	while (json_reader_next(reader, &name)) {
		const char *here = json_reader_pointer(reader);
		size_t shared = strlen(here);

		if (strncmp(here, pointer, shared) != 0)
			json_reader_skip(reader);
		else if (pointer[shared] == '/')
			json_reader_enter(reader);
		else if (pointer[shared] != '\0')
			json_reader_skip(reader);
		else {
			(void)json_reader_peek(reader);
			start = source_place_behind(
				start, text, (size_t)json_reader_place(reader).offset);
			break;
		}
	}
	json_reader_close(reader);
	source_close(source);
	return start;
}
