/* SPDX-License-Identifier: MIT */
/*
 * The SQL functions that lists and rules use beside SQLite's own: setting('key') and contains(text,
 * part), which ignores case and diacritics as SQLite's LIKE does only for ASCII.
 */
#include <string.h>

#include "database.h"
#include "rollout/base/text.h"
#include "rollout/store/rulebook.h"

static void
sql_setting(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *key = (const char *)sqlite3_value_text(values[0]);

	(void)count;
	sqlite3_result_int64(context, store_setting(sqlite3_user_data(context), key ? key : ""));
}

static void
sql_contains(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct arena arena = { 0 };
	const char *text = (const char *)sqlite3_value_text(values[0]);
	const char *part = (const char *)sqlite3_value_text(values[1]);
	char *folded = sqlite3_get_auxdata(context, 1);

	(void)count;
	if (!text || !part) {
		if (sqlite3_value_type(values[0]) != SQLITE_NULL &&
			sqlite3_value_type(values[1]) != SQLITE_NULL)
			sqlite3_result_error_nomem(context);
		return;
	}
	if (!folded) {
		const char *made = text_fold(&arena, part, strlen(part));

		folded = sqlite3_malloc64(strlen(made) + 1);
		if (!folded) {
			sqlite3_result_error_nomem(context);
			goto out;
		}
		memcpy(folded, made, strlen(made) + 1);
		sqlite3_set_auxdata(context, 1, folded, sqlite3_free);
		folded = sqlite3_get_auxdata(context, 1);
		if (!folded) {
			/* SQLite may refuse to keep it: fold each time then. */
			sqlite3_result_int(context,
				strstr(text_fold(&arena, text, strlen(text)), made) != NULL);
			goto out;
		}
	}
	sqlite3_result_int(context, strstr(text_fold(&arena, text, strlen(text)), folded) != NULL);
out:
	arena_clear(&arena);
}

/* A judge from a higher layer: two texts in, a word or NULL out. */
static void
sql_judge(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct judge *judge = sqlite3_user_data(context);
	const char *text = (const char *)sqlite3_value_text(values[0]);
	const char *word =
		judge->function(text ? text : "", (const char *)sqlite3_value_text(values[1]));

	(void)count;
	if (word)
		sqlite3_result_text(context, word, -1, SQLITE_STATIC);
}

enum status
rulebook_add_judge(struct store *store, const struct judge *judge, struct error *error)
{
	int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY | SQLITE_DETERMINISTIC;
	int result = sqlite3_create_function_v2(store->database, judge->name, 2, flags,
		(void *)(uintptr_t)judge, sql_judge, NULL, NULL, NULL);

	return result == SQLITE_OK ? STATUS_OK
				   : database_fail(store, result, "setting it up", error);
}

enum status
functions_register(struct store *store, struct error *error)
{
	int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
	int result = sqlite3_create_function_v2(
		store->database, "setting", 1, flags, store, sql_setting, NULL, NULL, NULL);

	if (result == SQLITE_OK)
		result = sqlite3_create_function_v2(store->database, "contains", 2,
			flags | SQLITE_DETERMINISTIC, NULL, sql_contains, NULL, NULL, NULL);
	return result == SQLITE_OK ? STATUS_OK
				   : database_fail(store, result, "setting it up", error);
}
