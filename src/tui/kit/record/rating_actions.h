/* SPDX-License-Identifier: MIT */
/* A person's confidence in the delivery, given beside what is suggested. */
#ifndef ROLLOUT_TUI_RATING_ACTIONS_H
#define ROLLOUT_TUI_RATING_ACTIONS_H

#include "tui/kit/lines.h"
#include "tui/kit/session.h"

/*
 * Asks for a colour for the phase or workstream that the line is about, else (and for NULL) for the
 * whole; then for the reason, where the rating takes one; and writes it.
 */
unsigned rating_ask(struct session *session, const struct text_line *line);

#endif
