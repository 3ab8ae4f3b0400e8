/* SPDX-License-Identifier: MIT */
/* The slip chart and the teams board: pictures with their numbers, and pinning that takes a reason.
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
the_slip_chart_draws_and_compares(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 132, fixture->path, NULL);
	emulator_type(emulator, ":slip\r");
	emulator_wait(emulator, "+63 d");
	emulator_wait(emulator, "against the first promise");
	emulator_wait(emulator, "1 of 27");
	emulator_wait(emulator, "expected");
	/* A second line beside the selected one. */
	emulator_type(emulator, "jj ");
	emulator_wait(emulator, "a Executives agree why");
	emulator_type(emulator, "j");
	emulator_wait(emulator, "a─a");
	emulator_type(emulator, "b");
	emulator_wait(emulator, "against the newest baseline");
	emulator_type(emulator, "k ");
	emulator_wait_gone(emulator, "a Executives agree why");
	emulator_type(emulator, "\r");
	emulator_wait_gone(emulator, "against the newest baseline");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "against the newest baseline");
	sample_quit(emulator);
	sample_open(emulator, 24, 80, fixture->path, "--ascii");
	emulator_type(emulator, ":slip\r");
	emulator_wait(emulator, "*---");
	sample_quit(emulator);
	/* What no rule of the book says is explained as well: the pattern, and the confidence. */
	sample_open(emulator, 43, 132, fixture->path, NULL);
	emulator_type(emulator, ":slip\r");
	emulator_wait(emulator, "+63 d");
	emulator_type(emulator, "w");
	emulator_wait(emulator, "slip: sliding day for day");
	emulator_wait(emulator, "ask what would have to change");
	emulator_wait(emulator, "2026-09-18 said 2026-10-09");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "slip: sliding");
	emulator_type(emulator, ":timeline\r");
	emulator_wait(emulator, "rated amber");
	emulator_type(emulator, "w");
	emulator_wait(emulator, "confidence: the facts suggest amber, given is amber");
	emulator_wait(emulator, "confidence-late, amber: 2 milestones are late");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "confidence: the facts");
	sample_quit(emulator);
	sample_open(emulator, 10, 40, fixture->path, NULL);
	emulator_type(emulator, ":slip\r");
	emulator_wait(emulator, "+63 d");
	emulator_resize(emulator, 1, 1);
	emulator_settle(emulator, 100);
	emulator_resize(emulator, 10, 40);
	emulator_wait(emulator, "+63 d");
	sample_quit(emulator);
}

static void
teams_are_pinned_with_a_reason(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 132, fixture->path, NULL);
	emulator_type(emulator, ":waves\r");
	emulator_wait(emulator, "pilot, wave 0: 2 of 3 teams");
	emulator_wait(emulator, "██░");
	emulator_wait(emulator, "delivers across functions: early");
	emulator_wait(emulator, "Zofia Malinowska: 2 of 3 teams");
	emulator_wait(emulator, "What the pilot proves: 0 of 4");
	emulator_wait(emulator, "What it has taught: 2 changes of the design applied");
	/* What the row has no room for. */
	emulator_type(emulator, "w");
	emulator_wait(emulator, "lens-willing: now, wave 0, the pilot");
	emulator_wait(emulator, "capability high, complexity high, its leader willing");
	emulator_wait(emulator, "agree the first drafting session");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "lens-willing: now");
	/* Without a reason nothing happens. */
	emulator_type(emulator, "+");
	emulator_wait(emulator, "why there:");
	emulator_type(emulator, "\r");
	emulator_wait(emulator, "a team is pinned with a reason");
	emulator_type(emulator, "+");
	emulator_wait(emulator, "why there:");
	emulator_type(emulator, "its leader is away until spring\r");
	emulator_wait(emulator, "Patient Onboarding (pinned)");
	emulator_wait(emulator, "pinned: its leader is away until spring");
	emulator_wait(emulator, "pilot, wave 0: 1 of 3 teams");
	emulator_wait(emulator, "wave 2: 1 of 3 teams");
	emulator_type(emulator, "o");
	emulator_wait(emulator, "the lens places it again");
	emulator_wait(emulator, "pilot, wave 0: 2 of 3 teams");
	emulator_type(emulator, "uu");
	emulator_wait_gone(emulator, "Patient Onboarding (pinned)");
	/* Down to a criterion, from there to the gate. */
	emulator_type(emulator, "Gv");
	emulator_wait(emulator, "only milestones take evidence");
	emulator_type(emulator, "\r");
	emulator_wait_gone(emulator, "What it has taught");
	sample_quit(emulator);
	sample_open(emulator, 10, 40, fixture->path, "--ascii");
	emulator_type(emulator, ":waves\r");
	emulator_wait(emulator, "pilot, wave 0");
	sample_quit(emulator);
}

static void
without_teams_or_milestones_they_say_so(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	unlink(fixture->path);
	assert_int_equal(sample_run(fixture->path, "new", "Harbour", "--bare", NULL), 0);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, ":slip\r");
	emulator_wait(emulator, "nothing can slip");
	emulator_type(emulator, "jb \rv");
	emulator_type(emulator, ":waves\r");
	emulator_wait(emulator, "there is no team yet");
	emulator_wait(emulator, "No gate ends the pilot yet");
	emulator_type(emulator, "j\r+po");
	emulator_wait(emulator, "stand on a team");
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_slip_chart_draws_and_compares, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			teams_are_pinned_with_a_reason, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			without_teams_or_milestones_they_say_so, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("roadmap", tests, NULL, NULL);
}
