/* SPDX-License-Identifier: MIT */
/* rollout.plan: what a plan adds, changes, keeps and offers to remove, each with its reason. */
#include <string.h>

#include "report_writer.h"

/* The rule's id, or the word for what else asks for it, before the colon; a person may have put
 * anything else there. */
static void
report_rule(struct report *report, const char *because)
{
	size_t length = strcspn(because, ": ");

	if (because[length] == ':')
		json_text(&report->writer.json, "rule", because, length);
}

enum status
report_write_plan(struct programme *programme, const struct plan_report *plan, bool dry_run,
	int descriptor, struct error *error)
{
	struct report report;
	struct json_writer *json = &report.writer.json;

	report_begin(&report, programme, "rollout.plan", descriptor);
	json_boolean(json, "dry_run", dry_run);
	for (int i = 0; i <= PLAN_OFFER; i++)
		json_integer(json, plan_action_name((enum plan_action)i), (int64_t)plan->counts[i]);
	report_text(&report, "note", plan->note);
	json_begin_array(json, "items");
	for (size_t i = 0; i < plan->count; i++) {
		const struct plan_line *line = &plan->lines[i];

		json_begin_inline_object(json, NULL);
		report_text(&report, "action", plan_action_name(line->action));
		report_text(&report, "type", line->type->name);
		report_text(&report, "id", line->identifier);
		report_text(&report, "title", line->title);
		report_rule(&report, line->because);
		report_text(&report, "because", line->because);
		report_text(&report, "detail", line->detail);
		json_end_object(json);
	}
	json_end_array(json);
	json_begin_array(json, "findings");
	for (size_t i = 0; i < plan->finding_count; i++)
		document_write_finding(&report.writer, &plan->findings[i]);
	json_end_array(json);
	return report_end(&report, STATUS_OK, error);
}
