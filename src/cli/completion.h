/* SPDX-License-Identifier: MIT */
/*
 * Completion scripts, made from the command table, the option table and the dictionary.
 */
#ifndef ROLLOUT_CLI_COMPLETION_H
#define ROLLOUT_CLI_COMPLETION_H

#include "command.h"

void completion_append_bash(struct buffer *out);
void completion_append_zsh(struct buffer *out);
void completion_append_fish(struct buffer *out);

/*
 * The words that an argument of that kind may be, separated by spaces; nothing for those that
 * only the user knows.
 */
void completion_append_words(struct buffer *out, enum word_kind kind);
/* "--sort --limit …" of those named in names. */
void completion_append_options(struct buffer *out, const char *names);

#endif
