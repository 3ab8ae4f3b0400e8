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

/* Names that are like the one typed but for case and diacritics, when exactly one is. */
struct likeness {
	const char *wanted;
	struct arena *arena;
	int title;
	int64_t ids[CANDIDATES_SHOWN + 1];
	size_t count;
};

static enum status
compare_title(void *context, const struct record *record, struct error *error)
{
	struct likeness *likeness = context;
	const struct value *title = &record->values[likeness->title];

	(void)error;
	arena_reset(likeness->arena);
	if (title->kind == VALUE_TEXT && likeness->count <= CANDIDATES_SHOWN &&
		strcmp(text_fold(likeness->arena, title->text, title->length), likeness->wanted) ==
			0)
		likeness->ids[likeness->count++] = record->id;
	return STATUS_OK;
}

static enum status
find_alike(struct programme *programme, const struct type *type, const char *text, size_t length,
	struct likeness *likeness, struct error *error)
{
	struct arena folded = { 0 }, scratch = { 0 };
	struct query query = { .type = type };
	enum status status;

	likeness->count = 0;
	likeness->title = type->title ? type_field_index(type, type->title) : -1;
	if (likeness->title < 0)
		return STATUS_OK;
	likeness->wanted = text_fold(&folded, text, length);
	likeness->arena = &scratch;
	query.conditions[0] = (struct condition){ likeness->title, COMPARE_CONTAINS,
		{ .kind = VALUE_TEXT, .text = text, .length = length } };
	query.condition_count = 1;
	status = programme_each(programme, &query, compare_title, likeness, error);
	arena_clear(&folded);
	arena_clear(&scratch);
	return status;
}

static enum status
resolve_name(struct programme *programme, const struct type *type, const char *text, size_t length,
	int64_t *id, struct error *error)
{
	struct likeness likeness = { 0 };
	size_t count;
	enum status status = store_find_title(programme->store, type, text, length, likeness.ids,
		CANDIDATES_SHOWN, &count, error);

	if (status == STATUS_OK && count == 0) {
		status = find_alike(programme, type, text, length, &likeness, error);
		count = likeness.count;
	}
	if (status != STATUS_OK)
		return status;
	if (count > 1)
		return fail_ambiguous(programme, type, text, length, likeness.ids, count, error);
	*id = count == 1 ? likeness.ids[0] : 0;
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
