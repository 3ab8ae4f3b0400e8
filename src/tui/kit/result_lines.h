/* SPDX-License-Identifier: MIT */
/* Lists of derived results as lines, their columns as the command line's. */
#ifndef ROLLOUT_TUI_RESULT_LINES_H
#define ROLLOUT_TUI_RESULT_LINES_H

#include "rollout/model/result.h"
#include "tui/kit/lines.h"

/* The head of the list with its count, the first rows of it behind indent cells, fitted into width,
 * and how many more there are. The rows must be stored. */
void result_lines_add(struct lines *lines, const struct result_column *list, const void *whole,
	int width, int indent, size_t most);

#endif
