/* SPDX-License-Identifier: MIT */
/*
 * The waves as rules ask for them, and what moves when a wave does. Private to src/programme.
 */
#ifndef ROLLOUT_PROGRAMME_WAVES_KEPT_H
#define ROLLOUT_PROGRAMME_WAVES_KEPT_H

#include "rollout/model/record.h"
#include "rollout/programme/wave_now.h"
#include "rollout/store/rulebook.h"

/* What was read for the rule that asks now. */
struct waves_kept {
	struct arena arena;
	struct waves_report report;
	struct derivation facts;
};

/* Lets rules ask for wave_now('launch', number), and for 'passed' and 'launched' (1 or 0). */
enum status STATUS_CHECKED wave_facts_offer(struct programme *programme, struct error *error);

/*
 * Everything dated by a launch keeps its distance to it: an engagement action with
 * days_from_launch, until it is done or a person sets its day. waves_watch() reads the launches
 * before a change, waves_follow() moves in the same step what has to move; it passes status on.
 * Nothing is read where the change cannot move a launch.
 */
struct waves_watch {
	bool wanted;
	struct arena arena;
	struct waves_report there;
};

/* before NULL: the record is new; both NULL: records of the type go. */
enum status STATUS_CHECKED waves_watch(struct programme *programme, const struct type *type,
	const struct record *before, const struct record *now, struct waves_watch *watch,
	struct error *error);
enum status STATUS_CHECKED waves_follow(struct programme *programme, struct waves_watch *watch,
	enum status status, struct error *error);
/* The day on which an action is due that lies so many days from the launch: a working day, and
 * never before today. */
enum status STATUS_CHECKED waves_due(
	struct programme *programme, day launch, int days, day *out, struct error *error);
/* Gives every action that keeps its distance to a launch its day. */
enum status STATUS_CHECKED waves_date_engagement(struct programme *programme, struct error *error);
/* A launch milestone of the pilot that stands on the day of the programme's launch moves with it.
 */
enum status STATUS_CHECKED waves_move_launch(struct programme *programme,
	const struct record *before, const struct record *now, struct error *error);
/* A person who sets the day of an action gives up its distance to the launch. */
void waves_release(const struct record *before, struct record *now);

#endif
