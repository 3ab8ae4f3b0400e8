/* SPDX-License-Identifier: MIT */
/* Which records of a file are left out, and why: found in one reading, left out and written down in
 * the next. */
#include <stdlib.h>
#include <string.h>

#include "intake.h"

static int
compare(const void *a, const void *b)
{
	const struct reject *left = a, *right = b;

	return (left->element > right->element) - (left->element < right->element);
}

static void
sort(struct rejects *rejects)
{
	if (!rejects->sorted && rejects->count > 1)
		qsort(rejects->list, rejects->count, sizeof *rejects->list, compare);
	rejects->sorted = true;
}

void
rejects_add(struct rejects *rejects, int64_t element, const char *reason)
{
	struct reject *last = rejects->count ? &rejects->list[rejects->count - 1] : NULL;

	if (last && last->element == element) {
		last->reasons = arena_format(&rejects->arena, "%s; %s", last->reasons, reason);
		return;
	}
	rejects->sorted = rejects->sorted && (!last || last->element < element);
	rejects->list = array_grow(rejects->list, rejects->count, sizeof *rejects->list);
	rejects->list[rejects->count++] =
		(struct reject){ element, arena_copy(&rejects->arena, reason, strlen(reason)) };
}

const char *
rejects_find(struct rejects *rejects, int64_t element)
{
	struct reject wanted = { .element = element };
	const struct reject *found;

	if (rejects->count == 0)
		return NULL;
	sort(rejects);
	found = bsearch(&wanted, rejects->list, rejects->count, sizeof wanted, compare);
	return found ? found->reasons : NULL;
}

void
rejects_merge(struct rejects *into, const struct rejects *from)
{
	for (size_t i = 0; i < from->count; i++)
		rejects_add(into, from->list[i].element, from->list[i].reasons);
}

void
rejects_clear(struct rejects *rejects)
{
	arena_clear(&rejects->arena);
	free(rejects->list);
	*rejects = (struct rejects){ 0 };
}
