/* SPDX-License-Identifier: MIT */
/*
 * The first minutes: what is offered where no programme is there to open. It only asks; making or
 * opening a programme is the caller's.
 */
#ifndef ROLLOUT_TUI_WELCOME_H
#define ROLLOUT_TUI_WELCOME_H

#include "rollout/tui/tui.h"

enum welcome_choice {
	WELCOME_LEAVE,
	WELCOME_SAMPLE, /* text: nothing */
	WELCOME_NEW, /* text: the programme's name */
	WELCOME_IMPORT, /* text: the programme's name; file: of the register */
	WELCOME_OPEN, /* file: of a programme */
};

enum { WELCOME_TEXT = 512, WELCOME_FILE = 4096 };

struct welcome {
	enum welcome_choice choice;
	char text[WELCOME_TEXT], file[WELCOME_FILE];
};

/* Shows why there is nothing to open and what can be done; as tui_run() otherwise. */
enum status STATUS_CHECKED welcome_run(const struct tui_options *options, const char *why,
	struct welcome *out, struct error *error);

#endif
