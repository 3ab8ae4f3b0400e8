/* SPDX-License-Identifier: MIT */
/*
 * Gathers, for each scope, the facts that a suggestion of confidence rests on, and tells them in
 * words. What the facts amount to is decided in src/rules/rating_rule.c.
 */
#include "confidence_facts.h"

#include <stdio.h>
#include <string.h>

#include "rollout/base/text.h"

/* The facts of the reason as numbers. */
static void
count(const struct weighing *weighing, const struct rating_facts *facts, enum rating_cause reason,
	struct confidence_number *out)
{

	switch (reason) {
	case RATING_GATE:
		out[0] = (struct confidence_number){ "gates_past_due", facts->gates_past_due };
		return;
	case RATING_CRITICAL:
	case RATING_SLIPPING:
		out[0] = (struct confidence_number){ "slip_days", facts->critical_slip };
		out[1] = (struct confidence_number){ "slip_days_most",
			reason == RATING_CRITICAL ? weighing->limits.critical_slip_red
						  : weighing->limits.critical_slip_amber };
		return;
	case RATING_ESCALATION:
		out[0] = (struct confidence_number){ "escalations_past_due",
			facts->escalations_past_due };
		return;
	case RATING_CRITICAL_LATE:
		out[0] = (struct confidence_number){ "late", facts->critical_late };
		return;
	case RATING_LATE_SHARE:
	case RATING_LATE:
		out[0] = (struct confidence_number){ "late", facts->late };
		out[1] = (struct confidence_number){ "due", facts->due };
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
			text_quantity(arena, facts->gates_past_due,
				"gate is past its day and not proven",
				"gates are past their day and not proven"),
			scope->gate.title);
		out->response = "prove it, or decide today what waits for it";
		return;
	case RATING_CRITICAL:
	case RATING_SLIPPING:
		out->text = arena_format(arena,
			"the critical path slips: \"%s\" comes %d days after the first promise",
			scope->critical.title, facts->critical_slip);
		out->response = "cut what it waits for, or promise a new end";
		return;
	case RATING_ESCALATION:
		out->text = text_quantity(arena, facts->escalations_past_due,
			"escalation is past its day", "escalations are past their day");
		out->response = "close it with an outcome, or take it one level up";
		return;
	case RATING_CRITICAL_LATE:
		out->text = arena_format(arena, "%s: \"%s\"",
			text_quantity(arena, facts->critical_late, "critical milestone is late",
				"critical milestones are late"),
			scope->critical_late.title);
		out->response = "ask its owner for a date that holds";
		return;
	case RATING_LATE_SHARE:
		out->text = arena_format(arena, "%d of %d milestones that were due are late",
			facts->late, facts->due);
		out->response = "plan the rest anew with their owners";
		return;
	case RATING_LATE:
		out->text = arena_format(arena, "%s: \"%s\"",
			text_quantity(
				arena, facts->late, "milestone is late", "milestones are late"),
			scope->late.title);
		out->response = "ask its owner for a date that holds";
		return;
	case RATING_UNANSWERED:
		out->text = text_quantity(arena, facts->unanswered,
			"escalation has no response yet", "escalations have no response yet");
		out->response = "let its owner write down what is done about it";
		return;
	case RATING_UNREADY:
		out->text = "a condition of the diagnosis is not met";
		out->response = "see what follows from it: rollout readiness";
		return;
	case RATING_ERRORS:
		out->text = text_quantity(arena, facts->errors, "error of the rule book stands",
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
			count(weighing, &scope->facts, (enum rating_cause)i,
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

static void
take_rating(struct scope_confidence *scope, const struct record *record,
	const struct weighing *weighing)
{
	struct arena *arena = weighing->arena;

	scope->given = record_copy_text(record, "given", arena);
	scope->given_on = record_copy_text(record, "on", arena);
	scope->given_reason = record_copy_text(record, "reason", arena);
	scope->given_by = programme_title_of(weighing->rows.programme, record, "by", arena);
	if (scope->history_count == RATINGS_SHOWN)
		memmove(scope->history, scope->history + 1,
			--scope->history_count * sizeof *scope->history);
	scope->history[scope->history_count++] = scope->given;
}

/* In the order of their days. */
static void
read_ratings(struct weighing *weighing, struct confidence_report *report)
{
	struct record record;

	rows_of(&weighing->rows, "rating", "on");
	while (rows_next(&weighing->rows, &record)) {
		const struct scope_facts *found =
			confidence_scope(weighing, record_text(&record, "scope"));

		if (found && record_has(&record, "given") &&
			record_date(&record, "on") <= weighing->rows.programme->today)
			take_rating(&report->scopes[found - weighing->scopes], &record, weighing);
	}
}

enum status
confidence_read(struct programme *programme, const struct found *found, struct arena *arena,
	struct confidence_report *out, struct error *error)
{
	struct weighing weighing = {
		.rows = rows_open(programme, NULL, error), .arena = arena, .found = found
	};

	*out = (struct confidence_report){ 0 };
	confidence_gather(&weighing);
	if (weighing.rows.status == STATUS_OK) {
		out->count = weighing.count;
		out->findings = weighing.findings;
		out->scopes = arena_alloc(arena, weighing.count * sizeof *out->scopes);
		for (size_t i = 0; i < weighing.count; i++) {
			out->scopes[i] =
				(struct scope_confidence){ .scope = weighing.scopes[i].scope,
					.name = weighing.scopes[i].name };
			weigh(&weighing, &weighing.scopes[i], &out->scopes[i]);
		}
		read_ratings(&weighing, out);
	}
	milestone_now_release(weighing.schedule);
	return rows_close(&weighing.rows);
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
