/* SPDX-License-Identifier: MIT */
/*
 * Walks along the sorted waits once. At equal days an answer comes before what is still open: that
 * one has lasted longer.
 */
#include "rollout/rules/survival.h"

#include <stdlib.h>

/* Products of fractions such as 3/4 times 2/3 ought to be 1/2 and are not quite. */
static const double rounding = 1e-9;

static int
compare_waits(const void *a, const void *b)
{
	const struct wait *left = a, *right = b;

	if (left->days != right->days)
		return left->days < right->days ? -1 : 1;
	return left->open - right->open;
}

void
survival_sort(struct wait *waits, size_t count)
{
	if (count > 1)
		qsort(waits, count, sizeof *waits, compare_waits);
}

/* What is left of the share behind the answers of the day at *at, which moves on to the next day.
 */
static double
step(const struct wait *waits, size_t count, size_t *at, double share)
{
	size_t risk = count - *at, answered = 0;
	int day = waits[*at].days;

	for (; *at < count && waits[*at].days == day; ++*at)
		answered += waits[*at].open ? 0 : 1;
	return share * (double)(risk - answered) / (double)risk;
}

bool
survival_quantile(const struct wait *waits, size_t count, int percent, int *days)
{
	double share = 1;

	for (size_t at = 0; at < count;) {
		int day = waits[at].days;

		share = step(waits, count, &at, share);
		if (share <= 1 - percent / 100.0 + rounding) {
			*days = day;
			return true;
		}
	}
	return false;
}

double
survival_share_beyond(const struct wait *waits, size_t count, int days)
{
	double share = 1;

	for (size_t at = 0; at < count && waits[at].days <= days;)
		share = step(waits, count, &at, share);
	return share;
}

bool
survival_is_slow(const struct wait *waits, size_t count, int days)
{
	size_t telling = 0, beyond = 0;

	for (size_t i = 0; i < count; i++) {
		telling += !waits[i].open || waits[i].days > days;
		beyond += waits[i].days > days;
	}
	return telling >= 2 && beyond > 0 &&
	       survival_share_beyond(waits, count, days) > 0.5 + rounding;
}
