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
	struct programme *programme;
	struct arena *arena;
	int64_t ids[PEOPLE_MOST];
	struct path_person people[PEOPLE_MOST];
	int count;
	struct path_link links[LINKS_MOST];
	size_t link_count;
	int at; /* whose links are being read */
};

static bool
is_here(const struct record *record)
{
	return record_get(record, "active")->kind == VALUE_NONE ||
	       record_number(record, "active") != 0;
}

/* Where the person stands among those within reach, added if new; -1: there is no room. */
static enum status
place_of(struct reach *reach, int64_t id, int *out, struct error *error)
{
	struct record *record;
	enum status status;

	for (*out = 0; *out < reach->count; ++*out)
		if (reach->ids[*out] == id)
			return STATUS_OK;
	if (reach->count == PEOPLE_MOST) {
		*out = -1;
		return STATUS_OK;
	}
	record = arena_alloc(reach->arena, sizeof *record);
	status = programme_get(
		reach->programme, type_find("stakeholder"), id, reach->arena, record, error);
	if (status != STATUS_OK)
		return status;
	reach->ids[reach->count] = id;
	reach->people[reach->count] =
		(struct path_person){ .name = record_get(record, "name")->text,
			.influence = (int)record_number(record, "influence"),
			.supporter = is_here(record) && record_is(record, "attitude", "active") };
	reach->count++;
	return STATUS_OK;
}

static enum status
take_link(void *context, const struct record *record, struct error *error)
{
	struct reach *reach = context;
	int64_t strength = record_number(record, "strength");
	int from;
	enum status status;

	if (!record_is(record, "kind", "influences") || reach->link_count == LINKS_MOST)
		return STATUS_OK;
	status = place_of(reach, record_number(record, "from"), &from, error);
	if (status == STATUS_OK && from >= 0)
		reach->links[reach->link_count++] = (struct path_link){ from, reach->at,
			strength > 0 ? (int)strength : STRENGTH_UNKNOWN };
	return status;
}

/* Everybody from whom that many links lead to the first. */
static enum status
gather(struct reach *reach, int links, struct error *error)
{
	struct query query = { .type = type_find("relationship"), .condition_count = 1 };
	int first = 0, end = reach->count;
	enum status status = STATUS_OK;

	for (int i = 0; i < links && status == STATUS_OK; i++) {
		for (reach->at = first; reach->at < end && status == STATUS_OK; reach->at++) {
			query.conditions[0] =
				(struct condition){ type_field_index(query.type, "to"),
					COMPARE_EQUAL, value_integer(reach->ids[reach->at]) };
			status = programme_each(reach->programme, &query, take_link, reach, error);
		}
		first = end;
		end = reach->count;
	}
	return status;
}

/* Whether somebody is to be won over at all, and if not, why. */
static enum status
judge_need(struct programme *programme, int64_t person, struct arena *arena,
	struct routes_report *out, struct error *error)
{
	struct record *record = arena_alloc(arena, sizeof *record);
	enum status status =
		programme_get(programme, type_find("stakeholder"), person, arena, record, error);

	if (status != STATUS_OK)
		return status;
	out->here = is_here(record);
	out->needed = out->here && (record_is(record, "attitude", "mixed") ||
					   record_is(record, "attitude", "resistant"));
	out->person = person;
	out->identifier = programme_identifier(programme, record->type, person, arena);
	out->name = record_get(record, "name")->text;
	return STATUS_OK;
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
			item->identifiers[j] = programme_identifier(reach->programme,
				type_find("stakeholder"), item->ids[j], reach->arena);
			item->names[j] = reach->people[routes[i].people[j]].name;
		}
	}
}

enum status
programme_routes(struct programme *programme, int64_t person, size_t most, struct arena *arena,
	struct routes_report *out, struct error *error)
{
	struct reach *reach;
	struct path *routes;
	int links = (int)store_setting(programme->store, "route_links_max"), target;
	enum status status;

	links = links < 1 ? 1 : (links > PATH_LINKS_MOST ? PATH_LINKS_MOST : links);
	*out = (struct routes_report){ .links_most = links };
	status = judge_need(programme, person, arena, out, error);
	if (status != STATUS_OK || !out->needed)
		return status;
	reach = memory_new(1, sizeof *reach);
	reach->programme = programme;
	reach->arena = arena;
	status = place_of(reach, person, &target, error);
	if (status == STATUS_OK)
		status = gather(reach, links, error);
	if (status == STATUS_OK) {
		const struct path_graph graph = { reach->people, reach->links, reach->link_count,
			links };

		routes = memory_new(most + 1, sizeof *routes);
		name_routes(reach, routes, paths_find(&graph, target, routes, most), out);
		free(routes);
	}
	free(reach);
	return status;
}
