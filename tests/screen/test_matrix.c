/* SPDX-License-Identifier: MIT */
/*
 * The RACI matrix: letters typed into cells, holders of roles, rules beside the rows.
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
test_letters_are_typed(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (size_t i = 0; i < SCREEN_SIZES; i++) {
		sample_open(emulator, screen_sizes[i].rows, screen_sizes[i].columns, fixture->path,
			screen_sizes[i].option);
		type_and_wait(emulator, "4", "matrix");
		emulator_wait(emulator, "Team OKR");
		/* Down and right beyond the last one stop there. */
		type_and_wait(emulator, "llllllljjjjjjjji", "Team member: I on");
		type_and_wait(emulator, "r", "Team member: R on");
		type_and_wait(emulator, " ", "Team member: nothing on");
		type_and_wait(emulator, "u", "taken back: no letter");
		type_and_wait(emulator, "u", "taken back: R of");
		type_and_wait(emulator, "u", "taken back: I of");
		type_and_wait(emulator, "gl!", "Executive team: A/R");
		type_and_wait(emulator, "u", "taken back: A/R of");
		sample_quit(emulator);
	}
}

static void
test_rules_stand_beside_rows(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, "4", "R2 no role is R; Executive team is A");
	emulator_wait(emulator, "answers in");
	type_and_wait(emulator, "w", "R2");
	/* One key mends it. */
	type_and_wait(emulator, "q!", "A/R on");
	emulator_wait_gone(emulator, "R2 no role is R");
	/* A second A is an error at once. */
	type_and_wait(emulator, "jlla", "R1 2 roles are A");
	sample_quit(emulator);
	/* Names of roles go before the words of rules; where both are cut, the one is said. */
	sample_open(emulator, 24, 100, fixture->path, NULL);
	type_and_wait(emulator, "4", "Executive  Functional Team");
	sample_quit(emulator);
	sample_open(emulator, 10, 40, fixture->path, NULL);
	type_and_wait(emulator, "4", "Executive team");
	type_and_wait(emulator, "l", "Functional lead");
	sample_quit(emulator);
}

static void
test_holders_are_named(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, "4l", "Functional lead: ");
	type_and_wait(emulator, "p", "stakeholder");
	type_and_wait(emulator, "zzzz", "nothing has all");
	type_and_wait(emulator, "\x15gorski", "Pawe");
	emulator_wait_gone(emulator, "nothing has all");
	emulator_settle(emulator, 100);
	type_and_wait(emulator, "\r", "Pawe\xc5\x82 G\xc3\xb3rski");
	emulator_wait(emulator, "added; u takes it back");
	type_and_wait(emulator, "n", "new decision:");
	type_and_wait(emulator, "Who stops work\r", "Who stops work");
	emulator_wait(emulator, "R1 no role is A");
	type_and_wait(emulator, "a", "A on \"Who stops work\"");
	emulator_wait_gone(emulator, "R1 no role is A");
	sample_quit(emulator);
}

/* Another lead takes the role away while its holder is chosen: nobody else's holder comes of it. */
static void
test_the_role_goes(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, "4l", "Functional lead: ");
	type_and_wait(emulator, "p", "stakeholder");
	type_and_wait(emulator, "gorski", "Pawe");
	assert_int_equal(
		sample_run(fixture->path, "remove", "--yes", "role", "Functional lead", NULL), 0);
	emulator_wait_gone(emulator, "Functional lead: ");
	emulator_settle(emulator, 100);
	type_and_wait(emulator, "\r", "the role is not there any more");
	sample_quit(emulator);
}

/* At the head of a column the keys concern the role. */
static void
test_rows_and_roles_are_put_in_order(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 100, fixture->path, NULL);
	type_and_wait(emulator, "4", "Team OKR drafting");
	type_and_wait(emulator, "n", "new decision:");
	type_and_wait(emulator, "Hiring freeze\r", "R1 Hiring freeze");
	/* It is the last row until it is moved. */
	assert_true(strstr(emulator_text(emulator), "Quarterly review") <
		    strstr(emulator_text(emulator), "Hiring freeze  "));
	type_and_wait(emulator, "-", "moved");
	assert_true(strstr(emulator_text(emulator), "Hiring freeze  ") <
		    strstr(emulator_text(emulator), "Quarterly review"));
	type_and_wait(emulator, "u", "taken back: activity \"Hiring freeze\" moved");
	type_and_wait(emulator, "gk", "the role itself");
	type_and_wait(emulator, "r", "stand on a decision");
	type_and_wait(emulator, "N", "new role:");
	type_and_wait(emulator, "Works council\r", "Works council: nobody holds it");
	type_and_wait(emulator, "-", "moved");
	type_and_wait(emulator, "e", "Edit role: Works council");
	type_and_wait(emulator, "\x15Shop stewards\x13", "Shop stewards: nobody holds it");
	type_and_wait(emulator, "d", "Delete the role \"Shop stewards\"?");
	type_and_wait(emulator, "y", "deleted the role");
	sample_quit(emulator);
}

static void
test_an_empty_matrix_is_filled(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char path[SAMPLE_PATH_SIZE + 8];

	snprintf(path, sizeof path, "%s.bare", fixture->path);
	assert_int_equal(sample_run(path, "new", "Bare", "--bare", NULL), 0);
	sample_open(emulator, 24, 80, path, NULL);
	type_and_wait(emulator, "4", "There are no roles yet: N adds the first");
	type_and_wait(emulator, "N", "new role:");
	type_and_wait(emulator, "Council\r", "There are no decisions yet");
	type_and_wait(emulator, "n", "new decision:");
	type_and_wait(emulator, "Hiring\r", "R1 Hiring: no role is A");
	type_and_wait(emulator, "a!", "Council: A/R on \"Hiring\"");
	sample_quit(emulator);
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_letters_are_typed, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_rules_stand_beside_rows, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_holders_are_named, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(test_the_role_goes, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_rows_and_roles_are_put_in_order, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_an_empty_matrix_is_filled, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
