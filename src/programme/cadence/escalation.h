/* SPDX-License-Identifier: MIT */
/*
 * Escalations as they stand today: where on the ladder, and when they climb next (product.md 6).
 * What is computed from the due date is written down with the next change of the record; looking
 * writes nothing. Private to src/programme.
 */
#ifndef ROLLOUT_PROGRAMME_CADENCE_ESCALATION_H
#define ROLLOUT_PROGRAMME_CADENCE_ESCALATION_H

#include "rollout/programme/programme.h"
#include "rollout/rules/ladder.h"

struct escalation_now {
	day due;
	bool open, past_due;
	bool moved; /* it has had its one new date */
	enum rung rung; /* climbs up to today included */
	enum rung next; /* RUNGS: none above */
	day climbs_on; /* to that; NO_DAY: none */
};

/* Of a record of the type escalation. */
enum status STATUS_CHECKED programme_escalation_now(struct programme *programme,
	const struct record *record, struct escalation_now *out, struct error *error);
/* "past due since 2026-11-06; climbs to escalate on 2026-11-13: raise it, give it one new date with
 * a reason, or close it". In the arena; "due in 3 days" before that. */
const char *escalation_words(const struct escalation_now *now, day today, struct arena *arena);

#endif
