/* SPDX-License-Identifier: MIT */
/*
 * The pieces that JSON Schemas are written from. Private to src/programme/results. The
 * writer stands in an object that holds properties unless a comment says otherwise; a NULL name
 * is for the schema of an array's items, under "items".
 */
#ifndef ROLLOUT_PROGRAMME_REPORT_SCHEMA_H
#define ROLLOUT_PROGRAMME_REPORT_SCHEMA_H

#include "report_writer.h"
#include "rollout/exchange/mapping.h"

/* A member with a text. */
void schema_put(struct json_writer *json, const char *name, const char *value);
/* Says which dialect of JSON Schema the document that begins is written in. */
void schema_dialect(struct json_writer *json);
void schema_text(struct json_writer *json, const char *name, const char *description);
void schema_whole(
	struct json_writer *json, const char *name, int64_t minimum, const char *description);
/* A number of at least 0 with a fraction. */
void schema_decimal(struct json_writer *json, const char *name, const char *description);
void schema_boolean(struct json_writer *json, const char *name, const char *description);
void schema_date(struct json_writer *json, const char *name, const char *description);
void schema_id(struct json_writer *json, const char *name, const char *description);
void schema_constant(struct json_writer *json, const char *name, const char *text);
/* words: separated by spaces. */
void schema_words(struct json_writer *json, const char *name, const char *words);
/*
 * Opens an object and its properties; schema_end_object() closes both and says which are
 * required (separated by spaces). Nothing else is allowed in it.
 */
void schema_begin_object(struct json_writer *json, const char *name);
void schema_end_object(struct json_writer *json, const char *required);
/* Opens an array; exactly one schema follows, called "items". */
void schema_begin_array(struct json_writer *json, const char *name);
void schema_end_array(struct json_writer *json);
/* The definition of that type, as the document has it under $defs. */
void schema_reference(struct json_writer *json, const char *name, const char *type);
/*
 * One property for each field of the type, and its id; nested: a list inside another record,
 * which leaves out what refers back and may call a field otherwise (NULL: none).
 */
void schema_fields(struct json_writer *json, const struct type *type, const struct nested *nested);
/*
 * The names of those that every record of the type has in every document, separated by spaces.
 */
const char *schema_required(
	const struct type *type, const struct nested *nested, struct arena *arena);
/* All lists that are nested in records of the type, and those nested in them. */
void schema_nested_lists(struct json_writer *json, const struct type *type);
/*
 * A type as a definition called name (NULL: the document itself); strict: what is required is.
 */
void schema_type(struct json_writer *json, const char *name, const struct type *type, bool strict);

/*
 * Writes the properties of one document behind those that all have; what it returns are the
 * required ones. Called inside its properties.
 */
typedef const char *schema_body(struct json_writer *json);

struct schema_document {
	const char *name;
	const char *description;
	schema_body *body;
	enum { DEFINES_NOTHING, DEFINES_TYPES, DEFINES_LOOSE_TYPES } defines;
};

const struct schema_document *schema_documents(size_t *count);

/* A list of findings, called "findings". */
void schema_findings(struct json_writer *json);
void schema_findings_named(struct json_writer *json, const char *name);
/* Bodies of documents that hold what is derived. */
const char *schema_readiness_body(struct json_writer *json);
const char *schema_schedule_body(struct json_writer *json);
/* The schedule of a milestone, inside its properties. */
void schema_milestone_schedule(struct json_writer *json);
const char *schema_slip_body(struct json_writer *json);
const char *schema_forecast_body(struct json_writer *json);
const char *schema_routes_body(struct json_writer *json);
const char *schema_what_if_body(struct json_writer *json);
const char *schema_plan_body(struct json_writer *json);
const char *schema_sequence_body(struct json_writer *json);
/* The place of a team, inside its properties. */
void schema_team_sequence(struct json_writer *json);

#endif
