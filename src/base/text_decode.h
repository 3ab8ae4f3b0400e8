/* SPDX-License-Identifier: MIT */
/*
 * One UTF-8 decoder for the text files of this folder, and the test for words of plain ASCII.
 * Private to src/base. Inline, because a call for each character shows in an import of a million
 * records.
 */
#ifndef ROLLOUT_BASE_TEXT_DECODE_H
#define ROLLOUT_BASE_TEXT_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * The shortest form of a code point other than a surrogate: its bytes (1 to 4), or 0 where text[0]
 * starts none.
 */
static inline size_t
text_decode(const char *text, size_t length, int32_t *code)
{
	const unsigned char *byte = (const unsigned char *)text;
	int32_t value;

	if (length == 0)
		return 0;
	if (byte[0] < 0x80) {
		*code = byte[0];
		return 1;
	}
	if (byte[0] < 0xC2 || length < 2 || (byte[1] & 0xC0) != 0x80)
		return 0;
	if (byte[0] < 0xE0) {
		*code = (byte[0] & 0x1F) << 6 | (byte[1] & 0x3F);
		return 2;
	}
	if (length < 3 || (byte[2] & 0xC0) != 0x80)
		return 0;
	if (byte[0] < 0xF0) {
		value = (byte[0] & 0x0F) << 12 | (byte[1] & 0x3F) << 6 | (byte[2] & 0x3F);
		if (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF))
			return 0;
		*code = value;
		return 3;
	}
	if (byte[0] > 0xF4 || length < 4 || (byte[3] & 0xC0) != 0x80)
		return 0;
	value = (byte[0] & 0x07) << 18 | (byte[1] & 0x3F) << 12 | (byte[2] & 0x3F) << 6 |
		(byte[3] & 0x3F);
	if (value < 0x10000 || value > 0x10FFFF)
		return 0;
	*code = value;
	return 4;
}

/*
 * Eight bytes of 0x20 to 0x7E: where no byte is above that, no byte can borrow from or carry into
 * its neighbour.
 */
static inline bool
text_word_is_plain(const char *text)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t word;

	memcpy(&word, text, sizeof word);
	return ((word | (word - 0x20 * ones) | (word + ones)) & 0x80 * ones) == 0;
}

static inline bool
text_byte_is_plain(char byte)
{
	return byte >= 0x20 && byte < 0x7F;
}

/* Bytes of printable ASCII at the start. */
static inline size_t
text_plain_run(const char *text, size_t length)
{
	size_t i = 0;

	while (length - i >= 8 && text_word_is_plain(text + i))
		i += 8;
	while (i < length && text_byte_is_plain(text[i]))
		i++;
	return i;
}

#endif
