/* SPDX-License-Identifier: MIT */
/*
 * One fact, one answer: programmes made up by chance are asked through every read model (schedule,
 * status, pilot, confidence, forecast, rules, what-if, reports of the slip chart), and each must
 * say what the naive schedule of made_up.c says. The documents: test_one_answer_printed.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "rollout/programme/confidence.h"
#include "rollout/programme/forecast.h"
#include "rollout/programme/milestone_now.h"
#include "rollout/programme/pilot.h"
#include "rollout/programme/reading.h"
#include "rollout/programme/records.h"
#include "rollout/programme/status.h"
#include "rollout/programme/what_if.h"

enum { PROGRAMMES = 60, DAYS = 8, ALL_EVERY = 6, O2_MOST = 4, O2_DAYS = 14, M7_DAYS = 28 };

static void
compare_schedule(struct bench *bench)
{
	const struct schedule *schedule;
	int count = 0;

	bench_check(bench, milestone_now_read(bench->programme, &schedule, &bench->error));
	for (int i = 0; i < bench->made.count; i++)
		count += bench_takes_part(bench, i) ? 1 : 0;
	assert_int_equal(schedule->count, count);
	assert_int_equal(schedule->ends_on, bench_end_of(bench, -1));
	for (size_t i = 0; i < schedule->count; i++) {
		const struct milestone_now *item = &schedule->milestones[i];
		const struct made_answer *answer =
			&bench->answers[bench_index_of(bench, item->identifier)];

		assert_int_equal(item->dates.ready, answer->ready);
		assert_int_equal(item->dates.start, answer->start);
		assert_int_equal(item->dates.expected, answer->expected);
		assert_int_equal(item->dates.by_plan, answer->by_plan);
		assert_int_equal(item->dates.latest, answer->latest);
		assert_int_equal(item->dates.slack, answer->slack);
		assert_int_equal(item->dates.critical, answer->critical);
		assert_int_equal(item->due, answer->due);
		assert_int_equal(item->late, answer->late);
		assert_int_equal(item->baseline, answer->first);
		assert_int_equal(item->current_baseline, answer->current);
		assert_int_equal(item->slip, answer->slip);
		assert_int_equal(item->current_slip, answer->current_slip);
	}
	milestone_now_release(schedule);
}

/* The number called so in the reasons, -1 where there is none. */
static int
number_of(const struct scope_confidence *scope, const char *rule, const char *name)
{
	for (size_t i = 0; i < scope->reason_count; i++)
		for (int j = 0; j < CONFIDENCE_NUMBERS_MOST; j++) {
			const struct confidence_number *number = &scope->reasons[i].numbers[j];

			if (strcmp(scope->reasons[i].rule, rule) == 0 && number->name &&
				strcmp(number->name, name) == 0)
				return number->value;
		}
	return -1;
}

static void
compare_confidence(const struct bench *bench, const struct scope_confidence *whole)
{
	struct bench_counts counts = bench_count(bench);
	bool share = counts.late * 100 > counts.due * 25;
	bool some = !share && counts.late * 100 > counts.due * 10;

	assert_int_equal(number_of(whole, "confidence-late", "late"), some ? counts.late : -1);
	assert_int_equal(number_of(whole, "confidence-late", "due"), some ? counts.due : -1);
	assert_int_equal(number_of(whole, "confidence-critical-late", "late"),
		counts.critical_late > 0 ? counts.critical_late : -1);
	assert_int_equal(number_of(whole, "confidence-late-share", "due"), share ? counts.due : -1);
	assert_int_equal(number_of(whole, "confidence-gate", "gates_past_due"),
		counts.gates > 0 ? counts.gates : -1);
	assert_int_equal(number_of(whole, "confidence-slipping", "slip_days"),
		counts.critical_slip > 7 && counts.critical_slip <= 14 ? counts.critical_slip : -1);
	assert_int_equal(number_of(whole, "confidence-critical", "slip_days"),
		counts.critical_slip > 14 ? counts.critical_slip : -1);
	assert_int_equal(strcmp(whole->suggested, "red") == 0,
		share || counts.gates > 0 || counts.critical_slip > 14);
}

static void
compare_status(struct bench *bench)
{
	struct bench_counts counts = bench_count(bench);
	struct status_report report;
	bool any;
	day gate = bench_next_gate(bench, &any);

	bench_check(
		bench, programme_status(bench->programme, &bench->arena, &report, &bench->error));
	assert_int_equal(report.milestones, counts.all);
	assert_int_equal(report.accepted, counts.accepted);
	assert_int_equal(report.late, counts.late);
	assert_int_equal(report.gate != NULL, any);
	assert_int_equal(report.gate_on, gate);
	if (any)
		assert_int_equal(
			bench->answers[bench_index_of(bench, report.gate_identifier)].expected,
			gate);
	for (size_t i = 0; i < report.decisions.count; i++) {
		const struct status_item *item = &report.decisions.items[i];

		assert_int_equal(
			item->due, bench->answers[bench_index_of(bench, item->subject)].due);
	}
	compare_confidence(bench, &report.confidence.scopes[0]);
}

static void
compare_pilot(struct bench *bench)
{
	struct pilot_report report;
	day last = NO_DAY;
	bool any = false;

	for (int i = 0; i < bench->made.count; i++) {
		if (!bench_takes_part(bench, i) || !bench->made.milestones[i].gate ||
			bench->made.milestones[i].phase != 0)
			continue;
		any = true;
		last = bench->answers[i].expected > last ? bench->answers[i].expected : last;
	}
	bench_check(
		bench, programme_pilot(bench->programme, &bench->arena, &report, &bench->error));
	assert_int_equal(report.gate != NULL, any);
	if (any)
		assert_int_equal(bench->answers[bench_index_of(bench, report.gate)].expected, last);
}

/* Nobody is ever late here: what is likely is what is expected. */
static void
compare_forecast(struct bench *bench)
{
	struct forecast_report report;

	bench_check(
		bench, programme_forecast(bench->programme, &bench->arena, &report, &bench->error));
	for (size_t i = 0; i < report.count + (report.dated ? 1 : 0); i++) {
		const struct forecast_line *line =
			i < report.count ? &report.phases[i] : &report.whole;
		int phase = !line->identifier ? -1 : strcmp(line->identifier, "pilot") == 0 ? 0 : 1;

		assert_int_equal(line->expected, bench_end_of(bench, phase));
		assert_int_equal(line->middle, line->expected);
		assert_int_equal(line->safe, line->expected);
	}
	assert_int_equal(report.dated, bench_end_of(bench, -1) != NO_DAY);
}

/* Which findings there must be of a rule about a milestone, and the day that one fact of it must
 * tell. */
static bool
fires(const struct bench *bench, const char *rule, int index, day *told)
{
	const struct made_programme *made = &bench->made;
	const struct made_milestone *item = &made->milestones[index];
	const struct made_answer *answer = &bench->answers[index];
	day on = item->entered != NO_DAY ? item->entered : answer->current;
	bool before = false, outside = false;

	*told = answer->expected;
	if (!bench_takes_part(bench, index))
		return false;
	if (strcmp(rule, "M1") == 0)
		return !item->proof;
	if (strcmp(rule, "M3") == 0)
		return item->owner < 0 && answer->open;
	if (strcmp(rule, "M7") == 0) {
		*told = answer->ready;
		return answer->open && made->today - answer->ready > M7_DAYS;
	}
	for (int i = 0; i < made->link_count; i++)
		before = before ||
			 (made->links[i].to == index &&
				 bench_takes_part(bench, made->links[i].from) && on != NO_DAY &&
				 bench->answers[made->links[i].from].expected > on);
	if (item->phase >= 0)
		outside =
			answer->by_plan > made->phases[item->phase].to ||
			item->entered > made->phases[item->phase].to ||
			(item->entered != NO_DAY && item->entered < made->phases[item->phase].from);
	return answer->open && (answer->expected == NO_DAY || before || outside);
}

static void
compare_rule(struct bench *bench, const char *rule, const char *fact)
{
	bool found[MADE_MILESTONES] = { false };
	struct finding *findings;
	size_t count, waived;
	day told;

	bench_check(bench, programme_check(bench->programme, rule, &bench->arena, &findings, &count,
				   &waived, &bench->error));
	for (size_t i = 0; i < count; i++) {
		int index = bench_index_of(bench, findings[i].subject);
		cJSON *facts = cJSON_Parse(findings[i].facts);

		found[index] = true;
		(void)fires(bench, rule, index, &told);
		bench_compare_day(facts, fact, told);
		cJSON_Delete(facts);
	}
	for (int i = 0; i < bench->made.count; i++)
		if (found[i] != fires(bench, rule, i, &told))
			fail_msg("%s says otherwise of m%d", rule, i);
}

/* O2 is about people: those with more than four open milestones expected within a fortnight. */
static void
compare_o2(struct bench *bench)
{
	struct finding *findings;
	size_t count, waived, expected = 0;

	for (int person = 0; person < MADE_PEOPLE; person++) {
		int due = 0;

		for (int i = 0; i < bench->made.count; i++)
			due += bench_takes_part(bench, i) && bench->answers[i].open &&
					       bench->made.milestones[i].owner == person &&
					       bench->answers[i].expected != NO_DAY &&
					       bench->answers[i].expected <=
						       bench->made.today + O2_DAYS
				       ? 1
				       : 0;
		expected += due > O2_MOST ? 1 : 0;
	}
	bench_check(bench, programme_check(bench->programme, "O2", &bench->arena, &findings, &count,
				   &waived, &bench->error));
	assert_int_equal(count, expected);
}

/* Without M7, for which a report that something moved is news. */
static void
compare_rules_of_dates(struct bench *bench)
{
	compare_rule(bench, "M1", "forecast_on");
	compare_rule(bench, "M3", "forecast_on");
	compare_rule(bench, "M4", "expected_on");
	compare_o2(bench);
}

static void
compare_rules(struct bench *bench)
{
	compare_rules_of_dates(bench);
	compare_rule(bench, "M7", "news_on");
}

static void
compare_moves(const struct bench *before, const struct bench *after, const struct what_if *what_if)
{
	size_t moved = 0;

	for (int i = 0; i < before->made.count; i++)
		moved += bench_takes_part(before, i) &&
					 before->answers[i].expected != after->answers[i].expected
				 ? 1
				 : 0;
	assert_int_equal(what_if->milestone_count, moved);
	for (size_t i = 0; i < moved; i++) {
		int index = bench_index_of(before, what_if->milestones[i].identifier);

		assert_int_equal(what_if->milestones[i].from, before->answers[index].expected);
		assert_int_equal(what_if->milestones[i].to, after->answers[index].expected);
	}
	assert_int_equal(what_if->end_before, bench_end_of(before, -1));
	assert_int_equal(what_if->end_after, bench_end_of(after, -1));
}

/* One report a milestone that moved, of today. */
static void
compare_reports(struct bench *before, const struct bench *after)
{
	struct rows rows = rows_open(before->programme, NULL, &before->error);
	const struct type *milestone = type_find("milestone");
	struct record record;
	size_t count = 0, moved = 0;

	rows_of(&rows, "forecast", NULL);
	while (rows_next(&rows, &record)) {
		int index = bench_index_of(
			before, programme_identifier(before->programme, milestone,
					record_number(&record, "milestone"), &before->arena));

		assert_int_equal(record_date(&record, "on"), before->made.today);
		assert_int_equal(
			record_date(&record, "forecast_on"), after->answers[index].expected);
		count++;
	}
	bench_check(before, rows_close(&rows));
	for (int i = 0; i < before->made.count; i++)
		moved += bench_takes_part(before, i) && before->answers[i].open &&
					 after->answers[i].expected != NO_DAY &&
					 before->answers[i].expected != after->answers[i].expected
				 ? 1
				 : 0;
	assert_int_equal(count, moved);
}

/* What if, then in earnest, then taken back. */
static void
compare_change(struct bench *bench, unsigned *seed, enum what_if_depth deepest)
{
	const struct type *type = type_find("milestone");
	struct bench *after = memory_new(1, sizeof *after);
	int chosen = bench_choose_change(bench, seed, after);
	char date[DATE_SIZE];
	const struct field_text text = { "forecast_on", date, DATE_SIZE - 1 };
	struct intended change = { .type = type, .texts = &text, .count = 1 };
	struct what_if what_if;
	struct step *steps;
	bool changed;

	if (chosen >= 0) {
		const char *key = bench->made.milestones[chosen].key;

		date_format(after->made.milestones[chosen].entered, date);
		bench_check(bench, programme_resolve(bench->programme, type, key, strlen(key),
					   &change.id, &bench->error));
		for (enum what_if_depth depth = WHAT_IF_DATES; depth <= deepest; depth++) {
			bench_check(bench, programme_what_if(bench->programme, &change, 1, depth,
						   &bench->arena, &what_if, &bench->error));
			compare_moves(bench, after, &what_if);
			compare_schedule(bench);
		}
		compare_rules(bench);
		bench_check(bench, programme_set(bench->programme, type, change.id, &text, 1, NULL,
					   &changed, &bench->error));
		compare_schedule(after);
		compare_rules_of_dates(after);
		if (changed) {
			compare_reports(bench, after);
			bench_check(bench, programme_undo(bench->programme, 1, &bench->arena,
						   &steps, &bench->error));
		}
		compare_schedule(bench);
		compare_rules(bench);
	}
	arena_clear(&after->arena);
	free(after);
}

static void
read_models_agree(void **state)
{
	struct bench *bench = memory_new(1, sizeof *bench);
	unsigned seed = 20261127;
	struct bench_counts all = { 0 };

	(void)state;
	for (int i = 0; i < PROGRAMMES; i++) {
		struct bench_counts counts;

		bench_init(bench, &seed);
		counts = bench_count(bench);
		all.late += counts.late;
		all.gates += counts.gates;
		all.without_date += counts.without_date;
		all.critical_slip += counts.critical_slip > 14 ? 1 : 0;
		compare_schedule(bench);
		compare_status(bench);
		compare_pilot(bench);
		compare_forecast(bench);
		compare_rules(bench);
		compare_change(bench, &seed, i % ALL_EVERY == 0 ? WHAT_IF_ALL : WHAT_IF_DATES);
		bench_clear(bench);
	}
	/* Chance has made something of each kind. */
	assert_true(
		all.late > 50 && all.gates > 15 && all.without_date > 20 && all.critical_slip > 10);
	free(bench);
}

static day clock_day;

static day
clock_now(void)
{
	return clock_day;
}

/* A file that stays open over midnight goes by the new day, unless a day was named for it. */
static void
another_day_gives_other_answers(void **state)
{
	struct bench *bench = memory_new(1, sizeof *bench);
	unsigned seed = 99;
	int moved = 0;

	(void)state;
	for (int i = 0; i < DAYS; i++) {
		bench_init_with(bench, &seed, clock_now);
		clock_day = bench->made.today;
		assert_false(programme_renew_today(bench->programme));
		compare_schedule(bench);
		compare_rules(bench);
		moved -= bench_count(bench).late;
		bench->made.today = clock_day += 1 + (day)made_up_number(&seed, 60);
		made_up_answer(&bench->made, bench->answers);
		moved += bench_count(bench).late;
		assert_true(programme_renew_today(bench->programme));
		assert_false(programme_renew_today(bench->programme));
		compare_schedule(bench);
		compare_rules(bench);
		compare_status(bench);
		bench_clear(bench);
	}
	assert_true(moved > 0);
	bench_init(bench, &seed);
	clock_day = bench->made.today + 1;
	assert_false(programme_renew_today(bench->programme));
	compare_schedule(bench);
	bench_clear(bench);
	free(bench);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(read_models_agree),
		cmocka_unit_test(another_day_gives_other_answers),
	};

	return cmocka_run_group_tests_name("one answer", tests, NULL, NULL);
}
