/* SPDX-License-Identifier: MIT */
/*
 * Text at the door: what is refused and in which form the rest is kept. Includes utf8proc, to
 * compare with it what src/base does faster.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "rollout/base/text.h"

static size_t
encode(int32_t code, char *out)
{
	return (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)out);
}

static enum text_fault
check(const char *text, size_t length, bool lines, size_t *offset)
{
	*offset = 99999;
	return text_check(text, length, lines, offset);
}

static void
test_check_bad(void **state)
{
	static const struct {
		const char *bytes;
		enum text_fault fault;
	} rows[] = {
		{ "\x80", TEXT_NOT_UTF8 },
		{ "\xBF", TEXT_NOT_UTF8 },
		{ "\xC0\x80", TEXT_NOT_UTF8 },
		{ "\xC1\xBF", TEXT_NOT_UTF8 },
		{ "\xC3", TEXT_NOT_UTF8 },
		{ "\xC3(", TEXT_NOT_UTF8 },
		{ "\xE0\x80\xAF", TEXT_NOT_UTF8 },
		{ "\xE0\x9F\xBF", TEXT_NOT_UTF8 },
		{ "\xE2\x82", TEXT_NOT_UTF8 },
		{ "\xE2\x82(", TEXT_NOT_UTF8 },
		{ "\xED\xA0\x80", TEXT_NOT_UTF8 },
		{ "\xED\xBF\xBF", TEXT_NOT_UTF8 },
		{ "\xEF\xBF\xBE", TEXT_NOT_UTF8 },
		{ "\xEF\xBF\xBF", TEXT_NOT_UTF8 },
		{ "\xEF\xB7\x90", TEXT_NOT_UTF8 },
		{ "\xF0\x80\x80\x80", TEXT_NOT_UTF8 },
		{ "\xF0\x8F\xBF\xBF", TEXT_NOT_UTF8 },
		{ "\xF0\x9F\x98", TEXT_NOT_UTF8 },
		{ "\xF4\x90\x80\x80", TEXT_NOT_UTF8 },
		{ "\xF5\x80\x80\x80", TEXT_NOT_UTF8 },
		{ "\xF4\x8F\xBF\xBF", TEXT_NOT_UTF8 },
		{ "\xFE", TEXT_NOT_UTF8 },
		{ "\xFF", TEXT_NOT_UTF8 },
		{ "\x1B[31m", TEXT_CONTROL },
		{ "\x7F", TEXT_CONTROL },
		{ "\r", TEXT_CONTROL },
		{ "\xC2\x80", TEXT_CONTROL },
		{ "\xC2\x85", TEXT_CONTROL },
		{ "\xC2\x9B", TEXT_CONTROL },
		{ "\xE2\x80\xA8", TEXT_CONTROL },
		{ "\xE2\x80\xA9", TEXT_CONTROL },
		{ "\xE2\x80\xAA", TEXT_DIRECTION },
		{ "\xE2\x80\xAE", TEXT_DIRECTION },
		{ "\xE2\x81\xA6", TEXT_DIRECTION },
		{ "\xE2\x81\xA9", TEXT_DIRECTION },
	};
	char text[64];
	size_t offset;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (size_t before = 0; before < 20; before++) {
			size_t length = before + strlen(rows[i].bytes);

			memset(text, 'x', before);
			memcpy(text + before, rows[i].bytes, length - before);
			assert_int_equal(check(text, length, true, &offset), rows[i].fault);
			assert_int_equal(offset, before);
			assert_int_equal(check(text, length, false, &offset), rows[i].fault);
			assert_int_equal(offset, before);
		}
	}
	assert_int_equal(check("a\0b", 3, true, &offset), TEXT_CONTROL);
	assert_int_equal(offset, 1);
}

static void
test_check_good(void **state)
{
	static const char *const good[] = { "", "Anna", "Jos\u00E9", "\u05D0\u05D1\u05D2",
		"\u0645\u062D\u0645\u062F", "\u4E2D\u6587", "\U0001F468\u200D\U0001F469", "\u200B",
		"\uFEFF", "a\u200Eb", "\uFFFD", "~}|{ !\"#" };
	size_t offset;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		assert_int_equal(check(good[i], strlen(good[i]), false, &offset), TEXT_GOOD);
		assert_int_equal(offset, 99999);
	}
	assert_int_equal(check("one\n\ttwo", 8, true, &offset), TEXT_GOOD);
	assert_int_equal(check("one\n\ttwo", 8, false, &offset), TEXT_CONTROL);
	assert_int_equal(offset, 3);
	assert_string_equal(text_fault_name(TEXT_NOT_UTF8), "invalid UTF-8");
	assert_string_equal(text_fault_name(TEXT_CONTROL), "a control character");
	assert_string_equal(text_fault_name(TEXT_DIRECTION), "a text-direction override");
}

/* Each byte value at each place of a word, for the eight-at-a-time path. */
static void
test_check_bytes(void **state)
{
	(void)state;
	for (int byte = 0; byte < 256; byte++) {
		for (size_t place = 0; place < 17; place++) {
			char text[] = "abcdefgh~ABCDEF H";
			size_t offset;
			enum text_fault wanted = byte >= 0x80                  ? TEXT_NOT_UTF8
						 : byte < 0x20 || byte == 0x7F ? TEXT_CONTROL
									       : TEXT_GOOD;

			text[place] = (char)byte;
			assert_int_equal(check(text, 17, false, &offset), wanted);
			assert_int_equal(offset, wanted == TEXT_GOOD ? 99999 : place);
		}
	}
}

static void
assert_normal(struct arena *arena, const char *text, const char *expected)
{
	size_t length = strlen(text);

	text_normalise(arena, &text, &length);
	assert_int_equal(length, strlen(expected));
	assert_memory_equal(text, expected, length);
}

static void
test_normalise(void **state)
{
	struct arena arena = { 0 };
	const char *same = "  plain  ";
	const char *text = same;
	size_t length = strlen(same);

	(void)state;
	text_normalise(&arena, &text, &length);
	assert_ptr_equal(text, same + 2);
	assert_int_equal(length, 5);
	assert_null(arena.blocks);
	assert_normal(&arena, "", "");
	assert_normal(&arena, " \n\t ", "");
	assert_normal(&arena, "e\u0301", "\u00E9");
	assert_normal(&arena, "\u00A0\u3000Jos\u00E9\u2003", "Jos\u00E9");
	assert_normal(&arena, "a b\nc", "a b\nc");
	assert_normal(&arena, "\u1112\u1161\u11AB", "\uD55C");
	assert_normal(&arena, "\u304B\u3099", "\u304C");
	assert_normal(&arena, "\u212B", "\u00C5");
	assert_normal(&arena, "q\u0307\u0323", "q\u0323\u0307");
	assert_normal(&arena, "\u0958", "\u0915\u093C");
	arena_clear(&arena);
}

static void
assert_as_utf8proc(struct arena *arena, const char *bytes, size_t length)
{
	utf8proc_uint8_t *expected = NULL;
	utf8proc_ssize_t expected_length = utf8proc_map((const utf8proc_uint8_t *)bytes,
		(utf8proc_ssize_t)length, &expected, UTF8PROC_STABLE | UTF8PROC_COMPOSE);

	text_normalise(arena, &bytes, &length);
	assert_int_equal(length, expected_length);
	assert_memory_equal(bytes, expected, length);
	free(expected);
	arena_reset(arena);
}

/*
 * Every character, alone between letters and behind what it might compose with, comes out as
 * utf8proc composes it.
 */
static void
test_normalise_every_character(void **state)
{
	static const char *const before[] = { "x", "e\u0301", "\uAC00", "\u1100", "\u304B",
		"\u0915" };
	struct arena arena = { 0 };
	char text[32];

	(void)state;
	for (int32_t code = 0x80; code < 0x20000; code++) {
		utf8proc_int32_t parts[8];
		utf8proc_ssize_t count;
		size_t length, offset = 0;
		int boundclass = 0;

		if (code >= 0xD800 && code <= 0xDFFF)
			continue;
		for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
			length = strlen(before[i]);
			memcpy(text, before[i], length);
			length += encode(code, text + length);
			text[length++] = 'y';
			if (text_check(text, length, false, &offset) == TEXT_GOOD)
				assert_as_utf8proc(&arena, text, length);
		}
		count = utf8proc_decompose_char(code, parts, 8, UTF8PROC_DECOMPOSE, &boundclass);
		length = 1;
		text[0] = 'x';
		for (utf8proc_ssize_t i = 0; i < count; i++)
			length += encode(parts[i], text + length);
		text[length++] = 'y';
		if (text_check(text, length, false, &offset) == TEXT_GOOD)
			assert_as_utf8proc(&arena, text, length);
	}
	arena_clear(&arena);
}

static void
test_count(void **state)
{
	char text[256];

	(void)state;
	assert_int_equal(text_count("", 0), 0);
	assert_int_equal(
		text_count("Jos\u00E9 \u4E2D\U0001F600", strlen("Jos\u00E9 \u4E2D\U0001F600")), 7);
	for (size_t count = 0; count < 60; count++) {
		size_t length = 0;

		for (size_t i = 0; i < count; i++)
			length += encode(i % 3 == 0   ? 'a'
					 : i % 3 == 1 ? 0x4E2D
						      : 0x1F600,
				text + length);
		assert_int_equal(text_count(text, length), count);
	}
}

static void
test_hash_and_key(void **state)
{
	static const char longest[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-x";

	(void)state;
	assert_true(text_hash("", 0) == UINT64_C(0xCBF29CE484222325));
	assert_true(text_hash("a", 1) == UINT64_C(0xAF63DC4C8601EC8C));
	assert_true(text_hash("foobar", 6) == UINT64_C(0x85944171F73967E8));
	assert_true(text_is_key("anna-smith_2", 12));
	assert_true(text_is_key("123456789012345", 15));
	assert_false(text_is_key("1234567890123456", 16));
	assert_true(text_is_key("1234567890123456a", 17));
	assert_true(text_is_key(longest, 64));
	assert_false(text_is_key(longest, 65));
	assert_false(text_is_key("", 0));
	assert_false(text_is_key("a b", 3));
	assert_false(text_is_key("..", 2));
	assert_false(text_is_key("a/b", 3));
	assert_false(text_is_key("a\0b", 3));
	assert_false(text_is_key("\u00E9", 2));
}

static void
test_quantity(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	assert_string_equal(text_quantity(&arena, 1, "day", NULL), "1 day");
	assert_string_equal(text_quantity(&arena, 0, "day", NULL), "0 days");
	assert_string_equal(text_quantity(&arena, 3, "day", NULL), "3 days");
	assert_string_equal(text_quantity(&arena, -1, "day", NULL), "-1 days");
	assert_string_equal(text_quantity(&arena, INT64_MAX, "coach", "coaches"),
		"9223372036854775807 coaches");
	assert_string_equal(text_quantity(&arena, 1, "coach", "coaches"), "1 coach");
	arena_clear(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_check_bad),
		cmocka_unit_test(test_check_good),
		cmocka_unit_test(test_check_bytes),
		cmocka_unit_test(test_normalise),
		cmocka_unit_test(test_normalise_every_character),
		cmocka_unit_test(test_count),
		cmocka_unit_test(test_quantity),
		cmocka_unit_test(test_hash_and_key),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
