/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis as it is drawn, and what its panel keeps.
 */
#ifndef ROLLOUT_TUI_DIAGNOSIS_VIEW_H
#define ROLLOUT_TUI_DIAGNOSIS_VIEW_H

#include "rollout/programme/readiness.h"
#include "tui/kit/panel.h"

/* What the cursor can stand on, in the order it goes through them. */
enum zone { ZONE_AREA, ZONE_QUESTION, ZONE_FOLLOWS };

/* A line of what follows: the finding, its response, or an item it put on the roadmap. */
struct follow {
	const struct consequence *consequence;
	const struct caused *item; /* NULL: the finding itself */
};

struct diagnosis {
	struct panel panel;
	struct arena arena;
	struct readiness_report report;
	const char *fault; /* NULL: it could be read */
	struct follow *follows;
	size_t follow_count;
	struct area area, left, right, below;
	enum zone zone; /* that the cursor is in: the panel's selection is of its rows */
	struct selection kept[3]; /* of the zones that it is not in */
	int asked; /* the area whose questions the cursor was among */
};

/* The selection of a zone. */
const struct selection *diagnosis_at(const struct diagnosis *diagnosis, enum zone zone);
/* The area that the cursor is on, or whose questions are shown. */
const struct readiness_area *diagnosis_area(const struct diagnosis *diagnosis);
int diagnosis_count(const struct diagnosis *diagnosis, enum zone zone);
/* Where a zone stands. */
const struct area *diagnosis_zone(const struct diagnosis *diagnosis, enum zone zone);
void diagnosis_draw(
	const struct panel *panel, const struct session *session, struct canvas *canvas);

#endif
