/* SPDX-License-Identifier: MIT */
/*
 * Rules M8 and F1 where they refuse, and how a gate is settled: what stands behind a gate is not
 * claimed while it is shut, and no team is trained or launched before the leaders are calibrated.
 * By kinds and dependencies, never by words. Only what a change brings about is refused: what a
 * file held already, `check` finds.
 */
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/text.h"
#include "rollout/programme/cause.h"

static bool
is_one_of(const struct record *record, const char *field, const char *a, const char *b)
{
	return record_is(record, field, a) || record_is(record, field, b);
}

static bool
rests_on_gate(const struct record *now)
{
	return is_one_of(now, "state", "claimed", "accepted") ||
	       (record_is(now, "state", "in_progress") &&
		       is_one_of(now, "kind", "training", "launch"));
}

static bool
differs(const struct record *before, const struct record *now, const char *field)
{
	return !before || !value_equal(record_get(before, field), record_get(now, field));
}

bool
gates_are_asked(const struct record *before, const struct record *now)
{
	if (strcmp(now->type->name, "milestone") != 0)
		return false;
	if (differs(before, now, "settled") && record_has(now, "settled"))
		return true;
	return rests_on_gate(now) && !record_has(now, "override_reason") &&
	       (differs(before, now, "state") || differs(before, now, "kind") ||
		       record_has(before, "override_reason"));
}

static const char *
quoted(const char *title, struct arena *arena)
{
	return arena_format(arena, "\"%.*s\"", text_quote_length(title, strlen(title)), title);
}

/* What is still missing from a gate: "in progress, 2 of 3 criteria met". */
static enum status
describe_lack(struct programme *programme, int64_t gate, struct arena *arena, const char **out,
	struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;
	const char *state = "planned";
	int criteria = 0, met = 0;

	rows_where(&rows, "evidence", "milestone", value_integer(gate), NULL);
	for (; rows_next(&rows, &record); criteria++)
		met += record_flag(&record, "met", false);
	if (rows_get(&rows, "milestone", gate, arena, &record))
		state = record_is(&record, "state", "in_progress") ? "in progress"
								   : record_text(&record, "state");
	*out = criteria == 0
		       ? arena_format(arena, "%s, without a criterion", state)
		       : arena_format(arena, "%s, %d of %d criteria met", state, met, criteria);
	return rows_close(&rows);
}

static const char *
describe_conditions(
	const struct schedule *schedule, const struct milestone_now *gate, struct arena *arena)
{
	size_t count = 0;
	const struct milestone_now *failing = milestone_now_condition(schedule, gate, &count);

	if (!gate->conditional)
		return "";
	if (!failing)
		return "; it has no condition yet (condition_of)";
	return arena_format(arena, "; its condition %s %s", quoted(failing->title, arena),
		failing->owner == 0      ? "has no owner"
		: failing->due == NO_DAY ? "has no date"
					 : "is late");
}

static const char *
state_of(const struct record *now)
{
	return record_is(now, "state", "in_progress") ? "begun" : record_text(now, "state");
}

static enum status
refuse_gate(struct programme *programme, const struct record *now, const struct schedule *schedule,
	const struct milestone_now *gate, struct error *error)
{
	struct arena arena = { 0 };
	const char *lack;
	enum status status = describe_lack(programme, gate->id, &arena, &lack, error);

	if (status == STATUS_OK)
		status = error_set(error, STATUS_INVALID,
			"M8: %s cannot be %s: the gate %s before it is %s%s; accept the gate, pass "
			"it with conditions, or give an override_reason (--override REASON)",
			quoted(record_text(now, "title"), &arena), state_of(now),
			quoted(gate->title, &arena), lack,
			describe_conditions(schedule, gate, &arena));
	arena_clear(&arena);
	return status;
}

static enum status
check_gate(struct programme *programme, const struct record *now, struct error *error)
{
	const struct schedule *schedule;
	const struct milestone_now *item, *gate = NULL;
	enum status status;

	if (!is_one_of(now, "state", "claimed", "accepted"))
		return STATUS_OK;
	status = milestone_now_read(programme, &schedule, error);
	/* A circle is found elsewhere. */
	if (status == STATUS_INVALID)
		return STATUS_OK;
	if (status != STATUS_OK)
		return status;
	item = milestone_now_find(schedule, now->id);
	if (item)
		gate = milestone_now_gate(schedule, item);
	if (gate)
		status = refuse_gate(programme, now, schedule, gate, error);
	milestone_now_release(schedule);
	return status;
}

/* Whether the leaders are not ready to be followed. */
static enum status
leaders_are_red(struct programme *programme, bool *red, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct value columns[FACT_COLUMNS_MAX];

	*red = false;
	rows_facts(&rows, "readiness",
		"SELECT 1 FROM \"area_state\" WHERE \"area\" = 'leadership' AND "
		"(\"state\" = 'red' OR \"misaligned\" > 0)",
		programme->today);
	while (rows_next_fact(&rows, columns))
		*red = true;
	return rows_close(&rows);
}

static bool
is_calibration(const struct record *record)
{
	const char *key = record_text(record, "key");
	const char *because = record_text(record, "because");

	return (key && strcmp(key, "leadership-calibration") == 0) ||
	       (because && cause_names(because, "F1"));
}

struct calibration {
	int64_t id; /* 0: there is none */
	const char *title;
	bool proven;
};

static enum status
find_calibration(struct programme *programme, struct arena *arena, struct calibration *out,
	struct error *error)
{
	static const char *const fields[] = { "key", "title", "state", "because", NULL };
	struct query query = query_of("milestone");
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;

	*out = (struct calibration){ 0 };
	query.only = type_field_bits(query.type, fields);
	rows_read(&rows, &query);
	while (rows_next(&rows, &record)) {
		bool proven = record_is(&record, "state", "accepted");

		if (record_is(&record, "state", "dropped") || !is_calibration(&record) ||
			(out->id != 0 && !proven))
			continue;
		*out = (struct calibration){ record.id, record_copy_text(&record, "title", arena),
			out->proven || proven };
	}
	return rows_close(&rows);
}

static enum status
refuse_start(struct programme *programme, const struct record *now,
	const struct calibration *calibration, struct arena *arena, struct error *error)
{
	const char *lack = NULL, *title = quoted(record_text(now, "title"), arena);
	enum status status;

	if (calibration->id == 0)
		return error_set(error, STATUS_INVALID,
			"F1: %s cannot be %s: the leaders are not calibrated, and no milestone "
			"proves that they are; let `rollout plan` add it, or give an "
			"override_reason (--override REASON)",
			title, state_of(now));
	status = describe_lack(programme, calibration->id, arena, &lack, error);
	return status == STATUS_OK
		       ? error_set(error, STATUS_INVALID,
				 "F1: %s cannot be %s: the leaders are not calibrated; "
				 "%s is %s; prove it first, or give an override_reason (--override "
				 "REASON)",
				 title, state_of(now), quoted(calibration->title, arena), lack)
		       : status;
}

static enum status
check_calibration(struct programme *programme, const struct record *now, struct error *error)
{
	struct arena arena = { 0 };
	struct calibration calibration;
	bool red = false;
	enum status status;

	if (!is_one_of(now, "kind", "training", "launch") || is_calibration(now))
		return STATUS_OK;
	status = leaders_are_red(programme, &red, error);
	if (status == STATUS_OK && red)
		status = find_calibration(programme, &arena, &calibration, error);
	if (status == STATUS_OK && red && !calibration.proven)
		status = refuse_start(programme, now, &calibration, &arena, error);
	arena_clear(&arena);
	return status;
}

/* A gate is passed by accepting it, or with conditions that somebody answers for. */
static enum status
check_settled(struct programme *programme, const struct record *now, struct error *error)
{
	struct arena arena = { 0 };
	const char *title = quoted(record_text(now, "title"), &arena);
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;
	int conditions = 0;
	enum status status = STATUS_OK;

	rows_where(&rows, "milestone", "condition_of", value_integer(now->id), NULL);
	while (rows_next(&rows, &record))
		conditions += record_is(&record, "state", "dropped") ? 0 : 1;
	status = rows_close(&rows);
	if (status != STATUS_OK)
		goto out;
	if (!record_is(now, "kind", "gate"))
		status = error_set(error, STATUS_INVALID,
			"settled: %s is no gate; only a gate is settled", title);
	else if (record_is(now, "settled", "go") && !record_is(now, "state", "accepted"))
		status = error_set(error, STATUS_INVALID,
			"settled: %s is passed by accepting it: `rollout accept`; or settle it as "
			"go_with_conditions",
			title);
	else if (record_is(now, "settled", "go_with_conditions") && conditions == 0)
		status = error_set(error, STATUS_INVALID,
			"settled: %s has no condition yet; make it a milestone with owner and date "
			"and the gate as its condition_of",
			title);
out:
	arena_clear(&arena);
	return status;
}

enum status
gates_check(struct programme *programme, const struct record *before, const struct record *now,
	struct error *error)
{
	enum status status = STATUS_OK;

	if (!gates_are_asked(before, now))
		return STATUS_OK;
	if (differs(before, now, "settled") && record_has(now, "settled"))
		status = check_settled(programme, now, error);
	if (status != STATUS_OK || !rests_on_gate(now) || record_has(now, "override_reason"))
		return status;
	status = check_calibration(programme, now, error);
	return status == STATUS_OK ? check_gate(programme, now, error) : status;
}

enum status
gates_check_all(struct programme *programme, const struct id_set *milestones, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;

	if (milestones->used > 0)
		rows_of(&rows, "milestone", NULL);
	while (rows_next(&rows, &record))
		if (id_set_has(milestones, record.id))
			rows.status = gates_check(programme, NULL, &record, error);
	return rows_close(&rows);
}

void
gates_settle(const struct record *before, struct record *now)
{
	if (strcmp(now->type->name, "milestone") == 0 && record_is(now, "kind", "gate") &&
		record_is(now, "state", "accepted") && differs(before, now, "state"))
		record_put(now, "settled", value_text("go"));
}
