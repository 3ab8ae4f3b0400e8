/* SPDX-License-Identifier: MIT */
/*
 * How the forecast of one milestone has moved from report to report, and what pattern that makes
 * (the slip chart of product.md 3). Reports are the dated snapshots of the file.
 */
#ifndef ROLLOUT_PROGRAMME_SLIP_H
#define ROLLOUT_PROGRAMME_SLIP_H

#include "rollout/programme/programme.h"
#include "rollout/rules/slip_pattern.h"

/* Texts in the arena that was handed in. */
struct slip_chart {
	int64_t milestone;
	const char *identifier, *title;
	struct slip_report *reports; /* by day */
	size_t count;
	struct slip_finding {
		const char *name; /* "sliding day for day" … */
		const char *reason; /* a sentence on it */
		const char *response; /* what to do next */
	} patterns[SLIP_PATTERNS]; /* those that hold, the gravest first */
	size_t pattern_count;
	const char *nothing; /* without a pattern: that there is none, or too little to say */
};

enum status STATUS_CHECKED programme_slip(struct programme *programme, int64_t milestone,
	struct arena *arena, struct slip_chart *out, struct error *error);

#endif
