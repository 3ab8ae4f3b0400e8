/* SPDX-License-Identifier: MIT */
/*
 * rollout.status: the control room as a document. What is not known is left out, never filled
 * in.
 */
#include "programme/exchange/document_writer.h"
#include "report_writer.h"

static void
write_date(struct report *report, const char *name, day date)
{
	char text[DATE_SIZE];

	if (date == NO_DAY)
		return;
	date_format(date, text);
	report_text(report, name, text);
}

static void
write_programme(struct report *report, const struct status_report *status)
{
	json_begin_object(&report->writer.json, "programme");
	report_text(report, "name", status->name);
	report_text(report, "purpose", status->purpose);
	report_text(report, "sponsor", status->sponsor);
	report_text(report, "lead", status->lead);
	if (status->week > 0)
		json_integer(&report->writer.json, "week", status->week);
	json_end_object(&report->writer.json);
}

static void
write_confidence(struct report *report, const struct status_report *status)
{
	json_begin_object(&report->writer.json, "confidence");
	report_text(report, "given", status->rating);
	report_text(report, "on", status->rating_on);
	report_text(report, "reason", status->rating_reason);
	report_text(report, "suggested", status->confidence.scopes[0].suggested);
	json_begin_array(&report->writer.json, "scopes");
	for (size_t i = 0; i < status->confidence.count; i++)
		document_write_confidence(&report->writer.json, &status->confidence.scopes[i]);
	json_end_array(&report->writer.json);
	json_end_object(&report->writer.json);
}

static void
write_phase(struct report *report, const struct status_report *status)
{
	json_begin_object(&report->writer.json, "phase");
	if (status->phase) {
		report_text(report, "name", status->phase);
		json_integer(&report->writer.json, "week", status->phase_week);
		json_integer(&report->writer.json, "weeks", status->phase_weeks);
		report_text(report, "slice", status->slice);
	}
	json_end_object(&report->writer.json);
}

static void
write_gate(struct report *report, const struct status_report *status)
{
	json_begin_object(&report->writer.json, "gate");
	if (status->gate) {
		report_text(report, "milestone", status->gate_identifier);
		report_text(report, "title", status->gate);
		report_text(report, "owner", status->gate_owner);
		write_date(report, "on", status->gate_on);
		json_integer(&report->writer.json, "met", status->gate_met);
		json_integer(&report->writer.json, "criteria", status->gate_criteria);
	}
	json_end_object(&report->writer.json);
}

static void
write_counts(struct report *report, const struct status_report *status)
{
	struct json_writer *json = &report->writer.json;

	json_begin_inline_object(json, "teams");
	json_integer(json, "central", status->central);
	json_integer(json, "supported", status->supported);
	json_integer(json, "handed_off", status->handed_off);
	json_end_object(json);
	json_begin_inline_object(json, "milestones");
	json_integer(json, "all", status->milestones);
	json_integer(json, "accepted", status->accepted);
	json_integer(json, "late", status->late);
	json_end_object(json);
	json_begin_inline_object(json, "stakeholders");
	json_integer(json, "all", status->stakeholders);
	json_integer(json, "without_owner", status->without_owner);
	json_end_object(json);
	json_begin_inline_object(json, "findings");
	json_integer(json, "errors", status->errors);
	json_integer(json, "warnings", status->warnings);
	json_integer(json, "notices", status->notices);
	json_end_object(json);
}

static void
write_items(struct report *report, const char *name, const struct status_list *list)
{
	json_begin_array(&report->writer.json, name);
	for (size_t i = 0; i < list->count; i++) {
		const struct status_item *item = &list->items[i];

		json_begin_object(&report->writer.json, NULL);
		report_text(report, "rule", item->rule);
		report_text(report, "type", item->type);
		report_text(report, "id", item->subject);
		report_text(report, "text", item->text);
		report_text(report, "detail", item->detail);
		write_date(report, "due_on", item->due);
		json_end_object(&report->writer.json);
	}
	json_end_array(&report->writer.json);
}

enum status
report_write_status(struct programme *programme, const struct status_report *status, int descriptor,
	struct error *error)
{
	struct report report;

	report_begin(&report, programme, "rollout.status", descriptor);
	write_programme(&report, status);
	write_confidence(&report, status);
	write_phase(&report, status);
	write_gate(&report, status);
	write_counts(&report, status);
	write_items(&report, "decisions", &status->decisions);
	write_items(&report, "blocked", &status->blocked);
	report_text(&report, "changed_since", status->changed_since);
	write_items(&report, "changed", &status->changed);
	return report_end(&report, STATUS_OK, error);
}
