/* SPDX-License-Identifier: MIT */
/*
 * Pages that show what is derived: the diagnosis with what follows from it, the timeline of the
 * roadmap, the waves of teams. Each is a sheet (sheet.h) over one read model.
 */
#ifndef ROLLOUT_TUI_OVERVIEWS_H
#define ROLLOUT_TUI_OVERVIEWS_H

#include "rollout/tui/panel.h"

struct panel *diagnosis_new(const struct place *place);
struct panel *timeline_new(const struct place *place);
struct panel *slip_new(const struct place *place);
struct panel *waves_new(const struct place *place);

#endif
