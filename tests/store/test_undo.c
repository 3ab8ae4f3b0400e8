/* SPDX-License-Identifier: MIT */
/*
 * Undo and redo case by case: what they say, what they refuse, what they cost. Random sequences are
 * in test_history.c.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support.h"

enum {
	MANY = 100000,
	SECONDS_MAX = 30
}; /* of processor time, also under the sanitizers; 2 are usual */

struct place {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH];
	struct store *store;
	struct arena arena;
	struct error error;
	struct step step;
	const struct type *people;
};

static int
set_up(void **state)
{
	struct place *place = memory_new(1, sizeof *place);

	support_folder(place->folder);
	support_make(support_path(place->file, place->folder, "p.rollout"), 0);
	place->store = support_open(place->file);
	place->people = type_find("stakeholder");
	*state = place;
	return 0;
}

static int
tear_down(void **state)
{
	struct place *place = *state;

	store_close(place->store);
	support_remove(place->folder);
	arena_clear(&place->arena);
	free(place);
	return 0;
}

static void
reopen(struct place *place)
{
	store_close(place->store);
	place->store = support_open(place->file);
}

static enum status
undo(struct place *place)
{
	return history_undo(place->store, &place->arena, &place->step, &place->error);
}

static enum status
redo(struct place *place)
{
	return history_redo(place->store, &place->arena, &place->step, &place->error);
}

/* A person of that number and key, added in a step of his own. */
static void
add(struct place *place, int64_t id, const char *key, const char *name)
{
	struct record record;

	record_init(&record, place->people);
	record.id = id;
	if (key)
		record.values[0] = value_text(key);
	record.values[type_field_index(place->people, "name")] = value_text(name);
	record.values[type_field_index(place->people, "kind")] = value_text("person");
	record.values[type_field_index(place->people, "active")] = value_integer(1);
	assert_int_equal(store_begin(place->store, arena_format(&place->arena, "add %s", name),
				 &place->error),
		STATUS_OK);
	assert_int_equal(store_insert(place->store, &record, &place->error), STATUS_OK);
	assert_int_equal(store_end(place->store, STATUS_OK, &place->error), STATUS_OK);
}

static void
set(struct place *place, int64_t id, const char *field, struct value value)
{
	struct record before, now;

	assert_int_equal(store_begin(place->store, arena_format(&place->arena, "set %s", field),
				 &place->error),
		STATUS_OK);
	assert_int_equal(
		store_get(place->store, place->people, id, &place->arena, &before, &place->error),
		STATUS_OK);
	now = before;
	now.values[type_field_index(place->people, field)] = value;
	assert_int_equal(store_update(place->store, &before, &now, &place->error), STATUS_OK);
	assert_int_equal(store_end(place->store, STATUS_OK, &place->error), STATUS_OK);
}

static void
take_away(struct place *place, int64_t id)
{
	assert_int_equal(store_begin(place->store, "remove", &place->error), STATUS_OK);
	assert_int_equal(store_delete(place->store, place->people, id, &place->error), STATUS_OK);
	assert_int_equal(store_end(place->store, STATUS_OK, &place->error), STATUS_OK);
}

static void
nothing_to_undo_or_redo(void **state)
{
	struct place *place = *state;

	assert_int_equal(undo(place), STATUS_NOT_FOUND);
	assert_string_equal(place->error.message, "nothing to undo");
	assert_int_equal(redo(place), STATUS_NOT_FOUND);
	assert_string_equal(place->error.message, "nothing to redo");
	add(place, 1, NULL, "A");
	assert_int_equal(redo(place), STATUS_NOT_FOUND);
	assert_int_equal(undo(place), STATUS_OK);
	assert_int_equal(undo(place), STATUS_NOT_FOUND);
}

static void
tells_what_was_undone(void **state)
{
	struct place *place = *state;

	add(place, 1, NULL, "A");
	set(place, 1, "email", value_text("a@x"));
	assert_int_equal(undo(place), STATUS_OK);
	assert_string_equal(place->step.label, "set email");
	assert_string_equal(place->step.who, "tester");
	assert_int_equal(place->step.changes, 1);
	reopen(place);
	assert_int_equal(undo(place), STATUS_OK);
	assert_string_equal(place->step.label, "add A");
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM stakeholder"), 0);
	reopen(place);
	assert_int_equal(redo(place), STATUS_OK);
	assert_string_equal(place->step.label, "add A");
	assert_int_equal(redo(place), STATUS_OK);
	assert_int_equal(support_number(place->store, "SELECT email = 'a@x' FROM stakeholder"), 1);
}

static void
a_new_change_overtakes_what_was_undone(void **state)
{
	struct place *place = *state;

	add(place, 1, NULL, "A");
	add(place, 2, NULL, "B");
	assert_int_equal(undo(place), STATUS_OK);
	add(place, 3, NULL, "C");
	assert_int_equal(redo(place), STATUS_NOT_FOUND);
	assert_int_equal(
		support_number(place->store, "SELECT count(*) FROM step WHERE state = 2"), 1);
	assert_int_equal(undo(place), STATUS_OK);
	assert_string_equal(place->step.label, "add C");
	assert_int_equal(undo(place), STATUS_OK);
	assert_string_equal(place->step.label, "add A");
	support_assert_whole(place->store);
}

/* A step that failed, or changed nothing, is no change: what was undone can still be redone. */
static void
a_change_that_failed_overtakes_nothing(void **state)
{
	struct place *place = *state;

	add(place, 1, NULL, "A");
	assert_int_equal(undo(place), STATUS_OK);
	assert_int_equal(store_begin(place->store, "nothing", &place->error), STATUS_OK);
	assert_int_equal(store_end(place->store, STATUS_OK, &place->error), STATUS_OK);
	assert_int_equal(store_begin(place->store, "failing", &place->error), STATUS_OK);
	assert_int_equal(store_end(place->store, STATUS_INVALID, &place->error), STATUS_INVALID);
	assert_int_equal(redo(place), STATUS_OK);
}

static void
every_value_comes_back_as_it_was(void **state)
{
	struct place *place = *state;
	static const int64_t ids[] = { 1, -1, INT64_MIN, INT64_MAX, INT64_C(9007199254740993),
		-INT64_C(9007199254740993) };
	static const char *const texts[] = { "null", "true", "12", "1e5", "-0", "9007199254740993",
		"{\"a\":[1,null]}", "[]", "\"quoted\"", "it's; DROP TABLE tip; --",
		"back\\slash \\u0041 \\n", "👩‍👩‍👧 日本 שלום", "e\xcc\x81", " ",
		"x\ty", "\x7f" };
	char *longest = memory_new(NOTE_LIMIT * 4 + 1, 1);
	struct buffer before = { 0 }, after = { 0 };

	for (int i = 0; i < NOTE_LIMIT; i++)
		memcpy(longest + (size_t)i * 4, i % 2 ? "\xf0\x9f\x98\x80" : "\"\\\t\"", 4);
	longest[16000] = '\0'; /* 4,000 times four bytes: 10,000 characters */
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
		add(place, ids[i], NULL, "A");
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		add(place, (int64_t)i + 100, arena_format(&place->arena, "k%zu", i), texts[i]);
	set(place, 1, "notes", value_text(longest));
	set(place, 1, "owner", value_integer(INT64_MAX));
	set(place, -1, "influence", value_integer(5));
	support_dump(place->store, &before);
	assert_int_equal(store_begin(place->store, "remove all", &place->error), STATUS_OK);
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
		assert_int_equal(store_delete(place->store, place->people, ids[i], &place->error),
			STATUS_OK);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_int_equal(
			store_delete(place->store, place->people, (int64_t)i + 100, &place->error),
			STATUS_OK);
	assert_int_equal(store_end(place->store, STATUS_OK, &place->error), STATUS_OK);
	/* Back, and everything away and there again, from the history of the inserts. */
	assert_int_equal(undo(place), STATUS_OK);
	for (int back = 0; undo(place) == STATUS_OK; back++)
		assert_true(back < 100);
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM stakeholder"), 0);
	while (redo(place) == STATUS_OK)
		;
	assert_int_equal(undo(place), STATUS_OK);
	support_dump(place->store, &after);
	assert_string_equal(buffer_text(&after), buffer_text(&before));
	buffer_clear(&before);
	buffer_clear(&after);
	free(longest);
}

/* Somebody changed the file with another tool: undo says so and leaves everything as it is. */
static void
refuses_to_guess(void **state)
{
	struct place *place = *state;
	static const struct {
		const char *sql;
		const char *part; /* NULL: any */
	} cases[] = {
		{ "UPDATE stakeholder SET email = 'other' WHERE id = 1",
			"cannot undo \"set email\": stakeholder 1 field email" },
		{ "UPDATE stakeholder SET email = NULL WHERE id = 1", "field email" },
		{ "DELETE FROM stakeholder WHERE id = 1", "is not as that step left it" },
	};

	add(place, 1, "a", "A");
	set(place, 1, "email", value_text("a@x"));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		uint64_t left;

		support_tamper(place->file, cases[i].sql);
		left = support_hash(place->store);
		assert_int_equal(undo(place), STATUS_CONFLICT);
		assert_non_null(strstr(place->error.message, cases[i].part));
		assert_true(support_hash(place->store) == left);
		support_assert_whole(place->store);
	}
}

static void
refuses_to_bring_back_over_something_else(void **state)
{
	struct place *place = *state;

	add(place, 1, "a", "A");
	take_away(place, 1);
	support_tamper(place->file, "INSERT INTO stakeholder (id, name) VALUES (1, 'squatter')");
	assert_int_equal(undo(place), STATUS_CONFLICT);
	assert_non_null(strstr(place->error.message,
		"cannot undo \"remove\": stakeholder 1 is not as that step left it"));
	support_tamper(place->file, "UPDATE stakeholder SET id = 5, key = 'a'");
	assert_int_equal(undo(place), STATUS_CONFLICT);
	support_tamper(place->file, "DELETE FROM stakeholder");
	assert_int_equal(undo(place), STATUS_OK);
	assert_int_equal(undo(place), STATUS_OK);
	support_tamper(place->file, "INSERT INTO stakeholder (id, name) VALUES (1, 'squatter')");
	assert_int_equal(redo(place), STATUS_CONFLICT);
	assert_non_null(strstr(place->error.message, "cannot redo \"add A\""));
	support_tamper(place->file, "DELETE FROM stakeholder");
	assert_int_equal(redo(place), STATUS_OK);
	/* What has come to depend on it must not be left without it. */
	support_tamper(place->file, "INSERT INTO stakeholder (id, name, owner) VALUES (2, 'B', 1)");
	assert_int_equal(undo(place), STATUS_INVALID);
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM stakeholder"), 2);
}

/* The history lies in a file: what it names is looked up, never run. */
static void
survives_a_strange_history(void **state)
{
	struct place *place = *state;
	static const char *const changes[] = {
		"UPDATE change SET type = 'sqlite_schema'",
		"UPDATE change SET type = 'stakeholder\" SET name = ''x'' --'",
		"UPDATE change SET type = 'stakeholder', field = 'nosuch'",
		"UPDATE change SET field = 'email\" = NULL, \"name'",
		"UPDATE change SET field = NULL",
		"UPDATE change SET field = 'email', last = record - 1",
		"UPDATE change SET last = record, kind = 'delete', old = 'no json'",
		"UPDATE change SET kind = 'delete', old = '{}'",
		"UPDATE change SET kind = 'delete', old = x'00ff'",
		"UPDATE change SET kind = 'delete', old = '{\"name\":{\"x\":1}}'",
		"UPDATE change SET kind = 'insert', last = 9223372036854775807",
		"UPDATE change SET kind = 'update', last = record, new = 'a@x', old = x'00ff'",
		"UPDATE change SET old = printf('%.*c', 300, 'x')",
	};
	int64_t step;

	add(place, 1, NULL, "A");
	step = support_number(place->store, "SELECT max(id) FROM step");
	set(place, 1, "email", value_text("a@x"));
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		struct buffer sql = { 0 };
		enum status status;
		uint64_t before;

		buffer_format(&sql, "%s WHERE step > %lld", changes[i], (long long)step);
		support_tamper(place->file, sql.data);
		before = support_hash(place->store);
		status = undo(place);
		if (status == STATUS_OK)
			fail_msg("undone: %s", changes[i]);
		assert_true(place->error.message[0] != '\0');
		assert_true(support_hash(place->store) == before);
		buffer_clear(&sql);
	}
	/* The rest of the file is none the worse. */
	add(place, 2, NULL, "B");
	assert_int_equal(undo(place), STATUS_OK);
	assert_string_equal(place->step.label, "add B");
}

static int64_t
file_size(const char *path)
{
	struct stat status;

	assert_int_equal(stat(path, &status), 0);
	return status.st_size;
}

/* Ten fields of each person are filled, as in an import. */
static void
import_many(struct store *store, bool gaps)
{
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct record record;
	const struct type *type = type_find("stakeholder");

	assert_int_equal(store_begin(store, "import register", &error), STATUS_OK);
	for (int64_t i = 0; i < MANY; i++) {
		support_fill(&record, type, i, &arena);
		for (size_t f = 12; f < type->field_count; f++)
			if (!type->fields[f].required)
				record.values[f] = value_none();
		record.id = gaps ? i * 2 + 1 : 0;
		if (store_insert(store, &record, &error) != STATUS_OK)
			fail_msg("%s", error.message);
		arena_reset(&arena);
	}
	assert_int_equal(store_end(store, STATUS_OK, &error), STATUS_OK);
	arena_clear(&arena);
}

static double
seconds_since(clock_t start)
{
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static void
a_large_import_is_cheap_to_keep_and_to_undo(void **state)
{
	struct place *place = *state;
	int64_t data, all;
	uint64_t hash;
	clock_t start;

	import_many(place->store, false);
	all = support_number(place->store, "PRAGMA page_count");
	data = all - support_number(place->store, "PRAGMA freelist_count");
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM change"), 1);
	assert_int_equal(support_number(place->store, "SELECT max(changes) FROM step"), MANY);
	hash = support_hash(place->store);
	start = clock();
	assert_int_equal(undo(place), STATUS_OK);
	assert_true(seconds_since(start) < SECONDS_MAX);
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM stakeholder"), 0);
	start = clock();
	assert_int_equal(redo(place), STATUS_OK);
	assert_true(seconds_since(start) < SECONDS_MAX);
	assert_true(support_hash(place->store) == hash);
	/* Again as it was: the values are not held twice. */
	all = support_number(place->store, "PRAGMA page_count");
	assert_true(
		all - support_number(place->store, "PRAGMA freelist_count") <= data + data / 20);
}

static void
numbers_with_gaps_cost_less_than_the_data(void **state)
{
	struct place *place = *state;
	int64_t with, without;

	import_many(place->store, true);
	with = file_size(place->file);
	assert_int_equal(support_number(place->store, "SELECT count(*) FROM change"), MANY);
	support_tamper(place->file, "DELETE FROM change; VACUUM");
	without = file_size(place->file);
	assert_true(with < 2 * without);
}

struct seen {
	struct place *place;
	int count, most;
	int64_t last;
	const char *labels[16];
};

static void
see(struct seen *seen, const char *since, int64_t before, int64_t limit)
{
	struct place *place = seen->place;
	struct cursor *cursor = history_open(place->store, since, before, limit, &place->error);
	struct step step;

	while (seen->count < seen->most && history_next(cursor, &step)) {
		assert_true(seen->last == 0 || step.id < seen->last);
		seen->last = step.id;
		seen->labels[seen->count++] = arena_format(&place->arena, "%s %d %s", step.label,
			(int)step.state, step.undone_by ? step.undone_by : "-");
	}
	assert_int_equal(cursor_close(cursor), STATUS_OK);
}

static void
the_log_tells_it_newest_first(void **state)
{
	struct place *place = *state;
	struct seen seen = { .place = place, .most = 16 };
	int64_t middle;

	add(place, 1, NULL, "A");
	add(place, 2, NULL, "B");
	middle = support_number(place->store, "SELECT max(id) FROM step");
	add(place, 3, NULL, "C");
	assert_int_equal(undo(place), STATUS_OK);
	see(&seen, "", 0, 0);
	assert_int_equal(seen.count, 4);
	assert_string_equal(seen.labels[0], "add C 1 tester");
	assert_string_equal(seen.labels[1], "add B 0 -");
	assert_string_equal(seen.labels[3], "new programme 3 -");
	seen = (struct seen){ .place = place, .most = 16 };
	see(&seen, "", middle, 1);
	assert_int_equal(seen.count, 1);
	assert_string_equal(seen.labels[0], "add A 0 -");
	seen = (struct seen){ .place = place, .most = 16 };
	see(&seen, "2999", 0, 0);
	assert_int_equal(seen.count, 0);
	seen = (struct seen){ .place = place, .most = 2 };
	see(&seen, "20", 0, 0);
	assert_int_equal(seen.count, 2);
}

/* A clock that was set back must not put a step before an older one (reliability.md 5.3, 72). */
static void
steps_keep_their_order_when_the_clock_does_not(void **state)
{
	struct place *place = *state;
	int64_t future;

	add(place, 1, NULL, "A");
	support_tamper(place->file, "UPDATE step SET id = id + 9000000000000000 WHERE state = 0; "
				    "UPDATE change SET step = step + 9000000000000000");
	future = support_number(place->store, "SELECT max(id) FROM step");
	add(place, 2, NULL, "B");
	assert_true(support_number(place->store, "SELECT max(id) FROM step") > future);
	assert_int_equal(undo(place), STATUS_OK);
	assert_string_equal(place->step.label, "add B");
}

#define UNDOING(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		UNDOING(nothing_to_undo_or_redo),
		UNDOING(tells_what_was_undone),
		UNDOING(a_new_change_overtakes_what_was_undone),
		UNDOING(a_change_that_failed_overtakes_nothing),
		UNDOING(every_value_comes_back_as_it_was),
		UNDOING(refuses_to_guess),
		UNDOING(refuses_to_bring_back_over_something_else),
		UNDOING(survives_a_strange_history),
		UNDOING(a_large_import_is_cheap_to_keep_and_to_undo),
		UNDOING(numbers_with_gaps_cost_less_than_the_data),
		UNDOING(the_log_tells_it_newest_first),
		UNDOING(steps_keep_their_order_when_the_clock_does_not),
	};

	return cmocka_run_group_tests_name("undo", tests, NULL, NULL);
}
