/* SPDX-License-Identifier: MIT */
/*
 * Pages with a layout of their own, each over one read model: the diagnosis with what follows from
 * it, the timeline of the roadmap, the slip chart, the waves of teams, the RACI matrix.
 */
#ifndef ROLLOUT_TUI_OVERVIEWS_H
#define ROLLOUT_TUI_OVERVIEWS_H

#include "rollout/tui/panel.h"

struct panel *diagnosis_new(const struct place *place);
struct panel *timeline_new(const struct place *place);
struct panel *slip_new(const struct place *place);
struct panel *waves_new(const struct place *place);
struct panel *matrix_new(const struct place *place);
struct panel *calendar_new(const struct place *place);
struct panel *handoff_new(const struct place *place);
struct panel *playbook_new(const struct place *place);
struct panel *workshops_new(const struct place *place);
struct panel *people_new(const struct place *place);
struct panel *risks_new(const struct place *place);
struct panel *power_new(const struct place *place);
struct panel *influence_new(const struct place *place);
struct panel *stages_new(const struct place *place);
struct panel *engagement_new(const struct place *place);

#endif
