/* SPDX-License-Identifier: MIT */
/* What the rule book says of the records, and what the store says of the file. */
#include "columns.h"
#include "rollout/programme/reading.h"
#include "rollout/programme/results.h"

static const char *
severity_text(const void *row, struct arena *arena)
{
	(void)arena;
	return severity_name(((const struct finding *)row)->rule->severity);
}

static const char *
subject_text(const void *row, struct arena *arena)
{
	const struct finding *finding = row;

	(void)arena;
	return finding->name ? finding->name : finding->subject;
}

static const char *
alarm_text(const void *row, struct arena *arena)
{
	(void)arena;
	return ((const struct finding *)row)->rule->alarm;
}

const struct result_column columns_of_text[] = {
	{ "", COLUMN_TEXT, "A text.", .storage = STORED_TEXT },
	{ 0 },
};

/* clang-format off */

static const char *const severity_words[] = { "error", "warning", "notice", NULL };

static const struct result_column subject_columns[] = {
	{ "type", COLUMN_TEXT, "A type's name, or what kind of thing the word in id is.",
		AT(struct finding, type), .audience = AUDIENCE_TEAM },
	{ "id", COLUMN_TEXT, "The record's id, or a word.", AT(struct finding, subject),
		.audience = AUDIENCE_TEAM },
	{ "name", COLUMN_TEXT, "What people call it.", AT(struct finding, name),
		.audience = AUDIENCE_TEAM, .optional = true },
	{ 0 },
};

const struct result_column finding_columns[] = {
	{ "id", COLUMN_TEXT, "Rule, type and record: S4/stakeholder/m-quist.",
		AT(struct finding, id), .audience = AUDIENCE_TEAM },
	{ "rule", COLUMN_TEXT, "The rule's id.", AT(struct finding, rule), .head = "rule",
		.audience = AUDIENCE_TEAM },
	{ NULL, COLUMN_TEXT, "What it is about.", .text = subject_text, .head = "about" },
	{ "severity", COLUMN_WORD, "How much it matters.", .text = severity_text,
		.words = severity_words, .audience = AUDIENCE_TEAM },
	{ "subject", COLUMN_OBJECT, "What it is about.", .columns = subject_columns,
		.one_line = true, .audience = AUDIENCE_TEAM },
	{ "message", COLUMN_TEXT, "What was found.", AT(struct finding, message), .head = "found",
		.wraps = true,
		.audience = AUDIENCE_TEAM },
	{ "facts", COLUMN_JSON, "What it was found by; each rule has its own.",
		AT(struct finding, facts), .audience = AUDIENCE_TEAM },
	{ "response", COLUMN_TEXT, "What to do next.", AT(struct finding, response),
		.audience = AUDIENCE_TEAM },
	{ "false_alarms", COLUMN_TEXT, "Of a signal: how often chance alone raises it.",
		.text = alarm_text, .optional = true, .audience = AUDIENCE_TEAM },
	{ 0 },
};

/* clang-format on */

/* One after the other: nobody keeps them. */
static enum status
each_finding(const struct result_column *list, const void *whole, result_row *row, void *context,
	struct error *error)
{
	const struct findings_result *asked = whole;
	struct rows rows = rows_open(asked->programme, NULL, error);
	struct finding finding;

	(void)list;
	if (asked->signals)
		rows_check_signals(&rows);
	else
		rows_check(&rows, asked->only);
	while (rows_next_finding(&rows, &finding)) {
		if (finding.rule->severity == SEVERITY_ERROR)
			*asked->errors = true;
		rows.status = row(context, &finding, error);
	}
	*asked->waived = rows.waived;
	return rows_close(&rows);
}

/* clang-format off */

static const struct result_column findings_whole[] = {
	{ "findings", COLUMN_LIST, "By severity, rule and subject.",
		EACH(each_finding, struct finding), .columns = finding_columns },
	{ "waived", COLUMN_WHOLE, "Findings under a waiver in force; they are not listed.",
		AT(struct findings_result, waived) },
	{ 0 },
};

const struct result result_findings = { "findings",
	"What the rule book finds: the result of check.", AUDIENCE_LEAD,
	sizeof(struct findings_result), findings_whole, NULL };

static const struct result_column verify_whole[] = {
	{ "faults", COLUMN_WHOLE, "How many there are.", AT(struct damage, faults) },
	{ "messages", COLUMN_LIST, "The first of them, in words.",
		ROWS(struct damage, lines, count), .columns = columns_of_text },
	{ 0 },
};

const struct result result_verify = { "verify", "What is wrong with the file.", AUDIENCE_LEAD,
	sizeof(struct damage), verify_whole, NULL };
