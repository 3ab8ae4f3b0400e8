/* SPDX-License-Identifier: MIT */
/*
 * What is the same around every panel: title and rating, tabs, the names of the lists, the message
 * line, the keys. On a small screen it gives its rows to the panel, one after the other.
 */
#ifndef ROLLOUT_TUI_FRAME_H
#define ROLLOUT_TUI_FRAME_H

#include "tui/kit/panel.h"
#include "tabs.h"

/* Rows of the screen; -1: not there. */
struct frame_rows {
	int title, tabs, rule, names, message, keys;
	struct area content, screen;
};

/* What the title says; start from {0}. */
enum { TREND_MOST = 8 };

struct frame_facts {
	struct arena arena;
	const char *name, *week, *rating; /* NULL: not known */
	int trend[TREND_MOST]; /* of the ratings of the whole, oldest first: red 0, amber 1, green 2
				*/
	size_t trend_count;
};

/* What a press of the mouse on a cell of the frame does. */
enum spot_kind { SPOT_TAB, SPOT_PAGE, SPOT_ACTION };

struct spot {
	int row, column, columns;
	enum spot_kind kind;
	int value; /* number of the tab or page */
	const struct action *action;
};

enum { SPOTS_MAX = 64 };

struct spots {
	struct spot items[SPOTS_MAX];
	int count;
};

struct frame_view {
	struct frame_rows rows;
	const struct frame_facts *facts;
	int tab, page;
	const struct chain *chain; /* of the panel on top */
	const char *position; /* of the panel at the bottom */
	const char *notice; /* of it too; NULL: none */
};

struct frame_rows frame_place(int rows, int columns);
void frame_load(struct frame_facts *facts, struct programme *programme);
void frame_clear(struct frame_facts *facts);
/* spots: filled with what was drawn that can be pressed. */
void frame_draw(const struct frame_view *view, const struct session *session, struct canvas *canvas,
	struct spots *spots);
/* NULL: nothing there. */
const struct spot *frame_find_spot(const struct spots *spots, int row, int column);

#endif
