/* SPDX-License-Identifier: MIT */
/* What the JSON and the CSV side of the draft reader share. Private to src/exchange. */
#ifndef ROLLOUT_EXCHANGE_INCOMING_BUILD_H
#define ROLLOUT_EXCHANGE_INCOMING_BUILD_H

#include "rollout/exchange/csv_reader.h"
#include "rollout/exchange/incoming.h"
#include "json_tree.h"

enum { LISTS_DEEP = 4, MAPPINGS = 96, IGNORED_MAX = 32 };

/* A list of records that the reader is inside of. */
struct draft_list {
	const struct type *type; /* NULL: the document itself, or one phase whose members are read
				    one by one */
	const struct nested *nested; /* of a list inside a phase */
	const char *parent; /* that phase, as the file calls it */
};

struct draft_reader {
	struct source *source;
	struct draft_options options;
	bool own; /* a document with "format" */
	enum { FORM_CSV, FORM_VALUES, FORM_LINES, FORM_ARRAY, FORM_DOCUMENT } form;
	struct json_reader *json;
	cJSON *tree; /* of the current draft, which borrows from it; NULL: none */
	struct csv_reader *csv;
	bool begun, ended;
	struct mapping *mappings[MAPPINGS];
	struct draft draft;
	struct arena arena; /* of the current draft */
	struct arena lasting;
	const char *first_name,
		*last_name; /* of the current record, where the file has them apart */
	size_t element;
	const char *audience;
	struct {
		const char *name;
		int64_t count;
	} ignored[IGNORED_MAX];
	size_t ignored_count;

	/* JSON documents: where we are. */
	bool versioned, listed;
	bool in_list;
	struct draft_list list;
	bool in_phase;
	const char *phase; /* how the file calls the phase whose lists are read */
	const char
		*phase_list; /* the list of it that comes next, where its name was read already */

	/* CSV. */
	const struct column *columns[CSV_COLUMNS_MAX];
	const char *row_id; /* FORM_VALUES: of the record whose rows are read */
	const struct cell *cells;
	size_t cell_count;
};

struct mapping *draft_mapping(struct draft_reader *reader, const struct type *type);
/* Takes one text for the column: translated, parsed and put into the record, or a problem in
 * *error. */
enum status STATUS_CHECKED draft_take_text(struct draft_reader *reader, struct draft *draft,
	const struct column *column, const char *text, size_t length, struct error *error);
/* Takes one text for a column of any target but COLUMN_NESTED. */
enum status STATUS_CHECKED draft_take_column(struct draft_reader *reader, struct draft *draft,
	const struct column *column, const char *text, size_t length, struct error *error);
/* What holds once all columns are there: first and last name joined. */
enum status STATUS_CHECKED draft_complete(
	struct draft_reader *reader, struct draft *draft, struct error *error);
struct draft *draft_add_child(
	struct draft_reader *reader, struct draft *draft, const struct nested *nested);
void draft_ignore(struct draft_reader *reader, const char *name);

enum status STATUS_CHECKED draft_json_next(
	struct draft_reader *reader, struct problems *problems, bool *found, struct error *error);
enum status STATUS_CHECKED draft_csv_open(struct draft_reader *reader, struct error *error);
enum status STATUS_CHECKED draft_csv_next(
	struct draft_reader *reader, struct problems *problems, bool *found, struct error *error);
/* Whether the CSV is a programme, a row a value. */
bool draft_values_fit(const struct draft_reader *reader);
enum status STATUS_CHECKED draft_values_next(
	struct draft_reader *reader, struct problems *problems, bool *found, struct error *error);
/* One element of JSON into reader->draft: reader->tree, which stands in the file as text. */
void draft_json_element(struct draft_reader *reader, const struct type *type, const char *text,
	size_t length, struct place place, const char *pointer, struct problems *problems);

#endif
