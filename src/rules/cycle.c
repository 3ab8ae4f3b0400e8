/* SPDX-License-Identifier: MIT */
/*
 * Takes away, one after the other, what nothing leads to (Kahn's order); what cannot be taken away
 * has a predecessor that cannot be either, so that walking backwards must come round.
 */
#include "rollout/rules/cycle.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/base/memory.h"

struct graph {
	const struct link *links; /* sorted by from */
	size_t count;
	int64_t *nodes; /* sorted, each once */
	size_t node_count;
	size_t *incoming; /* links from nodes not yet taken away */
	size_t *queue;
};

static int
compare_links(const void *a, const void *b)
{
	const struct link *left = a, *right = b;

	return (left->from > right->from) - (left->from < right->from);
}

static int
compare_ids(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return (left > right) - (left < right);
}

static size_t
node_of(const struct graph *graph, int64_t id)
{
	const int64_t *found =
		bsearch(&id, graph->nodes, graph->node_count, sizeof id, compare_ids);

	return (size_t)(found - graph->nodes);
}

static void
collect_nodes(struct graph *graph)
{
	size_t kept = 0;

	graph->nodes = memory_new(graph->count * 2 + 1, sizeof *graph->nodes);
	for (size_t i = 0; i < graph->count; i++) {
		graph->nodes[2 * i] = graph->links[i].from;
		graph->nodes[2 * i + 1] = graph->links[i].to;
	}
	qsort(graph->nodes, graph->count * 2, sizeof *graph->nodes, compare_ids);
	for (size_t i = 0; i < graph->count * 2; i++)
		if (kept == 0 || graph->nodes[kept - 1] != graph->nodes[i])
			graph->nodes[kept++] = graph->nodes[i];
	graph->node_count = kept;
}

/* The first link from the id or behind. */
static size_t
first_link(const struct graph *graph, int64_t id)
{
	size_t low = 0, high = graph->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (graph->links[middle].from < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* How many nodes could be taken away. */
static size_t
take_away(struct graph *graph)
{
	size_t filled = 0, next = 0;

	for (size_t i = 0; i < graph->count; i++)
		graph->incoming[node_of(graph, graph->links[i].to)]++;
	for (size_t node = 0; node < graph->node_count; node++)
		if (graph->incoming[node] == 0)
			graph->queue[filled++] = node;
	for (; next < filled; next++) {
		int64_t id = graph->nodes[graph->queue[next]];

		for (size_t i = first_link(graph, id);
			i < graph->count && graph->links[i].from == id; i++) {
			size_t to = node_of(graph, graph->links[i].to);

			if (--graph->incoming[to] == 0)
				graph->queue[filled++] = to;
		}
	}
	return filled;
}

/* Walks back from any node that is left until one comes again. */
static size_t
walk_back(const struct graph *graph, int64_t *cycle, size_t space)
{
	size_t *before = memory_new(graph->node_count, sizeof *before);
	size_t *steps = memory_new(graph->node_count, sizeof *steps);
	size_t node = 0, walked = 0, length;

	for (size_t i = 0; i < graph->count; i++) {
		size_t from = node_of(graph, graph->links[i].from);

		if (graph->incoming[from] > 0)
			before[node_of(graph, graph->links[i].to)] = from;
	}
	while (graph->incoming[node] == 0)
		node++;
	for (; steps[node] == 0; node = before[node])
		steps[node] = ++walked;
	length = walked - steps[node] + 1;
	/* Backwards it was found; forwards it is told. */
	for (size_t i = length; i > 0; i--, node = before[node])
		if (i - 1 < space)
			cycle[i - 1] = graph->nodes[node];
	free(before);
	free(steps);
	return length;
}

bool
cycle_find(struct link *links, size_t count, int64_t *cycle, size_t space, size_t *length)
{
	struct graph graph = { .links = links, .count = count };
	bool found;

	*length = 0;
	if (count == 0)
		return false;
	qsort(links, count, sizeof *links, compare_links);
	collect_nodes(&graph);
	graph.incoming = memory_new(graph.node_count, sizeof *graph.incoming);
	graph.queue = memory_new(graph.node_count, sizeof *graph.queue);
	found = take_away(&graph) < graph.node_count;
	if (found)
		*length = walk_back(&graph, cycle, space);
	free(graph.nodes);
	free(graph.incoming);
	free(graph.queue);
	return found;
}
