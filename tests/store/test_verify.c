/* SPDX-License-Identifier: MIT */
/* What verify finds in a file that opens: each kind of fault, by name, and nothing in a sound one.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "support.h"

struct place {
	char folder[SUPPORT_PATH], file[SUPPORT_PATH];
};

static int
set_up(void **state)
{
	struct place *place = memory_new(1, sizeof *place);
	struct store_options options = { .who = "tester", .state_folder = place->folder };
	struct store *store = NULL;
	struct error error = { 0 };

	support_folder(place->folder);
	support_make(support_path(place->file, place->folder, "p.rollout"), 10);
	/* Seen by this machine: later openings do not look at every page. */
	assert_int_equal(store_open(place->file, &options, &store, &error), STATUS_OK);
	store_close(store);
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

static bool
is_told(const struct damage *damage, const char *part)
{
	for (size_t i = 0; i < damage->count; i++)
		if (strstr(damage->lines[i], part))
			return true;
	return false;
}

/* Does the damage, and expects one line that holds part. */
static void
expect_found(const struct place *place, const char *sql, const char *part)
{
	struct store_options options = { .who = "tester", .state_folder = place->folder };
	struct store *store = NULL;
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct damage damage = { 0 };

	support_tamper(place->file, sql);
	if (store_open(place->file, &options, &store, &error) != STATUS_OK)
		fail_msg("%s", error.message);
	if (store_verify(store, &arena, &damage, &error) != STATUS_OK)
		fail_msg("%s", error.message);
	assert_int_equal(damage.faults, damage.count);
	assert_true(damage.faults > 0);
	for (size_t i = 0; i < damage.count; i++) {
		assert_null(strchr(damage.lines[i], '\n'));
		if (!is_told(&damage, part))
			print_error("%s\n", damage.lines[i]);
	}
	if (!is_told(&damage, part))
		fail_msg("\"%s\" is not among them", part);
	arena_clear(&arena);
	store_close(store);
}

static void
finds_nothing_in_a_sound_file(void **state)
{
	struct place *place = *state;
	struct store *store = support_open(place->file);
	struct arena arena = { 0 };
	struct step step;
	struct error error = { 0 };

	support_add_people(store, 30, true);
	assert_int_equal(history_undo(store, &arena, &step, &error), STATUS_OK);
	support_assert_whole(store);
	store_close(store);
	arena_clear(&arena);
}

static void
finds_each_kind_of_fault(void **state)
{
	struct place *place = *state;
	static const struct {
		const char *sql, *part;
	} cases[] = {
		{ "PRAGMA foreign_keys=OFF; UPDATE stakeholder SET owner = 12345, key = 'k' || id",
			"refers to a stakeholder that is not there" },
		{ "UPDATE stakeholder SET owner = NULL, name = CAST(x'41ff42' AS TEXT) WHERE id = "
		  "(SELECT min(id) FROM stakeholder)",
			"name holds" },
		{ "UPDATE stakeholder SET name = 'a' || char(27) || '[2J'", "name holds" },
		{ "UPDATE stakeholder SET name = 'a' || char(10) || 'b'", "name holds" },
		{ "UPDATE stakeholder SET name = 'good', status_on = '2026-02-30'",
			"status_on is not a day that exists" },
		{ "UPDATE stakeholder SET status_on = NULL; PRAGMA ignore_check_constraints=ON; "
		  "UPDATE stakeholder SET influence = 9",
			"CHECK constraint failed in stakeholder" },
		{ "UPDATE stakeholder SET influence = 1; INSERT INTO change (step, n, record, "
		  "last, type, kind) VALUES (1, 0, 1, 1, 'tip', 'insert')",
			"changes belong to no step" },
		{ "DELETE FROM change WHERE step = 1; UPDATE change SET last = record - 1",
			"changes make no sense" },
		{ "UPDATE change SET last = record; UPDATE step SET state = 1 WHERE state = 0",
			"steps are not as their last undo or redo says" },
		{ "UPDATE step SET state = 0 WHERE state = 1; INSERT INTO turn VALUES (1, "
		  "(SELECT max(id) FROM step), 1, '2026-11-22T09:00:00Z', 'x')",
			"1 steps are not as their last undo or redo says" },
		{ "UPDATE change SET last = record, type = 'nosuch'",
			"history: nosuch  is not in the dictionary" },
		{ "UPDATE change SET type = 'stakeholder'; PRAGMA writable_schema=ON; UPDATE "
		  "sqlite_schema SET rootpage = "
		  "(SELECT rootpage FROM sqlite_schema WHERE name = 'team_key') WHERE name = "
		  "'stakeholder_key'",
			"stakeholder_key" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_found(place, cases[i].sql, cases[i].part);
}

/* A page in the middle is overwritten: what can be read is still looked at, and every fault is a
 * line. */
static void
goes_on_behind_a_broken_page(void **state)
{
	struct place *place = *state;
	struct store_options options = { .who = "tester", .state_folder = place->folder };
	struct store *store = support_open(place->file);
	int64_t page = support_number(
		store, "SELECT rootpage FROM sqlite_schema WHERE name = 'stakeholder'");
	int64_t page_size = support_number(store, "PRAGMA page_size");
	struct error error = { 0 };
	struct arena arena = { 0 };
	struct damage damage = { 0 };
	size_t size;
	unsigned char *bytes;

	store_close(store);
	bytes = support_read(place->file, &size);
	memset(bytes + (page - 1) * page_size, 0x5a, 512);
	support_write(place->file, bytes, size);
	free(bytes);
	support_expect(place->file, STATUS_FAILED, "is damaged");
	assert_int_equal(store_open(place->file, &options, &store, &error), STATUS_OK);
	assert_int_equal(store_verify(store, &arena, &damage, &error), STATUS_OK);
	assert_true(damage.faults >= 2);
	assert_true(is_told(&damage, "the records of stakeholder cannot all be read"));
	arena_clear(&arena);
	store_close(store);
}

#define VERIFYING(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		VERIFYING(finds_nothing_in_a_sound_file),
		VERIFYING(finds_each_kind_of_fault),
		VERIFYING(goes_on_behind_a_broken_page),
	};

	return cmocka_run_group_tests_name("verify", tests, NULL, NULL);
}
