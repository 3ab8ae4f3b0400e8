/* SPDX-License-Identifier: MIT */
/*
 * The runner of the rule book. It knows no rule: it runs the SELECT of each and turns rows into
 * findings, or counts them.
 */
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "rollout/base/date.h"

enum {
	COLUMN_TYPE,
	COLUMN_ID,
	COLUMN_NAME,
	COLUMN_MESSAGE,
	COLUMN_FACTS,
	COLUMN_RESPONSE,
	COLUMNS_LEAST = 5
};

/* The findings of one run, growing. */
struct harvest {
	struct store *store;
	struct arena *arena;
	struct finding *findings;
	size_t count, space;
	size_t waived;
	bool waivers; /* some findings of the rule at hand are waived */
	sqlite3_stmt *waiver;
};

static const char *
copy_column(struct arena *arena, sqlite3_stmt *statement, int column)
{
	const char *text = (const char *)sqlite3_column_text(statement, column);

	return arena_copy(arena, text ? text : "",
		text ? (size_t)sqlite3_column_bytes(statement, column) : 0);
}

static enum status
name_subject(
	struct harvest *harvest, sqlite3_stmt *row, struct finding *finding, struct error *error)
{
	const struct type *type = type_find(finding->type);
	const char *title;

	if (!type || sqlite3_column_type(row, COLUMN_ID) != SQLITE_INTEGER) {
		finding->subject = copy_column(harvest->arena, row, COLUMN_ID);
		return STATUS_OK;
	}
	return store_name(harvest->store, type, sqlite3_column_int64(row, COLUMN_ID),
		harvest->arena, &finding->subject, &title, error);
}

static enum status
is_waived(struct harvest *harvest, const char *id, bool *waived, struct error *error)
{
	static const char sql[] = "SELECT 1 FROM \"waiver\" WHERE \"finding\" = ?1 AND "
				  "(\"until_on\" IS NULL OR \"until_on\" >= ?2)";
	char today[DATE_SIZE];
	enum status status = database_prepare(harvest->store, &harvest->waiver, sql, error);

	if (status != STATUS_OK)
		return status;
	date_format(harvest->store->today, today);
	sqlite3_bind_text(harvest->waiver, 1, id, -1, SQLITE_STATIC);
	sqlite3_bind_text(harvest->waiver, 2, today, -1, SQLITE_STATIC);
	*waived = sqlite3_step(harvest->waiver) == SQLITE_ROW;
	sqlite3_reset(harvest->waiver);
	return STATUS_OK;
}

static enum status
add_finding(
	struct harvest *harvest, const struct rule *rule, sqlite3_stmt *row, struct error *error)
{
	struct finding finding = { .rule = rule, .response = rule->response };
	enum status status;
	bool waived = false;

	finding.type = copy_column(harvest->arena, row, COLUMN_TYPE);
	finding.name = copy_column(harvest->arena, row, COLUMN_NAME);
	finding.message = copy_column(harvest->arena, row, COLUMN_MESSAGE);
	finding.facts = copy_column(harvest->arena, row, COLUMN_FACTS);
	if (sqlite3_column_count(row) > COLUMN_RESPONSE &&
		sqlite3_column_type(row, COLUMN_RESPONSE) == SQLITE_TEXT)
		finding.response = copy_column(harvest->arena, row, COLUMN_RESPONSE);
	status = name_subject(harvest, row, &finding, error);
	if (status != STATUS_OK)
		return status;
	finding.id =
		arena_format(harvest->arena, "%s/%s/%s", rule->id, finding.type, finding.subject);
	if (harvest->waivers)
		status = is_waived(harvest, finding.id, &waived, error);
	if (status != STATUS_OK)
		return status;
	if (waived) {
		harvest->waived++;
		return STATUS_OK;
	}
	if (harvest->count == harvest->space) {
		harvest->space = harvest->space ? harvest->space * 2 : 64;
		harvest->findings =
			memory_resize(harvest->findings, harvest->space, sizeof *harvest->findings);
	}
	harvest->findings[harvest->count++] = finding;
	return STATUS_OK;
}

static enum status
prepare_rule(struct store *store, const char *sql, sqlite3_stmt **statement, struct error *error)
{
	return database_prepare_on(store, statement, sql, store->today, error);
}

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

static enum status
has_waivers(struct store *store, const struct rule *rule, bool *waivers, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = prepare_rule(store,
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

/* Every row that the statement has. */
static enum status
reap(struct harvest *harvest, const struct rule *rule, sqlite3_stmt *statement, struct error *error)
{
	enum status status = STATUS_OK;
	int result = SQLITE_DONE;

	while (status == STATUS_OK && (result = sqlite3_step(statement)) == SQLITE_ROW)
		status = add_finding(harvest, rule, statement, error);
	if (status == STATUS_OK && result != SQLITE_DONE)
		status = database_fail(harvest->store, result, rule->id, error);
	return status;
}

static enum status
run_rule(struct harvest *harvest, const struct rule *rule, struct error *error)
{
	sqlite3_stmt *statement = NULL;
	enum status status = has_waivers(harvest->store, rule, &harvest->waivers, error);

	if (status == STATUS_OK)
		status = prepare_rule(harvest->store, rule->sql, &statement, error);
	if (status == STATUS_OK)
		status = reap(harvest, rule, statement, error);
	sqlite3_finalize(statement);
	return status;
}

/* A record as rules call it: by its id or, where they list what ought to be there, by its key. */
struct subject {
	const char *type, *identifier;
	int64_t id;
};

/* The rule's SELECT as a table "found" whose columns have names. */
static enum status
append_found(struct buffer *sql, struct store *store, const struct rule *rule, struct error *error)
{
	sqlite3_stmt *whole = NULL;
	enum status status = prepare_rule(store, rule->sql, &whole, error);
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
make_room(struct store *store)
{
	if (store->about_record)
		return;
	store->about_record =
		arena_alloc(&store->lasting, store->rule_count * sizeof *store->about_record);
	for (size_t i = 0; i < store->rule_count; i++)
		store->about_record[i] = NULL;
}

static enum status
run_about_record(struct harvest *harvest, const struct rule *rule, const struct subject *subject,
	struct error *error)
{
	struct store *store = harvest->store;
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
	status = reap(harvest, rule, *statement, error);
	sqlite3_reset(*statement);
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

/* What was found, in order, if all went well; the harvest is over either way. */
static enum status
hand_over(struct harvest *harvest, enum status status, struct finding **findings, size_t *count)
{
	if (status == STATUS_OK) {
		*findings = arena_alloc(harvest->arena, (harvest->count + 1) * sizeof **findings);
		*count = harvest->count;
	}
	if (status == STATUS_OK && harvest->count > 0) {
		qsort(harvest->findings, harvest->count, sizeof *harvest->findings,
			compare_findings);
		memcpy(*findings, harvest->findings, harvest->count * sizeof **findings);
	}
	sqlite3_finalize(harvest->waiver);
	free(harvest->findings);
	return status;
}

enum status
rulebook_check(struct store *store, const char *only, struct arena *arena,
	struct finding **findings, size_t *count, size_t *waived, struct error *error)
{
	struct harvest harvest = { .store = store, .arena = arena };
	const struct rule *rules;
	size_t rule_count;
	bool known = false;
	enum status status = store_begin_read(store, error);

	if (status != STATUS_OK)
		return status;
	status = rulebook_list(store, &rules, &rule_count, error);
	for (size_t i = 0; status == STATUS_OK && i < rule_count; i++)
		if (!only || strcmp(only, rules[i].id) == 0) {
			known = true;
			status = run_rule(&harvest, &rules[i], error);
		}
	store_end_read(store);
	if (status == STATUS_OK && only && !known)
		status = error_set(error, STATUS_NOT_FOUND, "there is no rule \"%s\"", only);
	if (status == STATUS_OK)
		*waived = harvest.waived;
	return hand_over(&harvest, status, findings, count);
}

enum status
rulebook_check_record(struct store *store, const char *only, const struct type *type, int64_t id,
	struct arena *arena, struct finding **findings, size_t *count, struct error *error)
{
	struct harvest harvest = { .store = store, .arena = arena, .waivers = true };
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
		make_room(store);
	for (size_t i = 0; status == STATUS_OK && i < rule_count; i++)
		if (!only || strcmp(only, rules[i].id) == 0)
			status = run_about_record(&harvest, &rules[i], &subject, error);
	store_end_read(store);
	return hand_over(&harvest, status, findings, count);
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
	status = prepare_rule(store, sql.data, &statement, error);
	buffer_clear(&sql);
	if (status == STATUS_OK && sqlite3_step(statement) == SQLITE_ROW)
		*out = sqlite3_column_int64(statement, 0);
	else if (status == STATUS_OK)
		status = database_fail(store, sqlite3_errcode(store->database), rule->id, error);
	sqlite3_finalize(statement);
	return status;
}

/* Whether the finding about the row's record is waived; only its name is made. */
static enum status
is_row_waived(struct harvest *harvest, const struct rule *rule, sqlite3_stmt *row, bool *waived,
	struct error *error)
{
	struct finding finding = { .rule = rule };
	enum status status;

	arena_reset(harvest->arena);
	finding.type = copy_column(harvest->arena, row, COLUMN_TYPE);
	status = name_subject(harvest, row, &finding, error);
	return status == STATUS_OK ? is_waived(harvest,
					     arena_format(harvest->arena, "%s/%s/%s", rule->id,
						     finding.type, finding.subject),
					     waived, error)
				   : status;
}

enum status
rulebook_each_subject(struct store *store, const struct rule *rule,
	void (*take)(void *context, const char *type, int64_t id), void *context, int64_t *count,
	struct error *error)
{
	struct arena arena = { 0 };
	struct harvest harvest = { .store = store, .arena = &arena };
	struct buffer sql = { 0 };
	sqlite3_stmt *statement = NULL;
	bool waived = false;
	int result = SQLITE_DONE;
	enum status status = has_waivers(store, rule, &harvest.waivers, error);

	*count = 0;
	if (status == STATUS_OK)
		status = append_found(&sql, store, rule, error);
	if (status == STATUS_OK) {
		buffer_append_text(&sql, "SELECT \"type\", \"id\" FROM \"found\"");
		status = prepare_rule(store, sql.data, &statement, error);
	}
	while (status == STATUS_OK && (result = sqlite3_step(statement)) == SQLITE_ROW) {
		if (harvest.waivers)
			status = is_row_waived(&harvest, rule, statement, &waived, error);
		if (status != STATUS_OK || waived)
			continue;
		++*count;
		take(context, (const char *)sqlite3_column_text(statement, COLUMN_TYPE),
			sqlite3_column_type(statement, COLUMN_ID) == SQLITE_INTEGER
				? sqlite3_column_int64(statement, COLUMN_ID)
				: 0);
	}
	if (status == STATUS_OK && result != SQLITE_DONE)
		status = database_fail(store, result, rule->id, error);
	sqlite3_finalize(statement);
	sqlite3_finalize(harvest.waiver);
	buffer_clear(&sql);
	arena_clear(&arena);
	return status;
}

static void
take_none(void *context, const char *type, int64_t id)
{
	(void)context;
	(void)type;
	(void)id;
}

enum status
rulebook_count(struct store *store, const struct rule *rule, int64_t *count, struct error *error)
{
	bool waivers = false;
	enum status status = has_waivers(store, rule, &waivers, error);

	if (status != STATUS_OK)
		return status;
	return waivers ? rulebook_each_subject(store, rule, take_none, NULL, count, error)
		       : count_rows(store, rule, count, error);
}
