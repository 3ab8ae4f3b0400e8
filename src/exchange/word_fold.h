/* SPDX-License-Identifier: MIT */
/* Lists of words in one string, a bar around each: "|high|strong|". Private to src/exchange. */
#ifndef ROLLOUT_EXCHANGE_WORD_FOLD_H
#define ROLLOUT_EXCHANGE_WORD_FOLD_H

#include <stdbool.h>

/* Whether word, which is not empty, stands in the list between two bars. */
bool word_fold_contains(const char *list, const char *word);

#endif
