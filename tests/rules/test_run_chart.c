/* SPDX-License-Identifier: MIT */
/* Shifts, crossings and limits at their borders; windows with and without a pause. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "made_up.h"
#include "rollout/rules/run_chart.h"
#include "rollout/rules/window.h"

static bool
is_near(double a, double b)
{
	return fabs(a - b) < 1e-9;
}

static void
test_runs(void **state)
{
	/* 12 off the median of the first ten: runs of seven are noise, of eight a shift. */
	double readings[] = { 5, 7, 5, 7, 5, 7, 5, 7, 5, 7, 6, 5, 5, 5, 5, 5, 5, 5, 5 };
	struct run_chart chart = run_chart_read(readings, 12, 10, 3, 5);

	(void)state;
	assert_true(is_near(chart.median, 6));
	assert_int_equal(chart.useful, 11);
	assert_int_equal(chart.crossings, 10);
	assert_false(chart.shifted);
	chart = run_chart_read(readings, 18, 10, 3, 5);
	assert_int_equal(chart.longest, 7);
	assert_int_equal(chart.longest_most, 7);
	assert_false(chart.shifted);
	chart = run_chart_read(readings, 19, 10, 3, 5);
	assert_int_equal(chart.longest, 8);
	assert_true(chart.shifted);
}

static void
test_crossings(void **state)
{
	/* Two halves: one crossing among twelve. Binomial(11, 1/2) has its 5th percentile at 3. */
	static const double halves[] = { 1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9 };
	struct run_chart chart = run_chart_read(halves, 12, 12, 3, 5);

	(void)state;
	assert_int_equal(chart.crossings, 1);
	assert_int_equal(chart.crossings_least, 3);
	assert_int_equal(chart.longest, 6);
	assert_true(chart.shifted);
	assert_false(run_chart_read(halves, 1, 10, 3, 5).shifted);
	assert_int_equal(run_chart_read(NULL, 0, 10, 3, 5).useful, 0);
}

static void
test_limits(void **state)
{
	static const double readings[] = { 10, 12, 10, 12 };
	struct variation variation = variation_of(readings, 4);

	(void)state;
	assert_true(is_near(variation.mean, 11));
	assert_true(is_near(variation.upper, 11 + 2.66 * 2));
	assert_true(is_near(variation.lower, 11 - 2.66 * 2));
}

static void
test_windows(void **state)
{
	const struct windows windows = { .start = 100, .days = 28 };

	(void)state;
	assert_int_equal(window_of(&windows, 99), -1);
	assert_int_equal(window_of(&windows, 100), 0);
	assert_int_equal(window_of(&windows, 127), 0);
	assert_int_equal(window_of(&windows, 128), 1);
	assert_int_equal(window_first(&windows, 2), 156);
	assert_int_equal(window_last(&windows, 2), 183);
}

/* Against counting day by day. */
static void
test_windows_with_pauses(void **state)
{
	unsigned seed = 3;

	(void)state;
	for (int round = 0; round < 500; round++) {
		struct pause pauses[3];
		struct windows windows = { 100, 1 + (int)made_up_number(&seed, 30), pauses, 0 };
		bool paused[400] = { false };
		int lived = 0;

		for (int i = 0; i < 3; i++) {
			pauses[i].from = 80 + (day)made_up_number(&seed, 200);
			pauses[i].to = pauses[i].from + (day)made_up_number(&seed, 40);
			for (day on = pauses[i].from; on <= pauses[i].to; on++)
				paused[on] = true;
		}
		windows.pause_count = window_pauses_init(pauses, 3);
		for (day on = 100; on < 400; on++) {
			int number = paused[on] ? (lived - 1) / windows.days : lived / windows.days;

			lived += !paused[on];
			assert_int_equal(window_of(&windows, on), number);
			assert_true(on <= window_last(&windows, number));
			assert_true(paused[on] || on >= window_first(&windows, number));
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_crossings),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_windows),
		cmocka_unit_test(test_windows_with_pauses),
	};

	return cmocka_run_group_tests_name("run_chart", tests, NULL, NULL);
}
