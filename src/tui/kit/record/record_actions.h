/* SPDX-License-Identifier: MIT */
/*
 * What can be done with the record that is selected, the same on every page. All return effects.
 */
#ifndef ROLLOUT_TUI_RECORD_ACTIONS_H
#define ROLLOUT_TUI_RECORD_ACTIONS_H

#include "tui/kit/panel.h"

/* For panels on which a record is selected: edit, delete, details, editor; and why. */
extern const struct keys record_keys, why_keys;
/* Whether one is, for the tables. */
bool record_is_selected(const struct panel *panel);
/* Which one, where one is. */
struct record_at {
	const struct type *type;
	int64_t id;
};
struct record_at record_at(const struct panel *panel);
/* For the tables: to where it is at home. */
unsigned record_open(struct panel *panel, struct session *session);

unsigned record_edit(struct session *session, const struct type *type, int64_t id);
/* What the rule book says about it. */
unsigned record_why(struct session *session, const struct type *type, int64_t id);
/* Asks first, and says what would go with it or be left without it. */
unsigned record_ask_delete(
	struct session *session, const struct type *type, const int64_t *ids, size_t count);
/* A new text for the field, in a line; one that no line holds is changed in the form. */
unsigned record_ask_field(struct session *session, const struct type *type, int64_t id,
	const char *field, const char *label);

#endif
