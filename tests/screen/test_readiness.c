/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis and a round of it: areas, questions and what follows lead to their records, and one
 * screen takes the answers of several people with one key each.
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
the_diagnosis_leads_to_its_records(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 132, fixture->path, NULL);
	emulator_type(emulator, "1");
	emulator_wait(emulator, "stop: leadership is misaligned on 2 questions");
	emulator_wait(emulator, "1 · ● ● 3 · 5  3.4");
	emulator_wait(emulator, "What follows for the roadmap");
	/* Each row says why it stands as it does. */
	emulator_type(emulator, "w");
	emulator_wait(emulator, "3 of 3 questions have a score");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "of 3 questions have a score");
	/* The questions beside are those of the area. */
	emulator_wait(emulator, "shared-motive");
	emulator_type(emulator, "j");
	emulator_wait(emulator, "manager-capacity");
	emulator_wait_gone(emulator, "shared-motive");
	/* Into the area, to the question, back to the same place. */
	emulator_type(emulator, "\rj\r");
	emulator_wait_gone(emulator, "What follows");
	emulator_wait(emulator, "failure sign");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "What follows");
	emulator_wait(emulator, "manager-capacity");
	/* To what follows and along to the item in the plan. */
	emulator_type(emulator, "lj");
	emulator_wait(emulator, "in the plan: Executives agree why");
	emulator_type(emulator, "\r");
	emulator_wait_gone(emulator, "What follows");
	emulator_wait(emulator, "Executives agree why");
	sample_quit(emulator);
}

/* Whole where there is room; what an answer rests on is shown, and changed rather than lost. */
static void
the_guide_of_a_round(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 36, 100, fixture->path, NULL);
	emulator_type(emulator, "1r");
	emulator_wait(emulator, "wants neater reports.");
	emulator_type(emulator, "4e");
	emulator_wait(emulator, "what it rests on:");
	emulator_type(emulator, "Three memos\r");
	emulator_wait(emulator, "rests on Three memos");
	emulator_type(emulator, "e");
	emulator_wait(emulator, "what it rests on: Three memos");
	emulator_type(emulator, " agree\r");
	emulator_wait(emulator, "rests on Three memos agree");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "today's answers");
	sample_quit(emulator);
}

static void
small_and_ascii(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, "--ascii");
	emulator_type(emulator, "1");
	emulator_wait(emulator, "1 . o o 3 . 5  3.4");
	emulator_wait(emulator, "######....");
	/* The verdict is not cut. */
	emulator_wait(emulator, "culture is amber, adoption is amber");
	emulator_type(emulator, "r");
	emulator_wait(emulator, "expected-resistance");
	/* The question that is read out is not cut. */
	emulator_wait(emulator, "would the answers");
	emulator_wait(emulator, "describe the same problem?");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "today's answers");
	sample_quit(emulator);
	sample_open(emulator, 10, 40, fixture->path, NULL);
	emulator_type(emulator, "1");
	emulator_wait(emulator, "stop: leadership");
	emulator_type(emulator, "\r");
	emulator_wait(emulator, "sponsorship");
	emulator_type(emulator, "r");
	emulator_wait(emulator, "shared-motive");
	emulator_resize(emulator, 1, 1);
	emulator_settle(emulator, 100);
	emulator_resize(emulator, 30, 120);
	emulator_wait(emulator, "today's answers stand out");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "today's answers");
	sample_quit(emulator);
}

/* How often the file holds an answer of today. */
static int
answers(const char *path, const char *filter)
{
	char command[SAMPLE_PATH_SIZE * 2];
	FILE *pipe;
	int count = -1;

	snprintf(command, sizeof command,
		"%s list response -f %s %s --json | grep -c '^      \"question\"'",
		sample_program(), path, filter);
	pipe = popen(command, "r");
	assert_non_null(pipe);
	assert_int_equal(fscanf(pipe, "%d", &count), 1);
	pclose(pipe);
	return count;
}

/* A new file with five executives: a whole round is 65 keys on one screen. */
static void
a_round_of_five_takes_one_key_an_answer(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	static const char *const names[] = { "Ada", "Ben", "Cyd", "Dot", "Eve" };

	unlink(fixture->path);
	assert_int_equal(
		sample_run(fixture->path, "new", "Harbour", "--starts-on", "2026-11-23", NULL), 0);
	for (size_t i = 0; i < 5; i++) {
		char name[32];

		snprintf(name, sizeof name, "name=%s", names[i]);
		assert_int_equal(sample_run(fixture->path, "add", "stakeholder", name,
					 "group=executive_sponsor", NULL),
			0);
	}
	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, "1");
	emulator_wait(emulator, "nobody has answered yet");
	emulator_type(emulator, "r");
	emulator_wait(emulator, "Eve");
	emulator_wait(emulator, "expected-resistance");
	for (int i = 0; i < 65; i++)
		emulator_type(emulator, i % 13 == 12 ? "0" : (i / 13 == 4 ? "5" : "2"));
	emulator_wait(emulator, "2.6 ~");
	emulator_settle(emulator, 200);
	assert_int_equal(answers(fixture->path, ""), 65);
	assert_int_equal(answers(fixture->path, "score="), 5);
	/* The last answer was Eve's "not known"; the one before it may be changed or taken away. */
	emulator_type(emulator, "k3");
	emulator_settle(emulator, 200);
	assert_int_equal(answers(fixture->path, "score=3"), 1);
	assert_int_equal(answers(fixture->path, ""), 65);
	emulator_type(emulator, "kd");
	emulator_settle(emulator, 200);
	assert_int_equal(answers(fixture->path, ""), 64);
	emulator_type(emulator, "u");
	emulator_settle(emulator, 200);
	assert_int_equal(answers(fixture->path, ""), 65);
	/* Evidence, and a person more. */
	emulator_type(emulator, "e");
	emulator_wait(emulator, "what it rests on:");
	emulator_type(emulator, "the October review\r");
	emulator_wait_gone(emulator, "what it rests on:");
	emulator_settle(emulator, 200);
	assert_int_equal(answers(fixture->path, "'evidence~October'"), 1);
	emulator_type(emulator, "a");
	emulator_wait(emulator, "who answers:");
	emulator_type(emulator, "nobody at all\r");
	emulator_wait(emulator, "there is no stakeholder");
	/* What was refused is there to be mended. */
	emulator_wait(emulator, "who answers: nobody at all");
	emulator_type(emulator, "\x03\x03\033");
	emulator_wait(emulator, "stop: leadership");
	sample_quit(emulator);
}

static void
a_file_opened_for_reading_takes_no_answer(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	int before = answers(fixture->path, "");

	sample_open(emulator, 24, 80, fixture->path, "--read-only");
	emulator_type(emulator, "1r");
	emulator_wait(emulator, "expected-resistance");
	emulator_type(emulator, "4d");
	emulator_wait(emulator, "read");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "today's answers");
	sample_quit(emulator);
	assert_int_equal(answers(fixture->path, ""), before);
}

/* Without questions there is none to go to, and what followed from them may go away meanwhile. */
static void
a_diagnosis_without_questions(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	unlink(fixture->path);
	assert_int_equal(sample_run(fixture->path, "new", "Harbour", "--bare", NULL), 0);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, "1", "Nothing follows");
	type_and_wait(emulator, "\r", "no questions ask about this area");
	emulator_type(emulator, "\rwjkllh\r\033");
	emulator_settle(emulator, 50);
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_diagnosis_leads_to_its_records, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			the_guide_of_a_round, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(small_and_ascii, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			a_round_of_five_takes_one_key_an_answer, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			a_file_opened_for_reading_takes_no_answer, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			a_diagnosis_without_questions, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("readiness", tests, NULL, NULL);
}
