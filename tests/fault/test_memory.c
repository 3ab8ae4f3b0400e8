/* SPDX-License-Identifier: MIT */
/*
 * SQLite runs out of memory at every allocation, once and for good: the command says so or
 * succeeds, nothing is half done, and the transaction is rolled back although there is no memory to
 * prepare a ROLLBACK. Memory of our own ends the process (base/memory.h), which test_kill.c covers.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../store/support.h"

enum { POINTS_MAX = 60 / SUPPORT_FEWER }; /* more allocations are tried at even distances */

struct supply {
	sqlite3_mem_methods real;
	int count; /* allocations since it was armed */
	int fail_at; /* from 1; 0: never */
	bool sticky;
};

/* The one variable of the tests: SQLite hands its allocator nothing to know them by. */
static struct supply supply;

static bool
runs_out(void)
{
	supply.count++;
	return supply.fail_at > 0 &&
	       (supply.count == supply.fail_at || (supply.sticky && supply.count > supply.fail_at));
}

static void *
supply_malloc(int size)
{
	return runs_out() ? NULL : supply.real.xMalloc(size);
}

static void *
supply_realloc(void *old, int size)
{
	return runs_out() ? NULL : supply.real.xRealloc(old, size);
}

static void
arm(int fail_at, bool sticky)
{
	supply.count = 0;
	supply.fail_at = fail_at;
	supply.sticky = sticky;
}

static int
set_up_group(void **state)
{
	sqlite3_mem_methods methods;

	(void)state;
	sqlite3_shutdown();
	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &supply.real);
	methods = supply.real;
	methods.xMalloc = supply_malloc;
	methods.xRealloc = supply_realloc;
	sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
	/* Without its own pools each need is one allocation. */
	sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
	return sqlite3_initialize() != SQLITE_OK;
}

struct place {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH], copy[SUPPORT_PATH];
	unsigned char *before;
	size_t size;
	uint64_t old, new;
	int refused;
};

/* A command on a file that is open already, but for opening itself. */
typedef enum status command(const struct place *place, struct store *store, struct error *error);

static enum status
open_again(const struct place *place, struct store *store, struct error *error)
{
	struct store_options options = { .who = "tester" };
	struct store *another = NULL;
	enum status status = store_open(place->file, &options, &another, error);

	(void)store;
	store_close(another);
	return status;
}

static enum status
write_some(struct store *store, struct error *error)
{
	struct arena arena = { 0 };
	struct record record, before;
	const struct type *type = type_find("stakeholder");
	enum status status = STATUS_OK;

	for (int i = 0; i < 5 && status == STATUS_OK; i++) {
		support_fill(&record, type, i, &arena);
		record.id = i + 1;
		status = store_insert(store, &record, error);
	}
	before = record;
	record.values[type_field_index(type, "name")] = value_text("changed");
	if (status == STATUS_OK)
		status = store_update(store, &before, &record, error);
	if (status == STATUS_OK)
		status = store_delete(store, type, 2, error);
	arena_clear(&arena);
	return status;
}

static enum status
change(const struct place *place, struct store *store, struct error *error)
{
	enum status status = store_begin(store, "add", error);

	(void)place;
	return status == STATUS_OK ? store_end(store, write_some(store, error), error) : status;
}

static enum status
undo(const struct place *place, struct store *store, struct error *error)
{
	struct arena arena = { 0 };
	struct step step;
	enum status status = history_undo(store, &arena, &step, error);

	(void)place;
	arena_clear(&arena);
	return status;
}

static enum status
back_up(const struct place *place, struct store *store, struct error *error)
{
	enum status status = store_backup(store, place->copy, error);

	assert_int_equal(support_exists(place->copy), status == STATUS_OK);
	return status;
}

static enum status
list(const struct place *place, struct store *store, struct error *error)
{
	struct query query = query_of("stakeholder");
	struct cursor *cursor;
	struct record record;
	enum status status;
	int count = 0;

	(void)place;
	query.order = 2;
	query_compare(&query, "name", COMPARE_CONTAINS, value_text("NAME"));
	cursor = cursor_open(store, &query, error);
	while (cursor_next(cursor, &record))
		count++;
	status = cursor_close(cursor);
	/* All of them or an error, never some. */
	assert_true(status != STATUS_OK || count == 20);
	return status;
}

/* Runs it on a connection of its own with memory failing there; the number of allocations in
 * *points. */
static enum status
run(const struct place *place, command *what, int point, bool sticky, int *points,
	struct error *error)
{
	struct store *store = support_open(place->file);
	enum status status;

	arm(point, sticky);
	status = what(place, store, error);
	*points = supply.count;
	arm(0, false);
	/* Nothing is left open, and the same connection sees what there is now that it has memory
	 * again. */
	assert_int_equal(sqlite3_get_autocommit(store->database), 1);
	if (point > 0)
		assert_true(support_hash(store) == (status == STATUS_OK ? place->new : place->old));
	store_close(store);
	return status;
}

static void
fail_once(struct place *place, command *what, int point, bool sticky)
{
	struct error error = { 0 };
	int points;
	enum status status = run(place, what, point, sticky, &points, &error);
	struct store *store = support_open(place->file);

	assert_true(support_hash(store) == (status == STATUS_OK ? place->new : place->old));
	support_assert_whole(store);
	store_close(store);
	unlink(place->copy);
	if (status == STATUS_OK) {
		support_write(place->file, place->before, place->size);
		return;
	}
	place->refused++;
	assert_int_equal(status, STATUS_FAILED);
	if (!strstr(error.message, "memory"))
		fail_msg("allocation %d%s: \"%s\"", point, sticky ? " and on" : "", error.message);
}

static void
fail_everywhere(command *what)
{
	struct place place = { .refused = 0 };
	struct error error = { 0 };
	struct store *store;
	int points = 0, distance;

	support_folder(place.folder);
	support_path(place.copy, place.folder, "copy");
	support_make(support_path(place.file, place.folder, "p.rollout"), 20);
	place.before = support_read(place.file, &place.size);
	store = support_open(place.file);
	place.old = support_hash(store);
	store_close(store);
	assert_int_equal(run(&place, what, 0, false, &points, &error), STATUS_OK);
	store = support_open(place.file);
	place.new = support_hash(store);
	store_close(store);
	support_write(place.file, place.before, place.size);
	unlink(place.copy);
	distance = 1 + points / POINTS_MAX;
	for (int point = 1; point <= points; point += distance) {
		fail_once(&place, what, point, false);
		fail_once(&place, what, point, true);
	}
	print_message("%d allocations, %d refused\n", points, place.refused);
	assert_true(place.refused > 10);
	free(place.before);
	support_remove(place.folder);
}

static void
opening(void **state)
{
	(void)state;
	fail_everywhere(open_again);
}

static void
changing(void **state)
{
	(void)state;
	fail_everywhere(change);
}

static void
undoing(void **state)
{
	(void)state;
	fail_everywhere(undo);
}

static void
backing_up(void **state)
{
	(void)state;
	fail_everywhere(back_up);
}

static void
listing(void **state)
{
	(void)state;
	fail_everywhere(list);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(opening),
		cmocka_unit_test(changing),
		cmocka_unit_test(undoing),
		cmocka_unit_test(backing_up),
		cmocka_unit_test(listing),
	};

	return cmocka_run_group_tests_name("memory", tests, set_up_group, NULL);
}
