/* SPDX-License-Identifier: MIT */
/*
 * Three authors who do and turn whatever chance likes, with fixed seeds: what is refused changes
 * nothing, what is turned can be turned back at once, and the way to the start leads to the start.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "office.h"

/* Any record of the people; 0: none. */
static int64_t
choose(struct office *office, uint64_t *seed)
{
	char sql[128];
	int64_t count = support_number(office->stores[ALICE], "SELECT count(*) FROM stakeholder");

	if (count == 0)
		return 0;
	snprintf(sql, sizeof sql, "SELECT id FROM stakeholder ORDER BY id LIMIT 1 OFFSET %d",
		support_below(seed, (int)count));
	return support_number(office->stores[ALICE], sql);
}

static void
do_anything(struct office *office, uint64_t *seed)
{
	static const char *const fields[] = { "email", "job_title", "organisation" };
	int who = support_below(seed, AUTHORS);
	int64_t id = choose(office, seed), other = choose(office, seed);
	struct store *store = office->stores[who];
	char text[32];

	snprintf(text, sizeof text, "x%d", support_below(seed, 1000));
	switch (support_below(seed, 5)) {
	case 0:
		office_add_person(office, who, NULL, arena_format(&office->arena, "%s", text));
		break;
	case 1:
		if (id)
			office_set(
				office, who, id, fields[support_below(seed, 3)], value_text(text));
		break;
	case 2:
		if (id && other)
			office_set(office, who, id, "owner", value_integer(other));
		break;
	case 3: {
		/* Keys go from one to the other; refused while somebody has it. */
		const char *key = arena_format(&office->arena, "k%d", support_below(seed, 4));
		enum status status = STATUS_OK;

		if (id)
			status = office_change(office, who, "set key", office->people, id, "key",
				support_below(seed, 2) ? value_text(key) : value_none());
		assert_true(status == STATUS_OK || status == STATUS_CONFLICT);
		break;
	}
	case 4:
		/* Refused where somebody refers to it. */
		if (id && store_begin(store, "remove", &office->error) == STATUS_OK) {
			enum status status =
				store_delete(store, office->people, id, &office->error);

			status = store_end(store, status, &office->error);
			assert_true(status == STATUS_OK || status == STATUS_INVALID);
		}
		break;
	}
}

/* Turns something: what it refuses leaves all as it is, what it does can be done back. */
static void
turn_anything(struct office *office, uint64_t *seed, int *turned, int *refused)
{
	int who = support_below(seed, AUTHORS), what = support_below(seed, 3);
	struct store *store = office->stores[who];
	uint64_t before = office_hash(office);
	char sql[128];
	int64_t id;
	bool back = support_below(seed, 2) == 0;
	enum status status;

	if (what == 0)
		status = back ? office_undo(office, who) : office_redo(office, who);
	else {
		snprintf(sql, sizeof sql,
			"SELECT id FROM step WHERE state = %d ORDER BY id DESC LIMIT 1 OFFSET %d",
			back ? 0 : 1, support_below(seed, 12));
		id = support_number(store, sql);
		status = history_turn(
			store, back, id, &office->arena, &office->step, &office->error);
	}
	if (status != STATUS_OK) {
		assert_true(status == STATUS_NOT_FOUND || status == STATUS_CONFLICT);
		assert_true(office_hash(office) == before);
		++*refused;
		return;
	}
	++*turned;
	if (support_below(seed, 3) != 0)
		return;
	id = office->step.id;
	assert_int_equal(
		history_turn(store, !back, id, &office->arena, &office->step, &office->error),
		STATUS_OK);
	assert_true(office_hash(office) == before);
}

static void
any_mix_of_three_comes_back_to_the_start(void **state)
{
	struct office *office = *state;
	struct store *store = office->stores[ALICE];
	int64_t origin = support_number(store, "SELECT min(id) FROM step");
	uint64_t empty = office_hash(office);
	int turned = 0, refused = 0;

	for (int i = 0; i < AUTHORS; i++)
		sqlite3_exec(
			office->stores[i]->database, "PRAGMA synchronous=OFF", NULL, NULL, NULL);
	for (uint64_t round = 1; round <= 24 / SUPPORT_FEWER; round++) {
		uint64_t seed = round * 7919;
		int64_t moved;

		for (int i = 0; i < 80; i++)
			if (support_below(&seed, 2) == 0)
				do_anything(office, &seed);
			else
				turn_anything(office, &seed, &turned, &refused);
		support_assert_whole(store);
		if (history_go_to(store, origin, INT64_MAX, &moved, &office->error) != STATUS_OK)
			fail_msg("round %d: %s", (int)round, office->error.message);
		if (office_hash(office) != empty)
			fail_msg("round %d does not come back", (int)round);
		arena_reset(&office->arena);
	}
	assert_true(turned > 100 / SUPPORT_FEWER);
	assert_true(refused > 100 / SUPPORT_FEWER);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			any_mix_of_three_comes_back_to_the_start, office_set_up, office_tear_down),
	};

	return cmocka_run_group_tests_name("authors_mixed", tests, NULL, NULL);
}
