/* SPDX-License-Identifier: MIT */
/*
 * What a plan does beside the roadmap: the waves of teams, a stall plan for every function, and who
 * is heard before the launch. Must not name an opinion in what it
 * shows: why somebody is to be heard stands in the register.
 */
#include <string.h>

#include "planning.h"
#include "rollout/base/text.h"

enum { HEARD_BEFORE_LAUNCH = 14 };

static void
put_wave(struct planning *planning, const struct sequenced *team)
{
	struct draft_item item = { .type = "team", .key = team->identifier };

	if (team->team.wave == NO_WAVE || team->team.pinned != NO_WAVE ||
		team->team.wave > DRAFT_WAVES_MAX)
		return;
	plan_field(&item, "wave", arena_format(planning->arena, "%d", team->team.wave));
	plan_put(planning, &item, team->team.id, true,
		team->team.wave == 0
			? "sequence: the pilot"
			: arena_format(planning->arena, "sequence: the order of the lens; %s",
				  planning->sequence.capacity));
}

static void
put_stall_plans(struct planning *planning)
{
	struct record record;

	rows_of(&planning->rows, "function", NULL);
	while (rows_next(&planning->rows, &record)) {
		const char *told = plan_person(planning, &record, "lead");
		struct draft_item item = { .type = "function",
			.key = record_identifier(&record, planning->arena) };

		plan_field(&item, "stall_tell", told ? told : plan_role(planning, DRAFT_SPONSOR));
		plan_field(&item, "stall_support",
			"A coach sits in on the next two check-ins, and the lead of the function "
			"clears the work that crowds them out.");
		plan_put(planning, &item, record.id, true,
			"template: who is told, and what help there is, is settled before adoption "
			"stalls");
	}
}

/* An engagement before the launch that F11 asks for. */
static void
put_hearing(struct planning *planning, const char *key, const char *action, const char *person,
	const char *owner)
{
	static const char because[] = "F11: heard before the launch, an objection changes the plan";
	struct draft_item item = { .type = "engagement", .key = key, .rule = "F11" };
	int64_t there = plan_find_key(planning, item.type, key);
	day due = planning->draft.launch - HEARD_BEFORE_LAUNCH;

	plan_field(&item, "action", action);
	plan_field(&item, "stage", "pre_launch");
	plan_field(&item, "stakeholder", person);
	plan_field(&item, "wave", "0");
	plan_field(&item, "owner", owner ? owner : plan_role(planning, DRAFT_LEAD));
	plan_field(&item, "days_from_launch",
		arena_format(planning->arena, "%d", -HEARD_BEFORE_LAUNCH));
	if (there == 0 || due >= planning->facts.today)
		plan_field(&item, "due_on", plan_day(planning, plan_working_day(planning, due)));
	plan_field(&item, "because", because);
	plan_put(planning, &item, 0, false, because);
}

/* One person or group of influence who doubts, heard by whoever owns the relationship. */
static void
hear_people(struct planning *planning, const char *attitude)
{
	int64_t high = store_setting(planning->programme->store, "influence_high");
	struct query query = query_of("stakeholder");
	struct record record;

	query_where(&query, "attitude", value_text(attitude));
	query_compare(&query, "influence", COMPARE_GREATER_EQUAL, value_integer(high));
	query_compare(&query, "active", COMPARE_NOT_EQUAL, value_integer(0));
	rows_read(&planning->rows, &query);
	while (rows_next(&planning->rows, &record)) {
		const char *identifier = record_identifier(&record, planning->arena);

		put_hearing(planning, arena_format(planning->arena, "hear-%.59s", identifier),
			"Ask what this would cost them, and agree one answer before the launch",
			identifier, plan_person(planning, &record, "owner"));
	}
}

/* Teams whose leader would keep them out of it. */
static void
hear_teams(struct planning *planning)
{
	struct record record;

	rows_where(&planning->rows, "team", "stance", value_text("resistant"), NULL);
	while (rows_next(&planning->rows, &record)) {
		const struct value *name = record_get(&record, "name");
		const char *identifier = record_identifier(&record, planning->arena);

		put_hearing(planning, arena_format(planning->arena, "hear-team-%.54s", identifier),
			arena_format(planning->arena,
				"Ask the team \"%.*s\" what this would cost it, and agree one "
				"answer before the launch",
				text_quote_length(name->text, name->length), name->text),
			plan_person(planning, &record, "leader"),
			plan_person(planning, &record, "coach"));
	}
}

void
plan_teams_and_people(struct planning *planning)
{
	for (size_t i = 0; i < planning->sequence.count; i++)
		put_wave(planning, &planning->sequence.teams[i]);
	put_stall_plans(planning);
	/* Those whom F11 counts. */
	if (planning->facts.fires[11]) {
		hear_people(planning, "mixed");
		hear_people(planning, "resistant");
		hear_teams(planning);
	}
	plan_engagement(planning);
	plan_capabilities(planning);
}
