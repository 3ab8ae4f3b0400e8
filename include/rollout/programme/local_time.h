/* SPDX-License-Identifier: MIT */
/*
 * The clock and the time zone of this machine: what today is here, and how the history, whose time
 * stamps are UTC, is cut into days as people here live them. Nothing else asks either.
 */
#ifndef ROLLOUT_PROGRAMME_LOCAL_TIME_H
#define ROLLOUT_PROGRAMME_LOCAL_TIME_H

#include "rollout/base/date.h"

enum { LOCAL_STAMP_SIZE = 21, LOCAL_MINUTE_SIZE = 17 };

/* By the clock. */
day local_today(void);
/* The time stamp (2026-11-22T23:00:00Z) at which that day begins here. */
void local_day_begins(day on, char out[LOCAL_STAMP_SIZE]);
/* "2026-11-23 00:00", what the clock here showed at that time stamp; as much of a text that is none
 * as fits. */
void local_minute(const char *stamp, char out[LOCAL_MINUTE_SIZE]);

#endif
