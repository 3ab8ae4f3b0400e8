/* SPDX-License-Identifier: MIT */
/* The pages of the panel: the handoff board. */
#ifndef ROLLOUT_TUI_PANEL_HANDOFF_H
#define ROLLOUT_TUI_PANEL_HANDOFF_H

#include "tui/kit/panel.h"

struct panel *handoff_new(const struct place *place);

#endif
