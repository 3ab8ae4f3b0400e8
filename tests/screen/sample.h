/* SPDX-License-Identifier: MIT */
/* Programme files to look at, and the program that shows them. */
#ifndef TESTS_SCREEN_SAMPLE_H
#define TESTS_SCREEN_SAMPLE_H

#include "emulator.h"

enum { SAMPLE_PATH_SIZE = 512 };

/* A fixed day, user, locale and kind of terminal for all that runs. */
void sample_pin_environment(void);
/* A new file of the sample programme; the caller removes it. */
void sample_create(char path[SAMPLE_PATH_SIZE]);
/* Runs rollout with these words (NULL ends them) behind -f path, its output thrown away; its exit
 * code. */
int sample_run(const char *path, ...) __attribute__((sentinel));
/* The terminal over that file; option may be NULL. Waits for the first screen where it is large
 * enough. */
void sample_open(
	struct emulator *emulator, int rows, int columns, const char *path, const char *option);
const char *sample_program(void);

/* What most tests begin and end with: a sample programme of their own, and a terminal. */
struct fixture {
	char path[SAMPLE_PATH_SIZE];
	char state[SAMPLE_PATH_SIZE + 8]; /* a folder of its own for what the program remembers */
	struct emulator emulator;
};

int sample_setup(void **state); /* *state: a struct fixture; its terminal is not open yet */
int sample_teardown(void **state);
/* The same without a terminal: *state is only the path of the file. */
int sample_setup_file(void **state);
int sample_teardown_file(void **state);
/* Types, and waits until the text is on the screen. */
void type_and_wait(struct emulator *emulator, const char *keys, const char *text);

/* The sizes everything must work at, and one without Unicode. */
struct screen_size {
	int rows, columns;
	const char *option;
};
enum { SCREEN_SIZES = 3 };
extern const struct screen_size screen_sizes[SCREEN_SIZES];

/* Quits with q; the terminal must be as it was. */
void sample_quit(struct emulator *emulator);

#endif
