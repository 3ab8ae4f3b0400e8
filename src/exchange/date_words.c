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
	SECONDS_A_DAY = 86400,
};

/* Three numbers as they stand, and a month's name in place of one. */
struct parts {
	long numbers[3];
	int count;
	int month; /* 0: no name was there */
	int month_at; /* among the numbers, where the name stood */
	bool year_first; /* the first number has four digits */
};

/* Beginnings of the names of months, English first, then as neighbours write them. */
static const char *const months[MONTHS] = {
	"|jan|gen|ene|j\xc3\xa4n|",
	"|feb|f\xc3\xa9v|fev|",
	"|mar|m\xc3\xa4r|mrt|maa|",
	"|apr|avr|abr|",
	"|may|mai|mei|mag|",
	"|jun|juin|giu|",
	"|jul|juil|lug|",
	"|aug|ao\xc3\xbb|aou|ago|",
	"|sep|set|",
	"|oct|okt|ott|out|",
	"|nov|",
	"|dec|dez|d\xc3\xa9"
	"c|dic|",
};

static int
find_month(const char *word, size_t length)
{
	for (int month = 0; length >= 3 && month < MONTHS; month++)
		for (const char *name = months[month] + 1; *name; name += strcspn(name, "|") + 1) {
			size_t most = strcspn(name, "|");

			if (length >= most && strncasecmp(word, name, most) == 0)
				return month + 1;
		}
	return 0;
}

/* A time of day behind a date, with its zone, says nothing about the day: a date is a day where it
 * was written. */
static bool
is_time(const char *at)
{
	size_t digits;

	at += strspn(at, " ,Tt");
	at += strncasecmp(at, "at ", 3) == 0 ? 3 : 0;
	digits = strspn(at, "0123456789");
	at += digits;
	if (digits == 0 ||
		(*at != ':' && digits != 4 && digits != 6 && strncasecmp(at, "am", 2) != 0 &&
			strncasecmp(at, "pm", 2) != 0 && strncasecmp(at, " am", 3) != 0 &&
			strncasecmp(at, " pm", 3) != 0))
		return false;
	at += strspn(at, "0123456789:.,");
	/* "AM", "+02:00", "UTC", "GMT+0200 (CEST)", "[Europe/Berlin]" */
	while (*at && (isalnum((unsigned char)*at) || strchr(" +-:.,()[]/_", *at)))
		at++;
	return *at == '\0';
}

/* Letters of any alphabet: the names of months have accents. */
static size_t
count_letters(const char *at)
{
	size_t letters = 0;

	while (isalpha((unsigned char)at[letters]) || (unsigned char)at[letters] >= 0x80)
		letters++;
	return letters;
}

static bool
split_parts(const char *text, struct parts *parts)
{
	const char *at = text + strspn(text, " ");

	*parts = (struct parts){ .month_at = -1 };
	while (*at) {
		size_t digits = strspn(at, "0123456789"), letters = count_letters(at);

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

/* "Mon 04.01.27", "Monday, 4 January 2027": the day of the week is left aside. */
static bool
split(const char *text, struct parts *parts)
{
	static const char weekdays[] = "|mo|di|mi|do|fr|sa|so|tu|we|th|su|lu|ma|me|je|ve|wo|vr|za|"
				       "zo|gi|mer|jue|";
	const char *at = text + strspn(text, " ");
	size_t letters = count_letters(at);
	char word[4] = { 0 };
	bool weekday = false;

	if (split_parts(text, parts))
		return true;
	for (size_t length = 2; length <= 3 && length <= letters && letters <= 10; length++) {
		char bounded[6] = "|";

		for (size_t i = 0; i < length; i++)
			word[i] = (char)tolower((unsigned char)at[i]);
		snprintf(bounded, sizeof bounded, "|%s|", word);
		weekday = weekday || strstr(weekdays, bounded);
	}
	return weekday && split_parts(at + letters + strspn(at + letters, "., "), parts);
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
	long number = strtol(text, &behind, 10);

	if (strspn(text, "0123456789") != (size_t)(behind - text) ||
		(*behind && strspn(behind + 1, "0123456789") != strlen(behind + 1)) ||
		!strchr(".,", *behind) || number < SERIAL_FIRST || number > SERIAL_LAST)
		return false;
	*out = (day)number + SERIAL_ZERO;
	return true;
}

/* "20270104", "20270104T090000Z" as calendars write it; seconds or milliseconds since 1970 as
 * programs do, in ten or thirteen digits. */
static bool
read_digits(const char *text, day *out)
{
	size_t digits = strspn(text, "0123456789");
	long long number = strtoll(text, NULL, 10);

	if (digits == 8 && (text[8] == '\0' || is_time(text + 8)))
		return make_day((long)(number / 10000), (long)(number / 100 % 100),
			(long)(number % 100), out);
	if ((digits != 10 && digits != 13) || text[digits] != '\0')
		return false;
	*out = (day)(number / (digits == 13 ? 1000 : 1) / SECONDS_A_DAY);
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

	if (read_serial(text, out) || read_digits(text, out))
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
