/* SPDX-License-Identifier: MIT */
/*
 * What a person can do, and by which keys: each page has a table of it beside its handlers, chained
 * before those that it shares with others, so that a page's own key wins. Look-up, footer, help,
 * command line and man page read these tables, so that none can say what another does not do.
 */
#ifndef ROLLOUT_TUI_KEYS_H
#define ROLLOUT_TUI_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/kit/screen/input.h"

struct panel;
struct panel_class;
struct session;

/*
 * On the programme: what writes is refused, and not hinted, where that is open for reading only.
 * What only moves the cursor leaves undone what held keys put off.
 */
enum action_effect { READS, WRITES, MOVES };

struct action {
	const char *name; /* typed behind ":" */
	const char
		*keys; /* "PgUp Ctrl-U", as input_name() has them; the first is shown; "": none */
	/* Does it and returns effects; session->press says more. */
	unsigned (*act)(struct panel *panel, struct session *session);
	const char *help; /* one line, without a full stop */
	const char *hint; /* a word for the footer; NULL: not there */
	/* In the footer: the lowest stay when it is narrow. 0: it ends what is pending, and nothing
	 * else is hinted meanwhile. */
	int rank;
	enum action_effect effect;
	/* Whether it works now; it is not there otherwise. NULL: always. */
	bool (*applies)(const struct panel *panel);
	int by; /* what act makes of these two, so that actions can share one */
	const char *value;
};

enum { KEYS_MOST = 32, CHAIN_MOST = 12, KEYS_NAMED = 64 };

struct keys {
	const char *where; /* "in the calendar" */
	struct action actions[KEYS_MOST]; /* one without a name ends them */
};

/* The tables that apply to a panel, the first to win. */
struct chain {
	const struct panel *panel; /* NULL: of any panel of a class: all actions apply */
	const struct keys *tables[CHAIN_MOST]; /* NULL ends them */
};

/* Where one is in a chain; starts from {0}. */
struct chain_at {
	int table, action;
};

/* The next action that applies; NULL: no more. */
const struct action *chain_next(const struct chain *chain, struct chain_at *at);
/* What the key does; NULL: nothing. */
const struct action *chain_find(const struct chain *chain, const struct input *input);
/*
 * The action of that name, or the only one whose name begins so; NULL, *several telling whether
 * more than one begins so.
 */
const struct action *chain_find_name(const struct chain *chain, const char *name, bool *several);
/* "PgUp, Ctrl-U": those of its keys that lead to it, and not to an action before it. */
void chain_name_keys(const struct chain *chain, const struct action *action, char out[KEYS_NAMED]);
/* EFFECT_BACK, for what a panel closes by. */
unsigned keys_close(struct panel *panel, struct session *session);

#endif
