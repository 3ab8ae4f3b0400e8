/* SPDX-License-Identifier: MIT */
/*
 * The evidence of a milestone on one screen: proof, claim, rejection with a reason, acceptance by
 * somebody else, each a step that can be undone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <unistd.h>

#include "sample.h"

static int
setup(void **state)
{
	struct fixture *fixture;

	sample_setup(state);
	fixture = *state;
	unlink(fixture->path);
	assert_int_equal(sample_run(fixture->path, "new", "Harbour", "--bare", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "add", "stakeholder", "name=Ada", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "add", "stakeholder", "name=Ben", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "set", "programme", "lead=Ben", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "add", "milestone", "id=m",
				 "title=Managers run check-ins", "owner=Ada", NULL),
		0);
	return 0;
}

static void
answer(struct emulator *emulator, const char *key, const char *question, const char *text)
{
	emulator_type(emulator, key);
	emulator_wait(emulator, question);
	emulator_type(emulator, text);
	emulator_type(emulator, "\r");
	emulator_wait_gone(emulator, question);
}

static void
from_criterion_to_acceptance(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, ":milestones\r");
	emulator_wait(emulator, "1 of 1");
	emulator_type(emulator, "v");
	emulator_wait(emulator, "It has no evidence criterion");
	answer(emulator, "n", "what would convince us:", "Four check-ins seen");
	emulator_wait(emulator, "1  Four check-ins seen");
	answer(emulator, "n", "what would convince us:", "A commitment changed");
	emulator_wait(emulator, "no proof");
	/* M5 refuses, and says why. */
	emulator_type(emulator, "c");
	emulator_wait(emulator, "Managers run check-ins\" cannot be claimed");
	answer(emulator, "\r", "what proves it:", "notes of the coach");
	emulator_wait(emulator, "notes of the coach");
	emulator_type(emulator, "j");
	answer(emulator, "e", "what proves it:", "minutes of the review");
	emulator_type(emulator, "c");
	emulator_wait(emulator, "claimed: somebody else");
	emulator_wait(emulator, "Ada: waiting");
	/* Its owner cannot accept it; the lead is proposed. */
	emulator_type(emulator, "a");
	emulator_wait(emulator, "who looked at the proof: Ben");
	emulator_type(emulator, "\025Ada\r");
	emulator_wait(emulator, "M5: Ada owns");
	emulator_wait(emulator, "who looked at the proof: Ada");
	/* Sent back by Ben, who doubts the second criterion. */
	emulator_type(emulator, "\x03\x03 ");
	emulator_wait(emulator, "doubted");
	emulator_type(emulator, "r");
	emulator_wait(emulator, "who looked at the proof: Ben");
	emulator_type(emulator, "\r");
	emulator_wait(emulator, "what does it not show:");
	emulator_type(emulator, "\r");
	emulator_wait(emulator, "sent back with a reason");
	emulator_type(emulator, "r\r");
	emulator_wait(emulator, "what does it not show:");
	emulator_type(emulator, "no date stands in them\r");
	emulator_wait(emulator, "rejected on");
	emulator_wait(emulator, "no date stands in them");
	emulator_wait(emulator, "not met, Ben");
	emulator_wait(emulator, "in progress");
	/* Again, and accepted; undone it waits again. */
	emulator_type(emulator, "c");
	emulator_wait(emulator, "claimed: somebody else");
	emulator_type(emulator, "a\r");
	emulator_wait(emulator, "accepted; Ada");
	emulator_wait(emulator, "met, Ben on");
	emulator_type(emulator, "u");
	emulator_wait(emulator, "taken back: accept milestone");
	emulator_wait(emulator, "claimed; Ada");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Claims so far");
	sample_quit(emulator);
}

static void
small_and_for_other_records(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	assert_int_equal(sample_run(fixture->path, "add", "evidence", "milestone=m",
				 "criterion=Four check-ins seen", NULL),
		0);
	sample_open(emulator, 10, 40, fixture->path, "--ascii");
	emulator_type(emulator, ":evidence\r");
	emulator_wait(emulator, "Four check");
	emulator_type(emulator, "v");
	emulator_wait(emulator, "no proof");
	emulator_resize(emulator, 1, 1);
	emulator_settle(emulator, 100);
	emulator_resize(emulator, 30, 120);
	emulator_wait(emulator, "Enter writes what proves it");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Enter writes");
	emulator_type(emulator, ":stakeholders\r");
	emulator_wait(emulator, "Ada");
	emulator_type(emulator, "v");
	emulator_wait(emulator, "only milestones take evidence");
	sample_quit(emulator);
}

/* Another lead deletes the milestone while its proof is open: every key is answered. */
static void
the_milestone_goes(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, ":milestones\r", "1 of 1");
	type_and_wait(emulator, "v", "It has no evidence criterion");
	assert_int_equal(sample_run(fixture->path, "remove", "milestone", "m", "--yes", NULL), 0);
	emulator_wait(emulator, "not there any more");
	emulator_type(emulator, "arcw d\rj");
	emulator_settle(emulator, 100);
	emulator_type(emulator, "u");
	emulator_wait(emulator, "taken back");
	emulator_wait(emulator, "It has no evidence criterion");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "a add");
	sample_quit(emulator);
}

/* Another lead writes a proof, and takes criteria away, while one is typed here. */
static void
a_proof_stays_with_its_criterion(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	assert_int_equal(sample_run(fixture->path, "add", "evidence", "id=first", "milestone=m",
				 "criterion=Alpha", NULL),
		0);
	assert_int_equal(sample_run(fixture->path, "add", "evidence", "id=second", "milestone=m",
				 "criterion=Beta", NULL),
		0);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, ":milestones\r");
	emulator_wait(emulator, "1 of 1");
	emulator_type(emulator, "v");
	emulator_wait(emulator, "Beta");
	emulator_type(emulator, "j\r");
	emulator_wait(emulator, "what proves it:");
	emulator_type(emulator, "Mine");
	emulator_wait(emulator, "what proves it: Mine");
	assert_int_equal(
		sample_run(fixture->path, "set", "evidence", "second", "proof=Theirs", NULL), 0);
	assert_int_equal(
		sample_run(fixture->path, "remove", "--yes", "evidence", "first", NULL), 0);
	emulator_wait(emulator, "1  Beta");
	emulator_type(emulator, "\r");
	emulator_wait(emulator, "Another lead has changed proof meanwhile");
	emulator_type(emulator, "b");
	emulator_wait(emulator, "proof changed; u takes it back");
	emulator_type(emulator, "\r");
	emulator_wait(emulator, "Edit evidence");
	emulator_wait(emulator, "Theirs\u21b5\u21b5Mine");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Edit evidence");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "a add");
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			from_criterion_to_acceptance, setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			small_and_for_other_records, setup, sample_teardown),
		cmocka_unit_test_setup_teardown(the_milestone_goes, setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			a_proof_stays_with_its_criterion, setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("proof", tests, NULL, NULL);
}
