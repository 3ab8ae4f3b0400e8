/* SPDX-License-Identifier: MIT */
/*
 * The windows of the measures (product.md 6): so many days each, counted from the programme's
 * start, so that no day is in two and nothing is tested again every morning. Days of a pause count
 * for none and make the window they fall into longer.
 */
#ifndef ROLLOUT_RULES_WINDOW_H
#define ROLLOUT_RULES_WINDOW_H

#include <stddef.h>

#include "rollout/base/date.h"

struct pause {
	day from, to; /* both included */
};

struct windows {
	day start;
	int days; /* of one window; at least 1 */
	const struct pause *pauses; /* borrowed; ascending, apart (window_pauses_init sees to it) */
	size_t pause_count;
};

/* Sorts the pauses in place and joins those that meet; their number then. */
size_t window_pauses_init(struct pause *pauses, size_t count);
/* The window that the day lies in, from 0; less than 0 before the start. */
int window_of(const struct windows *windows, day on);
day window_first(const struct windows *windows, int number);
day window_last(const struct windows *windows, int number);

#endif
