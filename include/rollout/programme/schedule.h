/* SPDX-License-Identifier: MIT */
/*
 * The schedule of the programme's milestones (product.md 3): when each is expected given what it
 * waits for, how long it may slip, and what is critical. Derived each time, never stored.
 */
#ifndef ROLLOUT_PROGRAMME_SCHEDULE_H
#define ROLLOUT_PROGRAMME_SCHEDULE_H

#include "rollout/programme/programme.h"
#include "rollout/rules/critical_path.h"

/* Dropped milestones are not there. Texts in the arena that was handed in. */
struct scheduled {
	int64_t id;
	const char *identifier, *title;
	int64_t owner, phase, slice, workstream; /* 0: none */
	bool gate; /* of kind gate */
	day baseline; /* what slip is measured against; NO_DAY: none */
	day entered; /* the forecast a person gave; NO_DAY: none */
	int likely_late; /* days it could easily run late; -1: nobody has said */
	struct schedule_item dates; /* what was reckoned */
	int slip; /* forecast less baseline, in days; only with a baseline */
	day current_baseline; /* promised last; NO_DAY: none */
	int current_slip; /* forecast less current_baseline; only with one */
};

struct schedule_report {
	struct scheduled *milestones; /* by id */
	size_t count;
	struct schedule_link *links; /* by index into milestones */
	size_t link_count;
	day ends_on; /* the latest forecast; NO_DAY: there is no milestone */
};

/*
 * Slip is measured against baseline_on, the day first promised; where that is empty, against the
 * oldest baseline that holds the milestone. The current baseline is the newest that holds it, else
 * the first promise. A milestone without a phase starts with the programme,
 * or today where the file has no programme record. STATUS_INVALID, naming the circle, when
 * dependencies of an imported file make one.
 */
enum status STATUS_CHECKED programme_schedule(struct programme *programme, struct arena *arena,
	struct schedule_report *out, struct error *error);
/*
 * The same with other forecasts entered for some milestones, reckoned in memory from a schedule
 * that was read before: what depends on very many others need not be read again for each key.
 */
struct entered_forecast {
	int64_t milestone;
	day on; /* NO_DAY: none any more */
};

enum status STATUS_CHECKED programme_reschedule(struct programme *programme,
	const struct schedule_report *there, const struct entered_forecast *entered, size_t count,
	struct arena *arena, struct schedule_report *out, struct error *error);
/* NULL: not in the schedule. */
const struct scheduled *schedule_find(const struct schedule_report *report, int64_t milestone);

#endif
