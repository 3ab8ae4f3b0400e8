/* SPDX-License-Identifier: MIT */
/*
 * A terminal inside the test: a command on a pseudo-terminal of its own, its output read by
 * libvterm, its screen as text. Waiting is for a text or for quiet, never for a fixed time, so that
 * slow machines and sanitizers only take longer: a command that has not read its keys yet, or waits
 * for the processor, is not quiet.
 */
#ifndef TESTS_SCREEN_EMULATOR_H
#define TESTS_SCREEN_EMULATOR_H

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

#include <vterm.h>

#include "rollout/base/memory.h"

struct emulator {
	int terminal, line; /* both ends; ours of line keeps the settings after the command ended */
	pid_t child;
	VTerm *vt;
	VTermScreen *screen;
	int rows, columns;
	bool escaped; /* an Esc was typed last, and nothing behind it yet */
	bool alternate; /* the screen that vanishes when the command ends */
	VTermPos cursor;
	struct termios before;
	struct buffer output; /* every byte the command wrote */
	struct buffer text; /* scratch for emulator_text() */
};

/* argv ends with NULL; the command has the environment of the test. */
void emulator_start(struct emulator *emulator, int rows, int columns, char *const *argv);
void emulator_clear(struct emulator *emulator); /* ends the command if it still runs */

/* A single Esc at the end of keys stays one, whatever is typed next and however slow the machine.
 */
void emulator_type(struct emulator *emulator, const char *keys);
void emulator_resize(struct emulator *emulator, int rows, int columns);
/* Reads output until all keys are read, none has come for so many milliseconds and the command
 * waits for something. */
void emulator_settle(struct emulator *emulator, int milliseconds);
/* Fails, showing the screen, when the text is not on (or has not left) it within ten seconds. */
void emulator_wait(struct emulator *emulator, const char *text);
void emulator_wait_gone(struct emulator *emulator, const char *text);
/* The screen, rows ended by newlines, blanks at their ends left out. Borrowed until the next call.
 */
const char *emulator_text(struct emulator *emulator);
bool emulator_shows(struct emulator *emulator, const char *text);
/* Waits for the command's end: its exit code, or 256 + the signal that killed it. */
int emulator_end(struct emulator *emulator);
bool emulator_cursor_is_visible(const struct emulator *emulator);
/* Whether screen and settings are as before the command. */
void emulator_assert_restored(struct emulator *emulator);

#endif
