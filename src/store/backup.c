/* SPDX-License-Identifier: MIT */
/*
 * A consistent copy through SQLite's backup API. Never by reading the file ourselves: closing any
 * descriptor of an open database drops its locks.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "database.h"

enum { ALL_PAGES = -1 };

/* All pages in one go: one view of the whole file, for which writers wait as they would for each
 * other. */
static enum status
copy_pages(struct store *store, sqlite3 *target, struct error *error)
{
	sqlite3_backup *backup = sqlite3_backup_init(target, "main", store->database, "main");
	int result, waited = 0;

	if (!backup)
		return database_fail(store, sqlite3_errcode(target), "starting the copy", error);
	while (((result = sqlite3_backup_step(backup, ALL_PAGES)) == SQLITE_BUSY ||
		       result == SQLITE_LOCKED) &&
		waited < store->wait_ms)
		waited += sqlite3_sleep(25);
	sqlite3_backup_finish(backup);
	return result == SQLITE_DONE ? STATUS_OK : database_fail(store, result, "copying", error);
}

/* Whoever may use the file may use its copy, and nobody else: the group's rights go along only
 * where the group does. */
static void
share_alike(const struct store *store, int descriptor)
{
	const struct stat *file = &store->identity;
	mode_t group = file->st_mode & (S_IRGRP | S_IWGRP);

	if (group != 0 && fchown(descriptor, (uid_t)-1, file->st_gid) == 0)
		(void)fchmod(descriptor, S_IRUSR | S_IWUSR | group);
}

static enum status
copy_to(struct store *store, const char *path, struct error *error)
{
	sqlite3 *target = NULL;
	enum status status;
	int result,
		descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (descriptor < 0)
		return errno == EEXIST
			       ? error_set(error, STATUS_CONFLICT, "%s exists already", path)
			       : error_set(error, STATUS_FAILED, "cannot create %s: %s", path,
					 strerror(errno));
	share_alike(store, descriptor);
	close(descriptor);
	result = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
	if (result != SQLITE_OK)
		status = error_set(
			error, STATUS_FAILED, "cannot write %s: %s", path, sqlite3_errstr(result));
	else {
		sqlite3_exec(target, "PRAGMA synchronous=FULL", NULL, NULL, NULL);
		status = copy_pages(store, target, error);
	}
	if (sqlite3_close(target) != SQLITE_OK && status == STATUS_OK)
		status = error_set(error, STATUS_FAILED, "cannot complete %s", path);
	if (status != STATUS_OK)
		unlink(path);
	return status;
}

enum status
store_backup(struct store *store, const char *path, struct error *error)
{
	char *resolved = NULL;
	enum status status = path_resolve(path, &resolved, error);

	if (status == STATUS_OK)
		status = copy_to(store, resolved, error);
	free(resolved);
	return status;
}

/* A journal beside a name that is another file's now is that one's: SQLite would play it back. */
static enum status
refuse_foreign_journal(const struct store *store, struct error *error)
{
	struct buffer journal = { 0 };
	bool there;

	buffer_format(&journal, "%s-journal", store->path);
	there = access(buffer_text(&journal), F_OK) == 0;
	buffer_clear(&journal);
	return there && store_look(store) != STORE_THERE
		       ? error_set(error, STATUS_CONFLICT,
				 "another program is writing %s just now: try again", store->path)
		       : STATUS_OK;
}

enum status
store_copy_beside(struct store *store, const char *mark, struct arena *arena, const char **path,
	struct error *error)
{
	char date[16];
	time_t now = time(NULL);
	struct tm utc;
	enum status status = refuse_foreign_journal(store, error);

	if (status != STATUS_OK)
		return status;
	gmtime_r(&now, &utc);
	strftime(date, sizeof date, "%Y%m%d", &utc);
	*path = arena_format(arena, "%s.%s-%s.bak", store->path, mark, date);
	status = store_backup(store, *path, error);
	/* Another one of today, perhaps made this moment by another process. */
	for (int number = 2; status == STATUS_CONFLICT && access(*path, F_OK) == 0; number++) {
		*path = arena_format(arena, "%s.%s-%s-%d.bak", store->path, mark, date, number);
		status = store_backup(store, *path, error);
	}
	return status;
}
