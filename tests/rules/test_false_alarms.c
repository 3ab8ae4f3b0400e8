/* SPDX-License-Identifier: MIT */
/*
 * Programmes of pure noise: participation 85 %, unexcused absence 5 %, answers after 3 working days
 * on average, mood 3.8, 2 blockers a window (product.md 6). Whatever demands an action may fire in
 * at most one window in twenty. And programmes in which something has really changed, which must be
 * found. make test simulates a share of them; with ROLLOUT_TEST_LONG set it is all 20,000.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/embedded.h"
#include "rollout/rules/chance.h"
#include "rollout/rules/run_chart.h"
#include "rollout/rules/survival.h"

enum {
	PROGRAMMES = 20000,
	SHARE = 20, /* one in so many of them, in make test */
	WINDOWS = 13,
	WORKDAYS = 20, /* of a window */
	SLA = 5,
	OCCURRENCES = 4, /* of a weekly forum, in a window */
	REQUESTS_MOST = 16 * WINDOWS,
	BASELINE = 10,
};

static const double alarms_most = 0.05;
static const double aim = 0.75;
static const struct fall_limits fall_limits = { 5, 5, 20 };

static double
next_share(uint64_t *seed)
{
	uint64_t z = *seed += 0x9e3779b97f4a7c15U;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
	z = (z ^ z >> 27) * 0x94d049bb133111ebU;
	return (double)((z ^ z >> 31) >> 11) / 9007199254740992.0;
}

static int
between(uint64_t *seed, int least, int most)
{
	return least + (int)(next_share(seed) * (most - least + 1));
}

static int
binomial(uint64_t *seed, int n, double share)
{
	int count = 0;

	for (int i = 0; i < n; i++)
		count += next_share(seed) < share;
	return count;
}

static int
poisson(uint64_t *seed, double mean)
{
	double product = next_share(seed), least = exp(-mean);
	int count = 0;

	for (; product > least; count++)
		product *= next_share(seed);
	return count;
}

/* At least a day, and on each further one as likely as on the day before. */
static int
wait_days(uint64_t *seed, double mean)
{
	int days = 1;

	while (next_share(seed) >= 1 / mean)
		days++;
	return days;
}

/* What is true of a programme in a window. */
struct truth {
	double participation, absence, answer_days, mood, blockers;
};

static const struct truth noise = { 0.85, 0.05, 3, 3.8, 2 };

/* What one programme shows. */
struct shown {
	int invited, there; /* of a group, in the window */
	int answers[MOOD_SCORES];
	int blockers;
};

enum signal { G1_PERSON, G1_GROUP, G2, G3, G4, V3, SIGNALS };
static const char *const signal_names[] = { "G1 of a person", "G1 of a group", "G2", "G3", "G4",
	"V3" };

/* Fired in so many of so many windows. */
struct tally {
	long windows, fired;
};

static void
count_window(struct tally *tally, bool fired)
{
	tally->windows++;
	tally->fired += fired;
}

/* A mood of 3.8 with a standard deviation of 0.87; one of 3.0 with 0.97. */
static int
mood_score(uint64_t *seed, double mood)
{
	static const double high[] = { 0.01, 0.07, 0.23, 0.49 }, low[] = { 0.06, 0.24, 0.40, 0.24 };
	const double *shares = mood > 3.4 ? high : low;
	double share = next_share(seed);
	int score = 0;

	while (score < MOOD_SCORES - 1 && share >= shares[score])
		share -= shares[score++];
	return score;
}

/* One person invited every week: absent without a word twice in a row. */
static void
simulate_person(uint64_t *seed, struct tally *tally)
{
	bool before = false;

	for (int window = 0; window < WINDOWS; window++) {
		bool fired = false;

		for (int i = 0; i < OCCURRENCES; i++) {
			bool absent = next_share(seed) < noise.absence;

			fired = fired || (absent && before);
			before = absent;
		}
		count_window(tally, fired);
	}
}

/* Requests to one desk, each on some working day. */
struct desk {
	struct {
		int asked, answered;
	} requests[REQUESTS_MOST];
	int count;
};

static void
ask(uint64_t *seed, struct desk *desk, int window, int requests, double mean)
{
	for (int i = 0; i < requests; i++) {
		int asked = window * WORKDAYS + between(seed, 0, WORKDAYS - 1);

		desk->requests[desk->count].asked = asked;
		desk->requests[desk->count++].answered = asked + wait_days(seed, mean);
	}
}

/* The median of what was answered in the window or is open at its end. */
static bool
is_median_slow(const struct desk *desk, int window)
{
	struct wait waits[REQUESTS_MOST];
	int first = window * WORKDAYS, last = first + WORKDAYS - 1;
	size_t count = 0;

	for (int i = 0; i < desk->count; i++) {
		int asked = desk->requests[i].asked, answered = desk->requests[i].answered;

		if (asked > last || answered < first)
			continue;
		waits[count++] = answered > last ? (struct wait){ last - asked, true }
						 : (struct wait){ answered - asked, false };
	}
	survival_sort(waits, count);
	return survival_is_slow(waits, count, SLA);
}

/* Whether two requests were open beyond the SLA on any day of the window. */
static bool
are_two_late(const struct desk *desk, int window)
{
	for (int now = window * WORKDAYS; now < (window + 1) * WORKDAYS; now++) {
		int late = 0;

		for (int i = 0; i < desk->count; i++)
			late += desk->requests[i].answered > now &&
				now - desk->requests[i].asked > SLA;
		if (late >= 2)
			return true;
	}
	return false;
}

static void
simulate_desk(uint64_t *seed, struct tally *tally)
{
	struct desk desk = { .count = 0 };

	for (int window = 0; window < WINDOWS; window++)
		ask(seed, &desk, window, between(seed, 0, 8), noise.answer_days);
	for (int window = 0; window < WINDOWS; window++)
		count_window(tally, is_median_slow(&desk, window) || are_two_late(&desk, window));
}

/* Two of the last three leadership forums, one a window; or answers slower than the SLA. */
static void
simulate_sponsor(uint64_t *seed, struct tally *tally)
{
	struct desk desk = { .count = 0 };
	bool absent[WINDOWS];

	for (int window = 0; window < WINDOWS; window++) {
		int missed = 0;

		absent[window] = next_share(seed) < noise.absence;
		for (int i = window; i >= 0 && i > window - 3; i--)
			missed += absent[i];
		ask(seed, &desk, window, between(seed, 0, 4), noise.answer_days);
		count_window(tally, missed >= 2 || is_median_slow(&desk, window));
	}
}

static struct shown
show_window(uint64_t *seed, const struct truth *truth, int invited, int answers)
{
	struct shown shown = { .invited = invited,
		.there = binomial(seed, invited, truth->participation),
		.blockers = poisson(seed, truth->blockers) };

	for (int i = 0; i < answers; i++)
		shown.answers[mood_score(seed, truth->mood)]++;
	return shown;
}

/* A group, its mood and its blockers; sizes stay what they are while a programme lasts. */
static void
simulate_rates(uint64_t *seed, struct tally tallies[SIGNALS])
{
	int invited = between(seed, 4, 40), answers = between(seed, 5, 40);
	struct shown before = { 0 };

	for (int window = 0; window < WINDOWS; window++) {
		struct shown now = show_window(seed, &noise, invited, answers);

		count_window(&tallies[G1_GROUP], chance_is_below(now.there, now.invited, aim));
		if (window > 0) {
			count_window(&tallies[G3],
				chance_has_fallen(before.answers, now.answers, &fall_limits));
			count_window(&tallies[G4],
				chance_of_rise(before.blockers, now.blockers) <= alarms_most);
		}
		before = now;
	}
}

static int
count_programmes(void)
{
	return getenv("ROLLOUT_TEST_LONG") ? PROGRAMMES : PROGRAMMES / SHARE;
}

/* What the rule's header says: "-- alarm: in pure noise 1 window in N". */
static double
stated_rate(const char *rule)
{
	static const char says[] = "-- alarm: in pure noise 1 window in ";
	size_t count;
	const struct embedded_file *files = embedded_list("rules/", &count);

	for (size_t i = 0; i < count; i++) {
		const char *at = strstr(files[i].text, says);

		if (strncmp(files[i].path + strlen("rules/"), rule, 2) == 0 && at)
			return 1 / strtod(at + sizeof says - 1, NULL);
	}
	return 0;
}

static void
test_noise_seldom_fires(void **state)
{
	struct tally tallies[SIGNALS] = { { 0, 0 } };
	uint64_t seed = 20261116;

	(void)state;
	for (int i = 0; i < count_programmes(); i++) {
		simulate_person(&seed, &tallies[G1_PERSON]);
		simulate_desk(&seed, &tallies[G2]);
		simulate_sponsor(&seed, &tallies[V3]);
		simulate_rates(&seed, tallies);
	}
	for (int i = 0; i < SIGNALS; i++) {
		double rate = (double)tallies[i].fired / (double)tallies[i].windows;

		print_message("%s: %.2f %% of %ld windows\n", signal_names[i], 100 * rate,
			tallies[i].windows);
		assert_true(rate <= alarms_most);
		/* Within three standard errors of what it says of itself. */
		assert_true(rate <= stated_rate(signal_names[i]) +
					    3 * sqrt(rate / (double)tallies[i].windows));
		/* Something that never fires would be as quiet. */
		assert_true(rate > 0);
	}
}

/* For every number of invitations, not only on average. */
static void
test_no_group_is_too_small(void **state)
{
	(void)state;
	for (int n = CHANCE_PARTS_LEAST; n <= 120; n++) {
		double rate = 0;

		for (int there = 0; there <= n; there++)
			if (chance_is_below(there, n, aim))
				rate += exp(lgamma(n + 1.0) - lgamma(there + 1.0) -
					    lgamma(n - there + 1.0) +
					    there * log(noise.participation) +
					    (n - there) * log(1 - noise.participation));
		if (rate > alarms_most)
			fail_msg("%d invitations: %.3f", n, rate);
	}
}

/* For each size of the two windows, not only on average. */
static void
test_no_mood_is_too_small(void **state)
{
	int rounds = getenv("ROLLOUT_TEST_LONG") ? PROGRAMMES : PROGRAMMES / SHARE;
	uint64_t seed = 5;

	(void)state;
	for (int answers = 5; answers <= 50; answers += 5) {
		struct tally tally = { 0, 0 };
		double rate, chance;

		for (int i = 0; i < rounds; i++) {
			struct shown before = show_window(&seed, &noise, 0, answers);
			struct shown now = show_window(&seed, &noise, 0, answers);

			count_window(&tally,
				chance_has_fallen(before.answers, now.answers, &fall_limits));
		}
		rate = (double)tally.fired / (double)tally.windows;
		/* As exact as the number of tries allows: three standard errors. */
		chance = 3 * sqrt(alarms_most * (1 - alarms_most) / rounds);
		if (rate > alarms_most + chance)
			fail_msg("%d answers: %.3f", answers, rate);
	}
}

static bool
finds(enum signal signal, const struct shown *before, const struct shown *now,
	const struct desk *desk, int window)
{
	switch (signal) {
	case G1_GROUP: return chance_is_below(now->there, now->invited, aim);
	case G2: return is_median_slow(desk, window) || are_two_late(desk, window);
	case G3: return chance_has_fallen(before->answers, now->answers, &fall_limits);
	case G4: return chance_of_rise(before->blockers, now->blockers) <= alarms_most;
	case G1_PERSON:
	case V3:
	case SIGNALS: break;
	}
	return false;
}

static bool
finds_chart(const double *blockers, size_t count)
{
	return run_chart_read(blockers, count, BASELINE, 3, 5).shifted;
}

/* Windows until a change is found, from ten windows of noise on; shares of those found within the
 * first, the third and the twelfth, by the signal and for blockers by the run chart. least: the
 * share that is found within three windows, or by the run chart within twelve. */
static void
find_change(enum signal signal, const struct truth *changed, const char *name, double least)
{
	enum { AFTER = 12 };
	int rounds = count_programmes() / 4, found[AFTER + 1] = { 0 }, charted[AFTER + 1] = { 0 };
	uint64_t seed = 99;

	for (int i = 0; i < rounds; i++) {
		struct shown before = { 0 }, now;
		struct desk desk = { .count = 0 };
		double blockers[BASELINE + AFTER];
		int first = AFTER, chart = AFTER;

		for (int window = 0; window < BASELINE + AFTER; window++) {
			const struct truth *truth = window < BASELINE ? &noise : changed;

			now = show_window(&seed, truth, 20, 25);
			ask(&seed, &desk, window, 6, truth->answer_days);
			blockers[window] = now.blockers;
			if (window >= BASELINE && first == AFTER &&
				finds(signal, &before, &now, &desk, window))
				first = window - BASELINE;
			if (window >= BASELINE && chart == AFTER &&
				finds_chart(blockers, (size_t)window + 1))
				chart = window - BASELINE;
			before = now;
		}
		for (int window = first; window < AFTER; window++)
			found[window]++;
		for (int window = chart; window < AFTER; window++)
			charted[window]++;
	}
	print_message("%s: found within 1, 3, 12 windows in %d, %d, %d %%", name,
		100 * found[0] / rounds, 100 * found[2] / rounds, 100 * found[AFTER - 1] / rounds);
	if (signal == G4)
		print_message("; by the run chart in %d, %d, %d %%", 100 * charted[0] / rounds,
			100 * charted[2] / rounds, 100 * charted[AFTER - 1] / rounds);
	print_message("\n");
	/* Two blockers more a window are no more than chance from one window to the next: what
	 * finds them is the run chart, in its time. */
	assert_true((signal == G4 ? charted[AFTER - 1] : found[2]) >= least * rounds);
}

static void
test_changes_are_found(void **state)
{
	struct truth changed = noise;

	(void)state;
	changed.participation = 0.6;
	find_change(G1_GROUP, &changed, "participation 85 to 60 %", 0.9);
	changed = noise;
	changed.answer_days = 8;
	find_change(G2, &changed, "answers after 8 instead of 3 days", 0.9);
	changed = noise;
	changed.mood = 3.0;
	find_change(G3, &changed, "mood 0.8 lower", 0.9);
	changed = noise;
	changed.blockers = 4;
	find_change(G4, &changed, "blockers doubled", 0.5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_noise_seldom_fires),
		cmocka_unit_test(test_no_group_is_too_small),
		cmocka_unit_test(test_no_mood_is_too_small),
		cmocka_unit_test(test_changes_are_found),
	};

	return cmocka_run_group_tests_name("false_alarms", tests, NULL, NULL);
}
