/* SPDX-License-Identifier: MIT */
/*
 * A terminal with a stopwatch: runs a command on a pty of 40 rows and 120 columns, sends keys one
 * at a time and notes when the last byte of the answer came. `paint FIRST KEY TIMES COMMAND…`
 * prints milliseconds to the first screen (with the keys FIRST, which open the list), to paint a
 * KEY (median, 99th of a hundred), bytes a key, and KiB of memory at its highest.
 */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

pid_t wait4(pid_t, int *, int, struct rusage *);

enum { TIMES_MOST = 2000, QUIET = 6, LONG = 10000 };

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Milliseconds from start to the last byte before it fell quiet; *bytes are added to. */
static double
watch(int terminal, double start, long *bytes)
{
	struct pollfd file = { .fd = terminal, .events = POLLIN };
	char text[65536];
	double last = start;
	int wait = LONG;

	while (poll(&file, 1, wait) > 0) {
		ssize_t count = read(terminal, text, sizeof text);

		if (count <= 0)
			break;
		last = now();
		*bytes += count;
		wait = QUIET;
	}
	return last - start;
}

static int
compare(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

static size_t
unescape(const char *text, char *out)
{
	size_t length = 0;

	for (; *text; text++) {
		if (text[0] == '\\' && text[1] == 'e') {
			out[length++] = '\033';
			text++;
		} else {
			out[length++] = *text;
		}
	}
	return length;
}

int
main(int count, char **words)
{
	struct winsize size = { .ws_row = 40, .ws_col = 120 };
	static double times[TIMES_MOST];
	char keys[64];
	struct rusage used;
	int terminal, repeats = count > 4 ? atoi(words[3]) : 0;
	long bytes = 0;
	double start, first;
	pid_t child;
	size_t length;

	if (count < 5 || repeats < 1 || repeats > TIMES_MOST || strlen(words[2]) > 60)
		return 2;
	setenv("TERM", "xterm-256color", 1);
	start = now();
	child = forkpty(&terminal, NULL, NULL, &size);
	if (child == 0) {
		execv(words[4], words + 4);
		_exit(127);
	}
	first = watch(terminal, start, &bytes);
	if (*words[1]) {
		start = now();
		length = unescape(words[1], keys);
		if (write(terminal, keys, length) != (ssize_t)length)
			return 1;
		first += watch(terminal, start, &bytes);
	}
	bytes = 0;
	length = unescape(words[2], keys);
	for (int i = 0; i < repeats; i++) {
		start = now();
		if (write(terminal, keys, length) != (ssize_t)length)
			return 1;
		times[i] = watch(terminal, start, &bytes);
	}
	kill(child, SIGTERM);
	fcntl(terminal, F_SETFL, O_NONBLOCK);
	wait4(child, NULL, 0, &used);
	qsort(times, (size_t)repeats, sizeof *times, compare);
	printf("%.3f %.3f %.3f %ld %ld\n", first, times[repeats / 2], times[repeats * 99 / 100],
		bytes / repeats, used.ru_maxrss);
	return 0;
}
