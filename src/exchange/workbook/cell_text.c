/* SPDX-License-Identifier: MIT */
/* Text as it is meant; see the header. What is no good text stays, and is refused as in any file.
 */
#include "cell_text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { ESCAPE_LENGTH = sizeof "_x000D_" - 1, ASCII_END = 0x80 };

/* The character that an escape stands for; -1: none is there, or one that needs no escape. */
static int
read_escape(const char *at, size_t left)
{
	char digits[5] = "";
	long code;

	if (left < ESCAPE_LENGTH || at[0] != '_' || at[1] != 'x' || at[6] != '_')
		return -1;
	memcpy(digits, at + 2, 4);
	for (int i = 0; i < 4; i++)
		if (!isxdigit((unsigned char)digits[i]))
			return -1;
	code = strtol(digits, NULL, 16);
	return code < ASCII_END ? (int)code : -1;
}

size_t
cell_text_unescape(char *text, size_t length)
{
	size_t from = 0, to = 0;

	if (!memchr(text, '_', length) && !memchr(text, '\r', length))
		return length;
	while (from < length) {
		int code = read_escape(text + from, length - from);
		char c = code >= 0 ? (char)code : text[from];

		from += code >= 0 ? ESCAPE_LENGTH : 1;
		/* A carriage return before a newline says nothing; alone it ends a line. */
		if (c == '\r') {
			if (from < length && (text[from] == '\n' || read_escape(text + from,
									    length - from) == '\n'))
				continue;
			c = '\n';
		}
		text[to++] = c;
	}
	return to;
}
