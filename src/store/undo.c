/* SPDX-License-Identifier: MIT */
/*
 * Which step is taken back or put forward, and whether it may be. Steps belong to their authors:
 * undo and redo go by one's own alone, so that nobody takes back another's work without knowing it;
 * others' are turned only where they are named. What a later step builds on stays.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "later.h"
#include "rollout/base/text.h"
#include "undo_rows.h"

/* One's own that stand, and those that one took back last oneself. */
#define OWN_DONE " FROM \"step\" l WHERE l.\"state\" = 0 AND l.\"who\" = ?1"
#define OWN_UNDONE                                                                                 \
	" FROM \"step\" l JOIN \"turn\" t ON t.\"id\" = "                                          \
	"(SELECT max(\"id\") FROM \"turn\" WHERE \"step\" = l.\"id\") "                            \
	"WHERE l.\"state\" = 1 AND l.\"who\" = ?1 AND t.\"who\" = ?1"

static const char own_newest[] = "SELECT " STEP_COLUMNS OWN_DONE " ORDER BY l.\"id\" DESC LIMIT 1";
static const char own_undone[] =
	"SELECT " STEP_COLUMNS OWN_UNDONE " ORDER BY t.\"id\" DESC LIMIT 1";
/* Whoever made them. Several are undone as they were made, or made again, the last first, and
 * redone as they were undone: what one refers to, another may have made. */
#define LAST_TURN "(SELECT max(t.\"id\") FROM \"turn\" t WHERE t.\"step\" = l.\"id\")"
static const char any_named[] = "SELECT " STEP_COLUMNS " FROM \"step\" l WHERE l.\"id\" = ?2";
static const char way_back[] = "SELECT l.\"id\" FROM \"step\" l WHERE l.\"state\" = 0 AND "
			       "l.\"id\" > ?1 ORDER BY coalesce(" LAST_TURN ", l.\"id\") DESC";
static const char way_forward[] = "SELECT l.\"id\" FROM \"step\" l WHERE l.\"state\" = 1 AND "
				  "l.\"id\" <= ?1 ORDER BY " LAST_TURN " DESC";
static const char any_undone[] =
	"SELECT " STEP_COLUMNS " FROM \"step\" l WHERE l.\"state\" = 1 LIMIT 1";
static const char any_newest[] = "SELECT " STEP_COLUMNS " FROM \"step\" l WHERE l.\"state\" = 0 "
				 "AND l.\"id\" > ?2 ORDER BY l.\"id\" DESC LIMIT 1";
static const char any_newer[] = "SELECT " STEP_COLUMNS " FROM \"step\" l WHERE l.\"id\" > ?2 "
				"LIMIT 1";

/* STATUS_NOT_FOUND without a message when there is none. */
static enum status
find_step(struct store *store, const char *sql, int64_t id, struct arena *arena, struct step *step,
	struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(store, &statement, sql, error);
	int result;

	if (status != STATUS_OK)
		return status;
	sqlite3_bind_text(statement, 1, store->who, -1, SQLITE_STATIC);
	sqlite3_bind_int64(statement, 2, id);
	result = sqlite3_step(statement);
	if (result == SQLITE_ROW)
		status = history_copy_step(store, statement, arena, step, error);
	else if (result == SQLITE_DONE)
		status = STATUS_NOT_FOUND;
	else
		status = database_fail(store, result, "reading the history", error);
	sqlite3_finalize(statement);
	return status;
}

/* The step's new state, and the turn that the history keeps for good. */
static enum status
mark_step(struct store *store, const struct step *step, bool back, struct error *error)
{
	sqlite3_stmt *mark = NULL, *keep = NULL;
	char now[STAMP_SIZE];
	enum status status = database_prepare(
		store, &mark, "UPDATE \"step\" SET \"state\" = ?2 WHERE \"id\" = ?1", error);

	if (status == STATUS_OK)
		status = database_prepare(store, &keep,
			"INSERT INTO \"turn\" (\"id\", \"step\", \"back\", \"at\", \"who\") VALUES "
			"(?, ?, ?, ?, ?)",
			error);
	if (status != STATUS_OK)
		goto out;
	history_stamp(now);
	sqlite3_bind_int64(mark, 1, step->id);
	sqlite3_bind_int(mark, 2, back ? STEP_UNDONE : STEP_DONE);
	sqlite3_bind_int64(keep, 1, store->step++);
	sqlite3_bind_int64(keep, 2, step->id);
	sqlite3_bind_int(keep, 3, back);
	sqlite3_bind_text(keep, 4, now, -1, SQLITE_STATIC);
	sqlite3_bind_text(keep, 5, store->who, -1, SQLITE_STATIC);
	status = database_run(store, mark, "writing the history", error);
	if (status == STATUS_OK)
		status = database_run(store, keep, "writing the history", error);
out:
	sqlite3_finalize(mark);
	sqlite3_finalize(keep);
	return status;
}

/* Turns the step unless a later one has built on what it did. Whether all references still point to
 * something is looked at here, or in the end by who turns several. */
static enum status
turn_checked(struct turn *turn, bool alone, struct error *error)
{
	struct store *store = turn->store;
	int64_t id = turn->step->id;
	struct step other = { .id = 0 };
	enum status status = later_exist(store, id, &turn->contested, error);

	if (status == STATUS_OK && turn->contested)
		status = later_find(store, id, turn->arena, &other, error);
	if (status == STATUS_OK && other.id != 0)
		return undo_rows_fail(turn, &other, "both changed the same", error);
	if (status == STATUS_OK)
		status = undo_rows_turn(turn, error);
	if (status == STATUS_OK && alone)
		status = later_find_referring(store, id, turn->arena, &other, error);
	if (status == STATUS_OK && other.id != 0)
		return undo_rows_fail(turn, &other, "one would refer to what is not there", error);
	return status == STATUS_OK ? mark_step(store, turn->step, turn->back, error) : status;
}

static enum status
turn_step(struct store *store, bool back, bool alone, const struct step *step, struct arena *arena,
	struct error *error)
{
	struct turn *turn = memory_new(1, sizeof *turn);
	enum status status;

	turn->store = store;
	turn->step = step;
	turn->back = back;
	turn->arena = arena;
	status = turn_checked(turn, alone, error);
	undo_rows_finish(turn);
	free(turn);
	return status;
}

/* With whose steps there are instead. */
static enum status
fail_none(struct store *store, bool back, struct arena *arena, struct error *error)
{
	const char *verb = back ? "undo" : "redo";
	struct step other;
	enum status status = back ? find_step(store, any_newest, 0, arena, &other, error)
				  : find_step(store, any_undone, INT64_MAX, arena, &other, error);

	if (status == STATUS_NOT_FOUND)
		return error_set(error, STATUS_NOT_FOUND, "nothing to %s", verb);
	if (status != STATUS_OK)
		return status;
	return error_set(error, STATUS_NOT_FOUND,
		"nothing to %s by %s; \"%s\" by %s is turned in the log of the terminal alone",
		verb, store->who, other.label, other.who);
}

static enum status
turn_own(
	struct store *store, bool back, struct arena *arena, struct step *step, struct error *error)
{
	enum status status = store_begin(store, "", error);

	if (status != STATUS_OK)
		return status;
	status = find_step(store, back ? own_newest : own_undone, 0, arena, step, error);
	if (status == STATUS_NOT_FOUND)
		status = fail_none(store, back, arena, error);
	else if (status == STATUS_OK)
		status = turn_step(store, back, true, step, arena, error);
	/* Nothing was recorded, so this ends without a step of its own. */
	return store_end(store, status, error);
}

enum status
history_undo(struct store *store, struct arena *arena, struct step *step, struct error *error)
{
	return turn_own(store, true, arena, step, error);
}

enum status
history_redo(struct store *store, struct arena *arena, struct step *step, struct error *error)
{
	return turn_own(store, false, arena, step, error);
}

/* How many of one's own could be turned, one after the other. */
static enum status
count_own(struct store *store, bool back, int64_t *count, struct error *error)
{
	static const char done[] = "SELECT count(*)" OWN_DONE;
	static const char undone[] = "SELECT count(*)" OWN_UNDONE;
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(store, &statement, back ? done : undone, error);
	int result;

	if (status != STATUS_OK)
		return status;
	sqlite3_bind_text(statement, 1, store->who, -1, SQLITE_STATIC);
	result = sqlite3_step(statement);
	*count = sqlite3_column_int64(statement, 0);
	if (result != SQLITE_ROW)
		status = database_fail(store, result, "reading the history", error);
	sqlite3_finalize(statement);
	return status;
}

static enum status
turn_several(struct store *store, bool back, int64_t wanted, struct arena *arena,
	struct step **steps, struct error *error)
{
	int64_t count = 0;
	enum status status = wanted > 1 ? count_own(store, back, &count, error) : STATUS_OK;

	if (status == STATUS_OK && count > 0 && count < wanted)
		return error_set(error, STATUS_NOT_FOUND,
			"%s has %s to %s, not %" PRId64 "; nothing was changed", store->who,
			text_quantity(arena, count, "step", NULL), back ? "undo" : "redo", wanted);
	*steps = arena_alloc(arena, (size_t)(count > 0 ? wanted : 1) * sizeof **steps);
	for (int64_t i = 0; i < wanted && status == STATUS_OK; i++)
		status = turn_own(store, back, arena, &(*steps)[i], error);
	return status;
}

enum status
history_turn_several(struct store *store, bool back, int64_t wanted, struct arena *arena,
	struct step **steps, struct error *error)
{
	enum status status = store_begin(store, "", error);

	if (status != STATUS_OK)
		return status;
	status = turn_several(store, back, wanted, arena, steps, error);
	return store_end(store, status, error);
}

static enum status
turn_named(struct store *store, bool back, int64_t id, struct arena *arena, struct step *step,
	struct error *error)
{
	enum status status = find_step(store, any_named, id, arena, step, error);

	if (status == STATUS_NOT_FOUND)
		return error_set(error, status, "there is no such step in the log");
	if (status != STATUS_OK)
		return status;
	switch (step->state) {
	case STEP_ORIGIN:
		return error_set(error, STATUS_CONFLICT,
			"\"%s\" began the file and cannot be undone", step->label);
	case STEP_DROPPED:
		return error_set(error, STATUS_CONFLICT,
			"\"%s\" was undone and its author did something else since: it cannot come "
			"back",
			step->label);
	case STEP_DONE:
	case STEP_UNDONE: break;
	}
	if (back != (step->state == STEP_DONE))
		return error_set(error, STATUS_CONFLICT, "\"%s\" %s already", step->label,
			back ? "is undone" : "stands");
	return turn_step(store, back, true, step, arena, error);
}

enum status
history_turn(struct store *store, bool back, int64_t id, struct arena *arena, struct step *step,
	struct error *error)
{
	enum status status = store_begin(store, "", error);

	if (status != STATUS_OK)
		return status;
	status = turn_named(store, back, id, arena, step, error);
	return store_end(store, status, error);
}

/* The steps to be turned, in order, as numbers one behind the other. */
static enum status
list_way(struct store *store, bool back, int64_t target, struct buffer *ids, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status =
		database_prepare(store, &statement, back ? way_back : way_forward, error);
	int result;

	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(statement, 1, target);
	while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
		int64_t id = sqlite3_column_int64(statement, 0);

		buffer_append(ids, (const char *)&id, sizeof id);
	}
	if (result != SQLITE_DONE)
		status = database_fail(store, result, "reading the history", error);
	sqlite3_finalize(statement);
	return status;
}

/* One of them, or nothing. */
static enum status
try_turn(struct store *store, bool back, int64_t id, struct arena *arena, struct error *error)
{
	struct step step;
	enum status status, undone;
	struct error none;

	status = database_execute(store, "SAVEPOINT \"turn\"", "turning a step", error);
	if (status == STATUS_OK)
		status = find_step(store, any_named, id, arena, &step, error);
	if (status == STATUS_OK)
		status = turn_step(store, back, false, &step, arena, error);
	if (status == STATUS_OK)
		return database_execute(store, "RELEASE \"turn\"", "turning a step", error);
	undone = database_execute(
		store, "ROLLBACK TO \"turn\"; RELEASE \"turn\"", "turning a step", &none);
	return undone == STATUS_OK ? status : STATUS_FAILED;
}

/*
 * Turns those of the list that can be turned, and leaves the others in it. Where steps were undone
 * out of their order a key may be taken until another step has given it up, so what is in conflict
 * now is tried again; it is an error when that goes for all.
 */
static enum status
turn_listed(struct store *store, bool back, struct buffer *ids, struct arena *arena, int64_t *moved,
	struct error *error)
{
	size_t left = 0;

	for (size_t at = 0; at < ids->length; at += sizeof(int64_t)) {
		int64_t id;
		enum status status;

		memcpy(&id, ids->data + at, sizeof id);
		status = try_turn(store, back, id, arena, error);
		if (status == STATUS_OK)
			*moved += back ? -1 : 1;
		else if (status != STATUS_CONFLICT)
			return status;
		else {
			memcpy(ids->data + left, &id, sizeof id);
			left += sizeof id;
		}
	}
	if (left == ids->length)
		return STATUS_CONFLICT;
	ids->length = left;
	return STATUS_OK;
}

/* One step after the other until that one is the newest that stands; *moved counts them. */
static enum status
turn_until(struct store *store, int64_t target, int64_t newest, struct arena *arena, int64_t *moved,
	struct error *error)
{
	struct buffer ids = { 0 };
	struct step step;
	bool back;
	enum status status = find_step(store, any_newer, newest, arena, &step, error);

	if (status == STATUS_OK)
		return error_set(
			error, STATUS_CONFLICT, "somebody has changed something meanwhile");
	if (status == STATUS_NOT_FOUND)
		status = find_step(store, any_named, target, arena, &step, error);
	if (status == STATUS_NOT_FOUND)
		return error_set(error, status, "there is no such step in the log");
	if (status == STATUS_OK && step.state == STEP_DROPPED)
		return turn_named(store, false, target, arena, &step, error);
	back = step.state != STEP_UNDONE;
	if (status == STATUS_OK)
		status = list_way(store, back, target, &ids, error);
	while (status == STATUS_OK && ids.length > 0)
		status = turn_listed(store, back, &ids, arena, moved, error);
	buffer_clear(&ids);
	return status;
}

enum status
history_go_to(
	struct store *store, int64_t target, int64_t newest, int64_t *moved, struct error *error)
{
	struct arena arena = { 0 };
	enum status status = store_begin(store, "", error);

	*moved = 0;
	if (status != STATUS_OK)
		return status;
	status = turn_until(store, target, newest, &arena, moved, error);
	status = store_end(store, status, error);
	if (status != STATUS_OK)
		*moved = 0;
	arena_clear(&arena);
	return status;
}
