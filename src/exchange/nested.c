/* SPDX-License-Identifier: MIT */
/* Which records our documents carry inside others (contract.md), for reading and writing alike. */
#include <string.h>

#include "rollout/exchange/mapping.h"

static const struct nested nested[] = {
	{ "stakeholder", "relationships", "relationship", "from", NULL, NULL },
	{ "milestone", "evidence", "evidence", "milestone", NULL, NULL },
	{ "milestone", "depends_on", "dependency", "to", "milestone", "from" },
	{ "phase", "slices", "slice", "phase", NULL, NULL },
	{ "phase", "milestones", "milestone", "phase", NULL, NULL },
};

static const struct {
	const char *type, *member;
} computed[] = {
	{ "milestone", "schedule" },
	{ "team", "sequence" },
};

const struct nested *
nested_list(size_t *count)
{
	*count = sizeof nested / sizeof *nested;
	return nested;
}

const struct nested *
nested_find(const struct type *type, const char *member)
{
	for (size_t i = 0; i < sizeof nested / sizeof *nested; i++)
		if (strcmp(nested[i].member, member) == 0 &&
			strcmp(nested[i].parent, type->name) == 0)
			return &nested[i];
	return NULL;
}

bool
nested_is_computed(const struct type *type, const char *member)
{
	for (size_t i = 0; i < sizeof computed / sizeof *computed; i++)
		if (strcmp(computed[i].member, member) == 0 &&
			strcmp(computed[i].type, type->name) == 0)
			return true;
	return false;
}
