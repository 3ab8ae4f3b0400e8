/* SPDX-License-Identifier: MIT */
/*
 * The terminal: shows a canvas, waits for inputs, and is given back as it was. The only header
 * behind which curses lives. Keys are read as bytes and decoded by decoder.c rather than by curses,
 * which hands an unknown escape sequence on as if its letters had been typed.
 */
#ifndef ROLLOUT_TUI_TERMINAL_H
#define ROLLOUT_TUI_TERMINAL_H

#include "canvas.h"
#include "input.h"
#include "theme.h"
#include "rollout/tui/tui.h"

struct terminal;

enum status STATUS_CHECKED terminal_start(
	const struct tui_options *options, struct terminal **out, struct error *error);
void terminal_stop(struct terminal *terminal); /* NULL is fine */
bool terminal_is_ascii(const struct terminal *terminal);
/* Whether the locale can show more than ASCII, whatever was asked for. */
bool terminal_has_unicode(const struct terminal *terminal);
/* The next show draws everything in it. */
void terminal_set_theme(struct terminal *terminal, enum theme theme);
void terminal_size(const struct terminal *terminal, int *rows, int *columns);
void terminal_show(struct terminal *terminal, const struct canvas *canvas);
/*
 * Waits up to timeout milliseconds for the next input; INPUT_TICK when none came. A suspension by
 * SIGTSTP happens inside; it ends with INPUT_RESIZE, as everything must be drawn again.
 */
void terminal_read(struct terminal *terminal, int timeout, struct input *out);
/* Whether an input waits to be read, or more of one is on its way. */
bool terminal_waits(const struct terminal *terminal);
/* Gives the terminal to another program as it was at first, and takes it back. */
void terminal_leave(struct terminal *terminal);
void terminal_return(struct terminal *terminal);
/* Stops the program as Ctrl-Z does in a shell, until it is continued. */
void terminal_suspend(struct terminal *terminal);
/* Whether presses and the wheel come as INPUT_MOUSE; while they do, selecting text with it needs
 * Shift. False: this terminal reports none. */
bool terminal_set_mouse(struct terminal *terminal, bool on);
/*
 * Hands the text to the terminal's clipboard (OSC 52), which the terminal may have switched off and
 * never answers. False: the terminal is none that knows of it, or the text is too long.
 */
bool terminal_copy(struct terminal *terminal, const char *text, size_t length);
void terminal_redraw(struct terminal *terminal); /* the next show writes every cell */

#endif
