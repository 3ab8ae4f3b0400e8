/* SPDX-License-Identifier: MIT */
/*
 * rollout.schedule, rollout.slip, and the same members inside a milestone of the roadmap document.
 */
#include "report_writer.h"

static void
write_day(struct json_writer *json, const char *name, day date)
{
	char text[DATE_SIZE];

	if (date == NO_DAY)
		return;
	date_format(date, text);
	json_text(json, name, text, DATE_SIZE - 1);
}

void
document_write_schedule(struct json_writer *json, const struct milestone_now *item)
{
	write_day(json, "forecast_on", item->dates.expected);
	write_day(json, "due_on", item->due);
	json_boolean(json, "late", item->late);
	write_day(json, "latest_on", item->dates.latest);
	if (item->dates.expected != NO_DAY)
		json_integer(json, "slack_days", item->dates.slack);
	json_boolean(json, "critical", item->dates.critical);
	if (item->baseline != NO_DAY)
		json_integer(json, "slip_days", item->slip);
	if (item->current_baseline != NO_DAY)
		json_integer(json, "current_slip_days", item->current_slip);
}

enum status
report_write_slip(struct programme *programme, const struct slip_chart *chart, int descriptor,
	struct error *error)
{
	struct report report;
	struct json_writer *json = &report.writer.json;

	report_begin(&report, programme, "rollout.slip", descriptor);
	report_text(&report, "milestone", chart->identifier);
	/* pattern and reason: the gravest, for those who look at one. */
	if (chart->pattern_count > 0)
		report_text(&report, "pattern", chart->patterns[0].name);
	report_text(&report, "reason",
		chart->pattern_count > 0 ? chart->patterns[0].reason : chart->nothing);
	json_begin_array(json, "patterns");
	for (size_t i = 0; i < chart->pattern_count; i++) {
		json_begin_inline_object(json, NULL);
		report_text(&report, "pattern", chart->patterns[i].name);
		report_text(&report, "reason", chart->patterns[i].reason);
		report_text(&report, "response", chart->patterns[i].response);
		json_end_object(json);
	}
	json_end_array(json);
	json_begin_array(json, "reports");
	for (size_t i = 0; i < chart->count; i++) {
		json_begin_inline_object(json, NULL);
		write_day(json, "on", chart->reports[i].on);
		write_day(json, "forecast_on", chart->reports[i].forecast);
		json_end_object(json);
	}
	json_end_array(json);
	return report_end(&report, STATUS_OK, error);
}

enum status
report_write_schedule(struct programme *programme, const struct schedule *schedule, int descriptor,
	struct error *error)
{
	struct report report;
	struct json_writer *json = &report.writer.json;

	report_begin(&report, programme, "rollout.schedule", descriptor);
	json_begin_array(json, "milestones");
	for (size_t i = 0; i < schedule->count; i++) {
		json_begin_inline_object(json, NULL);
		report_text(&report, "milestone", schedule->milestones[i].identifier);
		document_write_schedule(json, &schedule->milestones[i]);
		json_end_object(json);
	}
	json_end_array(json);
	return report_end(&report, STATUS_OK, error);
}
