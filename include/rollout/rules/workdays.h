/* SPDX-License-Identifier: MIT */
/*
 * Working days: Monday to Friday without the holidays (product.md 3). Questions are answered by
 * arithmetic and a search among the holidays, whatever the distance.
 */
#ifndef ROLLOUT_RULES_WORKDAYS_H
#define ROLLOUT_RULES_WORKDAYS_H

#include <stddef.h>

#include "rollout/base/date.h"

/* holidays: borrowed; on Mondays to Fridays, ascending, each once (workdays_init sees to it). */
struct workdays {
	const day *holidays;
	size_t count;
};

/* Sorts the holidays in place and leaves out doubled ones and those on weekends. */
void workdays_init(struct workdays *workdays, day *holidays, size_t count);
/* The day reached by working so many days from that one; it itself for 0, else a working day. */
day workdays_add(const struct workdays *workdays, day from, int days);
/* The last day from which so many days of work are done by then: the inverse of workdays_add(). */
day workdays_latest_start(const struct workdays *workdays, day by, int days);
/* Working days behind from, up to and with to; 0 where to is not behind it. */
int workdays_between(const struct workdays *workdays, day from, day to);

#endif
