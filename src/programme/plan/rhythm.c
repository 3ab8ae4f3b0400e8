/* SPDX-License-Identifier: MIT */
/*
 * The calendar of some weeks, told forum by forum. Must not read meetings itself: what was held or
 * missed is the calendar's to say.
 */
#include "rollout/programme/rhythm.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

static struct rhythm *
find_forum(struct rhythm_report *report, const struct occurrence *item)
{
	struct rhythm *rhythm;

	for (size_t i = 0; i < report->count; i++)
		if (report->items[i].forum == item->forum)
			return &report->items[i];
	rhythm = &report->items[report->count++];
	*rhythm = (struct rhythm){ .forum = item->forum, .name = item->name, .next = NO_DAY };
	return rhythm;
}

/* The oldest gives way to the newest. */
static void
add_past(struct rhythm *rhythm, enum occurrence_state state)
{
	if (rhythm->past_count == RHYTHM_MOST) {
		memmove(rhythm->past, rhythm->past + 1, (RHYTHM_MOST - 1) * sizeof *rhythm->past);
		rhythm->past_count--;
	}
	rhythm->past[rhythm->past_count++] = state;
}

static void
count_in(struct rhythm *rhythm, const struct occurrence *item, day today)
{
	if (item->state == OCCURRENCE_PLANNED && rhythm->next == NO_DAY)
		rhythm->next = item->on;
	/* One that is called off ahead of its day says nothing yet. */
	if (item->state == OCCURRENCE_PLANNED || item->on > today)
		return;
	add_past(rhythm, item->state);
	rhythm->held += item->state == OCCURRENCE_HELD ? 1 : 0;
	rhythm->due += occurrence_was_due(item->state) ? 1 : 0;
}

static int
compare_names(const void *a, const void *b)
{
	const struct rhythm *left = a, *right = b;
	int order = strcmp(left->name, right->name);

	return order != 0 ? order : (left->forum > right->forum) - (left->forum < right->forum);
}

enum status
programme_rhythm(struct programme *programme, struct arena *arena, struct rhythm_report *out,
	struct error *error)
{
	struct calendar_report calendar;
	enum status status = programme_calendar(programme, programme->today - RHYTHM_DAYS,
		programme->today + RHYTHM_AHEAD, arena, &calendar, error);

	*out = (struct rhythm_report){ 0 };
	if (status != STATUS_OK || calendar.count == 0)
		return status;
	out->items = arena_alloc(arena, calendar.count * sizeof *out->items);
	for (size_t i = 0; i < calendar.count; i++)
		count_in(find_forum(out, &calendar.items[i]), &calendar.items[i], programme->today);
	qsort(out->items, out->count, sizeof *out->items, compare_names);
	return STATUS_OK;
}
