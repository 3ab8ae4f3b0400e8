/* SPDX-License-Identifier: MIT */
/*
 * Texts as they are looked for and compared: without case, accents and ways of writing. Must not be
 * shown or stored as data. Only marks that are accents or vocalisation are dropped: a vowel sign of
 * an Indic script or the voicing of a kana is as much part of a name as a letter, and dropping it
 * would find other people.
 */
#include "rollout/base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "text_decode.h"

/*
 * Letters with a stroke and ligatures, which Unicode takes for letters of their own, as people type
 * them without one.
 */
static const struct plain_letter {
	int32_t code;
	char plain[3];
} plain_letters[] = {
	{ 0x00E6, "ae" },
	{ 0x00F0, "d" },
	{ 0x00F8, "o" },
	{ 0x00FE, "th" },
	{ 0x0111, "d" },
	{ 0x0127, "h" },
	{ 0x0131, "i" },
	{ 0x0142, "l" },
	{ 0x0153, "oe" },
	{ 0x0167, "t" },
	{ 0x0180, "b" },
	{ 0x0268, "i" },
};

enum { PLAIN_LETTERS = sizeof plain_letters / sizeof *plain_letters, PLAIN_LONGEST = 2 };

/* By combining class: overlays, Hebrew and Arabic points, and what is placed around a letter. */
static bool
is_diacritic(int32_t code)
{
	int class = utf8proc_get_property(code)->combining_class;

	return class == 1 || (class >= 10 && class <= 36) || class >= 200;
}

static size_t
put_plain(int32_t code, utf8proc_int32_t *out)
{
	size_t count = 0;

	for (size_t i = 0; i < PLAIN_LETTERS; i++) {
		if (plain_letters[i].code != code)
			continue;
		while (plain_letters[i].plain[count]) {
			out[count] = (unsigned char)plain_letters[i].plain[count];
			count++;
		}
		return count;
	}
	out[0] = code;
	return 1;
}

static char
lower(char letter)
{
	return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* Signs that stand for an apostrophe or a hyphen on one keyboard or another: each becomes the plain
 * one before anything is decomposed (an acute accent that stands alone would become a blank). */
static utf8proc_int32_t
plain_sign(utf8proc_int32_t code, void *context)
{
	(void)context;
	switch (code) {
	case 0x0060:
	case 0x00B4:
	case 0x02B9:
	case 0x02BB:
	case 0x02BC:
	case 0x02C8:
	case 0x055A:
	case 0x2018:
	case 0x2019:
	case 0x201B:
	case 0x2032:
	case 0xA78C:
	case 0xFF07: return '\'';
	case 0x058A:
	case 0x2043:
	case 0x2212:
	case 0xFE58:
	case 0xFE63:
	case 0xFF0D: return '-';
	}
	return code >= 0x2010 && code <= 0x2015 ? '-' : code;
}

static bool
is_blank(int32_t code)
{
	return code == ' ' || (code >= '\t' && code <= '\r') ||
	       (code >= 0x80 && utf8proc_category(code) >= UTF8PROC_CATEGORY_ZS &&
		       utf8proc_category(code) <= UTF8PROC_CATEGORY_ZP);
}

static char *
fold_ascii(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_copy(arena, text, length);
	size_t used = 0;

	for (size_t i = 0; i < length; i++) {
		if (!is_blank(text[i]))
			copy[used++] = text[i] == '`' ? '\'' : lower(text[i]);
		else if (used > 0 && copy[used - 1] != ' ')
			copy[used++] = ' ';
	}
	if (used > 0 && copy[used - 1] == ' ')
		used--;
	copy[used] = '\0';
	return copy;
}

/*
 * The folded and decomposed code points, to be freed; *count of them, negative where the text is
 * not UTF-8.
 */
static utf8proc_int32_t *
fold_codes(const char *text, size_t length, utf8proc_ssize_t *count)
{
	const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
					  UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
	utf8proc_ssize_t space = (utf8proc_ssize_t)length * 2 + 16;
	utf8proc_int32_t *codes = memory_resize(NULL, (size_t)space, sizeof *codes);

	*count = utf8proc_decompose_custom(
		bytes, (utf8proc_ssize_t)length, codes, space, options, plain_sign, NULL);
	if (*count > space) {
		space = *count;
		codes = memory_resize(codes, (size_t)space, sizeof *codes);
		*count = utf8proc_decompose_custom(
			bytes, (utf8proc_ssize_t)length, codes, space, options, plain_sign, NULL);
	}
	return codes;
}

char *
text_fold(struct arena *arena, const char *text, size_t length)
{
	utf8proc_ssize_t count;
	utf8proc_int32_t *codes, *plain;
	size_t kept = 0;
	char *result;

	if (text_plain_run(text, length) == length)
		return fold_ascii(arena, text, length);
	codes = fold_codes(text, length, &count);
	if (count < 0) {
		free(codes);
		return fold_ascii(arena, text, length);
	}
	/* One more for the NUL that utf8proc puts behind the result. */
	plain = memory_resize(NULL, (size_t)count * PLAIN_LONGEST + 1, sizeof *plain);
	for (utf8proc_ssize_t i = 0; i < count; i++) {
		if (is_blank(codes[i])) {
			if (kept > 0 && plain[kept - 1] != ' ')
				plain[kept++] = ' ';
		} else if (!is_diacritic(codes[i]))
			kept += put_plain(codes[i], plain + kept);
	}
	if (kept > 0 && plain[kept - 1] == ' ')
		kept--;
	count = utf8proc_reencode(
		plain, (utf8proc_ssize_t)kept, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	result = arena_copy(arena, (const char *)plain, count > 0 ? (size_t)count : 0);
	free(codes);
	free(plain);
	return result;
}

static bool
holds_ascii(const char *text, size_t length, const char *folded)
{
	size_t wanted = strlen(folded);

	for (size_t i = 0; i + wanted <= length; i++) {
		size_t same = 0;

		while (same < wanted && lower(text[i + same]) == folded[same])
			same++;
		if (same == wanted)
			return true;
	}
	return false;
}

/* Whether folding would change nothing but the case. */
static bool
is_folded_but_for_case(const char *text, size_t length)
{
	if (text_plain_run(text, length) < length)
		return false;
	for (size_t i = 0; i < length; i++)
		if (text[i] == '`' || (text[i] < ' ') ||
			(text[i] == ' ' && i > 0 && text[i - 1] == ' '))
			return false;
	return true;
}

bool
text_holds(const char *text, size_t length, const char *folded)
{
	struct arena arena = { 0 };
	bool found;

	if (is_folded_but_for_case(text, length))
		return holds_ascii(text, length, folded);
	found = strstr(text_fold(&arena, text, length), folded) != NULL;
	arena_clear(&arena);
	return found;
}

static bool
is_name_character(int32_t code)
{
	utf8proc_category_t category = utf8proc_category(code);

	if (code < 0x80)
		return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

/* Bytes of the "(…)" or "[…]" at the start; 0 where none starts or it never ends. */
static size_t
bracketed_length(const char *text, size_t length)
{
	char closing = text[0] == '(' ? ')' : ']';
	const char *end;

	if (text[0] != '(' && text[0] != '[')
		return 0;
	end = memchr(text, closing, length);
	return end ? (size_t)(end - text) + 1 : 0;
}

/*
 * Writes at most length bytes and a NUL; the result may be the text's own place, as it never gets
 * ahead of it.
 */
static size_t
collapse(const char *text, size_t length, bool drop_brackets, char *out)
{
	size_t i = 0, used = 0;
	bool gap = false;

	while (i < length) {
		int32_t code = 0;
		size_t skipped = drop_brackets ? bracketed_length(text + i, length - i) : 0;
		size_t bytes = text_decode(text + i, length - i, &code);

		if (skipped > 0 || bytes == 0 || !is_name_character(code)) {
			i += skipped > 0 ? skipped : bytes > 0 ? bytes : 1;
			gap = used > 0;
			continue;
		}
		if (gap)
			out[used++] = ' ';
		gap = false;
		memmove(out + used, text + i, bytes);
		used += bytes;
		i += bytes;
	}
	out[used] = '\0';
	return used;
}

char *
text_fold_name(struct arena *arena, const char *text, size_t length)
{
	char *folded = text_fold(arena, text, length);
	size_t folded_length = strlen(folded);
	char *name = arena_alloc(arena, folded_length + 1);

	/* A name that is all brackets, as "(owner)", still names something. */
	if (collapse(folded, folded_length, true, name) == 0)
		collapse(folded, folded_length, false, name);
	return name;
}
