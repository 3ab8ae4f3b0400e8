/* SPDX-License-Identifier: MIT */
/*
 * The form of one record, generated from the dictionary: every field of every type can be edited
 * with it. Saving is one step of the history, with only the fields that were changed.
 */
#ifndef ROLLOUT_TUI_FORM_H
#define ROLLOUT_TUI_FORM_H

#include "tui/kit/panel.h"

extern const struct panel_class form_class;

/* A new record with its presets. */
struct panel *form_new_add(struct session *session, const struct type *type);
/* NULL with the error set where the record cannot be read. */
/* The same with some fields filled in already; saved, it leaves one on the page it was opened from.
 */
struct panel *form_new_filled(struct session *session, const struct type *type,
	const struct field_text *texts, size_t count);
struct panel *form_new_edit(
	struct session *session, const struct type *type, int64_t id, struct error *error);

#endif
