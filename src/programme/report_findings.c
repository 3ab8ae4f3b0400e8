/* SPDX-License-Identifier: MIT */
/*
 * rollout.findings, what the rule book says of the records, and rollout.verify, what the store
 * says of the file.
 */
#include "report_writer.h"

enum status
report_write_findings(struct programme *programme, const struct finding *findings, size_t count,
	size_t waived, int descriptor, struct error *error)
{
	struct report report;

	report_begin(&report, programme, "rollout.findings", descriptor);
	json_begin_array(&report.writer.json, "findings");
	for (size_t i = 0; i < count; i++)
		document_write_finding(&report.writer, &findings[i]);
	json_end_array(&report.writer.json);
	json_integer(&report.writer.json, "waived", (int64_t)waived);
	return report_end(&report, STATUS_OK, error);
}

enum status
report_write_faults(struct programme *programme, const char *const *lines, size_t count,
	int64_t faults, int descriptor, struct error *error)
{
	struct report report;

	report_begin(&report, programme, "rollout.verify", descriptor);
	json_integer(&report.writer.json, "faults", faults);
	json_begin_array(&report.writer.json, "messages");
	for (size_t i = 0; i < count; i++)
		report_text(&report, NULL, lines[i]);
	json_end_array(&report.writer.json);
	return report_end(&report, STATUS_OK, error);
}
