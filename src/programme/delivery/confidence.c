/* SPDX-License-Identifier: MIT */
/*
 * Gathers, for each scope, the facts that a suggestion of confidence rests on, and tells them in
 * words. What the facts amount to is decided in src/rules/rating_rule.c.
 */
#include "confidence_facts.h"

#include <stdio.h>
#include <string.h>

static const char *
count_words(struct arena *arena, int count, const char *one, const char *many)
{
	return arena_format(arena, "%d %s", count, count == 1 ? one : many);
}

/* The facts of the reason as numbers. */
static void
count(const struct weighing *weighing, const struct scope_facts *scope, enum rating_cause reason,
	struct confidence_number *out)
{
	const struct rating_facts *facts = &scope->facts;

	switch (reason) {
	case RATING_GATE:
		out[0] = (struct confidence_number){ "gates_past_due", facts->gates_past_due };
		return;
	case RATING_CRITICAL:
		out[0] = (struct confidence_number){ "slip_days", facts->critical_slip };
		out[1] = (struct confidence_number){ "slip_days_most",
			weighing->limits.critical_slip_days };
		return;
	case RATING_ESCALATION:
		out[0] = (struct confidence_number){ "escalations_past_due",
			facts->escalations_past_due };
		return;
	case RATING_LATE_SHARE:
		out[0] = (struct confidence_number){ "late", facts->late };
		out[1] = (struct confidence_number){ "due", facts->due };
		return;
	case RATING_LATE:
		out[0] = (struct confidence_number){ "late", facts->late };
		out[1] = (struct confidence_number){ "due", facts->due };
		return;
	case RATING_SLIPPING:
		out[0] = (struct confidence_number){ "slipping", facts->slipping };
		out[1] = (struct confidence_number){ "slip_days", scope->slipping.days };
		return;
	case RATING_UNANSWERED:
		out[0] = (struct confidence_number){ "unanswered", facts->unanswered };
		return;
	case RATING_UNREADY: return;
	case RATING_ERRORS: out[0] = (struct confidence_number){ "errors", facts->errors }; return;
	case RATING_OLD:
		out[0] = (struct confidence_number){ "evidence_days", facts->evidence_age };
		out[1] = (struct confidence_number){ "evidence_days_most",
			weighing->limits.evidence_days };
		return;
	case RATING_NO_EVIDENCE: return;
	case RATING_CAUSES: break;
	}
}

static void
describe(const struct weighing *weighing, const struct scope_facts *scope, enum rating_cause reason,
	struct confidence_line *out)
{
	struct arena *arena = weighing->arena;
	const struct rating_facts *facts = &scope->facts;

	switch (reason) {
	case RATING_GATE:
		out->text = arena_format(arena, "%s: \"%s\"",
			count_words(arena, facts->gates_past_due,
				"gate is past its day and not proven",
				"gates are past their day and not proven"),
			scope->gate.title);
		out->response = "prove it, or decide today what waits for it";
		return;
	case RATING_CRITICAL:
		out->text = arena_format(arena,
			"the critical path slips: \"%s\" comes %d days after the first promise",
			scope->critical.title, facts->critical_slip);
		out->response = "cut what it waits for, or promise a new end";
		return;
	case RATING_ESCALATION:
		out->text = count_words(arena, facts->escalations_past_due,
			"escalation is past its day", "escalations are past their day");
		out->response = "close it with an outcome, or take it one level up";
		return;
	case RATING_LATE_SHARE:
		out->text = arena_format(arena, "%d of %d milestones that were due are late",
			facts->late, facts->due);
		out->response = "plan the rest anew with their owners";
		return;
	case RATING_LATE:
		out->text = arena_format(arena, "%s: \"%s\"",
			count_words(arena, facts->late, "milestone is late", "milestones are late"),
			scope->late.title);
		out->response = "ask its owner for a date that holds";
		return;
	case RATING_SLIPPING:
		out->text = arena_format(arena, "%s: \"%s\" by %d days",
			count_words(arena, facts->slipping,
				"milestone is expected after its first promise",
				"milestones are expected after their first promise"),
			scope->slipping.title, scope->slipping.days);
		out->response = "look at what moved it, and at what waits for it";
		return;
	case RATING_UNANSWERED:
		out->text = count_words(arena, facts->unanswered, "escalation has no response yet",
			"escalations have no response yet");
		out->response = "let its owner write down what is done about it";
		return;
	case RATING_UNREADY:
		out->text = "a condition of the diagnosis is not met";
		out->response = "see what follows from it: rollout readiness";
		return;
	case RATING_ERRORS:
		out->text = count_words(arena, facts->errors, "error of the rule book stands",
			"errors of the rule book stand");
		out->response = "mend them: rollout check";
		return;
	case RATING_OLD:
		out->text =
			arena_format(arena, "the youngest evidence is %d days old, more than %d",
				facts->evidence_age, weighing->limits.evidence_days);
		out->response = "look at what has been done, and write down the proof";
		return;
	case RATING_NO_EVIDENCE:
		out->text = "there is no evidence yet";
		out->response = "nothing can be judged before something is proven";
		return;
	case RATING_CAUSES: break;
	}
}

static void
weigh(const struct weighing *weighing, const struct scope_facts *scope,
	struct scope_confidence *out)
{
	bool holds[RATING_CAUSES];

	enum confidence suggested = rating_rule_suggest(&scope->facts, &weighing->limits, holds);

	out->suggested = rating_rule_name(suggested);
	for (int pass = 0; pass < 2; pass++) {
		for (int i = 0; i < RATING_CAUSES; i++) {
			enum confidence colour = rating_rule_of_cause((enum rating_cause)i);

			if (!holds[i] || (colour == suggested) != (pass == 0))
				continue;
			out->reasons[out->reason_count].reason = (enum rating_cause)i;
			out->reasons[out->reason_count].rule =
				rating_rule_cause_name((enum rating_cause)i);
			out->reasons[out->reason_count].colour = rating_rule_name(colour);
			count(weighing, scope, (enum rating_cause)i,
				out->reasons[out->reason_count].numbers);
			describe(weighing, scope, (enum rating_cause)i,
				&out->reasons[out->reason_count++]);
		}
	}
}

static bool
is_called(const struct scope_facts *scope, const char *text)
{
	char number[RECORD_ID_SIZE];
	size_t kind = strlen(scope->kind);

	if (scope->id == 0)
		return strcmp(text, "programme") == 0;
	if (strncmp(text, scope->kind, kind) == 0 && text[kind] == '/')
		text += kind + 1;
	snprintf(number, sizeof number, "%lld", (long long)scope->id);
	return strcmp(text, scope->identifier) == 0 || strcmp(text, number) == 0 ||
	       strcmp(text, scope->name) == 0;
}

struct scope_facts *
confidence_scope(const struct weighing *weighing, const char *text)
{
	for (size_t i = 0; i < weighing->count; i++)
		if (is_called(&weighing->scopes[i], text))
			return &weighing->scopes[i];
	return NULL;
}

struct rated {
	const struct weighing *weighing;
	struct confidence_report *report;
};

static const char *
copy_of(struct arena *arena, const struct record *record, const char *field)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_TEXT ? arena_copy(arena, value->text, value->length) : NULL;
}

/* In the order of their days. */
static enum status
take_rating(void *context, const struct record *record, struct error *error)
{
	const struct rated *rated = context;
	struct arena *arena = rated->weighing->arena;
	const struct scope_facts *found =
		confidence_scope(rated->weighing, record_get(record, "scope")->text);
	struct scope_confidence *scope;
	int64_t by = record_number(record, "by");

	(void)error;
	if (!found || record_get(record, "given")->kind == VALUE_NONE)
		return STATUS_OK;
	scope = &rated->report->scopes[found - rated->weighing->scopes];
	scope->given = copy_of(arena, record, "given");
	scope->given_on = copy_of(arena, record, "on");
	scope->given_reason = copy_of(arena, record, "reason");
	scope->given_by = by == 0 ? NULL
				  : programme_title(rated->weighing->programme,
					    type_find("stakeholder"), by, arena);
	if (scope->history_count == RATINGS_SHOWN)
		memmove(scope->history, scope->history + 1,
			--scope->history_count * sizeof *scope->history);
	scope->history[scope->history_count++] = scope->given;
	return STATUS_OK;
}

static enum status
take_ratings(const struct weighing *weighing, struct confidence_report *report, struct error *error)
{
	struct query query = { .type = type_find("rating") };
	struct rated rated = { weighing, report };

	query.order = type_field_index(query.type, "on") + 1;
	return programme_each(weighing->programme, &query, take_rating, &rated, error);
}

enum status
confidence_read(struct programme *programme, const struct found *found, struct arena *arena,
	struct confidence_report *out, struct error *error)
{
	struct weighing weighing = { .programme = programme, .arena = arena, .found = found };
	enum status status = store_begin_read(programme->store, error);

	*out = (struct confidence_report){ 0 };
	if (status != STATUS_OK)
		return status;
	status = confidence_gather(&weighing, error);
	if (status == STATUS_OK) {
		out->count = weighing.count;
		out->findings = weighing.findings;
		out->scopes = arena_alloc(arena, weighing.count * sizeof *out->scopes);
		for (size_t i = 0; i < weighing.count; i++) {
			out->scopes[i] =
				(struct scope_confidence){ .scope = weighing.scopes[i].scope,
					.name = weighing.scopes[i].name };
			weigh(&weighing, &weighing.scopes[i], &out->scopes[i]);
		}
		status = take_ratings(&weighing, out, error);
	}
	milestone_now_release(weighing.schedule);
	store_end_read(programme->store);
	return status;
}

enum status
programme_confidence(struct programme *programme, struct arena *arena,
	struct confidence_report *out, struct error *error)
{
	return confidence_read(programme, NULL, arena, out, error);
}

const struct scope_confidence *
confidence_find(const struct confidence_report *report, const char *scope)
{
	for (size_t i = 0; i < report->count; i++)
		if (strcmp(report->scopes[i].scope, scope) == 0)
			return &report->scopes[i];
	return NULL;
}
