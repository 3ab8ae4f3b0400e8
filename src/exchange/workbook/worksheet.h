/* SPDX-License-Identifier: MIT */
/*
 * The rows of one sheet of a workbook, one by one, as texts: what its cells show, not how. What is
 * no value (an error, a formula never computed) is counted, so that it can be said. Private to
 * src/exchange.
 */
#ifndef ROLLOUT_EXCHANGE_WORKBOOK_WORKSHEET_H
#define ROLLOUT_EXCHANGE_WORKBOOK_WORKSHEET_H

#include "exchange/row.h"
#include "workbook.h"

enum {
	SHEET_ROWS_MOST = 1 << 20,
	SHEET_COLUMNS_MOST = 1 << 14,
	SHEET_CELLS_MOST = 50000000,
};

/* What was met in the rows behind the header. */
struct worksheet_counts {
	int64_t errors; /* cells that hold #N/A, #REF! … */
	char first_error[16];
	struct place first_error_at;
	int64_t uncomputed; /* formulas without a value */
	int64_t merged; /* cells filled from the one above that they are merged with */
	int64_t hidden_rows, hidden_columns; /* which are read like the others */
	int64_t outside; /* cells to the right of the last heading */
};

struct worksheet;

/* The workbook stays the caller's, and has one sheet open at a time. */
enum status STATUS_CHECKED worksheet_open(
	struct workbook *workbook, size_t sheet, struct worksheet **out, struct error *error);
void worksheet_close(struct worksheet *worksheet);
/* The next row that is not blank, of at most limit cells; row->count 0 at the end. A cell's place
 * is its row and column, its offset orders it among all the workbook's. Cells merged over several
 * rows have the value of the first. */
enum status STATUS_CHECKED worksheet_next(
	struct worksheet *worksheet, struct row *row, size_t limit, struct error *error);
/* Over how many rows below the last one its merged cells reach. */
size_t worksheet_merged_below(const struct worksheet *worksheet);
/* Counts begin anew. */
void worksheet_reset_counts(struct worksheet *worksheet);
const struct worksheet_counts *worksheet_counts(const struct worksheet *worksheet);

#endif
