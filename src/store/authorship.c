/* SPDX-License-Identifier: MIT */
/*
 * Questions to the history about single records. Must not take what was undone for done.
 */
#include "rollout/store/authorship.h"

#include <string.h>

#include "database.h"

/* The first column of the first row, as yes or no; no row means no. */
static enum status
ask(struct store *store, const char *sql, const struct type *type, int64_t id, const char *text,
	const char *prefix, bool *out, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(store, &statement, sql, error);
	int result;

	*out = false;
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_text(statement, 1, type->name, -1, SQLITE_STATIC);
	sqlite3_bind_int64(statement, 2, id);
	sqlite3_bind_text(statement, 3, text, -1, SQLITE_STATIC);
	sqlite3_bind_text(statement, 4, prefix, -1, SQLITE_STATIC);
	result = sqlite3_step(statement);
	if (result == SQLITE_ROW)
		*out = sqlite3_column_int(statement, 0) != 0;
	else if (result != SQLITE_DONE)
		status = database_fail(store, result, "reading the history", error);
	sqlite3_finalize(statement);
	return status;
}

enum status
authorship_is(struct store *store, const struct type *type, int64_t id, const char *field,
	const char *prefix, bool *out, struct error *error)
{
	return ask(store,
		CHANGES_OF_RECORD
		"SELECT substr(s.\"label\", 1, length(?4)) = ?4 FROM \"mine\" c "
		"JOIN \"step\" s ON s.\"id\" = c.\"step\" WHERE s.\"state\" IN (0, 3) "
		"AND (?3 IS NULL OR c.\"kind\" = 'insert' OR c.\"field\" = ?3) "
		"ORDER BY c.\"step\" DESC, c.\"n\" DESC LIMIT 1",
		type, id, field, prefix, out, error);
}

enum status
authorship_is_choice(struct store *store, const struct type *type, int64_t id, const char *field,
	const char *prefix, bool *out, struct error *error)
{
	return ask(store,
		CHANGES_OF_RECORD
		"SELECT c.\"kind\" <> 'insert' AND substr(s.\"label\", 1, length(?4)) <> ?4 "
		"FROM \"mine\" c "
		"JOIN \"step\" s ON s.\"id\" = c.\"step\" WHERE s.\"state\" IN (0, 3) "
		"AND (?3 IS NULL OR c.\"kind\" = 'insert' OR c.\"field\" = ?3) "
		"ORDER BY c.\"step\" DESC, c.\"n\" DESC LIMIT 1",
		type, id, field, prefix, out, error);
}

enum status
authorship_is_shared(struct store *store, const struct type *type, int64_t id, const char *prefix,
	bool *out, struct error *error)
{
	return ask(store,
		CHANGES_OF_RECORD
		"SELECT 1 FROM \"mine\" c JOIN \"step\" s ON s.\"id\" = c.\"step\" "
		"WHERE s.\"state\" IN (0, 3) AND substr(s.\"label\", 1, length(?4)) <> ?4 "
		"AND ?3 IS NULL LIMIT 1",
		type, id, NULL, prefix, out, error);
}

enum status
authorship_was_deleted(struct store *store, const struct type *type, const char *key,
	const char *prefix, bool *out, struct error *error)
{
	return ask(store,
		"SELECT 1 FROM \"change\" c JOIN \"step\" s ON s.\"id\" = c.\"step\" "
		"WHERE c.\"type\" = ?1 AND c.\"kind\" = 'delete' AND s.\"state\" = 0 "
		"AND json_extract(c.\"old\", '$.key') = ?3 AND ?2 = 0 "
		"AND substr(s.\"label\", 1, length(?4)) <> ?4 LIMIT 1",
		type, 0, key, prefix, out, error);
}

static const char *
copy_column(sqlite3_stmt *statement, int column, struct arena *arena)
{
	const char *text = (const char *)sqlite3_column_text(statement, column);

	return text ? arena_copy(arena, text, (size_t)sqlite3_column_bytes(statement, column))
		    : NULL;
}

enum status
authorship_find_before(struct store *store, const struct type *type, int64_t id, const char *field,
	const char *prefix, struct arena *arena, struct value_before *out, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(store, &statement,
		"WITH \"updates\" AS (SELECT c.\"step\", c.\"n\", c.\"old\", "
		"substr(s.\"label\", 1, length(?4)) = ?4 AS \"ours\" "
		"FROM \"change\" c JOIN \"step\" s ON s.\"id\" = c.\"step\" "
		"WHERE s.\"state\" IN (0, 3) AND c.\"kind\" = 'update' AND c.\"record\" = ?2 "
		"AND c.\"type\" = ?1 AND c.\"field\" = ?3) "
		"SELECT \"old\" FROM \"updates\" WHERE \"ours\" AND \"step\" > coalesce("
		"(SELECT max(\"step\") FROM \"updates\" WHERE NOT \"ours\"), 0) "
		"ORDER BY \"step\", \"n\" LIMIT 1",
		error);
	int result;

	*out = (struct value_before){ 0 };
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_text(statement, 1, type->name, -1, SQLITE_STATIC);
	sqlite3_bind_int64(statement, 2, id);
	sqlite3_bind_text(statement, 3, field, -1, SQLITE_STATIC);
	sqlite3_bind_text(statement, 4, prefix, -1, SQLITE_STATIC);
	result = sqlite3_step(statement);
	if (result == SQLITE_ROW) {
		out->overwritten = true;
		out->text = copy_column(statement, 0, arena);
	} else if (result != SQLITE_DONE) {
		status = database_fail(store, result, "reading the history", error);
	}
	sqlite3_finalize(statement);
	return status;
}

enum status
authorship_list_deleted(struct store *store, const char *prefix, struct arena *arena,
	const char ***keys, size_t *count, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(store, &statement,
		"SELECT DISTINCT c.\"type\" || ' ' || json_extract(c.\"old\", '$.key') AS \"key\" "
		"FROM \"change\" c JOIN \"step\" s ON s.\"id\" = c.\"step\" "
		"WHERE c.\"kind\" = 'delete' AND s.\"state\" = 0 AND \"key\" IS NOT NULL "
		"AND substr(s.\"label\", 1, length(?1)) <> ?1 ORDER BY 1",
		error);
	int result = SQLITE_DONE;

	if (status == STATUS_OK)
		sqlite3_bind_text(statement, 1, prefix, -1, SQLITE_STATIC);
	*keys = NULL;
	*count = 0;
	while (status == STATUS_OK && (result = sqlite3_step(statement)) == SQLITE_ROW) {
		*keys = arena_grow(arena, *keys, *count, sizeof **keys);
		(*keys)[(*count)++] = copy_column(statement, 0, arena);
	}
	if (status == STATUS_OK && result != SQLITE_DONE)
		status = database_fail(store, result, "reading the history", error);
	sqlite3_finalize(statement);
	return status;
}
