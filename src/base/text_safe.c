/* SPDX-License-Identifier: MIT */
/*
 * Shows any bytes at all to a person. Must never let a byte through that a terminal obeys, whatever
 * the bytes are: data is checked where it enters, but this is the last line and trusts nobody. What
 * cannot be seen is written out as <U+202E>, so that two names that look the same and are not can
 * be told apart.
 */
#include "rollout/base/text.h"

#include <utf8proc.h>

#include "text_decode.h"

enum {
	MARKS_MOST = 4,
	DOTTED_CIRCLE = 0x25CC,
	JOINER = 0x200D,
	KEYCAP = 0x20E3,
	EMOJI_STYLE = 0xFE0F
};

/* What a mark, joiner or variation selector may attach itself to. */
struct cluster {
	bool base; /* a visible character is there */
	bool emoji; /* that character is an emoji, perhaps with what belongs to it */
	bool keycap; /* that character is one that a keycap goes round */
	bool selected; /* it has its variation selector */
	int marks;
};

static bool
is_emoji(int32_t code)
{
	return utf8proc_get_property(code)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool
is_variation_selector(int32_t code)
{
	return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF);
}

static bool
is_mark(utf8proc_category_t category)
{
	return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
	       category == UTF8PROC_CATEGORY_ME;
}

/* Nothing to see, or nobody knows what it looks like. Marks that attach are decided before. */
static bool
is_hidden(int32_t code)
{
	switch (utf8proc_category(code)) {
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP: return true;
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
	case UTF8PROC_CATEGORY_PC:
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
	case UTF8PROC_CATEGORY_SM:
	case UTF8PROC_CATEGORY_SC:
	case UTF8PROC_CATEGORY_SK:
	case UTF8PROC_CATEGORY_SO:
	case UTF8PROC_CATEGORY_ZS: break;
	}
	return utf8proc_get_property(code)->ignorable;
}

/* Letters and signs that do not decompose, as people write them without. */
static const struct plain_way {
	int32_t code;
	const char *plain;
} plain_ways[] = {
	{ 0x00C6, "AE" },
	{ 0x00D0, "D" },
	{ 0x00D8, "O" },
	{ 0x00DE, "Th" },
	{ 0x00DF, "ss" },
	{ 0x00E6, "ae" },
	{ 0x00F0, "d" },
	{ 0x00F8, "o" },
	{ 0x00FE, "th" },
	{ 0x0110, "D" },
	{ 0x0111, "d" },
	{ 0x0126, "H" },
	{ 0x0127, "h" },
	{ 0x0131, "i" },
	{ 0x0141, "L" },
	{ 0x0142, "l" },
	{ 0x0152, "OE" },
	{ 0x0153, "oe" },
	{ 0x2013, "-" },
	{ 0x2014, "-" },
	{ 0x2018, "'" },
	{ 0x2019, "'" },
	{ 0x201C, "\"" },
	{ 0x201D, "\"" },
	{ 0x2022, "-" },
	{ 0x2026, "..." },
	{ 0x2192, "->" },
	{ 0x2581, "_" },
	{ 0x2582, "_" },
	{ 0x2583, "." },
	{ 0x2584, "." },
	{ 0x2585, "-" },
	{ 0x2586, "-" },
	{ 0x2587, "=" },
	{ 0x2588, "#" },
};

static bool
is_letter(int32_t code)
{
	return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

/* A letter of the alphabet without what stands around it; '?' where there is no such letter. */
static void
append_plain(struct buffer *out, int32_t code)
{
	enum { PARTS_MOST = 8 };
	utf8proc_int32_t parts[PARTS_MOST];
	int class = 0;
	utf8proc_ssize_t count = utf8proc_decompose_char(
		code, parts, PARTS_MOST, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, &class);

	for (size_t i = 0; i < sizeof plain_ways / sizeof plain_ways[0]; i++) {
		if (plain_ways[i].code == code) {
			buffer_append_text(out, plain_ways[i].plain);
			return;
		}
	}
	buffer_append_char(out,
		count > 0 && count <= PARTS_MOST && is_letter(parts[0]) ? (char)parts[0] : '?');
}

static void
append_code(struct buffer *out, int32_t code, bool ascii)
{
	char *place;

	if (ascii) {
		append_plain(out, code);
		return;
	}
	place = buffer_reserve(out, 4);
	out->length += (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)place);
	out->data[out->length] = '\0';
}

static void
append_hidden(struct buffer *out, int32_t code)
{
	buffer_format(out, "<U+%04X>", (unsigned int)code);
}

/*
 * Whether the joiner or selector has an emoji to work on; next is the character behind it, 0 for
 * none.
 */
static bool
belongs_to_emoji(const struct cluster *cluster, int32_t code, int32_t next)
{
	if (code == JOINER)
		return cluster->emoji && is_emoji(next);
	if (cluster->keycap)
		return code == EMOJI_STYLE && next == KEYCAP && !cluster->selected;
	return cluster->emoji && !cluster->selected;
}

static void
append_mark(struct buffer *out, struct cluster *cluster, int32_t code, bool ascii)
{
	if (!cluster->base) {
		append_code(out, DOTTED_CIRCLE, ascii);
		*cluster = (struct cluster){ .base = true };
	}
	/* A letter that goes without its accent goes without one beside it, too. */
	if (ascii && out->length > 0 && is_letter(out->data[out->length - 1]))
		return;
	if (cluster->marks < MARKS_MOST) {
		append_code(out, code, ascii);
		cluster->marks++;
	}
}

static void
append_visible(struct buffer *out, struct cluster *cluster, int32_t code, int32_t next, bool ascii)
{
	if (code == JOINER || is_variation_selector(code)) {
		if (belongs_to_emoji(cluster, code, next)) {
			append_code(out, code, ascii);
			cluster->selected = code != JOINER;
			return;
		}
		append_hidden(out, code);
		*cluster = (struct cluster){ 0 };
	} else if (is_hidden(code)) {
		append_hidden(out, code);
		*cluster = (struct cluster){ 0 };
	} else if (is_mark(utf8proc_category(code))) {
		append_mark(out, cluster, code, ascii);
	} else {
		bool tone = code >= 0x1F3FB && code <= 0x1F3FF && cluster->emoji;

		append_code(out, code, ascii);
		*cluster = (struct cluster){ .base = true, .emoji = tone || is_emoji(code) };
	}
}

static void
append_ascii(struct buffer *out, struct cluster *cluster, char byte, bool lines, bool ascii)
{
	*cluster = (struct cluster){ 0 };
	if (byte == '\n' && lines)
		buffer_append_char(out, '\n');
	else if (byte == '\n')
		buffer_append_text(out, ascii ? " " : "\u21B5");
	else if (byte == '\t')
		buffer_append_char(out, ' ');
	else if (byte == 0x7F)
		append_hidden(out, byte);
	else
		buffer_format(out, "^%c", byte ^ 0x40);
}

static struct cluster
plain_cluster(char last)
{
	bool keycap = (last >= '0' && last <= '9') || last == '#' || last == '*';

	return (struct cluster){ .base = true, .keycap = keycap };
}

void
text_safe(struct buffer *out, const char *text, size_t length, bool lines, bool ascii)
{
	struct cluster cluster = { 0 };
	size_t i = 0;

	while (i < length) {
		size_t run = text_plain_run(text + i, length - i);
		int32_t code = 0, next = 0;
		size_t bytes;

		if (run > 0) {
			buffer_append(out, text + i, run);
			i += run;
			cluster = plain_cluster(text[i - 1]);
			continue;
		}
		bytes = text_decode(text + i, length - i, &code);
		if (bytes == 0) {
			buffer_format(out, "\\x%02X", (unsigned int)(unsigned char)text[i]);
			cluster = (struct cluster){ 0 };
			bytes = 1;
		} else if (code < 0x80) {
			append_ascii(out, &cluster, (char)code, lines, ascii);
		} else if (code == 0x2028 || code == 0x2029) {
			append_ascii(out, &cluster, '\n', lines, ascii);
		} else {
			if (text_decode(text + i + bytes, length - i - bytes, &next) == 0)
				next = 0;
			append_visible(out, &cluster, code, next, ascii);
		}
		i += bytes;
	}
}
