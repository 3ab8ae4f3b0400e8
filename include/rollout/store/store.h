/* SPDX-License-Identifier: MIT */
/*
 * The programme file: opening and creating it, and the transaction around every change. One SQLite
 * file, application id "Roll", user_version the schema; rollback journal, synchronous FULL, one
 * writer at a time that others wait for. Nothing of SQLite shows in this header.
 *
 * store_begin() and store_end() nest by counter. The outermost pair commits the data and its
 * history together, or neither; every change of a record between them belongs to one step of the
 * history.
 */
#ifndef ROLLOUT_STORE_STORE_H
#define ROLLOUT_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "rollout/base/date.h"
#include "rollout/base/error.h"
#include "rollout/base/memory.h"
#include "rollout/model/damage.h"

struct store;

struct store_options {
	bool read_only;
	const char *who; /* who changes are recorded under; borrowed for the store's life */
	const char *state_folder; /* where this machine remembers files it has checked; NULL:
				     nowhere, then every opening checks */
	int wait_ms; /* how long to wait for another process's lock; 0: the default, 10,000 */
	void (*on_wait)(void *context); /* called once when a wait passes one second; may be NULL */
	void (*on_check)(void *context); /* the same of the full check of a file on opening */
	void *context;
};

/* What opening has to tell the user, one line each: a migration and its copy, a recovered journal,
 * a file that everybody may read. */
enum { STORE_NOTICE_SIZE = 1024 };

/* A new file (0600) with the newest schema and no record. STATUS_CONFLICT when something is there
 * already, STATUS_NOT_FOUND for a missing folder. The new store has a transaction open, the file's
 * origin: store_end() completes the creation (it is shown in the log but cannot be undone), and a
 * failed one removes the file. */
enum status STATUS_CHECKED store_create(const char *path, const char *label,
	const struct store_options *options, struct store **out, struct error *error);

/* Opens an existing file by the sequence of reliability.md 4: path and header looked at before
 * SQLite is, defensive settings, schema fingerprint; the full integrity check where this machine
 * has not seen the file or its last writer ended badly. Refuses what is not a programme file,
 * damaged, newer (says by which version), a WAL file, a symbolic link, a file with two names (hard
 * links). An older one is copied beside (FILE.v1-YYYYMMDD.bak) and migrated, unless read_only (then
 * refused). */
enum status STATUS_CHECKED store_open(const char *path, const struct store_options *options,
	struct store **out, struct error *error);
void store_close(struct store *store); /* NULL is fine; an open transaction is rolled back */

const char *store_path(const struct store *store);
const char *store_author(const struct store *store); /* whom changes are recorded under */
bool store_is_read_only(const struct store *store);
const char *store_notices(const struct store *store); /* "" when there are none */

/* Starts (outermost) or joins a change; label says what it is, for the log ("add stakeholder Mara
 * Quist"); it never quotes an opinion. STATUS_CONFLICT when another process keeps the lock, or the
 * file was replaced underneath; STATUS_FAILED when the store is read-only. */
enum status STATUS_CHECKED store_begin(struct store *store, const char *label, struct error *error);
/* Ends it: when so_far is not STATUS_OK, or an inner end was not, everything is rolled back and
 * that status returned. */
enum status STATUS_CHECKED store_end(struct store *store, enum status so_far, struct error *error);
/* Rewords the step that is being written, when its label depends on what happened ("import
 * register: 41 added"). */
void store_set_label(struct store *store, const char *label);
/* Whether this transaction has changed any record yet. */
bool store_has_changed(const struct store *store);

/* One consistent view over several reads; nests by counter, and inside store_begin() it costs
 * nothing. */
enum status STATUS_CHECKED store_begin_read(struct store *store, struct error *error);
void store_end_read(struct store *store);

/* While set, reading outside store_begin() asks it every few thousand rows whether to stop; true
 * ends the read with STATUS_STOPPED. NULL: nothing stops it. */
void store_set_stop(struct store *store, bool (*stop)(void *context), void *context);

/* A number that differs once another process (not this one) has changed the file. 9 microseconds.
 */
int64_t store_version(struct store *store);

/* What two readings have in common when nobody has written anything between them, nor has anything
 * been taken back: what was computed from the one holds for the other. */
struct edition {
	int64_t by_others, by_us, taken_back;
};
struct edition store_edition(struct store *store);
bool edition_equal(const struct edition *a, const struct edition *b);

/*
 * Where the file is that was opened: something else may stand in its place by now. It must not be
 * read then either: SQLite would take the other file's journal for its own.
 */
enum store_place { STORE_THERE, STORE_REPLACED, STORE_GONE };
enum store_place store_look(const struct store *store);

/* A consistent copy at path (must not exist), also while others write; for the owner alone, and for
 * the file's group as the file itself is. */
enum status STATUS_CHECKED store_backup(struct store *store, const char *path, struct error *error);
/* The same beside it, as FILE.MARK-YYYYMMDD.bak, with a number where there is one of today; the path
 * in the arena. STATUS_CONFLICT where another program is writing what took the file's place. */
enum status STATUS_CHECKED store_copy_beside(struct store *store, const char *mark,
	struct arena *arena, const char **path, struct error *error);

/* Looks at everything: pages, indexes, constraints, references, texts (UTF-8, no controls), dates
 * that exist, the history's shape. What it finds stands behind what out holds already; its lines
 * are in the arena. */
enum status STATUS_CHECKED store_verify(
	struct store *store, struct arena *arena, struct damage *out, struct error *error);
/* Records that are one by their natural key, from before this was looked at; told as store_verify()
 * tells damage, though the file is whole. */
enum status STATUS_CHECKED store_verify_doubles(
	struct store *store, struct arena *arena, struct damage *out, struct error *error);

/* The day today is said to be, for :today in the rule book; set after opening, and again when
 * another day has begun. */
void store_set_today(struct store *store, day today);

#endif
