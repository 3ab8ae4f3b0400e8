/* SPDX-License-Identifier: MIT */
/*
 * Reads the rows of a list: at once where that is cheap, else while nobody types.
 */
#include <stdlib.h>
#include <string.h>

#include "list_state.h"
#include "list_view.h"
#include "column_chooser.h"

/* What somebody cut short by typing is begun again later. */
void
list_tell(struct session *session, enum status status, const struct error *error)
{
	if (status != STATUS_OK && status != STATUS_STOPPED)
		session_fail(session, error);
}

void
list_follow(struct list *list)
{
	int rows = list_view_rows(list->area);
	struct area area = { list->area.row + list->area.rows - rows, list->area.column, rows,
		list->area.columns };

	list->panel.selection.row = list->rows.selected;
	selection_fit(&list->panel, list->rows.count, area);
}

void
list_settle(struct panel *panel, struct session *session)
{
	struct list *list = (struct list *)panel;
	struct list_rows *rows = &list->rows;
	int row = panel->selection.row;
	struct error error = { 0 };
	enum status status;

	if (row <= -SELECTION_FAR)
		status = list_rows_load_start(rows, session->programme, &error);
	else if (row >= SELECTION_FAR)
		status = list_rows_load_end(rows, session->programme, &error);
	else
		status = list_rows_move(rows, session->programme, row - rows->selected, &error);
	list_tell(session, status, &error);
	list_follow(list);
}

/* Goes to that record, or the nearest of the rows that were there and still are, or the start. */
static void
load_near(struct list *list, struct session *session, const int64_t *ids, int count, int at)
{
	struct error error = { 0 };

	for (int distance = 0; distance < count; distance++) {
		for (int side = 0; side < (distance > 0 ? 2 : 1); side++) {
			int index = side == 0 ? at + distance : at - distance;

			if (index >= 0 && index < count &&
				list_rows_load_at(&list->rows, session->programme, ids[index],
					smaller_of(at, index), &error) == STATUS_OK)
				return;
		}
	}
	list_tell(session, list_rows_load_start(&list->rows, session->programme, &error), &error);
}

void
list_load(struct list *list, struct session *session)
{
	struct error error = { 0 };
	int count = list->rows.count, at = list->rows.selected;
	int64_t *ids = memory_new((size_t)count + 1, sizeof *ids);

	for (int i = 0; i < count; i++)
		ids[i] = list->rows.items[i].id;
	if (list->wanted == 0 || list_rows_load_at(&list->rows, session->programme, list->wanted,
					 list_view_rows(list->area) / 2, &error) != STATUS_OK)
		load_near(list, session, ids, count, at);
	list->wanted = 0;
	free(ids);
	list_follow(list);
}

void
list_read(struct list *list, struct session *session)
{
	struct error error = { 0 };

	if (list->rows.space == 0)
		return;
	list->stale = !list_rows_is_cheap(&list->rows);
	if (!list->stale)
		list_load(list, session);
	else
		list_tell(session, list_rows_refresh(&list->rows, session->programme, &error),
			&error);
	list_follow(list);
}

void
list_choose_columns(struct list *list, struct session *session)
{
	struct list_columns columns = { 0 };
	int rows = list_view_rows(list->area);

	list->rows.large = session->findings.slow;
	list_columns_choose(list->rows.type, list_view_columns(list->area),
		column_chooser_chosen(session, list->rows.type), &columns);
	list->panel.selection.columns = columns.count;
	if (rows == list->rows.space && memcmp(&columns, &list->rows.columns, sizeof columns) == 0)
		return;
	list_rows_resize(&list->rows, rows, &columns);
}

void
list_reload(struct panel *panel, struct session *session)
{
	struct list *list = (struct list *)panel;
	struct error error = { 0 };
	const struct row *row;

	list_settle(panel, session);
	list_prune_marks(list, session);
	row = list_row(list);
	if (row && list->wanted == 0)
		list->wanted = row->id;
	list_choose_columns(list, session);
	if (list_rows_is_cheap(&list->rows) || list->rows.count == 0) {
		list_load(list, session);
	} else {
		list->rows.total = -1;
		list_tell(session, list_rows_refresh(&list->rows, session->programme, &error),
			&error);
		list_follow(list);
	}
}

/* First the rows, then how many there are. */
bool
list_work(struct panel *panel, struct session *session)
{
	struct list *list = (struct list *)panel;
	struct error error = { 0 };
	enum status status = STATUS_OK;

	if (list->stale) {
		status = list_rows_load_start(&list->rows, session->programme, &error);
		list->stale = status == STATUS_STOPPED;
		list_follow(list);
	} else if (list->rows.total < 0) {
		status = list_rows_count(&list->rows, session->programme, &error);
	}
	list_tell(session, status, &error);
	return status == STATUS_OK && list->rows.total < 0;
}
