/* SPDX-License-Identifier: MIT */
/*
 * Judges the words of a milestone. Must not be cleverer than it can explain: a verb counts as
 * behaviour when somebody stands before it as its subject, or behind it after "by"; a noun that
 * looks like a verb ("the review", "a draft of") does not.
 */
#include "rollout/rules/wording.h"

#include <string.h>

#include "wording_words.h"

enum { TOKENS_MAX = 64, TOKEN_SIZE = 32, REACH = 3 };

struct token {
	char word[TOKEN_SIZE]; /* small letters, without apostrophes and what follows them */
	bool name; /* had a capital, and not only because it begins the text */
	bool number;
	bool comma; /* a comma or the like stands before it */
};

struct sentence {
	struct token tokens[TOKENS_MAX];
	int count;
	bool foreign; /* letters that English does not have */
};

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

/* The word that begins at text; what follows an apostrophe (managers', team's) is left out. */
static size_t
read_word(const char *text, size_t length, struct token *token)
{
	size_t i = 0, used = 0;
	bool cut = false;

	*token = (struct token){ .number = true };
	while (i < length &&
		(is_letter((unsigned char)text[i]) || is_digit((unsigned char)text[i]) ||
			(text[i] == '\'' && i > 0))) {
		cut = cut || text[i] == '\'';
		token->number = token->number && is_digit((unsigned char)text[i]);
		token->name = token->name || (text[i] >= 'A' && text[i] <= 'Z');
		if (!cut && used + 1 < TOKEN_SIZE)
			token->word[used++] = lower(text[i]);
		i++;
	}
	return i;
}

static void
split(const char *text, size_t length, struct sentence *out)
{
	bool comma = false;

	*out = (struct sentence){ 0 };
	for (size_t i = 0; i < length && out->count < TOKENS_MAX;) {
		struct token *token = &out->tokens[out->count];

		if (!is_letter((unsigned char)text[i]) && !is_digit((unsigned char)text[i])) {
			comma = comma || strchr(",;:", text[i]);
			i++;
			continue;
		}
		i += read_word(text + i, length - i, token);
		for (const char *at = token->word; *at; at++)
			out->foreign = out->foreign || (unsigned char)*at >= 0x80;
		token->name = token->name && out->count > 0;
		token->comma = comma;
		comma = false;
		out->count++;
	}
}

static const char *
word_at(const struct sentence *sentence, int index)
{
	return index >= 0 && index < sentence->count ? sentence->tokens[index].word : "";
}

static bool
can_be_subject(const struct sentence *sentence, int index)
{
	const char *word = word_at(sentence, index);

	return *word && !words_is_function(word) && !sentence->tokens[index].number &&
	       !words_is_have(word) && !words_is_be(word);
}

/* Plural, or one of the words for many people: what a verb without an ending can follow. */
static bool
is_plural(const struct sentence *sentence, int index)
{
	const char *word = word_at(sentence, index);
	size_t length = strlen(word);

	if (!can_be_subject(sentence, index))
		return false;
	if (strcmp(word, "people") == 0 || strcmp(word, "staff") == 0 || strcmp(word, "we") == 0 ||
		strcmp(word, "they") == 0 || strcmp(word, "leadership") == 0)
		return true;
	return length > 2 && word[length - 1] == 's' && word[length - 2] != 's';
}

/* The word before, adverbs left out. */
static int
before_adverbs(const struct sentence *sentence, int index)
{
	index--;
	while (index > 0 && words_is_adverb(word_at(sentence, index)))
		index--;
	return index;
}

static bool
has_auxiliary(const struct sentence *sentence, int index, bool (*is)(const char *word))
{
	for (int i = index - 1; i >= 0 && i >= index - REACH; i--)
		if (is(word_at(sentence, i)))
			return true;
	return false;
}

/* "drafted by managers": the actor comes behind. */
static bool
is_done_by(const struct sentence *sentence, int index)
{
	for (int i = index + 1; i + 1 < sentence->count && i <= index + 2 * REACH; i++)
		if (strcmp(word_at(sentence, i), "by") == 0)
			for (int j = i + 1; j < sentence->count && j <= i + REACH; j++)
				if (words_is_actor(word_at(sentence, j)) ||
					sentence->tokens[j].name)
					return true;
	return false;
}

/* Whether the verb goes on from one that counted: ", escalated …", "and run …". */
static bool
is_continued(const struct sentence *sentence, int index, bool verb_before)
{
	return verb_before &&
	       (sentence->tokens[index].comma || strcmp(word_at(sentence, index - 1), "and") == 0 ||
		       strcmp(word_at(sentence, index - 1), "or") == 0);
}

static bool
counts_as_past(const struct sentence *sentence, int index, bool verb_before)
{
	const char *next = word_at(sentence, index + 1);

	if (is_done_by(sentence, index))
		return true;
	if (has_auxiliary(sentence, index, words_is_have) &&
		!has_auxiliary(sentence, index, words_is_be))
		return true;
	if (has_auxiliary(sentence, index, words_is_be))
		return false;
	if (is_continued(sentence, index, verb_before))
		return true;
	return can_be_subject(sentence, before_adverbs(sentence, index)) && *next &&
	       !words_is_preposition(next);
}

static bool
counts_as_present(const struct sentence *sentence, int index, unsigned forms, bool verb_before)
{
	int subject = before_adverbs(sentence, index);
	const char *next = word_at(sentence, index + 1);
	bool noun = (forms & VERB_NOUN) != 0;

	if (words_is_modal(word_at(sentence, index - 1)) && (forms & VERB_BASE) != 0)
		return true;
	if ((forms & VERB_GERUND) != 0 && words_is_be(word_at(sentence, index - 1)))
		return can_be_subject(sentence, before_adverbs(sentence, index - 1));
	if (noun && (words_is_activity(next) || words_verb(next) != 0))
		return false;
	if (strcmp(next, "of") == 0 || (noun && !*next) ||
		words_is_determiner(word_at(sentence, index - 1)))
		return false;
	if (is_continued(sentence, index, verb_before))
		return true;
	if ((forms & VERB_THIRD) != 0 || (forms & VERB_GERUND) != 0)
		return can_be_subject(sentence, subject);
	return is_plural(sentence, subject) ||
	       (can_be_subject(sentence, subject) &&
		       strcmp(word_at(sentence, subject - 1), "and") == 0);
}

/* Whether the words do something; *led: and there is a subject or doer with them. */
static bool
find_behaviour(const struct sentence *sentence, bool *led)
{
	bool found = false, imperative = false;

	*led = false;
	for (int i = 0; i < sentence->count; i++) {
		unsigned forms = words_verb(word_at(sentence, i));

		if (forms == 0 || sentence->tokens[i].name)
			continue;
		if (i == 0 && (forms & (VERB_BASE | VERB_GERUND)) != 0 &&
			strcmp(word_at(sentence, 1), "of") != 0 &&
			!words_is_activity(word_at(sentence, sentence->count - 1)) &&
			sentence->count > 2) {
			imperative = true;
			continue;
		}
		if (((forms & VERB_PAST) != 0 && counts_as_past(sentence, i, found)) ||
			((forms & ~(unsigned)(VERB_PAST | VERB_NOUN)) != 0 && i > 0 &&
				counts_as_present(sentence, i, forms, found))) {
			found = true;
			*led = true;
		}
	}
	return found || imperative;
}

static bool
names_actor(const struct sentence *sentence)
{
	for (int i = 0; i < sentence->count; i++)
		if (words_is_actor(word_at(sentence, i)))
			return true;
	return false;
}

/* Trailing words that say when or how well, not what: "on time", "in March", "successfully". */
static bool
is_trailing(const struct sentence *sentence, int index)
{
	static const char *const words[] = { "by", "on", "in", "time", "successfully", "fully",
		"early", "late", "january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december", "week", "quarter", "to",
		"plan", "schedule", "budget", "q1", "q2", "q3", "q4", "end", "year", NULL };

	if (sentence->tokens[index].number)
		return true;
	for (const char *const *word = words; *word; word++)
		if (strcmp(*word, word_at(sentence, index)) == 0)
			return true;
	return false;
}

static bool
ends_in_activity(const struct sentence *sentence)
{
	int last = sentence->count - 1;

	while (last > 0 && is_trailing(sentence, last) &&
		!words_is_activity(word_at(sentence, last)))
		last--;
	return last >= 0 && words_is_activity(word_at(sentence, last));
}

/* Letters of another alphabet or language, and no English word among them. */
static bool
is_beyond_us(const struct sentence *sentence)
{
	if (!sentence->foreign)
		return false;
	for (int i = 0; i < sentence->count; i++) {
		const char *word = word_at(sentence, i);

		if (words_is_actor(word) || words_is_activity(word) || words_is_function(word) ||
			words_verb(word) != 0)
			return false;
	}
	return true;
}

enum wording
wording_judge(const char *text, size_t length)
{
	struct sentence sentence;
	bool led, behaviour;

	split(text, length, &sentence);
	if (sentence.count == 0 || is_beyond_us(&sentence))
		return WORDING_FINE;
	behaviour = find_behaviour(&sentence, &led);
	if (behaviour && led)
		return WORDING_FINE;
	if (ends_in_activity(&sentence))
		return WORDING_ACTIVITY;
	if (behaviour && !names_actor(&sentence))
		return WORDING_NO_ACTOR;
	return behaviour ? WORDING_FINE : WORDING_NO_BEHAVIOUR;
}

enum wording
wording_judge_milestone(const char *title, const char *criteria)
{
	enum wording wording = wording_judge(title, strlen(title));

	while (wording != WORDING_FINE && criteria && *criteria) {
		size_t length = strcspn(criteria, "\n");

		if (length > 0 && wording_judge(criteria, length) == WORDING_FINE)
			return WORDING_FINE;
		criteria += length + (criteria[length] == '\n' ? 1 : 0);
	}
	return wording;
}

const char *
wording_name(enum wording wording)
{
	switch (wording) {
	case WORDING_FINE: break;
	case WORDING_ACTIVITY: return "activity";
	case WORDING_NO_ACTOR: return "no_actor";
	case WORDING_NO_BEHAVIOUR: return "no_behaviour";
	}
	return NULL;
}
