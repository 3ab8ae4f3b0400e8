/* SPDX-License-Identifier: MIT */
/*
 * What a forum planned stays planned: a new rule or start holds from the day it is made, a holiday
 * is no missed meeting, a moved meeting stands for one occurrence, and a day in the past knows
 * nothing of what was changed later.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "rollout/programme/calendar.h"
#include "rollout/programme/reading.h"
#include "rollout/programme/rhythm.h"
#include "support.h"

struct stage {
	struct support_place *place;
	struct programme *programme;
	struct error error;
};

static void
check(const struct stage *stage, enum status status)
{
	if (status != STATUS_OK)
		print_error("%s\n", stage->error.message);
	assert_int_equal(status, STATUS_OK);
}

static day
on(const char *text)
{
	day out = NO_DAY;

	assert_true(date_parse(text, &out));
	return out;
}

/* The same file on another day. */
static void
come(struct stage *stage, const char *today)
{
	const struct programme_options options = { .who = "tess", .today = on(today) };

	programme_close(stage->programme);
	check(stage,
		programme_open(stage->place->file, &options, &stage->programme, &stage->error));
}

static void
begin(struct stage *stage, void **state, const char *today)
{
	const struct programme_options options = { .who = "tess", .today = on(today) };
	const struct new_programme new = { .name = "Harbour", .starts_on = on(today) };

	*stage = (struct stage){ .place = *state };
	unlink(stage->place->file);
	check(stage, programme_create(
			     stage->place->file, &new, &options, &stage->programme, &stage->error));
}

enum { WORDS_MOST = 8 };

/* Adds a record, or sets fields of the one called so: names and values, NULL behind the last. */
static void
write_record(struct stage *stage, const char *type, const char *set, ...)
{
	struct field_text texts[WORDS_MOST];
	const char *name, *text;
	size_t count = 0;
	int64_t id = 0;
	bool changed;
	va_list words;

	va_start(words, set);
	while ((name = va_arg(words, const char *)) && (text = va_arg(words, const char *)))
		texts[count++] = (struct field_text){ name, text, strlen(text) };
	va_end(words);
	if (!set) {
		check(stage, programme_add(stage->programme, type_find(type), texts, count, &id,
				     &stage->error));
		return;
	}
	check(stage, programme_resolve(stage->programme, type_find(type), set, strlen(set), &id,
			     &stage->error));
	check(stage, programme_set(stage->programme, type_find(type), id, texts, count, NULL,
			     &changed, &stage->error));
}

static void
forum(struct stage *stage, const char *rule, const char *starts)
{
	write_record(stage, "forum", NULL, "id", "f", "name", "Review", "level", "leadership",
		"rule", rule, "starts_on", starts, NULL);
}

static void
meeting(struct stage *stage, const char *date)
{
	write_record(stage, "meeting", NULL, "forum", "f", "on", date, NULL);
}

/* "10-05 held, 10-12 missed": month and day of each. */
static void
expect(struct stage *stage, const char *first, const char *last, const char *expected)
{
	struct arena arena = { 0 };
	struct buffer text = { 0 };
	struct calendar_report report;
	char date[DATE_SIZE];

	check(stage, programme_calendar(stage->programme, on(first), on(last), &arena, &report,
			     &stage->error));
	for (size_t i = 0; i < report.count; i++) {
		date_format(report.items[i].on, date);
		buffer_format(&text, "%s%s %s", i ? ", " : "", date + 5,
			occurrence_name(report.items[i].state));
	}
	assert_string_equal(buffer_text(&text), expected);
	buffer_clear(&text);
	arena_clear(&arena);
}

static void
expect_rhythm(struct stage *stage, int held, int due)
{
	struct arena arena = { 0 };
	struct rhythm_report report;

	check(stage, programme_rhythm(stage->programme, &arena, &report, &stage->error));
	assert_int_equal(report.count, 1);
	assert_int_equal(report.items[0].held, held);
	assert_int_equal(report.items[0].due, due);
	arena_clear(&arena);
}

static void
a_new_rule_holds_from_now_on(void **state)
{
	struct stage stage;

	begin(&stage, state, "2026-10-05");
	forum(&stage, "FREQ=WEEKLY;BYDAY=MO", "2026-10-05");
	for (int i = 0; i < 3; i++)
		meeting(&stage, (const char *[]){ "2026-10-05", "2026-10-12", "2026-10-19" }[i]);
	come(&stage, "2026-10-28");
	expect_rhythm(&stage, 3, 4);
	write_record(&stage, "forum", "f", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
	expect(&stage, "2026-10-01", "2026-11-05",
		"10-05 held, 10-12 held, 10-19 held, 10-26 missed, 11-03 planned");
	expect_rhythm(&stage, 3, 4);
	/* Again on the same day: what was planned is not what held for a moment. */
	write_record(&stage, "forum", "f", "rule", "FREQ=WEEKLY;BYDAY=WE", NULL);
	expect(&stage, "2026-10-19", "2026-11-05",
		"10-19 held, 10-26 missed, 10-28 planned, 11-04 planned");
	come(&stage, "2026-11-12");
	write_record(&stage, "forum", "f", "rule", "FREQ=WEEKLY;BYDAY=MO", NULL);
	expect(&stage, "2026-10-19", "2026-11-16",
		"10-19 held, 10-26 missed, 10-28 missed, 11-04 missed, 11-11 missed, 11-16 "
		"planned");
	/* A day in the past knows the rule that it had, and goes on by it. */
	come(&stage, "2026-10-30");
	expect(&stage, "2026-10-26", "2026-11-16",
		"10-26 missed, 10-28 missed, 11-04 planned, 11-11 planned");
	come(&stage, "2026-10-20");
	expect(&stage, "2026-10-26", "2026-11-05", "10-26 planned, 11-02 planned");
	/* What is changed on that day is what held from it on. */
	write_record(&stage, "forum", "f", "rule", "FREQ=WEEKLY;BYDAY=FR", NULL);
	come(&stage, "2026-11-12");
	expect(&stage, "2026-10-12", "2026-11-13",
		"10-12 held, 10-19 held, 10-23 missed, 10-30 missed, 11-06 missed, 11-13 "
		"planned");
	programme_close(stage.programme);
}

static void
a_new_start_adds_nothing_to_the_past(void **state)
{
	struct stage stage;

	begin(&stage, state, "2026-10-05");
	forum(&stage, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-10-05");
	come(&stage, "2026-10-28");
	write_record(&stage, "forum", "f", "starts_on", "2026-09-07", NULL);
	expect(&stage, "2026-09-01", "2026-11-10", "10-05 missed, 10-19 missed, 11-02 planned");
	write_record(&stage, "forum", "f", "starts_on", "2026-11-09", NULL);
	expect(&stage, "2026-09-01", "2026-11-30",
		"10-05 missed, 10-19 missed, 11-09 planned, "
		"11-23 planned");
	/* Other fields leave no former rule, nor does what has not begun. */
	write_record(&stage, "forum", "f", "name", "Monthly", NULL);
	programme_close(stage.programme);
	begin(&stage, state, "2026-10-05");
	forum(&stage, "FREQ=WEEKLY;BYDAY=MO", "2026-10-05");
	write_record(&stage, "forum", "f", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
	write_record(&stage, "forum", "f", "at", "09:30", NULL);
	{
		struct rows rows = rows_open(stage.programme, NULL, &stage.error);
		struct record record;

		rows_of(&rows, "former_rule", NULL);
		assert_false(rows_next(&rows, &record));
		check(&stage, rows_close(&rows));
	}
	programme_close(stage.programme);
}

static void
holidays_are_not_missed(void **state)
{
	struct stage stage;

	begin(&stage, state, "2026-10-05");
	forum(&stage, "FREQ=WEEKLY;BYDAY=MO,SA", "2026-10-05");
	for (int i = 0; i < 3; i++)
		write_record(&stage, "holiday", NULL, "on",
			(const char *[]){ "2026-10-12", "2026-10-17", "2026-10-19" }[i], NULL);
	meeting(&stage, "2026-10-19");
	come(&stage, "2026-10-21");
	expect(&stage, "2026-10-05", "2026-10-24",
		"10-05 missed, 10-10 missed, 10-12 holiday, 10-17 holiday, 10-19 held, 10-24 "
		"planned");
	expect_rhythm(&stage, 1, 3);
	programme_close(stage.programme);
}

static void
a_moved_meeting_stands_for_one(void **state)
{
	struct stage stage;

	begin(&stage, state, "2027-01-01");
	forum(&stage, "FREQ=WEEKLY;BYDAY=MO,FR", "2027-01-04");
	write_record(&stage, "meeting", NULL, "forum", "f", "on", "2027-01-11", "planned_on",
		"2027-01-08", NULL);
	come(&stage, "2027-01-14");
	expect(&stage, "2027-01-04", "2027-01-15", "01-04 missed, 01-11 held, 01-15 planned");
	/* The day it was moved to, seen from before: both are still to come. */
	come(&stage, "2027-01-07");
	expect(&stage, "2027-01-08", "2027-01-12", "01-11 planned, 01-11 planned");
	programme_close(stage.programme);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_new_rule_holds_from_now_on, support_set_up, support_tear_down),
		cmocka_unit_test_setup_teardown(
			a_new_start_adds_nothing_to_the_past, support_set_up, support_tear_down),
		cmocka_unit_test_setup_teardown(
			holidays_are_not_missed, support_set_up, support_tear_down),
		cmocka_unit_test_setup_teardown(
			a_moved_meeting_stands_for_one, support_set_up, support_tear_down),
	};

	return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
