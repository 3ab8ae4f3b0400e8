/* SPDX-License-Identifier: MIT */
/*
 * What the files of the store share: the open database, its prepared statements, and the step being
 * written. Private to src/store.
 */
#ifndef ROLLOUT_STORE_DATABASE_H
#define ROLLOUT_STORE_DATABASE_H

#include <sys/stat.h>

#include <sqlite3.h>

#include "rollout/base/embedded.h"
#include "rollout/base/memory.h"
#include "rollout/store/history.h"
#include "rollout/store/rulebook.h"
#include "rollout/store/store.h"

enum {
	APPLICATION_ID = 0x526f6c6c, /* "Roll" */
	WAIT_DEFAULT_MS = 10000,
	TYPES_MAX = 96,
};

/* Statements about one type, prepared when first needed. */
struct type_statements {
	sqlite3_stmt *insert, *get, *delete, *find_key, *find_title, *find_identity, *find_folded,
		*name, *identifier;
	sqlite3_stmt *update[FIELDS_MAX];
};

enum { DEFERRED_MAX = 16, STAMP_SIZE = 32 };

/* An index that a bulk load has taken away; sql is NULL once it is back. */
struct deferred_index {
	const struct type *type;
	int field;
	char *sql;
};

/* Records inserted one id after the other: one row of the history. */
struct run {
	int64_t first, last; /* last < first: none */
};

/* What makes the tables, version by version, and what they must look like after each: the program's
 * own, or a test's. */
struct schema {
	const struct embedded_file *migrations; /* [from] leads from version from to the next */
	const uint64_t *fingerprints; /* [version - 1] */
	int version; /* the newest: how many of each there are */
};

struct store {
	sqlite3 *database;
	struct schema schema;
	char *path;
	bool read_only;
	struct stat identity; /* of the file that was opened */
	char *who;
	int wait_ms;
	void (*on_wait)(void *context);
	void (*on_check)(void *context);
	void *tell_context; /* of both */
	int waited_ms;
	day today;

	sqlite3_stmt *begin, *commit, *rollback, *begin_read, *data_version;
	struct type_statements types[TYPES_MAX];
	sqlite3_stmt *setting, *waiver;

	/* The transaction. */
	int depth;
	int read_depth;
	bool (*stop)(void *context); /* NULL: reads run to their end */
	void *stop_context;
	enum status failed; /* of an inner end */
	int64_t taken_back; /* transactions that were rolled back */
	struct buffer label;
	enum step_state step_state;
	int64_t step; /* its id, or that of the next turn */
	int64_t changes;
	int64_t next_change; /* n of the next row of the history */
	int64_t next_id; /* the next new record's */
	int64_t cookie; /* SQLite's schema version when the fingerprint was last right */
	struct run runs[TYPES_MAX];
	bool bulk; /* references are not followed until the end */
	sqlite3_stmt *add_pending, *add_name;
	struct deferred_index deferred[DEFERRED_MAX];
	size_t deferred_count;
	sqlite3_stmt *record_change, *record_step, *drop_undone;

	struct arena lasting; /* lives as long as the store: rules, referrers */
	struct rule *rules;
	size_t rule_count;
	sqlite3_stmt **about_record; /* of each rule, asked about one record; NULL: not yet */
	struct referrer *referrers[TYPES_MAX];
	size_t referrer_count[TYPES_MAX];
	struct buffer notices;
};

struct cursor {
	struct store *store;
	const char *doing; /* what a failure says was being done */
	struct error *error;
	enum status status; /* the first failure; nothing is read behind it */
	sqlite3_stmt *statement;
	sqlite3_stmt *then; /* what follows when it has ended; NULL: nothing */
	int64_t left; /* rows still wanted; negative: all */
	const struct type *type; /* of records */
	uint32_t fields; /* bits of those that are read */
	const struct rule *rule; /* of subjects */
	bool waivers; /* the rule has some: they are left out */
};

/* One that has no statement yet; who opens it puts one there, or the failure into status. */
struct cursor *cursor_new(struct store *store, const char *doing, struct error *error);
/* On to the next row; false where there is none, or no cursor (NULL). */
bool cursor_step(struct cursor *cursor);
/* Asked once behind reading a row's columns: false, with the status, where memory failed. */
bool cursor_is_whole(struct cursor *cursor);

/* Turns SQLite's last result into a status and a message about what was being done. */
enum status database_fail(struct store *store, int result, const char *doing, struct error *error);
/* Prepares once: *statement is left alone when there already. */
enum status STATUS_CHECKED database_prepare(
	struct store *store, sqlite3_stmt **statement, const char *sql, struct error *error);
/* The same with :today, which statements of the rule book go by. */
enum status STATUS_CHECKED database_prepare_on(struct store *store, sqlite3_stmt **statement,
	const char *sql, day on, struct error *error);
/* Runs a statement that returns no row, and resets it. */
enum status STATUS_CHECKED database_run(
	struct store *store, sqlite3_stmt *statement, const char *doing, struct error *error);
/* Runs SQL that has no parameters and is not repeated. */
enum status STATUS_CHECKED database_execute(
	struct store *store, const char *sql, const char *doing, struct error *error);
/* One number from SQL that returns one. */
enum status STATUS_CHECKED database_number(
	struct store *store, const char *sql, int64_t *out, struct error *error);
void database_bind(sqlite3_stmt *statement, int parameter, const struct value *value);
/* The value of a result column; text is borrowed until the next step. */
struct value database_column(sqlite3_stmt *statement, int column);
/* Columns read as "" for want of memory are no values: asked once behind a row. */
enum status STATUS_CHECKED database_check_columns(
	struct store *store, const char *doing, struct error *error);
void database_add_notice(struct store *store, const char *format, ...) PRINTF_LIKE(2, 3);
void database_finalize_all(struct store *store);

/* One field of one record, from one value to another; STATUS_CONFLICT without a message when it
 * holds neither, or the record is gone. */
enum status STATUS_CHECKED record_table_update_field(struct store *store, const struct type *type,
	int64_t id, size_t field, const struct value *before, const struct value *now,
	struct error *error);

/* After a bulk transaction, however it ended. */
void bulk_end(struct store *store);
/* What two records have in common that are one by that part of their identity, as SQL: of a meeting
 * that was moved, the day from which it was moved; of a text, how it is compared. */
void record_table_append_part(
	struct buffer *sql, const struct type *type, const struct identity_part *part);
/* Those of the type, for as long as the file is open. */
struct type_statements *record_table_statements(struct store *store, const struct type *type);

/*
 * The changes of one record: its own, and the run of inserts it came in with, which is the first to
 * end at or behind it (0002's two indexes).
 */
#define CHANGES_OF_RECORD                                                                          \
	"WITH \"mine\" AS ("                                                                       \
	"SELECT \"step\", \"n\", \"kind\", \"field\" FROM \"change\" "                             \
	"WHERE \"kind\" <> 'insert' AND \"record\" = ?2 AND \"type\" = ?1 "                        \
	"UNION ALL SELECT \"step\", \"n\", \"kind\", \"field\" FROM ("                             \
	"SELECT * FROM \"change\" WHERE \"kind\" = 'insert' AND \"new\" IS NULL "                  \
	"AND \"last\" >= ?2 AND \"type\" = ?1 ORDER BY \"last\" LIMIT 1) "                         \
	"WHERE \"record\" <= ?2) "

/* Of the step l, as history_copy_step() reads them. */
#define STEP_COLUMNS "l.\"id\", l.\"at\", l.\"who\", l.\"label\", l.\"changes\", l.\"state\""
enum status STATUS_CHECKED history_copy_step(struct store *store, sqlite3_stmt *row,
	struct arena *arena, struct step *out, struct error *error);

/* Shared by write and history: one row of the history. kind is "insert", "update" or "delete"; old
 * and new may be NULL. */
enum status STATUS_CHECKED history_record(struct store *store, const struct type *type,
	const char *kind, struct run run, const char *field, const struct value *old,
	const struct value *now, struct error *error);
/* Writes down the runs of inserts not written yet: all, or those of one type. */
enum status STATUS_CHECKED history_flush(
	struct store *store, const struct type *type, struct error *error);
/* The time in UTC, as steps bear it: 2026-11-22T09:14:05Z. */
void history_stamp(char out[STAMP_SIZE]);
/* Writes the step that ends now. */
enum status STATUS_CHECKED history_finish_step(struct store *store, struct error *error);

/* store_open() with migrations other than the program's own: how tests migrate while there is but
 * one version. */
enum status STATUS_CHECKED open_with_schema(const char *path, const struct store_options *options,
	const struct schema *schema, struct store **out, struct error *error);

/* The folder resolved, the last part as given: absolute, so that SQLite reads no meaning into a
 * name like ":memory:". free() *out. */
enum status STATUS_CHECKED path_resolve(const char *path, char **out, struct error *error);

/* Steps of opening, each in its own file. *journal: a writer ended badly and left one behind. */
enum status STATUS_CHECKED header_check(const char *path, const struct schema *schema,
	struct stat *identity, bool *journal, struct error *error);
/* Page by page, row by row, and every reference; tells store->on_check when it takes long. */
enum status STATUS_CHECKED integrity_check(struct store *store, struct error *error);
/* References to records that are not there. */
enum status STATUS_CHECKED integrity_count_dangling(
	struct store *store, int64_t *count, struct error *error);
/* Brings the tables from that version (0: none yet) to the newest; from 0 inside the transaction
 * that is open. */
enum status STATUS_CHECKED migrate_schema(struct store *store, int from, struct error *error);
enum status STATUS_CHECKED migrate_check_fingerprint(
	struct store *store, int version, struct error *error);
/* The same, only where SQLite says that the schema has been written since. */
enum status STATUS_CHECKED migrate_check_unchanged(struct store *store, struct error *error);
enum status STATUS_CHECKED functions_register(struct store *store, struct error *error);
bool seen_find(const char *state_folder, const struct stat *identity, const char *path);
void seen_add(const char *state_folder, const struct stat *identity, const char *path);

#endif
