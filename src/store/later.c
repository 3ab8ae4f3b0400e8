/* SPDX-License-Identifier: MIT */
/*
 * Which step stands in the way of one that is to be turned. Must not change anything. Of the steps
 * that stand, those that touch one record lie in the order of their numbers, because none is turned
 * before a later one: so the number alone says which came later.
 */
#include "later.h"

#include <string.h>

#include "sql.h"

static enum status
find(struct store *store, sqlite3_stmt *statement, struct arena *arena, struct step *out,
	struct error *error)
{
	int result = sqlite3_step(statement);
	enum status status = STATUS_OK;

	*out = (struct step){ .id = 0 };
	if (result == SQLITE_ROW)
		status = history_copy_step(store, statement, arena, out, error);
	else if (result != SQLITE_DONE)
		status = database_fail(store, result, "reading the history", error);
	sqlite3_finalize(statement);
	return status;
}

enum status
later_exist(struct store *store, int64_t step, bool *out, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(store, &statement,
		"SELECT 1 FROM \"step\" WHERE \"id\" > ?1 AND \"state\" = 0 LIMIT 1", error);
	int result;

	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(statement, 1, step);
	result = sqlite3_step(statement);
	*out = result == SQLITE_ROW;
	if (result != SQLITE_ROW && result != SQLITE_DONE)
		status = database_fail(store, result, "reading the history", error);
	sqlite3_finalize(statement);
	return status;
}

enum status
later_find(struct store *store, int64_t step, struct arena *arena, struct step *out,
	struct error *error)
{
	/* From the step's own rows to the others' by the index on the record. */
	static const char sql[] =
		"SELECT " STEP_COLUMNS " FROM \"change\" c CROSS JOIN \"change\" o CROSS JOIN "
		"\"step\" l WHERE c.\"step\" = ?1 AND o.\"kind\" <> 'insert' AND o.\"record\" "
		"BETWEEN c.\"record\" AND c.\"last\" AND o.\"type\" = c.\"type\" "
		"AND +o.\"step\" > ?1 AND l.\"id\" = +o.\"step\" AND l.\"state\" = 0 "
		"ORDER BY l.\"id\" DESC LIMIT 1";
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(store, &statement, sql, error);

	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(statement, 1, step);
	return find(store, statement, arena, out, error);
}

/* One that touched the record; the others are not asked about. */
static enum status
find_about(struct store *store, const char *sql, const struct type *type, int64_t id, int64_t step,
	struct arena *arena, struct step *out, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(store, &statement, sql, error);

	if (status != STATUS_OK)
		return status;
	sqlite3_bind_text(statement, 1, type->name, -1, SQLITE_STATIC);
	sqlite3_bind_int64(statement, 2, id);
	sqlite3_bind_int64(statement, 3, step);
	return find(store, statement, arena, out, error);
}

static const char newest_behind[] = CHANGES_OF_RECORD
	"SELECT " STEP_COLUMNS " FROM \"mine\" c JOIN \"step\" l ON l.\"id\" = c.\"step\" "
	"WHERE l.\"id\" > ?3 AND l.\"state\" = 0 ORDER BY l.\"id\" DESC LIMIT 1";
static const char newest_other[] = CHANGES_OF_RECORD
	"SELECT " STEP_COLUMNS " FROM \"mine\" c JOIN \"step\" l ON l.\"id\" = c.\"step\" "
	"WHERE l.\"id\" <> ?3 AND l.\"state\" = 0 ORDER BY l.\"id\" DESC LIMIT 1";
/* Why a record is not there: it was removed, or its addition was undone. */
static const char remover[] =
	"SELECT " STEP_COLUMNS " FROM \"change\" c JOIN \"step\" l ON l.\"id\" = c.\"step\" "
	"WHERE c.\"type\" = ?1 AND c.\"record\" = ?2 AND l.\"id\" <> ?3 AND ((c.\"kind\" = "
	"'delete' AND "
	"l.\"state\" = 0) OR (c.\"kind\" = 'insert' AND l.\"state\" IN (1, 2))) "
	"ORDER BY l.\"id\" DESC LIMIT 1";

/* The record that one of the fields of this one refers to, and that is not there. */
static enum status
find_missing(struct store *store, const struct type *type, int64_t id, const struct type **target,
	int64_t *missing, struct error *error)
{
	struct arena arena = { 0 };
	struct record record, other;
	struct error none;
	enum status status = store_get(store, type, id, &arena, &record, error);

	*missing = 0;
	for (size_t i = 0; status == STATUS_OK && *missing == 0 && i < type->field_count; i++) {
		const struct value *value = &record.values[i];

		if (type->fields[i].kind != FIELD_REFERENCE || value->kind != VALUE_INTEGER)
			continue;
		*target = field_target(&type->fields[i]);
		if (store_get(store, *target, value->integer, &arena, &other, &none) ==
			STATUS_NOT_FOUND)
			*missing = value->integer;
	}
	arena_clear(&arena);
	return status;
}

enum status
later_find_referring(struct store *store, int64_t step, struct arena *arena, struct step *out,
	struct error *error)
{
	static const char sql[] =
		"SELECT \"table\", \"rowid\" FROM pragma_foreign_key_check LIMIT 1";
	sqlite3_stmt *statement = NULL;
	const struct type *type = NULL, *target = NULL;
	int64_t id = 0, missing = 0;
	int dangling = 0, highest;
	enum status status = STATUS_OK;

	*out = (struct step){ .id = 0 };
	sqlite3_db_status(store->database, SQLITE_DBSTATUS_DEFERRED_FKS, &dangling, &highest, 0);
	if (dangling != 0)
		status = database_prepare(store, &statement, sql, error);
	if (status != STATUS_OK || dangling == 0)
		return status;
	if (sqlite3_step(statement) == SQLITE_ROW) {
		type = type_find((const char *)sqlite3_column_text(statement, 0));
		id = sqlite3_column_int64(statement, 1);
	}
	sqlite3_finalize(statement);
	if (!type)
		return STATUS_OK;
	status = find_about(store, newest_behind, type, id, step, arena, out, error);
	if (status == STATUS_OK && out->id == 0)
		status = find_missing(store, type, id, &target, &missing, error);
	if (status == STATUS_OK && missing != 0)
		status = find_about(store, remover, target, missing, step, arena, out, error);
	return status;
}

/* The newest record that is the same as one of the range, and lies outside it; 0: none. */
static enum status
find_twin_of_many(struct store *store, const struct type *type, const int64_t range[2],
	int64_t *twin, struct error *error)
{
	struct identity_part parts[IDENTITY_PARTS_MOST];
	size_t count = type_identity(type, parts);
	sqlite3_stmt *statement = NULL;
	struct buffer sql = { 0 };
	enum status status;

	buffer_format(&sql,
		"SELECT max(iif(\"id\" BETWEEN ?1 AND ?2, NULL, \"id\")) AS \"twin\" FROM \"%s\" "
		"GROUP BY %s",
		type->name, type_field_find(type, "email") ? "\"key\", \"email\"" : "1 = 1");
	for (size_t i = 0; i < count; i++) {
		buffer_append_text(&sql, ", ");
		record_table_append_part(&sql, type, &parts[i]);
	}
	buffer_append_text(&sql, " HAVING \"twin\" IS NOT NULL AND max(\"id\" BETWEEN ?1 AND ?2) "
				 "ORDER BY 1 DESC LIMIT 1");
	status = database_prepare(store, &statement, buffer_text(&sql), error);
	buffer_clear(&sql);
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(statement, 1, range[0]);
	sqlite3_bind_int64(statement, 2, range[1]);
	if (sqlite3_step(statement) == SQLITE_ROW)
		*twin = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return STATUS_OK;
}

static enum status
find_twin(struct store *store, const struct type *type, int64_t id, int64_t *twin,
	struct error *error)
{
	struct arena arena = { 0 };
	struct record record, other;
	enum status status = store_get(store, type, id, &arena, &record, error);

	if (status == STATUS_OK)
		status = store_find_identity(store, &record, twin, error);
	if (status == STATUS_OK && *twin != 0)
		status = store_get(store, type, *twin, &arena, &other, error);
	if (status == STATUS_OK && *twin != 0 && record_is_somebody_else(&record, &other))
		*twin = 0;
	arena_clear(&arena);
	return status;
}

enum status
later_find_twin(struct store *store, const struct type *type, const int64_t range[2], int64_t step,
	struct arena *arena, struct step *out, struct error *error)
{
	int64_t twin = 0;
	enum status status = STATUS_OK;

	*out = (struct step){ .id = 0 };
	if (!type->identity)
		return STATUS_OK;
	status = range[0] == range[1] ? find_twin(store, type, range[0], &twin, error)
				      : find_twin_of_many(store, type, range, &twin, error);
	return status != STATUS_OK || twin == 0
		       ? status
		       : find_about(store, newest_behind, type, twin, step, arena, out, error);
}

enum status
later_find_holder(struct store *store, const struct type *type, const char *column, int64_t n,
	int64_t step, struct arena *arena, struct step *out, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	struct buffer sql = { 0 };
	int64_t holder = 0;
	bool itself = false;
	enum status status;

	*out = (struct step){ .id = 0 };
	buffer_format(&sql,
		"SELECT r.\"id\", r.\"id\" = c.\"record\" FROM \"change\" c JOIN \"%s\" r ON "
		"r.\"key\" = iif(c.\"kind\" = "
		"'update', "
		"c.\"%s\", iif(json_valid(c.\"%s\"), json_extract(c.\"%s\", '$.key'), NULL)) "
		"OR (r.\"id\" = c.\"record\" AND c.\"kind\" <> 'update') "
		"WHERE c.\"step\" = ?1 AND c.\"n\" = ?2 LIMIT 1",
		type->name, column, column, column);
	status = database_prepare(store, &statement, buffer_text(&sql), error);
	buffer_clear(&sql);
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(statement, 1, step);
	sqlite3_bind_int64(statement, 2, n);
	if (sqlite3_step(statement) == SQLITE_ROW) {
		holder = sqlite3_column_int64(statement, 0);
		itself = sqlite3_column_int(statement, 1) != 0;
	}
	sqlite3_finalize(statement);
	return holder == 0 ? STATUS_OK
			   : find_about(store, itself ? newest_behind : newest_other, type, holder,
				     step, arena, out, error);
}
