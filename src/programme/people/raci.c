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
	struct programme *programme;
	struct arena *arena;
	struct raci_report *out;
	const struct workdays *workdays;
	struct wait *waits;
	size_t wait_count, wait_space;
};

static enum status
each(struct reading *reading, const char *type, const char *order,
	enum status (*take)(void *context, const struct record *record, struct error *error),
	struct error *error)
{
	struct query query = { .type = type_find(type) };

	query.order = order ? type_field_index(query.type, order) + 1 : 0;
	return programme_each(reading->programme, &query, take, reading, error);
}

static enum status
count(struct reading *reading, const char *type, size_t *out, struct error *error)
{
	struct query query = { .type = type_find(type) };
	int64_t number = 0;
	enum status status = programme_count(reading->programme, &query, &number, error);

	*out = (size_t)number;
	return status;
}

static const char *
copy_text(const struct reading *reading, const struct record *record, const char *field)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_TEXT ? arena_copy(reading->arena, value->text, value->length)
					 : "";
}

static enum status
take_role(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	char identifier[RECORD_ID_SIZE];

	(void)error;
	record_identify(record, identifier);
	reading->out->roles[reading->out->role_count++] = (struct raci_role){ .id = record->id,
		.identifier = arena_copy(reading->arena, identifier, strlen(identifier)),
		.name = copy_text(reading, record, "name"),
		.holders = "" };
	return STATUS_OK;
}

static enum status
take_activity(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	size_t roles = reading->out->role_count;
	const char **letters = arena_alloc(reading->arena, (roles + 1) * sizeof *letters);
	char identifier[RECORD_ID_SIZE];

	(void)error;
	for (size_t i = 0; i < roles; i++)
		letters[i] = "";
	record_identify(record, identifier);
	reading->out->activities[reading->out->activity_count++] =
		(struct raci_activity){ .id = record->id,
			.identifier = arena_copy(reading->arena, identifier, strlen(identifier)),
			.name = copy_text(reading, record, "name"),
			.letters = letters,
			.median_days = -1 };
	return STATUS_OK;
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

static enum status
take_holder(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	struct raci_role *role = find_role(reading, record_number(record, "role"));
	int64_t person = record_number(record, "stakeholder");
	struct arena arena = { 0 };
	struct record *holder = arena_alloc(&arena, sizeof *holder);
	enum status status = programme_get(
		reading->programme, type_find("stakeholder"), person, &arena, holder, error);
	bool left;

	if (status == STATUS_OK && role) {
		left = record_number(holder, "active") == 0 &&
		       record_get(holder, "active")->kind != VALUE_NONE;
		role->holders = arena_format(reading->arena, "%s%s%s%s", role->holders,
			*role->holders ? ", " : "", copy_text(reading, holder, "name"),
			left ? " (left)" : "");
		role->holder_count += left ? 0 : 1;
	}
	arena_clear(&arena);
	return status;
}

static enum status
take_cell(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	struct raci_role *role = find_role(reading, record_number(record, "role"));
	struct raci_activity *activity = find_activity(reading, record_number(record, "activity"));
	const char **cell;

	(void)error;
	if (!role || !activity)
		return STATUS_OK;
	cell = &activity->letters[role - reading->out->roles];
	if (!**cell)
		*cell = copy_text(reading, record, "letters");
	return STATUS_OK;
}

static void
add_wait(struct reading *reading, int64_t activity, int days)
{
	if (reading->wait_count == reading->wait_space) {
		reading->wait_space = reading->wait_space > 0 ? reading->wait_space * 2 : 32;
		reading->waits =
			memory_resize(reading->waits, reading->wait_space, sizeof *reading->waits);
	}
	reading->waits[reading->wait_count++] = (struct wait){ activity, days };
}

static enum status
take_decision(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	struct raci_activity *activity = find_activity(reading, record_number(record, "activity"));
	day asked, decided;

	(void)error;
	if (!activity || !record_day(record, "requested_on", &asked))
		return STATUS_OK;
	if (record_day(record, "decided_on", &decided)) {
		activity->decided++;
		add_wait(
			reading, activity->id, workdays_between(reading->workdays, asked, decided));
		return STATUS_OK;
	}
	activity->open++;
	if (workdays_between(reading->workdays, asked, reading->programme->today) >
		reading->out->sla_days)
		activity->late++;
	return STATUS_OK;
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

static enum status
make_room(struct reading *reading, struct error *error)
{
	struct raci_report *out = reading->out;
	size_t roles = 0, activities = 0;
	enum status status = count(reading, "role", &roles, error);

	if (status == STATUS_OK)
		status = count(reading, "activity", &activities, error);
	out->roles = arena_alloc(reading->arena, (roles + 1) * sizeof *out->roles);
	out->activities = arena_alloc(reading->arena, (activities + 1) * sizeof *out->activities);
	return status;
}

enum status
programme_raci(struct programme *programme, struct arena *arena, struct raci_report *out,
	struct error *error)
{
	struct reading reading = { .programme = programme, .arena = arena, .out = out };
	enum status status = store_begin_read(programme->store, error);

	*out = (struct raci_report){ .sla_days = (int)store_setting(
					     programme->store, "decision_sla_days") };
	if (status != STATUS_OK)
		return status;
	status = make_room(&reading, error);
	if (status == STATUS_OK)
		status = each(&reading, "role", "position", take_role, error);
	if (status == STATUS_OK)
		status = each(&reading, "activity", "position", take_activity, error);
	if (status == STATUS_OK)
		status = each(&reading, "role_holder", NULL, take_holder, error);
	if (status == STATUS_OK)
		status = each(&reading, "assignment", NULL, take_cell, error);
	if (status == STATUS_OK)
		status = working_days_get(programme, &reading.workdays, error);
	if (status == STATUS_OK)
		status = each(&reading, "decision", NULL, take_decision, error);
	if (status == STATUS_OK)
		find_medians(&reading);
	store_end_read(programme->store);
	free(reading.waits);
	return status;
}

struct entries {
	int64_t *ids;
	size_t count, space;
};

static enum status
keep_entry(void *context, const struct record *record, struct error *error)
{
	struct entries *entries = context;

	(void)error;
	if (entries->count == entries->space) {
		entries->space = entries->space > 0 ? entries->space * 2 : 4;
		entries->ids = memory_resize(entries->ids, entries->space, sizeof *entries->ids);
	}
	entries->ids[entries->count++] = record->id;
	return STATUS_OK;
}

static enum status
find_entries(struct programme *programme, int64_t activity, int64_t role, struct entries *out,
	struct error *error)
{
	const struct type *type = type_find("assignment");
	struct query query = { .type = type, .condition_count = 2 };

	query.conditions[0] = (struct condition){ type_field_index(type, "activity"), COMPARE_EQUAL,
		value_integer(activity) };
	query.conditions[1] = (struct condition){ type_field_index(type, "role"), COMPARE_EQUAL,
		value_integer(role) };
	return programme_each(programme, &query, keep_entry, out, error);
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
