/* SPDX-License-Identifier: MIT */
/*
 * CSV in, row by row, over the window of a source. Does not know what columns mean. A row is
 * copied, unquoted, into one piece of memory whose cells are found by offset until it is complete,
 * because it may move while it grows; the window itself keeps nothing.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "bytes.h"
#include "rollout/base/text.h"
#include "row.h"
#include "source_window.h"

_Static_assert(
	(int)CSV_ROW_LIMIT <= (int)SOURCE_KEEP_LIMIT, "the first line must fit into the window");

enum { SEPARATOR_LENGTH = sizeof "sep=;" - 1 };

struct csv_reader {
	struct source *source;
	const char *at; /* the next byte; in the window */
	char delimiter;
	struct row row;
	struct row header;
};

static enum status
fail_at(const struct csv_reader *reader, struct place place, struct error *error, const char *words)
{
	return error_set(error, STATUS_INVALID, "%s:%" PRIu64 ":%" PRIu64 ": %s",
		source_name(reader->source), place.line, place.column, words);
}

static bool
is_past_end(const struct csv_reader *reader)
{
	return reader->at == reader->source->end;
}

/* Has at least count bytes in the window unless the data ends before; then NULs stand there. */
static enum status
ensure(struct csv_reader *reader, size_t count, struct error *error)
{
	enum status status = STATUS_OK;

	while (status == STATUS_OK && (size_t)(reader->source->end - reader->at) < count &&
		!reader->source->ended)
		status = source_refill(reader->source, NULL, &reader->at, error);
	return status;
}

/* Bytes from at up to the first a or b, or to the window's end. */
static size_t
find_stop(const struct csv_reader *reader, char a, char b)
{
	const char *at = reader->at, *end = reader->source->end;

	for (; at < end; at += 8) {
		uint64_t word = bytes_load(at);
		uint64_t stops =
			bytes_equal(word, (unsigned char)a) | bytes_equal(word, (unsigned char)b);

		if (stops) {
			at += bytes_first(stops);
			break;
		}
	}
	return (size_t)((at < end ? at : end) - reader->at);
}

/* Takes count bytes into the row. */
static enum status
take(struct csv_reader *reader, struct row *row, size_t count, struct error *error)
{
	if (row->text.length + count > CSV_ROW_LIMIT)
		return fail_at(reader, row->cells[row->count].place, error,
			"the row is larger than 1 MiB; is a quote not closed?");
	buffer_append(&row->text, reader->at, count);
	reader->at += count;
	return STATUS_OK;
}

/* Up to the delimiter or line break that ends the cell. */
static enum status
take_plain(struct csv_reader *reader, struct row *row, struct error *error)
{
	enum status status;

	do {
		status = take(reader, row, find_stop(reader, reader->delimiter, '\n'), error);
		if (status == STATUS_OK)
			status = ensure(reader, 1, error);
	} while (status == STATUS_OK && !is_past_end(reader) && *reader->at != reader->delimiter &&
		 *reader->at != '\n');
	return status;
}

/* From behind the opening quote to behind the closing one; *returns counts the CRs left out of
 * line breaks. */
static enum status
take_quoted(struct csv_reader *reader, struct row *row, size_t *returns, struct error *error)
{
	for (;;) {
		enum status status = take(reader, row, find_stop(reader, '"', '\r'), error);
		char stop, next;

		if (status == STATUS_OK)
			status = ensure(reader, 2, error);
		if (status != STATUS_OK)
			return status;
		if (is_past_end(reader))
			return fail_at(reader, row->cells[row->count].place, error,
				"a quote that is never closed");
		stop = *reader->at;
		next = reader->at[1];
		if (stop == '"' && next != '"') {
			reader->at++;
			return STATUS_OK;
		}
		if (stop == '\r' && next == '\n')
			++*returns;
		/* the second quote, or the line feed, is taken in place of both */
		if ((stop == '"' && next == '"') || (stop == '\r' && next == '\n'))
			reader->at++;
		status = take(reader, row, 1, error);
		if (status != STATUS_OK)
			return status;
	}
}

/* The end of a quoted cell must be the cell's end; what stands there instead is passed over. */
static enum status
check_behind_quote(struct csv_reader *reader, struct row *row, struct error *error)
{
	size_t length = row->text.length;
	struct place place;
	enum status status = ensure(reader, 2, error);

	if (status != STATUS_OK || is_past_end(reader) || *reader->at == reader->delimiter ||
		*reader->at == '\n')
		return status;
	if (*reader->at == '\r' &&
		(reader->at[1] == '\n' || reader->at + 1 == reader->source->end)) {
		reader->at++;
		return STATUS_OK;
	}
	place = source_place(reader->source, reader->at);
	row_refuse(
		row, source_name(reader->source), place, "text behind the closing quote of a cell");
	status = take_plain(reader, row, error);
	row->text.length = length;
	return status;
}

/* Where in the file the byte at offset of a cell's text stands, which was written with quotes
 * and perhaps CRs that the text has not. */
static struct place
place_in_cell(const struct cell *cell, const char *text, size_t offset, bool quoted, size_t returns)
{
	struct place place = source_place_behind(cell->place, text, offset);
	bool same_line = place.line == cell->place.line;

	if (!quoted)
		return place;
	place.offset += 1 + (returns ? place.line - cell->place.line : 0);
	place.column += same_line;
	for (size_t i = 0; i < offset; i++)
		place.offset += text[i] == '"';
	for (size_t i = offset; i > 0 && text[i - 1] != '\n'; i--)
		place.column += text[i - 1] == '"';
	return place;
}

/* Checks the cell that was just taken and ends it with a NUL. */
static void
finish_cell(const struct csv_reader *reader, struct row *row, bool quoted, size_t returns)
{
	struct place place;
	size_t fault_at = 0;
	const char *text;
	enum text_fault fault = row_end_cell(row, &text, &fault_at);
	char words[128];

	if (fault == TEXT_GOOD)
		return;
	place = place_in_cell(&row->cells[row->count], text, fault_at, quoted, returns);
	snprintf(words, sizeof words, "%s (byte 0x%02X at offset %" PRIu64 ")",
		text_fault_name(fault), (unsigned char)text[fault_at], place.offset);
	row_refuse(row, source_name(reader->source), place, words);
}

static enum status
take_cell(struct csv_reader *reader, struct row *row, struct error *error)
{
	size_t offset = row->text.length, returns = 0;
	bool quoted;
	enum status status = ensure(reader, 1, error);

	if (status != STATUS_OK)
		return status;
	row_begin_cell(row, source_count_to(reader->source, reader->at));
	quoted = *reader->at == '"';
	reader->at += quoted;
	status =
		quoted ? take_quoted(reader, row, &returns, error) : take_plain(reader, row, error);
	if (status == STATUS_OK && quoted)
		status = check_behind_quote(reader, row, error);
	if (status != STATUS_OK)
		return status;
	if (!quoted && (is_past_end(reader) || *reader->at == '\n') && row->text.length > offset &&
		row->text.data[row->text.length - 1] == '\r')
		row->text.length--;
	finish_cell(reader, row, quoted, returns);
	return STATUS_OK;
}

/* One row of at most limit cells; row->count 0 at the end of the data. */
static enum status
take_row(struct csv_reader *reader, struct row *row, size_t limit, struct error *error)
{
	enum status status = ensure(reader, 1, error);
	bool more = !is_past_end(reader);

	row_reset(row);
	while (status == STATUS_OK && more) {
		status = take_cell(reader, row, error);
		if (status != STATUS_OK)
			break;
		if (row->count < limit)
			row->count++;
		else
			row_refuse(row, source_name(reader->source), row->cells[limit].place,
				limit == CSV_COLUMNS_MAX ? "more than 256 columns"
							 : "more cells than the header has");
		more = !is_past_end(reader) && *reader->at++ == reader->delimiter;
	}
	row_settle(row);
	return status;
}

/* The next row that is not blank. */
static enum status
take_filled_row(struct csv_reader *reader, struct row *row, size_t limit, struct error *error)
{
	enum status status;

	do
		status = take_row(reader, row, limit, error);
	while (status == STATUS_OK && row->count && !row->filled);
	return status;
}

/* The first of the candidates that is the most frequent in the first line, outside quotes; a
 * comma where there is none. */
static enum status
find_delimiter(struct csv_reader *reader, struct error *error)
{
	static const char candidates[] = ",;\t";
	const char *at = reader->at;
	size_t counts[sizeof candidates] = { 0 }, best = 0;
	bool quoted = false, begun = false;
	enum status status = STATUS_OK;

	while (status == STATUS_OK && !(*at == '\n' && begun && !quoted)) {
		const char *candidate;

		if (at == reader->source->end) {
			if (reader->source->ended || at - reader->at > CSV_ROW_LIMIT)
				break;
			status = source_refill(reader->source, &reader->at, &at, error);
			continue;
		}
		quoted = quoted != (*at == '"');
		begun = begun || (*at != '\n' && *at != '\r' && *at != ' ');
		candidate = *at ? strchr(candidates, *at) : NULL;
		if (candidate && !quoted)
			counts[candidate - candidates]++;
		at++;
	}
	for (size_t i = 1; candidates[i]; i++)
		if (counts[i] > counts[best])
			best = i;
	reader->delimiter = candidates[best];
	return status;
}

/* A first line "sep=;" says what stands between cells, as one spreadsheet tells another. */
static enum status
take_separator(struct csv_reader *reader, struct error *error)
{
	enum status status = ensure(reader, SEPARATOR_LENGTH + 2, error);
	const char *at = reader->at;

	if (status != STATUS_OK || strncasecmp(at, "sep=", SEPARATOR_LENGTH - 1) != 0 ||
		!at[SEPARATOR_LENGTH - 1] || !strchr(",;\t|", at[SEPARATOR_LENGTH - 1]) ||
		!strchr("\r\n", at[SEPARATOR_LENGTH]))
		return status;
	reader->delimiter = at[SEPARATOR_LENGTH - 1];
	reader->at += SEPARATOR_LENGTH;
	reader->at += *reader->at == '\r';
	reader->at += *reader->at == '\n';
	return STATUS_OK;
}

enum status
csv_reader_open(struct source *source, size_t titles, struct csv_reader **out, struct error *error)
{
	struct csv_reader *reader = memory_new(1, sizeof *reader);
	struct row *header = &reader->header;
	enum status status;

	*out = NULL;
	reader->source = source;
	status = source_unify_lines(source, error);
	reader->at = source->at;
	if (status == STATUS_OK)
		status = take_separator(reader, error);
	for (size_t i = 0; i < titles && status == STATUS_OK; i++)
		status = take_filled_row(reader, &reader->row, CSV_COLUMNS_MAX, error);
	if (status == STATUS_OK && !reader->delimiter)
		status = find_delimiter(reader, error);
	if (status == STATUS_OK)
		status = take_filled_row(reader, header, CSV_COLUMNS_MAX, error);
	if (status == STATUS_OK && header->refused) {
		*error = header->fault;
		status = header->fault.status;
	}
	if (status == STATUS_OK && !header->count)
		status = fail_at(reader, source_place(source, reader->at), error, "no data");
	if (status == STATUS_OK)
		*out = reader;
	else
		csv_reader_close(reader);
	return status;
}

void
csv_reader_close(struct csv_reader *reader)
{
	if (!reader)
		return;
	reader->source->at = reader->at;
	row_clear(&reader->row);
	row_clear(&reader->header);
	free(reader);
}

const struct cell *
csv_reader_header(const struct csv_reader *reader, size_t *count)
{
	*count = reader->header.count;
	return reader->header.cells;
}

enum status
csv_reader_next(struct csv_reader *reader, const struct cell **cells, size_t *count, bool *row_only,
	struct error *error)
{
	struct row *row = &reader->row;
	enum status status = take_filled_row(reader, row, reader->header.count, error);

	*row_only = status == STATUS_OK && row->refused;
	*cells = row->cells;
	*count = status == STATUS_OK ? row->count : 0;
	if (*row_only) {
		*error = row->fault;
		status = row->fault.status;
	}
	return status;
}
