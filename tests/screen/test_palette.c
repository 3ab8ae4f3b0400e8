/* SPDX-License-Identifier: MIT */
/*
 * The help and the palette: found by typing, done by Enter, at three sizes of screen.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <unistd.h>

#include "sample.h"

static const struct size {
	int rows, columns;
} sizes[] = { { 24, 80 }, { 10, 40 }, { 43, 132 } };

static void
test_help_is_searched_and_done(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		sample_open(emulator, sizes[i].rows, sizes[i].columns, fixture->path, NULL);
		emulator_type(emulator, "?");
		emulator_wait(emulator, "Keys");
		emulator_type(emulator, "taken back");
		emulator_wait(emulator, "do again what");
		emulator_wait_gone(emulator, "the first row");
		emulator_type(emulator, "\r");
		emulator_wait(emulator, "nothing to redo");
		emulator_type(emulator, "?");
		emulator_wait(emulator, "Keys");
		emulator_type(emulator, "zzz no such thing");
		emulator_wait(emulator, "nothing has all of these");
		emulator_type(emulator, "\033");
		emulator_wait_gone(emulator, "Keys");
		sample_quit(emulator);
	}
}

/* What a narrow box cuts off stands whole at its foot, for the line one is on. */
static void
test_what_is_cut_is_said_below(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, "?");
	emulator_wait(emulator, "Keys");
	emulator_type(emulator, "drafts the");
	emulator_wait(emulator, "nothing has all of these");
	emulator_type(emulator, "\x15roadmap from readiness");
	emulator_wait(
		emulator, "P: draft the roadmap from readiness, teams and dates, after showing it");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Keys");
	emulator_type(emulator, ":theme");
	emulator_wait(emulator, "mono night paper");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Commands");
	sample_quit(emulator);
}

static void
test_help_of_the_form_runs_there(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, ":tips\r");
	emulator_wait(emulator, "tips");
	emulator_type(emulator, "a");
	emulator_wait(emulator, "Ctrl-S save");
	emulator_type(emulator, "Ask first\033OP");
	emulator_wait(emulator, "get what another lead has written");
	emulator_type(emulator, "save\r");
	emulator_wait_gone(emulator, "Ctrl-S save");
	emulator_wait(emulator, "Ask first");
	sample_quit(emulator);
}

static void
test_palette_completes_and_remembers(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		sample_open(emulator, sizes[i].rows, sizes[i].columns, fixture->path, NULL);
		emulator_type(emulator, ":workst");
		emulator_wait(emulator, "workstreams");
		emulator_type(emulator, "\t\r");
		emulator_wait_gone(emulator, "Next gate");
		emulator_wait(emulator, "Leadership alignment");
		emulator_type(emulator, ":control\r");
		emulator_wait(emulator, "Next gate");
		emulator_type(emulator, ":\033[A\033[A");
		emulator_wait(emulator, ": workstreams");
		emulator_type(emulator, "\033[B");
		emulator_wait(emulator, ": control");
		emulator_type(emulator, "\033[A\r");
		emulator_wait_gone(emulator, "Next gate");
		emulator_wait(emulator, "Leadership alignment");
		emulator_type(emulator, ":nonsense here\r");
		emulator_wait(emulator, "no action or list \"nonsense\"");
		sample_quit(emulator);
	}
}

static void
test_esc_comes_back_from_a_reference(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_wait(emulator, "Next gate");
	emulator_type(emulator, "\r");
	emulator_wait_gone(emulator, "Next gate");
	emulator_wait(emulator, "20 of 28");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "Next gate");
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_help_is_searched_and_done, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_what_is_cut_is_said_below, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_help_of_the_form_runs_there, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_palette_completes_and_remembers, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_esc_comes_back_from_a_reference, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("palette", tests, NULL, NULL);
}
