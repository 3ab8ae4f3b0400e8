/* SPDX-License-Identifier: MIT */
/* Who can help: scores worked out by hand, the order of ties, nobody twice, no longer than allowed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rollout/rules/paths.h"

enum { ADA, BEN, CAS, DEE, EVE, PEOPLE, MOST = 8 };

static const struct path_person people[PEOPLE] = {
	[ADA] = { "Ada", 4, true },
	[BEN] = { "Ben", 2, true },
	[CAS] = { "Cas", 5, false },
	[DEE] = { "Dee", 3, false },
	[EVE] = { "Eve", 0, true },
};

static void
assert_near(double value, double wanted)
{
	assert_true(value > wanted - 1e-9 && value < wanted + 1e-9);
}

static void
paths_are_scored_and_ordered(void **state)
{
	/* Ada → Cas → Dee, Ben → Dee, Ada → Dee; Eve, whose influence is not known, comes last. */
	static const struct path_link links[] = { { ADA, CAS, 3 }, { CAS, DEE, 2 }, { BEN, DEE, 3 },
		{ ADA, DEE, 1 }, { EVE, DEE, 3 } };
	const struct path_graph graph = { people, links, 5, 3 };
	struct path found[MOST];

	(void)state;
	assert_int_equal(paths_find(&graph, DEE, found, MOST), 4);
	assert_near(found[0].score, 4.0 / 5 * 3 / 3 * 2 / 3);
	assert_int_equal(found[0].count, 3);
	assert_int_equal(found[0].people[0], ADA);
	assert_int_equal(found[0].people[1], CAS);
	assert_int_equal(found[0].people[2], DEE);
	assert_near(found[1].score, 2.0 / 5);
	assert_int_equal(found[1].people[0], BEN);
	assert_near(found[2].score, 4.0 / 5 / 3);
	assert_near(found[3].score, 0);
	assert_int_equal(paths_find(&graph, DEE, found, 1), 1);
	assert_int_equal(found[0].people[0], ADA);
}

static void
ties_go_by_fewer_links_then_names(void **state)
{
	static const struct path_person equals[] = { { "Zoe", 3, true }, { "Abe", 3, true },
		{ "Mid", 3, false }, { "End", 3, false } };
	static const struct path_link links[] = { { 0, 2, 3 }, { 2, 3, 3 }, { 0, 3, 3 },
		{ 1, 3, 3 } };
	const struct path_graph graph = { equals, links, 4, 3 };
	struct path found[MOST];

	(void)state;
	assert_int_equal(paths_find(&graph, 3, found, MOST), 3);
	assert_int_equal(found[0].people[0], 1);
	assert_int_equal(found[1].people[0], 0);
	assert_int_equal(found[1].count, 2);
	assert_int_equal(found[2].count, 3);
}

static void
nobody_comes_twice_and_paths_end(void **state)
{
	/* A ring, and a chain that is one link too long. */
	static const struct path_link links[] = { { ADA, BEN, 3 }, { BEN, ADA, 3 }, { BEN, CAS, 3 },
		{ CAS, DEE, 3 }, { DEE, CAS, 3 } };
	const struct path_graph graph = { people, links, 5, 2 };
	struct path found[MOST];

	(void)state;
	assert_int_equal(paths_find(&graph, DEE, found, MOST), 1);
	assert_int_equal(found[0].people[0], BEN);
	assert_int_equal(paths_find(&graph, EVE, found, MOST), 0);
}

static void
of_two_links_between_the_same_the_stronger_counts(void **state)
{
	static const struct path_link links[] = { { ADA, DEE, 1 }, { ADA, DEE, 3 },
		{ ADA, DEE, 2 } };
	const struct path_graph graph = { people, links, 3, 3 };
	struct path found[MOST];

	(void)state;
	assert_int_equal(paths_find(&graph, DEE, found, MOST), 1);
	assert_near(found[0].score, 4.0 / 5);
}

/* Everybody influences everybody: all paths are looked at, and the best of few are those of many.
 */
static void
a_crowd_is_looked_at_whole(void **state)
{
	enum { CROWD = 40, ALL = 39 + 39 * 38 + 39 * 38 * 37 };
	static struct path_person crowd[CROWD];
	static struct path_link links[CROWD * CROWD];
	static struct path all[ALL + 1], few[MOST];
	static char names[CROWD][4];
	struct path_graph graph = { crowd, links, 0, 3 };

	(void)state;
	for (int i = 0; i < CROWD; i++) {
		names[i][0] = (char)('a' + i % 26);
		names[i][1] = (char)('a' + i / 26);
		crowd[i] = (struct path_person){ names[i], 1 + i * 7 % 5, true };
		for (int j = 0; j < CROWD; j++)
			if (i != j)
				links[graph.link_count++] =
					(struct path_link){ i, j, 1 + i * j % 3 };
	}
	assert_int_equal(paths_find(&graph, 0, all, ALL + 1), ALL);
	assert_int_equal(paths_find(&graph, 0, few, MOST), MOST);
	for (int i = 0; i < MOST; i++) {
		assert_near(few[i].score, all[i].score);
		assert_int_equal(few[i].count, all[i].count);
		for (int j = 0; j < few[i].count; j++)
			assert_int_equal(few[i].people[j], all[i].people[j]);
	}
	for (int i = 1; i < ALL; i++)
		assert_true(all[i - 1].score >= all[i].score);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_are_scored_and_ordered),
		cmocka_unit_test(ties_go_by_fewer_links_then_names),
		cmocka_unit_test(nobody_comes_twice_and_paths_end),
		cmocka_unit_test(of_two_links_between_the_same_the_stronger_counts),
		cmocka_unit_test(a_crowd_is_looked_at_whole),
	};

	return cmocka_run_group_tests_name("paths", tests, NULL, NULL);
}
