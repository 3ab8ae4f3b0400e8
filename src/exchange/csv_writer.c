/* SPDX-License-Identifier: MIT */
/*
 * CSV out, cell by cell. Writes text byte for byte, quotes doubled, and decides nothing about
 * columns. Numbers stay bare so that a spreadsheet reads -2 as a number; text is always quoted, so
 * that only text can be taken for a formula, and that is defused.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "csv_formula.h"
#include "rollout/exchange/csv_writer.h"

void
csv_writer_init(struct csv_writer *writer, struct output *output)
{
	*writer = (struct csv_writer){ .output = output };
}

static void
start_cell(struct csv_writer *writer)
{
	if (writer->filled)
		output_write(writer->output, ",", 1);
	writer->filled = true;
}

static void
write_quoted(struct csv_writer *writer, bool guarded, const char *text, size_t length)
{
	const char *end = text + length, *quote;

	start_cell(writer);
	output_write(writer->output, "\"'", guarded ? 2 : 1);
	while ((quote = memchr(text, '"', (size_t)(end - text)))) {
		output_write(writer->output, text, (size_t)(quote + 1 - text));
		output_write(writer->output, "\"", 1);
		text = quote + 1;
	}
	output_write(writer->output, text, (size_t)(end - text));
	output_write(writer->output, "\"", 1);
}

void
csv_text(struct csv_writer *writer, const char *text, size_t length)
{
	write_quoted(
		writer, csv_is_formula(text, length) || csv_is_recast(text, length), text, length);
}

void
csv_day(struct csv_writer *writer, const char *text, size_t length)
{
	write_quoted(writer, false, text, length);
}

void
csv_integer(struct csv_writer *writer, int64_t integer)
{
	char digits[24];
	int length = snprintf(digits, sizeof digits, "%" PRId64, integer);

	start_cell(writer);
	output_write(writer->output, digits, (size_t)length);
}

void
csv_decimal(struct csv_writer *writer, double number, int digits)
{
	start_cell(writer);
	output_decimal(writer->output, number, digits);
}

void
csv_empty(struct csv_writer *writer)
{
	start_cell(writer);
}

void
csv_end_row(struct csv_writer *writer)
{
	output_write(writer->output, "\r\n", 2);
	writer->filled = false;
}
