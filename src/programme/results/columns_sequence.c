/* SPDX-License-Identifier: MIT */
/* Which team comes in which wave and why, and what the pilot has proven. */
#include "columns.h"
#include "rollout/programme/results.h"

static const char *
wave_words(int wave, struct arena *arena)
{
	if (wave == NO_WAVE)
		return "none";
	return wave == 0 ? "0 pilot" : arena_format(arena, "%d", wave);
}

static const char *
wave_text(const void *row, struct arena *arena)
{
	return wave_words(((const struct sequenced *)row)->team.wave, arena);
}

static const char *
stored_text(const void *row, struct arena *arena)
{
	int stored = ((const struct sequenced *)row)->stored;

	return stored == NO_WAVE ? NULL : wave_words(stored, arena);
}

static enum tone
call_tone(const void *row)
{
	const struct lens_team *team = &((const struct sequenced *)row)->team;

	return team->order == ORDER_CALL && team->reason != REASON_PINNED ? TONE_WARNING
									  : TONE_PLAIN;
}

/* clang-format off */

static const char *const order_words[] = { "now", "early", "leads_call", "later", NULL };
static const char *const level_words[] = { "", "low", "high", NULL };
static const char *const stance_words[] = { "", "willing", "neutral", "resistant", NULL };

static const struct result_column fact_columns[] = {
	{ "capability", COLUMN_WORD, "How well it works with objectives.",
		AT(struct lens_team, capability), .words = level_words, .optional = true },
	{ "complexity", COLUMN_WORD, "How many others its work depends on.",
		AT(struct lens_team, complexity), .words = level_words, .optional = true },
	{ "stance", COLUMN_WORD, "How its leader stands.", AT(struct lens_team, stance),
		.words = stance_words, .optional = true },
	{ "cross_functional", COLUMN_BOOLEAN, "Whether people of several functions work in it.",
		AT(struct lens_team, cross_functional) },
	{ "works_with_placed", COLUMN_BOOLEAN, "Placed early because of a link.",
		AT(struct lens_team, linked) },
	{ "pinned_wave", COLUMN_WHOLE, "The wave the lead has decided on.",
		AT(struct lens_team, pinned), .optional = true },
	{ 0 },
};

/* Order and reason tell how the leader stands, which is for the lead alone. */
static const struct result_column team_columns[] = {
	{ "team", COLUMN_ID, "The team's id.", AT(struct sequenced, identifier) },
	{ NULL, COLUMN_TEXT, "Its wave.", .text = wave_text, .head = "wave", .uncut = true },
	{ "name", COLUMN_TEXT, "Its name.", AT(struct sequenced, team.name), .head = "team" },
	{ NULL, COLUMN_TEXT, "The wave that stands in the file.", .text = stored_text,
		.head = "now in", .uncut = true, .muted = true },
	{ "order", COLUMN_WORD, "How soon the lens would take it.", AT(struct sequenced, order),
		.words = order_words },
	{ "wave", COLUMN_WHOLE, "0 is the pilot; left out where no wave can carry the team.",
		AT(struct sequenced, team.wave), .audience = AUDIENCE_TEAM, .optional = true },
	{ "reason", COLUMN_TEXT,
		"For the lead alone, like the order: it tells how the leader stands.",
		AT(struct sequenced, reason) },
	{ "rule", COLUMN_TEXT, "The line of the lens that decided; for the lead alone.",
		AT(struct sequenced, rule), .head = "rule", .uncut = true, .muted = true },
	{ NULL, COLUMN_TEXT, "The reason.", AT(struct sequenced, reason), .head = "why" },
	{ "facts", COLUMN_OBJECT, "What the lens looked at; what is not known is left out.",
		IN(struct sequenced, team), .columns = fact_columns, .one_line = true },
	{ "response", COLUMN_TEXT, "What to do next; for the lead alone.",
		AT(struct sequenced, response) },
	{ 0 },
};

/* Behind what says which team it is. */
const struct result_column *const team_sequence = team_columns + 3;

static const struct result_column proof_columns[] = {
	{ "criterion", COLUMN_TEXT, "What has to be shown.",
		AT(struct criterion_state, criterion) },
	{ "proof", COLUMN_TEXT, "What shows it.", AT(struct criterion_state, proof),
		.optional = true },
	{ "met", COLUMN_BOOLEAN, "Whether somebody has found that it does.",
		AT(struct criterion_state, met) },
	{ "checked_by", COLUMN_TEXT, "A name.", AT(struct criterion_state, checked_by),
		.optional = true },
	{ 0 },
};

static const char *
lesson_kind(const void *row, struct arena *arena)
{
	(void)arena;
	return ((const struct pilot_lesson *)row)->win ? "win" : "lesson";
}

static const char *const lesson_words[] = { "lesson", "win", NULL };

static const struct result_column lesson_columns[] = {
	{ "id", COLUMN_ID, "The lesson's id.", AT(struct pilot_lesson, identifier) },
	{ "kind", COLUMN_WORD, "A win is proof that a doubter can go and look at.",
		.text = lesson_kind, .words = lesson_words },
	{ "text", COLUMN_TEXT, "What was learned.", AT(struct pilot_lesson, text) },
	{ "change", COLUMN_TEXT, "What is done differently because of it.",
		AT(struct pilot_lesson, change), .optional = true },
	{ "applied_on", COLUMN_DAY, "The day that was done.", AT(struct pilot_lesson, applied_on),
		.optional = true },
	{ 0 },
};

static const struct result_column pilot_columns[] = {
	{ "gate", COLUMN_ID, "The milestone that ends it.", AT(struct pilot_report, gate),
		.optional = true },
	{ "proofs", COLUMN_LIST, "The criteria of that gate.",
		ROWS(struct pilot_report, proof.criteria, proof.criterion_count),
		.columns = proof_columns, .one_line = true },
	{ "lessons", COLUMN_LIST, "Lessons of the pilot or of no phase, by day.",
		ROWS(struct pilot_report, lessons, lesson_count), .columns = lesson_columns,
		.one_line = true },
	{ 0 },
};

static const struct result_column sequence_whole[] = {
	{ "capacity", COLUMN_WHOLE, "Teams that a wave can take on.",
		AT(struct sequence_result, sequence.limits.wave_most) },
	{ "capacity_reason", COLUMN_TEXT, "What limits a wave.",
		AT(struct sequence_result, sequence.capacity) },
	{ "teams", COLUMN_LIST, "By wave, then order and name.",
		ROWS(struct sequence_result, sequence.teams, sequence.count),
		.columns = team_columns, .tone = call_tone },
	{ "pilot", COLUMN_OBJECT, "What the pilot has proven and taught.",
		IN(struct sequence_result, pilot), .columns = pilot_columns },
	{ 0 },
};

const struct result result_sequence = { "sequence", "Which team comes in which wave, and why.",
	AUDIENCE_LEAD, sizeof(struct sequence_result), sequence_whole, NULL };
