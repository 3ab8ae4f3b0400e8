/* SPDX-License-Identifier: MIT */
/*
 * What an import needs beside plain writes: references that cannot be resolved yet are kept in the
 * file, inside the transaction, so that memory does not grow with their number; nothing of it is
 * left when the transaction ends.
 */
#ifndef ROLLOUT_STORE_BULK_H
#define ROLLOUT_STORE_BULK_H

#include "rollout/store/record_table.h"

/* Like store_begin(), but until store_end() SQLite follows no references and checks no constraints:
 * the caller sees to it that every record has passed the dictionary (record.h), and that everything
 * referred to is there in the end. Must be the outermost. */
enum status STATUS_CHECKED store_begin_bulk(
	struct store *store, const char *label, struct error *error);

/* A reference to be filled in once the whole file is read. */
struct pending {
	int64_t record; /* whose field it is */
	const struct type *type;
	int field;
	const char *text; /* what the file says; borrowed */
	int64_t element; /* which record of the file, from 0 */
	int64_t child; /* which of the records inside it, from 1; 0: itself */
	int64_t parent; /* the new record it hangs on, when no other link can say the same; else 0
			 */
	int64_t line, column, offset; /* of the element */
};

/* What stands in a required reference until it is filled in: no record has this id, and two fields
 * of a record never hold the same. */
int64_t pending_placeholder(int field);
enum status STATUS_CHECKED store_add_pending(
	struct store *store, const struct pending *pending, struct error *error);
/* All, in the order they were added; none must be added meanwhile. */
struct cursor *pending_open(struct store *store, struct error *error);
/* The next of them; its text is borrowed until the next call. */
bool pending_next(struct cursor *cursor, struct pending *pending);
/* Forgets them all; needed before store_end(STATUS_OK). */
enum status STATUS_CHECKED store_drop_pending(struct store *store, struct error *error);

/* Writes a reference into a record of this step, whose field holds the placeholder or nothing so
 * far. */
enum status STATUS_CHECKED store_fill_reference(
	struct store *store, const struct pending *pending, int64_t target, struct error *error);
/* Takes away the index on a field until it is restored: filling an empty table and sorting
 * afterwards is far cheaper. Nothing happens where the field has none, or it is away already. */
enum status STATUS_CHECKED store_defer_index(
	struct store *store, const struct type *type, int field, struct error *error);
/* Puts the index on the field back; all of them where type is NULL. Needed before
 * store_end(STATUS_OK). */
enum status STATUS_CHECKED store_restore_index(
	struct store *store, const struct type *type, int field, struct error *error);
/*
 * The names (titles) of records as they are compared (text_fold), for as long as an import asks by
 * them. gather takes in all records that the type has now; those added later are handed in one by
 * one. find gives up to space ids whose title folds alike, *count larger by one where there are
 * more. forget ends it; a rollback alone does not.
 */
enum status STATUS_CHECKED store_names_gather(
	struct store *store, const struct type *type, struct error *error);
enum status STATUS_CHECKED store_names_add(struct store *store, const struct type *type,
	const char *text, size_t length, int64_t id, struct error *error);
enum status STATUS_CHECKED store_names_find(struct store *store, const struct type *type,
	const char *text, size_t length, int64_t *ids, size_t space, size_t *count,
	struct error *error);
void store_names_forget(struct store *store);
/* The next id that a new record would get; each call a new one. */
int64_t store_new_id(struct store *store);
/* Whether there is no record of the type. */
enum status STATUS_CHECKED store_is_empty(
	struct store *store, const struct type *type, bool *empty, struct error *error);
/* Up to limit titles that more than one record of the type has; *count of them in all. In the
 * arena. */
enum status STATUS_CHECKED store_shared_titles(struct store *store, const struct type *type,
	const char **titles, size_t limit, int64_t *count, struct arena *arena,
	struct error *error);

#endif
