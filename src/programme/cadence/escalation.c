/* SPDX-License-Identifier: MIT */
/*
 * Where an escalation stands, and what must hold when one is written: its finding exists, it closes
 * with an outcome, it gets one new date for a reason, and the climbs up to that day are written
 * down.
 */
#include "programme/cadence/escalation.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/text.h"

static bool
is_escalation(const struct record *record)
{
	return strcmp(record->type->name, "escalation") == 0;
}

/* The type and subject of RULE/TYPE/SUBJECT; NULL where it names no record. */
static const struct type *
subject_of(const char *finding, struct arena *arena, const char **subject)
{
	const char *type = strchr(finding, '/');

	*subject = type ? strchr(type + 1, '/') : NULL;
	if (!*subject)
		return NULL;
	type = arena_copy(arena, type + 1, (size_t)(*subject - type - 1));
	++*subject;
	return type_find(type);
}

/* How long until the reset, as the function says whose team, person or own stall it is. */
static enum status
read_reset_days(struct programme *programme, const char *finding, int *days, struct error *error)
{
	struct arena arena = { 0 };
	const char *subject;
	const struct type *type = subject_of(finding, &arena, &subject);
	struct record record;
	struct error ignored = { 0 };
	enum status status = STATUS_OK;
	int64_t id = 0;

	*days = LADDER_RESET_DAYS;
	if (!type || programme_resolve(programme, type, subject, strlen(subject), &id, &ignored) !=
			     STATUS_OK)
		id = 0;
	for (int steps = 0; id != 0 && status == STATUS_OK && steps < 3; steps++) {
		status = store_get(programme->store, type, id, &arena, &record, error);
		if (status != STATUS_OK)
			break;
		if (strcmp(type->name, "function") == 0) {
			if (record_has(&record, "stall_reset_after_days"))
				*days = (int)record_number(&record, "stall_reset_after_days");
			break;
		}
		id = 0;
		/* A person's function before that of their team. */
		if (type_field_find(type, "function") && record_has(&record, "function")) {
			id = record_number(&record, "function");
			type = type_find("function");
		} else if (type_field_find(type, "team") && record_has(&record, "team")) {
			id = record_number(&record, "team");
			type = type_find("team");
		}
	}
	arena_clear(&arena);
	return status;
}

static enum rung
rung_of(const struct record *record)
{
	for (enum rung rung = RUNG_SUPPORT; rung < RUNGS; rung++)
		if (record_is(record, "level", ladder_rung_name(rung)))
			return rung;
	return RUNG_SUPPORT;
}

static enum status
read_ladder(struct programme *programme, const struct record *record, struct ladder *out,
	struct error *error)
{
	const struct workdays *workdays;
	int days = LADDER_RESET_DAYS;
	enum status status =
		read_reset_days(programme, record_text(record, "finding"), &days, error);

	if (status == STATUS_OK)
		status = working_days_get(programme, &workdays, error);
	if (status == STATUS_OK)
		*out = ladder_of(rung_of(record), record_date(record, "due_on"), days, workdays);
	return status;
}

enum status
programme_escalation_now(struct programme *programme, const struct record *record,
	struct escalation_now *out, struct error *error)
{
	struct ladder ladder;
	enum status status = read_ladder(programme, record, &ladder, error);

	*out = (struct escalation_now){ .due = record_date(record, "due_on"),
		.open = !record_has(record, "closed_on") ||
			record_date(record, "closed_on") > programme->today,
		.moved = record_has(record, "moved_on"),
		.rung = rung_of(record),
		.next = RUNGS,
		.climbs_on = NO_DAY };
	if (status != STATUS_OK || !out->open)
		return status;
	out->past_due = out->due < programme->today;
	out->rung = ladder_rung(&ladder, out->rung, programme->today);
	if (out->rung + 1 < RUNGS) {
		out->next = out->rung + 1;
		out->climbs_on = ladder.on[out->next];
	}
	return STATUS_OK;
}

const char *
escalation_words(const struct escalation_now *now, day today, struct arena *arena)
{
	char due[DATE_SIZE], climbs[DATE_SIZE];
	const char *choice = now->moved
				     ? "raise it or close it"
				     : "raise it, give it one new date with a reason, or close it";

	date_format(now->due, due);
	if (!now->past_due)
		return now->due == today
			       ? "due today"
			       : arena_format(arena, "due in %s",
					 text_quantity(arena, now->due - today, "day", NULL));
	if (now->climbs_on == NO_DAY)
		return arena_format(
			arena, "%s, past due since %s: close it", ladder_rung_name(now->rung), due);
	date_format(now->climbs_on, climbs);
	return arena_format(arena, "%s, past due since %s; climbs to %s on %s: %s",
		ladder_rung_name(now->rung), due, ladder_rung_name(now->next), climbs, choice);
}

static enum status
check_new_date(struct programme *programme, const struct record *before, struct record *now,
	struct arena *arena, struct error *error)
{
	char today[DATE_SIZE];

	if (record_date(before, "due_on") == record_date(now, "due_on") ||
		record_has(now, "override_reason"))
		return STATUS_OK;
	if (record_has(before, "moved_on"))
		return error_set(error, STATUS_INVALID,
			"due_on: an escalation gets one new date, and this one has had it: raise "
			"it "
			"or close it");
	if (!record_has(now, "moved_reason"))
		return error_set(
			error, STATUS_INVALID, "due_on: a new date takes a reason (moved_reason)");
	date_format(programme->today, today);
	record_put(now, "moved_on", value_text(arena_copy(arena, today, DATE_SIZE - 1)));
	return STATUS_OK;
}

enum status
escalation_check(struct programme *programme, const struct record *before, struct record *now,
	struct arena *arena, struct error *error)
{
	struct escalation_now standing;
	enum status status = STATUS_OK;

	if (!before || !is_escalation(now))
		return STATUS_OK;
	status = check_new_date(programme, before, now, arena, error);
	if (status != STATUS_OK || record_has(before, "closed_on"))
		return status;
	/* What it has climbed until today is part of what is changed. */
	status = programme_escalation_now(programme, before, &standing, error);
	if (status == STATUS_OK && rung_of(now) == rung_of(before) &&
		standing.rung != rung_of(before))
		record_put(now, "level", value_text(ladder_rung_name(standing.rung)));
	return status;
}

static enum status
write_climb(struct programme *programme, int64_t escalation, enum rung rung, day on,
	struct error *error)
{
	struct record climb;
	char date[DATE_SIZE];
	int64_t there = 0;
	enum status status;

	date_format(on, date);
	record_init(&climb, type_find("climb"));
	record_put(&climb, "escalation", value_integer(escalation));
	record_put(&climb, "level", value_text(ladder_rung_name(rung)));
	record_put(&climb, "on", value_text(date));
	status = store_find_identity(programme->store, &climb, &there, error);
	if (status == STATUS_OK && there == 0)
		status = store_insert(programme->store, &climb, error);
	return status;
}

enum status
escalation_follow(struct programme *programme, const struct record *before,
	const struct record *now, struct error *error)
{
	struct ladder ladder;
	enum status status = STATUS_OK;

	if (!before || !is_escalation(now) || record_has(before, "closed_on"))
		return STATUS_OK;
	status = read_ladder(programme, before, &ladder, error);
	for (enum rung rung = RUNG_ESCALATE; rung < RUNGS && status == STATUS_OK; rung++) {
		bool by_itself = ladder.on[rung] != NO_DAY && ladder.on[rung] <= programme->today;

		/* A person may raise it before its day. */
		if (by_itself || (rung > rung_of(before) && rung <= rung_of(now)))
			status = write_climb(programme, now->id, rung,
				by_itself ? ladder.on[rung] : programme->today, error);
	}
	return status;
}
