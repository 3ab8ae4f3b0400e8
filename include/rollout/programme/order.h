/* SPDX-License-Identifier: MIT */
/*
 * The order of records that have a place among their kind (a field "position"): the rows and the
 * columns of the RACI.
 */
#ifndef ROLLOUT_PROGRAMME_ORDER_H
#define ROLLOUT_PROGRAMME_ORDER_H

#include "rollout/programme/programme.h"

/*
 * Moves the record so many places towards the end (negative: the beginning), at most to there, as
 * one step; the places are counted from 1 again. *changed: whether it stands elsewhere now.
 */
enum status STATUS_CHECKED programme_move(struct programme *programme, const struct type *type,
	int64_t id, int by, bool *changed, struct error *error);
/* Adds one with that title behind the last. */
enum status STATUS_CHECKED programme_add_last(struct programme *programme, const struct type *type,
	const char *title, int64_t *id, struct error *error);

#endif
