/* SPDX-License-Identifier: MIT */
/*
 * The roadmap that readiness, dates and waves ask for (product.md 2 and 3): facts in, items out.
 * Items are records by key with fields as a person would type them, in the order in which they can
 * be added; each says why it is there. Comparing them with a file is the programme's work.
 */
#ifndef ROLLOUT_RULES_ROADMAP_DRAFT_H
#define ROLLOUT_RULES_ROADMAP_DRAFT_H

#include <stdbool.h>

#include "rollout/base/date.h"
#include "rollout/base/memory.h"

enum { DRAFT_RULES = 12, DRAFT_FIELDS_MAX = 14, DRAFT_WAVES_MAX = 40, DRAFT_PHASES = 3 };
/* First and last days. */
struct draft_span {
	day from, to;
};

struct draft_facts {
	day starts_on, launches_on; /* launches_on not before starts_on */
	struct draft_span phases[DRAFT_PHASES]; /* pilot, scale, embed where a person has set them;
						   from NO_DAY: to be laid out */
	int cycle_weeks; /* at least 1 */
	int waves; /* behind the pilot; at least 1 */
	bool fires[DRAFT_RULES]; /* [3]: finding F3 stands; [0] is not used */
	int slice_days_min, slice_days_max;
	int objectives, key_results, check_in_weeks, free_cycles; /* of F2 and F6 */
	/* People's keys or numbers; NULL: not known. */
	const char *sponsor, *lead, *enablement;
};

struct draft_field {
	const char *name;
	const char *text;
	bool once; /* only when the record is added: a baseline never moves */
	bool over_template; /* may replace what a new programme began with */
};

struct draft_item {
	const char *type, *key;
	const char *rule; /* "F3"; NULL: from dates and the standard way of a rollout */
	const char *phase; /* the phase a milestone stands in; NULL: of no phase */
	struct draft_field fields[DRAFT_FIELDS_MAX];
	int field_count;
};

struct roadmap_draft {
	struct draft_item *items;
	size_t count;
};

/*
 * Texts in the arena. False where the dates lead beyond what a date can be (the year 2199).
 */
bool roadmap_draft_make(
	const struct draft_facts *facts, struct arena *arena, struct roadmap_draft *out);

#endif
