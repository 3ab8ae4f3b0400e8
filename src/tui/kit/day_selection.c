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

void
day_selection_month(struct panel *panel, struct session *session, int by)
{
	day date = date_add_months(day_selection_get(panel), by);
	int row = (date - first_day()) / DAYS;

	if (row >= 0 && row < panel->selection.rows)
		selection_stand(panel, session, row, (date - first_day()) % DAYS);
}

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
