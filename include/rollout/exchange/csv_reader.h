/* SPDX-License-Identifier: MIT */
/*
 * CSV as RFC 4180 and as spreadsheets write it: comma, semicolon or tab (found from the
 * header, outside quotes), CRLF or LF, quoted cells with line breaks in them. Undoes the defusing that
 * csv_writer does. An unclosed quote, text behind a closing quote, more cells than the header has,
 * and text that text_check refuses are errors with their place.
 */
#ifndef ROLLOUT_EXCHANGE_CSV_READER_H
#define ROLLOUT_EXCHANGE_CSV_READER_H

#include "rollout/exchange/source.h"

enum { CSV_COLUMNS_MAX = 256, CSV_ROW_LIMIT = 1 << 20 };

struct cell {
	const char *text; /* unquoted, NUL-terminated */
	size_t length;
	struct place place;
};

struct csv_reader;

/* Reads the header row, which stands behind so many lines of titles (blank ones not counted). A line
 * "sep=;" before all of it is obeyed. Does not own the source. */
enum status STATUS_CHECKED csv_reader_open(
	struct source *source, size_t titles, struct csv_reader **out, struct error *error);
void csv_reader_close(struct csv_reader *reader);
const struct cell *csv_reader_header(const struct csv_reader *reader, size_t *count);
/* The next row that is not blank; *count 0 at the end. Cells are borrowed until the next call; a
 * short row leaves the last ones out. After an error that concerns one row only
 * (*row_only true) the next call goes on with the row behind it. */
enum status STATUS_CHECKED csv_reader_next(struct csv_reader *reader, const struct cell **cells,
	size_t *count, bool *row_only, struct error *error);

#endif
