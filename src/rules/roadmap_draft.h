/* SPDX-License-Identifier: MIT */
/* What the files of the drafted roadmap share. Private to src/rules. */
#ifndef ROLLOUT_RULES_ROADMAP_DRAFT_PRIVATE_H
#define ROLLOUT_RULES_ROADMAP_DRAFT_PRIVATE_H

#include "rollout/rules/roadmap_draft.h"

enum { WEEK = 7, NO_NODE = -1, TITLE_MOST = 200 };

/* A milestone of the draft, of the file, or of both. */
struct draft_node {
	const struct draft_template *template; /* NULL: only the file has it */
	const char *key, *title;
	int known; /* -1: the file does not have it */
	int wave, team; /* -1: none */
	int phase; /* -1: none */
	int owner; /* a person; DRAFT_NOBODY */
	const char *kept; /* it is not drafted, and why; NULL: it is */
	bool gone;
};

#define DRAFT_GONE "deleted by hand: it stays away"

struct draft_key {
	const char *key;
	int32_t node;
};

struct drafting {
	const struct draft_facts *facts;
	struct arena *arena;
	struct roadmap_draft *draft;
	struct draft_node *nodes;
	struct schedule_item *items; /* beside nodes */
	size_t count;
	int *known; /* the node of each that the file has */
	struct schedule_link *links;
	size_t link_count;
	struct draft_key *keys; /* sorted; also of what stands in for a drafted milestone */
	size_t key_count;
	int gates[DRAFT_WAVES_MAX + 1]; /* the node that each wave waits for; NO_NODE */
	bool waves[DRAFT_WAVES_MAX + 1]; /* there is such a wave */
	int launch; /* the node; NO_NODE: no launch is drafted */
};

/* roadmap_nodes.c: what is drafted, and what the file has, in one list; and the keys. */
void draft_nodes(struct drafting *drafting);
int draft_find_node(const struct drafting *drafting, const char *key);
/* Whether a person does not take it; deleted it. */
bool draft_is_left_out(const struct draft_facts *facts, const char *type, const char *key);
bool draft_is_deleted(const struct draft_facts *facts, const char *type, const char *key);
/* "{wave}" and the like put in; in the arena. */
const char *draft_fill(struct drafting *drafting, const char *text, int wave, int team);
/* roadmap_links.c: who waits for whom. */
void draft_links(struct drafting *drafting);
/* roadmap_dates.c: dates, phases and launch. False beyond 2199. */
bool draft_dates(struct drafting *drafting);
/* What is drafted is expected then; NO_DAY: it has no date. */
day draft_on(const struct drafting *drafting, int node);
/* roadmap_owners.c */
void draft_owners(struct drafting *drafting);
/* roadmap_slices.c: adds the items, and finds the one in which a day of a phase lies; NULL: none.
 */
void draft_slices(struct drafting *drafting);
const char *draft_find_slice(const struct drafting *drafting, int phase, day on);

/* roadmap_draft.c */
extern const char *const draft_phase_names[DRAFT_PHASES];
/* NULL: a person does not take it. What they deleted says so. */
struct draft_item *draft_add_item(
	struct drafting *drafting, const char *type, const char *key, const char *rule);
void draft_put(struct draft_item *item, const char *name, const char *text); /* NULLs are fine */
void draft_put_day(struct drafting *drafting, struct draft_item *item, const char *name, day date);
const char *draft_text(const struct draft_item *item, const char *name); /* "": none */
const char *draft_rule(struct drafting *drafting, int rule); /* "F3"; NULL for 0 */

#endif
