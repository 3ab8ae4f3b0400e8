/* SPDX-License-Identifier: MIT */
/* rollout.forecast: when each phase is likely to end, and how much that rests on. */
#include "report_writer.h"

static void
write_day(struct report *report, const char *name, day date)
{
	char text[DATE_SIZE];

	if (date == NO_DAY)
		return;
	date_format(date, text);
	report_text(report, name, text);
}

static void
write_line(struct report *report, const struct forecast_line *line)
{
	struct json_writer *json = &report->writer.json;

	json_begin_inline_object(json, NULL);
	report_text(report, "phase", line->identifier);
	report_text(report, "name", line->name);
	write_day(report, "ends_on", line->planned);
	write_day(report, "forecast_on", line->expected);
	write_day(report, "middle_on", line->middle);
	write_day(report, "safe_on", line->safe);
	json_integer(json, "open", line->open);
	json_end_object(json);
}

enum status
report_write_forecast(struct programme *programme, const struct forecast_report *forecast,
	int descriptor, struct error *error)
{
	struct report report;
	struct json_writer *json = &report.writer.json;

	report_begin(&report, programme, "rollout.forecast", descriptor);
	json_integer(json, "runs", forecast->runs);
	json_integer(json, "middle_percent", forecast->middle_percent);
	json_integer(json, "safe_percent", forecast->safe_percent);
	json_integer(json, "history", forecast->history);
	json_integer(json, "estimated", forecast->estimated);
	json_integer(json, "by_history", forecast->by_history);
	json_integer(json, "on_time", forecast->on_time);
	json_begin_array(json, "ends");
	for (size_t i = 0; i < forecast->count; i++)
		write_line(&report, &forecast->lines[i]);
	json_end_array(json);
	return report_end(&report, STATUS_OK, error);
}
