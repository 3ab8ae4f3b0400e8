/* SPDX-License-Identifier: MIT */
/* Names of the dictionary as a person reads them on the screen. */
#ifndef ROLLOUT_TUI_LABEL_WORDS_H
#define ROLLOUT_TUI_LABEL_WORDS_H

#include "rollout/model/type.h"

enum { WORDS_SIZE = 64 };

/* By value, so that they need no room of their own: label_words_of(name).text is there until the
 * end of the statement it stands in. */
struct words {
	char text[WORDS_SIZE];
};

/* "can_slow_decisions" as "can slow decisions". */
struct words label_words_of(const char *name);
/* "1 stakeholder", "12 stakeholders". */
struct words label_words_count(const struct type *type, int64_t count);

/* label_words_of() into room that outlives the statement. */
void label_words_from_name(const char *name, char out[WORDS_SIZE]);

#endif
