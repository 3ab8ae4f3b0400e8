/* SPDX-License-Identifier: MIT */
/*
 * Reads the matrix and writes its cells. A decision that nobody has answered
 * counts as open, never as fast.
 */
#include "rollout/programme/raci.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

/* Working days that one decision took. */
struct wait {
	int64_t activity;
	int days;
};

struct reading {
	struct rows rows;
	struct arena *arena;
	struct raci_report *out;
	struct wait *waits;
	size_t wait_count;
};

static void
read_roles(struct reading *reading)
{
	struct raci_report *out = reading->out;
	struct record record;

	rows_of(&reading->rows, "role", "position");
	while (rows_next(&reading->rows, &record)) {
		out->roles =
			arena_grow(reading->arena, out->roles, out->role_count, sizeof *out->roles);
		out->roles[out->role_count++] = (struct raci_role){ .id = record.id,
			.identifier = record_identifier(&record, reading->arena),
			.name = record_copy_words(&record, "name", reading->arena),
			.holders = "" };
	}
}

static void
read_activities(struct reading *reading)
{
	struct raci_report *out = reading->out;
	struct record record;

	rows_of(&reading->rows, "activity", "position");
	while (rows_next(&reading->rows, &record)) {
		const char **letters =
			arena_alloc(reading->arena, (out->role_count + 1) * sizeof *letters);

		for (size_t i = 0; i < out->role_count; i++)
			letters[i] = "";
		out->activities = arena_grow(reading->arena, out->activities, out->activity_count,
			sizeof *out->activities);
		out->activities[out->activity_count++] = (struct raci_activity){ .id = record.id,
			.identifier = record_identifier(&record, reading->arena),
			.name = record_copy_words(&record, "name", reading->arena),
			.letters = letters,
			.median_days = -1 };
	}
}

static struct raci_role *
find_role(const struct reading *reading, int64_t id)
{
	for (size_t i = 0; i < reading->out->role_count; i++)
		if (reading->out->roles[i].id == id)
			return &reading->out->roles[i];
	return NULL;
}

static struct raci_activity *
find_activity(const struct reading *reading, int64_t id)
{
	for (size_t i = 0; i < reading->out->activity_count; i++)
		if (reading->out->activities[i].id == id)
			return &reading->out->activities[i];
	return NULL;
}

static void
read_holders(struct reading *reading)
{
	struct arena arena = { 0 };
	struct record record, holder;

	rows_of(&reading->rows, "role_holder", NULL);
	while (rows_next(&reading->rows, &record)) {
		struct raci_role *role = find_role(reading, record_number(&record, "role"));

		arena_reset(&arena);
		if (!rows_get(&reading->rows, "stakeholder", record_number(&record, "stakeholder"),
			    &arena, &holder) ||
			!role)
			continue;
		role->holders = arena_format(reading->arena, "%s%s%s%s", role->holders,
			*role->holders ? ", " : "", record_copy_words(&holder, "name", &arena),
			record_flag(&holder, "active", true) ? "" : " (left)");
		role->holder_count += record_flag(&holder, "active", true);
	}
	arena_clear(&arena);
}

static void
read_cells(struct reading *reading)
{
	struct record record;

	rows_of(&reading->rows, "assignment", NULL);
	while (rows_next(&reading->rows, &record)) {
		struct raci_role *role = find_role(reading, record_number(&record, "role"));
		struct raci_activity *activity =
			find_activity(reading, record_number(&record, "activity"));
		const char **cell =
			role && activity ? &activity->letters[role - reading->out->roles] : NULL;

		if (cell && !**cell)
			*cell = record_copy_words(&record, "letters", reading->arena);
	}
}

static void
read_decisions(struct reading *reading)
{
	struct rows *rows = &reading->rows;
	day today = rows->programme->today;
	const struct workdays *workdays = NULL;
	struct record record;

	if (rows->status == STATUS_OK)
		rows->status = working_days_get(rows->programme, &workdays, rows->error);
	rows_of(rows, "decision", NULL);
	while (rows_next(rows, &record)) {
		struct raci_activity *activity =
			find_activity(reading, record_number(&record, "activity"));
		day asked = record_date(&record, "requested_on");
		day decided = record_date(&record, "decided_on");

		if (!activity || asked == NO_DAY)
			continue;
		if (decided == NO_DAY) {
			activity->open++;
			activity->late +=
				workdays_between(workdays, asked, today) > reading->out->sla_days;
			continue;
		}
		activity->decided++;
		reading->waits =
			array_grow(reading->waits, reading->wait_count, sizeof *reading->waits);
		reading->waits[reading->wait_count++] =
			(struct wait){ activity->id, workdays_between(workdays, asked, decided) };
	}
}

static int
compare_waits(const void *a, const void *b)
{
	const struct wait *left = a, *right = b;

	if (left->activity != right->activity)
		return left->activity < right->activity ? -1 : 1;
	return (left->days > right->days) - (left->days < right->days);
}

/* The middle one; of an even number the mean of both, rounded down. */
static void
find_medians(struct reading *reading)
{
	if (reading->wait_count > 0)
		qsort(reading->waits, reading->wait_count, sizeof *reading->waits, compare_waits);
	for (size_t i = 0; i < reading->wait_count;) {
		struct raci_activity *activity = find_activity(reading, reading->waits[i].activity);
		size_t number = (size_t)activity->decided;

		activity->median_days = (reading->waits[i + (number - 1) / 2].days +
						reading->waits[i + number / 2].days) /
					2;
		i += number;
	}
}

enum status
programme_raci(struct programme *programme, struct arena *arena, struct raci_report *out,
	struct error *error)
{
	struct reading reading = { rows_open(programme, NULL, error), arena, out, NULL, 0 };

	*out = (struct raci_report){ .sla_days = (int)store_setting(
					     programme->store, "decision_sla_days") };
	read_roles(&reading);
	read_activities(&reading);
	read_holders(&reading);
	read_cells(&reading);
	read_decisions(&reading);
	if (reading.rows.status == STATUS_OK)
		find_medians(&reading);
	free(reading.waits);
	return rows_close(&reading.rows);
}

struct entries {
	int64_t *ids;
	size_t count;
};

static enum status
find_entries(struct programme *programme, int64_t activity, int64_t role, struct entries *out,
	struct error *error)
{
	struct query query = query_of("assignment");
	struct rows rows;
	struct record record;

	query_where(&query, "activity", value_integer(activity));
	query_where(&query, "role", value_integer(role));
	rows = rows_open(programme, &query, error);
	while (rows_next(&rows, &record)) {
		out->ids = array_grow(out->ids, out->count, sizeof *out->ids);
		out->ids[out->count++] = record.id;
	}
	return rows_close(&rows);
}

static enum status
add_entry(struct programme *programme, int64_t activity, int64_t role, const char *letters,
	struct error *error)
{
	struct record record;
	struct arena arena = { 0 };
	enum status status;

	record_init(&record, type_find("assignment"));
	record_put(&record, "activity", value_integer(activity));
	record_put(&record, "role", value_integer(role));
	record_put(&record, "letters", value_text(letters));
	status = record_insert(programme, &record, &arena, error);
	arena_clear(&arena);
	return status;
}

/* What was entered first keeps its place in the history; the others of the same cell go. */
static enum status
write_entries(struct programme *programme, const struct entries *entries, int64_t activity,
	int64_t role, const char *letters, struct error *error)
{
	const struct type *type = type_find("assignment");
	const struct field_text text = { "letters", letters, strlen(letters) };
	size_t kept = *letters ? 1 : 0;
	bool differs;
	enum status status = STATUS_OK;

	if (entries->count == 0)
		return *letters ? add_entry(programme, activity, role, letters, error) : STATUS_OK;
	if (kept > 0)
		status = programme_set(
			programme, type, entries->ids[0], &text, 1, NULL, &differs, error);
	if (status == STATUS_OK && entries->count > kept)
		status = programme_remove(
			programme, type, entries->ids + kept, entries->count - kept, error);
	return status;
}

enum status
programme_raci_set(struct programme *programme, int64_t activity, int64_t role, const char *letters,
	bool *changed, struct error *error)
{
	struct arena arena = { 0 };
	struct entries entries = { 0 };
	const char *decision = programme_title(programme, type_find("activity"), activity, &arena);
	const char *who = programme_title(programme, type_find("role"), role, &arena);
	enum status status = store_begin(programme->store, "RACI", error);

	*changed = false;
	if (status != STATUS_OK)
		goto out;
	status = find_entries(programme, activity, role, &entries, error);
	if (status == STATUS_OK)
		status = write_entries(programme, &entries, activity, role, letters, error);
	*changed = store_has_changed(programme->store);
	store_set_label(programme->store,
		arena_format(&arena,
			*letters ? "%s of \"%s\" on \"%s\"" : "no %s of \"%s\" on \"%s\"",
			*letters ? letters : "letter", who, decision));
	status = store_end(programme->store, status, error);
out:
	free(entries.ids);
	arena_clear(&arena);
	return status;
}
