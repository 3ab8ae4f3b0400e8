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
#include <string.h>
#include <unistd.h>

#include "sample.h"

enum { LINES_MOST = 120 };

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

/* Down, until the pointer stands on the text. */
static void
stand_on(struct emulator *emulator, const char *text)
{
	for (int i = 0; i < LINES_MOST; i++) {
		const char *pointer = strstr(emulator_text(emulator), "▶");
		const char *found = pointer ? strstr(pointer, text) : NULL;

		if (found && !memchr(pointer, '\n', (size_t)(found - pointer)))
			return;
		emulator_type(emulator, "j");
		emulator_settle(emulator, 40);
	}
	fail_msg("no line leads to \"%s\"", text);
}

/* Each leads to where it can be seen, and Esc comes back. */
static void
test_every_line_leads_somewhere(void **state)
{
	static const struct {
		const char *line, *there;
	} ways[] = {
		{ "Purpose", "launches on" },
		{ "Now", "week]" },
		{ "Next gate", "1 of 28" },
		{ "Confidence", "suggested" },
		{ "Teams", "escalates" },
		{ "wave 0 first cycle; wave 1 pre launch", "where the wave is today" },
		{ "Milestones", "workstream" },
		{ "Stakeholders", "filter: owner=" },
		{ "Rule book", "Hold the gate" },
		{ "May the Kraków bid", "question" },
		{ "Two dispatchers are lent", "raised on" },
		{ " more", "Hold the gate" },
		{ "milestones are late", "filter: state!=accepted" },
		{ "a condition of the diagnosis", "people have answered" },
		{ "errors of the rule book", "Hold the gate" },
	};
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 30, 100, fixture->path, NULL);
	emulator_type(emulator, "g");
	emulator_settle(emulator, 100);
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		stand_on(emulator, ways[i].line);
		if (strcmp(ways[i].line, "Next gate") == 0)
			continue;
		type_and_wait(emulator, "\r", ways[i].there);
		/* The first Esc may show all of a list again. */
		emulator_type(emulator, "\033");
		emulator_settle(emulator, 100);
		if (!emulator_shows(emulator, "s snooze"))
			emulator_type(emulator, "\033");
		emulator_wait(emulator, ways[i].line);
		emulator_wait(emulator, "s snooze");
		emulator_settle(emulator, 60);
	}
	sample_quit(emulator);
}

/* What a rule found is escalated from any line about its record, a blocker noted at once. */
static void
test_lines_without_a_rule_are_escalated(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 43, 100, fixture->path, NULL);
	emulator_type(emulator, "g");
	emulator_settle(emulator, 100);
	stand_on(emulator, "Purpose");
	type_and_wait(emulator, "e", "stand on what a rule found");
	stand_on(emulator, "\"Pilot managers run");
	type_and_wait(emulator, "e", "M5/milestone/");
	/* Nothing was typed that could be lost. */
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "M5/milestone/");
	emulator_settle(emulator, 60);
	stand_on(emulator, "escalation of G1, Gráinne");
	type_and_wait(emulator, "e", "Edit escalation");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "Edit escalation");
	stand_on(emulator, "Punctuality is read");
	type_and_wait(emulator, "e", "noted as taken a level up");
	emulator_wait(emulator, "open 1");
	type_and_wait(emulator, "u", "taken back");
	sample_quit(emulator);
}

/* What the facts suggest is taken at once, anything else with its reason; a part where one stands
 * on it. */
static void
test_a_rating_is_given(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (size_t i = 0; i < SCREEN_SIZES; i++) {
		sample_open(emulator, screen_sizes[i].rows, screen_sizes[i].columns, fixture->path,
			screen_sizes[i].option);
		type_and_wait(emulator, "r", "Your confidence: programme");
		emulator_wait(emulator, "takes a reason");
		type_and_wait(emulator, "green\r", "other than suggested, because:");
		type_and_wait(emulator, "\r", "amber is suggested, not green");
		type_and_wait(emulator, "rgreen\r", "other than suggested, because:");
		type_and_wait(emulator, "The gates are near\r", "rated green; u takes it back");
		type_and_wait(emulator, "u", "taken back");
		type_and_wait(emulator, "ramber\r", "rated amber; u takes it back");
		type_and_wait(emulator, "u", "taken back");
		sample_quit(emulator);
	}
	sample_open(emulator, 30, 100, fixture->path, NULL);
	stand_on(emulator, "scale: not rated");
	type_and_wait(emulator, "r", "Your confidence: scale");
	type_and_wait(emulator, "unknown\r", "rated unknown");
	emulator_wait(emulator, "scale: unknown, suggested unknown");
	sample_quit(emulator);
	/* As suggested, but worse than the last time. */
	assert_int_equal(
		sample_run(fixture->path, "rate", "scale", "green", "so it seems", NULL), 0);
	sample_open(emulator, 30, 100, fixture->path, NULL);
	stand_on(emulator, "scale: green");
	type_and_wait(emulator, "r", "given on 2026-11-22");
	type_and_wait(emulator, "unknown\r", "worse than last time, because:");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "because:");
	sample_quit(emulator);
}

static void
test_nothing_is_rated_where_it_can_only_be_read(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 80, fixture->path, "--read-only");
	type_and_wait(emulator, "r", "read");
	emulator_wait_gone(emulator, "Your confidence");
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
		cmocka_unit_test_setup_teardown(
			test_every_line_leads_somewhere, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_lines_without_a_rule_are_escalated, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_a_rating_is_given, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(test_nothing_is_rated_where_it_can_only_be_read,
			sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
