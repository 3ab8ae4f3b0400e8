/* SPDX-License-Identifier: MIT */
/*
 * The list of all types and everything that looks something up in it. Must not know any type in
 * particular. Look-ups go through short lists from the front: with some fifty types and at most
 * thirty-two fields, comparing the first letter is faster than a hash.
 */
#include <stdio.h>
#include <string.h>

#include "rollout/base/nearest.h"
#include "types.h"
#include "word.h"

#define POINT_TO_TYPE(name) &type_##name,
static const struct type *const types[] = { EACH_TYPE(POINT_TO_TYPE) };

enum { TYPE_COUNT = sizeof(types) / sizeof(types[0]) };

static bool
same(const char *a, const char *b)
{
	return a == b || (*a == *b && strcmp(a, b) == 0);
}

const struct type *const *
model_types(size_t *count)
{
	*count = TYPE_COUNT;
	return types;
}

const struct type *
type_find(const char *word)
{
	for (size_t i = 0; i < TYPE_COUNT; i++)
		if (same(types[i]->name, word) || same(types[i]->plural, word))
			return types[i];
	return NULL;
}

size_t
type_index(const struct type *type)
{
	size_t i = 0;

	while (i + 1 < TYPE_COUNT && types[i] != type)
		i++;
	return i;
}

int
type_field_index(const struct type *type, const char *name)
{
	for (size_t i = 0; i < type->field_count; i++)
		if (same(type->fields[i].name, name))
			return (int)i;
	return -1;
}

uint32_t
type_field_bits(const struct type *type, const char *const *names)
{
	uint32_t bits = 0;

	for (; *names; names++) {
		int index = type_field_index(type, *names);

		bits |= index < 0 ? 0 : UINT32_C(1) << index;
	}
	return bits;
}

const struct field *
type_field_find(const struct type *type, const char *name)
{
	int index = type_field_index(type, name);

	return index < 0 ? NULL : &type->fields[index];
}

bool
type_is_for(const struct type *type, enum audience audience)
{
	return audience >= AUDIENCE_LEAD && audience <= type->audience;
}

/* Of what a reference points to, the audience must be allowed to see that much. */
static bool
is_target_for(const struct field *field, enum audience audience)
{
	const struct type *target;

	if (field->kind != FIELD_REFERENCE)
		return true;
	target = field_target(field);
	return type_is_for(target, audience) &&
	       (audience != AUDIENCE_TEAM || !target->people || field->owns);
}

bool
type_field_is_for(const struct type *type, size_t field, enum audience audience)
{
	const struct field *described = &type->fields[field];

	if (audience == AUDIENCE_LEAD || !type_is_for(type, audience))
		return type_is_for(type, audience);
	if (audience == AUDIENCE_TEAM && type->people)
		return field == 0 || same(described->name, type->title);
	if (described->sensitive && (audience == AUDIENCE_TEAM || !described->leadership))
		return false;
	return is_target_for(described, audience);
}

const struct type *
field_target(const struct field *field)
{
	return type_find(field->target);
}

const struct choice *
field_choice_find(const struct field *field, const char *name)
{
	if (!field->choices)
		return NULL;
	for (const struct choice *choice = field->choices; choice->name; choice++)
		if (same(choice->name, name))
			return choice;
	return NULL;
}

const char *
field_kind_name(enum field_kind kind)
{
	switch (kind) {
	case FIELD_KEY: return "key";
	case FIELD_TEXT: return "text";
	case FIELD_NOTE: return "long text";
	case FIELD_INTEGER: return "whole number";
	case FIELD_BOOLEAN: return "yes or no";
	case FIELD_DATE: return "date";
	case FIELD_TIME: return "time";
	case FIELD_CHOICE: return "choice";
	case FIELD_REFERENCE: return "reference";
	case FIELD_RULE: return "recurrence";
	}
	return "value";
}

const char *
type_suggest(const char *word)
{
	struct nearest nearest = nearest_to(word);

	for (size_t i = 0; i < TYPE_COUNT; i++) {
		(void)nearest_take(&nearest, types[i]->name);
		(void)nearest_take(&nearest, types[i]->plural);
	}
	return nearest.best;
}

const char *
type_field_suggest(const struct type *type, const char *word)
{
	struct nearest nearest = nearest_to(word);

	for (size_t i = 0; i < type->field_count; i++)
		(void)nearest_take(&nearest, type->fields[i].name);
	return nearest.best;
}

/* The field whose name stands at *at, up to a blank or a slash; *at is set behind it. */
static int
take_field_name(const struct type *type, const char **at)
{
	const char *name = *at;
	size_t length = strcspn(name, " /"), i = 0;

	*at += length;
	while (strncmp(type->fields[i].name, name, length) != 0 ||
		type->fields[i].name[length] != '\0')
		i++;
	return (int)i;
}

size_t
type_identity(const struct type *type, struct identity_part parts[IDENTITY_PARTS_MOST])
{
	const char *at = type->identity ? type->identity : "";
	size_t count = 0;

	while (*at) {
		struct identity_part *part = &parts[count++];

		*part = (struct identity_part){ take_field_name(type, &at), -1 };
		if (*at == '/') {
			at++;
			part->instead = take_field_name(type, &at);
		}
		at += *at == ' ';
	}
	return count;
}

bool
type_is_identity(const struct type *type, size_t field)
{
	struct identity_part parts[IDENTITY_PARTS_MOST];
	size_t count = type_identity(type, parts);

	for (size_t i = 0; i < count; i++)
		if (parts[i].field == (int)field || parts[i].instead == (int)field)
			return true;
	return false;
}

bool
type_field_is_hidden(const struct type *type, size_t field)
{
	return type->anonymous && type->fields[field].kind != FIELD_KEY &&
	       type->fields[field].kind != FIELD_DATE;
}
