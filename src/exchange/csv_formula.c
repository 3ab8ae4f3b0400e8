/* SPDX-License-Identifier: MIT */
/*
 * Knows what makes a cell dangerous, and nothing of rows or files. Spreadsheets trim more than
 * spaces before they look for a formula, hence the list of what is passed over.
 */
#include <string.h>

#include "csv_formula.h"

/* Bytes of the one of the NUL-ended texts in list that starts the text; 0 where none does. */
static size_t
match_one(const char *const *list, const char *text, size_t length)
{
	for (; *list; list++) {
		size_t size = strlen(*list);

		if (size <= length && memcmp(text, *list, size) == 0)
			return size;
	}
	return 0;
}

bool
csv_is_formula(const char *text, size_t length)
{
	static const char *const passed[] = { " ", "'", "\"", "\n", "\xC2\xA0", "\xE3\x80\x80",
		"\xEF\xBB\xBF", "\xE2\x80\x8B", NULL };
	/* the last four: full-width = + - @ */
	static const char *const dangerous[] = { "=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D",
		"\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0", NULL };
	size_t skip;

	while (length && (skip = match_one(passed, text, length))) {
		text += skip;
		length -= skip;
	}
	return match_one(dangerous, text, length) != 0;
}
