/* SPDX-License-Identifier: MIT */
/*
 * Drafting the roadmap from the diagnosis, the teams and the dates (product.md 2 and 3). It can be
 * done again at any time: what a person wrote stays, what they deleted does not come back, and the
 * same facts change nothing.
 */
#ifndef ROLLOUT_PROGRAMME_PLAN_H
#define ROLLOUT_PROGRAMME_PLAN_H

#include "rollout/programme/programme.h"

enum plan_action {
	PLAN_ADD,
	PLAN_CHANGE, /* what an earlier plan wrote, or nobody filled in */
	PLAN_KEEP, /* it is there, and as the plan would have it or as a person wants it */
	PLAN_GONE, /* a person deleted it: it stays away */
	PLAN_OFFER, /* nothing asks for it any more: to be removed when asked */
};

/* Texts in the arena that was handed in. */
struct plan_line {
	enum plan_action action;
	const struct type *type;
	const char *identifier;
	const char *title;
	const char *because; /* the reason, beginning with a rule's id where one asks for it */
	const char *detail; /* for whom and when, what changes, why it is kept; or "" */
};

struct plan_report {
	bool dry_run; /* nothing was written */
	struct plan_line *lines;
	size_t count;
	size_t counts[PLAN_OFFER + 1]; /* by action */
	size_t removed; /* of those offered; the others were touched, or nobody asked for it */
	const struct finding
		*findings; /* of the diagnosis, waived ones left out: what it goes by */
	size_t finding_count;
	const char *note; /* what the plan lacks: answers, people …; "": nothing */
};

struct plan_options {
	bool write; /* false: only say what would be done */
	bool remove; /* what is offered goes too, unless a person touched it */
};

/*
 * STATUS_INVALID where the dates cannot hold a plan (no programme record, a launch before the
 * start, an end beyond 2199). Writing is one step, or none where nothing is to be done.
 */
enum status STATUS_CHECKED programme_plan(struct programme *programme,
	const struct plan_options *options, struct arena *arena, struct plan_report *out,
	struct error *error);
const char *plan_action_name(enum plan_action action); /* "add" "change" … */

#endif
