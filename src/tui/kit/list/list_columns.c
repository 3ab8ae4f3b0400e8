/* SPDX-License-Identifier: MIT */
/*
 * Chooses columns. Must not look at records: a list that rearranged itself with its content would
 * never stand still.
 */
#include "list_columns.h"

#include <string.h>

#include "tui/kit/screen/canvas.h"

enum {
	TITLE_LEAST = 20,
	TITLE_MOST = 60,
	TEXT_LEAST = 16,
	TEXT_MOST = 32,
	NOTE_MOST = 80,
	REFERENCE_LEAST = 15,
	REFERENCE_MOST = 24,
	CHOICE_MOST = 18,
	LABEL_MOST = 12,
};

/* Fields are taken in this order as long as there is room. */
enum turn { TURN_TITLE, TURN_REQUIRED, TURN_SHORT, TURN_TEXT, TURN_NOTE, TURN_COUNT };

static int
widest_choice(const struct field *field)
{
	int width = 0;

	for (const struct choice *choice = field->choices; choice->name; choice++)
		width = larger_of(width, (int)strlen(choice->name));
	return smaller_of(width, CHOICE_MOST);
}

static int
digits(int64_t number)
{
	int count = number < 0 ? 2 : 1;

	while (number / 10 != 0) {
		number /= 10;
		count++;
	}
	return count;
}

static int
content_width(const struct field *field)
{
	switch (field->kind) {
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_RULE: return TEXT_LEAST;
	case FIELD_INTEGER: return larger_of(digits(field->minimum), digits(field->maximum));
	case FIELD_BOOLEAN: return 3;
	case FIELD_DATE: return 10;
	case FIELD_TIME: return 5;
	case FIELD_CHOICE: return widest_choice(field);
	case FIELD_REFERENCE: return REFERENCE_LEAST;
	}
	return TEXT_LEAST;
}

/* Names are short; what else titles a record ("text", "question") is a sentence. */
static int
title_width(const struct field *field, int width)
{
	return larger_of(
		TITLE_LEAST, strcmp(field->name, "name") == 0 ? width / 4 : width * 9 / 20);
}

/* References that stand for the title of a record which has none. */
static bool
names_record(const struct type *type, const struct field *field)
{
	return !type->title && field->required && field->kind == FIELD_REFERENCE;
}

/* Room for the name above it too, and for the mark of the order. */
static int
least_width(const struct type *type, const struct field *field, int width)
{
	int least = names_record(type, field) ? width / 3 : 0;

	least = larger_of(least, content_width(field));
	return larger_of(least, smaller_of((int)strlen(field->name) + 1, LABEL_MOST));
}

/* What names a record may grow: its title, or its references where it has none. */
static int
most_width(const struct type *type, const struct field *field, bool title)
{
	if (title || names_record(type, field))
		return TITLE_MOST;
	switch (field->kind) {
	case FIELD_TEXT: return TEXT_MOST;
	case FIELD_NOTE: return NOTE_MOST;
	case FIELD_REFERENCE: return REFERENCE_MOST;
	case FIELD_KEY:
	case FIELD_RULE:
	case FIELD_INTEGER:
	case FIELD_BOOLEAN:
	case FIELD_DATE:
	case FIELD_TIME:
	case FIELD_CHOICE: break;
	}
	return least_width(type, field, 0);
}

static bool
is_title(const struct type *type, size_t field)
{
	return type->title && strcmp(type->title, type->fields[field].name) == 0;
}

static enum turn
turn_of(const struct type *type, size_t index)
{
	const struct field *field = &type->fields[index];

	if (is_title(type, index))
		return TURN_TITLE;
	if (field->kind == FIELD_NOTE)
		return TURN_NOTE;
	if (field->required)
		return TURN_REQUIRED;
	return field->kind == FIELD_TEXT ? TURN_TEXT : TURN_SHORT;
}

/* Titles first, the rest in the dictionary's order: the order they were taken in is not shown. */
static void
insert(const struct type *type, struct list_columns *out, size_t field, int width)
{
	int at = out->count++;

	while (at > 0 && !is_title(type, (size_t)out->items[at - 1].field) &&
		(out->items[at - 1].field > (int)field || is_title(type, field))) {
		out->items[at] = out->items[at - 1];
		at--;
	}
	out->items[at] = (struct list_column){ (int)field, width };
}

static int
spread(const struct type *type, struct list_columns *columns, int left, int step)
{
	for (int i = 0; i < columns->count && left > 0; i++) {
		struct list_column *column = &columns->items[i];
		size_t field = (size_t)column->field;
		int most = most_width(type, &type->fields[field], is_title(type, field));
		int more = smaller_of(smaller_of(most - column->width, left), step);

		if (more > 0) {
			column->width += more;
			left -= more;
		}
	}
	return left;
}

/* The field called so; -1: there is none. */
static int
find_named(const struct type *type, const char *name, size_t length)
{
	for (size_t i = 0; i < type->field_count; i++)
		if (strlen(type->fields[i].name) == length &&
			strncmp(type->fields[i].name, name, length) == 0)
			return (int)i;
	return -1;
}

/* What the person chose, in that order; returns the cells that are left. */
static int
take_chosen(const struct type *type, int width, const char *chosen, struct list_columns *out)
{
	int left = width + COLUMN_GAP;

	while (*chosen) {
		size_t length = strcspn(chosen, ",");
		int field = find_named(type, chosen, length), needed;

		chosen += length + (chosen[length] ? 1 : 0);
		if (field < 0 || out->count == COLUMNS_MAX)
			continue;
		needed = is_title(type, (size_t)field)
				 ? title_width(&type->fields[field], width)
				 : least_width(type, &type->fields[field], width);
		if (out->count == 0)
			needed = smaller_of(needed, larger_of(left - COLUMN_GAP, 1));
		if (needed + COLUMN_GAP > left)
			break;
		out->items[out->count++] = (struct list_column){ field, needed };
		left -= needed + COLUMN_GAP;
	}
	return left;
}

static int
take_fitting(const struct type *type, int width, struct list_columns *out)
{
	int left = width + COLUMN_GAP;

	for (int turn = TURN_TITLE; turn < TURN_COUNT; turn++) {
		for (size_t i = 1; i < type->field_count && out->count < COLUMNS_MAX; i++) {
			int needed =
				COLUMN_GAP +
				(turn == TURN_TITLE ? title_width(&type->fields[i], width)
						    : least_width(type, &type->fields[i], width));

			if (turn_of(type, i) != (enum turn)turn)
				continue;
			if (needed > left && out->count == 0)
				needed = left;
			if (needed > left || needed <= COLUMN_GAP)
				continue;
			insert(type, out, i, needed - COLUMN_GAP);
			left -= needed;
		}
	}
	return left;
}

void
list_columns_choose(
	const struct type *type, int width, const char *chosen, struct list_columns *out)
{
	int left, before;

	out->count = 0;
	left = take_chosen(type, width, chosen, out);
	if (out->count == 0 && type->columns)
		left = take_chosen(type, width, type->columns, out);
	if (out->count == 0)
		left = take_fitting(type, width, out);
	do {
		before = left;
		left = spread(type, out, left, 4);
	} while (left > 0 && left < before);
}
