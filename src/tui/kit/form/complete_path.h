/* SPDX-License-Identifier: MIT */
/* Completes the name of a file as it is typed. */
#ifndef ROLLOUT_TUI_COMPLETE_PATH_H
#define ROLLOUT_TUI_COMPLETE_PATH_H

#include <stdbool.h>

#include "rollout/base/memory.h"

/*
 * Extends the path as far as every file that begins so goes on alike, with a slash behind a folder;
 * "~/" is the person's own. names gets those files where there are several, at most a line of them.
 * False: none begins so.
 */
bool complete_path(struct buffer *path, struct buffer *names);
/* "~/x" with the person's own folder for ~; appended to out. */
void complete_path_expand(const char *path, struct buffer *out);
/* Why nothing can be read from there, in words ("No such file or directory"); NULL: it can. */
const char *complete_path_fault(const char *path);

#endif
