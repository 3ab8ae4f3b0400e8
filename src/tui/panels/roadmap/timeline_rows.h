/* SPDX-License-Identifier: MIT */
/*
 * What the timeline shows, row by row: phases, their slices and milestones, then what has no phase.
 * Read once for each change of the file; what stands beside a milestone is read for the rows on the
 * screen only.
 */
#ifndef ROLLOUT_TUI_TIMELINE_ROWS_H
#define ROLLOUT_TUI_TIMELINE_ROWS_H

#include "rollout/programme/milestone_now.h"
#include "tui/kit/session.h"

enum row_kind { ROW_PHASE, ROW_SLICE, ROW_MILESTONE, ROW_REST };

struct timeline_row {
	enum row_kind kind;
	int64_t id; /* 0: ROW_REST */
	const char *title;
	const char *question; /* of a phase; NULL: none */
	const char *rating; /* the last one given to a phase; NULL: none */
	day from, to; /* of a phase or slice */
	int accepted, count; /* milestones in a phase or slice */
	int item; /* of a milestone: its index in the schedule */
};

struct timeline_rows {
	struct arena arena;
	const struct schedule *schedule; /* NULL, and no rows: it could not be read */
	struct timeline_row *rows;
	size_t count;
	const char *fault; /* NULL: it could be read */
	const char *risks; /* "Leadership drift 4×5; …", the worst first; "" for none */
	day first, last; /* all that is shown lies between; NO_DAY: there is nothing */
};

/* Start from {0}. */
void timeline_rows_read(struct timeline_rows *rows, struct session *session);
void timeline_rows_clear(struct timeline_rows *rows);

/* What stands beside a milestone. */
struct timeline_fact {
	int64_t id;
	int met, criteria;
	const char *owner; /* NULL: nobody */
};

void timeline_read_fact(const struct timeline_row *row, const struct milestone_now *item,
	struct session *session, struct arena *arena, struct timeline_fact *out);

#endif
