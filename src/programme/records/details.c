/* SPDX-License-Identifier: MIT */
/* Reads what surrounds a record; see details.h. Must not load more than can be shown. */
#include "rollout/programme/details.h"

#include <string.h>

#include "programme/document/document.h"
#include "rollout/programme/local_time.h"

struct reading {
	struct programme *programme;
	const struct type *type;
	struct arena *arena;
	struct record_details *out;
	struct rows rows;
};

static void
read_group(struct reading *reading, struct referrer referrer, int64_t id)
{
	struct query query = { .type = referrer.type,
		.descending = true,
		.limit = REFERENCES_SHOWN,
		.conditions = { { referrer.field, COMPARE_EQUAL, value_integer(id) } },
		.condition_count = 1 };
	struct reference_group *group = &reading->out->groups[reading->out->group_count];
	struct rows *rows = &reading->rows;
	struct record record;

	*group = (struct reference_group){ .type = referrer.type, .field = referrer.field };
	if (rows->status == STATUS_OK)
		rows->status =
			programme_count(reading->programme, &query, &group->count, rows->error);
	if (rows->status != STATUS_OK || group->count == 0)
		return;
	group->ids = arena_alloc(reading->arena, REFERENCES_SHOWN * sizeof *group->ids);
	reading->out->group_count++;
	rows_read(rows, &query);
	while (rows_next(rows, &record))
		group->ids[group->shown++] = record.id;
}

static void
read_groups(struct reading *reading, int64_t id)
{
	size_t count;
	const struct referrer *referrers =
		store_referrers(reading->programme->store, reading->type, &count);

	reading->out->groups =
		arena_alloc(reading->arena, (count + 1) * sizeof *reading->out->groups);
	for (size_t i = 0; i < count; i++)
		read_group(reading, referrers[i], id);
}

static const char *
word(const struct reading *reading, const struct field *field, const struct value *value)
{
	if (value->kind == VALUE_NONE)
		return "nothing";
	if (field->kind == FIELD_REFERENCE && value->kind == VALUE_INTEGER)
		return programme_title(
			reading->programme, field_target(field), value->integer, reading->arena);
	return field_format(field, value, reading->arena);
}

static void
add_change(struct reading *reading, const struct record_change *change)
{
	struct record_event *event = &reading->out->events[reading->out->event_count++];
	const struct field *field =
		change->field ? type_field_find(reading->type, change->field) : NULL;
	char at[LOCAL_MINUTE_SIZE];

	local_minute(change->at, at);
	event->at = arena_copy(reading->arena, at, strlen(at));
	event->who = arena_copy(reading->arena, change->who, strlen(change->who));
	event->text = field ? arena_format(reading->arena, "%s: %s, was %s", field->name,
				      word(reading, field, &change->now),
				      word(reading, field, &change->old))
			    : "deleted";
}

enum status
programme_details(struct programme *programme, const struct type *type, int64_t id,
	struct arena *arena, struct record_details *out, struct error *error)
{
	struct reading reading = { programme, type, arena, out, rows_open(programme, NULL, error) };
	struct record_change change;

	*out = (struct record_details){ 0 };
	read_groups(&reading, id);
	out->events = arena_alloc(arena, EVENTS_SHOWN * sizeof *out->events);
	rows_changes(&reading.rows, type, id, EVENTS_SHOWN);
	while (rows_next_change(&reading.rows, &change))
		add_change(&reading, &change);
	return rows_close(&reading.rows);
}
