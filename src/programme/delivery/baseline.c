/* SPDX-License-Identifier: MIT */
/*
 * Baselines: the dates promised on one day, frozen in the step that names them. Nothing changes one
 * afterwards; undoing the step takes it back whole, and new promises make a new one.
 */
#include "rollout/programme/baseline.h"

#include <string.h>

#include "programme/document/document.h"
#include "rollout/programme/milestone_now.h"
#include "rollout/programme/reading.h"

static enum status
insert_date(struct programme *programme, int64_t baseline, int64_t milestone, const char *date,
	struct error *error)
{
	struct record row;

	record_init(&row, type_find("baseline_date"));
	record_put(&row, "baseline", value_integer(baseline));
	record_put(&row, "milestone", value_integer(milestone));
	record_put(&row, "date", value_text(date));
	return store_insert(programme->store, &row, error);
}

/* The name, or the first of "name 2", "name 3" … that no baseline has; in the arena. */
static const char *
choose_name(struct programme *programme, const char *name, struct arena *arena)
{
	const struct type *type = type_find("baseline");
	const char *chosen = name;
	struct error ignored = { 0 };
	int64_t id;

	for (int i = 2; programme_resolve(programme, type, chosen, strlen(chosen), &id, &ignored) !=
				STATUS_NOT_FOUND &&
			i < 1000;
		i++)
		chosen = arena_format(arena, "%s %d", name, i);
	return chosen;
}

enum status
baseline_record_promises(struct programme *programme, const struct id_set *milestones,
	const char *name, day on, const char *reason, struct error *error)
{
	const struct type *type = type_find("milestone");
	static const char *const fields[] = { "baseline_on", NULL };
	struct query query = { .type = type, .only = type_field_bits(type, fields) };
	struct arena arena = { 0 };
	struct record baseline, milestone;
	struct rows rows;
	char text[DATE_SIZE];
	enum status status;

	date_format(on, text);
	record_init(&baseline, type_find("baseline"));
	record_put(&baseline, "name", value_text(choose_name(programme, name, &arena)));
	record_put(&baseline, "on", value_text(text));
	record_put(&baseline, "reason", value_text(reason));
	status = store_insert(programme->store, &baseline, error);
	if (status == STATUS_OK) {
		rows = rows_open(programme, &query, error);
		while (rows_next(&rows, &milestone)) {
			const char *date = record_text(&milestone, "baseline_on");

			if (date && id_set_has(milestones, milestone.id))
				rows.status = insert_date(
					programme, baseline.id, milestone.id, date, error);
		}
		status = rows_close(&rows);
	}
	arena_clear(&arena);
	return status;
}

/* The first day of all baselines. */
static enum status
read_oldest(struct programme *programme, day *on, struct error *error)
{
	const struct type *type = type_find("baseline");
	struct query query = {
		.type = type, .order = type_field_index(type, "on") + 1, .limit = 1
	};
	struct rows rows = rows_open(programme, &query, error);
	struct record baseline;

	*on = programme->today;
	while (rows_next(&rows, &baseline))
		*on = record_date(&baseline, "on");
	return rows_close(&rows);
}

/* What milestones promise by themselves would be forgotten by the baseline that is being taken: it
 * becomes the oldest baseline of all. */
static enum status
record_earlier(struct programme *programme, const struct schedule *schedule, struct error *error)
{
	struct id_set earlier = { 0 };
	bool any = false;
	day oldest;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < schedule->count; i++) {
		const struct milestone_now *item = &schedule->milestones[i];
		day expected = item->dates.expected;

		if (item->unrecorded == NO_DAY || expected == NO_DAY ||
			(expected == item->unrecorded && expected == item->current_baseline))
			continue;
		id_set_add(&earlier, item->id);
		any = true;
	}
	if (any)
		status = read_oldest(programme, &oldest, error);
	if (any && status == STATUS_OK)
		status = baseline_record_promises(programme, &earlier, "earlier promises",
			oldest - 1, "What milestones promised before a baseline held it.", error);
	id_set_clear(&earlier);
	return status;
}

/* The milestone repeats what is promised now. */
static enum status
repeat_promise(
	struct programme *programme, int64_t milestone, const char *date, struct error *error)
{
	struct arena arena = { 0 };
	struct record before, now;
	enum status status = store_get(
		programme->store, type_find("milestone"), milestone, &arena, &before, error);

	if (status == STATUS_OK) {
		now = before;
		record_put(&now, "baseline_on", value_text(date));
		status = store_update(programme->store, &before, &now, error);
	}
	arena_clear(&arena);
	return status;
}

enum status
baseline_fill(struct programme *programme, const struct record *baseline, struct error *error)
{
	const struct schedule *schedule;
	char date[DATE_SIZE];
	enum status status;

	if (strcmp(baseline->type->name, "baseline") != 0)
		return STATUS_OK;
	status = milestone_now_read(programme, &schedule, error);
	if (status != STATUS_OK)
		return status;
	status = record_earlier(programme, schedule, error);
	for (size_t i = 0; status == STATUS_OK && i < schedule->count; i++) {
		const struct milestone_now *item = &schedule->milestones[i];

		/* What nobody has dated cannot be promised. */
		if (item->dates.expected == NO_DAY)
			continue;
		date_format(item->dates.expected, date);
		status = insert_date(programme, baseline->id, item->id, date, error);
		if (status == STATUS_OK)
			status = repeat_promise(programme, item->id, date, error);
	}
	milestone_now_release(schedule);
	return status;
}

/* What the newest baseline with a date for it promised; false where none has one. */
static enum status
read_promise(
	struct programme *programme, int64_t milestone, day *out, bool *found, struct error *error)
{
	const struct type *row = type_find("baseline_date"), *type = type_find("baseline");
	struct query query = { .type = row, .condition_count = 1 };
	struct arena arena = { 0 };
	struct record date, baseline;
	struct rows rows;
	int64_t newest = 0;
	day when = 0, on, promised;

	*found = false;
	query.conditions[0] = (struct condition){ type_field_index(row, "milestone"), COMPARE_EQUAL,
		value_integer(milestone) };
	rows = rows_open(programme, &query, error);
	while (rows_next(&rows, &date)) {
		int64_t id = record_number(&date, "baseline");

		promised = record_date(&date, "date");
		if (promised == NO_DAY)
			continue;
		arena_reset(&arena);
		rows.status = store_get(programme->store, type, id, &arena, &baseline, error);
		on = rows.status == STATUS_OK ? record_date(&baseline, "on") : NO_DAY;
		if (on == NO_DAY || (*found && (on < when || (on == when && id < newest))))
			continue;
		*found = true;
		*out = promised;
		when = on;
		newest = id;
	}
	arena_clear(&arena);
	return rows_close(&rows);
}

enum status
baseline_guard_promise(struct programme *programme, const struct record *before,
	const struct record *now, struct error *error)
{
	char promised[DATE_SIZE];
	day was, wanted;
	bool found;
	enum status status = STATUS_OK;

	if (strcmp(now->type->name, "milestone") != 0 ||
		value_equal(record_get(before, "baseline_on"), record_get(now, "baseline_on")))
		return STATUS_OK;
	was = record_date(before, "baseline_on");
	found = was != NO_DAY;
	if (!found)
		status = read_promise(programme, before->id, &was, &found, error);
	wanted = record_date(now, "baseline_on");
	if (status != STATUS_OK || !found || wanted == was)
		return status;
	date_format(was, promised);
	return error_set(error, STATUS_INVALID,
		"\"%s\" is promised for %s: a promise is moved by a new baseline alone (rollout "
		"baseline NAME REASON)",
		record_text(now, "title"), promised);
}

enum status
baseline_is_empty(struct programme *programme, int64_t baseline, bool *empty, struct error *error)
{
	struct query query = query_of("baseline_date");
	int64_t count = 0;
	enum status status;

	query_where(&query, "baseline", value_integer(baseline));
	status = store_count(programme->store, &query, &count, error);
	*empty = count == 0;
	return status;
}

enum status
baseline_guard(const struct type *type, const char *what, struct error *error)
{
	bool row = strcmp(type->name, "baseline_date") == 0;

	if (!row && strcmp(type->name, "baseline") != 0)
		return STATUS_OK;
	return error_set(error, STATUS_INVALID,
		"a baseline is not %s once it is taken: new promises make a new one (rollout "
		"baseline NAME REASON)%s",
		what, row ? "" : ", and undo takes back the last");
}

/* Two of one name could not be told apart afterwards, because neither can be changed. */
static enum status
refuse_twin(struct programme *programme, const char *name, struct error *error)
{
	struct error none = { 0 };
	int64_t id = 0;

	if (programme_resolve(programme, type_find("baseline"), name, strlen(name), &id, &none) !=
		STATUS_OK)
		return STATUS_OK;
	return error_set(error, STATUS_CONFLICT,
		"there is a baseline \"%s\" already; give this one another name", name);
}

enum status
programme_take_baseline(struct programme *programme, const char *name, const char *reason,
	int64_t *id, struct error *error)
{
	char today[DATE_SIZE];
	const struct field_text texts[] = {
		{ "name", name, strlen(name) },
		{ "on", today, DATE_SIZE - 1 },
		{ "reason", reason, strlen(reason) },
	};

	enum status status = refuse_twin(programme, name, error);

	if (status != STATUS_OK)
		return status;
	date_format(programme->today, today);
	return programme_add(
		programme, type_find("baseline"), texts, sizeof texts / sizeof *texts, id, error);
}
