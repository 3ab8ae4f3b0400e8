/* SPDX-License-Identifier: MIT */
/* How the rows of a list look. */
#ifndef ROLLOUT_TUI_LIST_VIEW_H
#define ROLLOUT_TUI_LIST_VIEW_H

#include "list_state.h"

/* Rows of records, and cells for their columns, that an area has room for. */
int list_view_rows(struct area area);
int list_view_columns(struct area area);
void list_view_draw(const struct list *list, const struct session *session, struct canvas *canvas);

/* The column at that cell of the screen; otherwise where there is none. */
int list_view_column(const struct list *list, int cell, int otherwise);

#endif
