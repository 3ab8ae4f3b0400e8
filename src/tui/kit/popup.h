/* SPDX-License-Identifier: MIT */
/*
 * A box over the screen with text that scrolls. What it says is whose who fills it.
 */
#ifndef ROLLOUT_TUI_POPUP_H
#define ROLLOUT_TUI_POPUP_H

#include "panel.h"

struct popup;

extern const struct panel_class popup_class;
/* An empty one, the text that is added to it, and the panel it is; text is copied. */
struct popup *popup_new(const char *title);
void popup_add(struct popup *popup, enum role role, int indent, const char *text);
bool popup_is_empty(const struct popup *popup);
struct panel *popup_panel(struct popup *popup);

#endif
