/* SPDX-License-Identifier: MIT */
/*
 * What is dated by a launch moves with it, in the step that moves the launch. Must not touch a day
 * that a person has set, nor what is done.
 */
#include <string.h>

#include "programme/document/document.h"
#include "waves_kept.h"

static bool
differs(const struct record *before, const struct record *now, const char *field)
{
	return !value_equal(record_get(before, field), record_get(now, field));
}

/* Whether the launch of some wave is worked out from its gate. */
static bool
some_follow_gates(const struct waves_report *waves)
{
	for (size_t i = 0; i < waves->count; i++)
		if (waves->waves[i].gate != 0 && waves->waves[i].launched_on == NO_DAY &&
			waves->waves[i].planned == NO_DAY)
			return true;
	return false;
}

enum status
waves_watch(struct programme *programme, const struct type *type, const struct record *before,
	const struct record *now, struct waves_watch *watch, struct error *error)
{
	bool own = strcmp(type->name, "wave") == 0 ||
		   (strcmp(type->name, "programme") == 0 && before && now &&
			   differs(before, now, "launches_on"));
	bool dates = now ? snapshot_is_moved_by(before, now) : snapshot_is_moved_by_type(type);
	enum status status;

	*watch = (struct waves_watch){ 0 };
	/* What is only tried is compared, not written. */
	if (programme->trial || !(own || dates))
		return STATUS_OK;
	status = programme_waves(programme, &watch->arena, &watch->there, error);
	watch->wanted = status == STATUS_OK && (own || some_follow_gates(&watch->there));
	return status;
}

enum status
waves_due(struct programme *programme, day launch, int days, day *out, struct error *error)
{
	const struct workdays *workdays;
	enum status status = working_days_get(programme, &workdays, error);
	day due = launch + days;

	if (status == STATUS_OK)
		*out = workdays_add(
			workdays, (due > programme->today ? due : programme->today) - 1, 1);
	return status;
}

/* Actions of the wave that are not done and keep their distance. */
static enum status
move_actions(struct programme *programme, const struct wave_now *wave, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct arena arena = { 0 };
	struct record record, now;
	int64_t *ids = NULL;
	size_t count = 0;
	char text[DATE_SIZE];
	enum status status;
	day due = NO_DAY;

	rows_where(&rows, "engagement", "wave", value_integer(wave->number), NULL);
	while (rows_next(&rows, &record))
		if (record_has(&record, "days_from_launch") && !record_has(&record, "done_on")) {
			ids = arena_grow(&arena, ids, count, sizeof *ids);
			ids[count++] = record.id;
		}
	for (size_t i = 0; i < count && rows.status == STATUS_OK; i++) {
		if (!rows_get(&rows, "engagement", ids[i], &arena, &record))
			break;
		rows.status = waves_due(programme, wave->launches_on,
			(int)record_number(&record, "days_from_launch"), &due, error);
		date_format(due, text);
		now = record;
		record_put(&now, "due_on", value_text(text));
		if (rows.status == STATUS_OK && differs(&record, &now, "due_on"))
			rows.status = store_update(programme->store, &record, &now, error);
	}
	status = rows_close(&rows);
	arena_clear(&arena);
	return status;
}

enum status
waves_follow(struct programme *programme, struct waves_watch *watch, enum status status,
	struct error *error)
{
	struct waves_report now = { 0 };

	if (status == STATUS_OK && watch->wanted)
		status = programme_waves(programme, &watch->arena, &now, error);
	for (size_t i = 0; i < now.count && status == STATUS_OK; i++) {
		const struct wave_now *was = waves_find(&watch->there, now.waves[i].number);

		if (now.waves[i].launches_on != NO_DAY &&
			(!was || was->launches_on != now.waves[i].launches_on))
			status = move_actions(programme, &now.waves[i], error);
	}
	arena_clear(&watch->arena);
	return status;
}

enum status
waves_date_engagement(struct programme *programme, struct error *error)
{
	struct arena arena = { 0 };
	struct waves_report waves;
	enum status status = programme_waves(programme, &arena, &waves, error);

	for (size_t i = 0; i < waves.count && status == STATUS_OK; i++)
		if (waves.waves[i].launches_on != NO_DAY)
			status = move_actions(programme, &waves.waves[i], error);
	arena_clear(&arena);
	return status;
}

enum status
waves_move_launch(struct programme *programme, const struct record *before,
	const struct record *now, struct error *error)
{
	struct rows rows;
	struct arena arena = { 0 };
	struct record record, moved;
	int64_t *ids = NULL;
	size_t count = 0;
	enum status status;

	if (strcmp(now->type->name, "programme") != 0 || !differs(before, now, "launches_on") ||
		!record_has(before, "launches_on"))
		return STATUS_OK;
	rows = rows_open(programme, NULL, error);
	rows_where(&rows, "milestone", "kind", value_text("launch"), NULL);
	while (rows_next(&rows, &record))
		if (record_number(&record, "wave") == 0 && record_is(&record, "state", "planned") &&
			record_date(&record, "forecast_on") == record_date(before, "launches_on")) {
			ids = arena_grow(&arena, ids, count, sizeof *ids);
			ids[count++] = record.id;
		}
	for (size_t i = 0; i < count && rows.status == STATUS_OK; i++) {
		if (!rows_get(&rows, "milestone", ids[i], &arena, &record))
			break;
		moved = record;
		record_put(&moved, "forecast_on", *record_get(now, "launches_on"));
		rows.status = store_update(programme->store, &record, &moved, error);
	}
	status = rows_close(&rows);
	arena_clear(&arena);
	return status;
}

void
waves_release(const struct record *before, struct record *now)
{
	if (strcmp(now->type->name, "engagement") == 0 && differs(before, now, "due_on") &&
		!differs(before, now, "days_from_launch"))
		record_put(now, "days_from_launch", (struct value){ .kind = VALUE_NONE });
}
