/* SPDX-License-Identifier: MIT */
/*
 * Numbers of a workbook as the words a person would type for them: what a number is (a day, a time,
 * a percentage) is said by the format it is shown in. Source of the formats: ECMA-376, part 1,
 * 18.8.30. Private to this folder.
 */
#ifndef ROLLOUT_EXCHANGE_WORKBOOK_CELL_NUMBER_H
#define ROLLOUT_EXCHANGE_WORKBOOK_CELL_NUMBER_H

#include <stdbool.h>

#include "rollout/base/memory.h"

enum number_kind {
	NUMBER_PLAIN,
	NUMBER_PERCENT,
	NUMBER_DATE,
	NUMBER_MOMENT, /* a date and a time of day */
	NUMBER_TIME,
	NUMBER_ELAPSED, /* hours beyond a day's: [h]:mm */
};

/* Of a format that every workbook has, by its number. */
enum number_kind cell_number_built_in(long format);
/* Of a format that a workbook brings along: "dd.mm.yyyy;@", "[$-409]d-mmm-yy", "0.0%". */
enum number_kind cell_number_custom(const char *code);
/*
 * Appends the number, which is text as the workbook has it: days as 2027-01-25, moments as
 * 2027-01-25 14:30, times as 14:30, percentages as 12.5%, others with at most 15 digits, as all
 * spreadsheets compute. What is no number goes as it is. since_1904: days count from 1904; else
 * from 1900 with its 29 February, which comes out as the day it says, though there was none.
 */
void cell_number_write(
	const char *text, enum number_kind kind, bool since_1904, struct buffer *out);

#endif
