/* SPDX-License-Identifier: MIT */
/*
 * Walks backwards from the person who is to be won over; who counts as a supporter comes in. What
 * is kept is a heap with the worst path on top, so that a path that cannot become better than that
 * is not walked.
 */
#include "rollout/rules/paths.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/base/memory.h"

enum { STEPS_MOST = 4000000 };

struct walk {
	const struct path_person *people;
	struct path_link *links; /* by whom they lead to, the strongest first; each pair once */
	size_t *starts; /* of those that lead to a person; one more for the end of the last */
	int people_count, links_most;
	struct path *out;
	size_t most, count;
	int steps;
	int path[PATH_LINKS_MOST + 1]; /* the target first */
	int strengths[PATH_LINKS_MOST + 1]; /* of the link that leads into path[i - 1] */
	size_t next[PATH_LINKS_MOST + 1], ends[PATH_LINKS_MOST + 1]; /* of the links, for each */
	int length;
};

static const char *
name_of(const struct walk *walk, const struct path *route, int place)
{
	return walk->people[route->people[place]].name;
}

static bool
is_better(const struct walk *walk, const struct path *a, const struct path *b)
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
swap_routes(struct path *a, struct path *b)
{
	struct path kept = *a;

	*a = *b;
	*b = kept;
}

/* Lets a path sink to where none below it is worse. */
static void
sink(struct walk *walk, size_t at, size_t count)
{
	for (size_t below = 2 * at + 1; below < count; below = 2 * at + 1) {
		if (below + 1 < count && is_better(walk, &walk->out[below], &walk->out[below + 1]))
			below++;
		if (!is_better(walk, &walk->out[at], &walk->out[below]))
			return;
		swap_routes(&walk->out[at], &walk->out[below]);
		at = below;
	}
}

static void
keep(struct walk *walk, const struct path *route)
{
	size_t at = walk->count;

	if (walk->count == walk->most) {
		if (walk->most == 0 || !is_better(walk, route, &walk->out[0]))
			return;
		walk->out[0] = *route;
		sink(walk, 0, walk->count);
		return;
	}
	walk->out[walk->count++] = *route;
	for (; at > 0 && is_better(walk, &walk->out[(at - 1) / 2], &walk->out[at]);
		at = (at - 1) / 2)
		swap_routes(&walk->out[at], &walk->out[(at - 1) / 2]);
}

/* Takes the heap apart from its top, the worst to the end. */
static void
put_in_order(struct walk *walk)
{
	for (size_t left = walk->count; left > 1; left--) {
		swap_routes(&walk->out[0], &walk->out[left - 1]);
		sink(walk, 0, left - 1);
	}
}

/* Whole numbers until the last, so that equal paths are equal. */
static double
score_of(const struct walk *walk, int influence)
{
	int product = influence, whole = PATH_INFLUENCE;

	for (int i = 1; i < walk->length; i++) {
		product *= walk->strengths[i];
		whole *= PATH_STRENGTH;
	}
	return (double)product / whole;
}

/* The path as it stands, from its far end. */
static void
take_path(struct walk *walk)
{
	struct path route = { .count = walk->length };

	for (int i = 0; i < walk->length; i++)
		route.people[i] = walk->path[walk->length - 1 - i];
	route.score = score_of(walk, walk->people[route.people[0]].influence);
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

/* Whether the best that could still come of the path as it stands would not be kept. */
static bool
is_hopeless(const struct walk *walk)
{
	return walk->count == walk->most &&
	       (walk->most == 0 || score_of(walk, PATH_INFLUENCE) < walk->out[0].score);
}

/* One more person is on the path: what it is worth as it stands, and where it goes on from. */
static void
arrive(struct walk *walk)
{
	int at = walk->path[walk->length - 1];
	bool ends = walk->length > walk->links_most || at >= walk->people_count;

	if (walk->length > 1 && walk->people[at].supporter)
		take_path(walk);
	walk->next[walk->length - 1] = ends ? 0 : walk->starts[at];
	walk->ends[walk->length - 1] = ends ? 0 : walk->starts[at + 1];
}

static void
go_back(struct walk *walk, int target)
{
	walk->path[0] = target;
	walk->length = 1;
	arrive(walk);
	while (walk->length > 0 && walk->steps < STEPS_MOST) {
		int last = walk->length - 1;
		const struct path_link *link = &walk->links[walk->next[last]];

		if (walk->next[last] == walk->ends[last]) {
			walk->length--;
			continue;
		}
		walk->next[last]++;
		walk->steps++;
		if (is_on_path(walk, link->from))
			continue;
		walk->path[walk->length] = link->from;
		walk->strengths[walk->length] = link->strength;
		walk->length++;
		if (is_hopeless(walk))
			walk->length--;
		else
			arrive(walk);
	}
}

static int
compare_pairs(const void *a, const void *b)
{
	const struct path_link *left = a, *right = b;

	if (left->to != right->to)
		return left->to < right->to ? -1 : 1;
	if (left->from != right->from)
		return left->from < right->from ? -1 : 1;
	return (left->strength < right->strength) - (left->strength > right->strength);
}

static int
compare_strengths(const void *a, const void *b)
{
	const struct path_link *left = a, *right = b;

	if (left->to != right->to || left->strength == right->strength)
		return compare_pairs(a, b);
	return left->strength > right->strength ? -1 : 1;
}

/* Each pair once, with its strongest link, so that no path is found twice. */
static void
index_links(struct walk *walk, const struct path_graph *graph)
{
	size_t count = 0;
	int next = 0;

	walk->links = memory_new(graph->link_count + 1, sizeof *walk->links);
	if (graph->link_count > 0)
		memcpy(walk->links, graph->links, graph->link_count * sizeof *walk->links);
	qsort(walk->links, graph->link_count, sizeof *walk->links, compare_pairs);
	for (size_t i = 0; i < graph->link_count; i++)
		if (count == 0 || walk->links[i].to != walk->links[count - 1].to ||
			walk->links[i].from != walk->links[count - 1].from)
			walk->links[count++] = walk->links[i];
	qsort(walk->links, count, sizeof *walk->links, compare_strengths);
	walk->people_count = count > 0 ? walk->links[count - 1].to + 1 : 0;
	walk->starts = memory_new((size_t)walk->people_count + 1, sizeof *walk->starts);
	for (size_t i = 0; i < count; i++)
		while (next <= walk->links[i].to)
			walk->starts[next++] = i;
	walk->starts[walk->people_count] = count;
}

size_t
paths_find(const struct path_graph *graph, int target, struct path *out, size_t most)
{
	struct walk walk = {
		.people = graph->people, .links_most = graph->links_most, .out = out, .most = most
	};

	index_links(&walk, graph);
	go_back(&walk, target);
	put_in_order(&walk);
	free(walk.links);
	free(walk.starts);
	return walk.count;
}
