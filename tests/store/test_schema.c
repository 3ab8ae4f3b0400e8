/* SPDX-License-Identifier: MIT */
/*
 * The tables that the migrations build are the ones that the dictionary asks for, statement by
 * statement, and the fingerprint that the build computed is theirs. Comments and white space do not
 * count.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "support.h"

/* Without comments, and every stretch of white space as nothing: the texts hold no string with a
 * space that matters. */
static char *
squeeze(const char *sql)
{
	struct buffer out = { 0 };
	bool quoted = false;

	for (; *sql; sql++) {
		if (*sql == '\'')
			quoted = !quoted;
		if (!quoted && strncmp(sql, "--", 2) == 0)
			sql += strcspn(sql, "\n");
		if (!*sql)
			break;
		if (quoted || !strchr(" \t\n", *sql))
			buffer_append_char(&out, *sql);
	}
	return out.data;
}

static void
append_schema_of(sqlite3 *database, struct buffer *out)
{
	sqlite3_stmt *statement = NULL;

	assert_int_equal(
		sqlite3_prepare_v2(database,
			"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name, type",
			-1, &statement, NULL),
		SQLITE_OK);
	while (sqlite3_step(statement) == SQLITE_ROW)
		buffer_format(out, "%s;\n", (const char *)sqlite3_column_text(statement, 0));
	sqlite3_finalize(statement);
}

static char *
schema_after(const char *sql)
{
	sqlite3 *database;
	struct buffer text = { 0 };
	char *squeezed, *message = NULL;

	assert_int_equal(sqlite3_open(":memory:", &database), SQLITE_OK);
	if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s", message);
	append_schema_of(database, &text);
	sqlite3_close(database);
	squeezed = squeeze(buffer_text(&text));
	buffer_clear(&text);
	return squeezed;
}

/* Where two long texts part, instead of both of them. */
static void
assert_same(const char *got, const char *wanted)
{
	size_t same = 0, start;

	while (got[same] && got[same] == wanted[same])
		same++;
	if (!got[same] && !wanted[same])
		return;
	start = same > 60 ? same - 60 : 0;
	fail_msg("the migrations make …%.120s\nand the dictionary asks for …%.120s", got + start,
		wanted + start);
}

static void
migrations_make_what_the_dictionary_asks_for(void **state)
{
	struct buffer migrations = { 0 }, asked = { 0 };
	size_t count;
	const struct embedded_file *files = embedded_list("schema/", &count);
	char *got, *wanted;

	(void)state;
	assert_true(count > 0);
	for (size_t i = 0; i < count; i++)
		buffer_append_text(&migrations, files[i].text);
	ddl_append_schema(&asked);
	got = schema_after(buffer_text(&migrations));
	wanted = schema_after(buffer_text(&asked));
	assert_same(got, wanted);
	free(got);
	free(wanted);
	buffer_clear(&migrations);
	buffer_clear(&asked);
}

static void
comments_explain_every_table_and_column(void **state)
{
	size_t count;
	const struct embedded_file *files = embedded_list("schema/", &count);
	struct buffer asked = { 0 };
	int columns = 0;

	(void)state;
	ddl_append_schema(&asked);
	for (const char *line = asked.data; *line; line += strcspn(line, "\n") + 1) {
		const char *comment = strstr(line, "  -- ");

		if (strncmp(line, "\t\"", 2) != 0)
			continue;
		columns++;
		if (!comment || comment > line + strcspn(line, "\n"))
			fail_msg("no comment: %.80s", line);
	}
	assert_true(columns > 300);
	assert_non_null(strstr(files[0].text, "-- The rollout as a whole"));
	buffer_clear(&asked);
}

static void
migrations_are_numbered_one_by_one(void **state)
{
	size_t count;
	const struct embedded_file *files = embedded_list("schema/", &count);

	(void)state;
	assert_int_equal((int)count, schema_version);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(strtol(files[i].path + strlen("schema/"), NULL, 10), (long)i + 1);
}

static void
fingerprints_are_those_of_the_migrations(void **state)
{
	size_t count;
	const struct embedded_file *files = embedded_list("schema/", &count);
	sqlite3 *database;
	uint64_t fingerprint = 0;

	(void)state;
	assert_int_equal(sqlite3_open(":memory:", &database), SQLITE_OK);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(
			sqlite3_exec(database, files[i].text, NULL, NULL, NULL), SQLITE_OK);
		assert_true(fingerprint_schema(database, &fingerprint));
		assert_true(fingerprint == schema_fingerprints[i]);
	}
	sqlite3_exec(database, "CREATE INDEX extra ON stakeholder(email)", NULL, NULL, NULL);
	assert_true(fingerprint_schema(database, &fingerprint));
	assert_true(fingerprint != schema_fingerprints[count - 1]);
	sqlite3_close(database);
}

/* Nothing in the file that would make undo inexact or opening unsafe (architecture.md). */
static void
nothing_in_the_file_acts_by_itself(void **state)
{
	sqlite3 *database;
	sqlite3_stmt *statement = NULL;
	size_t count;
	const struct embedded_file *files = embedded_list("schema/", &count);

	(void)state;
	assert_int_equal(sqlite3_open(":memory:", &database), SQLITE_OK);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(
			sqlite3_exec(database, files[i].text, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(database,
				 "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', "
				 "'index') OR sql LIKE '%CASCADE%' OR "
				 "sql LIKE '%SET NULL%' OR sql LIKE '%VIRTUAL%' OR (type = 'table' "
				 "AND sql NOT LIKE '%STRICT%')",
				 -1, &statement, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	assert_int_equal(sqlite3_column_int(statement, 0), 0);
	sqlite3_finalize(statement);
	sqlite3_close(database);
}

static void
every_type_has_its_table_and_takes_a_record(void **state)
{
	char folder[SUPPORT_PATH], path[SUPPORT_PATH];
	struct store *store;
	struct arena arena = { 0 };
	struct error error = { 0 };
	size_t count;
	const struct type *const *types = model_types(&count);

	(void)state;
	support_folder(folder);
	store = support_create(support_path(path, folder, "all.rollout"));
	/* References are checked at the end of a step: rolled back, each table is tried alone. */
	for (size_t i = 0; i < count; i++) {
		struct record record;

		assert_int_equal(store_begin(store, "try", &error), STATUS_OK);
		support_fill(&record, types[i], 3, &arena);
		for (size_t f = 0; f < types[i]->field_count; f++)
			if (types[i]->fields[f].kind == FIELD_REFERENCE)
				record.values[f] = value_integer(1);
		if (store_insert(store, &record, &error) != STATUS_OK)
			fail_msg("%s: %s", types[i]->name, error.message);
		assert_int_equal(store_end(store, STATUS_STOPPED, &error), STATUS_STOPPED);
	}
	support_assert_whole(store);
	store_close(store);
	arena_clear(&arena);
	support_remove(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(migrations_make_what_the_dictionary_asks_for),
		cmocka_unit_test(comments_explain_every_table_and_column),
		cmocka_unit_test(migrations_are_numbered_one_by_one),
		cmocka_unit_test(fingerprints_are_those_of_the_migrations),
		cmocka_unit_test(nothing_in_the_file_acts_by_itself),
		cmocka_unit_test(every_type_has_its_table_and_takes_a_record),
	};

	return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}
