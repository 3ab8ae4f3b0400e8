/* SPDX-License-Identifier: MIT */
/*
 * Reading rows by iteration: they come as they are asked for, so memory does not grow with their
 * number. What goes wrong, also in opening, stays with the cursor: no more rows come, and
 * cursor_close() tells. So nothing needs to be looked at in between:
 *
 *	struct cursor *cursor = cursor_open(store, &query, error);
 *
 *	while (cursor_next(cursor, &record))
 *		count++;
 *	return cursor_close(cursor);
 *
 * A cursor may be closed before its last row, and several may be open at once.
 */
#ifndef ROLLOUT_STORE_CURSOR_H
#define ROLLOUT_STORE_CURSOR_H

#include "rollout/model/query.h"
#include "rollout/store/store.h"

struct cursor;

/* The records of the query, for cursor_next(). Never NULL; the error gets what goes wrong. Close it
 * before waiting for anything. */
struct cursor *cursor_open(struct store *store, const struct query *query, struct error *error);
/* The next record; false behind the last, where something went wrong, or of NULL. Its texts are
 * borrowed until the next call. */
bool cursor_next(struct cursor *cursor, struct record *record);
/* Ends any cursor and tells how reading went; NULL is fine. */
enum status cursor_close(struct cursor *cursor);

enum status STATUS_CHECKED store_count(
	struct store *store, const struct query *query, int64_t *count, struct error *error);

#endif
