/* SPDX-License-Identifier: MIT */
/*
 * The formats in which derived results leave the program, each in a file of its own: format_json.c,
 * format_csv.c. A new one is such a file and a row of the table in formats.c.
 */
#ifndef ROLLOUT_EXCHANGE_FORMATS_H
#define ROLLOUT_EXCHANGE_FORMATS_H

#include "rollout/exchange/json_writer.h"
#include "rollout/model/teller.h"

extern const struct format format_json, format_csv;

/* Counted from 0, or by name; NULL: there is none. */
const struct format *format_at(size_t index);
const struct format *format_find(const char *name);
/*
 * A whole document: the result's columns or, where the format is flat, the list that stands for it.
 * whole: the struct they describe. The output is finished or, after a failure, abandoned.
 */
enum status STATUS_CHECKED format_write(const struct format *format, const struct result *result,
	const void *whole, enum audience audience, day today, struct output *output,
	struct error *error);

/* What all JSON documents begin with, "rollout." before the name; and how they end. */
void json_begin_document(
	struct json_writer *json, const char *name, day today, enum audience audience);
void json_end_document(struct json_writer *json);

#endif
