/* SPDX-License-Identifier: MIT */
/*
 * Period by period (day, week, month, year): every day of it is asked whether the rule means it,
 * then BYSETPOS chooses among those. Slower than building the days up, and too plain to be wrong.
 */
#include "rollout/rules/recurrence.h"

enum { WEEK = 7 };

struct period {
	day first, last;
};

static day
month_first(day date)
{
	struct civil civil = date_civil(date);

	return date_from_civil((struct civil){ civil.year, civil.month, 1 });
}

/* The period that number periods behind the one of start begins. */
static struct period
find_period(const struct rrule *rule, day start, int number)
{
	int many = number * rule->interval;
	day first;

	switch (rule->frequency) {
	case RRULE_DAILY: return (struct period){ start + many, start + many };
	case RRULE_WEEKLY:
		first = start - (int)date_weekday(start) + 1 + many * WEEK;
		return (struct period){ first, first + WEEK - 1 };
	case RRULE_MONTHLY:
		first = date_add_months(month_first(start), many);
		return (struct period){ first, date_add_months(first, 1) - 1 };
	case RRULE_YEARLY: break;
	}
	first = date_from_civil((struct civil){ date_civil(start).year, 1, 1 });
	first = date_add_months(first, many * 12);
	return (struct period){ first, date_add_months(first, 12) - 1 };
}

static bool
is_month_day(const struct rrule *rule, day date)
{
	day first = month_first(date);
	int from_start = (int)(date - first) + 1;
	int from_end = (int)(date - date_add_months(first, 1));

	for (size_t i = 0; i < rule->month_day_count; i++)
		if (rule->month_days[i] == from_start || rule->month_days[i] == from_end)
			return true;
	return false;
}

/* An ordinal counts within the period: "the second Tuesday" of the month, or of the year. */
static bool
is_weekday(const struct rrule *rule, struct period period, day date)
{
	int from_start = (int)(date - period.first) / WEEK + 1;
	int from_end = -((int)(period.last - date) / WEEK + 1);

	for (size_t i = 0; i < rule->day_count; i++)
		if (rule->days[i].weekday == date_weekday(date) &&
			(rule->days[i].ordinal == 0 || rule->days[i].ordinal == from_start ||
				rule->days[i].ordinal == from_end))
			return true;
	return false;
}

/* What the rule leaves unsaid is as on the first day. */
static bool
is_like_start(const struct rrule *rule, day start, day date)
{
	struct civil begun = date_civil(start), here = date_civil(date);

	switch (rule->frequency) {
	case RRULE_DAILY: return true;
	case RRULE_WEEKLY: return date_weekday(start) == date_weekday(date);
	case RRULE_MONTHLY: return begun.day == here.day;
	case RRULE_YEARLY: break;
	}
	return begun.day == here.day && begun.month == here.month;
}

static bool
means(const struct rrule *rule, struct period period, day start, day date)
{
	if (rule->month_day_count == 0 && rule->day_count == 0)
		return is_like_start(rule, start, date);
	return (rule->month_day_count == 0 || is_month_day(rule, date)) &&
	       (rule->day_count == 0 || is_weekday(rule, period, date));
}

static bool
is_chosen(const struct rrule *rule, int place, int count)
{
	for (size_t i = 0; i < rule->position_count; i++)
		if (rule->positions[i] == place + 1 || rule->positions[i] == place - count)
			return true;
	return rule->position_count == 0;
}

/* The days of one period, ascending. */
static int
find_days(
	const struct rrule *rule, struct period period, day start, day out[RECURRENCE_PERIOD_MOST])
{
	day all[RECURRENCE_PERIOD_MOST];
	int count = 0, kept = 0;

	for (day date = period.first; date <= period.last; date++)
		if (means(rule, period, start, date))
			all[count++] = date;
	for (int i = 0; i < count; i++)
		if (is_chosen(rule, i, count))
			out[kept++] = all[i];
	return kept;
}

bool
recurrence_next(struct recurrence *recurrence, day *on)
{
	const struct rrule *rule = recurrence->rule;
	struct period period;

	for (;;) {
		while (recurrence->at < recurrence->count) {
			*on = recurrence->days[recurrence->at++];
			if (*on < recurrence->start)
				continue;
			if (*on > recurrence->last || (rule->has_until && *on > rule->until) ||
				(rule->count > 0 && recurrence->found == rule->count))
				return false;
			recurrence->found++;
			if (*on >= recurrence->first)
				return true;
		}
		period = find_period(rule, recurrence->start, recurrence->number++);
		if (period.first > recurrence->last ||
			(rule->has_until && period.first > rule->until))
			return false;
		recurrence->count = find_days(rule, period, recurrence->start, recurrence->days);
		recurrence->at = 0;
	}
}
