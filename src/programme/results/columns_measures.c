/* SPDX-License-Identifier: MIT */
/*
 * The measures of the cadence. What may not be told of anonymous answers is left out where it is read
 * (cadence/pulses.c), not here.
 */
#include "columns.h"
#include "rollout/base/text.h"
#include "rollout/programme/measures.h"

static const char *
unit_text(const void *row, struct arena *arena)
{
	(void)arena;
	return measure_unit(((const struct measure *)row)->kind);
}

static const char *
label_text(const void *row, struct arena *arena)
{
	const struct measure *item = row;
	static const char *const labels[] = { "adoption", "participation", "response time",
		"sentiment", "blockers", "decision change" };

	return item->name ? arena_format(arena, "%s: %s", labels[item->kind], item->name)
			  : labels[item->kind];
}

static const char *
value_text_of(const void *row, struct arena *arena)
{
	const struct measure *item = row;

	return measure_text(item->kind, item->value, arena);
}

static const char *
before_text(const void *row, struct arena *arena)
{
	const struct measure *item = row;

	return measure_text(item->kind, item->before, arena);
}

static const char *
so_far_text(const void *row, struct arena *arena)
{
	const struct measure *item = row;

	return item->kind == MEASURE_SENTIMENT ? ""
					       : measure_text(item->kind, item->so_far, arena);
}

static const char *
trend_text(const void *row, struct arena *arena)
{
	static const char *const heights[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	enum { HIGHEST = sizeof heights / sizeof *heights - 1 };
	const struct measure *item = row;
	int least = 0, most = 0;
	const char *out = "";
	bool any = false;

	for (size_t i = 0; i < item->series_count; i++) {
		int value = item->series[i];

		if (value == MEASURE_NONE)
			continue;
		least = !any || value < least ? value : least;
		most = !any || value > most ? value : most;
		any = true;
	}
	for (size_t i = 0; i < item->series_count; i++) {
		int value = item->series[i];
		int step = most > least ? HIGHEST * (value - least) / (most - least) : HIGHEST / 2;

		out = arena_format(
			arena, "%s%s", out, value == MEASURE_NONE ? " " : heights[step]);
	}
	return out;
}

static const char *
add_note(struct arena *arena, const char *notes, const char *note)
{
	return arena_format(arena, "%s%s%s", notes, *notes ? ", " : "", note);
}

static const char *
details_text(const struct measure *item, struct arena *arena)
{
	switch ((enum measure_kind)item->kind) {
	case MEASURE_ADOPTION:
		if (item->passing == MEASURE_NONE || item->n == 0)
			return "no team has been launched";
		return arena_format(arena,
			"of %d: key results pass in %d, in rhythm %d, changed a priority %d",
			item->n, item->passing, item->in_rhythm, item->traded_off);
	case MEASURE_PARTICIPATION: return arena_format(arena, "%d expected", item->n);
	case MEASURE_RESPONSE:
		return arena_format(arena, "%s%s%d open",
			item->p85 == MEASURE_NONE ? "" : arena_format(arena, "85 %% within %d d", item->p85),
			item->p85 == MEASURE_NONE ? "" : ", ", item->open);
	case MEASURE_SENTIMENT: return text_quantity(arena, item->n, "answer", NULL);
	case MEASURE_BLOCKERS:
		return item->oldest_days == MEASURE_NONE
			       ? "none open"
			       : arena_format(arena, "oldest open %s", text_quantity(arena, item->oldest_days, "day", NULL));
	case MEASURE_DECISION_CHANGE: return text_quantity(arena, item->n, "decision", NULL);
	case MEASURE_KINDS: break;
	}
	return "";
}

static const char *
notes_text(const void *row, struct arena *arena)
{
	const struct measure *item = row;
	const char *notes = "";

	if (item->suppressed)
		return "too few answers to be told without telling whose they are";
	if (item->beyond_chance)
		notes = add_note(arena, notes, "beyond chance");
	if (item->early_warning)
		notes = add_note(arena, notes, "early warning: no alarm, within normal variation");
	if (item->chart.shifted)
		notes = add_note(arena, notes, "has shifted");
	if (item->kind == MEASURE_ADOPTION || item->n > 0 || item->kind == MEASURE_BLOCKERS ||
		item->kind == MEASURE_RESPONSE)
		notes = add_note(arena, notes, details_text(item, arena));
	return notes;
}

static bool
has_chart(const void *row)
{
	return ((const struct measure *)row)->chart.readings > 0;
}

static enum tone
measure_tone(const void *row)
{
	const struct measure *item = row;

	if (item->beyond_chance)
		return TONE_BAD;
	return item->early_warning ? TONE_WARNING : TONE_PLAIN;
}

/* clang-format off */

static const char *const kind_words[] = { "adoption", "participation", "response", "sentiment",
	"blockers", "decision_change", NULL };
static const char *const cut_words[] = { "whole", "forum", "team", "group", "wave", NULL };

static const struct result_column series_columns[] = {
	{ "", COLUMN_DECIMAL, "A reading; null: there is none, or it may not be told.",
		.storage = STORED_INT, .digits = 2, .optional = true },
	{ 0 },
};

static const struct result_column chart_columns[] = {
	{ "readings", COLUMN_WHOLE, "How many there are.", AT(struct measure_chart, readings) },
	{ "median", COLUMN_DECIMAL, "Of the baseline, the first ten.",
		AT(struct measure_chart, median), .digits = 2 },
	{ "useful", COLUMN_WHOLE, "Readings off the median.", AT(struct measure_chart, useful) },
	{ "longest_run", COLUMN_WHOLE, "On one side of it.", AT(struct measure_chart, longest) },
	{ "longest_run_most", COLUMN_WHOLE, "A longer one is no chance.",
		AT(struct measure_chart, longest_most) },
	{ "crossings", COLUMN_WHOLE, "Of the median.", AT(struct measure_chart, crossings) },
	{ "crossings_least", COLUMN_WHOLE, "Fewer are no chance.",
		AT(struct measure_chart, crossings_least) },
	{ "shifted", COLUMN_BOOLEAN, "Whether it is more than normal variation.",
		AT(struct measure_chart, shifted) },
	{ "mean", COLUMN_DECIMAL, "Of all readings, from twelve on.",
		AT(struct measure_chart, mean), .digits = 2, .optional = true },
	{ "lower", COLUMN_DECIMAL, "Limit of normal variation.", AT(struct measure_chart, lower),
		.digits = 2, .optional = true },
	{ "upper", COLUMN_DECIMAL, "The same above.", AT(struct measure_chart, upper), .digits = 2,
		.optional = true },
	{ 0 },
};

const struct result_column measure_columns[] = {
	{ NULL, COLUMN_TEXT, "What is measured.", .text = label_text, .head = "measure" },
	{ "measure", COLUMN_WORD, "What is measured.", AT(struct measure, kind),
		.words = kind_words, .audience = AUDIENCE_TEAM },
	{ "by", COLUMN_WORD, "What it is cut by.", AT(struct measure, by), .words = cut_words,
		.audience = AUDIENCE_TEAM },
	{ "of", COLUMN_TEXT, "The forum's or team's id, the group, or the wave's number.",
		AT(struct measure, of), .optional = true, .audience = AUDIENCE_TEAM },
	{ "name", COLUMN_TEXT, "What people call it.", AT(struct measure, name), .optional = true,
		.audience = AUDIENCE_TEAM },
	{ "unit", COLUMN_TEXT, "What values are counted in.", .text = unit_text,
		.audience = AUDIENCE_TEAM },
	{ "value", COLUMN_DECIMAL, "The last window that is over; left out: none, or not told.",
		AT(struct measure, value), .digits = 2, .optional = true,
		.audience = AUDIENCE_TEAM },
	{ NULL, COLUMN_TEXT, "The same for people.", .text = value_text_of, .head = "now",
		.tone = measure_tone },
	{ "before", COLUMN_DECIMAL, "The window before it.", AT(struct measure, before),
		.digits = 2, .optional = true, .audience = AUDIENCE_TEAM },
	{ NULL, COLUMN_TEXT, "The same for people.", .text = before_text, .head = "before",
		.muted = true },
	{ "so_far", COLUMN_DECIMAL, "The running window, which is no reading.",
		AT(struct measure, so_far), .digits = 2, .optional = true,
		.audience = AUDIENCE_TEAM },
	{ NULL, COLUMN_TEXT, "The same for people.", .text = so_far_text, .head = "so far",
		.muted = true },
	{ "series", COLUMN_LIST, "Up to eight windows, the oldest first.",
		ROWS_INSIDE(struct measure, series, series_count), .columns = series_columns,
		.audience = AUDIENCE_TEAM },
	{ NULL, COLUMN_TEXT, "The same as a line.", .text = trend_text, .head = "trend" },
	{ "n", COLUMN_WHOLE, "What the value counts: people expected, requests, answers, blockers, "
		"decisions, teams.", AT(struct measure, n), .audience = AUDIENCE_TEAM },
	{ "suppressed", COLUMN_BOOLEAN, "Whether there are too few answers to be told.",
		AT(struct measure, suppressed), .audience = AUDIENCE_TEAM },
	{ "early_warning", COLUMN_BOOLEAN,
		"Worse than ever before, but within what chance explains: no alarm.",
		AT(struct measure, early_warning), .audience = AUDIENCE_TEAM },
	{ "beyond_chance", COLUMN_BOOLEAN, "Whether chance does not explain it.",
		AT(struct measure, beyond_chance), .audience = AUDIENCE_TEAM },
	{ "p85", COLUMN_WHOLE, "Working days within which 85 percent are answered.",
		AT(struct measure, p85), .optional = true, .audience = AUDIENCE_TEAM },
	{ "open", COLUMN_WHOLE, "Requests that nobody has answered.", AT(struct measure, open),
		.optional = true, .audience = AUDIENCE_TEAM },
	{ "oldest_days", COLUMN_WHOLE, "How long the oldest blocker has been open.",
		AT(struct measure, oldest_days), .optional = true, .audience = AUDIENCE_TEAM },
	{ "passing", COLUMN_WHOLE, "Teams whose key results pass review.",
		AT(struct measure, passing), .optional = true, .audience = AUDIENCE_TEAM },
	{ "in_rhythm", COLUMN_WHOLE, "Teams that check in in rhythm.",
		AT(struct measure, in_rhythm), .optional = true, .audience = AUDIENCE_TEAM },
	{ "traded_off", COLUMN_WHOLE, "Teams that changed a priority.",
		AT(struct measure, traded_off), .optional = true, .audience = AUDIENCE_TEAM },
	{ "chart", COLUMN_OBJECT, "The run chart, from ten readings on.",
		IN(struct measure, chart), .present = has_chart, .columns = chart_columns,
		.optional = true, .one_line = true },
	{ NULL, COLUMN_TEXT, "What there is to say.", .text = notes_text, .head = "" },
	{ 0 },
};

static const struct result_column measures_whole[] = {
	{ "from", COLUMN_DAY, "First day of the reading.", AT(struct measures_report, from),
		.optional = true, .audience = AUDIENCE_TEAM },
	{ "to", COLUMN_DAY, "Its last.", AT(struct measures_report, to), .optional = true,
		.audience = AUDIENCE_TEAM },
	{ "ends", COLUMN_DAY, "Last day of the running window.", AT(struct measures_report, ends),
		.optional = true, .audience = AUDIENCE_TEAM },
	{ "measures", COLUMN_LIST, "The whole first, then cut by cut.",
		ROWS(struct measures_report, items, count), .columns = measure_columns,
		.head = "Measures",
		.audience = AUDIENCE_TEAM },
	{ "comments", COLUMN_LIST, "What was written beside the answers, by the alphabet.",
		ROWS(struct measures_report, comments, comment_count), .columns = columns_of_text },
	{ 0 },
};

const struct result result_measures = { "measures", "How the cadence works, in numbers.",
	AUDIENCE_TEAM, sizeof(struct measures_report), measures_whole, NULL };
