/* SPDX-License-Identifier: MIT */
/*
 * Deciding once what each column or member is, and keeping count for the report. See the header for
 * how; the names themselves stand in synonyms.c and values.c.
 */
#include <stdlib.h>
#include <string.h>

#include "rollout/base/text.h"
#include "rollout/exchange/mapping.h"
#include "value_reading.h"

void
mapping_init(struct mapping *mapping, const struct type *type, bool own,
	const struct mapping_choice *choices, size_t choice_count)
{
	memset(mapping, 0, sizeof *mapping);
	mapping->type = type;
	mapping->own = own;
	mapping->choices = choices;
	mapping->choice_count = choice_count;
}

void
mapping_clear(struct mapping *mapping)
{
	arena_clear(&mapping->arena);
}

/* "Power (1-10)", "Impact (%)", "Influence (H/M/L)". */
static int
read_scale(const char *name)
{
	const char *hint = strpbrk(name, "([");
	const char *dash;
	long greatest;

	if (!hint)
		return 0;
	if (strchr(hint, '%'))
		return 100;
	dash = strpbrk(hint, "-\xe2");
	while (dash && *dash && (*dash < '0' || *dash > '9'))
		dash++;
	greatest = dash ? strtol(dash, NULL, 10) : 0;
	return greatest == 3 || greatest == 4 || greatest == 10 || greatest == 100 ? (int)greatest
										   : 0;
}

static enum status
fail_undecided(const char *name, struct error *error)
{
	return error_set(error, STATUS_INVALID,
		"column \"%s\" could mean more than one field; say which with --map \"%s=FIELD\", "
		"or --map \"%s=-\" to leave it out",
		name, name, name);
}

/* Two columns that --map gives to one name are its parts, in the order of the options. */
static enum status
join_choices(struct mapping *mapping, struct column *column, const char *field, struct error *error)
{
	const char *others[2] = { NULL, NULL };
	size_t count = 0;

	for (size_t i = 0; i < mapping->choice_count; i++)
		if (strcmp(mapping->choices[i].field, field) == 0 && count++ < 2)
			others[count - 1] = mapping->choices[i].column;
	if (count < 2)
		return STATUS_OK;
	if (count > 2 || strcmp(field, "name") != 0)
		return error_set(error, STATUS_INVALID,
			"columns \"%s\" and \"%s\" are both mapped to %s; leave one out", others[0],
			others[1], field);
	column->target =
		strcmp(others[0], column->name) == 0 ? COLUMN_FIRST_NAME : COLUMN_LAST_NAME;
	return STATUS_OK;
}

static enum status
decide_by_choice(
	struct mapping *mapping, struct column *column, const char *field, struct error *error)
{
	if (strcmp(field, "-") == 0) {
		column->target = COLUMN_IGNORED;
		return STATUS_OK;
	}
	column->field = type_field_index(mapping->type, strcmp(field, "id") == 0 ? "key" : field);
	column->target = COLUMN_FIELD;
	column->exact = true;
	if (column->field < 0)
		return error_set(error, STATUS_USAGE, "--map: %s has no field \"%s\"",
			mapping->type->name, field);
	return join_choices(mapping, column, field, error);
}

static bool
decide_by_dictionary(struct mapping *mapping, struct column *column, const char *name)
{
	const struct type *type = mapping->type;

	column->nested = nested_find(type, name);
	if (column->nested) {
		column->target = !mapping->flat                       ? COLUMN_NESTED
				 : strcmp(name, "relationships") == 0 ? COLUMN_LINKS
								      : COLUMN_IGNORED;
		column->word = "influences";
		return true;
	}
	if (nested_is_computed(type, name)) {
		column->target = COLUMN_COMPUTED;
		return true;
	}
	column->field = type_field_index(type, strcmp(name, "id") == 0 ? "key" : name);
	if (column->field < 0 || (mapping->own && strcmp(name, "key") == 0))
		return false;
	column->target = COLUMN_FIELD;
	column->exact = true;
	return true;
}

/* The dictionary's own name, but for case, spaces and punctuation. */
static int
find_folded(const struct type *type, const char *folded)
{
	char name[64];
	size_t length = strlen(folded);

	if (length >= sizeof name)
		return -1;
	for (size_t i = 0; i <= length; i++)
		name[i] = folded[i] == ' ' ? '_' : folded[i];
	return type_field_index(type, strcmp(name, "id") == 0 ? "key" : name);
}

static enum status
decide_by_synonym(struct mapping *mapping, struct column *column, const char *folded,
	const char *value, struct error *error)
{
	const struct type *type = mapping->type;
	bool people = strcmp(type->name, "stakeholder") == 0, asks = false, ignored = false;

	column->target = COLUMN_FIELD;
	column->field = synonym_find(type, folded, &asks);
	if (asks && value)
		column->field = synonym_decide(type, folded, value, &ignored);
	column->by_value = asks;
	if (asks && column->field < 0 && !ignored) {
		mapping->undecided = column->name;
		return fail_undecided(column->name, error);
	}
	if (column->field < 0 && !ignored)
		column->field = find_folded(type, folded);
	if (column->field >= 0)
		return STATUS_OK;
	column->target = COLUMN_IGNORED;
	if (!people || ignored)
		return STATUS_OK;
	if (synonym_name_part(folded) != COLUMN_IGNORED)
		column->target = synonym_name_part(folded);
	else if ((column->word = synonym_link(folded, &column->reversed)))
		column->target = COLUMN_LINKS;
	else if ((column->word = synonym_level(folded)))
		column->target = COLUMN_LEVEL;
	return STATUS_OK;
}

/* Two columns for one field: the dictionary's own name wins over a synonym that comes behind it;
 * otherwise it has to be said. */
static enum status
check_rivals(struct mapping *mapping, struct column *column, struct error *error)
{
	for (size_t i = 0; i < mapping->count; i++) {
		const struct column *other = &mapping->columns[i];

		if (other->target != COLUMN_FIELD || column->target != COLUMN_FIELD ||
			other->field != column->field)
			continue;
		if (other->exact && !column->exact) {
			column->target = COLUMN_IGNORED;
			return STATUS_OK;
		}
		return error_set(error, STATUS_INVALID,
			"columns \"%s\" and \"%s\" both mean %s; leave one out with --map \"%s=-\"",
			other->name, column->name, mapping->type->fields[column->field].name,
			column->name);
	}
	return STATUS_OK;
}

static enum status
decide(struct mapping *mapping, struct column *column, const char *value, struct error *error)
{
	const char *name = column->name;
	const char *folded =
		strcmp(name, "#") == 0 ? "no" : text_fold_name(&mapping->arena, name, strlen(name));
	enum status status = STATUS_OK;

	for (size_t i = 0; i < mapping->choice_count; i++)
		if (strcmp(mapping->choices[i].column, name) == 0)
			return decide_by_choice(mapping, column, mapping->choices[i].field, error);
	column->scale = read_scale(name);
	/* In other people's files even a name of ours may mean something else ("Status": active or
	 * not). */
	if (mapping->own || !value || strcmp(folded, "status") != 0 ||
		strcmp(mapping->type->name, "stakeholder") != 0)
		if (decide_by_dictionary(mapping, column, name))
			return check_rivals(mapping, column, error);
	status = decide_by_synonym(mapping, column, folded, value, error);
	return status == STATUS_OK ? check_rivals(mapping, column, error) : status;
}

bool
mapping_knows(struct mapping *mapping, const char *name)
{
	const struct type *type = mapping->type;
	bool people = strcmp(type->name, "stakeholder") == 0, asks = false, reversed;
	const char *folded = text_fold_name(&mapping->arena, name, strlen(name));

	for (size_t i = 0; i < mapping->choice_count; i++)
		if (strcmp(mapping->choices[i].column, name) == 0)
			return true;
	return nested_find(type, name) || nested_is_computed(type, name) ||
	       synonym_find(type, folded, &asks) >= 0 || asks || find_folded(type, folded) >= 0 ||
	       (people && (synonym_name_part(folded) != COLUMN_IGNORED ||
				  synonym_link(folded, &reversed) || synonym_level(folded)));
}

/* The field of a column whose name alone says it; -1: none, or *asks: its values have to. */
static int
field_of(struct mapping *mapping, const char *name, const char *folded, bool *asks)
{
	int field;

	*asks = false;
	for (size_t i = 0; i < mapping->choice_count; i++)
		if (strcmp(mapping->choices[i].column, name) == 0)
			return type_field_index(
				mapping->type, strcmp(mapping->choices[i].field, "id") == 0
						       ? "key"
						       : mapping->choices[i].field);
	field = synonym_find(mapping->type, folded, asks);
	return field < 0 && !*asks ? find_folded(mapping->type, folded) : field;
}

bool
mapping_holds_dates(struct mapping *mapping, const char *name)
{
	bool asks;
	int field =
		field_of(mapping, name, text_fold_name(&mapping->arena, name, strlen(name)), &asks);

	return field >= 0 && mapping->type->fields[field].kind == FIELD_DATE;
}

bool
mapping_may_name(struct mapping *mapping, const char *name)
{
	const struct type *type = mapping->type;
	const char *folded = text_fold_name(&mapping->arena, name, strlen(name));
	bool asks;
	int field = field_of(mapping, name, folded, &asks);

	return field == type_field_index(type, type->title) || field == 0 ||
	       (asks && strncmp(folded, "contact", strlen("contact")) == 0) ||
	       (strcmp(type->name, "stakeholder") == 0 &&
		       synonym_name_part(folded) != COLUMN_IGNORED);
}

enum status
mapping_find(struct mapping *mapping, const char *name, const char *value,
	const struct column **out, struct error *error)
{
	struct column column = { 0 };
	enum status status;

	for (size_t i = 0; i < mapping->count; i++) {
		size_t place = (mapping->hint + i) % mapping->count;

		if (strcmp(mapping->columns[place].name, name) == 0) {
			mapping->hint = place + 1;
			mapping->columns[place].count++;
			*out = &mapping->columns[place];
			return STATUS_OK;
		}
	}
	if (mapping->count == COLUMNS_MAX)
		return error_set(error, STATUS_INVALID, "more than %d different columns or members",
			COLUMNS_MAX);
	column.name = arena_copy(&mapping->arena, name, strlen(name));
	column.count = 1;
	status = decide(mapping, &column, value, error);
	if (status != STATUS_OK)
		return status;
	mapping->columns[mapping->count++] = column;
	mapping->hint = mapping->count;
	*out = &mapping->columns[mapping->count - 1];
	return STATUS_OK;
}

static void
note_translation(struct mapping *mapping, int field, const char *from, const char *to)
{
	struct translation *translation;

	for (size_t i = 0; i < mapping->translation_count; i++) {
		translation = &mapping->translations[i];
		if (translation->field == field && strcmp(translation->from, from) == 0) {
			translation->count++;
			return;
		}
	}
	if (mapping->translation_count == TRANSLATIONS_MAX)
		return;
	translation = &mapping->translations[mapping->translation_count++];
	*translation = (struct translation){ field, arena_copy(&mapping->arena, from, strlen(from)),
		arena_copy(&mapping->arena, to, strlen(to)), 1 };
}

/* Whether the field takes the text without translation. */
static bool
takes(const struct field *field, const char *text)
{
	switch (field->kind) {
	case FIELD_CHOICE: return field_choice_find(field, text) != NULL;
	case FIELD_INTEGER:
	case FIELD_BOOLEAN: {
		char *behind;
		long number = strtol(text, &behind, 10);

		return behind != text && *behind == '\0' &&
		       (field->kind == FIELD_BOOLEAN ||
			       (number >= field->minimum && number <= field->maximum));
	}
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_DATE:
	case FIELD_TIME:
	case FIELD_REFERENCE: return true;
	case FIELD_RULE: return !value_rule_is_foreign(text);
	}
	return true;
}

enum status
mapping_translate(struct mapping *mapping, const struct column *column, const char **text,
	size_t *length, struct arena *arena, struct error *error)
{
	const struct field *field = &mapping->type->fields[column->field];
	const char *ours = NULL;

	if (*length == 0 || (takes(field, *text) && column->scale == 0))
		return STATUS_OK;
	switch (value_words_translate(mapping->type, field, column, *text, arena, &ours)) {
	case TRANSLATED_NOT: return STATUS_OK;
	case TRANSLATED_UNCLEAR:
		return error_set(error, STATUS_INVALID,
			"%s: \"%.40s\" can mean two things; write what is meant", field->name,
			*text);
	case TRANSLATED:
	case TRANSLATED_NOTHING:
		note_translation(mapping, column->field, *text, ours);
		*text = ours;
		*length = strlen(ours);
		return STATUS_OK;
	}
	return STATUS_OK;
}
