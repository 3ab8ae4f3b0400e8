/* SPDX-License-Identifier: MIT */
/*
 * The mouse does what the keys do, on every page of every panel and in what stands above them: two
 * desks over one file, one of them moved by keys and the other by the mouse, show the same.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sample.h"
#include "tui/desk_actions.h"
#include "tui/import_preview.h"

/* Away: a page that is not looked at meanwhile. */
enum { AWAY_TAB = 4, AWAY_PAGE = 2 };
/* Ctrl-O chooses a value in a form. */
enum { CHOOSE = '\017' };
/* TODAY: 2026-11-22, as for all that runs here. */
enum { ROWS = 30, COLUMNS = 100, WHEEL = 3, TODAY = 20779 };

/* The same file, twice. */
struct pair {
	char path[SAMPLE_PATH_SIZE];
	struct programme *programme;
	struct desk keys, mouse;
	int moved; /* panels whose cursor the wheel has moved */
};

/* All that waits for time is read, as when nobody types; a slow machine changes nothing of it. */
static void
look(struct desk *desk)
{
	desk->session.findings.slow = false;
	for (int i = 0; i < 100 && desk_work(desk); i++)
		;
	desk_draw(desk);
}

static void
key(struct desk *desk, enum input_kind kind, uint32_t code)
{
	const struct input input = { .kind = kind, .code = code };

	desk_input(desk, &input);
	look(desk);
}

static void
type(struct desk *desk, const char *text)
{
	for (; *text; text++) {
		struct input input = { .kind = INPUT_CHARACTER, .code = (uint32_t)*text };

		if (*text == CHOOSE)
			input = (struct input){ .kind = INPUT_CONTROL, .code = 'o' };
		else if (*text == '\r' || *text == '\033')
			input = (struct input){ .kind = *text == '\r' ? INPUT_ENTER
								      : INPUT_ESCAPE };
		desk_input(desk, &input);
	}
	look(desk);
}

static void
point(struct desk *desk, enum mouse_kind kind, int row, int column, bool twice)
{
	const struct mouse mouse = { .kind = kind, .row = row, .column = column, .twice = twice };
	const struct input input = input_from_mouse(&mouse);

	desk_input(desk, &input);
	look(desk);
}

static struct panel *
top(const struct desk *desk)
{
	return desk->stack[desk->depth - 1];
}

static void
print(const char *whose, const struct canvas *canvas)
{
	fprintf(stderr, "---- %s, cursor %d %d\n", whose, canvas->cursor_row,
		canvas->cursor_column);
	for (int row = 0; row < canvas->rows; row++) {
		for (int column = 0; column < canvas->columns; column++)
			fputs(canvas_get(canvas, row, column)->text, stderr);
		fputc('\n', stderr);
	}
}

/* What is said at the foot aside: the second of two may find done what the first has done. */
static void
compare(struct pair *pair, const char *what, const char *when)
{
	struct canvas *a = &pair->keys.canvas, *b = &pair->mouse.canvas;
	bool same = pair->keys.depth == pair->mouse.depth && pair->keys.tab == pair->mouse.tab;

	pair->keys.session.message[0] = pair->mouse.session.message[0] = '\0';
	look(&pair->keys);
	look(&pair->mouse);
	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < COLUMNS; column++)
			same = same &&
			       strcmp(canvas_get(a, row, column)->text,
				       canvas_get(b, row, column)->text) == 0 &&
			       canvas_get(a, row, column)->role == canvas_get(b, row, column)->role;
	if (same && a->cursor_row == b->cursor_row && a->cursor_column == b->cursor_column)
		return;
	print("keys", a);
	print("mouse", b);
	fail_msg("%s: %s", what, when);
}

/*
 * Where the row or cell is seen that the keys have just selected, which the mouse has not yet: the
 * hardware cursor stands on it, unless a line is typed there.
 */
static void
find_selected(const struct pair *pair, int *row, int *column)
{
	const struct canvas *now = &pair->keys.canvas, *before = &pair->mouse.canvas;

	*row = now->cursor_row;
	*column = now->cursor_column;
	for (int i = 0; now->cursor_visible && i < ROWS * COLUMNS; i++) {
		*row = i / COLUMNS;
		*column = i % COLUMNS;
		if (canvas_get(now, *row, *column)->role == ROLE_SELECTED &&
			canvas_get(before, *row, *column)->role != ROLE_SELECTED)
			return;
	}
	*row = now->cursor_row;
	*column = now->cursor_column;
}

/* The wheel is three steps, a press goes there, and two of them do what Enter does. */
static void
check(struct pair *pair, const char *what)
{
	struct desk *keys = &pair->keys, *mouse = &pair->mouse;
	const struct selection *at = &top(mouse)->selection;
	int before = at->row, row = ROWS / 2, column = COLUMNS / 2;

	compare(pair, what, "at the beginning");
	for (int i = 0; i < WHEEL; i++)
		key(keys, INPUT_DOWN, 0);
	point(mouse, MOUSE_WHEEL_DOWN, ROWS / 2, COLUMNS / 2, false);
	compare(pair, what, "the wheel down");
	pair->moved += at->row != before || at->first > 0 ? 1 : 0;
	if (!top(mouse)->class->stands && !at->text && at->rows > before + WHEEL)
		assert_int_equal(at->row, before + WHEEL);
	for (int i = 0; i < WHEEL; i++)
		key(keys, INPUT_UP, 0);
	point(mouse, MOUSE_WHEEL_UP, ROWS / 2, COLUMNS / 2, false);
	compare(pair, what, "the wheel up");
	if (!at->text) {
		key(keys, INPUT_DOWN, 0);
		find_selected(pair, &row, &column);
		/* What has scrolled into sight cannot be pressed yet. */
		if (top(keys)->selection.first == at->first)
			point(mouse, MOUSE_PRESS, row, column, false);
		else
			key(mouse, INPUT_DOWN, 0);
		compare(pair, what, "a press on the next row");
	}
	if (at->columns > 1) {
		key(keys, INPUT_RIGHT, 0);
		find_selected(pair, &row, &column);
		point(mouse, MOUSE_PRESS, row, column, false);
		compare(pair, what, "a press on the next column");
	}
	key(keys, INPUT_ENTER, 0);
	point(mouse, MOUSE_PRESS, row, column, true);
	desk_reload(keys);
	desk_reload(mouse);
	compare(pair, what, "two presses");
}

static int
setup(void **state)
{
	struct pair *pair = memory_new(1, sizeof *pair);
	const struct programme_options options = { .who = "tester", .today = TODAY };
	struct error error = { 0 };

	sample_create(pair->path);
	assert_int_equal(programme_open(pair->path, &options, &pair->programme, &error), STATUS_OK);
	desk_init(&pair->keys, pair->programme, false, false);
	desk_init(&pair->mouse, pair->programme, false, false);
	desk_resize(&pair->keys, ROWS, COLUMNS);
	desk_resize(&pair->mouse, ROWS, COLUMNS);
	*state = pair;
	return 0;
}

static int
teardown(void **state)
{
	struct pair *pair = *state;

	desk_clear(&pair->keys);
	desk_clear(&pair->mouse);
	programme_close(pair->programme);
	unlink(pair->path);
	free(pair);
	return 0;
}

/* To the beginning of a page, wherever one was on it before. */
static void
go(struct desk *desk, int tab, int page)
{
	while (desk->depth > 1) {
		int depth = desk->depth;

		type(desk, "\033");
		if (desk->depth > depth)
			type(desk, "d"); /* what was typed into a form */
	}
	desk_go(desk, AWAY_TAB, AWAY_PAGE);
	memset(desk->places, 0, sizeof desk->places);
	desk_go(desk, tab, page);
	look(desk);
}

static void
every_page(void **state)
{
	struct pair *pair = *state;
	int pages = 0;

	for (int tab = 0; tab < TAB_COUNT; tab++) {
		for (int page = 0; page < tabs_count_pages(tabs_get(tab)); page++) {
			const char *name = tabs_page_name(tabs_get(tab), page);

			go(&pair->keys, tab, page);
			go(&pair->mouse, tab, page);
			check(pair, name);
			pages++;
		}
	}
	/* Those that the sample has nothing, or one thing, for. */
	assert_true(pages - pair->moved < 20);
}

/* What is said of a line takes several: each of them is that line, and copied with it. */
static void
a_line_is_pressed_wherever_it_goes_on(void **state)
{
	struct pair *pair = *state;
	struct desk *desk = &pair->mouse;
	const struct selection *at = &top(desk)->selection;
	int tab, page, pressed = 0;

	assert_true(tabs_find_page("findings", &tab, &page));
	desk_resize(desk, ROWS, COLUMNS - 40);
	go(desk, tab, page);
	at = &top(desk)->selection;
	for (int row = 1, head = 0; row < at->shown; row++) {
		if (top(desk)->class->stands(top(desk), row)) {
			head = row;
			continue;
		}
		key(desk, head == 0 ? INPUT_PAGE_DOWN : INPUT_HOME, 0);
		if (at->first > 0)
			key(desk, INPUT_PAGE_UP, 0);
		point(desk, MOUSE_PRESS, at->area.row + row, 10, false);
		assert_int_equal(at->row, head);
		pressed++;
	}
	assert_true(pressed > 8);
	type(desk, "y");
	assert_non_null(strchr(buffer_text(&desk->session.clipboard), '\n'));
	desk_resize(desk, ROWS, COLUMNS);
}

static void
what_stands_above_a_page(void **state)
{
	static const struct {
		const char *page, *keys;
	} cases[] = {
		{ "stakeholders", "e" }, /* a form */
		{ "stakeholders", "i" }, /* details */
		{ "stakeholders", "lc" }, /* choices */
		{ "stakeholders", "llllc" }, /* records */
		{ "stakeholders", "C" }, /* columns */
		{ "stakeholders", "d" }, /* a question */
		{ "stakeholders", ":e" }, /* the palette: Up without a letter is the line before */
		{ "stakeholders", "?" }, /* the help */
		{ "stakeholders", "x" }, /* what to export */
		{ "milestones", "jv" }, /* evidence */
		{ "milestones", "w" }, /* why: a box of text */
		{ "timeline", "P" }, /* a question that is longer than its box */
		{ "diagnosis", "r" }, /* a round */
		{ "holidays", "e\0172026-12-09" }, /* a day */
		{ "calendar", "n\r" }, /* a meeting */
	};
	struct pair *pair = *state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char what[64];
		int tab, page;

		snprintf(what, sizeof what, "%s %s", cases[i].page, cases[i].keys);
		assert_true(tabs_find_page(cases[i].page, &tab, &page));
		go(&pair->keys, tab, page);
		go(&pair->mouse, tab, page);
		type(&pair->keys, cases[i].keys);
		type(&pair->mouse, cases[i].keys);
		assert_true(pair->mouse.depth > 1);
		check(pair, what);
	}
}

static void
an_import_is_looked_through(void **state)
{
	struct pair *pair = *state;
	char path[SAMPLE_PATH_SIZE + 8];
	FILE *file;

	snprintf(path, sizeof path, "%s.csv", pair->path);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("name,group,influence\n", file);
	for (int i = 0; i < 40; i++)
		fprintf(file, "Person %d,nobody knows this group %d,9\n", i, i);
	fclose(file);
	desk_open(&pair->keys, import_preview_new(&pair->keys.session, path, NULL));
	desk_open(&pair->mouse, import_preview_new(&pair->mouse.session, path, NULL));
	check(pair, "import");
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_page, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_line_is_pressed_wherever_it_goes_on, setup, teardown),
		cmocka_unit_test_setup_teardown(what_stands_above_a_page, setup, teardown),
		cmocka_unit_test_setup_teardown(an_import_is_looked_through, setup, teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("selection", tests, NULL, NULL);
}
