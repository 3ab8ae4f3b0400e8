/* SPDX-License-Identifier: MIT */
/* What gathering the facts for confidence and telling them share. Private to src/programme. */
#ifndef ROLLOUT_PROGRAMME_CONFIDENCE_FACTS_H
#define ROLLOUT_PROGRAMME_CONFIDENCE_FACTS_H

#include "programme/document/document.h"
#include "programme/records/found.h"
#include "rollout/programme/confidence.h"

/* The milestone in which something shows most. */
struct worst {
	const char *title;
	int days;
};

struct scope_facts {
	const char *kind; /* "programme", "phase", "workstream" */
	int64_t id; /* 0: the programme */
	const char *identifier, *name, *scope;
	day starts_on, ends_on; /* of a phase; else NO_DAY */
	int milestones, accepted;
	struct rating_facts facts;
	struct worst gate, critical, late, critical_late;
};

struct weighing {
	struct rows rows; /* of the programme; the first failure sticks to them */
	struct arena *arena;
	const struct schedule *schedule; /* whose titles the scopes borrow */
	const struct found *found; /* by every rule, where the caller has it; NULL: not */
	struct rating_limits limits;
	struct scope_facts *scopes; /* the programme first */
	size_t count;
	int64_t *findings; /* of each rule, in the order of the rule book; -1: not looked at */
};

/* Fills scopes, facts and limits; the schedule is the caller's to release. */
void confidence_gather(struct weighing *weighing);
/* What programme_confidence() does, for a caller that has asked every rule already. */
enum status STATUS_CHECKED confidence_read(struct programme *programme, const struct found *found,
	struct arena *arena, struct confidence_report *out, struct error *error);
/* The scope that a rating's text means; NULL: none. */
struct scope_facts *confidence_scope(const struct weighing *weighing, const char *text);

#endif
