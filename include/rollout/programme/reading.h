/* SPDX-License-Identifier: MIT */
/*
 * Records, and what else there may be very many of, read one after another:
 *
 *	struct rows rows = rows_open(programme, &query, error);
 *	struct record record;
 *
 *	while (rows_next(&rows, &record))
 *		count++;
 *	return rows_close(&rows);
 *
 * What goes wrong, also in opening, sticks: no more rows come, of this query or the next, and
 * rows_close() tells. Several queries may be read one behind the other, and other rows inside the
 * loop. The file is one view from rows_open() to rows_close(), which must follow, however the loop
 * ended: until then no other process can save.
 */
#ifndef ROLLOUT_PROGRAMME_READING_H
#define ROLLOUT_PROGRAMME_READING_H

#include "rollout/programme/programme.h"

struct cursor;

struct rows {
	struct programme *programme;
	struct error *error; /* what has gone wrong, in words */
	/* The first failure. Whoever reads may put their own here ("rows.status = write(&record,
	 * error);"), which ends the reading as well. */
	enum status status;
	size_t waived; /* findings so far that were left out, as a waiver is in force */
	struct cursor *cursor; /* NULL: no row is left */
	struct rule_run *run; /* the same of findings */
	bool held; /* the file, as one view */
	bool whole; /* set by who writes the whole file: anonymous answers are not hidden */
};

/* The query is not needed afterwards; NULL: none yet. */
struct rows rows_open(struct programme *programme, const struct query *query, struct error *error);
/* Goes on with the records of this query, if all has gone well so far. */
void rows_read(struct rows *rows, const struct query *query);
/* The same with all records of the type called so, in the order of a field; NULL: by id. */
void rows_of(struct rows *rows, const char *type, const char *order);
/* The same with those in which that field holds the value. */
void rows_where(struct rows *rows, const char *type, const char *field, struct value value,
	const char *order);
/* The next record; false behind the last, or where something went wrong. Its texts are borrowed
 * until the next call. */
bool rows_next(struct rows *rows, struct record *record);
/* One record, if all has gone well so far; its texts are in the arena. That there is none is a
 * failure. */
bool rows_get(struct rows *rows, const char *type, int64_t id, struct arena *arena,
	struct record *record);
/* Goes on with the steps of the history, newest first; since is "" or a date or time stamp prefix;
 * before 0, or a step's id to go on behind it; limit 0 for all. */
void rows_log(struct rows *rows, const char *since, int64_t before, int64_t limit);
bool rows_next_step(struct rows *rows, struct step *step);
/* Goes on with what the rules find (or only the one called only, which must last as long as that is
 * read), in the order of programme_check() but of no more than one rule at once in memory. */
void rows_check(struct rows *rows, const char *only);
/* The same with the signals and failure modes alone. */
void rows_check_signals(struct rows *rows);
bool rows_next_finding(struct rows *rows, struct finding *finding);
/* Ends it, whatever was being read, and tells how it went. */
enum status STATUS_CHECKED rows_close(struct rows *rows);

#endif
