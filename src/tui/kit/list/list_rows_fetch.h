/* SPDX-License-Identifier: MIT */
/* What list_rows.c reads its records through. */
#ifndef ROLLOUT_TUI_LIST_ROWS_FETCH_H
#define ROLLOUT_TUI_LIST_ROWS_FETCH_H

#include "list_rows.h"

/* Records that are filtered or sorted without a wait that anybody sees. */
enum { CHEAP_MOST = 20000 };

/* The rows behind that record (backwards: before it); 0: from the start, or the end. limit 0: all.
 */
struct query list_rows_query(
	const struct list_rows *rows, int64_t after, bool backwards, int64_t limit);
bool list_rows_is_filtered(const struct list_rows *rows);
/* Up to wanted of these, in the arena. */
enum status STATUS_CHECKED list_rows_fetch(struct list_rows *rows, struct programme *programme,
	int64_t after, bool backwards, int wanted, struct arena *arena, struct record **out,
	int *got, struct error *error);
/* The order, the filter or the records have changed: what is known ahead does not hold any more. */
void list_rows_forget_ahead(struct list_rows *rows);

#endif
