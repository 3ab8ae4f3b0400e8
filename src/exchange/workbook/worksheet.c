/* SPDX-License-Identifier: MIT */
/*
 * Rows out of the XML of a sheet, which is read in pieces and paused behind each row. Must not know
 * what columns mean. Cells stand in the file in order and blank ones are left out; the gaps, and
 * what is merged with a cell above, are filled when the next cell comes.
 */
#include "worksheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cell_text.h"
#include "merges.h"
#include "xml_stream.h"

/* What an attribute t says a cell holds. */
enum cell_type {
	CELL_NUMBER,
	CELL_SHARED, /* the number of a shared text */
	CELL_TEXT,
	CELL_FLAG,
	CELL_ERROR,
	CELL_DAY, /* as ISO 8601 writes it */
};

/* A column whose cells are merged with one above. */
struct fill {
	uint32_t last; /* the last row of it */
	bool begins; /* in this row */
	char *text; /* NULL: that cell is blank */
	size_t length;
};

struct worksheet {
	struct workbook *workbook;
	size_t number; /* of the sheet */
	struct xml_stream *stream;
	const struct merges *merges;
	size_t next_merge;
	struct fill fills[CSV_COLUMNS_MAX];
	size_t fills_end; /* behind the last column that ever had one */
	bool hidden[CSV_COLUMNS_MAX], counted[CSV_COLUMNS_MAX]; /* columns */
	struct row *row; /* what is being filled, of limit cells */
	size_t limit;
	uint32_t row_number, column; /* of the cell at hand, or of the last one */
	int64_t filled; /* of the row at hand */
	bool in_rows, in_cell, in_value, in_reading, computed, row_hidden;
	enum cell_type type;
	enum number_kind kind;
	struct buffer value; /* of the cell at hand, as it stands in the file */
	int64_t cells;
	struct worksheet_counts counts;
};

static struct place
place_of(const struct worksheet *sheet, uint32_t column)
{
	const uint64_t rows = (uint64_t)sheet->number * (SHEET_ROWS_MOST + 1) + sheet->row_number;

	return (struct place){ rows * SHEET_COLUMNS_MOST + column, sheet->row_number, column + 1 };
}

static void
hide_columns(struct worksheet *sheet, const char **attributes)
{
	const char *first = xml_attribute(attributes, "min"),
		   *last = xml_attribute(attributes, "max");
	unsigned long from = first ? strtoul(first, NULL, 10) : 0,
		      to = last ? strtoul(last, NULL, 10) : 0;

	if (!xml_attribute_is_set(attributes, "hidden") || from == 0)
		return;
	for (; from <= to && from <= CSV_COLUMNS_MAX; from++)
		sheet->hidden[from - 1] = true;
}

/* Merged cells that begin in this row. */
static void
begin_merges(struct worksheet *sheet)
{
	const struct merges *merges = sheet->merges;

	for (; sheet->next_merge < merges->count &&
		merges->items[sheet->next_merge].first <= sheet->row_number;
		sheet->next_merge++) {
		const struct merge *merge = &merges->items[sheet->next_merge];
		struct fill *fill = &sheet->fills[merge->column];

		if (merge->first != sheet->row_number)
			continue;
		free(fill->text);
		*fill = (struct fill){ .last = merge->last, .begins = true };
		if (sheet->fills_end <= merge->column)
			sheet->fills_end = merge->column + 1;
	}
}

static void
begin_row(struct worksheet *sheet, const char **attributes)
{
	const char *number = xml_attribute(attributes, "r");
	unsigned long row = number ? strtoul(number, NULL, 10) : sheet->row_number + 1UL;

	if (row <= sheet->row_number || row > SHEET_ROWS_MOST) {
		xml_stream_fail(sheet->stream, STATUS_INVALID,
			"row %lu stands behind row %lu, or beyond the last a sheet can have", row,
			(unsigned long)sheet->row_number);
		return;
	}
	sheet->row_number = (uint32_t)row;
	sheet->column = 0;
	sheet->filled = 0;
	sheet->row_hidden = xml_attribute_is_set(attributes, "hidden");
	begin_merges(sheet);
}

static enum cell_type
type_of(const char *word)
{
	static const struct {
		const char *word;
		enum cell_type type;
	} types[] = {
		{ "s", CELL_SHARED },
		{ "str", CELL_TEXT },
		{ "inlineStr", CELL_TEXT },
		{ "b", CELL_FLAG },
		{ "e", CELL_ERROR },
		{ "d", CELL_DAY },
	};

	for (size_t i = 0; word && i < sizeof types / sizeof *types; i++)
		if (strcmp(word, types[i].word) == 0)
			return types[i].type;
	return CELL_NUMBER;
}

static void
begin_cell(struct worksheet *sheet, const char **attributes)
{
	const struct workbook *workbook = sheet->workbook;
	const char *at = xml_attribute(attributes, "r"), *style = xml_attribute(attributes, "s");
	unsigned long number = style ? strtoul(style, NULL, 10) : 0;
	uint32_t row = sheet->row_number, column = sheet->column;

	/* sheet->column is the column behind the last cell. */
	if ((at && !merges_read_cell(at, &row, &column)) || row != sheet->row_number ||
		column < sheet->column || column >= SHEET_COLUMNS_MOST ||
		++sheet->cells > SHEET_CELLS_MOST) {
		xml_stream_fail(sheet->stream, STATUS_INVALID,
			sheet->cells > SHEET_CELLS_MOST
				? "row %lu: there are more than 50 million cells"
				: "row %lu: its cells do not stand in their order",
			(unsigned long)sheet->row_number);
		return;
	}
	sheet->column = column;
	sheet->in_cell = true;
	sheet->computed = false;
	sheet->type = type_of(xml_attribute(attributes, "t"));
	sheet->kind = number < workbook->style_count ? (enum number_kind)workbook->styles[number]
						     : NUMBER_PLAIN;
	buffer_reset(&sheet->value);
}

static void
start(void *context, const char *name, const char **attributes)
{
	struct worksheet *sheet = context;

	if (sheet->in_cell) {
		if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
			sheet->in_value = true;
		else if (strcmp(name, "rPh") == 0)
			sheet->in_reading = true;
		else if (strcmp(name, "f") == 0)
			sheet->computed = true;
	} else if (strcmp(name, "c") == 0 && sheet->in_rows)
		begin_cell(sheet, attributes);
	else if (strcmp(name, "row") == 0 && sheet->in_rows)
		begin_row(sheet, attributes);
	else if (strcmp(name, "sheetData") == 0)
		sheet->in_rows = true;
	else if (strcmp(name, "col") == 0)
		hide_columns(sheet, attributes);
}

static void
take_text(void *context, const char *text, size_t length)
{
	struct worksheet *sheet = context;

	if (!sheet->in_value || sheet->in_reading)
		return;
	if (sheet->value.length + length > CELL_MOST)
		xml_stream_fail(sheet->stream, STATUS_INVALID,
			"row %lu has a cell of more than %d KiB of text",
			(unsigned long)sheet->row_number, CELL_MOST >> 10);
	else
		buffer_append(&sheet->value, text, length);
}

/* Ends the cell whose text was appended, and counts it. */
static void
end_text(struct worksheet *sheet, uint32_t column)
{
	struct row *row = sheet->row;
	size_t fault_at = 0;
	const char *text;
	enum text_fault fault = row_end_cell(row, &text, &fault_at);
	char words[96];

	if (fault != TEXT_GOOD) {
		snprintf(words, sizeof words, "%s (byte 0x%02X)", text_fault_name(fault),
			(unsigned char)text[fault_at]);
		row_refuse(row, zip_package_name(sheet->workbook->package), place_of(sheet, column),
			words);
	}
	if (row->text.length > CSV_ROW_LIMIT)
		xml_stream_fail(sheet->stream, STATUS_INVALID, "row %lu is larger than 1 MiB",
			(unsigned long)sheet->row_number);
	row->count++;
}

/* Cells up to a column: blank, or merged with one above. A row is not filled by those. */
static void
pad(struct worksheet *sheet, size_t column)
{
	struct row *row = sheet->row;

	while (row->count < column) {
		const struct fill *fill = &sheet->fills[row->count];
		bool filled = row->filled;

		row_begin_cell(row, place_of(sheet, (uint32_t)row->count));
		if (fill->text && sheet->row_number <= fill->last) {
			buffer_append(&row->text, fill->text, fill->length);
			sheet->filled++;
		}
		end_text(sheet, (uint32_t)row->count);
		row->filled = filled;
	}
}

/* A day of ISO 8601 whose time is midnight is that day. */
static void
append_day(const struct buffer *value, struct buffer *out)
{
	const char *text = buffer_text(value), *time = strchr(text, 'T');
	bool midnight = time && strspn(time + 1, "0:.Z") == strlen(time + 1);

	buffer_append(out, text, midnight ? (size_t)(time - text) : value->length);
}

static bool
append_shared(struct worksheet *sheet)
{
	struct text_store *texts = sheet->workbook->texts;
	char *behind;
	unsigned long number = strtoul(buffer_text(&sheet->value), &behind, 10);
	struct error error;

	if (behind == buffer_text(&sheet->value) || number >= text_store_count(texts))
		xml_stream_fail(sheet->stream, STATUS_INVALID,
			"row %lu refers to a text that is not there",
			(unsigned long)sheet->row_number);
	else if (text_store_get(texts, number, &sheet->row->text, &error) != STATUS_OK)
		xml_stream_fail(sheet->stream, error.status, "%s", error.message);
	else
		return true;
	return false;
}

/* The value as a text behind those of the row; false where there is no way to go on. */
static bool
append_value(struct worksheet *sheet)
{
	struct buffer *out = &sheet->row->text;
	struct buffer *value = &sheet->value;

	switch (sheet->type) {
	case CELL_SHARED: return append_shared(sheet);
	case CELL_NUMBER:
		cell_number_write(
			buffer_text(value), sheet->kind, sheet->workbook->since_1904, out);
		break;
	case CELL_FLAG:
		buffer_append_text(out, strcmp(buffer_text(value), "0") == 0 ? "FALSE" : "TRUE");
		break;
	case CELL_TEXT:
		value->length = cell_text_unescape(value->data, value->length);
		buffer_append(out, value->data, value->length);
		break;
	case CELL_DAY: append_day(value, out); break;
	case CELL_ERROR: break;
	}
	return true;
}

/* What a cell that begins a merged range holds, for those below it. */
static void
keep_for_fill(struct worksheet *sheet, uint32_t column)
{
	struct fill *fill = &sheet->fills[column];
	const struct row *row = sheet->row;
	size_t from = row->offsets[row->count - 1];

	if (!fill->begins)
		return;
	fill->begins = false;
	fill->length = row->cells[row->count - 1].length;
	fill->text = memory_copy_text(row->text.data + from, fill->length);
}

static void
count_error(struct worksheet *sheet)
{
	struct worksheet_counts *counts = &sheet->counts;

	if (counts->errors++ > 0)
		return;
	snprintf(counts->first_error, sizeof counts->first_error, "%s", buffer_text(&sheet->value));
	counts->first_error_at = place_of(sheet, sheet->column);
}

static bool
is_beyond(struct worksheet *sheet, uint32_t column)
{
	if (column < sheet->limit)
		return false;
	if (sheet->limit == CSV_COLUMNS_MAX)
		row_refuse(sheet->row, zip_package_name(sheet->workbook->package),
			place_of(sheet, column), "more than 256 columns");
	else
		sheet->counts.outside++;
	return true;
}

static void
end_cell(struct worksheet *sheet)
{
	uint32_t column = sheet->column;

	sheet->in_cell = sheet->in_value = sheet->in_reading = false;
	if (sheet->type == CELL_ERROR)
		count_error(sheet);
	else if (sheet->value.length == 0 && sheet->computed && sheet->type == CELL_NUMBER)
		sheet->counts.uncomputed++;
	else if (sheet->value.length > 0 && !is_beyond(sheet, column)) {
		pad(sheet, column);
		row_begin_cell(sheet->row, place_of(sheet, column));
		if (!append_value(sheet))
			return;
		end_text(sheet, column);
		keep_for_fill(sheet, column);
		sheet->counts.hidden_columns += sheet->hidden[column] && !sheet->counted[column];
		sheet->counted[column] = true;
	}
	sheet->column = column + 1;
}

/* Merged cells of the last columns, and what begins here without a value. */
static void
end_row(struct worksheet *sheet)
{
	size_t end = sheet->fills_end < sheet->limit ? sheet->fills_end : sheet->limit;

	while (end > 0 &&
		!(sheet->fills[end - 1].text && sheet->row_number <= sheet->fills[end - 1].last))
		end--;
	if (sheet->row->filled) {
		pad(sheet, end);
		sheet->counts.merged += sheet->filled;
		sheet->counts.hidden_rows += sheet->row_hidden;
	}
	for (size_t i = 0; i < sheet->fills_end; i++)
		sheet->fills[i].begins = false;
	xml_stream_pause(sheet->stream);
}

static void
end(void *context, const char *name)
{
	struct worksheet *sheet = context;

	if (!sheet->in_rows)
		return;
	if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
		sheet->in_value = false;
	else if (strcmp(name, "rPh") == 0)
		sheet->in_reading = false;
	else if (strcmp(name, "c") == 0 && sheet->in_cell)
		end_cell(sheet);
	else if (strcmp(name, "row") == 0)
		end_row(sheet);
	else if (strcmp(name, "sheetData") == 0)
		sheet->in_rows = false;
}

enum status
worksheet_open(
	struct workbook *workbook, size_t number, struct worksheet **out, struct error *error)
{
	static const struct xml_handler handler = { start, end, take_text };
	struct worksheet *sheet = memory_new(1, sizeof *sheet);
	enum status status = merges_read(workbook, number, &sheet->merges, error);

	sheet->workbook = workbook;
	sheet->number = number;
	if (status == STATUS_OK)
		status = xml_stream_open(workbook->package, workbook->sheets[number].part, &handler,
			sheet, &sheet->stream, error);
	*out = sheet;
	if (status != STATUS_OK) {
		worksheet_close(sheet);
		*out = NULL;
	}
	return status;
}

void
worksheet_close(struct worksheet *sheet)
{
	if (!sheet)
		return;
	xml_stream_close(sheet->stream);
	for (size_t i = 0; i < sheet->fills_end; i++)
		free(sheet->fills[i].text);
	buffer_clear(&sheet->value);
	free(sheet);
}

enum status
worksheet_next(struct worksheet *sheet, struct row *row, size_t limit, struct error *error)
{
	bool ended = false;
	enum status status = STATUS_OK;

	sheet->row = row;
	sheet->limit = limit;
	do {
		row_reset(row);
		status = xml_stream_run(sheet->stream, &ended, error);
	} while (status == STATUS_OK && !ended && !row->filled && !row->refused);
	if (ended)
		row_reset(row);
	row_settle(row);
	return status;
}

size_t
worksheet_merged_below(const struct worksheet *sheet)
{
	size_t below = 0;

	for (size_t i = 0; i < sheet->fills_end; i++) {
		const struct fill *fill = &sheet->fills[i];

		if (fill->text && fill->last > sheet->row_number &&
			fill->last - sheet->row_number > below)
			below = fill->last - sheet->row_number;
	}
	return below;
}

void
worksheet_reset_counts(struct worksheet *sheet)
{
	sheet->counts = (struct worksheet_counts){ 0 };
	memset(sheet->counted, 0, sizeof sheet->counted);
}

const struct worksheet_counts *
worksheet_counts(const struct worksheet *sheet)
{
	return &sheet->counts;
}
