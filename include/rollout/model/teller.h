/* SPDX-License-Identifier: MIT */
/*
 * Telling a derived result (result.h): its columns are walked over the struct they describe, and
 * each value is handed to a format. A format is a handful of functions and knows no result: JSON,
 * CSV, a table on a terminal. What the audience may not see never reaches it.
 */
#ifndef ROLLOUT_MODEL_TELLER_H
#define ROLLOUT_MODEL_TELLER_H

#include "rollout/base/date.h"
#include "rollout/model/result.h"

enum part { PART_OBJECT, PART_LIST, PART_ROW };

struct teller;

struct format {
	const char *name; /* as --format takes it */
	const char *help;
	size_t state_size; /* bytes that it keeps from begin() to end(), zeroed at first */
	/* One list alone, in which each row has each of its columns, also where it has no value;
	 * values inside a row come as one cell, "; " between them, and rows inside a row do not.
	 * Otherwise the whole result comes, and what has no value does not. */
	bool flat;
	/* Tables for people: the columns that have a head. Otherwise those that have a name. */
	bool heads;
	/* The document begins; NULL: nothing is written for that, nor by end. */
	void (*begin)(struct teller *teller, const struct result *result, day today);
	/* An object, a list or a row of that list begins. */
	void (*open)(struct teller *teller, enum part part, const struct result_column *column);
	/* A value; what it points to is gone afterwards. */
	void (*field)(
		struct teller *teller, const struct result_column *column, const struct cell *cell);
	void (*close)(struct teller *teller, enum part part, const struct result_column *column);
	void (*end)(struct teller *teller);
};

/* Somebody who tells one result in one format; the first five are given. */
struct teller {
	const struct format *format;
	void *state; /* the format's own */
	struct output *output; /* for formats that write there */
	enum audience audience;
	struct error *error;
	enum status status; /* the first failure in reading rows */
	int depth; /* lists that are open */
	const struct result_column *list; /* the outermost of them … */
	const void *whole, *row; /* … what it belongs to, and its row at hand */
	struct arena arena; /* of the row at hand; to be cleared */
};

/* All columns of one struct. */
void teller_tell(struct teller *teller, const struct result_column *columns, const void *row);
/* One list, which is a column of whole. */
void teller_tell_list(struct teller *teller, const struct result_column *list, const void *whole);
/* Whether a column is told: to this audience, in this format. */
bool teller_tells(const struct teller *teller, const struct result_column *column);

#endif
