/* SPDX-License-Identifier: MIT */
/*
 * Escalating and snoozing. Must not hide anything without a reason and a day on which it comes
 * back.
 */
#include "finding_actions.h"

#include <stdio.h>
#include <string.h>

#include "record_actions.h"
#include "tui/kit/form/form.h"
#include "tui/kit/form/picker.h"
#include "tui/kit/form/prompt.h"

/* A response has two weeks to work, unless the person says otherwise. */
enum { RESPONSE_DAYS = 14, FINDING_NAME_SIZE = 256 };

static unsigned
escalate_blocker(struct session *session, const struct type *type, int64_t id)
{
	char today[DATE_SIZE];
	const struct field_text text = { "escalated_on", today, DATE_SIZE - 1 };
	struct error error = { 0 };
	bool changed;

	date_format(programme_today(session->programme), today);
	if (programme_set(session->programme, type, id, &text, 1, NULL, &changed, &error) !=
		STATUS_OK)
		return session_reject(session, &error, NULL, 0);
	return session_done(session, "noted as taken a level up today");
}

static unsigned
escalate_finding(struct session *session, const struct finding *finding)
{
	day today = programme_today(session->programme);
	char name[FINDING_NAME_SIZE], raised[DATE_SIZE], due[DATE_SIZE];
	const struct field_text texts[] = {
		{ "finding", name, 0 },
		{ "response", finding->response, 0 },
		{ "raised_on", raised, 0 },
		{ "due_on", due, 0 },
	};

	snprintf(name, sizeof name, "%s/%s/%s", finding->rule->id, finding->type, finding->subject);
	date_format(today, raised);
	date_format(today + RESPONSE_DAYS, due);
	return session_open(session, form_new_filled(session, type_find("escalation"), texts,
					     sizeof texts / sizeof texts[0]));
}

/* What that rule found about the record; rule NULL: the gravest. Says so where there is none. */
static const struct finding *
find(struct session *session, const char *rule, const struct type *type, int64_t id)
{
	struct arena arena = { 0 };
	const char *subject = programme_identifier(session->programme, type, id, &arena);
	const struct finding *finding = NULL;

	if (!rule)
		finding = findings_gravest(&session->findings, type->name, subject);
	while (rule &&
		(finding = findings_next(&session->findings, finding, type->name, subject)) != NULL)
		if (strcmp(finding->rule->id, rule) == 0)
			break;
	arena_clear(&arena);
	if (!finding)
		session_say(session, ROLE_MESSAGE,
			"no rule has found anything about it; Enter goes there");
	return finding;
}

unsigned
finding_escalate(struct session *session, const char *rule, const struct type *type, int64_t id)
{
	const struct finding *finding;

	if (strcmp(type->name, "blocker") == 0)
		return escalate_blocker(session, type, id);
	if (strcmp(type->name, "escalation") == 0)
		return record_edit(session, type, id);
	finding = find(session, rule, type, id);
	return finding ? escalate_finding(session, finding) : (unsigned)EFFECT_NONE;
}

/* What is to be lived with, and how long. */
struct snooze {
	char finding[FINDING_NAME_SIZE]; /* rule, type and subject */
	char until[DATE_SIZE];
};

static unsigned
write_waiver(struct session *session, const char *reason, void *context)
{
	const struct snooze *snooze = context;
	const struct field_text texts[] = {
		{ "finding", snooze->finding, strlen(snooze->finding) },
		{ "reason", reason, strlen(reason) },
		{ "until_on", snooze->until, strlen(snooze->until) },
	};
	struct error error = { 0 };
	int64_t id;

	if (!*reason) {
		session_say(session, ROLE_WARNING, "it is lived with for a reason, or not at all");
		return EFFECT_NONE;
	}
	if (programme_add(session->programme, type_find("waiver"), texts,
		    sizeof texts / sizeof texts[0], &id, &error) != STATUS_OK)
		return session_reject(session, &error, NULL, 0);
	return session_done(session, "not shown until %s", snooze->until);
}

static unsigned
ask_reason(struct session *session, const char *until, void *context)
{
	struct snooze *snooze = context;

	snprintf(snooze->until, sizeof snooze->until, "%s", until);
	return prompt_ask(session, callback_with(write_waiver, snooze, sizeof *snooze),
		"live with it because:");
}

unsigned
finding_ask_snooze(struct session *session, const char *rule, const struct type *type, int64_t id)
{
	const struct type *waiver = type_find("waiver");
	size_t field = (size_t)type_field_index(waiver, "until_on");
	const struct finding *finding;
	struct snooze snooze = { .until = "" };
	char until[DATE_SIZE];

	if ((finding = find(session, rule, type, id)) == NULL)
		return EFFECT_NONE;
	snprintf(snooze.finding, sizeof snooze.finding, "%s/%s/%s", finding->rule->id,
		finding->type, finding->subject);
	date_format(programme_today(session->programme) + RESPONSE_DAYS, until);
	return picker_ask(session, callback_with(ask_reason, &snooze, sizeof snooze),
		&waiver->fields[field], until);
}
