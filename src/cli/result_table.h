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
/* The lists of a result that have a head, each under it with its count and at most so many rows;
 * but for the first, those that are empty are left out. The rows must be stored. */
enum status STATUS_CHECKED result_table_print_parts(struct paper *paper, const char *result,
	const void *whole, size_t most, struct error *error);

#endif
