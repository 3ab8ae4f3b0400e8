/* SPDX-License-Identifier: MIT */
/*
 * JSON out, as it is asked for, into an output. Keeps no document and checks no names: they are the
 * program's own. Runs of text that need no escape are found eight bytes at a time and copied whole;
 * what a terminal would obey or show deceptively leaves as \uXXXX.
 */
#include <assert.h>
#include <math.h>
#include <string.h>

#include "bytes.h"
#include "output_window.h"
#include "rollout/exchange/json_writer.h"

enum {
	TEXT_PIECE = 4096, /* bytes of a text that get room at once */
	ESCAPED_SIZE = 6, /* bytes that one byte of text can become, at most */
	LEAD_SIZE = 2 * JSON_WRITER_DEPTH + 8, /* what stands before a value, its name aside */
};

void
json_writer_init(struct json_writer *writer, struct output *output)
{
	*writer = (struct json_writer){ .output = output };
}

static char *
put(char *to, const char *bytes, size_t length)
{
	memcpy(to, bytes, length);
	return to + length;
}

/* A space, or a new line with its indent. */
static char *
put_gap(const struct json_writer *writer, char *to, int level)
{
	size_t indent = 2 * (size_t)writer->depth;

	*to++ = writer->inline_from[level] ? ' ' : '\n';
	if (writer->inline_from[level])
		return to;
	memset(to, ' ', indent);
	return to + indent;
}

/* What stands before a value: comma, line, indent and its name. */
static void
start_value(struct json_writer *writer, const char *name)
{
	size_t length = name ? strlen(name) : 0;
	char *from = output_room(writer->output, LEAD_SIZE + length), *to = from;

	if (writer->depth) {
		int level = writer->depth - 1;

		if (writer->filled[level])
			*to++ = ',';
		to = put_gap(writer, to, level);
		writer->filled[level] = true;
	}
	if (name) {
		*to++ = '"';
		to = put(to, name, length);
		to = put(to, "\": ", 3);
	}
	output_add(writer->output, (size_t)(to - from));
}

static void
begin(struct json_writer *writer, const char *name, const char *bracket, bool on_one_line)
{
	assert(writer->depth < JSON_WRITER_DEPTH);
	start_value(writer, name);
	output_write(writer->output, bracket, 1);
	writer->inline_from[writer->depth] =
		on_one_line || (writer->depth && writer->inline_from[writer->depth - 1]);
	writer->filled[writer->depth++] = false;
}

static void
end(struct json_writer *writer, char bracket)
{
	char *from = output_room(writer->output, LEAD_SIZE), *to = from;

	assert(writer->depth > 0);
	writer->depth--;
	if (writer->filled[writer->depth])
		to = put_gap(writer, to, writer->depth);
	*to++ = bracket;
	output_add(writer->output, (size_t)(to - from));
}

void
json_begin_object(struct json_writer *writer, const char *name)
{
	begin(writer, name, "{", false);
}

void
json_begin_array(struct json_writer *writer, const char *name)
{
	begin(writer, name, "[", false);
}

void
json_begin_inline_object(struct json_writer *writer, const char *name)
{
	begin(writer, name, "{", true);
}

void
json_end_object(struct json_writer *writer)
{
	end(writer, '}');
}

void
json_end_array(struct json_writer *writer)
{
	end(writer, ']');
}

static char *
put_unit(char *to, unsigned unit)
{
	static const char digits[] = "0123456789abcdef";
	char escape[] = { '\\', 'u', digits[unit >> 12], digits[unit >> 8 & 15],
		digits[unit >> 4 & 15], digits[unit & 15] };

	return put(to, escape, sizeof escape);
}

/* An ASCII character that must be escaped. */
static char *
put_escape(char *to, char byte)
{
	static const char letters[] = "b\bf\fn\nr\rt\t\"\"\\\\";

	for (size_t i = 0; letters[i]; i += 2)
		if (letters[i + 1] == byte)
			return put(to, (char[]){ '\\', letters[i] }, 2);
	return put_unit(to, (unsigned char)byte);
}

/* The code of a sequence that a terminal might obey or that reorders what stands around it, else
 * 0. */
static unsigned
find_harmful(const char *text, size_t length)
{
	const unsigned char *b = (const unsigned char *)text;

	if (length == 2 && b[0] == 0xC2 && b[1] < 0xA0)
		return b[1];
	if (length == 3 && b[0] == 0xE2 && (b[1] == 0x80 || b[1] == 0x81)) {
		unsigned code = 0x2000U | (b[1] & 0x3FU) << 6 | (b[2] & 0x3FU);

		return (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069)
			       ? code
			       : 0;
	}
	return 0;
}

static bool
is_plain(unsigned char byte)
{
	return byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\';
}

/* Copies characters that stand as they are, eight bytes at a time while there are as many; *text
 * ends at the first that does not. */
static char *
put_plain(char *to, const char **text, const char *end)
{
	const char *at = *text;

	while (end - at >= 8) {
		uint64_t word = bytes_load(at),
			 stops = bytes_not_plain(word) | bytes_equal(word, 0x7F);
		size_t plain = stops ? bytes_first(stops) : 8;

		memcpy(to, at, 8);
		to += plain;
		at += plain;
		if (stops)
			break;
	}
	while (at < end && is_plain((unsigned char)*at))
		*to++ = *at++;
	*text = at;
	return to;
}

/* The character at *text, which is not plain ASCII, as it must be written. */
static char *
put_character(char *to, const char **text, const char *end)
{
	size_t length = bytes_sequence(*text, (size_t)(end - *text));
	const char *at = *text;
	unsigned harmful;

	*text += length ? length : 1;
	if (length == 0)
		return put(to, "\xEF\xBF\xBD", 3);
	if (length == 1)
		return put_escape(to, *at);
	harmful = find_harmful(at, length);
	return harmful ? put_unit(to, harmful) : put(to, at, length);
}

static void
write_string(struct output *output, const char *text, size_t length)
{
	const char *end = text + length;

	output_write(output, "\"", 1);
	while (text < end) {
		size_t left = (size_t)(end - text), piece = left < TEXT_PIECE ? left : TEXT_PIECE;
		const char *stop = text + piece;
		char *from = output_room(output, (piece + 8) * ESCAPED_SIZE), *to = from;

		while (text < stop) {
			to = put_plain(to, &text, stop);
			if (text < stop)
				to = put_character(to, &text, end);
		}
		output_add(output, (size_t)(to - from));
	}
	output_write(output, "\"", 1);
}

void
json_text(struct json_writer *writer, const char *name, const char *text, size_t length)
{
	start_value(writer, name);
	write_string(writer->output, text, length);
}

static void
write_integer(struct output *output, int64_t integer)
{
	char digits[20];
	size_t first = sizeof digits;
	uint64_t left = integer < 0 ? 0 - (uint64_t)integer : (uint64_t)integer;

	do
		digits[--first] = (char)('0' + left % 10);
	while (left /= 10);
	if (integer < 0)
		digits[--first] = '-';
	output_write(output, digits + first, sizeof digits - first);
}

void
json_integer(struct json_writer *writer, const char *name, int64_t integer)
{
	start_value(writer, name);
	write_integer(writer->output, integer);
}

void
json_identifier(struct json_writer *writer, const char *name, int64_t id)
{
	start_value(writer, name);
	output_write(writer->output, "\"", 1);
	write_integer(writer->output, id);
	output_write(writer->output, "\"", 1);
}

void
json_boolean(struct json_writer *writer, const char *name, bool boolean)
{
	start_value(writer, name);
	output_text(writer->output, boolean ? "true" : "false");
}

void
json_number(struct json_writer *writer, const char *name, double number, int digits)
{
	if (!isfinite(number)) {
		json_null(writer, name);
		return;
	}
	start_value(writer, name);
	output_decimal(writer->output, number, digits);
}

void
json_null(struct json_writer *writer, const char *name)
{
	start_value(writer, name);
	output_write(writer->output, "null", 4);
}

void
json_raw(struct json_writer *writer, const char *name, const char *text, size_t length)
{
	start_value(writer, name);
	output_write(writer->output, text, length);
}

void
json_writer_finish(struct json_writer *writer)
{
	output_write(writer->output, "\n", 1);
}
