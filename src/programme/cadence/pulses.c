/* SPDX-License-Identifier: MIT */
/*
 * Reads the answers once, cut by team and group, and keeps what may be told. A window that is not
 * over has no figure, so that nobody can compare yesterday's with today's.
 */
#include "programme/cadence/pulses.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/rules/disclosure.h"

static const char select_answers[] =
	"SELECT window_of(\"on\"), \"team\", \"group\", \"score\", count(*) FROM \"pulse\" "
	"WHERE \"on\" <= :today GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4";
static const char select_comments[] =
	"SELECT \"comment\" FROM \"pulse\" WHERE \"comment\" IS NOT NULL AND \"on\" <= :today "
	"AND window_of(\"on\") = window_of(:today) - 1 ORDER BY \"comment\"";

/* The answers of one window that come from one team and one group. */
struct cell {
	const char *team, *group; /* "": none */
	int scores[MOOD_SCORES];
};

struct collecting {
	struct rows rows;
	struct arena *arena;
	struct pulses *pulses;
	int least;
	int window; /* whose cells are being collected */
	struct cell *cells;
	size_t count;
};

static const char *
keep_word(struct arena *arena, const struct value *value)
{
	if (value->kind == VALUE_INTEGER)
		return arena_format(arena, "%lld", (long long)value->integer);
	return value->kind == VALUE_TEXT ? arena_copy(arena, value->text, strlen(value->text)) : "";
}

static struct cell *
cell_of(struct collecting *collecting, const char *team, const char *group)
{
	struct cell *last =
		collecting->count > 0 ? &collecting->cells[collecting->count - 1] : NULL;

	if (last && strcmp(last->team, team) == 0 && strcmp(last->group, group) == 0)
		return last;
	collecting->cells =
		array_grow(collecting->cells, collecting->count, sizeof *collecting->cells);
	collecting->cells[collecting->count] = (struct cell){ .team = team, .group = group };
	return &collecting->cells[collecting->count++];
}

static bool
is_in(const struct cell *cell, const struct pulse_cut *cut)
{
	if (strcmp(cut->by, "whole") == 0)
		return true;
	return strcmp(strcmp(cut->by, "team") == 0 ? cell->team : cell->group, cut->of) == 0;
}

static void
add_cut(struct collecting *collecting, const char *by, const char *of)
{
	struct pulses *pulses = collecting->pulses;
	struct pulse_cut cut = { .window = collecting->window, .by = by, .of = of };

	if (pulses_find(pulses, cut.window, by, of))
		return;
	for (size_t i = 0; i < collecting->count; i++)
		for (int score = 0; is_in(&collecting->cells[i], &cut) && score < MOOD_SCORES;
			score++) {
			cut.scores[score] += collecting->cells[i].scores[score];
			cut.answers += collecting->cells[i].scores[score];
		}
	pulses->cuts =
		arena_grow(collecting->arena, pulses->cuts, pulses->count, sizeof *pulses->cuts);
	pulses->cuts[pulses->count++] = cut;
}

static void
choose_cuts(struct collecting *collecting, struct pulse_cut *cuts, size_t count)
{
	size_t width = collecting->count;
	struct disclosure_cell *cells = memory_new(width, sizeof *cells);
	struct disclosure_cut *choices = memory_new(count, sizeof *choices);
	bool *has = memory_new(count * width, sizeof *has);

	for (size_t j = 0; j < width; j++)
		for (int score = 0; score < MOOD_SCORES; score++)
			cells[j].answers += collecting->cells[j].scores[score];
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < width; j++)
			has[i * width + j] = is_in(&collecting->cells[j], &cuts[i]);
		choices[i].has = &has[i * width];
	}
	disclosure_choose(cells, width, choices, count, collecting->least);
	for (size_t i = 0; i < count; i++)
		cuts[i].shown = choices[i].shown;
	free(cells);
	free(choices);
	free(has);
}

/* All answers of the window are there. */
static void
end_window(struct collecting *collecting)
{
	size_t first = collecting->pulses->count;

	if (collecting->count == 0)
		return;
	add_cut(collecting, "whole", "");
	for (size_t i = 0; i < collecting->count; i++)
		if (*collecting->cells[i].team)
			add_cut(collecting, "team", collecting->cells[i].team);
	for (size_t i = 0; i < collecting->count; i++)
		if (*collecting->cells[i].group)
			add_cut(collecting, "group", collecting->cells[i].group);
	choose_cuts(
		collecting, &collecting->pulses->cuts[first], collecting->pulses->count - first);
	collecting->count = 0;
}

static void
read_answers(struct collecting *collecting)
{
	struct value columns[FACT_COLUMNS_MAX];

	rows_facts(
		&collecting->rows, "measures", select_answers, collecting->rows.programme->today);
	while (rows_next_fact(&collecting->rows, columns)) {
		int window = (int)columns[0].integer, score = (int)columns[3].integer - 1;

		if (window < 0 || window >= collecting->pulses->running || score < 0 ||
			score >= MOOD_SCORES)
			continue;
		if (window != collecting->window)
			end_window(collecting);
		collecting->window = window;
		cell_of(collecting, keep_word(collecting->arena, &columns[1]),
			keep_word(collecting->arena, &columns[2]))
			->scores[score] += (int)columns[4].integer;
	}
	end_window(collecting);
}

static void
read_comments(struct collecting *collecting)
{
	struct pulses *pulses = collecting->pulses;
	const struct pulse_cut *whole = pulses_find(pulses, pulses->running - 1, "whole", "");
	struct value columns[FACT_COLUMNS_MAX];

	if (!whole || !whole->shown ||
		whole->answers <
			store_setting(collecting->rows.programme->store, "pulse_comments_from"))
		return;
	rows_facts(
		&collecting->rows, "measures", select_comments, collecting->rows.programme->today);
	while (rows_next_fact(&collecting->rows, columns)) {
		pulses->comments = arena_grow(collecting->arena, pulses->comments,
			pulses->comment_count, sizeof *pulses->comments);
		pulses->comments[pulses->comment_count++] =
			keep_word(collecting->arena, &columns[0]);
	}
}

static enum status
read_windows(struct programme *programme, struct windows *out, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;

	*out = (struct windows){ .start = programme->today + 1,
		.days = (int)store_setting(programme->store, "window_days") };
	if (out->days < 1)
		out->days = 1;
	rows_of(&rows, "programme", NULL);
	while (rows_next(&rows, &record))
		out->start = record_date(&record, "starts_on");
	return rows_close(&rows);
}

static enum status
read_all(struct programme *programme, struct error *error)
{
	struct pulses_kept *kept = &programme->pulses;
	struct pulses *pulses = &kept->pulses;
	struct collecting collecting = { .arena = &kept->arena, .pulses = pulses };
	enum status status = read_windows(programme, &pulses->windows, error);

	if (status != STATUS_OK)
		return status;
	pulses->running = window_of(&pulses->windows, programme->today);
	/* What follows asks for windows itself. */
	kept->known = true;
	collecting.least = (int)store_setting(programme->store, "suppress_below");
	collecting.rows = rows_open(programme, NULL, error);
	read_answers(&collecting);
	read_comments(&collecting);
	free(collecting.cells);
	return rows_close(&collecting.rows);
}

enum status
pulses_read(struct programme *programme, const struct pulses **out, struct error *error)
{
	struct pulses_kept *kept = &programme->pulses;
	struct edition now;
	enum status status = store_begin_read(programme->store, error);

	*out = &kept->pulses;
	if (status != STATUS_OK)
		return status;
	now = store_edition(programme->store);
	if (!kept->known || !edition_equal(&kept->edition, &now)) {
		pulses_forget(programme);
		kept->edition = now;
		status = read_all(programme, error);
		kept->known = status == STATUS_OK;
	}
	store_end_read(programme->store);
	return status;
}

void
pulses_forget(struct programme *programme)
{
	arena_clear(&programme->pulses.arena);
	programme->pulses = (struct pulses_kept){ .known = false };
}

const struct pulse_cut *
pulses_find(const struct pulses *pulses, int window, const char *by, const char *of)
{
	for (size_t i = pulses->count; i > 0 && pulses->cuts[i - 1].window >= window; i--) {
		const struct pulse_cut *cut = &pulses->cuts[i - 1];

		if (cut->window == window && strcmp(cut->by, by) == 0 && strcmp(cut->of, of) == 0)
			return cut;
	}
	return NULL;
}

double
pulses_mean(const int scores[MOOD_SCORES])
{
	double edge = PULSES_EDGE_TENTHS / 10.0, sum = 0, count = 0;

	for (int i = 0; i < MOOD_SCORES; i++) {
		sum += (i + 1) * scores[i];
		count += scores[i];
	}
	return fmin(fmax(round(10 * sum / count) / 10, 1 + edge), MOOD_SCORES - edge);
}

enum status
pulses_newest(struct programme *programme, int64_t *newest, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct value columns[FACT_COLUMNS_MAX];

	*newest = 0;
	rows_facts(&rows, "measures", "SELECT max(\"id\") FROM \"pulse\"", programme->today);
	while (rows_next_fact(&rows, columns))
		*newest = columns[0].kind == VALUE_INTEGER ? columns[0].integer : 0;
	return rows_close(&rows);
}

enum status
pulses_guard_import(struct programme *programme, int64_t newest, struct error *error)
{
	struct arena arena = { 0 };
	struct rows rows = rows_open(programme, NULL, error);
	struct value columns[FACT_COLUMNS_MAX];
	bool late = false;

	rows_facts(&rows, "measures",
		arena_format(&arena,
			"SELECT 1 FROM \"pulse\" n WHERE n.\"id\" > %lld AND n.\"on\" <> :today "
			"AND "
			"EXISTS (SELECT 1 FROM \"pulse\" o WHERE o.\"id\" <= %lld AND "
			"window_of(o.\"on\") = window_of(n.\"on\")) LIMIT 1",
			(long long)newest, (long long)newest),
		programme->today);
	while (rows_next_fact(&rows, columns))
		late = true;
	arena_clear(&arena);
	if (rows.status == STATUS_OK && late)
		rows.status = error_set(error, STATUS_INVALID,
			"anonymous answers of a window that has some already cannot be added: "
			"their "
			"difference would tell them");
	return rows_close(&rows);
}
