/* SPDX-License-Identifier: MIT */
/* One person of the register in lines, for the side of the list and for the page of influence. */
#ifndef ROLLOUT_TUI_PEOPLE_VIEW_H
#define ROLLOUT_TUI_PEOPLE_VIEW_H

#include "rollout/programme/people.h"
#include "tui/kit/lines.h"
#include "tui/kit/session.h"

/* Who they are and what to do next, wrapped to the width; findings of the rule book included. */
void people_describe(struct lines *lines, struct session *session,
	const struct person_report *person, int width);
/* Who bears on them and on whom they bear; each line leads to that person. */
void people_describe_links(struct lines *lines, const struct person_report *person, bool ascii);
/* Whom to ask, best first, each line leading to the supporter; *needed: whether the person is one
 * to be won over at all. */
void people_describe_routes(
	struct lines *lines, struct session *session, int64_t id, size_t most, bool *needed);
/* The form of a new record of that type about the person who was looked at last: a contact with
 * them today, a link that goes out from them. */
unsigned people_add_about(struct session *session, const char *type, const char *field);

#endif
