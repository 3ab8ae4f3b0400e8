/* SPDX-License-Identifier: MIT */
/*
 * Escalating and snoozing. Must not hide anything without a reason and a day on which it comes
 * back.
 */
#include "finding_actions.h"

#include <stdio.h>
#include <string.h>

#include "rollout/tui/form.h"
#include "rollout/tui/picker.h"
#include "rollout/tui/prompt.h"

/* A response has two weeks to work, unless the person says otherwise. */
enum { RESPONSE_DAYS = 14 };

unsigned
finding_escalate(struct session *session, const char *rule, const char *type, const char *subject,
	const char *response)
{
	day today = programme_today(session->programme);
	char finding[256], raised[DATE_SIZE], due[DATE_SIZE];
	const struct field_text texts[] = {
		{ "finding", finding, 0 },
		{ "response", response ? response : "", 0 },
		{ "raised_on", raised, 0 },
		{ "due_on", due, 0 },
	};

	if (session_refuses(session))
		return EFFECT_NONE;
	snprintf(finding, sizeof finding, "%s/%s/%s", rule, type, subject);
	date_format(today, raised);
	date_format(today + RESPONSE_DAYS, due);
	return session_open(session, form_new_filled(session, type_find("escalation"), texts,
					     sizeof texts / sizeof texts[0]));
}

unsigned
finding_ask_snooze(struct session *session, const char *rule, const char *type, const char *subject)
{
	const struct type *waiver = type_find("waiver");
	size_t field = (size_t)type_field_index(waiver, "until_on");
	char until[DATE_SIZE];

	if (session_refuses(session))
		return EFFECT_NONE;
	snprintf(session->finding, sizeof session->finding, "%s/%s/%s", rule, type, subject);
	date_format(programme_today(session->programme) + RESPONSE_DAYS, until);
	return session_open(
		session, picker_new(session, ASK_SNOOZE_UNTIL, &waiver->fields[field], until));
}

static unsigned
write_waiver(struct session *session)
{
	const struct field_text texts[] = {
		{ "finding", session->finding, strlen(session->finding) },
		{ "reason", buffer_text(&session->answer), session->answer.length },
		{ "until_on", session->until, strlen(session->until) },
	};
	struct error error = { 0 };
	int64_t id;

	if (session->answer.length == 0) {
		session_say(session, ROLE_WARNING, "it is lived with for a reason, or not at all");
		return EFFECT_NONE;
	}
	if (programme_add(session->programme, type_find("waiver"), texts,
		    sizeof texts / sizeof texts[0], &id, &error) != STATUS_OK) {
		session_fail(session, &error);
		return EFFECT_NONE;
	}
	session_say(session, ROLE_MESSAGE, "not shown until %s; u takes it back", session->until);
	return EFFECT_RELOAD;
}

unsigned
finding_snooze(struct session *session)
{
	if (session->asked == ASK_SNOOZE_WHY)
		return write_waiver(session);
	snprintf(session->until, sizeof session->until, "%s", buffer_text(&session->answer));
	return session_open(session, prompt_new(ASK_SNOOZE_WHY, "live with it because:"));
}
