/* SPDX-License-Identifier: MIT */
/*
 * What a task waits for, as planners and issue trackers write it: "3FS+2 days;5", "PROJ-12",
 * "Design, Build", "1:2:6". Knows no milestone: whom a word means is looked up later.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "predecessor_words.h"
#include "value_reading.h"

enum { WORKING_WEEK = 5, WEEKEND = 2 };

/* Finish to start, start to start, finish to finish, start to finish, and the same in German. */
static enum link_kind
find_kind(const char *at)
{
	static const struct {
		const char *word;
		enum link_kind kind;
	} kinds[] = { { "FS", LINK_FINISH_START }, { "EA", LINK_FINISH_START },
		{ "SS", LINK_OTHER }, { "FF", LINK_OTHER }, { "SF", LINK_OTHER },
		{ "AA", LINK_OTHER }, { "EE", LINK_OTHER }, { "AE", LINK_OTHER } };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strncasecmp(at, kinds[i].word, 2) == 0)
			return kinds[i].kind;
	return LINK_NONE;
}

/* Calendar days of a lag: our weeks have seven, a planner's five; elapsed ones are what they are.
 */
static bool
read_lag(const char *text, size_t length, struct predecessor *out)
{
	char lag[32];
	size_t from = 1 + strspn(text + 1, " ");
	int64_t minutes, days;
	char *unit;

	if (length >= sizeof lag || from >= length)
		return false;
	memcpy(lag, text + from, length - from);
	lag[length - from] = '\0';
	out->unmeasured = lag[strlen(lag) - 1] == '%';
	if (out->unmeasured)
		return strspn(lag, "0123456789.,% ") == strlen(lag);
	/* Without a unit they are days. */
	unit = lag + strspn(lag, "0123456789.,");
	if (*unit == '\0')
		memcpy(unit, "d", 2);
	if (!value_span_read(lag, &minutes))
		return false;
	unit += strspn(unit, " ");
	days = (minutes + MINUTES_A_DAY - 1) / MINUTES_A_DAY;
	if (tolower((unsigned char)*unit) != 'e')
		days += days / WORKING_WEEK * WEEKEND;
	else if (tolower((unsigned char)unit[1]) == 'w')
		days += days / WORKING_WEEK * WEEKEND;
	out->lag_days = *text == '-' ? -days : days;
	return true;
}

/* Where the kind of link stands at the end of a word: "3FS+2d", "PROJ-12 SS"; its length where none
 * does. A kind stands behind a digit or a blank, and only a lag may follow. */
static size_t
find_end(const char *text, size_t length, struct predecessor *out)
{
	for (size_t i = 1; i + 2 <= length; i++) {
		size_t behind = i + 2, blanks;

		if (!isdigit((unsigned char)text[i - 1]) && text[i - 1] != ' ')
			continue;
		out->kind = find_kind(text + i);
		if (out->kind == LINK_NONE)
			continue;
		blanks = strspn(text + behind, " ");
		behind += blanks < length - behind ? blanks : length - behind;
		if (behind == length)
			return i;
		if ((text[behind] == '+' || text[behind] == '-') &&
			read_lag(text + behind, length - behind, out))
			return i;
	}
	out->kind = LINK_FINISH_START;
	return length;
}

/* "3+2d": a number and a lag, without a word between them. */
static size_t
find_lag(const char *text, size_t length, struct predecessor *out)
{
	size_t digits = strspn(text, "0123456789.");
	size_t blanks = strspn(text + digits, " ");

	if (digits > 0 && digits + blanks < length && strchr("+-", text[digits + blanks]) &&
		read_lag(text + digits + blanks, length - digits - blanks, out))
		return digits;
	return length;
}

static bool
is_number_list(const char *text)
{
	return strspn(text, "0123456789.: ") == strlen(text) && strchr(text, ':');
}

const char *
predecessor_words_next(const char *at, const char *all, struct predecessor *out)
{
	const char *between = strpbrk(all, ";\n|") ? ";\n|" : is_number_list(all) ? ":" : ",";
	size_t length, end;

	*out = (struct predecessor){ .kind = LINK_FINISH_START };
	for (at += strspn(at, " \t"); *at && strchr(between, *at); at += strspn(at, " \t"))
		at++;
	if (*at == '\0')
		return NULL;
	length = strcspn(at, between);
	end = length;
	while (end > 0 && strchr(" \t", at[end - 1]))
		end--;
	out->text = at + (*at == '#');
	end -= *at == '#';
	out->length = find_end(out->text, end, out);
	if (out->length == end)
		out->length = find_lag(out->text, end, out);
	while (out->length > 0 && out->text[out->length - 1] == ' ')
		out->length--;
	return at + length;
}
