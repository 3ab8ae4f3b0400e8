/* SPDX-License-Identifier: MIT */
/*
 * Reads the records of a window of rows. Must not ask for each row that comes into sight: the ids
 * of what follows are kept from one look at the file, those of many screens where no index holds
 * the order and the look takes in all of it.
 */
#include "list_rows_fetch.h"

#include <stdlib.h>
#include <string.h>

#include "tui/kit/screen/canvas.h"

/* Ids read at once, also where all records must be sorted for it, and the most that are kept. */
enum { AHEAD = 60, AHEAD_SORTED = 1000, AHEAD_MOST = 20000 };

struct query
list_rows_query(const struct list_rows *rows, int64_t after, bool backwards, int64_t limit)
{
	struct query query = rows->filter ? *rows->filter : (struct query){ .type = rows->type };

	query.order = rows->order;
	query.descending = rows->descending != backwards;
	query.after = after;
	query.limit = limit;
	return query;
}

bool
list_rows_is_filtered(const struct list_rows *rows)
{
	return rows->filter && rows->filter->condition_count > 0;
}

bool
list_rows_is_cheap(const struct list_rows *rows)
{
	const struct field *field = rows->order > 0 ? &rows->type->fields[rows->order - 1] : NULL;

	if (rows->all <= CHEAP_MOST)
		return true;
	return !list_rows_is_filtered(rows) && (!field || field->indexed);
}

void
list_rows_forget_ahead(struct list_rows *rows)
{
	rows->ahead.count = 0;
	rows->ahead.first = false;
	rows->ahead.last = false;
}

static int
find_ahead(const struct list_rows_ahead *ahead, int64_t id)
{
	for (int i = 0; i < ahead->count; i++)
		if (ahead->ids[i] == id)
			return i;
	return -1;
}

static void
reserve_ahead(struct list_rows_ahead *ahead, int count)
{
	if (count <= ahead->space)
		return;
	ahead->space = count;
	ahead->ids = memory_resize(ahead->ids, (size_t)count, sizeof *ahead->ids);
}

/* What was read behind (or before) that record joins what is known, or takes its place. */
static void
keep_ahead(struct list_rows *rows, int64_t after, bool backwards, const struct record *records,
	int count, bool end)
{
	struct list_rows_ahead *ahead = &rows->ahead;
	int known = ahead->count;
	bool joins = known > 0 && known + count <= AHEAD_MOST &&
		     ahead->ids[backwards ? 0 : known - 1] == after;

	if (!joins) {
		list_rows_forget_ahead(rows);
		known = after != 0 ? 1 : 0;
		reserve_ahead(ahead, known + 1);
		ahead->ids[0] = after;
		ahead->first = after == 0 && !backwards;
		ahead->last = after == 0 && backwards;
	}
	reserve_ahead(ahead, known + count);
	if (backwards)
		memmove(ahead->ids + count, ahead->ids, (size_t)known * sizeof *ahead->ids);
	for (int i = 0; i < count; i++)
		ahead->ids[backwards ? count - 1 - i : known + i] = records[i].id;
	ahead->count = known + count;
	if (end && backwards)
		ahead->first = true;
	else if (end)
		ahead->last = true;
}

/* From what is known already; false: that is not enough. */
static bool
take_ahead(const struct list_rows *rows, struct programme *programme, int64_t after, bool backwards,
	int wanted, struct arena *arena, struct record *out, int *got)
{
	const struct list_rows_ahead *ahead = &rows->ahead;
	int at = find_ahead(ahead, after), left;
	struct error ignored = { 0 };

	if (after == 0 || at < 0)
		return false;
	left = backwards ? at : ahead->count - 1 - at;
	if (left < wanted && !(backwards ? ahead->first : ahead->last))
		return false;
	*got = smaller_of(left, wanted);
	for (int i = 0; i < *got; i++)
		if (programme_get(programme, rows->type,
			    ahead->ids[at + (backwards ? -1 : 1) * (i + 1)], arena, &out[i],
			    &ignored) != STATUS_OK)
			return false;
	return true;
}

/* Whether a page costs as much as all of them, because no index holds the order. */
static bool
is_sorted_anew(const struct list_rows *rows)
{
	return rows->all > CHEAP_MOST && rows->order > 0 &&
	       !rows->type->fields[rows->order - 1].indexed;
}

/* How many records to read for so many rows; the first screen waits for no more than it shows. */
static int
batch(const struct list_rows *rows, int64_t after, int wanted)
{
	if (is_sorted_anew(rows))
		return larger_of(wanted, AHEAD_SORTED);
	return after == 0 ? wanted : larger_of(wanted, AHEAD);
}

enum status
list_rows_fetch(struct list_rows *rows, struct programme *programme, int64_t after, bool backwards,
	int wanted, struct arena *arena, struct record **out, int *got, struct error *error)
{
	int most = batch(rows, after, wanted);
	struct query query = list_rows_query(rows, after, backwards, most);
	size_t count = 0;
	bool sorted = is_sorted_anew(rows);
	enum status status;

	/* Sorting carries every field along that is read with it. */
	if (sorted)
		query.only = UINT32_C(1) << (rows->order - 1);
	*out = arena_alloc(arena, (size_t)larger_of(most, 1) * sizeof **out);
	*got = 0;
	if (wanted <= 0)
		return STATUS_OK;
	if (take_ahead(rows, programme, after, backwards, wanted, arena, *out, got))
		return STATUS_OK;
	status = programme_page(programme, &query, arena, *out, (size_t)most, &count, error);
	if (most > wanted && status == STATUS_OK)
		keep_ahead(rows, after, backwards, *out, (int)count, (int)count < most);
	*got = smaller_of((int)count, wanted);
	for (int i = 0; sorted && i < *got && status == STATUS_OK; i++)
		status = programme_get(
			programme, rows->type, (*out)[i].id, arena, &(*out)[i], error);
	return status;
}
