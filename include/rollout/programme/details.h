/* SPDX-License-Identifier: MIT */
/* What surrounds one record: the records that refer to it, and how it came to be as it is. */
#ifndef ROLLOUT_PROGRAMME_DETAILS_H
#define ROLLOUT_PROGRAMME_DETAILS_H

#include "rollout/programme/programme.h"

/* One way in which records refer to the one in question: "milestones whose owner it is". */
struct reference_group {
	const struct type *type;
	int field;
	int64_t count; /* in all */
	int64_t *ids; /* the first of them, at most REFERENCES_SHOWN */
	size_t shown;
};

struct record_event {
	const char *at; /* "2026-11-22 09:14", UTC */
	const char *who;
	const char *text; /* "attitude: mixed, was resistant" */
};

struct record_details {
	struct reference_group *groups; /* those that have any, in the dictionary's order */
	size_t group_count;
	struct record_event *events; /* the newest first, at most EVENTS_SHOWN */
	size_t event_count;
};

enum { REFERENCES_SHOWN = 20, EVENTS_SHOWN = 50 };

/* In the arena. The events quote values: they are for the lead's own eyes. */
enum status STATUS_CHECKED programme_details(struct programme *programme, const struct type *type,
	int64_t id, struct arena *arena, struct record_details *out, struct error *error);

#endif
