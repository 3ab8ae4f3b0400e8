/* SPDX-License-Identifier: MIT */
/* How other people's sheets write numbers, spans, rules and days: what is read, what is asked
 * about, and what stays what it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/value_reading.h"
#include "rollout/exchange/date_words.h"
#include "rollout/model/rrule.h"

enum { NOT_READ = -1, UNCLEAR = -2 };

static void
numbers_are_whole_whatever_parts_them(void **state)
{
	static const struct {
		const char *text;
		enum number_marks marks;
		int64_t most, wanted;
	} rows[] = {
		{ "4", MARKS_UNKNOWN, 5, 4 },
		{ "4.0", MARKS_UNKNOWN, 5, 4 },
		{ "4,00", MARKS_UNKNOWN, 5, 4 },
		{ "3.5", MARKS_UNKNOWN, 5, NOT_READ },
		{ "3,5", MARKS_UNKNOWN, 5, NOT_READ },
		{ "1 200", MARKS_UNKNOWN, 9999, 1200 },
		{ "1\xc2\xa0"
		  "200,0",
			MARKS_UNKNOWN, 9999, 1200 },
		{ "12 34", MARKS_UNKNOWN, 9999, NOT_READ },
		{ "1'200'000", MARKS_UNKNOWN, 9999999, 1200000 },
		{ "1.200,00", MARKS_UNKNOWN, 9999, 1200 },
		{ "1,200.00", MARKS_UNKNOWN, 9999, 1200 },
		{ "1,200,000", MARKS_UNKNOWN, 9999999, 1200000 },
		{ "1,20,000", MARKS_UNKNOWN, 9999999, NOT_READ },
		/* 1200, as 1.2 is not whole; with the column's word for it nothing is. */
		{ "1,200", MARKS_UNKNOWN, 9999, 1200 },
		{ "1,200", MARKS_COMMA, 9999, NOT_READ },
		{ "1.200", MARKS_COMMA, 9999, 1200 },
		/* 4 or 4000: both fit, or only one does. */
		{ "4,000", MARKS_UNKNOWN, 9999, UNCLEAR },
		{ "4,000", MARKS_UNKNOWN, 5, 4 },
		{ "4,000", MARKS_COMMA, 9999, 4 },
		{ "4,000", MARKS_POINT, 9999, 4000 },
		{ "7.1E+17", MARKS_UNKNOWN, INT64_MAX, INT64_C(710000000000000000) },
		{ "7,1e+17", MARKS_UNKNOWN, INT64_MAX, INT64_C(710000000000000000) },
		{ "1.25E+02", MARKS_UNKNOWN, 999, 125 },
		{ "1.255E+02", MARKS_UNKNOWN, 999, NOT_READ },
		{ "9.9E+18", MARKS_UNKNOWN, INT64_MAX, NOT_READ },
		{ "1e400", MARKS_UNKNOWN, INT64_MAX, NOT_READ },
		{ "", MARKS_UNKNOWN, 9, NOT_READ },
		{ ".", MARKS_UNKNOWN, 9, NOT_READ },
		{ "5x", MARKS_UNKNOWN, 9, NOT_READ },
		{ "12345678901234567890123", MARKS_UNKNOWN, INT64_MAX, NOT_READ },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t got = 0;
		enum translated result =
			value_number_read(rows[i].text, rows[i].marks, 0, rows[i].most, &got);

		got = result == TRANSLATED           ? got
		      : result == TRANSLATED_UNCLEAR ? UNCLEAR
						     : NOT_READ;
		if (got != rows[i].wanted)
			fail_msg("\"%s\": %lld", rows[i].text, (long long)got);
	}
}

static void
a_column_tells_its_decimal_mark(void **state)
{
	(void)state;
	assert_int_equal(value_number_judge(MARKS_UNKNOWN, "4,000"), MARKS_UNKNOWN);
	assert_int_equal(value_number_judge(MARKS_UNKNOWN, "4,5"), MARKS_COMMA);
	assert_int_equal(value_number_judge(MARKS_UNKNOWN, "4.5"), MARKS_POINT);
	assert_int_equal(value_number_judge(MARKS_UNKNOWN, "1.000.000"), MARKS_COMMA);
	assert_int_equal(value_number_judge(MARKS_UNKNOWN, "1.000,50"), MARKS_COMMA);
	assert_int_equal(value_number_judge(MARKS_COMMA, "4.5"), MARKS_MIXED);
	assert_int_equal(value_number_judge(MARKS_COMMA, "high"), MARKS_COMMA);
}

static void
spans_are_working_minutes(void **state)
{
	static const struct {
		const char *text;
		int64_t minutes;
	} rows[] = { { "3d", 1440 }, { "5 days", 2400 }, { "5 days?", 2400 }, { "1 day", 480 },
		{ "2 wks", 4800 }, { "2 weeks", 4800 }, { "16h", 960 }, { "1w 2d 4h", 3600 },
		{ "1.5 days", 720 }, { "1,5 Tage", 720 }, { "1 mon", 9600 }, { "90 min", 90 },
		{ "PT80H0M0S", 4800 }, { "P2W", 4800 }, { "P1DT4H", 720 }, { "3 edays", 1440 },
		{ "0 days", 0 }, { "5", NOT_READ }, { "d", NOT_READ }, { "", NOT_READ },
		{ "5 apples", NOT_READ }, { "PT", NOT_READ }, { "soon", NOT_READ } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t minutes;

		if (!value_span_read(rows[i].text, &minutes))
			minutes = NOT_READ;
		if (minutes != rows[i].minutes)
			fail_msg("\"%s\": %lld", rows[i].text, (long long)minutes);
	}
}

static void
rules_of_other_calendars_become_ours(void **state)
{
	/* wanted NULL: no rule; "?": asked about. */
	static const struct {
		const char *text, *wanted;
	} rows[] = {
		{ "RRULE:FREQ=WEEKLY;WKST=SU;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU" },
		{ "FREQ=WEEKLY;UNTIL=20271231T235959Z;BYDAY=MO",
			"FREQ=WEEKLY;UNTIL=20271231;BYDAY=MO" },
		{ "DTSTART:20270104T090000Z\nRRULE:FREQ=MONTHLY;BYDAY=1MO\nEXDATE:20270201",
			"FREQ=MONTHLY;BYDAY=1MO" },
		{ "every second Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" },
		{ "every 2nd Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" },
		{ "every other Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH" },
		{ "Weekly on Mondays", "FREQ=WEEKLY;BYDAY=MO" },
		{ "Every week on Monday and Thursday", "FREQ=WEEKLY;BYDAY=MO,TH" },
		{ "Fortnightly, Wed", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE" },
		{ "second Tuesday of the month", "FREQ=MONTHLY;BYDAY=2TU" },
		{ "every second Tuesday of the month", "FREQ=MONTHLY;BYDAY=2TU" },
		{ "1st and 3rd Friday of every month", "FREQ=MONTHLY;BYDAY=1FR,3FR" },
		{ "Monthly on the last Friday", "FREQ=MONTHLY;BYDAY=-1FR" },
		{ "Quarterly", "FREQ=MONTHLY;INTERVAL=3" },
		{ "Every 3 months on the 15th", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15" },
		{ "Every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
		{ "First working day of the month",
			"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1" },
		{ "Occurs every 2 weeks on Tuesday effective 1/5/2027 from 9:00 AM to 10:00 AM.",
			"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" },
		{ "Occurs every Monday effective 1/4/2027 until 6/28/2027 from 9:00 to 9:30",
			"FREQ=WEEKLY;BYDAY=MO" },
		{ "Occurs the second Tuesday of every 1 month effective 1/12/2027",
			"FREQ=MONTHLY;BYDAY=2TU" },
		{ "Occurs day 15 of every 1 month", "FREQ=MONTHLY;BYMONTHDAY=15" },
		{ "daily", "FREQ=DAILY" },
		{ "bi-weekly", "?" },
		{ "biweekly on Tuesday", "?" },
		{ "Tuesday 10:00", NULL },
		{ "monthly on Tuesday", NULL },
		{ "when needed", NULL },
		{ "", NULL },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *ours = NULL;
		struct rrule rule;
		struct error error;
		enum translated result = value_rule_read(rows[i].text, &arena, &ours);

		if (rows[i].wanted && strcmp(rows[i].wanted, "?") == 0) {
			assert_int_equal(result, TRANSLATED_UNCLEAR);
			continue;
		}
		if (!rows[i].wanted) {
			if (result != TRANSLATED_NOT)
				fail_msg("\"%s\": %s", rows[i].text, ours);
			continue;
		}
		if (result != TRANSLATED || strcmp(ours, rows[i].wanted) != 0)
			fail_msg("\"%s\": %s", rows[i].text, ours ? ours : "not read");
		assert_int_equal(rrule_parse("rule", ours, &rule, &error), STATUS_OK);
	}
	arena_clear(&arena);
}

static void
days_are_read_in_any_dress(void **state)
{
	static const struct {
		const char *text, *wanted; /* NULL: no day */
	} rows[] = {
		{ "2027-01-25T23:30:00-05:00", "2027-01-25" },
		{ "2027-01-25T09:30:00.000+0000", "2027-01-25" },
		{ "2027-01-25 09:30 UTC", "2027-01-25" },
		{ "2027-01-25T09:30:00+01:00[Europe/Berlin]", "2027-01-25" },
		{ "25/Jan/27 9:30 AM", "2027-01-25" },
		{ "Mon 25.01.27", "2027-01-25" },
		{ "Monday, January 25, 2027 8 AM", "2027-01-25" },
		{ "Mon Jan 25 2027", "2027-01-25" },
		{ "Mo 25.01.2027", "2027-01-25" },
		{ "3. M\xc3\xa4rz 2027", "2027-03-03" },
		{ "3 ao\xc3\xbbt 2027", "2027-08-03" },
		{ "20270125", "2027-01-25" },
		{ "20270125T090000Z", "2027-01-25" },
		{ "46412", "2027-01-25" },
		{ "46412.75", "2027-01-25" },
		{ "46412,75", "2027-01-25" },
		{ "1800835200000", "2027-01-25" },
		{ "1800835200", "2027-01-25" },
		{ "2027", NULL },
		{ "Q3 2027", NULL },
		{ "20270230", NULL },
		{ "31.02.2027", NULL },
		{ "2027-01-25 in the morning", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[DATE_SIZE] = "not read";
		day on;

		if (date_words_read(rows[i].text, DATES_UNKNOWN, &on) == DATE_WORDS_READ)
			date_format(on, text);
		if (strcmp(text, rows[i].wanted ? rows[i].wanted : "not read") != 0)
			fail_msg("\"%s\": %s", rows[i].text, text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_whole_whatever_parts_them),
		cmocka_unit_test(a_column_tells_its_decimal_mark),
		cmocka_unit_test(spans_are_working_minutes),
		cmocka_unit_test(rules_of_other_calendars_become_ours),
		cmocka_unit_test(days_are_read_in_any_dress),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
