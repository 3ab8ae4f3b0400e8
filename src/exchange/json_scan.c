/* SPDX-License-Identifier: MIT */
/*
 * The grammar of JSON: values, containers and what may stand between them, walked with a stack of
 * frames and no recursion. Failing is here too, because only the frames know the pointer of a
 * fault.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "bytes.h"
#include "json_scan.h"

enum { POINTER_IN_MESSAGE = 400, NAME_IN_MESSAGE = 80 };

static void
append_name(struct buffer *pointer, const char *name, size_t length, size_t limit)
{
	size_t cut = length;

	if (limit && cut > NAME_IN_MESSAGE)
		for (cut = NAME_IN_MESSAGE; ((unsigned char)name[cut] & 0xC0) == 0x80;)
			cut--;
	for (size_t i = 0; i < cut; i++) {
		if (name[i] == '~')
			buffer_append_text(pointer, "~0");
		else if (name[i] == '/')
			buffer_append_text(pointer, "~1");
		else
			buffer_append_char(pointer, name[i]);
	}
	if (cut < length)
		buffer_append_text(pointer, "\xE2\x80\xA6");
}

/* The pointer of the innermost container, or of the value in it; limit 0: whole, else shortened
 * for a message. */
void
json_pointer_build(struct json_reader *reader, bool inside, size_t limit)
{
	struct buffer *pointer = &reader->pointer;
	size_t count = reader->depth - (!inside && reader->depth);

	buffer_reset(pointer);
	for (size_t i = 0; i < count; i++) {
		const struct json_frame *frame = &reader->frames[i];
		size_t length,
			last = i + 1 < reader->depth ? frame[1].scope.first : reader->names.count;

		if (limit && pointer->length > limit) {
			buffer_append_text(pointer, "/\xE2\x80\xA6");
			return;
		}
		if (frame->object ? last > frame->scope.first : frame->count > 0)
			buffer_append_char(pointer, '/');
		if (!frame->object && frame->count)
			buffer_format(pointer, "%" PRIu64, frame->count - 1);
		if (frame->object && last > frame->scope.first) {
			const char *name = json_names_text(&reader->names,
				&reader->names.list[last - 1], reader->keep, &length);

			append_name(pointer, name, length, limit);
		}
	}
}

const char *
json_fail(struct json_reader *reader, const char *at, const char *format, ...)
{
	struct place place = source_place(reader->source, at);
	char words[256];
	const char *pointer;
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(words, sizeof words, format, arguments);
	va_end(arguments);
	json_pointer_build(reader, !reader->between, POINTER_IN_MESSAGE);
	pointer = buffer_text(&reader->pointer);
	(void)error_set(&reader->failure, STATUS_INVALID, "%s:%" PRIu64 ":%" PRIu64 ": %s%s%s",
		source_name(reader->source), place.line, place.column, pointer,
		*pointer ? ": " : "", words);
	return NULL;
}

const char *
json_fail_found(struct json_reader *reader, const char *at, const char *expected)
{
	unsigned char byte = (unsigned char)*at;

	if (json_at_end(reader, at))
		return json_fail(reader, at, "the data ends here, expected %s", expected);
	if (byte > ' ' && byte < 0x7F)
		return json_fail(reader, at, "found '%c', expected %s", byte, expected);
	return json_fail(reader, at, "found the byte 0x%02X, expected %s", byte, expected);
}

static const char *
fail_between(struct json_reader *reader, const char *at, const char *expected)
{
	reader->between = true;
	return json_fail_found(reader, at, expected);
}

bool
json_at_end(const struct json_reader *reader, const char *at)
{
	return at == reader->source->end;
}

const char *
json_fail_large(struct json_reader *reader)
{
	while (reader->in_element && reader->depth > reader->element_depth)
		json_pop(reader);
	reader->between = false;
	return json_fail(reader, reader->keep, "the value is larger than 1 MiB");
}

const char *
json_refill(struct json_reader *reader, const char *at)
{
	if (reader->keep && at - reader->keep > JSON_ELEMENT_LIMIT)
		return json_fail_large(reader);
	if (source_refill(reader->source, reader->keep ? &reader->keep : NULL, &at,
		    &reader->failure) != STATUS_OK)
		return NULL;
	return at;
}

const char *
json_ensure(struct json_reader *reader, const char *at, size_t count)
{
	while (at && (size_t)(reader->source->end - at) < count && !reader->source->ended)
		at = json_refill(reader, at);
	return at;
}

const char *
json_skip_space(struct json_reader *reader, const char *at)
{
	while (at && (unsigned char)*at <= ' ') {
		while (bytes_load(at) == BYTES_ONES * ' ')
			at += 8;
		if (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')
			at++;
		else if (*at || !json_at_end(reader, at) || reader->source->ended)
			break;
		else
			at = json_refill(reader, at);
	}
	return at;
}

const char *
json_push(struct json_reader *reader, const char *at)
{
	struct json_frame *frame = reader->frames + reader->depth;

	if (reader->depth == JSON_DEPTH_LIMIT)
		return json_fail(reader, at, "nested deeper than %d", JSON_DEPTH_LIMIT);
	frame->object = *at == '{';
	frame->count = 0;
	json_scope_open(&reader->names, &frame->scope);
	reader->depth++;
	return at + 1;
}

void
json_pop(struct json_reader *reader)
{
	reader->depth--;
	json_scope_close(&reader->names, &reader->frames[reader->depth].scope);
}

/* The name that was just scanned, from start to behind the closing quote at, goes to the others
 * of its object. */
static const char *
add_name(struct json_reader *reader, const char *at, size_t start, bool copied)
{
	struct json_name name = { .copied = copied, .escaped = reader->escaped };
	bool twice;

	name.offset = (uint32_t)start + 1;
	name.length = (uint32_t)((size_t)(at - reader->keep) - start - 2);
	if (!json_names_add(&reader->names, &reader->frames[reader->depth - 1].scope, reader->keep,
		    name, &twice))
		return json_fail(reader, reader->keep + start, "an object with too many members");
	reader->between = false;
	if (twice)
		return json_fail(reader, reader->keep + start, "duplicate member");
	return at;
}

/* A member's name and the colon behind it; without reader->keep the name is copied out of the
 * window. */
const char *
json_scan_name(struct json_reader *reader, const char *at)
{
	bool kept = reader->keep != NULL;
	size_t start;

	if (*at != '"')
		return fail_between(reader, at, "a member's name in double quotes");
	if (!kept)
		reader->keep = at;
	start = (size_t)(at - reader->keep);
	reader->escaped = false;
	reader->between = true;
	at = json_scan_string(reader, at + 1);
	if (at)
		at = add_name(reader, at, start, !kept);
	if (!kept)
		reader->keep = NULL;
	if (at)
		at = json_skip_space(reader, at);
	if (!at)
		return NULL;
	return *at == ':' ? at + 1 : json_fail_found(reader, at, "a colon");
}

static const char *
scan_word(struct json_reader *reader, const char *at, const char *word)
{
	size_t length = strlen(word);

	at = json_ensure(reader, at, length);
	if (!at)
		return NULL;
	return memcmp(at, word, length) == 0 ? at + length : json_fail_found(reader, at, "a value");
}

static const char *
scan_plain(struct json_reader *reader, const char *at)
{
	switch (*at) {
	case 't': return scan_word(reader, at, "true");
	case 'f': return scan_word(reader, at, "false");
	case 'n': return scan_word(reader, at, "null");
	default:
		if (*at == '-' || (*at >= '0' && *at <= '9'))
			return json_scan_number(reader, at);
		/* the bracket means a comma too many: the array's fault, not that of a value in
		 * it */
		if (*at == ']')
			reader->between =
				reader->depth && !reader->frames[reader->depth - 1].object;
		return json_fail_found(reader, at, "a value");
	}
}

/* Steps into a container, to its first value, or over an empty one. */
static const char *
scan_open(struct json_reader *reader, const char *at, bool *opened)
{
	bool object = *at == '{';

	at = json_push(reader, at);
	if (at)
		at = json_skip_space(reader, at);
	if (!at)
		return NULL;
	if (*at == (object ? '}' : ']')) {
		json_pop(reader);
		return at + 1;
	}
	*opened = true;
	if (object)
		return json_scan_name(reader, at);
	reader->frames[reader->depth - 1].count = 1;
	return at;
}

/* From behind a value to the next one, closing what ends here, down to floor. */
static const char *
scan_follow(struct json_reader *reader, const char *at, size_t floor)
{
	while (reader->depth > floor) {
		struct json_frame *frame = &reader->frames[reader->depth - 1];

		at = json_skip_space(reader, at);
		if (!at)
			return NULL;
		if (*at == ',') {
			if (!frame->object) {
				frame->count++;
				return at + 1;
			}
			at = json_skip_space(reader, at + 1);
			return at ? json_scan_name(reader, at) : NULL;
		}
		if (*at != (frame->object ? '}' : ']'))
			return fail_between(
				reader, at, frame->object ? "',' or '}'" : "',' or ']'");
		json_pop(reader);
		at++;
	}
	return at;
}

const char *
json_scan_value(struct json_reader *reader, const char *at)
{
	size_t floor = reader->depth;

	for (;;) {
		bool opened = false;

		at = json_skip_space(reader, at);
		if (!at)
			return NULL;
		if (*at == '"')
			at = json_scan_string(reader, at + 1);
		else if (*at == '{' || *at == '[')
			at = scan_open(reader, at, &opened);
		else
			at = scan_plain(reader, at);
		if (at && !opened)
			at = scan_follow(reader, at, floor);
		if (!at || reader->depth == floor)
			return at;
	}
}
