/* SPDX-License-Identifier: MIT */
/*
 * The milestones and dependencies that the file has, as the drafting looks at them: what an earlier
 * plan wrote may be drafted anew, what a person wrote holds.
 */
#include <stdlib.h>
#include <string.h>

#include "planning.h"
#include "rollout/programme/cause.h"
#include "rollout/store/authorship.h"

static int
compare_ids(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return (left > right) - (left < right);
}

int
plan_find_person(const struct planning *planning, int64_t id)
{
	const int64_t *found = planning->people_count == 0
				       ? NULL
				       : bsearch(&id, planning->people, planning->people_count,
						 sizeof *planning->people, compare_ids);

	return found ? (int)(found - planning->people) : DRAFT_NOBODY;
}

static int
phase_of(const struct planning *planning, int64_t phase)
{
	for (int i = 0; phase != 0 && i < DRAFT_PHASES; i++)
		if (planning->phase_ids[i] == phase)
			return i;
	return -1;
}

static int
number_or(const struct record *record, const char *field, int none)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_INTEGER ? (int)value->integer : none;
}

/* Whether nobody but plans has touched it: it may be removed. */
static bool
is_untouched(struct planning *planning, const struct record *record)
{
	bool shared = true;

	if (!plan_is_written(planning, record, "key", PLAN_LABEL) || !plan_goes_on(planning))
		return false;
	planning->rows.status = authorship_is_shared(planning->programme->store, record->type,
		record->id, PLAN_LABEL, &shared, planning->rows.error);
	return !shared;
}

static void
add_known(struct planning *planning, struct draft_known *known, const struct record *record)
{
	bool accepted = record_is(record, "state", "accepted");
	bool drafted;

	*known = (struct draft_known){
		.identifier = record_identifier(record, planning->arena),
		.title = record_copy_text(record, "title", planning->arena),
		.gate = record_is(record, "kind", "gate"),
		.launches = record_is(record, "kind", "launch"),
		.phase = phase_of(planning, record_number(record, "phase")),
		.owner = plan_find_person(planning, record_number(record, "owner")),
		.dates = { .entered = record_date(record, "forecast_on"),
			.promised = record_date(record, "baseline_on"),
			.actual = record_date(record, "actual_on"),
			.work_days = number_or(record, "work_days", NO_WORK_DAYS),
			.accepted = accepted,
			.dropped = record_is(record, "state", "dropped"),
			.planned = record_is(record, "state", "planned") ||
				   !record_has(record, "state") },
	};
	known->trains = known->launches || record_is(record, "kind", "training");
	drafted = roadmap_draft_is_key(planning->facts.templates, known->identifier);
	if (drafted) {
		known->ours = (known->dates.planned || record_is(record, "state", "in_progress")) &&
			      plan_is_written(planning, record, "kind", PLAN_LABEL);
		known->leaves =
			planning->options->remove && !accepted && is_untouched(planning, record);
		known->ours_entered = plan_is_written(planning, record, "forecast_on", PLAN_LABEL);
		known->ours_work = plan_is_written(planning, record, "work_days", PLAN_LABEL);
	}
}

static void
read_milestones(struct planning *planning)
{
	struct draft_known *known = NULL;
	struct record record;
	size_t count = 0;

	rows_of(&planning->rows, "milestone", NULL);
	while (rows_next(&planning->rows, &record)) {
		known = arena_grow(planning->arena, known, count, sizeof *known);
		planning->milestones =
			arena_grow(planning->arena, planning->milestones, count, sizeof(int64_t));
		planning->milestones[count] = record.id;
		add_known(planning, &known[count++], &record);
		/* Whether a phase has milestones of a person's. */
		if (known[count - 1].phase >= 0 &&
			!roadmap_draft_is_key(
				planning->facts.templates, known[count - 1].identifier) &&
			!plan_is_written(planning, &record, NULL, PLAN_LABEL))
			planning->facts.own[known[count - 1].phase] = true;
	}
	planning->facts.known = known;
	planning->facts.known_count = count;
}

static int32_t
find_milestone(const struct planning *planning, int64_t id)
{
	const int64_t *found =
		planning->facts.known_count == 0
			? NULL
			: bsearch(&id, planning->milestones, planning->facts.known_count,
				  sizeof *planning->milestones, compare_ids);

	return found ? (int32_t)(found - planning->milestones) : -1;
}

static void
read_links(struct planning *planning)
{
	struct draft_known_link *links = NULL;
	struct record record;
	size_t count = 0;

	rows_of(&planning->rows, "dependency", NULL);
	while (rows_next(&planning->rows, &record)) {
		int32_t from = find_milestone(planning, record_number(&record, "from"));
		int32_t to = find_milestone(planning, record_number(&record, "to"));

		if (from < 0 || to < 0)
			continue;
		links = arena_grow(planning->arena, links, count, sizeof *links);
		links[count] = (struct draft_known_link){ .from = from,
			.to = to,
			.lag = number_or(&record, "lag_days", 0),
			.key = record_copy_text(&record, "key", planning->arena) };
		links[count].ours = links[count].key &&
				    plan_is_written(planning, &record, "lag_days", PLAN_LABEL);
		count++;
	}
	planning->facts.links = links;
	planning->facts.link_count = count;
}

/* What a person has put on the roadmap because of a finding. A risk is a worry, not an answer. */
static void
find_answers(struct planning *planning)
{
	for (int rule = 1; rule < DRAFT_RULES && plan_goes_on(planning); rule++) {
		struct caused *items;
		size_t count = 0;
		int *answer = &planning->facts.answers[rule];

		*answer = -2;
		if (!planning->facts.fires[rule])
			continue;
		planning->rows.status = programme_caused_by(planning->programme,
			arena_format(planning->arena, "F%d", rule), planning->arena, &items, &count,
			planning->rows.error);
		for (size_t i = 0; i < count && plan_goes_on(planning); i++) {
			const struct record record = { .type = items[i].type, .id = items[i].id };

			if (strcmp(items[i].type->name, "risk") == 0 ||
				roadmap_draft_is_key(
					planning->facts.templates, items[i].identifier) ||
				plan_is_written(planning, &record, "key", PLAN_LABEL))
				continue;
			if (strcmp(items[i].type->name, "milestone") != 0)
				*answer = *answer == -2 ? -1 : *answer;
			else if (*answer < 0)
				*answer = find_milestone(planning, items[i].id);
		}
	}
}

/* Whether a person has cut the phase into slices. */
static void
read_slices(struct planning *planning)
{
	struct record record;

	rows_of(&planning->rows, "slice", NULL);
	while (rows_next(&planning->rows, &record)) {
		int phase = phase_of(planning, record_number(&record, "phase"));

		if (phase >= 0 && !plan_is_written(planning, &record, NULL, PLAN_LABEL))
			planning->facts.cut[phase] = true;
	}
}

void
plan_read_known(struct planning *planning)
{
	read_milestones(planning);
	read_links(planning);
	read_slices(planning);
	find_answers(planning);
}
