/* SPDX-License-Identifier: MIT */
/*
 * The rows of one step, taken back or put forward again. Going back applies them from the last to
 * the first, going forward from the first to the last; each row is turned over in place, so that
 * the history goes on holding exactly what the tables do not: an undone insert gets the values it
 * took away, a redone one gives them back.
 *
 * The rows were written by this program but lie in a file: types and fields are looked up in the
 * dictionary, never put into SQL as they are found.
 */
#include "undo_rows.h"

#include <inttypes.h>
#include <string.h>

#include "later.h"
#include "sql.h"

struct change {
	int64_t n, first, last;
	const struct type *type;
	int field;
	enum { CHANGE_INSERT, CHANGE_UPDATE, CHANGE_DELETE } kind;
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

enum status
undo_rows_fail(
	const struct turn *turn, const struct step *other, const char *why, struct error *error)
{
	bool gone = other->state == STEP_UNDONE || other->state == STEP_DROPPED;

	return error_set(error, STATUS_CONFLICT,
		"cannot %s \"%s\" by %s because of \"%s\" by %s, which %s: %s; nothing was changed",
		turn->back ? "undo" : "redo", turn->step->label, turn->step->who, other->label,
		other->who, gone ? "is undone" : "came later", why);
}

/* An id or key that is taken again, a value that does not fit any more. */
static enum status
fail_constraint(const struct turn *turn, const struct change *change, struct error *error)
{
	struct step later = { .id = 0 };
	struct error none;

	if (later_find_holder(turn->store, change->type, turn->back ? "old" : "new", change->n,
		    turn->step->id, turn->arena, &later, &none) == STATUS_OK &&
		later.id != 0)
		return undo_rows_fail(turn, &later, "its place is taken", error);
	return fail_changed(turn, change, error);
}

/* What has come back must not be there twice. */
static enum status
check_twins(const struct turn *turn, const struct change *change, struct error *error)
{
	const int64_t range[2] = { change->first, change->last };
	struct step later = { .id = 0 };
	enum status status = STATUS_OK;

	if (turn->contested)
		status = later_find_twin(turn->store, change->type, range, turn->step->id,
			turn->arena, &later, error);
	return status == STATUS_OK && later.id != 0
		       ? undo_rows_fail(turn, &later, "there would be two of the same", error)
		       : status;
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
	if (status != STATUS_OK &&
		(sqlite3_errcode(turn->store->database) & 0xff) == SQLITE_CONSTRAINT)
		status = fail_constraint(turn, change, error);
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
	return status == STATUS_OK ? check_twins(turn, change, error) : status;
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
	if (status == STATUS_OK && type_is_identity(change->type, (size_t)change->field))
		status = check_twins(turn, change, error);
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
enum status
undo_rows_turn(struct turn *turn, struct error *error)
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

void
undo_rows_finish(struct turn *turn)
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
