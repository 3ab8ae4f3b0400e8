/* SPDX-License-Identifier: MIT */
/* Where each wave is today, from its own launch and cycles, and what is done for it at each stage.
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
test_the_board_at_all_sizes(void **state)
{
	static const char *const first[SCREEN_SIZES] = {
		"wave 0 ▒▒▒▒7✓▒▒▒▒▒ ▒▒▒▒7✓▒▒▒▒▒ ▶[2✓1!11○]█", "wave 0 ▒▒7✓▒▒ ▒▒7✓▒▒ ▶[2✓1…",
		"wave 0 ::::7+::::: ::::7+::::: >[2+1!11o]#"
	};
	static const char *const second[SCREEN_SIZES] = { "wave 1 ▶███12○████ ░░░░2○",
		"wave 1 ▶12○██ ░░2○", "wave 1 >###12o#### ....2o" };
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (size_t i = 0; i < SCREEN_SIZES; i++) {
		sample_open(emulator, screen_sizes[i].rows, screen_sizes[i].columns, fixture->path,
			screen_sizes[i].option);
		/* The cursor begins where the pilot is today. */
		type_and_wait(emulator, ":by wave\r", "wave 0, first cycle: 2 done, 1 due, 1");
		emulator_wait(emulator, first[i]);
		emulator_wait(emulator, second[i]);
		type_and_wait(emulator, "jh", "wave 1, launch: 2 open");
		type_and_wait(emulator, "\r", "1 of 2");
		emulator_wait(emulator, "filter: wave=1 stage=launch");
		emulator_type(emulator, "\033");
		emulator_wait_gone(emulator, "filter on");
		emulator_settle(emulator, 100);
		type_and_wait(emulator, "\033", "wave 1, launch: 2 open");
		sample_quit(emulator);
	}
}

/* Today is 2026-11-22; each line is the last day of one stage or the first of the next. */
static void
test_the_stage_follows_from_the_dates(void **state)
{
	static const struct {
		const char *launch, *said;
	} cases[] = {
		{ "launches_on=2026-11-23",
			"Today: pre launch, then launch on 2026-11-23; 1 team." },
		{ "launches_on=2026-11-22",
			"Today: launch, then first cycle on 2026-12-06; 1 team." },
		{ "launches_on=2026-11-09",
			"Today: launch, then first cycle on 2026-11-23; 1 team." },
		{ "launches_on=2026-11-08",
			"Today: first cycle, then ongoing on 2027-02-07; 1 team." },
		{ "launches_on=2026-08-24",
			"Today: first cycle, then ongoing on 2026-11-23; 1 team." },
		{ "launches_on=2026-08-23", "Today: ongoing; 1 team." },
		{ "launches_on=", "Nobody knows when it starts" },
	};
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	const char *path = fixture->path;

	unlink(path);
	assert_int_equal(
		sample_run(path, "new", "Waves", "--bare", "--starts-on", "2026-08-01", NULL), 0);
	sample_open(emulator, 24, 80, path, NULL);
	type_and_wait(emulator, ":by wave\r", "There is no wave yet");
	type_and_wait(emulator, "jl\r", "There is no wave yet");
	assert_int_equal(sample_run(path, "add", "team", "name=Alpha", "wave=0", NULL), 0);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_int_equal(sample_run(path, "set", "programme", cases[i].launch, NULL), 0);
		emulator_wait(emulator, cases[i].said);
	}
	sample_quit(emulator);
}

/* A later wave starts whole cycles after the programme, until it has a launch of its own. */
static void
test_a_wave_has_its_own_launch(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	const char *path = fixture->path;

	unlink(path);
	assert_int_equal(
		sample_run(path, "new", "Waves", "--bare", "--starts-on", "2026-08-01", NULL), 0);
	assert_int_equal(sample_run(path, "set", "programme", "launches_on=2026-10-19",
				 "cycle_weeks=4", NULL),
		0);
	assert_int_equal(sample_run(path, "add", "team", "name=Beta", "wave=1", NULL), 0);
	sample_open(emulator, 24, 80, path, "--ascii");
	type_and_wait(emulator, ":by wave\r", "Today: launch, then first cycle on 2026-11-30");
	assert_int_equal(sample_run(path, "add", "engagement", "action=Tell the managers",
				 "stage=launch", "wave=1", "due_on=2026-12-01", NULL),
		0);
	emulator_wait(emulator, "Today: pre launch, then launch on 2026-12-01");
	emulator_wait(emulator, "wave 1, launch: 1 open");
	/* What falls due today is due; what belongs to no wave is not lost. */
	assert_int_equal(sample_run(path, "add", "engagement", "action=Ask", "stage=launch",
				 "due_on=2026-11-22", NULL),
		0);
	emulator_wait(emulator, "no wave");
	type_and_wait(emulator, "G", "no wave, launch: 1 due");
	emulator_wait(emulator, "These actions belong to no wave.");
	type_and_wait(emulator, "\r", "1 of 1");
	emulator_wait(emulator, "filter: wave= stage=launch");
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_the_board_at_all_sizes, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_the_stage_follows_from_the_dates, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_a_wave_has_its_own_launch, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
