/* SPDX-License-Identifier: MIT */
/*
 * The calendar of the cadence and the record of a meeting. The sample is pinned to a day in
 * November 2026.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "rollout/base/date.h"
#include "sample.h"

enum { SECONDS_OF_DAY = 86400 };

static void
test_calendar_is_walked(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (size_t i = 0; i < SCREEN_SIZES; i++) {
		sample_open(emulator, screen_sizes[i].rows, screen_sizes[i].columns, fixture->path,
			screen_sizes[i].option);
		type_and_wait(emulator, "5", "Nov 2026");
		emulator_wait(emulator, "Mon");
		type_and_wait(emulator, "\033[6~", "Dec 2026");
		type_and_wait(emulator, "G", "2026-12-31");
		type_and_wait(emulator, "l", "2027-01-01");
		emulator_wait(emulator, "Jan 2027");
		type_and_wait(emulator, "k", "2026-12-25");
		type_and_wait(emulator, ".", "Nov 2026");
		sample_quit(emulator);
	}
}

static void
test_missed_meetings_are_named(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 100, fixture->path, NULL);
	type_and_wait(emulator, "5", "0 missed");
	/* What is ahead, the day said once. */
	emulator_wait(emulator, "coming:");
	emulator_wait(emulator, "Mon 23 Nov  09:15 Onboarding check-in");
	emulator_wait(emulator, "            11:00 Platform check-in");
	/* A record that goes leaves a meeting that was missed, but not on a holiday. */
	type_and_wait(emulator, "gn", "Mon 2026-11-02");
	type_and_wait(emulator, "jlld", "Delete the meeting");
	type_and_wait(emulator, "y", "Leadership review, holiday");
	emulator_wait(emulator, "0 missed");
	type_and_wait(emulator, "kh", "Tue 2026-11-03");
	type_and_wait(emulator, "jlllllld", "Delete the meeting");
	type_and_wait(emulator, "y", "1 missed");
	emulator_wait(emulator, "missed: Mon 2026-11-16");
	/* Looking writes nothing; the first note does, and one undo takes both back. */
	type_and_wait(emulator, "\r", "0 of ");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "1 missed");
	type_and_wait(emulator, "\r", "0 of ");
	type_and_wait(emulator, "p", "1 of ");
	type_and_wait(emulator, "u", "0 of ");
	type_and_wait(emulator, "n", "notes:");
	type_and_wait(emulator, "short\r", "notes changed");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "0 missed");
	type_and_wait(emulator, "u", "1 missed");
	sample_quit(emulator);
}

static void
test_a_meeting_is_recorded(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	for (size_t i = 0; i < SCREEN_SIZES; i++) {
		sample_open(emulator, screen_sizes[i].rows, screen_sizes[i].columns, fixture->path,
			screen_sizes[i].option);
		type_and_wait(emulator, "5G", "2026-11-30");
		type_and_wait(emulator, "\r", "0 of ");
		type_and_wait(emulator, "p", "1 of 4 there");
		type_and_wait(emulator, "s", "2 of 4 there");
		type_and_wait(emulator, "a", "absent");
		type_and_wait(emulator, "kp", "3 of 4 there");
		type_and_wait(emulator, "u", "2 of 4 there");
		type_and_wait(emulator, "*", "more were present");
		type_and_wait(emulator, "d", "decision on:");
		type_and_wait(emulator, "Stop the pilot\r", "the decision is noted");
		type_and_wait(emulator, "t", "action:");
		type_and_wait(emulator, "Write to all\r", "the action is noted");
		type_and_wait(emulator, "b", "blocked by:");
		type_and_wait(emulator, "No data\r", "the blocker is noted");
		type_and_wait(emulator, "c", "confidence, 1 to 10:");
		type_and_wait(emulator, "11\r", "not changed: confidence");
		emulator_wait(emulator, "confidence, 1 to 10: 11");
		emulator_type(emulator, "\x15"
					"7\r");
		emulator_wait_gone(emulator, "confidence, 1 to 10:");
		emulator_settle(emulator, 100);
		emulator_type(emulator, "\033");
		emulator_wait_gone(emulator, " there");
		emulator_settle(emulator, 100);
		emulator_type(emulator, "uuuuuuuuu");
		emulator_settle(emulator, 300);
		sample_quit(emulator);
	}
}

/* What a prompt could not hold without losing some of it is edited in the form. */
static void
test_long_notes_stay_whole(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char notes[601];

	memset(notes, 'x', sizeof notes - 1);
	notes[sizeof notes - 1] = '\0';
	sample_open(emulator, 43, 132, fixture->path, NULL);
	type_and_wait(emulator, "5G", "2026-11-30");
	type_and_wait(emulator, "\r", "0 of ");
	type_and_wait(emulator, "n", "notes:");
	emulator_type(emulator, notes);
	type_and_wait(emulator, "\r", "notes changed; u takes it back");
	type_and_wait(emulator, "n", "Edit meeting");
	type_and_wait(emulator, "\x13", "nothing was changed");
	type_and_wait(emulator, "\033", "this month");
	sample_quit(emulator);
}

static void
test_one_meeting_is_cancelled_or_moved(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 100, fixture->path, NULL);
	type_and_wait(emulator, "5G", "\u00b7 09:15 Onboarding check-in, planned");
	type_and_wait(emulator, "c", "Onboarding check-in is cancelled");
	emulator_wait(emulator, "09:15 Onboarding check-in, cancelled");
	type_and_wait(emulator, "c", "is held after all");
	emulator_wait(emulator, "09:15 Onboarding check-in, planned");
	type_and_wait(emulator, "uu", "09:15 Onboarding check-in, planned");
	/* Typing takes the place of the day that was there, and the cursor goes along. */
	type_and_wait(emulator, "o", "week 49");
	type_and_wait(emulator, "2026-12-09\r", "is moved to 2026-12-09");
	emulator_wait(emulator, "Wed 2026-12-09");
	emulator_wait(emulator, "planned, moved");
	type_and_wait(emulator, "u", "taken back: move \"Onboarding check-in\" of 2026-11-30");
	/* n goes on into the next month. */
	type_and_wait(emulator, ".Gnnn", "Mon 2026-12-07");
	type_and_wait(emulator, "a", "New forum");
	emulator_type(emulator, "\033");
	emulator_wait_gone(emulator, "New forum");
	emulator_settle(emulator, 100);
	sample_quit(emulator);
}

/* What is edited from another page leaves one there. */
static void
test_editing_stays_on_the_page(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 24, 100, fixture->path, NULL);
	type_and_wait(emulator, "5G\r", "0 of 4 there");
	type_and_wait(emulator, "d", "decision on:");
	type_and_wait(emulator, "Stop the pilot\r", "the decision is noted");
	type_and_wait(emulator, "jjjj\r", "Edit decision");
	type_and_wait(emulator, " now\x13", "changed the decision");
	emulator_wait(emulator, "Stop the pilot now");
	emulator_wait(emulator, "0 of 4 there");
	emulator_type(emulator, "\033");
	emulator_wait(emulator, "this month");
	type_and_wait(emulator, "6", "sets okrs");
	type_and_wait(emulator, "e", "Edit team");
	type_and_wait(emulator, " East\x13", "changed the team");
	emulator_wait(emulator, "sets okrs");
	type_and_wait(emulator, "7", "To: HR");
	type_and_wait(emulator, "e", "Edit script");
	type_and_wait(emulator, " too\x13", "To: HR too");
	sample_quit(emulator);
}

static void
test_forums_show_their_rhythm(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 30, 100, fixture->path, NULL);
	type_and_wait(emulator, "5", "The last 12 weeks, forum by forum");
	emulator_wait(emulator, "\u25cf\u25cf\u25cf\u25cb\u25cf  4 of 5 held");
	emulator_wait(emulator, "not due yet");
	emulator_wait(emulator, "next Mon 2026-11-23");
	/* What is called off is neither held nor due. */
	type_and_wait(emulator, "n", "Mon 2026-11-23");
	type_and_wait(emulator, "c", "is cancelled");
	emulator_wait(emulator, "4 of 4 held      next Mon 2026-11-30");
	sample_quit(emulator);
}

/* However small, the week one stands in is shown. */
static void
test_a_small_calendar_follows(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;

	sample_open(emulator, 10, 40, fixture->path, NULL);
	type_and_wait(emulator, "5", " 47 ");
	type_and_wait(emulator, "k", " 46 ");
	emulator_wait_gone(emulator, " 47 ");
	type_and_wait(emulator, "g", " 44 ");
	sample_quit(emulator);
}

/* A rhythm is chosen by its words, and the forum stands in the month at once. */
static void
test_a_forum_is_added(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char path[SAMPLE_PATH_SIZE + 8];

	snprintf(path, sizeof path, "%s.bare", fixture->path);
	assert_int_equal(sample_run(path, "new", "Bare", "--bare", NULL), 0);
	sample_open(emulator, 24, 80, path, NULL);
	type_and_wait(emulator, "5", "a adds a forum");
	type_and_wait(emulator, "n", "nothing meets within a year");
	type_and_wait(emulator, "a", "New forum");
	type_and_wait(emulator, "Board check\rteam\r\r", "Ctrl-O chooses a rhythm");
	type_and_wait(emulator, "\x0f", "How it recurs");
	type_and_wait(emulator, "fort tue", "fortnightly on Tue");
	type_and_wait(emulator, "\r", "INTERVAL=2;BYDAY=TU");
	emulator_wait_gone(emulator, "fort tue");
	type_and_wait(emulator, "\x13", "added the forum \"Board check\"");
	type_and_wait(emulator, "n", "Board check, planned");
	emulator_wait(emulator, "Tue 2026-");
	sample_quit(emulator);
	unlink(path);
}

/* The clock here shows so many seconds before midnight, on a day that no month ends with. */
static day
set_clock_before_midnight(int seconds)
{
	long now = (long)time(NULL), of_day = now % SECONDS_OF_DAY;
	day today = (day)(now / SECONDS_OF_DAY);
	long east = SECONDS_OF_DAY - seconds - of_day;
	char zone[32];

	if (date_civil(today).month != date_civil(today + 1).month) {
		today--;
		east -= SECONDS_OF_DAY;
	}
	snprintf(zone, sizeof zone, "HERE%c%02ld:%02ld:%02ld", east > 0 ? '-' : '+',
		labs(east) / 3600, labs(east) / 60 % 60, labs(east) % 60);
	setenv("TZ", zone, 1);
	return today;
}

static void
test_another_day_begins_at_midnight(void **state)
{
	struct fixture *fixture = *state;
	struct emulator *emulator = &fixture->emulator;
	char text[8];
	day today;

	unsetenv("ROLLOUT_TODAY");
	today = set_clock_before_midnight(4);
	sample_open(emulator, 24, 100, fixture->path, NULL);
	/* Where the machine is slow, it is tomorrow by now. */
	type_and_wait(emulator, "5", date_month_name(date_civil(today).month));
	snprintf(text, sizeof text, "%2d<", date_civil(today + 1).day);
	emulator_wait(emulator, text);
	snprintf(text, sizeof text, "%2d<", date_civil(today).day);
	emulator_wait_gone(emulator, text);
	sample_quit(emulator);
	unsetenv("TZ");
	sample_pin_environment();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_calendar_is_walked, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_missed_meetings_are_named, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_a_meeting_is_recorded, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_long_notes_stay_whole, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_one_meeting_is_cancelled_or_moved, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_editing_stays_on_the_page, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_a_forum_is_added, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_forums_show_their_rhythm, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_a_small_calendar_follows, sample_setup, sample_teardown),
		cmocka_unit_test_setup_teardown(
			test_another_day_begins_at_midnight, sample_setup, sample_teardown),
	};

	sample_pin_environment();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
