/* SPDX-License-Identifier: MIT */
/*
 * What needs no terminal of the terminal: the grid of cells, the table of actions, the tabs.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "tui/kit/actions.h"
#include "tui/kit/screen/canvas.h"
#include "tui/frame.h"
#include "tui/tabs.h"
#include "tui/kit/screen/theme.h"

/* A row of cells as text; each row must be as wide as the canvas. */
static void
row_text(const struct canvas *canvas, int row, char out[512])
{
	int cells = 0;

	out[0] = '\0';
	for (int column = 0; column < canvas->columns; column++) {
		const struct cell *cell = canvas_get(canvas, row, column);

		cells += cell->width;
		strncat(out, cell->text, 511 - strlen(out));
	}
	assert_int_equal(cells, canvas->columns);
}

static void
assert_row(const struct canvas *canvas, int row, const char *expected)
{
	char text[512];

	row_text(canvas, row, text);
	assert_string_equal(text, expected);
}

static void
test_wide_characters(void **state)
{
	struct canvas canvas = { 0 };

	(void)state;
	canvas_resize(&canvas, 1, 8);
	assert_int_equal(canvas_put(&canvas, 0, 0, 8, ROLE_TEXT, "\u4e2d\u6587x"), 5);
	assert_row(&canvas, 0, "\u4e2d\u6587x   ");
	canvas_put(&canvas, 0, 1, 1, ROLE_TEXT, "y");
	assert_row(&canvas, 0, " y\u6587x   ");
	canvas_put(&canvas, 0, 2, 1, ROLE_TEXT, "z");
	assert_row(&canvas, 0, " yz x   ");
	canvas_put(&canvas, 0, 7, 5, ROLE_TEXT, "\u4e2d");
	assert_row(&canvas, 0, " yz x  \u2026");
	canvas_clear(&canvas);
}

static void
test_clipping(void **state)
{
	struct canvas canvas = { 0 };

	(void)state;
	canvas_resize(&canvas, 2, 6);
	canvas_put(&canvas, 0, 0, 4, ROLE_TEXT, "abcdef");
	assert_row(&canvas, 0, "abc\u2026  ");
	canvas_put(&canvas, 5, 0, 4, ROLE_TEXT, "abc");
	canvas_put(&canvas, -1, 0, 4, ROLE_TEXT, "abc");
	canvas_put(&canvas, 1, -1, 4, ROLE_TEXT, "abc");
	canvas_put(&canvas, 1, 6, 4, ROLE_TEXT, "abc");
	canvas_put(&canvas, 1, 0, -3, ROLE_TEXT, "abc");
	assert_row(&canvas, 1, "      ");
	canvas_put_right(&canvas, 1, 0, 6, ROLE_TEXT, "ab");
	assert_row(&canvas, 1, "    ab");
	canvas_box(&canvas, (struct area){ 0, 0, 1, 1 }, "much too long");
	canvas_clear(&canvas);
}

static void
test_nothing_is_obeyed(void **state)
{
	struct canvas canvas = { 0 };

	(void)state;
	canvas_resize(&canvas, 1, 24);
	canvas_put(&canvas, 0, 0, 24, ROLE_TEXT, "a\x1b[2J\u202e\r\n");
	assert_row(&canvas, 0, "a^[[2J<U+202E>^M\u21b5       ");
	canvas.ascii = true;
	canvas_wipe(&canvas);
	canvas_put(&canvas, 0, 0, 24, ROLE_TEXT, "\u00e9\u4e2dx");
	assert_row(&canvas, 0, "\u00e9\u4e2dx                    ");
	canvas.plain = true;
	canvas_wipe(&canvas);
	canvas_put(&canvas, 0, 0, 24, ROLE_TEXT, "\u00e9\u4e2dx");
	assert_row(&canvas, 0, "e?x                     ");
	canvas_clear(&canvas);
}

static void
test_every_type_has_one_home(void **state)
{
	size_t count;
	const struct type *const *types = model_types(&count);
	size_t homes = 0;

	(void)state;
	for (int tab = 0; tab < TAB_COUNT; tab++) {
		int pages = tabs_count_pages(tabs_get(tab));

		for (int page = 0; page < pages; page++) {
			const struct type *type = tabs_page_type(tabs_get(tab), page);
			int found_tab, found_page;

			if (!type) {
				assert_true(tabs_find_page(tabs_page_name(tabs_get(tab), page),
					&found_tab, &found_page));
				assert_int_equal(found_tab, tab);
				assert_int_equal(found_page, page);
				continue;
			}
			tabs_find(type, &found_tab, &found_page);
			assert_int_equal(found_tab, tab);
			assert_int_equal(found_page, page);
			homes++;
		}
	}
	assert_int_equal(homes, count);
	for (size_t i = 0; i < count; i++) {
		int tab = -1, page = -1;

		tabs_find(types[i], &tab, &page);
		assert_ptr_equal(tabs_page_type(tabs_get(tab), page), types[i]);
	}
}

static const unsigned scopes[] = { SCOPE_LIST, SCOPE_CONTROL, SCOPE_PAGE, SCOPE_RECORD, SCOPE_FORM,
	SCOPE_POPUP, SCOPE_PROMPT, SCOPE_QUESTION };

/* In a form and a prompt letters are text; nowhere may a key mean two things. */
static void
test_actions(void **state)
{
	bool several;

	(void)state;
	for (const struct action_info *info = NULL; (info = actions_next(info)) != NULL;) {
		for (size_t k = 0; k < ACTION_KEYS_MAX; k++) {
			const struct input *key = &info->keys[k];

			if (key->kind == INPUT_NONE)
				break;
			for (size_t s = 0; s < sizeof scopes / sizeof scopes[0]; s++)
				if (info->scopes & scopes[s])
					assert_int_equal(
						actions_find(scopes[s], key), info->action);
			if (key->kind == INPUT_CHARACTER)
				assert_int_equal(info->scopes & (SCOPE_FORM | SCOPE_PROMPT), 0);
		}
	}
	assert_int_equal(actions_find_name(SCOPE_PAGE, "undo", &several), ACTION_UNDO);
	assert_int_equal(actions_find_name(SCOPE_PAGE, "und", &several), ACTION_UNDO);
	assert_int_equal(actions_find_name(SCOPE_LIST, "sort", &several), ACTION_SORT);
	assert_int_equal(actions_find_name(SCOPE_LIST, "search-", &several), ACTION_NONE);
	assert_true(several);
	assert_int_equal(actions_find_name(SCOPE_LIST, "nonsense", &several), ACTION_NONE);
	assert_false(several);
}

static void
test_frame_fits_every_size(void **state)
{
	(void)state;
	for (int rows = 1; rows < 60; rows++) {
		struct frame_rows frame = frame_place(rows, 80);

		assert_true(frame.content.rows >= 1);
		assert_true(frame.content.row + frame.content.rows <= rows);
		assert_true(frame.keys < rows && frame.message < rows);
		if (frame.keys >= 0)
			assert_true(frame.keys >= frame.content.row + frame.content.rows);
	}
}

/* Without colour what differs in meaning must still differ from plain text. */
static void
test_theme_without_color(void **state)
{
	(void)state;
	for (int theme = 0; theme < THEME_COUNT; theme++) {
		for (int role = 0; role < ROLE_COUNT; role++) {
			struct style style = theme_style((enum theme)theme, (enum role)role, 0);
			struct style mono = theme_style(THEME_MONO, (enum role)role, 256);

			assert_int_equal(style.foreground, -1);
			assert_int_equal(style.background, -1);
			assert_int_equal(mono.foreground, -1);
		}
		assert_int_not_equal(theme_style((enum theme)theme, ROLE_SELECTED, 0).bits, 0);
		assert_int_not_equal(theme_style((enum theme)theme, ROLE_ERROR, 256).bits, 0);
	}
	assert_int_not_equal(theme_style(THEME_AUTO, ROLE_SELECTED, 0).bits, 0);
	assert_int_not_equal(theme_style(THEME_AUTO, ROLE_TAB_ACTIVE, 0).bits, 0);
	assert_int_not_equal(theme_style(THEME_AUTO, ROLE_ERROR, 0).bits, 0);
	assert_int_not_equal(theme_style(THEME_AUTO, ROLE_FIELD_ACTIVE, 0).bits, 0);
}

/* What is bad and what is fine differ in more than red and green for those who need it. */
static void
test_themes_differ(void **state)
{
	enum theme found;

	(void)state;
	for (int theme = 0; theme < THEME_COUNT; theme++) {
		assert_true(theme_find(theme_name((enum theme)theme), &found));
		assert_int_equal(found, theme);
	}
	assert_false(theme_find("pink", &found));
	assert_int_equal(theme_style(THEME_BLIND, ROLE_GOOD, 8).foreground, 4);
	assert_int_equal(theme_style(THEME_BLIND, ROLE_ERROR, 8).foreground, 3);
	assert_int_equal(theme_style(THEME_AUTO, ROLE_ERROR, 16).foreground, 1);
	assert_int_equal(theme_style(THEME_CONTRAST, ROLE_MUTED, 256).bits, 0);
	assert_int_not_equal(theme_style(THEME_LIGHT, ROLE_WARNING, 256).foreground,
		theme_style(THEME_DARK, ROLE_WARNING, 256).foreground);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_themes_differ),
		cmocka_unit_test(test_wide_characters),
		cmocka_unit_test(test_clipping),
		cmocka_unit_test(test_nothing_is_obeyed),
		cmocka_unit_test(test_every_type_has_one_home),
		cmocka_unit_test(test_actions),
		cmocka_unit_test(test_frame_fits_every_size),
		cmocka_unit_test(test_theme_without_color),
	};

	return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
