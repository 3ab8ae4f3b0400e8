/* SPDX-License-Identifier: MIT */
/* Readings on the median belong to no side: they neither end a run nor cross. */
#include "rollout/rules/run_chart.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/memory.h"

/* Wheeler's constant: 3 standard deviations over the mean of ranges of two. */
static const double ranges_of_limits = 2.66;

static int
compare_numbers(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

static double
median_of(const double *readings, size_t count)
{
	double *sorted = memory_new(count + 1, sizeof *sorted), median;

	memcpy(sorted, readings, count * sizeof *sorted);
	qsort(sorted, count, sizeof *sorted, compare_numbers);
	median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
	free(sorted);
	return median;
}

/* The smallest k with P(Binomial(n, 1/2) <= k) of at least that share. */
static int
binomial_percentile(int n, double share)
{
	double sum = 0;

	for (int k = 0; k <= n; k++) {
		sum += exp(lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0) - n * log(2));
		if (sum >= share)
			return k;
	}
	return n;
}

struct run_chart
run_chart_read(const double *readings, size_t count, size_t baseline, int run_extra, int percent)
{
	struct run_chart out = { 0 };
	int side = 0, run = 0;

	if (count == 0)
		return out;
	out.median = median_of(readings, baseline < count ? baseline : count);
	for (size_t i = 0; i < count; i++) {
		int now = (readings[i] > out.median) - (readings[i] < out.median);

		if (now == 0)
			continue;
		out.useful++;
		out.crossings += side != 0 && now != side;
		run = now == side ? run + 1 : 1;
		side = now;
		out.longest = run > out.longest ? run : out.longest;
	}
	if (out.useful < 2)
		return out;
	out.longest_most = (int)lround(log2(out.useful) + run_extra);
	out.crossings_least = binomial_percentile(out.useful - 1, percent / 100.0);
	out.shifted = out.longest > out.longest_most || out.crossings < out.crossings_least;
	return out;
}

struct variation
variation_of(const double *readings, size_t count)
{
	double sum = 0, ranges = 0, mean, reach;

	for (size_t i = 0; i < count; i++) {
		sum += readings[i];
		ranges += i > 0 ? fabs(readings[i] - readings[i - 1]) : 0;
	}
	mean = sum / (double)count;
	reach = ranges_of_limits * ranges / (double)(count - 1);
	return (struct variation){ mean, mean - reach, mean + reach };
}
