/* SPDX-License-Identifier: MIT */
/*
 * Reads a recurrence rule part by part. Must not find occurrences and must not guess: RFC 5545
 * has many more parts, and to ignore one would plan meetings on wrong days, so every part that
 * is not known is refused by name.
 */
#include "rollout/model/rrule.h"

#include <string.h>

#include "rollout/base/text.h"
#include "word.h"

/* What one part is read into, and how a fault in it is told. */
struct reader {
	const char *field;
	struct rrule *rule;
	struct error *error;
};

/* A stretch of the text, not NUL-terminated. */
struct piece {
	const char *text;
	size_t length;
};

typedef enum status part_reader(struct reader *reader, struct piece value);

struct part {
	const char *name;
	part_reader *read;
};

/* Takes what stands before the next separator off the front of rest. false: there was none, and
 * this was the last piece. */
static bool
piece_take(struct piece *rest, char separator, struct piece *first)
{
	const char *end = memchr(rest->text, separator, rest->length);

	*first = *rest;
	if (!end) {
		rest->text += rest->length;
		rest->length = 0;
		return false;
	}
	first->length = (size_t)(end - rest->text);
	rest->text += first->length + 1;
	rest->length -= first->length + 1;
	return true;
}

static enum status
refuse(struct reader *reader, const char *part, const char *expected, struct piece found)
{
	return error_set(reader->error, STATUS_INVALID, "%s: %s must be %s, not \"%.*s\"",
		reader->field, part, expected, text_quote_length(found.text, found.length),
		found.text);
}

/* Digits, with a sign before them where negative numbers are allowed, between plus and minus
 * limit and never 0. */
static bool
read_number(struct piece piece, bool negative, int limit, int *out)
{
	bool minus = false;
	int number = 0;

	if (negative && piece.length > 0 && (*piece.text == '-' || *piece.text == '+')) {
		minus = *piece.text == '-';
		piece.text++;
		piece.length--;
	}
	if (piece.length < 1 || piece.length > 3)
		return false;
	for (size_t i = 0; i < piece.length; i++) {
		if (piece.text[i] < '0' || piece.text[i] > '9')
			return false;
		number = number * 10 + (piece.text[i] - '0');
	}
	*out = minus ? -number : number;
	return number >= 1 && number <= limit;
}

static enum status
read_frequency(struct reader *reader, struct piece value)
{
	static const char *const names[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (word_is(value.text, value.length, names[i])) {
			reader->rule->frequency = (enum rrule_frequency)i;
			return STATUS_OK;
		}
	}
	return refuse(reader, "FREQ", "DAILY, WEEKLY, MONTHLY or YEARLY", value);
}

static enum status
read_interval(struct reader *reader, struct piece value)
{
	if (read_number(value, false, RRULE_INTERVAL_MAX, &reader->rule->interval))
		return STATUS_OK;
	return refuse(reader, "INTERVAL", "a whole number from 1 to 99", value);
}

static enum status
read_count(struct reader *reader, struct piece value)
{
	if (read_number(value, false, RRULE_COUNT_MAX, &reader->rule->count))
		return STATUS_OK;
	return refuse(reader, "COUNT", "a whole number from 1 to 520", value);
}

static enum status
read_until(struct reader *reader, struct piece value)
{
	char iso[DATE_SIZE] = "YYYY-MM-DD";

	if (value.length == 8) {
		memcpy(iso, value.text, 4);
		memcpy(iso + 5, value.text + 4, 2);
		memcpy(iso + 8, value.text + 6, 2);
		reader->rule->has_until = date_parse(iso, &reader->rule->until);
	}
	if (reader->rule->has_until)
		return STATUS_OK;
	return refuse(reader, "UNTIL", "a date such as 20271231", value);
}

static bool
read_weekday(struct piece piece, struct rrule_day *out)
{
	static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
	struct piece ordinal = piece;

	if (piece.length < 2)
		return false;
	ordinal.length -= 2;
	out->ordinal = 0;
	if (ordinal.length > 0 && !read_number(ordinal, true, 53, &out->ordinal))
		return false;
	for (int i = 0; i < 7; i++) {
		if (word_is(piece.text + ordinal.length, 2, names[i])) {
			out->weekday = (enum weekday)(MONDAY + i);
			return true;
		}
	}
	return false;
}

static enum status
too_many(struct reader *reader, const char *part)
{
	return error_set(reader->error, STATUS_INVALID, "%s: %s must have at most %d entries",
		reader->field, part, RRULE_LIST_MAX);
}

static enum status
read_days(struct reader *reader, struct piece value)
{
	struct rrule *rule = reader->rule;
	struct piece rest = value;
	struct piece entry;
	bool more;

	do {
		more = piece_take(&rest, ',', &entry);
		if (rule->day_count == RRULE_LIST_MAX)
			return too_many(reader, "BYDAY");
		if (!read_weekday(entry, &rule->days[rule->day_count]))
			return refuse(reader, "BYDAY", "weekdays such as TU, 2WE or -1FR", value);
		rule->day_count++;
	} while (more);
	return STATUS_OK;
}

/* A list of numbers between plus and minus limit. */
static enum status
read_numbers(struct reader *reader, struct piece value, const char *part, const char *expected,
	int limit, int list[RRULE_LIST_MAX], size_t *count)
{
	struct piece rest = value;
	struct piece entry;
	bool more;

	do {
		more = piece_take(&rest, ',', &entry);
		if (*count == RRULE_LIST_MAX)
			return too_many(reader, part);
		if (!read_number(entry, true, limit, &list[*count]))
			return refuse(reader, part, expected, value);
		++*count;
	} while (more);
	return STATUS_OK;
}

static enum status
read_month_days(struct reader *reader, struct piece value)
{
	return read_numbers(reader, value, "BYMONTHDAY", "days from 1 to 31 or -1 to -31", 31,
		reader->rule->month_days, &reader->rule->month_day_count);
}

static enum status
read_positions(struct reader *reader, struct piece value)
{
	return read_numbers(reader, value, "BYSETPOS", "places from 1 to 366 or -1 to -366", 366,
		reader->rule->positions, &reader->rule->position_count);
}

static const struct part parts[] = {
	{ "FREQ", read_frequency },
	{ "INTERVAL", read_interval },
	{ "BYDAY", read_days },
	{ "BYMONTHDAY", read_month_days },
	{ "BYSETPOS", read_positions },
	{ "COUNT", read_count },
	{ "UNTIL", read_until },
};

enum { PART_COUNT = sizeof(parts) / sizeof(parts[0]) };

/* Reads one part; seen has a bit for each that came before it. */
static enum status
read_part(struct reader *reader, struct piece part, unsigned int *seen)
{
	struct piece value = part;
	struct piece name;

	piece_take(&value, '=', &name);
	for (size_t i = 0; i < PART_COUNT; i++) {
		if (!word_is(name.text, name.length, parts[i].name))
			continue;
		if (*seen & 1u << i)
			return error_set(reader->error, STATUS_INVALID, "%s: %s stands there twice",
				reader->field, parts[i].name);
		*seen |= 1u << i;
		return parts[i].read(reader, value);
	}
	return error_set(reader->error, STATUS_INVALID,
		"%s: \"%.*s\" is not one of FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYSETPOS, COUNT and "
		"UNTIL",
		reader->field, text_quote_length(part.text, part.length), part.text);
}

/* The widest ordinal a weekday may have; 0: none. */
static int
ordinal_limit(enum rrule_frequency frequency)
{
	switch (frequency) {
	case RRULE_DAILY:
	case RRULE_WEEKLY: return 0;
	case RRULE_MONTHLY: return 5;
	case RRULE_YEARLY: return 53;
	}
	return 0;
}

static const char *
ordinal_fault(const struct rrule *rule)
{
	int limit = ordinal_limit(rule->frequency);

	for (size_t i = 0; i < rule->day_count; i++) {
		int ordinal = rule->days[i].ordinal;

		if (ordinal == 0 || (ordinal <= limit && ordinal >= -limit))
			continue;
		if (limit == 0)
			return "BYDAY may count weekdays (2WE) only in a month or a year";
		return "BYDAY counts at most the fifth weekday of a month";
	}
	return NULL;
}

/* What is wrong with parts that are each right; NULL: nothing. */
static const char *
rule_fault(const struct rrule *rule, bool has_frequency)
{
	if (!has_frequency)
		return "FREQ is missing, as in FREQ=WEEKLY;BYDAY=TU";
	if (rule->count > 0 && rule->has_until)
		return "COUNT and UNTIL cannot stand together";
	if (rule->frequency == RRULE_WEEKLY && rule->month_day_count > 0)
		return "BYMONTHDAY cannot stand with FREQ=WEEKLY";
	if (rule->position_count > 0 && rule->day_count == 0 && rule->month_day_count == 0)
		return "BYSETPOS needs BYDAY or BYMONTHDAY to pick from";
	return ordinal_fault(rule);
}

enum status
rrule_parse(const char *field, const char *text, struct rrule *out, struct error *error)
{
	struct reader reader = { field, out, error };
	struct piece rest = { text, strlen(text) };
	struct piece part;
	bool more = rest.length > 0;
	unsigned int seen = 0;
	enum status status;
	const char *fault;

	*out = (struct rrule){ .interval = 1 };
	while (more) {
		more = piece_take(&rest, ';', &part);
		status = read_part(&reader, part, &seen);
		if (status)
			return status;
	}
	fault = rule_fault(out, seen & 1u);
	if (fault)
		return error_set(error, STATUS_INVALID, "%s: %s", field, fault);
	return STATUS_OK;
}
