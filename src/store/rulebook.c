/* SPDX-License-Identifier: MIT */
/*
 * The runner of the rule book. It knows no rule: it reads the headers of data/rules, runs each
 * SELECT, and turns rows into findings.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "rollout/base/date.h"
#include "rollout/base/embedded.h"

enum {
	COLUMN_TYPE,
	COLUMN_ID,
	COLUMN_NAME,
	COLUMN_MESSAGE,
	COLUMN_FACTS,
	COLUMN_RESPONSE,
	COLUMNS_LEAST = 5
};

/* The text behind "-- NAME:" with its continuation lines ("--   more") joined by spaces; "" when
 * there is none. */
static const char *
header_text(struct arena *arena, const char *text, const char *name)
{
	struct buffer joined = { 0 };
	size_t length = strlen(name);
	bool inside = false;
	const char *copy;

	for (const char *line = text; strncmp(line, "--", 2) == 0;) {
		const char *end = strchr(line, '\n');
		const char *word = line + 3;

		if (!end)
			break;
		if (strncmp(word, name, length) == 0 && word[length] == ':') {
			inside = true;
			word += length + 1;
		} else if (strncmp(line, "--   ", 5) != 0)
			inside = false;
		if (inside) {
			while (*word == ' ')
				word++;
			if (joined.length > 0)
				buffer_append_char(&joined, ' ');
			buffer_append(&joined, word, (size_t)(end - word));
		}
		line = end + 1;
	}
	copy = arena_copy(arena, buffer_text(&joined), joined.length);
	buffer_clear(&joined);
	return copy;
}

static const char *
skip_header(const char *text)
{
	while (strncmp(text, "--", 2) == 0 && strchr(text, '\n'))
		text = strchr(text, '\n') + 1;
	return text;
}

/* The tables of data/facts that the name means, without their comments; NULL: there are none. */
static const char *
find_facts(const char *name)
{
	size_t count;
	const struct embedded_file *files = embedded_list("facts/", &count);
	size_t length = strlen(name);

	for (size_t i = 0; i < count; i++) {
		const char *file = files[i].path + strlen("facts/");

		if (strncmp(file, name, length) == 0 && strcmp(file + length, ".sql") == 0)
			return skip_header(files[i].text);
	}
	return NULL;
}

/* The rule's SELECT with the shared tables it uses before its own. */
static const char *
join_facts(struct arena *arena, const char *facts, const char *sql)
{
	static const char with[] = "WITH ";
	bool own = strncmp(sql, with, sizeof with - 1) == 0;

	return arena_format(
		arena, "WITH %s%s%s", facts, own ? ", " : "\n", own ? sql + sizeof with - 1 : sql);
}

static int
compare_ids(const char *a, const char *b)
{
	size_t letters = strcspn(a, "0123456789"), others = strcspn(b, "0123456789");
	int order = strncmp(a, b, letters > others ? letters : others);
	long left = strtol(a + letters, NULL, 10), right = strtol(b + others, NULL, 10);

	return order ? order : (left > right) - (left < right);
}

static int
compare_rules(const void *a, const void *b)
{
	const struct rule *left = a, *right = b;

	if (left->severity != right->severity)
		return left->severity < right->severity ? -1 : 1;
	return compare_ids(left->id, right->id);
}

static enum status
parse_rule(struct store *store, const struct embedded_file *file, struct rule *rule,
	struct error *error)
{
	const char *severity = header_text(&store->lasting, file->text, "severity");
	const char *uses = header_text(&store->lasting, file->text, "uses");

	rule->id = header_text(&store->lasting, file->text, "id");
	rule->title = header_text(&store->lasting, file->text, "title");
	rule->meaning = header_text(&store->lasting, file->text, "meaning");
	rule->response = header_text(&store->lasting, file->text, "response");
	rule->sql = skip_header(file->text);
	if (*uses && !find_facts(uses))
		return error_set(error, STATUS_FAILED, "data/%s: there are no facts \"%s\"",
			file->path, uses);
	if (*uses)
		rule->sql = join_facts(&store->lasting, find_facts(uses), rule->sql);
	rule->severity = SEVERITY_NOTICE;
	for (enum severity s = SEVERITY_ERROR; s <= SEVERITY_NOTICE; s++)
		if (strcmp(severity, severity_name(s)) == 0)
			rule->severity = s;
	if (!*rule->id || !*rule->title || !*rule->response ||
		strcmp(severity, severity_name(rule->severity)) != 0)
		return error_set(error, STATUS_FAILED,
			"data/%s: its header lacks id, severity, title or response", file->path);
	return STATUS_OK;
}

enum status
rulebook_list(struct store *store, const struct rule **rules, size_t *count, struct error *error)
{
	enum status status = STATUS_OK;

	if (!store->rules) {
		size_t files_count;
		const struct embedded_file *files = embedded_list("rules/", &files_count);
		struct rule *parsed =
			arena_alloc(&store->lasting, (files_count + 1) * sizeof *parsed);

		for (size_t i = 0; i < files_count && status == STATUS_OK; i++)
			status = parse_rule(store, &files[i], &parsed[i], error);
		if (status != STATUS_OK)
			return status;
		qsort(parsed, files_count, sizeof *parsed, compare_rules);
		store->rules = parsed;
		store->rule_count = files_count;
	}
	*rules = store->rules;
	*count = store->rule_count;
	return STATUS_OK;
}

/* The findings of one run, growing. */
struct harvest {
	struct store *store;
	struct arena *arena;
	struct finding *findings;
	size_t count, space;
	size_t waived;
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

/* sql with :today bound; finalize it. */
static enum status
prepare_on(
	struct store *store, const char *sql, day on, sqlite3_stmt **statement, struct error *error)
{
	enum status status = database_prepare(store, statement, sql, error);
	char today[DATE_SIZE];

	if (status != STATUS_OK)
		return status;
	date_format(on, today);
	sqlite3_bind_text(*statement, sqlite3_bind_parameter_index(*statement, ":today"), today, -1,
		SQLITE_TRANSIENT);
	return STATUS_OK;
}

static enum status
prepare_rule(struct store *store, const char *sql, sqlite3_stmt **statement, struct error *error)
{
	return prepare_on(store, sql, store->today, statement, error);
}

static enum status
run_rule(struct harvest *harvest, const struct rule *rule, struct error *error)
{
	struct store *store = harvest->store;
	sqlite3_stmt *statement = NULL;
	enum status status = prepare_rule(store, rule->sql, &statement, error);
	int result = SQLITE_DONE;

	if (status != STATUS_OK)
		return status;
	while (status == STATUS_OK && (result = sqlite3_step(statement)) == SQLITE_ROW)
		status = add_finding(harvest, rule, statement, error);
	if (status == STATUS_OK && result != SQLITE_DONE)
		status = database_fail(store, result, rule->id, error);
	sqlite3_finalize(statement);
	return status;
}

static int
compare_findings(const void *a, const void *b)
{
	const struct finding *left = a, *right = b;
	int order = left->rule != right->rule ? compare_rules(left->rule, right->rule)
					      : strcmp(left->name, right->name);

	return order ? order : strcmp(left->id, right->id);
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
	if (status == STATUS_OK) {
		if (harvest.count > 0)
			qsort(harvest.findings, harvest.count, sizeof *harvest.findings,
				compare_findings);
		*findings = arena_alloc(arena, (harvest.count + 1) * sizeof **findings);
		if (harvest.count > 0)
			memcpy(*findings, harvest.findings, harvest.count * sizeof **findings);
		*count = harvest.count;
		*waived = harvest.waived;
	}
	sqlite3_finalize(harvest.waiver);
	free(harvest.findings);
	return status;
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

/* Where findings are waived each has to be made to tell; there are few such rules. */
static enum status
count_one_by_one(struct store *store, const struct rule *rule, int64_t *out, struct error *error)
{
	struct arena arena = { 0 };
	struct harvest harvest = { .store = store, .arena = &arena };
	enum status status = run_rule(&harvest, rule, error);

	*out = (int64_t)harvest.count;
	sqlite3_finalize(harvest.waiver);
	free(harvest.findings);
	arena_clear(&arena);
	return status;
}

static enum status
count_rows(struct store *store, const struct rule *rule, int64_t *out, struct error *error)
{
	struct buffer sql = { 0 };
	sqlite3_stmt *statement = NULL;
	size_t length = strlen(rule->sql);
	enum status status;

	while (length > 0 && strchr("; \n", rule->sql[length - 1]))
		length--;
	buffer_append_text(&sql, "SELECT count(*) FROM (");
	buffer_append(&sql, rule->sql, length);
	buffer_append_text(&sql, "\n)");
	status = prepare_rule(store, sql.data, &statement, error);
	buffer_clear(&sql);
	if (status == STATUS_OK && sqlite3_step(statement) == SQLITE_ROW)
		*out = sqlite3_column_int64(statement, 0);
	else if (status == STATUS_OK)
		status = database_fail(store, sqlite3_errcode(store->database), rule->id, error);
	sqlite3_finalize(statement);
	return status;
}

enum status
rulebook_count(struct store *store, int64_t *counts, struct error *error)
{
	const struct rule *rules;
	size_t rule_count;
	bool waivers = false;
	enum status status = store_begin_read(store, error);

	if (status != STATUS_OK)
		return status;
	status = rulebook_list(store, &rules, &rule_count, error);
	for (size_t i = 0; status == STATUS_OK && i < rule_count; i++) {
		status = has_waivers(store, &rules[i], &waivers, error);
		if (status == STATUS_OK)
			status = waivers ? count_one_by_one(store, &rules[i], &counts[i], error)
					 : count_rows(store, &rules[i], &counts[i], error);
	}
	store_end_read(store);
	return status;
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
	enum status status = prepare_on(
		store, join_facts(&arena, find_facts(facts), select), on, &statement, error);

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
