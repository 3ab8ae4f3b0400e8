/* SPDX-License-Identifier: MIT */
/*
 * One record: its details, pickers in its form, its long text in an editor, and what happens when
 * another lead changes it meanwhile.
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

/* A script that stands for the person's editor. */
static void
set_editor(const char *path, const char *script)
{
	char name[SAMPLE_PATH_SIZE + 8];
	FILE *file;

	snprintf(name, sizeof name, "%s.ed", path);
	file = fopen(name, "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\n%s\n", script);
	fclose(file);
	chmod(name, 0700);
	setenv("VISUAL", name, 1);
}

static void
remove_seen(const char *path)
{
	char name[SAMPLE_PATH_SIZE + 16];

	snprintf(name, sizeof name, "%s.ed.seen", path);
	unlink(name);
}

static void
remove_editor(const char *path)
{
	char name[SAMPLE_PATH_SIZE + 16];

	snprintf(name, sizeof name, "%s.ed", path);
	unlink(name);
	remove_seen(path);
}

static void
test_details(void **state)
{
	static const struct {
		int rows, columns;
	} sizes[] = { { 24, 80 }, { 10, 40 }, { 43, 132 } };
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	assert_int_equal(
		sample_run(fixture->path, "set", "stakeholder", "Chidinma Eze", "interest=3", NULL),
		0);
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		sample_open(emulator, sizes[i].rows, sizes[i].columns, fixture->path, NULL);
		type_and_wait(emulator, "3/eze\r", "Chidinma");
		type_and_wait(emulator, "i", "person");
		type_and_wait(emulator, "G", "Changes: 1");
		emulator_wait(emulator, "interest: 3, was 5");
		emulator_type(emulator, "\033");
		emulator_wait_gone(emulator, "Changes: 1");
		emulator_settle(emulator, 100);
		sample_quit(emulator);
	}
	/* A line that names somebody leads there, and Esc comes back. */
	sample_open(emulator, 43, 132, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\r", "Chidinma");
	type_and_wait(emulator, "ij\r", "Zofia Malinowska");
	emulator_wait(emulator, " of 42");
	sample_quit(emulator);
}

static void
test_references_are_followed(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\r", "Engineering Manager");
	type_and_wait(emulator, "llll\r", "40 of 42");
	emulator_wait_gone(emulator, "Engineering Manager");
	emulator_settle(emulator, 100);
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "Engineering Manager");
	sample_quit(emulator);
}

static void
test_form_picks_values(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 100, fixture->path, NULL);
	type_and_wait(emulator, ":milestones\r", "1 of ");
	type_and_wait(emulator, "e", "Edit milestone");
	type_and_wait(emulator, "\x0f", "this is typed");
	/* Down to the owner, chosen by typing a part of a name. */
	for (int i = 0; i < 20 && !emulator_shows(emulator, "owner \xe2\x94\x80"); i++) {
		emulator_type(emulator, "\t\x0f");
		emulator_settle(emulator, 100);
		if (emulator_shows(emulator, "owner \xe2\x94\x80"))
			break;
		emulator_type(emulator, "\033");
		emulator_settle(emulator, 100);
		if (emulator_shows(emulator, "not saved yet"))
			emulator_type(emulator, "k");
	}
	emulator_wait(emulator, "owner \xe2\x94\x80");
	type_and_wait(emulator, "gorski", "Pawe\xc5\x82 G\xc3\xb3rski");
	emulator_settle(emulator, 200);
	emulator_type(emulator, "\r");
	emulator_wait_gone(emulator, "owner \xe2\x94\x80");
	type_and_wait(emulator, "\x13", "changed the milestone");
	type_and_wait(emulator, "u", "taken back");
	sample_quit(emulator);
}

static void
test_editor(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	set_editor(fixture->path,
		"ls -l \"$1\" >\"$0.seen\"\nprintf 'Two lines\\nof \\303\\251t\\303\\251' >\"$1\"");
	sample_open(emulator, 43, 132, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\rE", "main concern changed");
	emulator_wait(emulator, "Two lines");
	type_and_wait(emulator, "u", "taken back");
	/* In a form it goes into the field, and is saved with it. */
	type_and_wait(emulator, "e", "Edit stakeholder");
	type_and_wait(emulator, "\x14", "Two lines");
	type_and_wait(emulator, "\033", "not saved yet");
	emulator_settle(emulator, 100);
	type_and_wait(emulator, "d", "Engineering Manager");
	sample_quit(emulator);
	set_editor(fixture->path, "exit 3");
	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\rE", "the editor said that it failed");
	sample_quit(emulator);
	set_editor(fixture->path, "printf '\\377' >\"$1\"");
	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\rE", "is no text");
	sample_quit(emulator);
	/* Bytes that are no text are mended too, in a form and outside; nothing of them is lost. */
	set_editor(fixture->path,
		"if test -e \"$0.seen\"; then tr '\\377\\033\\000' XYZ <\"$1\" >\"$0.seen\"; "
		"cat \"$0.seen\" >\"$1\"\n"
		"else touch \"$0.seen\"; printf 'Long \\377 words\\033 and\\000 more' >\"$1\"; fi");
	remove_seen(fixture->path);
	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\rE", "E has what you wrote");
	type_and_wait(emulator, "E", "main concern changed");
	type_and_wait(emulator, "e", "Long X wordsY andZ more");
	remove_seen(fixture->path);
	type_and_wait(emulator, "\x14", "the editor, opened again, has what you wrote");
	/* It is for this field only. */
	type_and_wait(emulator, "\t\t\x14", "nothing was changed");
	type_and_wait(emulator, "\033[Z\033[Z\x14",
		"name*                         Long X wordsY andZ more");
	type_and_wait(emulator, "\033", "not saved yet");
	type_and_wait(emulator, "d", "Engineering Manager");
	sample_quit(emulator);
	/* What cannot be kept is there to be mended, and Windows' ends of lines are lines. */
	set_editor(fixture->path,
		"if test -e \"$0.seen\"; then printf '%s\\r\\nsecond\\r\\n' \"$(head -c 9 "
		"\"$1\")\" >\"$1\"\n"
		"else touch \"$0.seen\"; head -c 10001 /dev/zero | tr '\\0' A >\"$1\"; fi");
	remove_seen(fixture->path);
	sample_open(emulator, 24, 132, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\rE", "E has what you wrote");
	type_and_wait(emulator, "E", "main concern changed");
	type_and_wait(emulator, "e", "AAAAAAAAA\u21b5second");
	type_and_wait(emulator, "\x13", "nothing was changed");
	sample_quit(emulator);
	/* Its arguments come as they would in a shell. */
	setenv("VISUAL", "sh -c 'printf \"%s\" \"$1\" >\"$2\"' sh \"with  two blanks\"", 1);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\rE", "main concern changed");
	type_and_wait(emulator, "i", "with  two blanks");
	type_and_wait(emulator, "q", "name\u25b2");
	sample_quit(emulator);
	setenv("VISUAL", "/no/such/editor -w", 1);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\rE", "is not there; set $VISUAL");
	sample_quit(emulator);
	unsetenv("VISUAL");
	remove_editor(fixture->path);
}

static void
test_another_lead(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 132, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\r", "Engineering Manager");
	assert_int_equal(sample_run(fixture->path, "set", "stakeholder", "Chidinma Eze",
				 "status=Wants to help", NULL),
		0);
	/* It is told as it arrives. */
	emulator_wait(emulator, "set status of stakeholder");
	emulator_wait(emulator, "Wants to help");
	/* The same field changed on both sides: nothing is lost, and one chooses. */
	type_and_wait(emulator, "e", "Edit stakeholder");
	type_and_wait(emulator,
		"\x15"
		"Chidinma E.",
		"Chidinma E.");
	assert_int_equal(sample_run(fixture->path, "set", "stakeholder", "Chidinma Eze",
				 "name=Chidinma Okafor", "status=Away", NULL),
		0);
	emulator_wait(emulator, "another lead wrote \"Chidinma Okafor\"");
	emulator_wait(emulator, "Away");
	type_and_wait(emulator, "\x07", "Chidinma Okafor");
	emulator_wait_gone(emulator, "another lead wrote");
	type_and_wait(emulator,
		"\x15"
		"Chidinma E.\x13",
		"changed the stakeholder \"Chidinma E.\"");
	emulator_wait(emulator, "Away");
	sample_quit(emulator);
}

/* The person who is there now comes first, so that Enter changes nothing by itself. */
static void
test_picker_begins_with_what_is_there(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 132, fixture->path, NULL);
	type_and_wait(emulator, "3", "1 of 42");
	/* Ctrl-D and Ctrl-U page as in vi; where a line is edited Ctrl-B and Ctrl-D are readline's.
	 */
	type_and_wait(emulator, "\x04\x04", "42 of 42");
	type_and_wait(emulator, "\x15\x15", " 1 of 42");
	type_and_wait(emulator, "e\x02\x02\x04X", "Amara DialXo");
	type_and_wait(emulator, "\x1b", "not saved yet");
	type_and_wait(emulator, "d", " 1 of 42");
	emulator_wait_gone(emulator, "DialXo");
	type_and_wait(emulator, "llllc", "Zofia Malinowska  ");
	type_and_wait(emulator, "\r", "owner: nothing was changed");
	type_and_wait(emulator, "c\x1b[B", "Amara Diallo: person");
	type_and_wait(emulator, "\r", "owner: Amara Diallo; u takes it back");
	sample_quit(emulator);
}

/* One Esc too many takes no typed words away; what says nothing goes at once. */
static void
test_esc_in_a_line(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, "3c", "name Amara Diallo");
	type_and_wait(emulator, "\033", "name\u25b2");
	emulator_wait_gone(emulator, "name Amara Diallo");
	type_and_wait(emulator, "c Junior\033", "Esc once more drops it");
	type_and_wait(emulator, "!", "name Amara Diallo Junior!");
	emulator_wait_gone(emulator, "once more");
	type_and_wait(emulator, "\033", "Esc once more drops it");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Junior");
	type_and_wait(emulator, "c Junior\x03", "Esc once more drops it");
	type_and_wait(emulator, "\r", "name: Amara Diallo Junior; u takes it back");
	type_and_wait(emulator, "/zzz", "/ zzz");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "/ zzz");
	sample_quit(emulator);
}

/* What is typed goes over nothing that another lead wrote meanwhile, and into nobody else. */
static void
test_another_lead_at_the_same_cell(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, "3", "1 of 42");
	type_and_wait(emulator, "c\x15Mine", "name Mine");
	assert_int_equal(sample_run(fixture->path, "set", "stakeholder", "Amara Diallo",
				 "name=Theirs", NULL),
		0);
	emulator_wait(emulator, "Theirs");
	type_and_wait(emulator, "\r", "Another lead has changed name meanwhile");
	type_and_wait(emulator, "t", "36 of 42");
	emulator_wait_gone(emulator, "meanwhile");
	emulator_wait(emulator, "Theirs");
	type_and_wait(emulator, "c\x15Mine", "name Mine");
	assert_int_equal(sample_run(fixture->path, "set", "stakeholder", "Theirs",
				 "name=Theirs again", NULL),
		0);
	type_and_wait(emulator, "\rm", "name: Mine; u takes it back");
	type_and_wait(emulator, "u", "Theirs again");
	type_and_wait(emulator, "gc\x15Nobody", "name Nobody");
	assert_int_equal(
		sample_run(fixture->path, "remove", "--yes", "stakeholder", "Aoife Kinsella", NULL),
		0);
	emulator_wait(emulator, "remove stakeholder \"Aoife Kinsella\"");
	type_and_wait(emulator, "\r", "not there any more");
	assert_false(emulator_shows(emulator, "Nobody"));
	sample_quit(emulator);
}

static void
test_another_lead_while_the_editor_is_open(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char script[3 * SAMPLE_PATH_SIZE];

	snprintf(script, sizeof script,
		"%s -f %s set stakeholder 'Chidinma Eze' main_concern=Theirs >/dev/null\n"
		"echo Mine >\"$1\"",
		sample_program(), fixture->path);
	set_editor(fixture->path, script);
	sample_open(emulator, 24, 80, fixture->path, NULL);
	type_and_wait(emulator, "3/eze\rE", "Which shall stay");
	type_and_wait(emulator, "b", "main concern changed");
	type_and_wait(emulator, "e", "Theirs\u21b5\u21b5Mine");
	type_and_wait(emulator, "\033", "Chidinma Eze");
	emulator_wait_gone(emulator, "Ctrl-S save");
	sample_quit(emulator);
	unsetenv("VISUAL");
	remove_editor(fixture->path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_details, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_references_are_followed, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_form_picks_values, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(test_editor, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(test_another_lead, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_picker_begins_with_what_is_there, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(test_esc_in_a_line, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_another_lead_at_the_same_cell, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_another_lead_while_the_editor_is_open, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
