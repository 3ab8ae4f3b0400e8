/* SPDX-License-Identifier: MIT */
/*
 * What a spreadsheet would not leave as the text it is, for csv_writer.c, which puts an apostrophe
 * in front, and row.c, which takes it off again. Both ask the same questions, which do not change
 * when an apostrophe is added: so nothing is lost on the way.
 */
#ifndef ROLLOUT_EXCHANGE_CSV_FORMULA_H
#define ROLLOUT_EXCHANGE_CSV_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

/* Whether, behind apostrophes, quotes and spaces of any kind, the text begins with = + - @ tab
 * CR or the full-width form of one (CWE-1236). */
bool csv_is_formula(const char *text, size_t length);
/* Whether, behind apostrophes, all of the text is what a spreadsheet takes for a number, a day, a
 * time or a truth and writes back otherwise: 007, 7143070330517338 (it keeps 15 digits), 1e5, 3/4,
 * 10:30, 2027-01-11, Mar 5, true. */
bool csv_is_recast(const char *text, size_t length);

#endif
