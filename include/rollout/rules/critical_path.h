/* SPDX-License-Identifier: MIT */
/*
 * The schedule of product.md 3, "Schedule, exactly": the dates worked forwards from what each
 * milestone waits for, latest dates backwards, slack and the critical path. Values in, values out;
 * ids are the caller's.
 */
#ifndef ROLLOUT_RULES_CRITICAL_PATH_H
#define ROLLOUT_RULES_CRITICAL_PATH_H

#include <stdbool.h>

#include "rollout/rules/workdays.h"

enum { NO_WORK_DAYS = -1 };

struct schedule_item {
	/* Given. */
	day earliest; /* its phase's start, else the programme's */
	day entered; /* the date that a person gave; NO_DAY: none */
	day promised; /* by the current baseline; NO_DAY: not */
	day actual; /* NO_DAY: none; it counts only where accepted */
	int work_days; /* NO_WORK_DAYS: nobody has said */
	bool planned; /* not begun: it does not start before today */
	bool accepted;
	bool dropped; /* takes no part, nor do its links */
	/* Computed, but for dropped ones. */
	bool critical; /* slack of 0 or less, and not accepted; false without F */
	day ready; /* the latest of earliest and, over what it waits for, expected and the lag */
	day start; /* the same, and never before today where planned */
	day expected; /* F; NO_DAY: there is none */
	day by_plan; /* F as it were if nothing waited for today, anywhere; NO_DAY as expected */
	day latest; /* L: the last day that moves no end; NO_DAY: nothing is expected anywhere */
	int slack; /* L - F, in calendar days; 0 without F */
};

/* to waits for from, by index, and for so many calendar days more; negative lags are fine. */
struct schedule_link {
	int32_t from, to;
	int32_t lag;
};

/*
 * Fills in what is computed. F is the actual date of what is accepted; else the latest of entered,
 * the day reached by working work_days from the start (the start itself where nobody has said how
 * many), and, where it is not accepted, today. Where nothing is entered and nobody has said how
 * many, the promise counts as entered; where there is none either, there is no F, and what waits
 * for it waits for its start. L of what nothing waits for is the latest F of all; else the earliest
 * of the last days from which each that waits can be reached by its own L, less the lag.
 *
 * False, with nothing to be used, when the links make a circle. Takes time in proportion to items
 * and links; no recursion.
 */
bool critical_path_compute(struct schedule_item *items, size_t count,
	const struct schedule_link *links, size_t link_count, const struct workdays *workdays,
	day today);

#endif
