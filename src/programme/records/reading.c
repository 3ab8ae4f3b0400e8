/* SPDX-License-Identifier: MIT */
/*
 * Reading records for the faces: one, a page, or all of a query in turn, and the words by which
 * people and documents call them.
 */
#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"

enum status
programme_get(struct programme *programme, const struct type *type, int64_t id, struct arena *arena,
	struct record *out, struct error *error)
{
	enum status status = store_get(programme->store, type, id, arena, out, error);

	if (status == STATUS_NOT_FOUND)
		return error_set(error, status, "that %s is not there any more", type->label);
	if (status == STATUS_OK)
		record_hide(out);
	return status;
}

/* The findings of one rule at a time. */
struct rule_run {
	const struct rule *rules;
	size_t rule_count, rule; /* the next */
	const char *only;
	bool signals; /* no others */
	struct arena arena;
	struct finding *findings; /* of the rule before it */
	size_t count, next;
};

/* What is read now has ended. */
static void
drop(struct rows *rows)
{
	enum status status = cursor_close(rows->cursor);

	if (rows->run)
		arena_clear(&rows->run->arena);
	free(rows->run);
	rows->cursor = NULL;
	rows->run = NULL;
	if (rows->status == STATUS_OK)
		rows->status = status;
}

/* true: there was a row. */
static bool
go_on(struct rows *rows, bool found)
{
	if (!found)
		drop(rows);
	return found;
}

struct rows
rows_open(struct programme *programme, const struct query *query, struct error *error)
{
	struct rows rows = { .programme = programme, .error = error };

	rows.status = store_begin_read(programme->store, error);
	rows.held = rows.status == STATUS_OK;
	if (query)
		rows_read(&rows, query);
	return rows;
}

/* Neither an order nor a condition may tell what is not told. */
static enum status
refuse_hidden(const struct query *query, struct error *error)
{
	bool hidden =
		query->order > 0 && type_field_is_hidden(query->type, (size_t)query->order - 1);

	for (size_t i = 0; i < query->condition_count; i++)
		hidden = hidden || (query->conditions[i].field == CONDITION_ANY_FIELD
						   ? query->type->anonymous
						   : type_field_is_hidden(query->type,
							     (size_t)query->conditions[i].field));
	if (!hidden)
		return STATUS_OK;
	return error_set(error, STATUS_INVALID,
		"%s are anonymous: `rollout measures` tells what can be told of them",
		query->type->plural);
}

void
rows_read(struct rows *rows, const struct query *query)
{
	drop(rows);
	if (rows->status == STATUS_OK)
		rows->status = refuse_hidden(query, rows->error);
	if (rows->status == STATUS_OK)
		rows->cursor = cursor_open(rows->programme->store, query, rows->error);
}

void
rows_of(struct rows *rows, const char *type, const char *order)
{
	struct query query = query_of(type);

	if (order)
		query_order_by(&query, order);
	rows_read(rows, &query);
}

void
rows_where(struct rows *rows, const char *type, const char *field, struct value value,
	const char *order)
{
	struct query query = query_of(type);

	query_where(&query, field, value);
	if (order)
		query_order_by(&query, order);
	rows_read(rows, &query);
}

bool
rows_get(
	struct rows *rows, const char *type, int64_t id, struct arena *arena, struct record *record)
{
	if (rows->status == STATUS_OK)
		rows->status = programme_get(
			rows->programme, type_find(type), id, arena, record, rows->error);
	return rows->status == STATUS_OK;
}

bool
rows_next(struct rows *rows, struct record *record)
{
	bool found = rows->status == STATUS_OK && cursor_next(rows->cursor, record);

	if (found && !rows->whole)
		record_hide(record);
	return go_on(rows, found);
}

void
rows_log(struct rows *rows, const char *since, int64_t before, int64_t limit)
{
	drop(rows);
	if (rows->status == STATUS_OK)
		rows->cursor =
			history_open(rows->programme->store, since, before, limit, rows->error);
}

bool
rows_next_step(struct rows *rows, struct step *step)
{
	return go_on(rows, rows->status == STATUS_OK && history_next(rows->cursor, step));
}

void
rows_changes(struct rows *rows, const struct type *type, int64_t record, int64_t limit)
{
	drop(rows);
	if (rows->status == STATUS_OK)
		rows->cursor =
			history_open_of(rows->programme->store, type, record, limit, rows->error);
}

bool
rows_next_change(struct rows *rows, struct record_change *change)
{
	return go_on(rows, rows->status == STATUS_OK && history_next_change(rows->cursor, change));
}

void
rows_facts(struct rows *rows, const char *facts, const char *select, day on)
{
	drop(rows);
	if (rows->status == STATUS_OK)
		rows->cursor = facts_open(rows->programme->store, facts, select, on, rows->error);
}

bool
rows_next_fact(struct rows *rows, struct value columns[FACT_COLUMNS_MAX])
{
	return go_on(rows, rows->status == STATUS_OK && facts_next(rows->cursor, columns));
}

void
rows_check(struct rows *rows, const char *only)
{
	drop(rows);
	rows->run = memory_new(1, sizeof *rows->run);
	rows->run->only = only;
	rows->run->rule_count = 1;
	if (rows->status == STATUS_OK && !only)
		rows->status = rulebook_list(rows->programme->store, &rows->run->rules,
			&rows->run->rule_count, rows->error);
}

void
rows_check_signals(struct rows *rows)
{
	rows_check(rows, NULL);
	rows->run->signals = true;
}

bool
rows_next_finding(struct rows *rows, struct finding *finding)
{
	struct rule_run *run = rows->run;

	while (rows->status == STATUS_OK && run && run->next == run->count &&
		run->rule < run->rule_count) {
		const char *rule = run->only ? run->only : run->rules[run->rule].id;
		size_t waived = 0;

		if (run->signals && !*run->rules[run->rule].alarm) {
			run->rule++;
			continue;
		}
		arena_reset(&run->arena);
		run->next = run->count = 0;
		rows->status = rulebook_check(rows->programme->store, rule, &run->arena,
			&run->findings, &run->count, &waived, rows->error);
		rows->waived += waived;
		run->rule++;
	}
	if (rows->status != STATUS_OK || !run || run->next == run->count)
		return go_on(rows, false);
	*finding = run->findings[run->next++];
	return true;
}

enum status
rows_close(struct rows *rows)
{
	drop(rows);
	if (rows->held)
		store_end_read(rows->programme->store);
	rows->held = false;
	return rows->status;
}

enum status
find_record(
	struct programme *programme, const struct query *query, int64_t *id, struct error *error)
{
	struct rows rows = rows_open(programme, query, error);
	struct record record;

	*id = 0;
	while (rows_next(&rows, &record))
		*id = record.id;
	return rows_close(&rows);
}

enum status
programme_page(struct programme *programme, const struct query *query, struct arena *arena,
	struct record *records, size_t space, size_t *count, struct error *error)
{
	struct query bounded = *query;
	struct rows rows;

	if (bounded.limit <= 0 || bounded.limit > (int64_t)space)
		bounded.limit = (int64_t)space;
	*count = 0;
	rows = rows_open(programme, &bounded, error);
	while (*count < space && rows_next(&rows, &records[*count]))
		record_keep(&records[(*count)++], arena);
	return rows_close(&rows);
}

enum status
programme_count(
	struct programme *programme, const struct query *query, int64_t *count, struct error *error)
{
	return store_count(programme->store, query, count, error);
}

const char *
programme_identifier(
	struct programme *programme, const struct type *type, int64_t id, struct arena *arena)
{
	const char *identifier = "", *title;
	struct error ignored = { 0 };

	if (store_name(programme->store, type, id, arena, &identifier, &title, &ignored) !=
		STATUS_OK)
		return arena_format(arena, "%lld", (long long)id);
	return identifier;
}

/* The field that gives a reference its words: the target's title, else its key. */
static const char *
short_title(struct programme *programme, const struct type *type, int64_t id, struct arena *arena)
{
	const char *identifier = "", *title = NULL;
	struct error ignored = { 0 };

	if (store_name(programme->store, type, id, arena, &identifier, &title, &ignored) !=
		STATUS_OK)
		return "";
	return title ? title : identifier;
}

/* A link row is called by what it links and when: "Ines Farrow, 2026-11-02". */
static const char *
composed_title(struct programme *programme, const struct record *record, struct arena *arena)
{
	struct buffer words = { 0 };
	const char *copy;

	for (size_t i = 0; i < record->type->field_count; i++) {
		const struct field *field = &record->type->fields[i];
		const struct value *value = &record->values[i];

		if (!field->required || value->kind == VALUE_NONE ||
			(field->kind != FIELD_REFERENCE && field->kind != FIELD_DATE &&
				field->kind != FIELD_CHOICE))
			continue;
		buffer_format(&words, "%s%s", words.length ? ", " : "",
			field->kind == FIELD_REFERENCE
				? short_title(programme, field_target(field), value->integer, arena)
				: value->text);
	}
	copy = arena_copy(arena, buffer_text(&words), words.length);
	buffer_clear(&words);
	return copy;
}

const char *
programme_title(
	struct programme *programme, const struct type *type, int64_t id, struct arena *arena)
{
	const char *identifier = "", *title = NULL;
	struct error ignored = { 0 };
	struct record record;

	if (store_name(programme->store, type, id, arena, &identifier, &title, &ignored) !=
		STATUS_OK)
		return "";
	if (title)
		return title;
	if (identifier[strspn(identifier, "0123456789")] != '\0')
		return identifier;
	if (store_get(programme->store, type, id, arena, &record, &ignored) != STATUS_OK)
		return identifier;
	title = composed_title(programme, &record, arena);
	return *title ? title : identifier;
}

const char *
programme_title_of(struct programme *programme, const struct record *record, const char *field,
	struct arena *arena)
{
	int index = type_field_index(record->type, field);
	const struct value *value = &record->values[index];

	return value->kind == VALUE_NONE
		       ? NULL
		       : programme_title(programme, field_target(&record->type->fields[index]),
				 value->integer, arena);
}

const char *
programme_format(
	struct programme *programme, const struct record *record, size_t field, struct arena *arena)
{
	const struct field *described = &record->type->fields[field];
	const struct value *value = &record->values[field];

	if (value->kind == VALUE_NONE)
		return "";
	if (described->kind == FIELD_REFERENCE)
		return programme_title(programme, field_target(described), value->integer, arena);
	return field_format(described, value, arena);
}
