/* SPDX-License-Identifier: MIT */
/* The looser rules of an import end with it, however it ends, and a file without one of its indexes
 * is never committed. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "rollout/store/bulk.h"
#include "support.h"

enum { PEOPLE = 50 };

static int
owner_of(const struct type *type)
{
	return type_field_index(type, "owner");
}

/* People who belong to the one added last, known only in the end. */
static void
add_people(struct store *store, bool put_back)
{
	const struct type *type = type_find("stakeholder");
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct record record;
	int64_t last = 0;

	assert_int_equal(store_begin_bulk(store, "import", &error), STATUS_OK);
	assert_int_equal(store_defer_index(store, type, 0, &error), STATUS_OK);
	assert_int_equal(store_defer_index(store, type, owner_of(type), &error), STATUS_OK);
	for (int i = 0; i < PEOPLE; i++) {
		struct pending pending = {
			.type = type, .field = owner_of(type), .text = "boss", .element = i
		};

		support_fill(&record, type, i, &arena);
		if (store_insert(store, &record, &error) != STATUS_OK)
			fail_msg("%s", error.message);
		pending.record = last = record.id;
		assert_int_equal(store_add_pending(store, &pending, &error), STATUS_OK);
	}
	for (int64_t id = last - PEOPLE + 1; id < last; id++) {
		struct pending pending = { .type = type, .field = owner_of(type), .record = id };

		assert_int_equal(store_fill_reference(store, &pending, last, &error), STATUS_OK);
	}
	assert_int_equal(store_drop_pending(store, &error), STATUS_OK);
	if (put_back)
		assert_int_equal(store_restore_index(store, NULL, 0, &error), STATUS_OK);
	arena_clear(&arena);
}

static void
expect_strict(struct store *store)
{
	assert_int_equal(support_number(store, "PRAGMA foreign_keys"), 1);
	assert_int_equal(support_number(store, "PRAGMA ignore_check_constraints"), 0);
	assert_int_equal(support_number(store, "PRAGMA temp_store"), 2);
	assert_int_equal(sqlite3_get_autocommit(store->database), 1);
}

static void
leaves_an_ordinary_file(void **state)
{
	struct support_place *place = *state;
	struct store *store = support_open(place->file);
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct step step;
	uint64_t before = support_hash(store), after;

	add_people(store, true);
	assert_int_equal(store_end(store, STATUS_OK, &error), STATUS_OK);
	expect_strict(store);
	after = support_hash(store);
	assert_int_equal(
		support_number(store, "SELECT count(*) FROM stakeholder WHERE owner IS NOT NULL"),
		PEOPLE - 1);
	support_assert_whole(store);
	store_close(store);
	store = support_open(place->file);
	assert_int_equal(history_undo(store, &arena, &step, &error), STATUS_OK);
	assert_true(support_hash(store) == before);
	assert_int_equal(history_redo(store, &arena, &step, &error), STATUS_OK);
	assert_true(support_hash(store) == after);
	support_assert_whole(store);
	store_close(store);
	arena_clear(&arena);
}

static void
a_failed_import_leaves_the_old_file(void **state)
{
	struct support_place *place = *state;
	struct store *store = support_open(place->file);
	struct error error = { 0 };
	uint64_t before = support_hash(store);

	add_people(store, false);
	assert_int_equal(store_end(store, STATUS_INVALID, &error), STATUS_INVALID);
	expect_strict(store);
	assert_true(support_hash(store) == before);
	support_add_people(store, 1, false);
	support_assert_whole(store);
	store_close(store);
}

static void
a_missing_index_is_not_committed(void **state)
{
	struct support_place *place = *state;
	struct store *store = support_open(place->file);
	struct error error = { 0 };
	uint64_t before = support_hash(store);

	add_people(store, false);
	assert_int_equal(store_end(store, STATUS_OK, &error), STATUS_FAILED);
	assert_non_null(strstr(error.message, "is not as rollout made it"));
	expect_strict(store);
	assert_true(support_hash(store) == before);
	store_close(store);
	support_expect(place->file, STATUS_OK, NULL);
}

#define BULK(test) cmocka_unit_test_setup_teardown(test, support_set_up, support_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BULK(leaves_an_ordinary_file),
		BULK(a_failed_import_leaves_the_old_file),
		BULK(a_missing_index_is_not_committed),
	};

	return cmocka_run_group_tests_name("bulk", tests, NULL, NULL);
}
