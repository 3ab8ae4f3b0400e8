/* SPDX-License-Identifier: MIT */
/* The diagnosis. Answers of single people are in it because it is for the lead. */
#include "columns.h"
#include "rollout/programme/readiness.h"

static enum status
each_finding(const struct result_column *list, const void *whole, result_row *row, void *context,
	struct error *error)
{
	const struct readiness_report *report = whole;
	enum status status = STATUS_OK;

	(void)list;
	for (size_t i = 0; i < report->consequence_count && status == STATUS_OK; i++)
		status = row(context, report->consequences[i].finding, error);
	return status;
}

static const char *
consequence_rule(const void *row, struct arena *arena)
{
	(void)arena;
	return ((const struct consequence *)row)->finding->rule->id;
}

/* clang-format off */

static const char *const state_words[] = { "red", "amber", "green", "unknown", NULL };
static const char *const verdict_words[] = { "stop", "conditions", "ready", NULL };
static const char *const area_words[] = { "leadership", "operations", "culture", "adoption", NULL };

static const struct result_column answer_columns[] = {
	{ "id", COLUMN_ID, "Who answered.", AT(struct readiness_answer, identifier) },
	{ "respondent", COLUMN_TEXT, "A name.", AT(struct readiness_answer, name) },
	{ "score", COLUMN_WHOLE, "1 to 5; left out: not known.", AT(struct readiness_answer, score),
		.minimum = 1, .optional = true },
	{ "score_before", COLUMN_WHOLE, "The person's score at the last gate.",
		AT(struct readiness_answer, score_before), .minimum = 1, .optional = true },
	{ "on", COLUMN_DAY, "The day of the answer.", AT(struct readiness_answer, on) },
	{ "stale", COLUMN_BOOLEAN, "Whether its evidence is old.",
		AT(struct readiness_answer, stale) },
	{ 0 },
};

static const struct result_column question_columns[] = {
	{ "question", COLUMN_ID, "The question's id.", AT(struct readiness_question, identifier) },
	{ "prompt", COLUMN_TEXT, "What is asked.", AT(struct readiness_question, prompt) },
	{ "critical", COLUMN_BOOLEAN, "Whether it alone can stop the rollout.",
		AT(struct readiness_question, critical) },
	{ "state", COLUMN_WORD, "What the answers make of it.",
		AT(struct readiness_question, state), .words = state_words },
	{ "state_before", COLUMN_WORD, "At the last gate.",
		AT(struct readiness_question, state_before), .words = state_words,
		.optional = true },
	{ "mean", COLUMN_DECIMAL, "Left out where nobody gave a score.",
		AT(struct readiness_question, mean), .digits = 2, .optional = true },
	{ "mean_before", COLUMN_DECIMAL, "At the last gate.",
		AT(struct readiness_question, mean_before), .digits = 2, .optional = true },
	{ "spread", COLUMN_WHOLE, "Between the highest and the lowest score.",
		AT(struct readiness_question, spread) },
	{ "misaligned", COLUMN_BOOLEAN,
		"Whether people differ too much for the mean to say anything.",
		AT(struct readiness_question, misaligned) },
	{ "known", COLUMN_WHOLE, "Answers with a score.", AT(struct readiness_question, known) },
	{ "not_known", COLUMN_WHOLE, "Answers without one.",
		AT(struct readiness_question, not_known) },
	{ "stale", COLUMN_WHOLE, "Answers whose evidence is old.",
		AT(struct readiness_question, stale) },
	{ "answers", COLUMN_LIST, "By name.",
		ROWS(struct readiness_question, answers, answer_count), .columns = answer_columns,
		.one_line = true },
	{ 0 },
};

static const struct result_column area_columns[] = {
	{ "area", COLUMN_WORD, "What its questions are about.", AT(struct readiness_area, area),
		.words = area_words },
	{ "state", COLUMN_WORD, "That of its weakest question.", AT(struct readiness_area, state),
		.words = state_words },
	{ "state_before", COLUMN_WORD, "At the last gate.", AT(struct readiness_area, state_before),
		.words = state_words, .optional = true },
	{ "mean", COLUMN_DECIMAL, "Of its questions' means; never decisive.",
		AT(struct readiness_area, mean), .digits = 2, .optional = true },
	{ "misaligned", COLUMN_WHOLE, "Questions on which people differ.",
		AT(struct readiness_area, misaligned) },
	{ "not_known", COLUMN_WHOLE, "Answers without a score.",
		AT(struct readiness_area, not_known) },
	{ "stale", COLUMN_WHOLE, "Answers whose evidence is old.",
		AT(struct readiness_area, stale) },
	{ "questions", COLUMN_LIST, "In their order.",
		ROWS(struct readiness_area, items, questions), .columns = question_columns },
	{ 0 },
};

static const struct result_column item_columns[] = {
	{ "type", COLUMN_TEXT, "The record's type.", AT(struct caused, type) },
	{ "id", COLUMN_ID, "The record's id.", AT(struct caused, identifier) },
	{ "title", COLUMN_TEXT, "What people call it.", AT(struct caused, title) },
	{ "owner", COLUMN_TEXT, "A name.", AT(struct caused, owner), .optional = true },
	{ "done", COLUMN_BOOLEAN, "Whether it is accepted, closed or done.",
		AT(struct caused, done) },
	{ 0 },
};

static const struct result_column consequence_columns[] = {
	{ "rule", COLUMN_TEXT, "F1 to F11.", .text = consequence_rule },
	{ "items", COLUMN_LIST, "What answers it on the roadmap.",
		ROWS(struct consequence, items, count), .columns = item_columns, .one_line = true },
	{ 0 },
};

static const struct result_column readiness_whole[] = {
	{ "verdict", COLUMN_WORD, "Whether to begin.", AT(struct readiness_report, verdict),
		.words = verdict_words },
	{ "reason", COLUMN_TEXT, "The areas that make it so.",
		AT(struct readiness_report, reason) },
	{ "response", COLUMN_TEXT, "What to do next.", AT(struct readiness_report, response) },
	{ "respondents", COLUMN_WHOLE, "People who have answered.",
		AT(struct readiness_report, respondents) },
	{ "newest_on", COLUMN_DAY, "Day of the newest answer.",
		AT(struct readiness_report, newest_on), .optional = true },
	{ "compared_with", COLUMN_TEXT, "The gate that was accepted last.",
		AT(struct readiness_report, compared_with), .optional = true },
	{ "compared_on", COLUMN_DAY, "The day it was.", AT(struct readiness_report, compared_on),
		.optional = true },
	{ "areas", COLUMN_LIST, "The four areas.", ROWS_FULL(struct readiness_report, areas),
		.columns = area_columns },
	{ "findings", COLUMN_LIST, "F1 to F11 where they hold.", EACH(each_finding, struct finding),
		.columns = finding_columns },
	{ "consequences", COLUMN_LIST, "What each of them has put on the roadmap.",
		ROWS(struct readiness_report, consequences, consequence_count),
		.columns = consequence_columns },
	{ 0 },
};

const struct result result_readiness = { "readiness",
	"The diagnosis, its verdict, and what follows for the roadmap.", AUDIENCE_LEAD,
	sizeof(struct readiness_report), readiness_whole, NULL };
