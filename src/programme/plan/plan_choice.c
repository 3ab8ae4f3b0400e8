/* SPDX-License-Identifier: MIT */
/*
 * What of a plan is taken. An item is named by its identifier, with its type before it where the
 * word alone means two; a milestone's criteria and dependencies come and go with it, and what is
 * taken alone brings the phase and slice it stands in.
 */
#include <stdlib.h>
#include <string.h>

#include "planning.h"

static bool
is_named(const char *name, const char *type, const char *key)
{
	size_t length = strlen(type);

	return strcmp(name, key) == 0 || (strncmp(name, type, length) == 0 && name[length] == '/' &&
						 strcmp(name + length + 1, key) == 0);
}

/* Marks the names that mean it. */
static bool
is_among(struct planning *planning, const char *const *names, size_t count, bool *named,
	const char *type, const char *key)
{
	bool found = false;

	(void)planning;
	for (size_t i = 0; i < count; i++)
		if (is_named(names[i], type, key))
			found = named[i] = true;
	return found;
}

static bool
is_taken(struct planning *planning, const char *type, const char *key)
{
	const struct plan_options *options = planning->options;

	if (is_among(planning, options->leave, options->leave_count,
		    planning->named + options->only_count, type, key))
		return false;
	return is_among(planning, options->only, options->only_count, planning->named, type, key) ||
	       options->only_count == 0;
}

static const struct draft_item *
find_item(const struct planning *planning, const char *type, const char *key)
{
	for (size_t i = 0; i < planning->draft.count; i++)
		if (strcmp(planning->draft.items[i].type, type) == 0 &&
			strcmp(planning->draft.items[i].key, key) == 0)
			return &planning->draft.items[i];
	return NULL;
}

/* Whether a milestone that is taken stands there. */
static bool
holds_taken(struct planning *planning, const struct draft_item *place)
{
	for (size_t i = 0; i < planning->draft.count; i++) {
		const struct draft_item *item = &planning->draft.items[i];
		const char *there =
			strcmp(item->type, "milestone") == 0 ? plan_text(item, place->type) : NULL;

		if (there && strcmp(there, place->key) == 0 &&
			is_taken(planning, item->type, item->key))
			return true;
	}
	return false;
}

static bool
comes_along(struct planning *planning, const struct draft_item *item)
{
	const struct plan_options *options = planning->options;
	const char *milestone = strcmp(item->type, "evidence") == 0 ? plan_text(item, "milestone")
				: strcmp(item->type, "dependency") == 0 ? plan_text(item, "to")
									: NULL;

	if (is_taken(planning, item->type, item->key))
		return true;
	if (is_among(planning, options->leave, options->leave_count,
		    planning->named + options->only_count, item->type, item->key))
		return false;
	if (milestone && find_item(planning, "milestone", milestone))
		return is_taken(planning, "milestone", milestone);
	/* A gate that closes before a person's own. */
	if (milestone)
		return is_taken(planning, "milestone", plan_text(item, "from"));
	return (strcmp(item->type, "phase") == 0 || strcmp(item->type, "slice") == 0) &&
	       holds_taken(planning, item);
}

static int
compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void
plan_leave_out(struct planning *planning)
{
	const char **left =
		arena_alloc(planning->arena, (planning->draft.count + 1) * sizeof *left);
	size_t count = 0;

	for (size_t i = 0; i < planning->draft.count; i++) {
		const struct draft_item *item = &planning->draft.items[i];

		if (!comes_along(planning, item))
			left[count++] =
				arena_format(planning->arena, "%s %s", item->type, item->key);
	}
	if (count > 1)
		qsort(left, count, sizeof *left, compare_texts);
	planning->facts.left_out = left;
	planning->facts.left_out_count = count;
	planning->facts.launch_kept = !is_taken(planning, "programme", PLAN_LAUNCH_KEY);
	if (planning->facts.launch_kept)
		planning->facts.launches_on = planning->facts.launches_stand;
}

bool
plan_takes(struct planning *planning, const char *type, const char *key)
{
	/* What the draft says has been chosen already. */
	return find_item(planning, type, key) || is_taken(planning, type, key);
}

void
plan_check_names(struct planning *planning)
{
	const struct plan_options *options = planning->options;
	size_t count = options->only_count + options->leave_count;

	for (size_t i = 0; i < count && plan_goes_on(planning); i++) {
		const char *name = i < options->only_count
					   ? options->only[i]
					   : options->leave[i - options->only_count];

		if (!planning->named[i])
			planning->rows.status = error_set(planning->rows.error, STATUS_NOT_FOUND,
				"the plan has no item \"%s\"; `rollout plan --dry-run` lists them",
				name);
	}
}
