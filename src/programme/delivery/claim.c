/* SPDX-License-Identifier: MIT */
/*
 * Claiming a milestone, judging the claim, and the record of both. A claim is written wherever the
 * state of a milestone changes, also by a plain `set`, so that its history has no gaps.
 */
#include "rollout/programme/claim.h"

#include <inttypes.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/text.h"

/* 0: none is waiting. */
static enum status
find_waiting(struct programme *programme, int64_t milestone, int64_t *id, struct error *error)
{
	struct query query = query_of("claim");

	query_where(&query, "milestone", value_integer(milestone));
	query_where(&query, "verdict", value_text("waiting"));
	return find_record(programme, &query, id, error);
}

/* Somebody other than the owner who checked a criterion; 0: nobody. */
static enum status
find_checker(struct programme *programme, const struct record *milestone, int64_t *by,
	struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;

	*by = 0;
	rows_where(&rows, "evidence", "milestone", value_integer(milestone->id), NULL);
	while (rows_next(&rows, &record)) {
		int64_t checker = record_number(&record, "checked_by");

		if (checker != 0 && checker != record_number(milestone, "owner"))
			*by = checker;
	}
	return rows_close(&rows);
}

static enum status
write_claim(struct programme *programme, const struct record *milestone, const char *verdict,
	int64_t by, struct error *error)
{
	char today[DATE_SIZE];
	int64_t owner = record_number(milestone, "owner");
	const struct value *override = record_get(milestone, "override_reason");
	bool judged = strcmp(verdict, "waiting") != 0;
	struct record claim;

	date_format(programme->today, today);
	record_init(&claim, type_find("claim"));
	record_put(&claim, "milestone", value_integer(milestone->id));
	record_put(&claim, "on", value_text(today));
	if (owner != 0)
		record_put(&claim, "by", value_integer(owner));
	record_put(&claim, "verdict", value_text(verdict));
	if (judged)
		record_put(&claim, "verdict_on", value_text(today));
	if (judged && by != 0)
		record_put(&claim, "verdict_by", value_integer(by));
	if (override->kind == VALUE_TEXT)
		record_put(&claim, "reason", *override);
	return store_insert(programme->store, &claim, error);
}

static enum status
settle_claim(struct programme *programme, int64_t id, const char *verdict, int64_t by,
	const char *reason, struct error *error)
{
	struct arena arena = { 0 };
	struct record before, now;
	char today[DATE_SIZE];
	enum status status =
		store_get(programme->store, type_find("claim"), id, &arena, &before, error);

	date_format(programme->today, today);
	now = before;
	if (status == STATUS_OK) {
		record_put(&now, "verdict", value_text(verdict));
		record_put(&now, "verdict_on", value_text(today));
		if (by != 0)
			record_put(&now, "verdict_by", value_integer(by));
		if (reason)
			record_put(&now, "reason", value_text(reason));
		status = store_update(programme->store, &before, &now, error);
	}
	arena_clear(&arena);
	return status;
}

/* A claim that was waiting is settled; programme_judge() has done that already. */
static enum status
follow_acceptance(struct programme *programme, const struct record *now, bool was_claimed,
	struct error *error)
{
	int64_t waiting = 0, by = 0;
	enum status status = find_waiting(programme, now->id, &waiting, error);

	if (status == STATUS_OK)
		status = find_checker(programme, now, &by, error);
	if (status == STATUS_OK && waiting != 0)
		return settle_claim(programme, waiting, "accepted", by, NULL, error);
	return status == STATUS_OK && !was_claimed
		       ? write_claim(programme, now, "accepted", by, error)
		       : status;
}

enum status
claim_follow(struct programme *programme, const struct record *before, const struct record *now,
	struct error *error)
{
	int64_t waiting = 0;
	bool was_claimed;
	enum status status;

	if (strcmp(now->type->name, "milestone") != 0 ||
		(before && value_equal(record_get(before, "state"), record_get(now, "state"))))
		return STATUS_OK;
	if (record_is(now, "state", "claimed"))
		return write_claim(programme, now, "waiting", 0, error);
	was_claimed = before && record_is(before, "state", "claimed");
	if (record_is(now, "state", "accepted"))
		return follow_acceptance(programme, now, was_claimed, error);
	if (!was_claimed)
		return STATUS_OK;
	status = find_waiting(programme, now->id, &waiting, error);
	return status == STATUS_OK && waiting != 0
		       ? settle_claim(programme, waiting, "withdrawn", 0, NULL, error)
		       : status;
}

/* The criterion must be one of that milestone. */
static enum status
get_criterion(struct programme *programme, int64_t milestone, int64_t id, struct arena *arena,
	struct record *out, struct error *error)
{
	enum status status = programme_get(programme, type_find("evidence"), id, arena, out, error);
	const char *criterion;

	if (status != STATUS_OK || record_number(out, "milestone") == milestone)
		return status;
	criterion = record_get(out, "criterion")->text;
	return error_set(error, STATUS_INVALID, "\"%.*s\" is a criterion of another milestone",
		text_quote_length(criterion, strlen(criterion)), criterion);
}

static enum status
write_proof(struct programme *programme, int64_t milestone, const struct criterion_proof *proof,
	struct arena *arena, struct error *error)
{
	const struct field_text text = { "proof", proof->proof, strlen(proof->proof) };
	struct record before, now;
	uint32_t touched;
	enum status status =
		get_criterion(programme, milestone, proof->criterion, arena, &before, error);

	if (status != STATUS_OK)
		return status;
	now = before;
	status = fields_apply(programme, &now, &text, 1, &touched, arena, error);
	return status == STATUS_OK ? record_change(programme, &before, &now, arena, error) : status;
}

static enum status
write_proofs(struct programme *programme, int64_t milestone, const struct criterion_proof *proofs,
	size_t count, struct arena *arena, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = write_proof(programme, milestone, &proofs[i], arena, error);
	return status;
}

static enum status
move_to(struct programme *programme, const struct record *before, const char *state,
	const char *override, struct arena *arena, struct error *error)
{
	const struct field_text reason = { "override_reason", override ? override : "",
		override ? strlen(override) : 0 };
	struct record now = *before;
	char today[DATE_SIZE];
	uint32_t touched;
	enum status status = STATUS_OK;

	date_format(programme->today, today);
	record_put(&now, "state", value_text(state));
	if (strcmp(state, "accepted") == 0 && record_get(&now, "actual_on")->kind == VALUE_NONE)
		record_put(&now, "actual_on", value_text(today));
	if (override)
		status = fields_apply(programme, &now, &reason, 1, &touched, arena, error);
	return status == STATUS_OK ? record_change(programme, before, &now, arena, error) : status;
}

static const char *
label_of(const char *verb, const struct record *milestone, struct arena *arena)
{
	return arena_format(
		arena, "%s milestone \"%s\"", verb, record_get(milestone, "title")->text);
}

static enum status
refuse_state(const struct record *milestone, const char *what, struct error *error)
{
	const char *state = record_get(milestone, "state")->text;
	const char *title = record_get(milestone, "title")->text;

	return error_set(error, STATUS_CONFLICT, "\"%.*s\" is %s: %s",
		text_quote_length(title, strlen(title)), title,
		strcmp(state, "in_progress") == 0 ? "in progress" : state, what);
}

static enum status
claim_inside(struct programme *programme, int64_t id, const struct criterion_proof *proofs,
	size_t count, const char *override, bool move, struct error *error)
{
	struct arena arena = { 0 };
	struct record milestone;
	enum status status =
		programme_get(programme, type_find("milestone"), id, &arena, &milestone, error);

	if (status == STATUS_OK)
		store_set_label(programme->store,
			label_of(move ? "claim" : "write the proof of", &milestone, &arena));
	if (status == STATUS_OK && move && !record_is(&milestone, "state", "planned") &&
		!record_is(&milestone, "state", "in_progress"))
		status = refuse_state(&milestone, "there is nothing to claim", error);
	if (status == STATUS_OK)
		status = write_proofs(programme, id, proofs, count, &arena, error);
	if (status == STATUS_OK && move)
		status = move_to(programme, &milestone, "claimed", override, &arena, error);
	arena_clear(&arena);
	return status;
}

enum status
programme_claim(struct programme *programme, int64_t milestone,
	const struct criterion_proof *proofs, size_t count, const char *override,
	struct error *error)
{
	enum status status = store_begin(programme->store, "claim", error);

	if (status != STATUS_OK)
		return status;
	status = claim_inside(programme, milestone, proofs, count, override, true, error);
	return store_end(programme->store, status, error);
}

enum status
programme_prove(struct programme *programme, int64_t milestone,
	const struct criterion_proof *proofs, size_t count, struct error *error)
{
	enum status status = store_begin(programme->store, "prove", error);

	if (status != STATUS_OK)
		return status;
	status = claim_inside(programme, milestone, proofs, count, NULL, false, error);
	return store_end(programme->store, status, error);
}

struct checking {
	struct programme *programme;
	const struct judgement *judgement;
	int64_t milestone;
	struct arena *arena;
};

static bool
is_unmet(const struct judgement *judgement, int64_t criterion)
{
	for (size_t i = 0; i < judgement->unmet_count; i++)
		if (judgement->unmet[i] == criterion)
			return true;
	return false;
}

/* Criteria that this judgement says nothing about stay as they are. */
static enum status
check_criterion(const struct checking *checking, const struct record *before, struct error *error)
{
	const struct judgement *judgement = checking->judgement;
	bool unmet = is_unmet(judgement, before->id);
	struct record now = *before;
	char today[DATE_SIZE];

	if (!judgement->accepted && !unmet)
		return STATUS_OK;
	date_format(checking->programme->today, today);
	record_put(&now, "met", value_integer(judgement->accepted ? 1 : 0));
	record_put(&now, "checked_by", value_integer(judgement->by));
	record_put(&now, "checked_on", value_text(today));
	return record_change(checking->programme, before, &now, checking->arena, error);
}

static enum status
check_criteria(const struct checking *checking, struct error *error)
{
	struct query query = query_of("evidence");
	struct record records[32];
	size_t count = 0;
	enum status status = STATUS_OK;

	query_where(&query, "milestone", value_integer(checking->milestone));
	query.limit = sizeof records / sizeof *records;
	do {
		struct arena arena = { 0 };

		status = programme_page(checking->programme, &query, &arena, records,
			sizeof records / sizeof *records, &count, error);
		for (size_t i = 0; i < count && status == STATUS_OK; i++)
			status = check_criterion(checking, &records[i], error);
		query.after = count > 0 ? records[count - 1].id : 0;
		arena_clear(&arena);
	} while (status == STATUS_OK && count == sizeof records / sizeof *records);
	return status;
}

/* Whoever looks at the proof is there, and somebody else. */
static enum status
check_judge(struct programme *programme, const struct record *milestone,
	const struct judgement *judgement, struct arena *arena, struct error *error)
{
	struct record person;
	const char *title = record_get(milestone, "title")->text, *name;
	enum status status = programme_get(
		programme, type_find("stakeholder"), judgement->by, arena, &person, error);

	if (status != STATUS_OK)
		return status;
	name = record_get(&person, "name")->text;
	if (judgement->by == record_number(milestone, "owner"))
		return error_set(error, STATUS_INVALID,
			"M5: %.*s owns \"%.*s\"; somebody else has to look at the proof",
			text_quote_length(name, strlen(name)), name,
			text_quote_length(title, strlen(title)), title);
	if (record_is(&person, "kind", "group") || record_number(&person, "active") == 0)
		return error_set(error, STATUS_INVALID,
			"M5: %.*s is %s; a person who is still here has to look at the proof",
			text_quote_length(name, strlen(name)), name,
			record_is(&person, "kind", "group") ? "a group" : "no longer active");
	if (!judgement->accepted && (!judgement->reason || !*judgement->reason))
		return error_set(error, STATUS_INVALID,
			"a claim is sent back with a reason: what does the proof not show?");
	return STATUS_OK;
}

static enum status
check_unmet(struct programme *programme, int64_t milestone, const struct judgement *judgement,
	struct arena *arena, struct error *error)
{
	struct record criterion;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < judgement->unmet_count && status == STATUS_OK; i++)
		status = get_criterion(
			programme, milestone, judgement->unmet[i], arena, &criterion, error);
	return status;
}

static enum status
parse_reason(const char *reason, struct arena *arena, struct value *out, struct error *error)
{
	const struct field *field = type_field_find(type_find("claim"), "reason");

	*out = value_none();
	return reason ? field_parse(field, reason, strlen(reason), NULL, arena, out, error)
		      : STATUS_OK;
}

static enum status
judge_inside(struct programme *programme, int64_t id, const struct judgement *judgement,
	struct arena *arena, struct error *error)
{
	const struct checking checking = { programme, judgement, id, arena };
	struct record milestone;
	struct value reason;
	int64_t waiting = 0;
	enum status status =
		programme_get(programme, type_find("milestone"), id, arena, &milestone, error);

	if (status == STATUS_OK && !record_is(&milestone, "state", "claimed"))
		status = refuse_state(&milestone, "no claim is waiting", error);
	if (status == STATUS_OK)
		status = check_judge(programme, &milestone, judgement, arena, error);
	if (status == STATUS_OK)
		status = check_unmet(programme, id, judgement, arena, error);
	if (status == STATUS_OK)
		status = parse_reason(judgement->reason, arena, &reason, error);
	if (status == STATUS_OK)
		status = check_criteria(&checking, error);
	if (status == STATUS_OK)
		status = find_waiting(programme, id, &waiting, error);
	if (status == STATUS_OK && waiting == 0)
		status = write_claim(programme, &milestone, "waiting", 0, error);
	if (status == STATUS_OK && waiting == 0)
		status = find_waiting(programme, id, &waiting, error);
	if (status == STATUS_OK)
		status = settle_claim(programme, waiting,
			judgement->accepted ? "accepted" : "rejected", judgement->by,
			reason.kind == VALUE_TEXT ? reason.text : NULL, error);
	if (status == STATUS_OK)
		store_set_label(programme->store,
			label_of(judgement->accepted ? "accept" : "send back", &milestone, arena));
	return status == STATUS_OK ? move_to(programme, &milestone,
					     judgement->accepted ? "accepted" : "in_progress",
					     judgement->override, arena, error)
				   : status;
}

enum status
programme_judge(struct programme *programme, int64_t milestone, const struct judgement *judgement,
	struct error *error)
{
	struct arena arena = { 0 };
	enum status status = store_begin(programme->store, "judge", error);

	if (status != STATUS_OK)
		return status;
	status = judge_inside(programme, milestone, judgement, &arena, error);
	status = store_end(programme->store, status, error);
	arena_clear(&arena);
	return status;
}
