/* SPDX-License-Identifier: MIT */
/*
 * The vocabulary of the wording rule. Must not judge. Verbs stand in their base form and are
 * inflected here; irregular forms stand beside them.
 */
#include "wording_words.h"

#include <stddef.h>
#include <string.h>

struct verb {
	const char *base;
	const char *past[2]; /* irregular ones; NULL: regular */
	bool noun;
};

/* clang-format off */
static const struct verb verbs[] = {
	{ "draft", { NULL }, true }, { "run", { "ran", "run" }, true },
	{ "use", { NULL }, true }, { "decide", { NULL }, false },
	{ "review", { NULL }, true }, { "change", { NULL }, true },
	{ "escalate", { NULL }, false }, { "set", { "set" }, true },
	{ "drop", { NULL }, true }, { "stop", { NULL }, true },
	{ "choose", { "chose", "chosen" }, false }, { "agree", { NULL }, false },
	{ "ask", { NULL }, false }, { "answer", { NULL }, true },
	{ "apply", { NULL }, false }, { "adopt", { NULL }, false },
	{ "adapt", { NULL }, false }, { "adjust", { NULL }, false },
	{ "act", { NULL }, true }, { "bring", { "brought" }, false },
	{ "challenge", { NULL }, true }, { "check", { NULL }, true },
	{ "coach", { NULL }, false }, { "commit", { NULL }, false },
	{ "compare", { NULL }, false }, { "cancel", { NULL }, false },
	{ "close", { NULL }, false }, { "cut", { "cut" }, true },
	{ "defer", { NULL }, false }, { "delegate", { NULL }, false },
	{ "discuss", { NULL }, false }, { "end", { NULL }, true },
	{ "explain", { NULL }, false }, { "facilitate", { NULL }, false },
	{ "follow", { NULL }, false }, { "give", { "gave", "given" }, false },
	{ "hand", { NULL }, false }, { "help", { NULL }, true },
	{ "include", { NULL }, false }, { "judge", { NULL }, false },
	{ "keep", { "kept" }, false }, { "lead", { "led" }, false },
	{ "learn", { NULL }, false }, { "limit", { NULL }, true },
	{ "link", { NULL }, true }, { "make", { "made" }, false },
	{ "measure", { NULL }, true }, { "meet", { "met" }, false },
	{ "move", { NULL }, true }, { "name", { NULL }, true },
	{ "own", { NULL }, false }, { "practise", { NULL }, false },
	{ "practice", { NULL }, true }, { "prioritise", { NULL }, false },
	{ "prioritize", { NULL }, false }, { "propose", { NULL }, false },
	{ "raise", { NULL }, false }, { "read", { "read" }, false },
	{ "refuse", { NULL }, false }, { "reject", { NULL }, false },
	{ "remove", { NULL }, false }, { "replace", { NULL }, false },
	{ "report", { NULL }, true }, { "reset", { "reset" }, true },
	{ "resolve", { NULL }, false }, { "respond", { NULL }, false },
	{ "reuse", { NULL }, false }, { "revise", { NULL }, false },
	{ "rewrite", { "rewrote", "rewritten" }, false }, { "say", { "said" }, false },
	{ "score", { NULL }, true }, { "settle", { NULL }, false },
	{ "share", { NULL }, true }, { "show", { "showed", "shown" }, true },
	{ "start", { NULL }, true }, { "steer", { NULL }, false },
	{ "take", { "took", "taken" }, false }, { "teach", { "taught" }, false },
	{ "tell", { "told" }, false }, { "test", { NULL }, true },
	{ "trade", { NULL }, true }, { "track", { NULL }, true },
	{ "try", { NULL }, false }, { "turn", { NULL }, true },
	{ "update", { NULL }, true }, { "validate", { NULL }, false },
	{ "weigh", { NULL }, false }, { "work", { NULL }, true },
	{ "write", { "wrote", "written" }, false },
};

static const char *const actors[] = { "administrators", "analyst", "analysts", "board", "boards",
	"ceo", "cfo", "champion", "champions", "chair", "chiefs", "coach", "coaches", "colleagues",
	"committee", "coo", "council", "cto", "customers", "department", "departments",
	"developers", "director", "directors", "division", "divisions", "employee", "employees",
	"engineers", "everybody", "everyone", "exec", "execs", "executive", "executives",
	"facilitators", "finance", "function", "functions", "group", "groups", "head", "heads",
	"hr", "lead", "leader", "leaders", "leadership", "leads", "management", "manager",
	"managers", "member", "members", "nurses", "office", "organisation", "organization",
	"owner", "owners", "partners", "people", "person", "pilots", "planners", "product",
	"sales", "sponsor", "sponsors", "squad", "squads", "staff", "stakeholders", "supervisors",
	"team", "teams", "trainers", "tribe", "tribes", "unit", "units", "users", "we", "they",
	"workers", NULL };

static const char *const activities[] = { "announced", "approved", "arranged", "available",
	"booked", "built", "circulated", "communicated", "complete", "completed", "conducted",
	"configured", "created", "delivered", "deployed", "designed", "developed", "distributed",
	"documented", "done", "enabled", "established", "executed", "finalised", "finalized",
	"finished", "held", "implemented", "installed", "introduced", "issued", "launched", "live",
	"off", "onboarded", "organised", "organized", "out", "over", "performed", "planned",
	"posted", "prepared", "presented", "procured", "produced", "published", "ready",
	"released", "scheduled", "sent", "shipped", "signed", "started", "submitted", "trained",
	"uploaded", NULL };

static const char *const functions[] = { "a", "about", "after", "all", "an", "and", "as", "at",
	"because", "before", "between", "both", "but", "by", "during", "each", "every", "for",
	"from", "how", "if", "in", "into", "its", "of", "on", "or", "our", "over", "per", "since",
	"so", "than", "that", "the", "their", "this", "those", "through", "to", "until", "was",
	"were", "what", "when", "where", "which", "while", "who", "why", "with", "within",
	"without", NULL };

static const char *const determiners[] = { "a", "an", "annual", "each", "every", "final", "first",
	"four", "her", "his", "its", "last", "monthly", "more", "new", "next", "no",
	"one", "our", "quarterly", "second", "some", "ten", "the", "their", "these", "this",
	"those", "three", "two", "weekly", "your", NULL };

static const char *const prepositions[] = { "about", "across", "after", "and", "as", "at",
	"before", "by", "during", "for", "from", "in", "into", "of", "on", "or", "per", "through",
	"to", "until", "via", "with", "within", NULL };

static const char *const haves[] = { "had", "has", "have", NULL };
static const char *const bes[] = { "are", "be", "been", "being", "get", "gets", "got", "is", "was",
	"were", NULL };
static const char *const modals[] = { "can", "could", "may", "might", "must", "shall", "should",
	"to", "will", "would", NULL };
static const char *const adverbs[] = { "actually", "all", "already", "also", "always", "both",
	"each", "even", "first", "for", "from", "jointly", "never", "now", "often", "only",
	"openly", "regularly", "routinely", "still", "then", "themselves", "therefore", "together",
	"visibly", NULL };
/* clang-format on */

static bool
contains(const char *const *list, const char *word)
{
	for (; *list; list++)
		if (strcmp(*list, word) == 0)
			return true;
	return false;
}

static bool
is_vowel(char letter)
{
	return letter && strchr("aeiou", letter) != NULL;
}

/* Whether word is the base with that ending, by the spelling rules of English. */
static bool
is_inflected(const char *base, const char *word, const char *ending)
{
	size_t length = strlen(base);
	char last = base[length - 1], before = base[length - 2];
	bool vowel = is_vowel(ending[0]);

	if (strncmp(word, base, length - 1) != 0)
		return false;
	if (last == 'y' && !is_vowel(before) && strcmp(ending, "ing") != 0)
		return strncmp(word + length - 1, "i", 1) == 0 &&
		       strcmp(word + length, vowel ? ending : "es") == 0;
	if (last == 'e' && vowel)
		return strcmp(word + length - 1, ending) == 0;
	if (word[length - 1] != last)
		return false;
	if (!vowel && (last == 's' || last == 'x' || last == 'h') && before != 't')
		return strcmp(word + length, "es") == 0;
	if (!vowel && last == 'h')
		return strcmp(word + length, "es") == 0;
	if (strcmp(word + length, ending) == 0)
		return true;
	return vowel && !is_vowel(last) && word[length] == last &&
	       strcmp(word + length + 1, ending) == 0;
}

static unsigned
match_verb(const struct verb *verb, const char *word)
{
	unsigned forms = 0;

	if (strcmp(verb->base, word) == 0)
		forms |= VERB_BASE;
	if (is_inflected(verb->base, word, "s"))
		forms |= VERB_THIRD;
	if (is_inflected(verb->base, word, "ing"))
		forms |= VERB_GERUND;
	if (!verb->past[0] && is_inflected(verb->base, word, "ed"))
		forms |= VERB_PAST;
	for (int i = 0; i < 2; i++)
		if (verb->past[i] && strcmp(verb->past[i], word) == 0)
			forms |= VERB_PAST;
	return forms && verb->noun ? forms | VERB_NOUN : forms;
}

unsigned
words_verb(const char *word)
{
	unsigned forms = 0;

	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
		if (verbs[i].base[0] == word[0])
			forms |= match_verb(&verbs[i], word);
	return forms;
}

bool
words_is_actor(const char *word)
{
	return contains(actors, word);
}

bool
words_is_activity(const char *word)
{
	return contains(activities, word);
}

bool
words_is_function(const char *word)
{
	return contains(functions, word);
}

bool
words_is_determiner(const char *word)
{
	return contains(determiners, word);
}

bool
words_is_have(const char *word)
{
	return contains(haves, word);
}

bool
words_is_be(const char *word)
{
	return contains(bes, word);
}

bool
words_is_modal(const char *word)
{
	return contains(modals, word);
}

bool
words_is_adverb(const char *word)
{
	return contains(adverbs, word);
}

bool
words_is_preposition(const char *word)
{
	return contains(prepositions, word);
}
