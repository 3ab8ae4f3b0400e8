/* SPDX-License-Identifier: MIT */
/*
 * Baselines: the dates promised on one day, frozen in the step that names them. Nothing changes one
 * afterwards; undoing the step takes it back whole, and new promises make a new one.
 */
#include "rollout/programme/baseline.h"

#include <string.h>

#include "programme/document/document.h"

enum status
baseline_fill(struct programme *programme, const struct record *baseline, struct error *error)
{
	const struct type *type = type_find("baseline_date");
	const struct schedule *schedule;
	struct record row;
	char date[DATE_SIZE];
	enum status status;

	if (strcmp(baseline->type->name, "baseline") != 0)
		return STATUS_OK;
	status = milestone_now_read(programme, &schedule, error);
	for (size_t i = 0; status == STATUS_OK && i < schedule->count; i++) {
		const struct milestone_now *item = &schedule->milestones[i];

		/* What nobody has dated cannot be promised. */
		if (item->dates.expected == NO_DAY)
			continue;
		date_format(item->dates.expected, date);
		record_init(&row, type);
		record_put(&row, "baseline", value_integer(baseline->id));
		record_put(&row, "milestone", value_integer(item->id));
		record_put(&row, "date", value_text(date));
		status = store_insert(programme->store, &row, error);
	}
	milestone_now_release(schedule);
	return status;
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
