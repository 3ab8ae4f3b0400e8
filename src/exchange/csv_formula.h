/* SPDX-License-Identifier: MIT */
/*
 * What a spreadsheet would take for a formula, for csv_writer.c, which puts an apostrophe in front,
 * and csv_reader.c, which takes it off again. Both ask the same question, which does not change
 * when an apostrophe is added: so nothing is lost on the way.
 */
#ifndef ROLLOUT_EXCHANGE_CSV_FORMULA_H
#define ROLLOUT_EXCHANGE_CSV_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

/* Whether, behind apostrophes, quotes and spaces of any kind, the text begins with = + - @ tab
 * CR or the full-width form of one (CWE-1236). */
bool csv_is_formula(const char *text, size_t length);

#endif
