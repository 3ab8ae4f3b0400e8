/* SPDX-License-Identifier: MIT */
/* Days are counted as if there were no pauses, and the pauses put in or taken out one by one. */
#include "rollout/rules/window.h"

#include <stdlib.h>

static int
compare_pauses(const void *a, const void *b)
{
	const struct pause *left = a, *right = b;

	return (left->from > right->from) - (left->from < right->from);
}

size_t
window_pauses_init(struct pause *pauses, size_t count)
{
	size_t kept = 0;

	if (count > 1)
		qsort(pauses, count, sizeof *pauses, compare_pauses);
	for (size_t i = 0; i < count; i++) {
		if (pauses[i].to < pauses[i].from)
			continue;
		if (kept > 0 && pauses[i].from <= pauses[kept - 1].to + 1) {
			if (pauses[i].to > pauses[kept - 1].to)
				pauses[kept - 1].to = pauses[i].to;
			continue;
		}
		pauses[kept++] = pauses[i];
	}
	return kept;
}

/* Days of the windows from the start up to and without that day. */
static int
count_days(const struct windows *windows, day on)
{
	int days = on - windows->start;

	for (size_t i = 0; i < windows->pause_count && windows->pauses[i].from < on; i++) {
		day from = windows->pauses[i].from, to = windows->pauses[i].to + 1;

		from = from < windows->start ? windows->start : from;
		to = to > on ? on : to;
		days -= to > from ? to - from : 0;
	}
	return days;
}

int
window_of(const struct windows *windows, day on)
{
	/* The day itself counts, unless it is paused: then it goes with the one before. */
	return on < windows->start ? -1 : (count_days(windows, on + 1) - 1) / windows->days;
}

day
window_first(const struct windows *windows, int number)
{
	day on = windows->start + number * windows->days;

	for (size_t i = 0; i < windows->pause_count; i++) {
		day from = windows->pauses[i].from, to = windows->pauses[i].to;

		from = from < windows->start ? windows->start : from;
		if (to >= from && from <= on)
			on += to - from + 1;
	}
	return on;
}

day
window_last(const struct windows *windows, int number)
{
	return window_first(windows, number + 1) - 1;
}
