/* SPDX-License-Identifier: MIT */
/* POSIX has no inverse of gmtime(): the seconds of a time stamp are counted from our own dates. */
#include "rollout/programme/local_time.h"

#include <stdio.h>
#include <time.h>

enum { SECONDS_OF_DAY = 86400, SECONDS_OF_HOUR = 3600, QUARTER = 900, BASE_YEAR = 1900 };

static day
day_of(const struct tm *time)
{
	return date_from_civil(
		(struct civil){ time->tm_year + BASE_YEAR, time->tm_mon + 1, time->tm_mday });
}

day
local_today(void)
{
	time_t now = time(NULL);
	struct tm local;

	return localtime_r(&now, &local) ? day_of(&local) : 0;
}

void
local_day_begins(day on, char out[LOCAL_STAMP_SIZE])
{
	struct civil civil = date_civil(on);
	struct tm local = { .tm_year = civil.year - BASE_YEAR,
		.tm_mon = civil.month - 1,
		.tm_mday = civil.day,
		.tm_isdst = -1 };
	time_t begins = mktime(&local);
	struct tm utc;

	/* Where clocks go forward at midnight, there is none. */
	while (localtime_r(&begins, &local) && day_of(&local) < on)
		begins += QUARTER;
	if (gmtime_r(&begins, &utc))
		strftime(out, LOCAL_STAMP_SIZE, "%Y-%m-%dT%H:%M:%SZ", &utc);
	else
		out[0] = '\0';
}

void
local_minute(const char *stamp, char out[LOCAL_MINUTE_SIZE])
{
	struct civil civil;
	int hour, minute, second;
	struct tm local;
	time_t seconds;

	if (sscanf(stamp, "%4d-%2d-%2dT%2d:%2d:%2dZ", &civil.year, &civil.month, &civil.day, &hour,
		    &minute, &second) != 6) {
		snprintf(out, LOCAL_MINUTE_SIZE, "%s", stamp);
		return;
	}
	seconds = (time_t)date_from_civil(civil) * SECONDS_OF_DAY + hour * SECONDS_OF_HOUR +
		  minute * 60 + second;
	if (localtime_r(&seconds, &local))
		strftime(out, LOCAL_MINUTE_SIZE, "%Y-%m-%d %H:%M", &local);
	else
		snprintf(out, LOCAL_MINUTE_SIZE, "%s", stamp);
}
