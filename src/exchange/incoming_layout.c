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
	const struct cell *header = csv_reader_header(reader->csv, &count);

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

	csv_reader_close(reader->csv);
	reader->csv = NULL;
	return source_rewind(reader->source) &&
	       csv_reader_open(reader->source, titles, &reader->csv, &error) == STATUS_OK;
}

enum status
incoming_layout_open(struct incoming_reader *reader, struct error *error)
{
	size_t titles = 0;
	enum status status = csv_reader_open(reader->source, 0, &reader->csv, error);

	if (status != STATUS_OK || !reader->options.type)
		return status;
	if (count_known(reader) >= KNOWN_ENOUGH || !reader->source->whole)
		return STATUS_OK;
	for (titles = 1; titles <= TITLES_MOST; titles++)
		if (!try_header(reader, titles) || count_known(reader) >= KNOWN_ENOUGH)
			break;
	if (reader->csv && titles <= TITLES_MOST) {
		incoming_note(reader, "%zu line%s above the header %s skipped", titles,
			titles == 1 ? "" : "s", titles == 1 ? "was" : "were");
		return STATUS_OK;
	}
	if (!try_header(reader, 0))
		return error_set(error, STATUS_INVALID, "%s: no data", source_name(reader->source));
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
	const struct cell *header = csv_reader_header(reader->csv, &count);
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
	sum = words_contain("|total|totals|grand total|subtotal|sub total|sum|summe|gesamt|"
			    "gesamtsumme|totaal|eindtotaal|total general|",
		text_fold_name(&arena, title->text, title->length));
	arena_clear(&arena);
	return sum;
}
