/* SPDX-License-Identifier: MIT */
/*
 * The only code that writes records: insert, update of a field, delete. Each writes its own row of
 * the history in the same breath, so that nothing can be changed without being undoable; tests hold
 * it against what SQLite's session extension saw.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "database.h"
#include "rollout/base/text.h"
#include "sql.h"

struct type_statements *
record_table_statements(struct store *store, const struct type *type)
{
	return &store->types[type_index(type)];
}

/* Prepares *statement with SQL that append() makes, when it is not there yet. */
static enum status
prepare_made(struct store *store, sqlite3_stmt **statement,
	void (*append)(struct buffer *, const struct type *), const struct type *type,
	const char *behind, struct error *error)
{
	struct buffer sql = { 0 };
	enum status status;

	if (*statement)
		return STATUS_OK;
	append(&sql, type);
	buffer_append_text(&sql, behind);
	status = database_prepare(store, statement, sql.data, error);
	buffer_clear(&sql);
	return status;
}

static enum status
fail_write(struct store *store, int result, const struct record *record, struct error *error)
{
	char identifier[RECORD_ID_SIZE];

	record_identify(record, identifier);
	if (result == SQLITE_CONSTRAINT_UNIQUE || result == SQLITE_CONSTRAINT_PRIMARYKEY ||
		result == SQLITE_CONSTRAINT_ROWID)
		return error_set(error, STATUS_CONFLICT, "there is a %s with the id \"%s\" already",
			record->type->label, identifier);
	if ((result & 0xff) == SQLITE_CONSTRAINT)
		return error_set(error, STATUS_INVALID, "%s %s does not fit the dictionary",
			record->type->label, identifier);
	return database_fail(store, result, "writing a record", error);
}

/* Extends the run of ids that are one row of the history; a gap starts a new one. */
static enum status
note_insert(struct store *store, const struct type *type, int64_t id, struct error *error)
{
	struct run *run = &store->runs[type_index(type)];
	enum status status = STATUS_OK;

	store->changes++;
	if (run->last >= run->first && id == run->last + 1) {
		run->last = id;
		return STATUS_OK;
	}
	if (run->last >= run->first)
		status = history_flush(store, type, error);
	*run = (struct run){ id, id };
	return status;
}

enum status
store_insert(struct store *store, struct record *record, struct error *error)
{
	const struct type *type = record->type;
	struct type_statements *statements = record_table_statements(store, type);
	enum status status =
		prepare_made(store, &statements->insert, sql_append_insert, type, "", error);
	int result;

	if (status != STATUS_OK)
		return status;
	if (record->id == 0)
		record->id = store->next_id++;
	sqlite3_clear_bindings(statements->insert);
	sqlite3_bind_int64(statements->insert, 1, record->id);
	for (size_t i = 0; i < type->field_count; i++)
		if (record->values[i].kind != VALUE_NONE)
			database_bind(statements->insert, (int)i + 2, &record->values[i]);
	result = sqlite3_step(statements->insert);
	sqlite3_reset(statements->insert);
	if (result != SQLITE_DONE)
		return fail_write(store, result, record, error);
	return note_insert(store, type, record->id, error);
}

static enum status
prepare_update(struct store *store, const struct type *type, size_t field, sqlite3_stmt **out,
	struct error *error)
{
	sqlite3_stmt **statement = &record_table_statements(store, type)->update[field];
	struct buffer sql = { 0 };
	enum status status;

	if (!*statement) {
		sql_append_update(&sql, type, &type->fields[field]);
		status = database_prepare(store, statement, sql.data, error);
		buffer_clear(&sql);
		if (status != STATUS_OK)
			return status;
	}
	*out = *statement;
	return STATUS_OK;
}

static enum status
fail_compare(struct store *store, const struct record *before, size_t field, struct error *error)
{
	struct arena arena = { 0 };
	struct record there;
	enum status status = store_get(store, before->type, before->id, &arena, &there, error);
	char identifier[RECORD_ID_SIZE];

	arena_clear(&arena);
	record_identify(before, identifier);
	if (status == STATUS_NOT_FOUND)
		return error_set(error, status, "%s %s is not there any more: somebody deleted it",
			before->type->label, identifier);
	return error_set(error, STATUS_CONFLICT,
		"%s of %s %s was changed by somebody else meanwhile",
		before->type->fields[field].name, before->type->label, identifier);
}

enum status
record_table_update_field(struct store *store, const struct type *type, int64_t id, size_t field,
	const struct value *before, const struct value *now, struct error *error)
{
	const struct run *run = &store->runs[type_index(type)];
	sqlite3_stmt *statement = NULL;
	enum status status = prepare_update(store, type, field, &statement, error);
	int result;

	if (status != STATUS_OK)
		return status;
	database_bind(statement, 1, now);
	sqlite3_bind_int64(statement, 2, id);
	database_bind(statement, 3, before);
	result = sqlite3_step(statement);
	sqlite3_reset(statement);
	if ((result & 0xff) == SQLITE_CONSTRAINT)
		return error_set(error,
			result == SQLITE_CONSTRAINT_UNIQUE ? STATUS_CONFLICT : STATUS_INVALID,
			result == SQLITE_CONSTRAINT_UNIQUE ? "there is a %s with that %s already"
							   : "%s does not take that %s",
			type->label, field == 0 ? "id" : type->fields[field].name);
	if (result != SQLITE_DONE)
		return database_fail(store, result, "writing a record", error);
	if (sqlite3_changes(store->database) == 0)
		return STATUS_CONFLICT;
	/* A record of this very step goes away as a whole when the step is undone. */
	if (id >= run->first && id <= run->last)
		return STATUS_OK;
	return history_record(store, type, "update", (struct run){ id, id },
		type->fields[field].name, before, now, error);
}

enum status
store_update(struct store *store, const struct record *before, const struct record *now,
	struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < before->type->field_count && status == STATUS_OK; i++) {
		if (value_equal(&before->values[i], &now->values[i]))
			continue;
		error->message[0] = '\0';
		status = record_table_update_field(store, before->type, before->id, i,
			&before->values[i], &now->values[i], error);
		if (status == STATUS_CONFLICT && error->message[0] == '\0')
			status = fail_compare(store, before, i, error);
	}
	return status;
}

/* The record's values, without nulls, as JSON. */
static enum status
capture(struct store *store, const struct type *type, int64_t id, struct buffer *json,
	struct error *error)
{
	struct buffer sql = { 0 };
	sqlite3_stmt *statement = NULL;
	enum status status;
	int result;

	buffer_append_text(&sql, "SELECT ");
	sql_append_row_as_json(&sql, type);
	buffer_format(&sql, " FROM \"%s\" WHERE \"id\" = ?", type->name);
	status = database_prepare(store, &statement, sql.data, error);
	buffer_clear(&sql);
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(statement, 1, id);
	result = sqlite3_step(statement);
	if (result == SQLITE_ROW) {
		struct value row = database_column(statement, 0);

		buffer_append(json, row.text, row.length);
		status = database_check_columns(store, "reading a record", error);
	} else if (result == SQLITE_DONE)
		status = error_set(error, STATUS_NOT_FOUND, "%s %" PRId64 " is not there any more",
			type->label, id);
	else
		status = database_fail(store, result, "reading a record", error);
	sqlite3_finalize(statement);
	return status;
}

enum status
store_delete(struct store *store, const struct type *type, int64_t id, struct error *error)
{
	struct type_statements *statements = record_table_statements(store, type);
	struct buffer json = { 0 };
	struct value old;
	enum status status = history_flush(store, type, error);

	if (status == STATUS_OK)
		status = capture(store, type, id, &json, error);
	if (status == STATUS_OK && !statements->delete) {
		struct buffer sql = { 0 };

		buffer_format(&sql, "DELETE FROM \"%s\" WHERE \"id\" = ?", type->name);
		status = database_prepare(store, &statements->delete, sql.data, error);
		buffer_clear(&sql);
	}
	if (status == STATUS_OK) {
		sqlite3_bind_int64(statements->delete, 1, id);
		status = database_run(store, statements->delete, "deleting a record", error);
	}
	old = value_text(buffer_text(&json));
	if (status == STATUS_OK)
		status = history_record(
			store, type, "delete", (struct run){ id, id }, NULL, &old, NULL, error);
	buffer_clear(&json);
	return status;
}

static void
read_row(sqlite3_stmt *statement, const struct type *type, struct arena *arena, struct record *out)
{
	record_init(out, type);
	out->id = sqlite3_column_int64(statement, 0);
	for (size_t i = 0; i < type->field_count; i++) {
		out->values[i] = database_column(statement, (int)i + 1);
		if (arena && out->values[i].kind == VALUE_TEXT)
			out->values[i].text =
				arena_copy(arena, out->values[i].text, out->values[i].length);
	}
}

enum status
store_get(struct store *store, const struct type *type, int64_t id, struct arena *arena,
	struct record *out, struct error *error)
{
	struct type_statements *statements = record_table_statements(store, type);
	enum status status = prepare_made(
		store, &statements->get, sql_append_select, type, " WHERE \"id\" = ?", error);
	int result;

	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(statements->get, 1, id);
	result = sqlite3_step(statements->get);
	if (result == SQLITE_ROW) {
		read_row(statements->get, type, arena, out);
		status = database_check_columns(store, "reading a record", error);
	} else if (result == SQLITE_DONE)
		status = STATUS_NOT_FOUND;
	else
		status = database_fail(store, result, "reading a record", error);
	sqlite3_reset(statements->get);
	return status;
}

enum status
store_find_key(struct store *store, const struct type *type, const char *key, size_t length,
	int64_t *id, struct error *error)
{
	sqlite3_stmt **statement = &record_table_statements(store, type)->find_key;
	enum status status = STATUS_OK;
	int result;

	if (!*statement) {
		struct buffer sql = { 0 };

		buffer_format(&sql, "SELECT \"id\" FROM \"%s\" WHERE \"key\" = ?", type->name);
		status = database_prepare(store, statement, sql.data, error);
		buffer_clear(&sql);
	}
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_text64(*statement, 1, key, length, SQLITE_STATIC, SQLITE_UTF8);
	result = sqlite3_step(*statement);
	*id = result == SQLITE_ROW ? sqlite3_column_int64(*statement, 0) : 0;
	if (result != SQLITE_ROW && result != SQLITE_DONE)
		status = database_fail(store, result, "looking for a record", error);
	sqlite3_reset(*statement);
	return status;
}

enum status
store_find_title(struct store *store, const struct type *type, const char *text, size_t length,
	int64_t *ids, size_t space, size_t *count, struct error *error)
{
	sqlite3_stmt **statement = &record_table_statements(store, type)->find_title;
	enum status status = STATUS_OK;
	int result = SQLITE_DONE;

	*count = 0;
	if (!type->title)
		return STATUS_OK;
	if (!*statement) {
		struct buffer sql = { 0 };

		buffer_format(&sql,
			"SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?1 ORDER BY \"id\" LIMIT ?2",
			type->name, type->title);
		status = database_prepare(store, statement, sql.data, error);
		buffer_clear(&sql);
	}
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_text64(*statement, 1, text, length, SQLITE_STATIC, SQLITE_UTF8);
	sqlite3_bind_int64(*statement, 2, (int64_t)space + 1);
	while ((result = sqlite3_step(*statement)) == SQLITE_ROW) {
		if (*count < space)
			ids[*count] = sqlite3_column_int64(*statement, 0);
		++*count;
	}
	if (result != SQLITE_DONE)
		status = database_fail(store, result, "looking for a record", error);
	sqlite3_reset(*statement);
	return status;
}

/* Texts are compared as names are; nothing else is written in more than one way. */
static bool
is_folded(const struct field *field)
{
	return field->kind == FIELD_TEXT || field->kind == FIELD_NOTE;
}

void
record_table_append_part(
	struct buffer *sql, const struct type *type, const struct identity_part *part)
{
	if (part->instead >= 0)
		buffer_format(sql, "coalesce(\"%s\", \"%s\")", type->fields[part->field].name,
			type->fields[part->instead].name);
	else if (is_folded(&type->fields[part->field]))
		buffer_format(sql, "fold(\"%s\")", type->fields[part->field].name);
	else
		buffer_format(sql, "\"%s\"", type->fields[part->field].name);
}

/* The part that is the type's title; -1: none. */
static int
find_title_part(const struct type *type, const struct identity_part *parts, size_t count)
{
	int title = type->title ? type_field_index(type, type->title) : -1;

	for (size_t i = 0; i < count; i++)
		if (parts[i].field == title && is_folded(&type->fields[title]))
			return (int)i;
	return -1;
}

/* SELECT by all parts of the identity; behind them, where a title is one, the ranges of
 * bind_ranges(). */
static enum status
prepare_identity(struct store *store, const struct type *type, const struct identity_part *parts,
	size_t count, sqlite3_stmt **statement, struct error *error)
{
	struct buffer sql = { 0 };
	size_t next = count + 2;
	enum status status;

	if (*statement)
		return STATUS_OK;
	buffer_format(&sql, "SELECT \"id\" FROM \"%s\" WHERE \"id\" <> ?1", type->name);
	if (find_title_part(type, parts, count) >= 0)
		buffer_format(&sql,
			" AND (\"%s\" BETWEEN ?%zu AND ?%zu OR \"%s\" BETWEEN ?%zu AND ?%zu"
			" OR \"%s\" >= ?%zu)",
			type->title, next, next + 1, type->title, next + 2, next + 3, type->title,
			next + 4);
	for (size_t i = 0; i < count; i++) {
		buffer_append_text(&sql, " AND ");
		record_table_append_part(&sql, type, &parts[i]);
		buffer_format(&sql, " IS ?%zu", i + 2);
	}
	buffer_append_text(&sql, " ORDER BY \"id\" LIMIT 1");
	status = database_prepare(store, statement, sql.data, error);
	buffer_clear(&sql);
	return status;
}

/*
 * A title has an index in the order of its bytes, and what folds alike begins with the same letter,
 * large or small, or with a character that is not ASCII: only these are looked at.
 */
static void
bind_ranges(sqlite3_stmt *statement, int parameter, const char *folded, struct arena *arena)
{
	bool letter = folded[0] >= 'a' && folded[0] <= 'z';
	const char *bounds[] = { "", "", "", "", "" };

	if (letter) {
		bounds[0] = arena_format(arena, "%c", folded[0] - 'a' + 'A');
		bounds[1] = arena_format(arena, "%c", folded[0] - 'a' + 'A' + 1);
		bounds[2] = arena_format(arena, "%c", folded[0]);
		bounds[3] = arena_format(arena, "%c", folded[0] + 1);
		bounds[4] = "\x7f";
	}

	for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++)
		sqlite3_bind_text(statement, parameter + (int)i, bounds[i], -1, SQLITE_TRANSIENT);
}

enum status
store_find_identity(
	struct store *store, const struct record *record, int64_t *id, struct error *error)
{
	const struct type *type = record->type;
	sqlite3_stmt **statement = &record_table_statements(store, type)->find_identity;
	struct identity_part parts[IDENTITY_PARTS_MOST];
	size_t count = type_identity(type, parts);
	struct arena arena = { 0 };
	enum status status;
	int result;

	*id = 0;
	if (count == 0)
		return STATUS_OK;
	status = prepare_identity(store, type, parts, count, statement, error);
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(*statement, 1, record->id);
	for (size_t i = 0; i < count; i++) {
		struct value value = *identity_value(record, &parts[i]);

		if (value.kind == VALUE_TEXT && is_folded(&type->fields[parts[i].field]))
			value = value_text(text_fold(&arena, value.text, value.length));
		database_bind(*statement, (int)i + 2, &value);
		if ((int)i == find_title_part(type, parts, count))
			bind_ranges(*statement, (int)count + 2,
				value.kind == VALUE_TEXT ? value.text : "", &arena);
	}
	result = sqlite3_step(*statement);
	if (result == SQLITE_ROW)
		*id = sqlite3_column_int64(*statement, 0);
	else if (result != SQLITE_DONE)
		status = database_fail(store, result, "looking for a record", error);
	sqlite3_reset(*statement);
	sqlite3_clear_bindings(*statement);
	arena_clear(&arena);
	return status;
}

enum status
store_name(struct store *store, const struct type *type, int64_t id, struct arena *arena,
	const char **identifier, const char **title, struct error *error)
{
	sqlite3_stmt **statement = &record_table_statements(store, type)->name;
	enum status status = STATUS_OK;
	struct value key = { 0 }, name = { 0 };
	int result;

	if (!*statement) {
		struct buffer sql = { 0 };

		buffer_format(&sql, "SELECT \"key\", \"%s\" FROM \"%s\" WHERE \"id\" = ?",
			type->title ? type->title : "key", type->name);
		status = database_prepare(store, statement, sql.data, error);
		buffer_clear(&sql);
	}
	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(*statement, 1, id);
	result = sqlite3_step(*statement);
	if (result == SQLITE_ROW) {
		key = database_column(*statement, 0);
		name = database_column(*statement, 1);
		status = database_check_columns(store, "reading a record", error);
	} else if (result != SQLITE_DONE)
		status = database_fail(store, result, "reading a record", error);
	*identifier = key.kind == VALUE_TEXT ? arena_copy(arena, key.text, key.length)
					     : arena_format(arena, "%" PRId64, id);
	*title = type->title && name.kind == VALUE_TEXT ? arena_copy(arena, name.text, name.length)
							: NULL;
	sqlite3_reset(*statement);
	return status;
}

enum status
store_identifier(struct store *store, const struct type *type, int64_t id, char out[RECORD_ID_SIZE],
	struct error *error)
{
	sqlite3_stmt **statement = &record_table_statements(store, type)->identifier;
	const char *key = NULL;

	if (!*statement) {
		struct buffer sql = { 0 };
		enum status status;

		buffer_format(&sql, "SELECT \"key\" FROM \"%s\" WHERE \"id\" = ?", type->name);
		status = database_prepare(store, statement, sql.data, error);
		buffer_clear(&sql);
		if (status != STATUS_OK)
			return status;
	}
	sqlite3_bind_int64(*statement, 1, id);
	if (sqlite3_step(*statement) == SQLITE_ROW)
		key = (const char *)sqlite3_column_text(*statement, 0);
	if (key)
		snprintf(out, RECORD_ID_SIZE, "%s", key);
	else
		snprintf(out, RECORD_ID_SIZE, "%" PRId64, id);
	sqlite3_reset(*statement);
	return STATUS_OK;
}
