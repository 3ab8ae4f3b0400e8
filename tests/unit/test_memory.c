/* SPDX-License-Identifier: MIT */
/*
 * Errors, arenas and buffers. Must not make memory run out: the sanitizer builds show what is read,
 * written or kept wrongly.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/error.h"
#include "rollout/base/memory.h"

static void
test_error(void **state)
{
	struct error error = { 0 };

	(void)state;
	assert_int_equal(error_set(&error, STATUS_INVALID, "line %d: no name", 7), STATUS_INVALID);
	assert_int_equal(error.status, STATUS_INVALID);
	assert_string_equal(error.message, "line 7: no name");
	(void)error_set(&error, STATUS_FAILED, "plan.csv: %s", error.message);
	assert_string_equal(error.message, "plan.csv: line 7: no name");
}

/* A message that is too long ends at a whole character, wherever the cut falls. */
static void
test_error_cut(void **state)
{
	static const char *const characters[] = { "a", "\u00E9", "\u4E2D", "\U0001F600" };
	char text[ERROR_MESSAGE_SIZE * 2];
	struct error error = { 0 };

	(void)state;
	for (size_t width = 1; width <= 4; width++) {
		for (size_t shift = 0; shift < 4; shift++) {
			size_t length = shift;

			memset(text, '.', shift);
			while (length + width < sizeof text) {
				memcpy(text + length, characters[width - 1], width);
				length += width;
			}
			text[length] = '\0';
			(void)error_set(&error, STATUS_FAILED, "%s", text);
			length = strlen(error.message);
			assert_in_range(length, ERROR_MESSAGE_SIZE - 4, ERROR_MESSAGE_SIZE - 1);
			assert_int_equal((length - shift) % width, 0);
			assert_memory_equal(error.message, text, length);
		}
	}
}

static void
test_memory(void **state)
{
	unsigned char *zeroed = memory_new(1000, 3);
	char *copy = memory_copy_text("Anna Smith", 4);
	int *numbers = NULL;

	(void)state;
	for (size_t i = 0; i < 3000; i++)
		assert_int_equal(zeroed[i], 0);
	assert_string_equal(copy, "Anna");
	free(zeroed);
	free(copy);
	copy = memory_copy_text(NULL, 0);
	assert_string_equal(copy, "");
	free(copy);
	free(memory_new(0, 8));
	numbers = memory_resize(numbers, 2, sizeof *numbers);
	numbers[0] = 1;
	numbers[1] = 2;
	numbers = memory_resize(numbers, 10000, sizeof *numbers);
	numbers[9999] = 3;
	assert_int_equal(numbers[1], 2);
	free(numbers);
}

/* What is there stays while an array grows, shrinks at its end and begins anew. */
static void
test_array(void **state)
{
	enum { MOST = 3000 };
	struct arena arena = { 0 };
	int *items = NULL, *kept = NULL;
	size_t count = 0;

	(void)state;
	for (size_t round = 0; round < 4; round++) {
		for (; count < MOST; count++) {
			items = array_grow(items, count, sizeof *items);
			kept = arena_grow(&arena, kept, count, sizeof *kept);
			items[count] = kept[count] = (int)count;
		}
		for (size_t i = 0; i < MOST; i++) {
			assert_int_equal(items[i], i);
			assert_int_equal(kept[i], i);
		}
		count = (size_t[]){ 2048, 1025, 7, 0 }[round];
	}
	free(items);
	arena_clear(&arena);
}

/* Room for one more costs nothing until it is used up. */
static void
test_array_moves_seldom(void **state)
{
	struct arena arena = { 0 };
	char *items = NULL;
	int moved = 0;

	(void)state;
	for (size_t count = 0; count < 4096; count++) {
		char *grown = arena_grow(&arena, items, count, 1);

		moved += grown != items;
		items = grown;
	}
	assert_in_range(moved, 2, 12);
	arena_clear(&arena);
}

/* Pieces of all sizes are aligned, apart from each other, and stay as they were written. */
static void
test_arena(void **state)
{
	enum { PIECES = 400 };
	struct arena arena = { 0 };
	unsigned char *pieces[PIECES];

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < PIECES; i++) {
			pieces[i] = arena_alloc(&arena, i * 7);
			assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
			memset(pieces[i], (int)(i % 256), i * 7);
		}
		for (size_t i = 0; i < PIECES; i++) {
			for (size_t j = 0; j < i * 7; j++)
				assert_int_equal(pieces[i][j], i % 256);
		}
		arena_reset(&arena);
	}
	arena_clear(&arena);
	arena_clear(&arena);
	arena_reset(&arena);
	assert_null(arena.blocks);
}

static void
test_arena_text(void **state)
{
	struct arena arena = { 0 };
	char *large;

	(void)state;
	assert_string_equal(arena_copy(&arena, "Anna Smith", 4), "Anna");
	assert_string_equal(arena_copy(&arena, NULL, 0), "");
	assert_string_equal(arena_format(&arena, "%s has %d", "Anna", 3), "Anna has 3");
	large = arena_format(&arena, "%0200000d", 1);
	assert_int_equal(strlen(large), 200000);
	(void)arena_alloc(&arena, 5000000);
	arena_reset(&arena);
	assert_null(arena.blocks);
	assert_string_equal(arena_copy(&arena, "again", 5), "again");
	arena_clear(&arena);
}

static void
test_buffer(void **state)
{
	struct buffer buffer = { 0 };
	char *place;

	(void)state;
	assert_string_equal(buffer_text(&buffer), "");
	buffer_reset(&buffer);
	buffer_append(&buffer, NULL, 0);
	assert_string_equal(buffer_text(&buffer), "");
	buffer_append(&buffer, "Anna Smith", 4);
	buffer_append_char(&buffer, ',');
	buffer_append_text(&buffer, " Ben");
	buffer_format(&buffer, " and %d more", 12);
	assert_string_equal(buffer_text(&buffer), "Anna, Ben and 12 more");
	assert_int_equal(buffer.length, strlen("Anna, Ben and 12 more"));
	place = buffer_reserve(&buffer, 3);
	memcpy(place, "...", 4);
	buffer.length += 3;
	assert_string_equal(buffer_text(&buffer), "Anna, Ben and 12 more...");
	buffer_reset(&buffer);
	assert_string_equal(buffer_text(&buffer), "");
	buffer_format(&buffer, "%0100000d", 5);
	assert_int_equal(buffer.length, 100000);
	assert_int_equal(strlen(buffer_text(&buffer)), 100000);
	buffer_clear(&buffer);
	buffer_clear(&buffer);
	assert_string_equal(buffer_text(&buffer), "");
}

/* Every length around a change of the buffer's size, by each way of adding. */
static void
test_buffer_growth(void **state)
{
	(void)state;
	for (int length = 0; length < 300; length++) {
		struct buffer single = { 0 }, formatted = { 0 };

		for (int i = 0; i < length; i++)
			buffer_append_char(&single, (char)('a' + i % 26));
		buffer_format(&formatted, "%.*s", length, buffer_text(&single));
		assert_int_equal(formatted.length, length);
		assert_string_equal(buffer_text(&formatted), buffer_text(&single));
		buffer_clear(&single);
		buffer_clear(&formatted);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_error),
		cmocka_unit_test(test_error_cut),
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_array),
		cmocka_unit_test(test_array_moves_seldom),
		cmocka_unit_test(test_arena),
		cmocka_unit_test(test_arena_text),
		cmocka_unit_test(test_buffer),
		cmocka_unit_test(test_buffer_growth),
	};

	return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
