/* SPDX-License-Identifier: MIT */
/*
 * Reads dates of other people's sheets. Must not decide an order by itself: 03/02 is two days until
 * the column or the person says which.
 */
#include "rollout/exchange/date_words.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
	MONTHS = 12,
	SERIAL_FIRST = 20000, /* 1954: a smaller number is no day of a plan */
	SERIAL_LAST = 80000, /* 2119 */
	SERIAL_ZERO = -25569, /* 1899-12-30, as days since 1970 */
	CENTURY = 2000,
};

/* Three numbers as they stand, and a month's name in place of one. */
struct parts {
	long numbers[3];
	int count;
	int month; /* 0: no name was there */
	int month_at; /* among the numbers, where the name stood */
	bool year_first; /* the first number has four digits */
};

static int
find_month(const char *word, size_t length)
{
	for (int month = 1; length >= 3 && month <= MONTHS; month++)
		if (strncasecmp(word, date_month_name(month), 3) == 0)
			return month;
	return 0;
}

/* A time of day behind a date says nothing about the day. */
static bool
is_time(const char *at)
{
	at += strspn(at, " Tt");
	return isdigit((unsigned char)at[0]) && strchr(at, ':') &&
	       strspn(at, "0123456789:.,+-Zz apmAPM") == strlen(at);
}

static bool
split(const char *text, struct parts *parts)
{
	const char *at = text + strspn(text, " ");

	*parts = (struct parts){ .month_at = -1 };
	while (*at) {
		size_t digits = strspn(at, "0123456789"), letters = 0;

		while (isalpha((unsigned char)at[letters]))
			letters++;
		if (parts->count + (parts->month > 0) == 3)
			return is_time(at) || at[strspn(at, " ")] == '\0';
		if (digits > 0 && digits <= 4) {
			parts->year_first = parts->year_first || (parts->count == 0 && digits == 4);
			parts->numbers[parts->count++] = strtol(at, NULL, 10);
			at += digits;
			/* "3rd" */
			at += strncasecmp(at, "st", 2) == 0 || strncasecmp(at, "nd", 2) == 0 ||
					      strncasecmp(at, "rd", 2) == 0 ||
					      strncasecmp(at, "th", 2) == 0
				      ? 2
				      : 0;
		} else if (letters > 0 && parts->month == 0 && find_month(at, letters) > 0) {
			parts->month = find_month(at, letters);
			parts->month_at = parts->count;
			at += letters;
		} else
			return false;
		if (parts->count + (parts->month > 0) < 3)
			at += strspn(at, " ./-,");
	}
	return parts->count + (parts->month > 0) == 3;
}

static bool
make_day(long year, long month, long number, day *out)
{
	struct civil civil;

	if (year < 100)
		year += CENTURY;
	if (year < 1900 || year > 2199 || month < 1 || month > MONTHS || number < 1 || number > 31)
		return false;
	civil = (struct civil){ (int)year, (int)month, (int)number };
	if (!date_exists(civil))
		return false;
	*out = date_from_civil(civil);
	return true;
}

static bool
read_serial(const char *text, day *out)
{
	char *behind;
	double number = strtod(text, &behind);

	if (behind == text || strspn(text, "0123456789.") != strlen(text) ||
		number < SERIAL_FIRST || number > SERIAL_LAST)
		return false;
	*out = (day)number + SERIAL_ZERO;
	return true;
}

static enum date_words
read_named(const struct parts *parts, day *out)
{
	const long *n = parts->numbers;
	bool read = parts->year_first ? make_day(n[0], parts->month, n[1], out)
				      : make_day(n[1], parts->month, n[0], out);

	return read ? DATE_WORDS_READ : DATE_WORDS_NOT;
}

static enum date_words
read_numbers(const struct parts *parts, enum date_order order, day *out)
{
	const long *n = parts->numbers;
	day dmy = 0, mdy = 0;
	bool as_dmy = make_day(n[2], n[1], n[0], &dmy), as_mdy = make_day(n[2], n[0], n[1], &mdy);

	if (order == DATES_MIXED)
		return DATE_WORDS_MIXED;
	if (order == DATES_YMD || (!as_dmy && !as_mdy))
		return make_day(n[0], n[1], n[2], out) ? DATE_WORDS_READ : DATE_WORDS_NOT;
	if (order == DATES_UNKNOWN && as_dmy && as_mdy && dmy != mdy)
		return DATE_WORDS_AMBIGUOUS;
	if ((order == DATES_DMY && !as_dmy) || (order == DATES_MDY && !as_mdy))
		return DATE_WORDS_NOT;
	*out = order == DATES_MDY || !as_dmy ? mdy : dmy;
	return DATE_WORDS_READ;
}

enum date_words
date_words_read(const char *text, enum date_order order, day *out)
{
	struct parts parts;

	if (read_serial(text, out))
		return DATE_WORDS_READ;
	if (!split(text, &parts))
		return DATE_WORDS_NOT;
	if (parts.month > 0)
		return read_named(&parts, out);
	if (parts.year_first)
		return make_day(parts.numbers[0], parts.numbers[1], parts.numbers[2], out)
			       ? DATE_WORDS_READ
			       : DATE_WORDS_NOT;
	return read_numbers(&parts, order, out);
}

enum date_order
date_words_judge(enum date_order so_far, const char *text)
{
	struct parts parts;
	enum date_order says;
	day ignored;

	if (!split(text, &parts) || parts.month > 0 || parts.year_first)
		return so_far;
	if (parts.numbers[0] > MONTHS &&
		make_day(parts.numbers[2], parts.numbers[1], parts.numbers[0], &ignored))
		says = DATES_DMY;
	else if (parts.numbers[1] > MONTHS &&
		 make_day(parts.numbers[2], parts.numbers[0], parts.numbers[1], &ignored))
		says = DATES_MDY;
	else
		return so_far;
	return so_far == DATES_UNKNOWN || so_far == says ? says : DATES_MIXED;
}
