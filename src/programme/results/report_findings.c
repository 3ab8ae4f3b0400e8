/* SPDX-License-Identifier: MIT */
/*
 * rollout.findings, what the rule book says of the records, and rollout.verify, what the store
 * says of the file.
 */
#include "report_writer.h"

struct listing {
	struct report report;
	bool *errors;
};

static enum status
write_finding(void *context, const struct finding *finding, struct error *error)
{
	struct listing *listing = context;

	(void)error;
	if (finding->rule->severity == SEVERITY_ERROR)
		*listing->errors = true;
	document_write_finding(&listing->report.writer, finding);
	return STATUS_OK;
}

enum status
report_write_findings(struct programme *programme, const char *only, int descriptor, bool *errors,
	struct error *error)
{
	struct listing listing = { .errors = errors };
	struct report *report = &listing.report;
	size_t waived = 0;
	enum status status;

	report_begin(report, programme, "rollout.findings", descriptor);
	json_begin_array(&report->writer.json, "findings");
	status = programme_each_finding(programme, only, write_finding, &listing, &waived, error);
	json_end_array(&report->writer.json);
	json_integer(&report->writer.json, "waived", (int64_t)waived);
	return report_end(report, status, error);
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
