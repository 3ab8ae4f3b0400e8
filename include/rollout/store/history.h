/* SPDX-License-Identifier: MIT */
/*
 * The history: every transaction that changed something is one step, with author, time and label,
 * made of plain rows (type, record, field, old, new) that can be read, undone and redone, across
 * restarts. Undo goes back from the newest step that stands, whoever made it; redo comes forward
 * again until somebody changes something else.
 *
 * What the tables hold is not held twice: an inserted record is one range of ids while it stands,
 * and its values move into the history only while the step is undone; a deleted record's values are
 * in the history while it is gone.
 */
#ifndef ROLLOUT_STORE_HISTORY_H
#define ROLLOUT_STORE_HISTORY_H

#include "rollout/model/step.h"
#include "rollout/store/record_table.h"

/* Undoes (redoes) the one next step; *step tells which (texts in the arena). STATUS_NOT_FOUND
 * "nothing to undo". STATUS_CONFLICT when the file does not hold what the step left. */
enum status STATUS_CHECKED history_undo(
	struct store *store, struct arena *arena, struct step *step, struct error *error);
enum status STATUS_CHECKED history_redo(
	struct store *store, struct arena *arena, struct step *step, struct error *error);

/* The steps, newest first: those at or after since ("" for all; a prefix of a time stamp), at most
 * limit (0: all), older than before (0: from the newest). */
struct cursor *history_open(
	struct store *store, const char *since, int64_t before, int64_t limit, struct error *error);
/* The next of them; texts are borrowed until the next call. */
bool history_next(struct cursor *cursor, struct step *step);

/* What a step that stands did to one record. */
struct record_change {
	const char *at, *who; /* as in struct step */
	const char *field; /* NULL: the record was deleted and came back */
	struct value old, now;
};

/* The changes of one record (a number alone names one of each type), the newest first, at most
 * limit; when and by whom it was added is not among them, because ranges of new records are kept as
 * one. */
struct cursor *history_open_of(struct store *store, const struct type *type, int64_t record,
	int64_t limit, struct error *error);
/* The next of them; texts are borrowed until the next call. */
bool history_next_change(struct cursor *cursor, struct record_change *change);

#endif
