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
enum { TITLES_MOST = 30, KNOWN_ENOUGH = 2, COLUMNS_NAMED = 3 };

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

/* Opens the sheet with its header behind so many lines; false where there are not so many, or the
 * beginning cannot be read again. */
static bool
try_header(struct incoming_reader *reader, size_t titles)
{
	struct error error;

	row_reader_close(reader->rows);
	reader->rows = NULL;
	return source_rewind(reader->source) &&
	       row_reader_open(reader->source, titles, &reader->rows, &error) == STATUS_OK;
}

/* How many lines stand above the header: the first line with two known names; none where no line
 * has two. */
static size_t
find_header(struct incoming_reader *reader)
{
	if (count_known(reader) >= KNOWN_ENOUGH || !reader->source->whole)
		return 0;
	for (size_t titles = 1; titles <= TITLES_MOST && try_header(reader, titles); titles++)
		if (count_known(reader) >= KNOWN_ENOUGH)
			return titles;
	return 0;
}

/* Reads the columns of dates to their end, for the order that each has. */
static bool
judge_dates(struct incoming_reader *reader)
{
	struct mapping *mapping = incoming_mapping(reader, reader->options.type);
	size_t count, cells, dated = 0;
	const struct cell *header = row_reader_header(reader->rows, &count), *row;
	bool dates[CSV_COLUMNS_MAX] = { false }, row_only = false;
	struct error error;
	enum status status;

	for (size_t i = 0; i < count; i++) {
		reader->orders[i] = reader->options.dates;
		dates[i] = header[i].length > 0 && mapping_holds_dates(mapping, header[i].text);
		dated += dates[i];
	}
	if (dated == 0 || reader->options.dates != DATES_UNKNOWN)
		return false;
	do {
		status = row_reader_next(reader->rows, &row, &cells, &row_only, &error);
		for (size_t i = 0; status == STATUS_OK && i < cells; i++)
			if (dates[i])
				reader->orders[i] =
					date_words_judge(reader->orders[i], row[i].text);
	} while (status == STATUS_OK ? cells > 0 : row_only);
	return true;
}

enum status
incoming_layout_open(struct incoming_reader *reader, struct error *error)
{
	size_t titles;
	enum status status = row_reader_open(reader->source, 0, &reader->rows, error);

	if (status != STATUS_OK || !reader->options.type)
		return status;
	titles = find_header(reader);
	if (titles > 0)
		incoming_note(reader, "%s above the header %s skipped",
			text_quantity(&reader->lasting, (int64_t)titles, "line", NULL),
			titles == 1 ? "was" : "were");
	/* A pipe that has left the window cannot be read twice: each date then speaks for itself.
	 */
	if (source_can_rewind(reader->source) && try_header(reader, titles) &&
		judge_dates(reader) && !try_header(reader, titles))
		return error_set(error, STATUS_FAILED, "%s: cannot be read again",
			source_name(reader->source));
	return STATUS_OK;
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

enum status
incoming_layout_check(struct incoming_reader *reader, struct error *error)
{
	const struct type *type = reader->options.type;
	struct mapping *mapping = incoming_mapping(reader, type);
	struct buffer columns = { 0 };
	size_t count;
	const struct cell *header = row_reader_header(reader->rows, &count);
	enum status status;

	if (!type->title || !type_field_find(type, type->title)->required)
		return STATUS_OK;
	for (size_t i = 0; i < count; i++)
		if (header[i].length > 0 && mapping_may_name(mapping, header[i].text))
			return STATUS_OK;
	name_columns(header, count, &columns);
	status = error_set(error, STATUS_INVALID,
		"%s:%" PRIu64 ":%" PRIu64
		": no column gives the %s of a %s; say which does with --map "
		"COLUMN=%s%s%s",
		source_name(reader->source), header[0].place.line, header[0].place.column,
		type->title, type->label, type->title, columns.length > 0 ? ", perhaps " : "",
		buffer_text(&columns));
	buffer_clear(&columns);
	return status;
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
	sum = word_fold_contains("|total|totals|grand total|subtotal|sub total|sum|summe|gesamt|"
				 "gesamtsumme|totaal|eindtotaal|total general|",
		text_fold_name(&arena, title->text, title->length));
	arena_clear(&arena);
	return sum;
}
