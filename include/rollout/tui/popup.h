/* SPDX-License-Identifier: MIT */
/*
 * A box over the screen with text that scrolls, and what fills it: what the rule book says about a
 * record.
 */
#ifndef ROLLOUT_TUI_POPUP_H
#define ROLLOUT_TUI_POPUP_H

#include "rollout/tui/panel.h"

/* NULL where there is nothing to say. title: of the record. */
struct panel *popup_new_why(
	const struct session *session, const char *type, const char *identifier, const char *title);

#endif
