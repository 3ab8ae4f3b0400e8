/* SPDX-License-Identifier: MIT */
/* The control room, and the confidence of each scope. What is not known is left out. */
#include "columns.h"
#include "rollout/programme/status.h"

const char *const colour_words[] = { "green", "amber", "red", "unknown", NULL };

static const char *
facts_json(const void *row, struct arena *arena)
{
	const struct confidence_line *line = row;
	const char *json = "{";

	for (int i = 0; i < CONFIDENCE_NUMBERS_MOST && line->numbers[i].name; i++)
		json = arena_format(arena, "%s%s \"%s\": %d", json, i ? "," : "",
			line->numbers[i].name, line->numbers[i].value);
	return json[1] ? arena_format(arena, "%s }", json) : "{}";
}

static bool
has_gate(const void *row)
{
	return ((const struct status_report *)row)->gate != NULL;
}

static bool
has_phase(const void *row)
{
	return ((const struct status_report *)row)->phase != NULL;
}

static const char *
suggested_text(const void *row, struct arena *arena)
{
	(void)arena;
	return ((const struct status_report *)row)->confidence.scopes[0].suggested;
}

/* clang-format off */

static const char *const phase_words[] = { "pilot", "scale", "embed", NULL };

static const struct result_column reason_columns[] = {
	{ "rule", COLUMN_TEXT, AT(struct confidence_line, rule), .always = true,
		.audience = AUDIENCE_TEAM, .help = "Its id: confidence-late." },
	{ "colour", COLUMN_WORD, AT(struct confidence_line, colour), .words = colour_words,
		.always = true, .audience = AUDIENCE_TEAM, .help = "What it alone would suggest." },
	{ "message", COLUMN_TEXT, AT(struct confidence_line, text), .always = true,
		.audience = AUDIENCE_TEAM, .help = "The facts, in a sentence." },
	{ "facts", COLUMN_JSON, .text = facts_json, .always = true, .audience = AUDIENCE_TEAM,
		.help = "The numbers; each rule has its own." },
	{ "response", COLUMN_TEXT, AT(struct confidence_line, response), .always = true,
		.audience = AUDIENCE_TEAM, .help = "What to do next." },
	{ 0 },
};

const struct result_column scope_columns[] = {
	{ "scope", COLUMN_TEXT, AT(struct scope_confidence, scope), .always = true,
		.audience = AUDIENCE_TEAM, .help = "As in a rating: programme, phase/pilot, workstream/tooling and so on." },
	{ "suggested", COLUMN_WORD, AT(struct scope_confidence, suggested), .words = colour_words,
		.always = true, .audience = AUDIENCE_TEAM, .help = "What the facts suggest." },
	{ "given", COLUMN_WORD, AT(struct scope_confidence, given), .words = colour_words,
		.audience = AUDIENCE_TEAM, .help = "What a person has given last." },
	{ "given_on", COLUMN_DAY, AT(struct scope_confidence, given_on),
		.audience = AUDIENCE_TEAM, .help = "The day of that." },
	{ "given_reason", COLUMN_TEXT, AT(struct scope_confidence, given_reason),
		.audience = AUDIENCE_TEAM, .help = "Why that was given." },
	{ "reasons", COLUMN_LIST, ROWS_INSIDE(struct scope_confidence, reasons, reason_count),
		.columns = reason_columns, .always = true, .audience = AUDIENCE_TEAM,
		.help = "Those of the suggested colour first." },
	{ 0 },
};

static const struct result_column programme_columns[] = {
	{ "name", COLUMN_TEXT, AT(struct status_report, name), .help = "What it is called." },
	{ "purpose", COLUMN_TEXT, AT(struct status_report, purpose), .help = "What it is for." },
	{ "sponsor", COLUMN_TEXT, AT(struct status_report, sponsor), .help = "A name." },
	{ "lead", COLUMN_TEXT, AT(struct status_report, lead), .help = "A name." },
	{ "week", COLUMN_WHOLE, AT(struct status_report, week), .minimum = 1,
		.help = "Week of the rollout." },
	{ 0 },
};

static const struct result_column confidence_columns[] = {
	{ "given", COLUMN_WORD, AT(struct status_report, rating), .words = colour_words,
		.help = "The newest rating of the programme." },
	{ "on", COLUMN_DAY, AT(struct status_report, rating_on), .help = "The day it was given." },
	{ "reason", COLUMN_TEXT, AT(struct status_report, rating_reason), .help = "Why that was given." },
	{ "suggested", COLUMN_WORD, .text = suggested_text, .words = colour_words, .always = true,
		.help = "What the facts suggest." },
	{ "scopes", COLUMN_LIST, ROWS(struct status_report, confidence.scopes, confidence.count),
		.columns = scope_columns, .always = true,
		.help = "The programme first, then phases, then workstreams." },
	{ 0 },
};

static const struct result_column phase_columns[] = {
	{ "name", COLUMN_WORD, AT(struct status_report, phase), .words = phase_words,
		.help = "The phase that today lies in." },
	{ "week", COLUMN_WHOLE, AT(struct status_report, phase_week), .present = has_phase,
		.minimum = 1, .help = "Week of the phase." },
	{ "weeks", COLUMN_WHOLE, AT(struct status_report, phase_weeks), .present = has_phase,
		.minimum = 1, .help = "How long it is." },
	{ "slice", COLUMN_TEXT, AT(struct status_report, slice), .present = has_phase,
		.help = "The slice of it that today lies in." },
	{ 0 },
};

static const struct result_column gate_columns[] = {
	{ "milestone", COLUMN_ID, AT(struct status_report, gate_identifier), .present = has_gate,
		.help = "The milestone's id." },
	{ "title", COLUMN_TEXT, AT(struct status_report, gate), .help = "Its title." },
	{ "owner", COLUMN_TEXT, AT(struct status_report, gate_owner), .present = has_gate,
		.help = "A name." },
	{ "on", COLUMN_DAY, AT(struct status_report, gate_on), .present = has_gate,
		.help = "When it is expected." },
	{ "met", COLUMN_WHOLE, AT(struct status_report, gate_met), .present = has_gate,
		.help = "Criteria met." },
	{ "criteria", COLUMN_WHOLE, AT(struct status_report, gate_criteria), .present = has_gate,
		.help = "Criteria there are." },
	{ 0 },
};

static const struct result_column team_columns[] = {
	{ "central", COLUMN_WHOLE, AT(struct status_report, central), .always = true,
		.help = "Led by the centre." },
	{ "supported", COLUMN_WHOLE, AT(struct status_report, supported), .always = true,
		.help = "Supported by it." },
	{ "handed_off", COLUMN_WHOLE, AT(struct status_report, handed_off), .always = true,
		.help = "On their own." },
	{ 0 },
};

static const struct result_column milestone_columns[] = {
	{ "all", COLUMN_WHOLE, AT(struct status_report, milestones), .always = true,
		.help = "Dropped ones left out." },
	{ "accepted", COLUMN_WHOLE, AT(struct status_report, accepted), .always = true,
		.help = "Those that are proven." },
	{ "late", COLUMN_WHOLE, AT(struct status_report, late), .always = true,
		.help = "Due, and not accepted." },
	{ 0 },
};

static const struct result_column stakeholder_columns[] = {
	{ "all", COLUMN_WHOLE, AT(struct status_report, stakeholders), .always = true,
		.help = "Those who are here." },
	{ "without_owner", COLUMN_WHOLE, AT(struct status_report, without_owner), .always = true,
		.help = "Those whom nobody looks after." },
	{ 0 },
};

static const struct result_column count_columns[] = {
	{ "errors", COLUMN_WHOLE, AT(struct status_report, errors), .always = true,
		.help = "Findings of severity error." },
	{ "warnings", COLUMN_WHOLE, AT(struct status_report, warnings), .always = true,
		.help = "Findings of severity warning." },
	{ "notices", COLUMN_WHOLE, AT(struct status_report, notices), .always = true,
		.help = "Findings of severity notice." },
	{ 0 },
};

static const struct result_column item_columns[] = {
	{ "rule", COLUMN_TEXT, AT(struct status_item, rule), .help = "The rule that says so." },
	{ "type", COLUMN_TEXT, AT(struct status_item, type), .help = "The record's type." },
	{ "id", COLUMN_TEXT, AT(struct status_item, subject), .help = "The record's id." },
	{ "text", COLUMN_TEXT, AT(struct status_item, text), .always = true,
		.help = "What waits, or has moved." },
	{ "detail", COLUMN_TEXT, AT(struct status_item, detail),
		.help = "Owner, days open, what to do." },
	{ "due_on", COLUMN_DAY, AT(struct status_item, due), .help = "When it is due." },
	{ 0 },
};

static const struct result_column status_whole[] = {
	{ "programme", COLUMN_OBJECT, .columns = programme_columns, .always = true,
		.help = "What it is, and who answers for it." },
	{ "confidence", COLUMN_OBJECT, .columns = confidence_columns, .always = true,
		.help = "What is given and what is suggested." },
	{ "phase", COLUMN_OBJECT, .columns = phase_columns, .always = true,
		.help = "Empty where today lies in none." },
	{ "gate", COLUMN_OBJECT, .columns = gate_columns, .always = true,
		.help = "The next that is not accepted; empty where there is none." },
	{ "teams", COLUMN_OBJECT, .columns = team_columns, .one_line = true, .always = true,
		.help = "By who leads their use of objectives." },
	{ "milestones", COLUMN_OBJECT, .columns = milestone_columns, .one_line = true,
		.always = true, .help = "How many there are." },
	{ "stakeholders", COLUMN_OBJECT, .columns = stakeholder_columns, .one_line = true,
		.always = true, .help = "How many there are." },
	{ "findings", COLUMN_OBJECT, .columns = count_columns, .one_line = true, .always = true,
		.help = "What the rule book finds." },
	{ "decisions", COLUMN_LIST, ROWS(struct status_report, decisions.items, decisions.count),
		.columns = item_columns, .always = true, .help = "Needed now." },
	{ "blocked", COLUMN_LIST, ROWS(struct status_report, blocked.items, blocked.count),
		.columns = item_columns, .always = true, .help = "What does not go on." },
	{ "changed_since", COLUMN_DAY, AT(struct status_report, changed_since),
		.help = "The review since which changes are listed." },
	{ "changed", COLUMN_LIST, ROWS(struct status_report, changed.items, changed.count),
		.columns = item_columns, .always = true, .help = "The newest first." },
	{ 0 },
};

const struct result result_status = { "status", "The control room.", AUDIENCE_LEAD,
	sizeof(struct status_report), status_whole, NULL };
