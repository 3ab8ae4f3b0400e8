/* SPDX-License-Identifier: MIT */
/*
 * The schedule that the open document keeps, and how one that was computed in memory takes the
 * place of reading. Private to src/programme.
 */
#ifndef ROLLOUT_PROGRAMME_MILESTONES_KEPT_H
#define ROLLOUT_PROGRAMME_MILESTONES_KEPT_H

#include "rollout/programme/milestone_now.h"
#include "rollout/store/rulebook.h"

/* What was read last, as of an edition of the file; schedule NULL: nothing. */
struct milestones_kept {
	const struct schedule *schedule;
	struct edition edition;
	struct derivation facts; /* as rules ask for them */
};

/* Another date that a person enters for a milestone. */
struct entered_date {
	int64_t milestone;
	day on; /* NO_DAY: none any more */
};

/*
 * The same with other dates entered for some milestones, computed in memory: what depends on very
 * many others need not be read again for each key. To be released as one that was read.
 */
enum status STATUS_CHECKED milestone_now_with(struct programme *programme,
	const struct schedule *there, const struct entered_date *entered, size_t count,
	const struct schedule **out, struct error *error);
/* Says that the schedule is today's of that edition of the file: who reads gets it from now on. */
void milestone_now_keep(
	struct programme *programme, const struct schedule *schedule, struct edition edition);
/* The file is closed, or today is another day. */
void milestone_now_forget(struct programme *programme);
/* Lets rules ask for milestone_now('expected', id) and its like. */
enum status STATUS_CHECKED milestone_facts_offer(struct programme *programme, struct error *error);

#endif
