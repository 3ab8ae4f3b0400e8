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
#include "json_tree.h"

enum { POINTER_IN_MESSAGE = 400, NAME_IN_MESSAGE = 80 };

static void
append_name(struct buffer *pointer, const char *name, size_t limit)
{
	size_t length = strlen(name), cut = length;

	if (limit && cut > NAME_IN_MESSAGE)
		for (cut = NAME_IN_MESSAGE; ((unsigned char)name[cut] & 0xC0) == 0x80;)
			cut--;
	buffer_append_char(pointer, '/');
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

void
json_pointer_add(struct buffer *pointer, const char *name)
{
	append_name(pointer, name, 0);
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
		size_t last = i + 1 < reader->depth ? frame[1].names : reader->names.count;

		if (limit && pointer->length > limit) {
			buffer_append_text(pointer, "/\xE2\x80\xA6");
			return;
		}
		if (frame->object && last > frame->names) {
			append_name(pointer, json_names_text(&reader->names, last - 1), limit);
		} else if (!frame->object && frame->count)
			buffer_format(pointer, "/%" PRIu64, frame->count - 1);
	}
}

void
json_fail_at(struct json_reader *reader, struct place place, const char *format, va_list arguments)
{
	char words[256];
	const char *pointer;

	vsnprintf(words, sizeof words, format, arguments);
	json_pointer_build(reader, !reader->between, POINTER_IN_MESSAGE);
	pointer = buffer_text(&reader->pointer);
	(void)error_set(&reader->failure, STATUS_INVALID, "%s:%" PRIu64 ":%" PRIu64 ": %s%s%s",
		source_name(reader->source), place.line, place.column, pointer,
		*pointer ? ": " : "", words);
}

const char *
json_fail(struct json_reader *reader, const char *at, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	json_fail_at(reader, source_place(reader->source, at), format, arguments);
	va_end(arguments);
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
	frame->names = reader->names.count;
	reader->depth++;
	return at + 1;
}

void
json_pop(struct json_reader *reader)
{
	reader->depth--;
	json_names_drop(&reader->names, reader->frames[reader->depth].names);
}

/* The name that was just scanned, from start in what is kept to behind the closing quote at, goes
 * to the others of its object. */
static const char *
add_name(struct json_reader *reader, const char *at, size_t start)
{
	const char *quoted = reader->keep + start, *text = quoted + 1;
	size_t length = (size_t)(at - quoted) - 2;
	cJSON *meant = NULL;
	bool added, twice;

	if (reader->escaped) {
		meant = json_tree_parse(quoted, length + 2);
		text = meant->valuestring;
		length = strlen(text);
	}
	added = json_names_add(
		&reader->names, reader->frames[reader->depth - 1].names, text, length, &twice);
	cJSON_Delete(meant);
	if (!added)
		return json_fail(reader, quoted, "an object with too many members");
	reader->between = false;
	return twice ? json_fail(reader, quoted, "duplicate member") : at;
}

/* A member's name and the colon behind it. */
static const char *
scan_name(struct json_reader *reader, const char *at)
{
	bool kept = reader->keep != NULL;
	size_t start;

	if (*at != '"')
		return json_fail_found(reader, at, "a member's name in double quotes");
	if (!kept)
		reader->keep = at;
	start = (size_t)(at - reader->keep);
	reader->escaped = false;
	at = json_scan_string(reader, at + 1);
	if (at)
		at = add_name(reader, at, start);
	if (!kept)
		reader->keep = NULL;
	if (at)
		at = json_skip_space(reader, at);
	if (!at)
		return NULL;
	return *at == ':' ? at + 1 : json_fail_found(reader, at, "a colon");
}

const char *
json_step(struct json_reader *reader, const char *at, bool first, bool *more)
{
	struct json_frame *frame = &reader->frames[reader->depth - 1];

	reader->between = true;
	at = json_skip_space(reader, at);
	if (!at)
		return NULL;
	*more = *at != (frame->object ? '}' : ']');
	if (!*more) {
		json_pop(reader);
		return at + 1;
	}
	if (!first && *at != ',')
		return json_fail_found(reader, at, frame->object ? "',' or '}'" : "',' or ']'");
	if (!first)
		at = json_skip_space(reader, at + 1);
	if (!at)
		return NULL;
	if (frame->object)
		return scan_name(reader, at);
	/* A comma too many is the array's fault, not that of a value in it. */
	if (*at == ']')
		return json_fail_found(reader, at, "a value");
	reader->between = false;
	frame->count++;
	return at;
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
		return json_fail_found(reader, at, "a value");
	}
}

const char *
json_scan_value(struct json_reader *reader, const char *at)
{
	size_t floor = reader->depth;
	bool first, more;

	do {
		more = false;
		at = json_skip_space(reader, at);
		if (!at)
			return NULL;
		first = *at == '{' || *at == '[';
		if (first)
			at = json_push(reader, at);
		else if (*at == '"')
			at = json_scan_string(reader, at + 1);
		else
			at = scan_plain(reader, at);
		while (at && !more && reader->depth > floor) {
			at = json_step(reader, at, first, &more);
			first = false;
		}
	} while (at && more);
	return at;
}
