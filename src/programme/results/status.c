/* SPDX-License-Identifier: MIT */
/*
 * The control room's facts. Each part reads its own records; nothing is inferred beyond what stands
 * in them, and what is not known stays empty. Opinions about people are not part of it: they are in
 * the register.
 */
#include "rollout/programme/status.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "programme/cadence/escalation.h"
#include "programme/document/document.h"
#include "rollout/base/text.h"
#include "rollout/programme/measures.h"
#include "rollout/programme/local_time.h"
#include "rollout/programme/wave_now.h"

enum { CHANGES_SHOWN = 20, WEEK = 7 };

/* What the parts share. */
struct survey {
	struct programme *programme;
	struct arena *arena;
	struct status_report *report;
	day today;
	struct rows rows; /* of whatever part is being read */
};

static struct status_item *
add_item(const struct survey *survey, struct status_list *list)
{
	list->items = arena_grow(survey->arena, list->items, list->count, sizeof *list->items);
	list->items[list->count] =
		(struct status_item){ .text = "", .detail = "", .since = NO_DAY, .due = NO_DAY };
	return &list->items[list->count++];
}

/* Whether that had happened by today; a day in the past knows nothing of what came later. */
static bool
has_come(const struct survey *survey, const struct record *record, const char *field)
{
	return record_has(record, field) && record_date(record, field) <= survey->today;
}

static void
name_subject(const struct survey *survey, struct status_item *item, const struct record *record)
{
	item->type = record->type->name;
	item->subject = record_identifier(record, survey->arena);
}

static void
read_programme(struct survey *survey)
{
	struct status_report *report = survey->report;
	struct record record;

	rows_of(&survey->rows, "programme", NULL);
	while (rows_next(&survey->rows, &record)) {
		day starts = record_date(&record, "starts_on");

		report->name = record_copy_text(&record, "name", survey->arena);
		report->purpose = record_copy_text(&record, "purpose", survey->arena);
		report->sponsor =
			programme_title_of(survey->programme, &record, "sponsor", survey->arena);
		report->lead =
			programme_title_of(survey->programme, &record, "lead", survey->arena);
		if (starts != NO_DAY && starts <= survey->today)
			report->week = (survey->today - starts) / WEEK + 1;
	}
}

/* Whether today lies in the phase or slice. */
static bool
is_now(const struct survey *survey, const struct record *record)
{
	day starts = record_date(record, "starts_on"), ends = record_date(record, "ends_on");

	return starts != NO_DAY && ends != NO_DAY && starts <= survey->today &&
	       survey->today <= ends;
}

static void
read_phase_and_slice(struct survey *survey)
{
	struct status_report *report = survey->report;
	struct record record;

	rows_of(&survey->rows, "phase", NULL);
	while (rows_next(&survey->rows, &record)) {
		day starts = record_date(&record, "starts_on");

		if (!is_now(survey, &record))
			continue;
		report->phase = record_copy_text(&record, "name", survey->arena);
		report->phase_week = (survey->today - starts) / WEEK + 1;
		report->phase_weeks = (record_date(&record, "ends_on") - starts) / WEEK + 1;
	}
	rows_of(&survey->rows, "slice", NULL);
	while (rows_next(&survey->rows, &record))
		if (is_now(survey, &record))
			report->slice = record_copy_text(&record, "name", survey->arena);
}

static bool
comes_before(const struct milestone_now *a, const struct milestone_now *b)
{
	day left = a->dates.expected, right = b->dates.expected;

	return left != NO_DAY && (right == NO_DAY || left < right);
}

static const char *
owner_of(const struct survey *survey, const struct milestone_now *item)
{
	return item->owner == 0 ? NULL
				: programme_title(survey->programme, type_find("stakeholder"),
					  item->owner, survey->arena);
}

static void
read_gate(struct survey *survey, const struct milestone_now *gate)
{
	struct status_report *report = survey->report;
	struct query query = query_of("evidence");
	struct record record;

	report->gate = arena_copy(survey->arena, gate->title, strlen(gate->title));
	report->gate_identifier =
		arena_copy(survey->arena, gate->identifier, strlen(gate->identifier));
	report->gate_owner = owner_of(survey, gate);
	report->gate_on = gate->dates.expected;
	query_where(&query, "milestone", value_integer(gate->id));
	rows_read(&survey->rows, &query);
	while (rows_next(&survey->rows, &record)) {
		report->gate_criteria++;
		report->gate_met += record_flag(&record, "met", false) &&
				    (!record_has(&record, "checked_on") ||
					    has_come(survey, &record, "checked_on"));
	}
}

static void
add_claimed(struct survey *survey, const struct milestone_now *item)
{
	struct status_item *line = add_item(survey, &survey->report->decisions);
	const char *owner = owner_of(survey, item);

	line->type = "milestone";
	line->subject = arena_copy(survey->arena, item->identifier, strlen(item->identifier));
	line->text = arena_format(
		survey->arena, "\"%s\" is claimed and waits for somebody to check it", item->title);
	if (owner)
		line->detail = arena_format(survey->arena, "by somebody other than %s", owner);
	line->due = item->due;
}

/* Milestones that are claimed, but were not yet today. */
static void
find_later_claims(struct survey *survey, struct id_set *out)
{
	struct record record;

	rows_of(&survey->rows, "claim", NULL);
	while (rows_next(&survey->rows, &record))
		if (record_date(&record, "on") > survey->today &&
			record_is(&record, "verdict", "waiting"))
			id_set_add(out, record_number(&record, "milestone"));
}

/* The next gate is the open one expected first; one without a date comes last. */
static void
read_milestones(struct survey *survey)
{
	struct status_report *report = survey->report;
	const struct milestone_now *gate = NULL;
	const struct schedule *schedule;
	struct id_set later = { 0 };

	find_later_claims(survey, &later);
	if (survey->rows.status == STATUS_OK)
		survey->rows.status =
			milestone_now_read(survey->programme, &schedule, survey->rows.error);
	if (survey->rows.status != STATUS_OK)
		goto out;
	report->milestones = (int)schedule->count;
	for (size_t i = 0; i < schedule->count; i++) {
		const struct milestone_now *item = &schedule->milestones[i];

		report->accepted += item->dates.accepted ? 1 : 0;
		report->late += item->late ? 1 : 0;
		if (item->claimed && !id_set_has(&later, item->id))
			add_claimed(survey, item);
		if (item->gate && !item->dates.accepted && (!gate || comes_before(item, gate)))
			gate = item;
	}
	if (gate)
		read_gate(survey, gate);
	milestone_now_release(schedule);
out:
	id_set_clear(&later);
}

static void
read_teams(struct survey *survey)
{
	struct status_report *report = survey->report;
	struct record record;

	rows_of(&survey->rows, "team", NULL);
	while (rows_next(&survey->rows, &record)) {
		if (record_is(&record, "ownership", "handed_off"))
			report->handed_off++;
		else if (record_is(&record, "ownership", "supported"))
			report->supported++;
		else
			report->central++;
	}
}

static void
read_decisions(struct survey *survey)
{
	struct record record;

	rows_of(&survey->rows, "decision", NULL);
	while (rows_next(&survey->rows, &record)) {
		day asked = record_date(&record, "requested_on");
		struct status_item *item;

		if (!has_come(survey, &record, "requested_on") ||
			has_come(survey, &record, "decided_on"))
			continue;
		item = add_item(survey, &survey->report->decisions);
		name_subject(survey, item, &record);
		item->text = record_copy_text(&record, "question", survey->arena);
		item->detail = arena_format(survey->arena, "asked %s ago",
			text_quantity(survey->arena, survey->today - asked, "day", NULL));
		item->since = asked;
	}
}

/* "G1, Mara Quist" for G1/stakeholder/mara-quist; as it is where that is not to be found. */
static const char *
name_finding(const struct survey *survey, const char *finding)
{
	const char *kind = strchr(finding, '/'), *subject = kind ? strchr(kind + 1, '/') : NULL;
	const struct type *type = subject ? type_find(arena_copy(survey->arena, kind + 1,
						    (size_t)(subject - kind - 1)))
					  : NULL;
	struct error ignored = { 0 };
	int64_t id;

	if (!type || programme_resolve(survey->programme, type, subject + 1, strlen(subject + 1),
			     &id, &ignored) != STATUS_OK)
		return finding;
	return arena_format(survey->arena, "%.*s, %s", (int)(kind - finding), finding,
		programme_title(survey->programme, type, id, survey->arena));
}

static void
read_escalations(struct survey *survey)
{
	struct record record;

	rows_of(&survey->rows, "escalation", NULL);
	while (rows_next(&survey->rows, &record)) {
		day due = record_date(&record, "due_on");
		struct escalation_now now;
		const char *owner;
		struct status_item *item;

		if (!has_come(survey, &record, "raised_on") ||
			has_come(survey, &record, "closed_on") || due == NO_DAY)
			continue;
		survey->rows.status = programme_escalation_now(
			survey->programme, &record, &now, survey->rows.error);
		if (survey->rows.status != STATUS_OK)
			return;
		owner = programme_title_of(survey->programme, &record, "owner", survey->arena);
		item = add_item(survey, &survey->report->decisions);
		name_subject(survey, item, &record);
		item->text = arena_format(survey->arena, "escalation of %s is open",
			name_finding(survey, record_copy_text(&record, "finding", survey->arena)));
		item->detail =
			arena_format(survey->arena, "%s, %s", owner ? owner : "nobody owns it",
				escalation_words(&now, survey->today, survey->arena));
		item->since = record_date(&record, "raised_on");
		item->due = due;
	}
}

static void
read_measures(struct survey *survey)
{
	struct measures_report measures;

	if (survey->rows.status == STATUS_OK)
		survey->rows.status = programme_measures(survey->programme, MEASURE_WHOLE,
			survey->arena, &measures, survey->rows.error);
	if (survey->rows.status == STATUS_OK)
		survey->report->measures = measures_words(&measures, survey->arena);
}

static void
read_blockers(struct survey *survey)
{
	struct record record;

	rows_of(&survey->rows, "blocker", NULL);
	while (rows_next(&survey->rows, &record)) {
		const char *team =
			programme_title_of(survey->programme, &record, "team", survey->arena);
		day raised = record_date(&record, "raised_on");
		struct status_item *item;

		if (!has_come(survey, &record, "raised_on") ||
			has_come(survey, &record, "resolved_on"))
			continue;
		item = add_item(survey, &survey->report->blocked);
		name_subject(survey, item, &record);
		item->text = record_copy_text(&record, "text", survey->arena);
		item->detail = arena_format(survey->arena, "%s%sopen %s%s", team ? team : "",
			team ? ", " : "",
			text_quantity(survey->arena, survey->today - raised, "day", NULL),
			has_come(survey, &record, "escalated_on") ? ", escalated" : "");
		item->since = raised;
	}
}

static void
read_confidence(struct survey *survey)
{
	struct status_report *report = survey->report;
	struct rows *rows = &survey->rows;

	if (rows->status == STATUS_OK)
		rows->status = programme_confidence(
			survey->programme, survey->arena, &report->confidence, rows->error);
	if (rows->status != STATUS_OK)
		return;
	report->rating = report->confidence.scopes[0].given;
	report->rating_on = report->confidence.scopes[0].given_on;
	report->rating_reason = report->confidence.scopes[0].given_reason;
}

/* Forums in which the lead does not sit: their meetings review no programme. */
static void
find_team_forums(struct survey *survey, struct id_set *out)
{
	struct record record;

	rows_of(&survey->rows, "forum", NULL);
	while (rows_next(&survey->rows, &record))
		if (record_is(&record, "level", "team"))
			id_set_add(out, record.id);
}

/* The last review of the leadership or the programme that took place. */
static void
find_last_review(struct survey *survey)
{
	struct status_report *report = survey->report;
	struct id_set teams = { 0 };
	struct record record;

	find_team_forums(survey, &teams);
	rows_of(&survey->rows, "meeting", NULL);
	while (rows_next(&survey->rows, &record)) {
		const char *on = record_text(&record, "on");

		if (!calendar_has_held(&record, survey->today) ||
			id_set_has(&teams, record_number(&record, "forum")))
			continue;
		if (!report->changed_since || strcmp(on, report->changed_since) > 0)
			report->changed_since = record_copy_text(&record, "on", survey->arena);
	}
	id_set_clear(&teams);
}

/* From the day of the last review until the end of today, as days are here. */
static void
read_changes(struct survey *survey)
{
	char since[LOCAL_STAMP_SIZE], until[LOCAL_STAMP_SIZE], at[LOCAL_MINUTE_SIZE];
	day from = survey->today - WEEK;
	struct step step;

	if (survey->report->changed_since)
		(void)date_parse(survey->report->changed_since, &from);
	local_day_begins(from, since);
	local_day_begins(survey->today + 1, until);
	rows_log(&survey->rows, since, 0, 0);
	while (survey->report->changed.count < CHANGES_SHOWN &&
		rows_next_step(&survey->rows, &step)) {
		struct status_item *item;

		if (step.state == STEP_ORIGIN || step.state == STEP_UNDONE ||
			step.state == STEP_DROPPED || strcmp(step.at, until) >= 0)
			continue;
		item = add_item(survey, &survey->report->changed);
		item->text = arena_copy(survey->arena, step.label, strlen(step.label));
		local_minute(step.at, at);
		item->detail = arena_format(survey->arena, "%s, %.10s", step.who, at);
	}
}

static enum status
count_findings(struct survey *survey, struct error *error)
{
	struct status_report *report = survey->report;
	const struct rule *rules;
	size_t count;
	enum status status = rulebook_list(survey->programme->store, &rules, &count, error);

	for (size_t i = 0; status == STATUS_OK && i < count; i++) {
		int *total = rules[i].severity == SEVERITY_ERROR     ? &report->errors
			     : rules[i].severity == SEVERITY_WARNING ? &report->warnings
								     : &report->notices;
		int64_t found = report->confidence.findings[i];

		if (found < 0)
			status = rulebook_count(survey->programme->store, &rules[i], &found, error);
		*total += (int)found;
		if (strcmp(rules[i].id, "S2") == 0)
			report->without_owner = (int)found;
	}
	return status;
}

static enum status
count_people(struct survey *survey, struct error *error)
{
	struct query query = query_of("stakeholder");
	int64_t count = 0;
	enum status status;

	query_compare(&query, "active", COMPARE_NOT_EQUAL, value_integer(0));
	status = programme_count(survey->programme, &query, &count, error);
	survey->report->stakeholders = (int)count;
	return status;
}

/* By the day it is due, else since when it waits: whoever waits longest comes first. */
static day
order_of(const struct status_item *item)
{
	return item->due != NO_DAY ? item->due : item->since;
}

static int
compare_items(const void *a, const void *b)
{
	const struct status_item *left = a, *right = b;
	day first = order_of(left), second = order_of(right);

	if (first != second)
		return first != NO_DAY && (second == NO_DAY || first < second) ? -1 : 1;
	return strcmp(left->text, right->text);
}

static void
sort_list(struct status_list *list)
{
	if (list->count > 1)
		qsort(list->items, list->count, sizeof *list->items, compare_items);
}

static void
read_wave(struct survey *survey)
{
	struct waves_report waves;

	if (survey->rows.status != STATUS_OK)
		return;
	survey->rows.status =
		programme_waves(survey->programme, survey->arena, &waves, survey->rows.error);
	survey->report->wave = waves.newest;
}

enum status
programme_status(struct programme *programme, struct arena *arena, struct status_report *out,
	struct error *error)
{
	struct survey survey = { programme, arena, out, programme->today,
		rows_open(programme, NULL, error) };

	*out = (struct status_report){ .name = "", .gate_on = NO_DAY, .wave = -1 };
	read_programme(&survey);
	read_phase_and_slice(&survey);
	read_wave(&survey);
	read_milestones(&survey);
	read_teams(&survey);
	read_decisions(&survey);
	read_escalations(&survey);
	read_blockers(&survey);
	read_confidence(&survey);
	read_measures(&survey);
	find_last_review(&survey);
	if (survey.rows.status == STATUS_OK)
		survey.rows.status = count_people(&survey, error);
	if (survey.rows.status == STATUS_OK)
		survey.rows.status = count_findings(&survey, error);
	read_changes(&survey);
	sort_list(&out->decisions);
	sort_list(&out->blocked);
	return rows_close(&survey.rows);
}
