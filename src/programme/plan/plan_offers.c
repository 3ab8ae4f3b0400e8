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

struct leftovers {
	struct planning *planning;
	struct caused *items;
	size_t count, space;
};

static enum status
offer(struct planning *planning, const struct caused *item, const char *because,
	struct error *error)
{
	struct store *store = planning->programme->store;
	bool ours = false, shared = true;
	enum status status =
		authorship_is(store, item->type, item->id, "key", PLAN_LABEL, &ours, error);

	if (status == STATUS_OK && ours)
		status = authorship_is_shared(
			store, item->type, item->id, PLAN_LABEL, &shared, error);
	if (status != STATUS_OK || !ours)
		return status;
	plan_say(planning,
		&(struct plan_line){ .action = PLAN_OFFER,
			.type = item->type,
			.identifier = item->identifier,
			.title = item->title,
			.because = because,
			.detail = shared ? "changed by hand since: yours to remove" : "" });
	if (!planning->options->write || !planning->options->remove || shared)
		return STATUS_OK;
	planning->report->removed++;
	return programme_remove(planning->programme, item->type, &item->id, 1, error);
}

static enum status
offer_unfounded(struct planning *planning, struct error *error)
{
	enum status status = STATUS_OK;

	for (int i = 1; i < DRAFT_RULES && status == STATUS_OK; i++) {
		const char *rule = arena_format(planning->arena, "F%d", i);
		const char *because = arena_format(planning->arena, "%s: no longer found", rule);
		struct caused *items;
		size_t count = 0;

		if (planning->facts.fires[i])
			continue;
		status = programme_caused_by(
			planning->programme, rule, planning->arena, &items, &count, error);
		for (size_t j = 0; j < count && status == STATUS_OK; j++)
			if (!items[j].done)
				status = offer(planning, &items[j], because, error);
	}
	return status;
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
		return strncmp(key, GATE_KEY, strlen(GATE_KEY)) == 0;
	return strstr(key, "-slice-") || strstr(key, "-w") || strncmp(key, "wave-", 5) == 0 ||
	       strncmp(key, "hear-", 5) == 0;
}

static enum status
keep_leftover(void *context, const struct record *record, struct error *error)
{
	struct leftovers *left = context;
	struct planning *planning = left->planning;
	const struct value *key = &record->values[0];
	struct caused *grown;

	(void)error;
	if (key->kind != VALUE_TEXT || !is_one_of_many(record->type, key->text) ||
		cause_is_done(record) || is_mentioned(planning->report, record->type, key->text))
		return STATUS_OK;
	if (left->count == left->space) {
		left->space = left->space > 0 ? left->space * 2 : 16;
		grown = arena_alloc(planning->arena, left->space * sizeof *grown);
		if (left->count > 0)
			memcpy(grown, left->items, left->count * sizeof *grown);
		left->items = grown;
	}
	left->items[left->count++] = (struct caused){ .type = record->type,
		.id = record->id,
		.identifier = arena_copy(planning->arena, key->text, key->length),
		.title = programme_title(
			planning->programme, record->type, record->id, planning->arena) };
	return STATUS_OK;
}

/* Fewer waves, slices or doubters than an earlier plan counted. */
static enum status
offer_leftovers(struct planning *planning, const char *type, struct error *error)
{
	struct leftovers left = { .planning = planning };
	struct query query = { .type = type_find(type) };
	const char *because =
		strcmp(type, "dependency") == 0
			? "F1: the gate is open, or this is behind it in another way"
			: "dates, teams and people: the plan of today has no place for it";
	enum status status =
		programme_each(planning->programme, &query, keep_leftover, &left, error);

	for (size_t i = 0; i < left.count && status == STATUS_OK; i++)
		status = offer(planning, &left.items[i], because, error);
	return status;
}

enum status
plan_offer_removals(struct planning *planning, struct error *error)
{
	static const char *const types[] = { "milestone", "engagement", "slice" };
	enum status status = offer_leftovers(planning, "dependency", error);

	if (status == STATUS_OK)
		status = offer_unfounded(planning, error);
	for (size_t i = 0; i < sizeof types / sizeof *types && status == STATUS_OK; i++)
		status = offer_leftovers(planning, types[i], error);
	return status;
}
