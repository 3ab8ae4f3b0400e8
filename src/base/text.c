/* SPDX-License-Identifier: MIT */
/*
 * What text may enter, and in which form it is kept. Must not change what it refuses: a caller
 * reports the fault with its place. Composing is left to utf8proc, but only where a character could
 * need it: the ranges in is_stable() are those of ordinary names in most scripts, none of which a
 * normalisation touches (a test compares them with utf8proc).
 */
#include "rollout/base/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "text_decode.h"

enum { QUOTE_LIMIT = 80 };

static enum text_fault
code_fault(int32_t code)
{
	if (code < 0xA0)
		return TEXT_CONTROL;
	if (code < 0x2028)
		return TEXT_GOOD;
	if (code <= 0x2029)
		return TEXT_CONTROL;
	if (code <= 0x202E || (code >= 0x2066 && code <= 0x2069))
		return TEXT_DIRECTION;
	if ((code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE)
		return TEXT_NOT_UTF8;
	return TEXT_GOOD;
}

enum text_fault
text_check(const char *text, size_t length, bool lines, size_t *offset)
{
	enum text_fault fault = TEXT_GOOD;
	size_t i = 0;

	while (i < length) {
		if ((unsigned char)text[i] >= 0x80) {
			int32_t code;
			size_t bytes = text_decode(text + i, length - i, &code);

			fault = bytes > 0 ? code_fault(code) : TEXT_NOT_UTF8;
			if (fault != TEXT_GOOD)
				break;
			i += bytes;
		} else if (text_byte_is_plain(text[i])) {
			i += text_plain_run(text + i, length - i);
		} else if (lines && (text[i] == '\n' || text[i] == '\t')) {
			i++;
		} else {
			fault = TEXT_CONTROL;
			break;
		}
	}
	if (fault != TEXT_GOOD)
		*offset = i;
	return fault;
}

const char *
text_fault_name(enum text_fault fault)
{
	switch (fault) {
	case TEXT_GOOD: return "good text";
	case TEXT_NOT_UTF8: return "invalid UTF-8";
	case TEXT_CONTROL: return "a control character";
	case TEXT_DIRECTION: return "a text-direction override";
	}
	return "";
}

enum status
text_require_good(
	const char *what, const char *text, size_t length, bool lines, struct error *error)
{
	size_t offset = 0;
	enum text_fault fault = text_check(text, length, lines, &offset);

	if (fault == TEXT_GOOD)
		return STATUS_OK;
	return error_set(error, STATUS_INVALID, "%s contains %s at byte %zu", what,
		text_fault_name(fault), offset + 1);
}

/* White space as Unicode has it, less what text_check() refuses. */
static bool
is_white(int32_t code)
{
	return code == ' ' || code == '\t' || code == '\n' || code == 0xA0 || code == 0x1680 ||
	       (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F ||
	       code == 0x3000;
}

static void
trim(const char **text, size_t *length)
{
	int32_t code;
	size_t bytes;

	while ((bytes = text_decode(*text, *length, &code)) > 0 && is_white(code)) {
		*text += bytes;
		*length -= bytes;
	}
	while (*length > 0) {
		size_t start = *length - 1;

		while (start > 0 && ((unsigned char)(*text)[start] & 0xC0) == 0x80)
			start--;
		if (text_decode(*text + start, *length - start, &code) == 0 || !is_white(code))
			break;
		*length = start;
	}
}

/*
 * Characters that neither decompose, nor combine with one before them, nor move past one. A subset,
 * for speed.
 */
static bool
is_stable(int32_t code)
{
	if (code < 0x0300)
		return true;
	if (code < 0x1E00)
		return (code >= 0x0388 && code <= 0x0482) || (code >= 0x048A && code <= 0x0590) ||
		       (code >= 0x05D0 && code <= 0x05EA) || (code >= 0x0620 && code <= 0x064A) ||
		       (code >= 0x0904 && code <= 0x0939) || (code >= 0x0E01 && code <= 0x0E37);
	if (code < 0x3400)
		return code <= 0x1EFF || (code >= 0x2010 && code <= 0x205F) ||
		       (code >= 0x3041 && code <= 0x3096) || (code >= 0x30A1 && code <= 0x30FA) ||
		       code == 0x30FC;
	return code <= 0xA48C || (code >= 0xAC00 && code <= 0xD7A3) ||
	       (code >= 0xFF01 && code <= 0xFF60) || (code >= 0x1F300 && code <= 0x1FAFF);
}

static bool
is_normal(const char *text, size_t length)
{
	size_t i = 0;

	while (i < length) {
		int32_t code = 0;

		/*
		 * Bytes below 0xCC lead to characters below U+0300, or continue one that was looked
		 * at.
		 */
		if ((unsigned char)text[i] < 0xCC) {
			i++;
			continue;
		}
		i += text_decode(text + i, length - i, &code);
		if (!is_stable(code))
			return false;
	}
	return true;
}

/* Skips words of ASCII, so that only a text with other characters is looked at one by one. */
static bool
is_ascii(const char *text, size_t length)
{
	const uint64_t high_bits = UINT64_C(0x8080808080808080);
	uint64_t word = 0;

	for (; length >= 8; text += 8, length -= 8) {
		memcpy(&word, text, sizeof word);
		if ((word & high_bits) != 0)
			return false;
	}
	for (; length > 0; text++, length--) {
		if ((unsigned char)*text >= 0x80)
			return false;
	}
	return true;
}

static void
compose(struct arena *arena, const char **text, size_t *length)
{
	const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)*text;
	utf8proc_ssize_t space = (utf8proc_ssize_t)*length * 2 + 16;
	utf8proc_ssize_t needed, result;
	utf8proc_int32_t *codes = memory_resize(NULL, (size_t)space + 1, sizeof *codes);

	needed = utf8proc_decompose(bytes, (utf8proc_ssize_t)*length, codes, space, options);
	if (needed > space) {
		space = needed;
		codes = memory_resize(codes, (size_t)space + 1, sizeof *codes);
		needed =
			utf8proc_decompose(bytes, (utf8proc_ssize_t)*length, codes, space, options);
	}
	result = needed < 0 ? needed : utf8proc_reencode(codes, needed, options);
	if (result >= 0 &&
		((size_t)result != *length || memcmp(codes, *text, (size_t)result) != 0)) {
		*text = arena_copy(arena, (const char *)codes, (size_t)result);
		*length = (size_t)result;
	}
	free(codes);
}

void
text_normalise(struct arena *arena, const char **text, size_t *length)
{
	trim(text, length);
	if (!is_ascii(*text, *length) && !is_normal(*text, *length))
		compose(arena, text, length);
}

size_t
text_count(const char *text, size_t length)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	size_t continued = 0;
	size_t i = 0;

	for (; length - i >= 8; i += 8) {
		uint64_t word;

		/* 10xxxxxx continues a character; the multiplication adds the eight answers up. */
		memcpy(&word, text + i, sizeof word);
		continued += (((word >> 7) & ~(word >> 6) & ones) * ones) >> 56;
	}
	for (; i < length; i++)
		continued += ((unsigned char)text[i] & 0xC0) == 0x80;
	return length - continued;
}

int
text_quote_length(const char *text, size_t length)
{
	if (length <= QUOTE_LIMIT)
		return (int)length;
	length = QUOTE_LIMIT;
	while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
		length--;
	return (int)length;
}

char *
text_quantity(struct arena *arena, int64_t count, const char *one, const char *many)
{
	if (count == 1)
		return arena_format(arena, "1 %s", one);
	return arena_format(arena, "%" PRId64 " %s%s", count, many ? many : one, many ? "" : "s");
}

uint64_t
text_hash(const char *text, size_t length)
{
	uint64_t hash = UINT64_C(0xCBF29CE484222325);

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x100000001B3);
	return hash;
}

bool
text_is_key(const char *text, size_t length)
{
	size_t digits = 0;

	if (length < 1 || length > 64)
		return false;
	for (size_t i = 0; i < length; i++) {
		char byte = text[i];
		bool digit = byte >= '0' && byte <= '9';
		bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');

		if (!digit && !letter && byte != '_' && byte != '-')
			return false;
		digits += digit;
	}
	return digits < length || digits < 16;
}
