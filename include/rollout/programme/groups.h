/* SPDX-License-Identifier: MIT */
/* The records of a query by what stands in one of their fields. */
#ifndef ROLLOUT_PROGRAMME_GROUPS_H
#define ROLLOUT_PROGRAMME_GROUPS_H

#include "rollout/programme/programme.h"

struct record_group {
	struct value value; /* none: those that have no value */
	const char *word; /* as documents call it; "" for none */
	const char *name; /* as people do; "none" for none */
	int64_t count;
};

enum { GROUPS_MOST = 200 };

struct record_groups {
	const struct type *type;
	int field;
	struct record_group *items;
	size_t count;
};

/*
 * In the order of the choices, or of the values (references by name), those without one last; the
 * order and limits of the query do not matter. STATUS_INVALID where there are more than
 * GROUPS_MOST. All in the arena.
 */
enum status STATUS_CHECKED programme_group(struct programme *programme, const struct query *query,
	int field, struct arena *arena, struct record_groups *out, struct error *error);
/* The query for the records of one group. */
struct query programme_group_query(const struct query *query, const struct record_groups *groups,
	const struct record_group *group);

#endif
