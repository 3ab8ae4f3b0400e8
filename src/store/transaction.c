/* SPDX-License-Identifier: MIT */
/*
 * The transaction around every change. Begin and end nest by counter; the outermost end commits
 * data and history together or rolls both back.
 */
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "database.h"

enum { CHANCE_BITS = 21, ONE_MILLISECOND = 1 << CHANCE_BITS };

/*
 * Milliseconds since 2020 in the upper bits, chance in the lower 21: ordered by time, and never the
 * same in two copies of a file. Never behind last, the newest there is: after one that a clock
 * ahead has made the next millisecond counts, with chance of its own (a hybrid logical clock),
 * because a number next to it would be the same in two copies.
 */
static int64_t
new_id(int64_t last)
{
	struct timespec now;
	uint32_t chance;
	int64_t milliseconds, least = (last >> CHANCE_BITS) + 1;

	clock_gettime(CLOCK_REALTIME, &now);
	milliseconds = ((int64_t)now.tv_sec - INT64_C(1577836800)) * 1000 + now.tv_nsec / 1000000;
	milliseconds &= INT64_C(0x1ffffffffff);
	if (milliseconds < least)
		milliseconds = least;
	sqlite3_randomness(sizeof chance, &chance);
	return milliseconds << CHANCE_BITS | (chance & (ONE_MILLISECOND - 1));
}

enum store_place
store_look(const struct store *store)
{
	struct stat now;

	if (lstat(store->path, &now) != 0)
		return STORE_GONE;
	return now.st_dev == store->identity.st_dev && now.st_ino == store->identity.st_ino
		       ? STORE_THERE
		       : STORE_REPLACED;
}

/* Somebody may have moved another file into its place since it was opened. */
static enum status
check_identity(const struct store *store, struct error *error)
{
	switch (store_look(store)) {
	case STORE_THERE: return STATUS_OK;
	case STORE_GONE:
		return error_set(error, STATUS_CONFLICT,
			"%s was moved or deleted while open; nothing was written", store->path);
	case STORE_REPLACED: break;
	}
	return error_set(error, STATUS_CONFLICT,
		"%s was replaced by another file while open; nothing was written", store->path);
}

static void
forget_step(struct store *store)
{
	buffer_reset(&store->label);
	store->step_state = STEP_DONE;
	store->changes = 0;
	store->next_change = 0;
	store->failed = STATUS_OK;
	for (size_t i = 0; i < TYPES_MAX; i++)
		store->runs[i] = (struct run){ 0, -1 };
}

/* A step's records are numbered on from the step itself. */
static enum status
start_step(struct store *store, const char *label, struct error *error)
{
	static const char newest[] =
		"SELECT max(coalesce((SELECT \"id\" + \"changes\" FROM \"step\" ORDER BY \"id\" "
		"DESC LIMIT 1), 0), coalesce((SELECT max(\"id\") FROM \"turn\"), 0))";
	int64_t last = 0;
	enum status status = STATUS_OK;

	forget_step(store);
	store_set_label(store, label);
	if (store->cookie > 0)
		status = database_number(store, newest, &last, error);
	if (status == STATUS_OK && last > INT64_MAX - 2 * ONE_MILLISECOND)
		status = error_set(error, STATUS_FAILED,
			"the history of %s has a step from a time that cannot be: nothing can be "
			"written behind it",
			store->path);
	if (status != STATUS_OK)
		return status;
	store->step = new_id(last);
	store->next_id = store->step;
	return STATUS_OK;
}

enum status
store_begin(struct store *store, const char *label, struct error *error)
{
	enum status status;

	if (store->depth > 0) {
		store->depth++;
		return STATUS_OK;
	}
	if (store->read_only)
		return error_set(error, STATUS_FAILED, "%s is open read-only; nothing was changed",
			store->path);
	status = check_identity(store, error);
	if (status == STATUS_OK)
		status = database_run(store, store->begin, "starting a change", error);
	if (status != STATUS_OK)
		return status;
	store->depth = 1;
	/* A new file has no table yet; in an old one somebody may have changed them meanwhile. */
	status = store->cookie > 0 ? migrate_check_unchanged(store, error) : STATUS_OK;
	if (status == STATUS_OK)
		status = start_step(store, label, error);
	if (status != STATUS_OK) {
		sqlite3_step(store->rollback);
		sqlite3_reset(store->rollback);
		store->depth = 0;
	}
	return status;
}

static void
roll_back(struct store *store)
{
	/* Some failures have rolled back already. */
	if (!sqlite3_get_autocommit(store->database))
		sqlite3_step(store->rollback);
	sqlite3_reset(store->rollback);
	store->taken_back++;
	if (store->step_state == STEP_ORIGIN)
		unlink(store->path);
}

enum status
store_end(struct store *store, enum status so_far, struct error *error)
{
	if (store->depth > 1) {
		store->depth--;
		if (so_far != STATUS_OK)
			store->failed = so_far;
		return so_far;
	}
	if (so_far == STATUS_OK)
		so_far = store->failed;
	if (so_far == STATUS_OK)
		so_far = history_finish_step(store, error);
	/* An index that was not put back would make the file one that nobody can open. */
	if (so_far == STATUS_OK && store->bulk)
		so_far = migrate_check_fingerprint(store, store->schema.version, error);
	if (so_far == STATUS_OK) {
		int result = sqlite3_step(store->commit);

		sqlite3_reset(store->commit);
		if ((result & 0xff) == SQLITE_CONSTRAINT)
			so_far = error_set(error, STATUS_INVALID,
				"a record would refer to one that is not there; nothing was "
				"changed");
		else if (result != SQLITE_DONE)
			so_far = database_fail(store, result, "saving", error);
	}
	if (so_far != STATUS_OK)
		roll_back(store);
	if (store->bulk)
		bulk_end(store);
	store->depth = 0;
	forget_step(store);
	return so_far;
}

void
store_set_label(struct store *store, const char *label)
{
	buffer_reset(&store->label);
	buffer_append_text(&store->label, label);
}

bool
store_has_changed(const struct store *store)
{
	return store->changes > 0;
}

enum status
store_begin_read(struct store *store, struct error *error)
{
	if (store->depth == 0 && store->read_depth == 0) {
		enum status status = database_run(store, store->begin_read, "reading", error);

		if (status != STATUS_OK)
			return status;
	}
	store->read_depth++;
	return STATUS_OK;
}

void
store_end_read(struct store *store)
{
	store->read_depth--;
	if (store->depth > 0 || store->read_depth > 0)
		return;
	sqlite3_step(store->commit);
	sqlite3_reset(store->commit);
}

int64_t
store_version(struct store *store)
{
	int64_t version = 0;

	if (sqlite3_step(store->data_version) == SQLITE_ROW)
		version = sqlite3_column_int64(store->data_version, 0);
	sqlite3_reset(store->data_version);
	return version;
}

struct edition
store_edition(struct store *store)
{
	return (struct edition){ store_version(store), sqlite3_total_changes(store->database),
		store->taken_back };
}

bool
edition_equal(const struct edition *a, const struct edition *b)
{
	return a->by_others == b->by_others && a->by_us == b->by_us &&
	       a->taken_back == b->taken_back;
}

const char *
store_path(const struct store *store)
{
	return store->path;
}

const char *
store_author(const struct store *store)
{
	return store->who;
}

bool
store_is_read_only(const struct store *store)
{
	return store->read_only;
}

const char *
store_notices(const struct store *store)
{
	return buffer_text(&store->notices);
}

void
store_set_today(struct store *store, day today)
{
	store->today = today;
}
