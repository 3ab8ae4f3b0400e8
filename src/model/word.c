/* SPDX-License-Identifier: MIT */
/*
 * Compares what was typed with what is known, and cuts what messages quote of it. Must not ask
 * the locale: under a Turkish one, strcasecmp does not find "daily" and "DAILY" the same.
 */
#include "word.h"

#include <string.h>

enum { QUOTE_LIMIT = 60 };

char
word_lower(char letter)
{
	return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

bool
word_is(const char *text, size_t length, const char *word)
{
	if (strlen(word) != length)
		return false;
	for (size_t i = 0; i < length; i++)
		if (word_lower(text[i]) != word_lower(word[i]))
			return false;
	return true;
}

int
word_quote_length(const char *text, size_t length)
{
	if (length <= QUOTE_LIMIT)
		return (int)length;
	length = QUOTE_LIMIT;
	while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
		length--;
	return (int)length;
}
