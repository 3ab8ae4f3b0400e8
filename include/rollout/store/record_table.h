/* SPDX-License-Identifier: MIT */
/*
 * Records in the file: the only functions that write them, and how they are found and listed. Every
 * write needs store_begin(), is recorded in the history by the function itself, and takes its SQL
 * from the dictionary.
 */
#ifndef ROLLOUT_STORE_RECORD_TABLE_H
#define ROLLOUT_STORE_RECORD_TABLE_H

#include "rollout/store/cursor.h"

/* Adds it; an id of 0 becomes a new one (time-ordered, random between copies of a file, consecutive
 * within a step). STATUS_CONFLICT when key or id are taken. The record must have passed
 * record_check(). */
enum status STATUS_CHECKED store_insert(
	struct store *store, struct record *record, struct error *error);
/* Changes the fields in which now differs from before (as loaded earlier). STATUS_CONFLICT, naming
 * the field, when the file holds neither; STATUS_NOT_FOUND when the record is gone. */
enum status STATUS_CHECKED store_update(struct store *store, const struct record *before,
	const struct record *now, struct error *error);
/* Deletes one record. References to it must be gone by store_end(). */
enum status STATUS_CHECKED store_delete(
	struct store *store, const struct type *type, int64_t id, struct error *error);

/* Texts of the record are copied into the arena. STATUS_NOT_FOUND without a message when there is
 * none. */
enum status STATUS_CHECKED store_get(struct store *store, const struct type *type, int64_t id,
	struct arena *arena, struct record *out, struct error *error);
/* The id of the record with that key; 0 when there is none. */
enum status STATUS_CHECKED store_find_key(struct store *store, const struct type *type,
	const char *key, size_t length, int64_t *id, struct error *error);
/* Up to space ids of records whose title is exactly text; *count may be larger than space only by
 * one ("more"). */
enum status STATUS_CHECKED store_find_title(struct store *store, const struct type *type,
	const char *text, size_t length, int64_t *ids, size_t space, size_t *count,
	struct error *error);
/* The id of another record than this one (by its id) that is the same by the type's identity
 * (type.h), texts compared by text_fold(); 0: none, or the type has no identity. */
enum status STATUS_CHECKED store_find_identity(
	struct store *store, const struct record *record, int64_t *id, struct error *error);
/* Key or number, and title where there is one, for a message or a reference shown to people. Texts
 * in the arena; *title NULL when there is none. */
enum status STATUS_CHECKED store_name(struct store *store, const struct type *type, int64_t id,
	struct arena *arena, const char **identifier, const char **title, struct error *error);

/* What a document calls the record: its key, or its number; the number also when there is no such
 * record. */
enum status STATUS_CHECKED store_identifier(struct store *store, const struct type *type,
	int64_t id, char out[RECORD_ID_SIZE], struct error *error);

/* One field that refers to the type, in the dictionary's order. */
struct referrer {
	const struct type *type;
	int field;
};

/* All fields of all types that refer to type; static storage owned by the store. */
const struct referrer *store_referrers(struct store *store, const struct type *type, size_t *count);
/* The records whose field refers to id, in the order of their ids. */
struct cursor *references_open(
	struct store *store, struct referrer referrer, int64_t id, struct error *error);
/* The id of the next of them. */
bool references_next(struct cursor *cursor, int64_t *id);

/* The setting's value in this file, else its default (model/setting.h); the key must be one of the
 * dictionary's settings. */
int64_t store_setting(struct store *store, const char *key);

#endif
