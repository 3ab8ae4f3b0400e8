/* SPDX-License-Identifier: MIT */
/* The pages of the panel: what to say, and plans of sessions. */
#ifndef ROLLOUT_TUI_PANEL_PLAYBOOK_H
#define ROLLOUT_TUI_PANEL_PLAYBOOK_H

#include "tui/kit/panel.h"

struct panel *playbook_new(const struct place *place);
struct panel *playbook_workshops_new(const struct place *place);

#endif
