/* SPDX-License-Identifier: MIT */
/*
 * Reads and writes the notes of the handoff gate. Must not hand a team off: that is a person's
 * decision.
 */
#include "rollout/programme/handoff.h"

#include <string.h>

#include "programme/document/document.h"
#include "rollout/programme/calendar.h"

enum { LOOK_BACK_DAYS = 13 * 7 };

struct reading {
	struct rows rows;
	struct arena *arena;
	struct handoff_report *out;
};

static const struct choice *
criteria(void)
{
	const struct type *type = type_find("handoff");

	return type->fields[type_field_index(type, "criterion")].choices;
}

const char *
handoff_criterion(int index)
{
	return criteria()[index].name;
}

static int
criterion_index(const char *name)
{
	int index = 0;

	while (index < HANDOFF_CRITERIA && strcmp(handoff_criterion(index), name) != 0)
		index++;
	return index;
}

static void
read_teams(struct reading *reading)
{
	struct handoff_report *out = reading->out;
	struct record record;

	rows_of(&reading->rows, "team", "name");
	while (rows_next(&reading->rows, &record)) {
		struct handoff_team *team;

		out->teams = arena_grow(reading->arena, out->teams, out->count, sizeof *out->teams);
		team = &out->teams[out->count++];
		*team = (struct handoff_team){ .id = record.id,
			.name = record_copy_words(&record, "name", reading->arena),
			.ownership = record_copy_words(&record, "ownership", reading->arena),
			.fallback = record_copy_words(&record, "fallback", reading->arena) };
		for (int i = 0; i < HANDOFF_CRITERIA; i++) {
			team->cells[i] =
				(struct handoff_cell){ .evidence = "", .by = "", .on = "" };
			for (int j = 0; j < HANDOFF_CYCLES_SHOWN; j++)
				team->cells[i].results[j] = "";
		}
	}
}

static struct handoff_team *
find_team(const struct reading *reading, int64_t id)
{
	for (size_t i = 0; i < reading->out->count; i++)
		if (reading->out->teams[i].id == id)
			return &reading->out->teams[i];
	return NULL;
}

static void
find_cycles(struct reading *reading)
{
	struct record record;

	rows_of(&reading->rows, "handoff", "cycle");
	while (rows_next(&reading->rows, &record)) {
		struct handoff_team *team = find_team(reading, record_number(&record, "team"));
		int cycle = (int)record_number(&record, "cycle");

		if (team && cycle > team->cycle)
			team->cycle = cycle;
	}
}

static void
take_note(struct reading *reading, const struct record *record)
{
	struct handoff_team *team = find_team(reading, record_number(record, "team"));
	int criterion = criterion_index(record_text(record, "criterion")), place;
	struct handoff_cell *cell;
	const char *by;

	if (!team || criterion >= HANDOFF_CRITERIA)
		return;
	place = HANDOFF_CYCLES_SHOWN - 1 - (team->cycle - (int)record_number(record, "cycle"));
	if (place < 0)
		return;
	by = programme_title_of(reading->rows.programme, record, "by", reading->arena);
	cell = &team->cells[criterion];
	cell->results[place] = record_copy_words(record, "result", reading->arena);
	cell->evidence = record_copy_words(record, "evidence", reading->arena);
	cell->shown[place] = *cell->evidence != '\0';
	cell->on = record_copy_words(record, "on", reading->arena);
	cell->by = by ? by : "";
}

/* Whether the criterion was passed that many cycles before the newest; a tick proves nothing. */
static bool
is_proven(const struct handoff_cell *cell, int before)
{
	int place = HANDOFF_CYCLES_SHOWN - 1 - before;

	return place >= 0 && cell->shown[place] && strcmp(cell->results[place], "pass") == 0;
}

static void
judge_team(const struct handoff_report *report, struct handoff_team *team)
{
	for (int i = 0; i < HANDOFF_CRITERIA; i++) {
		int row = 0;

		while (is_proven(&team->cells[i], row))
			row++;
		team->cells[i].reliable = row >= report->cycles;
		team->reliable += team->cells[i].reliable ? 1 : 0;
	}
}

enum status
programme_handoff(struct programme *programme, struct arena *arena, struct handoff_report *out,
	struct error *error)
{
	struct reading reading = { rows_open(programme, NULL, error), arena, out };
	struct record record;

	*out = (struct handoff_report){ .cycles = (int)store_setting(
						programme->store, "reliable_cycles") };
	read_teams(&reading);
	find_cycles(&reading);
	rows_of(&reading.rows, "handoff", "cycle");
	while (rows_next(&reading.rows, &record))
		take_note(&reading, &record);
	for (size_t i = 0; i < out->count; i++)
		judge_team(out, &out->teams[i]);
	return rows_close(&reading.rows);
}

static enum status
find_note(struct programme *programme, int64_t team, int criterion, int cycle, int64_t *id,
	struct error *error)
{
	struct query query = query_of("handoff");

	query_where(&query, "team", value_integer(team));
	query_where(&query, "criterion", value_text(handoff_criterion(criterion)));
	query_where(&query, "cycle", value_integer(cycle));
	return find_record(programme, &query, id, error);
}

static enum status
insert_note(struct programme *programme, int64_t team, int criterion, int cycle, const char *result,
	const char *evidence, struct error *error)
{
	struct arena arena = { 0 };
	struct record record;
	char today[DATE_SIZE];
	enum status status;

	date_format(programme->today, today);
	record_init(&record, type_find("handoff"));
	record_put(&record, "team", value_integer(team));
	record_put(&record, "criterion", value_text(handoff_criterion(criterion)));
	record_put(&record, "cycle", value_integer(cycle));
	record_put(&record, "result", value_text(result));
	record_put(&record, "on", value_text(today));
	if (evidence && *evidence)
		record_put(&record, "evidence", value_text(evidence));
	status = record_insert(programme, &record, &arena, error);
	arena_clear(&arena);
	return status;
}

static enum status
change_note(struct programme *programme, int64_t id, const char *result, const char *evidence,
	struct error *error)
{
	char today[DATE_SIZE];
	const struct field_text texts[] = { { "result", result, strlen(result) },
		{ "on", today, DATE_SIZE - 1 },
		{ "evidence", evidence ? evidence : "", evidence ? strlen(evidence) : 0 } };
	bool differs;

	date_format(programme->today, today);
	return programme_set(programme, type_find("handoff"), id, texts, evidence ? 3 : 2, NULL,
		&differs, error);
}

enum status
programme_handoff_set(struct programme *programme, int64_t team, int criterion, int cycle,
	const char *result, const char *evidence, bool *changed, struct error *error)
{
	struct arena arena = { 0 };
	int64_t id = 0;
	enum status status = store_begin(programme->store, "handoff", error);

	*changed = false;
	if (status != STATUS_OK)
		return status;
	status = find_note(programme, team, criterion, cycle, &id, error);
	if (status == STATUS_OK && id == 0 && *result)
		status = insert_note(programme, team, criterion, cycle, result, evidence, error);
	else if (status == STATUS_OK && id != 0 && *result)
		status = change_note(programme, id, result, evidence, error);
	else if (status == STATUS_OK && id != 0)
		status = programme_remove(programme, type_find("handoff"), &id, 1, error);
	*changed = store_has_changed(programme->store);
	store_set_label(programme->store,
		arena_format(&arena, "handoff of %s, cycle %d: %s %s",
			programme_title(programme, type_find("team"), team, &arena), cycle,
			handoff_criterion(criterion), *result ? result : "not noted"));
	status = store_end(programme->store, status, error);
	arena_clear(&arena);
	return status;
}

enum status
programme_handoff_prove(struct programme *programme, int64_t team, int criterion, int cycle,
	const char *evidence, struct error *error)
{
	const struct field_text text = { "evidence", evidence, strlen(evidence) };
	bool differs;
	int64_t id = 0;
	enum status status = find_note(programme, team, criterion, cycle, &id, error);

	if (status == STATUS_OK && id == 0)
		status = error_set(error, STATUS_NOT_FOUND,
			"nothing is noted there yet; p, f or o notes what was seen");
	if (status == STATUS_OK)
		status = programme_set(
			programme, type_find("handoff"), id, &text, 1, NULL, &differs, error);
	return status;
}

/* Whether the forum of that occurrence is the team's own. */
static enum status
is_own(struct programme *programme, int64_t forum, int64_t team, bool *out, struct error *error)
{
	struct arena arena = { 0 };
	struct record *record = arena_alloc(&arena, sizeof *record);
	enum status status =
		programme_get(programme, type_find("forum"), forum, &arena, record, error);

	*out = status == STATUS_OK && record_number(record, "team") == team;
	arena_clear(&arena);
	return status;
}

static enum status
propose_check_ins(struct programme *programme, int64_t team, struct arena *arena, const char **out,
	struct error *error)
{
	struct calendar_report calendar;
	int held = 0, due = 0;
	enum status status = programme_calendar(programme, programme->today - LOOK_BACK_DAYS,
		programme->today - 1, arena, &calendar, error);

	for (size_t i = 0; i < calendar.count && status == STATUS_OK; i++) {
		bool own;

		status = is_own(programme, calendar.items[i].forum, team, &own, error);
		if (!own)
			continue;
		held += calendar.items[i].state == OCCURRENCE_HELD ? 1 : 0;
		due += occurrence_was_due(calendar.items[i].state) ? 1 : 0;
	}
	if (status == STATUS_OK && due > 0)
		*out = arena_format(arena,
			"%d of %d check-ins of the last 13 weeks were held (%d %%; %d %% proposes "
			"a "
			"pass)",
			held, due, held * 100 / due,
			(int)store_setting(programme->store, "check_ins_held_percent"));
	return status;
}

static enum status
propose_count(struct programme *programme, const char *type, const char *field, const char *format,
	int64_t team, struct arena *arena, const char **out, struct error *error)
{
	struct rows rows = rows_open(programme, NULL, error);
	struct record record;
	int count = 0;

	rows_where(&rows, type, "team", value_integer(team), NULL);
	while (rows_next(&rows, &record))
		count += record_has(&record, field);
	if (count > 0)
		*out = arena_format(arena, "%s: %d", format, count);
	return rows_close(&rows);
}

enum status
programme_handoff_propose(struct programme *programme, int64_t team, int criterion,
	struct arena *arena, const char **out, struct error *error)
{
	const char *name = handoff_criterion(criterion);

	*out = "";
	if (strcmp(name, "runs_check_ins") == 0)
		return propose_check_ins(programme, team, arena, out, error);
	if (strcmp(name, "escalates") == 0)
		return propose_count(programme, "blocker", "escalated_on",
			"blockers the team took a level up", team, arena, out, error);
	if (strcmp(name, "retrospects") == 0)
		return propose_count(programme, "lesson", "applied_on",
			"lessons of the team that were applied", team, arena, out, error);
	return STATUS_OK;
}
