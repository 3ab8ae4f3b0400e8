/* SPDX-License-Identifier: MIT */
/*
 * Lists: conditions and an order become one SELECT with bound values, paged by key ("behind this
 * record"), never by OFFSET. What other rows are read by cursors shares its stepping.
 */
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "rollout/model/setting.h"
#include "sql.h"

enum { HERE = 102 };

static const char *const operators[] = {
	[COMPARE_EQUAL] = "IS",
	[COMPARE_NOT_EQUAL] = "IS NOT",
	[COMPARE_LESS] = "<",
	[COMPARE_LESS_EQUAL] = "<=",
	[COMPARE_GREATER] = ">",
	[COMPARE_GREATER_EQUAL] = ">=",
	[COMPARE_CONTAINS] = "",
};

static bool
is_text(const struct field *field)
{
	return field->kind != FIELD_INTEGER && field->kind != FIELD_BOOLEAN &&
	       field->kind != FIELD_REFERENCE;
}

/*
 * Any text of the record; the titles of what it refers to are read only where none of its own
 * texts matches.
 */
static void
append_any(struct buffer *sql, const struct type *type, size_t number)
{
	buffer_format(sql, " AND (contains_any(?%zu", number);
	for (size_t i = 0; i < type->field_count; i++)
		if (is_text(&type->fields[i]))
			buffer_format(sql, ", \"%s\"", type->fields[i].name);
	buffer_append_char(sql, ')');
	for (size_t i = 0; i < type->field_count; i++) {
		const struct type *target = type->fields[i].kind == FIELD_REFERENCE
						    ? field_target(&type->fields[i])
						    : NULL;

		if (target && target->title)
			buffer_format(sql,
				" OR contains((SELECT t.\"%s\" FROM \"%s\" t WHERE "
				"t.\"id\" = \"%s\".\"%s\"), ?%zu)",
				target->title, target->name, type->name, type->fields[i].name,
				number);
	}
	buffer_append_char(sql, ')');
}

static void
append_conditions(struct buffer *sql, const struct query *query)
{
	buffer_append_text(sql, " WHERE 1");
	for (size_t i = 0; i < query->condition_count; i++) {
		const struct condition *condition = &query->conditions[i];
		const char *field;

		if (condition->field == CONDITION_ANY_FIELD) {
			append_any(sql, query->type, i + 1);
			continue;
		}
		field = query->type->fields[condition->field].name;
		if (condition->compare == COMPARE_CONTAINS)
			buffer_format(sql, " AND contains(\"%s\", ?%zu)", field, i + 1);
		else
			buffer_format(sql, " AND \"%s\" %s ?%zu", field,
				operators[condition->compare], i + 1);
	}
}

/*
 * Where a page begins. Behind a record in the order of a field, two SELECTs follow one another:
 * what has a value and what has none. Each is one range of the index, which an OR of both is not.
 */
enum part {
	PART_START, /* from the beginning, or by id alone */
	PART_BEHIND, /* values behind the one in ?102, or the same and ids behind ?100 */
	PART_WITH, /* all that have a value */
	PART_WITHOUT, /* all that have none */
	PART_WITHOUT_BEHIND, /* those that have none, ids behind ?100 */
};

static void
append_part(struct buffer *sql, const struct query *query, enum part part)
{
	const char *side = query->descending ? "<" : ">";
	const char *field = query->order > 0 ? query->type->fields[query->order - 1].name : "";

	switch (part) {
	case PART_START:
		if (query->after != 0)
			buffer_format(sql, " AND \"id\" %s ?100", side);
		return;
	case PART_BEHIND:
		buffer_format(sql, " AND (\"%s\", \"id\") %s (?102, ?100)", field, side);
		return;
	case PART_WITH: buffer_format(sql, " AND \"%s\" IS NOT NULL", field); return;
	case PART_WITHOUT: buffer_format(sql, " AND \"%s\" IS NULL", field); return;
	case PART_WITHOUT_BEHIND:
		buffer_format(sql, " AND \"%s\" IS NULL AND \"id\" %s ?100", field, side);
		return;
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

static uint32_t
fields_of(const struct query *query)
{
	return query->only != 0 ? query->only : UINT32_MAX;
}

static enum status
prepare_part(struct store *store, const struct query *query, enum part part,
	const struct value *here, sqlite3_stmt **out, struct error *error)
{
	struct buffer sql = { 0 };
	enum status status;

	sql_append_select_of(&sql, query->type, fields_of(query));
	append_conditions(&sql, query);
	append_part(&sql, query, part);
	append_order(&sql, query);
	status = database_prepare(store, out, sql.data, error);
	buffer_clear(&sql);
	if (status == STATUS_OK)
		status = bind_query(store, *out, query, error);
	if (status != STATUS_OK || part != PART_BEHIND || !here)
		return status;
	if (here->kind != VALUE_TEXT)
		database_bind(*out, HERE, here);
	else if (sqlite3_bind_text64(*out, HERE, here->text, here->length, SQLITE_TRANSIENT,
			 SQLITE_UTF8) != SQLITE_OK)
		return database_fail(
			store, sqlite3_errcode(store->database), "listing records", error);
	return STATUS_OK;
}

/* The value by which the record that a page follows is ordered, in the arena; none where it has
 * none or is gone. */
static enum status
read_here(struct store *store, const struct query *query, struct arena *arena, struct value *out,
	struct error *error)
{
	sqlite3_stmt *statement = NULL;
	struct buffer sql = { 0 };
	enum status status;

	*out = value_none();
	buffer_format(&sql, "SELECT \"%s\" FROM \"%s\" WHERE \"id\" = ?1",
		query->type->fields[query->order - 1].name, query->type->name);
	status = database_prepare(store, &statement, sql.data, error);
	buffer_clear(&sql);
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(statement, 1, query->after);
	if (sqlite3_step(statement) == SQLITE_ROW) {
		*out = database_column(statement, 0);
		if (out->kind == VALUE_TEXT)
			out->text = arena_copy(arena, out->text, out->length);
	}
	sqlite3_finalize(statement);
	return STATUS_OK;
}

/* SQLite sorts what has no value lowest. */
static enum status
prepare_page(struct cursor *cursor, const struct query *query)
{
	struct store *store = cursor->store;
	struct error *error = cursor->error;
	struct arena arena = { 0 };
	struct value here;
	bool none;
	enum part then = query->descending ? PART_WITHOUT : PART_WITH;
	enum status status;

	if (query->order == 0 || query->after == 0)
		return prepare_part(store, query, PART_START, NULL, &cursor->statement, error);
	status = read_here(store, query, &arena, &here, error);
	none = here.kind == VALUE_NONE;
	if (status == STATUS_OK)
		status = prepare_part(store, query, none ? PART_WITHOUT_BEHIND : PART_BEHIND, &here,
			&cursor->statement, error);
	if (status == STATUS_OK && none != query->descending)
		status = prepare_part(store, query, then, NULL, &cursor->then, error);
	arena_clear(&arena);
	return status;
}

struct cursor *
cursor_new(struct store *store, const char *doing, struct error *error)
{
	struct cursor *cursor = memory_new(1, sizeof *cursor);

	cursor->store = store;
	cursor->doing = doing;
	cursor->error = error;
	cursor->left = -1;
	return cursor;
}

struct cursor *
cursor_open(struct store *store, const struct query *query, struct error *error)
{
	struct cursor *cursor = cursor_new(store, "listing records", error);

	cursor->type = query->type;
	cursor->fields = fields_of(query);
	cursor->left = query->limit > 0 ? query->limit : -1;
	cursor->status = prepare_page(cursor, query);
	return cursor;
}

bool
cursor_step(struct cursor *cursor)
{
	int result;

	if (!cursor || cursor->status != STATUS_OK || cursor->left == 0)
		return false;
	result = sqlite3_step(cursor->statement);
	/* On to what follows, where there is something. */
	if (result == SQLITE_DONE && cursor->then) {
		sqlite3_finalize(cursor->statement);
		cursor->statement = cursor->then;
		cursor->then = NULL;
		result = sqlite3_step(cursor->statement);
	}
	if (result == SQLITE_ROW) {
		cursor->left -= cursor->left > 0;
		return true;
	}
	/* Stepping once more would begin again. */
	cursor->left = 0;
	if (result != SQLITE_DONE)
		cursor->status = database_fail(cursor->store, result, cursor->doing, cursor->error);
	return false;
}

bool
cursor_is_whole(struct cursor *cursor)
{
	cursor->status = database_check_columns(cursor->store, cursor->doing, cursor->error);
	return cursor->status == STATUS_OK;
}

bool
cursor_next(struct cursor *cursor, struct record *record)
{
	int column = 0;

	if (!cursor_step(cursor))
		return false;
	record_init(record, cursor->type);
	record->id = sqlite3_column_int64(cursor->statement, 0);
	for (size_t i = 0; i < cursor->type->field_count; i++)
		if (cursor->fields >> i & 1)
			record->values[i] = database_column(cursor->statement, ++column);
	return cursor_is_whole(cursor);
}

enum status
cursor_close(struct cursor *cursor)
{
	enum status status = cursor ? cursor->status : STATUS_OK;

	if (!cursor)
		return status;
	sqlite3_finalize(cursor->statement);
	sqlite3_finalize(cursor->then);
	free(cursor);
	return status;
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
	struct error ignored = { 0 };
	int64_t number = 0;

	if (!setting)
		return 0;
	(void)setting_read(setting, setting->value, strlen(setting->value), &number);
	if (database_prepare(store, &store->setting,
		    "SELECT \"value\" FROM \"setting\" WHERE \"key\" = ?", &ignored) != STATUS_OK)
		return number;
	sqlite3_bind_text(store->setting, 1, key, -1, SQLITE_STATIC);
	/* What a file holds beside the range is as if it were not there. */
	if (sqlite3_step(store->setting) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(store->setting, 0);

		(void)setting_read(setting, text ? text : "",
			(size_t)sqlite3_column_bytes(store->setting, 0), &number);
	}
	sqlite3_reset(store->setting);
	return number;
}
