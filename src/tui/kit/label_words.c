/* SPDX-License-Identifier: MIT */
/* Names of the dictionary as words. Must not translate them: they are the public ones. */
#include "label_words.h"

#include <inttypes.h>
#include <stdio.h>

void
label_words_from_name(const char *name, char out[WORDS_SIZE])
{
	snprintf(out, WORDS_SIZE, "%s", name);
	for (char *at = out; *at; at++)
		if (*at == '_')
			*at = ' ';
}

struct words
label_words_of(const char *name)
{
	struct words words;

	label_words_from_name(name, words.text);
	return words;
}

struct words
label_words_count(const struct type *type, int64_t count)
{
	struct words words;

	snprintf(words.text, sizeof words.text, "%" PRId64 " %.40s", count,
		label_words_of(count == 1 ? type->label : type->plural).text);
	return words;
}
