/* SPDX-License-Identifier: MIT */
/*
 * rollout.sequence, and the same members inside a team of the roadmap document.
 */
#include <string.h>

#include "report_writer.h"

void
document_write_sequence(struct document_writer *writer, const struct sequenced *item)
{
	struct json_writer *json = &writer->json;

	if (writer->audience != AUDIENCE_TEAM)
		json_text(json, "order", item->order, strlen(item->order));
	if (item->team.wave != NO_WAVE)
		json_integer(json, "wave", item->team.wave);
	if (writer->audience != AUDIENCE_TEAM)
		json_text(json, "reason", item->reason, strlen(item->reason));
}

enum status
report_write_sequence(struct programme *programme, const struct sequence_report *sequence,
	int descriptor, struct error *error)
{
	struct report report;
	struct json_writer *json = &report.writer.json;

	report_begin(&report, programme, "rollout.sequence", descriptor);
	json_integer(json, "capacity", sequence->limits.wave_most);
	report_text(&report, "capacity_reason", sequence->capacity);
	json_begin_array(json, "teams");
	for (size_t i = 0; i < sequence->count; i++) {
		json_begin_inline_object(json, NULL);
		report_text(&report, "team", sequence->teams[i].identifier);
		document_write_sequence(&report.writer, &sequence->teams[i]);
		json_end_object(json);
	}
	json_end_array(json);
	return report_end(&report, STATUS_OK, error);
}
