/* SPDX-License-Identifier: MIT */
/*
 * The pictures of the kit, cell by cell, in Unicode and ASCII; none may write outside its area.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "tui/kit/picture/picture.h"

static void
read_row(const struct canvas *canvas, int row, char out[512])
{
	size_t length;

	out[0] = '\0';
	for (int column = 0; column < canvas->columns; column++)
		strncat(out, canvas_get(canvas, row, column)->text, 511 - strlen(out));
	for (length = strlen(out); length > 0 && out[length - 1] == ' ';)
		out[--length] = '\0';
}

static void
check_row(const struct canvas *canvas, int row, const char *expected)
{
	char text[512];

	read_row(canvas, row, text);
	assert_string_equal(text, expected);
}

static void
test_bars(void **state)
{
	struct canvas canvas = { 0 };

	(void)state;
	canvas_resize(&canvas, 4, 12);
	assert_int_equal(picture_bar(&canvas, 0, 0, 4, ROLE_TEXT, 5, 8), 4);
	picture_bar(&canvas, 1, 0, 4, ROLE_TEXT, 0, 8);
	picture_bar(&canvas, 2, 0, 4, ROLE_TEXT, 99, 8);
	picture_bar(&canvas, 3, 0, 4, ROLE_TEXT, -5, 8);
	check_row(&canvas, 0, "██▌·");
	check_row(&canvas, 1, "····");
	check_row(&canvas, 2, "████");
	check_row(&canvas, 3, "····");
	canvas.ascii = true;
	canvas_wipe(&canvas);
	picture_bar(&canvas, 0, 0, 4, ROLE_TEXT, 5, 8);
	check_row(&canvas, 0, "##-.");
	canvas_clear(&canvas);
}

static void
test_sparklines(void **state)
{
	static const int values[] = { 0, 1, 2, PICTURE_GAP, 2, 7 }, same[] = { 3, 3 };
	struct canvas canvas = { 0 };

	(void)state;
	canvas_resize(&canvas, 4, 12);
	assert_int_equal(picture_sparkline(&canvas, 0, 0, 12, ROLE_TEXT, values, 6, 0, 0), 6);
	assert_int_equal(picture_sparkline(&canvas, 1, 0, 2, ROLE_TEXT, values, 6, 0, 7), 2);
	picture_sparkline(&canvas, 2, 0, 12, ROLE_TEXT, same, 2, 0, 0);
	picture_sparkline(&canvas, 3, 0, 12, ROLE_TEXT, NULL, 0, 0, 0);
	check_row(&canvas, 0, "▁▂▃ ▃█");
	check_row(&canvas, 1, "▃█");
	check_row(&canvas, 2, "▄▄");
	check_row(&canvas, 3, "");
	canvas_clear(&canvas);
}

static void
test_months(void **state)
{
	struct month_mark mark = { .text = "*", .role = ROLE_TEXT };
	struct picture_month month = { .marks = &mark, .count = 1 };
	struct canvas canvas = { 0 };

	(void)state;
	canvas_resize(&canvas, 9, 42);
	assert_true(date_parse("2026-02-10", &month.month));
	assert_true(date_parse("2026-02-28", &month.today));
	mark.date = month.month;
	month.selected = month.month;
	picture_month(
		&canvas, (struct area){ 0, 0, PICTURE_MONTH_ROWS, PICTURE_MONTH_COLUMNS }, &month);
	check_row(&canvas, 0, "     Feb 2026");
	check_row(&canvas, 1, "     Mon  Tue  Wed  Thu  Fri  Sat  Sun");
	check_row(&canvas, 2, "05                                  1");
	check_row(&canvas, 4, "07    9  *10   11   12   13   14   15");
	check_row(&canvas, 6, "09   23   24   25   26   27   28<");
	check_row(&canvas, 7, "");
	/* Too narrow for a month: nothing is drawn. */
	canvas_wipe(&canvas);
	picture_month(&canvas, (struct area){ 0, 0, 8, 20 }, &month);
	check_row(&canvas, 0, "");
	canvas_clear(&canvas);
}

static void
test_grids(void **state)
{
	static const int counts[] = { 0, 1, 8, 4 };
	static const char *const rows[] = { "2", "1" }, *const columns[] = { "1", "2" };
	const struct picture_grid grid = { .rows = 2,
		.columns = 2,
		.counts = counts,
		.row_names = rows,
		.column_names = columns,
		.row_title = "up",
		.column_title = "across",
		.selected_row = 1 };
	struct canvas canvas = { .ascii = true };

	(void)state;
	canvas_resize(&canvas, 6, 14);
	assert_int_equal(picture_grid(&canvas, (struct area){ 0, 0, 6, 14 }, &grid), 4);
	check_row(&canvas, 0, "up  across");
	check_row(&canvas, 1, " 2   .   1 .");
	check_row(&canvas, 2, " 1 [8]#  4 :");
	/* Where only one row fits it is the one of the cursor. */
	canvas_wipe(&canvas);
	assert_int_equal(picture_grid(&canvas, (struct area){ 0, 0, 3, 14 }, &grid), 3);
	check_row(&canvas, 1, " 1 [8]#  4 :");
	assert_int_equal(picture_grid(&canvas, (struct area){ 0, 0, 6, 8 }, &grid), 0);
	canvas_clear(&canvas);
}

static void
test_grids_of_words(void **state)
{
	static const int counts[] = { 0, 3, 8, 4 }, marked[] = { 1, -1 };
	static const char *const texts[] = { "", "1+ 2o", "8o", "4+" };
	static const char *const rows[] = { "2", "1" }, *const columns[] = { "1", "2" };
	const struct picture_grid grid = { .rows = 2,
		.columns = 2,
		.counts = counts,
		.texts = texts,
		.marked = marked,
		.row_names = rows,
		.column_names = columns,
		.selected_row = 0 };
	struct canvas canvas = { .ascii = true };

	(void)state;
	canvas_resize(&canvas, 6, 20);
	assert_int_equal(picture_grid(&canvas, (struct area){ 0, 0, 6, 20 }, &grid), 4);
	check_row(&canvas, 1, "2   [0]    >1+ 2o::");
	check_row(&canvas, 2, "1 ###8o### :::4+:::");
	/* Without the blanks where they would not fit. */
	canvas_wipe(&canvas);
	assert_int_equal(picture_grid(&canvas, (struct area){ 0, 0, 6, 14 }, &grid), 4);
	check_row(&canvas, 1, "2  [0]  >1+2o");
	canvas_clear(&canvas);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bars),
		cmocka_unit_test(test_sparklines),
		cmocka_unit_test(test_months),
		cmocka_unit_test(test_grids),
		cmocka_unit_test(test_grids_of_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
