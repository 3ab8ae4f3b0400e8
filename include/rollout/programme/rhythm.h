/* SPDX-License-Identifier: MIT */
/*
 * How each forum has kept to its rhythm lately, and when it meets next (product.md 6).
 */
#ifndef ROLLOUT_PROGRAMME_RHYTHM_H
#define ROLLOUT_PROGRAMME_RHYTHM_H

#include "rollout/programme/calendar.h"

enum {
	RHYTHM_DAYS = 84, /* before today that are looked at: twelve weeks */
	RHYTHM_AHEAD = 92, /* days ahead in which the next meeting is looked for */
	RHYTHM_MOST = 12, /* occurrences shown of a forum */
};

struct rhythm {
	int64_t forum;
	const char *name;
	enum occurrence_state past[RHYTHM_MOST]; /* the last ones, oldest first */
	size_t past_count;
	int held, due; /* of those days, cancelled ones left out */
	day next; /* today or later; NO_DAY: none in sight */
};

struct rhythm_report {
	struct rhythm
		*items; /* by name; those that neither met nor will in these days are left out */
	size_t count;
};

/* All in the arena. */
enum status STATUS_CHECKED programme_rhythm(struct programme *programme, struct arena *arena,
	struct rhythm_report *out, struct error *error);

#endif
