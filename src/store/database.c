/* SPDX-License-Identifier: MIT */
/*
 * The thin layer over SQLite that the rest of the store is written on: preparing, binding, running,
 * and turning a result code into a message a person understands. Knows no table.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "database.h"

enum status
database_fail(struct store *store, int result, const char *doing, struct error *error)
{
	if (result == SQLITE_READONLY_ROLLBACK)
		return error_set(error, STATUS_FAILED,
			"%s was not closed properly last time; open it for writing once, so that "
			"its journal is played back",
			store->path);
	switch (result & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return error_set(error, STATUS_CONFLICT,
			"%s is being written by another process, which did not finish in %d "
			"seconds; try again",
			store->path, store->wait_ms / 1000);
	case SQLITE_FULL:
		return error_set(error, STATUS_FAILED,
			"no space left for %s (%s); nothing was changed", store->path, doing);
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
		return error_set(error, STATUS_FAILED, "cannot write %s or its folder (%s)",
			store->path, doing);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return error_set(error, STATUS_FAILED,
			"%s is damaged (%s); a copy may be whole: see `rollout verify`",
			store->path, doing);
	case SQLITE_NOMEM: return error_set(error, STATUS_FAILED, "out of memory (%s)", doing);
	case SQLITE_IOERR:
		return error_set(error, STATUS_FAILED,
			"cannot read or write %s: input/output error (%s); nothing was changed",
			store->path, doing);
	case SQLITE_INTERRUPT: return error_set(error, STATUS_STOPPED, "stopped (%s)", doing);
	case SQLITE_TOOBIG:
		return error_set(error, STATUS_INVALID, "a value is too large (%s)", doing);
	default:
		return error_set(error, STATUS_FAILED, "%s: %s (%s)", store->path,
			store->database ? sqlite3_errmsg(store->database) : sqlite3_errstr(result),
			doing);
	}
}

enum status
database_prepare(
	struct store *store, sqlite3_stmt **statement, const char *sql, struct error *error)
{
	int result;

	if (*statement)
		return STATUS_OK;
	result = sqlite3_prepare_v3(
		store->database, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL);
	return result == SQLITE_OK ? STATUS_OK
				   : database_fail(store, result, "preparing a statement", error);
}

enum status
database_prepare_on(
	struct store *store, sqlite3_stmt **statement, const char *sql, day on, struct error *error)
{
	enum status status = database_prepare(store, statement, sql, error);
	char today[DATE_SIZE];

	if (status != STATUS_OK)
		return status;
	date_format(on, today);
	sqlite3_bind_text(*statement, sqlite3_bind_parameter_index(*statement, ":today"), today, -1,
		SQLITE_TRANSIENT);
	return STATUS_OK;
}

enum status
database_run(struct store *store, sqlite3_stmt *statement, const char *doing, struct error *error)
{
	enum status status = STATUS_OK;
	int result = sqlite3_step(statement);

	if (result != SQLITE_DONE && result != SQLITE_ROW)
		status = database_fail(store, result, doing, error);
	sqlite3_reset(statement);
	return status;
}

enum status
database_execute(struct store *store, const char *sql, const char *doing, struct error *error)
{
	int result = sqlite3_exec(store->database, sql, NULL, NULL, NULL);

	return result == SQLITE_OK ? STATUS_OK : database_fail(store, result, doing, error);
}

enum status
database_number(struct store *store, const char *sql, int64_t *out, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = database_prepare(store, &statement, sql, error);
	int result;

	if (status != STATUS_OK)
		return status;
	result = sqlite3_step(statement);
	if (result == SQLITE_ROW)
		*out = sqlite3_column_int64(statement, 0);
	else if (result == SQLITE_DONE)
		*out = 0;
	else
		status = database_fail(store, result, "reading", error);
	sqlite3_finalize(statement);
	return status;
}

void
database_bind(sqlite3_stmt *statement, int parameter, const struct value *value)
{
	switch (value->kind) {
	case VALUE_NONE: sqlite3_bind_null(statement, parameter); break;
	case VALUE_INTEGER: sqlite3_bind_int64(statement, parameter, value->integer); break;
	case VALUE_TEXT:
		sqlite3_bind_text64(statement, parameter, value->text, value->length, SQLITE_STATIC,
			SQLITE_UTF8);
		break;
	}
}

struct value
database_column(sqlite3_stmt *statement, int column)
{
	switch (sqlite3_column_type(statement, column)) {
	case SQLITE_NULL: return value_none();
	case SQLITE_INTEGER: return value_integer(sqlite3_column_int64(statement, column));
	default: {
		const char *text = (const char *)sqlite3_column_text(statement, column);

		return (struct value){ .kind = VALUE_TEXT,
			.text = text ? text : "",
			.length = (size_t)sqlite3_column_bytes(statement, column) };
	}
	}
}

enum status
database_check_columns(struct store *store, const char *doing, struct error *error)
{
	return sqlite3_errcode(store->database) == SQLITE_NOMEM
		       ? database_fail(store, SQLITE_NOMEM, doing, error)
		       : STATUS_OK;
}

void
database_add_notice(struct store *store, const char *format, ...)
{
	char line[STORE_NOTICE_SIZE];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(line, sizeof line, format, arguments);
	va_end(arguments);
	buffer_append_text(&store->notices, line);
	buffer_append_char(&store->notices, '\n');
}

void
database_finalize_all(struct store *store)
{
	sqlite3_stmt *statement;

	while ((statement = sqlite3_next_stmt(store->database, NULL)))
		sqlite3_finalize(statement);
	memset(store->types, 0, sizeof store->types);
}

/* A change is never cut short: it is small, and its caller would have to do it all again. */
static int
ask_whether_to_stop(void *context)
{
	const struct store *store = context;

	return store->depth == 0 && store->stop(store->stop_context);
}

void
store_set_stop(struct store *store, bool (*stop)(void *context), void *context)
{
	enum { STEPS = 20000 };

	store->stop = stop;
	store->stop_context = context;
	sqlite3_progress_handler(store->database, STEPS, stop ? ask_whether_to_stop : NULL, store);
}
