/* SPDX-License-Identifier: MIT */
/*
 * Dates against a calendar that is counted day by day, and against what people type. Must not use
 * the clock: today is always given.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "rollout/base/date.h"

static day
parsed(const char *text)
{
	day date = INT32_MIN;

	if (!date_parse(text, &date))
		fail_msg("not a date: %s", text);
	return date;
}

static void
assert_human(const char *typed, const char *today, const char *expected)
{
	char text[DATE_SIZE];
	day date;

	if (!date_parse_human(typed, parsed(today), &date))
		fail_msg("\"%s\" was refused", typed);
	date_format(date, text);
	if (strcmp(text, expected) != 0)
		fail_msg("\"%s\" on %s is %s, expected %s", typed, today, text, expected);
}

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Every day from 1900 to 2199, counted by the simplest calendar there is. */
static void
test_every_day(void **state)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	day expected = parsed("1900-01-01");
	int weekday = MONDAY;

	(void)state;
	assert_int_equal(expected, -25567);
	for (int year = 1900; year <= 2199; year++) {
		for (int month = 1; month <= 12; month++) {
			int length = lengths[month - 1] + (month == 2 && is_leap(year));

			for (int number = 1; number <= length; number++) {
				char wanted[64], text[DATE_SIZE];
				struct civil civil = { year, month, number };

				snprintf(wanted, sizeof wanted, "%04d-%02d-%02d", year, month,
					number);
				date_format(expected, text);
				assert_string_equal(text, wanted);
				assert_int_equal(parsed(wanted), expected);
				assert_int_equal(date_from_civil(civil), expected);
				assert_true(date_exists(civil));
				assert_int_equal(date_weekday(expected), weekday);
				weekday = weekday % 7 + 1;
				expected++;
			}
			assert_false(date_exists((struct civil){ year, month, length + 1 }));
		}
	}
	assert_int_equal(expected, parsed("2199-12-31") + 1);
}

/* Each week has seven days and follows the one before; week 1 is the one with 4 January. */
static void
test_every_week(void **state)
{
	struct iso_week before = date_iso_week(parsed("1900-01-01"));

	(void)state;
	for (day date = parsed("1900-01-02"); date <= parsed("2199-12-31"); date++) {
		struct iso_week week = date_iso_week(date);
		struct civil civil = date_civil(date);

		if (civil.month == 1 && civil.day == 4) {
			assert_int_equal(week.week, 1);
			assert_int_equal(week.year, civil.year);
		}
		if (date_weekday(date) != MONDAY) {
			assert_int_equal(week.week, before.week);
			assert_int_equal(week.year, before.year);
		} else if (week.week == 1) {
			assert_int_equal(week.year, before.year + 1);
			assert_true(before.week == 52 || before.week == 53);
		} else {
			assert_int_equal(week.week, before.week + 1);
			assert_int_equal(week.year, before.year);
		}
		before = week;
	}
}

static void
test_week_edges(void **state)
{
	static const struct {
		const char *date;
		int year;
		int week;
	} rows[] = {
		{ "2027-01-01", 2026, 53 },
		{ "2024-12-30", 2025, 1 },
		{ "2024-12-29", 2024, 52 },
		{ "2021-01-03", 2020, 53 },
		{ "2021-01-04", 2021, 1 },
		{ "2023-01-01", 2022, 52 },
		{ "2026-01-01", 2026, 1 },
		{ "2018-12-31", 2019, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct iso_week week = date_iso_week(parsed(rows[i].date));

		assert_int_equal(week.year, rows[i].year);
		assert_int_equal(week.week, rows[i].week);
	}
}

static void
test_bad_dates(void **state)
{
	static const char *const bad[] = {
		"2026-02-29",
		"2026-02-30",
		"2026-04-31",
		"2026-13-01",
		"2026-00-10",
		"2026-01-00",
		"2026-1-5",
		"1900-02-29",
		"2100-02-29",
		"0000-01-01",
		"-001-01-01",
		"99999-01-01",
		"1899-12-31",
		"2200-01-01",
		"9999-12-31",
		"20260101",
		"01/02/2026",
		"now",
		" 2026-01-01",
		"2026-01-01 ",
		"2026-01-01\n",
		"2026-01-01T00:00",
		"2026-01-0",
		"2026-01",
		"",
		"-",
		"2026/01/01",
		"2026-01-0a",
		"+026-01-01",
		"\xEF\xBC\x92\xEF\xBC\x90\xEF\xBC\x92\xEF\xBC\x96-01-01",
	};
	day date = 12345;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		if (date_parse(bad[i], &date))
			fail_msg("\"%s\" was accepted", bad[i]);
	}
	assert_int_equal(date, 12345);
	parsed("2024-02-29");
	parsed("2000-02-29");
	parsed("1900-01-01");
	parsed("2199-12-31");
}

static void
test_known_weekdays(void **state)
{
	(void)state;
	assert_int_equal(date_weekday(0), THURSDAY);
	assert_int_equal(date_weekday(parsed("2038-01-19")), TUESDAY);
	assert_int_equal(date_weekday(parsed("2038-02-01")), MONDAY);
	assert_int_equal(date_weekday(parsed("2106-02-08")), MONDAY);
	assert_string_equal(date_weekday_name(MONDAY), "Mon");
	assert_string_equal(date_weekday_name(SUNDAY), "Sun");
	assert_string_equal(date_month_name(1), "Jan");
	assert_string_equal(date_month_name(12), "Dec");
}

static void
test_add_months(void **state)
{
	static const struct {
		const char *from;
		int months;
		const char *to;
	} rows[] = {
		{ "2026-01-31", 1, "2026-02-28" },
		{ "2024-01-31", 1, "2024-02-29" },
		{ "2024-02-29", 12, "2025-02-28" },
		{ "2024-02-29", 48, "2028-02-29" },
		{ "2026-03-31", -1, "2026-02-28" },
		{ "2026-01-15", -1, "2025-12-15" },
		{ "2026-12-31", 2, "2027-02-28" },
		{ "2026-05-05", 0, "2026-05-05" },
		{ "2026-01-31", -1200, "1926-01-31" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(
			date_add_months(parsed(rows[i].from), rows[i].months), parsed(rows[i].to));
}

/*
 * Dates that only a damaged file or a runaway sum brings: no overflow, and always a text that fits.
 */
static void
test_far_dates(void **state)
{
	static const day days[] = { INT32_MIN, INT32_MIN + 1, -800000, 3000000, INT32_MAX - 1,
		INT32_MAX };
	char text[DATE_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		date_format(days[i], text);
		assert_int_equal(strlen(text), DATE_SIZE - 1);
		assert_int_equal(date_from_civil(date_civil(days[i])), days[i]);
		assert_in_range(date_weekday(days[i]), MONDAY, SUNDAY);
		assert_in_range(date_iso_week(days[i]).week, 1, 53);
	}
	date_format(INT32_MAX, text);
	assert_string_equal(text, "9999-12-31");
	date_format(INT32_MIN, text);
	assert_string_equal(text, "0000-01-01");
	assert_int_equal(date_add_months(INT32_MAX, INT32_MAX), INT32_MAX);
	assert_int_equal(date_add_months(INT32_MIN, INT32_MIN), INT32_MIN);
}

/* 2026-05-13 is a Wednesday in week 20. */
static void
test_human_dates(void **state)
{
	static const struct {
		const char *typed;
		const char *expected;
	} rows[] = {
		{ "2026-07-01", "2026-07-01" },
		{ " 2026-07-01 ", "2026-07-01" },
		{ "today", "2026-05-13" },
		{ "TOMORROW", "2026-05-14" },
		{ "Yesterday\t", "2026-05-12" },
		{ "+3d", "2026-05-16" },
		{ "3d", "2026-05-16" },
		{ "-3d", "2026-05-10" },
		{ "+2w", "2026-05-27" },
		{ "2W", "2026-05-27" },
		{ "-1m", "2026-04-13" },
		{ "+1q", "2026-08-13" },
		{ "+1y", "2027-05-13" },
		{ "0d", "2026-05-13" },
		{ "mon", "2026-05-18" },
		{ "tue", "2026-05-19" },
		{ "wed", "2026-05-20" },
		{ "Thu", "2026-05-14" },
		{ "thurs", "2026-05-14" },
		{ "fri", "2026-05-15" },
		{ "saturday", "2026-05-16" },
		{ "SUNDAY", "2026-05-17" },
		{ "q1", "2027-01-01" },
		{ "q2", "2027-04-01" },
		{ "Q3", "2026-07-01" },
		{ "q4", "2026-10-01" },
		{ "w48", "2026-11-23" },
		{ "w20", "2027-05-17" },
		{ "w21", "2026-05-18" },
		{ "w1", "2027-01-04" },
		{ "w01", "2027-01-04" },
		{ "W53", "2026-12-28" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_human(rows[i].typed, "2026-05-13", rows[i].expected);
	assert_human("q3", "2026-07-01", "2026-07-01");
	assert_human("w20", "2026-05-11", "2026-05-11");
	assert_human("w1", "2024-12-30", "2024-12-30");
	assert_human("w53", "2027-01-01", "2032-12-27");
	assert_human("+1m", "2026-01-31", "2026-02-28");
	assert_human("w53", "2093-01-01", "2093-12-28");
	assert_human("w53", "2094-01-01", "2099-12-28");
}

static void
test_not_human_dates(void **state)
{
	static const char *const bad[] = { "", " ", "d", "+", "+d", "3", "3x", "3dd", "+ 3d",
		"--3d", "mo", "mondays", "q0", "q5", "q", "q11", "w0", "w00", "w54", "w", "w1a",
		"todayx", "now", "2026-02-30", "+999999999999d", "999999d", "-999999d", "+999999y",
		"200y", "-200y", "3 d", "2026-01-01 2026-01-01", "yesterday yesterday yesterday",
		"montag" };
	day date = 12345;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		if (date_parse_human(bad[i], parsed("2026-05-13"), &date))
			fail_msg("\"%s\" was accepted", bad[i]);
	}
	assert_false(date_parse_human("tomorrow", parsed("2199-12-31"), &date));
	assert_false(date_parse_human("yesterday", parsed("1900-01-01"), &date));
	assert_int_equal(date, 12345);
}

static void
test_times(void **state)
{
	static const char *const bad[] = { "", "24:00", "12:60", "9:30", "09:3", "09:300", "0930",
		"09:30 ", " 09:30", "-9:30", "09.30", "ab:cd" };
	int minutes = 7;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(time_parse(bad[i], &minutes));
	assert_int_equal(minutes, 7);
	assert_true(time_parse("00:00", &minutes));
	assert_int_equal(minutes, 0);
	assert_true(time_parse("23:59", &minutes));
	assert_int_equal(minutes, 23 * 60 + 59);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_day),
		cmocka_unit_test(test_every_week),
		cmocka_unit_test(test_week_edges),
		cmocka_unit_test(test_bad_dates),
		cmocka_unit_test(test_known_weekdays),
		cmocka_unit_test(test_add_months),
		cmocka_unit_test(test_far_dates),
		cmocka_unit_test(test_human_dates),
		cmocka_unit_test(test_not_human_dates),
		cmocka_unit_test(test_times),
	};

	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
