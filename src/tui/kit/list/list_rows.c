/* SPDX-License-Identifier: MIT */
/*
 * A window over the records of a type. Must not read more than the rows that come into sight, but
 * for the place of the cursor ("12 of 148"), which is counted up to a limit when a record is
 * jumped to and kept by addition from then on.
 */
#include "list_rows.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/programme/filter.h"
#include "rollout/programme/reading.h"
#include "tui/kit/screen/canvas.h"
#include "list_rows_fetch.h"

/* Records that are walked over to find a place; further off it is not worth the wait. */
enum { WALK_MOST = 5000 };

/* A copy, because the record goes; choices are shown as words. */
static const char *
cell_text(
	const struct record *record, size_t field, struct programme *programme, struct arena *arena)
{
	const char *text = programme_format(programme, record, field, arena);
	char *copy = arena_copy(arena, text, strlen(text));

	for (char *at = copy; *at && record->type->fields[field].kind == FIELD_CHOICE; at++)
		if (*at == '_')
			*at = ' ';
	return copy;
}

static void
row_fill(struct row *row, const struct list_columns *columns, const struct record *record,
	struct programme *programme)
{
	arena_reset(&row->arena);
	row->id = record->id;
	record_identify(record, row->identifier);
	for (int i = 0; i < columns->count; i++)
		row->cells[i] =
			cell_text(record, (size_t)columns->items[i].field, programme, &row->arena);
}

void
list_rows_clear(struct list_rows *rows)
{
	for (int i = 0; i < rows->space; i++)
		arena_clear(&rows->items[i].arena);
	free(rows->items);
	rows->items = NULL;
	rows->space = 0;
	rows->count = 0;
	free(rows->ahead.ids);
	rows->ahead = (struct list_rows_ahead){ 0 };
}

void
list_rows_resize(struct list_rows *rows, int space, const struct list_columns *columns)
{
	list_rows_clear(rows);
	rows->columns = *columns;
	rows->space = larger_of(space, 1);
	rows->items = memory_new((size_t)rows->space, sizeof *rows->items);
	rows->selected = 0;
}

/* Turns the rows round so that the first by come last; their memory is used again. */
static void
rotate(struct list_rows *rows, int by)
{
	struct row *old = memory_new((size_t)rows->space, sizeof *old);

	memcpy(old, rows->items, (size_t)rows->space * sizeof *old);
	for (int i = 0; i < rows->space; i++)
		rows->items[i] = old[(i + by + rows->space) % rows->space];
	free(old);
}

enum status
list_rows_count(struct list_rows *rows, struct programme *programme, struct error *error)
{
	struct query query = list_rows_query(rows, 0, false, 0);
	enum status status = programme_count(programme, &query, &rows->total, error);

	if (status == STATUS_OK && !list_rows_is_filtered(rows))
		rows->all = rows->total;
	return status;
}

/* Counting is put off where the filter would have to look at a great many. */
static enum status
count_all(struct list_rows *rows, struct programme *programme, struct error *error)
{
	struct query query = { .type = rows->type };
	enum status status;

	if (rows->large) {
		rows->all = rows->all > CHEAP_MOST ? rows->all : CHEAP_MOST + 1;
		rows->total = -1;
		return STATUS_OK;
	}
	status = programme_count(programme, &query, &rows->all, error);

	rows->total = list_rows_is_filtered(rows) ? -1 : rows->all;
	if (status == STATUS_OK && list_rows_is_filtered(rows) && rows->all <= CHEAP_MOST)
		status = list_rows_count(rows, programme, error);
	return status;
}

static enum status
load_side(struct list_rows *rows, struct programme *programme, bool from_end, struct error *error)
{
	struct arena arena = { 0 };
	struct record *records = NULL;
	int got = 0;
	enum status status = programme_begin_read(programme, error);

	if (status != STATUS_OK)
		return status;
	list_rows_forget_ahead(rows);
	status = count_all(rows, programme, error);

	if (status == STATUS_OK)
		status = list_rows_fetch(
			rows, programme, 0, from_end, rows->space, &arena, &records, &got, error);
	if (status == STATUS_OK) {
		rows->count = got;
		for (int i = 0; i < got; i++)
			row_fill(&rows->items[from_end ? got - 1 - i : i], &rows->columns,
				&records[i], programme);
		rows->first = 0;
		if (from_end)
			rows->first = rows->total < 0 ? -1 : rows->total - got;
		rows->selected = from_end ? larger_of(got - 1, 0) : 0;
	}
	programme_end_read(programme);
	arena_clear(&arena);
	return status;
}

enum status
list_rows_load_start(struct list_rows *rows, struct programme *programme, struct error *error)
{
	return load_side(rows, programme, false, error);
}

enum status
list_rows_load_end(struct list_rows *rows, struct programme *programme, struct error *error)
{
	return load_side(rows, programme, true, error);
}

static enum status
count_rows(
	struct programme *programme, const struct query *query, int64_t *out, struct error *error)
{
	struct rows rows = rows_open(programme, query, error);
	struct record record;

	for (*out = 0; rows_next(&rows, &record);)
		++*out;
	return rows_close(&rows);
}

/* How many records come before that one; -1 where it would take too long to count them. */
static enum status
count_before(const struct list_rows *rows, struct programme *programme, int64_t id, int64_t *out,
	struct error *error)
{
	struct query query = list_rows_query(rows, id, true, WALK_MOST + 1);
	enum status status;

	*out = list_rows_is_cheap(rows) ? 0 : -1;
	if (*out < 0)
		return STATUS_OK;
	status = count_rows(programme, &query, out, error);
	if (status != STATUS_OK || *out <= WALK_MOST)
		return status;
	query = list_rows_query(rows, id, false, WALK_MOST + 1);
	status = count_rows(programme, &query, out, error);
	*out = *out <= WALK_MOST && rows->total >= 0 ? rows->total - 1 - *out : -1;
	return status;
}

/* before and behind are the neighbours of the record in the order of the list. */
static void
fill_around(struct list_rows *rows, struct programme *programme, const struct record *before,
	int before_count, const struct record *here, const struct record *behind, int behind_count)
{
	for (int i = 0; i < before_count; i++)
		row_fill(&rows->items[before_count - 1 - i], &rows->columns, &before[i], programme);
	row_fill(&rows->items[before_count], &rows->columns, here, programme);
	for (int i = 0; i < behind_count; i++)
		row_fill(&rows->items[before_count + 1 + i], &rows->columns, &behind[i], programme);
	rows->count = before_count + 1 + behind_count;
	rows->selected = before_count;
}

/* The first record of the query; *id is 0 where there is none. */
static enum status
find_one(struct programme *programme, const struct query *query, int64_t *id, struct error *error)
{
	struct arena arena = { 0 };
	struct record *record = arena_alloc(&arena, sizeof *record);
	size_t count = 0;
	enum status status = programme_page(programme, query, &arena, record, 1, &count, error);

	*id = status == STATUS_OK && count > 0 ? record->id : 0;
	arena_clear(&arena);
	return status;
}

/*
 * Whether the filter lets the record through: it is then what follows its neighbour above (before;
 * count 0: none, and it is the first).
 */
static enum status
check_filter(struct list_rows *rows, struct programme *programme, int64_t id,
	const struct record *before, int count, struct error *error)
{
	struct query query = list_rows_query(rows, count > 0 ? before[0].id : 0, false, 1);
	int64_t found = 0;
	enum status status;

	if (!list_rows_is_filtered(rows))
		return STATUS_OK;
	status = find_one(programme, &query, &found, error);
	return status == STATUS_OK && found != id
		       ? error_set(error, STATUS_NOT_FOUND, "the filter leaves it out")
		       : status;
}

enum status
list_rows_load_at(struct list_rows *rows, struct programme *programme, int64_t id, int offset,
	struct error *error)
{
	struct arena arena = { 0 };
	struct record *here = arena_alloc(&arena, sizeof *here), *before, *behind;
	int above = 0, below = 0, most = rows->space - 1;
	int64_t place = 0;
	enum status status = programme_get(programme, rows->type, id, &arena, here, error);

	list_rows_forget_ahead(rows);
	if (status == STATUS_OK)
		status = count_all(rows, programme, error);
	if (status == STATUS_OK)
		status = count_before(rows, programme, id, &place, error);
	if (status == STATUS_OK)
		status = list_rows_fetch(rows, programme, id, true, larger_of(most, 1), &arena,
			&before, &above, error);
	if (status == STATUS_OK)
		status = check_filter(rows, programme, id, before, above, error);
	above = smaller_of(above, most);
	if (status == STATUS_OK)
		status = list_rows_fetch(
			rows, programme, id, false, most, &arena, &behind, &below, error);
	if (status == STATUS_OK) {
		int upper = smaller_of(above, larger_of(offset, most - below));
		int lower = smaller_of(below, most - upper);

		fill_around(rows, programme, before, upper, here, behind, lower);
		rows->first = place < 0 ? -1 : place - upper;
	}
	arena_clear(&arena);
	return status;
}

/* *moved: rows that came into sight. */
static enum status
scroll_down(struct list_rows *rows, struct programme *programme, int by, int *moved,
	struct error *error)
{
	struct arena arena = { 0 };
	struct record *records;
	enum status status = list_rows_fetch(rows, programme, rows->items[rows->count - 1].id,
		false, smaller_of(by, rows->space), &arena, &records, moved, error);

	if (status == STATUS_OK) {
		rotate(rows, *moved);
		for (int i = 0; i < *moved; i++)
			row_fill(&rows->items[rows->space - *moved + i], &rows->columns,
				&records[i], programme);
		if (rows->first >= 0)
			rows->first += *moved;
	}
	arena_clear(&arena);
	return status;
}

static enum status
scroll_up(struct list_rows *rows, struct programme *programme, int by, int *moved,
	struct error *error)
{
	struct arena arena = { 0 };
	struct record *records;
	enum status status = list_rows_fetch(rows, programme, rows->items[0].id, true,
		smaller_of(by, rows->space), &arena, &records, moved, error);

	if (status == STATUS_OK) {
		rotate(rows, -*moved);
		for (int i = 0; i < *moved; i++)
			row_fill(&rows->items[*moved - 1 - i], &rows->columns, &records[i],
				programme);
		rows->count = smaller_of(rows->count + *moved, rows->space);
		if (rows->first >= 0)
			rows->first = rows->first > *moved ? rows->first - *moved : 0;
	}
	arena_clear(&arena);
	return status;
}

/* Whether it is known that nothing comes behind the last row. */
static bool
ends_here(const struct list_rows *rows)
{
	return rows->first >= 0 && rows->total >= 0 && rows->first + rows->count >= rows->total;
}

/* One window's worth at the most; *left is what remains to be moved, 0 at an end of the list. */
static enum status
move_once(struct list_rows *rows, struct programme *programme, int *left, struct error *error)
{
	int target = rows->selected + *left, moved = 0, wanted = 0;
	enum status status = STATUS_OK;

	if (target >= rows->count && rows->count == rows->space && !ends_here(rows)) {
		wanted = target - rows->count + 1;
		status = scroll_down(rows, programme, wanted, &moved, error);
		target -= moved;
	} else if (target < 0 && rows->first != 0) {
		wanted = -target;
		status = scroll_up(rows, programme, wanted, &moved, error);
		target += moved;
	}
	rows->selected = larger_of(0, smaller_of(target, rows->count - 1));
	*left = moved == rows->space && moved < wanted ? target - rows->selected : 0;
	return status;
}

enum status
list_rows_move(struct list_rows *rows, struct programme *programme, int by, struct error *error)
{
	enum status status;

	if (rows->count == 0 || by == 0)
		return STATUS_OK;
	status = programme_begin_read(programme, error);
	if (status != STATUS_OK)
		return status;
	while (by != 0 && status == STATUS_OK)
		status = move_once(rows, programme, &by, error);
	programme_end_read(programme);
	return status;
}

enum status
list_rows_refresh(struct list_rows *rows, struct programme *programme, struct error *error)
{
	struct arena arena = { 0 };
	struct record *record = arena_alloc(&arena, sizeof *record);
	enum status status = STATUS_OK;
	int kept = 0;

	list_rows_forget_ahead(rows);
	for (int i = 0; i < rows->count && status == STATUS_OK; i++) {
		struct row *row = &rows->items[i];

		status = programme_get(programme, rows->type, row->id, &arena, record, error);
		if (status == STATUS_OK) {
			struct row spare = rows->items[kept];

			row_fill(row, &rows->columns, record, programme);
			rows->items[kept++] = *row;
			if (kept - 1 != i)
				*row = spare;
		} else if (status == STATUS_NOT_FOUND) {
			status = STATUS_OK;
		}
	}
	rows->count = status == STATUS_OK ? kept : rows->count;
	rows->selected = larger_of(0, smaller_of(rows->selected, rows->count - 1));
	arena_clear(&arena);
	return status;
}

/* Who is looked for by name is found before all those whose record merely mentions it. */
static void
add_title(struct query *query, const char *text)
{
	if (!query->type->title || query->condition_count == CONDITIONS_MAX)
		return;
	query->conditions[query->condition_count++] = (struct condition){
		.field = type_field_index(query->type, query->type->title),
		.compare = COMPARE_CONTAINS,
		.value = value_text(text),
	};
}

enum status
list_rows_search(const struct list_rows *rows, struct programme *programme, const char *text,
	bool backwards, int64_t *id, struct error *error)
{
	int64_t after = rows->count > 0 ? rows->items[rows->selected].id : 0;
	struct query by_title = list_rows_query(rows, after, backwards, 1), any = by_title;
	struct arena arena = { 0 };
	enum status status = STATUS_OK;

	*id = 0;
	add_title(&by_title, text);
	if (by_title.condition_count > any.condition_count)
		status = find_one(programme, &by_title, id, error);
	if (status == STATUS_OK && *id == 0)
		status = programme_filter_read(programme, text, &arena, &any, error);
	if (status == STATUS_OK && *id == 0)
		status = find_one(programme, &any, id, error);
	arena_clear(&arena);
	return status;
}
