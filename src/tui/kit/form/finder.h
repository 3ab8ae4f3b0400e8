/* SPDX-License-Identifier: MIT */
/*
 * A box with a line to type into and, below it, what matches: the body of the help, the palette and
 * the pickers. Must not know what choosing a line leads to.
 */
#ifndef ROLLOUT_TUI_FINDER_H
#define ROLLOUT_TUI_FINDER_H

#include "chooser.h"
#include "line.h"
#include "tui/kit/panel.h"

/* Rows of the box that are no lines: its border and what is typed. */
enum { FINDER_AROUND = 3 };

/* Begins a panel of its kind; start from {0}. */
struct finder {
	struct panel panel;
	struct chooser chooser;
	struct line line;
	const char *label; /* before the line, a cell; NULL: none */
	/* The selected line is chosen. */
	unsigned (*accept)(struct panel *panel, struct session *session);
	struct area box, foot;
};

/* For the class: to choose, to leave, and to move among the lines. */
extern const struct keys finder_keys;
/* Lays it out in that box. */
void finder_place(struct finder *finder, struct area box);
void finder_draw(const struct finder *finder, struct canvas *canvas, const char *title);
/* Shows what has all that is typed in it, from the beginning. */
void finder_show(struct finder *finder);
/* The same for the chooser's lines as they are. */
void finder_begin(struct finder *finder);
/* NULL: nothing matches. */
const struct chooser_item *finder_item(const struct finder *finder);
/* Whether a line can be chosen, for the class. */
bool finder_stands(const struct panel *panel, int row);
void finder_clear(struct finder *finder);

#endif
