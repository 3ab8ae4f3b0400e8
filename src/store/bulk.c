/* SPDX-License-Identifier: MIT */
/*
 * The scratch table of an import. It is created and dropped inside the import's own transaction, so
 * that no other process and no later opening ever sees it.
 */
#include "rollout/store/bulk.h"

#include <stdlib.h>

#include "database.h"

/* These have an effect only outside a transaction. Temporary files are for sorting a large index:
 * SQLite unlinks them as it creates them. */
static const char loose[] =
	"PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON; PRAGMA temp_store=FILE";
static const char strict[] =
	"PRAGMA foreign_keys=ON; PRAGMA ignore_check_constraints=OFF; PRAGMA temp_store=MEMORY";

enum status
store_begin_bulk(struct store *store, const char *label, struct error *error)
{
	enum status status = database_execute(store, loose, "starting an import", error);

	if (status == STATUS_OK)
		status = store_begin(store, label, error);
	if (status == STATUS_OK)
		store->bulk = true;
	else
		sqlite3_exec(store->database, strict, NULL, NULL, NULL);
	return status;
}

void
bulk_end(struct store *store)
{
	/* A transaction rolled back has put indexes and scratch table back by itself. */
	for (size_t i = 0; i < store->deferred_count; i++)
		free(store->deferred[i].sql);
	store->deferred_count = 0;
	sqlite3_finalize(store->add_pending);
	store->add_pending = NULL;
	sqlite3_exec(store->database, strict, NULL, NULL, NULL);
	store->bulk = false;
}

static struct deferred_index *
find_deferred(struct store *store, const struct type *type, int field)
{
	for (size_t i = 0; i < store->deferred_count; i++)
		if (store->deferred[i].type == type && store->deferred[i].field == field &&
			store->deferred[i].sql)
			return &store->deferred[i];
	return NULL;
}

/* The index's own text, so that it comes back byte for byte. */
static enum status
read_index(struct store *store, const char *name, char **sql, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(store, &statement,
		"SELECT \"sql\" FROM sqlite_schema WHERE \"type\" = 'index' AND \"name\" = ?",
		error);

	*sql = NULL;
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
	if (sqlite3_step(statement) == SQLITE_ROW) {
		struct value text = database_column(statement, 0);

		*sql = memory_copy_text(text.text, text.length);
	}
	sqlite3_finalize(statement);
	return STATUS_OK;
}

enum status
store_defer_index(struct store *store, const struct type *type, int field, struct error *error)
{
	struct buffer name = { 0 }, drop = { 0 };
	char *sql = NULL;
	enum status status = STATUS_OK;

	if (store->deferred_count == DEFERRED_MAX || find_deferred(store, type, field))
		return STATUS_OK;
	buffer_format(&name, "%s_%s", type->name, type->fields[field].name);
	buffer_format(&drop, "DROP INDEX \"%s\"", name.data);
	status = read_index(store, name.data, &sql, error);
	if (status == STATUS_OK && sql)
		status = database_execute(store, drop.data, "preparing the import", error);
	if (status == STATUS_OK && sql)
		store->deferred[store->deferred_count++] =
			(struct deferred_index){ type, field, sql };
	else
		free(sql);
	buffer_clear(&name);
	buffer_clear(&drop);
	return status;
}

static enum status
restore(struct store *store, struct deferred_index *index, struct error *error)
{
	enum status status = database_execute(store, index->sql, "sorting an index", error);

	free(index->sql);
	index->sql = NULL;
	return status;
}

enum status
store_restore_index(struct store *store, const struct type *type, int field, struct error *error)
{
	enum status status = STATUS_OK;
	struct deferred_index *index = type ? find_deferred(store, type, field) : NULL;

	if (index)
		return restore(store, index, error);
	for (size_t i = 0; !type && i < store->deferred_count && status == STATUS_OK; i++)
		if (store->deferred[i].sql)
			status = restore(store, &store->deferred[i], error);
	return status;
}

int64_t
pending_placeholder(int field)
{
	return -1 - field;
}

static enum status
create_table(struct store *store, struct error *error)
{
	static const char sql[] =
		"CREATE TABLE \"import_pending\" (\"n\" INTEGER PRIMARY KEY NOT NULL, \"record\" "
		"INTEGER NOT NULL, "
		"\"type\" TEXT NOT NULL, \"field\" INTEGER NOT NULL, \"text\" TEXT NOT NULL, "
		"\"element\" INTEGER NOT NULL, "
		"\"child\" INTEGER NOT NULL, \"parent\" INTEGER NOT NULL, \"line\" INTEGER NOT "
		"NULL, "
		"\"column\" INTEGER NOT NULL, \"offset\" INTEGER NOT NULL) STRICT";
	enum status status = database_execute(store, sql, "preparing the import", error);

	if (status == STATUS_OK)
		status = database_prepare(store, &store->add_pending,
			"INSERT INTO \"import_pending\" VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
			"?)",
			error);
	return status;
}

enum status
store_add_pending(struct store *store, const struct pending *pending, struct error *error)
{
	enum status status = store->add_pending ? STATUS_OK : create_table(store, error);
	sqlite3_stmt *statement = store->add_pending;

	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(statement, 1, pending->record);
	sqlite3_bind_text(statement, 2, pending->type->name, -1, SQLITE_STATIC);
	sqlite3_bind_int(statement, 3, pending->field);
	sqlite3_bind_text(statement, 4, pending->text, -1, SQLITE_STATIC);
	sqlite3_bind_int64(statement, 5, pending->element);
	sqlite3_bind_int64(statement, 6, pending->child);
	sqlite3_bind_int64(statement, 7, pending->parent);
	sqlite3_bind_int64(statement, 8, pending->line);
	sqlite3_bind_int64(statement, 9, pending->column);
	sqlite3_bind_int64(statement, 10, pending->offset);
	return database_run(store, statement, "keeping a reference", error);
}

struct cursor *
pending_open(struct store *store, struct error *error)
{
	struct cursor *cursor = cursor_new(store, "resolving references", error);

	if (!store->add_pending)
		cursor->left = 0;
	else
		cursor->status = database_prepare(store, &cursor->statement,
			"SELECT \"record\", \"type\", \"field\", \"text\", \"element\", "
			"\"child\", \"parent\", \"line\", \"column\", \"offset\" "
			"FROM \"import_pending\" ORDER BY \"n\"",
			error);
	return cursor;
}

bool
pending_next(struct cursor *cursor, struct pending *pending)
{
	sqlite3_stmt *row;

	if (!cursor_step(cursor))
		return false;
	row = cursor->statement;
	*pending = (struct pending){
		.record = sqlite3_column_int64(row, 0),
		.type = type_find((const char *)sqlite3_column_text(row, 1)),
		.field = sqlite3_column_int(row, 2),
		.text = (const char *)sqlite3_column_text(row, 3),
		.element = sqlite3_column_int64(row, 4),
		.child = sqlite3_column_int64(row, 5),
		.parent = sqlite3_column_int64(row, 6),
		.line = sqlite3_column_int64(row, 7),
		.column = sqlite3_column_int64(row, 8),
		.offset = sqlite3_column_int64(row, 9),
	};
	return cursor_is_whole(cursor);
}

enum status
store_drop_pending(struct store *store, struct error *error)
{
	if (!store->add_pending)
		return STATUS_OK;
	sqlite3_finalize(store->add_pending);
	store->add_pending = NULL;
	return database_execute(
		store, "DROP TABLE \"import_pending\"", "completing the import", error);
}

/* Another row of the file has filled it already: the later one counts, as with plain values. */
static enum status
fill_again(struct store *store, const struct pending *pending, int64_t target, struct error *error)
{
	struct arena arena = { 0 };
	struct record before, now;
	enum status status =
		store_get(store, pending->type, pending->record, &arena, &before, error);

	if (status == STATUS_OK) {
		now = before;
		now.values[pending->field] = value_integer(target);
		status = store_update(store, &before, &now, error);
	}
	arena_clear(&arena);
	return status;
}

enum status
store_fill_reference(
	struct store *store, const struct pending *pending, int64_t target, struct error *error)
{
	const struct field *field = &pending->type->fields[pending->field];
	struct value before =
		field->required ? value_integer(pending_placeholder(pending->field)) : value_none();
	struct value now = value_integer(target);
	enum status status;

	error->message[0] = '\0';
	status = record_table_update_field(store, pending->type, pending->record,
		(size_t)pending->field, &before, &now, error);
	return status == STATUS_CONFLICT && error->message[0] == '\0'
		       ? fill_again(store, pending, target, error)
		       : status;
}

int64_t
store_new_id(struct store *store)
{
	return store->next_id++;
}

enum status
store_is_empty(struct store *store, const struct type *type, bool *empty, struct error *error)
{
	struct buffer sql = { 0 };
	int64_t found = 0;
	enum status status;

	buffer_format(&sql, "SELECT 1 FROM \"%s\" LIMIT 1", type->name);
	status = database_number(store, sql.data, &found, error);
	buffer_clear(&sql);
	*empty = found == 0;
	return status;
}

enum status
store_shared_titles(struct store *store, const struct type *type, const char **titles, size_t limit,
	int64_t *count, struct arena *arena, struct error *error)
{
	struct buffer sql = { 0 };
	sqlite3_stmt *statement = NULL;
	enum status status;
	int result;

	*count = 0;
	buffer_format(&sql, "SELECT \"%s\" FROM \"%s\" GROUP BY 1 HAVING count(*) > 1", type->title,
		type->name);
	status = database_prepare(store, &statement, sql.data, error);
	buffer_clear(&sql);
	if (status != STATUS_OK)
		return status;
	while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
		struct value title = database_column(statement, 0);

		if (*count < (int64_t)limit)
			titles[*count] = arena_copy(arena, title.text, title.length);
		++*count;
	}
	if (result != SQLITE_DONE)
		status = database_fail(store, result, "looking for names", error);
	sqlite3_finalize(statement);
	return status;
}
