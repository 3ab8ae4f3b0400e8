/* SPDX-License-Identifier: MIT */
/*
 * Programmes made up by chance, and what product.md 3 ("Schedule, exactly", "Readings settled")
 * says of each of their milestones, worked out once more as plainly as can be: day by day, by
 * recursion. It shares no line with the program.
 */
#ifndef TESTS_RULES_MADE_UP_H
#define TESTS_RULES_MADE_UP_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "rollout/base/date.h"

enum {
	MADE_MILESTONES = 14,
	MADE_LINKS = 20,
	MADE_HOLIDAYS = 8,
	MADE_BASELINES = 2,
	MADE_PHASES = 2,
	MADE_PEOPLE = 2
};

enum made_state { MADE_PLANNED, MADE_IN_PROGRESS, MADE_CLAIMED, MADE_ACCEPTED, MADE_DROPPED };

struct made_milestone {
	char key[8];
	enum made_state state;
	bool gate, proof;
	int phase, owner; /* -1: none */
	day entered, baseline_on, actual; /* NO_DAY: none */
	day promises[MADE_BASELINES]; /* by baselines, the older first */
	int work_days; /* -1: none */
};

struct made_link {
	int from, to, lag;
};

struct made_programme {
	day today, starts_on;
	struct {
		day from, to;
	} phases[MADE_PHASES];
	struct made_milestone milestones[MADE_MILESTONES];
	int count;
	struct made_link links[MADE_LINKS];
	int link_count;
	day holidays[MADE_HOLIDAYS];
	int holiday_count;
};

/* What holds of one milestone that is not dropped. */
struct made_answer {
	day ready, start, expected, by_plan, latest, due, first, current;
	bool late, critical, open;
	int slack, slip, current_slip;
};

void made_up(unsigned *seed, struct made_programme *out);
unsigned made_up_number(unsigned *seed, unsigned below);
/* As a document to import. */
cJSON *made_up_document(const struct made_programme *made);
void made_up_answer(const struct made_programme *made, struct made_answer out[MADE_MILESTONES]);
/* out; "" for NO_DAY. */
const char *made_up_date(day date, char out[DATE_SIZE]);

#endif
