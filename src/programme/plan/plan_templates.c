/* SPDX-License-Identifier: MIT */
/*
 * Reads what a roadmap may be drafted from (data/plan/roadmap.json; data/README.md says what its
 * members mean). Must not decide what of it is drafted.
 */
#include <stdlib.h>
#include <string.h>

#include "planning.h"
#include "rollout/base/embedded.h"
#include "rollout/exchange/json_facts.h"

struct members {
	const struct fact *facts;
	size_t count;
};

static struct members
read_members(struct arena *arena, const char *json)
{
	struct fact *facts = NULL;
	size_t count = json_facts_read(json, arena, &facts);

	return (struct members){ facts, count };
}

static const char *
member(const struct members *members, const char *name)
{
	for (size_t i = 0; i < members->count; i++)
		if (strcmp(members->facts[i].name, name) == 0)
			return members->facts[i].value;
	return NULL;
}

static int
number(const struct members *members, const char *name, int none)
{
	const char *text = member(members, name);

	return text ? (int)strtol(text, NULL, 10) : none;
}

static int
phase_of(const char *name)
{
	return strcmp(name, "pilot") == 0 ? 0 : (strcmp(name, "scale") == 0 ? 1 : 2);
}

static enum draft_each
each_of(const struct members *members)
{
	const char *each = member(members, "each");

	if (!each)
		return DRAFT_ONCE;
	return strcmp(each, "wave") == 0 ? DRAFT_EACH_WAVE : DRAFT_EACH_TEAM;
}

/* "14", "1 cycle -21" */
static struct draft_template_link
read_lag(const char *from, const char *text)
{
	struct draft_template_link link = { .from = from };
	char *end;
	long first = strtol(text, &end, 10);
	const char *cycle = strstr(end, "cycle");

	if (!cycle) {
		link.days = (int)first;
		return link;
	}
	link.cycles = (int)first;
	link.days = (int)strtol(cycle + strcspn(cycle, " "), NULL, 10);
	return link;
}

static void
read_milestone(struct arena *arena, const struct fact *fact, struct draft_template *out)
{
	struct members members = read_members(arena, fact->value);
	struct members proofs = read_members(arena, member(&members, "proofs"));
	struct members after = read_members(arena, member(&members, "after"));
	const char *rule = member(&members, "rule");

	*out = (struct draft_template){ .key = fact->name,
		.rule = rule ? (int)strtol(rule + 1, NULL, 10) : 0,
		.each = each_of(&members),
		.slice = member(&members, "slice"),
		.kind = member(&members, "kind"),
		.workstream = member(&members, "workstream"),
		.owner = member(&members, "owner"),
		.wave = number(&members, "wave", -1),
		.slice_wave = number(&members, "in_wave", 0),
		.work_days = number(&members, "work_days", 1),
		.in_cycle = member(&members, "in_cycle") != NULL,
		.title = member(&members, "title"),
		.because = member(&members, "because"),
		.proofs = arena_alloc(arena, (proofs.count + 1) * sizeof *out->proofs),
		.proof_count = proofs.count,
		.after = arena_alloc(arena, (after.count + 1) * sizeof *out->after),
		.after_count = after.count };
	for (size_t i = 0; i < proofs.count; i++)
		out->proofs[i] = proofs.facts[i].value;
	for (size_t i = 0; i < after.count; i++)
		out->after[i] = read_lag(after.facts[i].name, after.facts[i].value);
}

struct draft_templates *
plan_read_templates(struct arena *arena)
{
	struct draft_templates *out = arena_alloc(arena, sizeof *out);
	size_t count;
	const struct embedded_file *file = embedded_list("plan/roadmap.json", &count);
	struct members whole = read_members(arena, file->text);
	struct members slices = read_members(arena, member(&whole, "slices"));
	struct members milestones = read_members(arena, member(&whole, "milestones"));

	out->slice_count = slices.count;
	out->slices = arena_alloc(arena, (slices.count + 1) * sizeof *out->slices);
	for (size_t i = 0; i < slices.count; i++) {
		struct members slice = read_members(arena, slices.facts[i].value);

		out->slices[i] = (struct draft_slice){ slices.facts[i].name, member(&slice, "name"),
			phase_of(member(&slice, "phase")), each_of(&slice) == DRAFT_EACH_WAVE };
	}
	out->count = milestones.count;
	out->milestones = arena_alloc(arena, (milestones.count + 1) * sizeof *out->milestones);
	for (size_t i = 0; i < milestones.count; i++)
		read_milestone(arena, &milestones.facts[i], &out->milestones[i]);
	return out;
}
