/* SPDX-License-Identifier: MIT */
/* What the timeline's behaviour and its drawing share. */
#ifndef ROLLOUT_TUI_TIMELINE_VIEW_H
#define ROLLOUT_TUI_TIMELINE_VIEW_H

#include "rollout/programme/forecast.h"
#include "rollout/programme/what_if.h"
#include "tui/kit/panel.h"
#include "tui/kit/picture/scale.h"
#include "timeline_rows.h"

enum { FACTS_MAX = 512 };

/* What a key moves of a bar. */
enum bar_end { MOVED_WHOLE, MOVED_END, MOVED_START };

/* A change that is looked at and not written yet. */
struct pending {
	bool active;
	int days; /* that it is moved by */
	enum bar_end end;
	struct arena arena; /* of the consequences */
	struct what_if follows;
	const char *fault; /* NULL: it could be done */
};

struct timeline {
	struct panel panel;
	struct timeline_rows rows;
	bool read;
	struct scale scale;
	bool placed; /* the scale has been put where today is */
	struct area area;
	struct arena facts_arena;
	struct timeline_fact facts[FACTS_MAX]; /* of the rows on the screen, from first on */
	struct pending pending;
	struct arena likely_arena;
	struct forecast_report likely; /* read when a phase is first stood on */
	bool likely_read;
};

/* Where things stand in the area. */
struct timeline_frame {
	int head_rows; /* legend and axis */
	int info_rows; /* below */
	int rows; /* of the picture */
	int label, chart, facts; /* columns */
	int chart_column;
};

struct timeline_frame timeline_frame(const struct timeline *timeline);
void timeline_draw(const struct panel *panel, const struct session *session, struct canvas *canvas);
/* NULL: there is no row. */
const struct timeline_row *timeline_selected(const struct timeline *timeline);

#endif
