/* SPDX-License-Identifier: MIT */
/*
 * What needs no terminal of the terminal: the grid of cells, the tables of keys, the tabs.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/tui/tui.h"
#include "tui/desk_actions.h"
#include "tui/kit/form/form.h"
#include "tui/kit/list/list.h"
#include "tui/kit/popup.h"
#include "tui/kit/screen/canvas.h"
#include "tui/frame.h"
#include "tui/tabs.h"
#include "tui/kit/screen/theme.h"
#include "tui/kit/sheet.h"

/* A row of cells as text; each row must be as wide as the canvas. */
static void
row_text(const struct canvas *canvas, int row, char out[512])
{
	int cells = 0;

	out[0] = '\0';
	for (int column = 0; column < canvas->columns; column++) {
		const struct canvas_cell *cell = canvas_get(canvas, row, column);

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

enum { TOLD_MOST = 512 };

/* What tui_each_key() has told. */
struct told {
	struct {
		char where[80], keys[KEYS_NAMED], name[40];
	} rows[TOLD_MOST];
	int count;
};

static void
note(void *context, const char *where, const char *keys, const char *name, const char *help)
{
	struct told *told = context;

	assert_true(told->count < TOLD_MOST);
	assert_true(*help != '\0' && help[strlen(help) - 1] != '.');
	snprintf(told->rows[told->count].where, sizeof told->rows[0].where, "%s", where);
	snprintf(told->rows[told->count].keys, sizeof told->rows[0].keys, "%s", keys);
	snprintf(told->rows[told->count++].name, sizeof told->rows[0].name, "%s", name);
}

/* How often the action is told of, with these keys. */
static int
count_told(const struct told *told, const char *where, const char *keys, const char *name)
{
	int count = 0;

	for (int i = 0; i < told->count; i++)
		count += strcmp(told->rows[i].where, where) == 0 &&
			 strcmp(told->rows[i].keys, keys) == 0 &&
			 strcmp(told->rows[i].name, name) == 0;
	return count;
}

static bool
names_key(const char *keys, const char *key)
{
	char padded[KEYS_NAMED + 2], word[INPUT_NAME_SIZE + 2];

	snprintf(padded, sizeof padded, " %s ", keys);
	snprintf(word, sizeof word, " %s ", key);
	return strstr(padded, word) != NULL;
}

/* A key that some keyboards have not, or only behind AltGr, is never the only one; and letters are
 * text where text is typed. */
static void
check_keys(const struct action *action, enum panel_kind kind, bool typed)
{
	bool plain = action->keys[0] == '\0';
	char keys[KEYS_NAMED], *rest = keys;

	snprintf(keys, sizeof keys, "%s", action->keys);
	for (char *key; (key = strtok_r(rest, " ", &rest)) != NULL;) {
		bool function = key[0] == 'F' && key[1] >= '1' && key[1] <= '9';
		bool character = strlen(key) == 1 || strcmp(key, "Space") == 0;

		if (character) {
			assert_null(strchr("@[]{}\\|~$^`#", key[0]));
			assert_false(typed && (kind == PANEL_FORM || kind == PANEL_LINE));
		}
		plain = plain || !function;
	}
	assert_true(plain);
}

/* A row behind one with the same key is there for when the first does not apply. */
static void
check_table(const struct keys *keys, enum panel_kind kind, bool typed, const struct told *told)
{
	char named[KEYS_NAMED];
	const struct chain alone = { .tables = { keys } };
	int count = 0;

	assert_non_null(keys->where);
	while (count < KEYS_MOST && keys->actions[count].name)
		count++;
	assert_true(count > 0 && count < KEYS_MOST);
	for (int i = 0; i < count; i++) {
		const struct action *action = &keys->actions[i];

		assert_non_null(action->act);
		assert_non_null(action->help);
		assert_true(action->hint == NULL || action->keys[0] != '\0');
		check_keys(action, kind, typed);
		chain_name_keys(&alone, action, named);
		assert_int_equal(count_told(told, keys->where, named, action->name), 1);
		for (int j = 0; j < i; j++) {
			const struct action *before = &keys->actions[j];
			char list[KEYS_NAMED], *rest = list;

			snprintf(list, sizeof list, "%s", action->keys);
			for (char *key; (key = strtok_r(rest, " ", &rest)) != NULL;)
				if (names_key(before->keys, key))
					assert_non_null(before->applies);
		}
	}
}

/* Behind ":" a name means one thing. */
static void
check_names(const struct chain *chain)
{
	const struct action *action;
	struct chain_at at = { 0 };
	bool several;

	while ((action = chain_next(chain, &at)) != NULL) {
		const struct action *other;
		struct chain_at behind = at;

		while ((other = chain_next(chain, &behind)) != NULL)
			assert_string_not_equal(other->name, action->name);
		assert_ptr_equal(chain_find_name(chain, action->name, &several), action);
		assert_false(several);
	}
}

static void
test_keys_of_every_panel(void **state)
{
	struct told *told = calloc(1, sizeof *told);
	const struct panel_class *class;
	size_t classes = 0;

	(void)state;
	tui_each_key(note, told);
	for (; (class = tabs_class(classes)) != NULL; classes++) {
		const struct chain chain = desk_chain(class, NULL);
		int tables = 0;

		for (; chain.tables[tables]; tables++)
			check_table(chain.tables[tables], class->kind, class->type != NULL, told);
		assert_true(tables > 1 && tables < CHAIN_MOST);
		check_names(&chain);
	}
	assert_true(classes > 20);
	free(told);
}

/* The name of what the key does in a panel of that class. */
static const char *
key_name(const struct panel_class *class, enum input_kind kind, uint32_t code)
{
	const struct chain chain = desk_chain(class, NULL);
	const struct input input = { .kind = kind, .code = code };
	const struct action *action = chain_find(&chain, &input);

	return action ? action->name : "";
}

static const char *
name_found(const struct panel_class *class, const char *name, bool *several)
{
	const struct chain chain = desk_chain(class, NULL);
	const struct action *action = chain_find_name(&chain, name, several);

	return action ? action->name : "";
}

/* A page's own key wins over a common one. */
static void
test_keys_are_looked_up(void **state)
{
	bool several;

	(void)state;
	assert_string_equal(name_found(&popup_class, "redraw", &several), "redraw");
	assert_string_equal(name_found(&list_class, "undo", &several), "undo");
	assert_string_equal(name_found(&list_class, "und", &several), "undo");
	assert_string_equal(name_found(&list_class, "sort", &several), "sort");
	assert_string_equal(name_found(&list_class, "search-", &several), "");
	assert_true(several);
	assert_string_equal(name_found(&list_class, "nonsense", &several), "");
	assert_false(several);
	assert_string_equal(key_name(&list_class, INPUT_CHARACTER, 'l'), "right");
	assert_string_equal(key_name(&sheet_finding_class, INPUT_CHARACTER, 'l'), "next-page");
	assert_string_equal(key_name(&list_class, INPUT_TAB, 0), "next-page");
	assert_string_equal(key_name(&form_class, INPUT_TAB, 0), "next-field");
	assert_string_equal(key_name(&form_class, INPUT_CHARACTER, 'q'), "");
	assert_string_equal(key_name(&list_class, INPUT_CHARACTER, 0xe9), "");
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
		cmocka_unit_test(test_keys_of_every_panel),
		cmocka_unit_test(test_keys_are_looked_up),
		cmocka_unit_test(test_frame_fits_every_size),
		cmocka_unit_test(test_theme_without_color),
	};

	return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
