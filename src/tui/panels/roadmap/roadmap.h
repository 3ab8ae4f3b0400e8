/* SPDX-License-Identifier: MIT */
/* The pages of the panel: the timeline, the slip chart, the grid of risks and the waves of teams.
 */
#ifndef ROLLOUT_TUI_PANEL_ROADMAP_H
#define ROLLOUT_TUI_PANEL_ROADMAP_H

#include "tui/kit/panel.h"

struct panel *timeline_new(const struct place *place);
struct panel *slip_new(const struct place *place);
struct panel *risk_grid_new(const struct place *place);
struct panel *waves_new(const struct place *place);

#endif
