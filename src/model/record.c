/* SPDX-License-Identifier: MIT */
/*
 * Records and values in memory, and what must hold between the fields of one record. Must not
 * own text: a record is plain data that points at what somebody else keeps. Rules between records
 * belong to the rule book, not here.
 */
#include "rollout/model/record.h"

#include <stdio.h>
#include <string.h>

#include "rollout/model/setting.h"

/* Two days of one record that cannot be the other way round. */
struct day_order {
	const char *first;
	const char *last;
};

static const struct day_order day_orders[] = {
	{ "starts_on", "ends_on" },
	{ "starts_on", "launches_on" },
	{ "raised_on", "resolved_on" },
	{ "requested_on", "decided_on" },
};

struct value
value_none(void)
{
	return (struct value){ .kind = VALUE_NONE };
}

struct value
value_integer(int64_t integer)
{
	return (struct value){ .kind = VALUE_INTEGER, .integer = integer };
}

struct value
value_text(const char *text)
{
	return (struct value){ .kind = VALUE_TEXT, .length = strlen(text), .text = text };
}

bool
value_equal(const struct value *a, const struct value *b)
{
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case VALUE_NONE: return true;
	case VALUE_INTEGER: return a->integer == b->integer;
	case VALUE_TEXT: return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
	}
	return false;
}

void
record_init(struct record *record, const struct type *type)
{
	memset(record, 0, sizeof(*record));
	record->type = type;
}

/* A preset is written as a person writes it; that it fits its field is proven by a test, so only
 * the forms that presets have are read here. */
static struct value
preset_value(const struct field *field)
{
	int64_t number = 0;

	if (field->kind == FIELD_BOOLEAN)
		return value_integer(strcmp(field->preset, "true") == 0);
	if (field->kind != FIELD_INTEGER)
		return value_text(field->preset);
	for (const char *digit = field->preset; *digit; digit++)
		number = number * 10 + (*digit - '0');
	return value_integer(number);
}

void
record_set_presets(struct record *record)
{
	for (size_t i = 0; i < record->type->field_count; i++) {
		const struct field *field = &record->type->fields[i];

		if (field->preset && record->values[i].kind == VALUE_NONE)
			record->values[i] = preset_value(field);
	}
}

const struct value *
record_get(const struct record *record, const char *field)
{
	return &record->values[type_field_index(record->type, field)];
}

bool
record_has(const struct record *record, const char *field)
{
	return record_get(record, field)->kind != VALUE_NONE;
}

const char *
record_text(const struct record *record, const char *field)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_TEXT ? value->text : NULL;
}

day
record_date(const struct record *record, const char *field)
{
	const char *text = record_text(record, field);
	day out;

	return text && date_parse(text, &out) ? out : NO_DAY;
}

char *
record_copy_text(const struct record *record, const char *field, struct arena *arena)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_TEXT ? arena_copy(arena, value->text, value->length) : NULL;
}

const char *
record_copy_words(const struct record *record, const char *field, struct arena *arena)
{
	const char *text = record_copy_text(record, field, arena);

	return text ? text : "";
}

bool
record_flag(const struct record *record, const char *field, bool otherwise)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_INTEGER ? value->integer != 0 : otherwise;
}

int64_t
record_number(const struct record *record, const char *field)
{
	const struct value *value = record_get(record, field);

	return value->kind == VALUE_INTEGER ? value->integer : 0;
}

bool
record_is(const struct record *record, const char *field, const char *word)
{
	const char *text = record_text(record, field);

	return text && strcmp(text, word) == 0;
}

void
record_keep(struct record *record, struct arena *arena)
{
	for (size_t i = 0; i < record->type->field_count; i++) {
		struct value *value = &record->values[i];

		if (value->kind == VALUE_TEXT)
			value->text = arena_copy(arena, value->text, value->length);
	}
}

void
record_put(struct record *record, const char *field, struct value value)
{
	record->values[type_field_index(record->type, field)] = value;
}

const struct value *
identity_value(const struct record *record, const struct identity_part *part)
{
	const struct value *value = &record->values[part->field];

	return value->kind == VALUE_NONE && part->instead >= 0 ? &record->values[part->instead]
							       : value;
}

void
record_identify(const struct record *record, char out[RECORD_ID_SIZE])
{
	const struct value *key = &record->values[0];

	if (key->kind == VALUE_TEXT)
		snprintf(out, RECORD_ID_SIZE, "%s", key->text);
	else
		snprintf(out, RECORD_ID_SIZE, "%lld", (long long)record->id);
}

char *
record_identifier(const struct record *record, struct arena *arena)
{
	char identifier[RECORD_ID_SIZE];

	record_identify(record, identifier);
	return arena_copy(arena, identifier, strlen(identifier));
}

/* "a" or "an" and a space, or nothing before a plural. */
static const char *
article(const char *word)
{
	size_t length = strlen(word);

	if (length > 0 && word[length - 1] == 's')
		return "";
	return strchr("aeio", *word) ? "an " : "a ";
}

/* "phase needs a date (starts_on)": a name alone would not always say what is missing. */
static enum status
refuse_missing(const struct record *record, const struct field *field, struct error *error)
{
	const char *label = record->type->label;
	const char *thing = field->name;

	if (field->kind == FIELD_DATE)
		thing = "date";
	else if (field->kind == FIELD_REFERENCE)
		thing = field->target;
	if (strcmp(thing, field->name) == 0)
		return error_set(
			error, STATUS_INVALID, "%s needs %s%s", label, article(thing), thing);
	return error_set(error, STATUS_INVALID, "%s needs %s%s (%s)", label, article(thing), thing,
		field->name);
}

static enum status
check_required(const struct record *record, struct error *error)
{
	for (size_t i = 0; i < record->type->field_count; i++) {
		const struct field *field = &record->type->fields[i];

		if (field->required && record->values[i].kind == VALUE_NONE)
			return refuse_missing(record, field, error);
	}
	return STATUS_OK;
}

static const struct value *
find_value(const struct record *record, const char *field, enum value_kind kind)
{
	int index = type_field_index(record->type, field);

	if (index < 0 || record->values[index].kind != kind)
		return NULL;
	return &record->values[index];
}

/* Stored dates compare as text. */
static enum status
check_day(const struct record *record, const struct field *field, const char *text,
	struct error *error)
{
	for (size_t i = 0; i < sizeof(day_orders) / sizeof(day_orders[0]); i++) {
		const struct day_order *order = &day_orders[i];
		const struct value *last;

		if (strcmp(order->first, field->name) != 0)
			continue;
		last = find_value(record, order->last, VALUE_TEXT);
		if (last && strcmp(last->text, text) < 0)
			return error_set(error, STATUS_INVALID,
				"%s must not be before %s: %s is before %s", order->last,
				order->first, last->text, text);
	}
	return STATUS_OK;
}

/* A record that joins two, joins different ones; and none is part of itself, or takes its own
 * place. To own oneself is allowed: a person may look after their own entry. */
static enum status
check_reference(
	const struct record *record, const struct field *field, int64_t id, struct error *error)
{
	const struct value *to;

	if (strcmp(field->name, "from") == 0) {
		to = find_value(record, "to", VALUE_INTEGER);
		if (to && to->integer == id)
			return error_set(error, STATUS_INVALID,
				"%s must join two different records: from and to are the same",
				record->type->label);
	} else if (record->id == id &&
		   (strcmp(field->name, "parent") == 0 || strcmp(field->name, "supersedes") == 0)) {
		return error_set(error, STATUS_INVALID, "%s must not be the %s itself", field->name,
			record->type->label);
	}
	return STATUS_OK;
}

static enum status
check_between_fields(const struct record *record, struct error *error)
{
	enum status status = STATUS_OK;

	for (size_t i = 1; i < record->type->field_count && status == STATUS_OK; i++) {
		const struct field *field = &record->type->fields[i];
		const struct value *value = &record->values[i];

		if (field->kind == FIELD_DATE && value->kind == VALUE_TEXT)
			status = check_day(record, field, value->text, error);
		else if (field->kind == FIELD_REFERENCE && value->kind == VALUE_INTEGER)
			status = check_reference(record, field, value->integer, error);
	}
	return status;
}

/* Every setting of the dictionary is a whole number in a range; a rule that got a word would count
 * from 0. */
static enum status
check_setting(const struct record *record, struct error *error)
{
	const struct setting *setting = NULL;
	const struct value *value;
	int64_t number;

	if (strcmp(record->type->name, "setting") == 0 && record->values[0].kind == VALUE_TEXT)
		setting = setting_find(record->values[0].text);
	if (!setting)
		return STATUS_OK;
	value = record_get(record, "value");
	if (setting_read(setting, value->text, value->length, &number))
		return STATUS_OK;
	return error_set(error, STATUS_INVALID,
		"value of %s must be a whole number from %d to %d, not \"%.40s\"", setting->key,
		setting->low, setting->high, value->text);
}

enum status
record_check(const struct record *record, struct error *error)
{
	enum status status = check_required(record, error);

	if (!status)
		status = check_between_fields(record, error);
	if (!status)
		status = check_setting(record, error);
	return status;
}

bool
record_is_somebody_else(const struct record *a, const struct record *b)
{
	int address = type_field_index(a->type, "email");

	if (address < 0)
		return false;
	return (a->values[0].kind == VALUE_TEXT && b->values[0].kind == VALUE_TEXT &&
		       !value_equal(&a->values[0], &b->values[0])) ||
	       (a->values[address].kind == VALUE_TEXT && b->values[address].kind == VALUE_TEXT &&
		       !value_equal(&a->values[address], &b->values[address]));
}

bool
record_differs(const struct record *before, const struct record *now)
{
	for (size_t i = 0; i < before->type->field_count; i++)
		if (!value_equal(&before->values[i], &now->values[i]))
			return true;
	return false;
}

void
record_hide(struct record *record)
{
	for (size_t i = 0; record->type->anonymous && i < record->type->field_count; i++)
		if (type_field_is_hidden(record->type, i))
			record->values[i] = value_none();
}
