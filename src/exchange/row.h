/* SPDX-License-Identifier: MIT */
/*
 * A row of a table while it is being read, whatever file it comes from: its cells lie in one piece
 * of memory and are found by offset until the row is complete, because it may move while it grows.
 * What a cell may hold is decided here, once for all kinds of files.
 */
#ifndef ROLLOUT_EXCHANGE_ROW_H
#define ROLLOUT_EXCHANGE_ROW_H

#include <stdbool.h>

#include "rollout/base/memory.h"
#include "rollout/base/text.h"
#include "rollout/exchange/csv_reader.h"

/* Cells of a row, and one more for what is too many. */
struct row {
	struct cell cells[CSV_COLUMNS_MAX + 1];
	size_t offsets[CSV_COLUMNS_MAX + 1]; /* of the cells, in text */
	size_t count;
	struct buffer text;
	bool filled; /* some cell holds more than spaces */
	bool refused; /* it is read to its end all the same */
	struct error fault; /* the first one, where refused */
};

/* Empties it; its memory stays. */
void row_reset(struct row *row);
/* Notes a fault at a place of the source of that name, unless the row has one already. */
void row_refuse(struct row *row, const char *name, struct place place, const char *words);
/* Begins the cell behind those counted; its text is what is appended to row->text from now on. */
void row_begin_cell(struct row *row, struct place place);
/* Ends it: checks its text and takes off the apostrophe that csv_writer puts before what a
 * spreadsheet would run or take for a number. A fault lies *fault_at bytes behind *text. It is not counted yet. */
enum text_fault row_end_cell(struct row *row, const char **text, size_t *fault_at);
/* Lets each counted cell point to its text, once the row is complete. */
void row_settle(struct row *row);
void row_clear(struct row *row);

#endif
