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

static enum status
put_wave(struct planning *planning, const struct sequenced *team, struct error *error)
{
	struct draft_item item = { .type = "team", .key = team->identifier };

	if (team->team.wave == NO_WAVE || team->team.pinned != NO_WAVE ||
		team->team.wave > DRAFT_WAVES_MAX)
		return STATUS_OK;
	plan_field(&item, "wave", arena_format(planning->arena, "%d", team->team.wave));
	return plan_put(planning, &item, team->team.id, true,
		team->team.wave == 0
			? "sequence: the pilot"
			: arena_format(planning->arena, "sequence: the order of the lens; %s",
				  planning->sequence.capacity),
		error);
}

/* Who a field names, as a field names them; NULL: nobody. */
static const char *
person_of(struct planning *planning, const struct record *record, const char *field)
{
	int64_t id = record_number(record, field);

	return id == 0 ? NULL
		       : programme_identifier(planning->programme, type_find("stakeholder"), id,
				 planning->arena);
}

static enum status
put_stall_plan(void *context, const struct record *record, struct error *error)
{
	struct planning *planning = context;
	const char *told = person_of(planning, record, "lead");
	char identifier[RECORD_ID_SIZE];
	struct draft_item item = { .type = "function" };

	record_identify(record, identifier);
	item.key = arena_copy(planning->arena, identifier, strlen(identifier));
	plan_field(&item, "stall_tell", told ? told : planning->facts.sponsor);
	plan_field(&item, "stall_support",
		"A coach sits in on the next two check-ins, and the lead of the function clears "
		"the "
		"work that crowds them out.");
	return plan_put(planning, &item, record->id, true,
		"template: who is told, and what help there is, is settled before adoption stalls",
		error);
}

/* An engagement before the launch that F11 asks for. */
static enum status
put_hearing(struct planning *planning, const char *key, const char *action, const char *person,
	const char *owner, struct error *error)
{
	static const char because[] = "F11: heard before the launch, an objection changes the plan";
	struct draft_item item = { .type = "engagement", .key = key, .rule = "F11" };
	day due = planning->facts.launches_on - HEARD_BEFORE_LAUNCH;

	if (due < planning->facts.starts_on)
		due = planning->facts.starts_on;
	plan_field(&item, "action", action);
	plan_field(&item, "stage", "pre_launch");
	plan_field(&item, "stakeholder", person);
	plan_field(&item, "wave", "0");
	plan_field(&item, "owner", owner ? owner : planning->facts.lead);
	plan_field(&item, "due_on", plan_day(planning, due));
	plan_field(&item, "because", because);
	return plan_put(planning, &item, 0, false, because, error);
}

/* One person or group of influence who doubts, heard by whoever owns the relationship. */
static enum status
hear_person(void *context, const struct record *record, struct error *error)
{
	struct planning *planning = context;
	char identifier[RECORD_ID_SIZE];

	record_identify(record, identifier);
	return put_hearing(planning, arena_format(planning->arena, "hear-%.59s", identifier),
		"Ask what this would cost them, and agree one answer before the launch",
		arena_copy(planning->arena, identifier, strlen(identifier)),
		person_of(planning, record, "owner"), error);
}

/* A team whose leader would keep it out of it. */
static enum status
hear_team(void *context, const struct record *record, struct error *error)
{
	struct planning *planning = context;
	const struct value *name = record_get(record, "name");
	char identifier[RECORD_ID_SIZE];

	record_identify(record, identifier);
	return put_hearing(planning, arena_format(planning->arena, "hear-team-%.54s", identifier),
		arena_format(planning->arena,
			"Ask the team \"%.*s\" what this would cost it, and agree one answer "
			"before the launch",
			text_quote_length(name->text, name->length), name->text),
		person_of(planning, record, "leader"), person_of(planning, record, "coach"), error);
}

/* Those whom F11 counts. */
static enum status
hear_all(struct planning *planning, struct error *error)
{
	static const char *const attitudes[] = { "mixed", "resistant" };
	const struct type *type = type_find("stakeholder"), *team = type_find("team");
	struct query resistant = { .type = team, .condition_count = 1 };
	enum status status = STATUS_OK;

	for (size_t i = 0; i < 2 && status == STATUS_OK; i++) {
		struct query query = { .type = type, .condition_count = 3 };

		query.conditions[0] = (struct condition){ type_field_index(type, "attitude"),
			COMPARE_EQUAL, value_text(attitudes[i]) };
		query.conditions[1] = (struct condition){ type_field_index(type, "influence"),
			COMPARE_GREATER_EQUAL,
			value_integer(
				store_setting(planning->programme->store, "influence_high")) };
		query.conditions[2] = (struct condition){ type_field_index(type, "active"),
			COMPARE_NOT_EQUAL, value_integer(0) };
		status = programme_each(planning->programme, &query, hear_person, planning, error);
	}
	resistant.conditions[0] = (struct condition){ type_field_index(team, "stance"),
		COMPARE_EQUAL, value_text("resistant") };
	return status == STATUS_OK
		       ? programme_each(planning->programme, &resistant, hear_team, planning, error)
		       : status;
}

enum status
plan_teams_and_people(struct planning *planning, struct error *error)
{
	struct query functions = { .type = type_find("function") };
	enum status status = STATUS_OK;

	for (size_t i = 0; i < planning->sequence.count && status == STATUS_OK; i++)
		status = put_wave(planning, &planning->sequence.teams[i], error);
	if (status == STATUS_OK)
		status = programme_each(
			planning->programme, &functions, put_stall_plan, planning, error);
	if (status == STATUS_OK && planning->facts.fires[11])
		status = hear_all(planning, error);
	if (status == STATUS_OK)
		status = plan_engagement(planning, error);
	return status == STATUS_OK ? plan_capabilities(planning, error) : status;
}
