/* SPDX-License-Identifier: MIT */
/*
 * rollout.import: what an import did, or would do: counts, what was taken for what, and what
 * was wrong.
 */
#include "report_writer.h"

static void
write_mappings(struct report *report, const struct import_result *result)
{
	json_begin_array(&report->writer.json, "mapping");
	for (size_t i = 0; i < result->mapping_count; i++) {
		const struct column_mapping *mapping = &result->mappings[i];

		json_begin_inline_object(&report->writer.json, NULL);
		report_text(report, "column", mapping->column);
		report_text(report, "field", mapping->field);
		json_integer(&report->writer.json, "count", mapping->count);
		json_end_object(&report->writer.json);
	}
	json_end_array(&report->writer.json);
}

static void
write_values(struct report *report, const struct import_result *result)
{
	json_begin_array(&report->writer.json, "values");
	for (size_t i = 0; i < result->value_count; i++) {
		const struct value_mapping *value = &result->values[i];

		json_begin_inline_object(&report->writer.json, NULL);
		report_text(report, "field", value->field);
		report_text(report, "from", value->from);
		report_text(report, "to", value->to);
		json_integer(&report->writer.json, "count", value->count);
		json_end_object(&report->writer.json);
	}
	json_end_array(&report->writer.json);
}

/* The texts that were kept of all there were. */
static void
write_problems(struct report *report, const char *name, const char *total, const char *const *texts,
	size_t count)
{
	json_begin_array(&report->writer.json, name);
	for (size_t i = 0; i < count && i < PROBLEMS_SHOWN; i++)
		report_text(report, NULL, texts[i]);
	json_end_array(&report->writer.json);
	json_integer(&report->writer.json, total, (int64_t)count);
}

enum status
report_write_import(struct programme *programme, const struct import_result *result, bool dry_run,
	int descriptor, struct error *error)
{
	struct report report;

	report_begin(&report, programme, "rollout.import", descriptor);
	json_boolean(&report.writer.json, "dry_run", dry_run);
	json_integer(&report.writer.json, "added", result->added);
	json_integer(&report.writer.json, "changed", result->changed);
	json_integer(&report.writer.json, "unchanged", result->unchanged);
	json_integer(&report.writer.json, "rejected", result->rejected);
	json_integer(&report.writer.json, "people_added", result->people_added);
	write_mappings(&report, result);
	write_values(&report, result);
	write_problems(
		&report, "warnings", "warning_count", result->warnings, result->warning_count);
	write_problems(&report, "errors", "error_count", result->errors, result->error_count);
	return report_end(&report, STATUS_OK, error);
}
