/* SPDX-License-Identifier: MIT */
/*
 * The floor of an import: the least C program that brings a register into two tables, with cJSON
 * for each element and prepared inserts, in one transaction: `floor_import REGISTER DATABASE`. It
 * believes every byte, checks nothing, keeps no history and, instead of looking anybody up,
 * computes the row of a reference from the number in its id. The tables must be there: which ones
 * (the program's own, or bare ones) is what makes a variant of the floor.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cjson/cJSON.h>
#include <sqlite3.h>

#include "columns.h"

/* Parameters: the row, then the key of a stakeholder or the start of a relationship, then the
 * columns. */
enum { ROW = 1, KEY = 2, FROM = 2, COLUMNS_FIRST = 3 };

struct floor {
	sqlite3 *database;
	sqlite3_stmt *stakeholder, *relationship;
	int64_t relationships;
};

static void
die(const char *what, const char *why)
{
	fprintf(stderr, "floor_import: %s: %s\n", what, why);
	exit(1);
}

static void
run(struct floor *floor, const char *sql)
{
	if (sqlite3_exec(floor->database, sql, NULL, NULL, NULL) != SQLITE_OK)
		die(sql, sqlite3_errmsg(floor->database));
}

static sqlite3_stmt *
prepare_insert(struct floor *floor, const char *table, const char *front,
	const struct column *columns, int count)
{
	char sql[2048];
	sqlite3_stmt *statement = NULL;
	int length = snprintf(sql, sizeof sql, "INSERT INTO \"%s\" (%s", table, front);

	for (int i = 0; i < count; i++)
		length += snprintf(
			sql + length, sizeof sql - (size_t)length, ", \"%s\"", columns[i].name);
	length += snprintf(sql + length, sizeof sql - (size_t)length, ") VALUES (?, ?");
	for (int i = 0; i < count; i++)
		length += snprintf(sql + length, sizeof sql - (size_t)length, ", ?");
	snprintf(sql + length, sizeof sql - (size_t)length, ")");
	if (sqlite3_prepare_v2(floor->database, sql, -1, &statement, NULL) != SQLITE_OK)
		die(sql, sqlite3_errmsg(floor->database));
	return statement;
}

/* "p-0000123": the 123rd. */
static int64_t
row_of(const char *id)
{
	return FIRST_STAKEHOLDER + strtoll(id + 2, NULL, 10);
}

static void
bind(sqlite3_stmt *statement, int parameter, enum column_kind kind, const cJSON *value)
{
	switch (kind) {
	case COLUMN_TEXT:
		sqlite3_bind_text(statement, parameter, value->valuestring, -1, SQLITE_STATIC);
		break;
	case COLUMN_NUMBER: sqlite3_bind_int(statement, parameter, value->valueint); break;
	case COLUMN_FLAG: sqlite3_bind_int(statement, parameter, cJSON_IsTrue(value)); break;
	case COLUMN_REFERENCE:
		sqlite3_bind_int64(statement, parameter, row_of(value->valuestring));
		break;
	}
}

/* Members come in the order of the columns, with gaps: each is looked for from behind the last
 * one found. */
static bool
bind_member(sqlite3_stmt *statement, const struct column *columns, int count, int *hint,
	const cJSON *member)
{
	for (int i = 0; i < count; i++) {
		int place = (*hint + i) % count;

		if (strcmp(columns[place].name, member->string) == 0) {
			bind(statement, COLUMNS_FIRST + place, columns[place].kind, member);
			*hint = place + 1;
			return true;
		}
	}
	return false;
}

static void
insert(struct floor *floor, sqlite3_stmt *statement)
{
	if (sqlite3_step(statement) != SQLITE_DONE)
		die("insert", sqlite3_errmsg(floor->database));
	sqlite3_reset(statement);
	sqlite3_clear_bindings(statement);
}

static void
take_relationships(struct floor *floor, int64_t from, const cJSON *list)
{
	const cJSON *object, *member;

	cJSON_ArrayForEach(object, list)
	{
		int hint = 0;

		sqlite3_bind_int64(
			floor->relationship, ROW, FIRST_RELATIONSHIP + ++floor->relationships);
		sqlite3_bind_int64(floor->relationship, FROM, from);
		cJSON_ArrayForEach(member, object) bind_member(floor->relationship,
			relationship_columns, RELATIONSHIP_COLUMNS, &hint, member);
		insert(floor, floor->relationship);
	}
}

static void
take_element(struct floor *floor, const char *text, size_t length)
{
	cJSON *tree = cJSON_ParseWithLength(text, length);
	const cJSON *member, *links = NULL;
	int64_t row = 0;
	int hint = 0;

	if (!tree)
		die("element", "not JSON");
	cJSON_ArrayForEach(member, tree)
	{
		if (row == 0) {
			row = row_of(member->valuestring);
			sqlite3_bind_int64(floor->stakeholder, ROW, row);
			sqlite3_bind_text(
				floor->stakeholder, KEY, member->valuestring, -1, SQLITE_STATIC);
		} else if (!bind_member(floor->stakeholder, stakeholder_columns,
				   STAKEHOLDER_COLUMNS, &hint, member)) {
			links = member;
		}
	}
	insert(floor, floor->stakeholder);
	take_relationships(floor, row, links);
	cJSON_Delete(tree);
}

/* One pass over the bytes: braces outside texts tell where an element begins and ends. */
static void
take_elements(struct floor *floor, const char *at, const char *end)
{
	const char *start = NULL;
	int depth = 0;

	for (; at < end; at++) {
		if (*at == '"') {
			for (at++; at < end && *at != '"'; at++)
				if (*at == '\\')
					at++;
		} else if (*at == '{') {
			if (depth++ == 0)
				start = at;
		} else if (*at == '}' && depth > 0 && --depth == 0) {
			take_element(floor, start, (size_t)(at - start) + 1);
		}
	}
}

int
main(int count, char **arguments)
{
	struct floor floor = { 0 };
	struct stat file;
	const char *text;
	int descriptor;

	if (count != 3)
		die("usage", "floor_import REGISTER DATABASE");
	descriptor = open(arguments[1], O_RDONLY);
	if (descriptor < 0 || fstat(descriptor, &file) != 0)
		die(arguments[1], "cannot read it");
	text = mmap(NULL, (size_t)file.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
	if (text == MAP_FAILED || !memchr(text, '[', (size_t)file.st_size))
		die(arguments[1], "cannot read it");
	if (sqlite3_open_v2(arguments[2], &floor.database,
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		die(arguments[2], sqlite3_errmsg(floor.database));
	run(&floor, "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA cache_size=-6144; "
		    "BEGIN IMMEDIATE");
	floor.stakeholder = prepare_insert(
		&floor, "stakeholder", "\"id\", \"key\"", stakeholder_columns, STAKEHOLDER_COLUMNS);
	floor.relationship = prepare_insert(&floor, "relationship", "\"id\", \"from\"",
		relationship_columns, RELATIONSHIP_COLUMNS);
	take_elements(&floor, memchr(text, '[', (size_t)file.st_size), text + file.st_size);
	run(&floor, "COMMIT");
	sqlite3_finalize(floor.stakeholder);
	sqlite3_finalize(floor.relationship);
	sqlite3_close(floor.database);
	return 0;
}
