/* SPDX-License-Identifier: MIT */
/*
 * Records as they come out of somebody's file: typed, checked and translated field by field, with
 * references still as the text that the file has. One reader for all forms: our own documents, a
 * bare array, JSON Lines, CSV, a sheet of a workbook. What is wrong is collected with its place,
 * and reading goes on with the next record.
 */
#ifndef ROLLOUT_EXCHANGE_INCOMING_H
#define ROLLOUT_EXCHANGE_INCOMING_H

#include "rollout/exchange/csv_reader.h"
#include "rollout/exchange/date_words.h"
#include "rollout/exchange/mapping.h"
#include "rollout/exchange/source.h"

enum { PROBLEMS_KEPT = 20, NUMBERS_MOST = 2 };

struct problem {
	struct place place;
	const char *message; /* whole: "people.json:14:22: /stakeholders/3/influence: influence must
				be …" */
	const char *words; /* the end of message that says what is wrong: "influence must be …" */
};

/* The first PROBLEMS_KEPT by place, and how many there were. Start from {0}. */
struct problems {
	struct arena arena;
	struct problem kept[PROBLEMS_KEPT];
	size_t count;
};

/* pointer may be "" (CSV: the column's name stands in the message). */
void problems_add(struct problems *problems, const char *name, struct place place,
	const char *pointer, const char *format, ...) PRINTF_LIKE(5, 6);
/* A message that names its place already, in its first prefix bytes; place is only for the order.
 */
void problems_add_message(
	struct problems *problems, struct place place, const char *message, size_t prefix);
void problems_clear(struct problems *problems);

/* A reference that the file has as text, for messages about it later. */
struct incoming_place {
	struct place place;
	const char *pointer; /* "/stakeholders/3/relationships/0/to"; CSV: the column's name */
};

struct incoming {
	struct record record; /* a FIELD_REFERENCE holds VALUE_TEXT: what the file says. record.id:
				 the number that the file gives it, else 0 */
	uint32_t present; /* bits of the fields that the file has, also when it has no value for
			     them */
	const struct nested *nested; /* of a child: how it hangs on its parent */
	bool reversed; /* a link that points to the parent */
	const char *numbers[NUMBERS_MOST]; /* what other rows of the file call this one by; NULL:
					      nothing */
	struct incoming *children;
	size_t child_count;
	bool invalid; /* at least one problem was added for it */
	size_t element; /* its place in the file, from 0, over all lists */
	size_t number; /* of a child: its place among all its parent's, from 1; else 0 */
	size_t list_number; /* of a child: its place in its own list, from 0 */
	struct place place;
	const char *pointer; /* "/stakeholders/12"; of a child in a list NULL: see
				incoming_pointer; of a link out of a text that text's */
	const char *parent_pointer; /* of a child in a list: its parent's pointer; else NULL */
	/* As it stands in the file, for the rejects. JSON: an element; CSV: the row's cells,
	 * unquoted. */
	const char *text;
	size_t length;
};

/* What a document may hold. */
enum incoming_kind {
	INCOMING_TYPE, /* records of one type */
	INCOMING_PROGRAMME, /* lists of any type, by plural */
	INCOMING_ROADMAP, /* the same, and phases with their slices and milestones inside */
};

struct incoming_options {
	enum incoming_kind kind;
	const struct type *type; /* INCOMING_TYPE */
	const char *format; /* what "format" must say: "rollout.register" */
	const struct mapping_choice *choices;
	size_t choice_count;
	const char *sheet; /* of a workbook: its name; NULL: the only one that fits */
	enum date_order dates; /* of every column; DATES_UNKNOWN: each settles its own */
};

struct incoming_reader;

/* Where it stands: its own pointer, or a child's made from its parent's
 * ("/stakeholders/12/relationships/0"). "" in CSV. */
const char *incoming_pointer(const struct incoming *incoming, struct arena *arena);

/* Looks at the first bytes to tell the form; a CSV header is read at once. Does not own the source.
 */
enum status STATUS_CHECKED incoming_reader_open(struct source *source,
	const struct incoming_options *options, struct incoming_reader **out, struct error *error);
void incoming_reader_close(struct incoming_reader *reader);
/* The next record; *incoming is NULL at the end. Valid until the next call. A record with problems
 * is handed out too (invalid). A fault that leaves no way to go on (bad JSON) is the status. */
enum status STATUS_CHECKED incoming_reader_next(struct incoming_reader *reader,
	struct problems *problems, const struct incoming **incoming, struct error *error);
/* Where the reference in the field of the last record (or of its child) stands. In the arena. */
struct incoming_place incoming_reader_locate(struct incoming_reader *reader,
	const struct incoming *incoming, int field, struct arena *arena);
/* The one type of its records; NULL where a document has several. A bare list that is read as a
 * roadmap has milestones. */
const struct type *incoming_reader_type(const struct incoming_reader *reader);
/* The mapping of a type, NULL when the file has none of it; with its counts once all is read. */
const struct mapping *incoming_reader_mapping(
	const struct incoming_reader *reader, const struct type *type);
/* Lists and members of the document itself that were kept out; borrowed. */
const char *incoming_reader_ignored(
	const struct incoming_reader *reader, size_t index, int64_t *count);
/* What of the layout was passed over or joined, in words; NULL behind the last. Once all is read.
 */
const char *incoming_reader_note(struct incoming_reader *reader, size_t index);
/* Rows of CSV or of a workbook. */
bool incoming_reader_is_csv(const struct incoming_reader *reader);
/* The header's cells, for writing rejects (CSV only). */
const struct cell *incoming_reader_header(const struct incoming_reader *reader, size_t *count);
/* The row of the last record (CSV only). */
const struct cell *incoming_reader_row(const struct incoming_reader *reader, size_t *count);
/* "lead" … as the document says; "" when it does not. */
const char *incoming_reader_audience(const struct incoming_reader *reader);

#endif
