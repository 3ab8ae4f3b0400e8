/* SPDX-License-Identifier: MIT */
/*
 * The findings of the rule book, in memory. Must not decide what is worth a look: their order is
 * the rule book's.
 */
#include "rollout/tui/findings.h"

#include <string.h>
#include <time.h>

/* Rules that take longer are not run by themselves while somebody types. */
enum { SLOW_MILLISECONDS = 250 };

static int64_t
now(void)
{
	struct timespec time = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void
findings_expire(struct findings *findings)
{
	findings->fresh = false;
}

enum status
findings_refresh(struct findings *findings, struct programme *programme, struct error *error)
{
	int64_t start = now();
	size_t waived;
	enum status status;

	if (findings->fresh)
		return STATUS_OK;
	arena_reset(&findings->arena);
	findings->items = NULL;
	findings->count = 0;
	status = programme_check(programme, NULL, &findings->arena, &findings->items,
		&findings->count, &waived, error);
	if (status != STATUS_OK)
		findings->count = 0;
	findings->fresh = true;
	findings->slow = now() - start > SLOW_MILLISECONDS;
	return status;
}

const struct finding *
findings_next(const struct findings *findings, const struct finding *after, const char *type,
	const char *identifier)
{
	size_t i = after ? (size_t)(after - findings->items) + 1 : 0;

	for (; i < findings->count; i++)
		if (strcmp(findings->items[i].subject, identifier) == 0 &&
			strcmp(findings->items[i].type, type) == 0)
			return &findings->items[i];
	return NULL;
}

void
findings_clear(struct findings *findings)
{
	arena_clear(&findings->arena);
	*findings = (struct findings){ 0 };
}
