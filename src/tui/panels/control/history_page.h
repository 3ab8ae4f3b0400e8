/* SPDX-License-Identifier: MIT */
/*
 * The log: the steps of the history, newest first, and the way back to any of them.
 */
#ifndef ROLLOUT_TUI_HISTORY_PAGE_H
#define ROLLOUT_TUI_HISTORY_PAGE_H

#include "tui/kit/panel.h"

struct panel *history_page_new(const struct place *place);

#endif
