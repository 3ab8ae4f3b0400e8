/* SPDX-License-Identifier: MIT */
/*
 * Kaplan and Meier against a second way to the same estimate, on random waits: each open request
 * hands its weight to those that last longer, in equal parts (Efron's redistribution to the right).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "made_up.h"
#include "rollout/rules/survival.h"

enum { WAITS_MOST = 24, ROUNDS = 20000, DAYS_MOST = 12 };

/* The share that takes longer than each number of days, for the waits in any order. */
static void
redistribute(const struct wait *waits, size_t count, double beyond[DAYS_MOST + 1])
{
	double weight[WAITS_MOST], lost = 0;

	for (size_t i = 0; i < count; i++)
		weight[i] = 1.0 / (double)count;
	for (int age = 0; age <= DAYS_MOST; age++) {
		for (size_t i = 0; i < count; i++)
			lost += waits[i].days == age && !waits[i].open ? weight[i] : 0;
		for (size_t i = 0; i < count; i++) {
			size_t longer = 0;

			if (waits[i].days != age || !waits[i].open)
				continue;
			for (size_t j = 0; j < count; j++)
				longer += waits[j].days > age;
			for (size_t j = 0; j < count; j++)
				weight[j] += waits[j].days > age ? weight[i] / (double)longer : 0;
		}
		beyond[age] = 1 - lost;
	}
}

static bool
find_quantile(const double beyond[DAYS_MOST + 1], int percent, int *days)
{
	for (*days = 0; *days <= DAYS_MOST; ++*days)
		if (beyond[*days] <= 1 - percent / 100.0 + 1e-9)
			return true;
	return false;
}

static void
compare_quantile(const struct wait *waits, size_t count, const double *beyond, int percent)
{
	int found, expected;
	bool known = survival_quantile(waits, count, percent, &found);

	assert_int_equal(known, find_quantile(beyond, percent, &expected));
	if (known)
		assert_int_equal(found, expected);
}

static void
test_random_waits(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		size_t count = 1 + made_up_number(&seed, WAITS_MOST);
		unsigned open = made_up_number(&seed, 100);
		struct wait waits[WAITS_MOST];
		double beyond[DAYS_MOST + 1];

		for (size_t i = 0; i < count; i++)
			waits[i] = (struct wait){ (int)made_up_number(&seed, DAYS_MOST + 1),
				made_up_number(&seed, 100) < open };
		redistribute(waits, count, beyond);
		survival_sort(waits, count);
		for (int age = 0; age <= DAYS_MOST; age++)
			assert_true(fabs(survival_share_beyond(waits, count, age) - beyond[age]) <
				    1e-9);
		compare_quantile(waits, count, beyond, 50);
		compare_quantile(waits, count, beyond, 85);
	}
}

static void
test_silence_never_looks_fast(void **state)
{
	struct wait waits[] = { { 1, false }, { 2, false }, { 9, true }, { 9, true }, { 9, true } };
	int days;

	(void)state;
	assert_false(survival_quantile(waits, 5, 50, &days));
	assert_true(survival_is_slow(waits, 5, 5));
	assert_true(survival_quantile(waits, 2, 50, &days));
	assert_int_equal(days, 1);
	assert_false(survival_is_slow(waits, 2, 5));
	/* Asked a day ago is no news, and one answer no median. */
	for (int i = 0; i < 5; i++)
		waits[i] = (struct wait){ 1, true };
	assert_false(survival_is_slow(waits, 5, 5));
	waits[0] = (struct wait){ 8, false };
	assert_false(survival_is_slow(waits, 1, 5));
	waits[1] = (struct wait){ 6, false };
	survival_sort(waits, 2);
	assert_true(survival_is_slow(waits, 2, 5));
	assert_false(survival_is_slow(NULL, 0, 5));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_waits),
		cmocka_unit_test(test_silence_never_looks_fast),
	};

	return cmocka_run_group_tests_name("survival", tests, NULL, NULL);
}
