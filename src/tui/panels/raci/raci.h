/* SPDX-License-Identifier: MIT */
/* The pages of the panel: the RACI matrix. */
#ifndef ROLLOUT_TUI_PANEL_RACI_H
#define ROLLOUT_TUI_PANEL_RACI_H

#include "tui/kit/panel.h"

struct panel *matrix_new(const struct place *place);

#endif
