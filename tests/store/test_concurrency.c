/* SPDX-License-Identifier: MIT */
/*
 * Several processes on one file: no change is lost, nobody is told "locked", readers see whole
 * states, a backup made meanwhile is sound, and nobody takes a writer at work for one that died.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "support.h"

enum { WRITERS = 4, CHANGES = 250 };

struct place {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH];
};

static int
set_up(void **state)
{
	struct place *place = memory_new(1, sizeof *place);

	support_folder(place->folder);
	support_make(support_path(place->file, place->folder, "p.rollout"), 2);
	*state = place;
	return 0;
}

static int
tear_down(void **state)
{
	struct place *place = *state;

	support_remove(place->folder);
	free(place);
	return 0;
}

static void
fail_child(const char *what, const struct error *error)
{
	fprintf(stderr, "%s: %s\n", what, error->message);
	_exit(1);
}

/* In a child nothing of cmocka may run: it reports by its exit. */
static struct store *
open_child(const char *path)
{
	struct store_options options = { .who = "child", .wait_ms = 60000 };
	struct store *store = NULL;
	struct error error = { 0 };

	if (store_open(path, &options, &store, &error) != STATUS_OK)
		fail_child("open", &error);
	return store;
}

static pid_t
start(void (*what)(const char *path, int number), const char *path, int number)
{
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		what(path, number);
		_exit(0);
	}
	return child;
}

static void
finish(pid_t child)
{
	int status = 0;

	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

/* Adds people one by one; every fourth time raises a number that all of them raise. */
static void
write_much(const char *path, int number)
{
	struct store *store = open_child(path);
	const struct type *type = type_find("stakeholder");
	int changed = type_field_index(type, "cadence_days");
	struct arena arena = { 0 };
	struct error error = { 0 };

	for (int i = 0; i < CHANGES; i++) {
		struct record record, before, now;
		enum status status = store_begin(store, "add and raise", &error);

		if (status != STATUS_OK)
			fail_child("begin", &error);
		support_fill(&record, type, number * CHANGES + i, &arena);
		record.values[0] = value_text(arena_format(&arena, "w%d-%d", number, i));
		status = store_insert(store, &record, &error);
		if (status == STATUS_OK && i % 4 == 1) {
			status = store_get(store, type, 1, &arena, &before, &error);
			now = before;
			now.values[changed].integer++;
			if (status == STATUS_OK)
				status = store_update(store, &before, &now, &error);
		}
		if (store_end(store, status, &error) != STATUS_OK)
			fail_child("end", &error);
		arena_reset(&arena);
	}
	arena_clear(&arena);
	store_close(store);
}

/* Both halves of a writer's step must be seen together, and in one view nothing moves. */
static void
read_much(const char *path, int number)
{
	struct error error = { 0 };

	for (int i = 0; i < 40; i++) {
		struct store *store = open_child(path);
		int64_t people, steps, raised, again;

		if (strstr(store_notices(store), "was not closed properly")) {
			fprintf(stderr, "reader %d took a writer at work for a dead one\n", number);
			_exit(1);
		}
		if (store_begin_read(store, &error) != STATUS_OK)
			fail_child("begin read", &error);
		people = support_number(
			store, "SELECT count(*) FROM stakeholder WHERE key LIKE 'w%'");
		steps = support_number(
			store, "SELECT count(*) FROM step WHERE label = 'add and raise'");
		raised = support_number(store, "SELECT count(*) FROM stakeholder WHERE key LIKE "
					       "'w%' AND CAST(substr(key, 4) AS INTEGER) % 4 = 1");
		again = support_number(
			store, "SELECT cadence_days - 1 FROM stakeholder WHERE id = 1");
		if (people != steps || raised != again) {
			fprintf(stderr, "%lld people, %lld steps, %lld raised, %lld counted\n",
				(long long)people, (long long)steps, (long long)raised,
				(long long)again);
			_exit(1);
		}
		nanosleep(&(struct timespec){ .tv_nsec = 3000000 }, NULL);
		if (support_number(store, "SELECT count(*) FROM stakeholder WHERE key LIKE 'w%'") !=
			people)
			_exit(1);
		store_end_read(store);
		store_close(store);
		nanosleep(&(struct timespec){ .tv_nsec = 20000000 }, NULL);
	}
}

static void
copy_much(const char *path, int number)
{
	struct error error = { 0 };
	char copy[SUPPORT_PATH + 32];

	(void)number;
	for (int i = 0; i < 8; i++) {
		struct store *store = open_child(path);

		snprintf(copy, sizeof copy, "%s.copy%d", path, i);
		if (store_backup(store, copy, &error) != STATUS_OK)
			fail_child("backup", &error);
		store_close(store);
		nanosleep(&(struct timespec){ .tv_nsec = 150000000 }, NULL);
	}
}

static void
nothing_is_lost(void **state)
{
	struct place *place = *state;
	pid_t children[WRITERS + 2];
	struct store *store;
	char copy[SUPPORT_PATH + 32];

	support_tamper(place->file, "UPDATE stakeholder SET id = 1, cadence_days = 1 WHERE id = "
				    "(SELECT min(id) FROM stakeholder); "
				    "UPDATE change SET record = 1, last = 1");
	for (int i = 0; i < WRITERS; i++)
		children[i] = start(write_much, place->file, i);
	children[WRITERS] = start(read_much, place->file, 0);
	children[WRITERS + 1] = start(copy_much, place->file, 0);
	for (int i = 0; i < WRITERS + 2; i++)
		finish(children[i]);
	store = support_open(place->file);
	assert_string_equal(store_notices(store), "");
	assert_int_equal(
		support_number(store, "SELECT count(*) FROM stakeholder"), 2 + WRITERS * CHANGES);
	assert_int_equal(
		support_number(store, "SELECT count(*) FROM step WHERE label = 'add and raise'"),
		WRITERS * CHANGES);
	assert_int_equal(support_number(store, "SELECT cadence_days FROM stakeholder WHERE id = 1"),
		1 + WRITERS * 63);
	support_assert_whole(store);
	store_close(store);
	for (int i = 0; i < 8; i++) {
		struct error error = { 0 };
		struct arena arena = { 0 };
		struct damage damage = { 0 };

		snprintf(copy, sizeof copy, "%s.copy%d", place->file, i);
		store = support_open(copy);
		assert_int_equal(store_verify(store, &arena, &damage, &error), STATUS_OK);
		assert_int_equal(damage.faults, 0);
		arena_clear(&arena);
		assert_int_equal(support_number(store,
					 "SELECT count(*) FROM stakeholder WHERE key LIKE 'w%'"),
			support_number(
				store, "SELECT count(*) FROM step WHERE label = 'add and raise'"));
		store_close(store);
	}
}

/* A record that 4 processes undo and add in turn: each undo takes the newest step, whoever made it.
 */
static void
undo_much(const char *path, int number)
{
	struct store *store = open_child(path);
	struct arena arena = { 0 };
	struct error error = { 0 };
	struct step step;

	for (int i = 0; i < 60; i++) {
		enum status status;

		if (i % 3 < 2) {
			struct record record;

			support_fill(&record, type_find("stakeholder"), number * 1000 + i, &arena);
			status = store_begin(store, "add", &error);
			if (status == STATUS_OK)
				status = store_end(
					store, store_insert(store, &record, &error), &error);
		} else
			status = history_undo(store, &arena, &step, &error);
		if (status != STATUS_OK)
			fail_child("undo", &error);
		arena_reset(&arena);
	}
	arena_clear(&arena);
	store_close(store);
}

static void
undo_is_shared(void **state)
{
	struct place *place = *state;
	pid_t children[WRITERS];
	struct store *store;

	for (int i = 0; i < WRITERS; i++)
		children[i] = start(undo_much, place->file, i);
	for (int i = 0; i < WRITERS; i++)
		finish(children[i]);
	store = support_open(place->file);
	assert_int_equal(
		support_number(store, "SELECT count(*) FROM stakeholder"), 2 + WRITERS * 20);
	support_assert_whole(store);
	store_close(store);
}

static void
note_wait(void *context)
{
	++*(int *)context;
}

/* A process that keeps the lock: waited for, told about once, given up on, and nothing changed. */
static void
gives_up_on_a_lock_that_stays(void **state)
{
	struct place *place = *state;
	int waits = 0;
	struct store_options options = {
		.who = "tester", .wait_ms = 1500, .on_wait = note_wait, .context = &waits
	};
	struct store *keeper = support_open(place->file), *store = NULL;
	struct error error = { 0 };
	struct timespec before, after;

	assert_int_equal(store_open(place->file, &options, &store, &error), STATUS_OK);
	assert_int_equal(store_begin(keeper, "keeping", &error), STATUS_OK);
	clock_gettime(CLOCK_MONOTONIC, &before);
	assert_int_equal(store_begin(store, "waiting", &error), STATUS_CONFLICT);
	clock_gettime(CLOCK_MONOTONIC, &after);
	assert_int_equal(waits, 1);
	assert_true(after.tv_sec - before.tv_sec <= 3);
	assert_non_null(strstr(error.message, "is being written by another process"));
	assert_null(strstr(error.message, "locked"));
	/* Reading goes on. */
	assert_int_equal(support_number(store, "SELECT count(*) FROM stakeholder"), 2);
	assert_int_equal(store_end(keeper, STATUS_OK, &error), STATUS_OK);
	assert_int_equal(store_begin(store, "free", &error), STATUS_OK);
	assert_int_equal(store_end(store, STATUS_OK, &error), STATUS_OK);
	store_close(keeper);
	store_close(store);
}

/* A reader that does not finish holds up the end of a change, not for ever, and the change is not
 * made. */
static void
gives_up_on_a_reader_that_stays(void **state)
{
	struct place *place = *state;
	struct store_options options = { .who = "tester", .wait_ms = 300 };
	struct store *reader = support_open(place->file), *store = NULL;
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct record record;

	assert_int_equal(store_open(place->file, &options, &store, &error), STATUS_OK);
	assert_int_equal(store_begin_read(reader, &error), STATUS_OK);
	assert_int_equal(support_number(reader, "SELECT count(*) FROM stakeholder"), 2);
	assert_int_equal(store_begin(store, "x", &error), STATUS_OK);
	support_fill(&record, type_find("stakeholder"), 1, &arena);
	assert_int_equal(store_insert(store, &record, &error), STATUS_OK);
	assert_int_equal(store_end(store, STATUS_OK, &error), STATUS_CONFLICT);
	store_end_read(reader);
	assert_int_equal(support_number(reader, "SELECT count(*) FROM stakeholder"), 2);
	support_add_people(store, 1, false);
	assert_int_equal(support_number(reader, "SELECT count(*) FROM stakeholder"), 3);
	store_close(reader);
	store_close(store);
	arena_clear(&arena);
}

#define SHARING(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		SHARING(nothing_is_lost),
		SHARING(undo_is_shared),
		SHARING(gives_up_on_a_lock_that_stays),
		SHARING(gives_up_on_a_reader_that_stays),
	};

	return cmocka_run_group_tests_name("concurrency", tests, NULL, NULL);
}
