/* SPDX-License-Identifier: MIT */
/*
 * Who can own what is drafted: the likeliest role first, within it whoever has least, and nobody
 * beyond what rule O2 allows at once as long as anybody else is there. What has an owner keeps
 * them.
 */
#include <stdlib.h>
#include <string.h>

#include "roadmap_draft.h"

/* Days on which what one person owns is expected. */
struct load {
	day *on;
	size_t count;
	bool crowded;
};

struct owning {
	struct drafting *drafting;
	struct load *loads; /* beside people */
	int *candidates;
	size_t count;
};

static const char *const role_names[] = {
	[DRAFT_SPONSOR] = "sponsor",
	[DRAFT_EXECUTIVES] = "executives",
	[DRAFT_LEAD] = "lead",
	[DRAFT_ENABLEMENT] = "enablement",
	[DRAFT_COACHES] = "coaches",
	[DRAFT_FUNCTIONAL] = "functional",
};

static void
take(struct owning *owning, int person, day on)
{
	struct load *load;

	if (person < 0 || on == NO_DAY)
		return;
	load = &owning->loads[person];
	load->on = arena_grow(owning->drafting->arena, load->on, load->count, sizeof *load->on);
	load->on[load->count++] = on;
}

/* How many fall into the window that begins on that day. */
static int
count_from(const struct load *load, day from, int days)
{
	int count = 0;

	for (size_t i = 0; i < load->count; i++)
		count += load->on[i] >= from && load->on[i] <= from + days ? 1 : 0;
	return count;
}

/* Whether one more then leaves every window of O2 within its limit. */
static bool
has_room(const struct owning *owning, int person, day on)
{
	const struct draft_facts *facts = owning->drafting->facts;
	const struct load *load = &owning->loads[person];
	int days = facts->owned_within_days;

	if (count_from(load, on, days) + 1 > facts->owned_most)
		return false;
	for (size_t i = 0; i < load->count; i++)
		if (load->on[i] <= on && on <= load->on[i] + days &&
			count_from(load, load->on[i], days) + 1 > facts->owned_most)
			return false;
	return true;
}

static void
add_candidate(struct owning *owning, int person)
{
	for (size_t i = 0; i < owning->count; i++)
		if (owning->candidates[i] == person)
			return;
	if (person >= 0)
		owning->candidates[owning->count++] = person;
}

/* Of those the one who has least comes first. */
static void
add_people(struct owning *owning, const struct draft_people *people)
{
	size_t first = owning->count;

	for (size_t i = 0; i < people->count; i++)
		add_candidate(owning, people->people[i]);
	for (size_t i = first + 1; i < owning->count; i++)
		for (size_t j = i;
			j > first && owning->loads[owning->candidates[j]].count <
					     owning->loads[owning->candidates[j - 1]].count;
			j--) {
			int other = owning->candidates[j];

			owning->candidates[j] = owning->candidates[j - 1];
			owning->candidates[j - 1] = other;
		}
}

/* People of the wave's teams, or of the milestone's own team. */
static bool
add_of_teams(struct owning *owning, const struct draft_node *node, const char *role, size_t length)
{
	const struct draft_facts *facts = owning->drafting->facts;
	bool one = node->team >= 0, leader = strncmp(role, "leader", 6) == 0;
	bool function = strncmp(role, "team-function", length) == 0 ||
			strncmp(role, "functional", length) == 0;
	bool coach = strncmp(role, "team-coach", length) == 0;
	struct draft_people people = { 0 };

	if (!leader && !function && !coach)
		return false;
	people.people = arena_alloc(
		owning->drafting->arena, (facts->team_count + 1) * sizeof *people.people);
	for (size_t i = 0; i < facts->team_count; i++) {
		const struct draft_team *team = &facts->teams[i];

		if (one ? (int)i != node->team : team->wave != node->wave)
			continue;
		people.people[people.count++] =
			leader ? team->leader : (function ? team->function_lead : team->coach);
	}
	add_people(owning, &people);
	return strncmp(role, "functional", length) != 0;
}

static void
add_role(struct owning *owning, const struct draft_node *node, const char *role, size_t length)
{
	if (add_of_teams(owning, node, role, length))
		return;
	for (int i = 0; i < DRAFT_ROLES; i++)
		if (strlen(role_names[i]) == length && strncmp(role_names[i], role, length) == 0)
			add_people(owning, &owning->drafting->facts->roles[i]);
}

static void
gather(struct owning *owning, const struct draft_node *node)
{
	const char *role = node->template->owner;

	owning->count = 0;
	while (*role) {
		size_t length = strcspn(role, " ");

		add_role(owning, node, role, length);
		role += length + (role[length] == ' ' ? 1 : 0);
	}
	/* Before somebody has too much at once, somebody else does it. */
	for (int i = 0; i < DRAFT_ROLES; i++)
		add_people(owning, &owning->drafting->facts->roles[i]);
}

static void
choose(struct owning *owning, int index)
{
	struct drafting *drafting = owning->drafting;
	struct draft_node *node = &drafting->nodes[index];
	day on = drafting->items[index].expected;

	gather(owning, node);
	for (size_t i = 0; i < owning->count && node->owner < 0; i++)
		if (has_room(owning, owning->candidates[i], on))
			node->owner = owning->candidates[i];
	if (node->owner < 0 && owning->count > 0) {
		node->owner = owning->candidates[0];
		owning->loads[node->owner].crowded = true;
	}
	take(owning, node->owner, on);
}

struct turn {
	int node;
	day on;
};

static int
compare_turns(const void *a, const void *b)
{
	const struct turn *left = a, *right = b;

	if (left->on != right->on)
		return left->on < right->on ? -1 : 1;
	return (left->node > right->node) - (left->node < right->node);
}

static void
say(struct drafting *drafting, const char ***list, size_t *count, const char *text)
{
	*list = arena_grow(drafting->arena, *list, *count, sizeof **list);
	(*list)[(*count)++] = text;
}

void
draft_owners(struct drafting *drafting)
{
	const struct draft_facts *facts = drafting->facts;
	struct roadmap_draft *draft = drafting->draft;
	struct owning owning = { .drafting = drafting };
	struct turn *turns = arena_alloc(drafting->arena, (drafting->count + 1) * sizeof *turns);
	size_t count = 0;

	owning.loads =
		arena_alloc(drafting->arena, (facts->people_count + 1) * sizeof *owning.loads);
	memset(owning.loads, 0, (facts->people_count + 1) * sizeof *owning.loads);
	owning.candidates =
		arena_alloc(drafting->arena, (facts->people_count + 1) * sizeof *owning.candidates);
	for (size_t i = 0; i < drafting->count; i++) {
		const struct schedule_item *item = &drafting->items[i];

		if (item->dropped || item->accepted)
			continue;
		if (drafting->nodes[i].owner >= 0)
			take(&owning, drafting->nodes[i].owner, item->expected);
		else if (drafting->nodes[i].template)
			turns[count++] = (struct turn){ (int)i, item->expected };
	}
	qsort(turns, count, sizeof *turns, compare_turns);
	for (size_t i = 0; i < count; i++) {
		choose(&owning, turns[i].node);
		if (drafting->nodes[turns[i].node].owner < 0)
			say(drafting, &draft->unowned, &draft->unowned_count,
				drafting->nodes[turns[i].node].title);
	}
	for (size_t i = 0; i < facts->people_count; i++)
		if (owning.loads[i].crowded)
			say(drafting, &draft->crowded, &draft->crowded_count, facts->people[i]);
}
