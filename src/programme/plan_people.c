/* SPDX-License-Identifier: MIT */
/*
 * What a plan does beside the roadmap: the waves of teams, a stall plan for every function, who is
 * heard before the launch, and the risk that leaders drift. Must not name an opinion in what it
 * shows: why somebody is to be heard stands in the register.
 */
#include <string.h>

#include "plan.h"

enum { HEARD_BEFORE_LAUNCH = 14 };

static void
put(struct draft_item *item, const char *name, const char *text)
{
	if (text)
		item->fields[item->field_count++] =
			(struct draft_field){ .name = name, .text = text };
}

static enum status
put_wave(struct planning *planning, const struct sequenced *team, struct error *error)
{
	struct draft_item item = { .type = "team", .key = team->identifier };

	if (team->team.wave == NO_WAVE || team->team.pinned != NO_WAVE)
		return STATUS_OK;
	put(&item, "wave", arena_format(planning->arena, "%d", team->team.wave));
	return plan_put(planning, &item, team->team.id, true,
		arena_format(planning->arena, "sequence: %s",
			team->team.wave == 0 ? "the pilot"
					     : "the order of the lens, within a wave's capacity"),
		error);
}

static enum status
put_stall_plan(void *context, const struct record *record, struct error *error)
{
	struct planning *planning = context;
	const struct value *lead = record_get(record, "lead");
	char identifier[RECORD_ID_SIZE];
	struct draft_item item = { .type = "function" };

	record_identify(record, identifier);
	item.key = arena_copy(planning->arena, identifier, strlen(identifier));
	put(&item, "stall_tell",
		lead->kind == VALUE_INTEGER
			? programme_identifier(planning->programme, type_find("stakeholder"),
				  lead->integer, planning->arena)
			: planning->facts.sponsor);
	put(&item, "stall_support",
		"A coach sits in on the next two check-ins, and the lead of the function clears "
		"the "
		"work that crowds them out.");
	return plan_put(planning, &item, record->id, true,
		"template: who is told, and what help there is, is settled before adoption stalls",
		error);
}

/* One person of influence who doubts, heard by whoever owns the relationship. */
static enum status
put_hearing(void *context, const struct record *record, struct error *error)
{
	struct planning *planning = context;
	const struct value *owner = record_get(record, "owner");
	char identifier[RECORD_ID_SIZE], date[DATE_SIZE];
	struct draft_item item = { .type = "engagement", .rule = "F11" };
	day due = planning->facts.launches_on - HEARD_BEFORE_LAUNCH;

	if (due < planning->facts.starts_on)
		due = planning->facts.starts_on;
	date_format(due, date);
	record_identify(record, identifier);
	item.key = arena_format(planning->arena, "hear-%.50s", identifier);
	put(&item, "action",
		"Ask what this would cost them, and agree one answer before the launch");
	put(&item, "stage", "pre_launch");
	put(&item, "stakeholder", arena_copy(planning->arena, identifier, strlen(identifier)));
	put(&item, "wave", "0");
	put(&item, "owner",
		owner->kind == VALUE_INTEGER
			? programme_identifier(planning->programme, type_find("stakeholder"),
				  owner->integer, planning->arena)
			: planning->facts.lead);
	put(&item, "due_on", arena_copy(planning->arena, date, DATE_SIZE - 1));
	put(&item, "because", "F11: heard before the launch, an objection changes the plan");
	return plan_put(planning, &item, 0, false,
		"F11: heard before the launch, an objection changes the plan", error);
}

static enum status
put_hearings(struct planning *planning, struct error *error)
{
	static const char *const attitudes[] = { "mixed", "resistant" };
	const struct type *type = type_find("stakeholder");
	enum status status = STATUS_OK;

	for (size_t i = 0; i < 2 && status == STATUS_OK; i++) {
		struct query query = { .type = type, .condition_count = 4 };

		query.conditions[0] = (struct condition){ type_field_index(type, "attitude"),
			COMPARE_EQUAL, value_text(attitudes[i]) };
		query.conditions[1] = (struct condition){ type_field_index(type, "influence"),
			COMPARE_GREATER_EQUAL,
			value_integer(
				store_setting(planning->programme->store, "influence_high")) };
		query.conditions[2] = (struct condition){ type_field_index(type, "active"),
			COMPARE_NOT_EQUAL, value_integer(0) };
		query.conditions[3] = (struct condition){ type_field_index(type, "kind"),
			COMPARE_NOT_EQUAL, value_text("group") };
		status = programme_each(planning->programme, &query, put_hearing, planning, error);
	}
	return status;
}

/* Before an answer of the person's own is written, it only has to be asked who is planned already.
 */
static enum status
raise_drift(struct planning *planning, struct error *error)
{
	struct draft_item item = { .type = "risk", .key = "leadership-drift", .rule = "F1" };
	int64_t id = 0;
	enum status status = store_find_key(planning->programme->store, type_find("risk"), item.key,
		strlen(item.key), &id, error);

	if (status != STATUS_OK || !planning->facts.fires[1])
		return status;
	put(&item, "because", "F1: leaders who are not agreed drift apart under pressure");
	put(&item, "likelihood", "5");
	item.fields[item.field_count - 1].over_template = true;
	if (id != 0)
		return plan_put(planning, &item, id, true,
			"F1: leaders who are not agreed drift apart under pressure", error);
	put(&item, "title",
		"Leadership drift: executives change course faster than teams can follow");
	put(&item, "impact", "5");
	put(&item, "owner", planning->facts.sponsor);
	return plan_put(planning, &item, 0, false,
		"F1: leaders who are not agreed drift apart under pressure", error);
}

enum status
plan_teams_and_people(struct planning *planning, struct error *error)
{
	struct query functions = { .type = type_find("function") };
	enum status status = raise_drift(planning, error);

	for (size_t i = 0; i < planning->sequence.count && status == STATUS_OK; i++)
		status = put_wave(planning, &planning->sequence.teams[i], error);
	if (status == STATUS_OK)
		status = programme_each(
			planning->programme, &functions, put_stall_plan, planning, error);
	if (status == STATUS_OK && planning->facts.fires[11])
		status = put_hearings(planning, error);
	if (status == STATUS_OK)
		status = plan_engagement(planning, error);
	return status == STATUS_OK ? plan_capabilities(planning, error) : status;
}
