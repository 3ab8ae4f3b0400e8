/* SPDX-License-Identifier: MIT */
/*
 * Recurrence against days found by hand in a calendar, most of them examples of RFC 5545.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rollout/rules/recurrence.h"

static day
date(const char *text)
{
	day on;

	assert_true(date_parse(text, &on));
	return on;
}

static void
check(const char *rule, const char *start, const char *first, const char *last,
	const char *expected)
{
	enum { MOST = 60 };
	struct error error = { 0 };
	struct rrule parsed;
	struct recurrence recurrence = {
		.rule = &parsed, .start = date(start), .first = date(first), .last = date(last)
	};
	char found[1024] = "", text[DATE_SIZE];
	day on;

	assert_int_equal(rrule_parse("rule", rule, &parsed, &error), STATUS_OK);
	for (int count = 0; count < MOST && recurrence_next(&recurrence, &on); count++) {
		size_t used = strlen(found);

		date_format(on, text);
		snprintf(found + used, sizeof found - used, "%s%s", used > 0 ? " " : "", text);
	}
	assert_string_equal(found, expected);
}

static void
test_by_hand(void **state)
{
	(void)state;
	check("FREQ=WEEKLY;BYDAY=TU", "2026-11-01", "2026-11-01", "2026-11-30",
		"2026-11-03 2026-11-10 2026-11-17 2026-11-24");
	/* Every other week is counted from the week of the start. */
	check("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2026-11-04", "2026-11-01", "2026-12-01",
		"2026-11-06 2026-11-16 2026-11-20 2026-11-30");
	check("FREQ=MONTHLY;BYDAY=2WE", "2026-11-01", "2026-11-01", "2027-02-28",
		"2026-11-11 2026-12-09 2027-01-13 2027-02-10");
	check("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-01", "2026-11-01", "2027-01-31",
		"2026-11-27 2026-12-25 2027-01-29");
	/* The last working day of the month. */
	check("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-10-01", "2026-10-01",
		"2027-01-31", "2026-10-30 2026-11-30 2026-12-31 2027-01-29");
	check("FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-31", "2026-10-01", "2027-03-31",
		"2026-10-31 2026-12-31 2027-01-31 2027-03-31");
	check("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-01-01", "2027-01-01", "2027-03-31",
		"2027-01-31 2027-02-28 2027-03-31");
	check("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02", "1997-09-02", "1999-12-31",
		"1998-02-13 1998-03-13 1998-11-13 1999-08-13");
	check("FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU", "2026-11-03", "2026-11-01", "2027-12-31",
		"2026-11-03 2027-02-02 2027-05-04 2027-08-03 2027-11-02");
	check("FREQ=DAILY;INTERVAL=10;COUNT=3", "2026-12-25", "2026-12-26", "2027-12-31",
		"2027-01-04 2027-01-14");
	check("FREQ=DAILY;BYDAY=SA;UNTIL=20261128", "2026-11-20", "2026-11-01", "2027-01-01",
		"2026-11-21 2026-11-28");
	check("FREQ=YEARLY", "2024-02-29", "2024-01-01", "2030-01-01", "2024-02-29 2028-02-29");
	check("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-01-01", "1999-12-31",
		"1997-05-19 1998-05-18 1999-05-17");
	check("FREQ=WEEKLY;BYDAY=TU", "2026-11-01", "2026-12-31", "2026-12-01", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_by_hand) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
