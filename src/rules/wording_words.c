/* SPDX-License-Identifier: MIT */
/*
 * The vocabulary of the wording rule. Verbs stand in their base form and are
 * inflected here; irregular forms stand beside them.
 */
#include "wording_words.h"

#include <stddef.h>
#include <string.h>

struct irregular {
	const char *base;
	const char *past[2]; /* "": has none that is behaviour (held: an activity) */
	bool noun;
};

/* clang-format off */
/* All lists of words are sorted. */
static const char *const plain_verbs[] = { "abandon", "accept", "acknowledge", "adapt", "add",
	"adjust", "admit", "adopt", "agree", "allocate", "apply", "argue", "ask", "assign", "attend",
	"bargain", "cancel", "clarify", "clear", "close", "collaborate", "combine", "commit", "compare",
	"complain", "confirm", "consult", "contribute", "convert", "correct", "decide", "decline",
	"defend", "defer", "delegate", "deny", "describe", "discard", "discuss", "eliminate", "engage",
	"escalate", "evaluate", "examine", "explain", "express", "facilitate", "follow", "hand",
	"handle", "identify", "ignore", "improve", "include", "inspect", "intervene", "invest",
	"invite", "join", "judge", "kill", "learn", "listen", "loosen", "lower", "manage", "merge",
	"narrow", "negotiate", "notice", "observe", "own", "pair", "postpone", "practise", "praise",
	"prioritise", "prioritize", "propose", "protect", "prove", "pursue", "raise", "reallocate",
	"reassign", "rebalance", "recognise", "recognize", "reconcile", "redefine", "redirect",
	"reduce", "refer", "refine", "refuse", "reject", "rely", "remove", "renegotiate", "reopen",
	"replace", "reprioritise", "reprioritize", "resist", "resolve", "respond", "retire", "reuse",
	"revise", "rework", "rotate", "sacrifice", "settle", "share", "shorten", "simplify", "solve",
	"steer", "suggest", "summarise", "summarize", "surface", "swap", "tackle", "tailor", "thank",
	"tighten", "treat", "trim", "uncover", "validate", "vet", "volunteer", "weigh" };
/* Their base and third form are also nouns. */
static const char *const noun_verbs[] = { "act", "answer", "attempt", "balance", "block",
	"call", "cap", "chair", "challenge", "change", "charge", "check", "claim", "coach", "collect",
	"copy", "count", "cover", "debate", "demand", "design", "display", "draft", "drop", "end",
	"estimate", "exchange", "experiment", "fix", "flag", "focus", "guide", "help", "host", "limit",
	"link", "log", "look", "measure", "move", "name", "offer", "open", "order", "pause", "pick",
	"plan", "post", "practice", "press", "promise", "pull", "push", "question", "rank", "rate",
	"reason", "record", "report", "request", "return", "review", "reward", "score", "search",
	"share", "shift", "signal", "start", "state", "step", "stop", "supply", "support", "swap",
	"switch", "talk", "test", "track", "trade", "transfer", "turn", "update", "use", "visit",
	"voice", "vote", "wait", "walk", "watch", "work" };
static const struct irregular irregular_verbs[] = {
	{ "approve", { "" }, false }, { "bring", { "brought" }, false },
	{ "choose", { "chose", "chosen" }, false }, { "cut", { "cut" }, true },
	{ "do", { "did" }, false }, { "draw", { "drew", "drawn" }, false },
	{ "feed", { "fed" }, false }, { "find", { "found" }, false },
	{ "forgo", { "forwent" }, false }, { "give", { "gave", "given" }, false },
	{ "hear", { "heard" }, false }, { "hold", { "" }, false }, { "keep", { "kept" }, false },
	{ "lead", { "led" }, false }, { "let", { "let" }, false }, { "make", { "made" }, false },
	{ "meet", { "met" }, false }, { "prepare", { "" }, false },
	{ "train", { "" }, false }, { "put", { "put" }, false },
	{ "read", { "read" }, false }, { "reset", { "reset" }, true },
	{ "rethink", { "rethought" }, false }, { "rewrite", { "rewrote", "rewritten" }, false },
	{ "run", { "ran", "run" }, true }, { "say", { "said" }, false },
	{ "seek", { "sought" }, false }, { "set", { "set" }, true },
	{ "show", { "showed", "shown" }, true }, { "sit", { "sat" }, false },
	{ "speak", { "spoke", "spoken" }, false }, { "spend", { "spent" }, false },
	{ "split", { "split" }, true }, { "take", { "took", "taken" }, false },
	{ "teach", { "taught" }, false }, { "tell", { "told" }, false },
	{ "withdraw", { "withdrew", "withdrawn" }, false },
	{ "write", { "wrote", "written" }, false },
};

/* What a programme does to an organisation, rather than what its people do. */
static const char *const activity_verbs[] = { "align", "announce", "appoint", "approve",
	"arrange", "automate", "book", "brief", "cascade", "certify", "circulate", "communicate",
	"complete", "conduct", "configure", "create", "deliver", "deploy", "design", "develop",
	"distribute", "document", "enable", "establish", "execute", "finalise", "finalize", "finish",
	"form", "hire", "implement", "inform", "install", "introduce", "issue", "kick", "launch",
	"load", "migrate", "nominate", "onboard", "organise", "organize", "perform", "prepare", "print",
	"procure", "produce", "publish", "recruit", "release", "roll", "schedule", "select", "ship",
	"sign", "socialise", "submit", "train", "translate", "upload", "upskill" };
static const char *const activities[] = { "bought", "built", "done", "held", "planned",
	"presented", "purchased", "sent", "started", NULL };
static const char *const states[] = { "available", "complete", "done", "live", "off", "out",
	"over", "ready", "up", NULL };
static const char *const actors[] = { "administrators", "analyst", "analysts", "board",
	"boards", "buyers", "ceo", "cfo", "chair", "chairs", "champion", "champions", "chiefs", "coach",
	"coaches", "colleagues", "committee", "committees", "coo", "council", "cto", "customers",
	"department", "departments", "deputies", "designers", "developers", "director", "directors",
	"division", "divisions", "doctors", "employee", "employees", "engineers", "everybody",
	"everyone", "exec", "execs", "executive", "executives", "facilitators", "finance", "foremen",
	"function", "functions", "group", "groups", "head", "heads", "hr", "lead", "leader", "leaders",
	"leadership", "leads", "legal", "management", "manager", "managers", "marketing", "member",
	"members", "nobody", "nurses", "office", "officers", "operations", "operators", "organisation",
	"organization", "owner", "owners", "partners", "people", "person", "pilots", "planners", "pmo",
	"president", "principals", "procurement", "product", "researchers", "sales", "secretaries",
	"somebody", "someone", "sponsor", "sponsors", "squad", "squads", "staff", "stakeholders",
	"supervisors", "teachers", "team", "teams", "technicians", "they", "trainers", "tribe",
	"tribes", "unit", "units", "users", "volunteers", "we", "who", "workers", NULL };
static const char *const things[] = { "accountability", "adoption", "agenda", "agendas",
	"backlog", "benefits", "blockers", "budgets", "cadence", "calendar", "campaigns", "capability",
	"charter", "commitment", "commitments", "communications", "concerns", "confidence", "content",
	"culture", "dashboard", "dashboards", "data", "decisions", "deck", "definitions",
	"dependencies", "document", "documents", "drafts", "examples", "feedback", "format", "formats",
	"forms", "framework", "goals", "guide", "guidelines", "handbook", "handovers", "indicators",
	"initiatives", "ins", "kpi", "kpis", "lessons", "materials", "measurement", "measures",
	"meetings", "method", "metric", "metrics", "milestones", "model", "objectives", "okr", "okrs",
	"outcomes", "outputs", "plan", "plans", "platform", "playbook", "playbooks", "policies",
	"policy", "portfolio", "priorities", "process", "processes", "programme", "progress", "project",
	"projects", "questions", "raci", "reports", "responsibilities", "results", "reviews", "risks",
	"roadmap", "roles", "rules", "scorecard", "scorecards", "sessions", "signals", "slides",
	"software", "standards", "strategy", "surveys", "system", "systems", "targets", "tasks",
	"template", "templates", "tool", "tools", "topics", "training", "trainings", "transparency",
	"values", "wording", "workflow", "workload", "workshops", NULL };
static const char *const functions[] = { "a", "about", "after", "all", "an", "and", "as", "at",
	"because", "before", "between", "both", "but", "by", "during", "each", "every", "for", "from",
	"how", "if", "in", "into", "its", "of", "on", "or", "our", "over", "per", "since", "so", "than",
	"that", "the", "their", "this", "those", "through", "to", "until", "was", "were", "what",
	"when", "where", "which", "while", "who", "why", "with", "within", "without", NULL };
static const char *const determiners[] = { "a", "an", "annual", "each", "every", "final",
	"first", "four", "her", "his", "its", "last", "monthly", "more", "new", "next", "no", "one",
	"our", "quarterly", "second", "some", "ten", "the", "their", "these", "this", "those", "three",
	"two", "weekly", "your", NULL };
static const char *const objects[] = { "a", "an", "another", "any", "each", "eight", "five", "four", "half", "her", "his", "how", "its", "key", "less", "more", "nine", "nothing",
	"one", "only", "other", "our", "own", "seven", "several", "six", "some", "team", "ten", "that",
	"the", "their", "them", "these", "this", "those", "three", "two", "what", "whether", "which",
	"whose", "why", NULL };
static const char *const prepositions[] = { "about", "across", "after", "against", "along",
	"among", "and", "around", "as", "at", "because", "before", "between", "beyond", "but", "by",
	"during", "for", "from", "in", "into", "monthly", "of", "on", "or", "per", "quarterly", "since",
	"so", "than", "through", "to", "toward", "towards", "under", "until", "up", "via", "weekly",
	"when", "where", "while", "with", "within", "without", NULL };
static const char *const haves[] = { "had", "has", "have", NULL };
static const char *const bes[] = { "are", "be", "been", "being", "get", "gets", "got", "is",
	"was", "were", NULL };
static const char *const modals[] = { "can", "could", "may", "might", "must", "shall", "should",
	"will", "would", NULL };
static const char *const adverbs[] = { "actively", "actually", "all", "alone", "already",
	"also", "always", "both", "each", "even", "finally", "first", "for", "from", "jointly",
	"longer", "never", "no", "now", "often", "only", "openly", "personally", "publicly",
	"regularly", "routinely", "still", "themselves", "then", "therefore", "together", "visibly",
	NULL };
static const char *const pronouns[] = { "he", "it", "she", "somebody", "someone", "they", "we",
	"who", NULL };
static const char *const times[] = { "april", "august", "budget", "by", "daily", "december",
	"early", "end", "february", "friday", "fully", "in", "january", "july", "june", "late", "march",
	"may", "monday", "month", "monthly", "november", "october", "on", "plan", "q1", "q2", "q3",
	"q4", "quarter", "saturday", "schedule", "september", "successfully", "sunday", "the",
	"thursday", "time", "to", "today", "tuesday", "wednesday", "week", "weekly", "year", NULL };
/* clang-format on */

static bool
contains(const char *const *list, const char *word)
{
	for (; *list && **list <= *word; list++)
		if (**list == *word && strcmp(*list, word) == 0)
			return true;
	return false;
}

static bool
is_vowel(char letter)
{
	return letter && strchr("aeiou", letter) != NULL;
}

/* Whether word, which begins as the base does but for its last letter, is the base with that
 * ending, by the spelling rules of English. */
static bool
is_inflected(const char *base, const char *word, const char *ending)
{
	size_t length = strlen(base);
	char last = base[length - 1], before = base[length - 2];
	bool vowel = is_vowel(ending[0]);

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
regular_forms(const char *base, const char *word)
{
	unsigned forms = 0;

	if (strncmp(word, base, strlen(base) - 1) != 0)
		return 0;
	if (strcmp(base, word) == 0)
		forms |= VERB_BASE;
	if (is_inflected(base, word, "s"))
		forms |= VERB_THIRD;
	if (is_inflected(base, word, "ing"))
		forms |= VERB_GERUND;
	if (is_inflected(base, word, "ed"))
		forms |= VERB_PAST;
	return forms;
}

static unsigned
irregular_forms(const struct irregular *verb, const char *word)
{
	unsigned forms = regular_forms(verb->base, word) & ~(unsigned)VERB_PAST;

	for (int i = 0; i < 2; i++)
		if (verb->past[i] && strcmp(verb->past[i], word) == 0)
			forms |= VERB_PAST;
	return forms && verb->noun ? forms | VERB_NOUN : forms;
}

/* Of all the verbs of a sorted list; those that begin otherwise are skipped by halves. */
static unsigned
forms_in(const char *const *bases, size_t count, const char *word)
{
	size_t low = 0, high = count;
	unsigned forms = 0;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (strncmp(bases[middle], word, 2) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < count && strncmp(bases[low], word, 2) == 0; low++)
		forms |= regular_forms(bases[low], word);
	return forms;
}

unsigned
wording_verb(const char *word)
{
	unsigned forms, nouns;

	if (!*word)
		return 0;
	forms = forms_in(plain_verbs, sizeof plain_verbs / sizeof *plain_verbs, word);
	nouns = forms_in(noun_verbs, sizeof noun_verbs / sizeof *noun_verbs, word);
	for (size_t i = 0; i < sizeof irregular_verbs / sizeof irregular_verbs[0]; i++)
		if (irregular_verbs[i].base[0] == word[0])
			forms |= irregular_forms(&irregular_verbs[i], word);
	return nouns ? forms | nouns | VERB_NOUN : forms;
}

static unsigned
activity_forms(const char *word)
{
	return *word ? forms_in(
			       activity_verbs, sizeof activity_verbs / sizeof *activity_verbs, word)
		     : 0;
}

bool
wording_is_activity(const char *word)
{
	return contains(activities, word) || (activity_forms(word) & VERB_PAST) != 0;
}

bool
wording_is_doing(const char *word)
{
	return (activity_forms(word) & (VERB_BASE | VERB_GERUND)) != 0;
}

bool
wording_is_actor(const char *word)
{
	return contains(actors, word);
}

bool
wording_is_thing(const char *word)
{
	return contains(things, word);
}

bool
wording_is_state(const char *word)
{
	return contains(states, word);
}

bool
wording_is_function(const char *word)
{
	return contains(functions, word);
}

bool
wording_is_determiner(const char *word)
{
	return contains(determiners, word);
}

bool
wording_is_object(const char *word)
{
	return contains(objects, word);
}

bool
wording_is_have(const char *word)
{
	return contains(haves, word);
}

bool
wording_is_be(const char *word)
{
	return contains(bes, word);
}

bool
wording_is_modal(const char *word)
{
	return contains(modals, word);
}

bool
wording_is_adverb(const char *word)
{
	return contains(adverbs, word);
}

bool
wording_is_preposition(const char *word)
{
	return contains(prepositions, word);
}

bool
wording_is_pronoun(const char *word)
{
	return contains(pronouns, word);
}

bool
wording_is_time(const char *word)
{
	return contains(times, word);
}
