/* SPDX-License-Identifier: MIT */
/*
 * Signals while the terminal is ours. Must do nothing in a handler but what POSIX lists as safe
 * there. Standard error goes into a pipe meanwhile, so that a library's warning does not spoil the
 * screen and "out of memory" can still be read: it is written out once the terminal is restored.
 */
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RESTORE_SIZE = 256 };

static const int noted[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH };
static const int crashes[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL };

enum { NOTED = sizeof noted / sizeof noted[0], CRASHES = sizeof crashes / sizeof crashes[0] };

static struct {
	volatile sig_atomic_t ending, resized, stopped, continued;
	volatile sig_atomic_t guarded;
	int pipe[2];
	int errors, real_errors; /* the pipe's end to read, standard error as it was; -1: not
				    redirected */
	struct termios mode;
	char restore[RESTORE_SIZE];
	size_t restore_length;
	struct sigaction before[NOTED];
	bool registered;
} state = { .pipe = { -1, -1 }, .errors = -1, .real_errors = -1 };

static void
note(int signal_number)
{
	int saved = errno;
	ssize_t written;

	if (signal_number == SIGWINCH)
		state.resized = 1;
	else if (signal_number == SIGTSTP)
		state.stopped = 1;
	else if (signal_number == SIGCONT)
		state.continued = 1;
	else
		state.ending = signal_number;
	written = write(state.pipe[1], "", 1);
	(void)written;
	errno = saved;
}

/* What standard error was told meanwhile; safe in a handler. */
static void
show_errors(void)
{
	char bytes[512];
	ssize_t count;

	if (state.errors < 0)
		return;
	dup2(state.real_errors, STDERR_FILENO);
	while ((count = read(state.errors, bytes, sizeof bytes)) > 0) {
		ssize_t written = write(STDERR_FILENO, bytes, (size_t)count);

		(void)written;
	}
}

static void
restore_terminal(void)
{
	ssize_t written;

	if (state.guarded) {
		state.guarded = 0;
		written = write(STDOUT_FILENO, state.restore, state.restore_length);
		(void)written;
		tcsetattr(STDIN_FILENO, TCSANOW, &state.mode);
	}
	show_errors();
}

static void
crash(int signal_number)
{
	restore_terminal();
	raise(signal_number);
}

static bool
open_pipe(int ends[2])
{
	if (pipe(ends) != 0)
		return false;
	for (int i = 0; i < 2; i++) {
		fcntl(ends[i], F_SETFD, FD_CLOEXEC);
		fcntl(ends[i], F_SETFL, O_NONBLOCK);
	}
	return true;
}

static void
redirect_errors(void)
{
	int ends[2];

	if (!isatty(STDERR_FILENO) || !open_pipe(ends))
		return;
	state.real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
	if (state.real_errors >= 0 && dup2(ends[1], STDERR_FILENO) >= 0)
		state.errors = ends[0];
	else
		close(ends[0]);
	close(ends[1]);
}

static void
close_errors(void)
{
	if (state.errors >= 0)
		close(state.errors);
	if (state.real_errors >= 0)
		close(state.real_errors);
	state.errors = -1;
	state.real_errors = -1;
}

static void
install(void)
{
	struct sigaction action = { .sa_handler = note };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < NOTED; i++)
		sigaction(noted[i], &action, &state.before[i]);
	action.sa_handler = crash;
	action.sa_flags = (int)(SA_RESETHAND | SA_NODEFER);
	for (size_t i = 0; i < CRASHES; i++)
		sigaction(crashes[i], &action, NULL);
}

enum status
signals_start(int *fd, struct error *error)
{
	state.ending = 0;
	state.resized = 0;
	state.stopped = 0;
	state.continued = 0;
	if (!open_pipe(state.pipe))
		return error_set(error, STATUS_FAILED, "cannot make a pipe: %s", strerror(errno));
	if (!state.registered && atexit(restore_terminal) == 0)
		state.registered = true;
	install();
	redirect_errors();
	*fd = state.pipe[0];
	return STATUS_OK;
}

void
signals_stop(void)
{
	struct sigaction usual = { .sa_handler = SIG_DFL };

	sigemptyset(&usual.sa_mask);
	for (size_t i = 0; i < NOTED; i++)
		sigaction(noted[i], &state.before[i], NULL);
	for (size_t i = 0; i < CRASHES; i++)
		sigaction(crashes[i], &usual, NULL);
	restore_terminal();
	close_errors();
	close(state.pipe[0]);
	close(state.pipe[1]);
}

void
signals_guard(const struct termios *mode, const char *restore, size_t length)
{
	state.mode = *mode;
	state.restore_length = length < RESTORE_SIZE ? length : RESTORE_SIZE;
	memcpy(state.restore, restore, state.restore_length);
	state.guarded = 1;
}

void
signals_unguard(void)
{
	state.guarded = 0;
}

void
signals_drain(void)
{
	char bytes[64];

	while (read(state.pipe[0], bytes, sizeof bytes) > 0)
		;
}

int
signals_ending(void)
{
	return state.ending;
}

bool
signals_take_resize(void)
{
	bool taken = state.resized;

	state.resized = 0;
	return taken;
}

bool
signals_take_stop(void)
{
	bool taken = state.stopped;

	state.stopped = 0;
	return taken;
}

bool
signals_take_continued(void)
{
	bool taken = state.continued;

	state.continued = 0;
	return taken;
}

void
signals_lend(void)
{
	const struct sigaction ignore = { .sa_handler = SIG_IGN },
			       usual = { .sa_handler = SIG_DFL };

	sigaction(SIGINT, &ignore, NULL);
	sigaction(SIGQUIT, &ignore, NULL);
	sigaction(SIGTSTP, &usual, NULL);
}

void
signals_reclaim(void)
{
	static const int lent[] = { SIGINT, SIGQUIT, SIGTSTP };
	struct sigaction action = { .sa_handler = note };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof lent / sizeof lent[0]; i++)
		sigaction(lent[i], &action, NULL);
	state.continued = 0;
}

void
signals_suspend(bool group)
{
	kill(group ? 0 : getpid(), SIGTSTP);
	state.stopped = 0;
}
