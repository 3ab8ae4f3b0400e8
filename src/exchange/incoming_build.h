/* SPDX-License-Identifier: MIT */
/* What the JSON and the CSV side of reading records share. Private to src/exchange. */
#ifndef ROLLOUT_EXCHANGE_INCOMING_BUILD_H
#define ROLLOUT_EXCHANGE_INCOMING_BUILD_H

#include "rollout/exchange/incoming.h"
#include "json_tree.h"
#include "raci_sheet.h"
#include "row_reader.h"
#include "sheet_columns.h"

enum { LISTS_DEEP = 4, MAPPINGS = 96, IGNORED_MAX = 32, NOTES_MOST = 16, NAME_PARTS = 3 };

/* A list of records that the reader is inside of. */
struct incoming_list {
	const struct type *type; /* NULL: the document itself, or one phase whose members are read
				    one by one */
	const struct nested *nested; /* of a list inside a phase */
	const char *parent; /* that phase, as the file calls it */
};

struct incoming_reader {
	struct source *source;
	struct incoming_options options;
	bool own; /* a document with "format" */
	enum { FORM_CSV, FORM_VALUES, FORM_RACI, FORM_LINES, FORM_ARRAY, FORM_DOCUMENT } form;
	struct json_reader *json;
	cJSON *tree; /* of the current record, which borrows from it; NULL: none */
	struct row_reader *rows;
	bool begun, ended;
	struct mapping *mappings[MAPPINGS];
	struct incoming incoming;
	struct arena arena; /* of the current record */
	struct arena lasting;
	const char *name_parts[NAME_PARTS]; /* of the current record, where the file has them
					       apart */
	size_t element;
	const char *audience;
	struct {
		const char *name;
		int64_t count;
	} ignored[IGNORED_MAX];
	size_t ignored_count;
	const char *notes[NOTES_MOST]; /* what of the layout was passed over or joined */
	size_t note_count;
	enum date_order dates; /* of the value at hand */
	bool noted; /* what the workbook has to say */
	int64_t sums, wrapped; /* rows of totals left out; cells over several lines joined */
	int64_t unusable; /* links that ours cannot say: start to start, a share of the time */
	int64_t lagless; /* lags in per cent, taken as none */

	/* JSON documents: where we are. */
	bool versioned, listed;
	bool in_list;
	struct incoming_list list;
	bool in_phase;
	const char *phase; /* how the file calls the phase whose lists are read */
	const char
		*phase_list; /* the list of it that comes next, where its name was read already */

	/* CSV. */
	struct raci_sheet *raci; /* FORM_RACI */
	struct sheet *sheet; /* what its columns are; NULL: each is decided by its first value */
	size_t sheet_number; /* of a workbook: the sheet that is read */
	bool by_sheets; /* of a programme: every sheet that is called as a type */
	size_t sheets_passed; /* of those: all before it have been read */
	size_t sheet_start; /* the element that is its first row */
	const struct column *columns[CSV_COLUMNS_MAX]; /* of the row at hand; NULL: no value */
	const char *row_id; /* FORM_VALUES: of the record whose rows are read */
	const struct cell *cells;
	size_t cell_count;
};

struct mapping *incoming_mapping(struct incoming_reader *reader, const struct type *type);
/* Takes one text for the column: translated, parsed and put into the record, or a problem in
 * *error. */
enum status STATUS_CHECKED incoming_take_text(struct incoming_reader *reader,
	struct incoming *incoming, const struct column *column, const char *text, size_t length,
	struct error *error);
/* Takes one text for a column of any target but COLUMN_NESTED. */
enum status STATUS_CHECKED incoming_take_column(struct incoming_reader *reader,
	struct incoming *incoming, const struct column *column, const char *text, size_t length,
	struct error *error);
/* Texts of a milestone that become children: what it waits for, what would convince us. */
enum status STATUS_CHECKED incoming_take_predecessors(struct incoming_reader *reader,
	struct incoming *incoming, const struct column *column, const char *text,
	struct error *error);
enum status STATUS_CHECKED incoming_take_criteria(struct incoming_reader *reader,
	struct incoming *incoming, const char *text, struct error *error);
/* What holds once all columns are there: the parts of a name joined. */
enum status STATUS_CHECKED incoming_complete(
	struct incoming_reader *reader, struct incoming *incoming, struct error *error);
struct incoming *incoming_add_child(
	struct incoming_reader *reader, struct incoming *incoming, const struct nested *nested);
/* Whether other programs put the list of their records into a member of that name. */
bool incoming_is_wrapper(const char *name);
void incoming_ignore(struct incoming_reader *reader, const char *name);

/* Something about the layout that whoever imports should know; kept for the end. */
void incoming_note(struct incoming_reader *reader, const char *format, ...) PRINTF_LIKE(2, 3);
/* What was counted since the last time becomes notes. */
void incoming_note_counts(struct incoming_reader *reader);
/* Opens a sheet at its header: the first line with two known names; where none has two, the first
 * line. */
enum status STATUS_CHECKED incoming_layout_open(
	struct incoming_reader *reader, struct error *error);
/* Whether the sheet has a header with two known names (of a programme: the one of its values). */
bool incoming_layout_fits(struct incoming_reader *reader);
/* Settles reader->sheet where the source is a workbook. */
enum status STATUS_CHECKED incoming_sheet_choose(
	struct incoming_reader *reader, struct error *error);
/* Sets reader->by_sheets where the workbook holds a programme, a sheet a type. */
enum status STATUS_CHECKED incoming_sheet_begin(
	struct incoming_reader *reader, struct error *error);
/* Opens the next sheet that is called as a type, which becomes the one that is read. */
enum status STATUS_CHECKED incoming_sheet_next(
	struct incoming_reader *reader, bool *found, struct error *error);
/* What only workbooks have and was met in the rows. */
void incoming_sheet_note(struct incoming_reader *reader);
/* One error at the header where no column can give a record its name, instead of one a row. */
enum status STATUS_CHECKED incoming_layout_check(
	struct incoming_reader *reader, struct error *error);
/* Opens the sheet with its header behind so many lines; false where there are not so many, or the
 * beginning cannot be read again. */
bool incoming_layout_try(struct incoming_reader *reader, size_t titles);
/* Whether the header has nothing but the dictionary's names. */
bool incoming_layout_is_own(const struct cell *header, size_t count, const struct type *type);
/* Whether the folded word heads a sum. */
bool incoming_layout_sums(const char *folded);
/* Whether the row is a sum of those above it. */
bool incoming_layout_is_sum(const struct incoming *incoming);

enum status STATUS_CHECKED incoming_document_next(struct incoming_reader *reader,
	struct problems *problems, bool *found, struct error *error);
enum status STATUS_CHECKED incoming_csv_open(struct incoming_reader *reader, struct error *error);
enum status STATUS_CHECKED incoming_csv_next(struct incoming_reader *reader,
	struct problems *problems, bool *found, struct error *error);
/* Whether the CSV is a programme, a row a value. */
bool incoming_values_fit(const struct incoming_reader *reader);
enum status STATUS_CHECKED incoming_values_next(struct incoming_reader *reader,
	struct problems *problems, bool *found, struct error *error);
/* One element of JSON into reader->incoming: reader->tree, which stands in the file as text. */
void incoming_json_element(struct incoming_reader *reader, const struct type *type,
	const char *text, size_t length, struct place place, const char *pointer,
	struct problems *problems);

#endif
