/* SPDX-License-Identifier: MIT */
/*
 * Comparing what was typed. Private to the model.
 */
#ifndef ROLLOUT_MODEL_WORD_H
#define ROLLOUT_MODEL_WORD_H

#include <stdbool.h>
#include <stddef.h>

/* A to Z become a to z whatever the locale; all else stays. */
char word_lower(char letter);
/* Whether length bytes of text are the word, case aside. */
bool word_is(const char *text, size_t length, const char *word);

#endif
