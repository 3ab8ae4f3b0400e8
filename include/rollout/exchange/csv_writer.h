/* SPDX-License-Identifier: MIT */
/*
 * CSV per RFC 4180 with CRLF. Text cells are always quoted; one that a spreadsheet would run as a
 * formula (= + - @ tab CR, also behind spaces or quotes, or their full-width forms), or that begins
 * with apostrophes before such, gets one more ' in front, and so does one that a spreadsheet would
 * take for a number or a day and write back otherwise (an id of 16 digits, 007, 3/4); csv_reader
 * takes it off again. Numbers are written bare.
 */
#ifndef ROLLOUT_EXCHANGE_CSV_WRITER_H
#define ROLLOUT_EXCHANGE_CSV_WRITER_H

#include "rollout/exchange/output.h"

struct csv_writer {
	struct output *output;
	bool filled; /* the row has a cell already */
};

void csv_writer_init(struct csv_writer *writer, struct output *output);
void csv_text(struct csv_writer *writer, const char *text, size_t length);
/* A day or a time as such: a spreadsheet may take it for one. */
void csv_day(struct csv_writer *writer, const char *text, size_t length);
void csv_integer(struct csv_writer *writer, int64_t integer);
void csv_decimal(struct csv_writer *writer, double number, int digits); /* as output_decimal() */
void csv_empty(struct csv_writer *writer);
void csv_end_row(struct csv_writer *writer);

#endif
