/* SPDX-License-Identifier: MIT */
/* The records of one file of data/templates, for who fills in what a programme lacks. Private. */
#ifndef ROLLOUT_PROGRAMME_TEMPLATE_H
#define ROLLOUT_PROGRAMME_TEMPLATE_H

#include "rollout/base/date.h"
#include "rollout/model/record.h"

/* The Monday that dates of templates and the sample count from; see data/README.md. */
enum { TEMPLATES_COUNT_FROM = 20773 }; /* 2026-11-16 */

struct template_reader {
	struct error *error;
	enum status status; /* the first failure: no record comes behind it */
	struct source *source;
	struct incoming_reader *reader;
	struct problems *problems;
};

/* name: "risks". */
struct template_reader template_open(const char *name, struct error *error);
/* The next record, whose references are text; borrowed until the next call. NULL behind the last.
 */
const struct record *template_next(struct template_reader *template);
enum status STATUS_CHECKED template_close(struct template_reader *template);

#endif
