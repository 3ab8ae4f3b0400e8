/* SPDX-License-Identifier: MIT */
/* What is asked when something else stands where the programme's file was, or nothing does. */
#ifndef ROLLOUT_TUI_REPLACED_H
#define ROLLOUT_TUI_REPLACED_H

#include "tui/kit/session.h"

/* A question over everything: forms below it keep what was typed. place is not PROGRAMME_THERE.
 * Effects. */
unsigned replaced_ask(struct session *session, enum programme_place place);

#endif
