/* SPDX-License-Identifier: MIT */
/*
 * The values of a field one after the other: what + and - do, in a form and in a cell.
 */
#ifndef ROLLOUT_TUI_VALUE_STEP_H
#define ROLLOUT_TUI_VALUE_STEP_H

#include "rollout/model/type.h"

enum { VALUE_SIZE = 64 };

/* The names that a choice or yes/no can have, in order; NULL behind the last. */
const char *value_step_get(const struct field *field, int index);
int value_step_count(const struct field *field);
int value_step_find(const struct field *field, const char *text); /* -1: it is none of them */
/*
 * The value behind text (way 1) or before it (-1): choices and yes/no go round, with "no value"
 * among them where the field may be empty; whole numbers and dates (ISO) go by one and stop at
 * their limits. False: nothing comes next, or the field has no values one after the other.
 */
bool value_step_move(const struct field *field, const char *text, int way, char out[VALUE_SIZE]);

#endif
