/* SPDX-License-Identifier: MIT */
/*
 * The record of one meeting. Who should have come, the rule book says. Blockers
 * belong to no meeting; those raised on its day, for its team where it has one, are shown with it.
 */
#include <string.h>

#include "programme/document/document.h"
#include "rollout/programme/calendar.h"

struct reading {
	struct rows rows;
	struct arena *arena;
	struct meeting_report *out;
	bool waiting; /* what is read waits for the meeting */
};

static const char *
words(const struct reading *reading, const struct record *record, const char *field)
{
	return record_copy_words(record, field, reading->arena);
}

static struct attendee *
find_person(const struct reading *reading, int64_t id)
{
	for (size_t i = 0; i < reading->out->people_count; i++)
		if (reading->out->people[i].id == id)
			return &reading->out->people[i];
	return NULL;
}

/* The person of the record, who is added if new. */
static struct attendee *
place_person(struct reading *reading, const struct record *record)
{
	struct meeting_report *out = reading->out;
	struct attendee *person = find_person(reading, record_number(record, "stakeholder"));

	if (person)
		return person;
	out->people =
		arena_grow(reading->arena, out->people, out->people_count, sizeof *out->people);
	out->people[out->people_count] =
		(struct attendee){ .id = record_number(record, "stakeholder"),
			.name = programme_title_of(
				reading->rows.programme, record, "stakeholder", reading->arena),
			.state = "" };
	return &out->people[out->people_count++];
}

/* "Mara Quist, 2026-12-01": who, and when it was promised. */
static const char *
describe(const struct reading *reading, const struct record *record, const char *who,
	const char *when)
{
	const char *name = programme_title_of(reading->rows.programme, record, who, reading->arena);
	const char *date = words(reading, record, when);

	return arena_format(reading->arena, "%s%s%s", name ? name : "",
		name && *name && *date ? ", " : "", date);
}

static void
add_item(struct reading *reading, const struct record *record, const char *text, const char *detail,
	const char *closed)
{
	struct meeting_report *out = reading->out;
	const struct meeting_item item = { record->type->name, record->id, text, detail,
		!record_has(record, closed) };

	if (!reading->waiting) {
		out->items =
			arena_grow(reading->arena, out->items, out->item_count, sizeof *out->items);
		out->items[out->item_count++] = item;
	} else if (out->waiting_count < WAITING_MOST) {
		out->waiting = arena_grow(
			reading->arena, out->waiting, out->waiting_count, sizeof *out->waiting);
		out->waiting[out->waiting_count++] = item;
	}
}

static void
read_decisions(struct reading *reading, const char *field, struct value value, const char *order)
{
	struct record record;

	rows_where(&reading->rows, "decision", field, value, order);
	while (rows_next(&reading->rows, &record)) {
		const char *outcome = words(reading, &record, "outcome");

		add_item(reading, &record, words(reading, &record, "question"),
			*outcome ? outcome
				 : describe(reading, &record, "decided_by", "requested_on"),
			"decided_on");
	}
}

/* Of a team's own meeting only what is its own, where all is asked for that waits. */
static void
read_actions(struct reading *reading, const char *field, struct value value, const char *order)
{
	int64_t team = reading->waiting ? reading->out->team : 0;
	struct record record;

	rows_where(&reading->rows, "action", field, value, order);
	while (rows_next(&reading->rows, &record))
		if (team == 0 || record_number(&record, "team") == team)
			add_item(reading, &record, words(reading, &record, "text"),
				describe(reading, &record, "owner", "due_on"), "done_on");
}

static void
read_blockers(struct reading *reading, const char *field, struct value value, const char *order)
{
	int64_t team = reading->out->team;
	struct record record;

	rows_where(&reading->rows, "blocker", field, value, order);
	while (rows_next(&reading->rows, &record))
		if (team == 0 || record_number(&record, "team") == team)
			add_item(reading, &record, words(reading, &record, "text"),
				describe(reading, &record, "owner", "raised_on"), "resolved_on");
}

static void
read_head(struct reading *reading, const struct occasion *occasion)
{
	struct meeting_report *out = reading->out;
	struct record record;

	out->forum = occasion->forum;
	out->on = occasion->on;
	out->held = true;
	out->notes = "";
	if (occasion->meeting != 0) {
		if (!rows_get(
			    &reading->rows, "meeting", occasion->meeting, reading->arena, &record))
			return;
		out->id = occasion->meeting;
		out->forum = record_number(&record, "forum");
		out->on = record_date(&record, "on");
		out->held = record_flag(&record, "held", true);
		out->confidence = (int)record_number(&record, "confidence");
		out->notes = words(reading, &record, "notes");
	}
	if (!rows_get(&reading->rows, "forum", out->forum, reading->arena, &record))
		return;
	out->name = words(reading, &record, "name");
	out->level = words(reading, &record, "level");
	out->agenda = words(reading, &record, "agenda");
	out->team = record_number(&record, "team");
}

/* Those who are invited by name; whoever came as well stands behind them. */
static void
read_people(struct reading *reading)
{
	struct rows *rows = &reading->rows;
	struct record record;

	rows_where(rows, "invitee", "forum", value_integer(reading->out->forum), NULL);
	while (rows_next(rows, &record)) {
		struct attendee *person = place_person(reading, &record);

		person->invited = true;
		person->required = record_flag(&record, "required", true);
	}
	if (reading->out->id == 0)
		return;
	rows_where(rows, "attendance", "meeting", value_integer(reading->out->id), NULL);
	while (rows_next(rows, &record))
		place_person(reading, &record)->state = words(reading, &record, "state");
}

static void
read_items(struct reading *reading)
{
	struct value meeting = value_integer(reading->out->id);
	char on[DATE_SIZE];

	date_format(reading->out->on, on);
	if (reading->out->id != 0) {
		read_decisions(reading, "meeting", meeting, NULL);
		read_actions(reading, "meeting", meeting, NULL);
	}
	read_blockers(reading, "raised_on", value_text(on), NULL);
	reading->waiting = true;
	if (reading->out->team == 0)
		read_decisions(reading, "decided_on", value_none(), "requested_on");
	read_blockers(reading, "resolved_on", value_none(), "raised_on");
	read_actions(reading, "done_on", value_none(), "due_on");
}

enum status
programme_meeting(struct programme *programme, const struct occasion *occasion, struct arena *arena,
	struct meeting_report *out, struct error *error)
{
	struct reading reading = { rows_open(programme, NULL, error), arena, out, false };

	*out = (struct meeting_report){ 0 };
	read_head(&reading, occasion);
	read_people(&reading);
	read_items(&reading);
	return rows_close(&reading.rows);
}

static enum status
find_attendance(struct programme *programme, int64_t meeting, int64_t person, int64_t *id,
	struct error *error)
{
	struct query query = query_of("attendance");

	query_where(&query, "meeting", value_integer(meeting));
	query_where(&query, "stakeholder", value_integer(person));
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

/* Writes what is known of one person at a meeting that has a record. */
static enum status
put_attendance(struct programme *programme, int64_t meeting, int64_t person, const char *state,
	struct error *error)
{
	const struct type *type = type_find("attendance");
	const struct field_text text = { "state", state, strlen(state) };
	bool differs;
	int64_t id = 0;
	enum status status = find_attendance(programme, meeting, person, &id, error);

	if (status != STATUS_OK || (id == 0 && !*state))
		return status;
	if (id == 0)
		return insert_attendance(programme, meeting, person, state, error);
	return *state ? programme_set(programme, type, id, &text, 1, NULL, &differs, error)
		      : programme_remove(programme, type, &id, 1, error);
}

enum status
programme_attend(struct programme *programme, struct occasion *occasion, int64_t person,
	const char *state, bool *changed, struct error *error)
{
	struct arena arena = { 0 };
	struct occasion written = *occasion;
	enum status status = store_begin(programme->store, "attendance", error);

	*changed = false;
	if (status != STATUS_OK)
		return status;
	/* What is taken away where nothing is recorded makes no record. */
	if (*state)
		status = occasion_record(programme, &written, error);
	if (status == STATUS_OK && written.meeting != 0)
		status = put_attendance(programme, written.meeting, person, state, error);
	*changed = store_has_changed(programme->store);
	store_set_label(programme->store,
		arena_format(&arena, "%s: %s, %s",
			programme_title(programme, type_find("meeting"), written.meeting, &arena),
			programme_title(programme, type_find("stakeholder"), person, &arena),
			*state ? state : "not recorded"));
	status = store_end(programme->store, status, error);
	if (status == STATUS_OK)
		*occasion = written;
	arena_clear(&arena);
	return status;
}

enum status
programme_attend_rest(struct programme *programme, struct occasion *occasion, size_t *changed,
	struct error *error)
{
	struct arena arena = { 0 };
	struct occasion written = *occasion;
	struct meeting_report report;
	enum status status = programme_meeting(programme, occasion, &arena, &report, error);

	*changed = 0;
	if (status == STATUS_OK)
		status = store_begin(programme->store, "attendance", error);
	if (status != STATUS_OK)
		goto out;
	for (size_t i = 0; i < report.people_count && status == STATUS_OK; i++) {
		bool differs;

		if (*report.people[i].state)
			continue;
		status = programme_attend(
			programme, &written, report.people[i].id, "present", &differs, error);
		*changed += 1;
	}
	store_set_label(programme->store,
		arena_format(&arena, "%s: %zu present",
			programme_title(programme, type_find("meeting"), written.meeting, &arena),
			*changed));
	status = store_end(programme->store, status, error);
	if (status == STATUS_OK)
		*occasion = written;
out:
	arena_clear(&arena);
	return status;
}

enum status
programme_meeting_note(struct programme *programme, struct occasion *occasion,
	const struct type *type, const struct field_text *texts, size_t count, struct error *error)
{
	enum { FIELDS_MOST = 8 };
	struct arena arena = { 0 };
	struct occasion written = *occasion;
	struct field_text all[FIELDS_MOST];
	int64_t added;
	enum status status = store_begin(programme->store, "add", error);

	if (status != STATUS_OK)
		return status;
	status = occasion_record(programme, &written, error);
	memcpy(all, texts, count * sizeof *all);
	if (status == STATUS_OK && type_field_index(type, "meeting") >= 0) {
		const char *id = programme_identifier(
			programme, type_find("meeting"), written.meeting, &arena);

		all[count++] = (struct field_text){ "meeting", id, strlen(id) };
	}
	if (status == STATUS_OK)
		status = programme_add(programme, type, all, count, &added, error);
	status = store_end(programme->store, status, error);
	if (status == STATUS_OK)
		*occasion = written;
	arena_clear(&arena);
	return status;
}

enum status
programme_meeting_set(struct programme *programme, struct occasion *occasion,
	const struct field_text *texts, size_t count, struct error *error)
{
	struct occasion written = *occasion;
	bool changed;
	enum status status = store_begin(programme->store, "set", error);

	if (status != STATUS_OK)
		return status;
	status = occasion_record(programme, &written, error);
	if (status == STATUS_OK)
		status = programme_set(programme, type_find("meeting"), written.meeting, texts,
			count, NULL, &changed, error);
	status = store_end(programme->store, status, error);
	if (status == STATUS_OK)
		*occasion = written;
	return status;
}
