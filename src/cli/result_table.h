/* SPDX-License-Identifier: MIT */
/* Lists of derived results as tables. */
#ifndef ROLLOUT_CLI_RESULT_TABLE_H
#define ROLLOUT_CLI_RESULT_TABLE_H

#include "table.h"

/*
 * A list of a derived result, its columns and rows as described: of the result called so the list
 * called so (NULL: the one that stands for it). *rows: how many there were; NULL: nobody asks.
 */
enum status STATUS_CHECKED result_table_print(struct paper *paper, const char *result,
	const char *list, const void *whole, size_t *rows, struct error *error);

#endif
