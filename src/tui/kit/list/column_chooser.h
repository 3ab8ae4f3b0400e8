/* SPDX-License-Identifier: MIT */
/* The panel that chooses the columns of a list, and what was chosen. */
#ifndef ROLLOUT_TUI_COLUMN_CHOOSER_H
#define ROLLOUT_TUI_COLUMN_CHOOSER_H

#include "tui/kit/panel.h"

struct list_columns;

extern const struct panel_class column_chooser_class;
/* shown: the columns the list has now. */
struct panel *column_chooser_new(const struct type *type, const struct list_columns *shown);
/* "name,owner,attitude"; "" where nothing was chosen. Borrowed from the preferences. */
const char *column_chooser_chosen(const struct session *session, const struct type *type);

#endif
