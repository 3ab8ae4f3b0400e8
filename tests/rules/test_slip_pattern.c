/* SPDX-License-Identifier: MIT */
/* The four patterns of a slip chart, each at its border. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rollout/rules/slip_pattern.h"

static const struct slip_limits limits = { 80, 2, 3, 5, 14, 3 };

enum { SLIP_NONE = SLIP_PATTERNS };

/* The gravest that holds. */
static enum slip_pattern
judge_beside(const struct slip_report *reports, size_t count, const day *reviews,
	size_t review_count, bool predecessors_moved)
{
	bool holds[SLIP_PATTERNS];
	enum slip_pattern first = 0;

	slip_pattern_find(
		reports, count, reviews, review_count, predecessors_moved, &limits, holds);
	while (first < SLIP_PATTERNS && !holds[first])
		first++;
	return first;
}

static enum slip_pattern
judge(const struct slip_report *reports, size_t count)
{
	return judge_beside(reports, count, NULL, 0, false);
}

static void
test_several_at_once(void **state)
{
	const struct slip_report grows[] = { { 0, 40 }, { 30, 46 }, { 37, 53 }, { 44, 61 } };
	bool holds[SLIP_PATTERNS];

	(void)state;
	slip_pattern_find(grows, 4, NULL, 0, false, &limits, holds);
	assert_true(holds[SLIP_SURPRISE]);
	assert_true(holds[SLIP_ACCELERATING]);
	assert_true(holds[SLIP_SLIDING]);
	assert_false(holds[SLIP_FROZEN]);
}

static void
test_sliding(void **state)
{
	const struct slip_report slides[] = { { 0, 100 }, { 10, 108 } };
	const struct slip_report less[] = { { 0, 100 }, { 10, 107 } };
	const struct slip_report earlier[] = { { 0, 100 }, { 10, 118 }, { 20, 120 } };

	(void)state;
	assert_int_equal(judge(slides, 2), SLIP_SLIDING);
	assert_int_equal(judge(less, 2), SLIP_NONE);
	assert_int_equal(judge(earlier, 3), SLIP_NONE);
	assert_int_equal(judge(slides, 1), SLIP_NONE);
	assert_int_equal(judge(slides, 0), SLIP_NONE);
}

static void
test_accelerating(void **state)
{
	const struct slip_report grows[] = { { 0, 100 }, { 30, 101 }, { 60, 103 }, { 90, 106 } };
	const struct slip_report even[] = { { 0, 100 }, { 30, 102 }, { 60, 104 }, { 90, 107 } };
	const struct slip_report back[] = { { 0, 100 }, { 30, 99 }, { 60, 101 }, { 90, 104 } };

	(void)state;
	assert_int_equal(judge(grows, 4), SLIP_ACCELERATING);
	assert_int_equal(judge(even, 4), SLIP_NONE);
	assert_int_equal(judge(back, 4), SLIP_NONE);
	assert_int_equal(judge(grows, 3), SLIP_NONE);
}

static void
test_late_surprise(void **state)
{
	const struct slip_report late[] = { { 0, 100 }, { 50, 100 }, { 87, 106 } };
	const struct slip_report short_move[] = { { 0, 100 }, { 87, 105 } };
	const struct slip_report in_time[] = { { 0, 100 }, { 86, 106 } };
	const struct slip_report second[] = { { 0, 100 }, { 40, 101 }, { 95, 110 } };

	(void)state;
	assert_int_equal(judge(late, 3), SLIP_SURPRISE);
	assert_int_equal(judge(short_move, 2), SLIP_NONE);
	assert_int_equal(judge(in_time, 2), SLIP_NONE);
	assert_int_equal(judge(second, 3), SLIP_NONE);
}

static void
test_frozen(void **state)
{
	const struct slip_report still[] = { { 0, 100 }, { 20, 100 }, { 40, 100 } };
	const struct slip_report moved[] = { { 0, 100 }, { 20, 101 }, { 80, 101 } };
	const day reviews[] = { 10, 20, 30 };

	(void)state;
	assert_int_equal(judge_beside(still, 3, reviews, 3, true), SLIP_FROZEN);
	assert_int_equal(judge_beside(still, 3, reviews, 3, false), SLIP_NONE);
	assert_int_equal(judge_beside(still, 3, reviews, 2, true), SLIP_NONE);
	assert_int_equal(judge_beside(moved, 3, reviews, 3, true), SLIP_NONE);
	assert_int_equal(slip_pattern_unmoved_since(moved, 3), 20);
	assert_int_equal(judge_beside(still, 0, reviews, 3, true), SLIP_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sliding),
		cmocka_unit_test(test_accelerating),
		cmocka_unit_test(test_late_surprise),
		cmocka_unit_test(test_frozen),
		cmocka_unit_test(test_several_at_once),
	};

	return cmocka_run_group_tests_name("slip_pattern", tests, NULL, NULL);
}
