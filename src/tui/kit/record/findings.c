/* SPDX-License-Identifier: MIT */
/*
 * The findings of the rule book, in memory. Must not decide what is worth a look: their order is
 * the rule book's.
 */
#include "findings.h"

#include <stdlib.h>
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
	findings->about = 0;
	if (findings->slow)
		findings->count = 0;
}

static int
compare_subjects(const struct finding *finding, const char *type, const char *identifier)
{
	int order = strcmp(finding->subject, identifier);

	return order ? order : strcmp(finding->type, type);
}

/* Those about one record stay in the rule book's order, which is that of the array. */
static int
compare_places(const void *a, const void *b)
{
	const struct finding *left = *(const struct finding *const *)a;
	const struct finding *right = *(const struct finding *const *)b;
	int order = compare_subjects(left, right->type, right->subject);

	return order ? order : (left > right) - (left < right);
}

static void
sort_by_record(struct findings *findings)
{
	findings->by_record =
		arena_alloc(&findings->arena, (findings->count + 1) * sizeof *findings->by_record);
	for (size_t i = 0; i < findings->count; i++)
		findings->by_record[i] = &findings->items[i];
	if (findings->count > 1)
		qsort(findings->by_record, findings->count, sizeof *findings->by_record,
			compare_places);
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
	sort_by_record(findings);
	findings->fresh = true;
	findings->slow = now() - start > SLOW_MILLISECONDS;
	return status;
}

bool
findings_look_up(
	struct findings *findings, struct programme *programme, const struct type *type, int64_t id)
{
	struct error ignored = { 0 };

	if (!findings->slow || findings->fresh || findings->about == id)
		return false;
	arena_reset(&findings->arena);
	findings->count = 0;
	if (programme_check_record(programme, NULL, type, id, &findings->arena, &findings->items,
		    &findings->count, &ignored) != STATUS_OK)
		return false;
	sort_by_record(findings);
	findings->about = id;
	return true;
}

const struct finding *
findings_next(const struct findings *findings, const struct finding *after, const char *type,
	const char *identifier)
{
	size_t low = 0, high = findings->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct finding *finding = findings->by_record[middle];
		int order = compare_subjects(finding, type, identifier);

		if (order < 0 || (order == 0 && after && finding <= after))
			low = middle + 1;
		else
			high = middle;
	}
	if (low == findings->count ||
		compare_subjects(findings->by_record[low], type, identifier) != 0)
		return NULL;
	return findings->by_record[low];
}

const struct finding *
findings_gravest(const struct findings *findings, const char *type, const char *identifier)
{
	const struct finding *found = NULL, *best = NULL;

	while ((found = findings_next(findings, found, type, identifier)) != NULL)
		if (!best || found->rule->severity < best->rule->severity)
			best = found;
	return best;
}

void
findings_clear(struct findings *findings)
{
	arena_clear(&findings->arena);
	*findings = (struct findings){ 0 };
}
