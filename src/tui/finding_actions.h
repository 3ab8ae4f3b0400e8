/* SPDX-License-Identifier: MIT */
/* What is done about something a rule found: escalated, or lived with until a day. */
#ifndef ROLLOUT_TUI_FINDING_ACTIONS_H
#define ROLLOUT_TUI_FINDING_ACTIONS_H

#include "rollout/tui/session.h"

/* The form of an escalation with what is known filled in. response may be NULL. */
unsigned finding_escalate(struct session *session, const char *rule, const char *type,
	const char *subject, const char *response);
/* Asks for the day, then for the reason, and writes a waiver. */
unsigned finding_ask_snooze(
	struct session *session, const char *rule, const char *type, const char *subject);
/* What came of one of these questions (session->asked). */
unsigned finding_snooze(struct session *session);

#endif
