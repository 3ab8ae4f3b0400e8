/* SPDX-License-Identifier: MIT */
/* What running whole rules and asking them about single subjects share. Private to src/store. */
#ifndef ROLLOUT_STORE_RULEBOOK_RUN_H
#define ROLLOUT_STORE_RULEBOOK_RUN_H

#include "database.h"

/* What every rule's SELECT returns; a response may follow. */
enum {
	COLUMN_TYPE,
	COLUMN_ID,
	COLUMN_NAME,
	COLUMN_MESSAGE,
	COLUMN_FACTS,
	COLUMN_RESPONSE,
	COLUMNS_LEAST = 5
};

/* What one run has found so far. */
struct rulebook_run {
	struct store *store;
	struct arena *arena;
	const struct subject *wanted; /* only about these, in order; NULL: about all */
	size_t wanted_count;
	struct finding *findings;
	size_t count;
	size_t waived;
	bool waivers; /* some findings of the rule at hand are waived */
};

/* A rule's statement, or one made of it, as of the store's day. */
enum status rulebook_prepare(
	struct store *store, const char *sql, sqlite3_stmt **statement, struct error *error);
/* What the row is about; texts are borrowed until the next step. */
struct subject rulebook_subject(sqlite3_stmt *row);
enum status rulebook_has_waivers(
	struct store *store, const struct rule *rule, bool *waivers, struct error *error);
/* Whether the finding about the row's subject is waived; of it only the name is made. */
enum status rulebook_is_row_waived(struct store *store, const struct rule *rule, sqlite3_stmt *row,
	bool *waived, struct error *error);

/* Reads every row that the statement has. */
enum status rulebook_run_read(struct rulebook_run *run, const struct rule *rule,
	sqlite3_stmt *statement, struct error *error);
/* Reads all that the rule finds. */
enum status rulebook_run_rule(
	struct rulebook_run *run, const struct rule *rule, struct error *error);
/* What was found, in order, if all went well; the run is over either way. */
enum status rulebook_run_end(
	struct rulebook_run *run, enum status status, struct finding **findings, size_t *count);

#endif
