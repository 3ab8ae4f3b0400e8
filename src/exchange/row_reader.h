/* SPDX-License-Identifier: MIT */
/*
 * The rows of a table, one by one, from whatever kind of file holds them. What reads records knows
 * this, and no kind of file.
 */
#ifndef ROLLOUT_EXCHANGE_ROW_READER_H
#define ROLLOUT_EXCHANGE_ROW_READER_H

#include "rollout/exchange/csv_reader.h"

struct row_reader;

/* Reads the header, which stands behind so many rows of titles (blank ones not counted). Does not
 * own the source. */
enum status STATUS_CHECKED row_reader_open(
	struct source *source, size_t titles, struct row_reader **out, struct error *error);
void row_reader_close(struct row_reader *reader);
const struct cell *row_reader_header(const struct row_reader *reader, size_t *count);
/* The next row that is not blank, as csv_reader_next() has it. */
enum status STATUS_CHECKED row_reader_next(struct row_reader *reader, const struct cell **cells,
	size_t *count, bool *row_only, struct error *error);

#endif
