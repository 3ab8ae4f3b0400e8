/* SPDX-License-Identifier: MIT */
/*
 * The tables of data/facts: intermediate results that several rules share, and that what is
 * reported beside the rules reads as well.
 */
#include "rule_tables.h"

#include <string.h>

#include "database.h"
#include "rollout/base/embedded.h"

const char *
facts_skip_header(const char *text)
{
	while (strncmp(text, "--", 2) == 0 && strchr(text, '\n'))
		text = strchr(text, '\n') + 1;
	return text;
}

const char *
facts_find(const char *name)
{
	size_t count;
	const struct embedded_file *files = embedded_list("facts/", &count);
	size_t length = strlen(name);

	for (size_t i = 0; i < count; i++) {
		const char *file = files[i].path + strlen("facts/");

		if (strncmp(file, name, length) == 0 && strcmp(file + length, ".sql") == 0)
			return facts_skip_header(files[i].text);
	}
	return NULL;
}

const char *
facts_join(struct arena *arena, const char *facts, const char *sql)
{
	static const char with[] = "WITH ";
	bool own = strncmp(sql, with, sizeof with - 1) == 0;

	return arena_format(
		arena, "WITH %s%s%s", facts, own ? ", " : "\n", own ? sql + sizeof with - 1 : sql);
}

static void
read_columns(sqlite3_stmt *statement, struct value *columns, int count)
{
	for (int i = 0; i < count; i++) {
		columns[i] = value_none();
		if (sqlite3_column_type(statement, i) == SQLITE_INTEGER)
			columns[i] = value_integer(sqlite3_column_int64(statement, i));
		else if (sqlite3_column_type(statement, i) != SQLITE_NULL)
			columns[i] = value_text((const char *)sqlite3_column_text(statement, i));
	}
}

enum status
rulebook_each_fact(struct store *store, const char *facts, const char *select, day on,
	enum status (*each)(
		void *context, const struct value *columns, int count, struct error *error),
	void *context, struct error *error)
{
	struct value columns[FACT_COLUMNS_MAX];
	struct arena arena = { 0 };
	sqlite3_stmt *statement = NULL;
	int result = SQLITE_DONE, count = 0;
	enum status status = database_prepare_on(
		store, &statement, facts_join(&arena, facts_find(facts), select), on, error);

	if (status == STATUS_OK)
		count = sqlite3_column_count(statement);
	while (status == STATUS_OK && (result = sqlite3_step(statement)) == SQLITE_ROW) {
		read_columns(
			statement, columns, count < FACT_COLUMNS_MAX ? count : FACT_COLUMNS_MAX);
		status = each(context, columns, count, error);
	}
	if (status == STATUS_OK && result != SQLITE_DONE)
		status = database_fail(store, result, facts, error);
	sqlite3_finalize(statement);
	arena_clear(&arena);
	return status;
}
