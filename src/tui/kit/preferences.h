/* SPDX-License-Identifier: MIT */
/*
 * How this person likes the terminal: theme, marks, mouse, columns. Kept for the machine's user in
 * one small file, a line each ("theme dark"), never in the programme. Must not hold anything of a
 * programme: no text that was searched for, no name.
 */
#ifndef ROLLOUT_TUI_PREFERENCES_H
#define ROLLOUT_TUI_PREFERENCES_H

#include <stdbool.h>

enum { PREFERENCES_MOST = 128, PREFERENCE_KEY = 64, PREFERENCE_VALUE = 512 };

struct preference {
	char key[PREFERENCE_KEY], value[PREFERENCE_VALUE];
};

/* Start from {0}. */
struct preferences {
	char path[4096]; /* "": they last as long as the program runs */
	struct preference items[PREFERENCES_MOST];
	int count;
};

/* Reads those of the folder (NULL: none is kept); what makes no sense is passed over. */
void preferences_load(struct preferences *preferences, const char *folder);
/* "" where nothing was chosen. */
const char *preferences_get(const struct preferences *preferences, const char *key);
/*
 * Chooses, and writes all of them at once so that a crash leaves the old or the new file; ""
 * forgets the choice. False: it could not be kept, and lasts as long as the program runs.
 */
bool preferences_set(struct preferences *preferences, const char *key, const char *value);

#endif
