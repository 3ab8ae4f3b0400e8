/* SPDX-License-Identifier: MIT */
/*
 * The numbers of product.md: each is a default here, one row a setting, and a setting record with
 * the same key in the file overrides it. No rule holds such a number itself.
 */
#ifndef ROLLOUT_MODEL_SETTING_H
#define ROLLOUT_MODEL_SETTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct setting {
	const char *key; /* "decision_sla_days" */
	const char *name; /* "Decision SLA" */
	const char *value; /* the default, as text */
	const char *unit; /* "working days" */
	int low, high; /* what the value may be; every loop over it ends */
	const char *help; /* one line */
};

const struct setting *model_settings(size_t *count);
const struct setting *setting_find(const char *key); /* NULL when there is none */
/* The text as a value of the setting. false, and the default, where it is none in the range. */
bool setting_read(const struct setting *setting, const char *text, size_t length, int64_t *out);

#endif
