/* SPDX-License-Identifier: MIT */
/*
 * The JSON writer: its layout to the byte, what it escapes, numbers in any locale, and that the
 * strict reader gets back what was written.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rollout/base/memory.h"
#include "exchange/json_reader.h"
#include "rollout/exchange/json_writer.h"

static void
assert_written(struct output *output, const char *expected)
{
	struct error error = { 0 };
	size_t length;
	const char *text = output_memory(output, &length);

	assert_string_equal(text, expected);
	assert_int_equal(length, strlen(expected));
	assert_int_equal(output_finish(output, &error), STATUS_OK);
}

static void
test_layout(void **state)
{
	struct output *output = output_open_memory();
	struct json_writer writer;

	(void)state;
	json_writer_init(&writer, output);
	json_begin_object(&writer, NULL);
	json_text(&writer, "format", "rollout.register", 16);
	json_integer(&writer, "version", 1);
	json_begin_array(&writer, "stakeholders");
	json_begin_object(&writer, NULL);
	json_identifier(&writer, "id", 9007199254740993);
	json_boolean(&writer, "active", true);
	json_null(&writer, "owner");
	json_begin_array(&writer, "relationships");
	json_begin_inline_object(&writer, NULL);
	json_text(&writer, "to", "x", 1);
	json_begin_array(&writer, "list");
	json_integer(&writer, NULL, INT64_MIN);
	json_integer(&writer, NULL, INT64_MAX);
	json_end_array(&writer);
	json_end_object(&writer);
	json_begin_inline_object(&writer, NULL);
	json_end_object(&writer);
	json_end_array(&writer);
	json_end_object(&writer);
	json_begin_object(&writer, NULL);
	json_end_object(&writer);
	json_raw(&writer, NULL, "[1]", 3);
	json_end_array(&writer);
	json_begin_array(&writer, "empty");
	json_end_array(&writer);
	json_end_object(&writer);
	json_writer_finish(&writer);
	assert_written(output, "{\n"
			       "  \"format\": \"rollout.register\",\n"
			       "  \"version\": 1,\n"
			       "  \"stakeholders\": [\n"
			       "    {\n"
			       "      \"id\": \"9007199254740993\",\n"
			       "      \"active\": true,\n"
			       "      \"owner\": null,\n"
			       "      \"relationships\": [\n"
			       "        { \"to\": \"x\", \"list\": [ -9223372036854775808, "
			       "9223372036854775807 ] },\n"
			       "        {}\n"
			       "      ]\n"
			       "    },\n"
			       "    {},\n"
			       "    [1]\n"
			       "  ],\n"
			       "  \"empty\": []\n"
			       "}\n");
}

static void
assert_text(const char *text, size_t length, const char *expected)
{
	struct output *output = output_open_memory();
	struct json_writer writer;

	json_writer_init(&writer, output);
	json_text(&writer, NULL, text, length);
	assert_written(output, expected);
}

#define TEXT(text) text, sizeof text - 1

static void
test_escapes(void **state)
{
	(void)state;
	assert_text(TEXT(""), "\"\"");
	assert_text(TEXT("plain text of more than eight bytes / ~"),
		"\"plain text of more than eight bytes / ~\"");
	assert_text(TEXT("a\"b\\c\b\f\n\r\t"), "\"a\\\"b\\\\c\\b\\f\\n\\r\\t\"");
	assert_text(TEXT("\x01\x1b[31m\x1f\x7f"), "\"\\u0001\\u001b[31m\\u001f\\u007f\"");
	assert_text(TEXT("a\0b"), "\"a\\u0000b\"");
	assert_text(TEXT("\xC2\x80\xC2\x9B\xC2\x9F\xC2\xA0"), "\"\\u0080\\u009b\\u009f\xC2\xA0\"");
	assert_text(TEXT("\xE2\x80\xA7\xE2\x80\xA8\xE2\x80\xA9"), "\"\xE2\x80\xA7\\u2028\\u2029\"");
	assert_text(
		TEXT("\xE2\x80\xAA\xE2\x80\xAE\xE2\x80\xAF\xE2\x81\xA6\xE2\x81\xA9\xE2\x81\xAA"),
		"\"\\u202a\\u202e\xE2\x80\xAF\\u2066\\u2069\xE2\x81\xAA\"");
	assert_text(TEXT("\xC3\x89lodie \xE6\x9D\x8E \xF0\x9F\x98\x80"),
		"\"\xC3\x89lodie \xE6\x9D\x8E \xF0\x9F\x98\x80\"");
	assert_text(TEXT("a\xFF"
			 "b\xC3"),
		"\"a\xEF\xBF\xBD"
		"b\xEF\xBF\xBD\"");
	assert_text(TEXT("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
	assert_text("\xE2\x82\xAC", 2, "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void
assert_number(double number, int digits, const char *expected)
{
	struct output *output = output_open_memory();
	struct json_writer writer;

	json_writer_init(&writer, output);
	json_number(&writer, NULL, number, digits);
	assert_written(output, expected);
}

static void
check_numbers(void)
{
	assert_number(1.5, 2, "1.5");
	assert_number(2, 3, "2");
	assert_number(100, 0, "100");
	assert_number(-3.14159, 3, "-3.142");
	assert_number(-0.0, 2, "0");
	assert_number(-0.001, 2, "0");
	assert_number(-0.25, 2, "-0.25");
	assert_number(0.1 + 0.2, 17, "0.30000000000000004");
	assert_number(1e15, 2, "1000000000000000");
	assert_number(1234567.5, 1, "1234567.5");
	assert_number((double)NAN, 2, "null");
	assert_number((double)-INFINITY, 2, "null");
}

static void
test_numbers(void **state)
{
	static const char *const locales[] = { "C", "de_DE.UTF-8", "fr_FR.UTF-8", "ps_AF.UTF-8" };

	(void)state;
	for (size_t i = 0; i < sizeof locales / sizeof *locales; i++)
		if (setlocale(LC_ALL, locales[i]))
			check_numbers();
	setlocale(LC_ALL, "C");
}

static uint64_t
next_random(uint64_t *random)
{
	*random ^= *random << 13;
	*random ^= *random >> 7;
	*random ^= *random << 17;
	return *random;
}

static size_t
put_code(char *to, unsigned code)
{
	if (code < 0x80) {
		to[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		to[0] = (char)(0xC0 | code >> 6);
		to[1] = (char)(0x80 | (code & 63));
		return 2;
	}
	if (code < 0x10000) {
		to[0] = (char)(0xE0 | code >> 12);
		to[1] = (char)(0x80 | (code >> 6 & 63));
		to[2] = (char)(0x80 | (code & 63));
		return 3;
	}
	to[0] = (char)(0xF0 | code >> 18);
	to[1] = (char)(0x80 | (code >> 12 & 63));
	to[2] = (char)(0x80 | (code >> 6 & 63));
	to[3] = (char)(0x80 | (code & 63));
	return 4;
}

/* Characters of every length, surrogates and NUL left out, most of them ASCII. */
static size_t
make_text(char *text, size_t characters, uint64_t *random)
{
	static const unsigned ranges[] = { 0x7F, 0x7F, 0x7F, 0x7F, 0xFF, 0x7FF, 0x20FF, 0xFFFF,
		0x10FFFF };
	size_t length = 0;

	while (characters--) {
		unsigned range = ranges[next_random(random) % (sizeof ranges / sizeof *ranges)];
		unsigned code = 1 + (unsigned)(next_random(random) % range);

		length += put_code(text + length, code >= 0xD800 && code <= 0xDFFF ? 'x' : code);
	}
	text[length] = '\0';
	return length;
}

/* The text goes out as a value and as a member's name; the reader must take the one and hand
 * back the other. */
static void
check_round_trip(const char *text, size_t size)
{
	struct error error = { 0 };
	struct output *output = output_open_memory();
	struct json_writer writer;
	struct source *source;
	struct json_reader *reader;
	const char *written, *name;
	size_t length;

	json_writer_init(&writer, output);
	output_text(output, "{");
	json_text(&writer, NULL, text, size);
	output_text(output, ":");
	json_text(&writer, NULL, text, size);
	output_text(output, "}");
	written = output_memory(output, &length);
	assert_int_equal(source_open_memory("w", written, length, &source, &error), STATUS_OK);
	reader = json_reader_open(source);
	json_reader_enter(reader);
	assert_true(json_reader_next(reader, &name));
	assert_string_equal(name, text);
	json_reader_skip(reader);
	assert_int_equal(json_reader_status(reader, &error), STATUS_OK);
	json_reader_close(reader);
	source_close(source);
	for (size_t i = 0; i < length; i++)
		assert_true((unsigned char)written[i] >= ' ' && written[i] != 0x7F);
	output_abandon(output);
}

static void
test_round_trip(void **state)
{
	uint64_t random = 88172645463325252U;
	char *text = memory_new(4 * 20000 + 1, 1);

	(void)state;
	for (size_t round = 0; round < 5000; round++)
		check_round_trip(text, make_text(text, next_random(&random) % 60, &random));
	for (size_t round = 0; round < 20; round++)
		check_round_trip(text, make_text(text, 4000 + round * 10, &random));
	check_round_trip(text, make_text(text, 20000, &random));
	free(text);
}

/* What goes to a descriptor is what goes into memory, whatever the sizes of the pieces. */
static void
test_descriptor(void **state)
{
	char path[] = "/tmp/rollout-test-XXXXXX";
	int file = mkstemp(path);
	struct output *outputs[2] = { output_open_memory(), output_open_descriptor(file) };
	struct error error = { 0 };
	char *text = memory_new(300000, 1), *read_back = memory_new(8, 1 << 20);
	const char *memory;
	size_t length;

	(void)state;
	unlink(path);
	memset(text, 'x', 300000);
	for (size_t i = 0; i < 2; i++) {
		struct json_writer writer;

		json_writer_init(&writer, outputs[i]);
		json_begin_array(&writer, NULL);
		for (size_t size = 1; size < 300000; size = size * 3 / 2 + 1) {
			json_text(&writer, NULL, text, size);
			json_raw(&writer, NULL, text, size);
		}
		json_end_array(&writer);
		json_writer_finish(&writer);
	}
	memory = output_memory(outputs[0], &length);
	assert_int_equal(output_finish(outputs[1], &error), STATUS_OK);
	assert_int_equal(pread(file, read_back, 8 << 20, 0), length);
	assert_memory_equal(read_back, memory, length);
	output_abandon(outputs[0]);
	close(file);
	free(text);
	free(read_back);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_layout),
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_descriptor),
	};

	return cmocka_run_group_tests_name("json_writer", tests, NULL, NULL);
}
