/* SPDX-License-Identifier: MIT */
/* Hands each question on to the reader of the kind of file that is there. */
#include "row_reader.h"

#include <stdlib.h>

#include "exchange/workbook/worksheet.h"
#include "source_window.h"

struct row_reader {
	struct csv_reader *csv;
	struct worksheet *sheet; /* the one or the other */
	struct row row, header; /* of a sheet */
	size_t below; /* rows that the header's merged cells reach over */
};

enum status
row_reader_workbook(struct source *source, struct workbook **out, struct error *error)
{
	enum status status = STATUS_OK;

	if (source->archive && !source->workbook)
		status = workbook_open(source, &source->workbook, error);
	*out = source->workbook;
	return status;
}

static enum status
open_sheet(struct row_reader *reader, struct source *source, size_t sheet, size_t titles,
	struct error *error)
{
	struct row *header = &reader->header;
	enum status status = worksheet_open(source->workbook, sheet, &reader->sheet, error);

	for (size_t i = 0; i <= titles && status == STATUS_OK; i++)
		status = worksheet_next(reader->sheet, header, CSV_COLUMNS_MAX, error);
	if (status != STATUS_OK)
		return status;
	reader->below = worksheet_merged_below(reader->sheet);
	worksheet_reset_counts(reader->sheet);
	if (header->refused) {
		*error = header->fault;
		return header->fault.status;
	}
	if (header->count == 0)
		return error_set(error, STATUS_INVALID, "%s: the sheet \"%s\" has no data",
			source_name(source), source->workbook->sheets[sheet].name);
	return STATUS_OK;
}

enum status
row_reader_open(struct source *source, size_t sheet, size_t titles, struct row_reader **out,
	struct error *error)
{
	struct row_reader *reader = memory_new(1, sizeof *reader);
	struct workbook *workbook;
	enum status status = row_reader_workbook(source, &workbook, error);

	if (status == STATUS_OK)
		status = workbook ? open_sheet(reader, source, sheet, titles, error)
				  : csv_reader_open(source, titles, &reader->csv, error);
	*out = reader;
	if (status != STATUS_OK) {
		row_reader_close(reader);
		*out = NULL;
	}
	return status;
}

void
row_reader_close(struct row_reader *reader)
{
	if (!reader)
		return;
	csv_reader_close(reader->csv);
	worksheet_close(reader->sheet);
	row_clear(&reader->row);
	row_clear(&reader->header);
	free(reader);
}

const struct cell *
row_reader_header(const struct row_reader *reader, size_t *count)
{
	if (reader->csv)
		return csv_reader_header(reader->csv, count);
	*count = reader->header.count;
	return reader->header.cells;
}

enum status
row_reader_next(struct row_reader *reader, const struct cell **cells, size_t *count, bool *row_only,
	struct error *error)
{
	struct row *row = &reader->row;
	enum status status;

	if (reader->csv)
		return csv_reader_next(reader->csv, cells, count, row_only, error);
	status = worksheet_next(reader->sheet, row, reader->header.count, error);
	*row_only = status == STATUS_OK && row->refused;
	*cells = row->cells;
	*count = status == STATUS_OK ? row->count : 0;
	if (*row_only) {
		*error = row->fault;
		status = row->fault.status;
	}
	return status;
}

size_t
row_reader_header_below(const struct row_reader *reader)
{
	return reader->below;
}

const struct worksheet_counts *
row_reader_counts(const struct row_reader *reader)
{
	return reader->sheet ? worksheet_counts(reader->sheet) : NULL;
}
