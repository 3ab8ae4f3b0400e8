/* SPDX-License-Identifier: MIT */
/*
 * Civil dates without a zone, counted in days since 1970-01-01 (proleptic Gregorian). Nothing here
 * asks the clock: what needs today is given it. Our own arithmetic, because SQLite and strptime
 * both accept 30 February.
 */
#ifndef ROLLOUT_BASE_DATE_H
#define ROLLOUT_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t day; /* days since 1970-01-01 */

enum { NO_DAY = INT32_MIN }; /* where there is no date */
enum { DATE_SIZE = 11 }; /* "YYYY-MM-DD" and its NUL */
/* As ISO 8601 counts. */
enum weekday { MONDAY = 1, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

struct civil {
	int year; /* 1900 to 2199 */
	int month; /* 1 to 12 */
	int day; /* 1 to 31 */
};

struct iso_week {
	int year;
	int week; /* 1 to 53 */
};

/*
 * Exactly YYYY-MM-DD, a day that exists, in 1900-01-01 … 2199-12-31; nothing before or behind it.
 */
bool date_parse(const char *text, day *out);
/*
 * What a person types; case and spaces or tabs around it do not matter:
 * - an ISO date; today, tomorrow, yesterday;
 * - +3d +2w -1m +1q +1y, also without the plus ("2w"): days, weeks, months, quarters, years, at
 *   most six digits;
 * - mon to sunday, any part of the name from three letters on: the next such day after today;
 * - q3: the first day of that quarter, this year's, or next year's where that day is past;
 * - w48: the Monday of that ISO week, the next one that is not past.
 * false when it is none of these or outside 1900 to 2199; *out is then unchanged.
 */
bool date_parse_human(const char *text, day today, day *out);
/*
 * YYYY-MM-DD; a date beyond the years 0 to 9999, which only a sum can make, as the nearest day of
 * those.
 */
void date_format(day date, char out[DATE_SIZE]);
struct civil date_civil(day date);
day date_from_civil(struct civil civil);
bool date_exists(struct civil civil);
enum weekday date_weekday(day date);
struct iso_week date_iso_week(day date);
/*
 * The same day of the month that many months later (negative: earlier), or that month's last day
 * where it has none; never overflows.
 */
day date_add_months(day date, int months);
const char *date_weekday_name(enum weekday weekday); /* "Mon" … */
const char *date_month_name(int month); /* "Jan" … */
/* Exactly HH:MM, 00:00 to 23:59; minutes since midnight. */
bool time_parse(const char *text, int *minutes);

#endif
