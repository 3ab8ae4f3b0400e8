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
		.promised = NO_DAY,
		.actual = NO_DAY,
		.work_days = work_days };
}

static void
compute(struct schedule_item *items, size_t count, const struct schedule_link *links,
	size_t link_count, const char *today)
{
	struct workdays workdays;

	workdays_init(&workdays, NULL, 0);
	assert_true(critical_path_compute(items, count, links, link_count, &workdays, date(today)));
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

	(void)state;
	items[4].dropped = true;
	compute(items, 5, links, 4, "2026-11-02");
	assert_int_equal(items[0].expected, date("2026-11-09"));
	assert_int_equal(items[1].start, date("2026-11-12"));
	assert_int_equal(items[1].expected, date("2026-11-16"));
	assert_int_equal(items[2].expected, date("2026-11-20"));
	assert_int_equal(items[3].expected, date("2026-11-20"));
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

/* A fortnight later: what is planned starts today, what has begun is expected today at the
 * earliest, and what waits follows; the plan itself stays what it was. */
static void
test_open_is_never_expected_in_the_past(void **state)
{
	struct schedule_item items[] = { item("2026-11-02", NULL, 5), item("2026-11-02", NULL, 5),
		item("2026-11-02", NULL, 2), item("2026-11-02", "2026-11-06", NO_WORK_DAYS) };
	const struct schedule_link links[] = { { 1, 2, 0 } };

	(void)state;
	items[0].planned = items[2].planned = items[3].planned = true;
	compute(items, 4, links, 1, "2026-11-16");
	assert_int_equal(items[0].ready, date("2026-11-02"));
	assert_int_equal(items[0].start, date("2026-11-16"));
	assert_int_equal(items[0].expected, date("2026-11-23"));
	assert_int_equal(items[0].by_plan, date("2026-11-09"));
	assert_int_equal(items[1].start, date("2026-11-02"));
	assert_int_equal(items[1].expected, date("2026-11-16"));
	assert_int_equal(items[2].expected, date("2026-11-18"));
	assert_int_equal(items[2].by_plan, date("2026-11-11"));
	assert_int_equal(items[3].expected, date("2026-11-16"));
	assert_int_equal(items[3].by_plan, date("2026-11-06"));
}

/* Nothing entered and no work days: the promise counts, not before today or the start; without one
 * there is no date, and what waits for it waits for its start. */
static void
test_what_nobody_has_dated(void **state)
{
	struct schedule_item items[] = { item("2026-11-02", NULL, NO_WORK_DAYS),
		item("2026-11-02", NULL, NO_WORK_DAYS), item("2026-11-02", NULL, 3),
		item("2026-11-02", NULL, NO_WORK_DAYS), item("2026-11-30", NULL, NO_WORK_DAYS) };
	const struct schedule_link links[] = { { 0, 1, 2 }, { 1, 2, 0 } };

	(void)state;
	items[0].promised = date("2026-11-13");
	items[3].promised = date("2026-11-05");
	items[4].promised = date("2026-11-20");
	compute(items, 5, links, 2, "2026-11-09");
	assert_int_equal(items[0].expected, date("2026-11-13"));
	assert_int_equal(items[1].start, date("2026-11-15"));
	assert_int_equal(items[1].expected, NO_DAY);
	assert_int_equal(items[1].slack, 0);
	assert_false(items[1].critical);
	assert_int_equal(items[2].start, date("2026-11-15"));
	assert_int_equal(items[2].expected, date("2026-11-18"));
	assert_int_equal(items[3].expected, date("2026-11-09"));
	assert_int_equal(items[3].by_plan, date("2026-11-05"));
	assert_int_equal(items[4].expected, date("2026-11-30"));
	/* Its latest date counts for what stands before it. */
	assert_int_equal(items[2].latest, date("2026-11-30"));
	assert_int_equal(items[1].latest, date("2026-11-25"));
	assert_int_equal(items[0].latest, date("2026-11-23"));
	items[0].promised = items[3].promised = items[4].promised = NO_DAY;
	items[2].work_days = NO_WORK_DAYS;
	compute(items, 5, links, 2, "2026-11-09");
	for (int i = 0; i < 5; i++) {
		assert_int_equal(items[i].expected, NO_DAY);
		assert_int_equal(items[i].latest, NO_DAY);
		assert_false(items[i].critical);
	}
}

static void
test_accepted_counts_with_its_real_date(void **state)
{
	struct schedule_item items[] = { item("2026-11-02", "2026-11-05", 0),
		item("2026-11-02", NULL, 0), item("2026-11-02", "2026-11-05", 0) };
	const struct schedule_link links[] = { { 0, 1, 0 } };

	(void)state;
	items[0].accepted = items[2].accepted = true;
	items[0].actual = date("2026-11-12");
	compute(items, 3, links, 1, "2026-11-11");
	assert_int_equal(items[0].expected, date("2026-11-12"));
	assert_int_equal(items[1].expected, date("2026-11-12"));
	assert_false(items[0].critical);
	assert_true(items[1].critical);
	/* Not open: today does not move it, though nobody has said when it was reached. */
	assert_int_equal(items[2].expected, date("2026-11-05"));
}

static void
test_circles_and_nothing(void **state)
{
	struct schedule_item items[] = { item("2026-11-02", NULL, 0), item("2026-11-02", NULL, 0) };
	const struct schedule_link links[] = { { 0, 1, 0 }, { 1, 0, 0 } };
	struct workdays workdays;

	(void)state;
	workdays_init(&workdays, NULL, 0);
	assert_false(critical_path_compute(items, 2, links, 2, &workdays, 0));
	assert_true(critical_path_compute(items, 0, links, 0, &workdays, 0));
	items[1].dropped = true;
	assert_true(critical_path_compute(items, 2, links, 2, &workdays, 0));
}

/* A graph and its days, as made up; names[] hides the order in which it can happen. */
struct graph {
	struct schedule_item items[ITEMS];
	struct schedule_link links[LINKS];
	int count, link_count;
	struct workdays workdays;
	day holidays[20], today;
};

static day
some_day(unsigned *seed, day base, unsigned within)
{
	return base + (day)(next_random(seed) % within);
}

static void
make_item(unsigned *seed, day base, struct schedule_item *item)
{
	unsigned kind = next_random(seed) % 10;

	*item = (struct schedule_item){
		.earliest = some_day(seed, base, 30),
		.entered = next_random(seed) % 2 == 0 ? NO_DAY : some_day(seed, base, 120),
		.promised = next_random(seed) % 2 == 0 ? NO_DAY : some_day(seed, base, 120),
		.actual = kind == 0 ? some_day(seed, base, 120) : NO_DAY,
		.work_days =
			next_random(seed) % 3 == 0 ? NO_WORK_DAYS : (int)(next_random(seed) % 12),
		.accepted = kind<2, .dropped = kind == 2, .planned = kind> 5,
	};
}

static void
make_graph(unsigned *seed, struct graph *graph)
{
	day base = date("2026-03-02");
	int32_t names[ITEMS];

	graph->count = 1 + (int)(next_random(seed) % ITEMS);
	graph->link_count = graph->count > 1 ? (int)(next_random(seed) % LINKS) : 0;
	graph->today = some_day(seed, base - 30, 160);
	for (int i = 0; i < 20; i++)
		graph->holidays[i] = some_day(seed, base, 200);
	workdays_init(&graph->workdays, graph->holidays, next_random(seed) % 20);
	for (int i = 0; i < graph->count; i++) {
		int place = (int)(next_random(seed) % (unsigned)(i + 1));

		names[i] = names[place];
		names[place] = i;
		make_item(seed, base, &graph->items[i]);
	}
	for (int i = 0; i < graph->link_count; i++) {
		int to = 1 + (int)(next_random(seed) % (unsigned)(graph->count - 1));
		int from = (int)(next_random(seed) % (unsigned)to);

		graph->links[i] = (struct schedule_link){ names[from], names[to],
			(int32_t)(next_random(seed) % 12) - 4 };
	}
}

/* The dates of one item from its start, as product.md says it, case by case. */
static day
naive_date(const struct graph *graph, const struct schedule_item *item, day start, bool has_today)
{
	day out;

	if (item->accepted && item->actual != NO_DAY)
		return item->actual;
	if (item->entered != NO_DAY || item->work_days != NO_WORK_DAYS) {
		out = walk(&graph->workdays, start, item->work_days);
		out = item->entered > out ? item->entered : out;
	} else if (item->promised != NO_DAY) {
		out = item->promised > start ? item->promised : start;
	} else {
		return NO_DAY;
	}
	return has_today && !item->accepted && out < graph->today ? graph->today : out;
}

/* Dates are pushed about until nothing moves any more. */
static void
relax_forwards(struct graph *graph, bool has_today, day *ready, day *start, day *expected)
{
	for (int i = 0; i < graph->count; i++)
		ready[i] = graph->items[i].earliest;
	for (int round = 0; round <= graph->count; round++) {
		for (int i = 0; i < graph->count; i++) {
			bool waits = has_today && graph->items[i].planned;

			start[i] = waits && ready[i] < graph->today ? graph->today : ready[i];
			expected[i] = naive_date(graph, &graph->items[i], start[i], has_today);
		}
		for (int i = 0; i < graph->link_count; i++) {
			const struct schedule_link *link = &graph->links[i];
			day from = expected[link->from] == NO_DAY ? start[link->from]
								  : expected[link->from];

			if (graph->items[link->from].dropped || graph->items[link->to].dropped)
				continue;
			if (from + link->lag > ready[link->to])
				ready[link->to] = from + link->lag;
		}
	}
}

static void
relax_backwards(const struct graph *graph, const day *expected, day *latest)
{
	day end = NO_DAY;

	for (int i = 0; i < graph->count; i++)
		if (!graph->items[i].dropped && expected[i] > end)
			end = expected[i];
	for (int i = 0; i < graph->count; i++)
		latest[i] = end;
	for (int round = 0; round <= graph->count && end != NO_DAY; round++) {
		for (int i = 0; i < graph->count; i++) {
			day earliest = INT32_MAX;

			for (int j = 0; j < graph->link_count; j++) {
				const struct schedule_item *to = &graph->items[graph->links[j].to];
				day by = latest[graph->links[j].to];

				if (graph->links[j].from != i || graph->items[i].dropped ||
					to->dropped)
					continue;
				by = walk_back(&graph->workdays, by, to->work_days) -
				     graph->links[j].lag;
				earliest = by < earliest ? by : earliest;
			}
			latest[i] = earliest == INT32_MAX ? end : earliest;
		}
	}
}

static void
test_random_graphs(void **state)
{
	unsigned seed = 42;
	int dated = 0, undated = 0, critical = 0, moved = 0;

	(void)state;
	for (int number = 0; number < GRAPHS; number++) {
		struct graph graph;
		day ready[ITEMS], start[ITEMS], expected[ITEMS], latest[ITEMS], by_plan[ITEMS],
			unused[ITEMS];

		make_graph(&seed, &graph);
		relax_forwards(&graph, false, unused, unused, by_plan);
		relax_forwards(&graph, true, ready, start, expected);
		relax_backwards(&graph, expected, latest);
		assert_true(critical_path_compute(graph.items, (size_t)graph.count, graph.links,
			(size_t)graph.link_count, &graph.workdays, graph.today));
		for (int i = 0; i < graph.count; i++) {
			const struct schedule_item *item = &graph.items[i];
			bool has = expected[i] != NO_DAY;
			bool open = has && !item->accepted;

			if (item->dropped)
				continue;
			assert_int_equal(item->ready, ready[i]);
			assert_int_equal(item->start, start[i]);
			assert_int_equal(item->expected, expected[i]);
			assert_int_equal(item->by_plan, by_plan[i]);
			assert_int_equal(item->latest, latest[i]);
			assert_int_equal(item->slack, has ? latest[i] - expected[i] : 0);
			assert_int_equal(item->critical, open && latest[i] <= expected[i]);
			dated += has ? 1 : 0;
			undated += has ? 0 : 1;
			critical += item->critical ? 1 : 0;
			moved += expected[i] != by_plan[i] ? 1 : 0;
		}
	}
	assert_true(dated > 10000 && undated > 1000 && critical > 1000 && moved > 1000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_workdays_by_hand),
		cmocka_unit_test(test_workdays_against_walking),
		cmocka_unit_test(test_by_hand),
		cmocka_unit_test(test_open_is_never_expected_in_the_past),
		cmocka_unit_test(test_what_nobody_has_dated),
		cmocka_unit_test(test_accepted_counts_with_its_real_date),
		cmocka_unit_test(test_circles_and_nothing),
		cmocka_unit_test(test_random_graphs),
	};

	return cmocka_run_group_tests_name("critical_path", tests, NULL, NULL);
}
