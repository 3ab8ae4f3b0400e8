/* SPDX-License-Identifier: MIT */
/*
 * Building one record out of columns and values, whatever form the file has; and telling the forms
 * apart.
 */
#include "rollout/exchange/incoming.h"

#include <stdlib.h>
#include <string.h>

#include "incoming_build.h"
#include "rollout/base/text.h"
#include "value_reading.h"
#include "word_fold.h"

#define ID_LEAST INT64_C(1000000000000000)

struct mapping *
incoming_mapping(struct incoming_reader *reader, const struct type *type)
{
	struct mapping **mapping = &reader->mappings[type_index(type)];

	if (!*mapping) {
		*mapping = memory_new(1, sizeof **mapping);
		mapping_init(*mapping, type, reader->own, reader->options.choices,
			reader->options.choice_count);
	}
	return *mapping;
}

static enum status
take_key(struct incoming *incoming, const char *text, size_t length, struct error *error)
{
	incoming->present |= 1;
	if (length == 0)
		return STATUS_OK;
	/* A number of our own making: 16 digits or more, as a spreadsheet may have written it. */
	if (*text > '0' && *text <= '9' &&
		value_number_read(text, MARKS_UNKNOWN, ID_LEAST, INT64_MAX, &incoming->record.id) ==
			TRANSLATED)
		return STATUS_OK;
	if (!text_is_key(text, length))
		return error_set(error, STATUS_INVALID,
			"id must be letters, digits, - or _, at most 64 of them, not \"%.*s\"",
			length > 40 ? 40 : (int)length, text);
	incoming->record.values[0] =
		(struct value){ .kind = VALUE_TEXT, .text = text, .length = length };
	return STATUS_OK;
}

static bool
means_nobody(struct arena *arena, const char *text, size_t length)
{
	const char *folded = text_fold_name(arena, text, length);

	return *folded == '\0' ||
	       word_fold_contains("|tbc|tbd|n a|na|none|nobody|not known|unknown|to be confirmed|"
				  "to be decided|not assigned|unassigned|",
		       folded);
}

/* "Ann Lee[50%]": how much of her time a plan takes says nothing about who she is. */
static size_t
without_share(const char *text, size_t length)
{
	const char *open = memchr(text, '[', length);

	if (!open || length < 4 || strncmp(text + length - 2, "%]", 2) != 0 ||
		strspn(open + 1, "0123456789.,") != (size_t)(text + length - 2 - open - 1))
		return length;
	while (open > text && open[-1] == ' ')
		open--;
	return (size_t)(open - text);
}

/* In a document of our own a word in small letters is somebody's key ("na", "none"). */
static bool
is_own_key(const char *text, size_t length)
{
	return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-_") == length;
}

/* References stay text: who is meant is known only when the whole file is. */
static enum status
take_reference(const struct field *field, struct incoming *incoming, int index, bool own,
	const char *text, size_t length, struct arena *arena, struct error *error)
{
	enum status status = text_require_good(field->name, text, length, false, error);

	if (status != STATUS_OK)
		return status;
	text_normalise(arena, &text, &length);
	/* Nobody yet, as spreadsheets say it. */
	if (!own)
		length = without_share(text, length);
	if (!(own && is_own_key(text, length)) && means_nobody(arena, text, length))
		length = 0;
	if (text_count(text, length) > TEXT_LIMIT)
		return error_set(error, STATUS_INVALID, "%s is longer than %d characters",
			field->name, TEXT_LIMIT);
	incoming->record.values[index] =
		length == 0 ? value_none() : value_text(arena_copy(arena, text, length));
	return STATUS_OK;
}

/* A date of a sheet, written as ours; what is no date stays, and is refused as that. */
static enum status
read_date(struct incoming_reader *reader, const struct field *field, const char **text,
	size_t *length, struct error *error)
{
	char date[DATE_SIZE];
	day on;

	switch (date_words_read(*text, reader->dates, &on)) {
	case DATE_WORDS_NOT: return STATUS_OK;
	case DATE_WORDS_AMBIGUOUS:
		return error_set(error, STATUS_INVALID,
			"%s: \"%.40s\" has its day first or its month first; say which with "
			"--dates dmy "
			"or --dates mdy",
			field->name, *text);
	case DATE_WORDS_MIXED:
		return error_set(error, STATUS_INVALID,
			"%s: this column has some days first and some months first: \"%.40s\"",
			field->name, *text);
	case DATE_WORDS_READ: break;
	}
	date_format(on, date);
	*text = arena_copy(&reader->arena, date, DATE_SIZE - 1);
	*length = DATE_SIZE - 1;
	return STATUS_OK;
}

static bool
is_free_text(const struct field *field)
{
	return field->kind == FIELD_TEXT || field->kind == FIELD_NOTE;
}

/* A name that a narrow column broke over two lines is one line here. */
static const char *
join_lines(struct incoming_reader *reader, const char *text, size_t length)
{
	char *copy = arena_copy(&reader->arena, text, length);

	for (char *at = copy; (at = memchr(at, '\n', length - (size_t)(at - copy))); at++)
		*at = ' ';
	reader->wrapped++;
	return copy;
}

enum status
incoming_take_text(struct incoming_reader *reader, struct incoming *incoming,
	const struct column *column, const char *text, size_t length, struct error *error)
{
	const struct type *type = incoming->record.type;
	const struct field *field = &type->fields[column->field];
	struct value *value = &incoming->record.values[column->field];
	enum status status;

	if (column->field == 0)
		return take_key(incoming, text, length, error);
	incoming->present |= UINT32_C(1) << column->field;
	if (field->kind == FIELD_REFERENCE)
		return take_reference(field, incoming, column->field, reader->own, text, length,
			&reader->arena, error);
	/* Our own documents hold what the field takes, nearly always. */
	if (reader->own && !column->scale &&
		field_parse(field, text, length, NULL, &reader->arena, value, error) == STATUS_OK)
		return STATUS_OK;
	if (!reader->own || !is_free_text(field)) {
		status = mapping_translate(incoming_mapping(reader, type), column, &text, &length,
			&reader->arena, error);
		if (status != STATUS_OK)
			return status;
	}
	if (field->kind == FIELD_DATE) {
		status = read_date(reader, field, &text, &length, error);
		if (status != STATUS_OK)
			return status;
	}
	if (field->kind == FIELD_TEXT && memchr(text, '\n', length))
		text = join_lines(reader, text, length);
	return field_parse(field, text, length, NULL, &reader->arena, value, error);
}

struct incoming *
incoming_add_child(
	struct incoming_reader *reader, struct incoming *incoming, const struct nested *nested)
{
	struct incoming *child;

	incoming->children = arena_grow(&reader->arena, incoming->children, incoming->child_count,
		sizeof *incoming->children);
	child = &incoming->children[incoming->child_count++];
	memset(child, 0, sizeof *child);
	record_init(&child->record, type_find(nested->child));
	child->nested = nested;
	child->place = incoming->place;
	child->element = incoming->element;
	child->number = incoming->child_count;
	return child;
}

/* One link: "i-farrow", "Ines Farrow (reports_to)", "i-farrow (influences, 3)". */
static enum status
take_link(struct incoming_reader *reader, struct incoming *incoming, const struct column *column,
	const char *text, size_t length, struct error *error)
{
	const struct nested *nested = nested_find(incoming->record.type, "relationships");
	struct incoming *child = incoming_add_child(reader, incoming, nested);
	const struct type *type = child->record.type;
	const char *open = memchr(text, '(', length),
		   *close = open ? memchr(open, ')', length - (size_t)(open - text)) : NULL;
	int to = type_field_index(type, "to"), kind = type_field_index(type, "kind"),
	    strength = type_field_index(type, "strength");
	char *inside, *comma;
	enum status status = take_reference(&type->fields[to], child, to, reader->own, text,
		open && close ? (size_t)(open - text) : length, &reader->arena, error);

	child->reversed = column->reversed;
	child->present = UINT32_C(1) << to | UINT32_C(1) << kind;
	child->record.values[kind] = value_text(column->word);
	if (status != STATUS_OK || !open || !close)
		return status;
	inside = arena_copy(&reader->arena, open + 1, (size_t)(close - open) - 1);
	comma = strchr(inside, ',');
	if (comma)
		*comma = '\0';
	status = field_parse(&type->fields[kind], inside, strlen(inside), NULL, &reader->arena,
		&child->record.values[kind], error);
	if (status != STATUS_OK || !comma)
		return status;
	comma += 1 + strspn(comma + 1, " ");
	child->present |= UINT32_C(1) << strength;
	return field_parse(&type->fields[strength], comma, strlen(comma), NULL, &reader->arena,
		&child->record.values[strength], error);
}

/* "Ines Farrow; m-quist (reports_to, 2)": children of the record. */
static enum status
take_links(struct incoming_reader *reader, struct incoming *incoming, const struct column *column,
	const char *text, struct error *error)
{
	enum status status = STATUS_OK;

	while (status == STATUS_OK && *text) {
		size_t length;

		text += strspn(text, " ;\n\t");
		length = strcspn(text, ";\n");
		if (length > 0)
			status = take_link(reader, incoming, column, text, length, error);
		text += length;
	}
	return status;
}

/* One cell of an engagement matrix: C marks the level somebody is on, D the one desired. */
static enum status
take_level(struct incoming *incoming, const struct column *column, const char *text)
{
	const struct type *type = incoming->record.type;
	const char *const fields[] = { "attitude", "desired_attitude" };
	const char *const marks[] = { "cC", "dD" };

	for (int i = 0; i < 2; i++) {
		int field = type_field_index(type, fields[i]);

		if (!strpbrk(text, marks[i]))
			continue;
		incoming->present |= UINT32_C(1) << field;
		incoming->record.values[field] = value_text(column->word);
	}
	return STATUS_OK;
}

static enum status
take_field(struct incoming_reader *reader, struct incoming *incoming, const struct column *column,
	const char *text, size_t length, struct error *error)
{
	enum status status = incoming_take_text(reader, incoming, column, text, length, error);

	if (status == STATUS_OK || !column->by_value)
		return status;
	return error_set(error, status,
		"%s (column \"%s\" was taken for %s by its first value; if it means something "
		"else, say "
		"so with --map \"%s=FIELD\")",
		error->message, column->name, incoming->record.type->fields[column->field].name,
		column->name);
}

static void
take_number(
	struct incoming_reader *reader, struct incoming *incoming, const char *text, size_t length)
{
	for (size_t i = 0; i < NUMBERS_MOST; i++)
		if (!incoming->numbers[i]) {
			incoming->numbers[i] = arena_copy(&reader->arena, text, length);
			return;
		}
}

static enum status
take_part(struct incoming_reader *reader, size_t part, const char *text, size_t length)
{
	reader->name_parts[part] = arena_copy(&reader->arena, text, length);
	return STATUS_OK;
}

enum status
incoming_take_column(struct incoming_reader *reader, struct incoming *incoming,
	const struct column *column, const char *text, size_t length, struct error *error)
{
	switch (column->target) {
	case COLUMN_IGNORED:
	case COLUMN_COMPUTED:
	case COLUMN_ROLE:
	case COLUMN_NESTED: return STATUS_OK;
	case COLUMN_FIELD: return take_field(reader, incoming, column, text, length, error);
	case COLUMN_LINKS:
		/* A person depends on somebody by a relationship. */
		return nested_find(incoming->record.type, "depends_on")
			       ? incoming_take_predecessors(reader, incoming, column, text, error)
			       : take_links(reader, incoming, column, text, error);
	case COLUMN_CRITERIA: return incoming_take_criteria(reader, incoming, text, error);
	case COLUMN_NUMBER: take_number(reader, incoming, text, length); return STATUS_OK;
	case COLUMN_FIRST_NAME: return take_part(reader, 0, text, length);
	case COLUMN_MIDDLE_NAME: return take_part(reader, 1, text, length);
	case COLUMN_LAST_NAME: return take_part(reader, 2, text, length);
	case COLUMN_LEVEL: return take_level(incoming, column, text);
	}
	return STATUS_OK;
}

enum status
incoming_complete(struct incoming_reader *reader, struct incoming *incoming, struct error *error)
{
	int name = type_field_index(incoming->record.type, "name");
	const char *joined = "";

	for (size_t i = 0; i < NAME_PARTS; i++) {
		const char *part = reader->name_parts[i];

		reader->name_parts[i] = NULL;
		if (part && *part)
			joined = arena_format(
				&reader->arena, "%s%s%s", joined, *joined ? " " : "", part);
	}
	if (name < 0 || incoming->record.values[name].kind != VALUE_NONE || !*joined)
		return STATUS_OK;
	incoming->present |= UINT32_C(1) << name;
	return field_parse(&incoming->record.type->fields[name], joined, strlen(joined), NULL,
		&reader->arena, &incoming->record.values[name], error);
}

void
incoming_ignore(struct incoming_reader *reader, const char *name)
{
	for (size_t i = 0; i < reader->ignored_count; i++)
		if (strcmp(reader->ignored[i].name, name) == 0) {
			reader->ignored[i].count++;
			return;
		}
	if (reader->ignored_count == IGNORED_MAX)
		return;
	reader->ignored[reader->ignored_count].name =
		arena_copy(&reader->lasting, name, strlen(name));
	reader->ignored[reader->ignored_count++].count = 1;
}
