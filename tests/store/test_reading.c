/* SPDX-License-Identifier: MIT */
/*
 * Reading row by row: rows inside rows, a reading that ends early, failures that stick whenever
 * they come, and other processes that wait for its end.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"
#include "programme/document/document.h"

enum { PEOPLE = 1500 };

struct place {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH];
	struct programme *programme;
	struct arena arena;
	struct error error;
};

static void
open_programme(struct place *place)
{
	const struct programme_options options = { .who = "tester",
		.today = date_from_civil((struct civil){ 2026, 11, 27 }) };

	assert_int_equal(
		programme_open(place->file, &options, &place->programme, &place->error), STATUS_OK);
}

static int
set_up(void **state)
{
	struct place *place = memory_new(1, sizeof *place);

	support_folder(place->folder);
	support_make(support_path(place->file, place->folder, "p.rollout"), PEOPLE);
	open_programme(place);
	*state = place;
	return 0;
}

static int
tear_down(void **state)
{
	struct place *place = *state;

	programme_close(place->programme);
	support_remove(place->folder);
	arena_clear(&place->arena);
	free(place);
	return 0;
}

/* Nothing is held any more: no statement is at work, no transaction open. */
static void
assert_let_go(const struct place *place)
{
	sqlite3 *database = place->programme->store->database;

	for (sqlite3_stmt *each = NULL; (each = sqlite3_next_stmt(database, each)) != NULL;)
		if (sqlite3_stmt_busy(each))
			fail_msg("still at work: %s", sqlite3_sql(each));
	assert_int_equal(sqlite3_get_autocommit(database), 1);
	assert_int_equal(place->programme->store->read_depth, 0);
}

static void
reads_one_query_behind_the_other(void **state)
{
	struct place *place = *state;
	struct query query = query_of("stakeholder");
	struct rows rows = rows_open(place->programme, &query, &place->error);
	struct record record;
	struct step step;
	struct finding finding;
	int count = 0, steps = 0, errors = 0;
	int64_t last = 0;

	for (; rows_next(&rows, &record); count++) {
		assert_true(record.id > last);
		last = record.id;
	}
	assert_int_equal(count, PEOPLE);
	assert_false(rows_next(&rows, &record));
	rows_of(&rows, "stakeholder", "name");
	assert_true(rows_next(&rows, &record));
	query_where(&query, "name", value_text(record_copy_text(&record, "name", &place->arena)));
	rows_read(&rows, &query);
	for (count = 0; rows_next(&rows, &record); count++)
		assert_true(record_is(&record, "name", query.conditions[0].value.text));
	assert_true(count > 0 && count < PEOPLE);
	rows_log(&rows, "", 0, 0);
	for (; rows_next_step(&rows, &step); steps++)
		assert_true(step.label[0]);
	assert_int_equal(
		steps, support_number(place->programme->store, "SELECT count(*) FROM step"));
	rows_check(&rows, NULL);
	while (rows_next_finding(&rows, &finding))
		errors += finding.rule->severity == SEVERITY_ERROR;
	assert_true(errors > 0);
	assert_int_equal(rows_close(&rows), STATUS_OK);
	assert_let_go(place);
}

static void
findings_come_as_check_lists_them(void **state)
{
	struct place *place = *state;
	struct rows rows = rows_open(place->programme, NULL, &place->error);
	struct finding *findings, finding;
	size_t count = 0, waived = 1, at = 0;

	assert_int_equal(programme_check(place->programme, NULL, &place->arena, &findings, &count,
				 &waived, &place->error),
		STATUS_OK);
	rows_check(&rows, NULL);
	for (; rows_next_finding(&rows, &finding); at++) {
		assert_true(at < count);
		assert_string_equal(finding.id, findings[at].id);
		assert_string_equal(finding.message, findings[at].message);
	}
	assert_int_equal(at, count);
	assert_int_equal(rows.waived, waived);
	rows_check(&rows, "Z9");
	assert_false(rows_next_finding(&rows, &finding));
	assert_int_equal(rows_close(&rows), STATUS_NOT_FOUND);
	assert_string_equal(place->error.message, "there is no rule \"Z9\"");
	assert_let_go(place);
}

static void
rows_inside_rows_are_apart(void **state)
{
	enum { EACH = 3 };
	struct place *place = *state;
	struct query query = query_of("stakeholder"), later = query_of("stakeholder");
	struct rows rows = rows_open(place->programme, &query, &place->error);
	struct record record, inner;
	int count = 0, within = 0;

	later.limit = EACH;
	for (; rows_next(&rows, &record); count++) {
		struct rows behind;

		later.after = record.id;
		behind = rows_open(place->programme, &later, &place->error);
		for (int64_t last = record.id; rows_next(&behind, &inner); within++) {
			assert_true(inner.id > last);
			last = inner.id;
		}
		assert_int_equal(rows_close(&behind), STATUS_OK);
	}
	assert_int_equal(rows_close(&rows), STATUS_OK);
	assert_int_equal(count, PEOPLE);
	assert_int_equal(within, EACH * PEOPLE - EACH * (EACH + 1) / 2);
	assert_let_go(place);
}

static void
stopping_early_lets_everything_go(void **state)
{
	struct place *place = *state;
	struct query query = query_of("stakeholder");
	struct rows rows = rows_open(place->programme, &query, &place->error);
	struct record record;
	struct step step;
	struct finding finding;

	assert_true(rows_next(&rows, &record));
	rows_log(&rows, "", 0, 0);
	assert_true(rows_next_step(&rows, &step));
	rows_check(&rows, NULL);
	assert_true(rows_next_finding(&rows, &finding));
	assert_int_equal(rows_close(&rows), STATUS_OK);
	assert_let_go(place);
	rows = rows_open(place->programme, NULL, &place->error);
	assert_false(rows_next(&rows, &record));
	assert_false(rows_next_step(&rows, &step));
	assert_int_equal(rows_close(&rows), STATUS_OK);
	assert_let_go(place);
}

/* The name of a team that another process adds, which waits for a moment only. */
static enum status
add_elsewhere(const struct place *place, const char *name)
{
	const struct store_options options = { .who = "other", .wait_ms = 50 };
	struct store *store = NULL;
	struct error error = { 0 };
	struct record team;
	enum status status;

	assert_int_equal(store_open(place->file, &options, &store, &error), STATUS_OK);
	status = store_begin(store, "add", &error);
	record_init(&team, type_find("team"));
	record_put(&team, "name", value_text(name));
	record_set_presets(&team);
	if (status == STATUS_OK)
		status = store_end(store, store_insert(store, &team, &error), &error);
	store_close(store);
	return status;
}

/* The view is one from open to close: who writes meanwhile waits, and is let in afterwards. */
static void
a_writer_waits_for_the_end(void **state)
{
	struct place *place = *state;
	struct query query = query_of("stakeholder");
	struct rows rows = rows_open(place->programme, &query, &place->error);
	struct record record;

	assert_true(rows_next(&rows, &record));
	assert_int_equal(add_elsewhere(place, "Data"), STATUS_CONFLICT);
	while (rows_next(&rows, &record))
		;
	assert_int_equal(add_elsewhere(place, "Data"), STATUS_CONFLICT);
	rows_of(&rows, "team", NULL);
	assert_false(rows_next(&rows, &record));
	assert_int_equal(rows_close(&rows), STATUS_OK);
	assert_int_equal(add_elsewhere(place, "Data"), STATUS_OK);
	rows = rows_open(place->programme, NULL, &place->error);
	rows_of(&rows, "team", NULL);
	assert_true(rows_next(&rows, &record));
	assert_int_equal(rows_close(&rows), STATUS_OK);
}

/* Tears a page in the middle of the people, under the open file, which forgets what it has read. */
static void
tear(struct place *place)
{
	struct store *store = place->programme->store;
	int64_t page_size = support_number(store, "PRAGMA page_size");
	int64_t page = support_number(store,
		"SELECT pageno FROM dbstat WHERE name = 'stakeholder' AND pagetype = 'leaf' "
		"ORDER BY path LIMIT 1 OFFSET 5");
	FILE *file = fopen(place->file, "r+b");

	assert_non_null(file);
	assert_int_equal(fseek(file, (long)((page - 1) * page_size), SEEK_SET), 0);
	for (int64_t i = 0; i < page_size; i++)
		assert_int_equal(fputc(0xFF, file), 0xFF);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(
		database_execute(store, "PRAGMA shrink_memory", "", &place->error), STATUS_OK);
}

/* The rows before it are read, then nothing is. */
static void
a_failure_in_the_middle_sticks(void **state)
{
	struct place *place = *state;
	struct rows rows;
	struct record record;
	struct step step;
	struct finding finding;
	int count = 0;

	tear(place);
	rows = rows_open(place->programme, NULL, &place->error);
	rows_of(&rows, "stakeholder", NULL);
	while (rows_next(&rows, &record))
		count++;
	assert_true(count > 0 && count < PEOPLE);
	assert_int_equal(rows.status, STATUS_FAILED);
	assert_non_null(strstr(place->error.message, "is damaged (listing records)"));
	/* Nothing else is read, and the message stays that of the first failure. */
	rows_of(&rows, "team", NULL);
	assert_false(rows_next(&rows, &record));
	rows_log(&rows, "", 0, 0);
	assert_false(rows_next_step(&rows, &step));
	rows_check(&rows, "Z9");
	assert_false(rows_next_finding(&rows, &finding));
	assert_non_null(strstr(place->error.message, "is damaged (listing records)"));
	assert_int_equal(rows_close(&rows), STATUS_FAILED);
	assert_let_go(place);
}

static void
a_failure_to_open_sticks(void **state)
{
	struct place *place = *state;
	struct rows rows;
	struct record record;
	struct query query = query_of("risk");

	support_tamper(place->file, "DROP TABLE risk");
	rows = rows_open(place->programme, &query, &place->error);
	assert_int_equal(rows.status, STATUS_OK);
	assert_false(rows_next(&rows, &record));
	rows_of(&rows, "stakeholder", NULL);
	assert_false(rows_next(&rows, &record));
	assert_int_equal(rows_close(&rows), STATUS_FAILED);
	assert_non_null(strstr(place->error.message, "no such table: risk"));
	assert_let_go(place);
}

static void
the_reader_can_fail_it_too(void **state)
{
	struct place *place = *state;
	struct query query = query_of("stakeholder");
	struct rows rows = rows_open(place->programme, &query, &place->error);
	struct record record;
	int count = 0;

	for (; rows_next(&rows, &record); count++)
		if (count == 7)
			rows.status =
				error_set(&place->error, STATUS_INVALID, "that is one of them");
	assert_int_equal(count, 8);
	rows_of(&rows, "stakeholder", NULL);
	assert_false(rows_next(&rows, &record));
	assert_int_equal(rows_close(&rows), STATUS_INVALID);
	assert_let_go(place);
}

static bool
stop_at_once(void *context)
{
	return *(const bool *)context;
}

static void
stops_where_somebody_asks_for_it(void **state)
{
	struct place *place = *state;
	struct query query = query_of("stakeholder");
	struct rows rows;
	struct record record;
	bool wanted = true;

	query_compare(&query, "name", COMPARE_CONTAINS, value_text("no such word"));
	query.conditions[0].field = CONDITION_ANY_FIELD;
	programme_set_stop(place->programme, stop_at_once, &wanted);
	rows = rows_open(place->programme, &query, &place->error);
	assert_false(rows_next(&rows, &record));
	assert_int_equal(rows_close(&rows), STATUS_STOPPED);
	wanted = false;
	rows = rows_open(place->programme, &query, &place->error);
	assert_false(rows_next(&rows, &record));
	assert_int_equal(rows_close(&rows), STATUS_OK);
	programme_set_stop(place->programme, NULL, NULL);
	assert_let_go(place);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			reads_one_query_behind_the_other, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			findings_come_as_check_lists_them, set_up, tear_down),
		cmocka_unit_test_setup_teardown(rows_inside_rows_are_apart, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			stopping_early_lets_everything_go, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_writer_waits_for_the_end, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_failure_in_the_middle_sticks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_failure_to_open_sticks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_reader_can_fail_it_too, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			stops_where_somebody_asks_for_it, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("reading", tests, NULL, NULL);
}
