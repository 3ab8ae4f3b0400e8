/* SPDX-License-Identifier: MIT */
/*
 * How other people's sheets write numbers, spans of time and rules of meetings. Private to
 * src/exchange. Each reader takes a value whole or says that it is none of its kind; nothing is
 * rounded or guessed.
 */
#ifndef ROLLOUT_EXCHANGE_VALUE_READING_H
#define ROLLOUT_EXCHANGE_VALUE_READING_H

#include "rollout/exchange/mapping.h"

/*
 * A whole number from minimum to maximum: "1 200", "1'200", "1,200", "1.200,00", "4.0", "4,0",
 * "1.2E+03". TRANSLATED_UNCLEAR where the one mark in it may part thousands or decimals and both
 * give a number that fits, unless marks says which. TRANSLATED_NOT for fractions.
 */
enum translated value_number_read(
	const char *text, enum number_marks marks, int64_t minimum, int64_t maximum, int64_t *out);
/* What a value says of the marks of its column: so_far, or MARKS_MIXED where they contradict. */
enum number_marks value_number_judge(enum number_marks so_far, const char *text);

enum { MINUTES_A_DAY = 480 }; /* a working day, as planners count */

/*
 * A span as planners write it, in working minutes: "3d", "5 days?", "2 wks" (five days each),
 * "16h", "1w 2d 4h", "1.5 days", "1 mon" (twenty days), "PT80H0M0S", "P2W", "90 min". A number
 * without a unit is none. False where it is no span.
 */
bool value_span_read(const char *text, int64_t *minutes);

/*
 * A time of day as HH:MM: "9:15 AM", "09:15:00", "9h15", "2 pm", "13.30 Uhr", behind a day, or the
 * part of a day that a spreadsheet counts it as. Result in the arena. TRANSLATED_NOT where seconds
 * would be lost.
 */
enum translated value_time_read(const char *text, struct arena *arena, const char **out);

/*
 * A meeting's rule as calendars write it, as the RRULE that field_parse() takes: "RRULE:…" with
 * WKST, DTSTART or an UNTIL that has a time; "every second Tuesday", "weekly on Monday", "first
 * Monday of the month", "Occurs every 2 weeks on Tuesday effective 1/4/2027 …". Result in the
 * arena. TRANSLATED_UNCLEAR for "bi-weekly" and its like.
 */
enum translated value_rule_read(const char *text, struct arena *arena, const char **out);

/* Whether it is written otherwise than field_parse() takes it. */
bool value_rule_is_foreign(const char *text);

#endif
