/* SPDX-License-Identifier: MIT */
/*
 * The runner of the rule book. It knows no rule: it runs the SELECT of each and turns rows into
 * findings.
 */
#include "rulebook_run.h"

#include <stdlib.h>
#include <string.h>

#include "rollout/base/date.h"

static const char *
copy_column(struct arena *arena, sqlite3_stmt *statement, int column)
{
	const char *text = (const char *)sqlite3_column_text(statement, column);

	return arena_copy(arena, text ? text : "",
		text ? (size_t)sqlite3_column_bytes(statement, column) : 0);
}

/* What a document calls the row's subject. */
static enum status
name_subject(struct store *store, struct arena *arena, const char *type_name, sqlite3_stmt *row,
	const char **out, struct error *error)
{
	const struct type *type = type_find(type_name);
	const char *title;

	if (!type || sqlite3_column_type(row, COLUMN_ID) != SQLITE_INTEGER) {
		*out = copy_column(arena, row, COLUMN_ID);
		return STATUS_OK;
	}
	return store_name(
		store, type, sqlite3_column_int64(row, COLUMN_ID), arena, out, &title, error);
}

static enum status
is_waived(struct store *store, const char *id, bool *waived, struct error *error)
{
	static const char sql[] = "SELECT 1 FROM \"waiver\" WHERE \"finding\" = ?1 AND "
				  "(\"until_on\" IS NULL OR \"until_on\" >= ?2)";
	char today[DATE_SIZE];
	enum status status = database_prepare(store, &store->waiver, sql, error);

	if (status != STATUS_OK)
		return status;
	date_format(store->today, today);
	sqlite3_bind_text(store->waiver, 1, id, -1, SQLITE_STATIC);
	sqlite3_bind_text(store->waiver, 2, today, -1, SQLITE_STATIC);
	*waived = sqlite3_step(store->waiver) == SQLITE_ROW;
	sqlite3_reset(store->waiver);
	return STATUS_OK;
}

static enum status
add_finding(
	struct rulebook_run *run, const struct rule *rule, sqlite3_stmt *row, struct error *error)
{
	struct finding finding = { .rule = rule, .response = rule->response };
	enum status status;
	bool waived = false;

	finding.type = copy_column(run->arena, row, COLUMN_TYPE);
	finding.name = copy_column(run->arena, row, COLUMN_NAME);
	finding.message = copy_column(run->arena, row, COLUMN_MESSAGE);
	finding.facts = copy_column(run->arena, row, COLUMN_FACTS);
	if (sqlite3_column_count(row) > COLUMN_RESPONSE &&
		sqlite3_column_type(row, COLUMN_RESPONSE) == SQLITE_TEXT)
		finding.response = copy_column(run->arena, row, COLUMN_RESPONSE);
	status = name_subject(run->store, run->arena, finding.type, row, &finding.subject, error);
	if (status != STATUS_OK)
		return status;
	finding.id = arena_format(run->arena, "%s/%s/%s", rule->id, finding.type, finding.subject);
	if (run->waivers)
		status = is_waived(run->store, finding.id, &waived, error);
	if (status != STATUS_OK)
		return status;
	if (waived) {
		run->waived++;
		return STATUS_OK;
	}
	run->findings = array_grow(run->findings, run->count, sizeof *run->findings);
	run->findings[run->count++] = finding;
	return STATUS_OK;
}

enum status
rulebook_prepare(
	struct store *store, const char *sql, sqlite3_stmt **statement, struct error *error)
{
	return database_prepare_on(store, statement, sql, store->today, error);
}

struct subject
rulebook_subject(sqlite3_stmt *row)
{
	const char *type = (const char *)sqlite3_column_text(row, COLUMN_TYPE);
	const char *word = NULL;

	if (sqlite3_column_type(row, COLUMN_ID) == SQLITE_INTEGER)
		return (struct subject){ type ? type : "", sqlite3_column_int64(row, COLUMN_ID),
			"" };
	word = (const char *)sqlite3_column_text(row, COLUMN_ID);
	return (struct subject){ type ? type : "", 0, word ? word : "" };
}

enum status
rulebook_has_waivers(
	struct store *store, const struct rule *rule, bool *waivers, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = rulebook_prepare(store,
		"SELECT 1 FROM \"waiver\" WHERE \"finding\" GLOB ?1 || '/*' AND "
		"(\"until_on\" IS NULL OR \"until_on\" >= :today) LIMIT 1",
		&statement, error);

	if (status != STATUS_OK)
		return status;
	sqlite3_bind_text(statement, 1, rule->id, -1, SQLITE_STATIC);
	*waivers = sqlite3_step(statement) == SQLITE_ROW;
	sqlite3_finalize(statement);
	return STATUS_OK;
}

enum status
rulebook_is_row_waived(struct store *store, const struct rule *rule, sqlite3_stmt *row,
	bool *waived, struct error *error)
{
	struct arena arena = { 0 };
	const char *type = copy_column(&arena, row, COLUMN_TYPE), *subject;
	enum status status = name_subject(store, &arena, type, row, &subject, error);

	if (status == STATUS_OK)
		status = is_waived(store, arena_format(&arena, "%s/%s/%s", rule->id, type, subject),
			waived, error);
	arena_clear(&arena);
	return status;
}

static bool
is_wanted(const struct rulebook_run *run, sqlite3_stmt *row)
{
	struct subject subject;

	if (!run->wanted)
		return true;
	subject = rulebook_subject(row);
	return bsearch(&subject, run->wanted, run->wanted_count, sizeof *run->wanted,
		       subject_compare) != NULL;
}

enum status
rulebook_run_read(struct rulebook_run *run, const struct rule *rule, sqlite3_stmt *statement,
	struct error *error)
{
	enum status status = STATUS_OK;
	int result = SQLITE_DONE;

	while (status == STATUS_OK && (result = sqlite3_step(statement)) == SQLITE_ROW)
		if (is_wanted(run, statement))
			status = add_finding(run, rule, statement, error);
	if (status == STATUS_OK && result != SQLITE_DONE)
		status = database_fail(run->store, result, rule->id, error);
	return status;
}

enum status
rulebook_run_rule(struct rulebook_run *run, const struct rule *rule, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = rulebook_has_waivers(run->store, rule, &run->waivers, error);

	if (status == STATUS_OK)
		status = rulebook_prepare(run->store, rule->sql, &statement, error);
	if (status == STATUS_OK)
		status = rulebook_run_read(run, rule, statement, error);
	sqlite3_finalize(statement);
	return status;
}

/* Rules stand in one array, in their order. */
static int
compare_findings(const void *a, const void *b)
{
	const struct finding *left = a, *right = b;
	int order = strcmp(left->name, right->name);

	if (left->rule != right->rule)
		return left->rule < right->rule ? -1 : 1;
	return order ? order : strcmp(left->id, right->id);
}

enum status
rulebook_run_end(
	struct rulebook_run *run, enum status status, struct finding **findings, size_t *count)
{
	if (status == STATUS_OK) {
		*findings = arena_alloc(run->arena, (run->count + 1) * sizeof **findings);
		*count = run->count;
	}
	if (status == STATUS_OK && run->count > 0) {
		qsort(run->findings, run->count, sizeof *run->findings, compare_findings);
		memcpy(*findings, run->findings, run->count * sizeof **findings);
	}
	free(run->findings);
	return status;
}

static bool
is_meant(const struct rule *rule, const char *only)
{
	return !only || strcmp(only, rule->id) == 0;
}

/* The rules, among them one that is meant. */
static enum status
list_meant(struct store *store, const char *only, const struct rule **rules, size_t *count,
	struct error *error)
{
	enum status status = rulebook_list(store, rules, count, error);

	for (size_t i = 0; status == STATUS_OK && i < *count; i++)
		if (is_meant(&(*rules)[i], only))
			return STATUS_OK;
	return status == STATUS_OK
		       ? error_set(error, STATUS_NOT_FOUND, "there is no rule \"%s\"", only)
		       : status;
}

enum status
rulebook_check(struct store *store, const char *only, struct arena *arena,
	struct finding **findings, size_t *count, size_t *waived, struct error *error)
{
	struct rulebook_run run = { .store = store, .arena = arena };
	const struct rule *rules;
	size_t rule_count;
	enum status status = store_begin_read(store, error);

	if (status != STATUS_OK)
		return status;
	status = list_meant(store, only, &rules, &rule_count, error);
	for (size_t i = 0; status == STATUS_OK && i < rule_count; i++)
		if (is_meant(&rules[i], only))
			status = rulebook_run_rule(&run, &rules[i], error);
	store_end_read(store);
	if (status == STATUS_OK)
		*waived = run.waived;
	return rulebook_run_end(&run, status, findings, count);
}
