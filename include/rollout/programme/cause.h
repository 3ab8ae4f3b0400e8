/* SPDX-License-Identifier: MIT */
/*
 * Why an item is on the roadmap, both ways. The field "because" of a milestone, risk or engagement
 * action that follows from a finding begins with the rule's id and a colon: "F3: no baseline for
 * churn", several as "F2, F8: …". So a person can read and write it, and it survives any export.
 */
#ifndef ROLLOUT_PROGRAMME_CAUSE_H
#define ROLLOUT_PROGRAMME_CAUSE_H

#include "rollout/programme/programme.h"

/* The facts that fired a finding; those without a value are left out. In the arena. */
size_t cause_facts(const struct finding *finding, struct arena *arena, struct fact **facts);

/* Something that a finding put on the roadmap; texts in the arena that was handed in. */
struct caused {
	const struct type *type;
	int64_t id;
	const char *identifier;
	const char *title;
	const char *owner; /* a name; NULL: nobody */
	const char *state; /* of a milestone or risk; NULL: none */
	bool done; /* accepted, closed or done */
};

/* Whether the record is accepted, closed or done: history, and no plan any more. */
bool cause_is_done(const struct record *record);
/* Whether because names that rule among the ids before its colon. */
bool cause_names(const char *because, const char *rule);
/* All items whose because names the rule, milestones first. */
enum status STATUS_CHECKED programme_caused_by(struct programme *programme, const char *rule,
	struct arena *arena, struct caused **items, size_t *count, struct error *error);

/* A rule that a because names. */
struct cause {
	const struct rule *rule;
	const char *message; /* what it finds today; NULL: nothing any more */
};

/* In the order of the rule book; texts in the arena. */
enum status STATUS_CHECKED programme_causes(struct programme *programme, const char *because,
	struct arena *arena, struct cause **causes, size_t *count, struct error *error);

#endif
