/* SPDX-License-Identifier: MIT */
/*
 * What terminfo says about the terminal, apart from terminal.c because term.h turns hundreds of
 * plain words into macros.
 */
#ifndef ROLLOUT_TUI_TERMINAL_TYPE_H
#define ROLLOUT_TUI_TERMINAL_TYPE_H

#include "rollout/base/error.h"
#include "rollout/base/memory.h"

/*
 * Appends what turns bracketed paste on and off, and what gives the terminal back after a crash.
 * STATUS_FAILED, nothing having been written, where TERM names no terminal that can place a cursor.
 */
enum status STATUS_CHECKED terminal_type_learn(struct buffer *paste_on, struct buffer *paste_off,
	struct buffer *restore, struct error *error);

#endif
