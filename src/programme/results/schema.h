/* SPDX-License-Identifier: MIT */
/*
 * The pieces that JSON Schemas (2020-12) are written from. Private to src/programme/results. Closed
 * on purpose: a misspelt member is found.
 */
#ifndef ROLLOUT_PROGRAMME_SCHEMA_H
#define ROLLOUT_PROGRAMME_SCHEMA_H

#include "rollout/exchange/json_writer.h"
#include "rollout/model/result.h"

/* A member with a text. */
void schema_put(struct json_writer *json, const char *name, const char *value);
/* What an id or a day looks like, as members of the object that is open. */
void schema_put_id(struct json_writer *json);
void schema_put_date(struct json_writer *json);
/* Words separated by spaces, as elements of the array that is open. */
void schema_put_words(struct json_writer *json, const char *words);

/* Wider than any: nothing is required. */
enum { AUDIENCE_ANYBODY = AUDIENCE_TEAM + 1 };

/* One property for each column that documents have; audience: the widest that gets the document. */
void schema_columns(
	struct json_writer *json, const struct result_column *columns, enum audience audience);
/* The names of those that are there for everybody up to the audience, as elements. */
void schema_required_columns(
	struct json_writer *json, const struct result_column *columns, enum audience audience);
/* An object with these columns. */
void schema_object(struct json_writer *json, const char *name, const struct result_column *columns,
	enum audience audience);

#endif
