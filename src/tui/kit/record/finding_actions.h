/* SPDX-License-Identifier: MIT */
/* What is done about something a rule found: escalated, or lived with until a day. */
#ifndef ROLLOUT_TUI_FINDING_ACTIONS_H
#define ROLLOUT_TUI_FINDING_ACTIONS_H

#include "tui/kit/session.h"

/*
 * The form of an escalation of what that rule found about the record, with what is known filled in.
 * rule NULL: the gravest finding. A blocker is noted as taken a level up, and an escalation that is
 * there already is edited.
 */
unsigned finding_escalate(
	struct session *session, const char *rule, const struct type *type, int64_t id);
/* Asks for the day, then for the reason, and writes a waiver. */
unsigned finding_ask_snooze(
	struct session *session, const char *rule, const struct type *type, int64_t id);

#endif
