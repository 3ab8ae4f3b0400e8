/* SPDX-License-Identifier: MIT */
/*
 * What the reports on a milestone's forecast show over time (milestone trend analysis; the four
 * patterns are product.md 3). Values in, a pattern out.
 */
#ifndef ROLLOUT_RULES_SLIP_PATTERN_H
#define ROLLOUT_RULES_SLIP_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "rollout/base/date.h"

/* What was expected on the day of a report. */
struct slip_report {
	day on;
	day forecast;
};

/* From the gravest on. */
enum slip_pattern {
	SLIP_SURPRISE, /* the first move came late and was long */
	SLIP_ACCELERATING, /* each slip longer than the one before */
	SLIP_SLIDING, /* the forecast moves as fast as the calendar */
	SLIP_FROZEN, /* untouched while what it waits for moved */
	SLIP_PATTERNS
};

struct slip_limits {
	int slide_percent; /* of the days between two reports */
	int slide_reports; /* the last so many are looked at; at least 2 */
	int accelerating_slips;
	int surprise_days; /* more than so many days of move … */
	int surprise_within; /* … with fewer than so many to go */
	int frozen_reviews;
};

/*
 * reports: by day, each day once. reviews: days of programme reviews, ascending.
 * predecessors_moved: whether a forecast of what it waits for has changed since its own last
 * changed. holds says of each pattern whether it is there: several may be.
 */
void slip_pattern_find(const struct slip_report *reports, size_t count, const day *reviews,
	size_t review_count, bool predecessors_moved, const struct slip_limits *limits,
	bool holds[SLIP_PATTERNS]);
/* The day since which the forecast stands; the first report's where it never moved. */
day slip_pattern_unmoved_since(const struct slip_report *reports, size_t count);
const char *slip_pattern_name(enum slip_pattern pattern); /* "sliding day for day" … */

#endif
