/* SPDX-License-Identifier: MIT */
/*
 * Turns the status report into lines. Must not judge: every figure and every open point is what
 * programme_status() says, and what is not known is said to be not known.
 */
#include "rollout/tui/control.h"

#include <string.h>

#include "rollout/programme/status.h"
#include "rollout/tui/sheet.h"

static const char *
copy_or_null(struct lines *lines, const char *text)
{
	return text ? arena_copy(&lines->arena, text, strlen(text)) : NULL;
}

static void
add_fact(struct lines *lines, const char *label, const char *text)
{
	if (text && *text)
		lines_format(lines, ROLE_TEXT, "%-*s%s", SHEET_LABEL_WIDTH, label, text);
}

static const char *
known(const char *text)
{
	return text && *text ? text : "not known";
}

static void
add_place(struct lines *lines, const struct status_report *report)
{
	if (report->week <= 0)
		lines_format(lines, ROLE_TEXT, "%-*snot begun", SHEET_LABEL_WIDTH, "Now");
	else if (report->phase)
		lines_format(lines, ROLE_TEXT, "%-*sweek %d of the rollout; %s, week %d of %d%s%s",
			SHEET_LABEL_WIDTH, "Now", report->week, report->phase, report->phase_week,
			report->phase_weeks, report->slice ? "; " : "",
			report->slice ? report->slice : "");
	else
		lines_format(lines, ROLE_TEXT, "%-*sweek %d of the rollout; in no phase",
			SHEET_LABEL_WIDTH, "Now", report->week);
}

static void
add_gate(struct lines *lines, const struct status_report *report)
{
	char date[DATE_SIZE] = "no date";
	struct text_line *line;

	if (!report->gate) {
		add_fact(lines, "Next gate", "none is planned");
		return;
	}
	if (report->gate_on != INT32_MIN)
		date_format(report->gate_on, date);
	line = lines_format(lines, ROLE_TEXT, "%-*s%s; %s; evidence %d of %d; owner %s",
		SHEET_LABEL_WIDTH, "Next gate", report->gate, date, report->gate_met,
		report->gate_criteria, known(report->gate_owner));
	line->type = "milestone";
	line->identifier = copy_or_null(lines, report->gate_identifier);
}

/* What a person has given beside what is suggested. */
static void
add_rating(struct lines *lines, const struct status_report *report)
{
	const struct scope_confidence *whole = &report->confidence.scopes[0];

	if (whole->given)
		lines_format(lines, ROLE_TEXT, "%-*s%s, given on %s; suggested %s%s%s",
			SHEET_LABEL_WIDTH, "Confidence", whole->given, known(whole->given_on),
			whole->suggested, whole->given_reason ? ": " : "",
			whole->given_reason ? whole->given_reason : "");
	else
		lines_format(lines, ROLE_TEXT, "%-*snot rated yet; suggested %s", SHEET_LABEL_WIDTH,
			"Confidence", whole->suggested);
}

static enum role
colour_role(const char *colour)
{
	if (strcmp(colour, "red") == 0)
		return ROLE_ERROR;
	return strcmp(colour, "green") == 0 ? ROLE_GOOD : ROLE_WARNING;
}

/* Leads to the phase or workstream. */
static void
add_scope(struct lines *lines, const struct scope_confidence *scope)
{
	const char *slash = strchr(scope->scope, '/');
	struct text_line *line =
		lines_format(lines, colour_role(scope->suggested), "  %s: %s, suggested %s",
			scope->name, scope->given ? scope->given : "not rated", scope->suggested);

	line->detail = scope->reason_count > 0 ? copy_or_null(lines, scope->reasons[0].text) : NULL;
	line->type = strncmp(scope->scope, "phase/", 6) == 0 ? "phase" : "workstream";
	line->identifier = copy_or_null(lines, slash ? slash + 1 : scope->scope);
}

/* Every reason of the whole with what to do about it, then the parts. */
static void
add_confidence(struct lines *lines, const struct confidence_report *confidence)
{
	const struct scope_confidence *whole = &confidence->scopes[0];

	lines_add(lines, ROLE_TEXT, "");
	lines_format(lines, ROLE_HEADING, "Why %s is suggested: %zu", whole->suggested,
		whole->reason_count);
	for (size_t i = 0; i < whole->reason_count; i++) {
		struct text_line *line = lines_format(lines, colour_role(whole->reasons[i].colour),
			"  %s: %s", whole->reasons[i].colour, whole->reasons[i].text);

		line->detail = copy_or_null(lines, whole->reasons[i].response);
	}
	for (size_t i = 1; i < confidence->count; i++)
		add_scope(lines, &confidence->scopes[i]);
}

static void
add_facts(struct lines *lines, const struct status_report *report)
{
	add_fact(lines, "Purpose", report->purpose);
	lines_format(lines, ROLE_TEXT, "%-*s%s; lead %s", SHEET_LABEL_WIDTH, "Sponsor",
		known(report->sponsor), known(report->lead));
	add_place(lines, report);
	add_gate(lines, report);
	add_rating(lines, report);
	lines_format(lines, ROLE_TEXT, "%-*scentral %d, supported %d, handed off %d",
		SHEET_LABEL_WIDTH, "Teams", report->central, report->supported, report->handed_off);
	lines_format(lines, ROLE_TEXT, "%-*s%d, %d accepted, %d late", SHEET_LABEL_WIDTH,
		"Milestones", report->milestones, report->accepted, report->late);
	lines_format(lines, ROLE_TEXT, "%-*s%d, %d without an owner", SHEET_LABEL_WIDTH,
		"Stakeholders", report->stakeholders, report->without_owner);
	lines_format(lines, report->errors > 0 ? ROLE_WARNING : ROLE_TEXT,
		"%-*s%d errors, %d warnings, %d notices", SHEET_LABEL_WIDTH, "Rule book",
		report->errors, report->warnings, report->notices);
}

static void
add_item(struct lines *lines, const struct status_item *item)
{
	const struct type *type = item->type ? type_find(item->type) : NULL;
	struct text_line *line = lines_format(lines, ROLE_TEXT, "%s%s%s",
		item->rule ? item->rule : "", item->rule ? " " : "", item->text ? item->text : "");

	line->detail = copy_or_null(lines, item->detail);
	line->type = type ? type->name : NULL;
	line->identifier = copy_or_null(lines, item->subject);
	line->rule = copy_or_null(lines, item->rule);
}

static void
add_list(struct lines *lines, const char *title, const struct status_list *list)
{
	lines_add(lines, ROLE_TEXT, "");
	lines_format(lines, ROLE_HEADING, "%s: %zu", title, list->count);
	for (size_t i = 0; i < list->count; i++)
		add_item(lines, &list->items[i]);
}

/* The gravest first, as the rule book orders them; each can be explained, escalated or snoozed. */
static void
add_findings(struct lines *lines, struct session *session)
{
	enum { SHOWN_MOST = 12 };
	const struct findings *findings = &session->findings;
	struct error ignored = { 0 };

	if (findings->slow ||
		findings_refresh(&session->findings, session->programme, &ignored) != STATUS_OK)
		return;
	lines_add(lines, ROLE_TEXT, "");
	lines_format(lines, ROLE_HEADING, "What the rule book says: %zu", findings->count);
	for (size_t i = 0; i < findings->count && i < SHOWN_MOST; i++) {
		const struct finding *finding = &findings->items[i];
		const struct type *type = type_find(finding->type);
		struct text_line *line = lines_format(lines,
			finding->rule->severity == SEVERITY_ERROR ? ROLE_ERROR : ROLE_TEXT,
			"%s %s: %s", finding->rule->id, finding->name, finding->message);

		line->detail = copy_or_null(lines, finding->response);
		line->type = type ? type->name : NULL;
		line->identifier = copy_or_null(lines, finding->subject);
		line->rule = copy_or_null(lines, finding->rule->id);
	}
	if (findings->count > SHOWN_MOST)
		lines_format(lines, ROLE_MUTED, "and %zu more: `rollout check` lists them",
			findings->count - SHOWN_MOST);
}

static int
fill_control(struct lines *lines, struct session *session, struct area area)
{
	struct arena arena = { 0 };
	struct status_report report = { 0 };
	struct error error = { 0 };
	const char *since;
	int facts = 0;
	enum status status = programme_status(session->programme, &arena, &report, &error);

	(void)area;
	if (status == STATUS_STOPPED) {
		facts = SHEET_LATER;
	} else if (status == STATUS_OK) {
		add_facts(lines, &report);
		facts = (int)lines->count;
		add_list(lines, "Decisions needed now", &report.decisions);
		add_list(lines, "Blocked", &report.blocked);
		add_findings(lines, session);
		add_confidence(lines, &report.confidence);
		since = report.changed_since
				? arena_format(&arena, "Changed since the review of %s",
					  report.changed_since)
				: "Changed in the last seven days";
		add_list(lines, since, &report.changed);
	} else {
		lines_add(lines, ROLE_ERROR, error.message);
	}
	arena_clear(&arena);
	return facts;
}

static const struct sheet_kind control = { fill_control, false };

struct panel *
control_new(const struct place *place)
{
	return sheet_new(&control, place);
}
