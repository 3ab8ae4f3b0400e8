/* SPDX-License-Identifier: MIT */
/*
 * log, undo and redo. Must not decide what can be undone.
 */
#include <string.h>

#include "command.h"
#include "rollout/programme/local_time.h"
#include "rollout/programme/results.h"
#include "result_table.h"

/* The start of a time stamp (2026-11-22T09), or a date as a person types it: from the time on at
 * which that day begins here. */
static enum status
read_since(struct call *call, char out[LOCAL_STAMP_SIZE], struct error *error)
{
	const char *text = call_text(call, OPTION_SINCE);
	size_t length;
	day since;
	enum status status;

	*out = '\0';
	if (!text)
		return STATUS_OK;
	length = strlen(text);
	if (length > 11 && length < LOCAL_STAMP_SIZE && text[10] == 'T' &&
		strspn(text, "0123456789-:TZ") == length) {
		memcpy(out, text, length + 1);
		return STATUS_OK;
	}
	status = call_date(call, OPTION_SINCE, programme_today(call->programme), &since, error);
	if (!status)
		local_day_begins(since, out);
	return status;
}

static enum status
cmd_history_log(struct call *call, struct error *error)
{
	char since[LOCAL_STAMP_SIZE];
	struct log_result result;
	int64_t limit = 0;
	size_t steps = 0;
	enum status status = STATUS_OK;

	if (call_given(call, OPTION_LIMIT))
		status = call_number("--limit", call_text(call, OPTION_LIMIT), &limit, error);
	if (!status)
		status = call_open(call, error);
	if (!status)
		status = read_since(call, since, error);
	if (status)
		return status;
	result =
		(struct log_result){ .programme = call->programme, .since = since, .limit = limit };
	if (call_wants_document(call))
		return call_write(call, "log", &result, error);
	status = result_table_print(&call->paper, "log", NULL, &result, &steps, error);
	if (!status && steps == 0)
		call_note(call, "no step since then");
	return status;
}

typedef enum status move(struct programme *programme, int64_t wanted, struct arena *arena,
	struct step **steps, struct error *error);

static void
print_moved(struct call *call, const char *verb, const struct step *step)
{
	char at[LOCAL_MINUTE_SIZE];

	local_minute(step->at, at);
	print_format(&call->paper, PRINT_TITLE, "%s", verb);
	print_format(&call->paper, PRINT_PLAIN, " %s", step->label);
	print_format(&call->paper, PRINT_MUTED, " (%s, %s)", step->who, at);
	print_end_line(&call->paper);
}

/* state: what the steps are afterwards. */
static enum status
move_steps(struct call *call, const char *verb, move *several, enum step_state state,
	struct error *error)
{
	struct step *steps = NULL;
	struct log_result result = { 0 };
	int64_t wanted = 1;
	enum status status = STATUS_OK;

	if (call->word_count > 0)
		status = call_number(call->command->name, call->words[0], &wanted, error);
	if (!status)
		status = call_open(call, error);
	if (!status)
		status = several(call->programme, wanted, &call->arena, &steps, error);
	for (int64_t i = 0; i < wanted && !status; i++) {
		steps[i].state = state;
		if (!call_wants_document(call))
			print_moved(call, verb, &steps[i]);
	}
	if (status || !call_wants_document(call))
		return status;
	result.steps = steps;
	result.count = (size_t)wanted;
	return call_write(call, "log", &result, error);
}

static enum status
cmd_history_undo(struct call *call, struct error *error)
{
	return move_steps(call, "undone:", programme_undo, STEP_UNDONE, error);
}

static enum status
cmd_history_redo(struct call *call, struct error *error)
{
	return move_steps(call, "redone:", programme_redo, STEP_DONE, error);
}

const struct command cmd_history[] = {
	{
		.place = COMMANDS_PROGRAMME + 110,
		.name = "log",
		.summary = "who changed what, and when",
		.help = "Lists the steps of the history, newest first.",
		.options = "since limit " RESULT READING,
		.run = cmd_history_log,
	},
	{
		.place = COMMANDS_PROGRAMME + 120,
		.name = "undo",
		.arguments = "[N]",
		.summary = "take back your last change, or your last N",
		.help = "Takes back your own newest step that stands, or the last N, all or none. "
			"redo brings it back until you change something else.\n"
			"Where a later step has built on it, nothing happens and both are named. "
			"Others' steps are taken back in the log of the terminal, which asks.",
		.options = RESULT OPENING,
		.run = cmd_history_undo,
	},
	{
		.place = COMMANDS_PROGRAMME + 130,
		.name = "redo",
		.arguments = "[N]",
		.summary = "bring back what you have undone",
		.help = "Brings back the step of yours that you undid last, or the last N, all or "
			"none.",
		.options = RESULT OPENING,
		.run = cmd_history_redo,
	},
	{ .name = NULL },
};
