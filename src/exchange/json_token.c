/* SPDX-License-Identifier: MIT */
/*
 * Strings and numbers of JSON, checked in one pass over the window. Accepts exactly what RFC 8259
 * sections 6 and 7 allow, without NUL, lone surrogates and numbers that a double cannot hold. Text
 * that needs no look is passed eight bytes at a time; the NULs behind the window stop every loop.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "json_scan.h"

enum {
	EXACT_DIGITS =
		800, /* more significant digits cannot change what a double becomes (767 suffice) */
	SAFE_DIGITS = 300, /* so many digits without an exponent are below 1e308 */
	SURE_DIGITS = 15, /* so many are whole numbers below 2^53 */
	EXPONENT_LIMIT =
		1 << 24, /* beyond what a number of JSON_ELEMENT_LIMIT digits can make good */
};

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Reads the four hexadecimal digits of \uXXXX at text. */
static bool
read_unit(const char *text, unsigned *unit)
{
	*unit = 0;
	for (int i = 2; i < 6; i++) {
		char digit = text[i], small = (char)(digit | 0x20);

		if (!is_digit(digit) && !(small >= 'a' && small <= 'f'))
			return false;
		*unit = *unit << 4 | (unsigned)(is_digit(digit) ? digit - '0' : small - 'a' + 10);
	}
	return true;
}

static const char *
scan_unicode(struct json_reader *reader, const char *at)
{
	unsigned unit, low;

	at = json_ensure(reader, at, 6);
	if (!at)
		return NULL;
	if (!read_unit(at, &unit))
		return json_fail(
			reader, at, "malformed escape, expected \\u and four hexadecimal digits");
	if (unit == 0)
		return json_fail(reader, at, "\\u0000 is not allowed in text");
	if (unit < 0xD800 || unit > 0xDFFF)
		return at + 6;
	if (unit < 0xDC00) {
		at = json_ensure(reader, at, 12);
		if (!at)
			return NULL;
		if (at[6] == '\\' && at[7] == 'u' && read_unit(at + 6, &low) && low >= 0xDC00 &&
			low <= 0xDFFF)
			return at + 12;
	}
	return json_fail(reader, at, "lone surrogate \\u%04X", unit);
}

static const char *
scan_escape(struct json_reader *reader, const char *at)
{
	reader->escaped = true;
	at = json_ensure(reader, at, 2);
	if (!at)
		return NULL;
	if (at[1] == 'u')
		return scan_unicode(reader, at);
	if (at[1] && strchr("\"\\/bfnrt", at[1]))
		return at + 2;
	if (json_at_end(reader, at + 1))
		return json_fail_found(reader, at + 1, "the rest of a string");
	if (at[1] < ' ' || at[1] > '~')
		return json_fail(reader, at, "malformed escape");
	return json_fail(reader, at, "malformed escape \\%c", at[1]);
}

/* A run of characters beyond ASCII. */
static const char *
scan_characters(struct json_reader *reader, const char *at)
{
	while ((unsigned char)*at >= 0x80) {
		size_t length;

		if (reader->source->end - at < 4) {
			at = json_ensure(reader, at, 4);
			if (!at)
				return NULL;
		}
		length = bytes_sequence(at, 4);
		if (!length)
			return json_fail(reader, at,
				"invalid UTF-8 (byte 0x%02X at offset %" PRIu64 ")",
				(unsigned char)*at, source_place(reader->source, at).offset);
		at += length;
	}
	return at;
}

/* A byte below the space: the window's end, or a fault. */
static const char *
scan_control(struct json_reader *reader, const char *at)
{
	if (!json_at_end(reader, at))
		return json_fail(reader, at,
			"a control character in a string (U+%04X), expected an escape",
			(unsigned char)*at);
	at = json_refill(reader, at);
	if (at && json_at_end(reader, at) && reader->source->ended)
		return json_fail_found(reader, at, "the rest of a string");
	return at;
}

const char *
json_scan_string(struct json_reader *reader, const char *at)
{
	while (at) {
		uint64_t stops = bytes_not_plain(bytes_load(at));

		if (!stops) {
			at += 8;
			continue;
		}
		at += bytes_first(stops);
		if (*at == '"')
			return at + 1;
		if (*at == '\\')
			at = scan_escape(reader, at);
		else if ((unsigned char)*at >= 0x80)
			at = scan_characters(reader, at);
		else
			at = scan_control(reader, at);
	}
	return NULL;
}

/* What the digits of an exponent say, held within EXPONENT_LIMIT. */
static long
read_exponent(const char *text, const char *end)
{
	bool negative = *text == '-';
	long exponent = 0;

	for (text += !is_digit(*text); text < end; text++)
		if (exponent < EXPONENT_LIMIT)
			exponent = exponent * 10 + (*text - '0');
	return negative ? -exponent : exponent;
}

double
json_number_value(const char *text, const char *end)
{
	/* The digits without a point, so that the locale does not matter. */
	char digits[EXACT_DIGITS + 32];
	size_t length = 0;
	long exponent = 0;
	bool negative = *text == '-', fraction = false;
	double value;

	for (; text < end && (*text | 0x20) != 'e'; text++) {
		if (*text == '.')
			fraction = true;
		if (!is_digit(*text))
			continue;
		if (length < EXACT_DIGITS && (length || *text != '0'))
			digits[length++] = *text;
		else if (length)
			exponent++;
		exponent -= fraction;
	}
	if (!length)
		return 0;
	if (text < end)
		exponent += read_exponent(text + 1, end);
	snprintf(digits + length, sizeof digits - length, "e%ld", exponent);
	value = strtod(digits, NULL);
	return negative ? -value : value;
}

/* Over digits, however many; at least one where some is set. */
static const char *
scan_digits(struct json_reader *reader, const char *at)
{
	for (;;) {
		while (is_digit(*at))
			at++;
		if (*at || !json_at_end(reader, at) || reader->source->ended)
			return at;
		at = json_refill(reader, at);
		if (!at)
			return NULL;
	}
}

/* Digits behind what is there; NULL, with the failure at the number's start, where there is
 * none. */
static const char *
scan_some_digits(struct json_reader *reader, const char *at, size_t start)
{
	at = json_ensure(reader, at, 1);
	if (!at)
		return NULL;
	if (json_at_end(reader, at))
		return json_fail_found(reader, at, "the rest of a number");
	if (!is_digit(*at))
		return json_fail(reader, reader->keep + start, "malformed number");
	return scan_digits(reader, at);
}

static const char *
scan_fraction(struct json_reader *reader, const char *at, size_t start)
{
	return *at == '.' ? scan_some_digits(reader, at + 1, start) : at;
}

static const char *
scan_exponent(struct json_reader *reader, const char *at, size_t start)
{
	if ((*at | 0x20) != 'e')
		return at;
	at = json_ensure(reader, at + 1, 1);
	if (at && (*at == '+' || *at == '-'))
		at++;
	return at ? scan_some_digits(reader, at, start) : NULL;
}

/* Keeps where a number of the element stands that a double might not give back as it is written:
 * not the plain ones of at most SURE_DIGITS digits. */
static void
note_number(struct json_reader *reader, const char *at, size_t start, bool plain)
{
	size_t length = (size_t)(at - reader->keep) - start;
	uint32_t order = reader->number_order++;

	if (plain && length <= SURE_DIGITS)
		return;
	reader->numbers =
		array_grow(reader->numbers, reader->number_count, sizeof *reader->numbers);
	reader->numbers[reader->number_count++] =
		(struct json_number){ order, (uint32_t)start, (uint32_t)length };
}

static const char *
scan_kept_number(struct json_reader *reader, const char *at)
{
	size_t start = (size_t)(at - reader->keep), first = start + (*at == '-');
	size_t whole; /* where the digits before point and exponent end */
	const char *behind;
	bool exponent;

	at = scan_some_digits(reader, at + (*at == '-'), start);
	if (!at)
		return NULL;
	whole = (size_t)(at - reader->keep);
	if (reader->keep[first] == '0' && whole > first + 1)
		return json_fail(reader, reader->keep + start, "malformed number, a zero in front");
	at = scan_fraction(reader, at, start);
	if (!at)
		return NULL;
	exponent = (*at | 0x20) == 'e';
	behind = scan_exponent(reader, at, start);
	if (!behind)
		return NULL;
	if ((exponent || behind - reader->keep > (ptrdiff_t)start + SAFE_DIGITS) &&
		isinf(json_number_value(reader->keep + start, behind)))
		return json_fail(reader, reader->keep + start, "number out of range");
	if (reader->in_element)
		note_number(reader, behind, start,
			behind == reader->keep + whole && reader->keep[start] != '-');
	return behind;
}

const char *
json_scan_number(struct json_reader *reader, const char *at)
{
	bool kept = reader->keep != NULL;

	if (!kept)
		reader->keep = at;
	at = scan_kept_number(reader, at);
	if (!kept)
		reader->keep = NULL;
	return at;
}
