/* SPDX-License-Identifier: MIT */
/*
 * What an earlier plan added and nothing asks for any more: its finding is gone, or its wave. It is
 * offered for removal, and removed when asked, unless a person has touched it since. What is proven
 * stays: it is history, not a plan.
 */
#include <string.h>

#include "planning.h"
#include "rollout/programme/cause.h"
#include "rollout/store/authorship.h"

static void
offer(struct planning *planning, const struct caused *item, const char *because)
{
	struct rows *rows = &planning->rows;
	const struct record record = { .type = item->type, .id = item->id };
	bool shared = true;

	if (!plan_takes(planning, item->type->name, item->identifier))
		return;
	if (!plan_is_written(planning, &record, "key", PLAN_LABEL) || !plan_goes_on(planning))
		return;
	rows->status = authorship_is_shared(
		planning->programme->store, item->type, item->id, PLAN_LABEL, &shared, rows->error);
	if (!plan_goes_on(planning))
		return;
	plan_say(planning,
		&(struct plan_line){ .action = PLAN_OFFER,
			.type = item->type,
			.identifier = item->identifier,
			.title = item->title,
			.because = because,
			.detail = shared ? "changed by hand since: yours to remove" : "" });
	/* How a phase is cut follows from the rest: an old cut in the way of the new one goes. */
	if (!planning->options->write || shared ||
		!(planning->options->remove || strcmp(item->type->name, "slice") == 0))
		return;
	planning->report->removed++;
	rows->status = programme_remove(planning->programme, item->type, &item->id, 1, rows->error);
}

static void
offer_unfounded(struct planning *planning)
{
	for (int i = 1; i < DRAFT_RULES && plan_goes_on(planning); i++) {
		const char *rule = arena_format(planning->arena, "F%d", i);
		const char *because = arena_format(planning->arena, "%s: no longer found", rule);
		struct caused *items;
		size_t count = 0;

		if (planning->facts.fires[i])
			continue;
		planning->rows.status = programme_caused_by(planning->programme, rule,
			planning->arena, &items, &count, planning->rows.error);
		for (size_t j = 0; j < count; j++)
			if (!items[j].done)
				offer(planning, &items[j], because);
	}
}

static bool
is_mentioned(const struct plan_report *report, const struct type *type, const char *identifier)
{
	for (size_t i = 0; i < report->count; i++)
		if (report->lines[i].type == type &&
			strcmp(report->lines[i].identifier, identifier) == 0)
			return true;
	return false;
}

/*
 * Keys that the plan makes for each slice, wave, doubter or gate there is. What hangs on a
 * milestone goes along with it.
 */
static bool
is_one_of_many(const struct type *type, const char *key)
{
	if (strcmp(type->name, "dependency") == 0)
		return strncmp(key, DRAFT_GATE_KEY, strlen(DRAFT_GATE_KEY)) == 0;
	if (strcmp(type->name, "slice") == 0)
		return true;
	return strstr(key, "-w") || strncmp(key, "wave-", 5) == 0 ||
	       strncmp(key, "hear-", 5) == 0 || strncmp(key, "handoff-", 8) == 0;
}

/* Fewer waves, slices or doubters than an earlier plan counted. */
static void
offer_leftovers(struct planning *planning, const char *type)
{
	const char *because =
		strcmp(type, "dependency") == 0
			? "F1: the gate is open, or this is behind it in another way"
			: "dates, teams and people: the plan of today has no place for it";
	struct caused *items = NULL;
	struct record record;
	size_t count = 0;

	rows_of(&planning->rows, type, NULL);
	while (rows_next(&planning->rows, &record)) {
		const char *key = record_copy_text(&record, "key", planning->arena);

		if (!key || !is_one_of_many(record.type, key) || cause_is_done(&record) ||
			is_mentioned(planning->report, record.type, key))
			continue;
		items = arena_grow(planning->arena, items, count, sizeof *items);
		items[count++] = (struct caused){ .type = record.type,
			.id = record.id,
			.identifier = key,
			.title = programme_title(
				planning->programme, record.type, record.id, planning->arena) };
	}
	for (size_t i = 0; i < count; i++)
		offer(planning, &items[i], because);
}

void
plan_offer_removals(struct planning *planning)
{
	offer_leftovers(planning, "dependency");
	offer_unfounded(planning);
	offer_leftovers(planning, "milestone");
	offer_leftovers(planning, "engagement");
	offer_leftovers(planning, "slice");
	offer_leftovers(planning, "wave");
}
