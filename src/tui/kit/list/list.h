/* SPDX-License-Identifier: MIT */
/*
 * The list of the records of one type: paged by key both ways, so that it asks for the rows on the
 * screen and never for all, whatever their number. Its columns follow from the dictionary.
 */
#ifndef ROLLOUT_TUI_LIST_H
#define ROLLOUT_TUI_LIST_H

#include "tui/kit/panel.h"

extern const struct panel_class list_class;

/* place not known: as the dictionary orders the type, at the start. */
struct panel *list_new(const struct type *type, const struct place *place);

#endif
