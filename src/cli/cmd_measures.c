/* SPDX-License-Identifier: MIT */
/* measures: how the cadence works, in numbers. */
#include <string.h>

#include "command.h"
#include "rollout/programme/results.h"
#include "result_table.h"

static void
print_window(struct call *call, const struct measures_report *report)
{
	struct paper *paper = &call->paper;
	char from[DATE_SIZE], to[DATE_SIZE];

	if (report->ends == NO_DAY) {
		print_text(
			paper, PRINT_MUTED, "the programme has not begun: nothing to measure yet");
	} else if (report->to == NO_DAY) {
		date_format(report->ends, to);
		print_format(paper, PRINT_MUTED,
			"the first window ends on %s: until then there is no reading", to);
	} else {
		date_format(report->from, from);
		date_format(report->to, to);
		print_format(paper, PRINT_TITLE, "%s to %s", from, to);
		date_format(report->ends, to);
		print_format(paper, PRINT_MUTED,
			"; so far is the window that ends on %s, and no reading", to);
	}
	print_end_line(paper);
}

static enum status
print_measures(struct call *call, const struct measures_report *report, struct error *error)
{
	struct paper *paper = &call->paper;
	enum status status;

	print_window(call, report);
	status = result_table_print(paper, "measures", NULL, report, NULL, error);
	for (size_t i = 0; i < report->comment_count; i++) {
		if (i == 0) {
			print_text(paper, PRINT_MUTED, "said beside the answers:");
			print_end_line(paper);
		}
		print_spaces(paper, 2);
		print_lines(paper, 2, report->comments[i]);
		print_end_line(paper);
	}
	return status;
}

static enum status
read_cut(struct call *call, enum measure_cut *out, struct error *error)
{
	const char *word = call_text(call, OPTION_BY);

	*out = MEASURE_WHOLE;
	while (word && *out < MEASURE_CUTS && strcmp(measure_cut_name(*out), word) != 0)
		++*out;
	if (*out == MEASURE_CUTS)
		return error_set(error, STATUS_USAGE,
			"measures are cut by forum, team, group or wave, not by \"%.*s\"",
			text_quote_length(word, strlen(word)), word);
	return STATUS_OK;
}

static enum status
cmd_measures_show(struct call *call, struct error *error)
{
	struct measures_report report;
	enum measure_cut by;
	enum status status = read_cut(call, &by, error);

	if (!status)
		status = call_open(call, error);
	if (!status)
		status = programme_measures(call->programme, by, &call->arena, &report, error);
	if (status)
		return status;
	return call_wants_document(call) ? call_write(call, "measures", &report, error)
					 : print_measures(call, &report, error);
}

const struct command cmd_measures[] = {
	{
		.place = COMMANDS_DERIVED + 60,
		.name = "measures",
		.summary = "adoption, participation, response time, sentiment, blockers, decision "
			   "change",
		.help = "Windows of 28 days are counted from the programme's start. The last that "
			"is over is the reading, told beside the one before and in a line of "
			"eight; the running one is told as \"so far\". Adoption goes by cycles "
			"from the launch.\n"
			"--by forum, team, group or wave (adoption) cuts them. Anonymous answers "
			"are told from five on, and only where nobody can subtract his way to a "
			"single one.",
		.options = "by " RESULT READING,
		.run = cmd_measures_show,
	},
	{ .name = NULL },
};
