/* SPDX-License-Identifier: MIT */
/*
 * The timeline: phases, slices and milestones on one scale; a move is looked at with what follows
 * from it, then written as one step or dropped.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <unistd.h>

#include "sample.h"

/* Two milestones in a row in a pilot, on days that are easy to count. */
static int
setup_small(void **state)
{
	struct fixture *fixture;
	static const char *const adds[][7] = {
		{ "phase", "id=pilot", "name=pilot", "starts_on=2026-11-02", "ends_on=2026-12-27",
			NULL },
		{ "phase", "id=scale", "name=scale", "starts_on=2026-12-28", "ends_on=2027-02-28",
			NULL },
		{ "slice", "name=First half", "phase=pilot", "starts_on=2026-11-02",
			"ends_on=2026-12-27", NULL },
		{ "milestone", "id=a", "title=Teams draft", "phase=pilot", "forecast_on=2026-12-07",
			"baseline_on=2026-12-07", NULL },
		{ "milestone", "id=b", "title=Managers review", "phase=pilot", "work_days=5",
			"baseline_on=2026-12-14", NULL },
		{ "dependency", "from=a", "to=b", NULL },
		{ "risk", "title=Leadership drift", "likelihood=4", "impact=5", NULL },
	};

	sample_setup(state);
	fixture = *state;
	unlink(fixture->path);
	assert_int_equal(sample_run(fixture->path, "new", "Harbour", "--bare", NULL), 0);
	for (size_t i = 0; i < sizeof adds / sizeof *adds; i++)
		assert_int_equal(sample_run(fixture->path, "add", adds[i][0], adds[i][1],
					 adds[i][2], adds[i][3], adds[i][4], adds[i][5],
					 adds[i][5] ? adds[i][6] : NULL, NULL),
			0);
	return 0;
}

static void
shows_the_sample_in_three_scales(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 132, fixture->path, NULL);
	emulator_type(emulator, "2");
	emulator_wait(emulator, "pilot: ");
	emulator_wait(emulator, "[week]");
	emulator_wait(emulator, "◆ forecast ■ critical ○ promised ✓ accepted ! late │ today ░ likely");
	emulator_wait(emulator, "of 19 accepted");
	/* M5: claimed, and nobody has checked it. */
	emulator_wait(emulator, "▲   Pilot managers run");
	emulator_wait(emulator, "risks: Leadership drift");
	emulator_wait(emulator, "likely to end: P50 ");
	emulator_wait(emulator, "(2000 courses; 20 from ");
	emulator_type(emulator, "z");
	emulator_wait(emulator, "[month]");
	emulator_wait(emulator, "░░");
	emulator_type(emulator, "z");
	emulator_wait(emulator, "[quarter]");
	emulator_wait(emulator, "Q1");
	emulator_type(emulator, ":zoom week\r");
	emulator_wait(emulator, "[week]");
	/* Down to the first milestone, into its record and back to the same row. */
	emulator_type(emulator, "jj");
	emulator_wait(emulator, "waited for by: ");
	emulator_wait(emulator, "3 of 38");
	emulator_type(emulator, "\r");
	emulator_wait_gone(emulator, "[week]");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "3 of 38");
	/* What is moved comes into the picture, wherever it lies. */
	emulator_type(emulator, "GL");
	emulator_wait(emulator, "■┈┈■");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Enter writes");
	/* A phase that was moved stays the selected row, though a milestone has its number. */
	emulator_type(emulator, "gt");
	emulator_wait(emulator, "now move its end");
	emulator_type(emulator, "-");
	emulator_wait(emulator, ", 132 days");
	emulator_type(emulator, "\r");
	emulator_wait(emulator, "moved by -1 day");
	emulator_wait(emulator, "1 of 38");
	sample_quit(emulator);
}

/* The gate was entered for a day before what it waits for is there. */
static void
the_panels_name_one_date(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	assert_int_equal(sample_run(fixture->path, "set", "milestone", "b", "kind=gate",
				 "forecast_on=2026-11-20", NULL),
		0);
	sample_open(emulator, 30, 120, fixture->path, NULL);
	emulator_wait(emulator, "Managers review; 2026-12-14;");
	emulator_type(emulator, "2");
	emulator_wait(emulator, "Managers review");
	emulator_type(emulator, "jj");
	emulator_wait(emulator, "forecast 2026-12-14, promised 2026-12-14");
	sample_quit(emulator);
}

static void
a_move_shows_what_follows_before_it_is_written(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 30, 120, fixture->path, NULL);
	emulator_type(emulator, "2");
	emulator_wait(emulator, "Teams draft");
	emulator_type(emulator, "j");
	emulator_wait(emulator, "forecast 2026-12-07, promised 2026-12-07");
	emulator_wait(emulator, "waited for by: Managers review");
	emulator_wait(emulator, "critical: any slip moves the end");
	emulator_wait(emulator, "risks: Leadership drift 4x5");
	/* A week and a day add up; the successor moves along, the end too. */
	emulator_type(emulator, "L+");
	emulator_wait(emulator, "+8 days: 2 milestones move");
	emulator_wait(emulator, "the end moves from 2026-12-14 to 2026-12-22");
	emulator_wait(emulator, "Enter writes it as one step, Esc drops it");
	emulator_wait(emulator, "+8 d");
	/* Everything that follows, and back to the move. */
	emulator_type(emulator, "w");
	emulator_wait(emulator, "2026-12-07  2026-12-15    +8");
	emulator_wait(emulator, "teams that change their wave: 0");
	emulator_wait(emulator, "forums that change: 0");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "forums that change");
	emulator_wait(emulator, "+8 days: 2 milestones move");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "forecast 2026-12-07");
	emulator_wait_gone(emulator, "+8 d");
	/* Three weeks: outside its phase, which rule M4 says. */
	emulator_type(emulator, "LLL");
	emulator_wait(emulator, "+21 days");
	emulator_wait(emulator, "M4 ");
	emulator_type(emulator, "HH");
	emulator_wait(emulator, "+7 days");
	emulator_type(emulator, "\r");
	emulator_wait(emulator, "moved by +7 days; u takes it back");
	emulator_wait(emulator, "forecast 2026-12-14, promised 2026-12-07");
	emulator_type(emulator, "u");
	emulator_wait(emulator, "taken back: move milestone \"Teams draft\" by +7 days");
	emulator_wait(emulator, "forecast 2026-12-07, promised 2026-12-07");
	sample_quit(emulator);
}

static void
bars_are_moved_and_stretched(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 30, 120, fixture->path, "--ascii");
	emulator_type(emulator, "2");
	emulator_wait(emulator, "2026-11-02 to 2026-12-27, 56 days");
	/* The whole pilot with its slice a week later overlaps with the next phase. */
	emulator_type(emulator, "L");
	emulator_wait(emulator, "P1 ");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Enter writes");
	emulator_type(emulator, "t");
	emulator_wait(emulator, "now move its end");
	emulator_type(emulator, "--");
	emulator_wait(emulator, "-2 days: 0 milestones move");
	emulator_type(emulator, "\r");
	emulator_wait(emulator, "2026-11-02 to 2026-12-25, 54 days");
	emulator_type(emulator, "u");
	emulator_wait(emulator, "taken back: move phase \"pilot\" by -2 days");
	sample_quit(emulator);
}

static void
small_screens_and_a_file_that_can_only_be_read(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, "--ascii");
	emulator_type(emulator, "2");
	emulator_wait(emulator, "* forecast");
	emulator_wait(emulator, "####");
	emulator_wait(emulator, "====");
	sample_quit(emulator);
	sample_open(emulator, 10, 40, fixture->path, NULL);
	emulator_type(emulator, "2");
	emulator_wait(emulator, "pilot");
	emulator_type(emulator, "jj+");
	emulator_wait(emulator, "Enter writes");
	emulator_resize(emulator, 1, 1);
	emulator_settle(emulator, 100);
	emulator_resize(emulator, 24, 80);
	emulator_wait(emulator, "[week]");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Enter writes");
	sample_quit(emulator);
	sample_open(emulator, 24, 80, fixture->path, "--read-only");
	emulator_type(emulator, "2");
	emulator_wait(emulator, "[week]");
	emulator_type(emulator, "jj+");
	emulator_wait(emulator, "read");
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			shows_the_sample_in_three_scales, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			the_panels_name_one_date, setup_small, sample_teardown),
		cmocka_unit_test_setup_teardown(a_move_shows_what_follows_before_it_is_written,
			setup_small, sample_teardown),
		cmocka_unit_test_setup_teardown(
			bars_are_moved_and_stretched, setup_small, sample_teardown),
		cmocka_unit_test_setup_teardown(small_screens_and_a_file_that_can_only_be_read,
			setup_small, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("timeline", tests, NULL, NULL);
}
