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
	weighing->scopes = arena_grow(
		weighing->arena, weighing->scopes, weighing->count, sizeof *weighing->scopes);
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

/* A scope for each record of the type. */
static void
read_scopes(struct weighing *weighing, const char *type, const char *order)
{
	struct record record;

	rows_of(&weighing->rows, type, order);
	while (rows_next(&weighing->rows, &record)) {
		struct scope_facts *scope = add_scope(weighing, type, record.id);

		scope->identifier = record_identifier(&record, weighing->arena);
		scope->name = record_copy_text(&record, "name", weighing->arena);
		scope->scope = arena_format(weighing->arena, "%s/%s", type, scope->identifier);
		if (strcmp(type, "phase") != 0)
			continue;
		scope->starts_on = record_date(&record, "starts_on");
		scope->ends_on = record_date(&record, "ends_on");
	}
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
	if (item->late && item->dates.critical) {
		facts->critical_late++;
		keep_worst(&scope->critical_late, item->title, today - item->due);
	}
	if (item->late && item->gate) {
		facts->gates_past_due++;
		keep_worst(&scope->gate, item->title, today - item->due);
	}
	if (item->baseline == NO_DAY || item->slip <= 0 || !item->dates.critical)
		return;
	keep_worst(&scope->critical, item->title, item->slip);
	facts->critical_slip = scope->critical.days;
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
			take_milestone(in.scopes[j], &schedule->milestones[i],
				weighing->rows.programme->today);
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
	const struct found_of_rule *found, int64_t *count)
{
	struct rows *rows = &spreading->weighing->rows;
	struct cursor *cursor;
	struct subject subject;

	if (!found && !has_a_say(rule))
		return STATUS_OK;
	if (!found) {
		cursor = subjects_open(rows->programme->store, rule, rows->error);
		for (*count = 0; subjects_next(cursor, &subject); ++*count)
			spread_error(spreading, &subject);
		return cursor_close(cursor);
	}
	for (size_t i = 0; has_a_say(rule) && i < found->count; i++)
		spread_error(spreading, &found->subjects[i]);
	*count = (int64_t)found->count;
	return STATUS_OK;
}

static void
take_errors(struct weighing *weighing)
{
	const struct found *found = weighing->found;
	struct spreading spreading = { weighing, weighing->schedule };
	struct rows *rows = &weighing->rows;
	const struct rule *rules;
	size_t count = 0;

	if (rows->status == STATUS_OK)
		rows->status = rulebook_list(rows->programme->store, &rules, &count, rows->error);
	weighing->findings = arena_alloc(weighing->arena, (count + 1) * sizeof(int64_t));
	for (size_t i = 0; i < count && rows->status == STATUS_OK; i++) {
		int64_t *number = &weighing->findings[i];

		*number = -1;
		rows->status = count_findings(
			&spreading, &rules[i], found ? &found->rules[i] : NULL, number);
		if (has_a_say(&rules[i]))
			weighing->scopes[0].facts.errors += (int)*number;
	}
}

static void
count_escalation(struct scope_facts *scope, bool past_due, bool unanswered)
{
	scope->facts.escalations_past_due += past_due ? 1 : 0;
	scope->facts.unanswered += unanswered ? 1 : 0;
}

/* A finding is called RULE/TYPE/SUBJECT. */
static void
take_escalation(const struct weighing *weighing, const struct directory *directory,
	const struct record *record)
{
	const char *finding = record_text(record, "finding");
	const char *type = strchr(finding, '/'), *subject = type ? strchr(type + 1, '/') : NULL;
	day due = record_date(record, "due_on");
	bool unanswered = !record_has(record, "response");
	bool past_due = due != NO_DAY && due < weighing->rows.programme->today;
	struct membership in = { { NULL }, 0 };

	count_escalation(&weighing->scopes[0], past_due, unanswered);
	if (subject)
		in = scopes_of_subject(weighing, directory,
			arena_copy(weighing->arena, type + 1, (size_t)(subject - type - 1)),
			subject + 1);
	for (size_t i = 0; i < in.count; i++)
		count_escalation(in.scopes[i], past_due, unanswered);
}

static void
read_escalations(struct weighing *weighing)
{
	struct directory directory = list_milestones(weighing, weighing->schedule);
	day today = weighing->rows.programme->today;
	struct record record;

	rows_of(&weighing->rows, "escalation", NULL);
	while (rows_next(&weighing->rows, &record)) {
		day raised = record_date(&record, "raised_on");
		day closed = record_date(&record, "closed_on");

		if (raised <= today && (closed == NO_DAY || closed > today))
			take_escalation(weighing, &directory, &record);
	}
}

/* Conditions hold for the whole, and for the phase that is under way. */
static void
take_readiness(struct weighing *weighing)
{
	struct rows *rows = &weighing->rows;
	struct readiness_report readiness;
	day today = rows->programme->today;

	if (rows->status == STATUS_OK)
		rows->status = programme_readiness(
			rows->programme, weighing->arena, &readiness, rows->error);
	if (rows->status != STATUS_OK || strcmp(readiness.verdict, "ready") == 0)
		return;
	weighing->scopes[0].facts.unready = true;
	for (size_t i = 1; i < weighing->count; i++)
		if (weighing->scopes[i].starts_on != NO_DAY &&
			weighing->scopes[i].starts_on <= today &&
			weighing->scopes[i].ends_on >= today)
			weighing->scopes[i].facts.unready = true;
}

static void
read_evidence(struct weighing *weighing)
{
	struct rows *rows = &weighing->rows;
	struct value columns[FACT_COLUMNS_MAX];
	day today = rows->programme->today;

	rows_facts(rows, "confidence", "SELECT \"kind\", \"id\", \"on\" FROM \"scope_evidence\"",
		today);
	while (rows_next_fact(rows, columns)) {
		struct scope_facts *scope;
		day on;

		if (columns[1].kind != VALUE_INTEGER || columns[2].kind != VALUE_TEXT ||
			!date_parse(columns[2].text, &on))
			continue;
		scope = find_scope(weighing, columns[0].text, columns[1].integer);
		if (scope)
			scope->facts.evidence_age = today - on;
	}
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
static void
read_limits(struct weighing *weighing)
{
	struct store *store = weighing->rows.programme->store;
	struct record record;
	struct error ignored = { 0 };
	int interval = 0;

	rows_where(&weighing->rows, "forum", "level", value_text("programme"), NULL);
	while (rows_next(&weighing->rows, &record)) {
		struct rrule rule;

		if (rrule_parse("rule", record_text(&record, "rule"), &rule, &ignored) ==
				STATUS_OK &&
			(interval == 0 || days_between(&rule) < interval))
			interval = days_between(&rule);
	}
	if (interval == 0)
		interval = (int)store_setting(store, "window_days");
	weighing->limits = (struct rating_limits){
		.critical_slip_red = (int)store_setting(store, "critical_slip_red_days"),
		.critical_slip_amber = (int)store_setting(store, "critical_slip_amber_days"),
		.late_red_percent = (int)store_setting(store, "late_due_red_percent"),
		.late_amber_percent = (int)store_setting(store, "late_due_amber_percent"),
		.evidence_days =
			(int)(interval * store_setting(store, "unknown_after_percent") / 100),
	};
}

void
confidence_gather(struct weighing *weighing)
{
	struct rows *rows = &weighing->rows;

	add_scope(weighing, "programme", 0);
	read_scopes(weighing, "phase", "starts_on");
	read_scopes(weighing, "workstream", "position");
	read_limits(weighing);
	if (rows->status == STATUS_OK)
		rows->status =
			milestone_now_read(rows->programme, &weighing->schedule, rows->error);
	if (rows->status != STATUS_OK)
		return;
	take_schedule(weighing, weighing->schedule);
	take_errors(weighing);
	read_escalations(weighing);
	take_readiness(weighing);
	read_evidence(weighing);
	for (size_t i = 0; i < weighing->count; i++)
		weighing->scopes[i].facts.complete =
			weighing->scopes[i].milestones > 0 &&
			weighing->scopes[i].accepted == weighing->scopes[i].milestones;
}
