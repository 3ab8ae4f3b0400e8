/* SPDX-License-Identifier: MIT */
/* Which team comes in which wave and why, and what the pilot has proven. Must not judge. */
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
	{ "capability", COLUMN_WORD, AT(struct lens_team, capability), .words = level_words,
		.help = "How well it works with objectives." },
	{ "complexity", COLUMN_WORD, AT(struct lens_team, complexity), .words = level_words,
		.help = "How many others its work depends on." },
	{ "stance", COLUMN_WORD, AT(struct lens_team, stance), .words = stance_words,
		.help = "How its leader stands." },
	{ "cross_functional", COLUMN_BOOLEAN, AT(struct lens_team, cross_functional),
		.always = true,
		.help = "Whether people of several functions work in it." },
	{ "works_with_placed", COLUMN_BOOLEAN, AT(struct lens_team, linked), .always = true,
		.help = "Placed early because of a link." },
	{ "pinned_wave", COLUMN_WHOLE, AT(struct lens_team, pinned),
		.help = "The wave the lead has decided on." },
	{ 0 },
};

/* Order and reason tell how the leader stands, which is for the lead alone. */
static const struct result_column team_columns[] = {
	{ "team", COLUMN_ID, AT(struct sequenced, identifier), .always = true,
		.help = "The team's id." },
	{ NULL, COLUMN_TEXT, .text = wave_text, .head = "wave", .uncut = true, .help = "Its wave." },
	{ NULL, COLUMN_TEXT, AT(struct sequenced, team.name), .head = "team", .help = "Its name." },
	{ NULL, COLUMN_TEXT, .text = stored_text, .head = "now in", .uncut = true,
		.muted = true, .help = "The wave that stands in the file." },
	{ "order", COLUMN_WORD, AT(struct sequenced, order), .words = order_words, .always = true,
		.help = "How soon the lens would take it." },
	{ "wave", COLUMN_WHOLE, AT(struct sequenced, team.wave), .audience = AUDIENCE_TEAM,
		.help = "0 is the pilot; left out where no wave can carry the team." },
	{ "reason", COLUMN_TEXT, AT(struct sequenced, reason), .always = true,
		.help = "For the lead alone, like the order: it tells how the leader stands." },
	{ "rule", COLUMN_TEXT, AT(struct sequenced, rule), .always = true, .head = "rule",
		.uncut = true, .muted = true,
		.help = "The line of the lens that decided; for the lead alone." },
	{ NULL, COLUMN_TEXT, AT(struct sequenced, reason), .head = "why", .help = "The reason." },
	{ "facts", COLUMN_OBJECT, IN(struct sequenced, team), .columns = fact_columns,
		.one_line = true, .always = true,
		.help = "What the lens looked at; what is not known is left out." },
	{ "response", COLUMN_TEXT, AT(struct sequenced, response), .always = true,
		.help = "What to do next; for the lead alone." },
	{ 0 },
};

/* Behind what says which team it is. */
const struct result_column *const team_sequence = team_columns + 1;

static const struct result_column proof_columns[] = {
	{ "criterion", COLUMN_TEXT, AT(struct criterion_state, criterion), .always = true,
		.help = "What has to be shown." },
	{ "proof", COLUMN_TEXT, AT(struct criterion_state, proof), .help = "What shows it." },
	{ "met", COLUMN_BOOLEAN, AT(struct criterion_state, met), .always = true,
		.help = "Whether somebody has found that it does." },
	{ "checked_by", COLUMN_TEXT, AT(struct criterion_state, checked_by), .help = "A name." },
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
	{ "id", COLUMN_ID, AT(struct pilot_lesson, identifier), .always = true,
		.help = "The lesson's id." },
	{ "kind", COLUMN_WORD, .text = lesson_kind, .words = lesson_words, .always = true,
		.help = "A win is proof that a doubter can go and look at." },
	{ "text", COLUMN_TEXT, AT(struct pilot_lesson, text), .always = true,
		.help = "What was learned." },
	{ "change", COLUMN_TEXT, AT(struct pilot_lesson, change),
		.help = "What is done differently because of it." },
	{ "applied_on", COLUMN_DAY, AT(struct pilot_lesson, applied_on),
		.help = "The day that was done." },
	{ 0 },
};

static const struct result_column pilot_columns[] = {
	{ "gate", COLUMN_ID, AT(struct pilot_report, gate), .help = "The milestone that ends it." },
	{ "proofs", COLUMN_LIST,
		ROWS(struct pilot_report, proof.criteria, proof.criterion_count),
		.columns = proof_columns, .one_line = true, .always = true,
		.help = "The criteria of that gate." },
	{ "lessons", COLUMN_LIST, ROWS(struct pilot_report, lessons, lesson_count),
		.columns = lesson_columns, .one_line = true, .always = true,
		.help = "Lessons of the pilot or of no phase, by day." },
	{ 0 },
};

static const struct result_column sequence_whole[] = {
	{ "capacity", COLUMN_WHOLE, AT(struct sequence_result, sequence.limits.wave_most),
		.always = true, .help = "Teams that a wave can take on." },
	{ "capacity_reason", COLUMN_TEXT, AT(struct sequence_result, sequence.capacity),
		.always = true, .help = "What limits a wave." },
	{ "teams", COLUMN_LIST, ROWS(struct sequence_result, sequence.teams, sequence.count),
		.columns = team_columns, .always = true, .tone = call_tone,
		.help = "By wave, then order and name." },
	{ "pilot", COLUMN_OBJECT, IN(struct sequence_result, pilot), .columns = pilot_columns,
		.always = true, .help = "What the pilot has proven and taught." },
	{ 0 },
};

const struct result result_sequence = { "sequence", "Which team comes in which wave, and why.",
	AUDIENCE_LEAD, sizeof(struct sequence_result), sequence_whole, NULL };
