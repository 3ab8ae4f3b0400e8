/* SPDX-License-Identifier: MIT */
/*
 * Walks backwards from the person who is to be won over. Must not judge anybody: who counts as a
 * supporter comes in.
 */
#include "rollout/rules/routes.h"

#include <string.h>

enum { STEPS_MOST = 200000 };

struct walk {
	const struct route_graph *graph;
	struct route *out;
	size_t most, count;
	int steps;
	int path[ROUTE_LINKS_MOST + 1]; /* the target first */
	int strengths[ROUTE_LINKS_MOST + 1]; /* of the link that leads into path[i - 1] */
	int length;
};

static const char *
name_of(const struct walk *walk, const struct route *route, int place)
{
	return walk->graph->people[route->people[place]].name;
}

static bool
is_better(const struct walk *walk, const struct route *a, const struct route *b)
{
	int order = 0;

	if (a->score < b->score || a->score > b->score)
		return a->score > b->score;
	if (a->count != b->count)
		return a->count < b->count;
	for (int i = 0; i < a->count && order == 0; i++)
		order = strcmp(name_of(walk, a, i), name_of(walk, b, i));
	return order < 0;
}

static void
keep(struct walk *walk, const struct route *route)
{
	size_t at;

	if (walk->most == 0 ||
		(walk->count == walk->most && !is_better(walk, route, &walk->out[walk->count - 1])))
		return;
	if (walk->count < walk->most)
		walk->count++;
	at = walk->count - 1;
	for (; at > 0 && is_better(walk, route, &walk->out[at - 1]); at--)
		walk->out[at] = walk->out[at - 1];
	walk->out[at] = *route;
}

/* The path as it stands, from its far end; whole numbers until the last, so that equal paths are.
 */
static void
take_path(struct walk *walk)
{
	struct route route = { .count = walk->length };
	int product = 1, whole = ROUTE_INFLUENCE;

	for (int i = 0; i < walk->length; i++)
		route.people[i] = walk->path[walk->length - 1 - i];
	for (int i = 1; i < walk->length; i++) {
		product *= walk->strengths[i];
		whole *= ROUTE_STRENGTH;
	}
	product *= walk->graph->people[route.people[0]].influence;
	route.score = (double)product / whole;
	keep(walk, &route);
}

static bool
is_on_path(const struct walk *walk, int person)
{
	for (int i = 0; i < walk->length; i++)
		if (walk->path[i] == person)
			return true;
	return false;
}

static void
go_back(struct walk *walk)
{
	const struct route_graph *graph = walk->graph;
	int at = walk->path[walk->length - 1];

	if (walk->length > 1 && graph->people[at].supporter)
		take_path(walk);
	if (walk->length > graph->links_most)
		return;
	for (size_t i = 0; i < graph->link_count && walk->steps < STEPS_MOST; i++) {
		const struct route_link *link = &graph->links[i];

		walk->steps++;
		if (link->to != at || is_on_path(walk, link->from))
			continue;
		walk->path[walk->length] = link->from;
		walk->strengths[walk->length] = link->strength;
		walk->length++;
		go_back(walk);
		walk->length--;
	}
}

size_t
routes_find(const struct route_graph *graph, int target, struct route *out, size_t most)
{
	struct walk walk = { .graph = graph, .out = out, .most = most };

	walk.path[0] = target;
	walk.length = 1;
	go_back(&walk);
	return walk.count;
}
