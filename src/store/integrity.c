/* SPDX-License-Identifier: MIT */
/*
 * Whether every page and every reference of the file is sound: what an earlier program, machine or
 * mail may have done to it shows here. A file of a million records takes some seconds, so the user
 * is told after the first.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "database.h"

struct watch {
	const struct store *store;
	struct timespec start;
	bool told;
};

static int
tell_after_a_second(void *context)
{
	struct watch *watch = context;
	struct timespec now;

	if (watch->told)
		return 0;
	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	if (now.tv_sec - watch->start.tv_sec < 2)
		return 0;
	watch->told = true;
	watch->store->on_check(watch->store->tell_context);
	return 0;
}

/* What integrity_check found in one line; a page that it could not get is no damage when memory or
 * the disk was at fault. */
static enum status
fail_integrity(struct store *store, const char *answer, struct error *error)
{
	const char *code = answer ? strstr(answer, "error code=") : NULL;
	int result = code ? (int)strtol(code + strlen("error code="), NULL, 10) : SQLITE_CORRUPT;

	/* Several faults may come as lines of one answer, below a heading. */
	if (answer && strncmp(answer, "***", 3) == 0 && strchr(answer, '\n'))
		answer = strchr(answer, '\n') + 1;
	if ((result & 0xff) == SQLITE_NOMEM || (result & 0xff) == SQLITE_IOERR)
		return database_fail(store, result, "checking it", error);
	return error_set(error, STATUS_FAILED, "%s is damaged: %.*s", store->path,
		answer ? (int)strcspn(answer, "\n") : 0, answer ? answer : "");
}

static enum status
check_pages(struct store *store, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status =
		database_prepare(store, &statement, "PRAGMA integrity_check(1)", error);
	const char *answer;
	int result;

	if (status != STATUS_OK)
		return status;
	result = sqlite3_step(statement);
	if (result != SQLITE_ROW)
		status = database_fail(store, result, "checking it", error);
	else {
		answer = (const char *)sqlite3_column_text(statement, 0);
		if (!answer || strcmp(answer, "ok") != 0)
			status = fail_integrity(store, answer, error);
	}
	sqlite3_finalize(statement);
	return status;
}

enum status
integrity_count_dangling(struct store *store, int64_t *count, struct error *error)
{
	return database_number(
		store, "SELECT count(*) FROM pragma_foreign_key_check", count, error);
}

static enum status
check_references(struct store *store, struct error *error)
{
	int64_t dangling = 0;
	enum status status = integrity_count_dangling(store, &dangling, error);

	if (status == STATUS_OK && dangling > 0)
		status = error_set(error, STATUS_FAILED,
			"%s is damaged: %lld references point to records that are not there",
			store->path, (long long)dangling);
	return status;
}

enum status
integrity_check(struct store *store, struct error *error)
{
	enum { STEPS = 20000 };
	struct watch watch = { .store = store };
	enum status status;

	(void)clock_gettime(CLOCK_MONOTONIC, &watch.start);
	if (store->on_check)
		sqlite3_progress_handler(store->database, STEPS, tell_after_a_second, &watch);
	status = check_pages(store, error);
	if (status == STATUS_OK)
		status = check_references(store, error);
	sqlite3_progress_handler(store->database, 0, NULL, NULL);
	return status;
}
