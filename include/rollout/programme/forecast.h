/* SPDX-License-Identifier: MIT */
/*
 * When each phase and the whole are likely to end (product.md 3), simulated from how late each
 * milestone could easily run or from the programme's own slips so far. Reproducible; it says how
 * much it rests on.
 */
#ifndef ROLLOUT_PROGRAMME_FORECAST_H
#define ROLLOUT_PROGRAMME_FORECAST_H

#include "rollout/programme/milestone_now.h"

struct forecast_line {
	int64_t id; /* of the phase; 0: the whole */
	const char *identifier, *name; /* of the phase; NULL identifier: the whole */
	day planned; /* the last day of the phase; NO_DAY: none */
	day expected; /* what of it is expected last; NO_DAY: nothing has a date */
	day middle, safe; /* the share of runs of the settings has ended by then */
	int open; /* milestones not accepted */
};

struct forecast_report {
	int runs, middle_percent, safe_percent;
	int history; /* milestones reached whose slip is known */
	int estimated; /* open ones with a likely lateness of their own */
	int by_history; /* open ones drawn from the history */
	int on_time; /* open ones taken as punctual: neither is known */
	struct forecast_line *lines; /* phases with milestones, then the whole */
	size_t count; /* 0: there is no milestone */
};

/* Texts in the arena. STATUS_INVALID, naming the circle, when dependencies make one. */
enum status STATUS_CHECKED programme_forecast(struct programme *programme, struct arena *arena,
	struct forecast_report *out, struct error *error);

#endif
