/* SPDX-License-Identifier: MIT */
/* The pages of the panel: the diagnosis with what follows from it. */
#ifndef ROLLOUT_TUI_PANEL_READINESS_H
#define ROLLOUT_TUI_PANEL_READINESS_H

#include "tui/kit/panel.h"

struct panel *diagnosis_new(const struct place *place);

#endif
