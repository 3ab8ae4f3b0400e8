/* SPDX-License-Identifier: MIT */
/* A box with everything that would follow from a change. Private to src/tui. */
#ifndef ROLLOUT_TUI_FOLLOWS_H
#define ROLLOUT_TUI_FOLLOWS_H

#include "rollout/programme/what_if.h"
#include "tui/kit/panel.h"

struct panel *follows_new(const char *title, const struct what_if *follows);

#endif
