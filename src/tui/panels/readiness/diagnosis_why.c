/* SPDX-License-Identifier: MIT */
/*
 * The reasons behind the diagnosis in words: it repeats how the shared tables come
 * to a state (data/facts/readiness.sql), with the numbers that the report has.
 */
#include "diagnosis_why.h"

#include <string.h>

#include "readiness_words.h"
#include "tui/kit/record/why.h"

enum { RULES_MAX = 11 };

/* What the rule book found about it, by the word that names it. */
static size_t
find_findings(const struct readiness_report *report, const char *subject,
	const struct finding *out[RULES_MAX])
{
	size_t count = 0;

	for (size_t i = 0; i < report->consequence_count && count < RULES_MAX; i++)
		if (strcmp(report->consequences[i].finding->subject, subject) == 0)
			out[count++] = report->consequences[i].finding;
	return count;
}

/* "red: sponsorship (critical), shared-motive (critical)": the questions in that state, if any. */
static void
list_questions(const struct readiness_report *report, const struct readiness_area *area,
	const char *state, struct buffer *out)
{
	bool first = true;

	for (int i = 0; i < area->questions; i++) {
		const struct readiness_question *question =
			&report->questions[area->first + (size_t)i];

		if (strcmp(question->state, state) != 0)
			continue;
		buffer_format(out, "%s%s%s%s", first ? state : "", first ? ": " : ", ",
			question->identifier, question->critical ? " (critical)" : "");
		first = false;
	}
	if (!first)
		buffer_append_text(out, "\n");
}

static const char *
area_reason(const char *state)
{
	if (strcmp(state, "red") == 0)
		return "An area is red as soon as one critical question is, whatever its mean.";
	if (strcmp(state, "amber") == 0)
		return "An area is amber when a question in it is red or amber, or too much is not "
		       "known.";
	if (strcmp(state, "unknown") == 0)
		return "An area is unknown, and never green, until enough of its questions have a "
		       "score.";
	return "No question is red or amber, and enough of them are answered.";
}

struct panel *
diagnosis_why_area(const struct readiness_report *report, const struct readiness_area *area)
{
	static const char *const states[] = { "red", "amber", "unknown", "green" };
	const struct finding *findings[RULES_MAX];
	size_t count = find_findings(report, area->area, findings);
	char mean[READINESS_WORD];
	struct buffer text = { 0 };
	struct panel *popup;

	readiness_mean(area->mean, mean);
	buffer_format(&text, "%s, mean %s; %d of %d questions have a score", area->state, mean,
		area->known_questions, area->questions);
	buffer_format(&text, "; misaligned %d, not known %d, stale %d\n%s\n", area->misaligned,
		area->not_known, area->stale, area_reason(area->state));
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		list_questions(report, area, states[i], &text);
	buffer_format(&text, "The verdict is %s: %s.\n", report->verdict, report->response);
	popup = why_new_text(area->area, buffer_text(&text), findings, count);
	buffer_clear(&text);
	return popup;
}

static void
list_answers(const struct readiness_question *question, struct buffer *out)
{
	for (size_t i = 0; i < question->answer_count; i++) {
		const struct readiness_answer *answer = &question->answers[i];

		if (answer->score > 0)
			buffer_format(out, "%s: %d on %s", answer->name, answer->score, answer->on);
		else
			buffer_format(out, "%s: not known on %s", answer->name, answer->on);
		if (answer->score_before > 0 && answer->score_before != answer->score)
			buffer_format(out, ", %d at the last gate", answer->score_before);
		buffer_format(out, "%s%s%s\n", answer->stale ? ", stale" : "",
			answer->evidence ? "; " : "", answer->evidence ? answer->evidence : "");
	}
}

struct panel *
diagnosis_why_question(
	const struct readiness_report *report, const struct readiness_question *question)
{
	const struct finding *findings[RULES_MAX];
	size_t count = find_findings(report, question->identifier, findings);
	char mean[READINESS_WORD];
	struct buffer text = { 0 };
	struct panel *popup;

	readiness_mean(question->mean, mean);
	buffer_format(&text, "%s\n%s, mean %s over %d of %d answers%s\n", question->prompt,
		question->state, mean, question->known, question->asked,
		question->critical ? "; critical: red here turns the area red" : "");
	if (question->misaligned)
		buffer_format(&text, "misaligned: the answers lie %d apart\n", question->spread);
	list_answers(question, &text);
	popup = why_new_text(question->identifier, buffer_text(&text), findings, count);
	buffer_clear(&text);
	return popup;
}

struct panel *
diagnosis_why_finding(const struct consequence *consequence)
{
	return why_new_text(consequence->finding->rule->title, "", &consequence->finding, 1);
}
