/* SPDX-License-Identifier: MIT */
/*
 * The days on which something recurs: RFC 5545's meaning of the rules that records.md allows.
 */
#ifndef ROLLOUT_RULES_RECURRENCE_H
#define ROLLOUT_RULES_RECURRENCE_H

#include "rollout/model/rrule.h"

/*
 * Calls each for every day from first to last (both included) on which the rule, begun on start,
 * falls, ascending; each returns false to end it. Weeks begin on Monday. A month or year without
 * such a day is passed over. The time it takes grows with the days between start and last, not with
 * what is found.
 */
void recurrence_each(const struct rrule *rule, day start, day first, day last,
	bool (*each)(void *context, day on), void *context);

#endif
