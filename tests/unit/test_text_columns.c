/* SPDX-License-Identifier: MIT */
/* Columns of a table get the room there is: the widest gives way first, what is copied never. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rollout/base/text_columns.h"

static void
the_widest_gives_way_first(void **state)
{
	struct text_column columns[] = { { .width = 10 }, { .width = 30 }, { .width = 28 } };

	(void)state;
	text_columns_fit(columns, 3, 52);
	assert_int_equal(columns[0].width, 10);
	assert_int_equal(columns[1].width, 19);
	assert_int_equal(columns[2].width, 19);
	assert_int_equal(text_columns_offset(columns, 2), 10 + 19 + 2 * TEXT_COLUMNS_GAP);
}

static void
what_fits_stays_as_it_is(void **state)
{
	struct text_column columns[] = { { .width = 10 }, { .width = 30 } };

	(void)state;
	text_columns_fit(columns, 2, 42);
	assert_int_equal(columns[0].width, 10);
	assert_int_equal(columns[1].width, 30);
}

static void
what_is_copied_is_not_narrowed_and_the_last_go(void **state)
{
	struct text_column columns[] = { { .whole = true, .width = 20 }, { .width = 30 },
		{ .whole = true, .width = 10 } };

	(void)state;
	text_columns_fit(columns, 3, 30);
	assert_int_equal(columns[0].width, 20);
	assert_int_equal(columns[1].width, 6);
	assert_int_equal(columns[2].width, 0);
}

static void
a_cell_widens_up_to_a_limit_and_never_narrows(void **state)
{
	struct text_column column = { 0 };
	char text[201];

	(void)state;
	text_column_widen(&column, "naïve");
	assert_int_equal(column.width, 5);
	text_column_widen(&column, "a");
	assert_int_equal(column.width, 5);
	for (size_t i = 0; i < sizeof text - 1; i++)
		text[i] = 'x';
	text[sizeof text - 1] = '\0';
	text_column_widen(&column, text);
	assert_int_equal(column.width, 60);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_widest_gives_way_first),
		cmocka_unit_test(what_fits_stays_as_it_is),
		cmocka_unit_test(what_is_copied_is_not_narrowed_and_the_last_go),
		cmocka_unit_test(a_cell_widens_up_to_a_limit_and_never_narrows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
