/* SPDX-License-Identifier: MIT */
/*
 * Prints a table. Must not ask for its rows. The widths come from the first rows: those wait
 * until they are measured, all later ones are printed as they come, so that a list without end
 * takes no memory.
 */
#include "table.h"

#include <stdlib.h>
#include <string.h>

/* A longer cell is not cut outside a terminal, but does not push the whole column either. */
enum { ROWS_MEASURED = 200, GAP = 2, COLUMN_MIN = 6, COLUMN_MAX = 60 };

void
table_init(struct table *table, struct paper *paper)
{
	memset(table, 0, sizeof(*table));
	table->paper = paper;
}

void
table_add_column(struct table *table, const char *head, bool right, bool whole)
{
	table->columns[table->column_count++] = (struct table_column){ .head = head,
		.right = right,
		.whole = whole,
		.width = text_width(head, strlen(head)) };
}

static int
total_width(const struct table *table)
{
	int total = 0;

	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].width > 0)
			total += table->columns[i].width + (total > 0 ? GAP : 0);
	return total;
}

/* The widest column that may become narrower; NULL when there is none. */
static struct table_column *
widest_column(struct table *table)
{
	struct table_column *widest = NULL;

	for (size_t i = 0; i < table->column_count; i++) {
		struct table_column *column = &table->columns[i];

		if (!column->whole && column->width > COLUMN_MIN &&
			(!widest || column->width > widest->width))
			widest = column;
	}
	return widest;
}

/* Narrows the widest until all fit; where they are as narrow as is of use, the last ones go. */
static void
fit_columns(struct table *table)
{
	size_t last = table->column_count;

	while (total_width(table) > table->paper->width) {
		struct table_column *widest = widest_column(table);

		if (widest)
			widest->width--;
		else if (last > 1)
			table->columns[--last].width = 0;
		else
			break;
	}
}

static void
print_cell(struct table *table, size_t index, enum print_role role, const char *text)
{
	const struct table_column *column = &table->columns[index];
	struct paper *paper = table->paper;
	const char *dots = paper->ascii ? "~" : "…";
	size_t length = strlen(text);
	int width = text_width(text, length);
	bool cut = paper->width > 0 && width > column->width;
	bool last = index + 1 == table->column_count || table->columns[index + 1].width == 0;

	if (column->width == 0)
		return;
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
	print_spaces(paper, GAP);
}

static void
print_row(struct table *table, size_t first)
{
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
		fit_columns(table);
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
	struct table_column *column = &table->columns[table->cell_count % table->column_count];
	size_t offset = table->text.length;
	const char *safe;

	table->cells = array_grow(table->cells, table->cell_count, sizeof *table->cells);
	table->cells[table->cell_count++] = (struct table_cell){ offset, role };
	text_safe(&table->text, text, strlen(text), false, table->paper->ascii);
	buffer_append_char(&table->text, '\0');
	safe = table->text.data + offset;
	if (!table->settled) {
		int width = text_width(safe, strlen(safe));

		width = width > COLUMN_MAX ? COLUMN_MAX : width;
		column->width = width > column->width ? width : column->width;
	}
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
