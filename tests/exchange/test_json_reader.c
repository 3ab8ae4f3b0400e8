/* SPDX-License-Identifier: MIT */
/*
 * The strict JSON reader: what it takes, its limits, its walk with pointers and places, and the
 * sources under it. What it refuses is in test_json_refused.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

#include "json_ways.h"

static void
test_accepts(void **state)
{
	static const struct sample good[] = {
		{ TEXT("[]"), "" },
		{ TEXT("{}"), "" },
		{ TEXT(" [ ] "), "" },
		{ TEXT("[[],[[]],{}]"), "" },
		{ TEXT("[\"\"]"), "" },
		{ TEXT("null"), "" },
		{ TEXT("true"), "" },
		{ TEXT("false\n"), "" },
		{ TEXT("\"\""), "" },
		{ TEXT("0"), "" },
		{ TEXT("-0"), "" },
		{ TEXT("-0.0"), "" },
		{ TEXT("[-1,0e1,0E+1,0e-01,1.5E+3,20e1,123.456e78]"), "" },
		{ TEXT("9007199254740993"), "" },
		{ TEXT("1e-999"), "" },
		{ TEXT("-1e-999"), "" },
		{ TEXT("0e999999999999999999999"), "" },
		{ TEXT("1.7976931348623157e308"), "" },
		{ TEXT("1797.6931348623157e305"), "" },
		{ TEXT("0.00017976931348623157E312"), "" },
		{ TEXT("{\"a\":1,\"b\":[true,false,null],\"\":{}}"), "" },
		{ TEXT("{\"a\":{\"a\":{\"a\":1}},\"b\":{\"a\":1}}"), "" },
		{ TEXT("{\"NAME\":1,\"name\":2,\"__proto__\":3,\"$ref\":4,\"toString\":5}"), "" },
		{ TEXT("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0061\\u00e9\\uFFFD\\ud83d\\ude00\"]"), "" },
		{ TEXT("[\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF\xED\x9F\xBF\xEE\x80"
		       "\x80\xE0\xA0\x80\"]"),
			"" },
		{ TEXT("[\"\xEF\xBF\xBF\",\"\x7F\",\"\xE2\x80\xA8\"]"), "" },
		{ TEXT("\t\r\n [1\t,\r\n 2 ]\n\n"), "" },
		{ TEXT("\xEF\xBB\xBF[1]"), "" },
		{ TEXT("\xEF\xBB\xBF 5"), "" },
		{ TEXT("[1]\n[2]\n"), "" },
		{ TEXT("[\"a long text of plain letters, more than eight "
		       "bytes\",\"12345678\",\"1234567\\n\"]"),
			"" },
		{ TEXT("[\"\\u0020\\u001f\\u007F\\\\u0000\"]"), "" },
		{ TEXT("{\"\\u0061\":1,\"b\":2,\"A\":3}"), "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_accepted(good[i].text, good[i].length);
}

static void
append_times(struct buffer *buffer, const char *text, size_t count)
{
	while (count--)
		buffer_append_text(buffer, text);
}

static void
test_depth(void **state)
{
	static const size_t depths[] = { 65, 999, 1000, 100000 };
	struct buffer text = { 0 };

	(void)state;
	append_times(&text, "[", 64);
	append_times(&text, "]", 64);
	assert_accepted(text.data, text.length);
	for (size_t i = 0; i < sizeof depths / sizeof *depths; i++) {
		struct error error = { 0 };

		buffer_reset(&text);
		append_times(&text, "[", depths[i]);
		assert_int_equal(read_all_ways(text.data, text.length, &error), STATUS_INVALID);
		assert_non_null(strstr(error.message, "input:1:65: /0/0/0"));
		assert_non_null(strstr(error.message, ": nested deeper than 64"));
	}
	buffer_reset(&text);
	append_times(&text, "{\"a\":[", 33);
	assert_int_equal(read_memory(text.data, text.length, WAY_SKIP, &(struct error){ 0 }),
		STATUS_INVALID);
	buffer_clear(&text);
}

/* A number with that many digits, or zeros behind the point before its only one. */
static void
test_long_numbers(void **state)
{
	struct buffer text = { 0 };

	(void)state;
	append_times(&text, "9", 308);
	assert_accepted(text.data, text.length);
	buffer_append_text(&text, "9");
	append_times(&text, "0", 200);
	assert_int_equal(read_memory(text.data, text.length, WAY_SKIP, &(struct error){ 0 }),
		STATUS_INVALID);
	buffer_reset(&text);
	buffer_append_text(&text, "0.");
	append_times(&text, "0", 5000);
	buffer_append_text(&text, "1e5001");
	assert_accepted(text.data, text.length);
	buffer_append_text(&text, "0");
	assert_int_equal(read_memory(text.data, text.length, WAY_ELEMENT, &(struct error){ 0 }),
		STATUS_INVALID);
	buffer_reset(&text);
	append_times(&text, "1", 2000);
	buffer_append_text(&text, "e-1692");
	assert_accepted(text.data, text.length);
	text.data[text.length - 1] = '0';
	assert_int_equal(read_memory(text.data, text.length, WAY_ELEMENT, &(struct error){ 0 }),
		STATUS_INVALID);
	buffer_clear(&text);
}

/* An element may have a megabyte; what is skipped may have any size. */
static void
test_large_values(void **state)
{
	struct buffer text = { 0 };
	struct error error = { 0 };

	(void)state;
	buffer_append_text(&text, "[\"");
	append_times(&text, "0123456789abcdef", JSON_ELEMENT_LIMIT / 16);
	text.length -= 2;
	buffer_append_text(&text, "\"]");
	assert_int_equal(read_memory(text.data, text.length, WAY_WALK, &error), STATUS_OK);
	text.length -= 2;
	buffer_append_text(&text, "+\"]");
	assert_int_equal(read_memory(text.data, text.length, WAY_WALK, &error), STATUS_INVALID);
	assert_string_equal(
		error.message, "standard input:1:2: /0: the value is larger than 1 MiB");
	assert_int_equal(read_memory(text.data, text.length, WAY_SKIP, &error), STATUS_OK);
	buffer_reset(&text);
	buffer_append_text(&text, "[\n [1");
	append_times(&text, ",1", 2 << 20);
	buffer_append_text(&text, "]]");
	assert_int_equal(read_memory(text.data, text.length, WAY_SKIP, &error), STATUS_OK);
	assert_int_equal(read_memory(text.data, text.length, WAY_WALK, &error), STATUS_INVALID);
	assert_string_equal(
		error.message, "standard input:2:2: /0: the value is larger than 1 MiB");
	buffer_clear(&text);
}

static double
seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

/* Members of one object, each name different, with other objects between them. */
static void
write_members(struct buffer *text, unsigned count)
{
	buffer_append_text(text, "{");
	for (unsigned i = 0; i < count; i++)
		buffer_format(text, "\"%x\":%s,", i * 2654435761U,
			i % 1000 ? "0" : "{\"a\":1,\"b\":[{\"a\":1}]}");
	buffer_append_text(text, "\"last\":0}");
}

static void
test_many_members(void **state)
{
	struct buffer text = { 0 };
	struct error error = { 0 };
	double start = seconds();

	(void)state;
	write_members(&text, 80000);
	assert_in_range(text.length, 900000, JSON_ELEMENT_LIMIT);
	assert_int_equal(read_all_ways(text.data, text.length, &error), STATUS_OK);
	text.length -= strlen("\"last\":0}");
	buffer_append_text(&text, "\n\"\\u0030\":1}");
	assert_int_equal(read_all_ways(text.data, text.length, &error), STATUS_INVALID);
	assert_string_equal(error.message, "standard input:2:1: /0: duplicate member");
	assert_true(seconds() - start < 10);
	buffer_clear(&text);
}

/* However many members come, the names that are kept have a limit. */
static void
test_too_many_members(void **state)
{
	struct buffer text = { 0 };
	struct error error = { 0 };

	(void)state;
	write_members(&text, 300000);
	assert_int_equal(read_memory(text.data, text.length, WAY_SKIP, &error), STATUS_INVALID);
	assert_non_null(strstr(error.message, ": an object with too many members"));
	buffer_reset(&text);
	buffer_append_text(&text, "{\"");
	append_times(&text, "k", 1 << 20);
	buffer_append_text(&text, "\":1,\"");
	append_times(&text, "k", 1 << 20);
	buffer_append_text(&text, "\":1}");
	assert_int_equal(read_memory(text.data, text.length, WAY_WALK, &error), STATUS_INVALID);
	assert_non_null(strstr(error.message, "input:1:1048583: /kkkkk"));
	assert_non_null(strstr(error.message, "kkk\xE2\x80\xA6: duplicate member"));
	buffer_clear(&text);
}

static const char REGISTER[] =
	"{ \"format\": \"rollout.register\", \"version\": 1,\n"
	"  \"stakeholders\": [\n"
	"    { \"name\": \"\xC3\x89lodie\", \"relationships\": [\n"
	"      { \"to\": \"a\", \"x~y/z\": 1 }, { \"to\": \"b\", \"\\u006bind\": null } ] },\n"
	"    {}, 7 ],\n"
	"  \"a/b\": [] }\n";

static void
next_named(struct json_reader *reader, const char *expected)
{
	const char *name;

	assert_true(json_reader_next(reader, &name));
	if (expected)
		assert_string_equal(name, expected);
	else
		assert_null(name);
}

static void
next_is_end(struct json_reader *reader)
{
	struct error error = { 0 };
	const char *name;

	assert_false(json_reader_next(reader, &name));
	assert_null(name);
	assert_int_equal(json_reader_status(reader, &error), STATUS_OK);
}

static void
assert_place(struct place place, uint64_t offset, uint64_t line, uint64_t column)
{
	assert_int_equal(place.offset, offset);
	assert_int_equal(place.line, line);
	assert_int_equal(place.column, column);
}

static void
check_first_stakeholder(struct json_reader *reader)
{
	struct place place;
	const char *text;
	size_t length;

	next_named(reader, NULL);
	text = json_reader_element(reader, &length, &place);
	assert_non_null(text);
	assert_string_equal(json_reader_pointer(reader), "/stakeholders/0");
	assert_int_equal(text[0], '{');
	assert_int_equal(text[length - 1], '}');
	assert_place(place, 70, 3, 5);
	assert_place(json_locate(text, length, place, ""), 70, 3, 5);
	assert_place(json_locate(text, length, place, "/name"), 80, 3, 15);
	assert_place(json_locate(text, length, place, "/relationships"), 108, 3, 42);
	assert_place(json_locate(text, length, place, "/relationships/0/x~0y~1z"), 138, 4, 29);
	assert_place(json_locate(text, length, place, "/relationships/1/to"), 151, 4, 42);
	assert_place(json_locate(text, length, place, "/relationships/1/kind"), 169, 4, 60);
	assert_place(json_locate(text, length, place, "/relationships/2"), 70, 3, 5);
	assert_place(json_locate(text, length, place, "/name/0"), 70, 3, 5);
	assert_place(json_locate(text, length, place, "/nam"), 70, 3, 5);
}

static void
test_walk(void **state)
{
	struct error error = { 0 };
	struct source *source;
	struct json_reader *reader;

	(void)state;
	assert_int_equal(source_open_memory("r.json", TEXT(REGISTER), &source, &error), STATUS_OK);
	reader = json_reader_open(source);
	assert_int_equal(json_reader_status(reader, &error), STATUS_OK);
	assert_int_equal(json_reader_peek(reader), JSON_OBJECT);
	json_reader_enter(reader);
	next_named(reader, "format");
	assert_int_equal(json_reader_peek(reader), JSON_STRING);
	assert_place(json_reader_place(reader), 12, 1, 13);
	json_reader_skip(reader);
	next_named(reader, "version");
	json_reader_skip(reader);
	assert_string_equal(json_reader_pointer(reader), "/version");
	next_named(reader, "stakeholders");
	json_reader_enter(reader);
	check_first_stakeholder(reader);
	next_named(reader, NULL);
	json_reader_enter(reader);
	next_is_end(reader);
	assert_string_equal(json_reader_pointer(reader), "/stakeholders/1");
	next_named(reader, NULL);
	json_reader_skip(reader);
	next_is_end(reader);
	next_named(reader, "a/b");
	assert_string_equal(json_reader_pointer(reader), "/a~1b");
	json_reader_enter(reader);
	next_is_end(reader);
	next_is_end(reader);
	assert_false(json_reader_more(reader));
	assert_int_equal(json_reader_status(reader, &error), STATUS_OK);
	json_reader_close(reader);
	source_close(source);
}

/* A fault stays: whatever is asked behind it changes nothing, and there is no more. */
static void
test_failure_sticks(void **state)
{
	struct error error = { 0 }, again = { 0 };
	struct place place;
	struct source *source;
	struct json_reader *reader;
	const char *name;
	size_t length;

	(void)state;
	assert_int_equal(source_open_memory("r.json", TEXT("[1 x"), &source, &error), STATUS_OK);
	reader = json_reader_open(source);
	json_reader_enter(reader);
	next_named(reader, NULL);
	json_reader_skip(reader);
	assert_false(json_reader_next(reader, &name));
	assert_int_equal(json_reader_status(reader, &error), STATUS_INVALID);
	assert_string_equal(error.message, "r.json:1:4: found 'x', expected ',' or ']'");
	json_reader_skip(reader);
	json_reader_enter(reader);
	assert_int_equal(json_reader_peek(reader), JSON_NULL);
	assert_false(json_reader_next(reader, &name));
	assert_null(json_reader_element(reader, &length, &place));
	assert_false(json_reader_more(reader));
	json_reader_refuse(reader, json_reader_place(reader), "too late");
	assert_int_equal(json_reader_status(reader, &again), STATUS_INVALID);
	assert_string_equal(again.message, error.message);
	json_reader_close(reader);
	source_close(source);
}

/* What the caller refuses is a fault like others, with its place. */
static void
test_refused_by_caller(void **state)
{
	struct error error = { 0 };
	struct place place;
	struct source *source;
	struct json_reader *reader;
	const char *name;
	size_t length;

	(void)state;
	assert_int_equal(
		source_open_memory("r.json", TEXT("{\n\"a\": [[5]]}"), &source, &error), STATUS_OK);
	reader = json_reader_open(source);
	json_reader_enter(reader);
	next_named(reader, "a");
	json_reader_enter(reader);
	next_named(reader, NULL);
	assert_non_null(json_reader_element(reader, &length, &place));
	json_reader_refuse(reader, place, "must be %d", 4);
	assert_false(json_reader_next(reader, &name));
	assert_int_equal(json_reader_status(reader, &error), STATUS_INVALID);
	assert_string_equal(error.message, "r.json:2:7: /a/0: must be 4");
	json_reader_close(reader);
	source_close(source);
}

static void
test_json_lines(void **state)
{
	static const char lines[] = "{\"a\":1}\n{\"a\":2}\r\n\n[3]";
	static const uint64_t places[] = { 1, 2, 4 };
	struct error error = { 0 };
	struct source *source;
	struct json_reader *reader;
	struct place place;
	size_t count = 0, length;

	(void)state;
	assert_int_equal(source_open_memory("l.jsonl", TEXT(lines), &source, &error), STATUS_OK);
	reader = json_reader_open(source);
	do {
		assert_non_null(json_reader_element(reader, &length, &place));
		assert_int_equal(place.line, places[count++]);
	} while (json_reader_more(reader));
	assert_int_equal(json_reader_status(reader, &error), STATUS_OK);
	assert_int_equal(count, 3);
	json_reader_close(reader);
	source_close(source);
}

/* Any damage to a text is judged alike in all ways. */
static void
test_damaged(void **state)
{
	uint64_t random = 88172645463325252U;
	size_t length = sizeof REGISTER - 1;

	(void)state;
	for (int round = 0; round < 600; round++) {
		static const char bytes[] = "{}[]\",:\\u0\n\x80\xC3-e";
		struct error error = { 0 };
		char text[sizeof REGISTER];

		memcpy(text, REGISTER, sizeof text);
		for (int change = 0; change < 2; change++) {
			random ^= random << 13;
			random ^= random >> 7;
			random ^= random << 17;
			text[random % length] = bytes[(random >> 32) % (sizeof bytes - 1)];
		}
		/* the tail, short enough for single bytes, and the whole */
		(void)read_all_ways(text + length - PIECES_LIMIT, PIECES_LIMIT, &error);
		error = (struct error){ 0 };
		(void)read_all_ways(text, length, &error);
	}
}

enum { PATH_SIZE = 32 };

/* A new empty file, open for writing; its path goes to path. */
static int
make_file(char path[PATH_SIZE])
{
	int file;

	snprintf(path, PATH_SIZE, "/tmp/rollout-test-XXXXXX");
	file = mkstemp(path);
	assert_true(file >= 0);
	return file;
}

static void
assert_message(const struct error *error, const char *path, const char *expected)
{
	size_t length = strlen(path);

	assert_memory_equal(error->message, path, length);
	assert_string_equal(error->message + length, expected);
}

static void
test_special_files(void **state)
{
	char zeros[PATH_SIZE];
	struct error error = { 0 };
	struct source *source;
	struct rusage usage;
	int file = make_file(zeros);

	(void)state;
	assert_int_equal(ftruncate(file, (off_t)1 << 30), 0);
	close(file);
	assert_int_equal(source_open(zeros, &source, &error), STATUS_OK);
	assert_int_equal(read_source(source, WAY_ELEMENT, &error), STATUS_INVALID);
	assert_message(&error, zeros, ":1:1: found the byte 0x00, expected a value");
	source_close(source);
	unlink(zeros);
	assert_int_equal(source_open(zeros, &source, &error), STATUS_NOT_FOUND);
	assert_message(&error, zeros, ": no such file");
	assert_int_equal(source_open("/dev/zero", &source, &error), STATUS_OK);
	assert_int_equal(read_source(source, WAY_SKIP, &error), STATUS_INVALID);
	source_close(source);
	assert_int_equal(source_open("/dev/null", &source, &error), STATUS_OK);
	assert_int_equal(read_source(source, WAY_SKIP, &error), STATUS_INVALID);
	assert_string_equal(error.message, "/dev/null:1:1: no data");
	source_close(source);
	assert_int_equal(source_open("/tmp", &source, &error), STATUS_NOT_FOUND);
	assert_string_equal(error.message, "/tmp: is a directory, expected a file");
	getrusage(RUSAGE_SELF, &usage);
	assert_true(usage.ru_maxrss < 512 * 1024);
}

static void
test_changed_file(void **state)
{
	char path[PATH_SIZE];
	struct error error = { 0 };
	struct source *source;
	struct buffer text = { 0 };
	int file = make_file(path);

	(void)state;
	buffer_append_text(&text, "[0");
	append_times(&text, ",1234567", 100000);
	buffer_append_text(&text, "]");
	assert_int_equal(write(file, text.data, text.length), text.length);
	close(file);
	assert_int_equal(source_open(path, &source, &error), STATUS_OK);
	assert_int_equal(truncate(path, 400001), 0);
	assert_int_equal(read_source(source, WAY_SKIP, &error), STATUS_FAILED);
	assert_message(&error, path, ": changed while it was read");
	source_close(source);
	unlink(path);
	buffer_clear(&text);
}

static void
test_rewind(void **state)
{
	char path[PATH_SIZE];
	struct error error = { 0 };
	struct pieces pieces;
	struct source *source;
	struct buffer text = { 0 };
	int file = make_file(path);

	(void)state;
	assert_int_equal(pieces_open(&pieces, TEXT("\xEF\xBB\xBF[1,\n2]"), &error), STATUS_OK);
	assert_int_equal(read_source(pieces.source, WAY_SKIP, &error), STATUS_OK);
	assert_true(source_rewind(pieces.source));
	assert_int_equal(read_source(pieces.source, WAY_WALK, &error), STATUS_OK);
	pieces_close(&pieces);
	buffer_append_text(&text, "\xEF\xBB\xBF[0");
	append_times(&text, ",1234567\n", 100000);
	buffer_append_text(&text, ";");
	assert_int_equal(write(file, text.data, text.length), text.length);
	close(file);
	assert_int_equal(source_open(path, &source, &error), STATUS_OK);
	for (int round = 0; round < 3; round++) {
		error = (struct error){ 0 };
		assert_int_equal(read_source(source, WAY_SKIP, &error), STATUS_INVALID);
		assert_message(&error, path, ":100001:1: found ';', expected ',' or ']'");
		assert_true(source_rewind(source));
	}
	source_close(source);
	unlink(path);
	buffer_clear(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_accepts),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_long_numbers),
		cmocka_unit_test(test_large_values),
		cmocka_unit_test(test_many_members),
		cmocka_unit_test(test_too_many_members),
		cmocka_unit_test(test_walk),
		cmocka_unit_test(test_failure_sticks),
		cmocka_unit_test(test_refused_by_caller),
		cmocka_unit_test(test_json_lines),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_special_files),
		cmocka_unit_test(test_changed_file),
		cmocka_unit_test(test_rewind),
	};

	return cmocka_run_group_tests_name("json_reader", tests, NULL, NULL);
}
