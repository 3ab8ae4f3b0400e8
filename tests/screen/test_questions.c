/* SPDX-License-Identifier: MIT */
/*
 * Questions carry what they continue with: an answer finds the record it was asked about whatever
 * another lead does meanwhile, one that is refused is there to be mended, and each can be left at
 * any point. Under the sanitizers a context that is not freed fails the end of the program.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sample.h"

/* How many records the CLI lists with these words behind "list". */
static int
count(const char *path, const char *words)
{
	char command[SAMPLE_PATH_SIZE * 2];
	FILE *pipe;
	int result = -1;

	snprintf(command, sizeof command, "%s list -f %s %s --json | grep -c '\"id\"'",
		sample_program(), path, words);
	pipe = popen(command, "r");
	assert_non_null(pipe);
	assert_int_equal(fscanf(pipe, "%d", &result), 1);
	pclose(pipe);
	return result;
}

static void
write_script(const char *path, const char *script)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fprintf(file, "#!/bin/sh\n%s\n", script);
	fclose(file);
	chmod(path, 0700);
	setenv("VISUAL", path, 1);
}

/* The person to answer, then the reason; the milestone is deleted between the two. */
static void
test_the_record_goes_between_two_questions(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	unlink(fixture->path);
	assert_int_equal(sample_run(fixture->path, "new", "Harbour", "--bare", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "add", "stakeholder", "name=Ada", NULL), 0);
	assert_int_equal(
		sample_run(fixture->path, "add", "milestone", "id=m", "title=Kept", NULL), 0);
	assert_int_equal(sample_run(fixture->path, "add", "milestone", "id=n", "title=Gone",
				 "owner=Ada", NULL),
		0);
	assert_int_equal(sample_run(fixture->path, "add", "evidence", "milestone=n",
				 "criterion=Seen", "proof=Notes", NULL),
		0);
	assert_int_equal(
		sample_run(fixture->path, "set", "milestone", "n", "state=claimed", NULL), 0);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, ":milestones\r", "1 of 2");
	type_and_wait(emulator, "/Gone\r", "2 of 2");
	type_and_wait(emulator, "v", "claimed; Ada");
	type_and_wait(emulator, "r", "who looked at the proof:");
	/* A name that nobody has may be mended. */
	type_and_wait(emulator, "Adam\r", "there is no stakeholder");
	type_and_wait(emulator, "\x7f\r", "what does it not show:");
	assert_int_equal(sample_run(fixture->path, "remove", "--yes", "milestone", "n", NULL), 0);
	emulator_wait(emulator, "remove milestone");
	type_and_wait(emulator, "a date\r", "the milestone is not there any more");
	emulator_wait_gone(emulator, "what does it not show:");
	emulator_settle(emulator, 100);
	type_and_wait(emulator, "\033", "1 of 1");
	sample_quit(emulator);
	assert_int_equal(count(fixture->path, "claim"), 0);
}

/* The columns move to the left while a holder is chosen for one of them. */
static void
test_the_answer_goes_where_it_was_asked(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, "4l", "Functional lead: ");
	type_and_wait(emulator, "p", "stakeholder");
	type_and_wait(emulator, "gorski", "Pawe");
	assert_int_equal(
		sample_run(fixture->path, "remove", "--yes", "role", "executive-team", NULL), 0);
	emulator_wait(emulator, "remove role");
	type_and_wait(emulator, "\r", "added; u takes it back");
	assert_int_equal(
		count(fixture->path, "role_holder role=functional-lead 'stakeholder=Paweł Górski'"),
		1);
	sample_quit(emulator);
}

/* The column that is changed leaves the screen while its value is chosen. */
static void
test_the_value_goes_into_the_field_it_was_asked_for(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, "3", "1 of 42");
	type_and_wait(emulator, " ", "1 stakeholder marked");
	type_and_wait(emulator, " ", "2 stakeholders marked");
	type_and_wait(emulator, "llllc", "owner of all 2 marked");
	type_and_wait(emulator, "nadia", "Nadia Haddad");
	emulator_resize(emulator, 24, 40);
	emulator_settle(emulator, 100);
	type_and_wait(emulator, "\r", "owner of 2 changed");
	sample_quit(emulator);
}

/* What was refused when it was chosen over another lead's is asked for again, not lost. */
static void
test_mine_is_mended(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char script[SAMPLE_PATH_SIZE + 8], seen[SAMPLE_PATH_SIZE + 16], words[4 * SAMPLE_PATH_SIZE];

	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, "3", "1 of 42");
	type_and_wait(emulator, "llc", "influence ");
	type_and_wait(emulator,
		"\x15"
		"9",
		"influence 9");
	assert_int_equal(sample_run(fixture->path, "set", "stakeholder", "Amara Diallo",
				 "influence=4", NULL),
		0);
	emulator_wait(emulator, "set influence");
	type_and_wait(emulator, "\r", "Another lead has changed influence meanwhile");
	type_and_wait(emulator, "m", "not changed: influence");
	emulator_wait(emulator, "influence 9");
	type_and_wait(emulator,
		"\x7f"
		"2\r",
		"influence: 2; u takes it back");
	sample_quit(emulator);
	/* Both together are longer than the field; the editor has them. */
	snprintf(script, sizeof script, "%s.ed", fixture->path);
	snprintf(seen, sizeof seen, "%s.seen", script);
	snprintf(words, sizeof words,
		"if test -e \"$0.seen\"; then cp \"$1\" \"$0.seen\"; echo Short >\"$1\"\n"
		"else touch \"$0.seen\"; %s -f %s set stakeholder 'Chidinma Eze' "
		"main_concern=Theirs >/dev/null\n"
		"head -c 9999 /dev/zero | tr '\\0' A >\"$1\"; fi",
		sample_program(), fixture->path);
	write_script(script, words);
	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\rE", "Which shall stay");
	type_and_wait(emulator, "b", "E has what you wrote");
	type_and_wait(emulator, "E", "main concern changed");
	sample_quit(emulator);
	unsetenv("VISUAL");
	snprintf(words, sizeof words, "grep -q '^Theirs$' %s && grep -q '^AAAA' %s", seen, seen);
	assert_int_equal(system(words), 0);
	unlink(script);
	unlink(seen);
}

/* Each is opened, and left by Esc (twice where something was typed). */
static void
test_each_is_left_by_esc(void **state)
{
	static const struct {
		const char *page, *keys, *question;
		const char *escapes; /* Ctrl-C, which is one Esc */
	} ways[] = {
		{ "3", "x", "register, JSON", "\x03" },
		{ "3", "x\r", "Who will read it", "\x03" },
		{ "3", "x\r\r", "into the file: register.json", "\x03" },
		{ "3", "x\r\rX", "into the file: register.jsonX", "\x03\x03" },
		{ "3", "I", "import the file:", "\x03" },
		{ "3", "I/no/such\r", "No such file", "\x03\x03" },
		{ "3", "d", "Delete the stakeholder", "\x03" },
		{ "3", "*d", "Delete 42 stakeholders", "\x03*" },
		{ "3", "f", "filter:", "\x03" },
		{ "3", "fattitude:", "filter: attitude:", "\x03" },
		{ "3", "/zz", "/ zz", "\x03" },
		{ "3", "c", "name Amara", "\x03" },
		{ "3", "cX", "name Amara DialloX", "\x03\x03" },
		{ "3", "llllc", "owner", "\x03hhhh" },
		{ "3", ":", "Commands", "\x03" },
		{ "3", "?", "Keys", "\x03" },
		{ "4", "p", "stakeholder", "\x03" },
		{ "4", "nX", "new decision: X", "\x03\x03" },
		{ "5", "no", "week", "\x03" },
		{ "6", "b", "fallback", "\x03" },
		{ "6", "v", "what shows it:", "\x03" },
		{ "0", "r", "Your confidence", "\x03" },
		{ "0", "rgreen\r", "other than suggested", "\x03" },
		{ "0", "rgreen\rX", "other than suggested, because: X", "\x03\x03" },
		{ "2", "P", "Plan the roadmap", "\x03" },
		{ ":log\r", "j\r", "Go to this step", "\x03" },
		{ ":waves\r", "+X", "why there: X", "\x03\x03" },
		/* A value over a form over a page, and the question whether to leave it. */
		{ "3", "e\x0f", "this is typed", "\x03" },
		{ "3", "e\t\t\t\t\x0f", "\u2500", "\x03\x03" },
		{ "3", "eX\x03", "not saved yet",
			"\x03\x03"
			"d" },
	};
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	assert_int_equal(sample_run(fixture->path, "add", "tip", "text=A step", NULL), 0);
	sample_open(emulator, 30, 100, fixture->path, NULL);
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		emulator_type(emulator, ways[i].page);
		emulator_settle(emulator, 50);
		type_and_wait(emulator, ways[i].keys, ways[i].question);
		emulator_type(emulator, ways[i].escapes);
		emulator_settle(emulator, 50);
		emulator_wait(emulator, " saved");
	}
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_the_record_goes_between_two_questions, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_the_answer_goes_where_it_was_asked, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(test_the_value_goes_into_the_field_it_was_asked_for,
			sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(test_mine_is_mended, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_each_is_left_by_esc, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("questions", tests, NULL, NULL);
}
