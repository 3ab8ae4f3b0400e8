/* SPDX-License-Identifier: MIT */
/*
 * Three bytes are four letters; what is missing at the end is said by '='. Must not read, only
 * write: nothing sends us base 64.
 */
#include "base64.h"

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void
base64_append(struct buffer *out, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i += 3) {
		size_t left = length - i < 3 ? length - i : 3;
		unsigned long group = 0;

		for (size_t j = 0; j < 3; j++)
			group = group << 8 | (j < left ? (unsigned char)bytes[i + j] : 0);
		for (size_t j = 0; j < 4; j++)
			buffer_append_char(
				out, j <= left ? letters[group >> (18 - 6 * j) & 63] : '=');
	}
}
