/* SPDX-License-Identifier: MIT */
/* The diagnosis. Answers of single people are in it because it is for the lead. */
#include "columns.h"
#include "rollout/programme/readiness.h"

static enum status
each_finding(const void *whole, result_row *row, void *context, struct error *error)
{
	const struct readiness_report *report = whole;
	enum status status = STATUS_OK;

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
	{ "respondent", COLUMN_TEXT, AT(struct readiness_answer, name), .always = true,
		.help = "A name." },
	{ "score", COLUMN_WHOLE, AT(struct readiness_answer, score), .minimum = 1,
		.help = "1 to 5; left out: not known." },
	{ "score_before", COLUMN_WHOLE, AT(struct readiness_answer, score_before), .minimum = 1,
		.help = "The person's score at the last gate." },
	{ "on", COLUMN_DAY, AT(struct readiness_answer, on), .always = true,
		.help = "The day of the answer." },
	{ "stale", COLUMN_BOOLEAN, AT(struct readiness_answer, stale), .always = true,
		.help = "Whether its evidence is old." },
	{ 0 },
};

static const struct result_column question_columns[] = {
	{ "question", COLUMN_ID, AT(struct readiness_question, identifier), .always = true,
		.help = "The question's id." },
	{ "prompt", COLUMN_TEXT, AT(struct readiness_question, prompt), .always = true,
		.help = "What is asked." },
	{ "critical", COLUMN_BOOLEAN, AT(struct readiness_question, critical), .always = true,
		.help = "Whether it alone can stop the rollout." },
	{ "state", COLUMN_WORD, AT(struct readiness_question, state), .words = state_words,
		.always = true, .help = "What the answers make of it." },
	{ "state_before", COLUMN_WORD, AT(struct readiness_question, state_before),
		.words = state_words, .help = "At the last gate." },
	{ "mean", COLUMN_DECIMAL, AT(struct readiness_question, mean), .digits = 2,
		.help = "Left out where nobody gave a score." },
	{ "mean_before", COLUMN_DECIMAL, AT(struct readiness_question, mean_before), .digits = 2,
		.help = "At the last gate." },
	{ "spread", COLUMN_WHOLE, AT(struct readiness_question, spread), .always = true,
		.help = "Between the highest and the lowest score." },
	{ "misaligned", COLUMN_BOOLEAN, AT(struct readiness_question, misaligned), .always = true,
		.help = "Whether people differ too much for the mean to say anything." },
	{ "known", COLUMN_WHOLE, AT(struct readiness_question, known), .always = true,
		.help = "Answers with a score." },
	{ "not_known", COLUMN_WHOLE, AT(struct readiness_question, not_known), .always = true,
		.help = "Answers without one." },
	{ "stale", COLUMN_WHOLE, AT(struct readiness_question, stale), .always = true,
		.help = "Answers whose evidence is old." },
	{ "answers", COLUMN_LIST, ROWS(struct readiness_question, answers, answer_count),
		.columns = answer_columns, .one_line = true, .always = true, .help = "By name." },
	{ 0 },
};

static const struct result_column area_columns[] = {
	{ "area", COLUMN_WORD, AT(struct readiness_area, area), .words = area_words,
		.always = true, .help = "What its questions are about." },
	{ "state", COLUMN_WORD, AT(struct readiness_area, state), .words = state_words,
		.always = true, .help = "That of its weakest question." },
	{ "state_before", COLUMN_WORD, AT(struct readiness_area, state_before),
		.words = state_words, .help = "At the last gate." },
	{ "mean", COLUMN_DECIMAL, AT(struct readiness_area, mean), .digits = 2,
		.help = "Of its questions' means; never decisive." },
	{ "misaligned", COLUMN_WHOLE, AT(struct readiness_area, misaligned), .always = true,
		.help = "Questions on which people differ." },
	{ "not_known", COLUMN_WHOLE, AT(struct readiness_area, not_known), .always = true,
		.help = "Answers without a score." },
	{ "stale", COLUMN_WHOLE, AT(struct readiness_area, stale), .always = true,
		.help = "Answers whose evidence is old." },
	{ "questions", COLUMN_LIST, ROWS(struct readiness_area, items, questions),
		.columns = question_columns, .always = true, .help = "In their order." },
	{ 0 },
};

static const struct result_column item_columns[] = {
	{ "type", COLUMN_TEXT, AT(struct caused, type), .always = true,
		.help = "The record's type." },
	{ "id", COLUMN_ID, AT(struct caused, identifier), .always = true,
		.help = "The record's id." },
	{ "title", COLUMN_TEXT, AT(struct caused, title), .always = true,
		.help = "What people call it." },
	{ "owner", COLUMN_TEXT, AT(struct caused, owner), .help = "A name." },
	{ "done", COLUMN_BOOLEAN, AT(struct caused, done), .always = true,
		.help = "Whether it is accepted, closed or done." },
	{ 0 },
};

static const struct result_column consequence_columns[] = {
	{ "rule", COLUMN_TEXT, .text = consequence_rule, .always = true, .help = "F1 to F11." },
	{ "items", COLUMN_LIST, ROWS(struct consequence, items, count), .columns = item_columns,
		.one_line = true, .always = true, .help = "What answers it on the roadmap." },
	{ 0 },
};

static const struct result_column readiness_whole[] = {
	{ "verdict", COLUMN_WORD, AT(struct readiness_report, verdict), .words = verdict_words,
		.always = true, .help = "Whether to begin." },
	{ "reason", COLUMN_TEXT, AT(struct readiness_report, reason), .always = true,
		.help = "The areas that make it so." },
	{ "response", COLUMN_TEXT, AT(struct readiness_report, response), .always = true,
		.help = "What to do next." },
	{ "respondents", COLUMN_WHOLE, AT(struct readiness_report, respondents), .always = true,
		.help = "People who have answered." },
	{ "newest_on", COLUMN_DAY, AT(struct readiness_report, newest_on),
		.help = "Day of the newest answer." },
	{ "compared_with", COLUMN_TEXT, AT(struct readiness_report, compared_with),
		.help = "The gate that was accepted last." },
	{ "compared_on", COLUMN_DAY, AT(struct readiness_report, compared_on),
		.help = "The day it was." },
	{ "areas", COLUMN_LIST, ROWS_FULL(struct readiness_report, areas), .columns = area_columns,
		.always = true, .help = "The four areas." },
	{ "findings", COLUMN_LIST, EACH(each_finding, struct finding), .columns = finding_columns,
		.always = true, .help = "F1 to F11 where they hold." },
	{ "consequences", COLUMN_LIST,
		ROWS(struct readiness_report, consequences, consequence_count),
		.columns = consequence_columns, .always = true,
		.help = "What each of them has put on the roadmap." },
	{ 0 },
};

const struct result result_readiness = { "readiness",
	"The diagnosis, its verdict, and what follows for the roadmap.", AUDIENCE_LEAD,
	sizeof(struct readiness_report), readiness_whole, NULL };
