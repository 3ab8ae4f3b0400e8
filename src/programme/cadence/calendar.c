/* SPDX-License-Identifier: MIT */
/*
 * Occurrences of forums beside the meetings that were recorded. An occurrence in the past without a
 * record was missed, but for holidays.
 */
#include "rollout/programme/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/rules/recurrence.h"

struct gathering {
	struct rows rows;
	struct arena *arena;
	day first, last;
	struct occurrence *items;
	size_t count;
	day *holidays;
	size_t holiday_count;
};

const char *
occurrence_name(enum occurrence_state state)
{
	switch (state) {
	case OCCURRENCE_PLANNED: return "planned";
	case OCCURRENCE_HELD: return "held";
	case OCCURRENCE_MISSED: return "missed";
	case OCCURRENCE_CANCELLED: return "cancelled";
	case OCCURRENCE_HOLIDAY: return "holiday";
	}
	return "";
}

bool
occurrence_was_due(enum occurrence_state state)
{
	return state == OCCURRENCE_HELD || state == OCCURRENCE_MISSED;
}

static struct occurrence *
add_item(struct gathering *gathering, struct occurrence item)
{
	gathering->items = array_grow(gathering->items, gathering->count, sizeof *gathering->items);
	gathering->items[gathering->count] = item;
	return &gathering->items[gathering->count++];
}

static struct occurrence
describe_forum(struct arena *arena, const struct record *record)
{
	return (struct occurrence){ .forum = record->id,
		.name = record_copy_text(record, "name", arena),
		.level = record_copy_text(record, "level", arena),
		.at = record_copy_text(record, "at", arena) };
}

static bool
is_holiday(const struct gathering *gathering, day on)
{
	size_t i = 0;

	while (i < gathering->holiday_count && gathering->holidays[i] != on)
		i++;
	return i < gathering->holiday_count;
}

/* One rule of a forum, with the days on which it holds. */
struct stretch {
	const struct record *of; /* with rule and starts_on */
	day from, until;
};

static void
add_stretch(struct gathering *gathering, struct occurrence item, struct stretch stretch)
{
	day today = gathering->rows.programme->today;
	const char *text = record_text(stretch.of, "rule");
	struct error ignored;
	struct rrule rule;
	struct recurrence recurrence = { .rule = &rule,
		.start = record_date(stretch.of, "starts_on"),
		.first = stretch.from > gathering->first ? stretch.from : gathering->first,
		.last = stretch.until < gathering->last ? stretch.until : gathering->last };

	if (recurrence.start == NO_DAY || recurrence.last < recurrence.first || !text ||
		rrule_parse("rule", text, &rule, &ignored) != STATUS_OK)
		return;
	while (recurrence_next(&recurrence, &item.on)) {
		item.state = is_holiday(gathering, item.on) ? OCCURRENCE_HOLIDAY
			     : item.on < today              ? OCCURRENCE_MISSED
							    : OCCURRENCE_PLANNED;
		add_item(gathering, item);
	}
}

/* A rule that is made after today is not known yet: the one before it goes on. */
static void
add_occurrences(struct gathering *gathering, const struct record *forum)
{
	struct programme *programme = gathering->rows.programme;
	const struct occurrence item = describe_forum(gathering->arena, forum);
	struct rows rows = rows_open(programme, NULL, gathering->rows.error);
	struct record former;
	day from = gathering->first;
	bool known = true;

	rows_where(&rows, "former_rule", "forum", value_integer(forum->id), "until_on");
	while (known && rows_next(&rows, &former)) {
		day until = record_date(&former, "until_on");

		known = until < programme->today;
		add_stretch(gathering, item,
			(struct stretch){ &former, from, known ? until : gathering->last });
		if (until >= from)
			from = until + 1;
	}
	if (known)
		add_stretch(gathering, item, (struct stretch){ forum, from, gathering->last });
	gathering->rows.status = rows_close(&rows);
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

/* A meeting of no day of its forum. */
static struct occurrence *
add_extra(struct gathering *gathering, int64_t forum)
{
	struct record record;

	return rows_get(&gathering->rows, "forum", forum, gathering->arena, &record)
		       ? add_item(gathering, describe_forum(gathering->arena, &record))
		       : NULL;
}

bool
calendar_has_held(const struct record *meeting, day today)
{
	day on = record_date(meeting, "on");

	return on != NO_DAY && on <= today && record_flag(meeting, "held", true);
}

static void
take_meeting(struct gathering *gathering, const struct record *record)
{
	int64_t forum = record_number(record, "forum");
	day on = record_date(record, "on"), planned = record_date(record, "planned_on");
	bool moved = planned != NO_DAY && planned != on;
	struct occurrence *item = find_occurrence(gathering, forum, moved ? planned : on);

	if (!item && on >= gathering->first && on <= gathering->last)
		item = add_extra(gathering, forum);
	if (!item)
		return;
	item->on = on;
	item->moved = moved;
	item->meeting = record->id;
	item->state = !record_flag(record, "held", true) ? OCCURRENCE_CANCELLED
		      : calendar_has_held(record, gathering->rows.programme->today)
			      ? OCCURRENCE_HELD
			      : OCCURRENCE_PLANNED;
	/* On a day on which the forum met, its occurrence without a record says nothing. */
	item = item->state == OCCURRENCE_HELD ? find_occurrence(gathering, forum, on) : NULL;
	if (item)
		item->on = NO_DAY;
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

static void
read_meetings(struct gathering *gathering)
{
	struct query query = query_of("meeting");
	char first[DATE_SIZE], last[DATE_SIZE];
	struct record record;

	date_format(gathering->first, first);
	date_format(gathering->last, last);
	query_compare(&query, "on", COMPARE_GREATER_EQUAL, value_text(first));
	query_compare(&query, "on", COMPARE_LESS_EQUAL, value_text(last));
	rows_read(&gathering->rows, &query);
	while (rows_next(&gathering->rows, &record))
		take_meeting(gathering, &record);
}

static bool
is_seen(const struct gathering *gathering, int64_t meeting)
{
	for (size_t i = 0; i < gathering->count; i++)
		if (gathering->items[i].meeting == meeting)
			return true;
	return false;
}

/* A meeting that was moved away leaves its day. */
static void
read_moved(struct gathering *gathering)
{
	struct query query = query_of("meeting");
	struct record record;

	query_compare(&query, "planned_on", COMPARE_NOT_EQUAL, value_none());
	rows_read(&gathering->rows, &query);
	while (rows_next(&gathering->rows, &record))
		if (!is_seen(gathering, record.id))
			take_meeting(gathering, &record);
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

static void
read_holidays(struct gathering *gathering)
{
	struct record record;

	rows_of(&gathering->rows, "holiday", NULL);
	while (rows_next(&gathering->rows, &record)) {
		gathering->holidays = arena_grow(gathering->arena, gathering->holidays,
			gathering->holiday_count, sizeof *gathering->holidays);
		gathering->holidays[gathering->holiday_count++] = record_date(&record, "on");
	}
}

enum status
programme_calendar(struct programme *programme, day first, day last, struct arena *arena,
	struct calendar_report *out, struct error *error)
{
	struct gathering gathering = { .rows = rows_open(programme, NULL, error),
		.arena = arena,
		.first = first,
		.last = last };
	struct record record;

	*out = (struct calendar_report){ 0 };
	read_holidays(&gathering);
	rows_of(&gathering.rows, "forum", NULL);
	while (rows_next(&gathering.rows, &record))
		add_occurrences(&gathering, &record);
	read_meetings(&gathering);
	read_moved(&gathering);
	drop_outside(&gathering);
	if (gathering.rows.status == STATUS_OK && gathering.count > 0) {
		qsort(gathering.items, gathering.count, sizeof *gathering.items,
			compare_occurrences);
		out->items = arena_alloc(arena, gathering.count * sizeof *out->items);
		memcpy(out->items, gathering.items, gathering.count * sizeof *out->items);
		out->count = gathering.count;
	}
	free(gathering.items);
	return rows_close(&gathering.rows);
}

static enum status
find_meeting(struct programme *programme, int64_t forum, const char *on, int64_t *meeting,
	struct error *error)
{
	struct query query = query_of("meeting");

	query_where(&query, "forum", value_integer(forum));
	query_where(&query, "on", value_text(on));
	return find_record(programme, &query, meeting, error);
}

enum status
occasion_record(struct programme *programme, struct occasion *occasion, struct error *error)
{
	struct arena arena = { 0 };
	char date[DATE_SIZE];
	const char *identifier;
	enum status status = STATUS_OK;

	if (occasion->meeting != 0)
		return STATUS_OK;
	date_format(occasion->on, date);
	identifier = programme_identifier(programme, type_find("forum"), occasion->forum, &arena);
	status = find_meeting(programme, occasion->forum, date, &occasion->meeting, error);
	if (status == STATUS_OK && occasion->meeting == 0) {
		const struct field_text texts[] = {
			{ "forum", identifier, strlen(identifier) },
			{ "on", date, DATE_SIZE - 1 },
		};

		status = programme_add(
			programme, type_find("meeting"), texts, 2, &occasion->meeting, error);
	}
	arena_clear(&arena);
	return status;
}

/* Writes into the record of an occurrence. */
static enum status
change_meeting(struct programme *programme, int64_t forum, day on, const char *label,
	const struct field_text *texts, size_t count, struct error *error)
{
	struct arena arena = { 0 };
	struct occasion occasion = { 0, forum, on };
	const char *name = programme_title(programme, type_find("forum"), forum, &arena);
	char date[DATE_SIZE];
	enum status status = store_begin(programme->store, label, error);

	if (status == STATUS_OK) {
		date_format(on, date);
		status = programme_meeting_set(programme, &occasion, texts, count, error);
		store_set_label(programme->store,
			arena_format(&arena, "%s \"%s\" of %s", label, name, date));
		status = store_end(programme->store, status, error);
	}
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
	if (status == STATUS_OK && meeting != 0 && record_has(record, "planned_on"))
		*out = record_date(record, "planned_on");
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
