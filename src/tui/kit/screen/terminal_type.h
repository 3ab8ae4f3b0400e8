/* SPDX-License-Identifier: MIT */
/*
 * What terminfo says about the terminal, apart from terminal.c because term.h turns hundreds of
 * plain words into macros.
 */
#ifndef ROLLOUT_TUI_TERMINAL_TYPE_H
#define ROLLOUT_TUI_TERMINAL_TYPE_H

#include <stdbool.h>

#include "rollout/base/error.h"
#include "rollout/base/memory.h"

/* Sequences; empty where the terminal has no such thing. Start from {0}. */
struct terminal_modes {
	struct buffer paste_on, paste_off; /* bracketed paste */
	struct buffer mouse_on, mouse_off; /* presses and the wheel, as SGR reports */
	struct buffer restore; /* gives the terminal back after a crash */
	bool clipboard; /* takes a text by OSC 52, or swallows it */
};

/* STATUS_FAILED, nothing having been written, where TERM names no terminal that can place a cursor.
 */
enum status STATUS_CHECKED terminal_type_learn(struct terminal_modes *modes, struct error *error);
void terminal_modes_clear(struct terminal_modes *modes);

#endif
