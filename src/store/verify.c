/* SPDX-License-Identifier: MIT */
/*
 * Looking at everything in the file: what SQLite can say about pages and constraints, and what only
 * the dictionary knows about the values.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "database.h"
#include "fingerprint.h"
#include "rollout/base/date.h"
#include "rollout/base/text.h"

struct verification {
	struct store *store;
	struct arena *arena;
	struct damage *out;
};

static void PRINTF_LIKE(2, 3) report(struct verification *verification, const char *format, ...)
{
	struct damage *out = verification->out;
	struct error line;
	char text[ERROR_MESSAGE_SIZE];
	va_list arguments;

	if (out->faults++ >= DAMAGE_LINES_MOST)
		return;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	error_set(&line, STATUS_FINDINGS, "%s", text);
	out->lines = arena_grow(verification->arena, out->lines, out->count, sizeof *out->lines);
	out->lines[out->count++] =
		arena_copy(verification->arena, line.message, strlen(line.message));
}

/* Several faults may come as lines of one answer, below a heading. */
static void
report_lines(struct verification *verification, const char *lines)
{
	while (*lines) {
		size_t length = strcspn(lines, "\n");

		if (strncmp(lines, "***", 3) != 0)
			report(verification, "%.*s", (int)length, lines);
		lines += length + (lines[length] != '\0');
	}
}

static enum status
verify_pages(struct verification *verification, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(
		verification->store, &statement, "PRAGMA integrity_check(100)", error);
	int result = SQLITE_DONE;

	if (status != STATUS_OK)
		return status;
	while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
		const char *line = (const char *)sqlite3_column_text(statement, 0);

		if (line && strcmp(line, "ok") != 0)
			report_lines(verification, line);
	}
	if (result != SQLITE_DONE)
		report(verification, "pages cannot be read: %s",
			sqlite3_errmsg(verification->store->database));
	sqlite3_finalize(statement);
	return STATUS_OK;
}

static enum status
verify_references(struct verification *verification, struct error *error)
{
	static const char sql[] =
		"SELECT \"table\", \"rowid\", \"parent\" FROM pragma_foreign_key_check";
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(verification->store, &statement, sql, error);

	if (status != STATUS_OK)
		return status;
	while (sqlite3_step(statement) == SQLITE_ROW)
		report(verification, "%s %" PRId64 " refers to a %s that is not there",
			sqlite3_column_text(statement, 0),
			(int64_t)sqlite3_column_int64(statement, 1),
			sqlite3_column_text(statement, 2));
	sqlite3_finalize(statement);
	return STATUS_OK;
}

static void
verify_value(struct verification *verification, const struct record *record, size_t field)
{
	const struct field *described = &record->type->fields[field];
	const struct value *value = &record->values[field];
	char identifier[RECORD_ID_SIZE];
	enum text_fault fault;
	size_t offset;
	day exists;

	if (value->kind != VALUE_TEXT)
		return;
	fault = text_check(value->text, value->length, described->kind == FIELD_NOTE, &offset);
	record_identify(record, identifier);
	if (fault != TEXT_GOOD)
		report(verification, "%s %s: %s holds %s", record->type->name, identifier,
			described->name, text_fault_name(fault));
	else if (described->kind == FIELD_DATE && !date_parse(value->text, &exists))
		report(verification, "%s %s: %s is not a day that exists", record->type->name,
			identifier, described->name);
}

static void
verify_values(struct verification *verification, const struct type *type)
{
	struct query query = { .type = type };
	struct error error = { 0 };
	struct cursor *cursor = cursor_open(verification->store, &query, &error);
	struct record record;

	while (cursor_next(cursor, &record))
		for (size_t i = 0; i < type->field_count; i++)
			verify_value(verification, &record, i);
	/* Damage is what is looked for: the other types may still be whole. */
	if (cursor_close(cursor) != STATUS_OK)
		report(verification, "the records of %s cannot all be read: %s", type->name,
			error.message);
}

/* Records that are one by their natural key, from before it was looked at. Two people of one name
 * are two where key or address says so. */
static enum status
verify_doubles(struct verification *verification, const struct type *type, struct error *error)
{
	struct identity_part parts[IDENTITY_PARTS_MOST];
	size_t count = type_identity(type, parts);
	struct buffer sql = { 0 };
	sqlite3_stmt *statement = NULL;
	enum status status;

	if (count == 0)
		return STATUS_OK;
	buffer_format(&sql, "SELECT min(\"id\"), max(\"id\") FROM \"%s\" GROUP BY %s", type->name,
		type_field_find(type, "email") ? "\"key\", \"email\"" : "1 = 1");
	for (size_t i = 0; i < count; i++) {
		buffer_append_text(&sql, ", ");
		record_table_append_part(&sql, type, &parts[i]);
	}
	buffer_append_text(&sql, " HAVING count(*) > 1 ORDER BY 1");
	status = database_prepare(verification->store, &statement, sql.data, error);
	while (status == STATUS_OK && sqlite3_step(statement) == SQLITE_ROW)
		report(verification, "two %s are one: %" PRId64 " and %" PRId64, type->plural,
			(int64_t)sqlite3_column_int64(statement, 0),
			(int64_t)sqlite3_column_int64(statement, 1));
	sqlite3_finalize(statement);
	buffer_clear(&sql);
	return status;
}

/* What undo would refuse to touch. */
static enum status
verify_history_names(struct verification *verification, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(verification->store, &statement,
		"SELECT DISTINCT \"type\", \"field\" FROM \"change\"", error);

	if (status != STATUS_OK)
		return status;
	while (sqlite3_step(statement) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(statement, 0);
		const char *field = (const char *)sqlite3_column_text(statement, 1);
		const struct type *type = name ? type_find(name) : NULL;

		if (!type || strcmp(type->name, name) != 0 ||
			(field && type_field_index(type, field) < 0))
			report(verification, "history: %s %s is not in the dictionary",
				name ? name : "", field ? field : "");
	}
	sqlite3_finalize(statement);
	return STATUS_OK;
}

static enum status
verify_history(struct verification *verification, struct error *error)
{
	int64_t orphans = 0, strange = 0, unturned = 0;
	enum status status = database_number(verification->store,
		"SELECT count(*) FROM \"change\" WHERE \"step\" NOT IN (SELECT \"id\" FROM "
		"\"step\")",
		&orphans, error);

	if (status == STATUS_OK)
		status = database_number(verification->store,
			"SELECT count(*) FROM \"change\" WHERE \"last\" < \"record\" OR (\"kind\" "
			"= 'update') <> (\"field\" IS NOT NULL)",
			&strange, error);
	/* A step stands, or does not, as its last turn left it. */
	if (status == STATUS_OK)
		status = database_number(verification->store,
			"SELECT count(*) FROM \"step\" s WHERE (s.\"state\" IN (1, 2)) <> "
			"coalesce((SELECT t.\"back\" FROM \"turn\" t WHERE t.\"step\" = s.\"id\" "
			"ORDER BY t.\"id\" DESC LIMIT 1), 0)",
			&unturned, error);
	if (status == STATUS_OK)
		status = verify_history_names(verification, error);
	if (status == STATUS_OK && unturned > 0)
		report(verification,
			"history: %" PRId64 " steps are not as their last undo or redo says",
			unturned);
	if (status == STATUS_OK && orphans > 0)
		report(verification, "history: %" PRId64 " changes belong to no step", orphans);
	if (status == STATUS_OK && strange > 0)
		report(verification, "history: %" PRId64 " changes make no sense", strange);
	return status;
}

enum status
store_verify(struct store *store, struct arena *arena, struct damage *out, struct error *error)
{
	struct verification verification = { store, arena, out };
	size_t count;
	const struct type *const *types = model_types(&count);
	enum status status = store_begin_read(store, error);

	if (status != STATUS_OK)
		return status;
	status = verify_pages(&verification, error);
	if (status == STATUS_OK)
		status = verify_references(&verification, error);
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		verify_values(&verification, types[i]);
	if (status == STATUS_OK)
		status = verify_history(&verification, error);
	store_end_read(store);
	return status;
}

enum status
store_verify_doubles(
	struct store *store, struct arena *arena, struct damage *out, struct error *error)
{
	struct verification verification = { store, arena, out };
	size_t count;
	const struct type *const *types = model_types(&count);
	enum status status = store_begin_read(store, error);

	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = verify_doubles(&verification, types[i], error);
	store_end_read(store);
	return status;
}
