/* SPDX-License-Identifier: MIT */
/*
 * Rule M5 where it refuses: a milestone is claimed or accepted on evidence, not by setting a word,
 * and keeps that evidence for as long as it is. The faults come from the table that the rule book
 * reads too (data/facts/proof.sql). Only what a change brings about is refused: what a file held
 * already, `check` finds.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/text.h"

enum { FAULTS_SHOWN = 3 };

/* Of the first milestone that has any. */
struct faults {
	const struct id_set *milestones, *evidence; /* whose faults are looked for; NULL: all */
	int64_t milestone;
	struct buffer title, state, text;
	int count;
	int others; /* faults of further milestones */
};

static void
faults_clear(struct faults *faults)
{
	buffer_clear(&faults->title);
	buffer_clear(&faults->state);
	buffer_clear(&faults->text);
}

/* Columns: milestone, criterion's record, title, state, fault, criterion. */
static void
add_fault(struct faults *faults, const struct value *columns)
{
	int64_t milestone = columns[0].integer;

	if (faults->milestones && !id_set_has(faults->milestones, milestone) &&
		!(columns[1].kind == VALUE_INTEGER &&
			id_set_has(faults->evidence, columns[1].integer)))
		return;
	if (faults->count > 0 && milestone != faults->milestone) {
		faults->others++;
		return;
	}
	if (faults->count == 0) {
		faults->milestone = milestone;
		buffer_append_text(&faults->title, columns[2].text);
		buffer_append_text(&faults->state, columns[3].text);
	}
	if (faults->count++ >= FAULTS_SHOWN)
		return;
	if (faults->text.length > 0)
		buffer_append_text(&faults->text, "; ");
	if (columns[5].kind == VALUE_TEXT)
		buffer_format(&faults->text, "\"%.*s\" is ",
			text_quote_length(columns[5].text, columns[5].length), columns[5].text);
	buffer_append_text(&faults->text, columns[4].text);
}

static enum status
find_faults(struct programme *programme, const char *condition, struct faults *faults,
	struct error *error)
{
	struct arena arena = { 0 };
	struct rows rows = rows_open(programme, NULL, error);
	struct value columns[FACT_COLUMNS_MAX];

	rows_facts(&rows, "proof",
		arena_format(&arena,
			"SELECT \"id\", \"evidence\", \"title\", \"state\", \"fault\", "
			"\"criterion\" FROM \"unproven\" %s",
			condition),
		programme->today);
	while (rows_next_fact(&rows, columns))
		add_fault(faults, columns);
	if (faults->count > FAULTS_SHOWN)
		buffer_format(&faults->text, "; and %d more", faults->count - FAULTS_SHOWN);
	arena_clear(&arena);
	return rows_close(&rows);
}

static enum status
refuse_state(const struct faults *faults, struct error *error)
{
	return error_set(error, STATUS_INVALID,
		"M5: \"%.*s\" cannot be %s: %s; give the proof, or an override_reason (--override "
		"REASON)",
		text_quote_length(buffer_text(&faults->title), faults->title.length),
		buffer_text(&faults->title), buffer_text(&faults->state),
		buffer_text(&faults->text));
}

static bool
rests_on_evidence(const struct value *state)
{
	return state->kind == VALUE_TEXT &&
	       (strcmp(state->text, "claimed") == 0 || strcmp(state->text, "accepted") == 0);
}

/* A milestone that becomes claimed or accepted, or is so no longer by override. */
static bool
is_moved(const struct record *before, const struct record *now)
{
	const struct value *state = record_get(now, "state");

	return rests_on_evidence(state) && record_get(now, "override_reason")->kind == VALUE_NONE &&
	       (!before || !value_equal(record_get(before, "state"), state) ||
		       record_get(before, "override_reason")->kind != VALUE_NONE);
}

/* A criterion that is new to its milestone, or has lost what it had. */
static bool
is_weakened(const struct record *before, const struct record *now)
{
	return !before ||
	       !value_equal(record_get(before, "milestone"), record_get(now, "milestone")) ||
	       (record_get(before, "proof")->kind != VALUE_NONE &&
		       record_get(now, "proof")->kind == VALUE_NONE) ||
	       (record_number(before, "met") == 1 && record_number(now, "met") != 1) ||
	       !value_equal(record_get(before, "checked_by"), record_get(now, "checked_by"));
}

bool
proof_is_asked(const struct record *before, const struct record *now)
{
	if (strcmp(now->type->name, "milestone") == 0)
		return is_moved(before, now);
	return strcmp(now->type->name, "evidence") == 0 && is_weakened(before, now);
}

static enum status
check_milestone(struct programme *programme, int64_t id, struct error *error)
{
	char condition[64];
	struct faults faults = { 0 };
	enum status status;

	snprintf(condition, sizeof condition, "WHERE \"id\" = %" PRId64, id);
	status = find_faults(programme, condition, &faults, error);
	if (status == STATUS_OK && faults.count > 0)
		status = refuse_state(&faults, error);
	faults_clear(&faults);
	return status;
}

static enum status
refuse_loss(const struct faults *faults, struct error *error)
{
	return error_set(error, STATUS_INVALID,
		"M5: \"%.*s\" is %s, and then %s; send it back first, or give it an "
		"override_reason",
		text_quote_length(buffer_text(&faults->title), faults->title.length),
		buffer_text(&faults->title), buffer_text(&faults->state),
		buffer_text(&faults->text));
}

static enum status
check_criterion(struct programme *programme, const struct record *now, struct error *error)
{
	char condition[128];
	struct faults faults = { 0 };
	enum status status;

	snprintf(condition, sizeof condition,
		"WHERE \"id\" = %" PRId64 " AND (\"evidence\" IS NULL OR \"evidence\" = %" PRId64
		")",
		record_number(now, "milestone"), now->id);
	status = find_faults(programme, condition, &faults, error);
	if (status == STATUS_OK && faults.count > 0)
		status = refuse_loss(&faults, error);
	faults_clear(&faults);
	return status;
}

enum status
proof_check_left(struct programme *programme, const struct id_set *milestones, struct error *error)
{
	struct faults faults = { .milestones = milestones };
	enum status status = STATUS_OK;

	if (milestones->used == 0)
		return STATUS_OK;
	status = find_faults(
		programme, "WHERE \"evidence\" IS NULL ORDER BY \"id\"", &faults, error);
	if (status == STATUS_OK && faults.count > 0)
		status = refuse_loss(&faults, error);
	faults_clear(&faults);
	return status;
}

/* A criterion that has gone to another milestone. */
static enum status
check_former(struct programme *programme, const struct record *before, const struct record *now,
	struct error *error)
{
	struct id_set former = { 0 };
	enum status status;

	if (!before || value_equal(record_get(before, "milestone"), record_get(now, "milestone")))
		return STATUS_OK;
	id_set_add(&former, record_number(before, "milestone"));
	status = proof_check_left(programme, &former, error);
	id_set_clear(&former);
	return status;
}

enum status
proof_check(struct programme *programme, const struct record *before, const struct record *now,
	struct error *error)
{
	enum status status;

	if (!proof_is_asked(before, now))
		return STATUS_OK;
	if (strcmp(now->type->name, "milestone") == 0)
		return check_milestone(programme, now->id, error);
	status = check_criterion(programme, now, error);
	return status == STATUS_OK ? check_former(programme, before, now, error) : status;
}

enum status
proof_check_all(struct programme *programme, const struct id_set *milestones,
	const struct id_set *evidence, struct error *error)
{
	struct faults faults = { .milestones = milestones, .evidence = evidence };
	enum status status = STATUS_OK;

	if (milestones->used == 0 && evidence->used == 0)
		return STATUS_OK;
	status = find_faults(programme, "ORDER BY \"id\", \"evidence\"", &faults, error);
	if (status == STATUS_OK && faults.others > 0)
		buffer_format(&faults.text, " (and others like it)");
	if (status == STATUS_OK && faults.count > 0)
		status = refuse_state(&faults, error);
	faults_clear(&faults);
	return status;
}
