/* SPDX-License-Identifier: MIT */
/*
 * The list of the records of one type: paged by key both ways, so that it asks for the rows on the
 * screen and never for all, whatever their number. Its columns follow from the dictionary.
 */
#ifndef ROLLOUT_TUI_LIST_H
#define ROLLOUT_TUI_LIST_H

#include "rollout/tui/panel.h"

/* Where a person was in a list, to come back there. */
struct list_place {
	bool known; /* false: as the dictionary orders it, at the start */
	int64_t id;
	int order; /* as in struct query */
	bool descending;
};

struct panel *list_new(const struct type *type, const struct list_place *place);
const struct type *list_type(const struct panel *panel);
void list_get_place(const struct panel *panel, struct list_place *out);
/* Moves the cursor to that record; at the next layout or reload if it has no rows yet. */
void list_go(struct panel *panel, struct session *session, int64_t id);

#endif
