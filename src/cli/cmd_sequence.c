/* SPDX-License-Identifier: MIT */
/* sequence: teams by wave with their reasons. */
#include "command.h"
#include "rollout/programme/results.h"
#include "result_table.h"

/* What to do next, once for each rule that decided something. */
static void
print_responses(struct paper *paper, const struct sequence_report *report)
{
	print_end_line(paper);
	print_text(paper, PRINT_TITLE, "what to do next");
	print_end_line(paper);
	for (size_t i = 0; i < report->count; i++) {
		size_t first = 0;

		while (report->teams[first].rule != report->teams[i].rule)
			first++;
		if (first < i)
			continue;
		print_format(paper, PRINT_PLAIN, "  %-21s  ", report->teams[i].rule);
		print_lines(paper, 25, report->teams[i].response);
		print_end_line(paper);
	}
}

static enum status
print_sequence(struct call *call, const struct sequence_result *result, struct error *error)
{
	const struct sequence_report *report = &result->sequence;
	struct paper *paper = &call->paper;
	enum status status;

	print_format(paper, PRINT_TITLE, "%s", report->capacity);
	print_end_line(paper);
	if (report->count == 0) {
		print_text(paper, PRINT_MUTED, "there is no team yet");
		print_end_line(paper);
		return STATUS_OK;
	}
	if (report->pilot == 0) {
		print_text(paper, PRINT_WARNING,
			"no team qualifies for the pilot: it takes cross-functional work and a "
			"named, willing leader");
		print_end_line(paper);
	}
	print_end_line(paper);
	status = result_table_print(paper, "sequence", NULL, result, NULL, error);
	print_responses(paper, report);
	return status;
}

static void
print_criterion(struct call *call, const struct criterion_state *criterion)
{
	struct paper *paper = &call->paper;

	print_text(paper, criterion->met ? PRINT_GOOD : PRINT_WARNING,
		criterion->met ? "  met      "
			       : (criterion->proof ? "  claimed  " : "  open     "));
	print_lines(paper, 11,
		arena_format(&call->arena, "%s%s%s", criterion->criterion,
			criterion->proof ? ": " : "", criterion->proof ? criterion->proof : ""));
	print_end_line(paper);
}

static void
print_lesson(struct call *call, const struct pilot_lesson *lesson)
{
	struct paper *paper = &call->paper;

	print_text(paper, PRINT_PLAIN, lesson->win ? "  win      " : "  lesson   ");
	print_lines(paper, 11, lesson->text);
	print_end_line(paper);
	if (lesson->win)
		return;
	print_spaces(paper, 11);
	print_lines(paper, 11,
		arena_format(&call->arena, "%s%s%s",
			lesson->change ? "changed: " : "nothing changed yet",
			lesson->change ? lesson->change : "",
			lesson->change && !lesson->applied_on ? " (not applied yet)" : ""));
	print_end_line(paper);
}

static void
print_pilot(struct call *call, const struct pilot_report *pilot)
{
	struct paper *paper = &call->paper;

	print_end_line(paper);
	print_text(paper, PRINT_TITLE, "what the pilot proves");
	print_end_line(paper);
	if (!pilot->gate || pilot->proof.criterion_count == 0) {
		print_text(paper, PRINT_WARNING,
			pilot->gate ? "  the gate that ends it has no criterion"
				    : "  no gate ends it yet");
		print_end_line(paper);
	}
	for (size_t i = 0; pilot->gate && i < pilot->proof.criterion_count; i++)
		print_criterion(call, &pilot->proof.criteria[i]);
	print_end_line(paper);
	print_format(paper, PRINT_TITLE, "what it has taught: %s applied",
		text_quantity(&call->arena, pilot->changes, "change", NULL));
	print_end_line(paper);
	for (size_t i = 0; i < pilot->lesson_count; i++)
		print_lesson(call, &pilot->lessons[i]);
}

static enum status
cmd_sequence_show(struct call *call, struct error *error)
{
	struct sequence_result result;
	enum status status = call_open(call, error);

	if (!status)
		status = programme_sequence(call->programme, &call->arena, &result.sequence, error);
	if (!status)
		status = programme_pilot(call->programme, &call->arena, &result.pilot, error);
	if (status)
		return status;
	if (call_wants_document(call))
		return call_write(call, "sequence", &result, error);
	status = print_sequence(call, &result, error);
	print_pilot(call, &result.pilot);
	return status;
}

const struct command cmd_sequence[] = {
	{
		.place = COMMANDS_DERIVED + 40,
		.name = "sequence",
		.summary = "which team comes in which wave, and why",
		.help = "Looks at each team's capability, complexity, leader and links, and fills "
			"waves with what coaches and managers can carry. Wave 0 is the pilot.\n"
			"A team stays in a wave where it has a pinned_reason: `rollout set team "
			"REF wave=2 pinned_reason=…`.",
		.options = RESULT READING,
		.run = cmd_sequence_show,
	},
	{ .name = NULL },
};
