/* SPDX-License-Identifier: MIT */
/* Whom to ask so that somebody is won over. Never for anybody but the lead. */
#include "columns.h"
#include "rollout/programme/routes.h"

static const char *
name_chain(const void *row, struct arena *arena)
{
	const struct person_route *route = row;
	const char *chain = route->names[0];

	for (int i = 1; i < route->count; i++)
		chain = arena_format(arena, "%s → %s", chain, route->names[i]);
	return chain;
}

/* clang-format off */

static const struct result_column person_column[] = {
	{ "", COLUMN_ID, "A person's id.", .storage = STORED_TEXT },
	{ 0 },
};

static const struct result_column route_columns[] = {
	{ "score", COLUMN_DECIMAL,
		"Influence of the supporter / 5 * the product of strength / 3 over the links.",
		AT(struct person_route, score), .digits = 12, .head = "score" },
	{ "people", COLUMN_LIST, "The supporter first, the person last.",
		ROWS_INSIDE(struct person_route, identifiers, count), .columns = person_column },
	{ "names", COLUMN_LIST, "What they are called, in the same order.",
		ROWS_INSIDE(struct person_route, names, count), .columns = columns_of_text },
	{ NULL, COLUMN_TEXT, "Their names.", .text = name_chain,
		.head = "whom to ask, and through whom it goes" },
	{ 0 },
};

static const struct result_column routes_whole[] = {
	{ "person", COLUMN_ID, "Who is to be won over.", AT(struct routes_report, identifier) },
	{ "name", COLUMN_TEXT, "What they are called.", AT(struct routes_report, name) },
	{ "needed", COLUMN_BOOLEAN,
		"Whether the person is here, and mixed or resistant; there is no route otherwise.",
		AT(struct routes_report, needed) },
	{ "routes", COLUMN_LIST, "The best first.", ROWS(struct routes_report, items, count),
		.columns = route_columns, .one_line = true },
	{ 0 },
};

const struct result result_routes = { "routes",
	"Whom to ask so that a mixed or resistant person is won over.", AUDIENCE_LEAD,
	sizeof(struct routes_report), routes_whole, NULL };
