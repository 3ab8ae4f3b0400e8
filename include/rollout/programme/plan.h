/* SPDX-License-Identifier: MIT */
/*
 * Drafting the roadmap from the diagnosis, the teams and the dates (product.md 2 and 3). It can be
 * done again at any time: what a person wrote stays, what they deleted does not come back, and the
 * same facts change nothing.
 */
#ifndef ROLLOUT_PROGRAMME_PLAN_H
#define ROLLOUT_PROGRAMME_PLAN_H

#include "rollout/programme/programme.h"
#include "rollout/rules/roadmap_draft.h"

/* What goes by these keys among the items: the launch that the network allows, and the promises. */
#define PLAN_LAUNCH_KEY "launch"
#define PLAN_PROMISE_KEY "drafted"

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
	const char *part_of; /* the milestone that comes and goes with it; NULL: it is by itself */
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
	/* The launch with what decides it, the first step first; no step: nothing but the day asked
	 * for does. */
	day launch, launch_asked, ends_on; /* NO_DAY: none */
	struct draft_step *chain;
	size_t chain_count;
};

struct plan_options {
	bool write; /* false: only say what would be done */
	bool remove; /* what is offered goes too, unless a person touched it */
	/* Identifiers of items: nothing but these (a milestone's criteria and dependencies come
	 * with it, and the phase it stands in), or all but these. "risk/tool-overreach" where the
	 * word alone means two items. */
	const char *const *only;
	size_t only_count;
	const char *const *leave;
	size_t leave_count;
};

/*
 * STATUS_INVALID where the dates cannot hold a plan (no programme record, a launch before the
 * start, an end beyond 2199). STATUS_NOT_FOUND for a name that is no item's. Writing is one step,
 * or none where nothing is to be done.
 */
enum status STATUS_CHECKED programme_plan(struct programme *programme,
	const struct plan_options *options, struct arena *arena, struct plan_report *out,
	struct error *error);
const char *plan_action_name(enum plan_action action); /* "add" "change" … */
/* The cause that a reason begins with: "F3", "template", "dates"; in the arena. */
const char *plan_cause(const char *because, struct arena *arena);
/* The causes of what is added, changed or kept for a reason: findings first, by number. */
const char **plan_causes(const struct plan_report *report, struct arena *arena, size_t *count);
/* The line of a milestone with that action; NULL: none. */
const struct plan_line *plan_line_find(
	const struct plan_report *report, const char *milestone, enum plan_action action);
/* Whether the line stands in a list to choose from: not what only goes along with a milestone that
 * does, nor what stays as it is without a reason. */
bool plan_line_is_listed(const struct plan_report *report, const struct plan_line *line);

#endif
