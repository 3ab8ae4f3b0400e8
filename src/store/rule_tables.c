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
rule_tables_skip_header(const char *text)
{
	while (strncmp(text, "--", 2) == 0 && strchr(text, '\n'))
		text = strchr(text, '\n') + 1;
	return text;
}

const char *
rule_tables_find(const char *name)
{
	size_t count;
	const struct embedded_file *files = embedded_list("facts/", &count);
	size_t length = strlen(name);

	for (size_t i = 0; i < count; i++) {
		const char *file = files[i].path + strlen("facts/");

		if (strncmp(file, name, length) == 0 && strcmp(file + length, ".sql") == 0)
			return rule_tables_skip_header(files[i].text);
	}
	return NULL;
}

const char *
rule_tables_join(struct arena *arena, const char *facts, const char *sql)
{
	static const char with[] = "WITH ";
	bool own = strncmp(sql, with, sizeof with - 1) == 0;

	return arena_format(
		arena, "WITH %s%s%s", facts, own ? ", " : "\n", own ? sql + sizeof with - 1 : sql);
}

struct cursor *
facts_open(struct store *store, const char *facts, const char *select, day on, struct error *error)
{
	struct cursor *cursor = cursor_new(store, facts, error);
	struct arena arena = { 0 };

	cursor->status = database_prepare_on(store, &cursor->statement,
		rule_tables_join(&arena, rule_tables_find(facts), select), on, error);
	arena_clear(&arena);
	return cursor;
}

bool
facts_next(struct cursor *cursor, struct value columns[FACT_COLUMNS_MAX])
{
	sqlite3_stmt *row;

	if (!cursor_step(cursor))
		return false;
	row = cursor->statement;
	for (int i = 0; i < sqlite3_column_count(row) && i < FACT_COLUMNS_MAX; i++)
		columns[i] = database_column(row, i);
	return cursor_is_whole(cursor);
}
