/* SPDX-License-Identifier: MIT */
/*
 * Reads filters. Must not compare anything itself. A value is read as the field itself would
 * read it, so that what can be stored can be asked for, and a typing mistake in it is an error
 * instead of an empty list.
 */
#include "filter.h"

#include <string.h>

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

static enum status
read_value(struct call *call, const struct field *field, const char *text, struct value *out,
	struct error *error)
{
	int32_t today = programme_today(call->programme);
	struct error inner = { 0 };
	int64_t id;
	enum status status;

	*out = value_none();
	if (!*text)
		return STATUS_OK;
	if (field->kind != FIELD_REFERENCE)
		return field_parse(field, text, strlen(text), &today, &call->arena, out, error);
	status = call_resolve(call, field_target(field), text, &id, &inner);
	if (status)
		return error_set(error, status, "%s: %s", field->name, inner.message);
	*out = value_integer(id);
	return STATUS_OK;
}

static enum status
read_condition(struct call *call, const struct field *field, const struct operator_row *found,
	const char *text, struct value *out, struct error *error)
{
	bool equality = found->compare == COMPARE_EQUAL || found->compare == COMPARE_NOT_EQUAL;

	if (!*text && !equality)
		return error_set(
			error, STATUS_USAGE, "%s%s needs a value", field->name, found->text);
	if (found->compare == COMPARE_CONTAINS) {
		if (!has_text(field))
			return error_set(error, STATUS_USAGE, "%s is a %s: ~ looks into texts only",
				field->name, field_kind_name(field->kind));
		*out = value_text(text);
		return call_check_text(field->name, text, error);
	}
	if (!equality && !has_order(field))
		return error_set(error, STATUS_USAGE, "%s is a %s: only = and != compare it",
			field->name, field_kind_name(field->kind));
	return read_value(call, field, text, out, error);
}

enum status
filter_add(struct call *call, const char *word, struct query *query, struct error *error)
{
	size_t length = strcspn(word, "!<>=~");
	const struct operator_row *found = find_operator(word + length);
	struct condition *condition = &query->conditions[query->condition_count];
	const char *name = arena_copy(&call->arena, word, length);
	enum status status;

	if (!found || length == 0)
		return error_set(error, STATUS_USAGE,
			"\"%s\" is no filter; write field=value, field>=value or field~text", word);
	if (query->condition_count == CONDITIONS_MAX)
		return error_set(error, STATUS_USAGE, "more than %d filters", CONDITIONS_MAX);
	status = filter_field(query->type, name, &condition->field, error);
	if (status)
		return status;
	condition->compare = found->compare;
	status = read_condition(call, &query->type->fields[condition->field], found,
		word + length + strlen(found->text), &condition->value, error);
	if (!status)
		query->condition_count++;
	return status;
}
