/* SPDX-License-Identifier: MIT */
/* What stands behind a shut gate, by hand and against walking back from each item. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "rollout/rules/gate.h"

enum { ITEMS = 20, LINKS = 40, GRAPHS = 2000 };

static void
by_hand(void **state)
{
	struct schedule_item items[6] = { 0 };
	const struct schedule_link links[] = { { 0, 1, 0 }, { 1, 2, 0 }, { 3, 2, 0 }, { 2, 4, 0 },
		{ 4, 3, 0 } };
	const bool shut[6] = { true, false, false, true };
	int32_t gates[6];

	(void)state;
	assert_false(gate_find(items, 6, links, 5, shut, gates));
	assert_true(gate_find(items, 6, links, 4, shut, gates));
	assert_int_equal(gates[0], NO_GATE);
	assert_int_equal(gates[1], 0);
	/* The one right before it, not the one far off. */
	assert_int_equal(gates[2], 3);
	assert_true(gates[4] == 3 || gates[4] == 0);
	assert_int_equal(gates[5], NO_GATE);
	items[3].dropped = true;
	assert_true(gate_find(items, 6, links, 4, shut, gates));
	assert_int_equal(gates[2], 0);
}

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 8;
}

/* Whether a shut item stands somewhere before it. */
static bool
is_behind(int item, const struct schedule_link *links, size_t count, const bool *shut)
{
	for (size_t i = 0; i < count; i++)
		if (links[i].to == item &&
			(shut[links[i].from] || is_behind(links[i].from, links, count, shut)))
			return true;
	return false;
}

static void
random_graphs(void **state)
{
	unsigned seed = 20261128;
	int found = 0;

	(void)state;
	for (int graph = 0; graph < GRAPHS; graph++) {
		struct schedule_item items[ITEMS] = { 0 };
		struct schedule_link links[LINKS];
		bool shut[ITEMS];
		int32_t gates[ITEMS];

		for (int i = 0; i < ITEMS; i++)
			shut[i] = next_random(&seed) % 6 == 0;
		for (int i = 0; i < LINKS; i++) {
			int to = 1 + (int)(next_random(&seed) % (ITEMS - 1));

			links[i] = (struct schedule_link){
				(int32_t)(next_random(&seed) % (unsigned)to), to, 0
			};
		}
		assert_true(gate_find(items, ITEMS, links, LINKS, shut, gates));
		for (int i = 0; i < ITEMS; i++) {
			assert_int_equal(gates[i] != NO_GATE, is_behind(i, links, LINKS, shut));
			assert_true(gates[i] == NO_GATE || shut[gates[i]]);
			found += gates[i] != NO_GATE ? 1 : 0;
		}
	}
	assert_true(found > GRAPHS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(by_hand),
		cmocka_unit_test(random_graphs),
	};

	return cmocka_run_group_tests_name("gate", tests, NULL, NULL);
}
