/* SPDX-License-Identifier: MIT */
/*
 * The documents that hold what was derived, as JSON Schema: nothing of them is a record of the
 * file.
 */
#include <stdint.h>

#include "report_schema.h"

static const char states[] = "red amber green unknown";

static void
answers(struct json_writer *json)
{
	schema_begin_array(json, "answers");
	schema_begin_object(json, "items");
	schema_text(json, "respondent", "A name.");
	schema_whole(json, "score", 1, "1 to 5; left out: not known.");
	schema_whole(json, "score_before", 1, "The person's score at the last gate.");
	schema_date(json, "on", NULL);
	schema_boolean(json, "stale", NULL);
	schema_end_object(json, "respondent on stale");
	schema_end_array(json);
}

static void
questions(struct json_writer *json)
{
	schema_begin_array(json, "questions");
	schema_begin_object(json, "items");
	schema_id(json, "question", NULL);
	schema_text(json, "prompt", NULL);
	schema_boolean(json, "critical", NULL);
	schema_words(json, "state", states);
	schema_words(json, "state_before", states);
	schema_decimal(json, "mean", "Left out where nobody gave a score.");
	schema_decimal(json, "mean_before", "At the last gate.");
	schema_whole(json, "spread", 0, "Between the highest and the lowest score.");
	schema_boolean(json, "misaligned", NULL);
	schema_whole(json, "known", 0, "Answers with a score.");
	schema_whole(json, "not_known", 0, "Answers without one.");
	schema_whole(json, "stale", 0, "Answers whose evidence is old.");
	answers(json);
	schema_end_object(json,
		"question prompt critical state spread misaligned known not_known stale answers");
	schema_end_array(json);
}

static void
consequences(struct json_writer *json)
{
	schema_begin_array(json, "consequences");
	schema_begin_object(json, "items");
	schema_text(json, "rule", "F1 to F11.");
	schema_begin_array(json, "items");
	schema_begin_object(json, "items");
	schema_text(json, "type", NULL);
	schema_id(json, "id", NULL);
	schema_text(json, "title", NULL);
	schema_text(json, "owner", "A name.");
	schema_boolean(json, "done", NULL);
	schema_end_object(json, "type id title done");
	schema_end_array(json);
	schema_end_object(json, "rule items");
	schema_end_array(json);
}

const char *
schema_readiness_body(struct json_writer *json)
{
	schema_words(json, "verdict", "stop conditions ready");
	schema_text(json, "reason", NULL);
	schema_text(json, "response", "What to do next.");
	schema_whole(json, "respondents", 0, NULL);
	schema_date(json, "newest_on", "Day of the newest answer.");
	schema_text(json, "compared_with", "The gate that was accepted last.");
	schema_date(json, "compared_on", "The day it was.");
	schema_begin_array(json, "areas");
	schema_begin_object(json, "items");
	schema_words(json, "area", "leadership operations culture adoption");
	schema_words(json, "state", states);
	schema_words(json, "state_before", states);
	schema_decimal(json, "mean", "Of its questions' means; never decisive.");
	schema_whole(json, "misaligned", 0, "Questions on which people differ.");
	schema_whole(json, "not_known", 0, "Answers without a score.");
	schema_whole(json, "stale", 0, NULL);
	questions(json);
	schema_end_object(json, "area state misaligned not_known stale questions");
	schema_end_array(json);
	schema_findings(json);
	consequences(json);
	return "verdict reason response respondents areas findings consequences";
}

static void
schedule_members(struct json_writer *json)
{
	schema_date(json, "forecast_on",
		"When it is expected, given what it waits for; left out where nobody has dated it.");
	schema_date(json, "due_on", "Promised last, else entered.");
	schema_boolean(json, "late", "Open, and due before today.");
	schema_date(json, "latest_on", "The last day that moves no end.");
	schema_whole(json, "slack_days", INT32_MIN, "latest_on less forecast_on.");
	schema_boolean(json, "critical", NULL);
	schema_whole(json, "slip_days", INT32_MIN, "forecast_on less the first baseline.");
	schema_whole(json, "current_slip_days", INT32_MIN, "forecast_on less the newest baseline.");
}

void
schema_milestone_schedule(struct json_writer *json)
{
	schema_begin_object(json, "schedule");
	schedule_members(json);
	schema_end_object(json, "late critical");
}

const char *
schema_schedule_body(struct json_writer *json)
{
	schema_begin_array(json, "milestones");
	schema_begin_object(json, "items");
	schema_id(json, "milestone", NULL);
	schedule_members(json);
	schema_end_object(json, "milestone late critical");
	schema_end_array(json);
	return "milestones";
}

static void
sequence_members(struct json_writer *json)
{
	schema_words(json, "order", "now early leads_call later");
	schema_whole(json, "wave", 0, "0 is the pilot; left out where no wave can carry the team.");
	schema_text(
		json, "reason", "Not for teams, like the order: it tells how the leader stands.");
	schema_text(json, "rule", "The line of the lens that decided; not for teams.");
	schema_begin_object(json, "facts");
	schema_words(json, "capability", "low high");
	schema_words(json, "complexity", "low high");
	schema_words(json, "stance", "willing neutral resistant");
	schema_boolean(json, "cross_functional", NULL);
	schema_boolean(json, "works_with_placed", "Placed early because of a link.");
	schema_whole(json, "pinned_wave", 0, NULL);
	schema_end_object(json, "cross_functional works_with_placed");
	schema_text(json, "response", "What to do next; not for teams.");
}

void
schema_team_sequence(struct json_writer *json)
{
	schema_begin_object(json, "sequence");
	sequence_members(json);
	schema_end_object(json, "");
}

const char *
schema_sequence_body(struct json_writer *json)
{
	schema_whole(json, "capacity", 0, "Teams that a wave can take on.");
	schema_text(json, "capacity_reason", NULL);
	schema_begin_array(json, "teams");
	schema_begin_object(json, "items");
	schema_id(json, "team", NULL);
	sequence_members(json);
	schema_end_object(json, "team order reason rule facts response");
	schema_end_array(json);
	schema_begin_object(json, "pilot");
	schema_id(json, "gate", "The milestone that ends it.");
	schema_begin_array(json, "proofs");
	schema_begin_object(json, "items");
	schema_text(json, "criterion", NULL);
	schema_text(json, "proof", NULL);
	schema_boolean(json, "met", NULL);
	schema_text(json, "checked_by", "A name.");
	schema_end_object(json, "criterion met");
	schema_end_array(json);
	schema_begin_array(json, "lessons");
	schema_begin_object(json, "items");
	schema_id(json, "id", NULL);
	schema_words(json, "kind", "lesson win");
	schema_text(json, "text", NULL);
	schema_text(json, "change", "What is done differently because of it.");
	schema_date(json, "applied_on", NULL);
	schema_end_object(json, "id kind text");
	schema_end_array(json);
	schema_end_object(json, "proofs lessons");
	return "capacity capacity_reason teams pilot";
}

const char *
schema_plan_body(struct json_writer *json)
{
	schema_boolean(json, "dry_run", "Nothing was written.");
	schema_whole(json, "add", 0, NULL);
	schema_whole(json, "change", 0, NULL);
	schema_whole(json, "keep", 0, NULL);
	schema_whole(json, "gone", 0, "Deleted by hand, and not added again.");
	schema_whole(json, "remove", 0, "Their cause is gone.");
	schema_text(json, "note", "What the plan lacks.");
	schema_begin_array(json, "items");
	schema_begin_object(json, "items");
	schema_words(json, "action", "add change keep gone remove");
	schema_text(json, "type", NULL);
	schema_id(json, "id", NULL);
	schema_text(json, "title", NULL);
	schema_text(json, "rule", "The rule that asks for it, or dates, teams, template ….");
	schema_text(json, "because", "Begins with a rule's id where a finding asks for it.");
	schema_text(json, "detail",
		"For whom and when it is, the fields that change, or why it is kept.");
	schema_end_object(json, "action type id title because");
	schema_end_array(json);
	schema_findings(json);
	return "dry_run add change keep gone remove items findings";
}

const char *
schema_slip_body(struct json_writer *json)
{
	schema_id(json, "milestone", NULL);
	schema_text(json, "pattern", "The gravest; left out where there is none.");
	schema_text(json, "reason", NULL);
	schema_begin_array(json, "patterns");
	schema_begin_object(json, "items");
	schema_text(json, "pattern", NULL);
	schema_text(json, "reason", NULL);
	schema_text(json, "response", "What to do next.");
	schema_end_object(json, "pattern reason response");
	schema_end_array(json);
	schema_begin_array(json, "reports");
	schema_begin_object(json, "items");
	schema_date(json, "on", "The day of the report.");
	schema_date(json, "forecast_on", "What was expected then.");
	schema_end_object(json, "on forecast_on");
	schema_end_array(json);
	return "milestone reason patterns reports";
}

const char *
schema_forecast_body(struct json_writer *json)
{
	schema_whole(json, "runs", 1, "Simulated courses.");
	schema_whole(json, "middle_percent", 0, NULL);
	schema_whole(json, "safe_percent", 0, NULL);
	schema_whole(json, "history", 0, "Milestones reached whose slip is known.");
	schema_whole(json, "estimated", 0, "Open ones with a likely lateness of their own.");
	schema_whole(json, "by_history", 0, "Open ones drawn from the history.");
	schema_whole(json, "on_time", 0, "Open ones taken as punctual: neither is known.");
	schema_begin_array(json, "ends");
	schema_begin_object(json, "items");
	schema_id(json, "phase", "Left out for the whole.");
	schema_text(json, "name", NULL);
	schema_date(json, "ends_on", "The last day of the phase.");
	schema_date(json, "forecast_on", "What of it is expected last.");
	schema_date(json, "middle_on", "middle_percent of the courses have ended by then.");
	schema_date(json, "safe_on", "safe_percent have.");
	schema_whole(json, "open", 0, "Milestones not accepted.");
	schema_end_object(json, "name forecast_on middle_on safe_on open");
	schema_end_array(json);
	return "runs middle_percent safe_percent history estimated by_history on_time ends";
}

const char *
schema_routes_body(struct json_writer *json)
{
	schema_id(json, "person", NULL);
	schema_boolean(json, "needed",
		"Whether the person is here, and mixed or resistant; there is no route otherwise.");
	schema_begin_array(json, "routes");
	schema_begin_object(json, "items");
	schema_decimal(json, "score",
		"Influence of the supporter / 5 * the product of strength / 3 over the links.");
	schema_begin_array(json, "people");
	schema_id(json, "items", "The supporter first, the person last.");
	schema_end_array(json);
	schema_end_object(json, "score people");
	schema_end_array(json);
	return "person needed routes";
}

const char *
schema_what_if_body(struct json_writer *json)
{
	schema_begin_array(json, "milestones");
	schema_begin_object(json, "items");
	schema_id(json, "milestone", NULL);
	schema_date(json, "from", "Its forecast as things stand.");
	schema_date(json, "to", "Its forecast with the change.");
	schema_end_object(json, "milestone from to");
	schema_end_array(json);
	schema_date(json, "end_before", "The latest forecast as things stand.");
	schema_date(json, "end_after", "The latest forecast with the change.");
	schema_begin_array(json, "teams");
	schema_begin_object(json, "items");
	schema_id(json, "team", NULL);
	schema_whole(json, "from", 0, "The wave; left out for none.");
	schema_whole(json, "to", 0, "The wave; left out for none.");
	schema_end_object(json, "team");
	schema_end_array(json);
	schema_begin_array(json, "forums");
	schema_begin_object(json, "items");
	schema_id(json, "forum", NULL);
	schema_date(json, "from",
		"When it meets next as things stand; left out for not within a year.");
	schema_date(json, "to", "When it meets next with the change.");
	schema_boolean(json, "chair_left", "Whoever chairs it would not be here.");
	schema_whole(json, "invited_before", 0, "Those invited who are here.");
	schema_whole(json, "invited_after", 0, NULL);
	schema_end_object(json, "forum chair_left invited_before invited_after");
	schema_end_array(json);
	schema_begin_array(json, "confidence");
	schema_begin_object(json, "items");
	schema_text(json, "scope", NULL);
	schema_words(json, "from", "green amber red unknown");
	schema_words(json, "to", "green amber red unknown");
	schema_end_object(json, "scope from to");
	schema_end_array(json);
	schema_findings_named(json, "findings_appear");
	schema_findings_named(json, "findings_vanish");
	return "milestones teams forums confidence findings_appear findings_vanish";
}
