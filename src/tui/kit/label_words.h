/* SPDX-License-Identifier: MIT */
/* Names of the dictionary as a person reads them on the screen. */
#ifndef ROLLOUT_TUI_LABEL_WORDS_H
#define ROLLOUT_TUI_LABEL_WORDS_H

enum { WORDS_SIZE = 64 };

/* "can_slow_decisions" becomes "can slow decisions". */
void words_from_name(const char *name, char out[WORDS_SIZE]);

#endif
