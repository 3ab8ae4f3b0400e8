/* SPDX-License-Identifier: MIT */
/*
 * A panel is a struct of functions over some state: a page (a list, the control room, the
 * timeline …), or a form, a popup, a prompt, a question above it. Drawing changes nothing; what
 * scrolls is settled in layout and handle. Only the desk acts on the effects that a handler
 * returns.
 */
#ifndef ROLLOUT_TUI_PANEL_H
#define ROLLOUT_TUI_PANEL_H

#include "keys.h"
#include "selection.h"
#include "session.h"

enum { FILTER_SIZE = 256 };

/*
 * Where a person was on a page, to come back there. The desk keeps the selection and gives it back;
 * the rest is the page's own, handed to its constructor, and what order and view mean its business.
 */
struct place {
	bool known; /* false: as the page begins, but for id */
	struct selection selection;
	int64_t id; /* the record to stand on; 0: none in particular */
	int order; /* as in struct query */
	bool descending;
	int view[4];
	char filter[FILTER_SIZE]; /* as typed; "" for none */
};

/* What a panel is on the screen; the desk's own keys follow from it. */
enum panel_kind {
	PANEL_PAGE, /* of a tab */
	PANEL_WHOLE, /* fills the content area too: what is below need not be drawn */
	PANEL_FORM, /* the same, where letters are typed */
	PANEL_BOX, /* above what is below */
	PANEL_LINE, /* typed in the row of the messages */
};

struct panel_class {
	enum panel_kind kind;
	const struct keys
		*keys[CHAIN_MOST]; /* its own first, then those it shares; before the desk's */
	/* content: the rows between tabs and message line; screen: all. May read the file. */
	void (*layout)(struct panel *panel, struct session *session, struct area content,
		struct area screen);
	void (*draw)(
		const struct panel *panel, const struct session *session, struct canvas *canvas);
	/* Takes a key that is none of the tables: text for a line. NULL: nothing is typed here. */
	unsigned (*type)(struct panel *panel, struct session *session, const struct input *input);
	/*
	 * Called once before drawing: what many keys in a row put off, so that a held key costs one
	 * look at the file. NULL: nothing is put off.
	 */
	void (*settle)(struct panel *panel, struct session *session);
	/*
	 * Reads on where that takes long, while nobody types: called again and again as long as it
	 * returns true, which says that there is more to do. Reads may end with STATUS_STOPPED; it
	 * is then called again later. NULL: everything is read at once.
	 */
	bool (*work)(struct panel *panel, struct session *session);
	/* NULL: it shows nothing of the file. */
	void (*reload)(struct panel *panel, struct session *session);
	/* "12 of 148"; NULL: none. */
	void (*position)(const struct panel *panel, char out[POSITION_SIZE]);
	/* What the foot of the screen says as long as there is no message: the filter that is on.
	 * "" or NULL: nothing. */
	const char *(*notice)(const struct panel *panel);
	/*
	 * The record the cursor is on: what edit, delete, why and the like are about. False: none.
	 * Whose keys include record_keys must have it.
	 */
	bool (*selected)(const struct panel *panel, const struct type **type, int64_t *id);
	/* Records that were marked, to be dealt with together instead of the selected one;
	 * borrowed. 0: none is marked. NULL: nothing can be marked. */
	size_t (*marked)(const struct panel *panel, const int64_t **ids);
	/* Stands on that record; false: the page does not show it. NULL: it shows none. */
	bool (*go)(
		struct panel *panel, struct session *session, const struct type *type, int64_t id);
	/* What a place keeps beside the selection. NULL: nothing. */
	void (*keep)(const struct panel *panel, struct place *out);
	/* Whether the cursor can stand on that row. NULL: on each. */
	bool (*stands)(const struct panel *panel, int row);
	/*
	 * The cursor is led beyond the rows: to read more of them, or into another part of the
	 * page. True: where it stands is settled here, or later in settle. NULL: nothing comes
	 * there.
	 */
	bool (*beyond)(struct panel *panel, struct session *session, int row);
	/* The cursor was moved; before: the row it stood on. NULL: it is only drawn. */
	void (*moved)(struct panel *panel, struct session *session, int before);
	/*
	 * The row and column under the mouse; they come in as what they are where a row takes a
	 * line, and as the column of the cursor. May turn to another part of the page. False: there
	 * is nothing. NULL: as they come in, inside the selection's area.
	 */
	bool (*locate)(struct panel *panel, const struct session *session,
		const struct mouse *mouse, int *row, int *column);
	/* What "copy" copies. NULL: the title of the selected record. */
	void (*copy)(const struct panel *panel, struct session *session, struct buffer *out);
	void (*free)(struct panel *panel);
};

/* The first member of every panel. */
struct panel {
	const struct panel_class *class;
	struct selection selection;
};

/* A page of a tab. */
struct page {
	const struct panel_class *class;
	struct panel *(*create)(const struct page *page, const struct place *place);
	const void *kind; /* what tells it from other pages made by the same function */
};

#endif
