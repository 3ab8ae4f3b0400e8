/* SPDX-License-Identifier: MIT */
/*
 * Text on the screen and in a search. Must hold for any bytes at all, so much of it is random; the
 * bytes come from a fixed seed, so that a failure comes again.
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

static uint64_t
next_random(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

static size_t
encode(int32_t code, char *out)
{
	return (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)out);
}

/* Bytes and characters of the kinds that do harm, mixed with letters of several scripts. */
static size_t
random_text(uint64_t *seed, char *out, size_t most, bool valid)
{
	static const int32_t special[] = { 0x1B, '\n', '\t', '\r', 0, 0x7F, 0x85, 0x9B, 0xA0, 0xAD,
		0x301, 0x20D0, 0x34F, 0x61C, 0x5D0, 0x915, 0x93F, 0x94D, 0x1100, 0x1161, 0x11A8,
		0xAC00, 0x115F, 0x200B, 0x200C, 0x200D, 0x200E, 0x2028, 0x202E, 0x2066, 0x20E3,
		0x2764, 0x3000, 0x4E2D, 0xFE0F, 0xFEFF, 0xFFFD, 0x1F1E6, 0x1F1FA, 0x1F3FB, 0x1F468,
		0x1F469, 0x1F600, 0xE0067, 0xE0100, 0xE000, 0xFDD0, 0xFFFE, 0x10FFFF, '1', '#', 'a',
		' ', '(', '\\' };
	size_t length = 0;

	while (length + 4 <= most) {
		uint64_t random = next_random(seed);
		int32_t code = special[(random >> 8) % (sizeof special / sizeof *special)];

		if (random % 16 == 0 && !valid)
			out[length++] = (char)(random >> 40);
		else if (random % 16 < 3)
			out[length++] = (char)(' ' + (random >> 40) % 95);
		else
			length += encode(code, out + length);
		if (random >> 32 & 1 && random % 64 == 0)
			break;
	}
	return length;
}

static void
assert_safe(const char *text, bool lines, bool ascii, const char *expected)
{
	struct buffer out = { 0 };

	text_safe(&out, text, strlen(text), lines, ascii);
	assert_string_equal(buffer_text(&out), expected);
	buffer_clear(&out);
}

static void
test_safe_one_line(void **state)
{
	static const char *const rows[][2] = {
		{ "Anna Smith", "Anna Smith" },
		{ "\x1B[31mred", "^[[31mred" },
		{ "a\bb\rc\x07", "a^Hb^Mc^G" },
		{ "a\x7F", "a<U+007F>" },
		{ "a\xC2\x85\xC2\x9B"
		  "b",
			"a<U+0085><U+009B>b" },
		{ "one\ntwo\tthree", "one\u21B5two three" },
		{ "one\u2028two", "one\u21B5two" },
		{ "\x9B"
		  "31m\xFF\xE2\x82",
			"\\x9B31m\\xFF\\xE2\\x82" },
		{ "a\u202Eb\u2066c\u200E\u200F\u061C",
			"a<U+202E>b<U+2066>c<U+200E><U+200F><U+061C>" },
		{ "An\u200Bna\u2060\uFEFF\u00AD", "An<U+200B>na<U+2060><U+FEFF><U+00AD>" },
		{ "\U000E0041\U000E0067", "<U+E0041><U+E0067>" },
		{ "\u115F\u3164\u034F", "<U+115F><U+3164><U+034F>" },
		{ "\uE000\uFFFE\u0378", "<U+E000><U+FFFE><U+0378>" },
		{ "\u05D3\u05D5\u05D3 \u0645\u062D\u0645\u062F",
			"\u05D3\u05D5\u05D3 \u0645\u062D\u0645\u062F" },
		{ "\u4E2D\u6587 \uD55C\uAE00 \u0939\u093F",
			"\u4E2D\u6587 \uD55C\uAE00 \u0939\u093F" },
		{ "a\u0301\u0302\u0303\u0304\u0305\u0306z", "a\u0301\u0302\u0303\u0304z" },
		{ "\u0301a", "\u25CC\u0301a" },
		{ "\n\u0301", "\u21B5\u25CC\u0301" },
		{ "%n%s%x", "%n%s%x" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_safe(rows[i][0], false, false, rows[i][1]);
}

static void
test_safe_emoji(void **state)
{
	static const char family[] = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
	static const char tone[] = "\U0001F469\U0001F3FD\u200D\U0001F4BB";
	static const char heart[] = "\u2764\uFE0F\u200D\U0001F525";
	static const char keycap[] = "1\uFE0F\u20E3";
	static const char flag[] = "\U0001F1E9\U0001F1EA";

	(void)state;
	assert_safe(family, false, false, family);
	assert_safe(tone, false, false, tone);
	assert_safe(heart, false, false, heart);
	assert_safe(keycap, false, false, keycap);
	assert_safe(flag, false, false, flag);
	assert_safe("a\u200Db", false, false, "a<U+200D>b");
	assert_safe("\U0001F468\u200Db", false, false, "\U0001F468<U+200D>b");
	assert_safe("\U0001F468\u200D", false, false, "\U0001F468<U+200D>");
	assert_safe("a\uFE0F", false, false, "a<U+FE0F>");
	assert_safe("1\uFE0F2", false, false, "1<U+FE0F>2");
	assert_safe("\u2764\uFE0F\uFE0F", false, false, "\u2764\uFE0F<U+FE0F>");
	assert_safe("\u845B\U000E0100", false, false, "\u845B<U+E0100>");
}

static void
test_safe_lines_and_ascii(void **state)
{
	(void)state;
	assert_safe("one\ntwo\tx\r", true, false, "one\ntwo x^M");
	assert_safe("one\u2029two", true, false, "one\ntwo");
	assert_safe("one\ntwo", false, true, "one two");
	assert_safe("Jos\u00E9 \u4E2D\u202E", false, true, "Jose ?<U+202E>");
	/* Composed or not, with a stroke or joined: a name can still be read. */
	assert_safe("Jose\u0301 Wei\u00DF \u0141\u00F3d\u017A Olu\u0301wa\u1E63eun", false, true,
		"Jose Weiss Lodz Oluwaseun");
	assert_safe("\u201Cno\u201D \u2014 it\u2019s\u2026", false, true, "\"no\" - it's...");
	assert_safe("\u226E \u0301 \u0416\u0301", false, true, "? ? ??");
	assert_safe("one\ntwo", true, true, "one\ntwo");
}

static bool
is_shown(int32_t code, bool lines)
{
	if (code < 0x20)
		return lines && code == '\n';
	if (code == 0x7F || (code >= 0x80 && code <= 0x9F) || code == 0x200E || code == 0x200F ||
		code == 0x61C || (code >= 0x202A && code <= 0x202E) ||
		(code >= 0x2066 && code <= 0x2069))
		return false;
	return code != 0x200B && code != 0xFEFF && (code < 0xE0000 || code > 0xE007F) &&
	       utf8proc_category(code) != UTF8PROC_CATEGORY_CN &&
	       utf8proc_category(code) != UTF8PROC_CATEGORY_CO;
}

/*
 * Whatever goes in, nothing comes out that a terminal obeys; and making it safe twice changes
 * nothing more.
 */
static void
test_safe_any_bytes(void **state)
{
	uint64_t seed = 0x9E3779B97F4A7C15;
	char text[160];

	(void)state;
	for (int round = 0; round < 40000; round++) {
		size_t length =
			random_text(&seed, text, 1 + next_random(&seed) % sizeof text, false);
		bool lines = round & 1, ascii = (round & 6) == 6;
		struct buffer out = { 0 }, again = { 0 };
		size_t i = 0;

		if (round % 4 == 0)
			for (size_t j = 0; j < length; j++)
				text[j] = (char)next_random(&seed);
		text_safe(&out, text, length, lines, ascii);
		while (i < out.length) {
			utf8proc_int32_t code;
			utf8proc_ssize_t bytes =
				utf8proc_iterate((const utf8proc_uint8_t *)out.data + i,
					(utf8proc_ssize_t)(out.length - i), &code);

			assert_true(bytes > 0);
			assert_true(is_shown(code, lines));
			assert_true(!ascii || code < 0x80);
			i += (size_t)bytes;
		}
		text_safe(&again, buffer_text(&out), out.length, lines, ascii);
		assert_string_equal(buffer_text(&again), buffer_text(&out));
		buffer_clear(&out);
		buffer_clear(&again);
	}
}

static void
test_width(void **state)
{
	static const struct {
		const char *text;
		int cells;
	} rows[] = {
		{ "", 0 },
		{ "Anna", 4 },
		{ "Jos\u00E9", 4 },
		{ "e\u0301", 1 },
		{ "\u4E2D\u6587", 4 },
		{ "\uD55C\uAE00", 4 },
		{ "\u1112\u1161\u11AB", 2 },
		{ "\uFF21", 2 },
		{ "\uFF71", 1 },
		{ "\U0001F600", 2 },
		{ "\U0001F468\u200D\U0001F469\u200D\U0001F467", 2 },
		{ "\U0001F44D\U0001F3FD", 2 },
		{ "\U0001F1E9\U0001F1EA", 2 },
		{ "\U0001F1E9", 1 },
		{ "\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", 4 },
		{ "1\uFE0F\u20E3", 1 },
		{ "\u05D3\u05D5\u05D3", 3 },
		{ "\u0645\u062D\u0645\u062F", 4 },
		{ "\u0E01\u0E34\u0E48", 1 },
		{ "\u0939\u093F\u0928\u094D\u0926\u0940", 5 },
		{ "\u09B8\u09BF\u0982", 3 },
		{ "\u25CC\u0301", 1 },
		{ "\u2500\u2588\u28FF", 3 },
		{ "a\u0301\u0302\u0303\u0304", 1 },
		{ "\u21B5", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(text_width(rows[i].text, strlen(rows[i].text)), rows[i].cells);
}

static void
test_fit(void **state)
{
	static const char text[] = "ab\u4E2D\U0001F468\u200D\U0001F469e\u0301";
	static const size_t bytes[] = { 0, 1, 2, 2, 5, 5, 16, 19, 19 };
	static const int cells[] = { 0, 1, 2, 2, 4, 4, 6, 7, 7 };
	int used;

	(void)state;
	for (int space = 0; space < 9; space++) {
		assert_int_equal(text_fit(text, strlen(text), space, &used), bytes[space]);
		assert_int_equal(used, cells[space]);
	}
	assert_int_equal(text_fit(text, strlen(text), -5, &used), 0);
	assert_int_equal(used, 0);
	assert_int_equal(text_fit("", 0, 5, &used), 0);
}

/* The lines that a text makes at that width, with a bar between them. */
static void
assert_wrapped(const char *text, int cells, const char *lines)
{
	struct buffer out = { 0 };
	size_t length = strlen(text), next;

	while (length > 0) {
		size_t bytes = text_wrap(text, length, cells, &next);

		assert_true(next > 0 && next <= length && bytes <= next);
		buffer_append(&out, text, bytes);
		buffer_append_char(&out, '|');
		text += next;
		length -= next;
	}
	assert_string_equal(buffer_text(&out), lines);
	buffer_clear(&out);
}

static void
test_wrap(void **state)
{
	(void)state;
	assert_wrapped("", 10, "");
	assert_wrapped("one two three", 13, "one two three|");
	assert_wrapped("one two three", 12, "one two|three|");
	assert_wrapped("one two three", 7, "one two|three|");
	assert_wrapped("one two three", 6, "one|two|three|");
	/* A word that is longer than the line is cut, but never inside a character. */
	assert_wrapped("one incomparable", 5, "one|incom|parab|le|");
	assert_wrapped("\u4E2D\u4E2D\u4E2D", 3, "\u4E2D|\u4E2D|\u4E2D|");
	assert_wrapped("e\u0301e\u0301", 1, "e\u0301|e\u0301|");
	/* What is wider than the line stands there alone. */
	assert_wrapped("\u4E2Da", 1, "\u4E2D|a|");
	assert_wrapped("ab", 0, "a|b|");
	/* The spaces behind a line go; those at the start of the text stay. */
	assert_wrapped("one    two  ", 3, "one|two|");
	assert_wrapped("  one two", 5, "  one|two|");
}

static void
test_graphemes(void **state)
{
	static const char *const clusters[] = { "a", "\r\n", "e\u0301",
		"\U0001F468\u200D\U0001F469", "\U0001F1E9\U0001F1EA", "\U0001F1EB\U0001F1F7",
		"\U0001F44D\U0001F3FD", "\uAC00\u11A8", "\u0939\u093F", "\xFF", "\xE2", "\x82",
		"b" };
	char text[128];
	size_t length = 0, place = 0;

	(void)state;
	for (size_t i = 0; i < sizeof clusters / sizeof *clusters; i++) {
		memcpy(text + length, clusters[i], strlen(clusters[i]));
		length += strlen(clusters[i]);
	}
	for (size_t i = 0; i < sizeof clusters / sizeof *clusters; i++) {
		assert_int_equal(
			text_next_grapheme(text + place, length - place), strlen(clusters[i]));
		place += strlen(clusters[i]);
		assert_int_equal(text_previous_grapheme(text, place), strlen(clusters[i]));
	}
	assert_int_equal(text_next_grapheme("", 0), 0);
	assert_int_equal(text_previous_grapheme("", 0), 0);
}

/* Backwards over any bytes stops where forwards did. */
static void
test_graphemes_both_ways(void **state)
{
	uint64_t seed = 0xD1B54A32D192ED03;
	char text[100];
	size_t starts[101];

	(void)state;
	for (int round = 0; round < 20000; round++) {
		size_t length = random_text(&seed, text, sizeof text, round % 2 == 0);
		size_t count = 0, place = 0;

		while (place < length) {
			size_t bytes = text_next_grapheme(text + place, length - place);

			assert_in_range(bytes, 1, length - place);
			starts[count++] = place;
			place += bytes;
		}
		while (count-- > 0) {
			place -= text_previous_grapheme(text, place);
			assert_int_equal(place, starts[count]);
		}
	}
}

static void
test_fold(void **state)
{
	static const char *const rows[][2] = {
		{ "", "" },
		{ "Anna SMITH", "anna smith" },
		{ "Jos\u00E9 \u00C9", "jose e" },
		{ "\u00DCber Stra\u00DFe", "uber strasse" },
		{ "S\u00F8ren \u0141ukasz", "soren lukasz" },
		{ "\u0130stanbul \u0131", "istanbul i" },
		{ "\u00C6r\u00F8", "aero" },
		{ "\u0391\u03B8\u03AE\u03BD\u03B1\u03C2", "\u03B1\u03B8\u03B7\u03BD\u03B1\u03C3" },
		{ "\u0418\u0432\u0430\u043D", "\u0438\u0432\u0430\u043D" },
		{ "\uFF21\uFF22", "ab" },
		{ "\uFB01n", "fin" },
		{ "An\u200Bna", "anna" },
		{ "\u0939\u093F\u0928\u094D\u0926\u0940", "\u0939\u093F\u0928\u094D\u0926\u0940" },
		{ "\u304C", "\u304C" },
		{ "\uD55C\uAE00", "\uD55C\uAE00" },
		{ "\u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD", "\u05E9\u05DC\u05D5\u05DD" },
		{ "Nguy\u1EC5n", "nguyen" },
		{ "A\xFF"
		  "B",
			"a\xFF"
			"b" },
		{ "a\tB\n", "a b" },
		/* Blanks of every kind, zero-width characters, apostrophes and hyphens. */
		{ "  Maud \t Ferrier\n", "maud ferrier" },
		{ "Maud\u00A0Ferrier", "maud ferrier" },
		{ "Maud\u2003\u200BFerrier\uFEFF", "maud ferrier" },
		{ "Ma\u200Dud\u3000Fer\u00ADrier", "maud ferrier" },
		{ "Siobh\u00E1n O\u2019Dea", "siobhan o'dea" },
		{ "Siobhan O\u00B4Dea", "siobhan o'dea" },
		{ "Siobhan O`Dea", "siobhan o'dea" },
		{ "Anne\u2011Marie \u2013 Anne\u2212Marie", "anne-marie - anne-marie" },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(text_fold(&arena, rows[i][0], strlen(rows[i][0])), rows[i][1]);
	arena_clear(&arena);
}

static void
test_fold_name(void **state)
{
	static const char *const rows[][2] = {
		{ "Influence (H/M/L)", "influence" },
		{ "  Job_Title ", "job title" },
		{ "Role/Title", "role title" },
		{ "E-mail", "e mail" },
		{ "Power [1-5] level", "power level" },
		{ "Main concern:", "main concern" },
		{ "(Owner)", "owner" },
		{ "Owner (name", "owner name" },
		{ "#", "" },
		{ "", "" },
		{ "Pr\u00E9nom", "prenom" },
		{ "A\u2014B", "a b" },
		{ "Einfluss\uFF081\u20135\uFF09", "einfluss" },
		{ "\u540D\u524D", "\u540D\u524D" },
		{ "\u0928\u093E\u092E", "\u0928\u093E\u092E" },
		{ "a)b(c)d", "a b d" },
		{ "Sentiment (+ / 0 / \u2212)", "sentiment" },
		{ "x\xFFy", "x y" },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(
			text_fold_name(&arena, rows[i][0], strlen(rows[i][0])), rows[i][1]);
	arena_clear(&arena);
}

/* Folding takes any bytes; what was good text has nothing more to fold a second time. */
static void
test_fold_any_bytes(void **state)
{
	uint64_t seed = 0xA0761D6478BD642F;
	struct arena arena = { 0 };
	char text[100];

	(void)state;
	for (int round = 0; round < 20000; round++) {
		bool valid = round % 4 != 0;
		size_t length = random_text(&seed, text, sizeof text, valid);
		char *name = text_fold_name(&arena, text, length);

		if (valid)
			assert_string_equal(text_fold_name(&arena, name, strlen(name)), name);
		arena_reset(&arena);
	}
	arena_clear(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_safe_one_line),
		cmocka_unit_test(test_safe_emoji),
		cmocka_unit_test(test_safe_lines_and_ascii),
		cmocka_unit_test(test_safe_any_bytes),
		cmocka_unit_test(test_width),
		cmocka_unit_test(test_fit),
		cmocka_unit_test(test_wrap),
		cmocka_unit_test(test_graphemes),
		cmocka_unit_test(test_graphemes_both_ways),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_fold_name),
		cmocka_unit_test(test_fold_any_bytes),
	};

	return cmocka_run_group_tests_name("text_shown", tests, NULL, NULL);
}
