/* SPDX-License-Identifier: MIT */
/*
 * How long answers take, by the estimator of Kaplan and Meier over those given and those still
 * awaited (product.md 6): a request that nobody answers has waited at least so long, so silence
 * never looks fast.
 */
#ifndef ROLLOUT_RULES_SURVIVAL_H
#define ROLLOUT_RULES_SURVIVAL_H

#include <stdbool.h>
#include <stddef.h>

struct wait {
	int days; /* until the answer or, of an open one, so far */
	bool open;
};

/* Sorts the waits as the others want them. */
void survival_sort(struct wait *waits, size_t count);
/* The first number of days within which at least so many percent are answered: 50 gives the median.
 * false: it is not known yet, as too many are open. */
bool survival_quantile(const struct wait *waits, size_t count, int percent, int *days);
/* The estimated share that takes longer than so many days. */
double survival_share_beyond(const struct wait *waits, size_t count, int days);
/*
 * Whether the median is more than so many days: more than half takes longer, and at least two of
 * the requests say something about it: answered, or open for longer. One answer has no median.
 */
bool survival_is_slow(const struct wait *waits, size_t count, int days);

#endif
