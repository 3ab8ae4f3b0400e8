/* SPDX-License-Identifier: MIT */
/* Names of the dictionary as words. Must not translate them: they are the public ones. */
#include "label_words.h"

#include <stdio.h>

void
words_from_name(const char *name, char out[WORDS_SIZE])
{
	snprintf(out, WORDS_SIZE, "%s", name);
	for (char *at = out; *at; at++)
		if (*at == '_')
			*at = ' ';
}
