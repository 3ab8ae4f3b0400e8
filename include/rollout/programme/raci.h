/* SPDX-License-Identifier: MIT */
/*
 * The Priority RACI as a matrix: decisions by roles, with who holds each role and how long each
 * decision has really taken (product.md 5). What is wrong with a row is the rule book's to say
 * (R1 to R6).
 */
#ifndef ROLLOUT_PROGRAMME_RACI_H
#define ROLLOUT_PROGRAMME_RACI_H

#include "rollout/programme/programme.h"

struct raci_role {
	int64_t id;
	const char *identifier, *name;
	const char *holders; /* "Mara Quist, Ines Farrow (left)"; "" for none */
	int holder_count; /* of those who are still here */
};

struct raci_activity {
	int64_t id;
	const char *identifier, *name;
	const char **letters; /* one a role: "R" "A" "A/R" "C" "I", "" for none */
	int decided; /* decisions about it that have an answer */
	int median_days; /* working days from asked to decided; -1: none is decided */
	int open, late; /* decisions without an answer; of them beyond the SLA */
};

struct raci_report {
	struct raci_role *roles; /* by position, then name */
	size_t role_count;
	struct raci_activity *activities; /* likewise */
	size_t activity_count;
	int sla_days; /* working days a decision may take */
};

/* All of it, in the arena. A cell entered twice shows the first entry. */
enum status STATUS_CHECKED programme_raci(struct programme *programme, struct arena *arena,
	struct raci_report *out, struct error *error);
/*
 * Puts the letters ("R", "A", "A/R", "C", "I"; "" takes them away) into a cell: one step, also
 * where the cell was entered twice. *changed: whether the cell differs now.
 */
enum status STATUS_CHECKED programme_raci_set(struct programme *programme, int64_t activity,
	int64_t role, const char *letters, bool *changed, struct error *error);

#endif
