/* SPDX-License-Identifier: MIT */
/*
 * Every operation on the disk fails once, and once for good, in every command of the store: what it
 * answers and what the file holds agree, and the file is whole.
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

#include "shim.h"
#include "programme/document/document.h"

enum {
	PEOPLE_THERE = 60,
	PEOPLE = 40, /* added */
	POINTS_MAX = 40 / SUPPORT_FEWER, /* more points are tried at even distances */
};

struct place {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH], copy[SUPPORT_PATH];
	struct shim *shim;
	unsigned char *before;
	size_t size;
	uint64_t old, new;
	int refused, done;
};

static enum status
try_opening(const struct place *place, struct store **store)
{
	struct store_options options = { .who = "tester" };
	struct error error = { 0 };
	enum status status = store_open(place->file, &options, store, &error);

	assert_true(status == STATUS_OK || error.message[0] != '\0');
	return status;
}

static enum status
open_only(const struct place *place)
{
	struct store *store = NULL;
	enum status status = try_opening(place, &store);

	store_close(store);
	return status;
}

static enum status
change(const struct place *place)
{
	struct store *store = NULL;
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct record record;
	enum status status = try_opening(place, &store);

	if (status == STATUS_OK)
		status = database_execute(
			store, "PRAGMA cache_size=10; PRAGMA cache_spill=1", "", &error);
	if (status == STATUS_OK)
		status = store_begin(store, "add", &error);
	if (status == STATUS_OK) {
		for (int i = 0; i < PEOPLE && status == STATUS_OK; i++) {
			support_fill(&record, type_find("stakeholder"), i, &arena);
			record.id = i + 1;
			status = store_insert(store, &record, &error);
		}
		status = store_end(store, status, &error);
		/* Nothing is left open, whatever happened. */
		assert_int_equal(sqlite3_get_autocommit(store->database), 1);
	}
	arena_clear(&arena);
	store_close(store);
	return status;
}

/* All people, or an error with words to it; never some of them. */
static enum status
list(const struct place *place)
{
	const struct programme_options options = { .who = "tester" };
	struct programme *programme = NULL;
	struct error error = { 0 };
	struct rows rows;
	struct record record;
	int count = 0;
	enum status status = programme_open(place->file, &options, &programme, &error);

	if (status == STATUS_OK) {
		rows = rows_open(programme, NULL, &error);
		rows_of(&rows, "stakeholder", "name");
		while (rows_next(&rows, &record))
			count++;
		status = rows_close(&rows);
		assert_true(status != STATUS_OK || count == PEOPLE_THERE);
		assert_int_equal(sqlite3_get_autocommit(programme->store->database), 1);
	}
	assert_true(status == STATUS_OK || error.message[0] != '\0');
	programme_close(programme);
	return status;
}

static enum status
undo(const struct place *place)
{
	struct store *store = NULL;
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct step step;
	enum status status = try_opening(place, &store);

	if (status == STATUS_OK) {
		status = history_undo(store, &arena, &step, &error);
		assert_int_equal(sqlite3_get_autocommit(store->database), 1);
	}
	arena_clear(&arena);
	store_close(store);
	return status;
}

static enum status
back_up(const struct place *place)
{
	struct store *store = NULL;
	struct error error = { 0 };
	enum status status = try_opening(place, &store);

	if (status == STATUS_OK)
		status = store_backup(store, place->copy, &error);
	store_close(store);
	assert_int_equal(support_exists(place->copy), status == STATUS_OK);
	return status;
}

static enum status
create(const struct place *place)
{
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };
	enum status status = store_create(place->copy, "new", &options, &store, &error);

	if (status == STATUS_OK)
		status = store_end(store, STATUS_OK, &error);
	store_close(store);
	assert_int_equal(support_exists(place->copy), status == STATUS_OK);
	return status;
}

static void
expect_whole(const char *path, uint64_t content)
{
	struct store *store = support_open(path);

	assert_true(support_hash(store) == content);
	support_assert_whole(store);
	store_close(store);
}

/* One fault; then, on a disk that works again, what the file holds. */
static void
fail_once(struct place *place, enum status (*what)(const struct place *place),
	enum shim_fault fault, int point, bool sticky)
{
	enum status status;
	char journal[SUPPORT_PATH + 16];

	shim_arm(place->shim, fault, point, sticky);
	status = what(place);
	shim_arm(place->shim, fault, 0, false);
	expect_whole(place->file, status == STATUS_OK ? place->new : place->old);
	if (support_exists(place->copy)) {
		support_expect(place->copy, STATUS_OK, NULL);
		unlink(place->copy);
	}
	snprintf(journal, sizeof journal, "%s-journal", place->file);
	assert_false(support_exists(journal));
	snprintf(journal, sizeof journal, "%s-journal", place->copy);
	unlink(journal);
	if (status == STATUS_OK) {
		place->done++;
		support_write(place->file, place->before, place->size);
	} else
		place->refused++;
}

static void fail_everywhere(enum status (*what)(const struct place *place))
{
	struct place place = { .refused = 0 };
	static const enum shim_fault faults[] = { SHIM_IOERR, SHIM_FULL, SHIM_SHORT };
	struct store *store;

	support_folder(place.folder);
	support_path(place.copy, place.folder, "copy");
	support_make(support_path(place.file, place.folder, "p.rollout"), PEOPLE_THERE);
	place.before = support_read(place.file, &place.size);
	place.shim = shim_new();
	store = support_open(place.file);
	place.old = support_hash(store);
	store_close(store);
	for (size_t f = 0; f < sizeof faults / sizeof *faults; f++) {
		int points, step;

		shim_arm(place.shim, faults[f], 0, false);
		assert_int_equal(what(&place), STATUS_OK);
		points = place.shim->count;
		step = 1 + points / POINTS_MAX;
		store = support_open(place.file);
		place.new = support_hash(store);
		store_close(store);
		support_write(place.file, place.before, place.size);
		unlink(place.copy);
		for (int point = 1; point <= points; point += step) {
			fail_once(&place, what, faults[f], point, false);
			fail_once(&place, what, faults[f], point, true);
		}
	}
	print_message("%d refused, %d done in spite of it\n", place.refused, place.done);
	assert_true(place.refused > POINTS_MAX);
	shim_free(place.shim);
	free(place.before);
	support_remove(place.folder);
}

static void
opening(void **state)
{
	(void)state;
	fail_everywhere(open_only);
}

static void
changing(void **state)
{
	(void)state;
	fail_everywhere(change);
}

static void
listing(void **state)
{
	(void)state;
	fail_everywhere(list);
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
creating(void **state)
{
	(void)state;
	fail_everywhere(create);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(opening),
		cmocka_unit_test(changing),
		cmocka_unit_test(listing),
		cmocka_unit_test(undoing),
		cmocka_unit_test(backing_up),
		cmocka_unit_test(creating),
	};

	return cmocka_run_group_tests_name("io", tests, NULL, NULL);
}
