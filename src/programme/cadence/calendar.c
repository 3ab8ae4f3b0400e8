/* SPDX-License-Identifier: MIT */
/*
 * Occurrences of forums beside the meetings that were recorded. Must not invent a meeting: an
 * occurrence in the past without a record was missed.
 */
#include "rollout/programme/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/rules/recurrence.h"

struct gathering {
	struct programme *programme;
	struct arena *arena;
	day first, last;
	struct occurrence *items;
	size_t count, space;
	struct occurrence forum; /* that is being expanded */
};

const char *
occurrence_name(enum occurrence_state state)
{
	switch (state) {
	case OCCURRENCE_PLANNED: return "planned";
	case OCCURRENCE_HELD: return "held";
	case OCCURRENCE_MISSED: return "missed";
	case OCCURRENCE_CANCELLED: return "cancelled";
	}
	return "";
}

static struct occurrence *
add_item(struct gathering *gathering)
{
	if (gathering->count == gathering->space) {
		gathering->space = gathering->space > 0 ? gathering->space * 2 : 64;
		gathering->items =
			memory_resize(gathering->items, gathering->space, sizeof *gathering->items);
	}
	return &gathering->items[gathering->count++];
}

static bool
add_day(void *context, day on)
{
	struct gathering *gathering = context;
	struct occurrence *item = add_item(gathering);

	*item = gathering->forum;
	item->on = on;
	item->state = on < gathering->programme->today ? OCCURRENCE_MISSED : OCCURRENCE_PLANNED;
	return true;
}

static const char *
text_of(struct arena *arena, const struct record *record, const char *field)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_TEXT ? arena_copy(arena, value->text, value->length) : NULL;
}

static struct occurrence
describe_forum(struct arena *arena, const struct record *record)
{
	return (struct occurrence){ .forum = record->id,
		.name = text_of(arena, record, "name"),
		.level = text_of(arena, record, "level"),
		.at = text_of(arena, record, "at") };
}

static enum status
take_forum(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;
	const struct value *text = record_get(record, "rule");
	struct rrule rule;
	day start;

	gathering->forum = describe_forum(gathering->arena, record);
	if (!record_day(record, "starts_on", &start) || text->kind != VALUE_TEXT)
		return STATUS_OK;
	if (rrule_parse("rule", text->text, &rule, error) != STATUS_OK)
		return STATUS_OK;
	recurrence_each(&rule, start, gathering->first, gathering->last, add_day, gathering);
	return STATUS_OK;
}

/* The occurrence of that forum on that day which has no record yet. */
static struct occurrence *
find_occurrence(struct gathering *gathering, int64_t forum, day on)
{
	for (size_t i = 0; i < gathering->count; i++)
		if (gathering->items[i].forum == forum && gathering->items[i].on == on &&
			gathering->items[i].meeting == 0)
			return &gathering->items[i];
	return NULL;
}

static enum status
add_extra(struct gathering *gathering, int64_t forum, struct occurrence **out, struct error *error)
{
	struct record *record = arena_alloc(gathering->arena, sizeof *record);
	enum status status = programme_get(
		gathering->programme, type_find("forum"), forum, gathering->arena, record, error);

	if (status == STATUS_OK) {
		*out = add_item(gathering);
		**out = describe_forum(gathering->arena, record);
	}
	return status;
}

static enum status
take_meeting(void *context, const struct record *record, struct error *error)
{
	struct gathering *gathering = context;
	int64_t forum = record_number(record, "forum");
	struct occurrence *item;
	day on, planned;
	bool moved, called_off;
	enum status status = STATUS_OK;

	if (!record_day(record, "on", &on))
		return STATUS_OK;
	moved = record_day(record, "planned_on", &planned) && planned != on;
	item = find_occurrence(gathering, forum, moved ? planned : on);
	if (!item && (on < gathering->first || on > gathering->last))
		return STATUS_OK;
	if (!item)
		status = add_extra(gathering, forum, &item, error);
	if (status != STATUS_OK)
		return status;
	called_off = record_get(record, "held")->kind != VALUE_NONE &&
		     record_number(record, "held") == 0;
	item->on = on;
	item->moved = moved;
	item->meeting = record->id;
	item->state = on > gathering->programme->today ? OCCURRENCE_PLANNED : OCCURRENCE_HELD;
	if (called_off)
		item->state = OCCURRENCE_CANCELLED;
	return STATUS_OK;
}

static int
compare_occurrences(const void *a, const void *b)
{
	const struct occurrence *left = a, *right = b;
	int order;

	if (left->on != right->on)
		return left->on < right->on ? -1 : 1;
	order = strcmp(left->at ? left->at : "", right->at ? right->at : "");
	if (order == 0)
		order = strcmp(left->name, right->name);
	if (order == 0)
		order = (left->meeting > right->meeting) - (left->meeting < right->meeting);
	return order;
}

/* What was moved in from outside, or out, is found by either day. */
static enum status
read_meetings(struct gathering *gathering, const char *field, struct error *error)
{
	const struct type *type = type_find("meeting");
	struct query query = { .type = type, .condition_count = 2 };
	char first[DATE_SIZE], last[DATE_SIZE];

	date_format(gathering->first, first);
	date_format(gathering->last, last);
	query.conditions[0] = (struct condition){ type_field_index(type, field),
		COMPARE_GREATER_EQUAL, value_text(first) };
	query.conditions[1] = (struct condition){ type_field_index(type, field), COMPARE_LESS_EQUAL,
		value_text(last) };
	return programme_each(gathering->programme, &query, take_meeting, gathering, error);
}

static bool
is_seen(const struct gathering *gathering, int64_t meeting)
{
	for (size_t i = 0; i < gathering->count; i++)
		if (gathering->items[i].meeting == meeting)
			return true;
	return false;
}

static enum status
take_moved(void *context, const struct record *record, struct error *error)
{
	return is_seen(context, record->id) ? STATUS_OK : take_meeting(context, record, error);
}

/* A meeting that was moved away leaves its day. */
static enum status
read_moved(struct gathering *gathering, struct error *error)
{
	const struct type *type = type_find("meeting");
	struct query query = { .type = type, .condition_count = 1 };

	query.conditions[0] = (struct condition){ type_field_index(type, "planned_on"),
		COMPARE_NOT_EQUAL, value_none() };
	return programme_each(gathering->programme, &query, take_moved, gathering, error);
}

static void
drop_outside(struct gathering *gathering)
{
	size_t kept = 0;

	for (size_t i = 0; i < gathering->count; i++)
		if (gathering->items[i].on >= gathering->first &&
			gathering->items[i].on <= gathering->last)
			gathering->items[kept++] = gathering->items[i];
	gathering->count = kept;
}

enum status
programme_calendar(struct programme *programme, day first, day last, struct arena *arena,
	struct calendar_report *out, struct error *error)
{
	struct gathering gathering = {
		.programme = programme, .arena = arena, .first = first, .last = last
	};
	struct query forums = { .type = type_find("forum") };
	enum status status = store_begin_read(programme->store, error);

	*out = (struct calendar_report){ 0 };
	if (status != STATUS_OK)
		return status;
	status = programme_each(programme, &forums, take_forum, &gathering, error);
	if (status == STATUS_OK)
		status = read_meetings(&gathering, "on", error);
	if (status == STATUS_OK)
		status = read_moved(&gathering, error);
	store_end_read(programme->store);
	drop_outside(&gathering);
	if (status == STATUS_OK && gathering.count > 0) {
		qsort(gathering.items, gathering.count, sizeof *gathering.items,
			compare_occurrences);
		out->items = arena_alloc(arena, gathering.count * sizeof *out->items);
		memcpy(out->items, gathering.items, gathering.count * sizeof *out->items);
		out->count = gathering.count;
	}
	free(gathering.items);
	return status;
}

static enum status
find_meeting(struct programme *programme, int64_t forum, const char *on, int64_t *meeting,
	struct error *error)
{
	const struct type *type = type_find("meeting");
	struct query query = { .type = type, .condition_count = 2 };

	query.conditions[0] = (struct condition){ type_field_index(type, "forum"), COMPARE_EQUAL,
		value_integer(forum) };
	query.conditions[1] =
		(struct condition){ type_field_index(type, "on"), COMPARE_EQUAL, value_text(on) };
	return find_record(programme, &query, meeting, error);
}

enum status
programme_meeting_open(
	struct programme *programme, int64_t forum, day on, int64_t *meeting, struct error *error)
{
	struct arena arena = { 0 };
	char date[DATE_SIZE];
	const char *identifier = programme_identifier(programme, type_find("forum"), forum, &arena);
	const struct field_text texts[] = {
		{ "forum", identifier, strlen(identifier) },
		{ "on", date, DATE_SIZE - 1 },
	};
	enum status status;

	date_format(on, date);
	status = find_meeting(programme, forum, date, meeting, error);
	if (status == STATUS_OK && *meeting == 0)
		status = programme_add(programme, type_find("meeting"), texts, 2, meeting, error);
	arena_clear(&arena);
	return status;
}

/* Writes into the record of an occurrence. */
static enum status
change_meeting(struct programme *programme, int64_t forum, day on, const char *label,
	const struct field_text *texts, size_t count, struct error *error)
{
	struct arena arena = { 0 };
	const char *name = programme_title(programme, type_find("forum"), forum, &arena);
	char date[DATE_SIZE];
	enum status status = store_begin(programme->store, label, error);
	int64_t meeting = 0;
	bool changed;

	if (status != STATUS_OK)
		goto out;
	date_format(on, date);
	status = programme_meeting_open(programme, forum, on, &meeting, error);
	if (status == STATUS_OK)
		status = programme_set(programme, type_find("meeting"), meeting, texts, count, NULL,
			&changed, error);
	store_set_label(
		programme->store, arena_format(&arena, "%s \"%s\" of %s", label, name, date));
	status = store_end(programme->store, status, error);
out:
	arena_clear(&arena);
	return status;
}

enum status
programme_meeting_cancel(
	struct programme *programme, int64_t forum, day on, bool cancelled, struct error *error)
{
	const char *held = cancelled ? "no" : "yes";
	const struct field_text text = { "held", held, strlen(held) };

	return change_meeting(
		programme, forum, on, cancelled ? "cancel" : "hold after all", &text, 1, error);
}

/* The day it was planned for at first; on, where it has not been moved before. */
static enum status
first_planned(struct programme *programme, int64_t forum, day on, day *out, struct error *error)
{
	struct arena arena = { 0 };
	struct record *record = arena_alloc(&arena, sizeof *record);
	char date[DATE_SIZE];
	int64_t meeting = 0;
	enum status status;

	*out = on;
	date_format(on, date);
	status = find_meeting(programme, forum, date, &meeting, error);
	if (status == STATUS_OK && meeting != 0)
		status = programme_get(
			programme, type_find("meeting"), meeting, &arena, record, error);
	if (status == STATUS_OK && meeting != 0)
		record_day(record, "planned_on", out);
	arena_clear(&arena);
	return status;
}

enum status
programme_meeting_move(
	struct programme *programme, int64_t forum, day on, day to, struct error *error)
{
	char date[DATE_SIZE], planned[DATE_SIZE];
	const struct field_text texts[] = {
		{ "on", date, DATE_SIZE - 1 },
		{ "planned_on", planned, DATE_SIZE - 1 },
	};
	day first;
	enum status status = first_planned(programme, forum, on, &first, error);

	if (status != STATUS_OK)
		return status;
	date_format(to, date);
	date_format(first, planned);
	return change_meeting(programme, forum, on, "move", texts, 2, error);
}
