/* SPDX-License-Identifier: MIT */
/*
 * Reads the values of a result by its columns: the one place that goes from a description into the
 * memory it describes. Must not know any result.
 */
#include "rollout/model/result.h"

#include <inttypes.h>
#include <string.h>

#include "rollout/base/date.h"

const struct result_column *
result_list(const struct result *result, const char *name)
{
	const struct result_column *column = result->columns;

	name = name ? name : result->list;
	while (column->kind != COLUMN_END &&
		(column->kind != COLUMN_LIST || (name && strcmp(column->name, name) != 0)))
		column++;
	return column->kind == COLUMN_END ? NULL : column;
}

static int64_t
read_number(enum column_storage storage, const void *at)
{
	switch (storage) {
	case STORED_BOOL: return *(const bool *)at;
	case STORED_INT: return *(const int *)at;
	case STORED_UNSIGNED: return *(const unsigned *)at;
	case STORED_INT64: return *(const int64_t *)at;
	case STORED_SIZE: return (int64_t)(*(const size_t *)at);
	case STORED_SIZE_BEHIND: return (int64_t)(**(const size_t *const *)at);
	case STORED_TEXT:
	case STORED_DOUBLE:
	case STORED_VALUE:
	case STORED_POINTER:
	case STORED_FULL:
	case STORED_TYPE:
	case STORED_RULE: break;
	}
	return 0;
}

/* What a number stands for where a text is told; NULL: nothing. */
static const char *
number_text(const struct result_column *column, int64_t number, struct arena *arena)
{
	char date[DATE_SIZE];

	if (column->kind == COLUMN_WORD)
		return column->words[number];
	if (column->kind != COLUMN_DAY)
		return arena_format(arena, "%" PRId64, number);
	if (number == NO_DAY)
		return NULL;
	date_format((day)number, date);
	return arena_copy(arena, date, DATE_SIZE - 1);
}

static const char *
read_text(const struct result_column *column, const void *row, struct arena *arena)
{
	const void *at = (const char *)row + column->offset;

	if (column->text)
		return column->text(row, arena);
	if (column->storage == STORED_TEXT)
		return *(const char *const *)at;
	if (column->storage == STORED_TYPE)
		return (*(const struct type *const *)at)->name;
	if (column->storage == STORED_RULE)
		return (*(const struct rule *const *)at)->id;
	return number_text(column, read_number(column->storage, at), arena);
}

static struct cell
text_cell(const struct result_column *column, const void *row, struct arena *arena)
{
	const char *text = read_text(column, row, arena);

	if (text && *text)
		return (struct cell){ CELL_TEXT, .length = strlen(text), .text = text };
	if (!column->optional && column->kind == COLUMN_TEXT)
		return (struct cell){ CELL_TEXT, .text = "" };
	return (struct cell){ CELL_NONE };
}

static struct cell
decimal_cell(const struct result_column *column, const void *at)
{
	int hundredths;

	if (column->storage == STORED_DOUBLE)
		return (struct cell){ CELL_DECIMAL, .decimal = *(const double *)at };
	hundredths = *(const int *)at;
	if (hundredths < 0)
		return (struct cell){ CELL_NONE };
	return (struct cell){ CELL_DECIMAL, .decimal = hundredths / 100.0 };
}

static struct cell
whole_cell(const struct result_column *column, const void *at)
{
	int64_t whole = read_number(column->storage, at);

	if (column->kind == COLUMN_WHOLE && column->optional && whole < column->minimum)
		return (struct cell){ CELL_NONE };
	return (struct cell){ CELL_WHOLE, .whole = whole };
}

/* Of a record; there are very many of them. */
static struct cell
value_cell(const struct result_column *column, const struct value *value)
{
	switch (value->kind) {
	case VALUE_TEXT:
		return (struct cell){ CELL_TEXT, .length = value->length, .text = value->text };
	case VALUE_INTEGER:
		if (column->kind == COLUMN_BOOLEAN)
			return (struct cell){ CELL_BOOLEAN, .boolean = value->integer != 0 };
		return (struct cell){ CELL_WHOLE, .whole = value->integer };
	case VALUE_NONE: break;
	}
	return (struct cell){ CELL_NONE };
}

struct cell
result_cell(const struct result_column *column, const void *row, struct arena *arena)
{
	const void *at = (const char *)row + (row ? column->offset : 0);

	if (row && column->storage == STORED_VALUE)
		return value_cell(column, at);
	if (!result_is_present(column, row))
		return (struct cell){ CELL_NONE };
	switch (column->kind) {
	case COLUMN_TEXT:
	case COLUMN_ID:
	case COLUMN_WORD:
	case COLUMN_DAY:
	case COLUMN_JSON: return text_cell(column, row, arena);
	case COLUMN_WHOLE:
	case COLUMN_CHANGE: return whole_cell(column, at);
	case COLUMN_DECIMAL: return decimal_cell(column, at);
	case COLUMN_BOOLEAN:
		return (struct cell){ CELL_BOOLEAN,
			.boolean = column->holds ? column->holds(row)
						 : read_number(column->storage, at) };
	case COLUMN_LIST:
		return column->text ? text_cell(column, row, arena) : (struct cell){ CELL_NONE };
	case COLUMN_OBJECT:
	case COLUMN_END: break;
	}
	return (struct cell){ CELL_NONE };
}

const char *
result_format_cell(const struct result_column *column, const struct cell *cell, struct arena *arena)
{
	switch (cell->kind) {
	case CELL_NONE: return column->nothing ? column->nothing : "";
	case CELL_TEXT: return cell->text;
	case CELL_WHOLE:
		return arena_format(arena,
			column->kind == COLUMN_CHANGE && cell->whole > 0 ? "+%" PRId64 : "%" PRId64,
			cell->whole);
	case CELL_DECIMAL: return arena_format(arena, "%.2f", cell->decimal);
	case CELL_BOOLEAN: return cell->boolean ? "yes" : "no";
	}
	return "";
}

enum tone
result_tone(const struct result_column *list, const struct result_column *column, const void *row)
{
	if (column->muted)
		return TONE_MUTED;
	if (column->tone)
		return column->tone(row);
	return list->tone ? list->tone(row) : TONE_PLAIN;
}

bool
result_is_plain(const struct result_column *list)
{
	return list->columns->name && !*list->columns->name;
}

bool
result_is_cell(const struct result_column *list)
{
	return list->text || result_is_plain(list);
}

const void *
result_object(const struct result_column *object, const void *row)
{
	const void *at = (const char *)row + object->offset;

	return object->storage == STORED_POINTER ? *(const void *const *)at : at;
}

bool
result_is_present(const struct result_column *column, const void *row)
{
	const void *at = (const char *)row + (row ? column->offset : 0);

	if (!row || (column->present && !column->present(row)))
		return false;
	return column->storage != STORED_POINTER || *(const void *const *)at != NULL;
}

size_t
result_count(const struct result_column *list, const void *whole)
{
	size_t count =
		(size_t)read_number(list->count_storage, (const char *)whole + list->count_offset);

	return list->count_storage == STORED_FULL || (list->room && count > list->room) ? list->room
											: count;
}

const void *
result_row_at(const struct result_column *list, const void *whole, size_t place)
{
	const char *rows = (const char *)whole + list->offset;

	if (!list->room)
		rows = *(const char *const *)rows;
	return rows + place * list->row_size;
}
