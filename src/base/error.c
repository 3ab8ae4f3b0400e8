/* SPDX-License-Identifier: MIT */
/*
 * Fills in an error where the fault is found. Must not print: how an error is shown is the faces'
 * business. The message is composed beside the error first, so that an old message may be an
 * argument of the new one.
 */
#include "rollout/base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Length of text without the character that the cut at its end left unfinished. */
static size_t
whole_characters(const char *text, size_t length)
{
	size_t start = length;
	unsigned char lead;
	size_t wanted;

	while (start > 0 && length - start < 3 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	if (start == 0)
		return length;
	lead = (unsigned char)text[start - 1];
	wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
	return length - (start - 1) < wanted ? start - 1 : length;
}

enum status
error_set(struct error *error, enum status status, const char *format, ...)
{
	char message[ERROR_MESSAGE_SIZE];
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	if (length < 0)
		message[0] = '\0';
	else if ((size_t)length >= sizeof message)
		message[whole_characters(message, sizeof message - 1)] = '\0';
	memcpy(error->message, message, strlen(message) + 1);
	error->status = status;
	return status;
}
