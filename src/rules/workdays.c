/* SPDX-License-Identifier: MIT */
/*
 * Working days are numbered: weekdays by arithmetic, less the holidays up to there. Must not walk
 * day by day.
 */
#include "rollout/rules/workdays.h"

#include <stdlib.h>

/* 1970-01-01 was a Thursday: three days behind a Monday. */
enum { MONDAY_OFFSET = 3, WEEK = 7, WEEKDAYS = 5 };

static int
compare_days(const void *a, const void *b)
{
	day left = *(const day *)a, right = *(const day *)b;

	return (left > right) - (left < right);
}

void
workdays_init(struct workdays *workdays, day *holidays, size_t count)
{
	size_t kept = 0;

	if (count > 0)
		qsort(holidays, count, sizeof *holidays, compare_days);
	for (size_t i = 0; i < count; i++)
		if (date_weekday(holidays[i]) <= FRIDAY &&
			(kept == 0 || holidays[kept - 1] != holidays[i]))
			holidays[kept++] = holidays[i];
	workdays->holidays = holidays;
	workdays->count = kept;
}

/* Mondays to Fridays up to that day, from some day long ago. */
static int64_t
count_weekdays(day date)
{
	int64_t monday = (int64_t)date + MONDAY_OFFSET;
	int64_t weeks = monday >= 0 ? monday / WEEK : -((-monday + WEEK - 1) / WEEK);
	int64_t rest = monday - weeks * WEEK;

	return weeks * WEEKDAYS + (rest < WEEKDAYS ? rest + 1 : WEEKDAYS);
}

/* The weekday with that number: the inverse of count_weekdays() for Mondays to Fridays. */
static day
find_weekday(int64_t number)
{
	int64_t index = number - 1;
	int64_t weeks = index >= 0 ? index / WEEKDAYS : -((-index + WEEKDAYS - 1) / WEEKDAYS);

	return (day)(weeks * WEEK + (index - weeks * WEEKDAYS) - MONDAY_OFFSET);
}

/* Holidays up to and with that day. */
static int64_t
count_holidays(const struct workdays *workdays, day date)
{
	size_t low = 0, high = workdays->count;

	/* Most days lie outside the few months or years that holidays are known for. */
	if (high == 0 || date < workdays->holidays[0])
		return 0;
	if (date >= workdays->holidays[high - 1])
		return (int64_t)high;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (workdays->holidays[middle] <= date)
			low = middle + 1;
		else
			high = middle;
	}
	return (int64_t)low;
}

/* The first day up to which there are so many working days; the guess grows until it holds. */
static day
find_workday(const struct workdays *workdays, int64_t number)
{
	int64_t holidays = 0, found;
	day date = find_weekday(number);

	while ((found = count_holidays(workdays, date)) != holidays) {
		holidays = found;
		date = find_weekday(number + holidays);
	}
	return date;
}

static int64_t
count_workdays(const struct workdays *workdays, day date)
{
	return count_weekdays(date) - count_holidays(workdays, date);
}

day
workdays_add(const struct workdays *workdays, day from, int days)
{
	return days > 0 ? find_workday(workdays, count_workdays(workdays, from) + days) : from;
}

day
workdays_latest_start(const struct workdays *workdays, day by, int days)
{
	if (days <= 0)
		return by;
	return find_workday(workdays, count_workdays(workdays, by) - days + 1) - 1;
}

int
workdays_between(const struct workdays *workdays, day from, day to)
{
	int64_t days =
		to > from ? count_workdays(workdays, to) - count_workdays(workdays, from) : 0;

	return (int)days;
}
