/* SPDX-License-Identifier: MIT */
/* Readings of a plan's report: by cause, and a milestone with what belongs to it. */
#include <stdlib.h>
#include <string.h>

#include "rollout/programme/plan.h"

const char *
plan_action_name(enum plan_action action)
{
	switch (action) {
	case PLAN_ADD: return "add";
	case PLAN_CHANGE: return "change";
	case PLAN_KEEP: return "keep";
	case PLAN_GONE: return "gone";
	case PLAN_OFFER: return "remove";
	}
	return "";
}

const char *
plan_cause(const char *because, struct arena *arena)
{
	size_t length = strcspn(because, ":;");

	return because[length] == ':' ? arena_copy(arena, because, length) : "other";
}

/* Findings by their number, before everything else by its word. */
static int
compare_causes(const void *a, const void *b)
{
	const char *left = *(const char *const *)a, *right = *(const char *const *)b;
	int first = left[0] == 'F' ? (int)strtol(left + 1, NULL, 10) : 0,
	    second = right[0] == 'F' ? (int)strtol(right + 1, NULL, 10) : 0;

	if (strcmp(left, "dates") == 0 || strcmp(right, "dates") == 0)
		return (strcmp(right, "dates") == 0) - (strcmp(left, "dates") == 0);
	if (first != second)
		return first == 0 ? 1 : (second == 0 ? -1 : (first > second) - (first < second));
	return strcmp(left, right);
}

const char **
plan_causes(const struct plan_report *report, struct arena *arena, size_t *count)
{
	const char **causes = arena_alloc(arena, (report->count + 1) * sizeof *causes);

	*count = 0;
	for (size_t i = 0; i < report->count; i++) {
		const char *cause = plan_cause(report->lines[i].because, arena);
		size_t known = 0;

		while (known < *count && strcmp(causes[known], cause) != 0)
			known++;
		if (known == *count)
			causes[(*count)++] = cause;
	}
	if (*count > 1)
		qsort(causes, *count, sizeof *causes, compare_causes);
	return causes;
}

const struct plan_line *
plan_line_find(const struct plan_report *report, const char *milestone, enum plan_action action)
{
	for (size_t i = 0; i < report->count; i++)
		if (report->lines[i].action == action &&
			strcmp(report->lines[i].type->name, "milestone") == 0 &&
			strcmp(report->lines[i].identifier, milestone) == 0)
			return &report->lines[i];
	return NULL;
}

bool
plan_line_is_listed(const struct plan_report *report, const struct plan_line *line)
{
	if (line->action == PLAN_KEEP)
		return *line->detail != '\0';
	return !line->part_of || !plan_line_find(report, line->part_of, line->action);
}
