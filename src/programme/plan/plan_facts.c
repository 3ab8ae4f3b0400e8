/* SPDX-License-Identifier: MIT */
/*
 * What a plan is drafted from. Must not decide anything: findings, waves and phases that a person
 * has set are taken as they are.
 */
#include "planning.h"
#include "rollout/store/authorship.h"

enum { WEEKS_BEFORE_LAUNCH = 6, WEEK = 7 };

/* Whom the file names, by id; 0: nobody. */
struct head {
	bool found, launches;
	int64_t sponsor, lead, enablement;
};

static void
read_programme(struct planning *planning, struct head *head)
{
	struct draft_facts *facts = &planning->facts;
	struct record record;

	rows_of(&planning->rows, "programme", NULL);
	while (rows_next(&planning->rows, &record)) {
		head->found = true;
		facts->starts_on = record_date(&record, "starts_on");
		facts->launches_on = record_date(&record, "launches_on");
		head->launches = facts->launches_on != NO_DAY;
		facts->cycle_weeks = (int)record_number(&record, "cycle_weeks");
		head->sponsor = record_number(&record, "sponsor");
		head->lead = record_number(&record, "lead");
	}
	if (head->found && !head->launches)
		facts->launches_on = facts->starts_on + WEEKS_BEFORE_LAUNCH * WEEK;
}

static void
check_dates(struct planning *planning, const struct head *head)
{
	struct rows *rows = &planning->rows;

	if (rows->status == STATUS_OK && !head->found)
		rows->status = error_set(rows->error, STATUS_INVALID,
			"there is no programme record to plan from; `rollout add programme name=… "
			"starts_on=…` makes it");
	else if (rows->status == STATUS_OK &&
		 planning->facts.launches_on < planning->facts.starts_on)
		rows->status = error_set(rows->error, STATUS_INVALID,
			"the launch is before the start: change launches_on or starts_on with "
			"`rollout set programme`");
}

static void
read_accountabilities(struct planning *planning, struct head *head)
{
	struct record record;

	rows_of(&planning->rows, "accountability", NULL);
	while (rows_next(&planning->rows, &record)) {
		int64_t owner = record_number(&record, "owner");

		if (record_is(&record, "area", "executive_sponsorship") && head->sponsor == 0)
			head->sponsor = owner;
		if (record_is(&record, "area", "programme_lead") && head->lead == 0)
			head->lead = owner;
		if (record_is(&record, "area", "enablement_lead") && owner != 0)
			head->enablement = owner;
	}
}

/* Dates of a phase that the plan did not write are a person's, and hold. */
static void
read_phases(struct planning *planning)
{
	struct draft_span *phases = planning->facts.phases;
	struct record record;

	rows_of(&planning->rows, "phase", NULL);
	while (rows_next(&planning->rows, &record)) {
		int index = record_is(&record, "name", "pilot")   ? 0
			    : record_is(&record, "name", "scale") ? 1
								  : 2;

		if (!plan_is_written(planning, &record, "starts_on", PLAN_LABEL) ||
			!plan_is_written(planning, &record, "ends_on", PLAN_LABEL))
			phases[index] = (struct draft_span){ record_date(&record, "starts_on"),
				record_date(&record, "ends_on") };
	}
}

static const char *
identify(struct planning *planning, int64_t person)
{
	return person == 0 ? NULL
			   : programme_identifier(planning->programme, type_find("stakeholder"),
				     person, planning->arena);
}

static void
find_fired(struct planning *planning)
{
	struct plan_report *report = planning->report;
	struct finding *all = NULL;

	for (int i = 1; i < DRAFT_RULES && plan_goes_on(planning); i++) {
		struct finding *findings;
		size_t count = 0, waived = 0;

		planning->rows.status = programme_check(planning->programme,
			arena_format(planning->arena, "F%d", i), planning->arena, &findings, &count,
			&waived, planning->rows.error);
		planning->facts.fires[i] = count > 0;
		for (size_t j = 0; j < count; j++) {
			all = arena_grow(planning->arena, all, report->finding_count, sizeof *all);
			all[report->finding_count++] = findings[j];
		}
	}
	report->findings = all;
}

static void
count_answers(struct planning *planning)
{
	struct query query = query_of("response");
	struct record record;

	query.limit = 1;
	rows_read(&planning->rows, &query);
	planning->answered = rows_next(&planning->rows, &record);
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

void
plan_gather(struct planning *planning)
{
	struct head head = { 0 };
	struct draft_facts *facts = &planning->facts;

	for (int i = 0; i < DRAFT_PHASES; i++)
		facts->phases[i] = (struct draft_span){ NO_DAY, NO_DAY };
	read_programme(planning, &head);
	check_dates(planning, &head);
	read_accountabilities(planning, &head);
	read_phases(planning);
	find_fired(planning);
	count_answers(planning);
	if (plan_goes_on(planning))
		planning->rows.status = programme_sequence(planning->programme, planning->arena,
			&planning->sequence, planning->rows.error);
	if (!plan_goes_on(planning))
		return;
	facts->sponsor = identify(planning, head.sponsor);
	facts->lead = identify(planning, head.lead);
	facts->enablement = identify(planning, head.enablement);
	if (facts->cycle_weeks < 1)
		facts->cycle_weeks = 13;
	take_settings(planning);
}
