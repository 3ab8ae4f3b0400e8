/* SPDX-License-Identifier: MIT */
/*
 * Text is UTF-8 in NFC. text_check() and text_normalise() stand at every source (imports, options,
 * typing), text_safe() at every sink that a person looks at (terminal, standard error). The only
 * place that includes utf8proc.
 */
#ifndef ROLLOUT_BASE_TEXT_H
#define ROLLOUT_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rollout/base/error.h"
#include "rollout/base/memory.h"

enum text_fault {
	TEXT_GOOD,
	/* Invalid, overlong, truncated, a surrogate, beyond U+10FFFF, or a noncharacter. */
	TEXT_NOT_UTF8,
	/* C0, DEL, C1, U+2028/2029, or NUL; newline and tab are allowed only in long text. */
	TEXT_CONTROL,
	/* A bidi override or isolate: U+202A-E, U+2066-9. */
	TEXT_DIRECTION,
};

/*
 * Checks length bytes; *offset is where the first fault starts (unchanged when good). lines:
 * newline and tab are allowed, a carriage return never is. Plain ASCII takes a fast path.
 */
enum text_fault text_check(const char *text, size_t length, bool lines, size_t *offset);
/* Words for a message: "invalid UTF-8", "a control character", "a text-direction override". */
const char *text_fault_name(enum text_fault fault);
/* The same check as a status: STATUS_INVALID says what holds which fault at which byte (from 1). */
enum status STATUS_CHECKED text_require_good(
	const char *what, const char *text, size_t length, bool lines, struct error *error);
/*
 * *text (good per text_check) in NFC, trimmed of white space (Unicode's) at both ends. The result
 * lies in *text itself where only the ends change (*text moves forward, *length shrinks), else it
 * is a copy in the arena.
 */
void text_normalise(struct arena *arena, const char **text, size_t *length);
/* Characters (code points) of good text. */
size_t text_count(const char *text, size_t length);

/*
 * Appends any bytes at all so that a terminal shows everything and obeys nothing:
 * - printable characters as they are; tab as a space; C0 controls as ^X; DEL and C1 as <U+0085>;
 *   invalid bytes as \xNN;
 * - bidi controls and marks, every other invisible or format character (soft hyphen, zero width,
 *   tags, fillers), unassigned and private characters and noncharacters as <U+202E>;
 * - ZWJ only between two emoji, a variation selector only once behind an emoji or in a keycap, else
 *   as <U+200D>;
 * - at most 4 combining marks on a base, the rest is left out; a mark without a base gets U+25CC as
 *   one, so that it does not change what stands before it on the screen;
 * - newline (and U+2028, U+2029) as a newline when lines, else as U+21B5, or a space where ascii.
 * ascii: a letter with an accent becomes the letter without (also ß ss, ł l), a typographic sign
 * the plain one, every other non-ASCII character that would be shown '?'. Safe text comes through a
 * second time unchanged.
 */
void text_safe(struct buffer *out, const char *text, size_t length, bool lines, bool ascii);

/*
 * Terminal cells of one grapheme cluster or of a text that went through text_safe(). A cluster is
 * as wide as its widest part, 0 to 2; vowel signs of Indic scripts that stand beside their letter
 * add a cell each, as terminals draw them.
 */
int text_width(const char *text, size_t length);
/*
 * Bytes of the grapheme cluster that starts at text[0]; at least 1 for length > 0; invalid bytes
 * count one each.
 */
size_t text_next_grapheme(const char *text, size_t length);
/*
 * Bytes of the grapheme cluster that ends before text[end]; 0 at the start. Stops where walking
 * forward did.
 */
size_t text_previous_grapheme(const char *text, size_t end);
/*
 * Bytes of the longest prefix of whole clusters that fits into cells; *used is its width, less than
 * cells where the next cluster is wider than what is left.
 */
size_t text_fit(const char *text, size_t length, int cells, int *used);
/*
 * Bytes of text, safe and without a newline, that go on one line of so many cells: all of it, else
 * up to a space where there is one, else what fits, but one cluster at least. *next: bytes to where
 * the next line starts, behind the spaces.
 */
size_t text_wrap(const char *text, size_t length, int cells, size_t *next);

/* How many of what, "1 day" or "3 days"; many is NULL where an s makes it. In the arena. */
char *text_quantity(struct arena *arena, int64_t count, const char *one, const char *many);

/*
 * Bytes of the longest prefix of whole characters that a message quotes; for printf's "%.*s". At
 * most 80: a message is one line, and a precision in bytes would cut a character in two.
 */
int text_quote_length(const char *text, size_t length);

/*
 * The one fold for comparing, searching and sorting names (product.md 4, Who is who): case folded
 * (full, whatever the locale), compatibility forms and letters with a stroke or of two letters made
 * plain (ø as o, æ as ae, ß as ss), accents and vocalisation dropped; the vowel signs of Indic
 * scripts and the voicing of kana stay, as without them it is another name. Every run of blanks of
 * any kind is one space, none at the ends; zero-width characters go; every kind of apostrophe is ',
 * every kind of hyphen -. Result in the arena, NUL-terminated. Where the text is not UTF-8 only its
 * ASCII is folded.
 */
char *text_fold(struct arena *arena, const char *text, size_t length);
/* Whether the text, folded, contains that (folded already); ASCII without another allocation. */
bool text_holds(const char *text, size_t length, const char *folded);
/*
 * For matching column names and values (import-names.md): folded, and every run of characters that
 * are neither letters, digits nor marks becomes one space, none at the ends; a bracketed part
 * "(H/M/L)" or "[1-5]" is dropped unless nothing else is there. Empty for "#", "+" or "-".
 */
char *text_fold_name(struct arena *arena, const char *text, size_t length);
/* 64-bit FNV-1a. */
uint64_t text_hash(const char *text, size_t length);
/* [A-Za-z0-9_-]{1,64}, but not all digits with 16 of them or more (those are record numbers). */
bool text_is_key(const char *text, size_t length);

#endif
