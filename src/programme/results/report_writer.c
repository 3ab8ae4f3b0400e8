/* SPDX-License-Identifier: MIT */
/*
 * The frame of a result, around what document_writer writes for exports too: one way to write a
 * record, whoever asked for it. Results are for the lead, who sees everything.
 */
#include "report_writer.h"

#include <stdlib.h>
#include <string.h>

void
report_begin(struct report *report, struct programme *programme, const char *format, int descriptor)
{
	memset(report, 0, sizeof(*report));
	report->output = output_open_descriptor(descriptor);
	report->writer = (struct document_writer){ .programme = programme,
		.audience = AUDIENCE_LEAD,
		.skip = -1,
		.cache = memory_new(1, sizeof(*report->writer.cache)),
		.error = &report->look_up };
	json_writer_init(&report->writer.json, report->output);
	document_begin(&report->writer, format);
}

enum status
report_end(struct report *report, enum status so_far, struct error *error)
{
	enum status status = so_far;

	if (!status && report->writer.status) {
		status = report->writer.status;
		*error = report->look_up;
	}
	free(report->writer.cache);
	if (status) {
		output_abandon(report->output);
		return status;
	}
	document_end(&report->writer);
	return output_finish(report->output, error);
}

void
report_text(struct report *report, const char *name, const char *text)
{
	if (text && *text)
		json_text(&report->writer.json, name, text, strlen(text));
}
