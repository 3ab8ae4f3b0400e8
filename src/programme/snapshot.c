/* SPDX-License-Identifier: MIT */
/*
 * Dated snapshots of forecasts, for the slip chart: one whenever a person changes a forecast, and
 * one of every open milestone at each programme review. They belong to the step that caused them. A
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

static struct value *
field_of(struct record *record, const char *name)
{
	return &record->values[type_field_index(record->type, name)];
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
		*field_of(&now, "milestone") = value_integer(milestone);
		*field_of(&now, "on") = value_text(day_text);
		*field_of(&now, "forecast_on") = value_text(forecast_text);
		status = store_insert(programme->store, &now, error);
	} else if (status == STATUS_OK) {
		status = store_get(programme->store, type, id, &arena, &before, error);
		now = before;
		*field_of(&now, "forecast_on") = value_text(forecast_text);
		if (status == STATUS_OK)
			status = store_update(programme->store, &before, &now, error);
	}
	arena_clear(&arena);
	return status;
}

static enum status
take_change(struct programme *programme, const struct record *before, const struct record *now,
	struct error *error)
{
	const struct value *forecast = record_get(now, "forecast_on");
	day date;

	if (forecast->kind != VALUE_TEXT || !date_parse(forecast->text, &date) ||
		(before && value_equal(record_get(before, "forecast_on"), forecast)))
		return STATUS_OK;
	return write_snapshot(programme, now->id, programme->today, date, error);
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

static enum status
take_review(struct programme *programme, const struct record *meeting, struct error *error)
{
	struct arena arena = { 0 };
	struct schedule_report schedule;
	bool review = false;
	day on;
	enum status status = is_review(programme, meeting, &review, error);

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

enum status
snapshot_take(struct programme *programme, const struct record *before, const struct record *now,
	struct error *error)
{
	if (strcmp(now->type->name, "milestone") == 0)
		return take_change(programme, before, now, error);
	if (strcmp(now->type->name, "meeting") == 0 && !before)
		return take_review(programme, now, error);
	return STATUS_OK;
}
