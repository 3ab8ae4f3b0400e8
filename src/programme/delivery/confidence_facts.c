/* SPDX-License-Identifier: MIT */
/*
 * The facts behind a suggestion of confidence, scope by scope: from the schedule, the rule book,
 * the diagnosis, escalations and the age of evidence.
 */
#include "confidence_facts.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/model/rrule.h"
#include "rollout/programme/readiness.h"

enum { DAYS_OF_WEEK = 7, DAYS_OF_MONTH = 30, DAYS_OF_YEAR = 365 };

static struct scope_facts *
add_scope(struct weighing *weighing, const char *kind, int64_t id)
{
	struct scope_facts *bigger;

	if (weighing->count == weighing->space) {
		weighing->space = weighing->space > 0 ? weighing->space * 2 : 16;
		bigger = arena_alloc(weighing->arena, weighing->space * sizeof *bigger);
		if (weighing->count > 0)
			memcpy(bigger, weighing->scopes, weighing->count * sizeof *bigger);
		weighing->scopes = bigger;
	}
	weighing->scopes[weighing->count] = (struct scope_facts){ .kind = kind,
		.id = id,
		.identifier = kind,
		.name = kind,
		.scope = kind,
		.starts_on = NO_DAY,
		.ends_on = NO_DAY,
		.facts.evidence_age = -1 };
	return &weighing->scopes[weighing->count++];
}

static void
name_scope(const struct weighing *weighing, struct scope_facts *scope, const struct record *record)
{
	const struct value *name = record_get(record, "name");
	char identifier[RECORD_ID_SIZE];

	record_identify(record, identifier);
	scope->identifier = arena_copy(weighing->arena, identifier, strlen(identifier));
	scope->name = arena_copy(weighing->arena, name->text, name->length);
	scope->scope = arena_format(weighing->arena, "%s/%s", scope->kind, identifier);
}

static enum status
take_phase(void *context, const struct record *record, struct error *error)
{
	struct weighing *weighing = context;
	struct scope_facts *scope = add_scope(weighing, "phase", record->id);

	(void)error;
	name_scope(weighing, scope, record);
	record_day(record, "starts_on", &scope->starts_on);
	record_day(record, "ends_on", &scope->ends_on);
	return STATUS_OK;
}

static enum status
take_workstream(void *context, const struct record *record, struct error *error)
{
	struct weighing *weighing = context;

	(void)error;
	name_scope(weighing, add_scope(weighing, "workstream", record->id), record);
	return STATUS_OK;
}

static enum status
each(struct weighing *weighing, const char *type, const char *order,
	enum status (*take)(void *context, const struct record *record, struct error *error),
	struct error *error)
{
	struct query query = { .type = type_find(type) };

	if (order)
		query.order = type_field_index(query.type, order) + 1;
	return programme_each(weighing->programme, &query, take, weighing, error);
}

static struct scope_facts *
find_scope(const struct weighing *weighing, const char *kind, int64_t id)
{
	for (size_t i = 0; i < weighing->count; i++)
		if (weighing->scopes[i].id == id && strcmp(weighing->scopes[i].kind, kind) == 0)
			return &weighing->scopes[i];
	return NULL;
}

/* The scopes that a milestone belongs to. */
struct membership {
	struct scope_facts *scopes[3];
	size_t count;
};

static struct membership
scopes_of(const struct weighing *weighing, const struct milestone_now *item)
{
	struct membership out = { { &weighing->scopes[0] }, 1 };
	struct scope_facts *phase = find_scope(weighing, "phase", item->phase);
	struct scope_facts *stream = find_scope(weighing, "workstream", item->workstream);

	if (item->phase != 0 && phase)
		out.scopes[out.count++] = phase;
	if (item->workstream != 0 && stream)
		out.scopes[out.count++] = stream;
	return out;
}

/* Of equals the first by title: the order in which they were written down says nothing, and is
 * another in a file that was imported. */
static void
keep_worst(struct worst *worst, const char *title, int days)
{
	if (!worst->title || days > worst->days ||
		(days == worst->days && strcmp(title, worst->title) < 0))
		*worst = (struct worst){ title, days };
}

static void
take_open(struct scope_facts *scope, const struct milestone_now *item, day today)
{
	struct rating_facts *facts = &scope->facts;

	if (item->late) {
		facts->due++;
		facts->late++;
		keep_worst(&scope->late, item->title, today - item->due);
	}
	if (item->late && item->gate) {
		facts->gates_past_due++;
		keep_worst(&scope->gate, item->title, today - item->due);
	}
	if (item->baseline == NO_DAY || item->slip <= 0)
		return;
	facts->slipping++;
	keep_worst(&scope->slipping, item->title, item->slip);
	if (item->dates.critical) {
		keep_worst(&scope->critical, item->title, item->slip);
		facts->critical_slip = scope->critical.days;
	}
}

static void
take_milestone(struct scope_facts *scope, const struct milestone_now *item, day today)
{
	scope->milestones++;
	if (!item->dates.accepted) {
		take_open(scope, item, today);
		return;
	}
	scope->accepted++;
	if (item->due != NO_DAY && item->due < today)
		scope->facts.due++;
}

static void
take_schedule(struct weighing *weighing, const struct schedule *schedule)
{
	for (size_t i = 0; i < schedule->count; i++) {
		struct membership in = scopes_of(weighing, &schedule->milestones[i]);

		for (size_t j = 0; j < in.count; j++)
			take_milestone(
				in.scopes[j], &schedule->milestones[i], weighing->programme->today);
	}
}

/* Milestones by what documents call them, for findings and escalations about them. */
static int
compare_identifiers(const void *a, const void *b)
{
	const struct milestone_now *left = *(const struct milestone_now *const *)a;
	const struct milestone_now *right = *(const struct milestone_now *const *)b;

	return strcmp(left->identifier, right->identifier);
}

struct directory {
	const struct milestone_now **items;
	size_t count;
};

static struct directory
list_milestones(const struct weighing *weighing, const struct schedule *schedule)
{
	struct directory out = { arena_alloc(weighing->arena,
					 (schedule->count + 1) * sizeof *out.items),
		schedule->count };

	for (size_t i = 0; i < out.count; i++)
		out.items[i] = &schedule->milestones[i];
	if (out.count > 0)
		qsort(out.items, out.count, sizeof *out.items, compare_identifiers);
	return out;
}

/* The programme comes first among the scopes of a milestone. */
static struct membership
without_the_whole(struct membership in)
{
	struct membership out = { { NULL }, 0 };

	for (size_t i = 1; i < in.count; i++)
		out.scopes[out.count++] = in.scopes[i];
	return out;
}

/* The phase and workstream of "milestone", "phase" or "workstream" called so; the programme is not
 * among them. */
static struct membership
scopes_of_subject(const struct weighing *weighing, const struct directory *directory,
	const char *type, const char *subject)
{
	struct membership out = { { NULL }, 0 };
	const struct milestone_now wanted = { .identifier = subject }, *key = &wanted;

	if (strcmp(type, "milestone") == 0 && directory->count > 0) {
		const struct milestone_now **found = bsearch(&key, directory->items,
			directory->count, sizeof *directory->items, compare_identifiers);

		return found ? without_the_whole(scopes_of(weighing, *found)) : out;
	}
	for (size_t i = 1; i < weighing->count; i++)
		if (strcmp(weighing->scopes[i].kind, type) == 0 &&
			strcmp(weighing->scopes[i].identifier, subject) == 0)
			out.scopes[out.count++] = &weighing->scopes[i];
	return out;
}

struct spreading {
	struct weighing *weighing;
	const struct schedule *schedule;
};

static void
spread_error(const struct spreading *spreading, const struct subject *subject)
{
	const struct milestone_now *item =
		strcmp(subject->type, "milestone") == 0
			? milestone_now_find(spreading->schedule, subject->id)
			: NULL;
	struct scope_facts *scope = find_scope(spreading->weighing, subject->type, subject->id);
	struct membership in = { { scope }, scope && subject->id != 0 ? 1 : 0 };

	if (item)
		in = without_the_whole(scopes_of(spreading->weighing, item));
	for (size_t i = 0; i < in.count; i++)
		in.scopes[i]->facts.errors++;
}

/* Errors of the register and of the RACI are housekeeping. */
static bool
has_a_say(const struct rule *rule)
{
	return rule->severity == SEVERITY_ERROR && rule->about == ABOUT_ROADMAP;
}

/* How many findings the rule has; those about a part of the roadmap count there, too. */
static enum status
count_findings(const struct spreading *spreading, const struct rule *rule,
	const struct found_of_rule *found, int64_t *count, struct error *error)
{
	struct store *store = spreading->weighing->programme->store;
	struct cursor *cursor;
	struct subject subject;

	if (!found && !has_a_say(rule))
		return STATUS_OK;
	if (!found) {
		cursor = subjects_open(store, rule, error);
		for (*count = 0; subjects_next(cursor, &subject); ++*count)
			spread_error(spreading, &subject);
		return cursor_close(cursor);
	}
	for (size_t i = 0; has_a_say(rule) && i < found->count; i++)
		spread_error(spreading, &found->subjects[i]);
	*count = (int64_t)found->count;
	return STATUS_OK;
}

static enum status
take_errors(struct weighing *weighing, const struct schedule *schedule, struct error *error)
{
	const struct found *found = weighing->found;
	struct spreading spreading = { weighing, schedule };
	const struct rule *rules;
	int64_t *counts;
	size_t count;
	enum status status = rulebook_list(weighing->programme->store, &rules, &count, error);

	if (status != STATUS_OK)
		return status;
	counts = arena_alloc(weighing->arena, (count + 1) * sizeof *counts);
	weighing->findings = counts;
	for (size_t i = 0; status == STATUS_OK && i < count; i++) {
		counts[i] = -1;
		status = count_findings(
			&spreading, &rules[i], found ? &found->rules[i] : NULL, &counts[i], error);
		if (has_a_say(&rules[i]))
			weighing->scopes[0].facts.errors += (int)counts[i];
	}
	return status;
}

struct escalating {
	struct weighing *weighing;
	const struct directory *directory;
};

static void
count_escalation(struct scope_facts *scope, bool past_due, bool unanswered)
{
	scope->facts.escalations_past_due += past_due ? 1 : 0;
	scope->facts.unanswered += unanswered ? 1 : 0;
}

/* A finding is called RULE/TYPE/SUBJECT. */
static enum status
take_escalation(void *context, const struct record *record, struct error *error)
{
	const struct escalating *escalating = context;
	struct weighing *weighing = escalating->weighing;
	const char *finding = record_get(record, "finding")->text;
	const char *type = strchr(finding, '/'), *subject = type ? strchr(type + 1, '/') : NULL;
	bool unanswered = record_get(record, "response")->kind == VALUE_NONE, past_due;
	struct membership in = { { NULL }, 0 };
	day due;

	(void)error;
	if (record_get(record, "closed_on")->kind != VALUE_NONE)
		return STATUS_OK;
	past_due = record_day(record, "due_on", &due) && due < weighing->programme->today;
	count_escalation(&weighing->scopes[0], past_due, unanswered);
	if (subject)
		in = scopes_of_subject(weighing, escalating->directory,
			arena_copy(weighing->arena, type + 1, (size_t)(subject - type - 1)),
			subject + 1);
	for (size_t i = 0; i < in.count; i++)
		count_escalation(in.scopes[i], past_due, unanswered);
	return STATUS_OK;
}

/* Conditions hold for the whole, and for the phase that is under way. */
static enum status
take_readiness(struct weighing *weighing, struct error *error)
{
	struct readiness_report readiness;
	day today = weighing->programme->today;
	enum status status =
		programme_readiness(weighing->programme, weighing->arena, &readiness, error);

	if (status != STATUS_OK || strcmp(readiness.verdict, "ready") == 0)
		return status;
	weighing->scopes[0].facts.unready = true;
	for (size_t i = 1; i < weighing->count; i++)
		if (weighing->scopes[i].starts_on != NO_DAY &&
			weighing->scopes[i].starts_on <= today &&
			weighing->scopes[i].ends_on >= today)
			weighing->scopes[i].facts.unready = true;
	return STATUS_OK;
}

static enum status
take_evidence(struct weighing *weighing, struct error *error)
{
	struct rows rows = rows_open(weighing->programme, NULL, error);
	struct value columns[FACT_COLUMNS_MAX];

	rows_facts(&rows, "confidence", "SELECT \"kind\", \"id\", \"on\" FROM \"scope_evidence\"",
		weighing->programme->today);
	while (rows_next_fact(&rows, columns)) {
		struct scope_facts *scope;
		day on;

		if (columns[1].kind != VALUE_INTEGER || columns[2].kind != VALUE_TEXT ||
			!date_parse(columns[2].text, &on))
			continue;
		scope = find_scope(weighing, columns[0].text, columns[1].integer);
		if (scope)
			scope->facts.evidence_age = weighing->programme->today - on;
	}
	return rows_close(&rows);
}

/* About how many days lie between two meetings. */
static int
days_between(const struct rrule *rule)
{
	static const int days[] = { 1, DAYS_OF_WEEK, DAYS_OF_MONTH, DAYS_OF_YEAR };

	return days[rule->frequency] * rule->interval;
}

/* The shortest interval of a review of the programme counts; without one a window of the measures.
 */
static enum status
take_forum(void *context, const struct record *record, struct error *error)
{
	int *days = context;
	struct rrule rule;

	if (!record_is(record, "level", "programme") ||
		rrule_parse("rule", record_get(record, "rule")->text, &rule, error) != STATUS_OK)
		return STATUS_OK;
	if (*days == 0 || days_between(&rule) < *days)
		*days = days_between(&rule);
	return STATUS_OK;
}

static enum status
take_limits(struct weighing *weighing, struct error *error)
{
	struct store *store = weighing->programme->store;
	struct query query = { .type = type_find("forum") };
	int interval = 0;
	enum status status =
		programme_each(weighing->programme, &query, take_forum, &interval, error);

	if (interval == 0)
		interval = (int)store_setting(store, "window_days");
	weighing->limits = (struct rating_limits){
		.critical_slip_days = (int)store_setting(store, "critical_slip_red_days"),
		.late_percent = (int)store_setting(store, "late_due_red_percent"),
		.evidence_days =
			(int)(interval * store_setting(store, "unknown_after_percent") / 100),
	};
	return status;
}

static enum status
take_scopes(struct weighing *weighing, struct error *error)
{
	enum status status;

	add_scope(weighing, "programme", 0);
	status = each(weighing, "phase", "starts_on", take_phase, error);
	return status == STATUS_OK
		       ? each(weighing, "workstream", "position", take_workstream, error)
		       : status;
}

enum status
confidence_gather(struct weighing *weighing, struct error *error)
{
	const struct schedule *schedule;
	struct directory directory = { 0 };
	struct escalating escalating = { weighing, &directory };
	struct query escalations = { .type = type_find("escalation") };
	enum status status = take_scopes(weighing, error);

	if (status == STATUS_OK)
		status = take_limits(weighing, error);
	if (status == STATUS_OK)
		status = milestone_now_read(weighing->programme, &weighing->schedule, error);
	if (status != STATUS_OK)
		return status;
	schedule = weighing->schedule;
	take_schedule(weighing, schedule);
	directory = list_milestones(weighing, schedule);
	status = take_errors(weighing, schedule, error);
	if (status == STATUS_OK)
		status = programme_each(
			weighing->programme, &escalations, take_escalation, &escalating, error);
	if (status == STATUS_OK)
		status = take_readiness(weighing, error);
	if (status == STATUS_OK)
		status = take_evidence(weighing, error);
	for (size_t i = 0; i < weighing->count; i++)
		weighing->scopes[i].facts.complete =
			weighing->scopes[i].milestones > 0 &&
			weighing->scopes[i].accepted == weighing->scopes[i].milestones;
	return status;
}
