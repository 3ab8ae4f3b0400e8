/* SPDX-License-Identifier: MIT */
/*
 * Reading records for the faces: one, a page, or all of a query in turn, and the words by which
 * people and documents call them.
 */
#include <string.h>

#include "programme/document/document.h"

enum status
programme_get(struct programme *programme, const struct type *type, int64_t id, struct arena *arena,
	struct record *out, struct error *error)
{
	enum status status = store_get(programme->store, type, id, arena, out, error);

	if (status == STATUS_NOT_FOUND)
		return error_set(error, status, "that %s is not there any more", type->label);
	return status;
}

enum status
programme_each(struct programme *programme, const struct query *query,
	enum status (*each)(void *context, const struct record *record, struct error *error),
	void *context, struct error *error)
{
	struct cursor *cursor = NULL;
	struct record record;
	bool found = true;
	enum status status = store_begin_read(programme->store, error);

	if (status != STATUS_OK)
		return status;
	status = store_query(programme->store, query, &cursor, error);
	while (status == STATUS_OK) {
		status = cursor_next(cursor, &record, &found, error);
		if (status != STATUS_OK || !found)
			break;
		status = each(context, &record, error);
	}
	cursor_close(cursor);
	store_end_read(programme->store);
	return status;
}

static enum status
keep_id(void *context, const struct record *record, struct error *error)
{
	(void)error;
	*(int64_t *)context = record->id;
	return STATUS_OK;
}

enum status
find_record(
	struct programme *programme, const struct query *query, int64_t *id, struct error *error)
{
	*id = 0;
	return programme_each(programme, query, keep_id, id, error);
}

struct page {
	struct arena *arena;
	struct record *records;
	size_t count;
};

static enum status
keep_record(void *context, const struct record *record, struct error *error)
{
	struct page *page = context;
	struct record *kept = &page->records[page->count++];

	(void)error;
	*kept = *record;
	for (size_t i = 0; i < record->type->field_count; i++)
		if (kept->values[i].kind == VALUE_TEXT)
			kept->values[i].text = arena_copy(
				page->arena, kept->values[i].text, kept->values[i].length);
	return STATUS_OK;
}

enum status
programme_page(struct programme *programme, const struct query *query, struct arena *arena,
	struct record *records, size_t space, size_t *count, struct error *error)
{
	struct query bounded = *query;
	struct page page = { arena, records, 0 };
	enum status status;

	if (bounded.limit <= 0 || bounded.limit > (int64_t)space)
		bounded.limit = (int64_t)space;
	status = programme_each(programme, &bounded, keep_record, &page, error);
	*count = page.count;
	return status;
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
