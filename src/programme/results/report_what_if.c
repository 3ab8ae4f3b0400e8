/* SPDX-License-Identifier: MIT */
/* rollout.what_if: what would follow from changes that were not made. */
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
write_milestones(struct report *report, const struct what_if *what_if)
{
	json_begin_array(&report->writer.json, "milestones");
	for (size_t i = 0; i < what_if->milestone_count; i++) {
		json_begin_inline_object(&report->writer.json, NULL);
		report_text(report, "milestone", what_if->milestones[i].identifier);
		write_day(report, "from", what_if->milestones[i].from);
		write_day(report, "to", what_if->milestones[i].to);
		json_end_object(&report->writer.json);
	}
	json_end_array(&report->writer.json);
}

static void
write_teams(struct report *report, const struct what_if *what_if)
{
	struct json_writer *json = &report->writer.json;

	json_begin_array(json, "teams");
	for (size_t i = 0; i < what_if->team_count; i++) {
		json_begin_inline_object(json, NULL);
		report_text(report, "team", what_if->teams[i].identifier);
		if (what_if->teams[i].from != NO_WAVE)
			json_integer(json, "from", what_if->teams[i].from);
		if (what_if->teams[i].to != NO_WAVE)
			json_integer(json, "to", what_if->teams[i].to);
		json_end_object(json);
	}
	json_end_array(json);
}

static void
write_forums(struct report *report, const struct what_if *what_if)
{
	struct json_writer *json = &report->writer.json;

	json_begin_array(json, "forums");
	for (size_t i = 0; i < what_if->forum_count; i++) {
		const struct changed_forum *forum = &what_if->forums[i];

		json_begin_inline_object(json, NULL);
		report_text(report, "forum", forum->identifier);
		write_day(report, "from", forum->from);
		write_day(report, "to", forum->to);
		json_boolean(json, "chair_left", forum->chair_left);
		json_integer(json, "invited_before", forum->invited_before);
		json_integer(json, "invited_after", forum->invited_after);
		json_end_object(json);
	}
	json_end_array(json);
}

static void
write_confidence(struct report *report, const struct what_if *what_if)
{
	json_begin_array(&report->writer.json, "confidence");
	for (size_t i = 0; i < what_if->colour_count; i++) {
		json_begin_inline_object(&report->writer.json, NULL);
		report_text(report, "scope", what_if->colours[i].scope);
		report_text(report, "from", what_if->colours[i].from);
		report_text(report, "to", what_if->colours[i].to);
		json_end_object(&report->writer.json);
	}
	json_end_array(&report->writer.json);
}

static void
write_findings(
	struct report *report, const char *name, const struct finding *findings, size_t count)
{
	json_begin_array(&report->writer.json, name);
	for (size_t i = 0; i < count; i++)
		document_write_finding(&report->writer, &findings[i]);
	json_end_array(&report->writer.json);
}

enum status
report_write_what_if(struct programme *programme, const struct what_if *what_if, int descriptor,
	struct error *error)
{
	struct report report;

	report_begin(&report, programme, "rollout.what_if", descriptor);
	write_milestones(&report, what_if);
	write_day(&report, "end_before", what_if->end_before);
	write_day(&report, "end_after", what_if->end_after);
	write_teams(&report, what_if);
	write_forums(&report, what_if);
	write_confidence(&report, what_if);
	write_findings(&report, "findings_appear", what_if->appear, what_if->appear_count);
	write_findings(&report, "findings_vanish", what_if->vanish, what_if->vanish_count);
	return report_end(&report, STATUS_OK, error);
}
