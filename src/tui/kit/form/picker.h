/* SPDX-License-Identifier: MIT */
/*
 * One value of a field, chosen: a choice with a word on what each means, a day from a month, a
 * record by typing, anything else as a line. Must not write: that is for what takes the answer.
 */
#ifndef ROLLOUT_TUI_PICKER_H
#define ROLLOUT_TUI_PICKER_H

#include "tui/kit/panel.h"

extern const struct panel_class picker_class;

/* text: the value there is, as programme_format() gives it. All return effects. */
unsigned picker_ask(struct session *session, struct callback callback, const struct field *field,
	const char *text);

/* The same for a field of so many records at once, which its title says. */
unsigned picker_ask_many(struct session *session, struct callback callback,
	const struct field *field, const char *text, size_t count);

/* A recurrence by its rhythm and weekday, such as "fortnightly on Tue"; answers the rule. */
unsigned picker_ask_rule(struct session *session, struct callback callback);

struct chooser;

/* Some other things to choose from by typing; the items are moved into the panel, which answers the
 * name of the chosen one. */
unsigned picker_ask_items(struct session *session, struct callback callback, const char *title,
	struct chooser *items);

#endif
