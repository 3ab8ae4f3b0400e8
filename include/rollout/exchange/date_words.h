/* SPDX-License-Identifier: MIT */
/*
 * Dates as sheets hold them: 25/01/2027, 25.1.27, Jan 25 2027, 25-Jan-2027, a time stamp, the serial
 * day of a spreadsheet. Which of two numbers is the day is settled by the column, never by a guess.
 */
#ifndef ROLLOUT_EXCHANGE_DATE_WORDS_H
#define ROLLOUT_EXCHANGE_DATE_WORDS_H

#include "rollout/base/date.h"

enum date_order {
	DATES_UNKNOWN, /* nothing settles it so far */
	DATES_DMY,
	DATES_MDY,
	DATES_YMD, /* only with the year first */
	DATES_MIXED, /* the column holds days both first and second */
};

enum date_words {
	DATE_WORDS_NOT, /* no date that is known here */
	DATE_WORDS_READ,
	DATE_WORDS_AMBIGUOUS, /* day first and month first are two days, and the order is unknown */
	DATE_WORDS_MIXED,
};

/* The day that the text means in that order, in 1900 to 2199. */
enum date_words date_words_read(const char *text, enum date_order order, day *out);
/* What one more value of a column says about its order, given what those before said. */
enum date_order date_words_judge(enum date_order so_far, const char *text);

#endif
