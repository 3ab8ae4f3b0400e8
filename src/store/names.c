/* SPDX-License-Identifier: MIT */
/*
 * The names of a type's records as they are compared, while an import looks for people however they
 * are written. They lie in a temporary table that leaves memory when it grows, and are gone with
 * the import's transaction; the file's own indexes are in the order of bytes and cannot say it.
 */
#include <string.h>

#include "database.h"
#include "rollout/base/text.h"
#include "rollout/store/bulk.h"

static int64_t
hash_of(const char *folded)
{
	return (int64_t)text_hash(folded, strlen(folded));
}

static void
bind_type(sqlite3_stmt *statement, int parameter, const struct type *type)
{
	sqlite3_bind_int64(statement, parameter, (sqlite3_int64)type_index(type));
}

/* The first look creates the table. */
static enum status
open_names(struct store *store, struct error *error)
{
	enum status status;

	if (store->add_name)
		return STATUS_OK;
	status = database_execute(store,
		"CREATE TEMP TABLE IF NOT EXISTS \"import_name\" (\"fold\" INTEGER NOT NULL, "
		"\"type\" "
		"INTEGER NOT NULL, \"id\" INTEGER NOT NULL, PRIMARY KEY (\"fold\", \"type\", "
		"\"id\")) "
		"WITHOUT ROWID",
		"preparing the import", error);
	if (status == STATUS_OK)
		status = database_prepare(store, &store->add_name,
			"INSERT OR IGNORE INTO temp.\"import_name\" VALUES (?, ?, ?)", error);
	return status;
}

enum status
store_names_add(struct store *store, const struct type *type, const char *text, size_t length,
	int64_t id, struct error *error)
{
	struct arena arena = { 0 };
	enum status status = open_names(store, error);

	if (status == STATUS_OK) {
		sqlite3_bind_int64(store->add_name, 1, hash_of(text_fold(&arena, text, length)));
		bind_type(store->add_name, 2, type);
		sqlite3_bind_int64(store->add_name, 3, id);
		status = database_run(store, store->add_name, "keeping a name", error);
	}
	arena_clear(&arena);
	return status;
}

enum status
store_names_gather(struct store *store, const struct type *type, struct error *error)
{
	struct buffer sql = { 0 };
	sqlite3_stmt *statement = NULL;
	enum status status = open_names(store, error);
	int result = SQLITE_DONE;

	buffer_format(&sql, "SELECT \"id\", \"%s\" FROM \"%s\"", type->title, type->name);
	if (status == STATUS_OK)
		status = database_prepare(store, &statement, sql.data, error);
	while (status == STATUS_OK && (result = sqlite3_step(statement)) == SQLITE_ROW) {
		struct value title = database_column(statement, 1);

		if (title.kind == VALUE_TEXT)
			status = store_names_add(store, type, title.text, title.length,
				sqlite3_column_int64(statement, 0), error);
	}
	if (status == STATUS_OK && result != SQLITE_DONE)
		status = database_fail(store, result, "looking for names", error);
	sqlite3_finalize(statement);
	buffer_clear(&sql);
	return status;
}

enum status
store_names_find(struct store *store, const struct type *type, const char *text, size_t length,
	int64_t *ids, size_t space, size_t *count, struct error *error)
{
	sqlite3_stmt **statement = &record_table_statements(store, type)->find_folded;
	struct arena arena = { 0 };
	struct buffer sql = { 0 };
	const char *folded = text_fold(&arena, text, length);
	enum status status = open_names(store, error);
	int result = SQLITE_DONE;

	*count = 0;
	/* The name itself is looked at again: a hash is no name, and the record may be another one
	 * by now. */
	buffer_format(&sql,
		"SELECT \"n\".\"id\" FROM temp.\"import_name\" AS \"n\" JOIN \"%s\" AS \"r\" ON "
		"\"r\".\"id\" = \"n\".\"id\" WHERE \"n\".\"fold\" = ?1 AND \"n\".\"type\" = ?2 AND "
		"fold(\"r\".\"%s\") = ?3 ORDER BY 1 LIMIT ?4",
		type->name, type->title);
	if (status == STATUS_OK && !*statement)
		status = database_prepare(store, statement, sql.data, error);
	if (status == STATUS_OK) {
		sqlite3_bind_int64(*statement, 1, hash_of(folded));
		bind_type(*statement, 2, type);
		sqlite3_bind_text(*statement, 3, folded, -1, SQLITE_STATIC);
		sqlite3_bind_int64(*statement, 4, (int64_t)space + 1);
		while ((result = sqlite3_step(*statement)) == SQLITE_ROW) {
			if (*count < space)
				ids[*count] = sqlite3_column_int64(*statement, 0);
			++*count;
		}
		if (result != SQLITE_DONE)
			status = database_fail(store, result, "looking for a name", error);
		sqlite3_reset(*statement);
		sqlite3_clear_bindings(*statement);
	}
	buffer_clear(&sql);
	arena_clear(&arena);
	return status;
}

void
store_names_forget(struct store *store)
{
	size_t count;
	const struct type *const *types = model_types(&count);

	if (!store->add_name)
		return;
	sqlite3_finalize(store->add_name);
	store->add_name = NULL;
	for (size_t i = 0; i < count; i++) {
		sqlite3_finalize(record_table_statements(store, types[i])->find_folded);
		record_table_statements(store, types[i])->find_folded = NULL;
	}
	sqlite3_exec(
		store->database, "DROP TABLE IF EXISTS temp.\"import_name\"", NULL, NULL, NULL);
}
