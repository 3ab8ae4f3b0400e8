/* SPDX-License-Identifier: MIT */
/* Everything about one record: its fields, what refers to it, how it came to be so. */
#ifndef ROLLOUT_TUI_RECORD_DETAILS_H
#define ROLLOUT_TUI_RECORD_DETAILS_H

#include "tui/kit/panel.h"

extern const struct panel_class record_details_class;
struct panel *record_details_new(struct session *session, const struct type *type, int64_t id);

#endif
