/* SPDX-License-Identifier: MIT */
/*
 * The floor of an export: the least C program that streams a register out of a programme file as
 * the same bytes as `rollout export register`, with an escaper of its own and one cursor beside
 * the other: `floor_export DATABASE REGISTER`. It knows one document, one audience and no other
 * type. The file is synced, as the program's is; it is not put in place by a rename.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "columns.h"

enum { BUFFER_SIZE = 1 << 16, OWNERS = 64, KEY_SIZE = 72 };

struct floor {
	sqlite3 *database;
	sqlite3_stmt *stakeholder, *relationship, *key;
	bool more; /* relationship stands on a row that is not written yet */
	int descriptor;
	size_t used;
	struct {
		int64_t id;
		char key[KEY_SIZE];
	} owners[OWNERS]; /* few people own all others */
	char buffer[BUFFER_SIZE];
};

static void
die(const char *what, const char *why)
{
	fprintf(stderr, "floor_export: %s: %s\n", what, why);
	exit(1);
}

static void
flush(struct floor *floor)
{
	for (size_t sent = 0; sent < floor->used;) {
		ssize_t wrote = write(floor->descriptor, floor->buffer + sent, floor->used - sent);

		if (wrote < 0)
			die("write", "failed");
		sent += (size_t)wrote;
	}
	floor->used = 0;
}

static void
put(struct floor *floor, const char *bytes, size_t length)
{
	if (length > BUFFER_SIZE - floor->used)
		flush(floor);
	memcpy(floor->buffer + floor->used, bytes, length);
	floor->used += length;
}

static void
put_text(struct floor *floor, const char *text)
{
	put(floor, text, strlen(text));
}

/* Runs without quote, backslash and control character are copied whole. */
static void
put_escaped(struct floor *floor, const char *text, size_t length)
{
	size_t from = 0;

	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)text[i];
		char escape[8];

		if (byte >= 0x20 && byte != '"' && byte != '\\')
			continue;
		put(floor, text + from, i - from);
		from = i + 1;
		if (byte == '\n')
			put(floor, "\\n", 2);
		else if (byte == '\t')
			put(floor, "\\t", 2);
		else if (byte < 0x20)
			put(floor, escape,
				(size_t)snprintf(escape, sizeof escape, "\\u%04x", byte));
		else
			put(floor, (const char[]){ '\\', (char)byte }, 2);
	}
	put(floor, text + from, length - from);
}

static void
put_number(struct floor *floor, int64_t number)
{
	char digits[24], *at = digits + sizeof digits;
	uint64_t rest = (uint64_t)number;

	do
		*--at = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	put(floor, at, (size_t)(digits + sizeof digits - at));
}

static sqlite3_stmt *
prepare(struct floor *floor, const char *sql)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2(floor->database, sql, -1, &statement, NULL) != SQLITE_OK)
		die(sql, sqlite3_errmsg(floor->database));
	return statement;
}

static sqlite3_stmt *
prepare_all(struct floor *floor, const char *table, const char *front, const struct column *columns,
	int count, const char *order)
{
	char sql[2048];
	int length = snprintf(sql, sizeof sql, "SELECT %s", front);

	for (int i = 0; i < count; i++)
		length += snprintf(
			sql + length, sizeof sql - (size_t)length, ", \"%s\"", columns[i].name);
	snprintf(sql + length, sizeof sql - (size_t)length, " FROM \"%s\" ORDER BY %s", table,
		order);
	return prepare(floor, sql);
}

/* The key of a row, looked up. */
static void
put_key_of(struct floor *floor, int64_t id)
{
	sqlite3_bind_int64(floor->key, 1, id);
	if (sqlite3_step(floor->key) != SQLITE_ROW)
		die("reference", "points nowhere");
	put(floor, (const char *)sqlite3_column_text(floor->key, 0),
		(size_t)sqlite3_column_bytes(floor->key, 0));
	sqlite3_reset(floor->key);
}

static void
put_owner(struct floor *floor, int64_t id)
{
	size_t place = (size_t)id % OWNERS;

	if (floor->owners[place].id != id) {
		sqlite3_bind_int64(floor->key, 1, id);
		if (sqlite3_step(floor->key) != SQLITE_ROW)
			die("owner", "points nowhere");
		snprintf(floor->owners[place].key, KEY_SIZE, "%s",
			(const char *)sqlite3_column_text(floor->key, 0));
		floor->owners[place].id = id;
		sqlite3_reset(floor->key);
	}
	put_text(floor, floor->owners[place].key);
}

static void
put_member(struct floor *floor, sqlite3_stmt *row, int place, const struct column *column,
	const char *before, bool few)
{
	if (sqlite3_column_type(row, place) == SQLITE_NULL)
		return;
	put_text(floor, before);
	put_text(floor, column->name);
	switch (column->kind) {
	case COLUMN_TEXT:
		put(floor, "\": \"", 4);
		put_escaped(floor, (const char *)sqlite3_column_text(row, place),
			(size_t)sqlite3_column_bytes(row, place));
		put(floor, "\"", 1);
		break;
	case COLUMN_NUMBER:
		put(floor, "\": ", 3);
		put_number(floor, sqlite3_column_int64(row, place));
		break;
	case COLUMN_FLAG:
		put_text(floor, sqlite3_column_int(row, place) ? "\": true" : "\": false");
		break;
	case COLUMN_REFERENCE:
		put(floor, "\": \"", 4);
		if (few)
			put_owner(floor, sqlite3_column_int64(row, place));
		else
			put_key_of(floor, sqlite3_column_int64(row, place));
		put(floor, "\"", 1);
		break;
	}
}

/* The second cursor stands at the next relationship in the order of those it goes out from. */
static void
put_relationships(struct floor *floor, int64_t from)
{
	bool first = true;

	while (floor->more && sqlite3_column_int64(floor->relationship, 0) == from) {
		put_text(floor,
			first ? ",\n      \"relationships\": [\n        { \"" : ",\n        { \"");
		first = false;
		for (int i = 0; i < RELATIONSHIP_COLUMNS; i++)
			put_member(floor, floor->relationship, i + 1, &relationship_columns[i],
				i ? ", \"" : "", false);
		put(floor, " }", 2);
		floor->more = sqlite3_step(floor->relationship) == SQLITE_ROW;
	}
	if (!first)
		put_text(floor, "\n      ]");
}

static void
put_register(struct floor *floor)
{
	sqlite3_stmt *row = floor->stakeholder;
	bool first = true;

	put_text(floor, "{\n  \"format\": \"rollout.register\",\n  \"version\": 1,\n  "
			"\"generated_on\": \"2026-11-23\",\n"
			"  \"audience\": \"lead\",\n  \"stakeholders\": [");
	floor->more = sqlite3_step(floor->relationship) == SQLITE_ROW;
	while (sqlite3_step(row) == SQLITE_ROW) {
		put_text(floor, first ? "\n    {\n      \"id\": \"" : ",\n    {\n      \"id\": \"");
		first = false;
		put(floor, (const char *)sqlite3_column_text(row, 1),
			(size_t)sqlite3_column_bytes(row, 1));
		put(floor, "\"", 1);
		for (int i = 0; i < STAKEHOLDER_COLUMNS; i++)
			put_member(floor, row, i + 2, &stakeholder_columns[i], ",\n      \"", true);
		put_relationships(floor, sqlite3_column_int64(row, 0));
		put_text(floor, "\n    }");
	}
	put_text(floor, "\n  ]\n}\n");
}

int
main(int count, char **arguments)
{
	struct floor *floor = calloc(1, sizeof *floor);

	if (count != 3 || !floor)
		die("usage", "floor_export DATABASE REGISTER");
	if (sqlite3_open_v2(arguments[1], &floor->database,
		    SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		die(arguments[1], sqlite3_errmsg(floor->database));
	floor->descriptor = open(arguments[2], O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (floor->descriptor < 0)
		die(arguments[2], "cannot write it");
	sqlite3_exec(floor->database, "PRAGMA cache_size=-6144; BEGIN", NULL, NULL, NULL);
	floor->stakeholder = prepare_all(floor, "stakeholder", "\"id\", \"key\"",
		stakeholder_columns, STAKEHOLDER_COLUMNS, "\"id\"");
	floor->relationship = prepare_all(floor, "relationship", "\"from\"", relationship_columns,
		RELATIONSHIP_COLUMNS, "\"from\", \"id\"");
	floor->key = prepare(floor, "SELECT \"key\" FROM \"stakeholder\" WHERE \"id\" = ?");
	put_register(floor);
	flush(floor);
	if (fsync(floor->descriptor) != 0 || close(floor->descriptor) != 0)
		die(arguments[2], "cannot write it");
	sqlite3_finalize(floor->stakeholder);
	sqlite3_finalize(floor->relationship);
	sqlite3_finalize(floor->key);
	sqlite3_close(floor->database);
	free(floor);
	return 0;
}
