/* SPDX-License-Identifier: MIT */
/*
 * When somebody leaves: all that the person still owns, and its way to another one in one step.
 * What is done, decided, closed, accepted or dropped stays with who did it.
 */
#ifndef ROLLOUT_PROGRAMME_HAND_OVER_H
#define ROLLOUT_PROGRAMME_HAND_OVER_H

#include "rollout/programme/programme.h"

/* One field of one record that names the person. */
struct owned {
	const struct type *type;
	int64_t id;
	int index; /* of the field */
	const char *record, *name; /* what documents and people call the record */
	const char *field; /* "owner", "chair" … */
	bool ends; /* nothing to hand over: the other one has the same already, or would own
		      himself */
};

struct hand_over {
	const char *from, *to; /* as documents call them */
	const char *from_name, *to_name;
	struct owned *items; /* in the order of the dictionary */
	size_t count;
	bool dry_run; /* it has not happened */
};

/* write false: only looks. Texts and items in the arena. STATUS_INVALID where both are one, or the
 * other one is no active person; what a rule refuses names its record, and nothing is changed. */
enum status STATUS_CHECKED programme_hand_over(struct programme *programme, int64_t from,
	int64_t to, bool write, struct arena *arena, struct hand_over *out, struct error *error);

#endif
