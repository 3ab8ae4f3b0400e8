/* SPDX-License-Identifier: MIT */
/*
 * The days on which something recurs: RFC 5545's meaning of the rules that records.md allows.
 */
#ifndef ROLLOUT_RULES_RECURRENCE_H
#define ROLLOUT_RULES_RECURRENCE_H

#include "rollout/model/rrule.h"

enum { RECURRENCE_PERIOD_MOST = 366 }; /* days of a year */

/*
 * The days from first to last (both included) on which a rule, begun on start, falls. Weeks begin
 * on Monday. A month or year without such a day is passed over. The time it takes grows with the
 * days between start and last, not with what is found. Fill in the first four members.
 */
struct recurrence {
	const struct rrule *rule;
	day start, first, last;
	int number; /* of the period that comes next */
	int found; /* days so far, also those before first */
	day days[RECURRENCE_PERIOD_MOST]; /* of the period before it */
	int count, at;
};

/* The next of them, ascending; false behind the last. */
bool recurrence_next(struct recurrence *recurrence, day *on);

#endif
