/* SPDX-License-Identifier: MIT */
/*
 * The log: steps as they arrive, back to any of them and forward again, at three sizes of screen.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "sample.h"

static int
setup(void **state)
{
	struct fixture *fixture = memory_new(1, sizeof *fixture);

	sample_create(fixture->path);
	assert_int_equal(sample_run(fixture->path, "add", "tip", "text=First thing", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "add", "tip", "text=Second thing", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "add", "tip", "text=Third thing", NULL), 0);
	*state = fixture;
	return 0;
}

/* Two steps below the newest is the first addition. */
static void
go_and_come_back(struct fixture *fixture, int rows, int columns)
{
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, rows, columns, fixture->path, NULL);
	emulator_type(emulator, ":log\r");
	emulator_wait(emulator, "Third thing");
	emulator_type(emulator, "jj\r");
	emulator_wait(emulator, "Take 2 steps back");
	emulator_type(emulator, "\r");
	emulator_wait_gone(emulator, "Take 2 steps back");
	emulator_type(emulator, "\ry");
	emulator_wait(emulator, "2 steps taken back");
	emulator_type(emulator, ":tips\rG");
	emulator_wait_gone(emulator, "Third thing");
	emulator_wait_gone(emulator, "Second thing");
	emulator_wait(emulator, "First thing");
	emulator_type(emulator, ":log\rg\r");
	emulator_wait(emulator, "Do 2 steps again");
	emulator_type(emulator, "y");
	emulator_wait(emulator, "2 steps done again");
	sample_quit(emulator);
}

static void
test_back_to_a_step_and_forward(void **state)
{
	go_and_come_back(*state, 24, 80);
	go_and_come_back(*state, 10, 40);
	go_and_come_back(*state, 43, 132);
}

/* What another lead does while it is asked is not taken back with the rest. */
static void
test_a_step_that_comes_meanwhile_stays(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, ":log\r", "Third thing");
	type_and_wait(emulator, "j\r", "Take 1 step back");
	assert_int_equal(sample_run(fixture->path, "add", "tip", "text=Fourth thing", NULL), 0);
	type_and_wait(emulator, "y", "nothing was done: somebody has changed something");
	emulator_wait(emulator, "Fourth thing");
	type_and_wait(emulator, "\r", "Take 2 steps back");
	type_and_wait(emulator, "y", "2 steps taken back");
	sample_quit(emulator);
}

/* The way forward is counted over steps that were not read for the screen. */
static void
test_forward_over_more_than_a_screen_of_steps(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (int i = 0; i < 77; i++) {
		char text[32];

		snprintf(text, sizeof text, "text=One of many: %d", i);
		assert_int_equal(sample_run(fixture->path, "add", "tip", text, NULL), 0);
	}
	assert_int_equal(sample_run(fixture->path, "undo", "80", NULL), 0);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, ":log\r", "One of many");
	type_and_wait(emulator, "\r", "Do 80 steps again");
	type_and_wait(emulator, "y", "80 steps done again");
	sample_quit(emulator);
}

static void
test_what_was_overtaken_stays_gone(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	assert_int_equal(sample_run(fixture->path, "undo", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "add", "tip", "text=Fourth thing", NULL), 0);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, ":log\r");
	emulator_wait(emulator, "undone for good");
	emulator_type(emulator, "j\r");
	emulator_wait(emulator, "cannot come back");
	emulator_type(emulator, "g\r");
	emulator_wait(emulator, "as it was after this step");
	sample_quit(emulator);
}

static void
test_steps_of_others_arrive(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, ":log\r");
	emulator_wait(emulator, "Third thing");
	assert_int_equal(sample_run(fixture->path, "add", "tip", "text=From elsewhere", NULL), 0);
	emulator_wait(emulator, "From elsewhere");
	sample_quit(emulator);
}

/* u is for one's own: another's step is told, and goes back here alone, asked. */
static void
test_anothers_step_goes_back_here_alone(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	assert_int_equal(
		sample_run(fixture->path, "add", "tip", "text=From Ben", "--as", "Ben", NULL), 0);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, ":log\r");
	emulator_wait(emulator, "From Ben");
	type_and_wait(emulator, "u", "taken back: add tip \"Third thing\"");
	emulator_wait(emulator, "undone");
	type_and_wait(emulator, "jj\r", "Take 1 step back");
	emulator_wait(emulator, "1 of them is somebody else's");
	type_and_wait(emulator, "y", "1 step taken back");
	/* Neither is lost by what comes now. */
	assert_int_equal(
		sample_run(fixture->path, "add", "tip", "text=From Cara", "--as", "Cara", NULL), 0);
	emulator_wait(emulator, "From Cara");
	emulator_wait_gone(emulator, "undone for good");
	sample_quit(emulator);
	assert_int_equal(sample_run(fixture->path, "redo", "--as", "Ben", NULL), 4);
	assert_int_equal(sample_run(fixture->path, "redo", NULL), 0);
}

/* One step of another's, from between one's own; what a later step has built on stays. */
static void
test_one_step_alone_goes_back_and_forth(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	assert_int_equal(
		sample_run(fixture->path, "add", "tip", "text=From Ben", "--as", "Ben", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "add", "tip", "text=Behind it", NULL), 0);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, ":log\r", "From Ben");
	type_and_wait(emulator, "jt", "Take back this step alone");
	emulator_wait(emulator, "It is Ben's.");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "It is Ben's.");
	type_and_wait(emulator, "ty", "taken back: add tip \"From Ben\"");
	type_and_wait(emulator, ":tips\rG", "Behind it");
	emulator_wait_gone(emulator, "From Ben");
	type_and_wait(emulator, ":log\rgjt", "Do this step again");
	type_and_wait(emulator, "y", "done again: add tip \"From Ben\"");
	assert_int_equal(
		sample_run(fixture->path, "set", "tip", "From Ben", "text=From Ben, mended", NULL),
		0);
	emulator_wait(emulator, "set text of tip");
	type_and_wait(emulator, "gjjty", "because of \"set text of tip");
	sample_quit(emulator);
}

/* A step undone while another's is the newest is told as what it is. */
static void
test_what_another_takes_back_is_told(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	assert_int_equal(
		sample_run(fixture->path, "add", "tip", "text=From Ben", "--as", "Ben", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "add", "tip", "text=Newest", NULL), 0);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	assert_int_equal(sample_run(fixture->path, "undo", "--as", "Ben", NULL), 0);
	emulator_wait(emulator, "Ben took back: add tip \"From Ben\"");
	assert_int_equal(sample_run(fixture->path, "redo", "--as", "Ben", NULL), 0);
	emulator_wait(emulator, "Ben did again: add tip \"From Ben\"");
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_back_to_a_step_and_forward, setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_a_step_that_comes_meanwhile_stays, setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_forward_over_more_than_a_screen_of_steps, setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_what_was_overtaken_stays_gone, setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_steps_of_others_arrive, setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_anothers_step_goes_back_here_alone, setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_one_step_alone_goes_back_and_forth, setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_what_another_takes_back_is_told, setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
