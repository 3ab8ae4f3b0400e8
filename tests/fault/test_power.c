/* SPDX-License-Identifier: MIT */
/*
 * A power loss at every operation of a change: the file is the old or the new one, whole. The
 * control switches the syncing off and must show damage, or this test could not see any.
 *
 * With synchronous=FULL the folder is not synced behind the deletion of the journal, so that right
 * after the end of a change the old file may come back: that counts as old here.
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

enum { CRASHES = 16 + 144 / SUPPORT_FEWER, AT_THE_END = 16 };

struct crash_test {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH];
	unsigned char *before;
	size_t size;
	uint64_t old, new;
	int bad, olds, news;
};

static void
change(struct store *store)
{
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct record record, before, now;
	const struct type *type = type_find("stakeholder");
	int64_t first = support_number(store, "SELECT min(id) FROM stakeholder");

	assert_int_equal(store_begin(store, "change much", &error), STATUS_OK);
	for (int i = 0; i < 60; i++) {
		support_fill(&record, type, i, &arena);
		assert_int_equal(store_insert(store, &record, &error), STATUS_OK);
	}
	for (int i = 0; i < 20; i++) {
		assert_int_equal(
			store_get(store, type, first + i * 4, &arena, &before, &error), STATUS_OK);
		now = before;
		now.values[type_field_index(type, "name")] = value_text("changed");
		assert_int_equal(store_update(store, &before, &now, &error), STATUS_OK);
		assert_int_equal(store_delete(store, type, first + i * 4 + 1, &error), STATUS_OK);
	}
	assert_int_equal(store_end(store, STATUS_OK, &error), STATUS_OK);
	arena_clear(&arena);
}

static void
undo(struct store *store)
{
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct step step;

	assert_int_equal(history_undo(store, &arena, &step, &error), STATUS_OK);
	arena_clear(&arena);
}

/* What a user would find after switching the machine on again. */
static void
judge(struct crash_test *test)
{
	struct store_options options = { .who = "tester" };
	struct store *store = NULL;
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct damage damage = { 0 };
	uint64_t hash;

	if (store_open(test->file, &options, &store, &error) != STATUS_OK) {
		test->bad++;
		return;
	}
	hash = support_hash(store);
	if (store_verify(store, &arena, &damage, &error) != STATUS_OK || damage.faults > 0 ||
		(hash != test->old && hash != test->new))
		test->bad++;
	else if (hash == test->old)
		test->olds++;
	else
		test->news++;
	arena_clear(&arena);
	store_close(store);
}

/* Records the change made with these settings, then crashes it everywhere. */
static void
crash_everywhere(struct crash_test *test, const char *settings, void (*what)(struct store *store))
{
	struct shim *shim;
	struct store *store;
	uint64_t seed = 1160;
	struct error error = { 0 };

	support_folder(test->folder);
	support_make(support_path(test->file, test->folder, "p.rollout"), 200);
	test->before = support_read(test->file, &test->size);
	shim = shim_new();
	store = support_open(test->file);
	assert_int_equal(database_execute(store, settings, "", &error), STATUS_OK);
	test->old = support_hash(store);
	shim_record(shim, true);
	what(store);
	shim_record(shim, false);
	test->new = support_hash(store);
	store_close(store);
	assert_true(shim->event_count > 20);
	assert_true(test->old != test->new);
	for (size_t i = 0; i < CRASHES; i++) {
		size_t count = i < CRASHES - AT_THE_END
				       ? i * shim->event_count / (CRASHES - AT_THE_END)
				       : shim->event_count;

		shim_lose_power(shim, count, &seed, test->before, test->size, test->file);
		judge(test);
	}
	shim_free(shim);
	free(test->before);
	support_remove(test->folder);
	print_message("%d old, %d new, %d bad\n", test->olds, test->news, test->bad);
}

static void
expect_old_or_new(const char *settings, void (*what)(struct store *store))
{
	struct crash_test test = { .bad = 0 };

	crash_everywhere(&test, settings, what);
	assert_int_equal(test.bad, 0);
	assert_true(test.olds > 0);
	assert_true(test.news > 0);
}

static void
a_change_survives_power_loss(void **state)
{
	(void)state;
	expect_old_or_new("PRAGMA cache_spill", change);
}

/* Pages go to the file before the end, as in a large import. */
static void
a_change_that_spills_survives_power_loss(void **state)
{
	(void)state;
	expect_old_or_new("PRAGMA cache_size=10; PRAGMA cache_spill=1", change);
}

static void
an_undo_survives_power_loss(void **state)
{
	(void)state;
	expect_old_or_new("PRAGMA cache_size=10; PRAGMA cache_spill=1", undo);
}

static void
without_syncing_the_damage_shows(void **state)
{
	struct crash_test test = { .bad = 0 };

	(void)state;
	crash_everywhere(&test,
		"PRAGMA synchronous=OFF; PRAGMA cache_size=10; PRAGMA cache_spill=1", change);
	assert_true(test.bad > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_change_survives_power_loss),
		cmocka_unit_test(a_change_that_spills_survives_power_loss),
		cmocka_unit_test(an_undo_survives_power_loss),
		cmocka_unit_test(without_syncing_the_damage_shows),
	};

	return cmocka_run_group_tests_name("power", tests, NULL, NULL);
}
