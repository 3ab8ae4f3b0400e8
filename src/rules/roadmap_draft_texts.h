/* SPDX-License-Identifier: MIT */
/* The milestones that a drafted roadmap is made of: their words, places and causes. */
#ifndef ROLLOUT_RULES_ROADMAP_DRAFT_TEXTS_H
#define ROLLOUT_RULES_ROADMAP_DRAFT_TEXTS_H

/* From what a milestone's date counts. */
enum draft_anchor {
	ANCHOR_START,
	ANCHOR_LAUNCH,
	ANCHOR_PILOT_END,
	ANCHOR_SCALE_END,
	ANCHOR_EMBED_END
};

struct draft_milestone {
	const char *key;
	int rule; /* the finding that asks for it; 0: always there */
	const char *phase, *kind, *workstream;
	enum { OWNER_LEAD, OWNER_SPONSOR, OWNER_ENABLEMENT } owner;
	enum draft_anchor anchor;
	int percent; /* of the way: from the start to the launch, or from the launch to the pilot's
			end */
	const char *title;
	const char *because;
	const char *criteria[5];
	/* Keys of what it waits for, NULL behind them; those that are not drafted are left out. */
	const char *after[7];
};

/* Ends with a NULL key. %d in a title: a number that draft.c puts in. */
extern const struct draft_milestone roadmap_draft_milestones[];

#endif
