/* SPDX-License-Identifier: MIT */
/* Drafting the roadmap from the terminal: what it would do is a list to choose from. */
#ifndef ROLLOUT_TUI_PLAN_PREVIEW_H
#define ROLLOUT_TUI_PLAN_PREVIEW_H

#include "tui/kit/session.h"

struct panel_class;
extern const struct panel_class plan_preview_class;
/* Opens the list, or says in one line that there is nothing to do. Effects. */
unsigned plan_ask(struct session *session);

#endif
