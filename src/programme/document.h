/* SPDX-License-Identifier: MIT */
/* What the files of the programme layer share. Private to src/programme. */
#ifndef ROLLOUT_PROGRAMME_DOCUMENT_H
#define ROLLOUT_PROGRAMME_DOCUMENT_H

#include "rollout/programme/records.h"
#include "rollout/store/history.h"
#include "rollout/store/rulebook.h"

struct programme {
	struct store *store;
	day today;
};

struct store_options document_store_options(const struct programme_options *options);
/* The open document over its store, which it closes in the end; *out is there in any case. */
enum status STATUS_CHECKED document_new(
	struct store *store, day today, struct programme **out, struct error *error);

/* Puts the fields as typed into the record (references resolved) and *touched the bits of those
 * fields. */
enum status STATUS_CHECKED fields_apply(struct programme *programme, struct record *record,
	const struct field_text *texts, size_t count, uint32_t *touched, struct arena *arena,
	struct error *error);

/* STATUS_INVALID, naming the circle, when records of the type make one (rule M6); types that cannot
 * are fine. */
enum status STATUS_CHECKED circles_check(
	struct programme *programme, const struct type *type, struct error *error);

/* STATUS_INVALID, naming what is missing, when now is a milestone that becomes claimed or accepted
 * without the evidence for it (rule M5); other records are fine. before is NULL for a new one. */
enum status STATUS_CHECKED proof_check(struct programme *programme, const struct record *before,
	const struct record *now, struct error *error);

/*
 * Stores what the change means for the slip chart: the new forecast of a milestone, or the forecast
 * of every open one where now is a programme review that was held. before is NULL for a new record.
 */
enum status STATUS_CHECKED snapshot_take(struct programme *programme, const struct record *before,
	const struct record *now, struct error *error);

#endif
