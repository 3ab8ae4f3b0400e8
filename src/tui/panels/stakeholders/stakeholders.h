/* SPDX-License-Identifier: MIT */
/* The pages of the panel: the register, power and interest, influence, and engagement by wave and
 * by group. */
#ifndef ROLLOUT_TUI_PANEL_STAKEHOLDERS_H
#define ROLLOUT_TUI_PANEL_STAKEHOLDERS_H

#include "tui/kit/panel.h"

struct panel *register_page_new(const struct place *place);
struct panel *people_grids_power_new(const struct place *place);
struct panel *influence_new(const struct place *place);
struct panel *people_grids_stages_new(const struct place *place);
struct panel *people_grids_engagement_new(const struct place *place);

#endif
