/* SPDX-License-Identifier: MIT */
/* The pages of the panel: the calendar of meetings. */
#ifndef ROLLOUT_TUI_PANEL_CADENCE_H
#define ROLLOUT_TUI_PANEL_CADENCE_H

#include "tui/kit/panel.h"

struct panel *calendar_new(const struct place *place);

#endif
