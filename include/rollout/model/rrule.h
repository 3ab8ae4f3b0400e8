/* SPDX-License-Identifier: MIT */
/*
 * How a forum recurs: the subset of an RFC 5545 recurrence rule that records.md allows, taken
 * apart. Finding its occurrences is the business of the rules layer.
 */
#ifndef ROLLOUT_MODEL_RRULE_H
#define ROLLOUT_MODEL_RRULE_H

#include <stdbool.h>
#include <stddef.h>

#include "rollout/base/date.h"
#include "rollout/base/error.h"

enum rrule_frequency { RRULE_DAILY, RRULE_WEEKLY, RRULE_MONTHLY, RRULE_YEARLY };

enum {
	RRULE_LIST_MAX = 31,
	RRULE_INTERVAL_MAX = 99,
	RRULE_COUNT_MAX = 520, /* ten years of weeks */
};

struct rrule_day {
	int ordinal; /* 2: the second in the month or year, -1: the last, 0: every one */
	enum weekday weekday;
};

struct rrule {
	enum rrule_frequency frequency;
	int interval; /* at least 1 */
	int count; /* 0: no such limit */
	bool has_until;
	day until; /* the last day it may fall on */
	size_t day_count;
	size_t month_day_count;
	size_t position_count;
	struct rrule_day days[RRULE_LIST_MAX]; /* BYDAY */
	int month_days[RRULE_LIST_MAX]; /* BYMONTHDAY: 1 to 31, or from the end -1 to -31 */
	int positions[RRULE_LIST_MAX]; /* BYSETPOS: ±1 to ±366 */
};

/* Reads "FREQ=MONTHLY;BYDAY=2WE" in any case. FREQ: DAILY, WEEKLY, MONTHLY or YEARLY. INTERVAL:
 * 1 to 99. BYDAY: with ordinals where it is monthly (±5) or yearly (±53). BYMONTHDAY: not where it
 * is weekly. BYSETPOS: beside one of those two. COUNT (1 to 520) or UNTIL=YYYYMMDD, not both. Each
 * part at most once, and nothing else. field is what the message calls the rule; it says which
 * part is wrong and what it may be. STATUS_INVALID is the only failure. */
enum status STATUS_CHECKED rrule_parse(
	const char *field, const char *text, struct rrule *out, struct error *error);

#endif
