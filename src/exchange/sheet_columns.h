/* SPDX-License-Identifier: MIT */
/*
 * What a sheet's columns are, settled by all their values before the first row is taken. Private to
 * src/exchange.
 */
#ifndef ROLLOUT_EXCHANGE_SHEET_COLUMNS_H
#define ROLLOUT_EXCHANGE_SHEET_COLUMNS_H

#include "rollout/exchange/csv_reader.h"
#include "rollout/exchange/mapping.h"

struct row_reader;

enum { SAMPLES_MOST = 64 };

/* One column of the header. */
struct sheet_column {
	struct column *column; /* NULL: without any value */
	int64_t filled; /* cells with a value */
	bool fills; /* blank cells hold what stands above them: they were merged */
	struct buffer above; /* where it fills: the last value */
};

struct sheet {
	struct sheet_column columns[CSV_COLUMNS_MAX];
	size_t count;
	int64_t rows;
	int64_t filled_down; /* cells so far that took what stands above */
	int64_t *skipped; /* rows that repeat the header, and titles of groups right above them, by
			     their place among all rows, from 0 */
	size_t skipped_count;
	size_t passed; /* of them, while the rows are taken */
};

/*
 * Reads all rows behind the header (row faults are for who takes the rows) and settles every column
 * that has a value: what it means, the order of its days, the mark of its decimals, whether its
 * blanks were merged. STATUS_INVALID, with the place in the header, for a column whose values do
 * not tell what its name means, two columns of one name that both have values, and two that mean
 * one field. name is the file's, for messages.
 */
enum status STATUS_CHECKED sheet_columns_judge(struct row_reader *rows, struct mapping *mapping,
	enum date_order dates, const char *name, struct sheet **out, struct error *error);
/* Whether the row at that place is none that holds a record; places are asked for in order. */
bool sheet_columns_skip(struct sheet *sheet, int64_t place);
void sheet_columns_free(struct sheet *sheet);
/* The cell of the column, or, where blank cells were merged, what stands above it. The result lasts
 * until the next row. */
struct cell sheet_columns_fill(struct sheet *sheet, size_t place, const struct cell *cell);

#endif
