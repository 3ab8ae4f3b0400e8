/* SPDX-License-Identifier: MIT */
/*
 * Rows in aligned columns. On a terminal they are fitted to its width; elsewhere nothing is
 * cut.
 */
#ifndef ROLLOUT_CLI_TABLE_H
#define ROLLOUT_CLI_TABLE_H

#include "print.h"
#include "rollout/base/text_columns.h"

/* Start with table_init(). */
struct table {
	struct paper *paper;
	struct text_column columns[TEXT_COLUMNS_MAX];
	size_t column_count;
	int indent; /* before each row */
	bool headless;
	bool settled; /* the widths are known and the head is printed */
	struct buffer text; /* cells that wait for the widths: safe texts, each with its NUL */
	struct table_cell {
		size_t offset;
		enum print_role role;
	} * cells;
	size_t cell_count;
};

void table_init(struct table *table, struct paper *paper);
void table_add_column(struct table *table, const struct text_column *column);
/* The next cell of the row; the row ends with the last column. */
void table_add_cell(struct table *table, enum print_role role, const char *text);
/* Prints what still waits, and frees. */
void table_finish(struct table *table);

#endif
