/* SPDX-License-Identifier: MIT */
/*
 * Prints a table. Must not ask for its rows. The widths come from the first rows: those wait
 * until they are measured, all later ones are printed as they come, so that a list without end
 * takes no memory.
 */
#include "table.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS_MEASURED = 200 };

void
table_init(struct table *table, struct paper *paper)
{
	memset(table, 0, sizeof(*table));
	table->paper = paper;
}

void
table_add_column(struct table *table, const struct text_column *column)
{
	table->columns[table->column_count] = *column;
	text_column_widen(&table->columns[table->column_count++], column->head);
}

static void
print_cell(struct table *table, size_t index, enum print_role role, const char *text)
{
	const struct text_column *column = &table->columns[index];
	struct paper *paper = table->paper;
	const char *dots = paper->ascii ? "~" : "…";
	size_t length = strlen(text);
	int width = text_width(text, length);
	bool cut = paper->width > 0 && width > column->width;
	bool last = index + 1 == table->column_count || table->columns[index + 1].width == 0;

	if (column->width == 0)
		return;
	if (cut && last && column->wraps) {
		print_lines(
			paper, table->indent + text_columns_offset(table->columns, index), text);
		return;
	}
	if (cut)
		length = text_fit(text, length, column->width - 1, &width);
	if (column->right)
		print_spaces(paper, column->width - width - (cut ? 1 : 0));
	print_safe(paper, role, text, length);
	if (cut)
		print_safe(paper, PRINT_MUTED, dots, strlen(dots));
	if (last)
		return;
	if (!column->right)
		print_spaces(paper, column->width - width - (cut ? 1 : 0));
	print_spaces(paper, TEXT_COLUMNS_GAP);
}

static void
print_row(struct table *table, size_t first)
{
	print_spaces(table->paper, table->indent);
	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_cell *cell = &table->cells[first + i];

		print_cell(table, i, cell->role, table->text.data + cell->offset);
	}
	print_end_line(table->paper);
}

static void
settle(struct table *table)
{
	table->settled = true;
	if (table->paper->width > 0)
		text_columns_fit(
			table->columns, table->column_count, table->paper->width - table->indent);
	if (!table->headless)
		print_spaces(table->paper, table->indent);
	for (size_t i = 0; i < table->column_count && !table->headless; i++)
		print_cell(table, i, PRINT_TITLE, table->columns[i].head);
	if (!table->headless)
		print_end_line(table->paper);
}

static void
print_waiting(struct table *table)
{
	if (!table->settled)
		settle(table);
	for (size_t first = 0; first + table->column_count <= table->cell_count;
		first += table->column_count)
		print_row(table, first);
	table->cell_count = 0;
	buffer_reset(&table->text);
}

void
table_add_cell(struct table *table, enum print_role role, const char *text)
{
	struct text_column *column = &table->columns[table->cell_count % table->column_count];
	size_t offset = table->text.length;
	const char *safe;

	table->cells = array_grow(table->cells, table->cell_count, sizeof *table->cells);
	table->cells[table->cell_count++] = (struct table_cell){ offset, role };
	text_safe(&table->text, text, strlen(text), false, table->paper->ascii);
	buffer_append_char(&table->text, '\0');
	safe = table->text.data + offset;
	if (!table->settled)
		text_column_widen(column, safe);
	if (table->cell_count % table->column_count == 0 &&
		(table->settled || table->cell_count / table->column_count == ROWS_MEASURED))
		print_waiting(table);
}

void
table_finish(struct table *table)
{
	if (table->cell_count > 0)
		print_waiting(table);
	free(table->cells);
	buffer_clear(&table->text);
	memset(table, 0, sizeof(*table));
}
