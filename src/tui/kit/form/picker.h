/* SPDX-License-Identifier: MIT */
/*
 * One value of a field, chosen: a choice with a word on what each means, a day from a month, a
 * record by typing, anything else as a line. Must not write: the answer goes to the panel below.
 */
#ifndef ROLLOUT_TUI_PICKER_H
#define ROLLOUT_TUI_PICKER_H

#include "tui/kit/panel.h"

/* text: the value there is, as programme_format() gives it. asked: as for prompt_new(). */
struct panel *picker_new(
	struct session *session, int asked, const struct field *field, const char *text);

/* The same for a field of so many records at once, which its title says. */
struct panel *picker_new_many(struct session *session, int asked, const struct field *field,
	const char *text, size_t count);

/* A recurrence by its rhythm and weekday, such as "fortnightly on Tue"; answers the rule. */
struct panel *picker_new_rule(int asked);

struct chooser;

/* Some other things to choose from by typing; the items are moved into the panel, which answers the
 * name of the chosen one. */
struct panel *picker_new_items(int asked, const char *title, struct chooser *items);

#endif
