/* SPDX-License-Identifier: MIT */
/* Facts of a finding in words, one after the other. */
#include "fact_lines.h"

#include <string.h>

#include "tui/kit/label_words.h"

void
fact_lines_describe(const struct fact *facts, size_t count, struct buffer *out)
{
	for (size_t i = 0; i < count; i++) {
		const char *value = facts[i].value;

		if (strcmp(value, "true") == 0 || strcmp(value, "false") == 0)
			value = *value == 't' ? "yes" : "no";
		buffer_format(out, "%s%s %s", i > 0 ? ", " : "", label_words_of(facts[i].name).text,
			value);
	}
}
