/* SPDX-License-Identifier: MIT */
/*
 * "Did you mean": the nearest of some names to a mistyped one.
 */
#ifndef ROLLOUT_CLI_SUGGEST_H
#define ROLLOUT_CLI_SUGGEST_H

#include "rollout/base/memory.h"

/* Appends "; did you mean NAME?" to what error says, where one of the names is near. */
void suggest_append(struct error *error, const char *word, const char *const *names, size_t count);

#endif
