/* SPDX-License-Identifier: MIT */
/*
 * The rhythm of a simple first cycle: while F2 stands, teams check in every second week instead of
 * each one, in the programme and in the forums of teams. Goes back when managers have room again.
 * Must not touch a rhythm that a person has set.
 */
#include <stdio.h>
#include <string.h>

#include "planning.h"

static const char simple_because[] = "F2: managers without room check in less often at first";
static const char usual_because[] = "F2: no longer found, so teams check in as usual";

static const char *
reason(const struct planning *planning)
{
	return planning->facts.fires[2] ? simple_because : usual_because;
}

static enum status
put_programme(void *context, const struct record *record, struct error *error)
{
	struct planning *planning = context;
	bool simple = planning->facts.fires[2];
	char identifier[RECORD_ID_SIZE];
	struct draft_item item = { .type = "programme" };

	record_identify(record, identifier);
	item.key = arena_copy(planning->arena, identifier, strlen(identifier));
	plan_field(&item, "check_in_weeks",
		arena_format(planning->arena, "%d", simple ? planning->facts.check_in_weeks : 1));
	item.fields[0].over_template = simple;
	return plan_put(planning, &item, record->id, true, reason(planning), error);
}

/* The rule with the interval of a simple cycle, or without it; NULL: it recurs in another way. */
static const char *
rewrite(struct planning *planning, const char *rule)
{
	static const char weekly[] = "FREQ=WEEKLY";
	const char *simple = arena_format(
		planning->arena, "%s;INTERVAL=%d", weekly, planning->facts.check_in_weeks);

	if (strncmp(rule, weekly, strlen(weekly)) != 0)
		return NULL;
	if (!planning->facts.fires[2])
		return strncmp(rule, simple, strlen(simple)) != 0
			       ? NULL
			       : arena_format(
					 planning->arena, "%s%s", weekly, rule + strlen(simple));
	return strstr(rule, "INTERVAL=")
		       ? NULL
		       : arena_format(planning->arena, "%s%s", simple, rule + strlen(weekly));
}

static enum status
put_forum(void *context, const struct record *record, struct error *error)
{
	struct planning *planning = context;
	const char *rule = rewrite(planning, record_get(record, "rule")->text);
	char identifier[RECORD_ID_SIZE];
	struct draft_item item = { .type = "forum" };

	if (!rule)
		return STATUS_OK;
	record_identify(record, identifier);
	item.key = arena_copy(planning->arena, identifier, strlen(identifier));
	plan_field(&item, "rule", rule);
	item.fields[0].over_template = planning->facts.fires[2];
	return plan_put(planning, &item, record->id, true, reason(planning), error);
}

enum status
plan_rhythm(struct planning *planning, struct error *error)
{
	struct query programmes = { .type = type_find("programme") };
	struct query forums = { .type = type_find("forum"), .condition_count = 1 };
	enum status status =
		programme_each(planning->programme, &programmes, put_programme, planning, error);

	forums.conditions[0] = (struct condition){ type_field_index(forums.type, "level"),
		COMPARE_EQUAL, value_text("team") };
	return status == STATUS_OK
		       ? programme_each(planning->programme, &forums, put_forum, planning, error)
		       : status;
}
