/* SPDX-License-Identifier: MIT */
/*
 * The floor of `rollout check`: every SELECT of the rule book stepped to its end, the rows thrown
 * away: `floor_check DATABASE TODAY RULE…`. No finding is named, waived, sorted or printed. Only
 * the built-in numbers and the judge of wordings come from the program, because a rule without them
 * finds something else.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "rollout/model/setting.h"
#include "rollout/rules/wording.h"

enum { RULE_SIZE = 1 << 16 };

static void
die(const char *what, const char *why)
{
	fprintf(stderr, "floor_check: %s: %s\n", what, why);
	exit(1);
}

static void
sql_setting(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct setting *setting = setting_find((const char *)sqlite3_value_text(values[0]));

	(void)count;
	sqlite3_result_int64(context, setting ? strtoll(setting->value, NULL, 10) : 0);
}

/* Without regard to the case of ASCII, as far as that is enough for the rules. */
static void
sql_contains(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]),
		   *part = (const char *)sqlite3_value_text(values[1]);
	size_t length = part ? strlen(part) : 0;

	(void)count;
	for (; text && part && *text; text++)
		if (sqlite3_strnicmp(text, part, (int)length) == 0) {
			sqlite3_result_int(context, 1);
			return;
		}
	sqlite3_result_int(context, 0);
}

static void
sql_wording(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *title = (const char *)sqlite3_value_text(values[0]);
	const char *word = wording_name(wording_judge_milestone(
		title ? title : "", (const char *)sqlite3_value_text(values[1])));

	(void)count;
	if (word)
		sqlite3_result_text(context, word, -1, SQLITE_STATIC);
}

/* No schedule: rules go by what was entered. */
static void
sql_forecast(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	(void)values;
	sqlite3_result_null(context);
}

static long
run_rule(sqlite3 *database, const char *today, const char *path)
{
	static const char nothing[] = "cannot read it";
	char *sql = malloc(RULE_SIZE);
	FILE *file = fopen(path, "r");
	sqlite3_stmt *statement = NULL;
	size_t length;
	long rows = 0;

	if (!sql || !file)
		die(path, nothing);
	length = fread(sql, 1, RULE_SIZE - 1, file);
	sql[length] = '\0';
	if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK)
		die(path, sqlite3_errmsg(database));
	sqlite3_bind_text(statement, sqlite3_bind_parameter_index(statement, ":today"), today, -1,
		SQLITE_STATIC);
	while (sqlite3_step(statement) == SQLITE_ROW)
		rows++;
	if (sqlite3_finalize(statement) != SQLITE_OK)
		die(path, sqlite3_errmsg(database));
	fclose(file);
	free(sql);
	return rows;
}

int
main(int count, char **arguments)
{
	sqlite3 *database = NULL;
	long rows = 0;

	if (count < 4)
		die("usage", "floor_check DATABASE TODAY RULE...");
	if (sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
		    NULL) != SQLITE_OK)
		die(arguments[1], sqlite3_errmsg(database));
	sqlite3_create_function(database, "setting", 1, SQLITE_UTF8, NULL, sql_setting, NULL, NULL);
	sqlite3_create_function(
		database, "contains", 2, SQLITE_UTF8, NULL, sql_contains, NULL, NULL);
	sqlite3_create_function(
		database, "milestone_now", 2, SQLITE_UTF8, NULL, sql_forecast, NULL, NULL);
	sqlite3_create_function(
		database, "forecast_now", 2, SQLITE_UTF8, NULL, sql_forecast, NULL, NULL);
	sqlite3_create_function(database, "wording", 2, SQLITE_UTF8, NULL, sql_wording, NULL, NULL);
	sqlite3_exec(database, "PRAGMA cache_size=-6144; PRAGMA temp_store=MEMORY; BEGIN", NULL,
		NULL, NULL);
	for (int i = 3; i < count; i++)
		rows += run_rule(database, arguments[2], arguments[i]);
	printf("%ld\n", rows);
	sqlite3_close(database);
	return 0;
}
