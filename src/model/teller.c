/* SPDX-License-Identifier: MIT */
/*
 * Walks columns over the struct they describe. What the audience may not see is left out here, so
 * that no format can forget.
 */
#include "rollout/model/teller.h"

#include <string.h>

bool
teller_tells(const struct teller *teller, const struct result_column *column)
{
	if (teller->audience > (column->audience ? column->audience : AUDIENCE_LEAD))
		return false;
	if (!teller->format->heads)
		return column->name != NULL;
	return column->head || column->heading || column->kind == COLUMN_OBJECT;
}

static void
tell_field(struct teller *teller, const struct result_column *column, const void *row)
{
	struct cell cell;

	/* Most fields of most records are empty. */
	if (column->storage == STORED_VALUE && !teller->format->flat &&
		((const struct value *)((const char *)row + column->offset))->kind == VALUE_NONE)
		return;
	cell = result_cell(column, row, &teller->arena);
	/* A value that is not there keeps its place among others. */
	if (cell.kind != CELL_NONE || teller->format->flat || !*column->name)
		teller->format->field(teller, column, &cell);
}

/* One that is not there still has its cells where rows are flat. */
static void
tell_object(struct teller *teller, const struct result_column *column, const void *row)
{
	bool present = result_is_present(column, row);

	if (!present && !teller->format->flat)
		return;
	teller->format->open(teller, PART_OBJECT, column);
	teller_tell(teller, column->columns, present ? result_object(column, row) : NULL);
	teller->format->close(teller, PART_OBJECT, column);
}

void
teller_tell(struct teller *teller, const struct result_column *columns, const void *row)
{
	for (const struct result_column *column = columns; column->kind != COLUMN_END; column++) {
		if (!teller_tells(teller, column))
			continue;
		if (column->kind == COLUMN_LIST)
			teller_tell_list(teller, column, row);
		else if (column->kind == COLUMN_OBJECT)
			tell_object(teller, column, row);
		else
			tell_field(teller, column, row);
	}
}

/* Each row of a list that is told, one after the other. */
static enum status
each_row(const struct result_column *list, const void *whole, result_row *tell, void *context,
	struct error *error)
{
	size_t count = list->each ? 0 : result_count(list, whole);
	enum status status = STATUS_OK;

	if (list->each)
		return list->each(list, whole, tell, context, error);
	for (size_t i = 0; i < count && status == STATUS_OK; i++) {
		const void *row = result_row_at(list, whole, i);

		if (!list->only || list->only(row))
			status = tell(context, row, error);
	}
	return status;
}

struct telling {
	struct teller *teller;
	const struct result_column *list;
	struct cell joined;
};

static enum status
tell_row(void *context, const void *row, struct error *error)
{
	const struct telling *telling = context;
	struct teller *teller = telling->teller;

	(void)error;
	if (teller->depth == 1)
		teller->row = row;
	teller->format->open(teller, PART_ROW, telling->list);
	teller_tell(teller, telling->list->columns, row);
	teller->format->close(teller, PART_ROW, telling->list);
	arena_reset(&teller->arena);
	return teller->status;
}

static enum status
join_row(void *context, const void *row, struct error *error)
{
	struct telling *telling = context;
	struct arena *arena = &telling->teller->arena;
	const struct result_column *column = telling->list->columns;
	struct cell cell = result_cell(column, row, arena);
	const char *text = result_format_cell(column, &cell, arena);

	(void)error;
	telling->joined.text = telling->joined.kind == CELL_NONE
				       ? text
				       : arena_format(arena, "%s; %s", telling->joined.text, text);
	telling->joined.kind = CELL_TEXT;
	telling->joined.length = strlen(telling->joined.text);
	return STATUS_OK;
}

/* In a flat row. */
static void
tell_inner_list(struct teller *teller, const struct result_column *list, const void *whole)
{
	struct telling telling = { .teller = teller, .list = list };

	if (!result_is_cell(list))
		return;
	if (list->text)
		telling.joined = result_cell(list, whole, &teller->arena);
	else if (result_is_present(list, whole))
		teller->status = each_row(list, whole, join_row, &telling, teller->error);
	teller->format->field(teller, list, &telling.joined);
}

void
teller_tell_list(struct teller *teller, const struct result_column *list, const void *whole)
{
	struct telling telling = { .teller = teller, .list = list };

	if (teller->format->flat && teller->depth > 0) {
		tell_inner_list(teller, list, whole);
		return;
	}
	if (!result_is_present(list, whole))
		return;
	if (teller->depth++ == 0) {
		teller->list = list;
		teller->whole = whole;
	}
	teller->format->open(teller, PART_LIST, list);
	if (teller->status == STATUS_OK)
		teller->status = each_row(list, whole, tell_row, &telling, teller->error);
	teller->format->close(teller, PART_LIST, list);
	teller->depth--;
}
