/* SPDX-License-Identifier: MIT */
/*
 * The gate of F1: each milestone of kind training or launch waits for the milestone that proves
 * that the leaders agree, also where a person made it. What waits for it already, by way of others,
 * is left as it is; so is what the calibration itself waits for, since a circle helps nobody.
 */
#include <stdlib.h>
#include <string.h>

#include "planning.h"
#include "rollout/base/id_set.h"
#include "rollout/programme/cause.h"

static const char because[] =
	"F1: nobody is trained and nothing is launched before the leaders agree";

struct link {
	int64_t here, there;
};

/* One way along the dependencies, sorted by where they begin. */
struct way {
	struct link *links;
	size_t count;
};

struct gate {
	struct planning *planning;
	int64_t id; /* of the calibration; 0: this plan is still to add it */
	const char *identifier; /* NULL: there is none to wait for */
	struct way back, forth;
	struct id_set before, behind; /* what it waits for, what waits for it */
};

static void
add_link(struct way *way, int64_t here, int64_t there)
{
	way->links = array_grow(way->links, way->count, sizeof *way->links);
	way->links[way->count++] = (struct link){ here, there };
}

static void
read_links(struct gate *gate)
{
	struct rows *rows = &gate->planning->rows;
	struct record record;

	rows_of(rows, "dependency", NULL);
	while (rows_next(rows, &record)) {
		int64_t from = record_number(&record, "from"), to = record_number(&record, "to");
		const char *key = record_text(&record, "key");

		/* What an earlier plan put here is looked at again. */
		if (key && strncmp(key, GATE_KEY, strlen(GATE_KEY)) == 0)
			continue;
		add_link(&gate->forth, from, to);
		add_link(&gate->back, to, from);
	}
}

static int
compare_links(const void *a, const void *b)
{
	const struct link *left = a, *right = b;

	return (left->here > right->here) - (left->here < right->here);
}

static size_t
find_first(const struct way *way, int64_t here)
{
	size_t low = 0, high = way->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (way->links[middle].here < here)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Adds the milestone and all that is reached from it. */
static void
reach(const struct way *way, int64_t from, struct id_set *set)
{
	int64_t *open = memory_new(way->count + 1, sizeof *open);
	size_t count = 0;

	if (id_set_add(set, from))
		open[count++] = from;
	while (count > 0) {
		int64_t here = open[--count];

		for (size_t i = find_first(way, here); i < way->count && way->links[i].here == here;
			i++)
			if (id_set_add(set, way->links[i].there))
				open[count++] = way->links[i].there;
	}
	free(open);
}

static void
put_behind(struct gate *gate, const struct record *record)
{
	struct planning *planning = gate->planning;
	struct draft_item item = { .type = "dependency", .rule = "F1" };
	const char *identifier;

	if (!(record_is(record, "state", "planned") || record_is(record, "state", "in_progress")) ||
		id_set_has(&gate->before, record->id) || id_set_has(&gate->behind, record->id))
		return;
	if (!record_is(record, "kind", "training") && !record_is(record, "kind", "launch"))
		return;
	identifier = record_identifier(record, planning->arena);
	item.key = arena_format(planning->arena, GATE_KEY "%.56s", identifier);
	plan_field(&item, "from", gate->identifier);
	plan_field(&item, "to", identifier);
	plan_put(planning, &item, 0, false, because);
	reach(&gate->forth, record->id, &gate->behind);
}

/* The drafted milestone, or one of a person's that answers F1; none where it is proven. */
static void
find_calibration(struct gate *gate)
{
	struct planning *planning = gate->planning;
	const struct plan_report *report = planning->report;
	const struct type *milestone = type_find("milestone");
	struct caused *items;
	size_t count = 0;

	planning->rows.status = programme_caused_by(
		planning->programme, "F1", planning->arena, &items, &count, planning->rows.error);
	for (size_t i = 0; i < count && !gate->identifier; i++)
		if (items[i].type == milestone && !items[i].done) {
			gate->id = items[i].id;
			gate->identifier = items[i].identifier;
		}
	for (size_t i = 0; i < report->count && !gate->identifier; i++)
		if (report->lines[i].type == milestone && report->lines[i].action == PLAN_ADD &&
			cause_names(report->lines[i].because, "F1"))
			gate->identifier = report->lines[i].identifier;
}

static void
close_gate(struct gate *gate)
{
	struct rows *rows = &gate->planning->rows;
	struct record record;

	read_links(gate);
	if (gate->forth.count > 0) {
		qsort(gate->forth.links, gate->forth.count, sizeof(struct link), compare_links);
		qsort(gate->back.links, gate->back.count, sizeof(struct link), compare_links);
	}
	if (gate->id != 0) {
		reach(&gate->back, gate->id, &gate->before);
		reach(&gate->forth, gate->id, &gate->behind);
	}
	rows_of(rows, "milestone", NULL);
	while (rows_next(rows, &record))
		put_behind(gate, &record);
}

void
plan_gate(struct planning *planning)
{
	struct gate gate = { .planning = planning };

	if (plan_goes_on(planning) && planning->facts.fires[1])
		find_calibration(&gate);
	if (gate.identifier)
		close_gate(&gate);
	free(gate.back.links);
	free(gate.forth.links);
	id_set_clear(&gate.before);
	id_set_clear(&gate.behind);
}

/* Whether there is a way along the dependencies from one milestone to another. */
static bool
leads_to(struct planning *planning, int64_t from, int64_t to)
{
	struct rows *rows = &planning->rows;
	struct record record;
	struct id_set seen = { 0 };
	int64_t *reached = NULL, here = from;
	size_t count = 0, next = 0;
	bool leads;

	for (;;) {
		rows_where(rows, "dependency", "from", value_integer(here), NULL);
		while (rows_next(rows, &record)) {
			int64_t id = record_number(&record, "to");

			if (!id_set_add(&seen, id))
				continue;
			reached = array_grow(reached, count, sizeof *reached);
			reached[count++] = id;
		}
		if (next == count || id_set_has(&seen, to))
			break;
		here = reached[next++];
	}
	leads = id_set_has(&seen, to);
	free(reached);
	id_set_clear(&seen);
	return leads;
}

bool
plan_closes_circle(struct planning *planning, const struct draft_item *item)
{
	int64_t from = plan_find_key(planning, "milestone", plan_text(item, "from"));
	int64_t to = plan_find_key(planning, "milestone", plan_text(item, "to"));

	return from != 0 && to != 0 && leads_to(planning, to, from);
}
