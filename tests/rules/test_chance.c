/* SPDX-License-Identifier: MIT */
/* What chance explains: the figures of product.md, and the permutation test against counting all.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "made_up.h"
#include "rollout/rules/chance.h"

static void
test_shares_below_their_aim(void **state)
{
	static const int fires[][2] = { { 1, 4 }, { 3, 6 }, { 4, 8 }, { 7, 12 }, { 12, 20 } };

	(void)state;
	for (size_t i = 0; i < sizeof fires / sizeof *fires; i++) {
		assert_true(chance_is_below(fires[i][0], fires[i][1], 0.75));
		assert_false(chance_is_below(fires[i][0] + 1, fires[i][1], 0.75));
	}
	assert_false(chance_is_below(0, 3, 0.75));
	assert_true(chance_is_below(0, 4, 0.75));
}

static void
test_rises(void **state)
{
	static const int least[] = { 5, 7, 9, 10, 12, 13, 15 };

	(void)state;
	for (int before = 0; before < 7; before++) {
		assert_true(chance_of_rise(before, least[before]) <= 0.05);
		assert_false(chance_of_rise(before, least[before] - 1) <= 0.05);
	}
	assert_true(fabs(chance_of_rise(0, 5) - 1 / 32.0) < 1e-12);
	assert_true(fabs(chance_of_rise(0, 0) - 1) < 1e-12);
}

/* Every way to choose later of the answers, one after the other. */
static double
count_all(const int *answers, int count, int later, int most)
{
	long low = 0, all = 0;

	for (unsigned long set = 0; set < 1UL << count; set++) {
		int size = 0, sum = 0;

		for (int i = 0; i < count; i++)
			if (set >> i & 1) {
				size++;
				sum += answers[i];
			}
		all += size == later;
		low += size == later && sum <= most;
	}
	return (double)low / (double)all;
}

static void
test_falls_agree_with_counting_all(void **state)
{
	unsigned seed = 20261128;

	(void)state;
	for (int round = 0; round < 300; round++) {
		int before[MOOD_SCORES] = { 0 }, now[MOOD_SCORES] = { 0 }, answers[14];
		int earlier = 1 + (int)made_up_number(&seed, 7),
		    later = 1 + (int)made_up_number(&seed, 7);
		int sum = 0;

		for (int i = 0; i < earlier + later; i++) {
			answers[i] = (int)made_up_number(&seed, MOOD_SCORES);
			(i < earlier ? before : now)[answers[i]]++;
			sum += i < earlier ? 0 : answers[i];
		}
		assert_true(fabs(chance_of_fall(before, now) -
				    count_all(answers, earlier + later, later, sum)) < 1e-9);
	}
}

/* Where the normal distribution takes over, both say the same to a hundredth. */
static void
test_many_answers(void **state)
{
	static const int before[] = { 2, 8, 20, 35, 15 }, now[] = { 3, 12, 24, 31, 10 };
	int more[MOOD_SCORES];
	double exact = chance_of_fall(before, now);

	(void)state;
	for (int i = 0; i < MOOD_SCORES; i++)
		more[i] = before[i] + (i == 3);
	assert_true(exact > 0.01 && exact < 0.2);
	assert_true(fabs(chance_of_fall(more, now) - exact) < 0.02);
}

static void
test_falls(void **state)
{
	static const struct fall_limits limits = { 5, 5, 20 };
	static const int good[] = { 0, 0, 0, 10, 10 }, less[] = { 0, 0, 10, 5, 5 };
	static const int few[] = { 0, 0, 0, 2, 3 }, bad[] = { 5, 0, 0, 0, 0 };
	/* 20 answers with a mean half a point lower, which chance shows one time in eleven. */
	static const int wide[] = { 3, 3, 4, 5, 5 }, lower[] = { 5, 4, 4, 4, 3 };

	(void)state;
	assert_false(chance_has_fallen(less, good, &limits));
	assert_false(chance_has_fallen(good, good, &limits));
	assert_true(chance_has_fallen(good, less, &limits));
	assert_true(chance_has_fallen(few, bad, &limits));
	assert_true(chance_of_fall(wide, lower) > 0.05);
	assert_true(chance_has_fallen(wide, lower, &limits));
	assert_false(chance_has_fallen((const int[]){ 0, 0, 0, 0, 0 }, bad, &limits));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shares_below_their_aim),
		cmocka_unit_test(test_rises),
		cmocka_unit_test(test_falls_agree_with_counting_all),
		cmocka_unit_test(test_many_answers),
		cmocka_unit_test(test_falls),
	};

	return cmocka_run_group_tests_name("chance", tests, NULL, NULL);
}
