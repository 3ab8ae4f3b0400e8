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

#include "programme/document/document.h"

enum { CHANGES_SHOWN = 20, WEEK = 7 };

/* What the parts share. */
struct survey {
	struct programme *programme;
	struct arena *arena;
	struct status_report *report;
	day today;
};

static const struct value *
get(const struct record *record, const char *field)
{
	return record_get(record, field);
}

static const char *
text_of(const struct survey *survey, const struct record *record, const char *field)
{
	const struct value *value = get(record, field);

	return value->kind == VALUE_TEXT ? arena_copy(survey->arena, value->text, value->length)
					 : NULL;
}

static const char *
person_of(const struct survey *survey, const struct record *record, const char *field)
{
	const struct value *value = get(record, field);

	return value->kind == VALUE_INTEGER
		       ? programme_title(survey->programme, type_find("stakeholder"),
				 value->integer, survey->arena)
		       : NULL;
}

static bool
has(const struct record *record, const char *field)
{
	return get(record, field)->kind != VALUE_NONE;
}

static struct status_item *
add_item(const struct survey *survey, struct status_list *list)
{
	/* Grown by doubling at powers of two. */
	if ((list->count & (list->count - 1)) == 0) {
		struct status_item *grown = arena_alloc(
			survey->arena, (list->count ? list->count * 2 : 1) * sizeof *grown);

		if (list->count > 0)
			memcpy(grown, list->items, list->count * sizeof *grown);
		list->items = grown;
	}
	list->items[list->count] = (struct status_item){ .text = "", .detail = "", .due = NO_DAY };
	return &list->items[list->count++];
}

static void
name_subject(const struct survey *survey, struct status_item *item, const struct record *record)
{
	char identifier[RECORD_ID_SIZE];

	record_identify(record, identifier);
	item->type = record->type->name;
	item->subject = arena_copy(survey->arena, identifier, strlen(identifier));
}

/* "in 3 days", "today", "5 days late" */
static const char *
when(const struct survey *survey, day date)
{
	int days = date - survey->today;

	if (days == 0)
		return "due today";
	return arena_format(survey->arena, days > 0 ? "due in %d day%s" : "%d day%s late",
		abs(days), abs(days) == 1 ? "" : "s");
}

static enum status
read_programme(void *context, const struct record *record, struct error *error)
{
	struct survey *survey = context;
	struct status_report *report = survey->report;
	day starts;

	(void)error;
	report->name = text_of(survey, record, "name");
	report->purpose = text_of(survey, record, "purpose");
	report->sponsor = person_of(survey, record, "sponsor");
	report->lead = person_of(survey, record, "lead");
	if (record_day(record, "starts_on", &starts) && starts <= survey->today)
		report->week = (survey->today - starts) / WEEK + 1;
	return STATUS_OK;
}

static enum status
read_phase(void *context, const struct record *record, struct error *error)
{
	struct survey *survey = context;
	day starts, ends;

	(void)error;
	if (!record_day(record, "starts_on", &starts) || !record_day(record, "ends_on", &ends) ||
		survey->today < starts || survey->today > ends)
		return STATUS_OK;
	survey->report->phase = text_of(survey, record, "name");
	survey->report->phase_week = (survey->today - starts) / WEEK + 1;
	survey->report->phase_weeks = (ends - starts) / WEEK + 1;
	return STATUS_OK;
}

static enum status
read_slice(void *context, const struct record *record, struct error *error)
{
	struct survey *survey = context;
	day starts, ends;

	(void)error;
	if (record_day(record, "starts_on", &starts) && record_day(record, "ends_on", &ends) &&
		survey->today >= starts && survey->today <= ends)
		survey->report->slice = text_of(survey, record, "name");
	return STATUS_OK;
}

static enum status
count_evidence(void *context, const struct record *record, struct error *error)
{
	struct status_report *report = context;

	(void)error;
	report->gate_criteria++;
	report->gate_met +=
		get(record, "met")->kind == VALUE_INTEGER && get(record, "met")->integer != 0;
	return STATUS_OK;
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

static enum status
read_gate(struct survey *survey, const struct milestone_now *gate, struct error *error)
{
	struct status_report *report = survey->report;
	struct query query = { .type = type_find("evidence"), .condition_count = 1 };

	report->gate = arena_copy(survey->arena, gate->title, strlen(gate->title));
	report->gate_identifier =
		arena_copy(survey->arena, gate->identifier, strlen(gate->identifier));
	report->gate_owner = owner_of(survey, gate);
	report->gate_on = gate->dates.expected;
	query.conditions[0] = (struct condition){ type_field_index(query.type, "milestone"),
		COMPARE_EQUAL, value_integer(gate->id) };
	return programme_each(survey->programme, &query, count_evidence, report, error);
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

/* The next gate is the open one expected first; one without a date comes last. */
static enum status
read_milestones(struct survey *survey, struct error *error)
{
	struct status_report *report = survey->report;
	const struct milestone_now *gate = NULL;
	const struct schedule *schedule;
	enum status status = milestone_now_read(survey->programme, &schedule, error);

	if (status != STATUS_OK)
		return status;
	report->milestones = (int)schedule->count;
	for (size_t i = 0; i < schedule->count; i++) {
		const struct milestone_now *item = &schedule->milestones[i];

		report->accepted += item->dates.accepted ? 1 : 0;
		report->late += item->late ? 1 : 0;
		if (item->claimed)
			add_claimed(survey, item);
		if (item->gate && !item->dates.accepted && (!gate || comes_before(item, gate)))
			gate = item;
	}
	if (gate)
		status = read_gate(survey, gate, error);
	milestone_now_release(schedule);
	return status;
}

static enum status
read_team(void *context, const struct record *record, struct error *error)
{
	struct status_report *report = context;

	(void)error;
	if (record_is(record, "ownership", "handed_off"))
		report->handed_off++;
	else if (record_is(record, "ownership", "supported"))
		report->supported++;
	else
		report->central++;
	return STATUS_OK;
}

static enum status
read_decision(void *context, const struct record *record, struct error *error)
{
	struct survey *survey = context;
	struct status_item *item;
	day asked;

	(void)error;
	if (has(record, "decided_on") || !record_day(record, "requested_on", &asked))
		return STATUS_OK;
	item = add_item(survey, &survey->report->decisions);
	name_subject(survey, item, record);
	item->text = text_of(survey, record, "question");
	item->detail = arena_format(survey->arena, "asked %d day%s ago", survey->today - asked,
		survey->today - asked == 1 ? "" : "s");
	/* Whoever waits longest comes first. */
	item->due = asked;
	return STATUS_OK;
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

static enum status
read_escalation(void *context, const struct record *record, struct error *error)
{
	struct survey *survey = context;
	struct status_item *item;
	const char *owner;
	day due;

	(void)error;
	if (has(record, "closed_on") || !record_day(record, "due_on", &due))
		return STATUS_OK;
	owner = person_of(survey, record, "owner");
	item = add_item(survey, &survey->report->decisions);
	name_subject(survey, item, record);
	item->text = arena_format(survey->arena, "escalation of %s is open",
		name_finding(survey, text_of(survey, record, "finding")));
	item->detail = arena_format(
		survey->arena, "%s%s%s", owner ? owner : "nobody owns it", ", ", when(survey, due));
	item->due = due;
	return STATUS_OK;
}

static enum status
read_blocker(void *context, const struct record *record, struct error *error)
{
	struct survey *survey = context;
	const struct value *team = get(record, "team");
	struct status_item *item;
	day raised;

	(void)error;
	if (has(record, "resolved_on") || !record_day(record, "raised_on", &raised))
		return STATUS_OK;
	item = add_item(survey, &survey->report->blocked);
	name_subject(survey, item, record);
	item->text = text_of(survey, record, "text");
	item->detail = arena_format(survey->arena, "%s%sopen %d day%s%s",
		team->kind == VALUE_INTEGER ? programme_title(survey->programme, type_find("team"),
						      team->integer, survey->arena)
					    : "",
		team->kind == VALUE_INTEGER ? ", " : "", survey->today - raised,
		survey->today - raised == 1 ? "" : "s",
		has(record, "escalated_on") ? ", escalated" : "");
	item->due = raised;
	return STATUS_OK;
}

static enum status
read_confidence(struct survey *survey, struct error *error)
{
	struct status_report *report = survey->report;
	enum status status =
		programme_confidence(survey->programme, survey->arena, &report->confidence, error);

	if (status == STATUS_OK) {
		report->rating = report->confidence.scopes[0].given;
		report->rating_on = report->confidence.scopes[0].given_on;
		report->rating_reason = report->confidence.scopes[0].given_reason;
	}
	return status;
}

/* The last review of the leadership or the programme that took place. */
static enum status
read_meeting(void *context, const struct record *record, struct error *error)
{
	struct survey *survey = context;
	struct arena arena = { 0 };
	struct record forum;
	const char *on = get(record, "on")->text;
	char today[DATE_SIZE];
	enum status status;

	date_format(survey->today, today);
	if ((has(record, "held") && get(record, "held")->integer == 0) || strcmp(on, today) > 0)
		return STATUS_OK;
	status = programme_get(survey->programme, type_find("forum"), get(record, "forum")->integer,
		&arena, &forum, error);
	if (status == STATUS_OK && !record_is(&forum, "level", "team") &&
		(!survey->report->changed_since || strcmp(on, survey->report->changed_since) > 0))
		survey->report->changed_since = text_of(survey, record, "on");
	arena_clear(&arena);
	return status;
}

static enum status
read_step(void *context, const struct step *step, struct error *error)
{
	struct survey *survey = context;
	struct status_item *item;

	(void)error;
	if (step->state == STEP_ORIGIN || step->state == STEP_UNDONE || step->state == STEP_DROPPED)
		return STATUS_OK;
	item = add_item(survey, &survey->report->changed);
	item->text = arena_copy(survey->arena, step->label, strlen(step->label));
	item->detail = arena_format(survey->arena, "%s, %.10s", step->who, step->at);
	return STATUS_OK;
}

static enum status
each(struct survey *survey, const char *type,
	enum status (*visit)(void *context, const struct record *record, struct error *error),
	void *context, struct error *error)
{
	struct query query = { .type = type_find(type) };

	return programme_each(survey->programme, &query, visit, context, error);
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
	const struct type *type = type_find("stakeholder");
	struct query query = { .type = type, .condition_count = 1 };
	int64_t count = 0;
	enum status status;

	query.conditions[0] = (struct condition){ type_field_index(type, "active"),
		COMPARE_NOT_EQUAL, value_integer(0) };
	status = programme_count(survey->programme, &query, &count, error);
	survey->report->stakeholders = (int)count;
	return status;
}

static int
compare_items(const void *a, const void *b)
{
	const struct status_item *left = a, *right = b;

	if (left->due != right->due)
		return left->due != NO_DAY && (right->due == NO_DAY || left->due < right->due) ? -1
											       : 1;
	return strcmp(left->text, right->text);
}

static void
sort_list(struct status_list *list)
{
	if (list->count > 1)
		qsort(list->items, list->count, sizeof *list->items, compare_items);
}

static enum status
read_changes(struct survey *survey, struct error *error)
{
	char week_ago[DATE_SIZE];

	date_format(survey->today - WEEK, week_ago);
	return programme_log(survey->programme,
		survey->report->changed_since ? survey->report->changed_since : week_ago, 0,
		CHANGES_SHOWN, read_step, survey, error);
}

enum status
programme_status(struct programme *programme, struct arena *arena, struct status_report *out,
	struct error *error)
{
	struct survey survey = { programme, arena, out, programme->today };
	enum status status = store_begin_read(programme->store, error);

	*out = (struct status_report){ .name = "", .gate_on = NO_DAY };
	if (status != STATUS_OK)
		return status;
	status = each(&survey, "programme", read_programme, &survey, error);
	if (status == STATUS_OK)
		status = each(&survey, "phase", read_phase, &survey, error);
	if (status == STATUS_OK)
		status = each(&survey, "slice", read_slice, &survey, error);
	if (status == STATUS_OK)
		status = read_milestones(&survey, error);
	if (status == STATUS_OK)
		status = each(&survey, "team", read_team, out, error);
	if (status == STATUS_OK)
		status = each(&survey, "decision", read_decision, &survey, error);
	if (status == STATUS_OK)
		status = each(&survey, "escalation", read_escalation, &survey, error);
	if (status == STATUS_OK)
		status = each(&survey, "blocker", read_blocker, &survey, error);
	if (status == STATUS_OK)
		status = read_confidence(&survey, error);
	if (status == STATUS_OK)
		status = each(&survey, "meeting", read_meeting, &survey, error);
	if (status == STATUS_OK)
		status = count_people(&survey, error);
	if (status == STATUS_OK)
		status = count_findings(&survey, error);
	if (status == STATUS_OK)
		status = read_changes(&survey, error);
	store_end_read(programme->store);
	sort_list(&out->decisions);
	sort_list(&out->blocked);
	return status;
}
