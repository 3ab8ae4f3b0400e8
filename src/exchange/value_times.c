/* SPDX-License-Identifier: MIT */
/* Times of day as other sheets write them; see value_reading.h. A spreadsheet that opened ours
 * shows "09:15:00 AM" for 09:15 and writes that back. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "value_reading.h"

enum { HOURS = 24, NOON = 12, HOUR_MINUTES = 60, DAY_MINUTES = 1440, FRACTION_SHORTEST = 5 };

/* Takes two digits, or least of them, and a mark behind them where a digit follows that: *more. */
static bool
take_number(const char **at, size_t least, const char *marks, long *out, bool *more)
{
	size_t digits = strspn(*at, "0123456789");

	if (digits < least || digits > 2)
		return false;
	*out = strtol(*at, NULL, 10);
	*at += digits;
	*more = **at && strchr(marks, **at) && isdigit((unsigned char)(*at)[1]);
	*at += *more;
	return true;
}

/* The part of a day that a spreadsheet counts a time as: 0.385416666666667. */
static bool
read_fraction(const char *text, long *minutes)
{
	double seconds, part = strtod(text, NULL);

	if (strncmp(text, "0.", 2) != 0 || strlen(text) < FRACTION_SHORTEST ||
		strspn(text + 2, "0123456789") != strlen(text) - 2)
		return false;
	seconds = floor(part * DAY_MINUTES * HOUR_MINUTES + 0.5);
	*minutes = (long)seconds / HOUR_MINUTES;
	return fmod(seconds, HOUR_MINUTES) == 0 && *minutes < DAY_MINUTES;
}

/* How many hours "am", "p.m.", "Uhr" or nothing add to an hour; -1: it is no such word, or the hour
 * does not go with it. */
static long
shift_of(const char *word, long hour, bool minutes)
{
	static const struct {
		const char *word;
		enum { MORNING, EVENING, ANY } half;
	} words[] = {
		{ "am", MORNING },
		{ "a.m.", MORNING },
		{ "pm", EVENING },
		{ "p.m.", EVENING },
		{ "h", ANY },
		{ "uhr", ANY },
		{ "z", ANY },
	};

	word += strspn(word, " ");
	if (*word == '\0')
		return minutes ? 0 : -1;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (strcasecmp(word, words[i].word) != 0)
			continue;
		if (words[i].half == ANY)
			return 0;
		if (hour < 1 || hour > NOON)
			return -1;
		return (words[i].half == EVENING ? NOON : 0) - (hour == NOON ? NOON : 0);
	}
	return -1;
}

/* A day before the time says nothing about it. */
static const char *
skip_day(const char *text)
{
	size_t digits = strspn(text, "0123456789-./");

	return digits >= sizeof "1/1/27" - 1 && (text[digits] == ' ' || text[digits] == 'T') &&
			       isdigit((unsigned char)text[digits + 1])
		       ? text + digits + 1
		       : text;
}

/* Hours, and perhaps minutes and seconds, which must be none. */
static bool
read_clock(const char *at, long *total)
{
	long hours = 0, minutes = 0, seconds = 0, shift;
	bool more = false, precise;

	if (!take_number(&at, 1, ":.hH", &hours, &more))
		return false;
	precise = more;
	if (more && !take_number(&at, 2, ":.", &minutes, &more))
		return false;
	if (more && !take_number(&at, 2, ".", &seconds, &more))
		return false;
	at += more ? strspn(at, "0") : 0;
	shift = shift_of(at, hours, precise);
	if (seconds != 0 || hours >= HOURS || minutes >= HOUR_MINUTES ||
		(shift < 0 && shift != -NOON))
		return false;
	*total = (hours + shift) * HOUR_MINUTES + minutes;
	return true;
}

enum translated
value_time_read(const char *text, struct arena *arena, const char **out)
{
	const char *at = skip_day(text + strspn(text, " "));
	long total = 0;

	if (!read_fraction(at, &total) && !read_clock(at, &total))
		return TRANSLATED_NOT;
	*out = arena_format(arena, "%02ld:%02ld", total / HOUR_MINUTES, total % HOUR_MINUTES);
	return TRANSLATED;
}
