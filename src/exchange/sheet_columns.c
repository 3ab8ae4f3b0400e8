/* SPDX-License-Identifier: MIT */
/*
 * Judging a sheet by its columns before any row is taken. Must not take a value: it counts, keeps a
 * few samples and lets the mapping decide.
 */
#include "sheet_columns.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"
#include "row_reader.h"
#include "value_reading.h"
#include "word_fold.h"

enum { MARKED_LONGEST = 48 }; /* a longer text is neither a day nor a number */

/* What all cells of a column told. */
struct evidence {
	const char *samples[SAMPLES_MOST];
	size_t sample_count;
	enum date_order dates;
	enum number_marks marks;
	uint64_t last; /* hash of the last value; 0: none yet */
	bool first; /* the first row has a value */
	bool blank; /* some later row has none */
	bool repeats; /* a value stands below itself */
};

struct judging {
	struct sheet *sheet;
	struct mapping *mapping;
	const struct cell *header;
	const char *name;
	struct evidence *evidence; /* one a column */
	struct buffer title; /* the row before, where only its first cell says something */
	struct arena arena;
};

/* A value once: a column of a thousand "Finance" has one sample. */
static void
keep_sample(struct judging *judging, struct evidence *evidence, const struct cell *cell)
{
	for (size_t i = 0; i < evidence->sample_count; i++)
		if (strcmp(evidence->samples[i], cell->text) == 0)
			return;
	if (evidence->sample_count < SAMPLES_MOST)
		evidence->samples[evidence->sample_count++] =
			arena_copy(&judging->arena, cell->text, cell->length);
}

static void
look_at_cell(struct judging *judging, size_t place, const struct cell *cell)
{
	struct evidence *evidence = &judging->evidence[place];
	struct sheet_column *column = &judging->sheet->columns[place];
	uint64_t hash;

	if (!cell || cell->length == 0) {
		evidence->blank = true;
		return;
	}
	hash = text_hash(cell->text, cell->length);
	column->filled++;
	evidence->first = evidence->first || judging->sheet->rows == 0;
	evidence->repeats = evidence->repeats || hash == evidence->last;
	if (hash == evidence->last)
		return;
	evidence->last = hash;
	if (evidence->sample_count < SAMPLES_MOST)
		keep_sample(judging, evidence, cell);
	if (cell->length <= MARKED_LONGEST)
		evidence->dates = date_words_judge(evidence->dates, cell->text);
	if (cell->length <= MARKED_LONGEST)
		evidence->marks = value_number_judge(evidence->marks, cell->text);
}

static void
look_at_cells(struct judging *judging, const struct cell *cells, size_t count)
{
	for (size_t i = 0; i < judging->sheet->count; i++)
		look_at_cell(judging, i, i < count ? &cells[i] : NULL);
	judging->sheet->rows++;
}

/* A board's groups each have the header again, below their title. */
static bool
repeats_header(const struct judging *judging, const struct cell *cells, size_t count)
{
	if (count < judging->sheet->count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (strcmp(cells[i].text, judging->header[i].text) != 0)
			return false;
	return true;
}

static void
skip(struct sheet *sheet, int64_t place)
{
	sheet->skipped = array_grow(sheet->skipped, sheet->skipped_count, sizeof *sheet->skipped);
	sheet->skipped[sheet->skipped_count++] = place;
}

/* Only its first cell says something. */
static bool
is_title(const struct cell *cells, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (cells[i].length > 0)
			return false;
	return count > 0 && cells[0].length > 0;
}

/* What looked like a title is a row like others: no header follows it. */
static void
look_at_title(struct judging *judging)
{
	struct cell title = { .text = judging->title.data };

	if (judging->title.length == 0)
		return;
	title.length = judging->title.length - 1;
	look_at_cells(judging, &title, 1);
	buffer_reset(&judging->title);
}

/* A row that may be a title waits for the next one. */
static void
look_at_row(struct judging *judging, const struct cell *cells, size_t count, int64_t place)
{
	struct sheet *sheet = judging->sheet;

	if (repeats_header(judging, cells, count)) {
		if (judging->title.length > 0)
			skip(sheet, place - 1);
		skip(sheet, place);
		buffer_reset(&judging->title);
		return;
	}
	look_at_title(judging);
	if (sheet->count > 1 && is_title(cells, count)) {
		buffer_append(&judging->title, cells[0].text, cells[0].length);
		buffer_append_char(&judging->title, '\0');
	} else
		look_at_cells(judging, cells, count);
}

static enum status
look_at_rows(struct judging *judging, struct row_reader *rows)
{
	const struct cell *cells;
	size_t count;
	bool row_only = false;
	struct error error;
	int64_t place = 0;
	enum status status;

	do {
		status = row_reader_next(rows, &cells, &count, &row_only, &error);
		if (status == STATUS_OK && count > 0)
			look_at_row(judging, cells, count, place);
		place++;
	} while (status == STATUS_OK ? count > 0 : row_only);
	look_at_title(judging);
	buffer_clear(&judging->title);
	return STATUS_OK;
}

bool
sheet_columns_skip(struct sheet *sheet, int64_t place)
{
	if (sheet->passed == sheet->skipped_count || sheet->skipped[sheet->passed] != place)
		return false;
	sheet->passed++;
	return true;
}

static enum status
fail_at_header(const struct judging *judging, size_t place, const char *words, struct error *error)
{
	const struct cell *cell = &judging->header[place];

	return error_set(error, STATUS_INVALID, "%s:%" PRIu64 ":%" PRIu64 ": %s", judging->name,
		cell->place.line, cell->place.column, words);
}

/* Some systems write a column once for each of several values: links and what is kept out may come
 * so, a field may not. */
static enum status
check_name(struct judging *judging, size_t place, struct error *error)
{
	const struct column *column = judging->sheet->columns[place].column;
	struct error message;

	if (column->target == COLUMN_IGNORED || column->target == COLUMN_LINKS ||
		column->target == COLUMN_CRITERIA || column->target == COLUMN_COMPUTED)
		return STATUS_OK;
	for (size_t i = 0; i < place; i++)
		if (judging->sheet->columns[i].column == column) {
			(void)error_set(&message, STATUS_INVALID, "column \"%.60s\" stands twice",
				judging->header[place].text);
			return fail_at_header(judging, place, message.message, error);
		}
	return STATUS_OK;
}

static enum status
settle_column(struct judging *judging, size_t place, enum date_order dates, struct error *error)
{
	const struct evidence *evidence = &judging->evidence[place];
	struct sheet_column *column = &judging->sheet->columns[place];
	const struct column_values values = { evidence->samples, evidence->sample_count };
	struct error inner;
	enum status status;

	if (column->filled == 0)
		return STATUS_OK;
	status = mapping_settle(
		judging->mapping, judging->header[place].text, &values, &column->column, &inner);
	if (status != STATUS_OK)
		return fail_at_header(judging, place, inner.message, error);
	column->column->dates = dates == DATES_UNKNOWN ? evidence->dates : dates;
	column->column->marks = evidence->marks;
	return check_name(judging, place, error);
}

/* Where blank cells may have been merged: what groups rows, left of what names them, with a value
 * in the first row and none that stands below itself. */
static void
find_merged(struct judging *judging)
{
	static const char groups[] = "|organisation|team|workstream|phase|function|activity|";
	const struct mapping *mapping = judging->mapping;
	const char *title = mapping->type->title;
	bool before = true;

	for (size_t i = 0; i < judging->sheet->count && before; i++) {
		const struct evidence *evidence = &judging->evidence[i];
		struct sheet_column *column = &judging->sheet->columns[i];
		const char *field;

		if (!column->column || column->column->target != COLUMN_FIELD)
			continue;
		field = mapping->type->fields[column->column->field].name;
		before = !title || strcmp(field, title) != 0;
		column->fills = before && word_fold_contains(groups, field) && evidence->first &&
				evidence->blank && !evidence->repeats;
	}
	/* Nothing names the rows to the right of it. */
	for (size_t i = 0; i < judging->sheet->count && before; i++)
		judging->sheet->columns[i].fills = false;
}

enum status
sheet_columns_judge(struct row_reader *rows, struct mapping *mapping, enum date_order dates,
	const char *name, struct sheet **out, struct error *error)
{
	struct sheet *sheet = memory_new(1, sizeof *sheet);
	struct judging judging = { .sheet = sheet, .mapping = mapping, .name = name };
	enum status status;

	judging.header = row_reader_header(rows, &sheet->count);
	judging.evidence = memory_new(sheet->count, sizeof *judging.evidence);
	status = look_at_rows(&judging, rows);
	for (size_t i = 0; i < sheet->count && status == STATUS_OK; i++)
		status = settle_column(&judging, i, dates, error);
	if (status == STATUS_OK && !mapping->own)
		find_merged(&judging);
	arena_clear(&judging.arena);
	free(judging.evidence);
	*out = sheet;
	if (status != STATUS_OK) {
		sheet_columns_free(sheet);
		*out = NULL;
	}
	return status;
}

void
sheet_columns_free(struct sheet *sheet)
{
	if (!sheet)
		return;
	for (size_t i = 0; i < sheet->count; i++)
		buffer_clear(&sheet->columns[i].above);
	free(sheet->skipped);
	free(sheet);
}

struct cell
sheet_columns_fill(struct sheet *sheet, size_t place, const struct cell *cell)
{
	struct sheet_column *column = &sheet->columns[place];
	struct cell filled = *cell;

	if (!column->fills)
		return filled;
	if (cell->length > 0) {
		buffer_reset(&column->above);
		buffer_append(&column->above, cell->text, cell->length);
		buffer_append_char(&column->above, '\0');
		return filled;
	}
	if (column->above.length == 0)
		return filled;
	filled.text = column->above.data;
	filled.length = column->above.length - 1;
	sheet->filled_down++;
	return filled;
}
