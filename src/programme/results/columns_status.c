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

static bool
has_wave(const void *row)
{
	return ((const struct status_report *)row)->wave >= 0;
}

static const char *const phase_words[] = { "pilot", "scale", "embed", NULL };

static const struct result_column reason_columns[] = {
	{ "rule", COLUMN_TEXT, "Its id: confidence-late.", AT(struct confidence_line, rule),
		.audience = AUDIENCE_TEAM },
	{ "colour", COLUMN_WORD, "What it alone would suggest.", AT(struct confidence_line, colour),
		.words = colour_words, .audience = AUDIENCE_TEAM },
	{ "message", COLUMN_TEXT, "The facts, in a sentence.", AT(struct confidence_line, text),
		.audience = AUDIENCE_TEAM },
	{ "facts", COLUMN_JSON, "The numbers; each rule has its own.", .text = facts_json,
		.audience = AUDIENCE_TEAM },
	{ "response", COLUMN_TEXT, "What to do next.", AT(struct confidence_line, response),
		.audience = AUDIENCE_TEAM },
	{ 0 },
};

const struct result_column scope_columns[] = {
	{ "scope", COLUMN_TEXT,
		"As in a rating: programme, phase/pilot, workstream/tooling and so on.",
		AT(struct scope_confidence, scope), .audience = AUDIENCE_TEAM },
	{ "suggested", COLUMN_WORD, "What the facts suggest.",
		AT(struct scope_confidence, suggested), .words = colour_words,
		.audience = AUDIENCE_TEAM },
	{ "given", COLUMN_WORD, "What a person has given last.", AT(struct scope_confidence, given),
		.words = colour_words, .audience = AUDIENCE_TEAM, .optional = true },
	{ "given_on", COLUMN_DAY, "The day of that.", AT(struct scope_confidence, given_on),
		.audience = AUDIENCE_TEAM, .optional = true },
	{ "given_reason", COLUMN_TEXT, "Why that was given.",
		AT(struct scope_confidence, given_reason), .audience = AUDIENCE_TEAM,
		.optional = true },
	{ "reasons", COLUMN_LIST, "Those of the suggested colour first.",
		ROWS_INSIDE(struct scope_confidence, reasons, reason_count),
		.columns = reason_columns, .audience = AUDIENCE_TEAM },
	{ 0 },
};

static const struct result_column programme_columns[] = {
	{ "name", COLUMN_TEXT, "What it is called.", AT(struct status_report, name),
		.optional = true },
	{ "purpose", COLUMN_TEXT, "What it is for.", AT(struct status_report, purpose),
		.optional = true },
	{ "sponsor", COLUMN_TEXT, "A name.", AT(struct status_report, sponsor), .optional = true },
	{ "lead", COLUMN_TEXT, "A name.", AT(struct status_report, lead), .optional = true },
	{ "week", COLUMN_WHOLE, "Week of the rollout.", AT(struct status_report, week),
		.minimum = 1, .optional = true },
	{ 0 },
};

static const struct result_column confidence_columns[] = {
	{ "given", COLUMN_WORD, "The newest rating of the programme.",
		AT(struct status_report, rating), .words = colour_words, .optional = true },
	{ "on", COLUMN_DAY, "The day it was given.", AT(struct status_report, rating_on),
		.optional = true },
	{ "reason", COLUMN_TEXT, "Why that was given.", AT(struct status_report, rating_reason),
		.optional = true },
	{ "suggested", COLUMN_WORD, "What the facts suggest.", .text = suggested_text,
		.words = colour_words },
	{ "scopes", COLUMN_LIST, "The programme first, then phases, then workstreams.",
		ROWS(struct status_report, confidence.scopes, confidence.count),
		.columns = scope_columns },
	{ 0 },
};

static const struct result_column phase_columns[] = {
	{ "name", COLUMN_WORD, "The phase that today lies in.", AT(struct status_report, phase),
		.words = phase_words, .optional = true },
	{ "week", COLUMN_WHOLE, "Week of the phase.", AT(struct status_report, phase_week),
		.present = has_phase, .minimum = 1, .optional = true },
	{ "weeks", COLUMN_WHOLE, "How long it is.", AT(struct status_report, phase_weeks),
		.present = has_phase, .minimum = 1, .optional = true },
	{ "slice", COLUMN_TEXT, "The slice of it that today lies in.",
		AT(struct status_report, slice), .present = has_phase, .optional = true },
	{ 0 },
};

static const struct result_column gate_columns[] = {
	{ "milestone", COLUMN_ID, "The milestone's id.", AT(struct status_report, gate_identifier),
		.present = has_gate, .optional = true },
	{ "title", COLUMN_TEXT, "Its title.", AT(struct status_report, gate), .optional = true },
	{ "owner", COLUMN_TEXT, "A name.", AT(struct status_report, gate_owner),
		.present = has_gate, .optional = true },
	{ "on", COLUMN_DAY, "When it is expected.", AT(struct status_report, gate_on),
		.present = has_gate, .optional = true },
	{ "met", COLUMN_WHOLE, "Criteria met.", AT(struct status_report, gate_met),
		.present = has_gate, .optional = true },
	{ "criteria", COLUMN_WHOLE, "Criteria there are.", AT(struct status_report, gate_criteria),
		.present = has_gate, .optional = true },
	{ 0 },
};

static const struct result_column team_columns[] = {
	{ "central", COLUMN_WHOLE, "Led by the centre.", AT(struct status_report, central) },
	{ "supported", COLUMN_WHOLE, "Supported by it.", AT(struct status_report, supported) },
	{ "handed_off", COLUMN_WHOLE, "On their own.", AT(struct status_report, handed_off) },
	{ 0 },
};

static const struct result_column milestone_columns[] = {
	{ "all", COLUMN_WHOLE, "Dropped ones left out.", AT(struct status_report, milestones) },
	{ "accepted", COLUMN_WHOLE, "Those that are proven.", AT(struct status_report, accepted) },
	{ "late", COLUMN_WHOLE, "Due, and not accepted.", AT(struct status_report, late) },
	{ 0 },
};

static const struct result_column stakeholder_columns[] = {
	{ "all", COLUMN_WHOLE, "Those who are here.", AT(struct status_report, stakeholders) },
	{ "without_owner", COLUMN_WHOLE, "Those whom nobody looks after.",
		AT(struct status_report, without_owner) },
	{ 0 },
};

static const struct result_column count_columns[] = {
	{ "errors", COLUMN_WHOLE, "Findings of severity error.", AT(struct status_report, errors) },
	{ "warnings", COLUMN_WHOLE, "Findings of severity warning.",
		AT(struct status_report, warnings) },
	{ "notices", COLUMN_WHOLE, "Findings of severity notice.",
		AT(struct status_report, notices) },
	{ 0 },
};

static const struct result_column item_columns[] = {
	{ "rule", COLUMN_TEXT, "The rule that says so.", AT(struct status_item, rule),
		.optional = true },
	{ "type", COLUMN_TEXT, "The record's type.", AT(struct status_item, type),
		.optional = true },
	{ "id", COLUMN_TEXT, "The record's id.", AT(struct status_item, subject),
		.optional = true },
	{ "text", COLUMN_TEXT, "What waits, or has moved.", AT(struct status_item, text) },
	{ "detail", COLUMN_TEXT, "Owner, days open, what to do.", AT(struct status_item, detail),
		.optional = true },
	{ "since_on", COLUMN_DAY, "When it was asked or raised.", AT(struct status_item, since),
		.optional = true },
	{ "due_on", COLUMN_DAY, "When it is due.", AT(struct status_item, due), .optional = true },
	{ 0 },
};

static const struct result_column status_whole[] = {
	{ "programme", COLUMN_OBJECT, "What it is, and who answers for it.",
		.columns = programme_columns },
	{ "confidence", COLUMN_OBJECT, "What is given and what is suggested.",
		.columns = confidence_columns },
	{ "phase", COLUMN_OBJECT, "Empty where today lies in none.", .columns = phase_columns },
	{ "wave", COLUMN_WHOLE, "The highest that has launched; 0 is the pilot.",
		AT(struct status_report, wave), .present = has_wave, .optional = true },
	{ "gate", COLUMN_OBJECT, "The next that is not accepted; empty where there is none.",
		.columns = gate_columns },
	{ "teams", COLUMN_OBJECT, "By who leads their use of objectives.", .columns = team_columns,
		.one_line = true },
	{ "milestones", COLUMN_OBJECT, "How many there are.", .columns = milestone_columns,
		.one_line = true },
	{ "stakeholders", COLUMN_OBJECT, "How many there are.", .columns = stakeholder_columns,
		.one_line = true },
	{ "measures", COLUMN_TEXT, "The reading of the cadence in one line.",
		AT(struct status_report, measures), .optional = true },
	{ "findings", COLUMN_OBJECT, "What the rule book finds.", .columns = count_columns,
		.one_line = true },
	{ "decisions", COLUMN_LIST, "Needed now.",
		ROWS(struct status_report, decisions.items, decisions.count),
		.columns = item_columns },
	{ "blocked", COLUMN_LIST, "What does not go on.",
		ROWS(struct status_report, blocked.items, blocked.count), .columns = item_columns },
	{ "changed_since", COLUMN_DAY, "The review since which changes are listed.",
		AT(struct status_report, changed_since), .optional = true },
	{ "changed", COLUMN_LIST, "The newest first.",
		ROWS(struct status_report, changed.items, changed.count), .columns = item_columns },
	{ 0 },
};

const struct result result_status = { "status", "The control room.", AUDIENCE_LEAD,
	sizeof(struct status_report), status_whole, NULL };
