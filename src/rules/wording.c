/* SPDX-License-Identifier: MIT */
/*
 * Judges the words of a milestone. Must not be cleverer than it can explain: a verb counts as
 * behaviour when somebody stands before it as its subject, or behind it after "by"; a noun that
 * looks like a verb ("the review", "a draft of") does not, nor does what is done to a thing ("OKRs
 * drafted").
 */
#include "rollout/rules/wording.h"

#include <string.h>

#include "wording_sentence.h"
#include "wording_words.h"

/* Words between which an auxiliary and its verb may stand. */
enum { REACH = 3 };

/* Somebody, or what may stand for somebody; not what things are done to. */
static bool
is_agent(const struct sentence *sentence, int index)
{
	const char *word = wording_word_at(sentence, index);

	return *word && !wording_is_function(word) && !wording_is_thing(word) &&
	       !sentence->tokens[index].activity && !sentence->tokens[index].number &&
	       !sentence->tokens[index].owner && !wording_is_have(word) && !wording_is_be(word);
}

/* "ins" are the end of check-ins. */
static bool
is_plural(const char *word)
{
	size_t length = strlen(word);

	return length > 2 && strcmp(word, "ins") != 0 && word[length - 1] == 's' &&
	       word[length - 2] != 's';
}

/* Plural, or one of the words for many people: what a verb without an ending can follow. */
static bool
is_plural_agent(const struct sentence *sentence, int index)
{
	const char *word = wording_word_at(sentence, index);

	if (!is_agent(sentence, index))
		return false;
	if (strcmp(word, "people") == 0 || strcmp(word, "staff") == 0 || strcmp(word, "we") == 0 ||
		strcmp(word, "they") == 0 || strcmp(word, "who") == 0 ||
		strcmp(word, "leadership") == 0 || strcmp(word, "management") == 0)
		return true;
	return is_plural(word);
}

/* Somebody named as such, before the verb: "managers of wave 1 …", "coaches who were trained …". */
static bool
has_actors_before(const struct sentence *sentence, int index)
{
	for (int i = 0; i < index; i++)
		if (wording_is_actor(wording_word_at(sentence, i)) && is_plural_agent(sentence, i))
			return true;
	return false;
}

/* The word before, adverbs left out. */
static int
before_adverbs(const struct sentence *sentence, int index)
{
	index--;
	while (index > 0 && wording_is_adverb(wording_word_at(sentence, index)))
		index--;
	return index;
}

/* Where the auxiliary stands that belongs to the verb; -1: none. */
static int
find_auxiliary(const struct sentence *sentence, int index, bool (*is)(const char *word))
{
	for (int i = index - 1; i >= 0 && i >= index - REACH; i--) {
		if (is(wording_word_at(sentence, i)))
			return i;
		if (sentence->tokens[i].comma)
			break;
	}
	return -1;
}

/* "drafted by managers", not "drafted by March": the actor comes behind. */
static bool
is_done_by(const struct sentence *sentence, int index)
{
	for (int i = index + 1; i + 1 < sentence->count && i <= index + 2 * REACH; i++)
		if (strcmp(wording_word_at(sentence, i), "by") == 0)
			for (int j = i + 1; j < sentence->count && j <= i + REACH; j++)
				if (wording_is_actor(wording_word_at(sentence, j)) ||
					(sentence->tokens[j].name &&
						!wording_is_time(wording_word_at(sentence, j))))
					return true;
	return false;
}

/* What is acted on comes next, so that the word is a verb: "its …", "one …". */
static bool
has_object(const struct sentence *sentence, int index)
{
	return wording_is_object(wording_word_at(sentence, index + 1)) ||
	       (index + 1 < sentence->count && sentence->tokens[index + 1].number);
}

/*
 * Whether the verb goes on from one that counted, ", escalated …", "and now run …", or from what
 * somebody else did with them: "managers have been trained and run their …".
 */
static bool
is_continued(const struct sentence *sentence, int index, bool verb_before)
{
	int before = before_adverbs(sentence, index);
	bool joined = strcmp(wording_word_at(sentence, before), "and") == 0 ||
		      strcmp(wording_word_at(sentence, before), "or") == 0;

	return (verb_before ||
		       (has_object(sentence, index) && has_actors_before(sentence, index))) &&
	       (sentence->tokens[index].comma || joined);
}

static bool
counts_as_past(const struct sentence *sentence, int index, bool verb_before)
{
	const char *next = wording_word_at(sentence, index + 1);
	int have = find_auxiliary(sentence, index, wording_is_have);
	int subject = before_adverbs(sentence, index);

	if (is_done_by(sentence, index))
		return true;
	if (find_auxiliary(sentence, index, wording_is_be) >= 0)
		return false;
	if (have >= 0)
		return is_agent(sentence, before_adverbs(sentence, have)) ||
		       is_continued(sentence, have, verb_before) ||
		       has_actors_before(sentence, have);
	if (is_continued(sentence, index, verb_before))
		return true;
	if (!is_agent(sentence, subject) || wording_is_state(next))
		return false;
	return has_object(sentence, index) ||
	       (wording_is_actor(wording_word_at(sentence, subject)) && *next &&
		       !wording_is_preposition(next));
}

/* In a clause about what somebody does: "one baseline that all squads use". */
static bool
is_in_clause(const struct sentence *sentence, int index)
{
	for (int i = index - 1; i >= 0 && i >= index - REACH; i--) {
		const char *word = wording_word_at(sentence, i);

		if (strcmp(word, "that") == 0 || strcmp(word, "which") == 0 ||
			strcmp(word, "what") == 0)
			return true;
	}
	return false;
}

/* A noun that is also a verb, in a place where it is the noun: "team drafts for review". */
static bool
is_noun(const struct sentence *sentence, int index, unsigned forms)
{
	const char *next = wording_word_at(sentence, index + 1);
	unsigned after = wording_forms_at(sentence, index + 1);

	if (has_object(sentence, index))
		return false;
	/* "drafts and reviews its …" */
	if (strcmp(next, "and") == 0 &&
		(wording_forms_at(sentence, index + 2) & forms & ~(unsigned)VERB_NOUN) != 0 &&
		has_object(sentence, index + 2))
		return false;
	if ((forms & VERB_NOUN) != 0 && (wording_is_pronoun(wording_word_at(sentence, index - 1)) ||
						is_in_clause(sentence, index)))
		return false;
	/* Team leads, coaches: people, unless they lead or coach something. */
	if ((forms & VERB_THIRD) != 0 && wording_is_actor(wording_word_at(sentence, index)))
		return true;
	return (forms & VERB_NOUN) != 0 &&
	       (!*next || wording_activity_at(sentence, index + 1) || wording_is_state(next) ||
		       (after & VERB_PAST) != 0 ||
		       (after & (VERB_THIRD | VERB_NOUN)) == VERB_THIRD ||
		       ((forms & VERB_THIRD) != 0 && wording_is_preposition(next)));
}

static bool
counts_as_base(const struct sentence *sentence, int index, unsigned forms)
{
	int subject = before_adverbs(sentence, index);
	const char *before = wording_word_at(sentence, subject);
	bool sure = has_object(sentence, index) || (forms & VERB_NOUN) == 0 ||
		    is_plural(wording_word_at(sentence, index + 1));

	if (is_plural_agent(sentence, subject))
		return true;
	if (is_agent(sentence, subject) &&
		strcmp(wording_word_at(sentence, subject - 1), "and") == 0)
		return true;
	/* Behind something that belongs to its subject, or after another verb. */
	return (sure || subject < index - 1) &&
	       !wording_is_preposition(wording_word_at(sentence, index - 1)) &&
	       !wording_is_determiner(wording_word_at(sentence, index - 1)) &&
	       !wording_is_be(before) && !wording_is_have(before) && !wording_is_thing(before) &&
	       has_actors_before(sentence, index);
}

/* "leads teams to change …", but not "a guide for teams to use". */
static bool
is_led_to(const struct sentence *sentence, int index)
{
	int actor = index - 2, before = index - 3;

	if (strcmp(wording_word_at(sentence, index - 1), "to") != 0 ||
		!wording_is_actor(wording_word_at(sentence, actor)))
		return false;
	return !wording_is_preposition(wording_word_at(sentence, before)) && before > 0;
}

static bool
counts_as_present(const struct sentence *sentence, int index, unsigned forms, bool verb_before)
{
	int subject = before_adverbs(sentence, index);
	const char *before = wording_word_at(sentence, index - 1),
		   *next = wording_word_at(sentence, index + 1);

	if ((forms & VERB_BASE) != 0 && (wording_is_modal(before) || is_led_to(sentence, index)))
		return true;
	if (strcmp(next, "of") == 0 || wording_is_determiner(before) ||
		is_noun(sentence, index, forms))
		return false;
	if ((forms & VERB_GERUND) != 0) {
		if (wording_is_be(before))
			return is_agent(sentence, before_adverbs(sentence, index - 1));
		return ((is_plural_agent(sentence, subject) && has_object(sentence, index)) ||
			       (strcmp(before, "and") == 0 && *next && index > 2)) &&
		       !wording_activity_at(sentence, index + 1) &&
		       has_actors_before(sentence, index);
	}
	if (is_continued(sentence, index, verb_before))
		return true;
	if ((forms & VERB_THIRD) != 0)
		return (is_agent(sentence, subject) && !wording_is_preposition(before)) ||
		       (strcmp(before, "that") == 0 && has_actors_before(sentence, index));
	return counts_as_base(sentence, index, forms);
}

/*
 * A verb that nobody leads and that is no noun either: "OKRs drafted", "objectives change"; not
 * what people are rather than do: "teams are committed".
 */
static bool
is_left_alone(const struct sentence *sentence, int index, unsigned forms)
{
	int be = find_auxiliary(sentence, index, wording_is_be);

	if ((forms & VERB_PAST) != 0)
		return !wording_is_determiner(wording_word_at(sentence, index - 1)) &&
		       !(be > 0 && wording_is_actor(wording_word_at(sentence, be - 1)));
	return (forms & VERB_NOUN) == 0 && (forms & VERB_GERUND) == 0 &&
	       !wording_is_actor(wording_word_at(sentence, index));
}

/* "Use the agreed format": a command, not the first noun of a heading. */
static bool
is_command(const struct sentence *sentence)
{
	unsigned forms = wording_forms_at(sentence, 0);

	if ((forms & (VERB_BASE | VERB_GERUND)) == 0 || sentence->count < 3)
		return false;
	return has_object(sentence, 0) || wording_is_determiner(wording_word_at(sentence, 1)) ||
	       ((forms & VERB_NOUN) == 0 && strcmp(wording_word_at(sentence, 1), "of") != 0) ||
	       wording_is_thing(wording_word_at(sentence, 1)) ||
	       wording_is_thing(wording_word_at(sentence, 2));
}

/* Whether somebody does something; *alone: something is done, but by nobody. */
static bool
find_behaviour(const struct sentence *sentence, bool *alone)
{
	bool found = false, command = is_command(sentence);

	*alone = command;
	for (int i = 1; i < sentence->count; i++) {
		unsigned forms = wording_forms_at(sentence, i);

		if (forms == 0 || sentence->tokens[i].name ||
			(command && !has_actors_before(sentence, i)))
			continue;
		if (((forms & VERB_PAST) != 0 && counts_as_past(sentence, i, found)) ||
			((forms & ~(unsigned)(VERB_PAST | VERB_NOUN)) != 0 &&
				counts_as_present(sentence, i, forms, found)))
			found = true;
		else
			*alone = *alone || is_left_alone(sentence, i, forms);
	}
	return found;
}

/* "A published rule": the word describes the next one. */
static bool
describes_next(const struct sentence *sentence, int index)
{
	return wording_is_determiner(wording_word_at(sentence, index - 1)) &&
	       index + 1 < sentence->count &&
	       !wording_is_preposition(wording_word_at(sentence, index + 1));
}

/*
 * Something was done to the organisation, or is to be ("launch the tool"); or one of the words that
 * say so only at the end stands there ("… live by March").
 */
static bool
is_activity(const struct sentence *sentence)
{
	int last = sentence->count - 1;

	if (wording_is_doing(wording_word_at(sentence, 0)) && sentence->count > 1 &&
		(has_object(sentence, 0) || wording_is_determiner(wording_word_at(sentence, 1))))
		return true;
	for (int i = 0; i < sentence->count; i++)
		if (wording_activity_at(sentence, i) && !describes_next(sentence, i))
			return true;
	while (last > 0 && !wording_is_state(wording_word_at(sentence, last)) &&
		(sentence->tokens[last].number || wording_is_time(wording_word_at(sentence, last))))
		last--;
	return wording_is_state(wording_word_at(sentence, last));
}

/* Letters of another alphabet or language, and no English word among them. */
static bool
is_beyond_us(const struct sentence *sentence)
{
	if (!sentence->foreign)
		return false;
	for (int i = 0; i < sentence->count; i++) {
		const char *word = wording_word_at(sentence, i);

		if (wording_is_actor(word) || wording_activity_at(sentence, i) ||
			wording_is_function(word) || wording_forms_at(sentence, i) != 0)
			return false;
	}
	return true;
}

enum wording
wording_judge(const char *text, size_t length)
{
	struct sentence sentence;
	bool alone;

	wording_split(&sentence, text, length);
	if (sentence.count == 0 || is_beyond_us(&sentence) || find_behaviour(&sentence, &alone))
		return WORDING_FINE;
	if (is_activity(&sentence))
		return WORDING_ACTIVITY;
	return alone ? WORDING_NO_ACTOR : WORDING_NO_BEHAVIOUR;
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

static bool
begins_with(const char *word, const char *stem)
{
	return strncmp(word, stem, strlen(stem)) == 0;
}

/* Only what something is dated by: "after the launch". */
static bool
is_a_time(const struct sentence *sentence, int index)
{
	static const char *const before[] = { "before", "after", "since", "until", "till", "by" };
	int at = index - 1;

	while (at >= 0 && wording_is_determiner(wording_word_at(sentence, at)))
		at--;
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		if (strcmp(wording_word_at(sentence, at), before[i]) == 0)
			return true;
	return false;
}

static bool
names_launch(const struct sentence *sentence, int index)
{
	const char *word = wording_word_at(sentence, index);

	return begins_with(word, "launch") || begins_with(word, "kickoff") ||
	       ((begins_with(word, "kick")) &&
		       strcmp(wording_word_at(sentence, index + 1), "off") == 0);
}

const char *
wording_suggest_kind(const char *title, size_t length)
{
	struct sentence sentence;
	const char *kind = NULL;

	wording_split(&sentence, title, length);
	for (int i = 0; i < sentence.count; i++) {
		const char *word = wording_word_at(&sentence, i);

		if (is_a_time(&sentence, i))
			continue;
		if (begins_with(word, "train") || begins_with(word, "upskill"))
			return "training";
		if (names_launch(&sentence, i))
			kind = "launch";
	}
	return kind;
}
