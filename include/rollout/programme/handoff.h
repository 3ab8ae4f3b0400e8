/* SPDX-License-Identifier: MIT */
/*
 * The handoff gate (product.md 7): what each team has shown in each cycle, criterion by criterion,
 * and what the programme's own data say about it.
 */
#ifndef ROLLOUT_PROGRAMME_HANDOFF_H
#define ROLLOUT_PROGRAMME_HANDOFF_H

#include "rollout/programme/programme.h"

enum { HANDOFF_CRITERIA = 4, HANDOFF_CYCLES_SHOWN = 6 };

struct handoff_cell {
	/* The newest cycles, oldest first: "pass" "fail" "not_seen", "" where nothing was noted;
	 * the last is cycle of the team. */
	const char *results[HANDOFF_CYCLES_SHOWN];
	bool shown[HANDOFF_CYCLES_SHOWN]; /* whether that result has evidence */
	const char *evidence, *by, *on; /* of the newest result; "" for none */
	bool reliable; /* passed, with evidence, in as many cycles in a row as the setting asks
			  for */
};

struct handoff_team {
	int64_t id;
	const char *name, *ownership, *fallback; /* fallback: "" for none */
	int cycle; /* the newest that anything was noted for; 0: none */
	struct handoff_cell cells[HANDOFF_CRITERIA];
	int reliable; /* criteria that are */
};

struct handoff_report {
	struct handoff_team *teams; /* by name */
	size_t count;
	int cycles; /* in a row that prove a criterion */
};

/* The criteria in the order of the dictionary: "sets_okrs" … */
const char *handoff_criterion(int index);

enum status STATUS_CHECKED programme_handoff(struct programme *programme, struct arena *arena,
	struct handoff_report *out, struct error *error);
/* Notes what was seen ("pass" "fail" "not_seen"; "" takes the note away), checked today, and what
 * shows it (NULL: what is there already); one step. STATUS_INVALID, with H1, for a pass that nothing
 * shows. */
enum status STATUS_CHECKED programme_handoff_set(struct programme *programme, int64_t team,
	int criterion, int cycle, const char *result, const char *evidence, bool *changed,
	struct error *error);
/* Gives the note the evidence it rests on; STATUS_NOT_FOUND where there is no note yet. */
enum status STATUS_CHECKED programme_handoff_prove(struct programme *programme, int64_t team,
	int criterion, int cycle, const char *evidence, struct error *error);
/* What the data say about it, in a sentence, in the arena: "11 of 12 check-ins of the last 13
 * weeks were held"; "" where they say nothing. */
enum status STATUS_CHECKED programme_handoff_propose(struct programme *programme, int64_t team,
	int criterion, struct arena *arena, const char **out, struct error *error);

#endif
