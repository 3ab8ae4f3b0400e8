/* SPDX-License-Identifier: MIT */
/*
 * Records as rows of documents (model/result.h). Their columns are made from the dictionary; the
 * lists that documents nest in a record, and what is computed of it, are columns too. Private to
 * src/programme.
 */
#ifndef ROLLOUT_PROGRAMME_RECORD_ROWS_H
#define ROLLOUT_PROGRAMME_RECORD_ROWS_H

#include "programme/document/document.h"
#include "rollout/base/id_set.h"
#include "rollout/exchange/mapping.h"
#include "rollout/model/result.h"
#include "rollout/programme/milestone_now.h"
#include "rollout/programme/reading.h"
#include "rollout/programme/sequence.h"

struct identifier_cache;

/* What the lists of one document share. With an audience alone it describes, and reads nothing. */
struct record_source {
	struct rows rows; /* the view of the file, and what has gone wrong */
	enum audience audience;
	bool whole; /* the whole file for the lead: anonymous answers, too */
	const struct id_set *people; /* the only people there are; NULL: all */
	bool named; /* the records of lists have the names of what they refer to beside its ids */
	bool computed; /* the lists have what is computed, too: */
	const struct schedule *schedule; /* of milestones; NULL: nothing is there */
	const struct sequence_report *sequence; /* of teams; the same */
	struct identifier_cache *cache;
	struct arena arena; /* of lists and columns */
	struct arena row; /* of the row at hand */
};

/* record_source_close() follows in any case, and tells how all reading went. */
void record_source_open(struct record_source *source, struct programme *programme,
	enum audience audience, struct error *error);
enum status STATUS_CHECKED record_source_close(struct record_source *source);

enum { INNER_LISTS_MOST = 4 };

struct record_list;

/* What the columns of a list are of: a record in which a reference has the text that documents call
 * the other one, beside its number. */
struct record_row {
	struct record record;
	struct record_list *inner[INNER_LISTS_MOST]; /* NULL: nothing stands in it */
	const struct milestone_now *schedule;
	const struct sequenced *sequence;
	struct value names[FIELDS_MAX]; /* of what the references refer to, where they are told */
	bool has_names;
};

/* Records, read when they are told. */
struct record_list {
	struct record_source *source;
	struct query query;
	const struct query *queries; /* told one after another instead; NULL: none */
	size_t query_count;
	/* Whether a record belongs there; NULL: each does. */
	bool (*chooses)(struct record_source *source, const struct record *record);
	const struct result_column *columns;
	const struct type *targets[FIELDS_MAX]; /* of the references that are told; else NULL */
	struct record_list *inner[INNER_LISTS_MOST];
	size_t inner_count;
	/* Of a list inside other records. */
	const struct nested *nested; /* NULL: it is not */
	int back; /* the field that refers to the one it stands in */
	bool beside; /* read beside those, in the order of their ids, and not anew for each: */
	struct cursor *cursor;
	struct record_row child; /* the record at hand … */
	bool found; /* … if there is one */
};

/*
 * A list in the source's arena. fields: indexes of those that its rows have; count 0: all.
 * inner: with the lists that documents nest in such a record.
 */
struct record_list *record_list_new(struct record_source *source, const struct query *query,
	const int *fields, size_t count, bool inner);
/* The column for it, in a struct that has a pointer to it at offset. */
struct result_column record_list_column(
	const char *name, const char *help, const struct record_list *list, size_t offset);
/* A single record as a row of that list, in the source's arena as its texts. */
struct record_row *record_row_new(const struct record_list *list, const struct record *record);

/* Whether the document is without the record, though it may hold others of the type: people who own
 * nothing, and for others than the lead what was done about a finding about a person. */
bool record_source_leaves_out(struct record_source *source, const struct record *record);
/* The rule whose finding the record's field "finding" names; NULL where it has none, or names no
 * rule. */
const struct rule *record_source_rule_of(struct record_source *source, const struct record *record);
/* What documents call a record; valid until the next call. */
const char *record_source_identify(
	struct record_source *source, const struct type *type, int64_t id);
/* The people to whom fields refer that count. */
void record_source_find_people(struct record_source *source,
	bool (*counts)(const struct record_source *source, const struct referrer *referrer),
	struct id_set *set);

#endif
