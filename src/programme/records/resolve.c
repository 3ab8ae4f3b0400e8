/* SPDX-License-Identifier: MIT */
/*
 * Which record a typed word means: its number, its key, or its name where only one is called so. An
 * ambiguous name is never guessed at: the candidates are listed.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "programme/document/document.h"
#include "rollout/base/text.h"

enum { CANDIDATES_SHOWN = 5 };

/* A record's number is at least 16 digits; a shorter run of digits is a key. */
static int64_t
parse_number(const char *text, size_t length)
{
	char copy[24];

	if (length < 1 || length > 19 || strspn(text, "0123456789") < length)
		return 0;
	memcpy(copy, text, length);
	copy[length] = '\0';
	return strtoll(copy, NULL, 10);
}

static enum status
fail_ambiguous(struct programme *programme, const struct type *type, const char *text,
	size_t length, const int64_t *ids, size_t count, struct error *error)
{
	struct arena arena = { 0 };
	struct buffer list = { 0 };
	enum status status;

	for (size_t i = 0; i < count && i < CANDIDATES_SHOWN; i++) {
		struct record record;
		int organisation = type_field_index(type, "organisation");
		const char *identifier = programme_identifier(programme, type, ids[i], &arena);

		buffer_format(&list, "%s%s", i ? ", " : "", identifier);
		if (organisation >= 0 &&
			store_get(programme->store, type, ids[i], &arena, &record, error) ==
				STATUS_OK &&
			record.values[organisation].kind == VALUE_TEXT)
			buffer_format(&list, " (%s)", record.values[organisation].text);
	}
	status = error_set(error, STATUS_INVALID, "\"%.*s\" means more than one %s: %s%s",
		text_quote_length(text, length), text, type->label, buffer_text(&list),
		count > CANDIDATES_SHOWN ? " …" : "");
	buffer_clear(&list);
	arena_clear(&arena);
	return status;
}

/* Those whose names are like the one typed but for case and diacritics, as many as tell that there
 * is more than can be shown. */
static enum status
find_alike(struct programme *programme, const struct type *type, const char *text, size_t length,
	int64_t ids[CANDIDATES_SHOWN + 1], size_t *count, struct error *error)
{
	struct arena folded = { 0 }, scratch = { 0 };
	struct rows rows = rows_open(programme, NULL, error);
	struct query query = query_of(type->name);
	const char *wanted = text_fold(&folded, text, length);
	struct record record;

	*count = 0;
	if (type->title) {
		query_compare(&query, type->title, COMPARE_CONTAINS,
			(struct value){ .kind = VALUE_TEXT, .text = text, .length = length });
		rows_read(&rows, &query);
	}
	while (*count <= CANDIDATES_SHOWN && rows_next(&rows, &record)) {
		const struct value *title = record_get(&record, type->title);

		arena_reset(&scratch);
		if (title->kind == VALUE_TEXT &&
			strcmp(text_fold(&scratch, title->text, title->length), wanted) == 0)
			ids[(*count)++] = record.id;
	}
	arena_clear(&folded);
	arena_clear(&scratch);
	return rows_close(&rows);
}

static enum status
resolve_name(struct programme *programme, const struct type *type, const char *text, size_t length,
	int64_t *id, struct error *error)
{
	int64_t ids[CANDIDATES_SHOWN + 1];
	size_t count;
	enum status status = store_find_title(
		programme->store, type, text, length, ids, CANDIDATES_SHOWN, &count, error);

	if (status == STATUS_OK && count == 0)
		status = find_alike(programme, type, text, length, ids, &count, error);
	if (status != STATUS_OK)
		return status;
	if (count > 1)
		return fail_ambiguous(programme, type, text, length, ids, count, error);
	*id = count == 1 ? ids[0] : 0;
	return STATUS_OK;
}

enum status
programme_resolve(struct programme *programme, const struct type *type, const char *text,
	size_t length, int64_t *id, struct error *error)
{
	struct arena arena = { 0 };
	struct record record;
	int64_t number;
	size_t offset = 0;
	enum text_fault fault = text_check(text, length, false, &offset);
	enum status status = STATUS_OK;

	*id = 0;
	if (fault != TEXT_GOOD)
		return error_set(error, STATUS_INVALID, "%s \"%.*s\" contains %s", type->label,
			text_quote_length(text, length), text, text_fault_name(fault));
	text_normalise(&arena, &text, &length);
	number = parse_number(text, length);
	if (text_is_key(text, length))
		status = store_find_key(programme->store, type, text, length, id, error);
	if (status == STATUS_OK && *id == 0 && number > 0) {
		status = store_get(programme->store, type, number, &arena, &record, error);
		*id = status == STATUS_OK ? number : 0;
		if (status == STATUS_NOT_FOUND)
			status = STATUS_OK;
	}
	if (status == STATUS_OK && *id == 0 && length > 0)
		status = resolve_name(programme, type, text, length, id, error);
	if (status == STATUS_OK && *id == 0)
		status = error_set(error, STATUS_NOT_FOUND, "there is no %s \"%.*s\"", type->label,
			text_quote_length(text, length), text);
	arena_clear(&arena);
	return status;
}
