/* SPDX-License-Identifier: MIT */
/*
 * A selection of days: its rows are weeks, its columns the days from Monday on, and beside Sunday
 * comes the next Monday. What shows a month moves about in it so.
 */
#ifndef ROLLOUT_TUI_DAY_SELECTION_H
#define ROLLOUT_TUI_DAY_SELECTION_H

#include "panel.h"
#include "tui/kit/picture/picture.h"

/* On that day; all that can be written can be stood on. */
void day_selection_init(struct panel *panel, day date);
day day_selection_get(const struct panel *panel);
/* The class does not hear of it. */
void day_selection_set(struct panel *panel, day date);
/* By days, weeks and months; the same where letters are typed. */
extern const struct keys day_keys, day_typed_keys;
/* The row and column of the day under the mouse, of a month that is drawn there; false: there is
 * none. */
bool day_selection_locate(struct area area, const struct picture_month *month,
	const struct mouse *mouse, int *row, int *column);

#endif
