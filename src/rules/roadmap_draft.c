/* SPDX-License-Identifier: MIT */
/*
 * Puts the roadmap together: what there is, who waits for whom, when that is, who owns it, and the
 * records that say so. Must not know how a file is written.
 */
#include "roadmap_draft.h"

#include <stdlib.h>
#include <string.h>

const char *const draft_phase_names[DRAFT_PHASES] = { "pilot", "scale", "embed" };

static const char *const questions[DRAFT_PHASES] = {
	"Do a few teams decide differently, and do leaders act on it?",
	"Does it still work with more teams and less help?",
	"Can the functions run it without the programme?",
};

struct draft_item *
draft_add_item(struct drafting *drafting, const char *type, const char *key, const char *rule)
{
	struct roadmap_draft *draft = drafting->draft;
	bool gone = draft_is_deleted(drafting->facts, type, key);

	if (draft_is_left_out(drafting->facts, type, key))
		return NULL;
	draft->items =
		arena_grow(drafting->arena, draft->items, draft->count, sizeof *draft->items);
	draft->items[draft->count] = (struct draft_item){ .type = type,
		.key = key,
		.rule = rule,
		.on = NO_DAY,
		.kept = gone ? DRAFT_GONE : NULL,
		.gone = gone };
	return &draft->items[draft->count++];
}

void
draft_put(struct draft_item *item, const char *name, const char *text)
{
	if (item && text && item->field_count < DRAFT_FIELDS_MAX)
		item->fields[item->field_count++] =
			(struct draft_field){ .name = name, .text = text };
}

const char *
draft_text(const struct draft_item *item, const char *name)
{
	for (int i = 0; i < item->field_count; i++)
		if (strcmp(item->fields[i].name, name) == 0)
			return item->fields[i].text;
	return "";
}

void
draft_put_day(struct drafting *drafting, struct draft_item *item, const char *name, day date)
{
	char text[DATE_SIZE];

	date_format(date, text);
	draft_put(item, name, arena_copy(drafting->arena, text, DATE_SIZE - 1));
}

const char *
draft_rule(struct drafting *drafting, int rule)
{
	return rule ? arena_format(drafting->arena, "F%d", rule) : NULL;
}

static const char *
number(struct drafting *drafting, int value)
{
	return arena_format(drafting->arena, "%d", value);
}

static void
add_phase(struct drafting *drafting, int phase)
{
	struct draft_span span = drafting->draft->phases[phase];
	struct draft_item *item = draft_add_item(drafting, "phase", draft_phase_names[phase], NULL);

	draft_put(item, "name", draft_phase_names[phase]);
	draft_put(item, "question", questions[phase]);
	draft_put_day(drafting, item, "starts_on", span.from);
	draft_put_day(drafting, item, "ends_on", span.to);
}

static const char *
because_of(struct drafting *drafting, const struct draft_template *template)
{
	const char *rule = draft_rule(drafting, template->rule);

	return arena_format(drafting->arena, "%s: %s%s", rule ? rule : "template",
		rule && drafting->facts->assumed[template->rule]
			? "assumed, as nobody has answered: "
			: "",
		template->because);
}

static void
add_criteria(struct drafting *drafting, const struct draft_node *node)
{
	const struct draft_template *template = node->template;

	for (size_t i = 0; i < template->proof_count; i++) {
		const char *key =
			arena_format(drafting->arena, "%.54s-proof-%zu", node->key, i + 1);
		struct draft_item *item = draft_add_item(
			drafting, "evidence", key, draft_rule(drafting, template->rule));

		draft_put(item, "milestone", node->key);
		draft_put(item, "criterion", template->proofs[i]);
	}
}

/*
 * A launch has a day of its own, and what cannot be kept by what it waits for gets a day that can,
 * beside the promise; the others follow from what they wait for.
 */
static bool
outgrows_promise(const struct schedule_item *dates)
{
	return !dates->accepted && dates->promised != NO_DAY && dates->expected > dates->promised;
}

static void
add_milestone(struct drafting *drafting, int index)
{
	const struct draft_facts *facts = drafting->facts;
	const struct draft_node *node = &drafting->nodes[index];
	const struct draft_template *template = node->template;
	const struct schedule_item *dates = &drafting->items[index];
	struct draft_item *item = draft_add_item(
		drafting, "milestone", node->key, draft_rule(drafting, template->rule));

	/* It is not taken, or what it was to be is there already. */
	if (!item)
		return;
	item->kept = node->kept;
	item->gone = node->gone;
	item->on = dates->expected;
	draft_put(item, "title", node->title);
	draft_put(item, "kind", template->kind);
	draft_put(item, "workstream", template->workstream);
	draft_put(item, "phase", draft_phase_names[node->phase]);
	draft_put(item, "slice", draft_find_slice(drafting, node->phase, dates->expected));
	draft_put(item, "team", node->team >= 0 ? facts->teams[node->team].identifier : NULL);
	draft_put(item, "wave", node->wave >= 0 ? number(drafting, node->wave) : NULL);
	draft_put(item, "owner", node->owner >= 0 ? facts->people[node->owner] : NULL);
	if (index == drafting->launch && dates->entered != NO_DAY)
		draft_put_day(drafting, item, "forecast_on", dates->entered);
	else if (outgrows_promise(dates))
		draft_put_day(drafting, item, "forecast_on", dates->expected);
	else if (node->known >= 0 && facts->known[node->known].ours_entered)
		draft_put(item, "forecast_on", "");
	draft_put(item, "work_days", number(drafting, dates->work_days));
	draft_put(item, "likely_late_days", number(drafting, (dates->work_days + 1) / 2));
	draft_put(item, "because", because_of(drafting, template));
	if (!node->kept && (node->known < 0 || facts->known[node->known].ours))
		add_criteria(drafting, node);
}

/* What each wave waits for; the pilot waits for the launch alone. */
static void
add_wave(struct drafting *drafting, int wave)
{
	const char *key = arena_format(drafting->arena, "wave-%d", wave);
	struct draft_item *item = draft_add_item(drafting, "wave", key, NULL);

	draft_put(item, "number", number(drafting, wave));
	draft_put(
		item, "name", wave == 0 ? "Pilot" : arena_format(drafting->arena, "Wave %d", wave));
	if (drafting->gates[wave] != NO_NODE)
		draft_put(item, "gate", drafting->nodes[drafting->gates[wave]].key);
}

/* What may be promised: it has no promise yet, and no gate before it is open. */
static size_t
count_promised(const struct drafting *drafting)
{
	bool *gated = memory_new(drafting->count + 1, sizeof *gated), grew = true;
	size_t count = 0;

	while (grew) {
		grew = false;
		for (size_t i = 0; i < drafting->link_count; i++) {
			int from = drafting->links[i].from, to = drafting->links[i].to;
			const struct draft_node *node = &drafting->nodes[from];
			bool gate = node->known >= 0
					    ? drafting->facts->known[node->known].gate
					    : node->template &&
						      strcmp(node->template->kind, "gate") == 0;

			if (!gated[to] && !drafting->items[from].dropped &&
				(gated[from] || (gate && !drafting->items[from].accepted)))
				grew = gated[to] = true;
		}
	}
	for (size_t i = 0; i < drafting->count; i++)
		count += !gated[i] && !drafting->items[i].dropped && !drafting->items[i].accepted &&
			 drafting->items[i].promised == NO_DAY &&
			 drafting->items[i].expected != NO_DAY;
	free(gated);
	return count;
}

bool
roadmap_draft_make(const struct draft_facts *facts, struct arena *arena, struct roadmap_draft *out)
{
	struct roadmap_draft links = { 0 };
	struct drafting drafting = { .facts = facts, .arena = arena, .draft = &links };

	*out = (struct roadmap_draft){ 0 };
	draft_nodes(&drafting);
	draft_links(&drafting);
	drafting.draft = out;
	if (!draft_dates(&drafting))
		return false;
	draft_owners(&drafting);
	for (int i = 0; i < DRAFT_PHASES; i++)
		add_phase(&drafting, i);
	draft_slices(&drafting);
	for (size_t i = 0; i < drafting.count; i++)
		if (drafting.nodes[i].template)
			add_milestone(&drafting, (int)i);
	/* Dependencies behind what they lie between. */
	for (size_t i = 0; i < links.count; i++) {
		out->items = arena_grow(arena, out->items, out->count, sizeof *out->items);
		out->items[out->count++] = links.items[i];
	}
	for (int wave = 0; wave <= DRAFT_WAVES_MAX; wave++)
		if (drafting.waves[wave])
			add_wave(&drafting, wave);
	out->promised = count_promised(&drafting);
	return true;
}
