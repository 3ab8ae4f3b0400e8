/* SPDX-License-Identifier: MIT */
/*
 * What a change means for the cadence: when each forum meets next, whether somebody chairs it, and
 * how many of those invited are still here. Must not change anything.
 */
#include "what_if_forums.h"

#include <string.h>

#include "rollout/base/id_set.h"
#include "rollout/programme/calendar.h"

enum { LOOK_AHEAD_DAYS = 366 };

struct reading {
	struct programme *programme;
	struct arena *arena;
	struct forum_view *out;
	size_t space;
	struct id_set left; /* people who are not here any more */
};

static enum status
take_person(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;

	(void)error;
	if (record_get(record, "active")->kind == VALUE_INTEGER &&
		record_number(record, "active") == 0)
		id_set_add(&reading->left, record->id);
	return STATUS_OK;
}

static enum status
take_forum(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	struct forum_view *out = reading->out;
	int64_t chair = record_number(record, "chair");
	struct forum_state *bigger;
	char identifier[RECORD_ID_SIZE];

	(void)error;
	if (out->count == reading->space) {
		reading->space = reading->space > 0 ? reading->space * 2 : 16;
		bigger = arena_alloc(reading->arena, reading->space * sizeof *bigger);
		if (out->count > 0)
			memcpy(bigger, out->forums, out->count * sizeof *bigger);
		out->forums = bigger;
	}
	record_identify(record, identifier);
	out->forums[out->count++] = (struct forum_state){
		.id = record->id,
		.identifier = arena_copy(reading->arena, identifier, strlen(identifier)),
		.name = arena_copy(reading->arena, record_get(record, "name")->text,
			record_get(record, "name")->length),
		.next = NO_DAY,
		.chaired = chair != 0 && !id_set_has(&reading->left, chair),
	};
	return STATUS_OK;
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

static enum status
take_invitee(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	struct forum_state *forum = find_forum(reading->out, record_number(record, "forum"));

	(void)error;
	if (forum && !id_set_has(&reading->left, record_number(record, "stakeholder")))
		forum->invited++;
	return STATUS_OK;
}

static enum status
read_next(struct reading *reading, struct error *error)
{
	day today = reading->programme->today;
	struct calendar_report calendar = { 0 };
	enum status status = programme_calendar(reading->programme, today, today + LOOK_AHEAD_DAYS,
		reading->arena, &calendar, error);

	for (size_t i = 0; status == STATUS_OK && i < calendar.count; i++) {
		struct forum_state *forum = find_forum(reading->out, calendar.items[i].forum);

		if (forum && forum->next == NO_DAY && calendar.items[i].state == OCCURRENCE_PLANNED)
			forum->next = calendar.items[i].on;
	}
	return status;
}

enum status
forum_view_read(struct programme *programme, struct arena *arena, struct forum_view *out,
	struct error *error)
{
	struct reading reading = { .programme = programme, .arena = arena, .out = out };
	const struct query people = { .type = type_find("stakeholder") },
			   forums = { .type = type_find("forum") },
			   invitees = { .type = type_find("invitee") };
	enum status status;

	*out = (struct forum_view){ 0 };
	status = programme_each(programme, &people, take_person, &reading, error);
	if (status == STATUS_OK)
		status = programme_each(programme, &forums, take_forum, &reading, error);
	if (status == STATUS_OK)
		status = programme_each(programme, &invitees, take_invitee, &reading, error);
	if (status == STATUS_OK && out->count > 0)
		status = read_next(&reading, error);
	id_set_clear(&reading.left);
	return status;
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
