/* SPDX-License-Identifier: MIT */
/*
 * The plan of the roadmap is shown before it is written.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <unistd.h>

#include "sample.h"

static void
test_plan_is_shown_and_asked(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	unlink(fixture->path);
	assert_int_equal(
		sample_run(fixture->path, "new", "Harbour", "--starts-on", "2026-11-23", NULL), 0);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, "2");
	emulator_wait(emulator, "There is no roadmap yet");
	emulator_type(emulator, "P");
	emulator_wait(emulator, "nobody has answered the readiness");
	emulator_wait(emulator, "Launch on 20");
	/* The first item, with its reason; leaving it leaves it out. */
	emulator_type(emulator, "\r");
	emulator_wait(emulator, "Why it is in the plan");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Why it is in the plan");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "There is no roadmap yet");
	emulator_type(emulator, "P ");
	emulator_wait(emulator, "[ ] ");
	emulator_type(emulator, "y");
	emulator_wait(emulator, "changed; u takes it back");
	/* What was left is all that the next plan has to say. */
	emulator_type(emulator, "P");
	emulator_wait(emulator, "(launches_on ");
	emulator_type(emulator, "y");
	emulator_wait(emulator, "changed; u takes it back");
	emulator_wait(emulator, "pilot: ");
	emulator_type(emulator, "P");
	emulator_wait(emulator, "nothing to do");
	emulator_type(emulator, "uu");
	emulator_wait(emulator, "There is no roadmap yet");
	sample_quit(emulator);
}

/* One answer for what nothing asks for any more. */
static void
test_removal_is_offered(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	unlink(fixture->path);
	assert_int_equal(
		sample_run(fixture->path, "new", "Harbour", "--starts-on", "2026-11-23", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "add", "stakeholder", "name=Ada", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "readiness", "Ada", "playbooks=2", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "plan", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "readiness", "Ada", "playbooks=5", NULL), 0);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	/* From the item to its cause, which is gone by now. */
	emulator_type(emulator, "2:milestones\r");
	emulator_type(emulator, "/playbook\rw");
	emulator_wait(emulator, "Why it is here");
	emulator_wait(emulator, "F9: nobody drafts well from an empty page");
	emulator_wait(emulator, "no longer found");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Why it is here");
	emulator_type(emulator, "P");
	emulator_wait(emulator, "d removes what nobody touched: 1");
	emulator_type(emulator, "d");
	emulator_wait(emulator, "1 removed; u takes it back");
	emulator_type(emulator, "P");
	emulator_wait(emulator, "nothing to do");
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_plan_is_shown_and_asked, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_removal_is_offered, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
