/* SPDX-License-Identifier: MIT */
/*
 * Writing the history down while a step is made, and reading it out for the log. How a step is
 * taken back stands in undo.c.
 */
#include <string.h>
#include <time.h>

#include "database.h"

static const char reading[] = "reading the history";

static enum status
insert_change(struct store *store, const char *type, const char *kind, struct run run,
	const char *field, const struct value *old, const struct value *now, struct error *error)
{
	static const char sql[] = "INSERT INTO \"change\" (\"step\", \"n\", \"record\", \"last\", "
				  "\"type\", \"kind\", "
				  "\"field\", \"old\", \"new\") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
	const struct value none = value_none();
	enum status status = database_prepare(store, &store->record_change, sql, error);

	if (status != STATUS_OK)
		return status;
	sqlite3_bind_int64(store->record_change, 1, store->step);
	sqlite3_bind_int64(store->record_change, 2, store->next_change++);
	sqlite3_bind_int64(store->record_change, 3, run.first);
	sqlite3_bind_int64(store->record_change, 4, run.last);
	sqlite3_bind_text(store->record_change, 5, type, -1, SQLITE_STATIC);
	sqlite3_bind_text(store->record_change, 6, kind, -1, SQLITE_STATIC);
	sqlite3_bind_text(store->record_change, 7, field, -1, SQLITE_STATIC);
	database_bind(store->record_change, 8, old ? old : &none);
	database_bind(store->record_change, 9, now ? now : &none);
	return database_run(store, store->record_change, "writing the history", error);
}

enum status
history_record(struct store *store, const struct type *type, const char *kind, struct run run,
	const char *field, const struct value *old, const struct value *now, struct error *error)
{
	store->changes++;
	return insert_change(store, type->name, kind, run, field, old, now, error);
}

enum status
history_flush(struct store *store, const struct type *type, struct error *error)
{
	struct run *run = &store->runs[type_index(type)];
	enum status status = STATUS_OK;

	if (run->last >= run->first)
		status = insert_change(store, type->name, "insert", *run, NULL, NULL, NULL, error);
	*run = (struct run){ 0, -1 };
	return status;
}

void
history_stamp(char out[STAMP_SIZE])
{
	time_t now = time(NULL);
	struct tm utc;

	gmtime_r(&now, &utc);
	strftime(out, STAMP_SIZE, "%Y-%m-%dT%H:%M:%SZ", &utc);
}

enum status
history_finish_step(struct store *store, struct error *error)
{
	static const char insert[] =
		"INSERT INTO \"step\" (\"id\", \"at\", \"who\", \"label\", \"changes\", \"state\") "
		"VALUES (?, ?, ?, ?, ?, ?)";
	size_t count;
	const struct type *const *types = model_types(&count);
	enum status status = STATUS_OK;
	char now[STAMP_SIZE];

	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = history_flush(store, types[i], error);
	if (status != STATUS_OK || (store->changes == 0 && store->step_state != STEP_ORIGIN))
		return status;
	/* What its author took back and overtakes now cannot be redone any more; what others made
	 * or took back is theirs. */
	status = database_prepare(store, &store->drop_undone,
		"UPDATE \"step\" SET \"state\" = 2 WHERE \"state\" = 1 AND \"who\" = ?1 AND ?1 = "
		"(SELECT t.\"who\" FROM \"turn\" t WHERE t.\"step\" = \"step\".\"id\" ORDER BY "
		"t.\"id\" DESC LIMIT 1)",
		error);
	if (status == STATUS_OK) {
		sqlite3_bind_text(store->drop_undone, 1, store->who, -1, SQLITE_STATIC);
		status = database_run(store, store->drop_undone, "writing the history", error);
	}
	if (status == STATUS_OK)
		status = database_prepare(store, &store->record_step, insert, error);
	if (status != STATUS_OK)
		return status;
	history_stamp(now);
	sqlite3_bind_int64(store->record_step, 1, store->step);
	sqlite3_bind_text(store->record_step, 2, now, -1, SQLITE_STATIC);
	sqlite3_bind_text(store->record_step, 3, store->who, -1, SQLITE_STATIC);
	sqlite3_bind_text(store->record_step, 4, buffer_text(&store->label), -1, SQLITE_STATIC);
	sqlite3_bind_int64(store->record_step, 5, store->changes);
	sqlite3_bind_int64(store->record_step, 6, store->step_state);
	return database_run(store, store->record_step, "writing the history", error);
}

enum status
history_copy_step(struct store *store, sqlite3_stmt *row, struct arena *arena, struct step *out,
	struct error *error)
{
	struct value at = database_column(row, 1), who = database_column(row, 2),
		     label = database_column(row, 3);

	*out = (struct step){ .id = sqlite3_column_int64(row, 0),
		.at = arena_copy(arena, at.text, at.length),
		.who = arena_copy(arena, who.text, who.length),
		.label = arena_copy(arena, label.text, label.length),
		.changes = sqlite3_column_int64(row, 4),
		.state = (enum step_state)sqlite3_column_int(row, 5) };
	return database_check_columns(store, "reading the history", error);
}

/* Steps with the last undo of each, and the redo that came after it. */
#define LOG                                                                                        \
	"SELECT s.\"id\", s.\"at\", s.\"who\", s.\"label\", s.\"changes\", s.\"state\", "          \
	"b.\"at\", "                                                                               \
	"b.\"who\", f.\"at\", f.\"who\" FROM \"step\" s "                                          \
	"LEFT JOIN \"turn\" b ON b.\"id\" = (SELECT max(\"id\") FROM \"turn\" WHERE "              \
	"\"step\" = s.\"id\" AND \"back\" = 1) "                                                   \
	"LEFT JOIN \"turn\" f ON f.\"id\" = (SELECT max(\"id\") FROM \"turn\" WHERE "              \
	"\"step\" = s.\"id\") AND f.\"back\" = 0 "

struct cursor *
history_open(
	struct store *store, const char *since, int64_t before, int64_t limit, struct error *error)
{
	static const char sql[] = LOG "WHERE s.\"at\" >= ?1 AND (?2 = 0 OR s.\"id\" < ?2) "
				      "ORDER BY s.\"id\" DESC LIMIT ?3";
	struct cursor *cursor = cursor_new(store, reading, error);

	cursor->status = database_prepare(store, &cursor->statement, sql, error);
	if (cursor->status != STATUS_OK)
		return cursor;
	sqlite3_bind_text(cursor->statement, 1, since, -1, SQLITE_TRANSIENT);
	sqlite3_bind_int64(cursor->statement, 2, before);
	sqlite3_bind_int64(cursor->statement, 3, limit > 0 ? limit : -1);
	return cursor;
}

static const char *
text_at(const struct cursor *cursor, int column)
{
	return (const char *)sqlite3_column_text(cursor->statement, column);
}

bool
history_next(struct cursor *cursor, struct step *step)
{
	if (!cursor_step(cursor))
		return false;
	*step = (struct step){ .id = sqlite3_column_int64(cursor->statement, 0),
		.at = text_at(cursor, 1),
		.who = text_at(cursor, 2),
		.label = text_at(cursor, 3),
		.changes = sqlite3_column_int64(cursor->statement, 4),
		.state = (enum step_state)sqlite3_column_int64(cursor->statement, 5),
		.undone_at = text_at(cursor, 6),
		.undone_by = text_at(cursor, 7),
		.redone_at = text_at(cursor, 8),
		.redone_by = text_at(cursor, 9) };
	return cursor_is_whole(cursor);
}

static const char *
keep(struct arena *arena, const char *text)
{
	return text ? arena_copy(arena, text, strlen(text)) : NULL;
}

enum status
history_newest(struct store *store, struct arena *arena, struct step *out, struct error *error)
{
	static const char sql[] =
		LOG "WHERE s.\"id\" = (SELECT \"step\" FROM (SELECT \"id\", \"step\" FROM \"turn\" "
		    "UNION ALL SELECT \"id\", \"id\" FROM \"step\") ORDER BY \"id\" DESC LIMIT 1)";
	struct cursor *cursor = cursor_new(store, reading, error);

	*out = (struct step){ .id = 0 };
	cursor->status = database_prepare(store, &cursor->statement, sql, error);
	if (history_next(cursor, out)) {
		out->at = keep(arena, out->at);
		out->who = keep(arena, out->who);
		out->label = keep(arena, out->label);
		out->undone_at = keep(arena, out->undone_at);
		out->undone_by = keep(arena, out->undone_by);
		out->redone_at = keep(arena, out->redone_at);
		out->redone_by = keep(arena, out->redone_by);
	}
	return cursor_close(cursor);
}

struct cursor *
history_open_of(struct store *store, const struct type *type, int64_t record, int64_t limit,
	struct error *error)
{
	static const char sql[] =
		"SELECT s.\"at\", s.\"who\", c.\"field\", c.\"old\", c.\"new\" FROM \"change\" c "
		"JOIN \"step\" s ON s.\"id\" = c.\"step\" WHERE c.\"record\" = ?1 AND c.\"type\" = "
		"?3 AND c.\"kind\" <> 'insert' AND s.\"state\" = 0 "
		"ORDER BY s.\"id\" DESC, c.\"n\" LIMIT ?2";
	struct cursor *cursor = cursor_new(store, reading, error);

	cursor->status = database_prepare(store, &cursor->statement, sql, error);
	if (cursor->status != STATUS_OK)
		return cursor;
	sqlite3_bind_int64(cursor->statement, 1, record);
	sqlite3_bind_int64(cursor->statement, 2, limit);
	sqlite3_bind_text(cursor->statement, 3, type->name, -1, SQLITE_STATIC);
	return cursor;
}

bool
history_next_change(struct cursor *cursor, struct record_change *change)
{
	if (!cursor_step(cursor))
		return false;
	*change = (struct record_change){ .at = text_at(cursor, 0),
		.who = text_at(cursor, 1),
		.field = text_at(cursor, 2),
		.old = database_column(cursor->statement, 3),
		.now = database_column(cursor->statement, 4) };
	return cursor_is_whole(cursor);
}
