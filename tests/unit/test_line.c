/* SPDX-License-Identifier: MIT */
/*
 * The line editor against the plainest model there is: a byte string whose characters are found by
 * walking from its start each time. Random Unicode, fixed seed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"
#include "tui/kit/form/line.h"

enum { MODEL_SIZE = 4096, MODEL_LONG = 3000 };

struct model {
	char text[MODEL_SIZE];
	size_t length, cursor;
};

static const char *const pieces[] = {
	"a",
	"Z",
	" ",
	"-",
	"\u00e9",
	"e",
	"\u0301",
	"\u0308",
	"\u4e2d",
	"\u6587",
	"\u0905",
	"\u093f",
	"\u0e33",
	"\u05d0",
	"\u0627",
	"\U0001F600",
	"\U0001F468",
	"\u200d",
	"\U0001F469",
	"\ufe0f",
	"\U0001F1E9",
	"\U0001F1EA",
	"\u1100",
	"\u1161",
	"\u11a8",
	"\U0001fae8",
	"\u00df",
	"\u212b",
};

static uint32_t
random_below(uint64_t *seed, uint32_t limit)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(*seed >> 33) % limit;
}

static size_t
model_boundary(const struct model *model, size_t at)
{
	size_t boundary = 0;

	while (boundary < at)
		boundary += text_next_grapheme(model->text + boundary, model->length - boundary);
	return boundary;
}

static size_t
model_previous(const struct model *model)
{
	size_t boundary = 0, before = 0;

	while (boundary < model->cursor) {
		before = boundary;
		boundary += text_next_grapheme(model->text + boundary, model->length - boundary);
	}
	return before;
}

static size_t
model_next(const struct model *model)
{
	return model->cursor < model->length ? model_boundary(model, model->cursor + 1)
					     : model->cursor;
}

static void
model_erase(struct model *model, size_t from, size_t to)
{
	memmove(model->text + from, model->text + to, model->length - to);
	model->length -= to - from;
	model->cursor = model_boundary(model, from);
}

static void
model_insert(struct model *model, const char *text)
{
	size_t length = strlen(text);

	memmove(model->text + model->cursor + length, model->text + model->cursor,
		model->length - model->cursor);
	memcpy(model->text + model->cursor, text, length);
	model->length += length;
	model->cursor = model_boundary(model, model->cursor + length);
}

static void
press(struct line *line, enum input_kind kind, uint32_t code)
{
	const struct input input = { .kind = kind, .code = code };

	assert_true(line_handle(line, &input));
}

static void
random_step(struct line *line, struct model *model, uint64_t *seed)
{
	const char *piece = pieces[random_below(seed, sizeof pieces / sizeof pieces[0])];
	struct input paste = { .kind = INPUT_PASTE, .text = piece, .length = strlen(piece) };

	switch (random_below(seed, 16)) {
	case 0:
		press(line, INPUT_LEFT, 0);
		model->cursor = model_previous(model);
		break;
	case 1:
		press(line, INPUT_RIGHT, 0);
		model->cursor = model_next(model);
		break;
	case 2:
		press(line, INPUT_HOME, 0);
		model->cursor = 0;
		break;
	case 3:
		press(line, INPUT_CONTROL, 'e');
		model->cursor = model->length;
		break;
	case 4:
		press(line, INPUT_BACKSPACE, 0);
		model_erase(model, model_previous(model), model->cursor);
		break;
	case 5:
		press(line, INPUT_CONTROL, 'd');
		model_erase(model, model->cursor, model_next(model));
		break;
	case 6:
		if (random_below(seed, 20) == 0) {
			press(line, INPUT_CONTROL, 'k');
			model_erase(model, model->cursor, model->length);
		}
		break;
	default:
		if (model->length < MODEL_LONG) {
			assert_true(line_handle(line, &paste));
			model_insert(model, piece);
		}
		break;
	}
}

static void
check_drawing(struct line *line, struct canvas *canvas, int columns)
{
	line_layout(line, columns);
	canvas_wipe(canvas);
	line_draw(line, canvas, 1, 3, columns, true);
	assert_int_equal(canvas->cursor_row, 1);
	assert_in_range(canvas->cursor_column, 3, 3 + columns - 1);
	assert_true(line->first <= line->cursor);
	for (int i = 0; i < 3; i++)
		assert_string_equal(canvas_get(canvas, 1, i)->text, " ");
	assert_int_not_equal(canvas_get(canvas, 1, 3 + columns)->width, 0);
}

static void
test_random_editing(void **state)
{
	struct line line = { 0 };
	struct model *model = memory_new(1, sizeof *model);
	struct canvas canvas = { 0 };
	uint64_t seed = 20261122;

	(void)state;
	canvas_resize(&canvas, 3, 60);
	line_set(&line, "", 0);
	for (int i = 0; i < 20000; i++) {
		random_step(&line, model, &seed);
		assert_int_equal(line_length(&line), model->length);
		assert_memory_equal(line_text(&line), model->text, model->length);
		assert_int_equal(line.cursor, model->cursor);
		if (i % 7 == 0)
			check_drawing(&line, &canvas, 1 + (int)random_below(&seed, 40));
	}
	canvas_clear(&canvas);
	line_clear(&line);
	free(model);
}

static void
set(struct line *line, const char *text)
{
	line_set(line, text, strlen(text));
}

static void
test_words(void **state)
{
	struct line line = { 0 };

	(void)state;
	set(&line, "one  two\u00e9 three");
	press(&line, INPUT_CONTROL, 'w');
	assert_string_equal(line_text(&line), "one  two\u00e9 ");
	press(&line, INPUT_ALT, 'b');
	press(&line, INPUT_CONTROL, 'u');
	assert_string_equal(line_text(&line), "two\u00e9 ");
	press(&line, INPUT_ALT, 'f');
	assert_int_equal(line.cursor, strlen("two\u00e9"));
	press(&line, INPUT_WORD_LEFT, 0);
	press(&line, INPUT_ALT, 'd');
	assert_string_equal(line_text(&line), " ");
	line_clear(&line);
}

/* As readline has it: cuts in a row come back together, in the order they stood in. */
static void
test_cuts_come_back(void **state)
{
	struct line line = { 0 }, other = { 0 };
	struct buffer shared = { 0 };

	(void)state;
	set(&line, "one two\u00e9 \u4e2d");
	press(&line, INPUT_CONTROL, 'y');
	assert_string_equal(line_text(&line), "one two\u00e9 \u4e2d");
	press(&line, INPUT_CONTROL, 'w');
	press(&line, INPUT_CONTROL, 'w');
	press(&line, INPUT_HOME, 0);
	press(&line, INPUT_CONTROL, 'y');
	press(&line, INPUT_CONTROL, 'y');
	assert_string_equal(line_text(&line), "two\u00e9 \u4e2dtwo\u00e9 \u4e2done ");
	press(&line, INPUT_ALT, 'b');
	press(&line, INPUT_CONTROL, 'k');
	press(&line, INPUT_CONTROL, 'u');
	press(&line, INPUT_CONTROL, 'y');
	assert_string_equal(line_text(&line), "two\u00e9 \u4e2dtwo\u00e9 \u4e2done ");
	press(&line, INPUT_HOME, 0);
	press(&line, INPUT_ALT, 'd');
	press(&line, INPUT_ALT, 'd');
	press(&line, INPUT_BACKSPACE, 0);
	press(&line, INPUT_CONTROL, 'y');
	assert_string_equal(line_text(&line), "two\u00e9 \u4e2dtwo\u00e9 \u4e2done ");
	line.cuts = &shared;
	other.cuts = &shared;
	set(&other, "");
	press(&line, INPUT_CONTROL, 'u');
	press(&other, INPUT_CONTROL, 'y');
	assert_string_equal(line_text(&other), "two\u00e9 \u4e2dtwo\u00e9");
	line_clear(&line);
	line_clear(&other);
	buffer_clear(&shared);
}

static void
test_newlines(void **state)
{
	struct line line = { .lines = true };
	struct line single = { 0 };
	const struct input enter = { .kind = INPUT_ALT, .code = '\r' };

	(void)state;
	set(&line, "a\nb");
	assert_string_equal(line_text(&line), "a\nb");
	assert_true(line_handle(&line, &enter));
	assert_string_equal(line_text(&line), "a\nb\n");
	set(&single, "a\nb\tc");
	assert_string_equal(line_text(&single), "a b c");
	assert_false(line_handle(&single, &enter));
	line_clear(&line);
	line_clear(&single);
}

static void
test_bad_bytes_are_left_out(void **state)
{
	struct line line = { 0 };

	(void)state;
	set(&line, "a\x1b[31m\xff\xc3"
		   "b\xe2\x80\xae"
		   "c\r");
	assert_string_equal(line_text(&line), "a[31mbc");
	line_clear(&line);
}

static void
test_limit(void **state)
{
	struct line line = { .limit = 5 };

	(void)state;
	set(&line, "ab\u4e2d\u6587");
	assert_string_equal(line_text(&line), "ab\u4e2d");
	press(&line, INPUT_CHARACTER, 'c');
	assert_string_equal(line_text(&line), "ab\u4e2d");
	line_clear(&line);
}

static void
test_typed_characters(void **state)
{
	struct line line = { 0 };

	(void)state;
	set(&line, "");
	press(&line, INPUT_CHARACTER, 'x');
	press(&line, INPUT_CHARACTER, 0xe9);
	press(&line, INPUT_CHARACTER, 0x4e2d);
	press(&line, INPUT_CHARACTER, 0x1f600);
	press(&line, INPUT_CHARACTER, 0x0301);
	assert_string_equal(line_text(&line), "x\u00e9\u4e2d\U0001F600\u0301");
	line_clear(&line);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_editing),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_cuts_come_back),
		cmocka_unit_test(test_newlines),
		cmocka_unit_test(test_bad_bytes_are_left_out),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_typed_characters),
	};

	return cmocka_run_group_tests_name("line", tests, NULL, NULL);
}
