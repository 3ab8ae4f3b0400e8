/* SPDX-License-Identifier: MIT */
/*
 * The calls by which others walk a JSON text. Values are handed out as text, never as numbers or
 * trees: that is the caller's business. The first failure sticks, because nothing behind a fault
 * can be trusted to mean what it seems.
 */
#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

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

/* Over the comma before the next member or element, or over the bracket that ends the container. */
static const char *
find_next(struct json_reader *reader, const struct json_frame *frame, bool *more)
{
	bool first = reader->state == JSON_AT_FIRST;
	const char *at;

	reader->between = true;
	at = json_skip_space(reader, reader->at);
	if (!at)
		return NULL;
	*more = *at != (frame->object ? '}' : ']');
	if (!*more)
		return at + 1;
	if (first)
		return at;
	if (*at != ',')
		return json_fail_found(reader, at, frame->object ? "',' or '}'" : "',' or ']'");
	at = json_skip_space(reader, at + 1);
	if (at && !frame->object && *at == ']')
		return json_fail_found(reader, at, "a value");
	return at;
}

enum status
json_reader_next(struct json_reader *reader, bool *more, const char **name, struct error *error)
{
	struct json_frame *frame = reader->frames + reader->depth - 1;
	const char *at;

	*more = false;
	*name = NULL;
	if (reader->failed)
		return settle(reader, NULL, error);
	assert(reader->depth && reader->state != JSON_AT_VALUE);
	at = find_next(reader, frame, more);
	if (!at)
		return settle(reader, NULL, error);
	if (!*more) {
		json_pop(reader);
		reader->state = JSON_BEHIND_VALUE;
		return settle(reader, at, error);
	}
	if (frame->object) {
		size_t length;

		at = json_scan_name(reader, at);
		if (at)
			*name = json_names_text(&reader->names,
				&reader->names.list[reader->names.count - 1], NULL, &length);
	} else {
		frame->count++;
	}
	reader->state = JSON_AT_VALUE;
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
