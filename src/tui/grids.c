/* SPDX-License-Identifier: MIT */
/*
 * Grids of counts one moves about in: power and interest, engagement by group and stage, risks.
 * Enter goes to the list with just those records. The counting may take long and waits for nobody's
 * keys.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/programme/people.h"
#include "rollout/tui/overviews.h"
#include "rollout/tui/picture.h"
#include "words.h"

enum { GRID_CELLS = 64, NOTE_ROWS = 3, FILTER_TEXT = 96 };

struct grid;

struct grid_kind {
	int rows, columns;
	const char *row_title, *column_title;
	const char *type; /* of the list that Enter leads to */
	/* Fills counts, notes and names; STATUS_STOPPED: again later. */
	enum status (*read)(struct grid *grid, struct session *session, struct error *error);
	/* What the list is filtered by for that cell. */
	void (*filter)(const struct grid *grid, int row, int column, char out[FILTER_TEXT]);
};

struct grid {
	struct panel panel;
	const struct grid_kind *kind;
	struct area area;
	bool stale;
	struct arena arena; /* of names and notes */
	int counts[GRID_CELLS];
	const char *cells[GRID_CELLS]; /* what to say of a cell; NULL: its count says all */
	const char *row_names[GRID_CELLS], *column_names[GRID_CELLS];
	const char *notes[NOTE_ROWS];
	int row, column;
	char filter[FILTER_TEXT];
};

static int
count_of(int64_t number)
{
	return number > INT32_MAX ? INT32_MAX : (int)number;
}

static enum status
read_power(struct grid *grid, struct session *session, struct error *error)
{
	struct power_report report;
	enum status status = programme_power(session->programme, &report, error);

	if (status != STATUS_OK)
		return status;
	arena_reset(&grid->arena);
	for (int i = 0; i < POWER_STEPS; i++) {
		grid->row_names[i] = arena_format(&grid->arena, "%d", POWER_STEPS - i);
		grid->column_names[i] = arena_format(&grid->arena, "%d", i + 1);
		for (int j = 0; j < POWER_STEPS; j++) {
			int cell = i * POWER_STEPS + j;
			int64_t resistant = report.resistant[POWER_STEPS - 1 - i][j];

			grid->counts[cell] = count_of(report.people[POWER_STEPS - 1 - i][j]);
			grid->cells[cell] = arena_format(&grid->arena,
				"influence %d, interest %d: %d, of them resistant %" PRId64,
				POWER_STEPS - i, j + 1, grid->counts[cell], resistant);
		}
	}
	grid->notes[0] = arena_format(&grid->arena,
		"%" PRId64 " people are here; not rated, and so not in the grid: %" PRId64,
		report.all, report.not_rated);
	grid->notes[1] = "Much influence and little interest: win them over. Much of both: work "
			 "with them week by week.";
	return STATUS_OK;
}

static void
filter_power(const struct grid *grid, int row, int column, char out[FILTER_TEXT])
{
	(void)grid;
	snprintf(out, FILTER_TEXT, "influence=%d interest=%d active!=no", POWER_STEPS - row,
		column + 1);
}

static enum status
read_risks(struct grid *grid, struct session *session, struct error *error)
{
	struct risk_report report;
	enum status status = programme_risk_grid(session->programme, &report, error);

	if (status != STATUS_OK)
		return status;
	arena_reset(&grid->arena);
	for (int i = 0; i < POWER_STEPS; i++) {
		int likelihood = POWER_STEPS - i;

		grid->row_names[i] = arena_format(&grid->arena, "%d", likelihood);
		grid->column_names[i] = arena_format(&grid->arena, "%d", i + 1);
		for (int j = 0; j < POWER_STEPS; j++) {
			int cell = i * POWER_STEPS + j;

			grid->counts[cell] = count_of(report.risks[likelihood - 1][j]);
			grid->cells[cell] = arena_format(&grid->arena,
				"likelihood %d, impact %d: %d open, of them without an owner "
				"%" PRId64,
				likelihood, j + 1, grid->counts[cell],
				report.unowned[likelihood - 1][j]);
		}
	}
	grid->notes[0] = arena_format(&grid->arena,
		"%" PRId64 " risks are open; not weighed, and so not in the grid: %" PRId64,
		report.all, report.not_weighed);
	grid->notes[1] =
		"Likely and heavy ones stand at the top right: look at these in every review.";
	return STATUS_OK;
}

static void
filter_risks(const struct grid *grid, int row, int column, char out[FILTER_TEXT])
{
	(void)grid;
	snprintf(out, FILTER_TEXT, "likelihood=%d impact=%d state=open", POWER_STEPS - row,
		column + 1);
}

static const struct choice *
choices_of(const char *field)
{
	const struct type *type = type_find("engagement");

	return type->fields[type_field_index(type, field)].choices;
}

static const char *
choice_words(struct grid *grid, const char *name)
{
	char words[WORDS_SIZE];

	words_from_name(name, words);
	return arena_copy(&grid->arena, words, strlen(words));
}

static enum status
read_engagement(struct grid *grid, struct session *session, struct error *error)
{
	struct engagement_report report;
	enum status status = programme_engagement(session->programme, &report, error);
	const struct choice *groups = choices_of("group"), *stages = choices_of("stage");

	if (status != STATUS_OK)
		return status;
	arena_reset(&grid->arena);
	for (int j = 0; j < ENGAGEMENT_STAGES; j++)
		grid->column_names[j] = choice_words(grid, stages[j].name);
	for (int i = 0; i <= ENGAGEMENT_GROUPS; i++) {
		grid->row_names[i] =
			i < ENGAGEMENT_GROUPS ? choice_words(grid, groups[i].name) : "no group";
		for (int j = 0; j < ENGAGEMENT_STAGES; j++) {
			const struct engagement_cell *cell = &report.cells[i][j];
			int at = i * ENGAGEMENT_STAGES + j;

			grid->counts[at] = count_of(cell->actions);
			grid->cells[at] = arena_format(&grid->arena,
				"%s, %s: %" PRId64 " actions, %" PRId64 " done, %" PRId64 " late",
				grid->row_names[i], grid->column_names[j], cell->actions,
				cell->done, cell->late);
		}
	}
	grid->notes[0] = "An empty cell is a group that nobody engages at that stage.";
	return STATUS_OK;
}

static void
filter_engagement(const struct grid *grid, int row, int column, char out[FILTER_TEXT])
{
	(void)grid;
	snprintf(out, FILTER_TEXT, "group=%s stage=%s",
		row < ENGAGEMENT_GROUPS ? choices_of("group")[row].name : "",
		choices_of("stage")[column].name);
}

static const struct grid_kind power = { POWER_STEPS, POWER_STEPS, "influence", "interest",
	"stakeholder", read_power, filter_power };
static const struct grid_kind risks = { POWER_STEPS, POWER_STEPS, "likelihood", "impact", "risk",
	read_risks, filter_risks };
static const struct grid_kind engagement = { ENGAGEMENT_GROUPS + 1, ENGAGEMENT_STAGES, "group",
	"stage", "engagement", read_engagement, filter_engagement };

static struct grid *
grid_of(struct panel *panel)
{
	return (struct grid *)panel;
}

static void
grid_read(struct grid *grid, struct session *session)
{
	struct error error = { 0 };
	enum status status = grid->kind->read(grid, session, &error);

	grid->stale = status == STATUS_STOPPED;
	if (status != STATUS_OK && status != STATUS_STOPPED)
		session_fail(session, &error);
}

static bool
grid_work(struct panel *panel, struct session *session)
{
	struct grid *grid = grid_of(panel);

	if (grid->stale)
		grid_read(grid, session);
	return false;
}

static void
grid_reload(struct panel *panel, struct session *session)
{
	(void)session;
	grid_of(panel)->stale = true;
}

static void
grid_layout(struct panel *panel, struct session *session, struct area content, struct area screen)
{
	(void)session;
	(void)screen;
	grid_of(panel)->area = content;
}

static void
grid_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct grid *grid = (const struct grid *)panel;
	const struct grid_kind *kind = grid->kind;
	const struct picture_grid picture = { .rows = kind->rows,
		.columns = kind->columns,
		.counts = grid->counts,
		.row_names = grid->row_names,
		.column_names = grid->column_names,
		.row_title = kind->row_title,
		.column_title = kind->column_title,
		.selected_row = grid->row,
		.selected_column = grid->column };
	struct area area = { grid->area.row, grid->area.column + 1, grid->area.rows - 1,
		grid->area.columns - 2 };
	const char *cell = grid->cells[grid->row * kind->columns + grid->column];
	int row = area.row, end = area.row + area.rows + 1;

	(void)session;
	canvas_cursor(canvas, area.row, area.column, false);
	if (!grid->notes[0]) {
		canvas_put(canvas, row, area.column, area.columns, ROLE_MUTED, "Counting…");
		return;
	}
	row += picture_grid(canvas, area, &picture);
	if (row < end && cell)
		canvas_put(canvas, row++, area.column, area.columns, ROLE_TEXT, cell);
	for (int i = 0; i < NOTE_ROWS && row < end; i++)
		if (grid->notes[i])
			canvas_put(canvas, row++, area.column, area.columns, ROLE_MUTED,
				grid->notes[i]);
}

static void
stand(struct grid *grid, int row, int column)
{
	grid->row = larger_of(0, smaller_of(row, grid->kind->rows - 1));
	grid->column = larger_of(0, smaller_of(column, grid->kind->columns - 1));
}

static unsigned
grid_handle(struct panel *panel, struct session *session, const struct press *press)
{
	struct grid *grid = grid_of(panel);

	switch ((int)press->action) {
	case ACTION_UP: stand(grid, grid->row - 1, grid->column); return EFFECT_NONE;
	case ACTION_DOWN: stand(grid, grid->row + 1, grid->column); return EFFECT_NONE;
	case ACTION_LEFT: stand(grid, grid->row, grid->column - 1); return EFFECT_NONE;
	case ACTION_RIGHT: stand(grid, grid->row, grid->column + 1); return EFFECT_NONE;
	case ACTION_FIRST: stand(grid, 0, grid->column); return EFFECT_NONE;
	case ACTION_LAST: stand(grid, grid->kind->rows, grid->column); return EFFECT_NONE;
	case ACTION_OPEN:
		grid->kind->filter(grid, grid->row, grid->column, grid->filter);
		return session_show_filtered(session, type_find(grid->kind->type), grid->filter);
	}
	return EFFECT_IGNORED;
}

static void
grid_copy(const struct panel *panel, struct session *session, struct buffer *out)
{
	const struct grid *grid = (const struct grid *)panel;
	const char *cell = grid->cells[grid->row * grid->kind->columns + grid->column];

	(void)session;
	if (cell)
		buffer_append_text(out, cell);
}

static void
grid_keep(const struct panel *panel, struct place *out)
{
	const struct grid *grid = (const struct grid *)panel;

	*out = (struct place){ .known = true, .view = { grid->row, grid->column } };
}

static void
grid_free(struct panel *panel)
{
	struct grid *grid = grid_of(panel);

	arena_clear(&grid->arena);
	free(grid);
}

static const struct panel_class grid_class = {
	.scope = SCOPE_GRID | SCOPE_PAGE,
	.layout = grid_layout,
	.draw = grid_draw,
	.handle = grid_handle,
	.work = grid_work,
	.reload = grid_reload,
	.copy = grid_copy,
	.keep = grid_keep,
	.free = grid_free,
};

static struct panel *
grid_new(const struct grid_kind *kind, const struct place *place)
{
	struct grid *grid = memory_new(1, sizeof *grid);

	grid->panel.class = &grid_class;
	grid->kind = kind;
	grid->stale = true;
	if (place->known)
		stand(grid, place->view[0], place->view[1]);
	return &grid->panel;
}

struct panel *
power_new(const struct place *place)
{
	return grid_new(&power, place);
}

struct panel *
risks_new(const struct place *place)
{
	return grid_new(&risks, place);
}

struct panel *
engagement_new(const struct place *place)
{
	return grid_new(&engagement, place);
}
