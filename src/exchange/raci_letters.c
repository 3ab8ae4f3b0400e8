/* SPDX-License-Identifier: MIT */
/* Letters of a RACI, in any of the habits people have. Must not guess what a cross means. */
#include "raci_letters.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "word_fold.h"

enum { WORD_LONGEST = 24, GLUED_MOST = 5 };

static const struct {
	const char *words;
	unsigned int letter;
} words[] = {
	{ "|responsible|responsibility|does|doer|verantwortlich|durchfuhrung|", RACI_R },
	{ "|accountable|accountability|approver|rechenschaftspflichtig|", RACI_A },
	{ "|consulted|consult|consults|consultation|konsultiert|", RACI_C },
	{ "|informed|inform|informs|information|informiert|", RACI_I },
	{ "|support|supports|supporting|supportive|", RACI_S },
};

unsigned int
raci_letters_heading(const char *folded)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (word_fold_contains(words[i].words, folded))
			return words[i].letter;
	/* "R (Responsible)" folds to its letter alone. */
	return strlen(folded) == 1 && strchr("raci", *folded)
		       ? 1U << (strchr("raci", *folded) - "raci")
		       : 0;
}

static unsigned int
find_letter(char letter)
{
	static const char letters[] = "RACIS";
	const char *found = strchr(letters, toupper((unsigned char)letter));

	return found && *found ? 1U << (found - letters) : 0;
}

/* One word, or letters without anything between them. */
static enum raci_read
read_word(const char *word, size_t length, unsigned int *letters)
{
	char folded[WORD_LONGEST + 1];
	unsigned int glued = 0;

	if (length > WORD_LONGEST)
		return RACI_NOT;
	for (size_t i = 0; i < length; i++) {
		folded[i] = (char)tolower((unsigned char)word[i]);
		glued |= find_letter(word[i]);
	}
	folded[length] = '\0';
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (word_fold_contains(words[i].words, folded)) {
			*letters |= words[i].letter;
			return RACI_READ;
		}
	for (size_t i = 0; i < length; i++)
		if (!find_letter(word[i]))
			return length == 1 ? RACI_UNCLEAR : RACI_NOT;
	if (length > GLUED_MOST)
		return RACI_NOT;
	*letters |= glued;
	return RACI_READ;
}

static bool
is_tick(const char *text)
{
	static const char *const ticks[] = { "\xe2\x9c\x93", "\xe2\x9c\x94", "\xe2\x9c\x85",
		"\xe2\x97\x8f", "\xe2\x80\xa2", "\xe2\x96\xa0", "\xe2\x9c\x95", "\xe2\x9c\x97",
		"\xc3\x97" };

	for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
		if (strncmp(text, ticks[i], strlen(ticks[i])) == 0)
			return true;
	return false;
}

enum raci_read
raci_letters_read(const char *text, unsigned int *letters)
{
	enum raci_read worst = RACI_NOTHING;

	*letters = 0;
	if (strcasecmp(text, "n/a") == 0 || strcasecmp(text, "na") == 0 ||
		strcasecmp(text, "none") == 0 || strcmp(text, "\xe2\x80\x93") == 0 ||
		strcmp(text, "\xe2\x80\x94") == 0)
		return RACI_NOTHING;
	if (is_tick(text))
		return RACI_UNCLEAR;
	for (const char *at = text; *at;) {
		size_t length = 0;
		enum raci_read word;

		while (isalpha((unsigned char)at[length]))
			length++;
		if (length == 0 && !strchr(" *()[]/,;+&.-\n\t|", *at))
			return RACI_NOT;
		if (length == 0) {
			at++;
			continue;
		}
		word = read_word(at, length, letters);
		if (word == RACI_NOT)
			return RACI_NOT;
		worst = worst == RACI_UNCLEAR ? worst : word;
		at += length;
	}
	return worst;
}

const char *
raci_letters_keep(unsigned int letters, bool *reduced)
{
	static const struct {
		unsigned int all;
		const char *kept;
	} strongest[] = { { RACI_A | RACI_R, "A/R" }, { RACI_A, "A" }, { RACI_R, "R" },
		{ RACI_C, "C" }, { RACI_S, "C" }, { RACI_I, "I" } };

	for (size_t i = 0; i < sizeof strongest / sizeof *strongest; i++)
		if ((letters & strongest[i].all) == strongest[i].all) {
			*reduced =
				(letters & ~strongest[i].all) != 0 && letters != (RACI_C | RACI_S);
			return strongest[i].kept;
		}
	*reduced = false;
	return "";
}
