/* SPDX-License-Identifier: MIT */
/*
 * The SQL functions that lists and rules use beside SQLite's own: setting('key'), contains(text,
 * part) and contains_any(part, text, ...), which ignore case and diacritics as SQLite's LIKE does
 * only for ASCII; fold(text), by which names are compared; and those that the layer above answers.
 */
#include <string.h>

#include "database.h"
#include "rollout/base/date.h"
#include "rollout/base/text.h"
#include "rollout/store/rulebook.h"

static void
sql_setting(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *key = (const char *)sqlite3_value_text(values[0]);

	(void)count;
	sqlite3_result_int64(context, store_setting(sqlite3_user_data(context), key ? key : ""));
}

/* The part that is looked for, folded, kept by SQLite as long as the statement; NULL: no memory. */
static const char *
folded_part(sqlite3_context *context, int argument, const char *part)
{
	struct arena arena = { 0 };
	char *kept = sqlite3_get_auxdata(context, argument);
	const char *folded;

	if (kept)
		return kept;
	folded = text_fold(&arena, part, strlen(part));
	kept = sqlite3_malloc64(strlen(folded) + 1);
	if (kept) {
		memcpy(kept, folded, strlen(folded) + 1);
		sqlite3_set_auxdata(context, argument, kept, sqlite3_free);
		kept = sqlite3_get_auxdata(context, argument);
	}
	arena_clear(&arena);
	return kept;
}

/* contains(text, part): 1 or 0, NULL where either is. */
static void
sql_contains(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	const char *part = (const char *)sqlite3_value_text(values[1]);
	const char *folded = part ? folded_part(context, 1, part) : NULL;

	(void)count;
	if (text && folded)
		sqlite3_result_int(
			context, text_holds(text, (size_t)sqlite3_value_bytes(values[0]), folded));
	else if ((!text && sqlite3_value_type(values[0]) != SQLITE_NULL) ||
		 (!folded && sqlite3_value_type(values[1]) != SQLITE_NULL))
		sqlite3_result_error_nomem(context);
}

/* contains_any(part, text, ...): 1 where any of the texts contains it. */
static void
sql_contains_any(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *part = (const char *)sqlite3_value_text(values[0]);
	const char *folded = part ? folded_part(context, 0, part) : NULL;
	int found = 0;

	if (!folded) {
		sqlite3_result_error_nomem(context);
		return;
	}
	for (int i = 1; i < count && !found; i++) {
		const char *text = (const char *)sqlite3_value_text(values[i]);

		found = text && text_holds(text, (size_t)sqlite3_value_bytes(values[i]), folded);
	}
	sqlite3_result_int(context, found);
}

/* fold(text): as names are compared (text_fold); NULL stays NULL. */
static void
sql_fold(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	struct arena arena = { 0 };

	(void)count;
	if (text)
		sqlite3_result_text(context,
			text_fold(&arena, text, (size_t)sqlite3_value_bytes(values[0])), -1,
			SQLITE_TRANSIENT);
	else if (sqlite3_value_type(values[0]) != SQLITE_NULL)
		sqlite3_result_error_nomem(context);
	arena_clear(&arena);
}

static void
fail_with(sqlite3_context *context, enum status status, const struct error *error)
{
	sqlite3_result_error(context, error->message, -1);
	if (status == STATUS_STOPPED)
		sqlite3_result_error_code(context, SQLITE_INTERRUPT);
}

/* A function of a higher layer, and whom it asks. */
struct asked {
	const struct rule_function *function;
	void *context;
};

static void
sql_rule_function(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct asked *asked = sqlite3_user_data(context);
	const char *texts[RULE_ARGUMENTS_MOST] = { NULL };
	struct rule_answer answer = { .kind = RULE_ANSWERS_NOTHING };
	struct error error = { 0 };
	enum status status;

	for (int i = 0; i < count; i++)
		texts[i] = (const char *)sqlite3_value_text(values[i]);
	status = asked->function->answer(asked->context, texts, &answer, &error);
	if (status != STATUS_OK)
		fail_with(context, status, &error);
	else if (answer.kind == RULE_ANSWERS_TEXT)
		sqlite3_result_text(context, answer.text, -1, SQLITE_TRANSIENT);
	else if (answer.kind == RULE_ANSWERS_WHOLE)
		sqlite3_result_int64(context, (int64_t)answer.number);
	else if (answer.kind == RULE_ANSWERS_NUMBER)
		sqlite3_result_double(context, answer.number);
}

enum status
rulebook_add_function(struct store *store, const struct rule_function *function, void *context,
	struct error *error)
{
	struct asked *asked = arena_alloc(&store->lasting, sizeof *asked);
	int result;

	*asked = (struct asked){ function, context };
	result = sqlite3_create_function_v2(store->database, function->name, function->arguments,
		SQLITE_UTF8 | SQLITE_DIRECTONLY, asked, sql_rule_function, NULL, NULL, NULL);
	return result == SQLITE_OK ? STATUS_OK
				   : database_fail(store, result, "setting it up", error);
}

/* The fact that the first argument names; NULL, and the answer is an error, for one there is not or
 * that could not be prepared. */
static const char *const *
prepare_fact(sqlite3_context *context, const struct derivation *derivation, sqlite3_value *word)
{
	const char *name = (const char *)sqlite3_value_text(word);
	const char *const *fact = derivation->facts;
	struct error error = { 0 };
	enum status status;

	while (*fact && name && strcmp(*fact, name) != 0)
		fact++;
	if (!name || !*fact) {
		sqlite3_result_error(context, "a rule asks for a fact that there is not", -1);
		return NULL;
	}
	status = derivation->prepare(derivation->context, &error);
	if (status == STATUS_OK)
		return fact;
	fail_with(context, status, &error);
	return NULL;
}

/* Which fact it is stays beside its name, a constant, as long as the statement runs. */
static void
sql_derive(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct derivation *derivation = sqlite3_user_data(context);
	const char *const *fact = sqlite3_get_auxdata(context, 0);
	char text[DATE_SIZE];
	int64_t found;

	(void)count;
	if (!fact) {
		fact = prepare_fact(context, derivation, values[0]);
		if (!fact)
			return;
		sqlite3_set_auxdata(context, 0, (void *)(uintptr_t)fact, NULL);
	}
	switch (derivation->find(derivation->context, (int)(fact - derivation->facts),
		sqlite3_value_int64(values[1]), &found)) {
	case DERIVED_NONE: return;
	case DERIVED_NUMBER: sqlite3_result_int64(context, found); return;
	case DERIVED_DAY: break;
	}
	date_format((day)found, text);
	sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
}

enum status
rulebook_add_derivation(
	struct store *store, const struct derivation *derivation, struct error *error)
{
	int result = sqlite3_create_function_v2(store->database, derivation->name, 2,
		SQLITE_UTF8 | SQLITE_DIRECTONLY, (void *)(uintptr_t)derivation, sql_derive, NULL,
		NULL, NULL);

	return result == SQLITE_OK ? STATUS_OK
				   : database_fail(store, result, "setting it up", error);
}

enum status
functions_register(struct store *store, struct error *error)
{
	int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
	int pure = flags | SQLITE_DETERMINISTIC;
	sqlite3 *database = store->database;
	int result = sqlite3_create_function_v2(
		database, "setting", 1, flags, store, sql_setting, NULL, NULL, NULL);

	if (result == SQLITE_OK)
		result = sqlite3_create_function_v2(
			database, "contains", 2, pure, NULL, sql_contains, NULL, NULL, NULL);
	if (result == SQLITE_OK)
		result = sqlite3_create_function_v2(database, "contains_any", -1, pure, NULL,
			sql_contains_any, NULL, NULL, NULL);
	if (result == SQLITE_OK)
		result = sqlite3_create_function_v2(
			database, "fold", 1, pure, NULL, sql_fold, NULL, NULL, NULL);
	return result == SQLITE_OK ? STATUS_OK
				   : database_fail(store, result, "setting it up", error);
}
