/* SPDX-License-Identifier: MIT */
/*
 * The frames of the documents of contract.md as JSON Schema. Must not repeat the dictionary:
 * records are references to its types. Each function writes the members of one document and
 * returns those that it always has.
 */
#include "columns.h"
#include "schema.h"

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
	schema_columns(json, roadmap_columns, AUDIENCE_TEAM);
	return "people phases unphased workstreams functions teams accountabilities risks forums "
	       "lessons holidays team_links baselines baseline_dates forecasts ratings settings "
	       "confidence findings";
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

static const struct record_document documents[] = {
	{ "register", "The stakeholders, each with the relationships that go out from it.",
		register_body, DEFINES_NOTHING },
	{ "roadmap", "Phases with slices and milestones, and what stands beside them.",
		roadmap_body, DEFINES_TYPES },
	{ "programme", "Every record of every type: the whole file but its history.",
		programme_body, DEFINES_TYPES },
	{ "list", "Records of one type, with all fields or those asked for.", list_body,
		DEFINES_LOOSE_TYPES },
};

const struct record_document *
record_document_at(size_t index)
{
	return index < sizeof documents / sizeof *documents ? &documents[index] : NULL;
}
