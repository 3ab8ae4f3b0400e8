/* SPDX-License-Identifier: MIT */
/*
 * rollout.readiness: the diagnosis as a document. Answers of single people are in it because
 * results are for the lead.
 */
#include "report_writer.h"

static void
write_mean(struct json_writer *json, const char *name, int mean)
{
	if (mean != MEAN_UNKNOWN)
		json_number(json, name, mean / 100.0, 2);
}

static void
write_answers(struct report *report, const struct readiness_question *question)
{
	struct json_writer *json = &report->writer.json;

	json_begin_array(json, "answers");
	for (size_t i = 0; i < question->answer_count; i++) {
		const struct readiness_answer *answer = &question->answers[i];

		json_begin_inline_object(json, NULL);
		report_text(report, "respondent", answer->name);
		if (answer->score > 0)
			json_integer(json, "score", answer->score);
		if (answer->score_before > 0)
			json_integer(json, "score_before", answer->score_before);
		report_text(report, "on", answer->on);
		json_boolean(json, "stale", answer->stale);
		json_end_object(json);
	}
	json_end_array(json);
}

static void
write_question(struct report *report, const struct readiness_question *question)
{
	struct json_writer *json = &report->writer.json;

	json_begin_object(json, NULL);
	report_text(report, "question", question->identifier);
	report_text(report, "prompt", question->prompt);
	json_boolean(json, "critical", question->critical);
	report_text(report, "state", question->state);
	report_text(report, "state_before", question->state_before);
	write_mean(json, "mean", question->mean);
	write_mean(json, "mean_before", question->mean_before);
	json_integer(json, "spread", question->spread);
	json_boolean(json, "misaligned", question->misaligned);
	json_integer(json, "known", question->known);
	json_integer(json, "not_known", question->not_known);
	json_integer(json, "stale", question->stale);
	write_answers(report, question);
	json_end_object(json);
}

static void
write_area(struct report *report, const struct readiness_report *readiness,
	const struct readiness_area *area)
{
	struct json_writer *json = &report->writer.json;

	json_begin_object(json, NULL);
	report_text(report, "area", area->area);
	report_text(report, "state", area->state);
	report_text(report, "state_before", area->state_before);
	write_mean(json, "mean", area->mean);
	json_integer(json, "misaligned", area->misaligned);
	json_integer(json, "not_known", area->not_known);
	json_integer(json, "stale", area->stale);
	json_begin_array(json, "questions");
	for (int i = 0; i < area->questions; i++)
		write_question(report, &readiness->questions[area->first + (size_t)i]);
	json_end_array(json);
	json_end_object(json);
}

static void
write_consequence(struct report *report, const struct consequence *consequence)
{
	struct json_writer *json = &report->writer.json;

	json_begin_object(json, NULL);
	report_text(report, "rule", consequence->finding->rule->id);
	json_begin_array(json, "items");
	for (size_t i = 0; i < consequence->count; i++) {
		const struct caused *item = &consequence->items[i];

		json_begin_inline_object(json, NULL);
		report_text(report, "type", item->type->name);
		report_text(report, "id", item->identifier);
		report_text(report, "title", item->title);
		report_text(report, "owner", item->owner);
		json_boolean(json, "done", item->done);
		json_end_object(json);
	}
	json_end_array(json);
	json_end_object(json);
}

enum status
report_write_readiness(struct programme *programme, const struct readiness_report *readiness,
	int descriptor, struct error *error)
{
	struct report report;
	struct json_writer *json = &report.writer.json;

	report_begin(&report, programme, "rollout.readiness", descriptor);
	report_text(&report, "verdict", readiness->verdict);
	report_text(&report, "reason", readiness->reason);
	report_text(&report, "response", readiness->response);
	json_integer(json, "respondents", readiness->respondents);
	report_text(&report, "newest_on", readiness->newest_on);
	report_text(&report, "compared_with", readiness->compared_with);
	report_text(&report, "compared_on", readiness->compared_on);
	json_begin_array(json, "areas");
	for (int i = 0; i < AREA_COUNT; i++)
		write_area(&report, readiness, &readiness->areas[i]);
	json_end_array(json);
	json_begin_array(json, "findings");
	for (size_t i = 0; i < readiness->consequence_count; i++)
		document_write_finding(&report.writer, readiness->consequences[i].finding);
	json_end_array(json);
	json_begin_array(json, "consequences");
	for (size_t i = 0; i < readiness->consequence_count; i++)
		write_consequence(&report, &readiness->consequences[i]);
	json_end_array(json);
	return report_end(&report, STATUS_OK, error);
}
