/* SPDX-License-Identifier: MIT */
/*
 * log, undo and redo. Must not decide what can be undone.
 */
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "rollout/programme/report.h"
#include "table.h"

enum { STAMP_SIZE = 21 };

/* The start of a time stamp (2026-11-22T09), or a date as a person types it. */
static enum status
read_since(struct call *call, char out[STAMP_SIZE], struct error *error)
{
	const char *text = call_text(call, OPTION_SINCE);
	size_t length;
	day since;
	enum status status;

	*out = '\0';
	if (!text)
		return STATUS_OK;
	length = strlen(text);
	if (length > 11 && length < STAMP_SIZE && text[10] == 'T' &&
		strspn(text, "0123456789-:TZ") == length) {
		memcpy(out, text, length + 1);
		return STATUS_OK;
	}
	status = call_date(call, OPTION_SINCE, programme_today(call->programme), &since, error);
	if (!status)
		date_format(since, out);
	return status;
}

static const char *
state_words(const struct step *step)
{
	switch (step->state) {
	case STEP_DONE: return "";
	case STEP_UNDONE: return "undone";
	case STEP_DROPPED: return "undone for good";
	case STEP_ORIGIN: return "start";
	}
	return "";
}

struct logging {
	struct call *call;
	struct table table;
	int64_t count;
};

static enum status
print_step(void *context, const struct step *step, struct error *error)
{
	struct logging *logging = context;
	enum role role =
		step->state == STEP_UNDONE || step->state == STEP_DROPPED ? ROLE_MUTED : ROLE_PLAIN;
	char changes[24];
	size_t first = sizeof(changes) - 1;
	int64_t left = step->changes;

	changes[first] = '\0';
	do
		changes[--first] = (char)('0' + left % 10);
	while (left /= 10);
	table_add_cell(&logging->table, role, step->at);
	table_add_cell(&logging->table, role, step->who);
	table_add_cell(&logging->table, role, step->label);
	table_add_cell(&logging->table, role, changes + first);
	table_add_cell(&logging->table, role, state_words(step));
	logging->count++;
	if (print_failed(&logging->call->paper))
		return error_set(error, STATUS_FAILED, "%s", "");
	return STATUS_OK;
}

static enum status
print_log(struct call *call, const char *since, int64_t limit, struct error *error)
{
	struct logging logging = { .call = call };
	enum status status;

	table_init(&logging.table, &call->paper);
	table_add_column(&logging.table, "at", false, true);
	table_add_column(&logging.table, "who", false, false);
	table_add_column(&logging.table, "what", false, false);
	table_add_column(&logging.table, "changes", true, true);
	table_add_column(&logging.table, "", false, true);
	status = programme_log(call->programme, since, 0, limit, print_step, &logging, error);
	table_finish(&logging.table);
	if (!status && logging.count == 0)
		call_note(call, "no step since then");
	return status;
}

enum status
cmd_history_log(struct call *call, struct error *error)
{
	char since[STAMP_SIZE];
	int64_t limit = 0;
	enum status status = STATUS_OK;

	if (call_given(call, OPTION_LIMIT))
		status = call_number("--limit", call_text(call, OPTION_LIMIT), &limit, error);
	if (!status)
		status = call_open(call, error);
	if (!status)
		status = read_since(call, since, error);
	if (status)
		return status;
	if (call_given(call, OPTION_JSON))
		return report_write_log(call->programme, since, limit, STDOUT_FILENO, error);
	return print_log(call, since, limit, error);
}

typedef enum status move(struct programme *programme, int64_t wanted, struct arena *arena,
	struct step **steps, struct error *error);

static void
print_moved(struct call *call, const char *verb, const struct step *step)
{
	print_format(&call->paper, ROLE_TITLE, "%s", verb);
	print_format(&call->paper, ROLE_PLAIN, " %s", step->label);
	print_format(&call->paper, ROLE_MUTED, " (%s, %s)", step->who, step->at);
	print_end_line(&call->paper);
}

/* state: what the steps are afterwards. */
static enum status
move_steps(struct call *call, const char *verb, move *several, enum step_state state,
	struct error *error)
{
	struct step *steps = NULL;
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
		if (!call_given(call, OPTION_JSON))
			print_moved(call, verb, &steps[i]);
	}
	if (status || !call_given(call, OPTION_JSON))
		return status;
	return report_write_steps(call->programme, steps, (size_t)wanted, STDOUT_FILENO, error);
}

enum status
cmd_history_undo(struct call *call, struct error *error)
{
	return move_steps(call, "undone:", programme_undo, STEP_UNDONE, error);
}

enum status
cmd_history_redo(struct call *call, struct error *error)
{
	return move_steps(call, "redone:", programme_redo, STEP_DONE, error);
}
