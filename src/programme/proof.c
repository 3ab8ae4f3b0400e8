/* SPDX-License-Identifier: MIT */
/*
 * Rule M5 where it refuses: a milestone is claimed or accepted on evidence, not by setting a word.
 * The faults come from the table that the rule book reads too (data/facts/proof.sql). A document is
 * taken in as it is, because it may restore a file; `check` then finds what is wrong in it.
 */
#include <inttypes.h>
#include <string.h>

#include "document.h"

enum { FAULTS_SHOWN = 3 };

struct faults {
	struct buffer text;
	int count;
};

static enum status
add_fault(void *context, const struct value *columns, int count, struct error *error)
{
	struct faults *faults = context;

	(void)count;
	(void)error;
	if (faults->count++ >= FAULTS_SHOWN)
		return STATUS_OK;
	if (faults->text.length > 0)
		buffer_append_text(&faults->text, "; ");
	if (columns[1].kind == VALUE_TEXT)
		buffer_format(&faults->text, "\"%.80s\" is ", columns[1].text);
	buffer_append_text(&faults->text, columns[0].text);
	return STATUS_OK;
}

static bool
moves(const struct record *before, const struct record *now)
{
	const struct value *state = record_get(now, "state");

	if (state->kind != VALUE_TEXT ||
		(strcmp(state->text, "claimed") != 0 && strcmp(state->text, "accepted") != 0))
		return false;
	return !before || !value_equal(record_get(before, "state"), state);
}

static enum status
count_criteria(struct programme *programme, int64_t milestone, int64_t *count, struct error *error)
{
	struct query query = { .type = type_find("evidence"), .condition_count = 1 };

	query.conditions[0] = (struct condition){ type_field_index(query.type, "milestone"),
		COMPARE_EQUAL, value_integer(milestone) };
	return store_count(programme->store, &query, count, error);
}

static enum status
refuse(const struct record *now, const char *why, struct error *error)
{
	const char *state = record_get(now, "state")->text;

	return error_set(error, STATUS_INVALID,
		"M5: it cannot be %s: %s; give the proof, or an override_reason", state, why);
}

enum status
proof_check(struct programme *programme, const struct record *before, const struct record *now,
	struct error *error)
{
	struct arena arena = { 0 };
	struct faults faults = { 0 };
	int64_t criteria = 0;
	enum status status;

	if (strcmp(now->type->name, "milestone") != 0 || !moves(before, now) ||
		record_get(now, "override_reason")->kind != VALUE_NONE)
		return STATUS_OK;
	status = count_criteria(programme, now->id, &criteria, error);
	if (status == STATUS_OK && criteria == 0)
		return refuse(now, "it has no evidence criterion", error);
	if (status == STATUS_OK)
		status = rulebook_each_fact(programme->store, "proof",
			arena_format(&arena,
				"SELECT \"fault\", \"criterion\" FROM \"unproven\" WHERE \"id\" = "
				"%" PRId64,
				now->id),
			programme->today, add_fault, &faults, error);
	if (status == STATUS_OK && faults.count > FAULTS_SHOWN)
		buffer_format(&faults.text, "; and %d more", faults.count - FAULTS_SHOWN);
	if (status == STATUS_OK && faults.count > 0)
		status = refuse(now, buffer_text(&faults.text), error);
	buffer_clear(&faults.text);
	arena_clear(&arena);
	return status;
}
