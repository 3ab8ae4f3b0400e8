/* SPDX-License-Identifier: MIT */
/* One step being turned: what its rows need for that, and how they are applied. Private to
 * src/store. */
#ifndef ROLLOUT_STORE_UNDO_ROWS_H
#define ROLLOUT_STORE_UNDO_ROWS_H

#include "database.h"

/* Start from {0} but for the first members; on the heap, it is large. */
struct turn {
	struct store *store;
	const struct step *step;
	bool back;
	bool contested; /* steps that stand came later */
	struct arena *arena; /* for the texts of messages */
	sqlite3_stmt *capture[TYPES_MAX], *restore_old[TYPES_MAX], *restore_new[TYPES_MAX],
		*remove[TYPES_MAX];
	sqlite3_stmt *keep_old[TYPES_MAX], *update[TYPES_MAX][FIELDS_MAX];
	sqlite3_stmt *drop_rows, *add_row;
};

/* Applies all rows of the step. STATUS_CONFLICT, with what stands in the way, where the tables are
 * not as the step left them. */
enum status STATUS_CHECKED undo_rows_turn(struct turn *turn, struct error *error);
/* STATUS_CONFLICT naming the step and the one in its way; why: "both changed the same". */
enum status undo_rows_fail(
	const struct turn *turn, const struct step *other, const char *why, struct error *error);
void undo_rows_finish(struct turn *turn);

#endif
