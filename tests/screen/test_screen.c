/* SPDX-License-Identifier: MIT */
/*
 * The program in a real terminal, or what is as good as one: what a person does all day, on three
 * sizes of screen.
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

static const struct size {
	int rows, columns;
} sizes[] = { { 24, 80 }, { 10, 40 }, { 43, 132 } };

enum { SIZES = sizeof sizes / sizeof sizes[0] };

/* Each panel by its digit, each list by Tab, until the first comes round again. */
static void
visit(struct emulator *emulator)
{
	static const char *const lists[] = { "now programmes ratings", "questions responses",
		"milestones phases slices workstreams evidence dependencies risks teams",
		"stakeholders relationships contacts engagements", "activities roles assignments",
		"forums invitees meetings decisions actions blockers pulses waivers",
		"handoffs capabilities conventions lessons", "scripts workshops segments tips" };

	for (int tab = 0; tab < 8; tab++) {
		const char key[] = { (char)('0' + tab), '\0' };
		char words[128], *rest = words;

		emulator_type(emulator, key);
		snprintf(words, sizeof words, "%s", lists[tab]);
		for (char *word; (word = strtok_r(rest, " ", &rest)) != NULL;) {
			emulator_settle(emulator, 30);
			for (int tries = 0; tries < 15 && !emulator_shows(emulator, word);
				tries++) {
				emulator_type(emulator, "\t");
				emulator_settle(emulator, 30);
			}
			emulator_wait(emulator, word);
		}
	}
}

static void
test_visit_everything(void **state)
{
	struct fixture *fixture = *state;

	for (int i = 0; i < SIZES; i++) {
		sample_open(
			&fixture->emulator, sizes[i].rows, sizes[i].columns, fixture->path, NULL);
		visit(&fixture->emulator);
		sample_quit(&fixture->emulator);
	}
}

static void
test_add_edit_delete_undo(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (int i = 0; i < SIZES; i++) {
		sample_open(emulator, sizes[i].rows, sizes[i].columns, fixture->path, NULL);
		emulator_type(emulator, "3");
		emulator_wait(emulator, " of 42");
		emulator_type(emulator, "a");
		emulator_wait(emulator, "name*");
		emulator_type(emulator, "Zo\xc3\xab Te\xcc\x81st\x13");
		emulator_wait(emulator, "added the stakeholder");
		emulator_wait(emulator, " of 43");
		assert_true(emulator_shows(emulator, "Zo\xc3\xab T\xc3\xa9st"));
		emulator_type(emulator, "e");
		emulator_wait(emulator, "name*");
		emulator_type(emulator, " Two\x13");
		emulator_wait(emulator, "changed the stakeholder");
		assert_true(emulator_shows(emulator, "Zo\xc3\xab T\xc3\xa9st Two"));
		emulator_type(emulator, "d");
		emulator_wait(emulator, "y delete");
		emulator_type(emulator, "\r");
		emulator_wait_gone(emulator, "y delete");
		emulator_wait(emulator, " of 43");
		emulator_type(emulator, "d");
		emulator_wait(emulator, "y delete");
		emulator_type(emulator, "y");
		emulator_wait(emulator, "deleted the stakeholder");
		emulator_wait(emulator, " of 42");
		emulator_type(emulator, "u");
		emulator_wait(emulator, "taken back");
		emulator_wait(emulator, " of 43");
		emulator_type(emulator, "u");
		emulator_settle(emulator, 50);
		emulator_type(emulator, "u");
		emulator_wait(emulator, " of 42");
		emulator_type(emulator, "\x12");
		emulator_wait(emulator, "done again");
		emulator_wait(emulator, " of 43");
		emulator_type(emulator, "u");
		emulator_wait(emulator, " of 42");
		sample_quit(emulator);
	}
}

static void
test_search_and_why(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, "3/haddad\r");
	emulator_wait(emulator, "24 of 42");
	emulator_type(emulator, "/medivance\r");
	emulator_wait(emulator, "nothing below");
	emulator_type(emulator, "g/medivance\r");
	emulator_wait(emulator, "22 of 42");
	emulator_type(emulator, "w");
	emulator_wait(emulator, "S2 error");
	emulator_type(emulator, "\x1b");
	emulator_wait_gone(emulator, "S2 error");
	emulator_type(emulator, ":risks\r");
	emulator_wait(emulator, "likelihood");
	emulator_type(emulator, ":stakeholders\r");
	emulator_wait(emulator, "22 of 42");
	emulator_type(emulator, ":nonsense\r");
	emulator_wait(emulator, "no action or list");
	emulator_type(emulator, "G");
	emulator_wait(emulator, "42 of 42");
	emulator_type(emulator, "?");
	emulator_wait(emulator, "go to the record that this cell names");
	emulator_type(emulator, "\x1b");
	emulator_wait_gone(emulator, "go to the record that this cell names");
	sample_quit(emulator);
}

static void
test_form_tells_what_is_wrong(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 132, fixture->path, NULL);
	emulator_type(emulator, "3a\x13");
	emulator_wait(emulator, "this cannot be left empty");
	emulator_type(emulator, "Somebody\r\r\r\r\r\rNobody At All\r");
	emulator_wait(emulator, "there is no stakeholder");
	emulator_type(emulator, "\x1b[A\x15Haddad\x13");
	emulator_settle(emulator, 50);
	emulator_type(emulator, "\x1b");
	emulator_wait(emulator, "keep editing");
	emulator_type(emulator, "k");
	emulator_wait_gone(emulator, "keep editing");
	assert_true(emulator_shows(emulator, "Somebody"));
	emulator_type(emulator, "\x03");
	emulator_wait(emulator, "keep editing");
	emulator_type(emulator, "d");
	emulator_wait_gone(emulator, "Somebody");
	emulator_wait(emulator, " of 42");
	sample_quit(emulator);
}

static void
test_resize_keeps_the_form(void **state)
{
	static const struct size moves[] = { { 1, 1 }, { 24, 80 }, { 2, 3 }, { 500, 500 },
		{ 5, 20 }, { 3, 1000 }, { 10, 40 }, { 43, 132 } };
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, "3aKept Name");
	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
		emulator_resize(emulator, moves[i].rows, moves[i].columns);
	emulator_wait(emulator, "Kept Name");
	emulator_type(emulator, "\x13");
	emulator_wait(emulator, "added the stakeholder \"Kept Name\"");
	emulator_type(emulator, "u");
	emulator_wait(emulator, "taken back");
	sample_quit(emulator);
}

static void
test_smallest_and_largest(void **state)
{
	static const struct size extremes[] = { { 1, 1 }, { 2, 2 }, { 3, 10 }, { 500, 500 } };
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (size_t i = 0; i < sizeof extremes / sizeof extremes[0]; i++) {
		sample_open(emulator, extremes[i].rows, extremes[i].columns, fixture->path, NULL);
		emulator_type(emulator, "1234567\t\t0jkG?");
		emulator_settle(emulator, 100);
		emulator_type(emulator, "\x03");
		emulator_settle(emulator, 100);
		sample_quit(emulator);
	}
}

static void
test_others_change_the_file(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, "3/haddad\r");
	emulator_wait(emulator, "24 of 42");
	assert_int_equal(
		sample_run(fixture->path, "add", "stakeholder", "name=Aaron Early", NULL), 0);
	emulator_wait(emulator, "25 of 43");
	assert_int_equal(sample_run(fixture->path, "undo", NULL), 0);
	emulator_wait(emulator, "24 of 42");
	/* It is told, also where there is something to read already. */
	emulator_type(emulator, " ");
	emulator_wait(emulator, "1 stakeholder marked");
	assert_int_equal(
		sample_run(fixture->path, "add", "stakeholder", "name=Aaron Early", NULL), 0);
	emulator_wait(emulator, "add stakeholder");
	assert_true(emulator_shows(emulator, "1 stakeholder marked"));
	assert_int_equal(sample_run(fixture->path, "undo", NULL), 0);
	emulator_wait(emulator, "took back: add stakeholder");
	sample_quit(emulator);
}

static void
test_two_edit_the_same_field(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, "3/medivance\re");
	emulator_wait(emulator, "Edit stakeholder");
	assert_int_equal(sample_run(fixture->path, "set", "stakeholder", "Medivance Pumpen",
				 "name=Their Name", NULL),
		0);
	emulator_type(emulator, " mine\x13");
	emulator_wait(emulator, "not saved");
	assert_true(emulator_shows(emulator, "Medivance Pumpen mine"));
	emulator_type(emulator, "\x1b");
	emulator_wait(emulator, "keep editing");
	emulator_type(emulator, "d");
	emulator_wait(emulator, "Their Name");
	emulator_type(emulator, "u");
	emulator_wait(emulator, "taken back");
	sample_quit(emulator);
}

static void
test_read_only(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, "--read-only");
	emulator_wait(emulator, "read-only");
	/* What cannot be done says why in the list of what can be, too. */
	emulator_type(emulator, ":import");
	emulator_wait(emulator, "import  ");
	emulator_wait(emulator, "this programme is open for reading only");
	emulator_type(emulator, "\x03");
	emulator_wait_gone(emulator, "Commands");
	emulator_type(emulator, "3a");
	emulator_wait(emulator, "open for reading only");
	emulator_type(emulator, "jd");
	emulator_wait(emulator, "open for reading only");
	sample_quit(emulator);
}

static void
test_ascii(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, "--ascii");
	emulator_type(emulator, "3");
	emulator_wait(emulator, " of 42");
	emulator_type(emulator, "d");
	emulator_wait(emulator, "y delete");
	for (const char *at = emulator_text(emulator); *at; at++)
		assert_in_range((unsigned char)*at, '\n', '~');
	emulator_type(emulator, "n");
	sample_quit(emulator);
}

/* What looks like keys in a paste, an answer of the terminal or a mouse report is none. */
static void
test_stray_bytes_do_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, NULL);
	emulator_type(emulator, "3");
	emulator_wait(emulator, "1 of 42");
	emulator_type(emulator, "\x1b[200~dyqGu\r\x1b[201~");
	emulator_type(emulator,
		"\x1b[<0;12;1M\x1b[97;5u\x1b]11;rgb:dddd/qqqq\x07\x1bPqqq\x1b\\\x1b[M dq");
	emulator_settle(emulator, 100);
	assert_true(emulator_shows(emulator, "1 of 42"));
	emulator_type(emulator, "\x03");
	emulator_wait(emulator, "press q to quit");
	emulator_type(emulator, "a\x1b[200~Pasted\r\nName\x1b[201~\x13");
	emulator_wait(emulator, "added the stakeholder \"Pasted Name\"");
	emulator_type(emulator, "u");
	emulator_wait(emulator, " of 42");
	sample_quit(emulator);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_visit_everything),
		cmocka_unit_test(test_add_edit_delete_undo),
		cmocka_unit_test(test_search_and_why),
		cmocka_unit_test(test_form_tells_what_is_wrong),
		cmocka_unit_test(test_resize_keeps_the_form),
		cmocka_unit_test(test_smallest_and_largest),
		cmocka_unit_test(test_others_change_the_file),
		cmocka_unit_test(test_two_edit_the_same_field),
		cmocka_unit_test(test_read_only),
		cmocka_unit_test(test_ascii),
		cmocka_unit_test(test_stray_bytes_do_nothing),
	};

	sample_pin_environment();
	return cmocka_run_group_tests_name("screen", tests, sample_setup, sample_teardown);
}
