/* SPDX-License-Identifier: MIT */
/*
 * The pieces that JSON Schemas (2020-12) are written from. Private to src/programme/results. The
 * writer stands in an object that holds properties; the schema of an array's items is called
 * "items". Closed on purpose: a misspelt member is found.
 */
#ifndef ROLLOUT_PROGRAMME_SCHEMA_H
#define ROLLOUT_PROGRAMME_SCHEMA_H

#include "rollout/exchange/json_writer.h"
#include "rollout/exchange/mapping.h"
#include "rollout/model/result.h"

/* A member with a text. */
void schema_put(struct json_writer *json, const char *name, const char *value);
/* Which dialect of JSON Schema the document that begins is written in. */
void schema_put_dialect(struct json_writer *json);
/* What an id or a day looks like, as members of the object that is open. */
void schema_put_id(struct json_writer *json);
void schema_put_date(struct json_writer *json);
/* Words separated by spaces, as elements of the array that is open. */
void schema_put_words(struct json_writer *json, const char *words);
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

/* One property for each column that documents have; audience: the widest that gets the document. */
void schema_columns(
	struct json_writer *json, const struct result_column *columns, enum audience audience);
/* The names of those that are there for everybody up to the audience, as elements. */
void schema_required_columns(
	struct json_writer *json, const struct result_column *columns, enum audience audience);
/* An object with these columns. */
void schema_columns_object(struct json_writer *json, const char *name,
	const struct result_column *columns, enum audience audience);

/*
 * One property for each field of the type, and its id; nested: a list inside another record,
 * which leaves out what refers back and may call a field otherwise (NULL: none).
 */
void schema_fields(struct json_writer *json, const struct type *type, const struct nested *nested);
/* The names of those that every record of the type has in every document, separated by spaces. */
const char *schema_required(
	const struct type *type, const struct nested *nested, struct arena *arena);
/* All lists that are nested in records of the type, and those nested in them. */
void schema_nested_lists(struct json_writer *json, const struct type *type);
/* A type as a definition called name (NULL: the document itself); strict: what is required is. */
void schema_type(struct json_writer *json, const char *name, const struct type *type, bool strict);

/* A document whose rows are records: the dictionary describes those, and body writes the frame
 * around them; what that returns are the members which are always there. */
struct record_document {
	const char *name;
	const char *help;
	const char *(*body)(struct json_writer *json);
	enum { DEFINES_NOTHING, DEFINES_TYPES, DEFINES_LOOSE_TYPES } defines;
};

/* Counted from 0; NULL: there is none. */
const struct record_document *record_document_at(size_t index);

#endif
