/* SPDX-License-Identifier: MIT */
/* What the desk offers its own two files: the actions that no panel takes, and the effects. */
#ifndef ROLLOUT_TUI_DESK_ACTIONS_H
#define ROLLOUT_TUI_DESK_ACTIONS_H

#include "desk.h"

/* desk.c: another page; a key is offered to the panel on top, then to desk_act().
 */
void desk_go(struct desk *desk, int tab, int page);
/* To a record, wherever it is shown; desk_go_back() returns, false when there is nowhere to go. */
void desk_go_record(struct desk *desk, const struct type *type, int64_t id);
bool desk_go_back(struct desk *desk);
unsigned desk_press(struct desk *desk, const struct press *press);

/* desk_actions.c */
/* panel: the one on top, which had no use for it. */
unsigned desk_act(struct desk *desk, const struct press *press, const struct panel *panel);
#endif
