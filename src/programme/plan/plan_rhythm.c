/* SPDX-License-Identifier: MIT */
/*
 * The rhythm of a simple first cycle: while F2 stands, teams check in every second week instead of
 * each one, in the programme and in the forums of teams. Goes back when managers have room again.
 * Must not touch a rhythm that a person has set.
 */
#include <string.h>

#include "planning.h"

static const char simple_because[] = "F2: managers without room check in less often at first";
static const char usual_because[] = "F2: no longer found, so teams check in as usual";

/* Only the field that the item has is changed. */
static void
put(struct planning *planning, const struct record *record, const char *field, const char *text)
{
	struct draft_item item = { .type = record->type->name,
		.key = record_identifier(record, planning->arena) };

	plan_field(&item, field, text);
	item.fields[0].over_template = planning->facts.fires[2];
	plan_put(planning, &item, record->id, true,
		planning->facts.fires[2] ? simple_because : usual_because);
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

void
plan_rhythm(struct planning *planning)
{
	struct rows *rows = &planning->rows;
	struct record record;

	rows_of(rows, "programme", NULL);
	while (rows_next(rows, &record))
		put(planning, &record, "check_in_weeks",
			arena_format(planning->arena, "%d",
				planning->facts.fires[2] ? planning->facts.check_in_weeks : 1));
	rows_where(rows, "forum", "level", value_text("team"), NULL);
	while (rows_next(rows, &record)) {
		const char *rule = rewrite(planning, record_text(&record, "rule"));

		if (rule)
			put(planning, &record, "rule", rule);
	}
}
