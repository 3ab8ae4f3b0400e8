/* SPDX-License-Identifier: MIT */
/*
 * Reads filters, see the header.
 */
#include "rollout/programme/filter.h"

#include <string.h>

#include "rollout/base/text.h"
#include "rollout/programme/records.h"

struct operator_row {
	const char *text; /* the longer before those they begin with */
	enum compare compare;
};

static const struct operator_row operators[] = {
	{ "!=", COMPARE_NOT_EQUAL },
	{ "<=", COMPARE_LESS_EQUAL },
	{ ">=", COMPARE_GREATER_EQUAL },
	{ "=", COMPARE_EQUAL },
	{ "<", COMPARE_LESS },
	{ ">", COMPARE_GREATER },
	{ "~", COMPARE_CONTAINS },
};

enum status
filter_field(const struct type *type, const char *name, int *out, struct error *error)
{
	const char *near;

	*out = strcmp(name, "id") == 0 ? 0 : type_field_index(type, name);
	if (*out >= 0 && type_field_is_hidden(type, (size_t)*out))
		return error_set(error, STATUS_INVALID,
			"%s are anonymous: `rollout measures` tells what can be told of them",
			type->plural);
	if (*out >= 0)
		return STATUS_OK;
	near = type_field_suggest(type, name);
	if (near)
		return error_set(error, STATUS_NOT_FOUND,
			"%s has no field \"%s\"; did you mean %s?", type->name, name, near);
	return error_set(error, STATUS_NOT_FOUND,
		"%s has no field \"%s\"; `rollout types %s` lists them", type->name, name,
		type->name);
}

static const struct operator_row *
find_operator(const char *text)
{
	for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++)
		if (strncmp(text, operators[i].text, strlen(operators[i].text)) == 0)
			return &operators[i];
	return NULL;
}

static bool
has_order(const struct field *field)
{
	switch (field->kind) {
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_INTEGER:
	case FIELD_DATE:
	case FIELD_TIME:
	case FIELD_KEY: return true;
	case FIELD_BOOLEAN:
	case FIELD_CHOICE:
	case FIELD_REFERENCE:
	case FIELD_RULE: break;
	}
	return false;
}

static bool
has_text(const struct field *field)
{
	return field->kind != FIELD_INTEGER && field->kind != FIELD_BOOLEAN &&
	       field->kind != FIELD_REFERENCE;
}

/* What reading a word needs: where its values lie and what they are resolved against. */
struct reader {
	struct programme *programme;
	struct arena *arena;
	struct query *query;
};

static enum status
read_value(const struct reader *reader, const struct field *field, const char *text,
	struct value *out, struct error *error)
{
	int32_t today = programme_today(reader->programme);
	struct error inner = { 0 };
	int64_t id;
	enum status status;

	*out = value_none();
	if (!*text)
		return STATUS_OK;
	if (field->kind != FIELD_REFERENCE)
		return field_parse(field, text, strlen(text), &today, reader->arena, out, error);
	status = text_require_good(field_target(field)->label, text, strlen(text), true, &inner);
	if (!status)
		status = programme_resolve_typed(
			reader->programme, field_target(field), text, strlen(text), &id, &inner);
	if (status)
		return error_set(error, status, "%s: %s", field->name, inner.message);
	*out = value_integer(id);
	return STATUS_OK;
}

static enum status
read_condition(const struct reader *reader, const struct field *field, enum compare compare,
	const char *operator, const char * text, struct value *out, struct error *error)
{
	bool equality = compare == COMPARE_EQUAL || compare == COMPARE_NOT_EQUAL;

	if (!*text && !equality)
		return error_set(error, STATUS_USAGE, "%s%s needs a value", field->name, operator);
	if (compare == COMPARE_CONTAINS) {
		if (!has_text(field))
			return error_set(error, STATUS_USAGE, "%s is a %s: ~ looks into texts only",
				field->name, field_kind_name(field->kind));
		*out = value_text(arena_copy(reader->arena, text, strlen(text)));
		return text_require_good(field->name, text, strlen(text), true, error);
	}
	if (!equality && !has_order(field))
		return error_set(error, STATUS_USAGE, "%s is a %s: only = and != compare it",
			field->name, field_kind_name(field->kind));
	return read_value(reader, field, text, out, error);
}

/* The condition that the next word fills; NULL: there are too many. */
static struct condition *
next_condition(struct query *query, struct error *error, enum status *status)
{
	*status = STATUS_OK;
	if (query->condition_count < CONDITIONS_MAX)
		return &query->conditions[query->condition_count];
	*status = error_set(error, STATUS_USAGE, "more than %d filters", CONDITIONS_MAX);
	return NULL;
}

static enum status
add_comparison(const struct reader *reader, int field, const struct operator_row *found,
	const char *text, struct error *error)
{
	struct query *query = reader->query;
	enum status status;
	struct condition *condition = next_condition(query, error, &status);

	if (!condition)
		return status;
	condition->field = field;
	condition->compare = found->compare;
	status = read_condition(reader, &query->type->fields[field], found->compare, found->text,
		text, &condition->value, error);
	if (!status)
		query->condition_count++;
	return status;
}

enum status
programme_filter_add(struct programme *programme, const char *word, struct arena *arena,
	struct query *query, struct error *error)
{
	const struct reader reader = { programme, arena, query };
	size_t length = strcspn(word, "!<>=~");
	const struct operator_row *found = find_operator(word + length);
	enum status status;
	int field;

	if (!found || length == 0)
		return error_set(error, STATUS_USAGE,
			"\"%s\" is no filter; write field=value, field>=value or field~text", word);
	status = filter_field(query->type, arena_copy(arena, word, length), &field, error);
	if (status)
		return status;
	return add_comparison(&reader, field, found, word + length + strlen(found->text), error);
}

/* A text that must be in the record somewhere. */
static enum status
add_text(const struct reader *reader, const char *text, struct error *error)
{
	enum status status = text_require_good("the filter", text, strlen(text), true, error);
	struct condition *condition;

	if (status)
		return status;
	condition = next_condition(reader->query, error, &status);
	if (!condition)
		return status;
	*condition = (struct condition){
		.field = CONDITION_ANY_FIELD, .compare = COMPARE_CONTAINS, .value = value_text(text)
	};
	reader->query->condition_count++;
	return STATUS_OK;
}

static enum status
add_word(const struct reader *reader, const char *word, struct error *error)
{
	static const struct operator_row colon = { ":", COMPARE_EQUAL };
	size_t length = strcspn(word, "!<>=~:");
	const struct operator_row *found =
		word[length] == ':' ? &colon : find_operator(word + length);
	struct error ignored = { 0 };
	int field;

	if (!found || length == 0 ||
		filter_field(reader->query->type, arena_copy(reader->arena, word, length), &field,
			&ignored) != STATUS_OK)
		return add_text(reader, word, error);
	return add_comparison(reader, field, found, word + length + strlen(found->text), error);
}

/* The next word, without its quotes, in the arena; NULL: there is none. */
static const char *
next_word(const char **text, struct arena *arena)
{
	const char *at = *text + strspn(*text, " \t");
	char *word = arena_alloc(arena, strlen(at) + 1);
	size_t length = 0;
	bool quoted = false;

	if (!*at)
		return NULL;
	for (; *at && (quoted || (*at != ' ' && *at != '\t')); at++) {
		if (*at == '"')
			quoted = !quoted;
		else
			word[length++] = *at;
	}
	word[length] = '\0';
	*text = at;
	return word;
}

enum status
programme_filter_read(struct programme *programme, const char *text, struct arena *arena,
	struct query *query, struct error *error)
{
	const struct reader reader = { programme, arena, query };
	size_t before = query->condition_count;
	enum status status = STATUS_OK;
	const char *word;

	while (status == STATUS_OK && (word = next_word(&text, arena)) != NULL)
		if (*word)
			status = add_word(&reader, word, error);
	if (status != STATUS_OK)
		query->condition_count = before;
	return status;
}
