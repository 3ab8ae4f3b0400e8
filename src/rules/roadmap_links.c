/* SPDX-License-Identifier: MIT */
/*
 * Who waits for whom: what the file says, what the templates say, and, while F1 stands, that
 * nothing trains or launches before the leaders are calibrated. The file comes first: what would
 * close a circle with it is left out, and what a person deleted stays away.
 */
#include <stdlib.h>
#include <string.h>

#include "roadmap_draft.h"

enum { KEY_MOST = 56 };

/* A dependency of the file, and its place among the links. */
struct there {
	int32_t from, to; /* nodes */
	size_t at;
	const char *key;
	bool ours;
};

struct linking {
	struct drafting *drafting;
	bool own; /* the file has links that no plan made: circles are possible */
	struct there *there; /* sorted */
	size_t there_count;
};

/* A key has at most 64 characters. */
static const char *
link_key(struct drafting *drafting, const char *from, const char *to)
{
	enum { LONGEST = 64 - 4, LEAST = 8 };
	int rest = LONGEST - (int)strlen(to);

	return arena_format(drafting->arena, "%.*s-to-%.*s", rest > LEAST ? rest : LEAST, from,
		LONGEST - LEAST, to);
}

static void
push(struct drafting *drafting, int from, int to, int lag)
{
	drafting->links = arena_grow(
		drafting->arena, drafting->links, drafting->link_count, sizeof *drafting->links);
	drafting->links[drafting->link_count++] = (struct schedule_link){ from, to, lag };
}

static int
compare_there(const void *a, const void *b)
{
	const struct there *left = a, *right = b;

	if (left->from != right->from)
		return left->from < right->from ? -1 : 1;
	return (left->to > right->to) - (left->to < right->to);
}

/* Marks all that is reached from the node, forwards or backwards along the links there are. */
static void
reach(const struct drafting *drafting, int node, bool backwards, bool *reached)
{
	bool grew = true;

	memset(reached, 0, drafting->count + 1);
	reached[node] = true;
	while (grew) {
		grew = false;
		for (size_t i = 0; i < drafting->link_count; i++) {
			const struct schedule_link *link = &drafting->links[i];
			int here = backwards ? link->to : link->from;
			int there = backwards ? link->from : link->to;

			if (reached[here] && !reached[there])
				grew = reached[there] = true;
		}
	}
}

static bool
closes_circle(const struct linking *linking, int from, int to)
{
	const struct drafting *drafting = linking->drafting;
	bool *reached, closes;

	if (!linking->own)
		return from == to;
	reached = memory_new(drafting->count + 1, sizeof *reached);
	reach(drafting, to, false, reached);
	closes = reached[from];
	free(reached);
	return closes;
}

static const struct there *
find_there(const struct linking *linking, int from, int to)
{
	const struct there wanted = { .from = from, .to = to };

	return linking->there_count == 0 ? NULL
					 : bsearch(&wanted, linking->there, linking->there_count,
						   sizeof *linking->there, compare_there);
}

static struct draft_item *
add_item(struct drafting *drafting, const char *key, int rule, int from, int to, int lag)
{
	struct draft_item *item =
		draft_add_item(drafting, "dependency", key, draft_rule(drafting, rule));

	draft_put(item, "from", drafting->nodes[from].key);
	draft_put(item, "to", drafting->nodes[to].key);
	draft_put(item, "lag_days", lag ? arena_format(drafting->arena, "%d", lag) : NULL);
	return item;
}

/* Whether it will be there. */
static bool
stands(const struct draft_item *item)
{
	return item && !item->kept;
}

static void
leave(struct draft_item *item)
{
	if (!item)
		return;
	item->kept = "left out: the file has it the other way round";
	item->gone = false;
}

/* What waits for a finding's milestone waits because of that finding; else because of its own. */
static void
add_link(struct linking *linking, int from, int to, int lag)
{
	struct drafting *drafting = linking->drafting;
	const struct draft_node *before = &drafting->nodes[from], *behind = &drafting->nodes[to];
	const struct there *there = find_there(linking, from, to);
	int rule = before->template && before->template->rule ? before->template->rule
							      : behind->template->rule;
	const char *key = link_key(drafting, before->key, behind->key);

	/* What a person has planned waits for what they say. */
	if (before->kept || behind->kept || from == to ||
		(behind->known >= 0 && !drafting->facts->known[behind->known].ours))
		return;
	if (there) {
		/* A person's own stays as it is. */
		if (!there->key || strcmp(there->key, key) != 0)
			return;
		if (there->ours)
			drafting->links[there->at].lag = lag;
		add_item(drafting, key, rule, from, to, lag);
	} else if (closes_circle(linking, from, to)) {
		leave(add_item(drafting, key, rule, from, to, lag));
	} else if (stands(add_item(drafting, key, rule, from, to, lag))) {
		push(drafting, from, to, lag);
	}
}

/* So many cycles and days; what would lie before is nothing. */
static int
lag_of(const struct drafting *drafting, const struct draft_template_link *link)
{
	int lag = link->cycles * drafting->facts->cycle_weeks * WEEK + link->days;

	return lag > 0 ? lag : 0;
}

/* The pilot starts with its launch; a later wave three weeks behind its gate, because by the Monday
 * two weeks behind it, whatever its weekday, it has launched. */
static void
link_start(struct linking *linking, int to, int lag)
{
	struct drafting *drafting = linking->drafting;
	int wave = drafting->nodes[to].wave;

	if (wave <= 0 && drafting->launch != NO_NODE)
		add_link(linking, drafting->launch, to, lag);
	else if (wave > 0 && drafting->gates[wave] != NO_NODE)
		add_link(linking, drafting->gates[wave], to, lag + DRAFT_WAVE_LEAD + WEEK);
}

static void
link_key_to(struct linking *linking, const char *key, int to, int lag)
{
	int from = draft_find_node(linking->drafting, key);

	if (from != NO_NODE)
		add_link(linking, from, to, lag);
}

static void
link_one(struct linking *linking, int to, const struct draft_template_link *link)
{
	struct drafting *drafting = linking->drafting;
	const struct draft_node *node = &drafting->nodes[to];
	const struct draft_facts *facts = drafting->facts;
	int lag = lag_of(drafting, link);

	if (strcmp(link->from, "{start}") == 0) {
		link_start(linking, to, lag);
	} else if (strcmp(link->from, "{gate}") == 0) {
		if (node->wave > 0 && drafting->gates[node->wave] != NO_NODE)
			add_link(linking, drafting->gates[node->wave], to, lag);
	} else if (strstr(link->from, "{wave}") && node->template->each == DRAFT_ONCE) {
		for (int wave = 1; wave <= DRAFT_WAVES_MAX; wave++)
			if (drafting->waves[wave])
				link_key_to(linking, draft_fill(drafting, link->from, wave, -1), to,
					lag);
	} else if (strstr(link->from, "{team}") && node->template->each == DRAFT_ONCE) {
		for (size_t i = 0; i < facts->team_count; i++)
			link_key_to(linking, draft_fill(drafting, link->from, 0, (int)i), to, lag);
	} else {
		link_key_to(
			linking, draft_fill(drafting, link->from, node->wave, node->team), to, lag);
	}
}

/* The first wave waits for what the pilot proves, each other one for the review of the one before.
 */
static void
find_gates(struct drafting *drafting)
{
	int before = draft_find_node(drafting, DRAFT_PILOT_GATE);

	drafting->launch = draft_find_node(drafting, DRAFT_LAUNCH);
	drafting->gates[0] = NO_NODE;
	for (int wave = 1; wave <= DRAFT_WAVES_MAX; wave++) {
		int review;

		drafting->gates[wave] = before;
		if (!drafting->waves[wave])
			continue;
		review = draft_find_node(
			drafting, arena_format(drafting->arena, "wave-%d-review", wave));
		before = review != NO_NODE ? review : before;
	}
}

static void
take_file_links(struct linking *linking)
{
	struct drafting *drafting = linking->drafting;
	const struct draft_facts *facts = drafting->facts;

	linking->there =
		arena_alloc(drafting->arena, (facts->link_count + 1) * sizeof *linking->there);
	for (size_t i = 0; i < facts->link_count; i++) {
		const struct draft_known_link *link = &facts->links[i];
		int from = drafting->known[link->from], to = drafting->known[link->to];

		/* What an earlier plan put here is looked at again. */
		if (link->key && strncmp(link->key, DRAFT_GATE_KEY, strlen(DRAFT_GATE_KEY)) == 0)
			continue;
		linking->there[linking->there_count++] =
			(struct there){ from, to, drafting->link_count, link->key, link->ours };
		push(drafting, from, to, link->lag);
		linking->own = linking->own || !link->key ||
			       strcmp(link->key, link_key(drafting, drafting->nodes[from].key,
							 drafting->nodes[to].key)) != 0;
	}
	if (linking->there_count > 0)
		qsort(linking->there, linking->there_count, sizeof *linking->there, compare_there);
}

/* F1 for what a person planned: trainings and launches wait. What does so by way of others is left
 * alone, and so is what the calibration itself waits for. */
static void
close_gate(struct linking *linking)
{
	struct drafting *drafting = linking->drafting;
	const struct draft_facts *facts = drafting->facts;
	int gate = draft_find_node(drafting, DRAFT_CALIBRATION);
	bool *behind, *before;

	if (!facts->fires[1] || gate == NO_NODE || drafting->items[gate].accepted ||
		drafting->items[gate].dropped)
		return;
	behind = memory_new(drafting->count + 1, sizeof *behind);
	before = memory_new(drafting->count + 1, sizeof *before);
	reach(drafting, gate, true, before);
	reach(drafting, gate, false, behind);
	for (size_t i = 0; i < drafting->count; i++) {
		const struct draft_node *node = &drafting->nodes[i];
		const char *key;

		if (node->known < 0 || !facts->known[node->known].trains || behind[i] ||
			before[i] || drafting->items[i].accepted || drafting->items[i].dropped)
			continue;
		key = arena_format(drafting->arena, DRAFT_GATE_KEY "%.*s", KEY_MOST, node->key);
		if (!stands(add_item(drafting, key, 1, gate, (int)i, 0)))
			continue;
		push(drafting, gate, (int)i, 0);
		reach(drafting, gate, false, behind);
	}
	free(behind);
	free(before);
}

void
draft_links(struct drafting *drafting)
{
	struct linking linking = { .drafting = drafting };

	find_gates(drafting);
	take_file_links(&linking);
	for (size_t i = 0; i < drafting->count; i++) {
		const struct draft_template *template = drafting->nodes[i].template;

		for (size_t j = 0;
			template && !drafting->nodes[i].kept && j < template->after_count; j++)
			link_one(&linking, (int)i, &template->after[j]);
	}
	close_gate(&linking);
}
