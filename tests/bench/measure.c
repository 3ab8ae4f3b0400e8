/* SPDX-License-Identifier: MIT */
/*
 * Runs a command and adds one line to a file: seconds by the clock, seconds of processor time, and
 * the most memory it held, in KiB: `measure FILE COMMAND…`. Finer than a shell's `time`, which
 * rounds to hundredths.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* BSD and Linux have it; POSIX does not. */
pid_t wait4(pid_t, int *, int, struct rusage *);

static double
seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int
main(int count, char **arguments)
{
	struct timespec before, after;
	struct rusage used;
	FILE *file;
	pid_t child;
	int status;

	if (count < 3)
		return 2;
	clock_gettime(CLOCK_MONOTONIC, &before);
	child = fork();
	if (child == 0) {
		execvp(arguments[2], arguments + 2);
		perror(arguments[2]);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &used) < 0)
		return 1;
	clock_gettime(CLOCK_MONOTONIC, &after);
	file = fopen(arguments[1], "a");
	if (!file)
		return 1;
	fprintf(file, "%.6f %.6f %ld\n",
		(double)(after.tv_sec - before.tv_sec) +
			(double)(after.tv_nsec - before.tv_nsec) / 1e9,
		seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss);
	fclose(file);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
