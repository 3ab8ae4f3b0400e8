/* SPDX-License-Identifier: MIT */
/*
 * What the rule book finds, kept until the file changes, and looked up by record. Must not run the
 * rules while a key waits: the loop refreshes it when the person pauses.
 */
#ifndef ROLLOUT_TUI_FINDINGS_H
#define ROLLOUT_TUI_FINDINGS_H

#include "rollout/programme/programme.h"

/* Start from {0}. */
struct findings {
	struct arena arena;
	struct finding *items;
	const struct finding **by_record; /* the same, in an order to look them up in */
	size_t count;
	bool fresh; /* false: the file changed since, or they were never asked for */
	bool slow; /* they take so long that only one record is asked about at a time */
	int64_t about; /* that record; 0: none */
};

void findings_expire(struct findings *findings);
/* Runs the rules unless fresh. */
enum status STATUS_CHECKED findings_refresh(
	struct findings *findings, struct programme *programme, struct error *error);
/* Where all take too long: those about this record, in the place of the one before. false: nothing
 * was read, because it is there already or was put off. */
bool findings_look_up(struct findings *findings, struct programme *programme,
	const struct type *type, int64_t id);
/* The first or the one behind *after* about that record; NULL: no more. */
const struct finding *findings_next(const struct findings *findings, const struct finding *after,
	const char *type, const char *identifier);
/* The gravest about that record; NULL: none is known. */
const struct finding *findings_gravest(
	const struct findings *findings, const char *type, const char *identifier);
void findings_clear(struct findings *findings);

#endif
