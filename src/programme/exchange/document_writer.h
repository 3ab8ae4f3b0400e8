/* SPDX-License-Identifier: MIT */
/* Writing records as documents have them, in JSON and in CSV. Private to src/programme. */
#ifndef ROLLOUT_PROGRAMME_DOCUMENT_WRITER_H
#define ROLLOUT_PROGRAMME_DOCUMENT_WRITER_H

#include "programme/document/document.h"
#include "rollout/base/id_set.h"
#include "rollout/exchange/csv_writer.h"
#include "rollout/exchange/json_writer.h"
#include "rollout/model/result.h"
#include "rollout/programme/exchange.h"
#include "rollout/programme/milestone_now.h"
#include "rollout/programme/sequence.h"

enum { IDENTIFIER_CACHE = 1024 };

/* What references are written as: keys are looked up once and remembered, because they repeat. */
struct identifier_cache {
	struct {
		const struct type *type;
		int64_t id;
		char text[RECORD_ID_SIZE];
	} entries[IDENTIFIER_CACHE];
};

/* What goes wrong sticks to the rows: nothing is read behind it, so it is looked at once, at the
 * end. */
struct document_writer {
	struct rows rows; /* of the programme */
	enum audience audience;
	struct json_writer json;
	struct csv_writer csv;
	struct identifier_cache *cache;
	int skip; /* a field that the list itself tells; -1: none */
	const struct id_set *only; /* of only_type, just these records; NULL: all */
	const struct type *only_type;
	/* Whether a record belongs into the list at hand; NULL: each does. */
	bool (*chooses)(struct document_writer *writer, const struct record *record);
	const struct schedule *schedule; /* told beside each milestone; NULL: not */
	const struct sequence_report *sequence; /* told beside each team; NULL: not */
};

/* { "format": …, "version": 1, "generated_on": …, "audience": … and what follows. */
void document_begin(struct document_writer *writer, const char *name);
void document_end(struct document_writer *writer);
/* Whether the document is without the record, though it may hold others of the type: people who own
 * nothing, and for others than the lead what was done about a finding about a person. */
bool document_leaves_out(struct document_writer *writer, const struct record *record);
/* The rule whose finding the record's field "finding" names; NULL where it has none, or names no
 * rule. */
const struct rule *document_rule_of(struct document_writer *writer, const struct record *record);
/* The people to whom fields refer that count. */
void document_find_people(struct document_writer *writer,
	bool (*counts)(const struct document_writer *writer, const struct referrer *referrer),
	struct id_set *set);
/* rollout.roadmap, whole. */
void document_write_roadmap(struct document_writer *writer);
/* The record's id and fields as members of the object that is open; skip: a reference that the
 * nesting tells already (-1: none). */
void document_write_fields(struct document_writer *writer, const struct record *record, int skip);
/* "plural": [ … ] of all records of the type, by id; with the lists that documents nest in them
 * where nest. */
void document_write_list(
	struct document_writer *writer, const char *name, const struct query *query, bool nest);
/* The same of all records of a type. */
void document_write_type(
	struct document_writer *writer, const struct type *type, const char *name, bool nest);
/* The header and the rows of a table. */
void document_write_table(struct document_writer *writer, const struct query *query, bool links);
/* Every value of every record as a row of its own: type, id, field, value. */
void document_write_values(struct document_writer *writer);
/* What is computed (columns.h), as members of the object that is open. */
void document_tell(
	struct document_writer *writer, const struct result_column *columns, const void *row);
const char *document_identifier(
	struct document_writer *writer, const struct type *type, int64_t id);

#endif
