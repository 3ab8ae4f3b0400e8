/* SPDX-License-Identifier: MIT */
/*
 * The rows of a list that are on the screen, as texts: a window that moves over the records of one
 * type, read by key both ways. Must not draw.
 */
#ifndef ROLLOUT_TUI_LIST_ROWS_H
#define ROLLOUT_TUI_LIST_ROWS_H

#include "list_columns.h"
#include "rollout/programme/records.h"

struct row {
	int64_t id;
	char identifier[RECORD_ID_SIZE];
	struct arena arena;
	const char *cells[COLUMNS_MAX]; /* as a person reads them, one a column */
};

/*
 * Where reading rows is not cheap, the ids around them in their order, so that one look at the
 * whole file is good for many screens.
 */
struct list_rows_ahead {
	int64_t *ids;
	int count, space;
	bool first, last; /* nothing comes before, or behind, those */
};

/* Start from {0} with type and order set, then list_rows_resize(). */
struct list_rows {
	const struct type *type;
	int order; /* as in struct query */
	bool descending;
	bool large; /* counting all records would be felt: it waits for list_rows_count() */
	const struct query *filter; /* its conditions hold for every row; NULL: all records */
	struct list_columns columns;
	struct row *items;
	int count; /* rows that are there */
	int space; /* rows that fit */
	int64_t all; /* records of the type; while it is not counted, more than are cheap */
	int64_t total; /* records that the filter lets through; -1: not counted yet */
	int64_t first; /* records before the first row; -1: too many to count them */
	int selected; /* index of the cursor's row; 0 when there is none */
	struct list_rows_ahead ahead;
};

/* Room for so many rows of these columns; what was there is forgotten. */
void list_rows_resize(struct list_rows *rows, int space, const struct list_columns *columns);
void list_rows_clear(struct list_rows *rows);

enum status STATUS_CHECKED list_rows_load_start(
	struct list_rows *rows, struct programme *programme, struct error *error);
enum status STATUS_CHECKED list_rows_load_end(
	struct list_rows *rows, struct programme *programme, struct error *error);
/*
 * Reads again with the cursor on that record, offset rows below the top where that can be; a record
 * that is gone: STATUS_NOT_FOUND, rows unchanged.
 */
enum status STATUS_CHECKED list_rows_load_at(struct list_rows *rows, struct programme *programme,
	int64_t id, int offset, struct error *error);
/*
 * Whether reading rows takes no time: there are few records, or no filter and an index for the
 * order. What is not cheap is read while nobody types, and stops with STATUS_STOPPED when somebody
 * does (programme_set_stop); the rows are then as before.
 */
bool list_rows_is_cheap(const struct list_rows *rows);
/* Counts what the filter lets through. */
enum status STATUS_CHECKED list_rows_count(
	struct list_rows *rows, struct programme *programme, struct error *error);
/* Reads the rows that are there again, one by one, and drops those that are gone. */
enum status STATUS_CHECKED list_rows_refresh(
	struct list_rows *rows, struct programme *programme, struct error *error);
/* Moves the cursor by so many rows, reading what comes into sight. */
enum status STATUS_CHECKED list_rows_move(
	struct list_rows *rows, struct programme *programme, int by, struct error *error);
/*
 * The next record behind the cursor (or before it) with the text in its title, else one for which
 * the text holds as a filter does. Only what the list's own filter lets through.
 * *id is 0 where there is none.
 */
enum status STATUS_CHECKED list_rows_search(const struct list_rows *rows,
	struct programme *programme, const char *text, bool backwards, int64_t *id,
	struct error *error);

#endif
