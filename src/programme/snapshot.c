/* SPDX-License-Identifier: MIT */
/*
 * Dated snapshots of forecasts, for the slip chart: one whenever a change moves a forecast, and one
 * of every open milestone at each programme review. They belong to the step that caused them. A
 * milestone has one a day; a later change of the same day replaces it. Imports bring their own.
 */
#include <string.h>

#include "document.h"
#include "rollout/programme/schedule.h"

static enum status
keep_id(void *context, const struct record *record, struct error *error)
{
	(void)error;
	*(int64_t *)context = record->id;
	return STATUS_OK;
}

static enum status
find_snapshot(struct programme *programme, int64_t milestone, const char *on, int64_t *id,
	struct error *error)
{
	const struct type *type = type_find("forecast");
	struct query query = { .type = type, .condition_count = 2, .limit = 1 };

	query.conditions[0] = (struct condition){ type_field_index(type, "milestone"),
		COMPARE_EQUAL, value_integer(milestone) };
	query.conditions[1] =
		(struct condition){ type_field_index(type, "on"), COMPARE_EQUAL, value_text(on) };
	*id = 0;
	return programme_each(programme, &query, keep_id, id, error);
}

static enum status
write_snapshot(
	struct programme *programme, int64_t milestone, day on, day forecast, struct error *error)
{
	const struct type *type = type_find("forecast");
	char day_text[DATE_SIZE], forecast_text[DATE_SIZE];
	struct arena arena = { 0 };
	struct record before, now;
	int64_t id = 0;
	enum status status;

	date_format(on, day_text);
	date_format(forecast, forecast_text);
	status = find_snapshot(programme, milestone, day_text, &id, error);
	if (status == STATUS_OK && id == 0) {
		record_init(&now, type);
		record_put(&now, "milestone", value_integer(milestone));
		record_put(&now, "on", value_text(day_text));
		record_put(&now, "forecast_on", value_text(forecast_text));
		status = store_insert(programme->store, &now, error);
	} else if (status == STATUS_OK) {
		status = store_get(programme->store, type, id, &arena, &before, error);
		now = before;
		record_put(&now, "forecast_on", value_text(forecast_text));
		if (status == STATUS_OK)
			status = store_update(programme->store, &before, &now, error);
	}
	arena_clear(&arena);
	return status;
}

/* Whether the meeting is a review of the programme that took place. */
static enum status
is_review(struct programme *programme, const struct record *meeting, bool *out, struct error *error)
{
	struct arena arena = { 0 };
	struct record forum;
	const struct value *held = record_get(meeting, "held");
	enum status status = programme_get(programme, type_find("forum"),
		record_get(meeting, "forum")->integer, &arena, &forum, error);

	*out = status == STATUS_OK && held->kind == VALUE_INTEGER && held->integer != 0 &&
	       strcmp(record_get(&forum, "level")->text, "programme") == 0;
	arena_clear(&arena);
	return status;
}

enum status
snapshot_review(struct programme *programme, const struct record *meeting, struct error *error)
{
	struct arena arena = { 0 };
	struct schedule_report schedule;
	bool review = false;
	day on;
	enum status status = STATUS_OK;

	if (strcmp(meeting->type->name, "meeting") == 0)
		status = is_review(programme, meeting, &review, error);
	if (status != STATUS_OK || !review || !date_parse(record_get(meeting, "on")->text, &on) ||
		on > programme->today)
		return status;
	status = programme_schedule(programme, &arena, &schedule, error);
	for (size_t i = 0; status == STATUS_OK && i < schedule.count; i++)
		if (!schedule.milestones[i].dates.accepted)
			status = write_snapshot(programme, schedule.milestones[i].id, on,
				schedule.milestones[i].dates.forecast, error);
	arena_clear(&arena);
	return status;
}

/* What forecasts are reckoned from. */
static const struct mover {
	const char *type;
	const char *fields[6];
} movers[] = {
	{ "milestone", { "forecast_on", "actual_on", "work_days", "state", "phase", NULL } },
	{ "dependency", { "from", "to", "lag_days", NULL } },
	{ "phase", { "starts_on", NULL } },
	{ "holiday", { "on", NULL } },
	{ "programme", { "starts_on", NULL } },
};

static const struct mover *
find_mover(const struct type *type)
{
	for (size_t i = 0; i < sizeof movers / sizeof *movers; i++)
		if (strcmp(movers[i].type, type->name) == 0)
			return &movers[i];
	return NULL;
}

bool
snapshot_is_moved_by_type(const struct type *type)
{
	return find_mover(type) != NULL;
}

bool
snapshot_is_moved_by(const struct record *before, const struct record *now)
{
	const struct mover *mover = find_mover(now->type);

	if (!mover || !before)
		return mover != NULL;
	for (const char *const *field = mover->fields; *field; field++)
		if (!value_equal(record_get(before, *field), record_get(now, *field)))
			return true;
	return false;
}

enum status
snapshot_begin(
	struct programme *programme, bool wanted, struct snapshot *snapshot, struct error *error)
{
	*snapshot = (struct snapshot){ .wanted = wanted };
	return wanted ? programme_schedule(programme, &snapshot->arena, &snapshot->there, error)
		      : STATUS_OK;
}

/* A new milestone has been reported on once somebody gave a forecast. */
static bool
has_moved(const struct scheduled *was, const struct scheduled *is)
{
	if (is->dates.accepted)
		return false;
	return was ? was->dates.forecast != is->dates.forecast : is->entered != NO_DAY;
}

static enum status
write_moved(struct programme *programme, struct snapshot *snapshot, struct error *error)
{
	struct schedule_report now;
	enum status status = programme_schedule(programme, &snapshot->arena, &now, error);

	for (size_t i = 0; status == STATUS_OK && i < now.count; i++)
		if (has_moved(schedule_find(&snapshot->there, now.milestones[i].id),
			    &now.milestones[i]))
			status = write_snapshot(programme, now.milestones[i].id, programme->today,
				now.milestones[i].dates.forecast, error);
	return status;
}

enum status
snapshot_end(struct programme *programme, struct snapshot *snapshot, enum status status,
	struct error *error)
{
	if (status == STATUS_OK && snapshot->wanted)
		status = write_moved(programme, snapshot, error);
	arena_clear(&snapshot->arena);
	return status;
}
