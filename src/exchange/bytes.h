/* SPDX-License-Identifier: MIT */
/*
 * Looking at eight bytes at a time, and at one UTF-8 sequence: what the inner loops of readers and
 * writers share. Words are composed byte by byte, lowest first, which compilers turn into one load
 * and which means the same on every machine.
 */
#ifndef ROLLOUT_EXCHANGE_BYTES_H
#define ROLLOUT_EXCHANGE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static const uint64_t BYTES_ONES = UINT64_C(0x0101010101010101);
static const uint64_t BYTES_HIGHS = UINT64_C(0x8080808080808080);

static inline uint64_t
bytes_load(const char *text)
{
	const unsigned char *b = (const unsigned char *)text;

	return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
	       (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
	       (uint64_t)b[7] << 56;
}

/* High bits at bytes equal to byte; only the lowest is sure. */
static inline uint64_t
bytes_equal(uint64_t word, unsigned char byte)
{
	uint64_t other = word ^ BYTES_ONES * byte;

	return (other - BYTES_ONES) & ~other & BYTES_HIGHS;
}

/* High bits at the bytes of a JSON string that are not plain ASCII text: controls, quote,
 * backslash, above 0x7F; only the lowest is sure. */
static inline uint64_t
bytes_not_plain(uint64_t word)
{
	uint64_t controls = (word - BYTES_ONES * 0x20) & ~word;

	return ((controls | word) & BYTES_HIGHS) | bytes_equal(word, '"') | bytes_equal(word, '\\');
}

/* The index of the lowest byte whose high bit is set in bits, which is not 0. */
static inline size_t
bytes_first(uint64_t bits)
{
	return (size_t)__builtin_ctzll(bits) >> 3;
}

static inline bool
bytes_between(unsigned char byte, unsigned char low, unsigned char high)
{
	return byte >= low && byte <= high;
}

/* Bytes of the UTF-8 sequence at text, of which available may be looked at; 0 where it is
 * invalid (table 3-7 of the Unicode standard). */
static inline size_t
bytes_sequence(const char *text, size_t available)
{
	const unsigned char *b = (const unsigned char *)text;

	if (b[0] < 0x80)
		return 1;
	if (b[0] < 0xE0)
		return b[0] >= 0xC2 && available >= 2 && bytes_between(b[1], 0x80, 0xBF) ? 2 : 0;
	if (b[0] < 0xF0)
		return available >= 3 &&
				       bytes_between(b[1], b[0] == 0xE0 ? 0xA0 : 0x80,
					       b[0] == 0xED ? 0x9F : 0xBF) &&
				       bytes_between(b[2], 0x80, 0xBF)
			       ? 3
			       : 0;
	return b[0] < 0xF5 && available >= 4 &&
			       bytes_between(b[1], b[0] == 0xF0 ? 0x90 : 0x80,
				       b[0] == 0xF4 ? 0x8F : 0xBF) &&
			       bytes_between(b[2], 0x80, 0xBF) && bytes_between(b[3], 0x80, 0xBF)
		       ? 4
		       : 0;
}

#endif
