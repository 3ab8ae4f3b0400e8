/* SPDX-License-Identifier: MIT */
/*
 * A panel is a struct of functions over some state: a list, the control room, a form, a popup, a
 * prompt, a question. Drawing changes nothing; what scrolls is settled in layout and handle. Only
 * the loop (tui.c) acts on the effects that a handler returns.
 */
#ifndef ROLLOUT_TUI_PANEL_H
#define ROLLOUT_TUI_PANEL_H

#include "rollout/tui/actions.h"
#include "rollout/tui/session.h"

struct press {
	enum action action;
	const struct input *input;
};

enum { POSITION_SIZE = 48 };

struct panel_class {
	unsigned scope; /* of enum scope: which keys apply */
	bool whole; /* fills the content area: what is below need not be drawn */
	/* content: the rows between tabs and message line; screen: all. May read the file. */
	void (*layout)(struct panel *panel, struct session *session, struct area content,
		struct area screen);
	void (*draw)(
		const struct panel *panel, const struct session *session, struct canvas *canvas);
	unsigned (*handle)(struct panel *panel, struct session *session, const struct press *press);
	/*
	 * Called once before drawing: what many keys in a row put off, so that a held key costs one
	 * look at the file. NULL: nothing is put off.
	 */
	void (*settle)(struct panel *panel, struct session *session);
	/* NULL: it shows nothing of the file. */
	void (*reload)(struct panel *panel, struct session *session);
	/* What came of a prompt or question that this panel opened (session->asked, ->answer). */
	unsigned (*answer)(struct panel *panel, struct session *session);
	/* "12 of 148"; NULL: none. */
	void (*position)(const struct panel *panel, char out[POSITION_SIZE]);
	void (*free)(struct panel *panel);
};

/* The first member of every panel. */
struct panel {
	const struct panel_class *class;
};

#endif
