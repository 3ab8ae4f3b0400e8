/* SPDX-License-Identifier: MIT */
/*
 * The record of one meeting. Who should have come, the rule book says. Blockers
 * belong to no meeting; those raised on its day, for its team where it has one, are shown with it.
 */
#include <string.h>

#include "programme/document/document.h"
#include "rollout/programme/calendar.h"

struct reading {
	struct programme *programme;
	struct arena *arena;
	struct meeting_report *out;
	size_t people_space, item_space, waiting_space;
	bool waiting; /* what is read waits for the meeting */
};

static const char *
text_of(const struct reading *reading, const struct record *record, const char *field)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_TEXT ? arena_copy(reading->arena, value->text, value->length)
					 : "";
}

static void *
grow(struct arena *arena, void *items, size_t count, size_t *space, size_t size)
{
	void *bigger = items;

	if (count < *space)
		return items;
	*space = *space > 0 ? *space * 2 : 16;
	bigger = arena_alloc(arena, *space * size);
	if (count > 0)
		memcpy(bigger, items, count * size);
	return bigger;
}

static struct attendee *
find_person(const struct reading *reading, int64_t id)
{
	for (size_t i = 0; i < reading->out->people_count; i++)
		if (reading->out->people[i].id == id)
			return &reading->out->people[i];
	return NULL;
}

static struct attendee *
add_person(struct reading *reading, int64_t id)
{
	struct meeting_report *out = reading->out;

	out->people = grow(reading->arena, out->people, out->people_count, &reading->people_space,
		sizeof *out->people);
	out->people[out->people_count] = (struct attendee){ .id = id,
		.name = programme_title(
			reading->programme, type_find("stakeholder"), id, reading->arena),
		.state = "" };
	return &out->people[out->people_count++];
}

static enum status
take_invitee(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	int64_t id = record_number(record, "stakeholder");
	struct attendee *person = find_person(reading, id);

	(void)error;
	if (!person)
		person = add_person(reading, id);
	person->invited = true;
	person->required = record_get(record, "required")->kind == VALUE_NONE ||
			   record_number(record, "required") != 0;
	return STATUS_OK;
}

static enum status
take_attendance(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	int64_t id = record_number(record, "stakeholder");
	struct attendee *person = find_person(reading, id);

	(void)error;
	if (!person)
		person = add_person(reading, id);
	person->state = text_of(reading, record, "state");
	return STATUS_OK;
}

/* "Mara Quist, 2026-12-01": who, and when it was promised. */
static const char *
describe(const struct reading *reading, const struct record *record, const char *who,
	const char *when)
{
	int64_t person = record_number(record, who);
	const char *name = person == 0 ? ""
				       : programme_title(reading->programme,
						 type_find("stakeholder"), person, reading->arena);
	const char *date = text_of(reading, record, when);

	return arena_format(reading->arena, "%s%s%s", name, *name && *date ? ", " : "", date);
}

static void
add_item(struct reading *reading, const struct record *record, const char *text, const char *detail,
	const char *closed)
{
	struct meeting_report *out = reading->out;
	const struct meeting_item item = { record->type->name, record->id, text, detail,
		record_get(record, closed)->kind == VALUE_NONE };

	if (!reading->waiting) {
		out->items = grow(reading->arena, out->items, out->item_count, &reading->item_space,
			sizeof *out->items);
		out->items[out->item_count++] = item;
	} else if (out->waiting_count < WAITING_MOST) {
		out->waiting = grow(reading->arena, out->waiting, out->waiting_count,
			&reading->waiting_space, sizeof *out->waiting);
		out->waiting[out->waiting_count++] = item;
	}
}

static enum status
take_decision(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;
	const char *outcome = text_of(reading, record, "outcome");

	(void)error;
	add_item(reading, record, text_of(reading, record, "question"),
		*outcome ? outcome : describe(reading, record, "decided_by", "requested_on"),
		"decided_on");
	return STATUS_OK;
}

/* A team's own meeting goes through what is its own. */
static bool
is_elsewhere(const struct reading *reading, const struct record *record)
{
	return reading->waiting && reading->out->team != 0 &&
	       record_number(record, "team") != reading->out->team;
}

static enum status
take_action(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;

	(void)error;
	if (is_elsewhere(reading, record))
		return STATUS_OK;
	add_item(reading, record, text_of(reading, record, "text"),
		describe(reading, record, "owner", "due_on"), "done_on");
	return STATUS_OK;
}

static enum status
take_blocker(void *context, const struct record *record, struct error *error)
{
	struct reading *reading = context;

	(void)error;
	if (reading->out->team != 0 && record_number(record, "team") != reading->out->team)
		return STATUS_OK;
	add_item(reading, record, text_of(reading, record, "text"),
		describe(reading, record, "owner", "raised_on"), "resolved_on");
	return STATUS_OK;
}

static enum status
each_where(struct reading *reading, const char *type, const char *field, struct value value,
	const char *order,
	enum status (*take)(void *context, const struct record *record, struct error *error),
	struct error *error)
{
	struct query query = { .type = type_find(type), .condition_count = 1 };

	query.conditions[0] =
		(struct condition){ type_field_index(query.type, field), COMPARE_EQUAL, value };
	query.order = order ? type_field_index(query.type, order) + 1 : 0;
	return programme_each(reading->programme, &query, take, reading, error);
}

static enum status
read_forum(struct reading *reading, struct error *error)
{
	struct record *record = arena_alloc(reading->arena, sizeof *record);
	enum status status = programme_get(reading->programme, type_find("forum"),
		reading->out->forum, reading->arena, record, error);

	if (status != STATUS_OK)
		return status;
	reading->out->name = text_of(reading, record, "name");
	reading->out->level = text_of(reading, record, "level");
	reading->out->agenda = text_of(reading, record, "agenda");
	reading->out->team = record_number(record, "team");
	return STATUS_OK;
}

static enum status
read_head(struct reading *reading, int64_t meeting, struct error *error)
{
	struct record *record = arena_alloc(reading->arena, sizeof *record);
	enum status status = programme_get(
		reading->programme, type_find("meeting"), meeting, reading->arena, record, error);

	if (status != STATUS_OK)
		return status;
	reading->out->id = meeting;
	reading->out->forum = record_number(record, "forum");
	record_day(record, "on", &reading->out->on);
	reading->out->held = record_get(record, "held")->kind == VALUE_NONE ||
			     record_number(record, "held") != 0;
	reading->out->confidence = (int)record_number(record, "confidence");
	reading->out->notes = text_of(reading, record, "notes");
	return read_forum(reading, error);
}

/* Those who are invited by name; whoever came as well stands behind them. */
static enum status
read_people(struct reading *reading, struct error *error)
{
	enum status status = each_where(reading, "invitee", "forum",
		value_integer(reading->out->forum), NULL, take_invitee, error);

	if (status == STATUS_OK)
		status = each_where(reading, "attendance", "meeting",
			value_integer(reading->out->id), NULL, take_attendance, error);
	return status;
}

static enum status
read_items(struct reading *reading, struct error *error)
{
	struct value meeting = value_integer(reading->out->id);
	char on[DATE_SIZE];
	enum status status =
		each_where(reading, "decision", "meeting", meeting, NULL, take_decision, error);

	date_format(reading->out->on, on);
	if (status == STATUS_OK)
		status =
			each_where(reading, "action", "meeting", meeting, NULL, take_action, error);
	if (status == STATUS_OK)
		status = each_where(
			reading, "blocker", "raised_on", value_text(on), NULL, take_blocker, error);
	return status;
}

static enum status
read_waiting(struct reading *reading, struct error *error)
{
	enum status status = STATUS_OK;

	reading->waiting = true;
	if (reading->out->team == 0)
		status = each_where(reading, "decision", "decided_on", value_none(), "requested_on",
			take_decision, error);
	if (status == STATUS_OK)
		status = each_where(reading, "blocker", "resolved_on", value_none(), "raised_on",
			take_blocker, error);
	if (status == STATUS_OK)
		status = each_where(
			reading, "action", "done_on", value_none(), "due_on", take_action, error);
	return status;
}

enum status
programme_meeting(struct programme *programme, int64_t meeting, struct arena *arena,
	struct meeting_report *out, struct error *error)
{
	struct reading reading = { .programme = programme, .arena = arena, .out = out };
	enum status status = store_begin_read(programme->store, error);

	*out = (struct meeting_report){ 0 };
	if (status != STATUS_OK)
		return status;
	status = read_head(&reading, meeting, error);
	if (status == STATUS_OK)
		status = read_people(&reading, error);
	if (status == STATUS_OK)
		status = read_items(&reading, error);
	if (status == STATUS_OK)
		status = read_waiting(&reading, error);
	store_end_read(programme->store);
	return status;
}

static enum status
find_attendance(struct programme *programme, int64_t meeting, int64_t person, int64_t *id,
	struct error *error)
{
	const struct type *type = type_find("attendance");
	struct query query = { .type = type, .condition_count = 2 };

	query.conditions[0] = (struct condition){ type_field_index(type, "meeting"), COMPARE_EQUAL,
		value_integer(meeting) };
	query.conditions[1] = (struct condition){ type_field_index(type, "stakeholder"),
		COMPARE_EQUAL, value_integer(person) };
	return find_record(programme, &query, id, error);
}

static enum status
insert_attendance(struct programme *programme, int64_t meeting, int64_t person, const char *state,
	struct error *error)
{
	struct arena arena = { 0 };
	struct record record;
	enum status status;

	record_init(&record, type_find("attendance"));
	record_put(&record, "meeting", value_integer(meeting));
	record_put(&record, "stakeholder", value_integer(person));
	record_put(&record, "state", value_text(state));
	status = record_insert(programme, &record, &arena, error);
	arena_clear(&arena);
	return status;
}

enum status
programme_attend(struct programme *programme, int64_t meeting, int64_t person, const char *state,
	bool *changed, struct error *error)
{
	const struct type *type = type_find("attendance");
	const struct field_text text = { "state", state, strlen(state) };
	struct arena arena = { 0 };
	bool differs;
	int64_t id = 0;
	enum status status = store_begin(programme->store, "attendance", error);

	*changed = false;
	if (status != STATUS_OK)
		return status;
	status = find_attendance(programme, meeting, person, &id, error);
	if (status == STATUS_OK && id == 0 && *state)
		status = insert_attendance(programme, meeting, person, state, error);
	else if (status == STATUS_OK && id != 0 && *state)
		status = programme_set(programme, type, id, &text, 1, NULL, &differs, error);
	else if (status == STATUS_OK && id != 0)
		status = programme_remove(programme, type, &id, 1, error);
	*changed = store_has_changed(programme->store);
	store_set_label(programme->store,
		arena_format(&arena, "%s: %s, %s",
			programme_title(programme, type_find("meeting"), meeting, &arena),
			programme_title(programme, type_find("stakeholder"), person, &arena),
			*state ? state : "not recorded"));
	status = store_end(programme->store, status, error);
	arena_clear(&arena);
	return status;
}

enum status
programme_attend_rest(
	struct programme *programme, int64_t meeting, size_t *changed, struct error *error)
{
	struct arena arena = { 0 };
	struct meeting_report report;
	bool differs;
	enum status status = programme_meeting(programme, meeting, &arena, &report, error);

	*changed = 0;
	if (status == STATUS_OK)
		status = store_begin(programme->store, "attendance", error);
	if (status != STATUS_OK)
		goto out;
	for (size_t i = 0; i < report.people_count && status == STATUS_OK; i++) {
		if (*report.people[i].state)
			continue;
		status = programme_attend(
			programme, meeting, report.people[i].id, "present", &differs, error);
		*changed += 1;
	}
	store_set_label(programme->store,
		arena_format(&arena, "%s: %zu present",
			programme_title(programme, type_find("meeting"), meeting, &arena),
			*changed));
	status = store_end(programme->store, status, error);
out:
	arena_clear(&arena);
	return status;
}
