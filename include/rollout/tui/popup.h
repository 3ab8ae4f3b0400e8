/* SPDX-License-Identifier: MIT */
/*
 * A box over the screen with text that scrolls, and what fills it: what the rule book says about a
 * record, and of a team where the lens has placed it.
 */
#ifndef ROLLOUT_TUI_POPUP_H
#define ROLLOUT_TUI_POPUP_H

#include "rollout/tui/panel.h"

struct popup;

/* An empty one, the text that is added to it, and the panel it is; text is copied. */
struct popup *popup_new(const char *title);
void popup_add(struct popup *popup, enum role role, int indent, const char *text);
struct panel *popup_panel(struct popup *popup);
/* *out stays NULL where there is nothing to say. title: of the record. */
enum status STATUS_CHECKED popup_new_why(struct session *session, const struct type *type,
	int64_t id, const char *title, struct panel **out, struct error *error);
/* Paragraphs, one a line of text, with what the rule book found beside them. Copied. */
struct panel *popup_new_text(
	const char *title, const char *text, const struct finding *const *findings, size_t count);

#endif
