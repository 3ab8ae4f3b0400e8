/* SPDX-License-Identifier: MIT */
/*
 * Which team comes when, and why: the lens and the waves of rules/sequence.h over the teams of the
 * file, within what findings F2 and F8 leave of a wave's capacity and F5 of the pilot. Proposed,
 * never stored by itself.
 */
#ifndef ROLLOUT_PROGRAMME_SEQUENCE_H
#define ROLLOUT_PROGRAMME_SEQUENCE_H

#include "rollout/programme/programme.h"
#include "rollout/rules/lens.h"

/* Texts in the arena that was handed in. */
struct sequenced {
	struct lens_team team;
	const char *identifier;
	const char *order; /* "now" "early" "leads_call" "later" */
	/* The rule of the lens that decided, why, and what to do next. They tell how the leader
	 * stands: not for teams. */
	const char *rule, *reason, *response;
	int stored; /* the wave that stands in the file; NO_WAVE: none */
	int64_t leader; /* 0: none */
	int64_t coach; /* 0: nobody */
	const char *coach_name, *pinned_reason; /* NULL: none */
	bool handed_off;
};

struct sequence_report {
	struct sequenced *teams; /* by wave, then order and name; those without a wave last */
	size_t count;
	struct lens_limits limits;
	int coaches; /* active people who coach */
	int coach_most; /* teams that one coach can carry */
	bool halved; /* F2: managers have no room */
	bool coached; /* F8: coaching limits it */
	const char *capacity; /* a sentence on what limits a wave */
	int pilot; /* teams in wave 0 */
};

enum status STATUS_CHECKED programme_sequence(struct programme *programme, struct arena *arena,
	struct sequence_report *out, struct error *error);
/* NULL: no such team. */
const struct sequenced *sequence_find(const struct sequence_report *report, int64_t team);

#endif
