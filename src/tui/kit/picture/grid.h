/* SPDX-License-Identifier: MIT */
/* A page that is a grid of counts: what its cells show and where they lead. */
#ifndef ROLLOUT_TUI_GRID_H
#define ROLLOUT_TUI_GRID_H

#include "tui/kit/panel.h"

enum { NOTE_ROWS = 3, FILTER_TEXT = 96 };

/* Start from {0}; all of it is in the arena and is renewed with it. */
struct grid_matter {
	struct arena arena;
	int rows, columns; /* 0 until it is read, and rows where there is nothing to count */
	int *counts;
	const char **texts; /* in the cells instead of the counts; NULL: the counts */
	const char **cells; /* what to say of the selected one */
	const char **row_names, **column_names;
	const char **row_notes; /* what to say of the selected row; NULL: nothing */
	int *marked; /* the column of each row that is marked, -1: none; NULL: none anywhere */
	int *keys; /* what the filter of a row needs; NULL: its place */
	const char *notes[NOTE_ROWS];
};

struct grid_kind {
	const char *row_title, *column_title;
	const char *type; /* of the list that Enter leads to */
	/* Fills all of it; STATUS_STOPPED: again later. */
	enum status (*read)(
		struct grid_matter *matter, struct session *session, struct error *error);
	/* What the list is filtered by for that cell. */
	void (*filter)(
		const struct grid_matter *matter, int row, int column, char out[FILTER_TEXT]);
};

extern const struct panel_class grid_class;

/* The create of a page whose kind is a struct grid_kind. */
struct panel *grid_new(const struct page *page, const struct place *place);
/* For read: everything anew, so many rows and columns, nothing in them yet. */
void grid_shape(struct grid_matter *matter, int rows, int columns);
/* A number of records as a cell counts it. */
int grid_count(int64_t number);

#endif
