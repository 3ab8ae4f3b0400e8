/* SPDX-License-Identifier: MIT */
/*
 * The layout of other people's sheets (contract.md, Reading what other people's files hold): where
 * the header stands below titles, whether it can give a record its name, and rows that are sums.
 * Must not take a value; what was passed over is noted, never silent.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "incoming_build.h"
#include "rollout/base/text.h"
#include "source_window.h"
#include "word_fold.h"

/* A sheet has some lines of titles above its header, not more. */
enum { TITLES_MOST = 30, HEADER_ROWS_MOST = 3, KNOWN_ENOUGH = 2, COLUMNS_NAMED = 3 };

void
incoming_note(struct incoming_reader *reader, const char *format, ...)
{
	char text[256];
	va_list arguments;

	if (reader->note_count == NOTES_MOST)
		return;
	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	reader->notes[reader->note_count++] = arena_copy(&reader->lasting, text, strlen(text));
}

static size_t
count_known(struct incoming_reader *reader)
{
	struct mapping *mapping = incoming_mapping(reader, reader->options.type);
	size_t count, known = 0;
	const struct cell *header = row_reader_header(reader->rows, &count);

	for (size_t i = 0; i < count; i++)
		known += header[i].length > 0 && mapping_knows(mapping, header[i].text);
	return known;
}

bool
incoming_layout_try(struct incoming_reader *reader, size_t titles)
{
	struct error error;

	row_reader_close(reader->rows);
	reader->rows = NULL;
	return source_rewind(reader->source) &&
	       row_reader_open(reader->source, reader->sheet_number, titles, &reader->rows,
		       &error) == STATUS_OK;
}

/* A heading over several columns stands above theirs, beside others merged over both rows: the
 * lower row is the header where it has two known names as well. */
static size_t
lower_header(struct incoming_reader *reader, size_t titles)
{
	size_t below = row_reader_header_below(reader->rows);

	if (below == 0 || below > HEADER_ROWS_MOST)
		return titles;
	if (incoming_layout_try(reader, titles + below) && count_known(reader) >= KNOWN_ENOUGH)
		return titles + below;
	(void)incoming_layout_try(reader, titles);
	return titles;
}

/* How many lines stand above the header: the first line with two known names; none where no line
 * has two. */
static size_t
find_first_header(struct incoming_reader *reader)
{
	if (count_known(reader) >= KNOWN_ENOUGH ||
		!(reader->source->whole || reader->source->archive))
		return 0;
	for (size_t titles = 1; titles <= TITLES_MOST && incoming_layout_try(reader, titles);
		titles++)
		if (count_known(reader) >= KNOWN_ENOUGH)
			return titles;
	(void)incoming_layout_try(reader, 0);
	return 0;
}

static size_t
find_header(struct incoming_reader *reader)
{
	size_t titles = find_first_header(reader);

	return reader->rows ? lower_header(reader, titles) : titles;
}

/* Our own tables have nothing but the dictionary's names in the header; those then mean what they
 * say. */
bool
incoming_layout_is_own(const struct cell *header, size_t count, const struct type *type)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(header[i].text, "id") != 0 && !nested_find(type, header[i].text) &&
			type_field_index(type, header[i].text) < 0)
			return false;
	return true;
}

static enum status
judge(struct incoming_reader *reader, size_t titles, struct error *error)
{
	struct mapping *mapping = incoming_mapping(reader, reader->options.type);
	size_t count;
	const struct cell *header;
	enum status status;

	header = row_reader_header(reader->rows, &count);
	mapping->own = incoming_layout_is_own(header, count, reader->options.type);
	mapping->flat = true;
	status = sheet_columns_judge(reader->rows, mapping, reader->options.dates,
		source_name(reader->source), &reader->sheet, error);
	if (status == STATUS_OK && !incoming_layout_try(reader, titles))
		return error_set(error, STATUS_FAILED, "%s: cannot be read again",
			source_name(reader->source));
	return status;
}

static bool
is_raci(const struct incoming_reader *reader)
{
	return reader->options.type && strcmp(reader->options.type->name, "assignment") == 0;
}

bool
incoming_layout_fits(struct incoming_reader *reader)
{
	bool fits = incoming_layout_try(reader, 0);

	if (fits && is_raci(reader)) {
		if (raci_sheet_fits(reader))
			return true;
		fits = incoming_layout_try(reader, 0);
	}
	if (fits && reader->options.type) {
		(void)find_header(reader);
		fits = reader->rows && count_known(reader) >= KNOWN_ENOUGH;
	} else if (fits) {
		fits = incoming_values_fit(reader);
	}
	row_reader_close(reader->rows);
	reader->rows = NULL;
	return fits;
}

enum status
incoming_layout_open(struct incoming_reader *reader, struct error *error)
{
	size_t titles;
	enum status status = incoming_sheet_choose(reader, error);

	/* The columns are judged before the rows are taken. */
	if (status == STATUS_OK && reader->options.type)
		status = source_settle(reader->source, error);
	if (status == STATUS_OK && is_raci(reader))
		status = raci_sheet_open(reader, &reader->raci, error);
	if (status == STATUS_OK && reader->raci) {
		reader->form = FORM_RACI;
		return STATUS_OK;
	}
	if (status == STATUS_OK && !reader->rows)
		status = row_reader_open(
			reader->source, reader->sheet_number, 0, &reader->rows, error);
	if (status != STATUS_OK || !reader->options.type)
		return status;
	titles = find_header(reader);
	if (!reader->rows)
		return error_set(error, STATUS_FAILED, "%s: cannot be read again",
			source_name(reader->source));
	if (titles > 0)
		incoming_note(reader, "%s above the header %s skipped",
			text_quantity(&reader->lasting, (int64_t)titles, "line", NULL),
			titles == 1 ? "was" : "were");
	return judge(reader, titles, error);
}

/* "Legal Name", "Label": those whose words say that a name may stand there, else the first ones. */
static void
name_columns(const struct cell *header, size_t count, struct buffer *out)
{
	size_t named = 0;

	for (int round = 0; round < 2 && named == 0; round++)
		for (size_t i = 0; i < count && named < COLUMNS_NAMED; i++) {
			struct arena arena = { 0 };
			const char *folded =
				text_fold_name(&arena, header[i].text, header[i].length);

			if (*folded && (round == 1 || strstr(folded, "name")))
				buffer_format(out, "%s\"%.40s\"", named++ > 0 ? ", " : "",
					header[i].text);
			arena_clear(&arena);
		}
}

/* Whether a column that has a value gives the field, or the id of a record that has it. */
static bool
is_given(const struct incoming_reader *reader, int field)
{
	const struct sheet *sheet = reader->sheet;
	const char *name = reader->options.type->fields[field].name;
	bool title = strcmp(name, "name") == 0;

	for (size_t i = 0; i < sheet->count; i++) {
		const struct column *column = sheet->columns[i].column;

		if (!column)
			continue;
		if (column->target == COLUMN_FIELD &&
			(column->field == field || column->field == 0))
			return true;
		if (title &&
			(column->target == COLUMN_FIRST_NAME || column->target == COLUMN_LAST_NAME))
			return true;
	}
	return false;
}

static bool
may_be_given(struct incoming_reader *reader, const struct cell *header, size_t count)
{
	struct mapping *mapping = incoming_mapping(reader, reader->options.type);

	for (size_t i = 0; i < count; i++)
		if (header[i].length > 0 && mapping_may_name(mapping, header[i].text))
			return true;
	return false;
}

static enum status
fail_without(struct incoming_reader *reader, const char *field, struct error *error)
{
	const struct type *type = reader->options.type;
	struct buffer columns = { 0 };
	size_t count;
	const struct cell *header = row_reader_header(reader->rows, &count);
	enum status status;

	if (type->title && strcmp(field, type->title) == 0)
		name_columns(header, count, &columns);
	status = error_set(error, STATUS_INVALID,
		"%s:%" PRIu64 ":%" PRIu64
		": no column gives the %s of a %s; say which does with --map "
		"COLUMN=%s%s%s",
		source_name(reader->source), header[0].place.line, header[0].place.column, field,
		type->label, field, columns.length > 0 ? ", perhaps " : "", buffer_text(&columns));
	buffer_clear(&columns);
	return status;
}

enum status
incoming_layout_check(struct incoming_reader *reader, struct error *error)
{
	const struct type *type = reader->options.type;
	size_t count;
	const struct cell *header = row_reader_header(reader->rows, &count);

	/* Of a sheet without rows only the names are known. */
	if (!reader->sheet || reader->sheet->rows == 0)
		return !type->title || !type_field_find(type, type->title)->required ||
				       may_be_given(reader, header, count)
			       ? STATUS_OK
			       : fail_without(reader, type->title, error);
	for (size_t i = 1; i < type->field_count; i++)
		if (type->fields[i].required && !type->fields[i].preset &&
			!is_given(reader, (int)i))
			return fail_without(reader, type->fields[i].name, error);
	return STATUS_OK;
}

bool
incoming_layout_sums(const char *folded)
{
	return word_fold_contains("|total|totals|grand total|subtotal|sub total|sum|summe|gesamt|"
				  "gesamtsumme|totaal|eindtotaal|total general|",
		folded);
}

bool
incoming_layout_is_sum(const struct incoming *incoming)
{
	const struct type *type = incoming->record.type;
	const struct value *title = type->title ? record_get(&incoming->record, type->title) : NULL;
	struct arena arena = { 0 };
	bool sum;

	if (!title || title->kind != VALUE_TEXT || incoming->record.id != 0 ||
		incoming->record.values[0].kind != VALUE_NONE)
		return false;
	sum = incoming_layout_sums(text_fold_name(&arena, title->text, title->length));
	arena_clear(&arena);
	return sum;
}
