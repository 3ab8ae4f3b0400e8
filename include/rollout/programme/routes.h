/* SPDX-License-Identifier: MIT */
/*
 * The route finder (product.md 4): whom to ask so that a mixed or resistant person hears it from
 * somebody they listen to. Candid: for the lead's own eyes.
 */
#ifndef ROLLOUT_PROGRAMME_ROUTES_H
#define ROLLOUT_PROGRAMME_ROUTES_H

#include "rollout/programme/programme.h"
#include "rollout/rules/paths.h"

struct person_route {
	double score;
	int count; /* of people */
	int64_t ids[PATH_LINKS_MOST + 1]; /* the supporter first, the target last */
	const char *identifiers[PATH_LINKS_MOST + 1];
	const char *names[PATH_LINKS_MOST + 1];
};

struct routes_report {
	int64_t person;
	const char *identifier, *name;
	bool here; /* has not left */
	bool needed; /* is here, and mixed or resistant: nothing is looked for otherwise */
	int links_most; /* of one route */
	struct person_route *items; /* best first */
	size_t count;
};

/* At most *most* of them, in the arena; in a crowd the two thousand people nearest to the person
 * are looked at. STATUS_NOT_FOUND: there is no such person. */
enum status STATUS_CHECKED programme_routes(struct programme *programme, int64_t person,
	size_t most, struct arena *arena, struct routes_report *out, struct error *error);

#endif
