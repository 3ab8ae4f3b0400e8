/* SPDX-License-Identifier: MIT */
/*
 * What a change means for the cadence: when each forum meets next, whether somebody chairs it, and
 * how many of those invited are still here. Must not change anything.
 */
#include "what_if_forums.h"

#include "rollout/base/id_set.h"
#include "rollout/programme/calendar.h"

enum { LOOK_AHEAD_DAYS = 366 };

struct reading {
	struct rows rows;
	struct arena *arena;
	struct forum_view *out;
	struct id_set left; /* people who are not here any more */
};

static void
read_leavers(struct reading *reading)
{
	struct record record;

	rows_where(&reading->rows, "stakeholder", "active", value_integer(0), NULL);
	while (rows_next(&reading->rows, &record))
		id_set_add(&reading->left, record.id);
}

static void
read_forums(struct reading *reading)
{
	struct forum_view *out = reading->out;
	struct record record;

	rows_of(&reading->rows, "forum", NULL);
	while (rows_next(&reading->rows, &record)) {
		int64_t chair = record_number(&record, "chair");

		out->forums =
			arena_grow(reading->arena, out->forums, out->count, sizeof *out->forums);
		out->forums[out->count++] = (struct forum_state){
			.id = record.id,
			.identifier = record_identifier(&record, reading->arena),
			.name = record_copy_text(&record, "name", reading->arena),
			.next = NO_DAY,
			.chaired = chair != 0 && !id_set_has(&reading->left, chair),
		};
	}
}

/* Forums come by id. */
static struct forum_state *
find_forum(const struct forum_view *view, int64_t id)
{
	size_t low = 0, high = view->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (view->forums[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < view->count && view->forums[low].id == id ? &view->forums[low] : NULL;
}

static void
read_invitees(struct reading *reading)
{
	struct record record;

	rows_of(&reading->rows, "invitee", NULL);
	while (rows_next(&reading->rows, &record)) {
		struct forum_state *forum =
			find_forum(reading->out, record_number(&record, "forum"));

		if (forum && !id_set_has(&reading->left, record_number(&record, "stakeholder")))
			forum->invited++;
	}
}

static void
read_next(struct reading *reading)
{
	struct rows *rows = &reading->rows;
	day today = rows->programme->today;
	struct calendar_report calendar = { 0 };

	if (rows->status == STATUS_OK && reading->out->count > 0)
		rows->status = programme_calendar(rows->programme, today, today + LOOK_AHEAD_DAYS,
			reading->arena, &calendar, rows->error);
	for (size_t i = 0; i < calendar.count; i++) {
		struct forum_state *forum = find_forum(reading->out, calendar.items[i].forum);

		if (forum && forum->next == NO_DAY && calendar.items[i].state == OCCURRENCE_PLANNED)
			forum->next = calendar.items[i].on;
	}
}

enum status
forum_view_read(struct programme *programme, struct arena *arena, struct forum_view *out,
	struct error *error)
{
	struct reading reading = {
		.rows = rows_open(programme, NULL, error), .arena = arena, .out = out
	};

	*out = (struct forum_view){ 0 };
	read_leavers(&reading);
	read_forums(&reading);
	read_invitees(&reading);
	read_next(&reading);
	id_set_clear(&reading.left);
	return rows_close(&reading.rows);
}

void
forum_view_compare(const struct forum_view *before, const struct forum_view *after,
	struct arena *arena, struct what_if *out)
{
	out->forums = arena_alloc(arena, (after->count + 1) * sizeof *out->forums);
	for (size_t i = 0; i < after->count; i++) {
		const struct forum_state *is = &after->forums[i];
		const struct forum_state *was = find_forum(before, is->id);

		if (was && (was->next != is->next || was->chaired != is->chaired ||
				   was->invited != is->invited))
			out->forums[out->forum_count++] = (struct changed_forum){ is->identifier,
				is->name, was->next, is->next, was->chaired && !is->chaired,
				was->invited, is->invited };
	}
}
