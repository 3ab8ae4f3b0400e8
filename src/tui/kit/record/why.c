/* SPDX-License-Identifier: MIT */
/*
 * The words of "why": the rule with the facts that it found, what put a record on the roadmap, and
 * what else is derived of it (why_derived.c).
 */
#include "why.h"

#include <stdio.h>
#include <string.h>

#include "rollout/programme/cause.h"
#include "fact_lines.h"
#include "tui/kit/popup.h"
#include "why_derived.h"

static enum role
severity_role(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR: return ROLE_ERROR;
	case SEVERITY_WARNING: return ROLE_WARNING;
	case SEVERITY_NOTICE: return ROLE_NOTICE;
	}
	return ROLE_TEXT;
}

static void
add_facts(struct popup *popup, const struct finding *finding)
{
	struct arena arena = { 0 };
	struct buffer text = { 0 };
	struct fact *facts;
	size_t count = cause_facts(finding, &arena, &facts);

	fact_lines_describe(facts, count, &text);
	if (text.length > 0) {
		popup_add(popup, ROLE_HEADING, 2, "Facts");
		popup_add(popup, ROLE_TEXT, 2, buffer_text(&text));
	}
	buffer_clear(&text);
	arena_clear(&arena);
}

static void
add_finding(struct popup *popup, const struct finding *finding)
{
	char head[256];

	snprintf(head, sizeof head, "%s %s: %s", finding->rule->id,
		severity_name(finding->rule->severity), finding->rule->title);
	if (!popup_is_empty(popup))
		popup_add(popup, ROLE_TEXT, 0, "");
	popup_add(popup, severity_role(finding->rule->severity), 0, head);
	popup_add(popup, ROLE_TEXT, 2, finding->message);
	if (finding->rule->meaning)
		popup_add(popup, ROLE_MUTED, 2, finding->rule->meaning);
	add_facts(popup, finding);
	if (finding->response) {
		popup_add(popup, ROLE_HEADING, 2, "What to do");
		popup_add(popup, ROLE_TEXT, 2, finding->response);
	}
}

static void
add_cause(struct popup *popup, const struct cause *cause)
{
	char head[256];

	snprintf(head, sizeof head, "%s: %s", cause->rule->id, cause->rule->title);
	popup_add(popup, ROLE_HEADING, 2, head);
	popup_add(popup, cause->message ? ROLE_TEXT : ROLE_MUTED, 2,
		cause->message ? cause->message : "no longer found");
	popup_add(popup, ROLE_MUTED, 2, cause->rule->meaning);
}

/* What put the record on the roadmap. */
static enum status
add_because(struct popup *popup, struct session *session, const struct type *type, int64_t id,
	struct error *error)
{
	int field = type_field_index(type, "because");
	struct arena arena = { 0 };
	struct cause *causes;
	struct record record;
	size_t count = 0;
	enum status status = STATUS_OK;

	if (field < 0)
		return STATUS_OK;
	status = programme_get(session->programme, type, id, &arena, &record, error);
	if (status == STATUS_OK && record.values[field].kind == VALUE_TEXT) {
		if (!popup_is_empty(popup))
			popup_add(popup, ROLE_TEXT, 0, "");
		popup_add(popup, ROLE_HEADING, 0, "Why it is here");
		popup_add(popup, ROLE_TEXT, 2, record.values[field].text);
		status = programme_causes(session->programme, record.values[field].text, &arena,
			&causes, &count, error);
		for (size_t i = 0; status == STATUS_OK && i < count; i++)
			add_cause(popup, &causes[i]);
	}
	arena_clear(&arena);
	return status;
}

enum status
why_new(struct session *session, const struct type *type, int64_t id, const char *title,
	struct panel **out, struct error *error)
{
	struct arena arena = { 0 };
	struct finding *findings;
	size_t count = 0;
	struct popup *popup = popup_new(title);
	struct panel *panel = popup_panel(popup);
	enum status status = programme_check_record(
		session->programme, NULL, type, id, &arena, &findings, &count, error);

	*out = NULL;
	if (status == STATUS_OK)
		status = why_add_derived(popup, session, type, id, error);
	for (size_t i = 0; status == STATUS_OK && i < count; i++)
		add_finding(popup, &findings[i]);
	if (status == STATUS_OK)
		status = add_because(popup, session, type, id, error);
	if (status == STATUS_OK && !popup_is_empty(popup))
		*out = panel;
	else
		panel->class->free(panel);
	arena_clear(&arena);
	return status;
}

struct panel *
why_new_text(
	const char *title, const char *text, const struct finding *const *findings, size_t count)
{
	struct popup *popup = popup_new(title);
	struct arena arena = { 0 };

	while (*text) {
		size_t length = strcspn(text, "\n");

		popup_add(popup, ROLE_TEXT, 0, arena_copy(&arena, text, length));
		text += length + (text[length] == '\n' ? 1 : 0);
	}
	for (size_t i = 0; i < count; i++)
		add_finding(popup, findings[i]);
	arena_clear(&arena);
	return popup_panel(popup);
}
