/* SPDX-License-Identifier: MIT */
/*
 * Creating and opening the programme file, in the order of reliability.md 4: nothing of the user's
 * data is queried before path, header, schema and, where it is worth its time, every page have been
 * looked at.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "database.h"
#include "fingerprint.h"

enum { CACHE_KIB = 6144 };

/* Short waits first, then longer ones; a word to the user after a second. */
static int
wait_for_lock(void *context, int times)
{
	struct store *store = context;
	int before = times == 0 ? 0 : store->waited_ms, pause;
	unsigned char jitter;

	sqlite3_randomness(1, &jitter);
	pause = 1 + (times > 10 ? 10 : times) + jitter % 8;
	if (before + pause > store->wait_ms)
		return 0;
	sqlite3_sleep(pause);
	store->waited_ms = before + pause;
	if (before < 1000 && store->waited_ms >= 1000 && store->on_wait)
		store->on_wait(store->tell_context);
	return 1;
}

static enum status
configure(struct store *store, struct error *error)
{
	static const int defences[][2] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
		{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
	};
	static const int limits[][2] = {
		{ SQLITE_LIMIT_LENGTH, 16 << 20 },
		{ SQLITE_LIMIT_SQL_LENGTH, 100000 },
		{ SQLITE_LIMIT_ATTACHED, 1 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
		{ SQLITE_LIMIT_EXPR_DEPTH, 100 },
		{ SQLITE_LIMIT_WORKER_THREADS, 0 },
	};
	char sql[256];
	enum status status;

	for (size_t i = 0; i < sizeof defences / sizeof *defences; i++)
		sqlite3_db_config(store->database, defences[i][0], defences[i][1], NULL);
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		sqlite3_limit(store->database, limits[i][0], limits[i][1]);
	sqlite3_busy_handler(store->database, wait_for_lock, store);
	snprintf(sql, sizeof sql,
		"PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA "
		"synchronous=FULL;"
		"PRAGMA secure_delete=ON; PRAGMA cache_size=-%d",
		CACHE_KIB);
	status = database_execute(store, sql, "setting it up", error);
	return status == STATUS_OK ? functions_register(store, error) : status;
}

static struct store *
allocate(char *path, const struct schema *schema, const struct store_options *options)
{
	struct store *store = memory_new(1, sizeof *store);

	store->path = path;
	store->schema = *schema;
	store->read_only = options->read_only;
	store->who = memory_copy_text(
		options->who ? options->who : "", options->who ? strlen(options->who) : 0);
	store->wait_ms = options->wait_ms > 0 ? options->wait_ms : WAIT_DEFAULT_MS;
	store->on_wait = options->on_wait;
	store->on_check = options->on_check;
	store->tell_context = options->context;
	for (size_t i = 0; i < TYPES_MAX; i++)
		store->runs[i].last = -1;
	return store;
}

static enum status
connect(struct store *store, struct error *error)
{
	int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE |
		    SQLITE_OPEN_NOMUTEX |
		    (store->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
	int result = sqlite3_open_v2(store->path, &store->database, flags, NULL);

	if (result != SQLITE_OK)
		return database_fail(store, result, "opening it", error);
	return configure(store, error);
}

static enum status
prepare_transactions(struct store *store, struct error *error)
{
	enum status status = database_prepare(store, &store->begin, "BEGIN IMMEDIATE", error);

	if (status == STATUS_OK)
		status = database_prepare(store, &store->begin_read, "BEGIN", error);
	if (status == STATUS_OK)
		status = database_prepare(store, &store->commit, "COMMIT", error);
	/* Prepared now, because running out of memory must not stop it. */
	if (status == STATUS_OK)
		status = database_prepare(store, &store->rollback, "ROLLBACK", error);
	if (status == STATUS_OK)
		status =
			database_prepare(store, &store->data_version, "PRAGMA data_version", error);
	return status;
}

static void
note_circumstances(struct store *store, bool journal)
{
	if (journal)
		database_add_notice(store,
			"%s was not closed properly last time; its last change was taken back if "
			"it was not complete, and the file checked",
			store->path);
	/* A group may share a file on one host; everybody is another matter. */
	if (store->identity.st_mode & S_IRWXO)
		database_add_notice(store,
			"%s can be read by others on this machine; it holds opinions about people: "
			"chmod %s %s",
			store->path, store->identity.st_mode & S_IWGRP ? "660" : "600",
			store->path);
}

/* What the file says it is, its tables and, where it is worth the time, every page: seen as one
 * state of the file. */
static enum status
check_contents(struct store *store, bool thorough, int *version, struct error *error)
{
	int64_t application = 0, stored = 0;
	enum status status = database_execute(store, "BEGIN", "reading it", error);

	/* Asked again through SQLite: a journal may just have rewritten the first page. */
	if (status == STATUS_OK)
		status = database_number(store, "PRAGMA application_id", &application, error);
	if (status == STATUS_OK)
		status = database_number(store, "PRAGMA user_version", &stored, error);
	if (status == STATUS_OK &&
		(application != APPLICATION_ID || stored < 1 || stored > store->schema.version))
		status = error_set(
			error, STATUS_FAILED, "%s is not a rollout programme file", store->path);
	*version = (int)stored;
	if (status == STATUS_OK)
		status = migrate_check_fingerprint(store, *version, error);
	if (status == STATUS_OK && (thorough || *version < store->schema.version))
		status = integrity_check(store, error);
	return status == STATUS_OK ? database_execute(store, "COMMIT", "reading it", error)
				   : status;
}

/*
 * A journal that its writer did not get to sync is not played back and stays until the next change.
 * Any change will do; if none can be made here, the next opening is merely as careful as this one.
 */
static void
clear_journal(struct store *store, int version)
{
	char sql[64];

	snprintf(sql, sizeof sql, "PRAGMA user_version=%d", version);
	sqlite3_exec(store->database, sql, NULL, NULL, NULL);
}

static enum status
open_checked(struct store *store, const struct store_options *options, struct error *error)
{
	int version = 0;
	bool journal = false, seen = false;
	enum status status =
		header_check(store->path, &store->schema, &store->identity, &journal, error);

	if (status == STATUS_OK)
		status = connect(store, error);
	if (status == STATUS_OK) {
		seen = seen_find(options->state_folder, &store->identity, store->path);
		status = check_contents(store, journal || !seen, &version, error);
	}
	if (status == STATUS_OK && sqlite3_db_readonly(store->database, "main") == 1 &&
		!store->read_only) {
		store->read_only = true;
		database_add_notice(
			store, "%s cannot be written here: opened read-only", store->path);
	}
	if (status == STATUS_OK && version < store->schema.version)
		status = store->read_only
				 ? error_set(error, STATUS_INVALID,
					   "%s was made by an older rollout (file version %d); "
					   "open it for writing once to bring it up to date",
					   store->path, version)
				 : migrate_schema(store, version, error);
	if (status == STATUS_OK)
		status = prepare_transactions(store, error);
	if (status != STATUS_OK)
		return status;
	if (journal && !store->read_only)
		clear_journal(store, store->schema.version);
	note_circumstances(store, journal);
	if (!seen)
		seen_add(options->state_folder, &store->identity, store->path);
	return STATUS_OK;
}

static struct schema
own_schema(void)
{
	size_t count;
	const struct embedded_file *migrations = embedded_list("schema/", &count);

	return (struct schema){ migrations, schema_fingerprints, schema_version };
}

enum status
open_with_schema(const char *path, const struct store_options *options, const struct schema *schema,
	struct store **out, struct error *error)
{
	char *resolved = NULL;
	enum status status = path_resolve(path, &resolved, error);
	struct store *store;

	*out = NULL;
	if (status != STATUS_OK)
		return status;
	store = allocate(resolved, schema, options);
	status = open_checked(store, options, error);
	if (status != STATUS_OK) {
		store_close(store);
		return status;
	}
	*out = store;
	return STATUS_OK;
}

enum status
store_open(const char *path, const struct store_options *options, struct store **out,
	struct error *error)
{
	struct schema schema = own_schema();

	return open_with_schema(path, options, &schema, out, error);
}

static enum status
initialise(struct store *store, const char *label, const struct store_options *options,
	struct error *error)
{
	enum status status = connect(store, error);
	char sql[128];

	if (status == STATUS_OK)
		status = database_execute(store, "PRAGMA journal_mode=DELETE; PRAGMA auto_vacuum=0",
			"setting it up", error);
	if (status == STATUS_OK)
		status = prepare_transactions(store, error);
	if (status == STATUS_OK)
		status = store_begin(store, label, error);
	if (status != STATUS_OK)
		return status;
	store->step_state = STEP_ORIGIN;
	snprintf(sql, sizeof sql, "PRAGMA application_id=%d", APPLICATION_ID);
	status = database_execute(store, sql, "marking it", error);
	if (status == STATUS_OK)
		status = migrate_schema(store, 0, error);
	if (status == STATUS_OK)
		status = database_execute(store,
			"INSERT INTO \"meta\" VALUES ('programme_uid', lower(hex(randomblob(16))))",
			"marking it", error);
	if (status == STATUS_OK)
		seen_add(options->state_folder, &store->identity, store->path);
	return status;
}

enum status
store_create(const char *path, const char *label, const struct store_options *options,
	struct store **out, struct error *error)
{
	struct schema schema = own_schema();
	char *resolved = NULL;
	enum status status = path_resolve(path, &resolved, error);
	struct store *store;
	int descriptor;

	*out = NULL;
	if (status != STATUS_OK)
		return status;
	descriptor = open(resolved, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (descriptor < 0) {
		status = errno == EEXIST
				 ? error_set(error, STATUS_CONFLICT, "%s exists already", resolved)
				 : error_set(error, STATUS_FAILED, "cannot create %s: %s", resolved,
					   strerror(errno));
		free(resolved);
		return status;
	}
	store = allocate(resolved, &schema, options);
	store->read_only = false;
	if (fstat(descriptor, &store->identity) != 0)
		status = error_set(
			error, STATUS_FAILED, "cannot look at %s: %s", resolved, strerror(errno));
	close(descriptor);
	if (status == STATUS_OK)
		status = initialise(store, label, options, error);
	if (status != STATUS_OK) {
		unlink(resolved);
		store_close(store);
		return status;
	}
	*out = store;
	return STATUS_OK;
}

void
store_close(struct store *store)
{
	if (!store)
		return;
	if (store->database) {
		database_finalize_all(store);
		/* SQLite rolls an open transaction back on closing. */
		sqlite3_close(store->database);
	}
	if (store->depth > 0 && store->step_state == STEP_ORIGIN)
		unlink(store->path);
	arena_clear(&store->lasting);
	buffer_clear(&store->label);
	buffer_clear(&store->notices);
	free(store->who);
	free(store->path);
	free(store);
}
