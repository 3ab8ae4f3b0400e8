/* SPDX-License-Identifier: MIT */
/*
 * A series of readings as a run chart, and the limits of its normal variation (product.md 6).
 * Trends of three or five in a row are not looked for: noise shows them all the time.
 */
#ifndef ROLLOUT_RULES_RUN_CHART_H
#define ROLLOUT_RULES_RUN_CHART_H

#include <stdbool.h>
#include <stddef.h>

struct run_chart {
	double median; /* of the baseline */
	int useful; /* readings off the median */
	int longest, longest_most; /* run on one side, and the longest that chance explains */
	int crossings, crossings_least; /* of the median, and the fewest that chance explains */
	bool shifted; /* a longer run or fewer crossings */
};

/* The median of the first baseline readings, by which all are judged: later ones do not move it.
 * run_extra: a run is longer than chance explains from round(log2 useful + run_extra) + 1 on;
 * percent: crossings are too few below this percentile of Binomial(useful - 1, 1/2). */
struct run_chart run_chart_read(
	const double *readings, size_t count, size_t baseline, int run_extra, int percent);

struct variation {
	double mean, lower, upper; /* of single readings: the mean and 2.66 mean moving ranges */
};

/* Of at least two readings. */
struct variation variation_of(const double *readings, size_t count);

#endif
