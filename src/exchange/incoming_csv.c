/* SPDX-License-Identifier: MIT */
/* Drafts from the rows of a CSV file. A column is decided by its first value; an empty cell is no
 * value and clears nothing. */
#include <string.h>

#include "incoming_build.h"

/* Without the whole sheet's word for it a name may not stand twice. */
static enum status
check_names(const struct incoming_reader *reader, struct error *error)
{
	size_t count;
	const struct cell *header = row_reader_header(reader->rows, &count);

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < i; k++)
			if (header[i].length > 0 && strcmp(header[i].text, header[k].text) == 0)
				return error_set(error, STATUS_INVALID,
					"%s:%llu:%llu: column \"%.60s\" stands twice",
					source_name(reader->source),
					(unsigned long long)header[i].place.line,
					(unsigned long long)header[i].place.column, header[i].text);
	return STATUS_OK;
}

enum status
incoming_csv_open(struct incoming_reader *reader, struct error *error)
{
	enum status status = incoming_layout_open(reader, error);

	if (status != STATUS_OK || reader->form == FORM_RACI)
		return status;
	if (!reader->sheet)
		status = check_names(reader, error);
	if (status != STATUS_OK || !reader->options.type)
		return status;
	return incoming_layout_check(reader, error);
}

/* What the column is: settled before, or by its first value. */
static enum status
find_column(
	struct incoming_reader *reader, size_t place, const struct cell *cell, struct error *error)
{
	size_t count;
	struct mapping *mapping = incoming_mapping(reader, reader->incoming.record.type);
	struct column *column = reader->sheet ? reader->sheet->columns[place].column : NULL;

	reader->dates = column ? column->dates : reader->options.dates;
	if (!column)
		return mapping_find(mapping, row_reader_header(reader->rows, &count)[place].text,
			cell->text, &reader->columns[place], error);
	column->count++;
	reader->columns[place] = column;
	return STATUS_OK;
}

/* One cell into the record; what is wrong becomes a problem of its row. */
static void
take_cell(struct incoming_reader *reader, size_t place, struct problems *problems)
{
	size_t count;
	const struct cell *header = row_reader_header(reader->rows, &count),
			  *cell = &reader->cells[place];
	struct incoming *incoming = &reader->incoming;
	struct sheet *sheet = reader->sheet;
	struct cell filled;
	struct error error;
	enum status status;

	if (sheet) {
		filled = sheet_columns_fill(sheet, place, cell);
		cell = &filled;
	}
	if (cell->length == 0)
		return;
	status = find_column(reader, place, cell, &error);
	if (status == STATUS_OK)
		status = incoming_take_column(
			reader, incoming, reader->columns[place], cell->text, cell->length, &error);
	if (status == STATUS_OK)
		return;
	incoming->invalid = true;
	problems_add(problems, source_name(reader->source), cell->place, header[place].text,
		"%s%s%s", incoming->pointer, *incoming->pointer ? ": " : "", error.message);
}

/* The next row, a sum or not. */
static enum status
next_row(
	struct incoming_reader *reader, struct problems *problems, bool *found, struct error *error)
{
	struct incoming *incoming = &reader->incoming;
	struct error inner;
	struct place place;
	bool row_only = false;
	enum status status = row_reader_next(
		reader->rows, &reader->cells, &reader->cell_count, &row_only, &inner);

	if (status != STATUS_OK && !row_only)
		return error_set(error, status, "%s", inner.message);
	place = incoming->place;
	memset(incoming, 0, sizeof *incoming);
	record_init(&incoming->record, reader->options.type);
	incoming->pointer = reader->by_sheets ? reader->options.type->plural : "";
	incoming->element = reader->element++;
	*found = true;
	if (status != STATUS_OK) {
		/* The reader's message names the place already. */
		incoming->invalid = true;
		incoming->place = place;
		problems_add_message(problems, place, inner.message, 0);
		reader->cell_count = 0;
		return STATUS_OK;
	}
	*found = reader->cell_count > 0;
	if (!*found)
		return STATUS_OK;
	incoming->place = reader->cells[0].place;
	for (size_t i = 0; i < reader->cell_count; i++)
		take_cell(reader, i, problems);
	status = incoming_complete(reader, incoming, &inner);
	if (status != STATUS_OK) {
		incoming->invalid = true;
		problems_add(problems, source_name(reader->source), incoming->place,
			incoming->pointer, "%s", inner.message);
	}
	return STATUS_OK;
}

/* The next row of the sheet that is none of a sum or of a heading. */
static enum status
next_record(
	struct incoming_reader *reader, struct problems *problems, bool *found, struct error *error)
{
	const struct mapping *mapping = incoming_mapping(reader, reader->options.type);
	enum status status;

	for (;;) {
		size_t before = problems->count, place = reader->element - reader->sheet_start;

		status = next_row(reader, problems, found, error);
		if (status == STATUS_OK && *found && reader->sheet &&
			sheet_columns_skip(reader->sheet, (int64_t)place)) {
			problems_clear(problems);
			continue;
		}
		if (status != STATUS_OK || !*found || mapping->own ||
			!incoming_layout_is_sum(&reader->incoming))
			return status;
		/* What is wrong with a sum is nobody's problem. */
		if (problems->count != before)
			problems_clear(problems);
		reader->sums++;
	}
}

enum status
incoming_csv_next(
	struct incoming_reader *reader, struct problems *problems, bool *found, struct error *error)
{
	bool more = true;
	enum status status = STATUS_OK;

	*found = false;
	while (status == STATUS_OK && more && !*found) {
		status = next_record(reader, problems, found, error);
		more = reader->by_sheets && status == STATUS_OK && !*found;
		if (more)
			status = incoming_sheet_next(reader, &more, error);
	}
	return status;
}
