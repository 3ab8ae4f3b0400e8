/* SPDX-License-Identifier: MIT */
/*
 * What the pilot has proven and taught (product.md 3): the criteria of the gate that ends it, and
 * the lessons with the change of the design each led to. P2 and P3 judge it; here it is only read.
 */
#ifndef ROLLOUT_PROGRAMME_PILOT_H
#define ROLLOUT_PROGRAMME_PILOT_H

#include "rollout/programme/claim.h"

struct pilot_lesson {
	int64_t id;
	const char *identifier;
	bool win; /* proof that a doubter can go and look at */
	const char *text;
	const char *change, *applied_on; /* NULL: none yet */
};

struct pilot_report {
	const char *gate; /* the identifier of the gate of the pilot that is expected last; NULL:
			     there is none */
	struct proof_report proof; /* of that gate */
	struct pilot_lesson *lessons; /* of the pilot or of no phase, by day */
	size_t lesson_count;
	int changes; /* lessons whose change has been applied */
};

/* All texts in the arena. */
enum status STATUS_CHECKED programme_pilot(struct programme *programme, struct arena *arena,
	struct pilot_report *out, struct error *error);

#endif
