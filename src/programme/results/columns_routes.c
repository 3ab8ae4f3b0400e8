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
	{ "", COLUMN_ID, .storage = STORED_TEXT, .help = "A person's id." },
	{ 0 },
};

static const struct result_column route_columns[] = {
	{ "score", COLUMN_DECIMAL, AT(struct person_route, score), .always = true, .digits = 12,
		.head = "score",
		.help = "Influence of the supporter / 5 * the product of strength / 3 over the links." },
	{ "people", COLUMN_LIST, ROWS_INSIDE(struct person_route, identifiers, count),
		.columns = person_column, .always = true,
		.help = "The supporter first, the person last." },
	{ NULL, COLUMN_TEXT, .text = name_chain, .head = "whom to ask, and through whom it goes",
		.help = "Their names." },
	{ 0 },
};

static const struct result_column routes_whole[] = {
	{ "person", COLUMN_ID, AT(struct routes_report, identifier), .always = true,
		.help = "Who is to be won over." },
	{ "needed", COLUMN_BOOLEAN, AT(struct routes_report, needed), .always = true,
		.help = "Whether the person is here, and mixed or resistant; there is no route otherwise." },
	{ "routes", COLUMN_LIST, ROWS(struct routes_report, items, count), .columns = route_columns,
		.one_line = true, .always = true, .help = "The best first." },
	{ 0 },
};

const struct result result_routes = { "routes",
	"Whom to ask so that a mixed or resistant person is won over.", AUDIENCE_LEAD,
	sizeof(struct routes_report), routes_whole, NULL };
