/* SPDX-License-Identifier: MIT */
/* What wording.c knows of English. Words are in small letters; lists end with NULL. */
#ifndef ROLLOUT_RULES_WORDING_WORDS_H
#define ROLLOUT_RULES_WORDING_WORDS_H

#include <stdbool.h>

/* How a verb stands there; several at once ("run", "set"). */
enum verb_form {
	VERB_BASE = 1, /* draft */
	VERB_THIRD = 2, /* drafts */
	VERB_PAST = 4, /* drafted, ran, run */
	VERB_GERUND = 8, /* drafting */
	VERB_NOUN = 16, /* base and third are also a noun: a draft, two drafts */
};

/* Bits of verb_form; 0: no verb of behaviour. */
unsigned wording_verb(const char *word);
bool wording_is_actor(const char *word); /* managers, team, board … */
bool wording_is_thing(const char *word); /* objectives, tool, results …: things are done to them */
bool wording_is_activity(const char *word); /* delivered, launched, held … */
bool wording_is_doing(const char *word); /* deliver, launching … */
bool wording_is_state(
	const char *word); /* complete, live, out …: an activity where it ends a title */
bool wording_is_function(const char *word); /* the, of, in, and …: never a subject */
bool wording_is_determiner(const char *word); /* a noun follows: the, their, first, weekly … */
bool wording_is_object(const char *word); /* what is acted on follows: the, their, one, what … */
bool wording_is_have(const char *word); /* have has had */
bool wording_is_be(const char *word); /* is are was were be been being get */
bool wording_is_modal(const char *word); /* can will must … */
bool wording_is_adverb(const char *word); /* now, regularly … : stands between subject and verb */
bool wording_is_preposition(const char *word);
bool wording_is_pronoun(const char *word); /* they, we …: a verb follows, never a noun */
bool wording_is_time(const char *word); /* march, friday, q2, end … */

#endif
