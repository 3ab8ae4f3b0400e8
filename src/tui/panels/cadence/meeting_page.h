/* SPDX-License-Identifier: MIT */
/* The record of one meeting on one screen, quick enough to be kept while it goes on. */
#ifndef ROLLOUT_TUI_MEETING_PAGE_H
#define ROLLOUT_TUI_MEETING_PAGE_H

#include "rollout/programme/calendar.h"
#include "tui/kit/panel.h"

extern const struct panel_class meeting_class;
struct panel *meeting_new(struct session *session, const struct occasion *occasion);

#endif
