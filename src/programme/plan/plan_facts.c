/* SPDX-License-Identifier: MIT */
/*
 * What a plan is drafted from. Must not decide anything: findings, waves and phases that a person
 * has set are taken as they are.
 */
#include <stdlib.h>
#include <string.h>

#include "planning.h"
#include "rollout/store/authorship.h"

enum { WEEKS_BEFORE_LAUNCH = 6, WEEK = 7 };

struct head {
	struct planning *planning;
	bool found, launches;
	int64_t sponsor, lead, enablement;
};

static day
date_of(const struct record *record, const char *field)
{
	day out;

	return record_day(record, field, &out) ? out : NO_DAY;
}

static enum status
take_programme(void *context, const struct record *record, struct error *error)
{
	struct head *head = context;
	struct draft_facts *facts = &head->planning->facts;

	(void)error;
	head->found = true;
	facts->starts_on = date_of(record, "starts_on");
	facts->launches_on = date_of(record, "launches_on");
	head->launches = facts->launches_on != NO_DAY;
	facts->cycle_weeks = (int)record_number(record, "cycle_weeks");
	head->sponsor = record_number(record, "sponsor");
	head->lead = record_number(record, "lead");
	return STATUS_OK;
}

static enum status
take_accountability(void *context, const struct record *record, struct error *error)
{
	struct head *head = context;
	const char *area = record_get(record, "area")->text;
	int64_t owner = record_number(record, "owner");

	(void)error;
	if (owner != 0 && strcmp(area, "executive_sponsorship") == 0 && head->sponsor == 0)
		head->sponsor = owner;
	if (owner != 0 && strcmp(area, "programme_lead") == 0 && head->lead == 0)
		head->lead = owner;
	if (owner != 0 && strcmp(area, "enablement_lead") == 0)
		head->enablement = owner;
	return STATUS_OK;
}

/* Dates of a phase that the plan did not write are a person's, and hold. */
static enum status
take_phase(void *context, const struct record *record, struct error *error)
{
	struct planning *planning = ((struct head *)context)->planning;
	const char *name = record_get(record, "name")->text;
	int index = strcmp(name, "pilot") == 0 ? 0 : (strcmp(name, "scale") == 0 ? 1 : 2);
	struct draft_span *span = &planning->facts.phases[index];
	struct store *store = planning->programme->store;
	bool starts = false, ends = false;
	enum status status = authorship_is(
		store, record->type, record->id, "starts_on", PLAN_LABEL, &starts, error);

	if (status == STATUS_OK)
		status = authorship_is(
			store, record->type, record->id, "ends_on", PLAN_LABEL, &ends, error);
	if (status != STATUS_OK || (starts && ends))
		return status;
	*span = (struct draft_span){ date_of(record, "starts_on"), date_of(record, "ends_on") };
	return STATUS_OK;
}

static enum status
each(struct head *head, const char *type,
	enum status (*take)(void *context, const struct record *record, struct error *error),
	struct error *error)
{
	struct query query = { .type = type_find(type) };

	return programme_each(head->planning->programme, &query, take, head, error);
}

static const char *
identify(struct planning *planning, int64_t person)
{
	return person == 0 ? NULL
			   : programme_identifier(planning->programme, type_find("stakeholder"),
				     person, planning->arena);
}

static enum status
check_dates(const struct head *head, struct error *error)
{
	const struct draft_facts *facts = &head->planning->facts;

	if (!head->found)
		return error_set(error, STATUS_INVALID,
			"there is no programme record to plan from; `rollout add programme name=… "
			"starts_on=…` makes it");
	if (facts->launches_on < facts->starts_on)
		return error_set(error, STATUS_INVALID,
			"the launch is before the start: change launches_on or starts_on with "
			"`rollout set programme`");
	return STATUS_OK;
}

static enum status
find_fired(struct planning *planning, struct error *error)
{
	enum status status = STATUS_OK;
	struct finding *all = NULL, *kept;
	size_t total = 0;

	for (int i = 1; i < DRAFT_RULES && status == STATUS_OK; i++) {
		struct finding *findings;
		size_t count = 0, waived = 0;

		status = programme_check(planning->programme,
			arena_format(planning->arena, "F%d", i), planning->arena, &findings, &count,
			&waived, error);
		planning->facts.fires[i] = count > 0;
		all = memory_resize(all, total + count + 1, sizeof *all);
		if (count > 0)
			memcpy(all + total, findings, count * sizeof *all);
		total += count;
	}
	kept = arena_alloc(planning->arena, (total + 1) * sizeof *kept);
	if (total > 0)
		memcpy(kept, all, total * sizeof *kept);
	planning->report->findings = kept;
	planning->report->finding_count = total;
	free(all);
	return status;
}

static enum status
count_answers(struct planning *planning, struct error *error)
{
	struct query query = { .type = type_find("response") };
	int64_t count = 0;
	enum status status = programme_count(planning->programme, &query, &count, error);

	planning->answered = count > 0;
	return status;
}

static void
take_settings(struct planning *planning)
{
	struct store *store = planning->programme->store;
	struct draft_facts *facts = &planning->facts;

	facts->slice_days_min = (int)store_setting(store, "slice_days_min");
	facts->slice_days_max = (int)store_setting(store, "slice_days_max");
	facts->objectives = (int)store_setting(store, "simple_objectives_max");
	facts->key_results = (int)store_setting(store, "simple_key_results_max");
	facts->check_in_weeks = (int)store_setting(store, "simple_check_in_weeks");
	facts->free_cycles = (int)store_setting(store, "appraisal_free_cycles");
	facts->waves = 1;
	for (size_t i = 0; i < planning->sequence.count; i++)
		if (planning->sequence.teams[i].team.wave > facts->waves)
			facts->waves = planning->sequence.teams[i].team.wave;
	if (facts->waves > DRAFT_WAVES_MAX)
		facts->waves = DRAFT_WAVES_MAX;
}

enum status
plan_gather(struct planning *planning, struct error *error)
{
	struct head head = { .planning = planning };
	struct draft_facts *facts = &planning->facts;
	enum status status;

	for (int i = 0; i < DRAFT_PHASES; i++)
		facts->phases[i] = (struct draft_span){ NO_DAY, NO_DAY };
	status = each(&head, "programme", take_programme, error);
	if (status == STATUS_OK && head.found && !head.launches)
		facts->launches_on = facts->starts_on + WEEKS_BEFORE_LAUNCH * WEEK;
	if (status == STATUS_OK)
		status = check_dates(&head, error);
	if (status == STATUS_OK)
		status = each(&head, "accountability", take_accountability, error);
	if (status == STATUS_OK)
		status = each(&head, "phase", take_phase, error);
	if (status == STATUS_OK)
		status = find_fired(planning, error);
	if (status == STATUS_OK)
		status = count_answers(planning, error);
	if (status == STATUS_OK)
		status = programme_sequence(
			planning->programme, planning->arena, &planning->sequence, error);
	if (status != STATUS_OK)
		return status;
	facts->sponsor = identify(planning, head.sponsor);
	facts->lead = identify(planning, head.lead);
	facts->enablement = identify(planning, head.enablement);
	if (facts->cycle_weeks < 1)
		facts->cycle_weeks = 13;
	take_settings(planning);
	return STATUS_OK;
}
