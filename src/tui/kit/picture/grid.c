/* SPDX-License-Identifier: MIT */
/*
 * Grids of counts one moves about in; what is counted is each panel's own. Enter goes to the list
 * with just those records. The counting may take long and waits for nobody's keys.
 */
#include <stdlib.h>

#include "grid.h"
#include "picture.h"

/* OTHER_ROWS: of the area, that are no rows of the grid. */
enum { UNREAD_MOST = 1000, OTHER_ROWS = 6 };

struct grid {
	struct panel panel;
	const struct grid_kind *kind;
	struct area area;
	bool stale;
	bool placed; /* the cursor stands where somebody put it */
	struct grid_matter matter;
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

static void
grid_moved(struct panel *panel, struct session *session, int before)
{
	(void)session;
	(void)before;
	grid_of(panel)->placed = true;
}

/* Keys may come before it is read: how far they lead is settled then. */
static void
fit(struct grid *grid)
{
	struct area area = grid->area;
	bool read = grid->matter.columns > 0;

	grid->panel.selection.columns = read ? grid->matter.columns : UNREAD_MOST;
	selection_fit_shown(
		&grid->panel, read ? grid->matter.rows : UNREAD_MOST, area, area.rows - OTHER_ROWS);
}

static void
grid_read(struct grid *grid, struct session *session)
{
	struct error error = { 0 };
	enum status status = grid->kind->read(&grid->matter, session, &error);

	grid->stale = status == STATUS_STOPPED;
	if (status == STATUS_OK) {
		if (!grid->placed && grid->matter.rows > 0 && grid->matter.marked)
			grid->panel.selection.column = grid->matter.marked[0];
		grid->placed = true;
		fit(grid);
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
	fit(grid_of(panel));
}

static const char *
selected_cell(const struct grid *grid)
{
	const struct selection *at = &grid->panel.selection;

	return grid->matter.rows > 0
		       ? grid->matter.cells[at->row * grid->matter.columns + at->column]
		       : NULL;
}

/* The picture, and where it is drawn. */
static struct picture_grid
picture_of(const struct grid *grid, struct area *area)
{
	const struct grid_matter *matter = &grid->matter;

	*area = (struct area){ grid->area.row, grid->area.column + 1, grid->area.rows - 1,
		grid->area.columns - 2 };
	return (struct picture_grid){ .rows = matter->rows,
		.columns = matter->columns,
		.counts = matter->counts,
		.texts = matter->texts,
		.marked = matter->marked,
		.row_names = matter->row_names,
		.column_names = matter->column_names,
		.row_title = grid->kind->row_title,
		.column_title = grid->kind->column_title,
		.selected_row = grid->panel.selection.row,
		.selected_column = grid->panel.selection.column };
}

static bool
grid_locate(struct panel *panel, const struct session *session, const struct mouse *mouse, int *row,
	int *column)
{
	struct area area;
	const struct picture_grid picture = picture_of((const struct grid *)panel, &area);

	(void)session;
	return picture_grid_at(area, &picture, mouse->row, mouse->column, row, column);
}

static void
grid_draw(const struct panel *panel, const struct session *session, struct canvas *canvas)
{
	const struct grid *grid = (const struct grid *)panel;
	const struct grid_matter *matter = &grid->matter;
	struct area area;
	const struct picture_grid picture = picture_of(grid, &area);
	const char *said[] = { selected_cell(grid),
		matter->rows > 0 && matter->row_notes ? matter->row_notes[panel->selection.row]
						      : NULL };
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

static bool
has_cells(const struct panel *panel)
{
	return ((const struct grid *)panel)->matter.rows > 0;
}

static unsigned
list_cell(struct panel *panel, struct session *session)
{
	struct grid *grid = grid_of(panel);

	grid->kind->filter(
		&grid->matter, panel->selection.row, panel->selection.column, grid->filter);
	return session_show_filtered(session, type_find(grid->kind->type), grid->filter);
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
grid_free(struct panel *panel)
{
	struct grid *grid = grid_of(panel);

	arena_clear(&grid->matter.arena);
	free(grid);
}

/* clang-format off */
static const struct keys grid_keys = { "in a grid of counts", {
	{ "open", "Enter", list_cell, "list what the cell counts", "list", 1,
	  .applies = has_cells },
} };
/* clang-format on */

const struct panel_class grid_class = {
	.keys = { &grid_keys, &selection_keys, &selection_side_keys },
	.layout = grid_layout,
	.draw = grid_draw,
	.work = grid_work,
	.reload = grid_reload,
	.moved = grid_moved,
	.locate = grid_locate,
	.copy = grid_copy,
	.free = grid_free,
};

struct panel *
grid_new(const struct page *page, const struct place *place)
{
	struct grid *grid = memory_new(1, sizeof *grid);

	grid->panel.class = page->class;
	grid->kind = page->kind;
	grid->stale = true;
	grid->placed = place->known;
	return &grid->panel;
}
