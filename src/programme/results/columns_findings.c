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

const struct result_column columns_of_text[] = {
	{ "", COLUMN_TEXT, .storage = STORED_TEXT, .help = "A text." },
	{ 0 },
};

/* clang-format off */

static const char *const severity_words[] = { "error", "warning", "notice", NULL };

static const struct result_column subject_columns[] = {
	{ "type", COLUMN_TEXT, AT(struct finding, type), .always = true, .audience = AUDIENCE_TEAM,
		.help = "A type's name, or what kind of thing the word in id is." },
	{ "id", COLUMN_TEXT, AT(struct finding, subject), .always = true,
		.audience = AUDIENCE_TEAM, .help = "The record's id, or a word." },
	{ "name", COLUMN_TEXT, AT(struct finding, name), .audience = AUDIENCE_TEAM,
		.help = "What people call it." },
	{ 0 },
};

const struct result_column finding_columns[] = {
	{ "id", COLUMN_TEXT, AT(struct finding, id), .always = true, .audience = AUDIENCE_TEAM,
		.help = "Rule, type and record: S4/stakeholder/m-quist." },
	{ "rule", COLUMN_TEXT, AT(struct finding, rule), .always = true, .audience = AUDIENCE_TEAM,
		.help = "The rule's id." },
	{ "severity", COLUMN_WORD, .text = severity_text, .words = severity_words, .always = true,
		.audience = AUDIENCE_TEAM, .help = "How much it matters." },
	{ "subject", COLUMN_OBJECT, .columns = subject_columns, .one_line = true, .always = true,
		.audience = AUDIENCE_TEAM, .help = "What it is about." },
	{ "message", COLUMN_TEXT, AT(struct finding, message), .always = true,
		.audience = AUDIENCE_TEAM, .help = "What was found." },
	{ "facts", COLUMN_JSON, AT(struct finding, facts), .always = true,
		.audience = AUDIENCE_TEAM, .help = "What it was found by; each rule has its own." },
	{ "response", COLUMN_TEXT, AT(struct finding, response), .always = true,
		.audience = AUDIENCE_TEAM, .help = "What to do next." },
	{ 0 },
};

/* clang-format on */

/* One after the other: nobody keeps them. */
static enum status
each_finding(const void *whole, result_row *row, void *context, struct error *error)
{
	const struct findings_result *asked = whole;
	struct rows rows = rows_open(asked->programme, NULL, error);
	struct finding finding;

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
	{ "findings", COLUMN_LIST, EACH(each_finding, struct finding), .columns = finding_columns,
		.always = true, .help = "By severity, rule and subject." },
	{ "waived", COLUMN_WHOLE, AT(struct findings_result, waived), .always = true,
		.help = "Findings under a waiver in force; they are not listed." },
	{ 0 },
};

const struct result result_findings = { "findings",
	"What the rule book finds: the result of check.", AUDIENCE_LEAD,
	sizeof(struct findings_result), findings_whole, NULL };

static const struct result_column verify_whole[] = {
	{ "faults", COLUMN_WHOLE, AT(struct damage, faults), .always = true,
		.help = "How many there are." },
	{ "messages", COLUMN_LIST, ROWS(struct damage, lines, count),
		.columns = columns_of_text, .always = true, .help = "The first of them, in words." },
	{ 0 },
};

const struct result result_verify = { "verify", "What is wrong with the file.", AUDIENCE_LEAD,
	sizeof(struct damage), verify_whole, NULL };
