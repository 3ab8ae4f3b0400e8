/* SPDX-License-Identifier: MIT */
/*
 * The terminal: panels with lists and forms over an open programme. It must not know the file, only
 * the programme; the decision that is not obvious is that it never ends the process itself unless a
 * signal asked for that and the caller did not want to hear of it.
 */
#ifndef ROLLOUT_TUI_TUI_H
#define ROLLOUT_TUI_TUI_H

#include <stdbool.h>

#include "rollout/base/error.h"

struct programme;

enum tui_color {
	TUI_COLOR_AUTO, /* as many as the terminal has; none where NO_COLOR is set and not empty */
	TUI_COLOR_ALWAYS, /* the same, whatever NO_COLOR says */
	TUI_COLOR_NEVER,
};

struct tui_options {
	bool ascii; /* plain letters instead of lines and marks; also where the locale asks for it
		     */
	enum tui_color color;
	const char *import; /* a file whose import is shown first; NULL: none */
	const char *notice; /* what to say first; NULL: nothing in particular */
	const char *state_folder; /* where preferences are kept; NULL: nowhere */
	bool no_mouse; /* the mouse is left to the terminal until the person asks for it */
	/*
	 * Where the number of the signal goes that ended it (SIGTERM, SIGHUP, SIGINT), or 0: the
	 * caller then closes the programme and exits with 128 + that number. NULL: the process
	 * exits so by itself once the terminal is restored.
	 */
	int *ended_by;
};

/*
 * Shows the programme until the person quits; the terminal is then as it was before. Standard input
 * and output must be a terminal. STATUS_FAILED, with one line and before anything is written, where
 * TERM is missing, unknown or cannot place a cursor.
 */
enum status STATUS_CHECKED tui_run(
	struct programme *programme, const struct tui_options *options, struct error *error);

/*
 * Tells every key of the terminal, in groups: where it works ("in a list"), which it is ("Up, k"),
 * the name of what it does, and what that is.
 */
void tui_each_key(void (*tell)(void *context, const char *where, const char *keys, const char *name,
			  const char *help),
	void *context);

#endif
