/* SPDX-License-Identifier: MIT */
/*
 * From one version of the schema to the next: the files of data/schema in order, all in one
 * transaction, by new files too. An existing file is copied beside first. A schema that is not byte
 * for byte what some version created is refused before anything else reads the file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "fingerprint.h"
#include "rollout/base/embedded.h"

enum status
migrate_check_fingerprint(struct store *store, int version, struct error *error)
{
	uint64_t fingerprint = 0;

	if (!fingerprint_schema(store->database, &fingerprint))
		return database_fail(
			store, sqlite3_errcode(store->database), "reading its tables", error);
	if (version < 1 || version > store->schema.version ||
		fingerprint != store->schema.fingerprints[version - 1])
		return error_set(error, STATUS_FAILED,
			"%s is not as rollout made it: a table, index, trigger or constraint was "
			"added, removed or changed",
			store->path);
	return database_number(store, "PRAGMA schema_version", &store->cookie, error);
}

enum status
migrate_check_unchanged(struct store *store, struct error *error)
{
	int64_t cookie = 0;
	enum status status = database_number(store, "PRAGMA schema_version", &cookie, error);

	if (status != STATUS_OK || cookie == store->cookie)
		return status;
	return migrate_check_fingerprint(store, store->schema.version, error);
}

static enum status
apply(struct store *store, int from, struct error *error)
{
	enum status status = STATUS_OK;
	char sql[64];

	for (int i = from; i < store->schema.version && status == STATUS_OK; i++)
		status = database_execute(
			store, store->schema.migrations[i].text, "creating its tables", error);
	if (status != STATUS_OK)
		return status;
	snprintf(sql, sizeof sql, "PRAGMA user_version=%d", store->schema.version);
	status = database_execute(store, sql, "noting its version", error);
	return status == STATUS_OK ? migrate_check_fingerprint(store, store->schema.version, error)
				   : status;
}

static enum status
copy_old(struct store *store, int from, struct error *error)
{
	struct arena arena = { 0 };
	const char *path;
	enum status status =
		store_copy_beside(store, arena_format(&arena, "v%d", from), &arena, &path, error);

	if (status == STATUS_OK)
		database_add_notice(store,
			"%s was made by an older rollout: brought up to date, the old file kept as "
			"%s",
			store->path, path);
	arena_clear(&arena);
	return status;
}

static enum status
check_references(struct store *store, struct error *error)
{
	int64_t dangling = 0;
	enum status status = integrity_count_dangling(store, &dangling, error);

	if (status == STATUS_OK && dangling > 0)
		status = error_set(error, STATUS_FAILED,
			"%s cannot be brought up to date: %lld references would point nowhere",
			store->path, (long long)dangling);
	return status;
}

/* One transaction, without SQLite's own watch over references: tables may be rebuilt in between. */
static enum status
migrate_file(struct store *store, int from, struct error *error)
{
	int64_t there = 0;
	enum status status =
		database_execute(store, "BEGIN IMMEDIATE", "starting the migration", error);

	if (status == STATUS_OK)
		status = database_number(store, "PRAGMA user_version", &there, error);
	/* Another process may have been faster. */
	if (status == STATUS_OK && there == from)
		status = apply(store, from, error);
	if (status == STATUS_OK)
		status = migrate_check_fingerprint(store, store->schema.version, error);
	if (status == STATUS_OK)
		status = check_references(store, error);
	if (status == STATUS_OK)
		status = database_execute(store, "COMMIT", "completing the migration", error);
	if (status != STATUS_OK && !sqlite3_get_autocommit(store->database))
		sqlite3_exec(store->database, "ROLLBACK", NULL, NULL, NULL);
	return status;
}

enum status
migrate_schema(struct store *store, int from, struct error *error)
{
	enum status status;

	if (from == 0)
		return apply(store, 0, error);
	status = copy_old(store, from, error);
	if (status != STATUS_OK)
		return status;
	sqlite3_db_config(store->database, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
	status = migrate_file(store, from, error);
	sqlite3_db_config(store->database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	return status;
}
