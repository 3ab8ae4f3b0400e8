/* SPDX-License-Identifier: MIT */
/*
 * What the program works out, told as documents of contract.md: each result is a struct of the
 * header that derives it, described by columns (model/result.h) in src/programme/results. Also the
 * JSON Schemas of all documents and types, and the documents whose rows are records.
 */
#ifndef ROLLOUT_PROGRAMME_RESULTS_H
#define ROLLOUT_PROGRAMME_RESULTS_H

#include "rollout/model/result.h"
#include "rollout/programme/exchange.h"
#include "rollout/programme/forecast.h"
#include "rollout/programme/groups.h"
#include "rollout/programme/hand_over.h"
#include "rollout/programme/measures.h"
#include "rollout/programme/milestone_now.h"
#include "rollout/programme/pilot.h"
#include "rollout/programme/plan.h"
#include "rollout/programme/readiness.h"
#include "rollout/programme/records.h"
#include "rollout/programme/routes.h"
#include "rollout/programme/sequence.h"
#include "rollout/programme/slip.h"
#include "rollout/programme/status.h"
#include "rollout/programme/what_if.h"

/* Counted from 0, or by name; NULL: there is none. */
const struct result *results_at(size_t index);
const struct result *results_find(const char *name);

/*
 * Writes one whole document to a descriptor, which stays the caller's; a closed pipe is
 * STATUS_FAILED with an empty message. It holds everything the lead may see. whole is the struct
 * of the result called name: those of the headers above, or one of the following.
 */
enum status STATUS_CHECKED results_write(const char *name, const void *whole, day today,
	const char *format, int descriptor, struct error *error);

/* "findings": of all rules, or of the one called only; read while they are told. */
struct findings_result {
	struct programme *programme;
	const char *only; /* NULL: all rules */
	bool signals; /* signals and failure modes alone */
	size_t *waived; /* set */
	bool *errors; /* set where one of them is an error */
};
/* "log": newest first, read while they are told; since and limit as for rows_log(). */
struct log_result {
	struct programme *programme;
	const char *since;
	int64_t limit;
	const struct step *steps; /* these instead: what an undo or redo did */
	size_t count;
};
/* "sequence" */
struct sequence_result {
	struct sequence_report sequence;
	struct pilot_report pilot;
};
/* "removal": the records named, what goes with them, what is emptied. */
struct removal_result {
	const struct type *type;
	const char *const *identifiers;
	size_t count;
	struct removal removal;
	bool dry_run; /* it has not happened */
};
/* "verify": struct damage. */
/* "types": the dictionary, or one type of it. */
struct types_result {
	const struct type *only; /* NULL: all */
};

/*
 * rollout.list: the records of the query in its order, streamed. groups: those of the query, which
 * are told too, one group's records behind the other's; NULL: none. fields: indexes of those to
 * write; count 0: all.
 */
enum status STATUS_CHECKED results_write_list(struct programme *programme,
	const struct query *query, const struct record_groups *groups, const int *fields,
	size_t count, const char *format, int descriptor, struct error *error);
/* rollout.list with these records. */
enum status STATUS_CHECKED results_write_records(struct programme *programme,
	const struct type *type, const int64_t *ids, size_t count, const char *format,
	int descriptor, struct error *error);

/* The names of the formats, and of the documents that a schema is there for, without "rollout.";
 * counted from 0, NULL behind the last. */
const char *results_format_name(size_t index);
const char *results_document_name(size_t index);
/*
 * The JSON Schema of a document ("register", or "rollout.register") or of a type; a document
 * goes before a type of the same name, whose plural means the type. "sql": the tables of the
 * file as SQL. STATUS_NOT_FOUND for anything else.
 */
enum status STATUS_CHECKED results_write_schema(
	const char *word, int descriptor, struct error *error);

#endif
