/* SPDX-License-Identifier: MIT */
/*
 * Each milestone as it stands today (product.md 3): when it was promised, is due and is expected,
 * whether it is late, how far it slips, how far it still may, and whether it is critical. The one
 * home of these facts: rules, status, pilot, timeline, slip chart, confidence, what-if and every
 * document ask here. Computed once for what a file holds on a day, never stored in it.
 */
#ifndef ROLLOUT_PROGRAMME_MILESTONE_NOW_H
#define ROLLOUT_PROGRAMME_MILESTONE_NOW_H

#include "rollout/programme/programme.h"
#include "rollout/rules/critical_path.h"

struct milestone_now {
	int64_t id;
	const char *identifier, *title;
	int64_t owner, phase, slice, workstream; /* 0: none */
	bool gate; /* of kind gate */
	bool conditional; /* a gate passed with conditions */
	int64_t condition_of; /* the gate that it is a condition of; 0: none */
	bool task; /* a delivery below another milestone: no part of progress */
	bool claimed; /* it waits for its check */
	bool late; /* open, and due before today */
	int likely_late; /* days it could easily run late; -1: nobody has said */
	struct schedule_item dates; /* entered, expected, latest, slack, critical … */
	day due; /* promised last, else entered; NO_DAY: neither */
	day baseline; /* promised first, what slip is measured against; NO_DAY: none */
	day current_baseline; /* promised last; NO_DAY: none */
	day promised_on; /* when the first baseline that has it was made; NO_DAY: none has */
	day unrecorded; /* a promise that stands in the milestone and in no baseline; NO_DAY: none
			 */
	int slip, current_slip; /* expected less the two; only with a baseline */
};

/* Dropped milestones are not there. */
struct schedule {
	const struct milestone_now *milestones; /* by id */
	size_t count;
	const struct schedule_link *links; /* by index into milestones */
	size_t link_count;
	day ends_on; /* what is expected last; NO_DAY: nothing is */
};

/*
 * The schedule as the file stands, today; one computed before is handed out again while both are
 * the same. It stays as it is until milestone_now_release(), whatever is written meanwhile. Nobody
 * may change it.
 *
 * The first baseline is the oldest that has a date for the milestone, the current one the newest;
 * baseline_on repeats that. Where baseline_on says something else, or there is no baseline, it is
 * what was promised before any. With any of them there is always an expected date. A milestone
 * without a phase starts with the programme, or today where the file has no programme record.
 * STATUS_INVALID, naming the circle, when dependencies of an imported file make one; *out is then
 * NULL.
 */
enum status STATUS_CHECKED milestone_now_read(
	struct programme *programme, const struct schedule **out, struct error *error);
void milestone_now_release(const struct schedule *schedule); /* NULL is fine */
/*
 * The nearest gate before a milestone, directly or through others, that is shut; NULL: none. A gate
 * is open when it is accepted, and while it is passed with conditions: at least one, each with an
 * owner and a day, none of them late (product.md 3).
 */
const struct milestone_now *milestone_now_gate(
	const struct schedule *schedule, const struct milestone_now *item);
bool milestone_now_is_shut(const struct schedule *schedule, const struct milestone_now *gate);
/* A condition that shuts a gate passed with conditions: late, or without owner or day; NULL: none,
 * or it has no condition at all (*count is then 0). */
const struct milestone_now *milestone_now_condition(
	const struct schedule *schedule, const struct milestone_now *gate, size_t *count);
/* NULL: not in the schedule. */
const struct milestone_now *milestone_now_find(const struct schedule *schedule, int64_t milestone);

#endif
