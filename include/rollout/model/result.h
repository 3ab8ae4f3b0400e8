/* SPDX-License-Identifier: MIT */
/*
 * What a derived result is made of, said once: a C struct and the table of its columns. Documents
 * in all formats, their JSON Schema, the tables of the command line and the rows of the terminal
 * follow from that table; no face lists the columns again.
 *
 *	static const struct result_column wave_columns[] = {
 *		{ "team", COLUMN_ID, "The team's id.", AT(struct wave_line, identifier) },
 *		{ NULL, COLUMN_TEXT, "Its name.", AT(struct wave_line, name), .head = "team" },
 *		{ "from", COLUMN_DAY, "The day it launches.", AT(struct wave_line, from),
 *			.optional = true, .head = "from" },
 *		{ 0 },
 *	};
 */
#ifndef ROLLOUT_MODEL_RESULT_H
#define ROLLOUT_MODEL_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rollout/base/error.h"
#include "rollout/base/memory.h"
#include "rollout/model/audience.h"
#include "rollout/model/finding.h"
#include "rollout/model/record.h"

/* What a column says, and so how each format writes it. */
enum column_kind {
	COLUMN_END, /* behind the last column */
	COLUMN_TEXT,
	COLUMN_ID, /* what documents call a record: its key, or its number as text */
	COLUMN_WORD, /* one of words */
	COLUMN_WHOLE, /* at least minimum; less is no value */
	COLUMN_CHANGE, /* days more or, below 0, fewer */
	COLUMN_DECIMAL, /* with at most digits behind the point; an int holds hundredths */
	COLUMN_BOOLEAN,
	COLUMN_DAY, /* NO_DAY is no value; a text holds it as YYYY-MM-DD */
	COLUMN_JSON, /* an object, as text that is JSON already */
	COLUMN_OBJECT, /* the columns of one thing inside the other */
	COLUMN_LIST, /* rows */
};

/* How the struct holds it; AT() and ROWS() find out. */
enum column_storage {
	STORED_TEXT, /* NULL and "" are no value */
	STORED_BOOL,
	STORED_INT,
	STORED_UNSIGNED, /* an enumeration */
	STORED_INT64,
	STORED_SIZE,
	STORED_SIZE_BEHIND, /* a pointer to it: known only when the rows before are read */
	STORED_DOUBLE,
	STORED_VALUE, /* of a record */
	STORED_POINTER, /* to the struct of an object, or to what a list reads; NULL: not there */
	STORED_FULL, /* the number of rows is that of the array */
	STORED_TYPE, /* a pointer; its name */
	STORED_RULE, /* a pointer; its id */
};

/* What a cell means to whoever reads it; never how it looks. */
enum tone { TONE_PLAIN, TONE_MUTED, TONE_GOOD, TONE_WARNING, TONE_BAD };

struct result_column;

/* Hands each row of a list to row(); stops at the first status that is not OK. */
typedef enum status result_row(void *context, const void *row, struct error *error);
typedef enum status result_rows(const struct result_column *list, const void *whole,
	result_row *row, void *context, struct error *error);

struct result_column {
	/* In documents: public. NULL: only people read it; "": a list's rows are this value alone.
	 */
	const char *name;
	enum column_kind kind;
	const char *help; /* one sentence, ending with a point */
	size_t offset;
	enum column_storage storage;
	enum audience audience; /* the widest that may see it; 0: the lead alone */
	bool optional; /* left out of documents where it has no value */
	/* Whether it has a value; NULL: it follows from what is stored. */
	bool (*present)(const void *row);
	/* Instead of what is stored: the text, borrowed or in the arena; NULL and "" are no value.
	 * Of a list: what stands for it where rows are flat. */
	const char *(*text)(const void *row, struct arena *arena);
	bool (*holds)(const void *row); /* the same of COLUMN_BOOLEAN */
	const char *const *words; /* COLUMN_WORD: by number where one is stored, NULL behind the
				     last; "" stands for no value */
	const struct field *field; /* of the dictionary, which says more; NULL: none */
	int64_t minimum; /* COLUMN_WHOLE */
	int digits; /* COLUMN_DECIMAL */

	/* In tables for people. */
	const char *head; /* "": a column without a head; NULL: none */
	/* The head where it depends on the whole that the rows belong to; NULL: not in this table.
	 */
	const char *(*heading)(const void *whole, struct arena *arena);
	const char *nothing; /* stands where there is no value; NULL: an empty cell */
	bool uncut; /* a text that is not cut where a table is too wide */
	bool wraps; /* the last one, if it is too long, goes on in the lines below */
	bool muted; /* its cells stand back */
	enum tone (*tone)(const void *row); /* of a list: of each cell; NULL: plain */

	/* COLUMN_OBJECT, COLUMN_LIST. */
	const struct result_column *columns;
	bool one_line; /* in JSON, the object or each row of the list */
	size_t row_size;
	size_t room; /* rows that lie in the struct itself; 0: a pointer to them does */
	size_t count_offset;
	enum column_storage count_storage;
	bool (*only)(const void *row); /* the rows that are told; NULL: all */
	result_rows *each; /* instead of rows that are stored */
};

/* The one thing that C cannot pass to a function is a member. */
#define STORAGE(member)                                                                            \
	_Generic((member), const char *: STORED_TEXT, bool: STORED_BOOL, int: STORED_INT,          \
		unsigned: STORED_UNSIGNED, int64_t: STORED_INT64, size_t: STORED_SIZE,             \
		size_t *: STORED_SIZE_BEHIND, double: STORED_DOUBLE, struct value: STORED_VALUE,   \
		const struct type *: STORED_TYPE, const struct rule *: STORED_RULE)
/* A value. */
#define AT(row, member) .offset = offsetof(row, member), .storage = STORAGE(((row *)0)->member)
/* A struct inside. */
#define IN(row, member) .offset = offsetof(row, member)
/* A struct behind a pointer. */
#define BEHIND(row, member) IN(row, member), .storage = STORED_POINTER
/* Rows behind a pointer, and their number. */
#define ROWS(whole, rows, number)                                                                  \
	.offset = offsetof(whole, rows), .row_size = sizeof *((whole *)0)->rows,                   \
	.count_offset = offsetof(whole, number), .count_storage = STORAGE(((whole *)0)->number)
/* Rows in an array inside, and their number, which may be more than there is room for. */
#define ROWS_INSIDE(whole, rows, number)                                                           \
	ROWS(whole, rows, number), .room = sizeof((whole *)0)->rows / sizeof *((whole *)0)->rows

/* An array inside that is always full. */
#define ROWS_FULL(whole, rows)                                                                     \
	.offset = offsetof(whole, rows), .row_size = sizeof *((whole *)0)->rows,                   \
	.room = sizeof((whole *)0)->rows / sizeof *((whole *)0)->rows,                             \
	.count_storage = STORED_FULL

/* Rows that are read or made while they are told. */
#define EACH(function, row) .each = function, .row_size = sizeof(row)

/* A derived result: a document when it leaves the program. */
struct result {
	const char *name; /* "schedule": of the document rollout.schedule, and of its schema */
	const char *help; /* one sentence */
	enum audience audience; /* the widest that may see it */
	size_t size; /* of the struct that holds the whole */
	const struct result_column *columns;
	const char *list; /* the one that stands for it in a table; NULL: its first */
};

/* The list of that name, or the one that stands for the result (NULL). */
const struct result_column *result_list(const struct result *result, const char *name);

/* A value as it is to be told. */
struct cell {
	enum { CELL_NONE, CELL_TEXT, CELL_WHOLE, CELL_DECIMAL, CELL_BOOLEAN } kind;
	size_t length; /* of the text, which is a day as YYYY-MM-DD, too */
	union {
		const char *text; /* borrowed from the row or in the arena */
		int64_t whole;
		double decimal;
		bool boolean;
	};
};

/* Of any column but objects and lists; row NULL: none. */
struct cell result_cell(const struct result_column *column, const void *row, struct arena *arena);
/* As people read it: yes and no, +3 for a change; what stands for nothing. */
const char *result_format_cell(
	const struct result_column *column, const struct cell *cell, struct arena *arena);
/* What a cell of the list means. */
enum tone result_tone(
	const struct result_column *list, const struct result_column *column, const void *row);
/* Whether the list's rows are values instead of objects. */
bool result_is_plain(const struct result_column *list);
/* Whether a list inside a row stands in one cell where rows are flat. */
bool result_is_cell(const struct result_column *list);
/* The struct of an object. */
const void *result_object(const struct result_column *object, const void *row);
/* Whether an object or list is there. */
bool result_is_present(const struct result_column *column, const void *row);
/* How many rows a list has, those that are not told included, and the one at that place. */
size_t result_count(const struct result_column *list, const void *whole);
const void *result_row_at(const struct result_column *list, const void *whole, size_t place);

#endif
