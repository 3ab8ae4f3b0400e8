/* SPDX-License-Identifier: MIT */
/* A document of lists of records while it is put together. Private to src/programme. */
#ifndef ROLLOUT_PROGRAMME_EXPORT_DOCUMENT_H
#define ROLLOUT_PROGRAMME_EXPORT_DOCUMENT_H

#include "record_rows.h"
#include "rollout/programme/confidence.h"
#include "rollout/programme/exchange.h"

enum { EXPORT_LISTS_MOST = 80, EXPORT_COLUMNS_MOST = EXPORT_LISTS_MOST + 5 };

/* The columns are of this struct. */
struct export_document {
	struct record_source *source;
	struct result_column columns[EXPORT_COLUMNS_MOST + 1];
	size_t column_count;
	struct record_list *lists[EXPORT_LISTS_MOST];
	size_t list_count;
	const struct type *type; /* rollout.list */
	/* rollout.roadmap */
	const struct record_row *programme; /* NULL: there is no such record */
	const struct schedule *schedule;
	struct sequence_report sequence;
	struct confidence_report confidence;
};

void export_add_column(struct export_document *document, struct result_column column);
/* The records of the query, as record_list_new() has them. */
struct record_list *export_add_list(
	struct export_document *document, const char *name, const struct query *query, bool inner);
/*
 * The columns of a document, from the dictionary alone: nothing is read. flat: the one list that
 * stands for it where a format takes no more. document->type is that of rollout.list.
 */
void export_describe(struct export_document *document, enum document which, bool flat);
void export_describe_roadmap(struct export_document *document);
/* What the roadmap tells beside its lists; export_clear_roadmap() afterwards. */
void export_read_roadmap(struct export_document *document);
void export_clear_roadmap(struct export_document *document);
/* The whole programme as one list, a row a value: the form in which many kinds of records fit into
 * one table. exchange/incoming_values.c reads it. */
extern const struct result_column export_values_column;

#endif
