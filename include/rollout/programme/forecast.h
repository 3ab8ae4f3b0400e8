/* SPDX-License-Identifier: MIT */
/*
 * When each phase and the whole are likely to end (product.md 3), in two views. Inside: simulated
 * from how late each milestone could easily run or, from enough settled ones on, from the
 * programme's own slips so far. Outside: what is left at the pace of the past weeks. It says how
 * much both rest on, and how past ones turned out.
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

/*
 * Weeks count back from today to the programme's start, those without a working day left out. There
 * is no outside view before four weeks have passed and one milestone was accepted in them, nor with
 * nothing left; tasks below milestones count in neither.
 */
struct outside_view {
	day middle, safe; /* NO_DAY: there is none */
	int weeks, accepted; /* of the past; accepted: within them */
	int remaining;
};

/*
 * How often a settled milestone came in by the day that was safe when it was first promised: that
 * day, and the safe share of the lateness that was known then, drawn as the simulation draws it.
 */
struct hit_rate {
	int hits, judged;
};

/* What the simulation draws from. */
struct forecast_basis {
	int settled; /* milestones reached whose slip is known */
	int overdue; /* open ones past their first promise: their slip so far counts as well */
	int estimated; /* open ones drawn from a likely lateness of their own */
	int by_history; /* open ones drawn from the slips of both */
	int scaled; /* of those: longer or shorter, as their likely lateness is to the usual one */
	int on_time; /* open ones taken as punctual: neither is known */
};

struct forecast_report {
	int runs, middle_percent, safe_percent;
	struct forecast_basis basis;
	struct outside_view outside;
	struct hit_rate hit_rate;
	int apart_days; /* the outside's safe day less the inside's; 0 where one is missing */
	bool apart; /* further than the setting forecast_gap_days allows: rule P6 */
	struct forecast_line *phases; /* those with milestones, by their start */
	size_t count;
	bool dated; /* a milestone has a date */
	struct forecast_line whole;
};

/* Texts in the arena. STATUS_INVALID, naming the circle, when dependencies make one. */
enum status STATUS_CHECKED programme_forecast(struct programme *programme, struct arena *arena,
	struct forecast_report *out, struct error *error);

#endif
