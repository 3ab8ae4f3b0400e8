/* SPDX-License-Identifier: MIT */
/*
 * What the rule book says about single subjects, and whom its rules are about, without putting it
 * into words. Knows no rule.
 */
#include "rulebook_run.h"

#include <string.h>

#include "rollout/base/date.h"

/* The rule's SELECT without what would end a statement, so that it can stand inside another. */
static void
append_select(struct buffer *sql, const struct rule *rule)
{
	size_t length = strlen(rule->sql);

	while (length > 0 && strchr("; \n", rule->sql[length - 1]))
		length--;
	buffer_append(sql, rule->sql, length);
	buffer_append_char(sql, '\n');
}

/* The rule's SELECT as a table "found" whose columns have names. */
static enum status
append_found(struct buffer *sql, struct store *store, const struct rule *rule, struct error *error)
{
	sqlite3_stmt *whole = NULL;
	enum status status = rulebook_prepare(store, rule->sql, &whole, error);
	int columns = status == STATUS_OK ? sqlite3_column_count(whole) : 0;

	sqlite3_finalize(whole);
	if (status != STATUS_OK)
		return status;
	buffer_format(sql,
		"WITH \"found\" (\"type\", \"id\", \"name\", \"message\", \"facts\"%s) AS (",
		columns > COLUMN_RESPONSE ? ", \"response\"" : "");
	append_select(sql, rule);
	buffer_append_text(sql, ") ");
	return STATUS_OK;
}

/* Kept, as preparing takes longer than the answer. */
static enum status
prepare_about_record(
	struct store *store, const struct rule *rule, sqlite3_stmt **statement, struct error *error)
{
	struct buffer sql = { 0 };
	enum status status = append_found(&sql, store, rule, error);

	if (status == STATUS_OK) {
		buffer_append_text(&sql,
			"SELECT * FROM \"found\" WHERE \"type\" = :type AND \"id\" IN (:id, "
			":identifier)");
		status = database_prepare(store, statement, sql.data, error);
	}
	buffer_clear(&sql);
	return status;
}

static void
bind_text(sqlite3_stmt *statement, const char *name, const char *text)
{
	sqlite3_bind_text(
		statement, sqlite3_bind_parameter_index(statement, name), text, -1, SQLITE_STATIC);
}

static void
make_room_for_statements(struct store *store)
{
	if (store->about_record)
		return;
	store->about_record =
		arena_alloc(&store->lasting, store->rule_count * sizeof *store->about_record);
	for (size_t i = 0; i < store->rule_count; i++)
		store->about_record[i] = NULL;
}

static enum status
ask_about(struct rulebook_run *run, const struct rule *rule, const struct subject *subject,
	struct error *error)
{
	struct store *store = run->store;
	sqlite3_stmt **statement = &store->about_record[rule - store->rules];
	enum status status =
		*statement ? STATUS_OK : prepare_about_record(store, rule, statement, error);
	char today[DATE_SIZE];

	if (status != STATUS_OK)
		return status;
	date_format(store->today, today);
	bind_text(*statement, ":today", today);
	bind_text(*statement, ":type", subject->type);
	bind_text(*statement, ":identifier", subject->identifier);
	sqlite3_bind_int64(
		*statement, sqlite3_bind_parameter_index(*statement, ":id"), subject->id);
	status = rulebook_run_read(run, rule, *statement, error);
	sqlite3_reset(*statement);
	return status;
}

enum status
rulebook_check_record(struct store *store, const char *only, const struct type *type, int64_t id,
	struct arena *arena, struct finding **findings, size_t *count, struct error *error)
{
	struct rulebook_run run = { .store = store, .arena = arena, .waivers = true };
	struct subject subject = { .type = type->name, .id = id };
	const char *title;
	const struct rule *rules;
	size_t rule_count;
	enum status status = store_begin_read(store, error);

	if (status != STATUS_OK)
		return status;
	status = store_name(store, type, id, arena, &subject.identifier, &title, error);
	if (status == STATUS_OK)
		status = rulebook_list(store, &rules, &rule_count, error);
	if (status == STATUS_OK)
		make_room_for_statements(store);
	for (size_t i = 0; status == STATUS_OK && i < rule_count; i++)
		if (!only || strcmp(only, rules[i].id) == 0)
			status = ask_about(&run, &rules[i], &subject, error);
	store_end_read(store);
	return rulebook_run_end(&run, status, findings, count);
}

/* More are found sooner by running the rule whole. */
enum { ASKED_ABOUT_SINGLY = 16 };

enum status
rulebook_check_subjects(struct store *store, const struct rule *rule, const struct subject *wanted,
	size_t wanted_count, struct arena *arena, struct finding **findings, size_t *count,
	struct error *error)
{
	struct rulebook_run run = { .store = store,
		.arena = arena,
		.wanted = wanted,
		.wanted_count = wanted_count,
		.waivers = true };
	enum status status = store_begin_read(store, error);

	if (status != STATUS_OK)
		return status;
	make_room_for_statements(store);
	if (wanted_count > ASKED_ABOUT_SINGLY)
		status = rulebook_run_rule(&run, rule, error);
	else
		for (size_t i = 0; status == STATUS_OK && i < wanted_count; i++)
			status = ask_about(&run, rule, &wanted[i], error);
	store_end_read(store);
	return rulebook_run_end(&run, status, findings, count);
}

static enum status
count_rows(struct store *store, const struct rule *rule, int64_t *out, struct error *error)
{
	struct buffer sql = { 0 };
	sqlite3_stmt *statement = NULL;
	enum status status;

	buffer_append_text(&sql, "SELECT count(*) FROM (");
	append_select(&sql, rule);
	buffer_append_text(&sql, ")");
	status = rulebook_prepare(store, sql.data, &statement, error);
	buffer_clear(&sql);
	if (status == STATUS_OK && sqlite3_step(statement) == SQLITE_ROW)
		*out = sqlite3_column_int64(statement, 0);
	else if (status == STATUS_OK)
		status = database_fail(store, sqlite3_errcode(store->database), rule->id, error);
	sqlite3_finalize(statement);
	return status;
}

struct cursor *
subjects_open(struct store *store, const struct rule *rule, struct error *error)
{
	struct cursor *cursor = cursor_new(store, rule->id, error);
	struct buffer sql = { 0 };

	cursor->rule = rule;
	cursor->status = rulebook_has_waivers(store, rule, &cursor->waivers, error);
	if (cursor->status == STATUS_OK)
		cursor->status = append_found(&sql, store, rule, error);
	buffer_append_text(&sql, "SELECT \"type\", \"id\" FROM \"found\"");
	if (cursor->status == STATUS_OK)
		cursor->status = rulebook_prepare(store, sql.data, &cursor->statement, error);
	buffer_clear(&sql);
	return cursor;
}

bool
subjects_next(struct cursor *cursor, struct subject *subject)
{
	bool waived = false;

	do {
		if (!cursor_step(cursor))
			return false;
		if (cursor->waivers)
			cursor->status = rulebook_is_row_waived(cursor->store, cursor->rule,
				cursor->statement, &waived, cursor->error);
	} while (waived);
	*subject = rulebook_subject(cursor->statement);
	return cursor->status == STATUS_OK && cursor_is_whole(cursor);
}

enum status
rulebook_count(struct store *store, const struct rule *rule, int64_t *count, struct error *error)
{
	bool waivers = false;
	enum status status = rulebook_has_waivers(store, rule, &waivers, error);
	struct cursor *cursor;
	struct subject subject;

	if (status != STATUS_OK || !waivers)
		return status == STATUS_OK ? count_rows(store, rule, count, error) : status;
	cursor = subjects_open(store, rule, error);
	for (*count = 0; subjects_next(cursor, &subject);)
		++*count;
	return cursor_close(cursor);
}
