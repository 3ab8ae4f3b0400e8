/* SPDX-License-Identifier: MIT */
/*
 * Dated snapshots of what is expected, for the slip chart: one whenever a change moves an expected
 * date, and one of every open milestone at each programme review. They belong to the step that
 * caused them; that a day passes moves nothing. A milestone has one a day; a later change of the
 * same day replaces it. Imports bring their own.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

/* A milestone and what is now expected of it; in the order of milestones. */
struct expected {
	int64_t milestone;
	day on;
};

/* The snapshots of one day that are to be written, and those there are already. */
struct writing {
	struct programme *programme;
	struct arena arena;
	char on[DATE_SIZE];
	struct expected *expected;
	size_t count;
	struct {
		int64_t id; /* 0: there is none */
		char forecast[DATE_SIZE];
	} * there; /* beside expected */
};

static int
compare_expected(const void *key, const void *item)
{
	int64_t id = *(const int64_t *)key, other = ((const struct expected *)item)->milestone;

	return (id > other) - (id < other);
}

static void
take_snapshot(struct writing *writing, const struct record *record)
{
	int64_t milestone = record_number(record, "milestone");
	const struct expected *found = bsearch(&milestone, writing->expected, writing->count,
		sizeof *writing->expected, compare_expected);

	if (!found)
		return;
	writing->there[found - writing->expected].id = record->id;
	snprintf(writing->there[found - writing->expected].forecast, DATE_SIZE, "%s",
		record_text(record, "forecast_on"));
}

/* One look at the day's snapshots for many milestones; few are looked for one by one. */
static enum status
find_snapshots(struct writing *writing, struct error *error)
{
	enum { FEW = 16 };
	struct rows rows = rows_open(writing->programme, NULL, error);
	bool all = writing->count > FEW;
	struct record record;

	for (size_t i = 0; i < (all ? 1 : writing->count); i++) {
		struct query query = query_of("forecast");

		query_where(&query, "on", value_text(writing->on));
		if (!all)
			query_where(
				&query, "milestone", value_integer(writing->expected[i].milestone));
		rows_read(&rows, &query);
		while (rows_next(&rows, &record))
			take_snapshot(writing, &record);
	}
	return rows_close(&rows);
}

static enum status
write_snapshot(struct writing *writing, size_t index, struct error *error)
{
	const struct type *type = type_find("forecast");
	struct store *store = writing->programme->store;
	struct record before, now;
	char forecast[DATE_SIZE];

	date_format(writing->expected[index].on, forecast);
	record_init(&now, type);
	record_put(&now, "milestone", value_integer(writing->expected[index].milestone));
	record_put(&now, "on", value_text(writing->on));
	before = now;
	record_put(&now, "forecast_on", value_text(forecast));
	if (writing->there[index].id == 0)
		return store_insert(store, &now, error);
	/* Only what differs is looked at. */
	before.id = now.id = writing->there[index].id;
	record_put(&before, "forecast_on", value_text(writing->there[index].forecast));
	return store_update(store, &before, &now, error);
}

static enum status
write_snapshots(struct programme *programme, day on, struct expected *expected, size_t count,
	struct error *error)
{
	struct writing writing = { .programme = programme, .expected = expected, .count = count };
	enum status status;

	date_format(on, writing.on);
	writing.there = arena_alloc(&writing.arena, (count + 1) * sizeof *writing.there);
	for (size_t i = 0; i < count; i++)
		writing.there[i].id = 0;
	status = find_snapshots(&writing, error);
	for (size_t i = 0; status == STATUS_OK && i < count; i++)
		status = write_snapshot(&writing, i, error);
	arena_clear(&writing.arena);
	return status;
}

/* Whether the meeting is a review of the programme that took place. */
static enum status
is_review(struct programme *programme, const struct record *meeting, bool *out, struct error *error)
{
	struct arena arena = { 0 };
	struct record forum;
	enum status status = programme_get(programme, type_find("forum"),
		record_number(meeting, "forum"), &arena, &forum, error);

	*out = status == STATUS_OK && calendar_has_held(meeting, programme->today) &&
	       record_is(&forum, "level", "programme");
	arena_clear(&arena);
	return status;
}

/* A new milestone has been reported on once somebody gave a date. */
static bool
has_moved(const struct milestone_now *was, const struct milestone_now *is)
{
	return was ? was->dates.expected != is->dates.expected : is->dates.entered != NO_DAY;
}

/* Of the open milestones those that moved since, or all of them where before is NULL. */
static enum status
write_those(struct programme *programme, day on, const struct schedule *now,
	const struct schedule *before, struct arena *arena, struct error *error)
{
	struct expected *expected = arena_alloc(arena, (now->count + 1) * sizeof *expected);
	size_t count = 0;

	for (size_t i = 0; i < now->count; i++) {
		const struct milestone_now *item = &now->milestones[i];

		if (!item->dates.accepted && item->dates.expected != NO_DAY &&
			(!before || has_moved(milestone_now_find(before, item->id), item)))
			expected[count++] = (struct expected){ item->id, item->dates.expected };
	}
	return count > 0 ? write_snapshots(programme, on, expected, count, error) : STATUS_OK;
}

enum status
snapshot_review(struct programme *programme, const struct record *meeting, struct error *error)
{
	struct arena arena = { 0 };
	const struct schedule *schedule;
	bool review = false;
	enum status status = STATUS_OK;

	if (strcmp(meeting->type->name, "meeting") == 0)
		status = is_review(programme, meeting, &review, error);
	if (status != STATUS_OK || !review)
		return status;
	status = milestone_now_read(programme, &schedule, error);
	if (status == STATUS_OK)
		status = write_those(
			programme, record_date(meeting, "on"), schedule, NULL, &arena, error);
	milestone_now_release(schedule);
	arena_clear(&arena);
	return status;
}

/* What expected dates are computed from. */
static const struct mover {
	const char *type;
	const char *fields[7];
} movers[] = {
	{ "milestone", { "forecast_on", "baseline_on", "actual_on", "work_days", "state", "phase",
			       NULL } },
	{ "dependency", { "from", "to", "lag_days", NULL } },
	{ "phase", { "starts_on", NULL } },
	{ "holiday", { "on", NULL } },
	{ "programme", { "starts_on", "launches_on", NULL } },
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
	*snapshot = (struct snapshot){ .wanted = wanted && !programme->trial };
	return snapshot->wanted ? milestone_now_read(programme, &snapshot->there, error)
				: STATUS_OK;
}

void
snapshot_narrow(struct snapshot *snapshot, const struct record *before, const struct record *now)
{
	const struct mover *mover = find_mover(now->type);

	if (strcmp(now->type->name, "milestone") != 0)
		return;
	for (const char *const *field = mover->fields; *field; field++)
		if (strcmp(*field, "forecast_on") != 0 &&
			!value_equal(record_get(before, *field), record_get(now, *field)))
			return;
	snapshot->entered = (struct entered_date){ now->id, record_date(now, "forecast_on") };
}

static enum status
write_moved(struct programme *programme, struct snapshot *snapshot, struct error *error)
{
	const struct schedule *now;
	enum status status = snapshot->entered.milestone != 0
				     ? milestone_now_with(programme, snapshot->there,
					       &snapshot->entered, 1, &now, error)
				     : milestone_now_read(programme, &now, error);

	if (status == STATUS_OK)
		status = write_those(
			programme, programme->today, now, snapshot->there, &snapshot->arena, error);
	milestone_now_release(now);
	return status;
}

enum status
snapshot_end(struct programme *programme, struct snapshot *snapshot, enum status status,
	struct error *error)
{
	if (status == STATUS_OK && snapshot->wanted)
		status = write_moved(programme, snapshot, error);
	milestone_now_release(snapshot->there);
	arena_clear(&snapshot->arena);
	return status;
}
