/* SPDX-License-Identifier: MIT */
/*
 * What the history knows beside the steps: every undo and redo with its day and author, in one
 * order with the steps whatever the clock says. A file of version 2, whose stamps an undo
 * overwrote, comes here with all it knew.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/*
 * A history as version 2 wrote it: Bob and an address were undone and overtaken by a tip, a removal
 * was undone and redone, a team and its size can be redone.
 */
static const char version_2[] =
	"INSERT INTO meta VALUES ('programme_uid', 'cd3b9fd1d57b653d6ca4c542c66aed4b');"
	"INSERT INTO programme (id, name, starts_on) VALUES (457131036842110789, 'P', "
	"'2026-11-22');"
	"INSERT INTO stakeholder (id, key, name, kind, influence, attitude, active) VALUES "
	"(457131037066104656, 'ada', 'Ada', 'person', 3, 'unknown', 1);"
	"INSERT INTO tip (id, text) VALUES (457131041585982742, 'Overtaking');"
	"INSERT INTO step VALUES "
	"(457131036842110789, '2026-11-22T09:11:04Z', 'root', 'new programme \"P\"', 1, 3, NULL, "
	"NULL),"
	"(457131037014220240, '2026-11-22T09:11:04Z', 'Alice', 'add team \"One\"', 1, 0, NULL, "
	"NULL),"
	"(457131037066104656, '2026-11-22T09:11:04Z', 'Ben', 'add stakeholder \"Ada\"', 1, 0, "
	"NULL, "
	"NULL),"
	"(457131037133484638, '2026-11-22T09:11:04Z', 'Alice', 'set email of stakeholder \"Ada\"', "
	"1, 2, "
	"'2026-11-22T09:11:05Z', 'Ben'),"
	"(457131037176006928, '2026-11-22T09:11:04Z', 'Ben', 'add stakeholder \"Bob\"', 1, 2, "
	"'2026-11-22T09:11:05Z', 'Alice'),"
	"(457131041585982742, '2026-11-22T09:11:06Z', 'Alice', 'add tip \"Overtaking\"', 1, 0, "
	"NULL, "
	"NULL),"
	"(457131041645546908, '2026-11-22T09:11:06Z', 'Ben', 'remove team \"One\"', 1, 0, NULL, "
	"NULL),"
	"(457131041799411657, '2026-11-22T09:11:06Z', 'tester', 'add team \"Two\"', 1, 1, "
	"'2026-11-22T09:11:08Z', 'tester'),"
	"(457131041825955311, '2026-11-22T09:11:07Z', 'tester', 'set size of team \"Two\"', 1, 1, "
	"'2026-11-22T09:11:08Z', 'tester');"
	"INSERT INTO change VALUES "
	"(457131036842110789, 0, 457131036842110789, 457131036842110789, 'programme', 'insert', "
	"NULL, "
	"NULL, NULL),"
	"(457131037014220240, 0, 457131037014220240, 457131037014220240, 'team', 'insert', NULL, "
	"NULL, "
	"NULL),"
	"(457131037066104656, 0, 457131037066104656, 457131037066104656, 'stakeholder', 'insert', "
	"NULL, NULL, NULL),"
	"(457131037133484638, 0, 457131037066104656, 457131037066104656, 'stakeholder', 'update', "
	"'email', NULL, 'a@x'),"
	"(457131037176006928, 0, 457131037176006928, 457131037176006928, 'stakeholder', 'insert', "
	"NULL, NULL, '{\"key\":\"bob\",\"name\":\"Bob\",\"kind\":\"person\",\"active\":1}'),"
	"(457131041585982742, 0, 457131041585982742, 457131041585982742, 'tip', 'insert', NULL, "
	"NULL, "
	"NULL),"
	"(457131041645546908, 0, 457131037014220240, 457131037014220240, 'team', 'delete', NULL, "
	"'{\"name\":\"One\",\"ownership\":\"central\"}', NULL),"
	"(457131041799411657, 0, 457131041799411657, 457131041799411657, 'team', 'insert', NULL, "
	"NULL, "
	"'{\"name\":\"Two\",\"size\":5,\"ownership\":\"central\"}'),"
	"(457131041825955311, 0, 457131041799411657, 457131041799411657, 'team', 'update', 'size', "
	"5, "
	"9);";

/* The empty file that the program of that version would have made, and rows in it. */
static void
make_version_2(const char *path, const char *rows)
{
	size_t count;
	const struct embedded_file *files = embedded_list("schema/", &count);
	struct buffer sql = { 0 };

	assert_true(count >= 3);
	support_write(path, "", 0);
	buffer_format(&sql,
		"BEGIN; PRAGMA application_id=%d; %s%s PRAGMA user_version=2; %s COMMIT;",
		APPLICATION_ID, files[0].text, files[1].text, rows);
	support_tamper(path, buffer_text(&sql));
	buffer_clear(&sql);
}

/* All rows of one column, with a blank between them. */
static void
expect_rows(struct store *store, const char *sql, const char *wanted)
{
	sqlite3_stmt *statement = NULL;
	struct buffer rows = { 0 };

	assert_int_equal(sqlite3_prepare_v2(store->database, sql, -1, &statement, NULL), SQLITE_OK);
	while (sqlite3_step(statement) == SQLITE_ROW)
		buffer_format(&rows, "%s%s", rows.length ? " " : "",
			(const char *)sqlite3_column_text(statement, 0));
	sqlite3_finalize(statement);
	assert_string_equal(buffer_text(&rows), wanted);
	buffer_clear(&rows);
}

static void
a_file_of_version_2_keeps_all_it_knew(void **state)
{
	struct support_place *place = *state;
	struct arena arena = { 0 };
	struct error error = { 0 };
	struct step step;
	struct store *store;

	make_version_2(place->file, version_2);
	store = support_open(place->file);
	assert_non_null(strstr(store_notices(store), "made by an older rollout"));
	support_assert_whole(store);
	expect_rows(store,
		"SELECT substr(id, -4) || who || substr(at, 18, 2) || state FROM step ORDER BY id",
		"0789root043 0240Alice040 4656Ben040 4638Alice042 6928Ben042 2742Alice060 "
		"6908Ben060 1657tester061 5311tester071");
	assert_int_equal(support_number(store, "SELECT count(*) FROM change"), 9);
	/* Each undo lies where it happened: Bob first, then the address, both before the tip, and
	 * what can be redone behind everything, the size first. */
	expect_rows(store,
		"SELECT substr(step, -4) || who || substr(at, 18, 2) || back FROM turn ORDER BY id",
		"6928Alice051 4638Ben051 5311tester081 1657tester081");
	expect_rows(store,
		"SELECT substr(step, -4) FROM (SELECT id, step FROM turn UNION ALL "
		"SELECT id, id FROM step WHERE id > 457131037176006928) ORDER BY id",
		"6928 4638 2742 6908 1657 5311 5311 1657");
	assert_int_equal(history_redo(store, &arena, &step, &error), STATUS_OK);
	assert_string_equal(step.label, "add team \"Two\"");
	assert_int_equal(history_redo(store, &arena, &step, &error), STATUS_OK);
	assert_int_equal(support_number(store, "SELECT size FROM team"), 9);
	assert_int_equal(history_redo(store, &arena, &step, &error), STATUS_NOT_FOUND);
	support_assert_whole(store);
	store_close(store);
	arena_clear(&arena);
}

/* Numbers next to each other, as a clock ahead made them, leave no room for a turn at its place. */
static void
steps_without_room_between_them_migrate_too(void **state)
{
	struct support_place *place = *state;
	struct store *store;

	make_version_2(place->file,
		"INSERT INTO meta VALUES ('programme_uid', 'x');"
		"INSERT INTO step VALUES "
		"(1001, '2026-11-22T09:00:01Z', 'a', 'A', 1, 2, '2026-11-22T09:00:05Z', 'b'),"
		"(1002, '2026-11-22T09:00:02Z', 'a', 'B', 1, 2, '2026-11-22T09:00:03Z', 'b'),"
		"(1003, '2026-11-22T09:00:04Z', 'a', 'C', 1, 2, '2026-11-22T09:00:05Z', NULL),"
		"(1004, '2026-11-22T09:00:06Z', 'a', 'D', 1, 0, NULL, NULL);"
		"INSERT INTO change VALUES (1001, 0, 1, 1, 'tip', 'insert', NULL, NULL, '{}'),"
		"(1002, 0, 2, 2, 'tip', 'insert', NULL, NULL, '{}'),"
		"(1003, 0, 3, 3, 'tip', 'insert', NULL, NULL, '{}'),"
		"(1004, 0, 4, 4, 'tip', 'insert', NULL, NULL, NULL);"
		"INSERT INTO tip (id, text) VALUES (4, 'x');");
	store = support_open(place->file);
	expect_rows(store, "SELECT step || who || substr(at, 19, 1) FROM turn ORDER BY step",
		"1001b5 1002b3 1003a5");
	support_add_people(store, 1, false);
	support_assert_whole(store);
	store_close(store);
}

static void
set_email(struct store *store, const char *email)
{
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct record before, now;
	const struct type *type = type_find("stakeholder");
	int64_t id = support_number(store, "SELECT min(id) FROM stakeholder");

	support_begin(store);
	assert_int_equal(store_get(store, type, id, &arena, &before, &error), STATUS_OK);
	now = before;
	*support_value(&now, "email") = value_text(email);
	assert_int_equal(store_update(store, &before, &now, &error), STATUS_OK);
	support_end(store);
	arena_clear(&arena);
}

/* A redo says nothing about the undo before it, and takes nothing away from it. */
static void
a_redo_does_not_forget_the_undo(void **state)
{
	struct support_place *place = *state;
	struct store *store = support_open(place->file);
	struct arena arena = { 0 };
	struct error error = { 0 };
	struct step step;

	set_email(store, "a@x");
	for (int i = 0; i < 3; i++) {
		assert_int_equal(history_undo(store, &arena, &step, &error), STATUS_OK);
		assert_int_equal(history_redo(store, &arena, &step, &error), STATUS_OK);
	}
	expect_rows(store, "SELECT back || who FROM turn ORDER BY id",
		"1tester 0tester 1tester 0tester 1tester 0tester");
	assert_int_equal(support_number(store, "SELECT count(DISTINCT step) FROM turn"), 1);
	assert_int_equal(
		support_number(store, "SELECT min(t.id) > max(s.id) FROM turn t, step s"), 1);
	store_close(store);
	arena_clear(&arena);
}

/* A clock that was ahead by 49 days: the next step comes behind, and copies of the file still go
 * ways of their own. */
static void
a_clock_ahead_makes_no_two_steps_the_same(void **state)
{
	struct support_place *place = *state;
	char copy[SUPPORT_PATH];
	unsigned char *bytes;
	size_t size;
	int64_t future, ids[2], turns[2];
	struct store *store = support_open(place->file);

	set_email(store, "a@x");
	store_close(store);
	support_tamper(place->file, "UPDATE step SET id = id + 9000000000000000 WHERE state = 0;"
				    "UPDATE change SET step = step + 9000000000000000");
	bytes = support_read(place->file, &size);
	support_write(support_path(copy, place->folder, "copy.rollout"), bytes, size);
	free(bytes);
	for (int i = 0; i < 2; i++) {
		struct arena arena = { 0 };
		struct error error = { 0 };
		struct step step;

		store = support_open(i == 0 ? place->file : copy);
		future = support_number(store, "SELECT max(id) FROM step");
		set_email(store, i == 0 ? "here@x" : "there@x");
		ids[i] = support_number(store, "SELECT max(id) FROM step");
		assert_true(ids[i] > future);
		assert_int_equal(history_undo(store, &arena, &step, &error), STATUS_OK);
		assert_true(step.id == ids[i]);
		turns[i] = support_number(store, "SELECT max(id) FROM turn");
		assert_true(turns[i] > ids[i]);
		set_email(store, "again@x");
		assert_true(support_number(store, "SELECT max(id) FROM step") > turns[i]);
		store_close(store);
		arena_clear(&arena);
	}
	assert_true(ids[0] != ids[1]);
	assert_true(turns[0] != turns[1]);
}

/* The records of one step are numbered on from it: a step behind a large one that the clock does
 * not part from it takes none of their numbers. */
static void
a_clock_ahead_gives_no_number_twice(void **state)
{
	struct support_place *place = *state;
	struct store *store = support_open(place->file);
	int64_t last;

	support_tamper(place->file, "UPDATE step SET id = id + 9000000000000000, changes = 5000000 "
				    "WHERE state = 0");
	last = support_number(store, "SELECT max(id) + 5000000 FROM step");
	support_add_people(store, 1, false);
	assert_true(support_number(store, "SELECT max(id) FROM step") > last);
	assert_true(support_number(store, "SELECT max(id) FROM stakeholder") > last);
	store_close(store);
}

static void
a_step_at_the_end_of_all_numbers_is_an_error(void **state)
{
	struct support_place *place = *state;
	struct store *store = support_open(place->file);
	struct error error = { 0 };

	support_tamper(place->file, "UPDATE step SET id = 9223372036854775807 WHERE state = 0;"
				    "UPDATE change SET step = 9223372036854775807");
	assert_int_equal(store_begin(store, "x", &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "a step from a time that cannot be"));
	support_assert_whole(store);
	store_close(store);
}

/* The names of the fields that the history of one record tells of. */
static void
assert_changed(struct store *store, const struct type *type, int64_t id, const char *fields)
{
	struct error error = { 0 };
	struct cursor *cursor = history_open_of(store, type, id, 10, &error);
	struct record_change change;
	struct buffer told = { 0 };

	while (history_next_change(cursor, &change))
		buffer_format(&told, "%s ", change.field);
	assert_int_equal(cursor_close(cursor), STATUS_OK);
	assert_string_equal(buffer_text(&told), fields);
	buffer_clear(&told);
}

/* An import numbers each type from the same start, so that a number alone says nothing. */
static void
a_record_is_its_type_and_its_number(void **state)
{
	struct support_place *place = *state;
	struct store *store = support_open(place->file);
	const struct type *person = type_find("stakeholder"), *tip = type_find("tip");
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct record before, now;
	int64_t id = support_number(store, "SELECT min(id) FROM stakeholder");

	set_email(store, "opinion@x");
	support_begin(store);
	record_init(&before, tip);
	before.id = id;
	*support_value(&before, "text") = value_text("one");
	assert_int_equal(store_insert(store, &before, &error), STATUS_OK);
	support_end(store);
	support_begin(store);
	now = before;
	*support_value(&now, "text") = value_text("two");
	assert_int_equal(store_update(store, &before, &now, &error), STATUS_OK);
	support_end(store);
	assert_changed(store, tip, id, "text ");
	assert_changed(store, person, id, "email ");
	store_close(store);
	arena_clear(&arena);
}

#define TURNING(test) cmocka_unit_test_setup_teardown(test, support_set_up, support_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TURNING(a_file_of_version_2_keeps_all_it_knew),
		TURNING(steps_without_room_between_them_migrate_too),
		TURNING(a_redo_does_not_forget_the_undo),
		TURNING(a_clock_ahead_makes_no_two_steps_the_same),
		TURNING(a_clock_ahead_gives_no_number_twice),
		TURNING(a_step_at_the_end_of_all_numbers_is_an_error),
		TURNING(a_record_is_its_type_and_its_number),
	};

	return cmocka_run_group_tests_name("turns", tests, NULL, NULL);
}
