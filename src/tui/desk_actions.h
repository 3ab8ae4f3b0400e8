/* SPDX-License-Identifier: MIT */
/* What the desk offers its own files: its keys, and doing what a key stands for. */
#ifndef ROLLOUT_TUI_DESK_ACTIONS_H
#define ROLLOUT_TUI_DESK_ACTIONS_H

#include "desk.h"

/* desk.c: another page. */
void desk_go(struct desk *desk, int tab, int page);
/* To a record, wherever it is shown; desk_go_back() returns, false when there is nowhere to go. */
void desk_go_record(struct desk *desk, const struct type *type, int64_t id);
bool desk_go_back(struct desk *desk);
/* Lets the panel on top do it, unless it writes and nothing may; returns effects. */
unsigned desk_press(struct desk *desk, const struct press *press);

/* desk_actions.c: the tables of a class, with the desk's own behind them; panel NULL: of no panel
 * in particular. */
struct chain desk_chain(const struct panel_class *class, const struct panel *panel);

#endif
