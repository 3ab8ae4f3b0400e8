/* SPDX-License-Identifier: MIT */
/* Drafting the roadmap from the terminal: what it would do is shown and asked first. Effects. */
#ifndef ROLLOUT_TUI_PLAN_ACTIONS_H
#define ROLLOUT_TUI_PLAN_ACTIONS_H

#include "tui/kit/session.h"

unsigned plan_ask(struct session *session);

#endif
