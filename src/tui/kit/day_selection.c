/* SPDX-License-Identifier: MIT */
/* Days as rows and columns, counted from the Monday that 1900 began with; see day_selection.h. */
#include "day_selection.h"

enum { DAYS = 7, YEAR_LAST = 2199 };

static day
first_day(void)
{
	return date_from_civil((struct civil){ 1900, 1, 1 });
}

void
day_selection_init(struct panel *panel, day date)
{
	day last = date_from_civil((struct civil){ YEAR_LAST, 12, 31 });

	panel->selection.rows = (last - first_day()) / DAYS + 1;
	panel->selection.columns = DAYS;
	panel->selection.sides = SIDE_FLOWS;
	day_selection_set(panel, date);
}

day
day_selection_get(const struct panel *panel)
{
	return first_day() + panel->selection.row * DAYS + panel->selection.column;
}

void
day_selection_set(struct panel *panel, day date)
{
	panel->selection.row = (date - first_day()) / DAYS;
	panel->selection.column = (date - first_day()) % DAYS;
}

static unsigned
stand(struct panel *panel, struct session *session, day date)
{
	int row = (date - first_day()) / DAYS;

	if (row >= 0 && row < panel->selection.rows)
		selection_stand(panel, session, row, (date - first_day()) % DAYS);
	return EFFECT_NONE;
}

/* To the same day so many months later, or the last of that month. */
static unsigned
go_months(struct panel *panel, struct session *session)
{
	return stand(panel, session,
		date_add_months(day_selection_get(panel), session->press.action->by));
}

static unsigned
go_end(struct panel *panel, struct session *session)
{
	struct civil civil = date_civil(day_selection_get(panel));
	day first = date_from_civil((struct civil){ civil.year, civil.month, 1 });

	return stand(panel, session,
		session->press.action->by < 0 ? first : date_add_months(first, 1) - 1);
}

/* clang-format off */
const struct keys day_keys = { "in a month", {
	{ "up", "Up k", selection_step, "a week earlier", .effect = MOVES, .by = -1 },
	{ "down", "Down j", selection_step, "a week later", .effect = MOVES, .by = 1 },
	{ "left", "Left h", selection_side, "a day earlier", .effect = MOVES, .by = -1 },
	{ "right", "Right l", selection_side, "a day later", .effect = MOVES, .by = 1 },
	{ "page-up", "PgUp Ctrl-U Ctrl-B", go_months, "a month earlier", .effect = MOVES,
	  .by = -1 },
	{ "page-down", "PgDn Ctrl-D Ctrl-F", go_months, "a month later", .effect = MOVES, .by = 1 },
	{ "first", "Home g", go_end, "the first of the month", .effect = MOVES, .by = -1 },
	{ "last", "End G", go_end, "the last of the month", .effect = MOVES, .by = 1 },
} };

const struct keys day_typed_keys = { "in a month, where a day is typed", {
	{ "up", "Up", selection_step, "a week earlier", .effect = MOVES, .by = -1 },
	{ "down", "Down", selection_step, "a week later", .effect = MOVES, .by = 1 },
	{ "left", "Left", selection_side, "a day earlier", .effect = MOVES, .by = -1 },
	{ "right", "Right", selection_side, "a day later", .effect = MOVES, .by = 1 },
	{ "page-up", "PgUp", go_months, "a month earlier", .effect = MOVES, .by = -1 },
	{ "page-down", "PgDn", go_months, "a month later", .effect = MOVES, .by = 1 },
} };
/* clang-format on */

bool
day_selection_locate(struct area area, const struct picture_month *month, const struct mouse *mouse,
	int *row, int *column)
{
	day date;

	if (!picture_month_at(area, month, mouse->row, mouse->column, &date))
		return false;
	*row = (date - first_day()) / DAYS;
	*column = (date - first_day()) % DAYS;
	return true;
}
