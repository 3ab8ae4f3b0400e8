/* SPDX-License-Identifier: MIT */
/* The simulated ends against chances worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rollout/rules/simulation.h"

enum { RUNS = 20000, START = 18 /* Monday 19 January 1970 */ };

static const struct workdays every_week = { NULL, 0 };

static struct schedule_item
item(day entered)
{
	return (struct schedule_item){
		.earliest = START, .entered = entered, .promised = NO_DAY, .actual = NO_DAY
	};
}

/* The share of runs that end by that day, in thousandths. */
static int
share_by(const day *ends, day by)
{
	int count = 0;

	for (int i = 0; i < RUNS; i++)
		count += ends[i] <= by ? 1 : 0;
	return (int)(count * 1000L / RUNS);
}

static void
assert_near(int value, int expected)
{
	if (abs(value - expected) > 15)
		fail_msg("%d thousandths, expected about %d", value, expected);
}

/* Two in a row, each 0 or 1 day late: a quarter, a half, a quarter. */
static void
chains_add_up(void **state)
{
	struct schedule_item items[] = { item(100), item(NO_DAY) };
	const struct schedule_link links[] = { { 0, 1, 0 } };
	const int late[] = { 1, 1 }, group[] = { 0, NO_GROUP };
	const struct simulation simulation = {
		.runs = RUNS, .seed = 1, .today = 0, .late = late, .group = group, .groups = 1
	};
	day *ends = malloc(2 * RUNS * sizeof *ends);

	(void)state;
	assert_true(simulation_run(&simulation, items, 2, links, 1, &every_week, ends));
	assert_near(share_by(ends, 100), 500);
	assert_near(share_by(ends + RUNS, 100), 250);
	assert_near(share_by(ends + RUNS, 101), 750);
	assert_int_equal(share_by(ends + RUNS, 102), 1000);
	assert_int_equal(simulation_percentile(ends + RUNS, RUNS, 50), 101);
	assert_int_equal(simulation_percentile(ends + RUNS, RUNS, 80), 102);
	free(ends);
}

/* The later of two side by side, each 0 or 1: three quarters end on the later day. */
static void
branches_wait_for_the_later(void **state)
{
	struct schedule_item items[] = { item(100), item(100), item(NO_DAY) };
	const struct schedule_link links[] = { { 0, 2, 3 }, { 1, 2, 3 } };
	const int late[] = { 1, 1, 0 }, group[] = { NO_GROUP, NO_GROUP, NO_GROUP };
	const struct simulation simulation = {
		.runs = RUNS, .seed = 7, .late = late, .group = group
	};
	day *ends = malloc(RUNS * sizeof *ends);

	(void)state;
	assert_true(simulation_run(&simulation, items, 3, links, 2, &every_week, ends));
	assert_near(share_by(ends, 103), 250);
	assert_int_equal(share_by(ends, 104), 1000);
	free(ends);
}

static void
history_is_drawn_from_and_nothing_is_reached_before_today(void **state)
{
	struct schedule_item items[] = { item(100) };
	const int late[] = { LATE_FROM_HISTORY }, group[] = { NO_GROUP },
		  slips[] = { -20, 0, 0, 6 };
	struct simulation simulation = { .runs = RUNS,
		.seed = 3,
		.today = 90,
		.late = late,
		.slips = slips,
		.slip_count = 4,
		.group = group };
	day *ends = malloc(RUNS * sizeof *ends);

	(void)state;
	assert_true(simulation_run(&simulation, items, 1, NULL, 0, &every_week, ends));
	assert_int_equal(ends[0], 90);
	assert_near(share_by(ends, 90), 250);
	assert_near(share_by(ends, 100), 750);
	assert_int_equal(ends[RUNS - 1], 106);
	simulation.slip_count = 0;
	assert_true(simulation_run(&simulation, items, 1, NULL, 0, &every_week, ends));
	assert_int_equal(ends[0], 100);
	assert_int_equal(ends[RUNS - 1], 100);
	free(ends);
}

/* Lateness is shared: quantiles correlated by v. Both of two late with chance 1/4 + asin(v) / 2 pi,
 * which is a third for a half; and with v of 1 nothing lies between. */
static void
lateness_is_shared(void **state)
{
	struct schedule_item items[] = { item(100), item(NO_DAY) };
	const struct schedule_link links[] = { { 0, 1, 0 } };
	const int late[] = { 1, LATE_FROM_HISTORY }, group[] = { NO_GROUP, NO_GROUP },
		  slips[] = { 0, 2 }, scale[] = { 100, 50 };
	struct simulation simulation = { .runs = RUNS,
		.seed = 1,
		.shared_percent = 50,
		.late = late,
		.slips = slips,
		.slip_count = 2,
		.scale_percent = scale,
		.group = group };
	day *ends = malloc(RUNS * sizeof *ends);

	(void)state;
	assert_true(simulation_run(&simulation, items, 2, links, 1, &every_week, ends));
	assert_near(share_by(ends, 100), 333);
	assert_near(share_by(ends, 101), 667);
	assert_int_equal(ends[RUNS - 1], 102);
	simulation.shared_percent = 100;
	assert_true(simulation_run(&simulation, items, 2, links, 1, &every_week, ends));
	assert_near(share_by(ends, 100), 500);
	assert_int_equal(share_by(ends, 101), share_by(ends, 100));
	free(ends);
}

/* Weeks of none and of two: four are left after two good weeks of all that pass. */
static void
the_pace_of_the_past_is_drawn_again(void **state)
{
	static const int paces[] = { 0, 2 };
	int32_t *weeks = malloc(RUNS * sizeof *weeks);

	(void)state;
	simulation_resample(RUNS, 1, paces, 2, 4, 1000, weeks);
	assert_int_equal(weeks[0], 2);
	assert_near(share_by(weeks, 2), 250);
	assert_near(share_by(weeks, 3), 500);
	assert_near(share_by(weeks, 4), 688);
	simulation_resample(RUNS, 1, paces, 2, 4, 3, weeks);
	assert_int_equal(weeks[RUNS - 1], 3);
	free(weeks);
}

static void
the_same_seed_gives_the_same_courses(void **state)
{
	struct schedule_item items[] = { item(100), item(NO_DAY) };
	const struct schedule_link links[] = { { 0, 1, 0 } };
	const int late[] = { 30, 30 }, group[] = { NO_GROUP, NO_GROUP };
	struct simulation simulation = { .runs = RUNS, .seed = 5, .late = late, .group = group };
	day *ends = malloc(2 * RUNS * sizeof *ends);

	(void)state;
	assert_true(simulation_run(&simulation, items, 2, links, 1, &every_week, ends));
	assert_true(simulation_run(&simulation, items, 2, links, 1, &every_week, ends + RUNS));
	assert_memory_equal(ends, ends + RUNS, RUNS * sizeof *ends);
	simulation.seed = 6;
	assert_true(simulation_run(&simulation, items, 2, links, 1, &every_week, ends + RUNS));
	assert_memory_not_equal(ends, ends + RUNS, RUNS * sizeof *ends);
	free(ends);
}

static void
circles_and_what_is_reached(void **state)
{
	struct schedule_item items[] = { item(100), item(200) };
	const struct schedule_link circle[] = { { 0, 1, 0 }, { 1, 0, 0 } };
	const int late[] = { 30, 0 }, group[] = { NO_GROUP, NO_GROUP };
	const struct simulation simulation = { .runs = RUNS, .late = late, .group = group };
	day *ends = malloc(RUNS * sizeof *ends);

	(void)state;
	assert_false(simulation_run(&simulation, items, 2, circle, 2, &every_week, ends));
	items[0].accepted = true;
	items[0].actual = 50;
	items[1].dropped = true;
	assert_true(simulation_run(&simulation, items, 2, NULL, 0, &every_week, ends));
	assert_int_equal(ends[0], 50);
	assert_int_equal(ends[RUNS - 1], 50);
	free(ends);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chains_add_up),
		cmocka_unit_test(branches_wait_for_the_later),
		cmocka_unit_test(history_is_drawn_from_and_nothing_is_reached_before_today),
		cmocka_unit_test(lateness_is_shared),
		cmocka_unit_test(the_pace_of_the_past_is_drawn_again),
		cmocka_unit_test(the_same_seed_gives_the_same_courses),
		cmocka_unit_test(circles_and_what_is_reached),
	};

	return cmocka_run_group_tests_name("simulation", tests, NULL, NULL);
}
