/* SPDX-License-Identifier: MIT */
/*
 * The last lines somebody typed, to have them again with the arrow keys. It is kept in memory only:
 * what one searches for can be an opinion about a person, and such words leave the file nowhere.
 */
#ifndef ROLLOUT_TUI_RECALL_H
#define ROLLOUT_TUI_RECALL_H

enum { RECALL_MOST = 50 };

/* Start from {0}. */
struct recall {
	char *lines[RECALL_MOST]; /* the oldest first */
	int count;
};

/* Empty text and the line that was the last already are left out. */
void recall_add(struct recall *recall, const char *text);
/* The line that is back steps old, from 1; NULL: there is none so old. */
const char *recall_get(const struct recall *recall, int back);
void recall_clear(struct recall *recall);

#endif
