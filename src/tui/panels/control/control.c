/* SPDX-License-Identifier: MIT */
/*
 * Turns the status report into lines. Every figure and every open point is what
 * programme_status() says, and what is not known is said to be not known.
 */

#include <string.h>

#include "rollout/base/text.h"
#include "rollout/programme/stages.h"
#include "rollout/programme/status.h"
#include "tui/kit/sheet.h"
#include "tui/kit/label_words.h"

static const char *
copy_or_null(struct lines *lines, const char *text)
{
	return text ? arena_copy(&lines->arena, text, strlen(text)) : NULL;
}

/* A fact with the page that tells more about it. */
static struct text_line *
add_fact(struct lines *lines, const char *label, const char *page, const char *text)
{
	struct text_line *line =
		lines_format(lines, ROLE_TEXT, "%-*s%s", SHEET_LABEL_WIDTH, label, text);

	line->page = page;
	return line;
}

static const char *
known(const char *text)
{
	return text && *text ? text : "not known";
}

static void
add_place(struct lines *lines, const struct status_report *report)
{
	const char *text = "not begun";

	if (report->week > 0 && report->phase)
		text = arena_format(&lines->arena, "week %d of the rollout; %s, week %d of %d%s%s",
			report->week, report->phase, report->phase_week, report->phase_weeks,
			report->slice ? "; " : "", report->slice ? report->slice : "");
	else if (report->week > 0)
		text = arena_format(
			&lines->arena, "week %d of the rollout; in no phase", report->week);
	add_fact(lines, "Now", "timeline", text);
}

static void
add_gate(struct lines *lines, const struct status_report *report)
{
	char date[DATE_SIZE] = "no date";
	struct text_line *line;

	if (!report->gate) {
		add_fact(lines, "Next gate", "milestones", "none is planned");
		return;
	}
	if (report->gate_on != NO_DAY)
		date_format(report->gate_on, date);
	line = add_fact(lines, "Next gate", NULL,
		arena_format(&lines->arena, "%s; %s; evidence %d of %d; owner %s", report->gate,
			date, report->gate_met, report->gate_criteria, known(report->gate_owner)));
	line->type = "milestone";
	line->identifier = copy_or_null(lines, report->gate_identifier);
}

/* What a person has given beside what is suggested. */
static void
add_rating(struct lines *lines, const struct status_report *report)
{
	const struct scope_confidence *whole = &report->confidence.scopes[0];
	const char *text =
		arena_format(&lines->arena, "not rated yet; suggested %s", whole->suggested);

	if (whole->given)
		text = arena_format(&lines->arena, "%s, given on %s; suggested %s%s%s",
			whole->given, known(whole->given_on), whole->suggested,
			whole->given_reason ? ": " : "",
			whole->given_reason ? whole->given_reason : "");
	add_fact(lines, "Confidence", "ratings", text);
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

/* Where that can be seen and mended. */
static void
lead_to_cause(struct lines *lines, struct text_line *line, enum rating_cause reason, day today)
{
	char date[DATE_SIZE];

	date_format(today, date);
	switch (reason) {
	case RATING_GATE:
		line->page = "milestones";
		line->filter = "kind=gate state!=accepted state!=dropped";
		break;
	case RATING_CRITICAL:
	case RATING_SLIPPING: line->page = "slip"; break;
	case RATING_ESCALATION:
	case RATING_UNANSWERED:
		line->page = "escalations";
		line->filter = "closed_on=";
		break;
	case RATING_LATE_SHARE:
	case RATING_CRITICAL_LATE:
	case RATING_LATE:
		line->page = "milestones";
		line->filter = arena_format(
			&lines->arena, "state!=accepted state!=dropped baseline_on<%s", date);
		break;
	case RATING_UNREADY: line->page = "diagnosis"; break;
	case RATING_ERRORS: line->page = "findings"; break;
	case RATING_OLD:
	case RATING_NO_EVIDENCE: line->page = "evidence"; break;
	case RATING_CAUSES: break;
	}
}

/* Every reason of the whole with what to do about it, then the parts. */
static void
add_confidence(struct lines *lines, const struct confidence_report *confidence, day today)
{
	const struct scope_confidence *whole = &confidence->scopes[0];

	lines_add(lines, ROLE_TEXT, "");
	lines_format(lines, ROLE_HEADING, "Why %s is suggested: %zu", whole->suggested,
		whole->reason_count);
	for (size_t i = 0; i < whole->reason_count; i++) {
		struct text_line *line = lines_format(lines, colour_role(whole->reasons[i].colour),
			"  %s: %s", whole->reasons[i].colour, whole->reasons[i].text);

		line->detail = arena_format(&lines->arena, "%s [%s]", whole->reasons[i].response,
			whole->reasons[i].rule);
		lead_to_cause(lines, line, whole->reasons[i].reason, today);
	}
	for (size_t i = 1; i < confidence->count; i++)
		add_scope(lines, &confidence->scopes[i]);
}

/* Where each is today. */
static void
add_waves(struct lines *lines, const struct stages_report *report)
{
	const struct type *type = type_find("engagement");
	const struct choice *stages = type->fields[type_field_index(type, "stage")].choices;
	const char *text = "";

	for (int i = 0; i < report->count && report->waves[i].wave != NO_WAVE; i++) {
		const struct wave_stages *wave = &report->waves[i];

		text = arena_format(&lines->arena, "%s%swave %d %s", text, *text ? "; " : "",
			wave->wave,
			label_words_of(wave->stage == STAGE_UNKNOWN ? "not known where"
								    : stages[wave->stage].name)
				.text);
	}
	if (*text)
		add_fact(lines, "Waves", "by wave", text);
}

static void
add_facts(
	struct lines *lines, const struct status_report *report, const struct stages_report *stages)
{
	struct arena *arena = &lines->arena;
	struct text_line *line;

	if (report->purpose && *report->purpose)
		add_fact(lines, "Purpose", "programmes", report->purpose);
	add_fact(lines, "Sponsor", "programmes",
		arena_format(arena, "%s; lead %s", known(report->sponsor), known(report->lead)));
	add_place(lines, report);
	add_gate(lines, report);
	add_rating(lines, report);
	if (report->measures)
		add_fact(lines, "Measures", "measures", report->measures);
	add_fact(lines, "Teams", "board",
		arena_format(arena, "central %d, supported %d, handed off %d", report->central,
			report->supported, report->handed_off));
	add_waves(lines, stages);
	add_fact(lines, "Milestones", "milestones",
		arena_format(arena, "%d, %d accepted, %d late", report->milestones,
			report->accepted, report->late));
	line = add_fact(lines, "Stakeholders", "stakeholders",
		arena_format(arena, "%d, %d without an owner", report->stakeholders,
			report->without_owner));
	if (report->without_owner > 0)
		line->filter = "owner= active!=no";
	line = add_fact(lines, "Rule book", "findings",
		arena_format(arena, "%d errors, %d warnings, %d notices", report->errors,
			report->warnings, report->notices));
	line->role = report->errors > 0 ? ROLE_WARNING : ROLE_TEXT;
}

static void
add_item(struct lines *lines, const struct status_item *item)
{
	const struct type *type = item->type ? type_find(item->type) : NULL;
	struct text_line *line = lines_format(lines, ROLE_TEXT, "%s%s%s",
		item->rule ? item->rule : "", item->rule ? " " : "", item->text ? item->text : "");

	line->detail = copy_or_null(lines, item->detail);
	line->page = type ? NULL : "log";
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

/* As much of a name as leaves room for what is said about it. */
static int
name_bytes(const char *name, int cells)
{
	int used;

	return (int)text_fit(name, strlen(name), cells, &used);
}

static void
lead_to_subject(struct lines *lines, struct text_line *line, const struct finding *finding)
{
	const struct type *type = type_find(finding->type);

	line->type = type ? type->name : NULL;
	line->identifier = copy_or_null(lines, finding->subject);
	line->rule = copy_or_null(lines, finding->rule->id);
}

static enum role
finding_role(const struct finding *finding)
{
	return finding->rule->severity == SEVERITY_ERROR ? ROLE_ERROR : ROLE_TEXT;
}

/* false: they take too long here, or cannot be read. */
static bool
know_findings(struct session *session)
{
	struct error ignored = { 0 };

	return !session->findings.slow &&
	       findings_refresh(&session->findings, session->programme, &ignored) == STATUS_OK;
}

/* The gravest first, as the rule book orders them; each can be explained, escalated or snoozed. */
static void
add_findings(struct lines *lines, struct session *session)
{
	enum { SHOWN_MOST = 12, NAME_CELLS = 40 };
	const struct findings *findings = &session->findings;

	if (!know_findings(session))
		return;
	lines_add(lines, ROLE_TEXT, "");
	lines_format(lines, ROLE_HEADING, "What the rule book says: %zu", findings->count);
	for (size_t i = 0; i < findings->count && i < SHOWN_MOST; i++) {
		const struct finding *finding = &findings->items[i];
		int bytes = name_bytes(finding->name, NAME_CELLS);
		struct text_line *line = lines_format(lines, finding_role(finding), "%s %.*s%s: %s",
			finding->rule->id, bytes, finding->name, finding->name[bytes] ? "…" : "",
			finding->message);

		line->detail = copy_or_null(lines, finding->response);
		lead_to_subject(lines, line, finding);
	}
	if (findings->count > SHOWN_MOST)
		lines_format(lines, ROLE_MUTED, "and %zu more", findings->count - SHOWN_MOST)
			->page = "findings";
}

/* Each whole, with what to do about it below. */
static int
fill_findings(struct lines *lines, struct session *session, struct area area)
{
	enum { LISTED_MOST = 500, MARGIN = 4, INDENT = 4 };
	const struct findings *findings = &session->findings;
	int width = larger_of(area.columns - MARGIN, 10);

	if (!know_findings(session)) {
		lines_wrap(lines, ROLE_TEXT, width, 0,
			"There are too many records to go through them while you wait: `rollout "
			"check` lists what the rule book finds; w says it of one record.");
		return 0;
	}
	if (findings->count == 0)
		lines_add(lines, ROLE_GOOD, "The rule book finds nothing to say.");
	for (size_t i = 0; i < findings->count && i < LISTED_MOST; i++) {
		const struct finding *finding = &findings->items[i];
		size_t first = lines->count;

		lines_wrap(lines, finding_role(finding), width, 0,
			arena_format(&lines->arena, "%s %s: %s", finding->rule->id, finding->name,
				finding->message));
		lead_to_subject(lines, &lines->items[first], finding);
		lines_wrap(lines, ROLE_MUTED, width, INDENT, finding->response);
	}
	if (findings->count > LISTED_MOST)
		lines_format(lines, ROLE_MUTED, "and %zu more: `rollout check` lists them",
			findings->count - LISTED_MOST);
	return 0;
}

static int
fill_control(struct lines *lines, struct session *session, struct area area)
{
	struct arena arena = { 0 };
	struct status_report report = { 0 };
	struct stages_report stages;
	struct error error = { 0 };
	const char *since;
	int facts = 0;
	enum status status = programme_status(session->programme, &arena, &report, &error);

	(void)area;
	if (status == STATUS_OK)
		status = programme_stages(session->programme, &stages, &error);
	if (status == STATUS_STOPPED) {
		facts = SHEET_LATER;
	} else if (status == STATUS_OK) {
		add_facts(lines, &report, &stages);
		facts = (int)lines->count;
		add_list(lines, "Decisions needed now", &report.decisions);
		add_list(lines, "Blocked", &report.blocked);
		add_findings(lines, session);
		add_confidence(lines, &report.confidence, programme_today(session->programme));
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

static const struct sheet_kind control = { fill_control, NULL };
static const struct sheet_kind findings_kind = { fill_findings, NULL };

const struct page now_page = { &sheet_finding_class, sheet_new, &control };
const struct page findings_page = { &sheet_finding_class, sheet_new, &findings_kind };
