/* SPDX-License-Identifier: MIT */
/*
 * Where characters as a person sees them begin and end, and how many cells of a terminal they take.
 * Must not ask the locale: widths are those of Unicode, the same everywhere. Going backwards steps
 * to a place that is a boundary whatever stands before it and walks forward from there, so that
 * both directions always agree.
 */
#include "rollout/base/text.h"

#include <utf8proc.h>

#include "text_decode.h"

enum { JOINER = 0x200D };

static bool
is_flag_letter(int32_t code)
{
	return code >= 0x1F1E6 && code <= 0x1F1FF;
}

/*
 * Cells of the one cluster that fills length bytes: those of its widest part. The second half of a
 * flag and a vowel sign with a place of its own stand beside the first, so they are added: utf8proc
 * says 0 for such a sign, terminals draw it in one.
 */
static int
cluster_width(const char *text, size_t length)
{
	int widest = 0, beside = 0;
	size_t i = 0;

	if (length == 1 && text_byte_is_plain(text[0]))
		return 1;
	while (i < length) {
		int32_t code;
		size_t bytes = text_decode(text + i, length - i, &code);
		int cells;

		if (bytes == 0)
			return 1;
		cells = utf8proc_charwidth(code);
		if (utf8proc_category(code) == UTF8PROC_CATEGORY_MC ||
			(i > 0 && is_flag_letter(code)))
			beside++;
		else if (cells > widest)
			widest = cells;
		i += bytes;
	}
	return widest + beside;
}

size_t
text_next_grapheme(const char *text, size_t length)
{
	int32_t code, next, state = 0;
	size_t i, bytes;

	if (length == 0)
		return 0;
	if (length > 1 && text_byte_is_plain(text[0]) && text_byte_is_plain(text[1]))
		return 1;
	i = text_decode(text, length, &code);
	if (i == 0)
		return 1;
	while (i < length && (bytes = text_decode(text + i, length - i, &next)) > 0 &&
		!utf8proc_grapheme_break_stateful(code, next, &state)) {
		code = next;
		i += bytes;
	}
	return i;
}

/*
 * Start of the character that ends at text[end], end > 0; *code is -1 for a byte that belongs to
 * none.
 */
static size_t
previous_code(const char *text, size_t end, int32_t *code)
{
	size_t start = end - 1;

	while (start > 0 && end - start < 4 && ((unsigned char)text[start] & 0xC0) == 0x80)
		start--;
	if (text_decode(text + start, end - start, code) == end - start)
		return start;
	*code = -1;
	return end - 1;
}

/*
 * Whether a cluster ends between the two, whatever stands before them. Behind a joiner that depends
 * on it; between two flag letters the stateless answer is already no.
 */
static bool
is_sure_boundary(int32_t before, int32_t after)
{
	if (before < 0 || after < 0)
		return true;
	return before != JOINER && utf8proc_grapheme_break(before, after);
}

size_t
text_previous_grapheme(const char *text, size_t end)
{
	int32_t before, after;
	size_t start, next;

	if (end == 0)
		return 0;
	start = previous_code(text, end, &after);
	while (start > 0) {
		size_t earlier = previous_code(text, start, &before);

		if (is_sure_boundary(before, after))
			break;
		start = earlier;
		after = before;
	}
	while ((next = start + text_next_grapheme(text + start, end - start)) < end)
		start = next;
	return end - start;
}

size_t
text_fit(const char *text, size_t length, int cells, int *used)
{
	size_t i = 0;
	int width = 0;

	while (i < length) {
		size_t bytes = text_next_grapheme(text + i, length - i);
		int wanted = cluster_width(text + i, bytes);

		if (wanted > cells - width)
			break;
		width += wanted;
		i += bytes;
	}
	*used = width;
	return i;
}

size_t
text_wrap(const char *text, size_t length, int cells, size_t *next)
{
	int used;
	size_t fits = text_fit(text, length, cells, &used), end = fits;

	if (fits < length) {
		while (end > 0 && text[end] != ' ')
			end--;
		if (end == 0)
			end = fits > 0 ? fits : text_next_grapheme(text, length);
	}
	*next = end;
	while (*next < length && text[*next] == ' ')
		++*next;
	return end;
}

int
text_width(const char *text, size_t length)
{
	int width = 0;
	size_t i = 0;

	while (i < length) {
		size_t run = text_plain_run(text + i, length - i);
		size_t bytes;

		/* The last of the run may have a mark behind it. */
		if (run > 1) {
			width += (int)run - 1;
			i += run - 1;
		}
		bytes = text_next_grapheme(text + i, length - i);

		width += cluster_width(text + i, bytes);
		i += bytes;
	}
	return width;
}
