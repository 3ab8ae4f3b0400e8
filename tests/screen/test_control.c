/* SPDX-License-Identifier: MIT */
/*
 * What is done about a finding from the control room: explained, escalated, lived with for a while.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <unistd.h>

#include "sample.h"

enum { LINES_MOST = 60 };

/* Down, until the key opens what it is for. */
static void
find_line(struct emulator *emulator, const char *key, const char *text)
{
	for (int i = 0; i < LINES_MOST && !emulator_shows(emulator, text); i++) {
		emulator_type(emulator, "j");
		emulator_settle(emulator, 40);
		emulator_type(emulator, key);
		emulator_settle(emulator, 60);
	}
	emulator_wait(emulator, text);
}

static void
test_a_finding_is_snoozed(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 100, fixture->path, NULL);
	find_line(emulator, "s", "until on");
	type_and_wait(emulator, "\r", "live with it because:");
	type_and_wait(emulator, "\r", "for a reason, or not at all");
	find_line(emulator, "s", "until on");
	type_and_wait(emulator, "\r", "live with it because:");
	type_and_wait(emulator, "The board knows\r", "not shown until");
	type_and_wait(emulator, "u", "taken back");
	sample_quit(emulator);
}

static void
test_a_finding_is_escalated(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 100, fixture->path, NULL);
	find_line(emulator, "e", "New escalation");
	emulator_wait(emulator, "raised on");
	emulator_wait(emulator, "2026-12-06");
	type_and_wait(emulator, "\x13", "added the escalation");
	type_and_wait(emulator, "u", "taken back");
	sample_quit(emulator);
}

static void
test_why_from_the_control_room(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	find_line(emulator, "w", "Milestone whose state is not proven");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Milestone whose state is not proven");
	emulator_settle(emulator, 100);
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_a_finding_is_snoozed, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_a_finding_is_escalated, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_why_from_the_control_room, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
