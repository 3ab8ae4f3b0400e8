/* SPDX-License-Identifier: MIT */
/*
 * A round of the diagnosis as it is drawn, and what its panel keeps.
 */
#ifndef ROLLOUT_TUI_ROUND_VIEW_H
#define ROLLOUT_TUI_ROUND_VIEW_H

#include "rollout/programme/readiness.h"
#include "tui/kit/panel.h"

enum { PEOPLE_MAX = 64 };

struct person {
	int64_t id;
	const char *name; /* in names */
};

struct round {
	struct panel panel; /* its rows are questions, its columns people */
	struct arena arena; /* of the report; renewed with it */
	struct arena names;
	struct readiness_report report;
	struct person people[PEOPLE_MAX];
	size_t person_count;
	struct record question; /* the one the cursor is on, for what its scores look like */
	struct area area;
};

int round_view_rows(const struct round *round); /* questions that fit */
int round_view_head(const struct round *round); /* cells before the first person */
int round_view_person(const struct round *round); /* cells of a person */
int round_view_people(const struct round *round); /* people that fit */
/* NULL: that person has not answered that question. */
const struct readiness_answer *round_view_answer(const struct round *round, int row, int column);
void round_draw(const struct panel *panel, const struct session *session, struct canvas *canvas);

#endif
