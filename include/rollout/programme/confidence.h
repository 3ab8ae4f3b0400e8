/* SPDX-License-Identifier: MIT */
/*
 * Delivery confidence for the whole, each phase and each workstream (product.md 6): what the facts
 * suggest and why, beside what a person gave last. Nothing here sets a rating by itself. One
 * suggestion: every face and document asks here.
 */
#ifndef ROLLOUT_PROGRAMME_CONFIDENCE_H
#define ROLLOUT_PROGRAMME_CONFIDENCE_H

#include "rollout/programme/programme.h"
#include "rollout/rules/rating_rule.h"

struct confidence_number {
	const char *name;
	int value;
};

enum { CONFIDENCE_NUMBERS_MOST = 2 };

struct confidence_line {
	enum rating_cause reason;
	const char *rule; /* its id: "confidence-late" */
	struct confidence_number
		numbers[CONFIDENCE_NUMBERS_MOST]; /* the facts; name NULL: no more */
	const char *colour; /* "red" …, as in the dictionary */
	const char *text; /* the facts, in a sentence */
	const char *response; /* what to do next */
};

enum { RATINGS_SHOWN = 8 };

struct scope_confidence {
	const char *scope; /* "programme", "phase/pilot", "workstream/tooling": as in a rating */
	const char *name; /* for people */
	const char *suggested; /* "green", "amber", "red" or "unknown" */
	struct confidence_line reasons[RATING_CAUSES]; /* of the suggested colour first */
	size_t reason_count;
	const char *given; /* the last rating in the same words; NULL: nobody has given one */
	const char *given_on, *given_reason, *given_by; /* the last two may be NULL */
	const char *history[RATINGS_SHOWN]; /* given, the oldest first */
	size_t history_count;
};

struct confidence_report {
	struct scope_confidence *scopes; /* the programme first, then phases, then workstreams */
	size_t count;
	const int64_t *findings; /* how many each rule has found, waived ones left out, in the order
				    of the rule book; -1: it has no say here and was not asked */
};

/* All texts in the arena. */
enum status STATUS_CHECKED programme_confidence(struct programme *programme, struct arena *arena,
	struct confidence_report *out, struct error *error);
/* NULL: there is no such scope. */
const struct scope_confidence *confidence_find(
	const struct confidence_report *report, const char *scope);

/* Whether a rating takes a reason, and why. */
enum rating_reason { RATING_NEEDS_NONE, RATING_DIFFERS, RATING_WORSENS };

/* given beside suggested, after what was given last for the scope. */
enum rating_reason confidence_needs_reason(
	const struct scope_confidence *scope, const char *suggested, const char *given);

struct given_rating {
	const char *scope; /* "programme", or the name, key or number of a phase or workstream, with
			      or without "phase/" or "workstream/" before it */
	const char *given; /* "green" … */
	const char *reason; /* NULL or "": none */
	int64_t by; /* a person; 0: the programme's lead, where there is one */
};

/*
 * Stores a rating of today beside the suggestion, as one step. STATUS_INVALID when it differs from
 * the suggestion or is worse than the last one and no reason is given.
 */
enum status STATUS_CHECKED programme_rate(
	struct programme *programme, const struct given_rating *rating, struct error *error);

#endif
