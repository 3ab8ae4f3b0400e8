/* SPDX-License-Identifier: MIT */
/* A row of cells that grows; see the header. Knows no file. */
#include "row.h"

#include <inttypes.h>
#include <string.h>

#include "csv_formula.h"

void
row_reset(struct row *row)
{
	row->count = 0;
	row->filled = false;
	row->refused = false;
	buffer_reset(&row->text);
}

void
row_refuse(struct row *row, const char *name, struct place place, const char *words)
{
	if (row->refused)
		return;
	(void)error_set(&row->fault, STATUS_INVALID, "%s:%" PRIu64 ":%" PRIu64 ": %s", name,
		place.line, place.column, words);
	row->refused = true;
}

void
row_begin_cell(struct row *row, struct place place)
{
	row->offsets[row->count] = row->text.length;
	row->cells[row->count].place = place;
}

static bool
is_blank(const char *text, size_t length)
{
	return strspn(text, " ") >= length;
}

enum text_fault
row_end_cell(struct row *row, const char **text, size_t *fault_at)
{
	struct cell *cell = &row->cells[row->count];
	size_t offset = row->offsets[row->count];
	enum text_fault fault;

	cell->length = row->text.length - offset;
	buffer_append_char(&row->text, '\0');
	*text = row->text.data + offset;
	fault = text_check(*text, cell->length, true, fault_at);
	row->filled = row->filled || !is_blank(*text, cell->length);
	if (cell->length && **text == '\'' &&
		(csv_is_formula(*text + 1, cell->length - 1) ||
			csv_is_recast(*text + 1, cell->length - 1))) {
		row->offsets[row->count]++;
		cell->length--;
	}
	return fault;
}

void
row_settle(struct row *row)
{
	for (size_t i = 0; i < row->count; i++)
		row->cells[i].text = row->text.data + row->offsets[i];
}

void
row_clear(struct row *row)
{
	buffer_clear(&row->text);
}
