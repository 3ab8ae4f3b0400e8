/* SPDX-License-Identifier: MIT */
/*
 * rollout.log: the steps of the history, as the log lists them or as an undo or redo went
 * through them.
 */
#include "report_writer.h"

static const char *
state_name(enum step_state state)
{
	switch (state) {
	case STEP_DONE: return "done";
	case STEP_UNDONE: return "undone";
	case STEP_DROPPED: return "dropped";
	case STEP_ORIGIN: return "origin";
	}
	return "done";
}

static void
write_step(struct report *report, const struct step *step)
{
	json_begin_object(&report->writer.json, NULL);
	json_identifier(&report->writer.json, "id", step->id);
	report_text(report, "at", step->at);
	report_text(report, "who", step->who);
	report_text(report, "label", step->label);
	json_integer(&report->writer.json, "changes", step->changes);
	json_boolean(&report->writer.json, "undone",
		step->state == STEP_UNDONE || step->state == STEP_DROPPED);
	report_text(report, "state", state_name(step->state));
	report_text(report, "undone_at", step->undone_at);
	report_text(report, "undone_by", step->undone_by);
	report_text(report, "redone_at", step->redone_at);
	report_text(report, "redone_by", step->redone_by);
	json_end_object(&report->writer.json);
}

static enum status
write_row(void *context, const struct step *step, struct error *error)
{
	(void)error;
	write_step(context, step);
	return STATUS_OK;
}

enum status
report_write_log(struct programme *programme, const char *since, int64_t limit, int descriptor,
	struct error *error)
{
	struct report report;
	enum status status;

	report_begin(&report, programme, "rollout.log", descriptor);
	json_begin_array(&report.writer.json, "steps");
	status = programme_log(programme, since, 0, limit, write_row, &report, error);
	if (!status)
		json_end_array(&report.writer.json);
	return report_end(&report, status, error);
}

enum status
report_write_steps(struct programme *programme, const struct step *steps, size_t count,
	int descriptor, struct error *error)
{
	struct report report;

	report_begin(&report, programme, "rollout.log", descriptor);
	json_begin_array(&report.writer.json, "steps");
	for (size_t i = 0; i < count; i++)
		write_step(&report, &steps[i]);
	json_end_array(&report.writer.json);
	return report_end(&report, STATUS_OK, error);
}
