/* SPDX-License-Identifier: MIT */
/*
 * Knows what makes a cell dangerous, or something else than it is, and nothing of rows or files.
 * Spreadsheets trim more than spaces before they look for a formula, hence the list of what is
 * passed over.
 */
#include "csv_formula.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { DIGITS_KEPT = 15, MONTH_LETTERS = 3 };

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

/* "Mar", "march": a part of a month's name, three letters at least; "am", "pm". */
static bool
is_word_of_time(const char *word, size_t length)
{
	static const char *const months[] = { "january", "february", "march", "april", "may",
		"june", "july", "august", "september", "october", "november", "december" };

	for (size_t i = 0; length >= MONTH_LETTERS && i < sizeof months / sizeof *months; i++)
		if (strncasecmp(word, months[i], length) == 0)
			return true;
	return length == 2 && (strncasecmp(word, "am", 2) == 0 || strncasecmp(word, "pm", 2) == 0);
}

bool
csv_is_recast(const char *text, size_t length)
{
	size_t digits = 0, words = 0, signs = 0;

	for (; length > 0 && *text == '\''; text++)
		length--;
	if ((length == 4 && strncasecmp(text, "true", 4) == 0) ||
		(length == 5 && strncasecmp(text, "false", 5) == 0))
		return true;
	for (size_t i = 0, run; i < length; i += run) {
		run = 1;
		if (isdigit((unsigned char)text[i])) {
			digits++;
		} else if (isalpha((unsigned char)text[i])) {
			while (i + run < length && isalpha((unsigned char)text[i + run]))
				run++;
			words++;
			/* An e of a number with an exponent stands behind a digit. */
			if (!is_word_of_time(text + i, run) &&
				!(run == 1 && i > 0 && (text[i] | 32) == 'e' &&
					isdigit((unsigned char)text[i - 1])))
				return false;
		} else if (memchr(".,:/-+% $", text[i], sizeof ".,:/-+% $" - 1)) {
			signs++;
		} else {
			return false;
		}
	}
	if (digits == 0 || words > 1)
		return false;
	return words + signs > 0 || digits > DIGITS_KEPT || (*text == '0' && digits > 1);
}
