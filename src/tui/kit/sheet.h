/* SPDX-License-Identifier: MIT */
/*
 * A page of lines, some of which lead to a record: the control room, the diagnosis, the timeline,
 * the waves. What they say is filled in by the page; moving, scrolling and going there is the same.
 */
#ifndef ROLLOUT_TUI_SHEET_H
#define ROLLOUT_TUI_SHEET_H

#include "lines.h"
#include "panel.h"

enum { SHEET_LABEL_WIDTH = 13, SHEET_LATER = -1 };

struct sheet_kind {
	/* Fills lines that are empty, for an area of that size; returns how many of them, from the
	 * first, begin with a label of SHEET_LABEL_WIDTH cells. SHEET_LATER: somebody typed before
	 * it had read all; it is asked again. */
	int (*fill)(struct lines *lines, struct session *session, struct area area);
	/* Opens the form of a new record of what the page shows; NULL: nothing is added there. */
	unsigned (*add)(struct session *session);
};

/* Its lines are what the rules say; or records, called by their numbers, to be edited and so on. */
extern const struct panel_class sheet_finding_class, sheet_record_class;

/* The create of a page whose kind is a struct sheet_kind. */
struct panel *sheet_new(const struct page *page, const struct place *place);

#endif
