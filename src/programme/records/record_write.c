/* SPDX-License-Identifier: MIT */
/*
 * Writing one record with everything that hangs on it: what the rules refuse, the record of claims,
 * the reports of forecasts. Every way to change a single record comes through here; documents do
 * not, because they may restore a file.
 */
#include "programme/document/document.h"

/* One fact has one record (product.md 4, Who is who). */
static enum status
refuse_double(struct programme *programme, const struct record *record, struct arena *arena,
	struct error *error)
{
	struct record first;
	char identifier[RECORD_ID_SIZE];
	int64_t id = 0;
	enum status status = store_find_identity(programme->store, record, &id, error);

	if (status != STATUS_OK || id == 0)
		return status;
	status = store_get(programme->store, record->type, id, arena, &first, error);
	if (status != STATUS_OK || record_is_somebody_else(&first, record))
		return status;
	record_identify(&first, identifier);
	return error_set(error, STATUS_CONFLICT, "that %s is there already, %s: %s",
		record->type->label, identifier,
		programme_title(programme, record->type, id, arena));
}

/* Whether the change makes it another fact. */
static bool
identity_changed(const struct record *before, const struct record *now)
{
	struct identity_part parts[IDENTITY_PARTS_MOST];
	size_t count = type_identity(now->type, parts);

	for (size_t i = 0; i < count; i++)
		if (!value_equal(identity_value(before, &parts[i]), identity_value(now, &parts[i])))
			return true;
	return false;
}

static enum status
insert_checked(struct programme *programme, struct record *record, struct error *error)
{
	struct snapshot snapshot;
	struct waves_watch watch;
	enum status status = waves_watch(programme, record->type, NULL, record, &watch, error);

	if (status != STATUS_OK)
		return waves_follow(programme, &watch, status, error);
	status = snapshot_begin(programme, snapshot_is_moved_by(NULL, record), &snapshot, error);
	if (status == STATUS_OK)
		status = store_insert(programme->store, record, error);
	if (status == STATUS_OK)
		status = circles_check(programme, record->type, error);
	if (status == STATUS_OK)
		status = proof_check(programme, NULL, record, error);
	if (status == STATUS_OK)
		status = gates_check(programme, NULL, record, error);
	if (status == STATUS_OK)
		status = ticks_check(programme, NULL, record, error);
	if (status == STATUS_OK)
		status = claim_follow(programme, NULL, record, error);
	if (status == STATUS_OK)
		status = snapshot_review(programme, record, error);
	if (status == STATUS_OK)
		status = baseline_fill(programme, record, error);
	status = snapshot_end(programme, &snapshot, status, error);
	return waves_follow(programme, &watch, status, error);
}

/* An answer is dated the day it is entered: a window that is over keeps its figure. */
static enum status
guard_answer(
	struct programme *programme, const struct record *record, bool changes, struct error *error)
{
	if (!record->type->anonymous)
		return STATUS_OK;
	if (changes)
		return error_set(error, STATUS_INVALID,
			"an anonymous answer stays as it was given; remove it and add another");
	if (record_date(record, "on") == programme->today)
		return STATUS_OK;
	return error_set(error, STATUS_INVALID,
		"on: an anonymous answer is dated the day it is entered; older ones come in one "
		"import, into a window that has none yet");
}

enum status
record_insert(struct programme *programme, struct record *record, struct arena *arena,
	struct error *error)
{
	enum status status = rating_check(programme, NULL, record, arena, error);

	gates_settle(NULL, record);
	if (status == STATUS_OK)
		status = guard_answer(programme, record, false, error);
	if (status == STATUS_OK)
		status = escalation_check(programme, NULL, record, arena, error);

	if (status == STATUS_OK)
		status = record_check(record, error);
	if (status == STATUS_OK)
		status = refuse_double(programme, record, arena, error);
	if (status == STATUS_OK)
		status = ticks_check_finding(programme, NULL, record, error);
	return status == STATUS_OK ? insert_checked(programme, record, error) : status;
}

static bool
refers_changed(const struct record *before, const struct record *now)
{
	for (size_t i = 0; i < before->type->field_count; i++)
		if (before->type->fields[i].kind == FIELD_REFERENCE &&
			!value_equal(&before->values[i], &now->values[i]))
			return true;
	return false;
}

static enum status
change_checked(struct programme *programme, const struct record *before, const struct record *now,
	struct error *error)
{
	struct snapshot snapshot;
	struct waves_watch watch;
	enum status status = waves_watch(programme, now->type, before, now, &watch, error);

	if (status != STATUS_OK)
		return waves_follow(programme, &watch, status, error);
	status = snapshot_begin(programme, snapshot_is_moved_by(before, now), &snapshot, error);
	if (status == STATUS_OK)
		status = store_update(programme->store, before, now, error);
	if (status == STATUS_OK)
		status = waves_move_launch(programme, before, now, error);
	snapshot_narrow(&snapshot, before, now);
	if (status == STATUS_OK && refers_changed(before, now))
		status = circles_check(programme, now->type, error);
	if (status == STATUS_OK)
		status = proof_check(programme, before, now, error);
	if (status == STATUS_OK)
		status = gates_check(programme, before, now, error);
	if (status == STATUS_OK)
		status = ticks_check(programme, before, now, error);
	if (status == STATUS_OK)
		status = claim_follow(programme, before, now, error);
	if (status == STATUS_OK)
		status = former_rule_keep(programme, before, now, error);
	if (status == STATUS_OK)
		status = escalation_follow(programme, before, now, error);
	status = snapshot_end(programme, &snapshot, status, error);
	return waves_follow(programme, &watch, status, error);
}

enum status
record_change(struct programme *programme, const struct record *before, struct record *now,
	struct arena *arena, struct error *error)
{
	enum status status = baseline_guard(now->type, "changed", error);

	waves_release(before, now);
	gates_settle(before, now);
	if (status == STATUS_OK)
		status = guard_answer(programme, now, true, error);
	if (status == STATUS_OK)
		status = baseline_guard_promise(programme, before, now, error);
	if (status == STATUS_OK)
		status = escalation_check(programme, before, now, arena, error);
	if (status == STATUS_OK)
		status = rating_check(programme, before, now, arena, error);
	if (status == STATUS_OK)
		status = record_check(now, error);
	if (status == STATUS_OK && identity_changed(before, now))
		status = refuse_double(programme, now, arena, error);
	if (status == STATUS_OK)
		status = ticks_check_finding(programme, before, now, error);
	return status == STATUS_OK ? change_checked(programme, before, now, error) : status;
}
