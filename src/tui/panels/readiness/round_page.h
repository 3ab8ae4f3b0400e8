/* SPDX-License-Identifier: MIT */
/*
 * A round of the readiness diagnosis as a grid: questions down, people across, one key an answer.
 * Each answer is written as it is typed, as a step of its own.
 */
#ifndef ROLLOUT_TUI_ROUND_PAGE_H
#define ROLLOUT_TUI_ROUND_PAGE_H

#include "tui/kit/panel.h"

extern const struct panel_class round_class;
struct panel *round_new(void);

#endif
