/* SPDX-License-Identifier: MIT */
/* One change by somebody, as the log shows it. */
#ifndef ROLLOUT_MODEL_STEP_H
#define ROLLOUT_MODEL_STEP_H

#include <stdint.h>

enum step_state {
	STEP_DONE = 0,
	STEP_UNDONE = 1, /* can be redone */
	STEP_DROPPED = 2, /* undone, and something else was done since */
	STEP_ORIGIN = 3, /* the file's creation: cannot be undone */
};

struct step {
	int64_t id;
	const char *at; /* UTC, 2026-11-22T09:14:05Z */
	const char *who;
	const char *label;
	int64_t changes; /* records and fields changed */
	enum step_state state;
	const char *undone_at; /* when it was last undone, also where it was redone; NULL: never */
	const char *undone_by;
	const char *redone_at; /* NULL unless it stands again */
	const char *redone_by;
};

/* What is shown of it beside the step; "": it is simply done. */
const char *step_state_words(enum step_state state);

#endif
