/* SPDX-License-Identifier: MIT */
/*
 * Which sheet of a workbook is read, and what is said of it: the one that was named, else the only
 * one that can be meant. Must not choose between two.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "exchange/workbook/worksheet.h"
#include "incoming_build.h"
#include "rollout/base/text.h"

/* So many sheets are named before the rest is a number. */
enum { SHEETS_NAMED = 12 };

static void
name_sheets(const struct workbook *workbook, const bool *chosen, struct buffer *out)
{
	size_t named = 0, left = 0;

	for (size_t i = 0; i < workbook->sheet_count; i++) {
		const struct workbook_sheet *sheet = &workbook->sheets[i];

		if (chosen && !chosen[i])
			continue;
		if (named == SHEETS_NAMED) {
			left++;
			continue;
		}
		buffer_format(out, "%s\"%.60s\"%s", named++ > 0 ? ", " : "", sheet->name,
			sheet->hidden ? " (hidden)" : "");
	}
	if (left > 0)
		buffer_format(out, " and %zu more", left);
}

static enum status
fail_naming(const struct incoming_reader *reader, const struct workbook *workbook,
	const bool *chosen, const char *what, struct error *error)
{
	struct buffer names = { 0 };
	enum status status;

	name_sheets(workbook, chosen, &names);
	status = error_set(error, STATUS_INVALID, "%s: %s; say which sheet with --sheet NAME: %s",
		source_name(reader->source), what, buffer_text(&names));
	buffer_clear(&names);
	return status;
}

/* Whether there is a row in the sheet. */
static enum status
look_for_rows(struct workbook *workbook, size_t number, bool *filled, struct error *error)
{
	struct worksheet *sheet;
	struct row row = { 0 };
	enum status status = worksheet_open(workbook, number, &sheet, error);

	if (status == STATUS_OK)
		status = worksheet_next(sheet, &row, CSV_COLUMNS_MAX, error);
	*filled = row.count > 0;
	row_clear(&row);
	worksheet_close(sheet);
	return status;
}

/* The only sheet that fits, of those that can be seen and have rows. */
static enum status
choose(struct incoming_reader *reader, struct workbook *workbook, bool *filled, bool *fits,
	struct error *error)
{
	size_t filled_count = 0, fitting = 0, only = 0;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < workbook->sheet_count && status == STATUS_OK; i++) {
		bool seen;

		status = look_for_rows(workbook, i, &filled[i], error);
		seen = filled[i] && !workbook->sheets[i].hidden;
		filled_count += seen;
		reader->sheet_number = seen ? i : reader->sheet_number;
	}
	if (status != STATUS_OK || filled_count == 1)
		return status;
	if (filled_count == 0)
		return fail_naming(
			reader, workbook, NULL, "no sheet that can be seen holds anything", error);
	for (size_t i = 0; i < workbook->sheet_count; i++) {
		reader->sheet_number = i;
		fits[i] = filled[i] && !workbook->sheets[i].hidden && incoming_layout_fits(reader);
		fitting += fits[i];
		only = fits[i] ? i : only;
	}
	reader->sheet_number = only;
	if (fitting == 1)
		return STATUS_OK;
	return fail_naming(reader, workbook, fitting > 1 ? fits : filled,
		fitting > 1 ? "more than one sheet may be meant"
			    : "no sheet has headings that are known here",
		error);
}

/* Of a sheet that was chosen, which others have rows and are not read. */
static void
note_others(struct incoming_reader *reader, const struct workbook *workbook, bool *filled)
{
	struct buffer names = { 0 };
	const char *chosen = workbook->sheets[reader->sheet_number].name;

	filled[reader->sheet_number] = false;
	name_sheets(workbook, filled, &names);
	if (names.length > 0)
		incoming_note(reader, "the sheet \"%.60s\" was read, and not: %.150s", chosen,
			buffer_text(&names));
	buffer_clear(&names);
}

/* The type whose records a sheet of that name holds: "Milestones", "Role holders"; NULL: none. */
static const struct type *
type_of_sheet(const char *name)
{
	struct arena arena = { 0 };
	char *folded = text_fold_name(&arena, name, strlen(name));
	const struct type *type;

	for (char *c = folded; *c; c++)
		*c = *c == ' ' ? '_' : *c;
	type = type_find(folded);
	arena_clear(&arena);
	return type;
}

enum status
incoming_sheet_next(struct incoming_reader *reader, bool *found, struct error *error)
{
	struct workbook *workbook;
	bool filled = false;
	enum status status = row_reader_workbook(reader->source, &workbook, error);

	*found = false;
	for (size_t i = reader->sheets_passed; status == STATUS_OK && i < workbook->sheet_count;
		i++) {
		const struct type *type = type_of_sheet(workbook->sheets[i].name);

		reader->sheets_passed = i + 1;
		if (type)
			status = look_for_rows(workbook, i, &filled, error);
		if (status != STATUS_OK || !type || !filled)
			continue;
		*found = true;
		if (reader->rows)
			incoming_note_counts(reader);
		row_reader_close(reader->rows);
		sheet_columns_free(reader->sheet);
		reader->rows = NULL;
		reader->sheet = NULL;
		reader->noted = false;
		reader->sheet_number = i;
		reader->sheet_start = reader->element;
		reader->options.type = type;
		return incoming_csv_open(reader, error);
	}
	return status;
}

enum status
incoming_sheet_begin(struct incoming_reader *reader, struct error *error)
{
	struct workbook *workbook;
	struct buffer names = { 0 };
	bool *others;
	enum status status = row_reader_workbook(reader->source, &workbook, error);

	if (status != STATUS_OK || reader->options.sheet)
		return status;
	others = arena_alloc(&reader->lasting, workbook->sheet_count);
	for (size_t i = 0; i < workbook->sheet_count; i++) {
		/* A table of values may be called anything. */
		reader->sheet_number = i;
		if (incoming_layout_fits(reader)) {
			reader->by_sheets = false;
			return STATUS_OK;
		}
		others[i] = !type_of_sheet(workbook->sheets[i].name);
		reader->by_sheets = reader->by_sheets || !others[i];
	}
	name_sheets(workbook, others, &names);
	if (reader->by_sheets && names.length > 0)
		incoming_note(reader, "sheets that are called like no type were not read: %.150s",
			buffer_text(&names));
	buffer_clear(&names);
	return STATUS_OK;
}

enum status
incoming_sheet_choose(struct incoming_reader *reader, struct error *error)
{
	struct workbook *workbook;
	const char *name = reader->options.sheet;
	enum status status = row_reader_workbook(reader->source, &workbook, error);
	bool *filled, *fits;
	int found;

	if (status != STATUS_OK || !workbook || reader->by_sheets)
		return status;
	if (name) {
		found = workbook_find(workbook, name);
		reader->sheet_number = found < 0 ? 0 : (size_t)found;
		return found < 0 ? fail_naming(reader, workbook, NULL,
					   arena_format(&reader->lasting,
						   "there is no sheet \"%.60s\"", name),
					   error)
				 : STATUS_OK;
	}
	if (workbook->sheet_count == 1)
		return STATUS_OK;
	filled = arena_alloc(&reader->lasting, workbook->sheet_count * 2);
	fits = filled + workbook->sheet_count;
	for (size_t i = 0; i < workbook->sheet_count * 2; i++)
		filled[i] = false;
	status = choose(reader, workbook, filled, fits, error);
	if (status == STATUS_OK)
		note_others(reader, workbook, filled);
	return status;
}

void
incoming_sheet_note(struct incoming_reader *reader)
{
	const struct worksheet_counts *counts =
		reader->rows ? row_reader_counts(reader->rows) : NULL;

	if (!counts)
		return;
	if (counts->errors > 0)
		incoming_note(reader,
			"%s an error of the spreadsheet and %s taken for empty, the first %s in "
			"row %" PRIu64 ", column %" PRIu64,
			text_quantity(&reader->lasting, counts->errors, "cell holds", "cells hold"),
			counts->errors == 1 ? "was" : "were", counts->first_error,
			counts->first_error_at.line, counts->first_error_at.column);
	if (counts->uncomputed > 0)
		incoming_note(reader,
			"%s no result in the file and %s taken for empty; open and save it in a "
			"spreadsheet to have %s computed",
			text_quantity(&reader->lasting, counts->uncomputed, "formula has",
				"formulas have"),
			counts->uncomputed == 1 ? "was" : "were",
			counts->uncomputed == 1 ? "it" : "them");
	if (counts->merged > 0)
		incoming_note(reader, "%s filled from the cell above that %s merged with",
			text_quantity(&reader->lasting, counts->merged, "cell was", "cells were"),
			counts->merged == 1 ? "it is" : "they are");
	if (counts->hidden_rows > 0)
		incoming_note(reader, "%s read like the others",
			text_quantity(&reader->lasting, counts->hidden_rows, "hidden row was",
				"hidden rows were"));
	if (counts->hidden_columns > 0)
		incoming_note(reader, "%s read like the others",
			text_quantity(&reader->lasting, counts->hidden_columns, "hidden column was",
				"hidden columns were"));
	if (counts->outside > 0)
		incoming_note(reader, "%s to the right of the last heading and %s left out",
			text_quantity(
				&reader->lasting, counts->outside, "cell stands", "cells stand"),
			counts->outside == 1 ? "was" : "were");
}
