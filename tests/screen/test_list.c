/* SPDX-License-Identifier: MIT */
/*
 * A list: filtered as one types, marked, changed cell by cell, by the pickers of choices, days and
 * records.
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

static void
test_filter_as_typed(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (size_t i = 0; i < SCREEN_SIZES; i++) {
		sample_open(emulator, screen_sizes[i].rows, screen_sizes[i].columns, fixture->path,
			screen_sizes[i].option);
		type_and_wait(emulator, "3", "1 of 42");
		type_and_wait(emulator, "f", "filter:");
		type_and_wait(emulator, "gorski", "1 of 1");
		emulator_wait(emulator, "Pawe");
		/* What was typed is thought better of: as before. */
		type_and_wait(emulator, "\033", " of 42");
		emulator_wait_gone(emulator, "filter:");
		type_and_wait(emulator, "f", "filter:");
		type_and_wait(emulator, "influence>=4 attitude:resistant\r", "filter on");
		emulator_wait_gone(emulator, " of 42");
		assert_true(emulator_shows(emulator, "Pawe"));
		/* It stays while one looks elsewhere and undoes things. */
		emulator_type(emulator, "\t");
		emulator_wait_gone(emulator, "filter on");
		type_and_wait(emulator, "\033[Z", "filter on");
		emulator_type(emulator, "\033");
		emulator_wait(emulator, " of 42");
		emulator_wait_gone(emulator, "filter on");
		sample_quit(emulator);
	}
}

static void
test_filter_says_what_is_wrong(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 100, fixture->path, NULL);
	type_and_wait(emulator, "3", "1 of 42");
	type_and_wait(emulator, "finfluence>=", "filter: influence>=");
	type_and_wait(emulator, "9\r", "influence");
	emulator_wait(emulator, "from 1 to 5");
	type_and_wait(emulator, "fx", "filter:");
	type_and_wait(emulator, "\x15", "filter:");
	type_and_wait(emulator, "no-such-person-here", "Nothing passes the filter");
	emulator_wait_gone(emulator, "1 of 42");
	emulator_type(emulator, "\r");
	emulator_wait(emulator, "Esc shows all");
	type_and_wait(emulator, "\033", "1 of 42");
	emulator_settle(emulator, 100);
	sample_quit(emulator);
}

static void
test_marked_rows_change_in_one_step(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, "3", "1 of 42");
	type_and_wait(emulator, ":filter attitude:resistant\r", "Esc shows all");
	type_and_wait(emulator, " ", "1 stakeholder marked");
	type_and_wait(emulator, " ", "2 stakeholders marked");
	/* The column of the owner is the fifth. */
	type_and_wait(emulator, "llllc", "owner of all 2 marked");
	type_and_wait(emulator, "nadia", "Nadia Haddad");
	emulator_wait_gone(emulator, "(none)");
	emulator_settle(emulator, 100);
	type_and_wait(emulator, "\r", "owner of 2 changed");
	type_and_wait(emulator, "u", "taken back: change owner of 2 stakeholders");
	/* Deleting asks for both, and n keeps them. */
	type_and_wait(emulator, "d", "Delete 2 stakeholders?");
	type_and_wait(emulator, "y", "deleted 2 stakeholders");
	/* The marks went with them. */
	type_and_wait(emulator, "d", "Delete the stakeholder");
	emulator_type(emulator, "n");
	emulator_wait_gone(emulator, "Delete the stakeholder");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, " of 40");
	type_and_wait(emulator, "u", "taken back");
	emulator_wait(emulator, " of 42");
	emulator_type(emulator, "\033");
	emulator_settle(emulator, 100);
	type_and_wait(emulator, "*", "42 stakeholders marked");
	type_and_wait(emulator, "*", "nothing is marked now");
	sample_quit(emulator);
	/* What goes with it is said in the smallest window too. */
	sample_open(emulator, 10, 40, fixture->path, NULL);
	type_and_wait(emulator, "3d", "Diallo\"?");
	emulator_wait(emulator, "y delete");
	type_and_wait(emulator, "\033[6~", "1 relationship goes with it");
	type_and_wait(emulator, "\033", "a add");
	sample_quit(emulator);
}

static void
test_cells_step_through_their_values(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 200, fixture->path, NULL);
	type_and_wait(emulator, "3", "1 of 42");
	/* attitude is the second column, influence the third. */
	type_and_wait(emulator, ":filter gorski\r", "Esc shows all");
	emulator_wait(emulator, "resistant");
	type_and_wait(emulator, "l-", "attitude: mixed");
	type_and_wait(emulator, "+", "attitude: resistant");
	type_and_wait(emulator, "l+", "influence: 5");
	type_and_wait(emulator, "+", "nothing comes behind that");
	type_and_wait(emulator, "u", "taken back: ");
	type_and_wait(emulator, "hc", "(none)");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "(none)");
	sample_quit(emulator);
}

static void
test_days_are_picked_from_a_month(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, ":holidays\r", "holidays");
	type_and_wait(emulator, "g", "1 of ");
	emulator_settle(emulator, 100);
	/* Wherever the day stands: the last column but one or the first. */
	for (int i = 0; i < 4 && !emulator_shows(emulator, "Mon  Tue"); i++) {
		emulator_type(emulator, "c");
		emulator_settle(emulator, 150);
		if (!emulator_shows(emulator, "Mon  Tue")) {
			emulator_type(emulator, "\033");
			emulator_settle(emulator, 150);
			emulator_type(emulator, "l");
		}
	}
	emulator_wait(emulator, "Mon  Tue  Wed");
	type_and_wait(emulator,
		"\x15"
		"2027-02-28",
		"Sun 2027-02-28, week 8");
	emulator_wait(emulator, "Feb 2027");
	type_and_wait(emulator, "\033[C", "Mon 2027-03-01, week 9");
	type_and_wait(emulator, "\033[5~", "Mon 2027-02-01, week 5");
	type_and_wait(emulator, "zz", "+2w, fri, w48 or q3");
	emulator_type(emulator, "\r");
	emulator_settle(emulator, 50);
	emulator_wait(emulator, "+2w, fri, w48 or q3");
	type_and_wait(emulator, "\033[B", "Mon 2027-02-08, week 6");
	type_and_wait(emulator, "\r", ": 2027-02-08");
	sample_quit(emulator);
}

static void
test_columns_are_chosen(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, ":teams\r", "1 of 5");
	type_and_wait(emulator, "C", "Columns");
	/* The last one of all comes to the front of those that are shown. */
	for (int i = 0; i < 30; i++)
		emulator_type(emulator, "j");
	type_and_wait(emulator, " ", "[x]");
	emulator_settle(emulator, 100);
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "[x]");
	sample_quit(emulator);
	/* It is remembered. */
	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, ":teams\r", "1 of 5");
	type_and_wait(emulator, "C", "[x]");
	type_and_wait(emulator, "\177", "the columns that fit");
	emulator_type(emulator, "\r");
	emulator_wait_gone(emulator, "[ ]");
	sample_quit(emulator);
}

/* -1: the terminal's own. */
static int
background_of(struct emulator *emulator, int row, int column)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(emulator->screen, (VTermPos){ row, column }, &cell);
	if (VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
		return -1;
	return VTERM_COLOR_IS_INDEXED(&cell.bg) ? cell.bg.indexed.idx : -2;
}

static void
test_themes_and_glyphs(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 100, fixture->path, NULL);
	type_and_wait(emulator, ":theme colour-blind\r", "orange and blue");
	type_and_wait(emulator, ":theme pink\r", "there is no theme \"pink\"");
	type_and_wait(emulator, ":glyphs\r", "plain letters");
	emulator_wait(emulator, "------");
	sample_quit(emulator);
	sample_open(emulator, 24, 100, fixture->path, NULL);
	emulator_wait(emulator, "------");
	/* Only our own marks: the names of people are theirs. */
	emulator_wait(emulator, "Gr\u00e1inne");
	type_and_wait(emulator, ":theme\r", "theme mono");
	type_and_wait(emulator, ":glyphs\r", "of Unicode");
	emulator_wait_gone(emulator, "------");
	/* A ground of its own lies behind every cell, those with nothing in them too. */
	type_and_wait(emulator, ":theme night\r", "light on black");
	assert_int_equal(background_of(emulator, 20, 99), 16);
	type_and_wait(emulator, ":theme auto\r", "theme auto");
	assert_int_equal(background_of(emulator, 20, 99), -1);
	sample_quit(emulator);
}

/* So many that they are not sorted for every screen: the order must be that of a small list. */
static void
test_a_large_list_keeps_its_order(void **state)
{
	enum { PEOPLE = 21000 };
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char name[SAMPLE_PATH_SIZE + 8];
	FILE *file;

	snprintf(name, sizeof name, "%s.json", fixture->path);
	file = fopen(name, "w");
	assert_non_null(file);
	fputs("{\"stakeholders\":[", file);
	for (int i = 0; i < PEOPLE; i++)
		fprintf(file, "%s{\"name\":\"P%05d\",\"influence\":%d}", i > 0 ? "," : "", i,
			i % 5 + 1);
	fputs("]}", file);
	fclose(file);
	assert_int_equal(sample_run(fixture->path, "import", "register", name, NULL), 0);
	unlink(name);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, "3", "1 of 21042");
	type_and_wait(emulator, "z:filter name~P\r", "filter on");
	type_and_wait(emulator, ":sort influence\r", "P00000");
	emulator_wait(emulator, "P00060");
	/* Screens of one order, there and back, over what is read at once. */
	for (int i = 0; i < 70; i++)
		emulator_type(emulator, "\033[6~");
	emulator_wait_gone(emulator, "P00060");
	emulator_settle(emulator, 300);
	for (int i = 0; i < 70; i++)
		emulator_type(emulator, "\033[5~");
	emulator_wait(emulator, "P00000");
	emulator_wait(emulator, "P00060");
	type_and_wait(emulator, "G", "P20999");
	type_and_wait(emulator, "\033[5~", "P20");
	type_and_wait(emulator, "\033[6~", "P20999");
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_filter_as_typed, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_filter_says_what_is_wrong, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_marked_rows_change_in_one_step, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_cells_step_through_their_values, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_days_are_picked_from_a_month, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_columns_are_chosen, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_themes_and_glyphs, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_a_large_list_keeps_its_order, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
