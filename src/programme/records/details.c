/* SPDX-License-Identifier: MIT */
/* Reads what surrounds a record; see details.h. Must not load more than can be shown. */
#include "rollout/programme/details.h"

#include <string.h>

#include "programme/document/document.h"

enum { STAMP = 16 };

struct reading {
	struct programme *programme;
	const struct type *type;
	struct arena *arena;
	struct record_details *out;
};

static enum status
keep_id(void *context, const struct record *record, struct error *error)
{
	struct reference_group *group = context;

	(void)error;
	group->ids[group->shown++] = record->id;
	return STATUS_OK;
}

static enum status
read_group(struct reading *reading, struct referrer referrer, int64_t id, struct error *error)
{
	struct query query = { .type = referrer.type, .condition_count = 1 };
	struct reference_group *group = &reading->out->groups[reading->out->group_count];
	enum status status;

	query.conditions[0] =
		(struct condition){ referrer.field, COMPARE_EQUAL, value_integer(id) };
	*group = (struct reference_group){ .type = referrer.type, .field = referrer.field };
	status = programme_count(reading->programme, &query, &group->count, error);
	if (status != STATUS_OK || group->count == 0)
		return status;
	group->ids = arena_alloc(reading->arena, REFERENCES_SHOWN * sizeof *group->ids);
	query.limit = REFERENCES_SHOWN;
	query.descending = true;
	reading->out->group_count++;
	return programme_each(reading->programme, &query, keep_id, group, error);
}

static enum status
read_groups(struct reading *reading, int64_t id, struct error *error)
{
	size_t count;
	const struct referrer *referrers =
		store_referrers(reading->programme->store, reading->type, &count);
	enum status status = STATUS_OK;

	reading->out->groups =
		arena_alloc(reading->arena, (count + 1) * sizeof *reading->out->groups);
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = read_group(reading, referrers[i], id, error);
	return status;
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

static enum status
take_change(void *context, const struct record_change *change, struct error *error)
{
	struct reading *reading = context;
	struct record_event *event = &reading->out->events[reading->out->event_count++];
	const struct field *field =
		change->field ? type_field_find(reading->type, change->field) : NULL;
	char *at = arena_copy(reading->arena, change->at, strlen(change->at));

	(void)error;
	if (strlen(at) > STAMP) {
		at[STAMP] = '\0';
		at[10] = ' ';
	}
	event->at = at;
	event->who = arena_copy(reading->arena, change->who, strlen(change->who));
	event->text = field ? arena_format(reading->arena, "%s: %s, was %s", field->name,
				      word(reading, field, &change->now),
				      word(reading, field, &change->old))
			    : "deleted";
	return STATUS_OK;
}

enum status
programme_details(struct programme *programme, const struct type *type, int64_t id,
	struct arena *arena, struct record_details *out, struct error *error)
{
	struct reading reading = { programme, type, arena, out };
	enum status status = store_begin_read(programme->store, error);

	*out = (struct record_details){ 0 };
	if (status != STATUS_OK)
		return status;
	out->events = arena_alloc(arena, EVENTS_SHOWN * sizeof *out->events);
	status = read_groups(&reading, id, error);
	if (status == STATUS_OK)
		status = history_each_of(
			programme->store, type, id, EVENTS_SHOWN, take_change, &reading, error);
	store_end_read(programme->store);
	return status;
}
