/* SPDX-License-Identifier: MIT */
/*
 * A list of a result as CSV, for programs and spreadsheets: a row a line, an object inside as
 * columns called subject_type, subject_id. The columns are those of the JSON document.
 */
#include "rollout/exchange/formats.h"

#include <string.h>

#include "rollout/exchange/csv_writer.h"

/* A spreadsheet may take it for the day or time that it is. */
static bool
is_day(const struct result_column *column)
{
	return column->kind == COLUMN_DAY || (column->field && column->field->kind == FIELD_TIME);
}

/* What write_field() will be called for. */
static bool
has_cell(const struct teller *teller, const struct result_column *column)
{
	return teller_tells(teller, column) &&
	       (column->kind != COLUMN_LIST || result_is_cell(column));
}

static void
write_head(struct teller *teller, const struct result_column *columns, const char *before)
{
	struct buffer name = { 0 };

	for (const struct result_column *column = columns; column->kind != COLUMN_END; column++) {
		if (!has_cell(teller, column))
			continue;
		buffer_reset(&name);
		buffer_format(&name, "%s%s", before, column->name);
		if (column->kind == COLUMN_OBJECT) {
			buffer_append_char(&name, '_');
			write_head(teller, column->columns, name.data);
		} else {
			csv_text(teller->state, name.data, name.length);
		}
	}
	buffer_clear(&name);
}

static void
open_part(struct teller *teller, enum part part, const struct result_column *column)
{
	if (part != PART_LIST)
		return;
	csv_writer_init(teller->state, teller->output);
	if (result_is_plain(column)) /* its values have no name of their own */
		csv_text(teller->state, column->name, strlen(column->name));
	else
		write_head(teller, column->columns, "");
	csv_end_row(teller->state);
}

static void
write_field(struct teller *teller, const struct result_column *column, const struct cell *cell)
{
	switch (cell->kind) {
	case CELL_NONE: csv_empty(teller->state); break;
	case CELL_TEXT:
		if (is_day(column))
			csv_day(teller->state, cell->text, cell->length);
		else
			csv_text(teller->state, cell->text, cell->length);
		break;
	case CELL_BOOLEAN:
		csv_text(teller->state, cell->boolean ? "yes" : "no", cell->boolean ? 3 : 2);
		break;
	case CELL_WHOLE: csv_integer(teller->state, cell->whole); break;
	case CELL_DECIMAL: csv_decimal(teller->state, cell->decimal, column->digits); break;
	}
}

static void
close_part(struct teller *teller, enum part part, const struct result_column *column)
{
	(void)column;
	if (part == PART_ROW)
		csv_end_row(teller->state);
}

const struct format format_csv = {
	.name = "csv",
	.help = "One list, a row a line.",
	.state_size = sizeof(struct csv_writer),
	.flat = true,
	.open = open_part,
	.field = write_field,
	.close = close_part,
};
