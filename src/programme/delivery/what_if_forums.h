/* SPDX-License-Identifier: MIT */
/* The cadence before and after a change that is only tried. Private to src/programme. */
#ifndef ROLLOUT_PROGRAMME_WHAT_IF_FORUMS_H
#define ROLLOUT_PROGRAMME_WHAT_IF_FORUMS_H

#include "programme/document/document.h"
#include "rollout/programme/what_if.h"

struct forum_state {
	int64_t id;
	const char *identifier, *name;
	day next; /* NO_DAY: it does not meet within a year */
	bool chaired; /* by somebody who is here */
	int invited; /* who are here */
};

struct forum_view {
	struct forum_state *forums; /* by id */
	size_t count;
};

enum status STATUS_CHECKED forum_view_read(struct programme *programme, struct arena *arena,
	struct forum_view *out, struct error *error);
/* Puts the forums that differ into out. */
void forum_view_compare(const struct forum_view *before, const struct forum_view *after,
	struct arena *arena, struct what_if *out);

#endif
