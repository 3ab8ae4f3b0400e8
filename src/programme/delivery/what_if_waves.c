/* SPDX-License-Identifier: MIT */
/*
 * Which waves launch on another day, and which engagement actions move with them: those that keep
 * their distance to the launch (waves_follow.c). Must not change anything.
 */
#include "what_if_waves.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

static int
compare_actions(const void *a, const void *b)
{
	const struct moved_action *left = a, *right = b;

	if (left->to != right->to)
		return left->to < right->to ? -1 : 1;
	return strcmp(left->identifier, right->identifier);
}

static enum status
add_actions(struct programme *programme, const struct wave_now *wave, struct arena *arena,
	struct what_if *out, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;

	rows_where(&rows, "engagement", "wave", value_integer(wave->number), NULL);
	while (rows_next(&rows, &record)) {
		day from = record_date(&record, "due_on"), to = NO_DAY;

		if (!record_has(&record, "days_from_launch") || record_has(&record, "done_on"))
			continue;
		rows.status = waves_due(programme, wave->launches_on,
			(int)record_number(&record, "days_from_launch"), &to, error);
		if (from == to)
			continue;
		out->actions =
			arena_grow(arena, out->actions, out->action_count, sizeof *out->actions);
		out->actions[out->action_count++] =
			(struct moved_action){ record_identifier(&record, arena),
				record_copy_text(&record, "action", arena), wave->number, from, to,
				from == NO_DAY ? 0 : to - from };
	}
	return rows_close(&rows);
}

enum status
wave_view_compare(struct programme *programme, const struct waves_report *before,
	const struct waves_report *after, struct arena *arena, struct what_if *out,
	struct error *error)
{
	enum status status = STATUS_OK;

	out->waves = arena_alloc(arena, (after->count + 1) * sizeof *out->waves);
	for (size_t i = 0; i < after->count && status == STATUS_OK; i++) {
		const struct wave_now *is = &after->waves[i];
		const struct wave_now *was = waves_find(before, is->number);
		day from = was ? was->launches_on : NO_DAY;

		if (from == is->launches_on)
			continue;
		out->waves[out->wave_count++] = (struct moved_wave){ is->number, is->name, from,
			is->launches_on,
			from == NO_DAY || is->launches_on == NO_DAY ? 0 : is->launches_on - from };
		if (is->launches_on != NO_DAY)
			status = add_actions(programme, is, arena, out, error);
	}
	if (out->action_count > 1)
		qsort(out->actions, out->action_count, sizeof *out->actions, compare_actions);
	return status;
}
