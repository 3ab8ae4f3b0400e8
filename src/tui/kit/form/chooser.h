/* SPDX-License-Identifier: MIT */
/*
 * A few lines of which one is chosen by typing parts of it: the model behind the help, the palette
 * and the pickers, without a box around it. Must not know what the lines are about.
 */
#ifndef ROLLOUT_TUI_CHOOSER_H
#define ROLLOUT_TUI_CHOOSER_H

#include "tui/kit/screen/canvas.h"

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
	int first, selected; /* of shown */
	int label_width, text_width; /* cells of the widest */
};

/* Texts are copied. */
void chooser_add(struct chooser *chooser, const char *name, const char *label, const char *text,
	const char *refusal);
/*
 * Shows the items that have every word of the text somewhere, case and accents aside; those whose
 * name begins with it first. The first that can be chosen is selected.
 */
void chooser_filter(struct chooser *chooser, const char *text);
/* Moves among what can be chosen; rows: that are in sight. */
void chooser_move(struct chooser *chooser, int by, int rows);
/* NULL: nothing matches. Also one with a refusal. */
const struct chooser_item *chooser_selected(const struct chooser *chooser);
/* Selects the item of that name, where it is shown. */
void chooser_select(struct chooser *chooser, const char *name, int rows);
/* The item drawn in that row of the area becomes the selected one; false: none is. */
bool chooser_point(struct chooser *chooser, int row);
void chooser_draw(const struct chooser *chooser, struct canvas *canvas, struct area area);
/*
 * Rows to keep free at the foot of an area for chooser_draw_foot(); 0: every text fits beside its
 * label, or there is no room to say more.
 */
int chooser_foot_rows(const struct chooser *chooser, int rows, int columns);
/* The whole text of the selected item, below a rule. */
void chooser_draw_foot(const struct chooser *chooser, struct canvas *canvas, struct area area);
void chooser_clear(struct chooser *chooser);

#endif
