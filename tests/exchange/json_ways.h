/* SPDX-License-Identifier: MIT */
/*
 * For tests of the JSON reader: reads a text in every way of walking it and however its bytes
 * arrive, and insists that all ways say the same to the letter: as one element, skipped, and walked
 * from outside; from memory, byte by byte, and across the edge of the window.
 */
#ifndef ROLLOUT_TESTS_EXCHANGE_JSON_WAYS_H
#define ROLLOUT_TESTS_EXCHANGE_JSON_WAYS_H

#include <stdlib.h>
#include <string.h>

#include "pieces.h"
#include "rollout/base/memory.h"
#include "exchange/json_reader.h"

enum way { WAY_ELEMENT, WAY_SKIP, WAY_WALK, WAYS };

static inline void
read_value(struct json_reader *reader, enum way way)
{
	size_t length;
	struct place place;

	if (way == WAY_SKIP)
		json_reader_skip(reader);
	else
		(void)json_reader_element(reader, &length, &place);
}

/* Enters the outermost container, if it is one, and reads what is in it. */
static inline void
walk(struct json_reader *reader)
{
	enum json_kind kind = json_reader_peek(reader);
	const char *name;

	if (kind != JSON_OBJECT && kind != JSON_ARRAY) {
		read_value(reader, WAY_ELEMENT);
		return;
	}
	json_reader_enter(reader);
	while (json_reader_next(reader, &name)) {
		assert_true(!name == (kind == JSON_ARRAY));
		read_value(reader, WAY_ELEMENT);
	}
}

static inline enum status
read_source(struct source *source, enum way way, struct error *error)
{
	struct json_reader *reader = json_reader_open(source);
	enum status status;

	if (way == WAY_WALK)
		walk(reader);
	else
		read_value(reader, way);
	(void)json_reader_more(reader);
	status = json_reader_status(reader, error);
	json_reader_close(reader);
	return status;
}

static inline enum status
read_memory(const char *text, size_t length, enum way way, struct error *error)
{
	struct source *source;
	enum status status = source_open_memory("standard input", text, length, &source, error);

	if (status == STATUS_OK)
		status = read_source(source, way, error);
	source_close(status == STATUS_OK || source ? source : NULL);
	return status;
}

static inline enum status
read_pieces(const char *text, size_t length, enum way way, struct error *error)
{
	struct pieces pieces;
	enum status status = pieces_open(&pieces, text, length, error);

	if (status == STATUS_OK)
		status = read_source(pieces.source, way, error);
	pieces_close(&pieces);
	return status;
}

/* Spaces in front so that the edge of a 64 KiB window falls into the text. */
static inline enum status
read_at_edge(const char *text, size_t length, enum way way)
{
	static const size_t window = 1 << 16;
	struct error error = { 0 };
	char *padded = memory_new(window + length, 1);
	size_t spaces = window - length / 2;
	enum status status;

	memset(padded, ' ', spaces);
	memcpy(padded + spaces, text, length);
	status = read_memory(padded, spaces + length, way, &error);
	free(padded);
	return status;
}

/* Reads in every way; all must agree to the letter. The message is left in *error. */
static inline enum status
read_all_ways(const char *text, size_t length, struct error *error)
{
	enum status status = read_memory(text, length, WAY_ELEMENT, error);

	for (enum way way = WAY_ELEMENT; way < WAYS; way++) {
		struct error other = { 0 };

		assert_int_equal(read_memory(text, length, way, &other), status);
		assert_string_equal(other.message, error->message);
		if (length > PIECES_LIMIT)
			continue;
		other = (struct error){ 0 };
		assert_int_equal(read_pieces(text, length, way, &other), status);
		assert_string_equal(other.message, error->message);
		if (length && (unsigned char)text[0] < 0x80 && length > 4)
			assert_int_equal(read_at_edge(text, length, way), status);
	}
	return status;
}

static inline void
assert_accepted(const char *text, size_t length)
{
	struct error error = { 0 };

	if (read_all_ways(text, length, &error) != STATUS_OK)
		fail_msg("refused: %.*s: %s", (int)length, text, error.message);
}

static inline void
assert_refused(const char *text, size_t length, const char *expected)
{
	struct error error = { 0 };

	if (read_all_ways(text, length, &error) != STATUS_INVALID)
		fail_msg("accepted: %.*s", (int)length, text);
	assert_memory_equal(error.message, "standard input:", 15);
	assert_string_equal(error.message + 15, expected);
}

struct sample {
	const char *text;
	size_t length;
	const char *message; /* behind the source's name */
};

/* The text and length of a sample; NULs count. */
#define TEXT(text) text, sizeof text - 1

#endif
