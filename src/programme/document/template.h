/* SPDX-License-Identifier: MIT */
/* The records of one file of data/templates, for who fills in what a programme lacks. Private. */
#ifndef ROLLOUT_PROGRAMME_TEMPLATE_H
#define ROLLOUT_PROGRAMME_TEMPLATE_H

#include "rollout/base/date.h"
#include "rollout/model/record.h"

/* The Monday that dates of templates and the sample count from; see data/README.md. */
enum { TEMPLATES_COUNT_FROM = 20773 }; /* 2026-11-16 */

/* name: "risks". The record is valid during the call; its references are text. */
enum status STATUS_CHECKED template_each(const char *name,
	enum status (*each)(void *context, const struct record *record, struct error *error),
	void *context, struct error *error);

#endif
