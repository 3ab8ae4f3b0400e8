/* SPDX-License-Identifier: MIT */
/*
 * Compares what was typed with what is known. Must not ask the locale: under a Turkish one,
 * strcasecmp does not find "daily" and "DAILY" the same.
 */
#include "word.h"

#include <string.h>

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
