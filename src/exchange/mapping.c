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
#include "word_fold.h"

enum {
	MEANT_RANK = 8, /* a name that values decide counts behind all others */
	NUMBERING_LONGEST = 6,
};

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
		column->unwanted = true;
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
		bool links = strcmp(name, "relationships") == 0 || strcmp(name, "depends_on") == 0;

		column->target = !mapping->flat ? COLUMN_NESTED
				 : links        ? COLUMN_LINKS
						: COLUMN_IGNORED;
		column->word = strcmp(name, "depends_on") == 0 ? name : "influences";
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

/* Names of ours that mean something else in other people's files as often. */
static bool
is_doubtful(const struct type *type, const char *folded)
{
	const char *names = strcmp(type->name, "stakeholder") == 0 ? "|status|"
			    : strcmp(type->name, "milestone") == 0 ? "|phase|"
								   : "";

	return word_fold_contains(names, folded);
}

/* A name that could mean two things. */
static enum status
decide_by_values(struct mapping *mapping, struct column *column, const char *folded,
	const struct column_values *values, struct error *error)
{
	bool ignored = false;

	column->field = column_meaning_decide(mapping->type, folded, values, &ignored);
	column->by_value = true;
	column->rank = MEANT_RANK + column_meaning_rank(mapping->type, folded);
	column->target = ignored ? COLUMN_IGNORED : COLUMN_FIELD;
	if (column->field >= 0 || ignored)
		return STATUS_OK;
	mapping->undecided = column->name;
	return fail_undecided(column->name, error);
}

/* Planners number their tasks anew with each row that comes between: that is no id. */
static bool
only_numbers(const struct type *type, const char *folded, const struct column_values *values)
{
	if (strcmp(type->name, "milestone") != 0 || strcmp(folded, "id") != 0 || !values)
		return false;
	for (size_t i = 0; i < values->count; i++)
		if (strspn(values->texts[i], "0123456789.") != strlen(values->texts[i]) ||
			strlen(values->texts[i]) > NUMBERING_LONGEST)
			return false;
	return true;
}

/* A tracker's link says in brackets what it means: one that "relates" is nothing to wait for. */
static bool
is_other_link(const char *name, const char *folded)
{
	return strstr(folded, "issue link") && strchr(name, '(') && !strstr(name, "lock") &&
	       !strstr(name, "epend");
}

static void
decide_by_synonym(struct mapping *mapping, struct column *column, const char *folded,
	const struct column_values *values)
{
	const struct type *type = mapping->type;
	bool people = strcmp(type->name, "stakeholder") == 0;

	column->target = COLUMN_FIELD;
	column->field = synonym_find(type, folded, &column->rank);
	if (column->field < 0)
		column->field = find_folded(type, folded);
	if (only_numbers(type, folded, values))
		column->target = COLUMN_NUMBER;
	if (column->field >= 0)
		return;
	column->target = COLUMN_IGNORED;
	if (synonym_numbers(folded))
		column->target = COLUMN_NUMBER;
	else if (people && synonym_name_part(folded) != COLUMN_IGNORED)
		column->target = synonym_name_part(folded);
	else if (!is_other_link(column->name, folded) &&
		 (column->word = synonym_link(type, folded, &column->reversed)))
		column->target = COLUMN_LINKS;
	else if (people && (column->word = synonym_level(folded)))
		column->target = COLUMN_LEVEL;
	else if (synonym_criteria(type, folded))
		column->target = COLUMN_CRITERIA;
}

/* Two columns for one field: the dictionary's own name counts before synonyms, and those before
 * others of a higher rank; what does not count is kept out. Otherwise it has to be said. */
static enum status
check_rivals(struct mapping *mapping, struct column *column, struct error *error)
{
	for (size_t i = 0; i < mapping->count; i++) {
		struct column *other = &mapping->columns[i], *weaker;

		if (other->target != COLUMN_FIELD || column->target != COLUMN_FIELD ||
			other->field != column->field)
			continue;
		if (other->exact == column->exact && other->rank == column->rank)
			return error_set(error, STATUS_INVALID,
				"columns \"%s\" and \"%s\" both mean %s; leave one out with --map "
				"\"%s=-\"",
				other->name, column->name,
				mapping->type->fields[column->field].name, column->name);
		weaker = other->exact != column->exact ? (other->exact ? column : other)
			 : other->rank < column->rank  ? column
						       : other;
		/* Other rows may still call a task by the id that does not count. */
		weaker->target = weaker->field == 0 && strcmp(mapping->type->name, "milestone") == 0
					 ? COLUMN_NUMBER
					 : COLUMN_IGNORED;
		weaker->instead = weaker == other ? column->name : other->name;
	}
	return STATUS_OK;
}

/* "#" and "Employee #" are numbers, whatever folding makes of them. */
static const char *
fold(struct mapping *mapping, const char *name)
{
	const char *folded = text_fold_name(&mapping->arena, name, strlen(name));
	size_t length = strlen(name);

	while (length > 0 && name[length - 1] == ' ')
		length--;
	if (length == 0 || name[length - 1] != '#')
		return folded;
	return *folded ? arena_format(&mapping->arena, "%s number", folded) : "no";
}

static enum status
decide(struct mapping *mapping, struct column *column, const struct column_values *values,
	struct error *error)
{
	const struct type *type = mapping->type;
	const char *name = column->name, *folded = fold(mapping, name);
	bool open = values && column_meaning_is_open(type, folded);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < mapping->choice_count; i++)
		if (strcmp(mapping->choices[i].column, name) == 0)
			return decide_by_choice(mapping, column, mapping->choices[i].field, error);
	column->scale = read_scale(name);
	/* In other people's files even a name of ours may mean something else ("Status": active or
	 * not). */
	if ((mapping->own || !open || !is_doubtful(type, folded)) &&
		decide_by_dictionary(mapping, column, name))
		return check_rivals(mapping, column, error);
	if (open)
		status = decide_by_values(mapping, column, folded, values, error);
	else
		decide_by_synonym(mapping, column, folded, values);
	return status == STATUS_OK ? check_rivals(mapping, column, error) : status;
}

bool
mapping_knows(struct mapping *mapping, const char *name)
{
	const struct type *type = mapping->type;
	bool people = strcmp(type->name, "stakeholder") == 0, reversed;
	const char *folded = fold(mapping, name);
	int rank;

	for (size_t i = 0; i < mapping->choice_count; i++)
		if (strcmp(mapping->choices[i].column, name) == 0)
			return true;
	return nested_find(type, name) || nested_is_computed(type, name) ||
	       synonym_find(type, folded, &rank) >= 0 || column_meaning_is_open(type, folded) ||
	       find_folded(type, folded) >= 0 || synonym_link(type, folded, &reversed) ||
	       synonym_criteria(type, folded) ||
	       (people && (synonym_name_part(folded) != COLUMN_IGNORED || synonym_level(folded)));
}

bool
mapping_may_name(struct mapping *mapping, const char *name)
{
	const struct type *type = mapping->type;
	const char *folded = fold(mapping, name);
	int rank, field = synonym_find(type, folded, &rank);

	for (size_t i = 0; i < mapping->choice_count; i++)
		if (strcmp(mapping->choices[i].column, name) == 0)
			return strcmp(mapping->choices[i].field, "id") == 0 ||
			       strcmp(mapping->choices[i].field, "key") == 0 ||
			       strcmp(mapping->choices[i].field, type->title) == 0;
	if (field < 0)
		field = find_folded(type, folded);
	return field == type_field_index(type, type->title) || field == 0 ||
	       column_meaning_is_open(type, folded) ||
	       (strcmp(type->name, "stakeholder") == 0 &&
		       synonym_name_part(folded) != COLUMN_IGNORED);
}

/* The column of that name, if it is decided already; else a new one, not yet kept. */
static struct column *
find_column(struct mapping *mapping, const char *name)
{
	for (size_t i = 0; i < mapping->count; i++) {
		size_t place = (mapping->hint + i) % mapping->count;

		if (strcmp(mapping->columns[place].name, name) == 0) {
			mapping->hint = place + 1;
			return &mapping->columns[place];
		}
	}
	return NULL;
}

static enum status
add_column(struct mapping *mapping, const char *name, const struct column_values *values,
	struct column **out, struct error *error)
{
	struct column column = { 0 };
	enum status status;

	if (mapping->count == COLUMNS_MAX)
		return error_set(error, STATUS_INVALID, "more than %d different columns or members",
			COLUMNS_MAX);
	column.name = arena_copy(&mapping->arena, name, strlen(name));
	status = decide(mapping, &column, values, error);
	if (status != STATUS_OK)
		return status;
	mapping->columns[mapping->count++] = column;
	mapping->hint = mapping->count;
	*out = &mapping->columns[mapping->count - 1];
	return STATUS_OK;
}

enum status
mapping_settle(struct mapping *mapping, const char *name, const struct column_values *values,
	struct column **out, struct error *error)
{
	enum status status = STATUS_OK;

	*out = find_column(mapping, name);
	if (!*out)
		status = add_column(mapping, name, values, out, error);
	if (status == STATUS_OK)
		(*out)->by_value = false;
	return status;
}

enum status
mapping_find(struct mapping *mapping, const char *name, const char *value,
	const struct column **out, struct error *error)
{
	struct column_values values = { &value, 1 };
	struct column *column = find_column(mapping, name);
	enum status status = STATUS_OK;

	if (!column)
		status = add_column(mapping, name, value ? &values : NULL, &column, error);
	if (status != STATUS_OK)
		return status;
	column->count++;
	*out = column;
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
	int minutes;

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
	case FIELD_REFERENCE: return true;
	case FIELD_TIME: return time_parse(text, &minutes);
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
