/* SPDX-License-Identifier: MIT */
/*
 * One value in and out, and what holds within one record: every kind of field with good and bad
 * values and the exact message. Must not touch a file. The day taken for today is a Wednesday.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "rollout/base/date.h"
#include "rollout/model/query.h"
#include "rollout/model/record.h"
#include "rollout/model/rrule.h"

struct bench {
	struct arena arena;
	struct error error;
	struct value value;
};

/* A value typed into a field, and what it becomes: the stored text, or the message. */
struct example {
	const char *type;
	const char *field;
	const char *typed;
	const char *expected;
};

static const struct field *
field_of(const char *type, const char *name)
{
	const struct field *field = type_field_find(type_find(type), name);

	assert_non_null(field);
	return field;
}

static enum status
parse(struct bench *bench, const struct field *field, const char *text, const int32_t *today)
{
	return field_parse(
		field, text, strlen(text), today, &bench->arena, &bench->value, &bench->error);
}

static void
check_stored(const struct example *example, const int32_t *today)
{
	struct bench bench = { 0 };
	const struct field *field = field_of(example->type, example->field);

	if (parse(&bench, field, example->typed, today))
		fail_msg("%s: %s", example->typed, bench.error.message);
	assert_string_equal(field_format(field, &bench.value, &bench.arena), example->expected);
	if (bench.value.kind == VALUE_TEXT)
		assert_int_equal(bench.value.length, strlen(bench.value.text));
	arena_clear(&bench.arena);
}

static void
check_refused(const struct example *example, const int32_t *today)
{
	struct bench bench = { 0 };
	const struct field *field = field_of(example->type, example->field);

	if (parse(&bench, field, example->typed, today) != STATUS_INVALID)
		fail_msg("%s was taken for %s", example->typed, example->field);
	assert_string_equal(bench.error.message, example->expected);
	assert_int_equal(bench.value.kind, VALUE_NONE);
	arena_clear(&bench.arena);
}

static void
test_good_values(void **state)
{
	static const struct example examples[] = {
		{ "team", "key", "team-7_B", "team-7_B" },
		{ "team", "name", "  Onboarding \n", "Onboarding" },
		{ "team", "name", "   ", "" },
		{ "team", "name", "", "" },
		{ "stakeholder", "name", "Zoe\xCC\x88 N\xCC\x83u", "Zo\xC3\xAB \xC3\x91u" },
		{ "stakeholder", "notes", "one\n\ttwo\n", "one\n\ttwo" },
		{ "stakeholder", "influence", "5", "5" },
		{ "stakeholder", "influence", "", "" },
		{ "dependency", "lag_days", "-366", "-366" },
		{ "dependency", "lag_days", "-0", "0" },
		{ "stakeholder", "active", "TRUE", "yes" },
		{ "stakeholder", "active", "y", "yes" },
		{ "stakeholder", "active", "1", "yes" },
		{ "stakeholder", "active", "No", "no" },
		{ "stakeholder", "active", "false", "no" },
		{ "stakeholder", "active", "0", "no" },
		{ "holiday", "on", "2024-02-29", "2024-02-29" },
		{ "holiday", "on", "1900-01-01", "1900-01-01" },
		{ "holiday", "on", "2199-12-31", "2199-12-31" },
		{ "forum", "at", "00:00", "00:00" },
		{ "forum", "at", "23:59", "23:59" },
		{ "stakeholder", "channel", "one_to_one", "one_to_one" },
		{ "stakeholder", "channel", "One-to one", "one_to_one" },
		{ "assignment", "letters", "a/r", "A/R" },
		{ "forum", "rule", "freq=weekly;byday=tu", "FREQ=WEEKLY;BYDAY=TU" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++)
		check_stored(&examples[i], NULL);
}

static void
test_bad_values(void **state)
{
	static const struct example examples[] = {
		{ "team", "key", "no spaces",
			"key must be 1 to 64 letters, digits, - and _, and not a long number, "
			"not \"no spaces\"" },
		{ "team", "name", "two\nlines",
			"name must be one line without tabs, not \"two\nlines\"" },
		{ "team", "name", "bell\a", "name contains a control character at byte 5" },
		{ "team", "name", "\xC0\xAF", "name contains invalid UTF-8 at byte 1" },
		{ "team", "name", "a\xE2\x80\xAE",
			"name contains a text-direction override at byte 2" },
		{ "stakeholder", "influence", "9",
			"influence must be a whole number from 1 to 5, not \"9\"" },
		{ "stakeholder", "influence", "3.5",
			"influence must be a whole number from 1 to 5, not \"3.5\"" },
		{ "stakeholder", "influence", " 3",
			"influence must be a whole number from 1 to 5, not \" 3\"" },
		{ "stakeholder", "influence", "1e0",
			"influence must be a whole number from 1 to 5, not \"1e0\"" },
		{ "stakeholder", "influence", "3\n",
			"influence contains a control character at byte 2" },
		{ "team", "size", "99999999999999999999",
			"size must be a whole number from 1 to 100000, not "
			"\"99999999999999999999\"" },
		{ "team", "size", "-", "size must be a whole number from 1 to 100000, not \"-\"" },
		{ "stakeholder", "active", "maybe", "active must be yes or no, not \"maybe\"" },
		{ "holiday", "on", "2026-02-29",
			"on must be a date from 1900 to 2199 as YYYY-MM-DD, not \"2026-02-29\"" },
		{ "holiday", "on", "today",
			"on must be a date from 1900 to 2199 as YYYY-MM-DD, not \"today\"" },
		{ "holiday", "on", "20260101",
			"on must be a date from 1900 to 2199 as YYYY-MM-DD, not \"20260101\"" },
		{ "forum", "at", "24:00",
			"at must be a time from 00:00 to 23:59 as HH:MM, not \"24:00\"" },
		{ "stakeholder", "attitude", "keen",
			"attitude must be one of active, passive, mixed, resistant, unknown, "
			"not \"keen\"" },
		{ "stakeholder", "attitude", "activ",
			"attitude must be one of active, passive, mixed, resistant, unknown, "
			"not \"activ\"" },
		{ "forum", "rule", "weekly",
			"rule: \"weekly\" is not one of FREQ, INTERVAL, BYDAY, BYMONTHDAY, "
			"BYSETPOS, COUNT and UNTIL" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++)
		check_refused(&examples[i], NULL);
}

static void
test_typed_by_a_person(void **state)
{
	static const struct example good[] = {
		{ "holiday", "on", "tomorrow", "2026-11-19" },
		{ "holiday", "on", " 2026-12-25 ", "2026-12-25" },
		{ "holiday", "on", "+2w", "2026-12-02" },
		{ "stakeholder", "influence", " 4 ", "4" },
		{ "stakeholder", "influence", "  ", "" },
		{ "stakeholder", "attitude", "mixed ", "mixed" },
	};
	static const struct example bad = { "holiday", "on", "someday",
		"on must be a date such as 2027-03-31, today, +2w or fri, not \"someday\"" };
	int32_t today;

	(void)state;
	assert_true(date_parse("2026-11-18", &today));
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		check_stored(&good[i], &today);
	check_refused(&bad, &today);
}

/* count times the character, NUL-terminated. */
static char *
repeat(struct arena *arena, const char *character, size_t count)
{
	size_t size = strlen(character);
	char *text = arena_alloc(arena, count * size + 1);

	for (size_t i = 0; i < count; i++)
		memcpy(text + i * size, character, size);
	text[count * size] = '\0';
	return text;
}

static void
test_length_is_counted_in_characters(void **state)
{
	struct bench bench = { 0 };
	const struct field *name = field_of("team", "name");
	const struct field *notes = field_of("stakeholder", "notes");

	(void)state;
	assert_int_equal(
		parse(&bench, name, repeat(&bench.arena, "\xE6\x97\xA5", 200), NULL), STATUS_OK);
	assert_int_equal(parse(&bench, name, repeat(&bench.arena, "\xE6\x97\xA5", 201), NULL),
		STATUS_INVALID);
	assert_string_equal(bench.error.message, "name must be at most 200 characters, not 201");
	assert_int_equal(parse(&bench, notes, repeat(&bench.arena, "x", 10000), NULL), STATUS_OK);
	assert_int_equal(
		parse(&bench, notes, repeat(&bench.arena, "x", 10001), NULL), STATUS_INVALID);
	assert_string_equal(
		bench.error.message, "notes must be at most 10000 characters, not 10001");
	arena_clear(&bench.arena);
}

static void
test_long_values_are_cut_at_a_character(void **state)
{
	struct bench bench = { 0 };

	(void)state;
	assert_int_equal(parse(&bench, field_of("stakeholder", "kind"),
				 repeat(&bench.arena, "\xE6\x97\xA5", 50), NULL),
		STATUS_INVALID);
	assert_int_equal(strlen(bench.error.message),
		strlen("kind must be one of person, group, not \"\"") + 78);
	arena_clear(&bench.arena);
}

/* No message about a sensitive text repeats what it says. */
static void
test_sensitive_text_is_not_quoted(void **state)
{
	static const char *const secrets[] = { "SECRET\x01", "SECRET\xFF", "SECRET\tSECRET",
		"SECRET\nSECRET", "SECRET\xE2\x80\xAE" };
	struct bench bench = { 0 };
	struct field line = *field_of("stakeholder", "notes");
	const char *too_long = repeat(&bench.arena, "SECRET ", 2000);

	(void)state;
	line.kind = FIELD_TEXT;
	for (size_t i = 0; i < sizeof(secrets) / sizeof(secrets[0]); i++) {
		assert_int_equal(parse(&bench, &line, secrets[i], NULL), STATUS_INVALID);
		assert_null(strstr(bench.error.message, "SECRET"));
	}
	assert_int_equal(parse(&bench, &line, too_long, NULL), STATUS_INVALID);
	assert_null(strstr(bench.error.message, "SECRET"));
	line.kind = FIELD_NOTE;
	assert_int_equal(parse(&bench, &line, too_long, NULL), STATUS_INVALID);
	assert_null(strstr(bench.error.message, "SECRET"));
	arena_clear(&bench.arena);
}

static void
test_embedded_nul_is_refused(void **state)
{
	struct bench bench = { 0 };

	(void)state;
	assert_int_equal(field_parse(field_of("stakeholder", "influence"), "3\0", 2, NULL,
				 &bench.arena, &bench.value, &bench.error),
		STATUS_INVALID);
	arena_clear(&bench.arena);
}

static void
test_good_rules(void **state)
{
	static const char *const rules[] = { "FREQ=DAILY", "INTERVAL=2;FREQ=WEEKLY;BYDAY=MO,TH",
		"FREQ=MONTHLY;BYDAY=2WE", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=520",
		"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1,15", "FREQ=YEARLY;BYDAY=53MO;UNTIL=20281231",
		"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=WEEKLY;INTERVAL=99" };
	struct error error = { 0 };
	struct rrule rule;

	(void)state;
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (rrule_parse("rule", rules[i], &rule, &error))
			fail_msg("%s: %s", rules[i], error.message);
	assert_int_equal(
		rrule_parse("rule", "FREQ=MONTHLY;BYDAY=+2WE,-1FR;BYSETPOS=1", &rule, &error), 0);
	assert_int_equal(rule.frequency, RRULE_MONTHLY);
	assert_int_equal(rule.interval, 1);
	assert_int_equal(rule.day_count, 2);
	assert_int_equal(rule.days[0].ordinal, 2);
	assert_int_equal(rule.days[0].weekday, WEDNESDAY);
	assert_int_equal(rule.days[1].ordinal, -1);
	assert_int_equal(rule.positions[0], 1);
}

static void
test_bad_rules(void **state)
{
	static const char *const pairs[][2] = {
		{ "", "rule: FREQ is missing, as in FREQ=WEEKLY;BYDAY=TU" },
		{ "BYDAY=TU", "rule: FREQ is missing, as in FREQ=WEEKLY;BYDAY=TU" },
		{ "FREQ=HOURLY",
			"rule: FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY, not \"HOURLY\"" },
		{ "FREQ", "rule: FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY, not \"\"" },
		{ "FREQ=WEEKLY;FREQ=DAILY", "rule: FREQ stands there twice" },
		{ "FREQ=WEEKLY;",
			"rule: \"\" is not one of FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYSETPOS, "
			"COUNT and UNTIL" },
		{ "FREQ=WEEKLY;WKST=SU",
			"rule: \"WKST=SU\" is not one of FREQ, INTERVAL, BYDAY, BYMONTHDAY, "
			"BYSETPOS, COUNT and UNTIL" },
		{ "FREQ=WEEKLY;INTERVAL=0",
			"rule: INTERVAL must be a whole number from 1 to 99, not \"0\"" },
		{ "FREQ=WEEKLY;INTERVAL=-1",
			"rule: INTERVAL must be a whole number from 1 to 99, not \"-1\"" },
		{ "FREQ=WEEKLY;INTERVAL=1000000000",
			"rule: INTERVAL must be a whole number from 1 to 99, not \"1000000000\"" },
		{ "FREQ=WEEKLY;COUNT=521",
			"rule: COUNT must be a whole number from 1 to 520, not \"521\"" },
		{ "FREQ=WEEKLY;UNTIL=20260230",
			"rule: UNTIL must be a date such as 20271231, not \"20260230\"" },
		{ "FREQ=WEEKLY;UNTIL=20260201T000000Z",
			"rule: UNTIL must be a date such as 20271231, not \"20260201T000000Z\"" },
		{ "FREQ=WEEKLY;COUNT=3;UNTIL=20270101",
			"rule: COUNT and UNTIL cannot stand together" },
		{ "FREQ=WEEKLY;BYDAY=2WE",
			"rule: BYDAY may count weekdays (2WE) only in a month or a year" },
		{ "FREQ=MONTHLY;BYDAY=6WE",
			"rule: BYDAY counts at most the fifth weekday of a month" },
		{ "FREQ=MONTHLY;BYDAY=0WE",
			"rule: BYDAY must be weekdays such as TU, 2WE or -1FR, not \"0WE\"" },
		{ "FREQ=WEEKLY;BYDAY=TU,",
			"rule: BYDAY must be weekdays such as TU, 2WE or -1FR, not \"TU,\"" },
		{ "FREQ=WEEKLY;BYDAY=",
			"rule: BYDAY must be weekdays such as TU, 2WE or -1FR, not \"\"" },
		{ "FREQ=WEEKLY;BYDAY=XX",
			"rule: BYDAY must be weekdays such as TU, 2WE or -1FR, not \"XX\"" },
		{ "FREQ=WEEKLY;BYMONTHDAY=1", "rule: BYMONTHDAY cannot stand with FREQ=WEEKLY" },
		{ "FREQ=MONTHLY;BYMONTHDAY=32",
			"rule: BYMONTHDAY must be days from 1 to 31 or -1 to -31, not \"32\"" },
		{ "FREQ=MONTHLY;BYSETPOS=1",
			"rule: BYSETPOS needs BYDAY or BYMONTHDAY to pick from" },
		{ "FREQ=DAILY;BYMONTHDAY=1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,"
		  "1,1,1",
			"rule: BYMONTHDAY must have at most 31 entries" },
	};
	struct error error = { 0 };
	struct rrule rule;

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (rrule_parse("rule", pairs[i][0], &rule, &error) != STATUS_INVALID)
			fail_msg("%s was taken", pairs[i][0]);
		assert_string_equal(error.message, pairs[i][1]);
	}
}

static void
fill(struct record *record, const char *field, struct value value)
{
	record->values[type_field_index(record->type, field)] = value;
}

static void
expect_fault(const struct record *record, const char *message)
{
	struct error error = { 0 };

	assert_int_equal(record_check(record, &error), STATUS_INVALID);
	assert_string_equal(error.message, message);
}

static void
expect_good(const struct record *record)
{
	struct error error = { 0 };

	if (record_check(record, &error))
		fail_msg("%s", error.message);
}

static void
test_required_fields(void **state)
{
	struct record record;

	(void)state;
	record_init(&record, type_find("stakeholder"));
	expect_fault(&record, "stakeholder needs a name");
	fill(&record, "name", value_text("Ada Lund"));
	expect_good(&record);
	record_init(&record, type_find("contact"));
	expect_fault(&record, "contact needs a stakeholder");
	fill(&record, "stakeholder", value_integer(7));
	expect_fault(&record, "contact needs a date (on)");
	record_init(&record, type_find("dependency"));
	expect_fault(&record, "dependency needs a milestone (from)");
	record_init(&record, type_find("engagement"));
	expect_fault(&record, "engagement action needs an action");
	record_init(&record, type_find("assignment"));
	expect_fault(&record, "assignment needs an activity");
}

static void
test_days_in_order(void **state)
{
	struct record record;

	(void)state;
	record_init(&record, type_find("phase"));
	fill(&record, "name", value_text("pilot"));
	fill(&record, "starts_on", value_text("2026-11-16"));
	fill(&record, "ends_on", value_text("2026-11-16"));
	expect_good(&record);
	fill(&record, "ends_on", value_text("2026-11-15"));
	expect_fault(
		&record, "ends_on must not be before starts_on: 2026-11-15 is before 2026-11-16");
	record_init(&record, type_find("decision"));
	fill(&record, "question", value_text("Which tool?"));
	fill(&record, "requested_on", value_text("2026-11-16"));
	expect_good(&record);
	fill(&record, "decided_on", value_text("2025-11-16"));
	expect_fault(&record,
		"decided_on must not be before requested_on: 2025-11-16 is before 2026-11-16");
}

static void
test_no_record_refers_to_itself(void **state)
{
	struct record record;

	(void)state;
	record_init(&record, type_find("dependency"));
	fill(&record, "from", value_integer(3));
	fill(&record, "to", value_integer(3));
	expect_fault(
		&record, "dependency must join two different records: from and to are the same");
	fill(&record, "to", value_integer(4));
	expect_good(&record);
	record_init(&record, type_find("milestone"));
	fill(&record, "title", value_text("Managers run check-ins"));
	fill(&record, "parent", value_integer(12));
	expect_good(&record);
	record.id = 12;
	expect_fault(&record, "parent must not be the milestone itself");
}

static void
test_presets_fill_only_what_is_empty(void **state)
{
	struct record record;

	(void)state;
	record_init(&record, type_find("stakeholder"));
	fill(&record, "attitude", value_text("mixed"));
	record_set_presets(&record);
	assert_string_equal(record_get(&record, "attitude")->text, "mixed");
	assert_string_equal(record_get(&record, "kind")->text, "person");
	assert_int_equal(record_get(&record, "active")->integer, 1);
	assert_int_equal(record_get(&record, "influence")->kind, VALUE_NONE);
}

static void
test_identity_and_equality(void **state)
{
	struct record record;
	char id[RECORD_ID_SIZE];
	struct value a = value_text("same");
	struct value b = value_text("sane");
	struct value one = value_integer(1);
	struct value none = value_none();

	(void)state;
	record_init(&record, type_find("team"));
	record.id = INT64_MAX;
	record_identify(&record, id);
	assert_string_equal(id, "9223372036854775807");
	fill(&record, "key", value_text("data-team"));
	record_identify(&record, id);
	assert_string_equal(id, "data-team");
	assert_true(value_equal(&a, &a));
	assert_false(value_equal(&a, &b));
	assert_false(value_equal(&a, &one));
	assert_true(value_equal(&none, &none));
	assert_false(value_equal(&one, &none));
}

static void
test_fields_by_name(void **state)
{
	struct record record;
	struct arena arena = { 0 };
	char name[] = "Ines Farrow";
	const char *copy;

	(void)state;
	record_init(&record, type_find("stakeholder"));
	assert_int_equal(record_date(&record, "last_contact_on"), NO_DAY);
	assert_null(record_text(&record, "name"));
	assert_null(record_copy_text(&record, "name", &arena));
	fill(&record, "name", value_text(name));
	fill(&record, "last_contact_on", value_text("2026-11-27"));
	fill(&record, "influence", value_integer(4));
	assert_int_equal(record_date(&record, "last_contact_on"),
		date_from_civil((struct civil){ 2026, 11, 27 }));
	assert_ptr_equal(record_text(&record, "name"), name);
	assert_string_equal(record_text(&record, "last_contact_on"), "2026-11-27");
	assert_null(record_text(&record, "influence"));
	copy = record_copy_text(&record, "name", &arena);
	assert_ptr_not_equal(copy, name);
	record_keep(&record, &arena);
	memset(name, '-', sizeof name - 1);
	assert_string_equal(copy, "Ines Farrow");
	assert_string_equal(record_text(&record, "name"), "Ines Farrow");
	assert_int_equal(record_number(&record, "influence"), 4);
	assert_true(record_has(&record, "influence"));
	assert_false(record_has(&record, "email"));
	assert_string_equal(record_copy_words(&record, "email", &arena), "");
	assert_string_equal(record_copy_words(&record, "name", &arena), "Ines Farrow");
	assert_true(record_flag(&record, "active", true));
	assert_false(record_flag(&record, "active", false));
	fill(&record, "active", value_integer(0));
	assert_false(record_flag(&record, "active", true));
	fill(&record, "active", value_integer(1));
	assert_true(record_flag(&record, "active", false));
	record.id = 17;
	assert_string_equal(record_identifier(&record, &arena), "17");
	fill(&record, "key", value_text("i-farrow"));
	assert_string_equal(record_identifier(&record, &arena), "i-farrow");
	arena_clear(&arena);
}

static void
test_a_query_is_made_of_names(void **state)
{
	struct query query = query_of("milestone");

	(void)state;
	assert_ptr_equal(query.type, type_find("milestone"));
	assert_int_equal(query.condition_count + (size_t)query.order, 0);
	query_where(&query, "state", value_text("accepted"));
	query_compare(&query, "baseline_on", COMPARE_LESS, value_text("2027-01-01"));
	query_order_by(&query, "key");
	assert_int_equal(query.condition_count, 2);
	assert_int_equal(query.conditions[0].field, type_field_index(query.type, "state"));
	assert_int_equal(query.conditions[0].compare, COMPARE_EQUAL);
	assert_string_equal(query.conditions[0].value.text, "accepted");
	assert_int_equal(query.conditions[1].field, type_field_index(query.type, "baseline_on"));
	assert_int_equal(query.conditions[1].compare, COMPARE_LESS);
	assert_int_equal(query.order, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good_values),
		cmocka_unit_test(test_bad_values),
		cmocka_unit_test(test_typed_by_a_person),
		cmocka_unit_test(test_length_is_counted_in_characters),
		cmocka_unit_test(test_long_values_are_cut_at_a_character),
		cmocka_unit_test(test_sensitive_text_is_not_quoted),
		cmocka_unit_test(test_embedded_nul_is_refused),
		cmocka_unit_test(test_good_rules),
		cmocka_unit_test(test_bad_rules),
		cmocka_unit_test(test_required_fields),
		cmocka_unit_test(test_days_in_order),
		cmocka_unit_test(test_no_record_refers_to_itself),
		cmocka_unit_test(test_presets_fill_only_what_is_empty),
		cmocka_unit_test(test_identity_and_equality),
		cmocka_unit_test(test_fields_by_name),
		cmocka_unit_test(test_a_query_is_made_of_names),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
