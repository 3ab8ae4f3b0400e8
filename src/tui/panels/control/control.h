/* SPDX-License-Identifier: MIT */
/*
 * The control room: programme_status() as lines, those about a record leading there.
 */
#ifndef ROLLOUT_TUI_CONTROL_H
#define ROLLOUT_TUI_CONTROL_H

#include "tui/kit/panel.h"

struct panel *control_new(const struct place *place);
/* All that the rule book finds, each with what to do about it. */
struct panel *control_new_findings(const struct place *place);

#endif
