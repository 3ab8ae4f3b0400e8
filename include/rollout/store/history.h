/* SPDX-License-Identifier: MIT */
/*
 * The history: every transaction that changed something is one step, with author, time and label,
 * made of plain rows (type, record, field, old, new) that can be read, undone and redone, across
 * restarts. Every undo and redo is kept as a turn of its step, by whom and when.
 *
 * Steps belong to their authors. Undo goes back from one's own newest step that stands, redo comes
 * forward again through what one has taken back of one's own, until one changes something else;
 * others' steps are turned only where they are named. A step on which a later one has built (both
 * changed the same record, one refers to what the other made) is turned by nobody before that one.
 *
 * What the tables hold is not held twice: an inserted record is one range of ids while it stands,
 * and its values move into the history only while the step is undone; a deleted record's values are
 * in the history while it is gone.
 */
#ifndef ROLLOUT_STORE_HISTORY_H
#define ROLLOUT_STORE_HISTORY_H

#include "rollout/model/step.h"
#include "rollout/store/record_table.h"

/* Undoes (redoes) the next of one's own steps; *step tells which (texts in the arena).
 * STATUS_NOT_FOUND "nothing to undo", and whose steps there are. STATUS_CONFLICT, naming both, when
 * a later step is in the way, or the file does not hold what the step left. */
enum status STATUS_CHECKED history_undo(
	struct store *store, struct arena *arena, struct step *step, struct error *error);
enum status STATUS_CHECKED history_redo(
	struct store *store, struct arena *arena, struct step *step, struct error *error);
/* So many of them, or none: STATUS_NOT_FOUND, saying how many there are. *steps: which, in order.
 */
enum status STATUS_CHECKED history_turn_several(struct store *store, bool back, int64_t wanted,
	struct arena *arena, struct step **steps, struct error *error);
/* That one step, whoever made it. STATUS_CONFLICT also when it is turned already, or not any more
 * to be turned. */
enum status STATUS_CHECKED history_turn(struct store *store, bool back, int64_t id,
	struct arena *arena, struct step *step, struct error *error);
/* All that are newer than the target back, or all undone ones up to it forward, whoever made them;
 * all or none. *moved: how many were redone, negative: undone. newest: the newest step the caller
 * knows of; STATUS_CONFLICT when there is a newer one. */
enum status STATUS_CHECKED history_go_to(
	struct store *store, int64_t target, int64_t newest, int64_t *moved, struct error *error);

/* The steps, newest first: those at or after since ("" for all; a prefix of a time stamp), at most
 * limit (0: all), older than before (0: from the newest). */
struct cursor *history_open(
	struct store *store, const char *since, int64_t before, int64_t limit, struct error *error);
/* The next of them; texts are borrowed until the next call. */
bool history_next(struct cursor *cursor, struct step *step);

/* The step that was made or turned last; texts in the arena. */
enum status STATUS_CHECKED history_newest(
	struct store *store, struct arena *arena, struct step *out, struct error *error);

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
