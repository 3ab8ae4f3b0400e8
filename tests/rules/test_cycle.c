/* SPDX-License-Identifier: MIT */
/* Circles: the smallest, a long one, none in a large graph without, and one hidden in a large
 * graph. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "rollout/rules/cycle.h"

static void
itself_is_a_circle(void **state)
{
	struct link links[] = { { 7, 7 } };
	int64_t cycle[4];
	size_t length;

	(void)state;
	assert_true(cycle_find(links, 1, cycle, 4, &length));
	assert_int_equal(length, 1);
	assert_int_equal(cycle[0], 7);
}

static void
three_are_named_in_order(void **state)
{
	struct link links[] = { { 1, 2 }, { 2, 3 }, { 3, 1 }, { 0, 1 }, { 3, 9 } };
	int64_t cycle[4];
	size_t length;

	(void)state;
	assert_true(cycle_find(links, 5, cycle, 4, &length));
	assert_int_equal(length, 3);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(cycle[i] % 3 + 1, cycle[(i + 1) % 3]);
}

static void
ten_thousand_are_found_without_recursion(void **state)
{
	enum { COUNT = 10000 };
	struct link *links = calloc(COUNT, sizeof *links);
	int64_t cycle[8];
	size_t length;

	(void)state;
	for (int i = 0; i < COUNT; i++)
		links[i] = (struct link){ i + 1, (i + 1) % COUNT + 1 };
	assert_true(cycle_find(links, COUNT, cycle, 8, &length));
	assert_int_equal(length, COUNT);
	/* Without its last link it is a chain. */
	for (int i = 0; i < COUNT; i++)
		links[i] = (struct link){ i + 1, i + 2 };
	assert_false(cycle_find(links, COUNT, cycle, 8, &length));
	free(links);
}

static void
forward_links_never_make_one_and_a_back_link_does(void **state)
{
	enum { NODES = 500, COUNT = 5000 };
	struct link links[COUNT + 1];
	int64_t cycle[NODES];
	size_t length;
	unsigned seed = 42;

	(void)state;
	for (int i = 0; i < COUNT; i++) {
		int64_t a, b;

		seed = seed * 1103515245u + 12345u;
		a = seed / 65536 % NODES;
		seed = seed * 1103515245u + 12345u;
		b = seed / 65536 % NODES;
		links[i] = a < b ? (struct link){ a, b } : (struct link){ b, a + 1 };
	}
	assert_false(cycle_find(links, COUNT, cycle, NODES, &length));
	/* From the end of the first link back to its start. */
	links[COUNT] = (struct link){ links[0].to, links[0].from };
	assert_true(cycle_find(links, COUNT + 1, cycle, NODES, &length));
	assert_true(length >= 2 && length <= NODES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(itself_is_a_circle),
		cmocka_unit_test(three_are_named_in_order),
		cmocka_unit_test(ten_thousand_are_found_without_recursion),
		cmocka_unit_test(forward_links_never_make_one_and_a_back_link_does),
	};

	return cmocka_run_group_tests_name("cycle", tests, NULL, NULL);
}
