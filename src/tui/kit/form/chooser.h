/* SPDX-License-Identifier: MIT */
/*
 * A few lines of which one is chosen by typing parts of it: the model behind the help, the palette
 * and the pickers, without a box around it. Must not know what the lines are about.
 */
#ifndef ROLLOUT_TUI_CHOOSER_H
#define ROLLOUT_TUI_CHOOSER_H

#include "tui/kit/selection.h"

struct chooser_item {
	const char *name; /* what choosing it answers; NULL: a note, which cannot be chosen */
	const char *label; /* in the first column */
	const char *text; /* behind it */
	const char *refusal; /* why it cannot be chosen now; NULL: it can */
	const char *folded; /* label, name and text, for finding */
};

/* Start from {0}. */
struct chooser {
	struct arena arena;
	struct chooser_item *items;
	int count, space;
	int *shown; /* indexes of the items that match, the best first */
	int shown_count;
	int label_width, text_width; /* cells of the widest */
};

/* Texts are copied. */
void chooser_add(struct chooser *chooser, const char *name, const char *label, const char *text,
	const char *refusal);
/*
 * Shows the items that have every word of the text somewhere, case and accents aside; those whose
 * name begins with it first.
 */
void chooser_filter(struct chooser *chooser, const char *text);
/* The item in that row of those that are shown; NULL: there is none, or it cannot be chosen. Also
 * one with a refusal. */
const struct chooser_item *chooser_get(const struct chooser *chooser, int row);
/* The row of the item of that name; 0: it is not shown. */
int chooser_find(const struct chooser *chooser, const char *name);
/* at: of the rows that are shown, with its area. */
void chooser_draw(const struct chooser *chooser, struct canvas *canvas, const struct selection *at);
/*
 * Rows to keep free at the foot of an area for chooser_draw_foot(); 0: every text fits beside its
 * label, or there is no room to say more.
 */
int chooser_foot_rows(const struct chooser *chooser, int rows, int columns);
/* The whole text of the item, below a rule; NULL: of none. */
void chooser_draw_foot(const struct chooser_item *item, struct canvas *canvas, struct area area);
void chooser_clear(struct chooser *chooser);

#endif
