/* SPDX-License-Identifier: MIT */
/*
 * The schedule of product.md 3: forecasts worked forwards from what each milestone waits for,
 * latest dates backwards, slack and the critical path. Values in, values out; ids are the caller's.
 */
#ifndef ROLLOUT_RULES_CRITICAL_PATH_H
#define ROLLOUT_RULES_CRITICAL_PATH_H

#include <stdbool.h>

#include "rollout/rules/workdays.h"

struct schedule_item {
	/* Given. */
	day earliest; /* its phase's start, else the programme's */
	day entered; /* the forecast a person gave; NO_DAY: none */
	day actual; /* NO_DAY: none; it counts only where accepted */
	int work_days; /* at least 0 */
	bool accepted;
	bool dropped; /* takes no part, nor do its links */
	/* Reckoned, but for dropped ones. */
	day start;
	day forecast; /* F: the actual date if accepted, else the later of entered and worked */
	day latest; /* L: the last day that moves no end */
	int slack; /* L - F, in calendar days */
	bool critical; /* slack of 0 or less, and not accepted */
};

/* to waits for from, by index, and for so many calendar days more; negative lags are fine. */
struct schedule_link {
	int32_t from, to;
	int32_t lag;
};

/*
 * Fills in what is reckoned. False, with nothing to be used, when the links make a circle. Takes
 * time in proportion to items and links; no recursion.
 */
bool schedule_reckon(struct schedule_item *items, size_t count, const struct schedule_link *links,
	size_t link_count, const struct workdays *workdays);

#endif
