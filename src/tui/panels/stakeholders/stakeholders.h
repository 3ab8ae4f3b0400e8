/* SPDX-License-Identifier: MIT */
/* The pages of the panel: the register, power and interest, influence, and engagement by wave and
 * by group. */
#ifndef ROLLOUT_TUI_PANEL_STAKEHOLDERS_H
#define ROLLOUT_TUI_PANEL_STAKEHOLDERS_H

#include "tui/kit/panel.h"

struct panel *people_new(const struct place *place);
struct panel *power_new(const struct place *place);
struct panel *influence_new(const struct place *place);
struct panel *stages_new(const struct place *place);
struct panel *engagement_new(const struct place *place);

#endif
