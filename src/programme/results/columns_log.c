/* SPDX-License-Identifier: MIT */
/*
 * The steps of the history, as the log lists them or as an undo or redo went through them.
 */
#include "columns.h"
#include "rollout/programme/reading.h"
#include "rollout/programme/results.h"

static enum status
each_step(const void *whole, result_row *row, void *context, struct error *error)
{
	const struct log_result *asked = whole;
	struct rows rows;
	struct step step;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < asked->count && status == STATUS_OK; i++)
		status = row(context, &asked->steps[i], error);
	if (asked->steps)
		return status;
	rows = rows_open(asked->programme, NULL, error);
	rows_log(&rows, asked->since, 0, asked->limit);
	while (rows_next_step(&rows, &step))
		rows.status = row(context, &step, error);
	return rows_close(&rows);
}

static bool
is_undone(const void *row)
{
	const struct step *step = row;

	return step->state == STEP_UNDONE || step->state == STEP_DROPPED;
}

static const char *
state_text(const void *row, struct arena *arena)
{
	(void)arena;
	switch (((const struct step *)row)->state) {
	case STEP_DONE: return "";
	case STEP_UNDONE: return "undone";
	case STEP_DROPPED: return "undone for good";
	case STEP_ORIGIN: return "start";
	}
	return "";
}

static enum tone
step_tone(const void *row)
{
	return is_undone(row) ? TONE_MUTED : TONE_PLAIN;
}

/* clang-format off */

static const char *const state_words[] = { "done", "undone", "dropped", "origin", NULL };

static const struct result_column step_columns[] = {
	{ "id", COLUMN_TEXT, AT(struct step, id), .always = true, .help = "The step's number." },
	{ "at", COLUMN_TEXT, AT(struct step, at), .always = true, .head = "at", .uncut = true,
		.help = "When, in UTC." },
	{ "who", COLUMN_TEXT, AT(struct step, who), .always = true, .head = "who",
		.help = "Who did it." },
	{ "label", COLUMN_TEXT, AT(struct step, label), .always = true, .head = "what",
		.help = "What was done." },
	{ "changes", COLUMN_WHOLE, AT(struct step, changes), .always = true, .head = "changes",
		.help = "Records and fields changed." },
	{ "undone", COLUMN_BOOLEAN, .holds = is_undone, .always = true,
		.help = "Whether it was taken back." },
	{ "state", COLUMN_WORD, AT(struct step, state), .words = state_words, .always = true,
		.help = "dropped: undone, and something else was done since; origin: the beginning." },
	{ NULL, COLUMN_TEXT, .text = state_text, .head = "", .uncut = true,
		.help = "The state, where it is not simply done." },
	{ "undone_at", COLUMN_TEXT, AT(struct step, undone_at),
		.help = "In UTC; stays when it is redone." },
	{ "undone_by", COLUMN_TEXT, AT(struct step, undone_by), .help = "Who took it back." },
	{ "redone_at", COLUMN_TEXT, AT(struct step, redone_at),
		.help = "In UTC, of a step that stands again." },
	{ "redone_by", COLUMN_TEXT, AT(struct step, redone_by), .help = "Who did it again." },
	{ 0 },
};

static const struct result_column log_whole[] = {
	{ "steps", COLUMN_LIST, EACH(each_step, struct step), .columns = step_columns, .always = true,
		.tone = step_tone, .help = "The newest first." },
	{ 0 },
};

const struct result result_log = { "log", "Steps of the history, newest first.", AUDIENCE_LEAD,
	sizeof(struct log_result), log_whole, NULL };
