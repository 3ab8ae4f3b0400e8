/* SPDX-License-Identifier: MIT */
/*
 * Taking a step back and putting it forward again. Going back applies its rows from the last to the
 * first, going forward from the first to the last; each row is turned over in place, so that the
 * history goes on holding exactly what the tables do not: an undone insert gets the values it took
 * away, a redone one gives them back.
 *
 * The rows were written by this program but lie in a file: types and fields are looked up in the
 * dictionary, never put into SQL as they are found.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "sql.h"

struct change {
	int64_t n, first, last;
	const struct type *type;
	int field;
	enum { CHANGE_INSERT, CHANGE_UPDATE, CHANGE_DELETE } kind;
};

/* What both directions need: prepared once for the step. */
struct turn {
	struct store *store;
	struct step *step;
	bool back;
	sqlite3_stmt *capture[TYPES_MAX], *restore_old[TYPES_MAX], *restore_new[TYPES_MAX],
		*remove[TYPES_MAX];
	sqlite3_stmt *keep_old[TYPES_MAX], *update[TYPES_MAX][FIELDS_MAX];
	sqlite3_stmt *drop_rows, *add_row;
};

static enum status
fail_changed(const struct turn *turn, const struct change *change, struct error *error)
{
	return error_set(error, STATUS_CONFLICT,
		"cannot %s \"%s\": %s %" PRId64 "%s%s is not as that step left it",
		turn->back ? "undo" : "redo", turn->step->label, change->type->label, change->first,
		change->kind == CHANGE_UPDATE ? " field " : "",
		change->kind == CHANGE_UPDATE ? change->type->fields[change->field].name : "");
}

static enum status
prepare(struct turn *turn, sqlite3_stmt **statement, struct buffer *sql, struct error *error)
{
	enum status status = database_prepare(turn->store, statement, sql->data, error);

	buffer_clear(sql);
	return status;
}

/* Runs a statement about the rows (step, n) of the history, and says how many rows it touched. */
static enum status
run_on_rows(struct turn *turn, sqlite3_stmt *statement, const struct change *change,
	int64_t *touched, struct error *error)
{
	enum status status;

	sqlite3_bind_int64(statement, 1, turn->step->id);
	sqlite3_bind_int64(statement, 2, change->n);
	status = database_run(turn->store, statement, turn->back ? "undoing" : "redoing", error);
	*touched = sqlite3_changes64(turn->store->database);
	/* An id or key that is taken again, a value that does not fit any more. */
	if (status != STATUS_OK &&
		(sqlite3_errcode(turn->store->database) & 0xff) == SQLITE_CONSTRAINT)
		status = fail_changed(turn, change, error);
	return status;
}

static enum status
drop_rows(struct turn *turn, const struct change *change, struct error *error)
{
	int64_t touched;
	enum status status = database_prepare(turn->store, &turn->drop_rows,
		"DELETE FROM \"change\" WHERE \"step\" = ?1 AND \"n\" = ?2", error);

	return status == STATUS_OK ? run_on_rows(turn, turn->drop_rows, change, &touched, error)
				   : status;
}

static enum status
remove_records(struct turn *turn, const struct change *change, struct error *error)
{
	sqlite3_stmt **statement = &turn->remove[type_index(change->type)];
	struct buffer sql = { 0 };
	enum status status = STATUS_OK;

	if (!*statement) {
		buffer_format(&sql, "DELETE FROM \"%s\" WHERE \"id\" BETWEEN ?1 AND ?2",
			change->type->name);
		status = prepare(turn, statement, &sql, error);
	}
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(*statement, 1, change->first);
	sqlite3_bind_int64(*statement, 2, change->last);
	status = database_run(turn->store, *statement, turn->back ? "undoing" : "redoing", error);
	if (status == STATUS_OK &&
		sqlite3_changes64(turn->store->database) != change->last - change->first + 1)
		status = fail_changed(turn, change, error);
	return status;
}

/* The records go; their values come into the history, one row each under the same n. */
static enum status
undo_insert(struct turn *turn, const struct change *change, struct error *error)
{
	sqlite3_stmt **capture = &turn->capture[type_index(change->type)];
	struct buffer sql = { 0 };
	int64_t touched = 0;
	enum status status = STATUS_OK;

	if (!*capture) {
		sql_append_capture(&sql, change->type);
		status = prepare(turn, capture, &sql, error);
	}
	if (status == STATUS_OK)
		status = drop_rows(turn, change, error);
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(*capture, 3, change->first);
	sqlite3_bind_int64(*capture, 4, change->last);
	status = run_on_rows(turn, *capture, change, &touched, error);
	return status == STATUS_OK ? remove_records(turn, change, error) : status;
}

static enum status
restore(struct turn *turn, sqlite3_stmt **statement, const char *column,
	const struct change *change, struct error *error)
{
	struct buffer sql = { 0 };
	int64_t touched = 0;
	enum status status = STATUS_OK;

	if (!*statement) {
		sql_append_restore(&sql, change->type, column);
		status = prepare(turn, statement, &sql, error);
	}
	if (status == STATUS_OK)
		status = run_on_rows(turn, *statement, change, &touched, error);
	if (status == STATUS_OK && touched != change->last - change->first + 1)
		status = fail_changed(turn, change, error);
	return status;
}

static enum status
redo_insert(struct turn *turn, const struct change *change, struct error *error)
{
	enum status status =
		restore(turn, &turn->restore_new[type_index(change->type)], "new", change, error);

	if (status == STATUS_OK)
		status = drop_rows(turn, change, error);
	if (status == STATUS_OK)
		status = database_prepare(turn->store, &turn->add_row,
			"INSERT INTO \"change\" (\"step\", \"n\", \"record\", \"last\", \"type\", "
			"\"kind\") "
			"VALUES (?1, ?2, ?3, ?4, ?5, 'insert')",
			error);
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(turn->add_row, 1, turn->step->id);
	sqlite3_bind_int64(turn->add_row, 2, change->n);
	sqlite3_bind_int64(turn->add_row, 3, change->first);
	sqlite3_bind_int64(turn->add_row, 4, change->last);
	sqlite3_bind_text(turn->add_row, 5, change->type->name, -1, SQLITE_STATIC);
	return database_run(turn->store, turn->add_row, "redoing", error);
}

/* The record's values go into (or out of) the row of its deletion. */
static enum status
keep_old(struct turn *turn, const struct change *change, struct error *error)
{
	sqlite3_stmt **statement = &turn->keep_old[type_index(change->type)];
	struct buffer sql = { 0 };
	int64_t touched = 0;
	enum status status = STATUS_OK;

	if (!*statement) {
		buffer_append_text(&sql, "UPDATE \"change\" SET \"old\" = ");
		if (turn->back)
			buffer_append_text(&sql, "NULL");
		else {
			buffer_append_text(&sql, "(SELECT ");
			sql_append_row_as_json(&sql, change->type);
			buffer_format(&sql, " FROM \"%s\" WHERE \"id\" = \"record\")",
				change->type->name);
		}
		buffer_append_text(&sql, " WHERE \"step\" = ?1 AND \"n\" = ?2");
		status = prepare(turn, statement, &sql, error);
	}
	return status == STATUS_OK ? run_on_rows(turn, *statement, change, &touched, error)
				   : status;
}

static enum status
turn_delete(struct turn *turn, const struct change *change, struct error *error)
{
	enum status status;

	if (turn->back) {
		status = restore(
			turn, &turn->restore_old[type_index(change->type)], "old", change, error);
		return status == STATUS_OK ? keep_old(turn, change, error) : status;
	}
	status = keep_old(turn, change, error);
	return status == STATUS_OK ? remove_records(turn, change, error) : status;
}

static enum status
prepare_update(struct turn *turn, const struct change *change, sqlite3_stmt **statement,
	struct error *error)
{
	const char *from = turn->back ? "new" : "old", *to = turn->back ? "old" : "new";
	const char *field = change->type->fields[change->field].name;
	struct buffer sql = { 0 };

	buffer_format(&sql,
		"UPDATE \"%s\" SET \"%s\" = (SELECT \"%s\" FROM \"change\" WHERE \"step\" = ?1 AND "
		"\"n\" = ?2) "
		"WHERE \"id\" = ?3 AND \"%s\" IS (SELECT \"%s\" FROM \"change\" WHERE \"step\" = "
		"?1 AND \"n\" = ?2)",
		change->type->name, field, to, field, from);
	return prepare(turn, statement, &sql, error);
}

static enum status
turn_update(struct turn *turn, const struct change *change, struct error *error)
{
	sqlite3_stmt **statement = &turn->update[type_index(change->type)][change->field];
	int64_t touched = 0;
	enum status status = STATUS_OK;

	if (!*statement)
		status = prepare_update(turn, change, statement, error);
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(*statement, 3, change->first);
	status = run_on_rows(turn, *statement, change, &touched, error);
	if (status == STATUS_OK && touched != 1)
		status = fail_changed(turn, change, error);
	return status;
}

static enum status
turn_change(struct turn *turn, const struct change *change, struct error *error)
{
	switch (change->kind) {
	case CHANGE_INSERT:
		return turn->back ? undo_insert(turn, change, error)
				  : redo_insert(turn, change, error);
	case CHANGE_DELETE: return turn_delete(turn, change, error);
	case CHANGE_UPDATE: return turn_update(turn, change, error);
	}
	return STATUS_OK;
}

static enum status
read_change(struct turn *turn, sqlite3_stmt *statement, struct change *change, struct error *error)
{
	const char *type = (const char *)sqlite3_column_text(statement, 1);
	const char *kind = (const char *)sqlite3_column_text(statement, 2);
	const char *field = (const char *)sqlite3_column_text(statement, 3);

	change->n = sqlite3_column_int64(statement, 0);
	change->first = sqlite3_column_int64(statement, 4);
	change->last = sqlite3_column_int64(statement, 5);
	change->type = type && kind ? type_find(type) : NULL;
	if (change->type)
		change->kind = strcmp(kind, "insert") == 0   ? CHANGE_INSERT
			       : strcmp(kind, "update") == 0 ? CHANGE_UPDATE
							     : CHANGE_DELETE;
	change->field = change->type && field ? type_field_index(change->type, field) : -1;
	if (!change->type || change->last < change->first ||
		(change->kind == CHANGE_UPDATE && change->field < 0)) {
		error_set(error, STATUS_FAILED,
			"the history of %s names something that is not in the dictionary",
			turn->store->path);
		return STATUS_FAILED;
	}
	return STATUS_OK;
}

/* One row of the history after the other, found anew each time because turning one rewrites it. */
static enum status
turn_all(struct turn *turn, struct error *error)
{
	const char *sql = turn->back
				  ? "SELECT \"n\", \"type\", \"kind\", \"field\", min(\"record\"), "
				    "max(\"last\") FROM \"change\" WHERE \"step\" = ?1 "
				    "AND \"n\" = (SELECT max(\"n\") FROM \"change\" WHERE \"step\" "
				    "= ?1 AND \"n\" < ?2) GROUP BY \"n\""
				  : "SELECT \"n\", \"type\", \"kind\", \"field\", min(\"record\"), "
				    "max(\"last\") FROM \"change\" WHERE \"step\" = ?1 "
				    "AND \"n\" = (SELECT min(\"n\") FROM \"change\" WHERE \"step\" "
				    "= ?1 AND \"n\" > ?2) GROUP BY \"n\"";
	struct change change = { .n = turn->back ? INT64_MAX : -1 };
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(turn->store, &statement, sql, error);
	int result = SQLITE_ROW;

	while (status == STATUS_OK) {
		sqlite3_bind_int64(statement, 1, turn->step->id);
		sqlite3_bind_int64(statement, 2, change.n);
		result = sqlite3_step(statement);
		if (result == SQLITE_ROW)
			status = read_change(turn, statement, &change, error);
		sqlite3_reset(statement);
		if (result != SQLITE_ROW)
			break;
		if (status == STATUS_OK)
			status = turn_change(turn, &change, error);
	}
	if (status == STATUS_OK && result != SQLITE_DONE)
		status = database_fail(turn->store, result, "reading the history", error);
	sqlite3_finalize(statement);
	return status;
}

static enum status
find_step(
	struct store *store, bool back, struct arena *arena, struct step *step, struct error *error)
{
	const char *sql = back ? "SELECT \"id\", \"at\", \"who\", \"label\", \"changes\" FROM "
				 "\"step\" WHERE \"state\" = 0 ORDER BY \"id\" DESC LIMIT 1"
			       : "SELECT \"id\", \"at\", \"who\", \"label\", \"changes\" FROM "
				 "\"step\" WHERE \"state\" = 1 ORDER BY \"id\" LIMIT 1";
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(store, &statement, sql, error);
	int result;

	if (status != STATUS_OK)
		return status;
	result = sqlite3_step(statement);
	if (result == SQLITE_ROW) {
		struct value at = database_column(statement, 1),
			     who = database_column(statement, 2),
			     label = database_column(statement, 3);

		*step = (struct step){ .id = sqlite3_column_int64(statement, 0),
			.at = arena_copy(arena, at.text, at.length),
			.who = arena_copy(arena, who.text, who.length),
			.label = arena_copy(arena, label.text, label.length),
			.changes = sqlite3_column_int64(statement, 4) };
	} else if (result == SQLITE_DONE)
		status = error_set(
			error, STATUS_NOT_FOUND, back ? "nothing to undo" : "nothing to redo");
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

static void
finish_turn(struct turn *turn)
{
	for (size_t i = 0; i < TYPES_MAX; i++) {
		sqlite3_finalize(turn->capture[i]);
		sqlite3_finalize(turn->restore_old[i]);
		sqlite3_finalize(turn->restore_new[i]);
		sqlite3_finalize(turn->remove[i]);
		sqlite3_finalize(turn->keep_old[i]);
		for (size_t field = 0; field < FIELDS_MAX; field++)
			sqlite3_finalize(turn->update[i][field]);
	}
	sqlite3_finalize(turn->drop_rows);
	sqlite3_finalize(turn->add_row);
}

static enum status
turn_step(
	struct store *store, bool back, struct arena *arena, struct step *step, struct error *error)
{
	struct turn *turn;
	enum status status = store_begin(store, "", error);

	if (status != STATUS_OK)
		return status;
	turn = memory_new(1, sizeof *turn);
	*turn = (struct turn){ .store = store, .step = step, .back = back };
	status = find_step(store, back, arena, step, error);
	if (status == STATUS_OK)
		status = turn_all(turn, error);
	if (status == STATUS_OK)
		status = mark_step(store, step, back, error);
	finish_turn(turn);
	free(turn);
	/* Nothing was recorded, so this ends without a step of its own. */
	return store_end(store, status, error);
}

enum status
history_undo(struct store *store, struct arena *arena, struct step *step, struct error *error)
{
	return turn_step(store, true, arena, step, error);
}

enum status
history_redo(struct store *store, struct arena *arena, struct step *step, struct error *error)
{
	return turn_step(store, false, arena, step, error);
}
