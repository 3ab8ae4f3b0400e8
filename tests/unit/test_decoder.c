/* SPDX-License-Identifier: MIT */
/*
 * Bytes to keys: what terminals send, in one piece and byte by byte, and what must never become a
 * key. The one thing that must hold for any bytes: nothing is lost in the middle and it ends.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "tui/kit/screen/decoder.h"

struct expected {
	const char *bytes;
	enum input_kind kind;
	uint32_t code;
};

static const struct expected keys[] = {
	{ "a", INPUT_CHARACTER, 'a' },
	{ "\u00e9", INPUT_CHARACTER, 0xe9 },
	{ "\u4e2d", INPUT_CHARACTER, 0x4e2d },
	{ "\U0001F600", INPUT_CHARACTER, 0x1f600 },
	{ "\r", INPUT_ENTER, 0 },
	{ "\n", INPUT_ENTER, 0 },
	{ "\t", INPUT_TAB, 0 },
	{ "\x7f", INPUT_BACKSPACE, 0 },
	{ "\x13", INPUT_CONTROL, 's' },
	{ "\x1b", INPUT_ESCAPE, 0 },
	{ "\x1b[A", INPUT_UP, 0 },
	{ "\x1bOB", INPUT_DOWN, 0 },
	{ "\x1b[H", INPUT_HOME, 0 },
	{ "\x1b[1~", INPUT_HOME, 0 },
	{ "\x1b[4~", INPUT_END, 0 },
	{ "\x1b[3~", INPUT_DELETE, 0 },
	{ "\x1b[5~", INPUT_PAGE_UP, 0 },
	{ "\x1b[6~", INPUT_PAGE_DOWN, 0 },
	{ "\x1b[Z", INPUT_BACK_TAB, 0 },
	{ "\x1b[1;5C", INPUT_WORD_RIGHT, 0 },
	{ "\x1b[1;3D", INPUT_WORD_LEFT, 0 },
	{ "\x1b[1;2A", INPUT_UP, 0 },
	{ "\x1b[3;5~", INPUT_DELETE, 0 },
	{ "\x1bOP", INPUT_FUNCTION, 1 },
	{ "\x1b[11~", INPUT_FUNCTION, 1 },
	{ "\x1b[[A", INPUT_FUNCTION, 1 },
	{ "\x1b[24~", INPUT_FUNCTION, 12 },
	{ "\x1bOM", INPUT_ENTER, 0 },
	{ "\x1b"
	  "b",
		INPUT_ALT, 'b' },
	{ "\x1b\r", INPUT_ALT, '\r' },
	/* A mouse, a late answer, a kitty key, a title, a colour, a status string: all swallowed.
	 */
	{ "\x1b[<0;12;7m", INPUT_NONE, 0 },
	{ "\x1b[<32;12;7M", INPUT_NONE, 0 },
	{ "\x1b[<0;12M", INPUT_NONE, 0 },
	{ "\x1b[<0;0;7M", INPUT_NONE, 0 },
	{ "\x1b[<0;99999999999999999999;7M", INPUT_NONE, 0 },
	{ "\x1b[<0;12;7M", INPUT_MOUSE, (0 * MOUSE_PLACES + 6) * MOUSE_PLACES + 11 },
	{ "\x1b[<64;1;1M", INPUT_MOUSE, 2U * MOUSE_PLACES *MOUSE_PLACES },
	{ "\x1b[<65;4096;1M", INPUT_MOUSE, 4U * MOUSE_PLACES *MOUSE_PLACES + 4095 },
	{ "\x1b[M !!", INPUT_NONE, 0 },
	{ "\x1b[24;80R", INPUT_NONE, 0 },
	{ "\x1b[97;5u", INPUT_NONE, 0 },
	{ "\x1b[?62;22c", INPUT_NONE, 0 },
	{ "\x1b]11;rgb:1010/1414/1818\a", INPUT_NONE, 0 },
	{ "\x1b]0;qqqqd\x1b\\", INPUT_NONE, 0 },
	{ "\x1bP1$r0m\x1b\\", INPUT_NONE, 0 },
	{ "\x1b_Gi=1;OK\x1b\\", INPUT_NONE, 0 },
	{ "\xff", INPUT_NONE, 0 },
	{ "\xc2\x85", INPUT_NONE, 0 },
	{ "\xe2\x80\xae", INPUT_NONE, 0 },
};

/* All inputs but the swallowed; the last of them in *last. */
static int
drain(struct decoder *decoder, bool finish, struct input *last)
{
	struct input input;
	int count = 0;

	while (decoder_next(decoder, finish, &input)) {
		if (input.kind != INPUT_NONE) {
			*last = input;
			count++;
		}
	}
	return count;
}

static void
check_key(const struct expected *key, size_t step)
{
	struct decoder decoder = { 0 };
	struct input input = { 0 };
	size_t length = strlen(key->bytes);
	int count = 0;

	for (size_t i = 0; i < length; i += step) {
		decoder_push(&decoder, key->bytes + i, length - i < step ? length - i : step);
		count += drain(&decoder, false, &input);
	}
	count += drain(&decoder, true, &input);
	if (count != (key->kind == INPUT_NONE ? 0 : 1))
		fail_msg("ESC%s made %d keys", key->bytes + 1, count);
	assert_int_equal(input.kind, key->kind);
	assert_int_equal(input.code, key->code);
	assert_false(decoder_waits(&decoder));
	decoder_clear(&decoder);
}

static void
test_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		check_key(&keys[i], 100);
		check_key(&keys[i], 1);
	}
}

static void
test_escape_then_key(void **state)
{
	struct decoder decoder = { 0 };
	struct input input;

	(void)state;
	decoder_push(&decoder, "\x1b", 1);
	assert_false(decoder_next(&decoder, false, &input));
	assert_true(decoder_waits_for_key(&decoder));
	assert_true(decoder_next(&decoder, true, &input));
	assert_int_equal(input.kind, INPUT_ESCAPE);
	decoder_push(&decoder, "j", 1);
	assert_true(decoder_next(&decoder, false, &input));
	assert_int_equal(input.kind, INPUT_CHARACTER);
	decoder_clear(&decoder);
}

static void
test_paste(void **state)
{
	static const char bytes[] = "x\x1b[200~d\r\ny\x1b[Aq\x1b[20\x1b[201~z";
	struct decoder decoder = { 0 };
	struct input input;

	(void)state;
	for (size_t i = 0; i + 1 < sizeof bytes; i++) {
		decoder_push(&decoder, bytes + i, 1);
		while (decoder_next(&decoder, false, &input)) {
			if (input.kind != INPUT_PASTE)
				continue;
			assert_string_equal(input.text, "d\ny\x1b[Aq\x1b[20");
			assert_int_equal(input.length, strlen(input.text));
			assert_int_equal(i, sizeof bytes - 3);
		}
	}
	assert_int_equal(input.kind, INPUT_CHARACTER);
	assert_int_equal(input.code, 'z');
	decoder_clear(&decoder);
}

static void
test_paste_without_an_end(void **state)
{
	struct decoder decoder = { 0 };
	struct input input;

	(void)state;
	decoder_push(&decoder, "\x1b[200~abc", 9);
	assert_true(decoder_next(&decoder, false, &input));
	assert_false(decoder_next(&decoder, false, &input));
	assert_true(decoder_waits(&decoder));
	assert_true(decoder_next(&decoder, true, &input));
	assert_int_equal(input.kind, INPUT_PASTE);
	assert_string_equal(input.text, "abc");
	assert_false(decoder_waits(&decoder));
	decoder_clear(&decoder);
}

static void
test_paste_is_capped(void **state)
{
	struct decoder decoder = { 0 };
	struct input input;
	char *block = memory_new(65536, 1);

	(void)state;
	memset(block, 'q', 65536);
	decoder_push(&decoder, "\x1b[200~", 6);
	for (int i = 0; i < 40; i++) {
		decoder_push(&decoder, block, 65536);
		while (decoder_next(&decoder, false, &input))
			assert_int_equal(input.kind, INPUT_NONE);
	}
	decoder_push(&decoder, "\x1b[201~", 6);
	assert_true(decoder_next(&decoder, false, &input));
	assert_int_equal(input.kind, INPUT_PASTE);
	assert_int_equal(input.length, DECODER_PASTE_MAX);
	free(block);
	decoder_clear(&decoder);
}

static void
test_any_bytes(void **state)
{
	struct decoder decoder = { 0 };
	struct input input = { 0 };
	uint64_t seed = 1;

	(void)state;
	for (int i = 0; i < 200000; i++) {
		static const char likely[] = "\x1b[]OP0;~AMm\a\\\x1b\x1b[201~";
		char byte;

		seed = seed * 6364136223846793005u + 1442695040888963407u;
		byte = (seed >> 60) < 9 ? likely[(seed >> 33) % (sizeof likely - 1)]
					: (char)(seed >> 40);
		decoder_push(&decoder, &byte, 1);
		drain(&decoder, (seed >> 50) % 50 == 0, &input);
		if (input.kind == INPUT_CHARACTER)
			assert_true(input.code >= 0x20 && input.code != 0x7f);
	}
	drain(&decoder, true, &input);
	assert_false(decoder_waits(&decoder));
	decoder_clear(&decoder);
}

/* A string that never ends does not take the keyboard away. */
static void
test_string_without_an_end(void **state)
{
	struct decoder decoder = { 0 };
	struct input input;

	(void)state;
	decoder_push(&decoder, "\x1bPjunk", 6);
	while (decoder_next(&decoder, false, &input))
		assert_int_equal(input.kind, INPUT_NONE);
	assert_true(decoder_waits(&decoder));
	assert_false(decoder_waits_for_key(&decoder));
	while (decoder_next(&decoder, true, &input))
		assert_int_equal(input.kind, INPUT_NONE);
	assert_false(decoder_waits(&decoder));
	decoder_push(&decoder, "q", 1);
	assert_true(decoder_next(&decoder, false, &input));
	assert_int_equal(input.kind, INPUT_CHARACTER);
	assert_int_equal(input.code, 'q');
	decoder_clear(&decoder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_escape_then_key),
		cmocka_unit_test(test_paste),
		cmocka_unit_test(test_paste_without_an_end),
		cmocka_unit_test(test_paste_is_capped),
		cmocka_unit_test(test_string_without_an_end),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests_name("decoder", tests, NULL, NULL);
}
