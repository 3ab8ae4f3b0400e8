/* SPDX-License-Identifier: MIT */
/*
 * Reading a RACI. All of it is read before anything is handed out: one activity and role may stand
 * in several cells, whose letters belong together. Must not guess what a cross means, nor take a
 * line that heads a section for an activity.
 */
#include "raci_sheet.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "incoming_build.h"
#include "raci_letters.h"
#include "rollout/base/text.h"
#include "source_window.h"
#include "word_fold.h"

enum { TITLES_MOST = 30, PAIRS_MOST = 20000, LETTERS_LONGEST = 2 };

enum layout { LAYOUT_NONE, LAYOUT_LIST, LAYOUT_BY_LETTER, LAYOUT_MATRIX, LAYOUT_TURNED };

/* One activity and one role. */
struct pair {
	const char *activity, *role;
	const char *cell; /* as it stands there, for the rejects */
	size_t column;
	struct place place;
	uint64_t hash; /* of both names, folded */
	unsigned int letters;
	const char *fault; /* NULL: good */
};

struct raci_sheet {
	enum layout layout;
	size_t activity, role, letter; /* columns */
	bool is_role[CSV_COLUMNS_MAX]; /* matrix: the columns with letters */
	unsigned int heads[CSV_COLUMNS_MAX]; /* by letter: the letter that each column stands for */
	struct pair *pairs;
	size_t count, next;
	int64_t sections, legends, reduced, supports, repeated;
	const char *above; /* list: the activity of the row above */
	struct cell cells[CSV_COLUMNS_MAX]; /* the row of the pair at hand, for the rejects */
	struct column heading; /* of the places in the header that were read */
	struct arena arena;
};

static int
field_of(const struct incoming_reader *reader, const char *folded)
{
	int rank;
	int field = synonym_find(reader->options.type, folded, &rank);

	return field >= 0 ? field : type_field_index(reader->options.type, folded);
}

/* What the header's names are, as far as names tell. */
static enum layout
look_at_header(struct incoming_reader *reader, struct raci_sheet *sheet, bool corner)
{
	const struct type *type = reader->options.type;
	size_t count, named = 0, first = CSV_COLUMNS_MAX, letters = 0;
	const struct cell *header = row_reader_header(reader->rows, &count);
	int fields[3] = { type_field_index(type, "activity"), type_field_index(type, "role"),
		type_field_index(type, "letters") };
	size_t places[3] = { CSV_COLUMNS_MAX, CSV_COLUMNS_MAX, CSV_COLUMNS_MAX };

	if (incoming_layout_is_own(header, count, type))
		return LAYOUT_NONE;
	for (size_t i = 0; i < count; i++) {
		const char *folded =
			text_fold_name(&sheet->arena, header[i].text, header[i].length);
		int field = field_of(reader, folded);

		sheet->heads[i] = raci_letters_heading(folded);
		letters += sheet->heads[i] != 0;
		if (first == CSV_COLUMNS_MAX && (*folded || corner) &&
			!synonym_numbers(*folded ? folded : "-"))
			first = i;
		named += *folded != '\0';
		for (int k = 0; k < 3; k++)
			if (field == fields[k] && places[k] == CSV_COLUMNS_MAX)
				places[k] = i;
	}
	sheet->activity = places[0];
	sheet->role = places[1];
	sheet->letter = places[2];
	if (places[0] < count && places[1] < count && places[2] < count)
		return LAYOUT_LIST;
	if (places[0] < count && letters >= 2)
		return LAYOUT_BY_LETTER;
	if (first < count && named >= 2 && first == places[1] && places[0] == CSV_COLUMNS_MAX) {
		sheet->activity = first;
		return LAYOUT_TURNED;
	}
	if (first >= count || named < 2 ||
		(first != places[0] && !(corner && !*header[first].text)))
		return LAYOUT_NONE;
	sheet->activity = first;
	return LAYOUT_MATRIX;
}

/* Columns whose values are letters are roles; others are something else that is kept out. */
static size_t
find_roles(struct incoming_reader *reader, struct raci_sheet *sheet, size_t titles)
{
	size_t good[CSV_COLUMNS_MAX] = { 0 }, bad[CSV_COLUMNS_MAX] = { 0 }, columns, count,
	       roles = 0;
	const struct cell *cells;
	bool row_only = false;
	struct error error;
	enum status status;

	(void)row_reader_header(reader->rows, &columns);
	do {
		status = row_reader_next(reader->rows, &cells, &count, &row_only, &error);
		for (size_t i = 0; status == STATUS_OK && i < count; i++) {
			unsigned int letters;

			if (cells[i].length == 0 || i == sheet->activity)
				continue;
			if (raci_letters_read(cells[i].text, &letters) == RACI_NOT)
				bad[i]++;
			else
				good[i]++;
		}
	} while (status == STATUS_OK ? count > 0 : row_only);
	for (size_t i = 0; i < columns; i++) {
		sheet->is_role[i] = good[i] > 0 && good[i] >= bad[i];
		roles += sheet->is_role[i];
	}
	return incoming_layout_try(reader, titles) ? roles : 0;
}

/* The first line that is the header of one of the layouts; by its name, else by an empty corner. */
static enum layout
find_layout(struct incoming_reader *reader, struct raci_sheet *sheet)
{
	for (int corner = 0; corner < 2; corner++)
		for (size_t titles = 0;
			titles <= TITLES_MOST && incoming_layout_try(reader, titles); titles++) {
			enum layout layout = look_at_header(reader, sheet, corner == 1);

			if (layout == LAYOUT_NONE)
				continue;
			if (layout >= LAYOUT_MATRIX && find_roles(reader, sheet, titles) == 0)
				continue;
			if (titles > 0)
				incoming_note(reader, "%s above the header %s skipped",
					text_quantity(
						&reader->lasting, (int64_t)titles, "line", NULL),
					titles == 1 ? "was" : "were");
			return layout;
		}
	return LAYOUT_NONE;
}

static const char *
keep(struct raci_sheet *sheet, const char *text, size_t length)
{
	while (length > 0 && strchr(" \t\n", text[length - 1]))
		length--;
	while (length > 0 && strchr(" \t\n", *text)) {
		text++;
		length--;
	}
	return arena_copy(&sheet->arena, text, length);
}

/* A word that somebody said the meaning of: --map x=R. */
static bool
find_choice(const struct incoming_reader *reader, const char *text, unsigned int *letters)
{
	for (size_t i = 0; i < reader->options.choice_count; i++)
		if (strcasecmp(reader->options.choices[i].column, text) == 0 &&
			raci_letters_read(reader->options.choices[i].field, letters) <=
				RACI_NOTHING)
			return true;
	return false;
}

static const char *
name_fault(struct raci_sheet *sheet, enum raci_read read, const char *cell)
{
	return read == RACI_UNCLEAR
		       ? arena_format(&sheet->arena,
				 "letters: \"%.20s\" says that somebody takes part, not how; say "
				 "which "
				 "letter it is with --map \"%.20s=LETTER\", R, A, C or I, or - for "
				 "none",
				 cell, cell)
		       : arena_format(&sheet->arena,
				 "letters must be one of R, A, A/R, C, I, not \"%.40s\"", cell);
}

/* The pair of the two names, new or met before. */
static struct pair *
find_pair(struct raci_sheet *sheet, const char *activity, const char *role, bool *fresh)
{
	const char *both = arena_format(&sheet->arena, "%s\n%s",
		text_fold(&sheet->arena, activity, strlen(activity)),
		text_fold(&sheet->arena, role, strlen(role)));
	uint64_t hash = text_hash(both, strlen(both));
	struct pair *pair;

	*fresh = false;
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->pairs[i].hash == hash)
			return &sheet->pairs[i];
	if (sheet->count == PAIRS_MOST)
		return NULL;
	*fresh = true;
	sheet->pairs = array_grow(sheet->pairs, sheet->count, sizeof *sheet->pairs);
	pair = &sheet->pairs[sheet->count++];
	*pair = (struct pair){ .activity = activity, .role = role, .hash = hash };
	return pair;
}

static enum status
add_pair(struct incoming_reader *reader, struct raci_sheet *sheet, const char *activity,
	const char *role, size_t column, const struct cell *cell, unsigned int letters,
	enum raci_read read, struct error *error)
{
	bool fresh;
	struct pair *pair = find_pair(sheet, activity, role, &fresh);

	if (!pair)
		return error_set(error, STATUS_INVALID, "%s: more than %d letters",
			source_name(reader->source), PAIRS_MOST);
	if (fresh) {
		pair->column = column;
		pair->place = cell->place;
		pair->cell = arena_copy(&sheet->arena, cell->text, cell->length);
	} else
		sheet->repeated += (pair->letters & letters) == letters;
	pair->letters |= letters;
	if (read == RACI_UNCLEAR || read == RACI_NOT)
		pair->fault = name_fault(sheet, read, cell->text);
	return STATUS_OK;
}

static enum status
add_cell(struct incoming_reader *reader, struct raci_sheet *sheet, const char *activity,
	const char *role, size_t column, const struct cell *cell, struct error *error)
{
	unsigned int letters = 0;
	enum raci_read read = raci_letters_read(cell->text, &letters);

	if ((read == RACI_UNCLEAR || read == RACI_NOT) && find_choice(reader, cell->text, &letters))
		read = letters ? RACI_READ : RACI_NOTHING;
	sheet->heading.count++;
	return read == RACI_NOTHING ? STATUS_OK
				    : add_pair(reader, sheet, activity, role, column, cell, letters,
					      read, error);
}

/* "Ann Lee; Team coach / Ops": each of them has the column's letter. */
static enum status
add_names(struct incoming_reader *reader, struct raci_sheet *sheet, const char *activity,
	size_t column, const struct cell *cell, struct error *error)
{
	enum status status = STATUS_OK;

	for (const char *at = cell->text; *at && status == STATUS_OK;) {
		size_t length = strcspn(at, ";,/\n&");
		const char *name = keep(sheet, at, length);

		if (*name && strcmp(name, "-") != 0)
			status = add_pair(reader, sheet, activity, name, column, cell,
				sheet->heads[column], RACI_READ, error);
		at += length + (at[length] != '\0');
	}
	return status;
}

static enum status
take_matrix_row(struct incoming_reader *reader, struct raci_sheet *sheet, const struct cell *cells,
	size_t count, const char *name, struct error *error)
{
	size_t columns;
	const struct cell *header = row_reader_header(reader->rows, &columns);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count && status == STATUS_OK; i++) {
		const char *head;

		if (!sheet->is_role[i] || cells[i].length == 0)
			continue;
		head = keep(sheet, header[i].text, header[i].length);
		status = sheet->layout == LAYOUT_TURNED
				 ? add_cell(reader, sheet, head, name, i, &cells[i], error)
				 : add_cell(reader, sheet, name, head, i, &cells[i], error);
	}
	return status;
}

static enum status
take_letter_row(struct incoming_reader *reader, struct raci_sheet *sheet, const struct cell *cells,
	size_t count, const char *name, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		if (sheet->heads[i] && i != sheet->activity && cells[i].length > 0)
			status = add_names(reader, sheet, name, i, &cells[i], error);
	return status;
}

static bool
has_content(const struct raci_sheet *sheet, const struct cell *cells, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool counts = sheet->layout == LAYOUT_LIST ? i == sheet->role || i == sheet->letter
			      : sheet->layout == LAYOUT_BY_LETTER
				      ? sheet->heads[i] && i != sheet->activity
				      : sheet->is_role[i];

		if (counts && cells[i].length > 0)
			return true;
	}
	return false;
}

/* "R" and "Responsible" below the matrix explain the letters; sums, whose word may stand left of
 * the activities, are none either. */
static bool
is_legend(struct raci_sheet *sheet, const struct cell *cells, size_t count, const char *name)
{
	unsigned int letters;

	if (*name && strlen(name) <= LETTERS_LONGEST &&
		raci_letters_read(name, &letters) == RACI_READ)
		return true;
	for (size_t i = 0; i < count && i <= sheet->activity; i++)
		if (incoming_layout_sums(
			    text_fold_name(&sheet->arena, cells[i].text, cells[i].length)))
			return true;
	return false;
}

static enum status
take_row(struct incoming_reader *reader, struct raci_sheet *sheet, const struct cell *cells,
	size_t count, struct error *error)
{
	const struct cell *cell = sheet->activity < count ? &cells[sheet->activity] : NULL;
	const char *name = cell ? keep(sheet, cell->text, cell->length) : "";

	if (!has_content(sheet, cells, count)) {
		sheet->sections++;
		return STATUS_OK;
	}
	if (is_legend(sheet, cells, count, name)) {
		sheet->legends++;
		return STATUS_OK;
	}
	/* Merged cells: the rows of one activity, or its continuation. */
	if (*name)
		sheet->above = name;
	if (!sheet->above)
		return error_set(error, STATUS_INVALID,
			"%s:%" PRIu64 ": letters without an activity", source_name(reader->source),
			cells[0].place.line);
	if (sheet->layout == LAYOUT_BY_LETTER)
		return take_letter_row(reader, sheet, cells, count, sheet->above, error);
	if (sheet->layout != LAYOUT_LIST)
		return take_matrix_row(reader, sheet, cells, count, sheet->above, error);
	if (sheet->role >= count || sheet->letter >= count || cells[sheet->role].length == 0 ||
		cells[sheet->letter].length == 0)
		return error_set(error, STATUS_INVALID,
			"%s:%" PRIu64 ": a row needs an activity, a role and a letter",
			source_name(reader->source), cells[0].place.line);
	return add_cell(reader, sheet, sheet->above,
		keep(sheet, cells[sheet->role].text, cells[sheet->role].length), sheet->letter,
		&cells[sheet->letter], error);
}

/* What was read as what, for the report: roles, letters; the rest is kept out. */
static enum status
report_columns(struct incoming_reader *reader, struct raci_sheet *sheet, const int64_t *filled,
	struct error *error)
{
	struct mapping *mapping = incoming_mapping(reader, reader->options.type);
	size_t count;
	const struct cell *header = row_reader_header(reader->rows, &count);

	for (size_t i = 0; i < count; i++) {
		bool known =
			i == sheet->activity ||
			(sheet->layout == LAYOUT_LIST && (i == sheet->role || i == sheet->letter));
		bool role = sheet->layout == LAYOUT_BY_LETTER ? sheet->heads[i] != 0 && !known
							      : sheet->is_role[i];
		struct column *column;
		enum status status;

		if (filled[i] == 0 || (known && header[i].length == 0))
			continue;
		status = mapping_settle(mapping, header[i].text, NULL, &column, error);
		if (status != STATUS_OK)
			return status;
		if (role && column->count > 0)
			return error_set(error, STATUS_INVALID,
				"%s:%" PRIu64 ":%" PRIu64 ": column \"%.60s\" stands twice",
				source_name(reader->source), header[i].place.line,
				header[i].place.column, header[i].text);
		column->target = known                             ? COLUMN_FIELD
				 : role                            ? COLUMN_ROLE
				 : column->target == COLUMN_NUMBER ? COLUMN_NUMBER
								   : COLUMN_IGNORED;
		if (known)
			column->field = type_field_index(reader->options.type,
				i == sheet->activity && sheet->layout != LAYOUT_TURNED ? "activity"
				: sheet->layout == LAYOUT_LIST && i == sheet->letter   ? "letters"
										       : "role");
		column->count += filled[i];
	}
	return STATUS_OK;
}

static void
note_rows(struct incoming_reader *reader, const struct raci_sheet *sheet)
{
	struct arena *arena = &reader->lasting;

	if (sheet->sections > 0)
		incoming_note(reader, "%s without a letter %s skipped",
			text_quantity(arena, sheet->sections, "line", NULL),
			sheet->sections == 1 ? "was" : "were");
	if (sheet->legends > 0)
		incoming_note(reader, "%s skipped",
			text_quantity(arena, sheet->legends, "line of a legend or sum was",
				"lines of a legend or sum were"));
	if (sheet->repeated > 0)
		incoming_note(reader, "%s what another says",
			text_quantity(arena, sheet->repeated, "cell repeats", "cells repeat"));
	if (sheet->supports > 0)
		incoming_note(reader, "%s taken for C: whoever supports is consulted",
			text_quantity(arena, sheet->supports, "S was", "cells with S were"));
	if (sheet->reduced > 0)
		incoming_note(reader, "%s more than one letter; the strongest was kept",
			text_quantity(arena, sheet->reduced, "cell holds", "cells hold"));
}

static enum status
read_rows(struct incoming_reader *reader, struct raci_sheet *sheet, struct error *error)
{
	int64_t filled[CSV_COLUMNS_MAX] = { 0 };
	const struct cell *cells;
	size_t count = 0;
	bool row_only;
	enum status status;

	do {
		status = row_reader_next(reader->rows, &cells, &count, &row_only, error);
		for (size_t i = 0; status == STATUS_OK && i < count; i++)
			filled[i] += cells[i].length > 0;
		if (status == STATUS_OK && count > 0)
			status = take_row(reader, sheet, cells, count, error);
	} while (status == STATUS_OK && count > 0);
	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < sheet->count; i++) {
		bool reduced;

		(void)raci_letters_keep(sheet->pairs[i].letters, &reduced);
		sheet->reduced += reduced;
		sheet->supports += sheet->pairs[i].letters == RACI_S;
	}
	note_rows(reader, sheet);
	return report_columns(reader, sheet, filled, error);
}

bool
raci_sheet_fits(struct incoming_reader *reader)
{
	struct raci_sheet *sheet = memory_new(1, sizeof *sheet);
	size_t notes = reader->note_count;
	bool fits = find_layout(reader, sheet) != LAYOUT_NONE;

	reader->note_count = notes;
	raci_sheet_free(sheet);
	row_reader_close(reader->rows);
	reader->rows = NULL;
	return fits;
}

enum status
raci_sheet_open(struct incoming_reader *reader, struct raci_sheet **out, struct error *error)
{
	struct raci_sheet *sheet = memory_new(1, sizeof *sheet);
	enum status status = STATUS_OK;

	*out = NULL;
	sheet->layout = find_layout(reader, sheet);
	if (sheet->layout != LAYOUT_NONE)
		status = read_rows(reader, sheet, error);
	if (status == STATUS_OK && sheet->layout != LAYOUT_NONE && sheet->count > 0)
		*out = sheet;
	else
		raci_sheet_free(sheet);
	/* It is read as a table then. */
	if (!*out)
		(void)incoming_layout_try(reader, 0);
	return status;
}

void
raci_sheet_free(struct raci_sheet *sheet)
{
	if (!sheet)
		return;
	free(sheet->pairs);
	arena_clear(&sheet->arena);
	free(sheet);
}

/* The row as it would stand in the sheet with nothing else in it. */
static void
show_row(struct incoming_reader *reader, struct raci_sheet *sheet, const struct pair *pair)
{
	size_t count;
	bool turned = sheet->layout == LAYOUT_TURNED;

	(void)row_reader_header(reader->rows, &count);
	for (size_t i = 0; i < count; i++)
		sheet->cells[i] = (struct cell){ "", 0, pair->place };
	sheet->cells[sheet->activity].text = turned ? pair->role : pair->activity;
	if (sheet->layout == LAYOUT_LIST)
		sheet->cells[sheet->role].text = pair->role;
	sheet->cells[pair->column].text =
		sheet->layout == LAYOUT_BY_LETTER ? pair->role : pair->cell;
	for (size_t i = 0; i < count; i++)
		sheet->cells[i].length = strlen(sheet->cells[i].text);
	reader->cells = sheet->cells;
	reader->cell_count = count;
}

enum status
raci_sheet_next(struct incoming_reader *reader, struct raci_sheet *sheet, struct problems *problems,
	bool *found, struct error *error)
{
	struct incoming *incoming = &reader->incoming;
	const struct type *type = reader->options.type;
	const struct pair *pair = &sheet->pairs[sheet->next];
	const char *texts[3];
	const char *const names[3] = { "activity", "role", "letters" };
	struct error inner;
	bool reduced;

	(void)error;
	*found = sheet->next < sheet->count;
	if (!*found)
		return STATUS_OK;
	memset(incoming, 0, sizeof *incoming);
	record_init(&incoming->record, type);
	incoming->pointer = "";
	incoming->element = sheet->next++;
	incoming->place = pair->place;
	show_row(reader, sheet, pair);
	texts[0] = pair->activity;
	texts[1] = pair->role;
	texts[2] = raci_letters_keep(pair->letters, &reduced);
	for (int i = 0; i < 3; i++) {
		const struct column column = { .target = COLUMN_FIELD,
			.field = type_field_index(type, names[i]) };

		if (pair->fault && i == 2)
			(void)error_set(&inner, STATUS_INVALID, "%s", pair->fault);
		else if (incoming_take_text(reader, incoming, &column, texts[i], strlen(texts[i]),
				 &inner) == STATUS_OK)
			continue;
		incoming->invalid = true;
		problems_add(problems, source_name(reader->source), pair->place, "", "%s",
			inner.message);
	}
	return STATUS_OK;
}
