/* SPDX-License-Identifier: MIT */
/*
 * Grids of counts one moves about in; what is counted is each panel's own. Enter goes to the list with
 * just those records. The counting may take long and waits for nobody's keys.
 */
#include <stdlib.h>

#include "grid.h"
#include "picture.h"

enum { UNREAD_MOST = 1000 };

struct grid {
	struct panel panel;
	const struct grid_kind *kind;
	struct area area;
	bool stale;
	bool placed; /* the cursor stands where somebody put it */
	struct grid_matter matter;
	int row, column;
	char filter[FILTER_TEXT];
};

void
grid_shape(struct grid_matter *matter, int rows, int columns)
{
	size_t cells = (size_t)(rows * columns) + 1, names = (size_t)(rows + columns) + 1;
	struct arena arena = matter->arena;

	arena_reset(&arena);
	*matter = (struct grid_matter){ .arena = arena, .rows = rows, .columns = columns };
	matter->counts = arena_alloc(&matter->arena, cells * sizeof *matter->counts);
	matter->cells = arena_alloc(&matter->arena, cells * sizeof *matter->cells);
	matter->row_names = arena_alloc(&matter->arena, names * sizeof *matter->row_names);
	matter->column_names = arena_alloc(&matter->arena, names * sizeof *matter->column_names);
}

int
grid_count(int64_t number)
{
	return number > INT32_MAX ? INT32_MAX : (int)number;
}

static struct grid *
grid_of(struct panel *panel)
{
	return (struct grid *)panel;
}

/* Keys may come before it is read: how far they lead is settled then. */
static void
stand(struct grid *grid, int row, int column)
{
	const struct grid_matter *matter = &grid->matter;
	bool read = matter->columns > 0;

	grid->placed = true;
	grid->row = larger_of(0, smaller_of(row, read ? matter->rows - 1 : UNREAD_MOST));
	grid->column = larger_of(0, smaller_of(column, read ? matter->columns - 1 : UNREAD_MOST));
}

static void
grid_read(struct grid *grid, struct session *session)
{
	struct error error = { 0 };
	enum status status = grid->kind->read(&grid->matter, session, &error);

	grid->stale = status == STATUS_STOPPED;
	if (status == STATUS_OK) {
		if (!grid->placed && grid->matter.rows > 0 && grid->matter.marked)
			grid->column = grid->matter.marked[0];
		stand(grid, grid->row, grid->column);
	}
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

static const char *
selected_cell(const struct grid *grid)
{
	return grid->matter.rows > 0
		       ? grid->matter.cells[grid->row * grid->matter.columns + grid->column]
		       : NULL;
}

static void
grid_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct grid *grid = (const struct grid *)panel;
	const struct grid_matter *matter = &grid->matter;
	const struct picture_grid picture = { .rows = matter->rows,
		.columns = matter->columns,
		.counts = matter->counts,
		.texts = matter->texts,
		.marked = matter->marked,
		.row_names = matter->row_names,
		.column_names = matter->column_names,
		.row_title = grid->kind->row_title,
		.column_title = grid->kind->column_title,
		.selected_row = grid->row,
		.selected_column = grid->column };
	struct area area = { grid->area.row, grid->area.column + 1, grid->area.rows - 1,
		grid->area.columns - 2 };
	const char *said[] = { selected_cell(grid),
		matter->rows > 0 && matter->row_notes ? matter->row_notes[grid->row] : NULL };
	int row = area.row, end = area.row + area.rows + 1;

	(void)session;
	canvas_cursor(canvas, area.row, area.column, false);
	if (!matter->notes[0]) {
		canvas_put(canvas, row, area.column, area.columns, ROLE_MUTED, "Counting…");
		return;
	}
	if (matter->rows > 0)
		row += picture_grid(canvas, area, &picture);
	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
		if (said[i] && row < end)
			canvas_put(canvas, row++, area.column, area.columns, ROLE_TEXT, said[i]);
	for (int i = 0; i < NOTE_ROWS && row < end; i++)
		if (matter->notes[i])
			canvas_put(canvas, row++, area.column, area.columns, ROLE_MUTED,
				matter->notes[i]);
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
	case ACTION_LAST: stand(grid, UNREAD_MOST, grid->column); return EFFECT_NONE;
	case ACTION_OPEN:
		if (grid->matter.rows == 0)
			return EFFECT_NONE;
		grid->kind->filter(&grid->matter, grid->row, grid->column, grid->filter);
		return session_show_filtered(session, type_find(grid->kind->type), grid->filter);
	}
	return EFFECT_IGNORED;
}

static void
grid_copy(const struct panel *panel, struct session *session, struct buffer *out)
{
	const struct grid *grid = (const struct grid *)panel;
	const char *cell = selected_cell(grid);

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

	arena_clear(&grid->matter.arena);
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

struct panel *
grid_new(const struct grid_kind *kind, const struct place *place)
{
	struct grid *grid = memory_new(1, sizeof *grid);

	grid->panel.class = &grid_class;
	grid->kind = kind;
	grid->stale = true;
	grid->placed = place->known;
	if (place->known) {
		grid->row = place->view[0];
		grid->column = place->view[1];
	}
	return &grid->panel;
}
