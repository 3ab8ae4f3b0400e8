/* SPDX-License-Identifier: MIT */
/*
 * Gathers who stands in front of a person, link by link, as far as a route may go. Must not read
 * the whole register: only those within reach are looked at.
 */
#include "rollout/programme/routes.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

enum { PEOPLE_MOST = 2000, LINKS_MOST = 20000, STRENGTH_UNKNOWN = 1 };

struct reach {
	struct rows rows;
	struct arena *arena;
	int64_t ids[PEOPLE_MOST];
	struct path_person people[PEOPLE_MOST];
	int count;
	struct path_link links[LINKS_MOST];
	size_t link_count;
};

static bool
is_here(const struct record *record)
{
	return record_flag(record, "active", true);
}

/* Where the person stands among those within reach, added if new; -1: there is no room. */
static int
place_of(struct reach *reach, int64_t id)
{
	struct record record;

	for (int i = 0; i < reach->count; i++)
		if (reach->ids[i] == id)
			return i;
	if (reach->count == PEOPLE_MOST ||
		!rows_get(&reach->rows, "stakeholder", id, reach->arena, &record))
		return -1;
	reach->ids[reach->count] = id;
	reach->people[reach->count] = (struct path_person){ .name = record_text(&record, "name"),
		.influence = (int)record_number(&record, "influence"),
		.supporter = is_here(&record) && record_is(&record, "attitude", "active") };
	return reach->count++;
}

static void
read_links(struct reach *reach, int to)
{
	struct record record;

	rows_where(&reach->rows, "relationship", "to", value_integer(reach->ids[to]), NULL);
	while (rows_next(&reach->rows, &record)) {
		int64_t strength = record_number(&record, "strength");
		int from;

		if (!record_is(&record, "kind", "influences") || reach->link_count == LINKS_MOST)
			continue;
		from = place_of(reach, record_number(&record, "from"));
		if (from >= 0)
			reach->links[reach->link_count++] = (struct path_link){ from, to,
				strength > 0 ? (int)strength : STRENGTH_UNKNOWN };
	}
}

/* Everybody from whom that many links lead to the first. */
static void
gather(struct reach *reach, int links)
{
	int first = 0, end = reach->count;

	for (int i = 0; i < links; i++) {
		for (int at = first; at < end; at++)
			read_links(reach, at);
		first = end;
		end = reach->count;
	}
}

/* Whether somebody is to be won over at all, and if not, why. */
static void
judge_need(const struct record *person, struct arena *arena, struct routes_report *out)
{
	out->here = is_here(person);
	out->needed = out->here && (record_is(person, "attitude", "mixed") ||
					   record_is(person, "attitude", "resistant"));
	out->person = person->id;
	out->identifier = record_identifier(person, arena);
	out->name = record_text(person, "name");
}

static void
name_routes(const struct reach *reach, const struct path *routes, size_t count,
	struct routes_report *out)
{
	out->items = arena_alloc(reach->arena, (count + 1) * sizeof *out->items);
	out->count = count;
	for (size_t i = 0; i < count; i++) {
		struct person_route *item = &out->items[i];

		*item = (struct person_route){ .score = routes[i].score, .count = routes[i].count };
		for (int j = 0; j < item->count; j++) {
			item->ids[j] = reach->ids[routes[i].people[j]];
			item->identifiers[j] = programme_identifier(reach->rows.programme,
				type_find("stakeholder"), item->ids[j], reach->arena);
			item->names[j] = reach->people[routes[i].people[j]].name;
		}
	}
}

static void
find_routes(struct reach *reach, size_t most, struct routes_report *out)
{
	int target = place_of(reach, out->person);

	gather(reach, out->links_most);
	if (reach->rows.status == STATUS_OK) {
		const struct path_graph graph = { reach->people, reach->links, reach->link_count,
			out->links_most };
		struct path *routes = memory_new(most + 1, sizeof *routes);

		name_routes(reach, routes, paths_find(&graph, target, routes, most), out);
		free(routes);
	}
}

enum status
programme_routes(struct programme *programme, int64_t person, size_t most, struct arena *arena,
	struct routes_report *out, struct error *error)
{
	struct reach *reach = memory_new(1, sizeof *reach);
	int links = (int)store_setting(programme->store, "route_links_max");
	struct record record;
	enum status status;

	links = links < 1 ? 1 : (links > PATH_LINKS_MOST ? PATH_LINKS_MOST : links);
	*out = (struct routes_report){ .links_most = links };
	reach->rows = rows_open(programme, NULL, error);
	reach->arena = arena;
	if (rows_get(&reach->rows, "stakeholder", person, arena, &record))
		judge_need(&record, arena, out);
	if (out->needed)
		find_routes(reach, most, out);
	status = rows_close(&reach->rows);
	free(reach);
	return status;
}
