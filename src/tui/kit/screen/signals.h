/* SPDX-License-Identifier: MIT */
/*
 * Signals while the terminal is ours. A handler only notes the signal and writes one byte into a
 * pipe that the event loop waits for; for a crash it restores the terminal with what is safe there
 * (write, tcsetattr) and lets the signal do its work. The one place of the program with state that
 * is not handed down: a handler and atexit() are given nothing.
 */
#ifndef ROLLOUT_TUI_SIGNALS_H
#define ROLLOUT_TUI_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "rollout/base/error.h"

/* Before curses starts, which keeps handlers that are there. *fd is what to wait for. */
enum status STATUS_CHECKED signals_start(int *fd, struct error *error);
/* Back to the handlers there were; what was written to standard error meanwhile is shown. */
void signals_stop(void);
/* From now on a crash or an exit() writes these bytes and sets this mode first. */
void signals_guard(const struct termios *mode, const char *restore, size_t length);
void signals_unguard(void);

/* Empties the pipe. */
void signals_drain(void);
int signals_ending(void); /* the signal that wants the program to end; 0: none */
bool signals_take_resize(void);
bool signals_take_stop(void); /* SIGTSTP came from outside */
/* The process was stopped by what no handler sees (SIGSTOP): anything may be on the screen now. */
bool signals_take_continued(void);
/*
 * While another program has the terminal, the keys that interrupt are meant for that one, and the
 * key that stops stops both.
 */
void signals_lend(void);
void signals_reclaim(void);
/* Stops the process (group: all of it, as Ctrl-Z does) until it is continued; only while lent. */
void signals_suspend(bool group);

#endif
