/* SPDX-License-Identifier: MIT */
/* Looking a word up in a list that is one string: the lists of names and values are long,
 * short-lived in use and easy to read that way. */
#include "word_fold.h"

#include <string.h>

bool
word_fold_contains(const char *list, const char *word)
{
	size_t length = strlen(word);

	if (length == 0)
		return false;
	for (const char *found = list; (found = strstr(found, word)); found++)
		if (found > list && found[-1] == '|' && found[length] == '|')
			return true;
	return false;
}
