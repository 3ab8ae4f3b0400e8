/* SPDX-License-Identifier: MIT */
/*
 * Doing something by its name: the palette behind ":", which completes and remembers, and the help
 * behind "?", which is the same list with keys first. Both are filtered by typing and hand the name
 * that was chosen to the callback, which does it on the panel below.
 */
#ifndef ROLLOUT_TUI_PALETTE_H
#define ROLLOUT_TUI_PALETTE_H

#include "tui/kit/panel.h"
#include "tui/kit/recall.h"

extern const struct panel_class palette_class;

/* chain: of the panel below, whose actions are offered; pages and lists as well where it is a page.
 * refusal: why nothing can be written now, said beside what writes; NULL: it can. history: what was
 * typed before, which this one adds to, and which outlives the panel. */
struct panel *palette_new(struct callback callback, const struct chain *chain, const char *refusal,
	struct recall *history);
struct panel *palette_new_help(
	struct callback callback, const struct chain *chain, const char *refusal);

#endif
