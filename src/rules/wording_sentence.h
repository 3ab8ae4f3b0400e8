/* SPDX-License-Identifier: MIT */
/* A title as wording.c looks at it: its words, with what of their spelling matters. */
#ifndef ROLLOUT_RULES_WORDING_SENTENCE_H
#define ROLLOUT_RULES_WORDING_SENTENCE_H

#include <stdbool.h>
#include <stddef.h>

enum { TOKENS_MAX = 64, TOKEN_SIZE = 32 };

struct token {
	char word[TOKEN_SIZE]; /* small letters, without apostrophes and what follows them */
	bool name; /* had a capital, and not only because it begins the text */
	bool number;
	bool owner; /* somebody's: what follows is theirs, and no verb */
	bool comma; /* a comma or the like stands before it */
	unsigned forms; /* of a verb: bits of verb_form */
	bool activity; /* delivered, held … */
};

struct sentence {
	struct token tokens[TOKENS_MAX];
	int count;
	bool foreign; /* letters that English does not have */
};

/* The words of length bytes of UTF-8, as far as there is room. */
void wording_split(struct sentence *out, const char *text, size_t length);
/* "", 0 and false outside the sentence. */
const char *wording_word_at(const struct sentence *sentence, int index);
unsigned wording_forms_at(const struct sentence *sentence, int index);
bool wording_activity_at(const struct sentence *sentence, int index);

#endif
