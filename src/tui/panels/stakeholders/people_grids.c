/* SPDX-License-Identifier: MIT */
/*
 * The grids of the register: power and interest, engagement by group and stage, and by wave and
 * stage. Must not draw: kit/picture/grid.c does.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "rollout/base/text.h"
#include "rollout/programme/people.h"
#include "rollout/programme/stages.h"
#include "tui/kit/label_words.h"
#include "tui/kit/picture/grid.h"

static enum status
read_power(struct grid_matter *matter, struct session *session, struct error *error)
{
	struct power_report report;
	enum status status = programme_power(session->programme, &report, error);

	if (status != STATUS_OK)
		return status;
	grid_shape(matter, POWER_STEPS, POWER_STEPS);
	for (int i = 0; i < POWER_STEPS; i++) {
		matter->row_names[i] = arena_format(&matter->arena, "%d", POWER_STEPS - i);
		matter->column_names[i] = arena_format(&matter->arena, "%d", i + 1);
		for (int j = 0; j < POWER_STEPS; j++) {
			int cell = i * POWER_STEPS + j;
			int64_t resistant = report.resistant[POWER_STEPS - 1 - i][j];

			matter->counts[cell] = grid_count(report.people[POWER_STEPS - 1 - i][j]);
			matter->cells[cell] = arena_format(&matter->arena,
				"influence %d, interest %d: %d, of them resistant %" PRId64,
				POWER_STEPS - i, j + 1, matter->counts[cell], resistant);
		}
	}
	matter->notes[0] = arena_format(&matter->arena,
		"%" PRId64 " people are here; not rated, and so not in the grid: %" PRId64,
		report.all, report.not_rated);
	matter->notes[1] = "Much influence and little interest: win them over. Much of both: work "
			   "with them week by week.";
	return STATUS_OK;
}

static void
filter_power(const struct grid_matter *matter, int row, int column, char out[FILTER_TEXT])
{
	(void)matter;
	snprintf(out, FILTER_TEXT, "influence=%d interest=%d active!=no", POWER_STEPS - row,
		column + 1);
}

static const struct choice *
choices_of(const char *field)
{
	const struct type *type = type_find("engagement");

	return type->fields[type_field_index(type, field)].choices;
}

static const char *
choice_words(struct grid_matter *matter, const char *name)
{
	return arena_format(&matter->arena, "%s", label_words_of(name).text);
}

static enum status
read_engagement(struct grid_matter *matter, struct session *session, struct error *error)
{
	struct engagement_report report;
	enum status status = programme_engagement(session->programme, &report, error);
	const struct choice *groups = choices_of("group"), *stages = choices_of("stage");

	if (status != STATUS_OK)
		return status;
	grid_shape(matter, ENGAGEMENT_GROUPS + 1, ENGAGEMENT_STAGES);
	for (int j = 0; j < ENGAGEMENT_STAGES; j++)
		matter->column_names[j] = choice_words(matter, stages[j].name);
	for (int i = 0; i <= ENGAGEMENT_GROUPS; i++) {
		matter->row_names[i] =
			i < ENGAGEMENT_GROUPS ? choice_words(matter, groups[i].name) : "no group";
		for (int j = 0; j < ENGAGEMENT_STAGES; j++) {
			const struct engagement_cell *cell = &report.cells[i][j];
			int at = i * ENGAGEMENT_STAGES + j;

			matter->counts[at] = grid_count(cell->actions);
			matter->cells[at] = arena_format(&matter->arena,
				"%s, %s: %" PRId64 " actions, %" PRId64 " done, %" PRId64 " late",
				matter->row_names[i], matter->column_names[j], cell->actions,
				cell->done, cell->late);
		}
	}
	matter->notes[0] = "An empty cell is a group that nobody engages at that stage.";
	matter->notes[1] = "Where each wave stands today is the page before: by wave.";
	return STATUS_OK;
}

static void
filter_engagement(const struct grid_matter *matter, int row, int column, char out[FILTER_TEXT])
{
	(void)matter;
	snprintf(out, FILTER_TEXT, "group=%s stage=%s",
		row < ENGAGEMENT_GROUPS ? choices_of("group")[row].name : "",
		choices_of("stage")[column].name);
}

/* "9✓ 1! 2○": done, due and open, what there is none of left out. */
static const char *
cell_words(struct grid_matter *matter, const struct stage_cell *cell, const char *const units[3],
	const char *between)
{
	const int64_t counts[] = { cell->done, cell->due, cell->open };
	const char *text = "";

	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
		if (counts[i] > 0)
			text = arena_format(&matter->arena, "%s%s%" PRId64 "%s", text,
				*text ? between : "", counts[i], units[i]);
	return text;
}

/* "Today: launch, then first cycle on 2026-11-09; 3 teams." */
static const char *
wave_words(struct grid_matter *matter, const struct wave_stages *wave)
{
	const day next[ENGAGEMENT_STAGES] = { wave->launches_on, wave->settles_on, wave->repeats_on,
		NO_DAY };
	char date[DATE_SIZE];
	const char *teams = text_quantity(&matter->arena, wave->teams, "team", NULL);

	if (wave->wave == NO_WAVE)
		return "These actions belong to no wave.";
	if (wave->stage == STAGE_UNKNOWN)
		return arena_format(&matter->arena,
			"Nobody knows when it starts: the programme has no launch date; %s.",
			teams);
	if (next[wave->stage] == NO_DAY)
		return arena_format(
			&matter->arena, "Today: %s; %s.", matter->column_names[wave->stage], teams);
	date_format(next[wave->stage], date);
	return arena_format(&matter->arena, "Today: %s, then %s on %s; %s.",
		matter->column_names[wave->stage], matter->column_names[wave->stage + 1], date,
		teams);
}

static void
fill_wave(struct grid_matter *matter, const struct wave_stages *wave, int row, bool ascii)
{
	static const char *const words[] = { " done", " due", " open" };
	const char *const marks[] = { ascii ? "+" : "✓", "!", ascii ? "o" : "○" };

	matter->keys[row] = wave->wave;
	matter->marked[row] = wave->stage;
	matter->row_names[row] = wave->wave == NO_WAVE
					 ? "no wave"
					 : arena_format(&matter->arena, "wave %d", wave->wave);
	matter->row_notes[row] = wave_words(matter, wave);
	for (int j = 0; j < ENGAGEMENT_STAGES; j++) {
		const struct stage_cell *cell = &wave->cells[j];
		int at = row * ENGAGEMENT_STAGES + j;

		matter->counts[at] = grid_count(cell->done + cell->due + cell->open);
		matter->texts[at] = cell_words(matter, cell, marks, " ");
		matter->cells[at] = arena_format(&matter->arena, "%s, %s: %s",
			matter->row_names[row], matter->column_names[j],
			matter->counts[at] > 0 ? cell_words(matter, cell, words, ", ")
					       : "no action");
	}
}

static enum status
read_waves(struct grid_matter *matter, struct session *session, struct error *error)
{
	struct stages_report report;
	enum status status = programme_stages(session->programme, &report, error);
	const struct choice *stages = choices_of("stage");
	size_t rows = (size_t)report.count + 1;

	if (status != STATUS_OK)
		return status;
	grid_shape(matter, report.count, ENGAGEMENT_STAGES);
	matter->keys = arena_alloc(&matter->arena, rows * sizeof *matter->keys);
	matter->marked = arena_alloc(&matter->arena, rows * sizeof *matter->marked);
	matter->row_notes = arena_alloc(&matter->arena, rows * sizeof *matter->row_notes);
	matter->texts =
		arena_alloc(&matter->arena, rows * ENGAGEMENT_STAGES * sizeof *matter->texts);
	for (int j = 0; j < ENGAGEMENT_STAGES; j++)
		matter->column_names[j] = choice_words(matter, stages[j].name);
	for (int i = 0; i < report.count; i++)
		fill_wave(matter, &report.waves[i], i, session->ascii);
	matter->notes[0] =
		report.count == 0
			? "There is no wave yet: the plan (P) makes them from the teams."
			: arena_format(&matter->arena,
				  "%s where the wave is today; %s done, ! due by today, %s open",
				  glyph_text(session->ascii, GLYPH_POINTER),
				  session->ascii ? "+" : "✓", session->ascii ? "o" : "○");
	return STATUS_OK;
}

static void
filter_waves(const struct grid_matter *matter, int row, int column, char out[FILTER_TEXT])
{
	const char *stage = choices_of("stage")[column].name;

	if (matter->keys[row] == NO_WAVE)
		snprintf(out, FILTER_TEXT, "wave= stage=%s", stage);
	else
		snprintf(out, FILTER_TEXT, "wave=%d stage=%s", matter->keys[row], stage);
}

static const struct grid_kind kind_power = { "influence", "interest", "stakeholder", read_power,
	filter_power };
static const struct grid_kind kind_engagement = { "group", "stage", "engagement", read_engagement,
	filter_engagement };
static const struct grid_kind kind_waves = { "", "stage", "engagement", read_waves, filter_waves };

const struct page power_page = { &grid_class, grid_new, &kind_power };
const struct page engagement_page = { &grid_class, grid_new, &kind_engagement };
const struct page stages_page = { &grid_class, grid_new, &kind_waves };
