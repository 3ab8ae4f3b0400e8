/* SPDX-License-Identifier: MIT */
/*
 * The steps of the history, as the log lists them or as an undo or redo went through them.
 */
#include "columns.h"
#include "rollout/programme/local_time.h"
#include "rollout/programme/reading.h"
#include "rollout/programme/results.h"

static enum status
each_step(const struct result_column *list, const void *whole, result_row *row, void *context,
	struct error *error)
{
	const struct log_result *asked = whole;
	struct rows rows;
	struct step step;
	enum status status = STATUS_OK;

	(void)list;
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
	return step_state_words(((const struct step *)row)->state);
}

/* As days are here: documents say it in UTC. */
static const char *
local_text(const void *row, struct arena *arena)
{
	char *text = arena_alloc(arena, LOCAL_MINUTE_SIZE);

	local_minute(((const struct step *)row)->at, text);
	return text;
}

static enum tone
step_tone(const void *row)
{
	return is_undone(row) ? TONE_MUTED : TONE_PLAIN;
}

/* clang-format off */

static const char *const state_words[] = { "done", "undone", "dropped", "origin", NULL };

static const struct result_column step_columns[] = {
	{ "id", COLUMN_TEXT, "The step's number.", AT(struct step, id) },
	{ "at", COLUMN_TEXT, "When, in UTC.", AT(struct step, at) },
	{ NULL, COLUMN_TEXT, "When, by the clock here.", .text = local_text, .head = "at",
		.uncut = true },
	{ "who", COLUMN_TEXT, "Who did it.", AT(struct step, who), .head = "who" },
	{ "label", COLUMN_TEXT, "What was done.", AT(struct step, label), .head = "what" },
	{ "changes", COLUMN_WHOLE, "Records and fields changed.", AT(struct step, changes),
		.head = "changes" },
	{ "undone", COLUMN_BOOLEAN, "Whether it was taken back.", .holds = is_undone },
	{ "state", COLUMN_WORD,
		"dropped: undone, and something else was done since; origin: the beginning.",
		AT(struct step, state), .words = state_words },
	{ NULL, COLUMN_TEXT, "The state, where it is not simply done.", .text = state_text,
		.head = "", .uncut = true },
	{ "undone_at", COLUMN_TEXT, "In UTC; stays when it is redone.", AT(struct step, undone_at),
		.optional = true },
	{ "undone_by", COLUMN_TEXT, "Who took it back.", AT(struct step, undone_by),
		.optional = true },
	{ "redone_at", COLUMN_TEXT, "In UTC, of a step that stands again.",
		AT(struct step, redone_at), .optional = true },
	{ "redone_by", COLUMN_TEXT, "Who did it again.", AT(struct step, redone_by),
		.optional = true },
	{ 0 },
};

static const struct result_column log_whole[] = {
	{ "steps", COLUMN_LIST, "The newest first.", EACH(each_step, struct step),
		.columns = step_columns, .tone = step_tone },
	{ 0 },
};

const struct result result_log = { "log", "Steps of the history, newest first.", AUDIENCE_LEAD,
	sizeof(struct log_result), log_whole, NULL };
