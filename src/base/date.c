/* SPDX-License-Identifier: MIT */
/*
 * Civil dates: parsing, printing and counting. Must not ask the clock, the time zone or the locale.
 * A year is counted from March, so that the leap day is its last day and the length of a month
 * needs no table of special cases.
 */
#include "rollout/base/date.h"

#include <stddef.h>
#include <string.h>

enum { YEAR_FIRST = 1900, YEAR_LAST = 2199 };

static const char *const weekday_names[] = {
	"monday",
	"tuesday",
	"wednesday",
	"thursday",
	"friday",
	"saturday",
	"sunday",
};

static int64_t
floor_divide(int64_t a, int64_t b)
{
	return a / b - (a % b < 0 ? 1 : 0);
}

static day
saturate(int64_t days)
{
	if (days > INT32_MAX)
		return INT32_MAX;
	return days < INT32_MIN ? INT32_MIN : (day)days;
}

static int64_t
days_from_civil(int64_t year, int month, int day_of_month)
{
	int64_t march_year = month > 2 ? year : year - 1;
	int64_t era = floor_divide(march_year, 400);
	int64_t year_of_era = march_year - era * 400;
	int64_t day_of_year =
		(153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day_of_month - 1;

	/* 719468 days lie between 0000-03-01 and 1970-01-01; 146097 are in 400 years. */
	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
	       day_of_year - 719468;
}

static int
month_length(int64_t year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : lengths[month - 1];
}

day
date_from_civil(struct civil civil)
{
	return saturate(days_from_civil(civil.year, civil.month, civil.day));
}

struct civil
date_civil(day date)
{
	int64_t days = (int64_t)date + 719468;
	int64_t era = floor_divide(days, 146097);
	int64_t day_of_era = days - era * 146097;
	int64_t year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year =
		day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t march_month = (5 * day_of_year + 2) / 153;
	int month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);

	return (struct civil){
		.year = (int)(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
		.month = month,
		.day = (int)(day_of_year - (153 * march_month + 2) / 5 + 1),
	};
}

bool
date_exists(struct civil civil)
{
	return civil.year >= YEAR_FIRST && civil.year <= YEAR_LAST && civil.month >= 1 &&
	       civil.month <= 12 && civil.day >= 1 &&
	       civil.day <= month_length(civil.year, civil.month);
}

/* The value of count digits that has_shape() has seen. */
static int
read_digits(const char *text, int count)
{
	int value = 0;

	for (int i = 0; i < count; i++)
		value = value * 10 + (text[i] - '0');
	return value;
}

/*
 * The shape "9999-99-99" and nothing behind it; stops at the first byte that differs, so never
 * reads past the NUL.
 */
static bool
has_shape(const char *text, const char *shape)
{
	size_t i;

	for (i = 0; shape[i]; i++) {
		bool digit = text[i] >= '0' && text[i] <= '9';

		if (shape[i] == '9' ? !digit : text[i] != shape[i])
			return false;
	}
	return text[i] == '\0';
}

bool
date_parse(const char *text, day *out)
{
	struct civil civil;

	if (!has_shape(text, "9999-99-99"))
		return false;
	civil.year = read_digits(text, 4);
	civil.month = read_digits(text + 5, 2);
	civil.day = read_digits(text + 8, 2);
	if (!date_exists(civil))
		return false;
	*out = date_from_civil(civil);
	return true;
}

bool
time_parse(const char *text, int *minutes)
{
	int hour, minute;

	if (!has_shape(text, "99:99"))
		return false;
	hour = read_digits(text, 2);
	minute = read_digits(text + 3, 2);
	if (hour > 23 || minute > 59)
		return false;
	*minutes = hour * 60 + minute;
	return true;
}

static void
put_digits(char *out, int count, int value)
{
	while (count-- > 0) {
		out[count] = (char)('0' + value % 10);
		value /= 10;
	}
}

void
date_format(day date, char out[DATE_SIZE])
{
	struct civil civil = date_civil(date);

	if (civil.year > 9999)
		civil = (struct civil){ 9999, 12, 31 };
	else if (civil.year < 0)
		civil = (struct civil){ 0, 1, 1 };
	put_digits(out, 4, civil.year);
	out[4] = '-';
	put_digits(out + 5, 2, civil.month);
	out[7] = '-';
	put_digits(out + 8, 2, civil.day);
	out[10] = '\0';
}

enum weekday
date_weekday(day date)
{
	/* 1970-01-01 was a Thursday. */
	int64_t since_monday = (int64_t)date + 3;

	return (enum weekday)(since_monday - floor_divide(since_monday, 7) * 7 + 1);
}

struct iso_week
date_iso_week(day date)
{
	/* A week belongs to the year that its Thursday is in. */
	day thursday = saturate((int64_t)date - (int)date_weekday(date) + THURSDAY);
	int year = date_civil(thursday).year;

	return (struct iso_week){
		.year = year,
		.week = (int)((thursday - days_from_civil(year, 1, 1)) / 7 + 1),
	};
}

day
date_add_months(day date, int months)
{
	struct civil civil = date_civil(date);
	int64_t index = (int64_t)civil.year * 12 + civil.month - 1 + months;
	int64_t year = floor_divide(index, 12);
	int month = (int)(index - year * 12 + 1);
	int last = month_length(year, month);

	return saturate(days_from_civil(year, month, civil.day < last ? civil.day : last));
}

const char *
date_weekday_name(enum weekday weekday)
{
	static const char *const names[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

	return names[(int)weekday - 1];
}

const char *
date_month_name(int month)
{
	static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
		"Sep", "Oct", "Nov", "Dec" };

	return names[month - 1];
}

/*
 * "+3d", "2w", "-1m", "+1q", "1y". Six digits are centuries beyond the range, and far from an
 * overflow.
 */
static bool
parse_offset(const char *text, day today, int64_t *out)
{
	int sign = *text == '-' ? -1 : 1;
	int number = 0, digits = 0;

	if (*text == '+' || *text == '-')
		text++;
	for (; *text >= '0' && *text <= '9'; text++) {
		if (++digits > 6)
			return false;
		number = number * 10 + (*text - '0');
	}
	if (digits == 0 || text[0] == '\0' || text[1] != '\0')
		return false;
	number *= sign;
	switch (text[0]) {
	case 'd': *out = (int64_t)today + number; return true;
	case 'w': *out = (int64_t)today + (int64_t)number * 7; return true;
	case 'm': *out = date_add_months(today, number); return true;
	case 'q': *out = date_add_months(today, number * 3); return true;
	case 'y': *out = date_add_months(today, number * 12); return true;
	}
	return false;
}

static bool
parse_word(const char *text, day today, int64_t *out)
{
	static const char *const near_days[] = { "yesterday", "today", "tomorrow" };
	size_t length = strlen(text);

	for (int i = 0; i < 3; i++) {
		if (strcmp(text, near_days[i]) == 0) {
			*out = (int64_t)today + i - 1;
			return true;
		}
	}
	for (int i = 0; length >= 3 && i < 7; i++) {
		if (strncmp(weekday_names[i], text, length) == 0) {
			*out = (int64_t)today + (i + 1 - (int)date_weekday(today) + 6) % 7 + 1;
			return true;
		}
	}
	return false;
}

static bool
parse_quarter(const char *text, day today, int64_t *out)
{
	int month;
	int64_t year = date_civil(today).year;

	if (text[0] != 'q' || text[1] < '1' || text[1] > '4' || text[2] != '\0')
		return false;
	month = (text[1] - '1') * 3 + 1;
	*out = days_from_civil(year, month, 1);
	if (*out < today)
		*out = days_from_civil(year + 1, month, 1);
	return true;
}

static bool
parse_week(const char *text, day today, int64_t *out)
{
	int week = 0;
	int year = date_iso_week(today).year;

	if (has_shape(text, "w9"))
		week = read_digits(text + 1, 1);
	else if (has_shape(text, "w99"))
		week = read_digits(text + 1, 2);
	if (week < 1 || week > 53)
		return false;
	/* Week 53 comes every five to seven years. */
	for (int later = 0; later <= 7; later++) {
		/* 4 January is always in week 1. */
		day fourth = saturate(days_from_civil((int64_t)year + later, 1, 4));
		day monday = fourth - ((int)date_weekday(fourth) - 1) + (week - 1) * 7;

		if (monday >= today && date_iso_week(monday).week == week) {
			*out = monday;
			return true;
		}
	}
	return false;
}

/*
 * Lower case without the spaces around it; false where it is longer than anything a person means by
 * a date.
 */
static bool
copy_trimmed(const char *text, char *out, size_t space)
{
	size_t length;

	text += strspn(text, " \t");
	length = strlen(text);
	while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
		length--;
	if (length >= space)
		return false;
	for (size_t i = 0; i < length; i++)
		out[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] - 'A' + 'a' : text[i]);
	out[length] = '\0';
	return true;
}

bool
date_parse_human(const char *text, day today, day *out)
{
	char word[16];
	int64_t date;

	if (!copy_trimmed(text, word, sizeof word))
		return false;
	if (date_parse(word, out))
		return true;
	if (!parse_offset(word, today, &date) && !parse_word(word, today, &date) &&
		!parse_quarter(word, today, &date) && !parse_week(word, today, &date))
		return false;
	if (date < days_from_civil(YEAR_FIRST, 1, 1) || date > days_from_civil(YEAR_LAST, 12, 31))
		return false;
	*out = (day)date;
	return true;
}
