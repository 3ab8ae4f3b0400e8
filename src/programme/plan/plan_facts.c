/* SPDX-License-Identifier: MIT */
/*
 * What a plan is drafted from. Must not decide anything: findings, waves and phases that a person
 * has set are taken as they are.
 */
#include <stdlib.h>
#include <string.h>

#include "planning.h"
#include "rollout/store/authorship.h"

static void
read_programme(struct planning *planning)
{
	struct draft_facts *facts = &planning->facts;
	struct record record;

	rows_of(&planning->rows, "programme", NULL);
	while (rows_next(&planning->rows, &record)) {
		planning->head.programme = record.id;
		facts->starts_on = record_date(&record, "starts_on");
		facts->launches_on = facts->launches_stand = record_date(&record, "launches_on");
		facts->cycle_weeks = (int)record_number(&record, "cycle_weeks");
		planning->head.sponsor = record_number(&record, "sponsor");
		planning->head.lead = record_number(&record, "lead");
	}
	if (facts->cycle_weeks < 1)
		facts->cycle_weeks = 13;
}

/* A launch that an earlier plan put off is not what was asked for. */
static void
read_asked(struct planning *planning)
{
	struct value_before before = { 0 };

	if (plan_goes_on(planning))
		planning->rows.status = authorship_find_before(planning->programme->store,
			type_find("programme"), planning->head.programme, "launches_on", PLAN_LABEL,
			planning->arena, &before, planning->rows.error);
	if (!before.overwritten)
		return;
	planning->facts.launches_on = NO_DAY;
	if (before.text)
		date_parse(before.text, &planning->facts.launches_on);
}

static void
check_dates(struct planning *planning)
{
	struct rows *rows = &planning->rows;
	const struct draft_facts *facts = &planning->facts;

	if (rows->status == STATUS_OK && planning->head.programme == 0)
		rows->status = error_set(rows->error, STATUS_INVALID,
			"there is no programme record to plan from; `rollout add programme name=… "
			"starts_on=…` makes it");
	else if (rows->status == STATUS_OK && facts->launches_stand != NO_DAY &&
		 facts->launches_stand < facts->starts_on)
		rows->status = error_set(rows->error, STATUS_INVALID,
			"the launch is before the start: change launches_on or starts_on with "
			"`rollout set programme`");
}

static void
read_accountabilities(struct planning *planning)
{
	struct head *head = &planning->head;
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
	struct draft_facts *facts = &planning->facts;
	struct record record;

	for (int i = 0; i < DRAFT_PHASES; i++)
		facts->phases[i] = (struct draft_span){ NO_DAY, NO_DAY };
	facts->begun_on = NO_DAY;
	rows_of(&planning->rows, "phase", NULL);
	while (rows_next(&planning->rows, &record)) {
		int index = record_is(&record, "name", "pilot")   ? 0
			    : record_is(&record, "name", "scale") ? 1
								  : 2;
		day from = record_date(&record, "starts_on");

		planning->phase_ids[index] = record.id;
		if (!plan_is_written(planning, &record, "starts_on", PLAN_LABEL) ||
			!plan_is_written(planning, &record, "ends_on", PLAN_LABEL))
			facts->phases[index] =
				(struct draft_span){ from, record_date(&record, "ends_on") };
		else if (index == 0 && from <= facts->today)
			facts->begun_on = from;
	}
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

/* Where nobody has answered, critical questions count as amber: these are the rules that go by one
 * (of the leaders, amber asks for nothing). */
static void
assume(struct planning *planning)
{
	static const int critical[] = { 2, 3, 6 };
	struct query query = query_of("response");
	struct record record;

	query.limit = 1;
	rows_read(&planning->rows, &query);
	planning->answered = rows_next(&planning->rows, &record);
	for (size_t i = 0; i < sizeof critical / sizeof *critical && !planning->answered; i++)
		planning->facts.fires[critical[i]] = planning->facts.assumed[critical[i]] = true;
}

static void
add_role(struct planning *planning, enum draft_role role, int64_t person)
{
	struct draft_people *people = &planning->facts.roles[role];
	int index = plan_find_person(planning, person);

	if (index == DRAFT_NOBODY)
		return;
	for (size_t i = 0; i < people->count; i++)
		if (people->people[i] == index)
			return;
	people->people =
		arena_grow(planning->arena, people->people, people->count, sizeof *people->people);
	people->people[people->count++] = index;
}

/* Those who are here and can own something, by id. */
static void
read_people(struct planning *planning)
{
	const char **names = NULL;
	struct record record;
	size_t count = 0;

	rows_of(&planning->rows, "stakeholder", NULL);
	while (rows_next(&planning->rows, &record)) {
		if (!record_flag(&record, "active", true) || record_is(&record, "kind", "group"))
			continue;
		names = arena_grow(planning->arena, names, count, sizeof *names);
		planning->people =
			arena_grow(planning->arena, planning->people, count, sizeof(int64_t));
		planning->people[count] = record.id;
		names[count++] = record_identifier(&record, planning->arena);
	}
	planning->people_count = planning->facts.people_count = count;
	planning->facts.people = names;
}

static void
read_groups(struct planning *planning)
{
	static const struct {
		const char *group;
		enum draft_role role;
	} groups[] = {
		{ "executive_sponsor", DRAFT_EXECUTIVES },
		{ "strategy_owner", DRAFT_EXECUTIVES },
		{ "coach", DRAFT_COACHES },
		{ "functional_lead", DRAFT_FUNCTIONAL },
	};
	struct record record;

	rows_of(&planning->rows, "function", NULL);
	while (rows_next(&planning->rows, &record))
		add_role(planning, DRAFT_FUNCTIONAL, record_number(&record, "lead"));
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
		rows_where(
			&planning->rows, "stakeholder", "group", value_text(groups[i].group), NULL);
		while (rows_next(&planning->rows, &record))
			add_role(planning, groups[i].role, record.id);
	}
	add_role(planning, DRAFT_SPONSOR, planning->head.sponsor);
	add_role(planning, DRAFT_LEAD, planning->head.lead);
	add_role(planning, DRAFT_ENABLEMENT, planning->head.enablement);
}

static int
lead_of(struct planning *planning, int64_t function)
{
	struct rows rows = rows_open(planning->programme, NULL, planning->rows.error);
	struct record record;
	int lead = DRAFT_NOBODY;

	if (function != 0 && rows_get(&rows, "function", function, planning->arena, &record))
		lead = plan_find_person(planning, record_number(&record, "lead"));
	planning->rows.status = rows_close(&rows);
	return lead;
}

static void
take_teams(struct planning *planning)
{
	const struct sequence_report *sequence = &planning->sequence;
	struct draft_team *teams =
		arena_alloc(planning->arena, (sequence->count + 1) * sizeof *teams);

	for (size_t i = 0; i < sequence->count && plan_goes_on(planning); i++) {
		const struct sequenced *team = &sequence->teams[i];

		teams[i] = (struct draft_team){ .identifier = team->identifier,
			.name = team->team.name,
			.wave = team->team.wave,
			.leader = plan_find_person(planning, team->leader),
			.coach = plan_find_person(planning, team->coach),
			.function_lead = lead_of(planning, team->team.unit) };
		add_role(planning, DRAFT_COACHES, team->coach);
	}
	planning->facts.teams = teams;
	planning->facts.team_count = sequence->count;
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
	facts->owned_most = (int)store_setting(store, "open_milestones_per_person");
	facts->owned_within_days = (int)store_setting(store, "due_window_days");
}

/* The day on which the pilot really launched. */
static void
read_launched(struct planning *planning)
{
	struct record record;

	planning->facts.launched_on = NO_DAY;
	rows_where(&planning->rows, "wave", "number", value_integer(0), NULL);
	while (rows_next(&planning->rows, &record))
		planning->facts.launched_on = record_date(&record, "launched_on");
}

static void
copy_holidays(struct planning *planning)
{
	const struct workdays *there;
	day *days;

	if (!plan_goes_on(planning))
		return;
	planning->rows.status = working_days_get(planning->programme, &there, planning->rows.error);
	if (!plan_goes_on(planning))
		return;
	/* Of its own, because what is written forgets them. */
	days = arena_alloc(planning->arena, (there->count + 1) * sizeof *days);
	if (there->count > 0)
		memcpy(days, there->holidays, there->count * sizeof *days);
	planning->workdays = (struct workdays){ days, there->count };
	planning->facts.workdays = &planning->workdays;
}

void
plan_gather(struct planning *planning)
{
	struct draft_facts *facts = &planning->facts;

	facts->today = programme_today(planning->programme);
	facts->templates = plan_read_templates(planning->arena);
	read_programme(planning);
	check_dates(planning);
	read_asked(planning);
	read_accountabilities(planning);
	read_phases(planning);
	read_launched(planning);
	find_fired(planning);
	assume(planning);
	read_people(planning);
	read_groups(planning);
	if (plan_goes_on(planning))
		planning->rows.status = programme_sequence(planning->programme, planning->arena,
			&planning->sequence, planning->rows.error);
	take_teams(planning);
	take_settings(planning);
	copy_holidays(planning);
	plan_read_known(planning);
}

const char *
plan_role(const struct planning *planning, enum draft_role role)
{
	const struct draft_people *people = &planning->facts.roles[role];

	return people->count > 0 ? planning->facts.people[people->people[0]] : NULL;
}
