/* SPDX-License-Identifier: MIT */
/*
 * Lists: conditions and an order become one SELECT with bound values, paged by key ("behind this
 * record"), never by OFFSET; rows are read as they are asked for.
 */
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "rollout/model/setting.h"
#include "sql.h"

struct cursor {
	struct store *store;
	const struct type *type;
	sqlite3_stmt *statement;
};

static const char *const operators[] = {
	[COMPARE_EQUAL] = "IS",
	[COMPARE_NOT_EQUAL] = "IS NOT",
	[COMPARE_LESS] = "<",
	[COMPARE_LESS_EQUAL] = "<=",
	[COMPARE_GREATER] = ">",
	[COMPARE_GREATER_EQUAL] = ">=",
	[COMPARE_CONTAINS] = "",
};

static void
append_conditions(struct buffer *sql, const struct query *query)
{
	buffer_append_text(sql, " WHERE 1");
	for (size_t i = 0; i < query->condition_count; i++) {
		const struct condition *condition = &query->conditions[i];
		const char *field = query->type->fields[condition->field].name;

		if (condition->compare == COMPARE_CONTAINS)
			buffer_format(sql, " AND contains(\"%s\", ?%zu)", field, i + 1);
		else
			buffer_format(sql, " AND \"%s\" %s ?%zu", field,
				operators[condition->compare], i + 1);
	}
}

/* The value that the record ?100 has in the field of the order. */
static void
append_here(struct buffer *sql, const char *before, const struct query *query, const char *behind)
{
	buffer_format(sql, "%s(SELECT \"%s\" FROM \"%s\" WHERE \"id\" = ?100)%s", before,
		query->type->fields[query->order - 1].name, query->type->name, behind);
}

/* Behind the record ?100 in the order asked for: by value, then by id; records without a value
 * stand first (SQLite sorts NULL lowest). */
static void
append_after(struct buffer *sql, const struct query *query)
{
	const char *side = query->descending ? "<" : ">";
	const char *field;

	if (query->after == 0)
		return;
	if (query->order == 0) {
		buffer_format(sql, " AND \"id\" %s ?100", side);
		return;
	}
	field = query->type->fields[query->order - 1].name;
	buffer_format(sql, " AND (\"%s\" %s ", field, side);
	append_here(sql, "", query, "");
	buffer_format(sql, " OR (\"%s\" IS ", field);
	append_here(sql, "", query, "");
	buffer_format(sql, " AND \"id\" %s ?100)", side);
	if (query->descending) {
		buffer_format(sql, " OR (\"%s\" IS NULL AND ", field);
		append_here(sql, "", query, " IS NOT NULL))");
	} else {
		buffer_format(sql, " OR (\"%s\" IS NOT NULL AND ", field);
		append_here(sql, "", query, " IS NULL))");
	}
}

static void
append_order(struct buffer *sql, const struct query *query)
{
	const char *way = query->descending ? " DESC" : "";

	buffer_append_text(sql, " ORDER BY ");
	if (query->order > 0)
		buffer_format(sql, "\"%s\"%s, ", query->type->fields[query->order - 1].name, way);
	buffer_format(sql, "\"id\"%s", way);
	if (query->limit > 0)
		buffer_append_text(sql, " LIMIT ?101");
}

static enum status
bind_query(struct store *store, sqlite3_stmt *statement, const struct query *query,
	struct error *error)
{
	int result = SQLITE_OK;

	for (size_t i = 0; i < query->condition_count && result == SQLITE_OK; i++) {
		const struct value *value = &query->conditions[i].value;

		/* The caller's texts need not outlive this call. */
		if (value->kind == VALUE_TEXT)
			result = sqlite3_bind_text64(statement, (int)i + 1, value->text,
				value->length, SQLITE_TRANSIENT, SQLITE_UTF8);
		else
			database_bind(statement, (int)i + 1, value);
	}
	if (result != SQLITE_OK)
		return database_fail(store, result, "listing records", error);
	if (query->after != 0)
		sqlite3_bind_int64(statement, 100, query->after);
	if (query->limit > 0)
		sqlite3_bind_int64(statement, 101, query->limit);
	return STATUS_OK;
}

enum status
store_query(
	struct store *store, const struct query *query, struct cursor **out, struct error *error)
{
	struct cursor *cursor = memory_new(1, sizeof *cursor);
	struct buffer sql = { 0 };
	enum status status;

	cursor->store = store;
	cursor->type = query->type;
	sql_append_select(&sql, query->type);
	append_conditions(&sql, query);
	append_after(&sql, query);
	append_order(&sql, query);
	status = database_prepare(store, &cursor->statement, sql.data, error);
	buffer_clear(&sql);
	if (status == STATUS_OK)
		status = bind_query(store, cursor->statement, query, error);
	if (status != STATUS_OK) {
		cursor_close(cursor);
		return status;
	}
	*out = cursor;
	return STATUS_OK;
}

enum status
cursor_next(struct cursor *cursor, struct record *record, bool *found, struct error *error)
{
	int result = sqlite3_step(cursor->statement);

	*found = result == SQLITE_ROW;
	if (result == SQLITE_DONE)
		return STATUS_OK;
	if (result != SQLITE_ROW)
		return database_fail(cursor->store, result, "listing records", error);
	record_init(record, cursor->type);
	record->id = sqlite3_column_int64(cursor->statement, 0);
	for (size_t i = 0; i < cursor->type->field_count; i++)
		record->values[i] = database_column(cursor->statement, (int)i + 1);
	return database_check_columns(cursor->store, "listing records", error);
}

void
cursor_close(struct cursor *cursor)
{
	if (!cursor)
		return;
	sqlite3_finalize(cursor->statement);
	free(cursor);
}

enum status
store_count(struct store *store, const struct query *query, int64_t *count, struct error *error)
{
	struct buffer sql = { 0 };
	sqlite3_stmt *statement = NULL;
	enum status status;
	int result;

	buffer_format(&sql, "SELECT count(*) FROM \"%s\"", query->type->name);
	if (query->condition_count > 0)
		append_conditions(&sql, query);
	status = database_prepare(store, &statement, sql.data, error);
	buffer_clear(&sql);
	if (status == STATUS_OK)
		status = bind_query(store, statement, query, error);
	if (status != STATUS_OK)
		goto out;
	result = sqlite3_step(statement);
	if (result == SQLITE_ROW)
		*count = sqlite3_column_int64(statement, 0);
	else
		status = database_fail(store, result, "counting records", error);
out:
	sqlite3_finalize(statement);
	return status;
}

int64_t
store_setting(struct store *store, const char *key)
{
	const struct setting *setting = setting_find(key);
	int64_t number = setting ? strtoll(setting->value, NULL, 10) : 0;
	struct error ignored = { 0 };

	if (database_prepare(store, &store->setting,
		    "SELECT \"value\" FROM \"setting\" WHERE \"key\" = ?", &ignored) != STATUS_OK)
		return number;
	sqlite3_bind_text(store->setting, 1, key, -1, SQLITE_STATIC);
	if (sqlite3_step(store->setting) == SQLITE_ROW)
		number = sqlite3_column_int64(store->setting, 0);
	sqlite3_reset(store->setting);
	return number;
}
