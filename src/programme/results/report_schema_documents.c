/* SPDX-License-Identifier: MIT */
/*
 * The frames of the documents of contract.md as JSON Schema. Must not repeat the dictionary:
 * records are references to its types. Each function writes the members of one document and
 * returns those that it always has.
 */
#include "report_schema.h"

#include <string.h>

static void
records_with_lists(struct json_writer *json, const char *name, const struct type *type)
{
	struct arena arena = { 0 };

	schema_begin_array(json, name);
	schema_begin_object(json, "items");
	schema_fields(json, type, NULL);
	schema_nested_lists(json, type);
	schema_end_object(json, schema_required(type, NULL, &arena));
	schema_end_array(json);
	arena_clear(&arena);
}

static const char *
register_body(struct json_writer *json)
{
	records_with_lists(json, "stakeholders", type_find("stakeholder"));
	return "stakeholders";
}

static const char *
programme_body(struct json_writer *json)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	for (size_t i = 0; i < count; i++) {
		schema_begin_array(json, types[i]->plural);
		schema_reference(json, "items", types[i]->name);
		schema_end_array(json);
	}
	return "";
}

/* Each rule has its own. */
static void
schema_facts(struct json_writer *json)
{
	json_begin_object(json, "facts");
	json_text(json, "type", "object", 6);
	json_end_object(json);
}

void
schema_findings(struct json_writer *json)
{
	schema_findings_named(json, "findings");
}

void
schema_findings_named(struct json_writer *json, const char *name)
{
	schema_begin_array(json, name);
	schema_begin_object(json, "items");
	schema_text(json, "id", "Rule, type and record: S4/stakeholder/m-quist.");
	schema_text(json, "rule", "The rule's id.");
	schema_words(json, "severity", "error warning notice");
	schema_begin_object(json, "subject");
	schema_text(json, "type", "A type's name, or what kind of thing the word in id is.");
	schema_text(json, "id", "The record's id, or a word.");
	schema_text(json, "name", "What people call it.");
	schema_end_object(json, "type id");
	schema_text(json, "message", "What was found.");
	schema_facts(json);
	schema_text(json, "response", "What to do next.");
	schema_end_object(json, "id rule severity subject message facts response");
	schema_end_array(json);
}

static void
schema_confidence(struct json_writer *json, const char *name)
{
	schema_begin_array(json, name);
	schema_begin_object(json, "items");
	schema_text(json, "scope", "programme, phase/pilot, workstream/tooling …");
	schema_words(json, "suggested", "green amber red unknown");
	schema_words(json, "given", "green amber red unknown");
	schema_date(json, "given_on", NULL);
	schema_text(json, "given_reason", NULL);
	schema_begin_array(json, "reasons");
	schema_begin_object(json, "items");
	schema_text(json, "rule", "Its id: confidence-late.");
	schema_words(json, "colour", "green amber red unknown");
	schema_text(json, "message", "The facts, in a sentence.");
	schema_facts(json);
	schema_text(json, "response", "What to do next.");
	schema_end_object(json, "rule colour message facts response");
	schema_end_array(json);
	schema_end_object(json, "scope suggested reasons");
	schema_end_array(json);
}

static const char *
roadmap_body(struct json_writer *json)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	schema_reference(json, "programme", "programme");
	schema_begin_array(json, "people");
	schema_reference(json, "items", "stakeholder");
	schema_end_array(json);
	records_with_lists(json, "phases", type_find("phase"));
	records_with_lists(json, "unphased", type_find("milestone"));
	records_with_lists(json, "teams", type_find("team"));
	for (size_t i = 0; i < count; i++) {
		if ((types[i]->roadmap != ROADMAP_LISTS && types[i]->roadmap != ROADMAP_GROUNDS) ||
			types[i] == type_find("team"))
			continue;
		schema_begin_array(json, types[i]->plural);
		schema_reference(json, "items", types[i]->name);
		schema_end_array(json);
	}
	schema_confidence(json, "confidence");
	schema_findings(json);
	return "people phases unphased workstreams functions teams accountabilities risks forums "
	       "lessons holidays team_links baselines baseline_dates forecasts ratings settings "
	       "confidence findings";
}

static const char *
findings_body(struct json_writer *json)
{
	schema_findings(json);
	schema_whole(json, "waived", 0, "Findings under a waiver in force; they are not listed.");
	return "findings waived";
}

/* Which type the records have, the member "type" says. */
static const char *
list_body(struct json_writer *json)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	json_begin_object(json, "type");
	json_begin_array(json, "enum");
	for (size_t i = 0; i < count; i++)
		json_text(json, NULL, types[i]->name, strlen(types[i]->name));
	json_end_array(json);
	json_end_object(json);
	schema_begin_array(json, "records");
	json_begin_object(json, "items");
	json_begin_array(json, "anyOf");
	for (size_t i = 0; i < count; i++)
		schema_reference(json, NULL, types[i]->name);
	json_end_array(json);
	json_end_object(json);
	schema_end_array(json);
	return "type records";
}

static const char *
log_body(struct json_writer *json)
{
	schema_begin_array(json, "steps");
	schema_begin_object(json, "items");
	schema_text(json, "id", "The step's number.");
	schema_text(json, "at", "UTC.");
	schema_text(json, "who", NULL);
	schema_text(json, "label", "What was done.");
	schema_whole(json, "changes", 0, "Records and fields changed.");
	schema_boolean(json, "undone", NULL);
	schema_words(json, "state", "done undone dropped origin");
	schema_text(json, "undone_at", "UTC; stays when it is redone.");
	schema_text(json, "undone_by", NULL);
	schema_text(json, "redone_at", "UTC, of a step that stands again.");
	schema_text(json, "redone_by", NULL);
	schema_end_object(json, "id at who label changes undone state");
	schema_end_array(json);
	return "steps";
}

static void
status_items(struct json_writer *json, const char *name)
{
	schema_begin_array(json, name);
	schema_begin_object(json, "items");
	schema_text(json, "rule", "The rule that says so.");
	schema_text(json, "type", "The record's type.");
	schema_text(json, "id", "The record's id.");
	schema_text(json, "text", NULL);
	schema_text(json, "detail", NULL);
	schema_date(json, "due_on", NULL);
	schema_end_object(json, "text");
	schema_end_array(json);
}

/* An object of whole numbers; all of them are always there. */
static void
status_counts(struct json_writer *json, const char *name, const char *first, const char *second,
	const char *third, const char *required)
{
	schema_begin_object(json, name);
	schema_whole(json, first, 0, NULL);
	schema_whole(json, second, 0, NULL);
	if (third)
		schema_whole(json, third, 0, NULL);
	schema_end_object(json, required);
}

static void
status_heads(struct json_writer *json)
{
	schema_begin_object(json, "programme");
	schema_text(json, "name", NULL);
	schema_text(json, "purpose", NULL);
	schema_text(json, "sponsor", NULL);
	schema_text(json, "lead", NULL);
	schema_whole(json, "week", 1, "Week of the rollout.");
	schema_end_object(json, "");
	schema_begin_object(json, "confidence");
	schema_words(json, "given", "green amber red unknown");
	schema_date(json, "on", NULL);
	schema_text(json, "reason", NULL);
	schema_words(json, "suggested", "green amber red unknown");
	schema_confidence(json, "scopes");
	schema_end_object(json, "suggested scopes");
	schema_begin_object(json, "phase");
	schema_words(json, "name", "pilot scale embed");
	schema_whole(json, "week", 1, NULL);
	schema_whole(json, "weeks", 1, NULL);
	schema_text(json, "slice", NULL);
	schema_end_object(json, "");
	schema_begin_object(json, "gate");
	schema_id(json, "milestone", NULL);
	schema_text(json, "title", NULL);
	schema_text(json, "owner", NULL);
	schema_date(json, "on", NULL);
	schema_whole(json, "met", 0, "Criteria met.");
	schema_whole(json, "criteria", 0, "Criteria there are.");
	schema_end_object(json, "");
}

static const char *
status_body(struct json_writer *json)
{
	status_heads(json);
	status_counts(json, "teams", "central", "supported", "handed_off",
		"central supported handed_off");
	status_counts(json, "milestones", "all", "accepted", "late", "all accepted late");
	status_counts(json, "stakeholders", "all", "without_owner", NULL, "all without_owner");
	status_counts(json, "findings", "errors", "warnings", "notices", "errors warnings notices");
	status_items(json, "decisions");
	status_items(json, "blocked");
	schema_date(json, "changed_since", "The review since which changes are listed.");
	status_items(json, "changed");
	return "programme confidence phase gate teams milestones stakeholders findings decisions "
	       "blocked changed";
}

static void
texts(struct json_writer *json, const char *name)
{
	schema_begin_array(json, name);
	schema_text(json, "items", NULL);
	schema_end_array(json);
}

static const char *
import_body(struct json_writer *json)
{
	schema_boolean(json, "dry_run", "Nothing was written.");
	schema_whole(json, "added", 0, NULL);
	schema_whole(json, "changed", 0, NULL);
	schema_whole(json, "unchanged", 0, NULL);
	schema_whole(json, "rejected", 0, NULL);
	schema_whole(json, "people_added", 0,
		"Owners that nobody knew, added as persons; part of added.");
	schema_begin_array(json, "mapping");
	schema_begin_object(json, "items");
	schema_text(json, "column", "Column or member of the file.");
	schema_text(json, "field", "What it was read as; left out where it was not read.");
	schema_whole(json, "count", 0, "Values seen.");
	schema_end_object(json, "column count");
	schema_end_array(json);
	schema_begin_array(json, "values");
	schema_begin_object(json, "items");
	schema_text(json, "field", NULL);
	schema_text(json, "from", "The word in the file.");
	schema_text(json, "to", "What it was taken for; left out where it means no value.");
	schema_whole(json, "count", 1, NULL);
	schema_end_object(json, "field from count");
	schema_end_array(json);
	texts(json, "warnings");
	schema_whole(json, "warning_count", 0, "All of them; the first are listed.");
	texts(json, "errors");
	schema_whole(json, "error_count", 0, "All of them; the first are listed.");
	return "dry_run added changed unchanged rejected people_added mapping values warnings "
	       "warning_count errors error_count";
}

static const char *
removal_body(struct json_writer *json)
{
	schema_text(json, "type", "The type of the records named.");
	schema_boolean(json, "dry_run", "Nothing was removed.");
	texts(json, "removed");
	schema_whole(json, "records", 0, "All records that go, the named ones included.");
	schema_begin_array(json, "along");
	schema_begin_object(json, "items");
	schema_text(json, "type", NULL);
	schema_whole(json, "count", 1, "Records that go along.");
	schema_end_object(json, "type count");
	schema_end_array(json);
	schema_begin_array(json, "emptied");
	schema_begin_object(json, "items");
	schema_text(json, "type", NULL);
	schema_text(json, "field", NULL);
	schema_whole(json, "count", 1, "Records in which the field is emptied.");
	schema_end_object(json, "type field count");
	schema_end_array(json);
	return "type dry_run removed records along emptied";
}

static const char *
verify_body(struct json_writer *json)
{
	schema_whole(json, "faults", 0, NULL);
	texts(json, "messages");
	return "faults messages";
}

static const char *
types_body(struct json_writer *json)
{
	schema_begin_array(json, "types");
	schema_begin_object(json, "items");
	schema_text(json, "name", NULL);
	schema_text(json, "plural", NULL);
	schema_text(json, "label", NULL);
	schema_text(json, "help", NULL);
	schema_begin_array(json, "fields");
	schema_begin_object(json, "items");
	schema_text(json, "name", NULL);
	schema_text(json, "kind", NULL);
	schema_boolean(json, "required", NULL);
	schema_boolean(json, "sensitive", NULL);
	texts(json, "choices");
	schema_text(json, "target", NULL);
	schema_whole(json, "minimum", -1000000, NULL);
	schema_whole(json, "maximum", -1000000, NULL);
	schema_text(json, "preset", NULL);
	schema_text(json, "help", NULL);
	schema_end_object(json, "name kind required sensitive help");
	schema_end_array(json);
	schema_end_object(json, "name plural label help");
	schema_end_array(json);
	return "types";
}

static const struct schema_document documents[] = {
	{ "register", "The stakeholders, each with the relationships that go out from it.",
		register_body, DEFINES_NOTHING },
	{ "roadmap", "Phases with slices and milestones, and what stands beside them.",
		roadmap_body, DEFINES_TYPES },
	{ "programme", "Every record of every type: the whole file but its history.",
		programme_body, DEFINES_TYPES },
	{ "findings", "What the rule book finds: the result of check.", findings_body,
		DEFINES_NOTHING },
	{ "list", "Records of one type, with all fields or those asked for.", list_body,
		DEFINES_LOOSE_TYPES },
	{ "log", "Steps of the history, newest first.", log_body, DEFINES_NOTHING },
	{ "readiness", "The diagnosis, its verdict, and what follows for the roadmap.",
		schema_readiness_body, DEFINES_NOTHING },
	{ "schedule", "When each milestone is expected, and how long it may slip.",
		schema_schedule_body, DEFINES_NOTHING },
	{ "forecast", "When each phase is likely to end.", schema_forecast_body, DEFINES_NOTHING },
	{ "what_if", "What would follow from a change that was not made.", schema_what_if_body,
		DEFINES_NOTHING },
	{ "slip", "How the forecast of one milestone has moved.", schema_slip_body,
		DEFINES_NOTHING },
	{ "sequence", "Which team comes in which wave, and why.", schema_sequence_body,
		DEFINES_NOTHING },
	{ "routes", "Whom to ask so that a mixed or resistant person is won over.",
		schema_routes_body, DEFINES_NOTHING },
	{ "plan", "What a plan of the roadmap adds, changes, keeps and offers to remove.",
		schema_plan_body, DEFINES_NOTHING },
	{ "status", "The control room.", status_body, DEFINES_NOTHING },
	{ "import", "What an import did, or would do.", import_body, DEFINES_NOTHING },
	{ "removal", "What a removal took along, or would take along.", removal_body,
		DEFINES_NOTHING },
	{ "verify", "What is wrong with the file.", verify_body, DEFINES_NOTHING },
	{ "types", "The types of records, or one with its fields.", types_body, DEFINES_NOTHING },
};

const struct schema_document *
schema_documents(size_t *count)
{
	*count = sizeof(documents) / sizeof(documents[0]);
	return documents;
}
