/* SPDX-License-Identifier: MIT */
/*
 * The lens branch by branch, and the waves: capacity, pins, links, ties, and a great many teams.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "rollout/base/memory.h"
#include "rollout/rules/lens.h"

#include <stdlib.h>

static struct lens_team
team(const char *name, enum level capability, enum level complexity, enum stance stance, bool cross)
{
	return (struct lens_team){ .name = name,
		.id = name[0],
		.capability = capability,
		.complexity = complexity,
		.stance = stance,
		.cross_functional = cross,
		.led = true,
		.pinned = NO_WAVE };
}

static void
assert_lens(enum level capability, enum level complexity, enum stance stance, bool cross,
	enum lens_order order, enum lens_reason reason)
{
	struct lens_team one = team("A", capability, complexity, stance, cross);

	lens_order_team(&one);
	assert_int_equal(one.order, order);
	assert_int_equal(one.reason, reason);
}

static void
test_the_first_match_wins(void **state)
{
	(void)state;
	assert_lens(LEVEL_LOW, LEVEL_HIGH, STANCE_WILLING, true, ORDER_LATER, REASON_COMPLEX);
	assert_lens(LEVEL_HIGH, LEVEL_HIGH, STANCE_RESISTANT, true, ORDER_LATER, REASON_RESISTANT);
	assert_lens(LEVEL_HIGH, LEVEL_LOW, STANCE_WILLING, true, ORDER_NOW, REASON_WILLING);
	assert_lens(
		LEVEL_HIGH, LEVEL_LOW, STANCE_NEUTRAL, true, ORDER_EARLY, REASON_CROSS_FUNCTIONAL);
	assert_lens(
		LEVEL_LOW, LEVEL_LOW, STANCE_RESISTANT, true, ORDER_EARLY, REASON_CROSS_FUNCTIONAL);
	assert_lens(LEVEL_UNKNOWN, LEVEL_HIGH, STANCE_WILLING, true, ORDER_EARLY,
		REASON_CROSS_FUNCTIONAL);
	assert_lens(LEVEL_LOW, LEVEL_UNKNOWN, STANCE_WILLING, false, ORDER_CALL, REASON_CALL);
	assert_lens(LEVEL_HIGH, LEVEL_HIGH, STANCE_NEUTRAL, false, ORDER_CALL, REASON_CALL);
	assert_lens(LEVEL_UNKNOWN, LEVEL_UNKNOWN, STANCE_UNKNOWN, false, ORDER_CALL, REASON_CALL);
}

static void
test_waves_fill_in_order(void **state)
{
	struct lens_team teams[] = {
		team("Later", LEVEL_LOW, LEVEL_HIGH, STANCE_WILLING, true),
		team("Call", LEVEL_HIGH, LEVEL_LOW, STANCE_NEUTRAL, false),
		team("Early", LEVEL_LOW, LEVEL_LOW, STANCE_NEUTRAL, true),
		team("Now", LEVEL_HIGH, LEVEL_LOW, STANCE_WILLING, false),
		team("Pilot", LEVEL_HIGH, LEVEL_LOW, STANCE_WILLING, true),
	};
	const struct lens_limits limits = { .pilot_most = 3, .wave_most = 2 };

	(void)state;
	lens_fill_waves(teams, 5, NULL, 0, &limits);
	assert_int_equal(teams[4].wave, 0);
	assert_int_equal(teams[3].wave, 1);
	assert_int_equal(teams[2].wave, 1);
	assert_int_equal(teams[1].wave, 2);
	assert_int_equal(teams[0].wave, 2);
}

static void
test_the_pilot_takes_whom_it_can(void **state)
{
	struct lens_team teams[] = {
		team("D", LEVEL_HIGH, LEVEL_LOW, STANCE_WILLING, true),
		team("C", LEVEL_HIGH, LEVEL_LOW, STANCE_WILLING, true),
		team("B", LEVEL_LOW, LEVEL_LOW, STANCE_WILLING, true),
		team("A", LEVEL_HIGH, LEVEL_LOW, STANCE_WILLING, true),
	};
	struct lens_team none[] = { team("A", LEVEL_HIGH, LEVEL_LOW, STANCE_NEUTRAL, true),
		team("B", LEVEL_HIGH, LEVEL_LOW, STANCE_WILLING, false) };
	const struct lens_limits limits = { .pilot_most = 3, .wave_most = 5 };

	(void)state;
	lens_fill_waves(teams, 4, NULL, 0, &limits);
	assert_int_equal(teams[3].wave, 0);
	assert_int_equal(teams[1].wave, 0);
	assert_int_equal(teams[0].wave, 0);
	assert_int_equal(teams[2].wave, 1);
	teams[3].led = false;
	lens_fill_waves(teams, 4, NULL, 0, &limits);
	assert_int_equal(teams[3].wave, 1);
	assert_int_equal(teams[2].wave, 0);
	lens_fill_waves(none, 2, NULL, 0, &limits);
	assert_int_equal(none[0].wave, 1);
	assert_int_equal(none[1].wave, 1);
}

/* F5: a pilot in one unit, the one of the first team that qualifies or is pinned there. */
static void
test_a_pilot_in_one_unit(void **state)
{
	const struct lens_limits limits = { .pilot_most = 3, .wave_most = 9, .one_unit = true };
	struct lens_team teams[4];

	(void)state;
	for (int i = 0; i < 4; i++) {
		teams[i] = team((const char *[]){ "A", "B", "C", "D" }[i], LEVEL_HIGH, LEVEL_LOW,
			STANCE_WILLING, true);
		teams[i].unit = 1 + i % 2;
	}
	lens_fill_waves(teams, 4, NULL, 0, &limits);
	assert_int_equal(teams[0].wave, 0);
	assert_int_equal(teams[1].wave, 1);
	assert_int_equal(teams[2].wave, 0);
	assert_int_equal(teams[3].wave, 1);
	teams[3].pinned = 0;
	lens_fill_waves(teams, 4, NULL, 0, &limits);
	assert_int_equal(teams[0].wave, 1);
	assert_int_equal(teams[1].wave, 0);
	assert_int_equal(teams[2].wave, 1);
	assert_int_equal(teams[3].wave, 0);
}

static void
test_links_come_first_within_an_order(void **state)
{
	struct lens_team teams[] = {
		team("Pilot", LEVEL_HIGH, LEVEL_LOW, STANCE_WILLING, true),
		team("A", LEVEL_LOW, LEVEL_LOW, STANCE_NEUTRAL, true),
		team("B", LEVEL_LOW, LEVEL_LOW, STANCE_NEUTRAL, true),
		team("C", LEVEL_HIGH, LEVEL_LOW, STANCE_NEUTRAL, false),
	};
	const struct lens_link links[] = { { 2, 0 }, { 3, 0 } };
	const struct lens_limits limits = { .pilot_most = 1, .wave_most = 1 };

	(void)state;
	lens_fill_waves(teams, 4, links, 2, &limits);
	assert_int_equal(teams[2].wave, 1);
	assert_true(teams[2].linked);
	assert_int_equal(teams[1].wave, 2);
	assert_int_equal(teams[3].wave, 3);
}

static void
test_pins_stay_and_count(void **state)
{
	struct lens_team teams[] = {
		team("A", LEVEL_LOW, LEVEL_HIGH, STANCE_RESISTANT, false),
		team("B", LEVEL_LOW, LEVEL_HIGH, STANCE_RESISTANT, false),
		team("C", LEVEL_HIGH, LEVEL_LOW, STANCE_WILLING, false),
	};
	const struct lens_limits limits = { .pilot_most = 3, .wave_most = 1 };

	(void)state;
	teams[0].pinned = 1;
	teams[1].pinned = 1;
	lens_fill_waves(teams, 3, NULL, 0, &limits);
	assert_int_equal(teams[0].wave, 1);
	assert_int_equal(teams[0].reason, REASON_PINNED);
	assert_int_equal(teams[1].wave, 1);
	assert_int_equal(teams[2].wave, 2);
}

static void
test_no_capacity_takes_nobody(void **state)
{
	struct lens_team teams[] = {
		team("A", LEVEL_HIGH, LEVEL_LOW, STANCE_WILLING, true),
		team("B", LEVEL_HIGH, LEVEL_LOW, STANCE_WILLING, false),
	};
	const struct lens_limits limits = { .pilot_most = 3, .wave_most = 0 };

	(void)state;
	lens_fill_waves(teams, 2, NULL, 0, &limits);
	assert_int_equal(teams[0].wave, 0);
	assert_int_equal(teams[1].wave, NO_WAVE);
	lens_fill_waves(teams, 0, NULL, 0, &limits);
}

static void
test_many_teams_whatever_their_order(void **state)
{
	enum { MANY = 3000 };
	struct lens_team *teams = memory_new(MANY, sizeof *teams);
	struct lens_team *turned = memory_new(MANY, sizeof *turned);
	char(*names)[8] = memory_new(MANY, sizeof *names);
	const struct lens_limits limits = { .pilot_most = 3, .wave_most = 7 };

	(void)state;
	for (int i = 0; i < MANY; i++) {
		snprintf(names[i], sizeof names[i], "%d", i % 700);
		teams[i] = team(names[i], (enum level)(i % 3), (enum level)(i / 3 % 3),
			(enum stance)(i / 9 % 4), i % 5 == 0);
		teams[i].id = i + 1;
		turned[MANY - 1 - i] = teams[i];
	}
	lens_fill_waves(teams, MANY, NULL, 0, &limits);
	lens_fill_waves(turned, MANY, NULL, 0, &limits);
	for (int i = 0; i < MANY; i++)
		assert_int_equal(teams[i].wave, turned[MANY - 1 - i].wave);
	for (int wave = 1; wave <= 400; wave++) {
		int count = 0;

		for (int i = 0; i < MANY; i++)
			count += teams[i].wave == wave;
		assert_int_equal(count, 7);
	}
	free(teams);
	free(turned);
	free(names);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_first_match_wins),
		cmocka_unit_test(test_waves_fill_in_order),
		cmocka_unit_test(test_the_pilot_takes_whom_it_can),
		cmocka_unit_test(test_a_pilot_in_one_unit),
		cmocka_unit_test(test_links_come_first_within_an_order),
		cmocka_unit_test(test_pins_stay_and_count),
		cmocka_unit_test(test_no_capacity_takes_nobody),
		cmocka_unit_test(test_many_teams_whatever_their_order),
	};

	return cmocka_run_group_tests_name("lens", tests, NULL, NULL);
}
