/* SPDX-License-Identifier: MIT */
/*
 * What is on the screen: the page of a tab at the bottom, forms and popups above it, and what their
 * effects do. Must not know the terminal, so that a test can type into it without one.
 */
#ifndef ROLLOUT_TUI_DESK_H
#define ROLLOUT_TUI_DESK_H

#include "frame.h"
#include "tui/kit/panel.h"
#include "tui/kit/recall.h"
#include "tabs.h"

enum { DESK_DEPTH = 8, TRAIL_LENGTH = 32 };

/* A page one was on. */
struct stop {
	int tab, page;
	struct place place;
};

struct desk {
	struct session session; /* first: what is handed to the actions leads back to the desk */
	struct canvas canvas;
	struct frame_facts facts;
	struct frame_rows rows;
	struct spots spots; /* of the frame as it was drawn */
	struct panel *stack[DESK_DEPTH]; /* the page first */
	int depth;
	int tab;
	int pages[TAB_COUNT]; /* where the person was in each tab */
	struct place places[TAB_COUNT][TAB_PAGES_MAX]; /* and on each of its pages */
	struct stop trail[TRAIL_LENGTH]; /* pages that were left for a record, the newest last */
	int stops;
	struct recall typed; /* behind ":", to have it again */
	bool quit, suspend, redraw; /* asked for; the loop sees to it */
};

/* large: so that what takes long is read while nobody types. */
void desk_init(struct desk *desk, struct programme *programme, bool ascii, bool large);
void desk_clear(struct desk *desk);
void desk_resize(struct desk *desk, int rows, int columns);
/* One key or paste. */
void desk_input(struct desk *desk, const struct input *input);
void desk_draw(struct desk *desk);
/* Somebody else changed the file. */
void desk_reload(struct desk *desk);
/* On top of everything; the desk owns it then. */
void desk_open(struct desk *desk, struct panel *panel);
/* Does what a handler or an answer returned. */
void desk_apply(struct desk *desk, unsigned effects);
/* Plain letters instead of lines and marks, or no longer. */
void desk_set_ascii(struct desk *desk, bool ascii);
/* What the page put off because it takes long, see panel.h; true: there is more of it. */
bool desk_work(struct desk *desk);

#endif
