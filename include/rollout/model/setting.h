/* SPDX-License-Identifier: MIT */
/*
 * The numbers of product.md: each is a default here, one row a setting, and a setting record with
 * the same key in the file overrides it. No rule holds such a number itself.
 */
#ifndef ROLLOUT_MODEL_SETTING_H
#define ROLLOUT_MODEL_SETTING_H

#include <stddef.h>

struct setting {
	const char *key; /* "decision_sla_days" */
	const char *name; /* "Decision SLA" */
	const char *value; /* the default, as text */
	const char *unit; /* "working days" */
	const char *help; /* one line */
};

const struct setting *model_settings(size_t *count);
const struct setting *setting_find(const char *key); /* NULL when there is none */

#endif
