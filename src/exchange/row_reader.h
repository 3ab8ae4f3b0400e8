/* SPDX-License-Identifier: MIT */
/*
 * The rows of a table, one by one, from whatever kind of file holds them. What reads records knows
 * this, and no kind of file.
 */
#ifndef ROLLOUT_EXCHANGE_ROW_READER_H
#define ROLLOUT_EXCHANGE_ROW_READER_H

#include "rollout/exchange/csv_reader.h"

struct row_reader;
struct workbook;

/* The workbook that the source holds, opened when first asked for; NULL: it is text. The source's.
 */
enum status STATUS_CHECKED row_reader_workbook(
	struct source *source, struct workbook **out, struct error *error);
/* Reads the header, which stands behind so many rows of titles (blank ones not counted), of a
 * workbook's sheet of that number; in text there is one table. Does not own the source. */
enum status STATUS_CHECKED row_reader_open(struct source *source, size_t sheet, size_t titles,
	struct row_reader **out, struct error *error);
void row_reader_close(struct row_reader *reader);
const struct cell *row_reader_header(const struct row_reader *reader, size_t *count);
/* The next row that is not blank, as csv_reader_next() has it. */
enum status STATUS_CHECKED row_reader_next(struct row_reader *reader, const struct cell **cells,
	size_t *count, bool *row_only, struct error *error);
/* Over how many rows below it the header's merged cells reach: the last of them is the header then.
 */
size_t row_reader_header_below(const struct row_reader *reader);
/* What was met in the rows so far that only a workbook has; NULL: it is text. */
const struct worksheet_counts *row_reader_counts(const struct row_reader *reader);

#endif
