/* SPDX-License-Identifier: MIT */
/*
 * What chance explains (product.md 6): small numbers move by themselves, and a signal is raised
 * only for what pure noise shows at most once in twenty windows. Values in, an answer out.
 */
#ifndef ROLLOUT_RULES_CHANCE_H
#define ROLLOUT_RULES_CHANCE_H

#include <stdbool.h>

enum {
	MOOD_SCORES = 5, /* of a pulse: 1 to 5 */
	CHANCE_PARTS_LEAST = 4, /* invitations below which nothing is said about a share */
};

/*
 * The one-sided upper bound of Wilson's score interval for a share of part in whole, at 90 %: the
 * true share lies under it nine times in ten. whole > 0.
 */
double chance_upper_share(int part, int whole);
/* Whether a share is below its aim (0 to 1) beyond chance: the bound lies under the aim, from four
 * on. For an aim of 3/4 that is 1 of 4, 3 of 6, 4 of 8, 7 of 12, 12 of 20. */
bool chance_is_below(int part, int whole, double aim);

/*
 * How likely it is that at least so many of before + now events fall into the second of two windows
 * of one length, if nothing has changed: the conditional exact test, P(Binomial(before + now, 1/2)
 * >= now).
 */
double chance_of_rise(int before, int now);

/*
 * How likely it is that the answers of the second window sum to this or less, if all answers were
 * dealt to the two windows at random: the exact one-sided permutation test. before and now count
 * the answers of each score. Where the smaller window has more than CHANCE_EXACT_MOST answers the
 * permutation distribution is taken as normal, with its exact mean and variance. 1 where either
 * window is empty.
 */
enum { CHANCE_EXACT_MOST = 80 };
double chance_of_fall(const int before[MOOD_SCORES], const int now[MOOD_SCORES]);

struct fall_limits {
	int percent; /* a fall that chance shows more often than this is none */
	int tenths; /* a fall of the mean by this counts as well ... */
	int answers; /* ... with at least so many answers in both windows */
};
bool chance_has_fallen(const int before[MOOD_SCORES], const int now[MOOD_SCORES],
	const struct fall_limits *limits);

#endif
