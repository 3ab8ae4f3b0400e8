/* SPDX-License-Identifier: MIT */
/*
 * Three tests, each exact where the numbers are small, which is where a programme lives. They share
 * nothing but their purpose.
 */
#include "rollout/rules/chance.h"

#include <math.h>
#include <stdlib.h>

#include "rollout/base/memory.h"

/* The quantile of the normal distribution that nine in ten lie under. */
static const double ninety_percent = 1.2815515655446004;

double
chance_upper_share(int part, int whole)
{
	double n = whole, share = part / n, square = ninety_percent * ninety_percent;
	double spread = sqrt(share * (1 - share) / n + square / (4 * n * n));

	return (share + square / (2 * n) + ninety_percent * spread) / (1 + square / n);
}

bool
chance_is_below(int part, int whole, double aim)
{
	return whole >= CHANCE_PARTS_LEAST && chance_upper_share(part, whole) < aim;
}

double
chance_of_rise(int before, int now)
{
	int total = before + now;
	double sum = 0;

	for (int i = now; i <= total; i++)
		sum += exp(lgamma(total + 1.0) - lgamma(i + 1.0) - lgamma(total - i + 1.0) -
			   total * log(2));
	return fmin(sum, 1);
}

static int
count_answers(const int scores[MOOD_SCORES])
{
	int count = 0;

	for (int i = 0; i < MOOD_SCORES; i++)
		count += scores[i];
	return count;
}

/* Of scores counted from 0. */
static int
sum_scores(const int scores[MOOD_SCORES])
{
	int sum = 0;

	for (int i = 0; i < MOOD_SCORES; i++)
		sum += i * scores[i];
	return sum;
}

static double
choose(int n, int k)
{
	return exp(lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0));
}

/*
 * The chance that some of the pooled answers, so many drawn, sum to at most that. ways[k][s] is the
 * number of ways to draw k answers that sum to s from the scores gone through so far.
 */
static double
chance_of_sum(const int pooled[MOOD_SCORES], int drawn, int most)
{
	size_t width = (size_t)(MOOD_SCORES - 1) * (size_t)drawn + 1;
	double *ways = memory_new((size_t)(drawn + 1) * width, sizeof *ways);
	double low = 0, all = 0;

	ways[0] = 1;
	for (int score = 0; score < MOOD_SCORES; score++) {
		/* From many to few, so that an answer is not drawn twice. */
		for (int k = drawn; k > 0; k--)
			for (int take = 1; take <= pooled[score] && take <= k; take++) {
				const double *from = ways + (size_t)(k - take) * width;
				double *to = ways + (size_t)k * width;
				double times = choose(pooled[score], take);
				size_t shift = (size_t)(take * score);

				for (size_t s = shift; s < width; s++)
					to[s] += from[s - shift] * times;
			}
	}
	for (size_t s = 0; s < width; s++) {
		double here = ways[(size_t)drawn * width + s];

		all += here;
		low += (int)s <= most ? here : 0;
	}
	free(ways);
	return low / all;
}

/* The same by the normal distribution: the sum of a draw without replacement. */
static double
normal_chance_of_sum(const int pooled[MOOD_SCORES], int drawn, int most)
{
	double total = count_answers(pooled), mean = sum_scores(pooled) / total, squares = 0;
	double variance;

	for (int i = 0; i < MOOD_SCORES; i++)
		squares += pooled[i] * (i - mean) * (i - mean);
	variance = drawn * squares / total * (total - drawn) / (total - 1);
	if (variance <= 0)
		return 1;
	return 0.5 * erfc(-(most + 0.5 - drawn * mean) / sqrt(2 * variance));
}

double
chance_of_fall(const int before[MOOD_SCORES], const int now[MOOD_SCORES])
{
	int earlier = count_answers(before), later = count_answers(now);
	int pooled[MOOD_SCORES];
	double (*chance)(const int[MOOD_SCORES], int, int);

	if (earlier == 0 || later == 0)
		return 1;
	for (int i = 0; i < MOOD_SCORES; i++)
		pooled[i] = before[i] + now[i];
	chance = (earlier < later ? earlier : later) > CHANCE_EXACT_MOST ? normal_chance_of_sum
									 : chance_of_sum;
	/* A low sum here is a high one of the rest: the smaller window is dealt. */
	if (later <= earlier)
		return chance(pooled, later, sum_scores(now));
	return 1 - chance(pooled, earlier, sum_scores(before) - 1);
}

bool
chance_has_fallen(
	const int before[MOOD_SCORES], const int now[MOOD_SCORES], const struct fall_limits *limits)
{
	int earlier = count_answers(before), later = count_answers(now);
	/* In whole numbers, so that a fall of exactly the limit is one. */
	long long fall =
		(long long)sum_scores(before) * later - (long long)sum_scores(now) * earlier;

	if (earlier == 0 || later == 0 || fall <= 0)
		return false;
	if (earlier >= limits->answers && later >= limits->answers &&
		10 * fall >= (long long)limits->tenths * earlier * later)
		return true;
	return chance_of_fall(before, now) <= limits->percent / 100.0;
}
