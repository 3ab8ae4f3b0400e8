/* SPDX-License-Identifier: MIT */
/*
 * Rules of meetings as calendars and people write them, turned into the RRULE that the dictionary
 * keeps. Must not choose between two readings: "bi-weekly" is asked about.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "rollout/base/date.h"
#include "rollout/base/text.h"
#include "rollout/exchange/date_words.h"
#include "value_reading.h"
#include "word_fold.h"

enum { WORDS_MOST = 48, DAYS_A_WEEK = 7, ORDINALS_MOST = 4 };

/* Parts of a rule that ours has no use for: which day a week begins on, the zone, exceptions. */
static bool
is_dropped(const char *part, size_t length)
{
	return (length > 5 && strncasecmp(part, "WKST=", 5) == 0) || length == 0;
}

/* "UNTIL=20271231T235959Z" is the day; an INTERVAL of 1 and the rest stay as they are. */
static void
append_part(struct buffer *out, const char *part, size_t length)
{
	if (out->length > 0)
		buffer_append_char(out, ';');
	if (length > 14 && strncasecmp(part, "UNTIL=", 6) == 0 &&
		(part[14] == 'T' || part[14] == 't'))
		length = 14;
	buffer_append(out, part, length);
}

/* Where the words stand, whatever their case; NULL: nowhere. */
static const char *
find_words(const char *text, const char *words)
{
	for (; *text; text++)
		if (strncasecmp(text, words, strlen(words)) == 0)
			return text;
	return NULL;
}

bool
value_rule_is_foreign(const char *text)
{
	const char *until = find_words(text, "UNTIL=");

	return strncasecmp(text, "FREQ=", 5) != 0 || find_words(text, "WKST=") ||
	       (until && strcspn(until + 6, "Tt") < strcspn(until + 6, ";")) ||
	       strpbrk(text, "\r\n");
}

/* "DTSTART:…\nRRULE:FREQ=…;WKST=MO" as calendars export it. */
static enum translated
read_rrule(const char *text, struct arena *arena, const char **out)
{
	struct buffer rule = { 0 };
	const char *at = find_words(text, "RRULE:");
	size_t end;

	at = at ? at + strlen("RRULE:") : text;
	end = strcspn(at, "\r\n");
	for (size_t from = 0; from < end;) {
		size_t length = strcspn(at + from, ";\r\n");

		length = from + length > end ? end - from : length;
		if (!is_dropped(at + from, length))
			append_part(&rule, at + from, length);
		from += length + 1;
	}
	*out = rule.length > 0 ? arena_copy(arena, rule.data, rule.length) : NULL;
	buffer_clear(&rule);
	return *out ? TRANSLATED : TRANSLATED_NOT;
}

/* What words have said so far. */
struct said {
	enum { EVERY_NOT, EVERY_DAY, EVERY_WEEK, EVERY_MONTH, EVERY_YEAR } every;
	int interval;
	int ordinals[ORDINALS_MOST]; /* 1 to 5, -1 for the last */
	int ordinal_count;
	bool of_month; /* "of the month", "of every 2 months" */
	bool days[DAYS_A_WEEK];
	int day_count;
	int month_day;
	bool weekdays; /* every working day */
	bool unclear;
	bool stop; /* what follows says since when, until when or at what time */
};

static int
find_weekday(const char *word)
{
	size_t length = strlen(word);

	if (length > 3 && word[length - 1] == 's')
		length--;
	for (int i = 0; i < DAYS_A_WEEK; i++) {
		static const char *const names[] = { "monday", "tuesday", "wednesday", "thursday",
			"friday", "saturday", "sunday" };

		if (length >= 3 && length <= strlen(names[i]) &&
			strncmp(names[i], word, length) == 0)
			return i;
		/* "tues", "thurs", "weds" */
		if ((i == 2 && strncmp(word, "weds", 4) == 0 && length <= 4))
			return i;
	}
	return -1;
}

static int
find_ordinal(const char *word)
{
	static const char *const words[] = { "|first|1st|", "|second|2nd|", "|third|3rd|",
		"|fourth|4th|", "|fifth|5th|" };

	if (strcmp(word, "last") == 0)
		return -1;
	for (int i = 0; i < 5; i++)
		if (word_fold_contains(words[i], word))
			return i + 1;
	return 0;
}

static void
take_period(struct said *said, int every, int interval)
{
	if (said->every == EVERY_MONTH || (said->every == EVERY_YEAR && every == EVERY_MONTH))
		return;
	said->every = every;
	if (interval > 0)
		said->interval = interval;
}

static bool
take_frequency(struct said *said, const char *word)
{
	static const struct {
		const char *words;
		int every, interval;
	} periods[] = {
		{ "|daily|day|days|", EVERY_DAY, 0 },
		{ "|weekly|week|weeks|", EVERY_WEEK, 0 },
		{ "|fortnightly|fortnight|", EVERY_WEEK, 2 },
		{ "|monthly|month|months|", EVERY_MONTH, 0 },
		{ "|quarterly|quarter|", EVERY_MONTH, 3 },
		{ "|yearly|annually|year|years|", EVERY_YEAR, 0 },
	};

	for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
		if (word_fold_contains(periods[i].words, word)) {
			said->of_month = said->of_month || periods[i].every == EVERY_MONTH;
			take_period(said, periods[i].every, periods[i].interval);
			return true;
		}
	return false;
}

static bool
take_ordinal(struct said *said, int ordinal)
{
	if (ordinal == 0 || said->ordinal_count == ORDINALS_MOST)
		return false;
	said->ordinals[said->ordinal_count++] = ordinal;
	return true;
}

/* A number: "every 2 weeks", "day 15", "the 15th". */
static bool
take_number(struct said *said, const char *word, const char *before, const char *after)
{
	char *behind;
	long number = strtol(word, &behind, 10);

	if (behind == word || number < 1 || number > 31)
		return false;
	if (*behind && !word_fold_contains("|st|nd|rd|th|", behind))
		return false;
	if (*behind && (find_weekday(after) >= 0 || strcmp(after, "and") == 0))
		return number <= 5 && take_ordinal(said, (int)number);
	if (*behind || strcmp(before, "day") == 0) {
		said->month_day = (int)number;
		return true;
	}
	/* "Tuesday 10:00" is no interval. */
	said->interval = (int)number;
	return find_weekday(after) >= 0 ||
	       word_fold_contains("|day|days|week|weeks|month|months|year|years|", after);
}

/* One word; false where it is none that a rule is made of. */
static bool
take_word(struct said *said, const char *word, const char *before, const char *after)
{
	static const char fillers[] = "|occurs|every|each|on|the|of|and|a|an|in|recurs|repeats|"
				      "once|meeting|rule|calendar|";
	int weekday = find_weekday(word);

	if (word_fold_contains("|effective|starting|from|until|at|beginning|since|", word))
		said->stop = true;
	else if (word_fold_contains("|biweekly|bimonthly|", word) || strcmp(word, "bi") == 0)
		said->unclear = true;
	else if (strcmp(word, "other") == 0 || strcmp(word, "alternate") == 0)
		said->interval = 2;
	else if (word_fold_contains("|weekday|weekdays|workday|workdays|", word) ||
		 (strcmp(word, "working") == 0 && strncmp(after, "day", 3) == 0))
		said->weekdays = true;
	else if (weekday >= 0) {
		said->day_count += !said->days[weekday];
		said->days[weekday] = true;
	} else if (take_number(said, word, before, after))
		return true;
	else if (take_ordinal(said, find_ordinal(word)))
		return true;
	else if (strcmp(word, "day") == 0 && isdigit((unsigned char)*after))
		return true;
	else if (take_frequency(said, word))
		return true;
	else
		return word_fold_contains(fillers, word);
	return true;
}

static bool
take_words(struct said *said, char *folded)
{
	const char *words[WORDS_MOST + 2];
	size_t count = 0;
	char *rest = NULL;

	for (char *word = strtok_r(folded, " ", &rest); word && count < WORDS_MOST;
		word = strtok_r(NULL, " ", &rest))
		words[count++] = word;
	words[count] = "";
	for (size_t i = 0; i < count && !said->stop; i++)
		if (!take_word(said, words[i], i > 0 ? words[i - 1] : "", words[i + 1]))
			return false;
	return count > 0;
}

static void
append_days(const struct said *said, struct buffer *out)
{
	static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
	const char *between = ";BYDAY=";

	for (int i = 0; i < DAYS_A_WEEK; i++) {
		if (said->weekdays ? i >= 5 : !said->days[i])
			continue;
		for (int k = 0; !said->weekdays && k < said->ordinal_count; k++) {
			buffer_format(out, "%s%d%s", between, said->ordinals[k], names[i]);
			between = ",";
		}
		if (said->weekdays || said->ordinal_count == 0)
			buffer_format(out, "%s%s", between, names[i]);
		between = ",";
	}
	for (int k = 0; said->weekdays && k < said->ordinal_count; k++)
		buffer_format(out, "%s%d", k > 0 ? "," : ";BYSETPOS=", said->ordinals[k]);
}

/* One number that counts weeks or days, not weekdays of a month. */
static void
take_interval(struct said *said)
{
	if (said->ordinal_count == 1 && said->ordinals[0] > 1)
		said->interval = said->ordinals[0];
	said->ordinal_count = 0;
}

/* "every second Tuesday" is every other one; "the second Tuesday" belongs to a month. */
static bool
settle(struct said *said, bool every)
{
	bool weekday = said->day_count > 0 || said->weekdays;

	if (said->ordinal_count > 0 && said->every == EVERY_NOT && weekday)
		said->every = every && said->ordinal_count == 1 ? EVERY_WEEK : EVERY_MONTH;
	if (said->every == EVERY_NOT && weekday)
		said->every = EVERY_WEEK;
	if (said->every == EVERY_DAY && said->weekdays)
		said->every = EVERY_WEEK;
	if (said->every == EVERY_NOT && said->month_day > 0)
		said->every = EVERY_MONTH;
	/* "the first of the month" */
	if (said->every == EVERY_MONTH && said->ordinal_count == 1 && !weekday && !every) {
		said->month_day = said->ordinals[0];
		said->ordinal_count = 0;
	}
	if (said->every != EVERY_MONTH || !weekday)
		take_interval(said);
	/* A month has no Tuesday without its number. */
	return said->every != EVERY_NOT &&
	       !(said->every == EVERY_MONTH && weekday && said->ordinal_count == 0);
}

enum translated
value_rule_read(const char *text, struct arena *arena, const char **out)
{
	static const char *const frequencies[] = { "", "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
	struct said said = { .interval = 0 };
	struct buffer rule = { 0 };
	char *folded;
	bool every;

	if (find_words(text, "FREQ="))
		return read_rrule(text, arena, out);
	folded = text_fold_name(arena, text, strlen(text));
	every = strncmp(folded, "every", 5) == 0 || strncmp(folded, "each", 4) == 0 ||
		strstr(folded, " every ") != NULL;
	if (!take_words(&said, folded))
		return TRANSLATED_NOT;
	if (said.unclear)
		return TRANSLATED_UNCLEAR;
	if (!settle(&said, every && !said.of_month))
		return TRANSLATED_NOT;
	buffer_format(&rule, "FREQ=%s", frequencies[said.every]);
	if (said.interval > 1)
		buffer_format(&rule, ";INTERVAL=%d", said.interval);
	append_days(&said, &rule);
	if (said.month_day > 0)
		buffer_format(&rule, ";BYMONTHDAY=%d", said.month_day);
	*out = arena_copy(arena, rule.data, rule.length);
	buffer_clear(&rule);
	return TRANSLATED;
}
