/* SPDX-License-Identifier: MIT */
/* A day chosen from a month, or typed; see picker.h. */
#ifndef ROLLOUT_TUI_PICKER_DATE_H
#define ROLLOUT_TUI_PICKER_DATE_H

#include "tui/kit/panel.h"

extern const struct panel_class picker_date_class;

enum { PICKER_TITLE = 256 };

unsigned picker_date_ask(struct session *session, struct callback callback,
	const struct field *field, const char *title, const char *text);

#endif
