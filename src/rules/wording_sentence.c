/* SPDX-License-Identifier: MIT */
/* Cuts a title into words by spelling alone: capitals, apostrophes, commas. */
#include "wording_sentence.h"

#include <string.h>

#include "wording_words.h"

static bool
is_letter(unsigned char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
}

static bool
is_digit(unsigned char byte)
{
	return byte >= '0' && byte <= '9';
}

static char
lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Bytes of general punctuation (U+2000 to U+207F: dashes, quotation marks) at text; 0: none. */
static size_t
punctuation_size(const char *text, size_t length)
{
	return length > 2 && (unsigned char)text[0] == 0xe2 &&
			       ((unsigned char)text[1] == 0x80 || (unsigned char)text[1] == 0x81)
		       ? 3
		       : 0;
}

/* Bytes of an apostrophe, straight or as word processors set it. */
static size_t
apostrophe_size(const char *text, size_t length)
{
	if (length > 0 && *text == '\'')
		return 1;
	return length > 2 && memcmp(text, "\xe2\x80\x99", 3) == 0 ? 3 : 0;
}

/* The word that begins at text; what follows an apostrophe (managers', team's) is left out. */
static size_t
read_word(const char *text, size_t length, struct token *token)
{
	size_t i = 0, used = 0;

	*token = (struct token){ .number = true };
	while (i < length) {
		size_t apostrophe = i > 0 ? apostrophe_size(text + i, length - i) : 0;

		if (apostrophe == 0 && (punctuation_size(text + i, length - i) > 0 ||
					       (!is_letter((unsigned char)text[i]) &&
						       !is_digit((unsigned char)text[i]))))
			break;
		token->owner = token->owner || apostrophe > 0;
		token->number = token->number && is_digit((unsigned char)text[i]);
		token->name = token->name || (text[i] >= 'A' && text[i] <= 'Z');
		if (!token->owner && used + 1 < TOKEN_SIZE)
			token->word[used++] = lower(text[i]);
		i += apostrophe > 0 ? apostrophe : 1;
	}
	return i;
}

/* A title in capitals, every word or every letter, names nobody by them. */
static void
forget_capitals(struct sentence *sentence)
{
	int names = 0, words = 0;

	for (int i = 1; i < sentence->count; i++) {
		words += wording_is_function(sentence->tokens[i].word) ? 0 : 1;
		names += sentence->tokens[i].name ? 1 : 0;
	}
	for (int i = 0; names > 2 && 4 * names >= 3 * words && i < sentence->count; i++)
		sentence->tokens[i].name = false;
}

void
wording_split(struct sentence *out, const char *text, size_t length)
{
	bool comma = false;

	*out = (struct sentence){ 0 };
	for (size_t i = 0; i < length && out->count < TOKENS_MAX;) {
		struct token *token = &out->tokens[out->count];

		size_t mark = punctuation_size(text + i, length - i);

		if (mark > 0 ||
			(!is_letter((unsigned char)text[i]) && !is_digit((unsigned char)text[i]))) {
			comma = comma || mark > 0 || strchr(",;:", text[i]);
			i += mark > 0 ? mark : 1;
			continue;
		}
		i += read_word(text + i, length - i, token);
		for (const char *at = token->word; *at; at++)
			out->foreign = out->foreign || (unsigned char)*at >= 0x80;
		token->name = token->name && out->count > 0;
		token->forms = wording_verb(token->word);
		token->activity = wording_is_activity(token->word);
		token->comma = comma;
		comma = false;
		out->count++;
	}
	forget_capitals(out);
}

const char *
wording_word_at(const struct sentence *sentence, int index)
{
	return index >= 0 && index < sentence->count ? sentence->tokens[index].word : "";
}

unsigned
wording_forms_at(const struct sentence *sentence, int index)
{
	return index >= 0 && index < sentence->count ? sentence->tokens[index].forms : 0;
}

bool
wording_activity_at(const struct sentence *sentence, int index)
{
	return index >= 0 && index < sentence->count && sentence->tokens[index].activity;
}
