/* SPDX-License-Identifier: MIT */
/*
 * Reads one typed value into the form it is stored in, and writes one back for people. Must not
 * look anything up: references are resolved where the records are. A value is either taken whole
 * or refused with a message; nothing is rounded, cut or guessed.
 */
#include <stdio.h>
#include <string.h>

#include "rollout/base/date.h"
#include "rollout/base/text.h"
#include "rollout/model/record.h"
#include "rollout/model/rrule.h"
#include "word.h"

/* One value on its way in. text[length] is NUL. */
struct reading {
	const struct field *field;
	const char *text;
	size_t length;
	const int32_t *today;
	struct arena *arena;
	struct error *error;
};

static bool
is_free_text(const struct field *field)
{
	return field->kind == FIELD_TEXT || field->kind == FIELD_NOTE;
}

static enum status
refuse(const struct reading *in, const char *expected)
{
	const char *name = in->field->name;

	if (in->field->sensitive && is_free_text(in->field))
		return error_set(in->error, STATUS_INVALID, "%s must be %s", name, expected);
	return error_set(in->error, STATUS_INVALID, "%s must be %s, not \"%.*s\"", name, expected,
		text_quote_length(in->text, in->length), in->text);
}

static enum status
check_characters(const struct reading *in)
{
	return text_require_good(
		in->field->name, in->text, in->length, is_free_text(in->field), in->error);
}

static void
set_text(struct value *out, const char *text, size_t length)
{
	out->kind = VALUE_TEXT;
	out->text = text;
	out->length = length;
}

static void
set_integer(struct value *out, int64_t integer)
{
	out->kind = VALUE_INTEGER;
	out->integer = integer;
}

static enum status
parse_free_text(const struct reading *in, struct value *out)
{
	size_t limit = in->field->kind == FIELD_TEXT ? TEXT_LIMIT : NOTE_LIMIT;
	const char *text = in->text;
	size_t length = in->length;

	text_normalise(in->arena, &text, &length);
	if (length == 0)
		return STATUS_OK;
	if (in->field->kind == FIELD_TEXT &&
		(memchr(text, '\n', length) || memchr(text, '\t', length)))
		return refuse(in, "one line without tabs");
	if (length > limit && text_count(text, length) > limit)
		return error_set(in->error, STATUS_INVALID,
			"%s must be at most %zu characters, not %zu", in->field->name, limit,
			text_count(text, length));
	if (text[length] != '\0')
		text = arena_copy(in->arena, text, length);
	set_text(out, text, length);
	return STATUS_OK;
}

static enum status
parse_key(const struct reading *in, struct value *out)
{
	if (!text_is_key(in->text, in->length))
		return refuse(in, "1 to 64 letters, digits, - and _, and not a long number");
	set_text(out, in->text, in->length);
	return STATUS_OK;
}

/* Decimal digits with an optional minus; false also for what does not fit. */
static bool
read_integer(const char *text, int64_t *out)
{
	bool negative = *text == '-';
	int64_t number = 0;

	if (negative)
		text++;
	if (*text == '\0')
		return false;
	for (; *text; text++) {
		if (*text < '0' || *text > '9')
			return false;
		if (__builtin_mul_overflow(number, 10, &number) ||
			__builtin_add_overflow(number, *text - '0', &number))
			return false;
	}
	*out = negative ? -number : number;
	return true;
}

static enum status
parse_integer(const struct reading *in, struct value *out)
{
	const struct field *field = in->field;
	char expected[80];
	int64_t number;

	if (read_integer(in->text, &number) && number >= field->minimum &&
		number <= field->maximum) {
		set_integer(out, number);
		return STATUS_OK;
	}
	snprintf(expected, sizeof expected, "a whole number from %lld to %lld",
		(long long)field->minimum, (long long)field->maximum);
	return refuse(in, expected);
}

static enum status
parse_boolean(const struct reading *in, struct value *out)
{
	static const char *const words[] = { "no", "yes", "false", "true", "n", "y", "0", "1" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (word_is(in->text, in->length, words[i])) {
			set_integer(out, i % 2);
			return STATUS_OK;
		}
	}
	return refuse(in, "yes or no");
}

static enum status
parse_date(const struct reading *in, struct value *out)
{
	char iso[DATE_SIZE];
	day date;

	if (in->length == DATE_SIZE - 1 && date_parse(in->text, &date)) {
		set_text(out, in->text, in->length);
		return STATUS_OK;
	}
	if (!in->today)
		return refuse(in, "a date from 1900 to 2199 as YYYY-MM-DD");
	if (!date_parse_human(in->text, *in->today, &date))
		return refuse(in, "a date such as 2027-03-31, today, +2w or fri");
	date_format(date, iso);
	set_text(out, arena_copy(in->arena, iso, DATE_SIZE - 1), DATE_SIZE - 1);
	return STATUS_OK;
}

static enum status
parse_time(const struct reading *in, struct value *out)
{
	int minutes;

	if (!time_parse(in->text, &minutes))
		return refuse(in, "a time from 00:00 to 23:59 as HH:MM");
	set_text(out, in->text, in->length);
	return STATUS_OK;
}

/* Whether a person who wrote word meant the choice: case aside, with a space or hyphen for each
 * underscore. */
static bool
means_choice(const char *word, const char *name)
{
	for (; *word && *name; word++, name++) {
		bool gap = *name == '_' && (*word == ' ' || *word == '-');

		if (!gap && word_lower(*word) != word_lower(*name))
			return false;
	}
	return *word == *name;
}

static enum status
refuse_choice(const struct reading *in)
{
	struct buffer expected = { 0 };
	enum status status;

	for (const struct choice *choice = in->field->choices; choice->name; choice++)
		buffer_format(
			&expected, "%s%s", expected.length == 0 ? "one of " : ", ", choice->name);
	status = refuse(in, buffer_text(&expected));
	buffer_clear(&expected);
	return status;
}

static enum status
parse_choice(const struct reading *in, struct value *out)
{
	const struct choice *choice = field_choice_find(in->field, in->text);

	if (!choice) {
		choice = in->field->choices;
		while (choice->name && !means_choice(in->text, choice->name))
			choice++;
	}
	if (!choice->name)
		return refuse_choice(in);
	set_text(out, choice->name, strlen(choice->name));
	return STATUS_OK;
}

static enum status
parse_rule(const struct reading *in, struct value *out)
{
	struct rrule rule = { 0 };
	enum status status = rrule_parse(in->field->name, in->text, &rule, in->error);
	char *upper;

	if (status)
		return status;
	upper = arena_copy(in->arena, in->text, in->length);
	for (char *letter = upper; *letter; letter++)
		if (*letter >= 'a' && *letter <= 'z')
			*letter = (char)(*letter - 'a' + 'A');
	set_text(out, upper, in->length);
	return STATUS_OK;
}

/* A person's spaces around a word or number mean nothing; a file's are a fault. */
static void
trim_typed(struct reading *in)
{
	size_t length = in->length;

	while (length > 0 && in->text[length - 1] == ' ')
		length--;
	while (length > 0 && *in->text == ' ') {
		in->text++;
		length--;
	}
	if (in->text[length] != '\0')
		in->text = arena_copy(in->arena, in->text, length);
	in->length = length;
}

static enum status
parse_kind(const struct reading *in, struct value *out)
{
	switch (in->field->kind) {
	case FIELD_KEY: return parse_key(in, out);
	case FIELD_TEXT:
	case FIELD_NOTE: return parse_free_text(in, out);
	case FIELD_INTEGER: return parse_integer(in, out);
	case FIELD_BOOLEAN: return parse_boolean(in, out);
	case FIELD_DATE: return parse_date(in, out);
	case FIELD_TIME: return parse_time(in, out);
	case FIELD_CHOICE: return parse_choice(in, out);
	case FIELD_RULE: return parse_rule(in, out);
	case FIELD_REFERENCE: break;
	}
	return error_set(in->error, STATUS_FAILED, "internal: %s was parsed as a plain value",
		in->field->name);
}

enum status
field_parse(const struct field *field, const char *text, size_t length, const int32_t *today,
	struct arena *arena, struct value *out, struct error *error)
{
	struct reading in = { field, text, length, today, arena, error };
	enum status status;

	*out = value_none();
	status = check_characters(&in);
	if (status)
		return status;
	if (today && !is_free_text(field))
		trim_typed(&in);
	if (in.length == 0)
		return STATUS_OK;
	return parse_kind(&in, out);
}

const char *
field_format(const struct field *field, const struct value *value, struct arena *arena)
{
	switch (value->kind) {
	case VALUE_NONE: return "";
	case VALUE_TEXT: return value->text;
	case VALUE_INTEGER: break;
	}
	if (field->kind == FIELD_BOOLEAN)
		return value->integer ? "yes" : "no";
	return arena_format(arena, "%lld", (long long)value->integer);
}
