/* SPDX-License-Identifier: MIT */
/* An import as it would be, before it is: how columns and words are read, what comes of it. */
#ifndef ROLLOUT_TUI_IMPORT_PREVIEW_H
#define ROLLOUT_TUI_IMPORT_PREVIEW_H

#include "tui/kit/panel.h"

extern const struct panel_class import_preview_class;

/* Of that file; type: of the records that a list is taken for where the file does not say. */
struct panel *import_preview_new(
	struct session *session, const char *path, const struct type *type);
/* The same for a file that is asked for; an effect. */
unsigned import_ask(struct session *session, const struct type *type);

#endif
