/* SPDX-License-Identifier: MIT */
/*
 * Working days day by day, the schedule by hand, and both against implementations that are as naive
 * as can be: walking the calendar, and relaxing dates until nothing moves.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "rollout/rules/critical_path.h"

enum { ITEMS = 24, LINKS = 60, GRAPHS = 2000 };

static day
date(const char *text)
{
	day out = 0;

	assert_true(date_parse(text, &out));
	return out;
}

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 8;
}

static bool
is_workday(const struct workdays *workdays, day at)
{
	if (date_weekday(at) > FRIDAY)
		return false;
	for (size_t i = 0; i < workdays->count; i++)
		if (workdays->holidays[i] == at)
			return false;
	return true;
}

/* The same by walking. */
static day
walk(const struct workdays *workdays, day at, int days)
{
	while (days > 0)
		if (is_workday(workdays, ++at))
			days--;
	return at;
}

static day
walk_back(const struct workdays *workdays, day by, int days)
{
	day at = by;

	while (walk(workdays, at, days) > by)
		at--;
	return at;
}

static void
test_workdays_by_hand(void **state)
{
	day holidays[] = { date("2026-12-25"), date("2026-12-26"), date("2026-12-25") };
	struct workdays none, some;

	(void)state;
	workdays_init(&none, NULL, 0);
	workdays_init(&some, holidays, 3);
	assert_int_equal(some.count, 1);
	assert_int_equal(workdays_add(&none, date("2026-11-21"), 0), date("2026-11-21"));
	assert_int_equal(workdays_add(&none, date("2026-11-20"), 1), date("2026-11-23"));
	assert_int_equal(workdays_add(&none, date("2026-11-21"), 1), date("2026-11-23"));
	assert_int_equal(workdays_add(&none, date("2026-11-23"), 5), date("2026-11-30"));
	assert_int_equal(workdays_add(&some, date("2026-12-24"), 1), date("2026-12-28"));
	assert_int_equal(workdays_latest_start(&none, date("2026-11-24"), 1), date("2026-11-23"));
	assert_int_equal(workdays_latest_start(&none, date("2026-11-23"), 1), date("2026-11-22"));
	assert_int_equal(workdays_latest_start(&some, date("2026-12-28"), 2), date("2026-12-23"));
	assert_int_equal(workdays_add(&none, date("1999-12-31"), 1), date("2000-01-03"));
	assert_int_equal(workdays_add(&none, date("1969-12-31"), 2), date("1970-01-02"));
	assert_int_equal(workdays_add(&none, date("2099-12-31"), 1), date("2100-01-01"));
}

static void
test_workdays_against_walking(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		day holidays[40], start = (day)(next_random(&seed) % 60000) - 10000;
		struct workdays workdays;
		size_t count = next_random(&seed) % 40;
		int days = (int)(next_random(&seed) % 60);

		for (size_t i = 0; i < count; i++)
			holidays[i] = start - 50 + (day)(next_random(&seed) % 140);
		workdays_init(&workdays, holidays, count);
		assert_int_equal(
			workdays_add(&workdays, start, days), walk(&workdays, start, days));
		assert_int_equal(workdays_latest_start(&workdays, start, days),
			walk_back(&workdays, start, days));
		assert_int_equal(
			workdays_between(&workdays, start, walk(&workdays, start, days)), days);
		assert_int_equal(workdays_between(&workdays, start, start - days), 0);
	}
}

static struct schedule_item
item(const char *earliest, const char *entered, int work_days)
{
	return (struct schedule_item){ .earliest = date(earliest),
		.entered = entered ? date(entered) : NO_DAY,
		.actual = NO_DAY,
		.work_days = work_days };
}

/* Monday 2 November: a takes 5 days, b waits 3 days for it and takes 2, c is entered for the 20th;
 * d waits for b and c. */
static void
test_by_hand(void **state)
{
	struct schedule_item items[] = { item("2026-11-02", NULL, 5), item("2026-11-02", NULL, 2),
		item("2026-11-02", "2026-11-20", 1), item("2026-11-02", NULL, 0),
		item("2026-11-02", "2027-05-01", 0) };
	const struct schedule_link links[] = { { 0, 1, 3 }, { 1, 3, 0 }, { 2, 3, 0 }, { 4, 3, 0 } };
	struct workdays workdays;

	(void)state;
	items[4].dropped = true;
	workdays_init(&workdays, NULL, 0);
	assert_true(schedule_reckon(items, 5, links, 4, &workdays));
	assert_int_equal(items[0].forecast, date("2026-11-09"));
	assert_int_equal(items[1].start, date("2026-11-12"));
	assert_int_equal(items[1].forecast, date("2026-11-16"));
	assert_int_equal(items[2].forecast, date("2026-11-20"));
	assert_int_equal(items[3].forecast, date("2026-11-20"));
	assert_int_equal(items[3].latest, date("2026-11-20"));
	assert_int_equal(items[2].slack, 0);
	assert_true(items[2].critical);
	assert_true(items[3].critical);
	assert_int_equal(items[1].latest, date("2026-11-20"));
	assert_int_equal(items[1].slack, 4);
	assert_int_equal(items[0].latest, date("2026-11-15"));
	assert_int_equal(items[0].slack, 6);
	assert_false(items[0].critical);
}

static void
test_accepted_counts_with_its_real_date(void **state)
{
	struct schedule_item items[] = { item("2026-11-02", "2026-11-05", 0),
		item("2026-11-02", NULL, 0) };
	const struct schedule_link links[] = { { 0, 1, 0 } };
	struct workdays workdays;

	(void)state;
	workdays_init(&workdays, NULL, 0);
	items[0].accepted = true;
	items[0].actual = date("2026-11-12");
	assert_true(schedule_reckon(items, 2, links, 1, &workdays));
	assert_int_equal(items[0].forecast, date("2026-11-12"));
	assert_int_equal(items[1].forecast, date("2026-11-12"));
	assert_false(items[0].critical);
	assert_true(items[1].critical);
}

static void
test_circles_and_nothing(void **state)
{
	struct schedule_item items[] = { item("2026-11-02", NULL, 0), item("2026-11-02", NULL, 0) };
	const struct schedule_link links[] = { { 0, 1, 0 }, { 1, 0, 0 } };
	struct workdays workdays;

	(void)state;
	workdays_init(&workdays, NULL, 0);
	assert_false(schedule_reckon(items, 2, links, 2, &workdays));
	assert_true(schedule_reckon(items, 0, links, 0, &workdays));
	items[1].dropped = true;
	assert_true(schedule_reckon(items, 2, links, 2, &workdays));
}

/* Dates are pushed about until nothing moves any more. */
static void
relax(struct schedule_item *items, int count, const struct schedule_link *links, int link_count,
	const struct workdays *workdays)
{
	day end = NO_DAY;

	for (int i = 0; i < count; i++) {
		items[i].start = items[i].earliest;
		items[i].latest = INT32_MAX;
	}
	for (int round = 0; round <= count; round++) {
		for (int i = 0; i < count; i++) {
			day worked = walk(workdays, items[i].start, items[i].work_days);

			items[i].forecast = worked > items[i].entered ? worked : items[i].entered;
			if (items[i].accepted && items[i].actual != NO_DAY)
				items[i].forecast = items[i].actual;
		}
		for (int i = 0; i < link_count; i++) {
			day by = items[links[i].from].forecast + links[i].lag;

			if (items[links[i].from].dropped || items[links[i].to].dropped)
				continue;
			if (by > items[links[i].to].start)
				items[links[i].to].start = by;
		}
	}
	for (int i = 0; i < count; i++)
		if (!items[i].dropped && items[i].forecast > end)
			end = items[i].forecast;
	for (int round = 0; round <= count; round++) {
		for (int i = 0; i < count; i++) {
			bool last = true;
			day latest = INT32_MAX;

			for (int j = 0; j < link_count; j++) {
				const struct schedule_item *to = &items[links[j].to];
				day by;

				if (links[j].from != i || items[i].dropped || to->dropped)
					continue;
				last = false;
				if (to->latest == INT32_MAX)
					continue;
				by = walk_back(workdays, to->latest, to->work_days) - links[j].lag;
				latest = by < latest ? by : latest;
			}
			items[i].latest = last ? end : latest;
		}
	}
}

static void
test_random_graphs(void **state)
{
	unsigned seed = 42;

	(void)state;
	for (int graph = 0; graph < GRAPHS; graph++) {
		struct schedule_item items[ITEMS], naive[ITEMS];
		struct schedule_link links[LINKS];
		day holidays[20], base = date("2026-03-02");
		int count = 1 + (int)(next_random(&seed) % ITEMS);
		int link_count = count > 1 ? (int)(next_random(&seed) % LINKS) : 0;
		int32_t names[ITEMS];
		struct workdays workdays;

		for (int i = 0; i < 20; i++)
			holidays[i] = base + (day)(next_random(&seed) % 200);
		workdays_init(&workdays, holidays, next_random(&seed) % 20);
		for (int i = 0; i < count; i++) {
			int place = (int)(next_random(&seed) % (unsigned)(i + 1));

			names[i] = names[place];
			names[place] = i;
		}
		for (int i = 0; i < count; i++) {
			unsigned kind = next_random(&seed) % 10;

			items[i] = (struct schedule_item){
				.earliest = base + (day)(next_random(&seed) % 30),
				.entered = next_random(&seed) % 2 == 0
						   ? NO_DAY
						   : base + (day)(next_random(&seed) % 120),
				.actual = NO_DAY,
				.work_days = (int)(next_random(&seed) % 12),
				.accepted = kind < 2,
				.dropped = kind == 2,
			};
			if (kind == 0)
				items[i].actual = base + (day)(next_random(&seed) % 120);
		}
		for (int i = 0; i < link_count; i++) {
			int to = 1 + (int)(next_random(&seed) % (unsigned)(count - 1));
			int from = (int)(next_random(&seed) % (unsigned)to);

			links[i] = (struct schedule_link){ names[from], names[to],
				(int32_t)(next_random(&seed) % 12) - 4 };
		}
		for (int i = 0; i < count; i++)
			naive[i] = items[i];
		assert_true(schedule_reckon(
			items, (size_t)count, links, (size_t)link_count, &workdays));
		relax(naive, count, links, link_count, &workdays);
		for (int i = 0; i < count; i++) {
			if (items[i].dropped)
				continue;
			assert_int_equal(items[i].start, naive[i].start);
			assert_int_equal(items[i].forecast, naive[i].forecast);
			assert_int_equal(items[i].latest, naive[i].latest);
			assert_int_equal(items[i].slack, naive[i].latest - naive[i].forecast);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_workdays_by_hand),
		cmocka_unit_test(test_workdays_against_walking),
		cmocka_unit_test(test_by_hand),
		cmocka_unit_test(test_accepted_counts_with_its_real_date),
		cmocka_unit_test(test_circles_and_nothing),
		cmocka_unit_test(test_random_graphs),
	};

	return cmocka_run_group_tests_name("schedule", tests, NULL, NULL);
}
